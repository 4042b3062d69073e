// Package dialog holds the sheets that lie over the screen: the keys, and the
// reasons for a date or a speaker. A sheet whose lines lead to passages has a
// cursor over them; what it is on is shown in the text, so such a sheet is a
// drawer at the foot of the text rather than a page over it.
package dialog

import (
	"fmt"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/theme"
)

// maxWidth is the greatest width of a sheet's words in cells: longer lines tire.
const maxWidth = 90

// Line is one paragraph of a sheet. A Label stands to the left of it. One with a
// Place, a passage that is not empty, can be gone to.
type Line struct {
	Label string
	Text  string
	Head  bool
	Place pane.Open
	One   bool // one row, however long
	Bold  bool
}

func (l *Line) leads() bool { return !l.Place.Ref.Span.Empty() }

// Sheet is a page over the screen, which esc closes.
type Sheet struct {
	title  string
	lines  []Line
	places []int  // of lines, those that lead somewhere
	at     int    // of places, where the cursor is
	label  int    // cells of the widest label
	more   string // what else the foot says
	keys   keymap.Map
	theme  *theme.Theme

	width, height int // of the screen; of the box that a drawer may fill
	top           int
	set           []row // of lines at the present width
	setAt         int   // that width, in cells; 0 for none
}

// row is a part of a line that fits the width.
type row struct {
	line        int // -1 for a blank between parts
	label, text string
	head, first bool // the first of its line
	bold        bool
}

// New makes a sheet.
func New(keys keymap.Map, t *theme.Theme, title string, lines []Line) *Sheet {
	s := &Sheet{title: title, lines: lines, keys: keys, theme: t}
	for i := range lines {
		s.label = max(s.label, pane.Width(lines[i].Label))
		if lines[i].leads() {
			s.places = append(s.places, i)
		}
	}
	s.label = min(s.label, 24)
	return s
}

// Drawer reports whether the sheet leads to passages, and so lies at the foot of
// the text.
func (s *Sheet) Drawer() bool { return len(s.places) > 0 }

// SetTheme changes the styles.
func (s *Sheet) SetTheme(t *theme.Theme) {
	s.theme, s.setAt = t, 0 // where words are cut a sign of the theme stands
}

// SetSize tells the sheet the size of the screen or, of a drawer, the most that it
// may fill.
func (s *Sheet) SetSize(width, height int) {
	s.width, s.height = max(width, 0), max(height, 0)
	if s.Drawer() {
		s.reveal()
	}
	s.scroll(0)
}

// Place is what the cursor is on, to be shown; ok is false when the sheet leads
// nowhere.
func (s *Sheet) Place() (o pane.Open, ok bool) {
	if !s.Drawer() {
		return pane.Open{}, false
	}
	return s.lines[s.places[s.at]].Place, true
}

// Update handles a key: it returns what the key asks for, a passage to be shown or
// gone to, and whether the sheet stays open.
func (s *Sheet) Update(msg tea.KeyPressMsg) (up tea.Msg, open bool) {
	page := max(s.shown()-1, 1)
	switch k := s.keys; {
	case key.Matches(msg, k.Open) && s.Drawer():
		o, _ := s.Place()
		o.Go = true
		return o, false
	case key.Matches(msg, k.Close, k.Quit, k.Help, k.Why, k.Open):
		return nil, false
	case key.Matches(msg, k.Down):
		return s.step(1), true
	case key.Matches(msg, k.Up):
		return s.step(-1), true
	case key.Matches(msg, k.PageDown):
		s.scroll(page)
	case key.Matches(msg, k.PageUp):
		s.scroll(-page)
	case key.Matches(msg, k.Top):
		up = s.goTo(0)
		s.scroll(-s.top)
		return up, true
	case key.Matches(msg, k.Bottom):
		up = s.goTo(len(s.places) - 1)
		s.scroll(len(s.rows()))
		return up, true
	}
	return nil, true
}

// step moves the cursor to the next place; beyond the last one, or where there is
// none, it moves the rows.
func (s *Sheet) step(n int) tea.Msg {
	if at := s.at + n; s.Drawer() && at >= 0 && at < len(s.places) {
		return s.goTo(at)
	}
	s.scroll(n)
	return nil
}

// goTo brings the cursor to a place.
func (s *Sheet) goTo(at int) tea.Msg {
	if !s.Drawer() {
		return nil
	}
	s.at = max(0, min(at, len(s.places)-1))
	s.reveal()
	o, _ := s.Place()
	return o
}

// Click brings the cursor to the line in a row of the view, or does nothing where
// that leads nowhere.
func (s *Sheet) Click(y int, twice bool) (up tea.Msg, open bool) {
	i := s.top + y - 1 // below the title
	rows := s.rows()
	if y < 1 || y > s.shown() || i >= len(rows) {
		return nil, true
	}
	at := slices.Index(s.places, rows[i].line)
	if at < 0 {
		return nil, true
	}
	o := s.goTo(at).(pane.Open)
	o.Go = twice
	return o, !twice
}

// Scroll moves the rows by n, as the wheel does.
func (s *Sheet) Scroll(n int) { s.scroll(n) }

func (s *Sheet) scroll(n int) {
	s.top = max(0, min(s.top+n, len(s.rows())-s.shown()))
}

// reveal brings the line of the cursor onto the sheet and, above the first, what
// it begins with.
func (s *Sheet) reveal() {
	line := s.places[s.at]
	first, last := -1, 0
	for i, r := range s.rows() {
		if r.line == line {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if s.at == 0 && last < s.shown() {
		s.top = 0
		return
	}
	if last >= s.top+s.shown() {
		s.top = last - s.shown() + 1
	}
	s.top = min(s.top, first)
}

// around is how many rows of a sheet are not its lines: the title, the foot and,
// but in a drawer, which is short, a blank.
func (s *Sheet) around() int {
	if s.Drawer() {
		return 2
	}
	return 3
}

// box is the width of the sheet.
func (s *Sheet) box() int {
	if s.Drawer() {
		return s.width
	}
	return max(min(maxWidth, s.width-4), 1)
}

// shown is how many rows of lines there is room for.
func (s *Sheet) shown() int {
	room := s.height - s.around()
	if !s.Drawer() {
		room -= 2 // a page leaves a row of the screen above and below
	}
	return max(min(len(s.rows()), room), 1)
}

// rows are the lines of the sheet, wrapped.
func (s *Sheet) rows() []row {
	inner := max(min(s.box(), maxWidth)-4, 1)
	if s.setAt == inner {
		return s.set
	}
	s.set, s.setAt = s.set[:0], inner
	for i, l := range s.lines {
		if l.Head {
			if len(s.set) > 0 {
				s.set = append(s.set, row{line: -1})
			}
			s.set = append(s.set, row{line: -1, text: pane.Cut(l.Text, inner, s.theme.Ellipsis), head: true})
			continue
		}
		left := 0
		if s.label > 0 && l.Label != "" {
			left = s.label + 2
		}
		label := pane.Cut(l.Label, s.label, s.theme.Ellipsis)
		again := i > 0 && !s.lines[i-1].Head && s.lines[i-1].Label == l.Label // said once over what it holds for
		if again {
			label = ""
		}
		lone := false // the label has a row of its own
		if inner-left < 12 && l.Label != "" {
			if lone = !again; lone {
				s.set = append(s.set, row{line: i, label: pane.Cut(l.Label, inner, s.theme.Ellipsis), first: true})
			}
			left, label = min(2, inner-1), ""
		}
		if l.One {
			s.set = append(s.set, row{line: i, label: label + pane.Spaces(left-pane.Width(label)), text: pane.Cut(pane.OneLine(l.Text), inner-left, s.theme.Ellipsis), first: !lone, bold: l.Bold})
			continue
		}
		for k, r := range pane.Wrap(l.Text, 0, len(l.Text), inner-left) {
			if k > 0 {
				label = ""
			}
			s.set = append(s.set, row{line: i, label: label + pane.Spaces(left-pane.Width(label)), text: pane.OneLine(l.Text[r.Start:r.End]), first: k == 0 && !lone})
		}
	}
	return s.set
}

// View returns the rows of the sheet, all of one width, and where a page stands on
// the screen.
func (s *Sheet) View() (rows []string, x, y int) {
	width := s.box()
	all := s.rows()
	end := min(s.top+s.shown(), len(all))
	rows = append(rows, pane.Ruled(s.theme.AccentBold.Render, s.theme.Rule, s.title, s.theme.Ellipsis, width))
	if !s.Drawer() {
		rows = append(rows, pane.Spaces(width))
	}
	for _, r := range all[s.top:end] {
		rows = append(rows, s.row(r, width))
	}
	rows = append(rows, pane.Footed(s.theme.Faint.Render, width, s.foot(len(all) > end-s.top)...))
	x, y = pane.Centred(width, len(rows), s.width, s.height)
	return rows, x, y
}

// foot says what the keys do, in words for more and for less room.
func (s *Sheet) foot(more bool) []string {
	if s.Drawer() {
		at, does := fmt.Sprintf("%d of %d", s.at+1, len(s.places)), " · enter goes there · esc closes"
		if s.more != "" {
			return []string{at + " · " + s.more + does, at + " · " + s.more + " · enter goes there", at + " · " + s.more, at}
		}
		return []string{"passage " + at + " · j k move" + does, at + does, at + " · enter goes there", at}
	}
	if more {
		return []string{"j k move · space a page on · esc closes", "j k move · esc closes", "esc closes"}
	}
	return []string{"esc closes"}
}

// row sets one row, on a ground of its own where the cursor is.
func (s *Sheet) row(r row, width int) string {
	if r.head {
		return pane.Pad("  "+s.theme.AccentBold.Render(r.text), width)
	}
	label, words, lead := s.theme.Accent, s.theme.Text, "  "
	if r.bold {
		words = s.theme.Title
	}
	if s.Drawer() && r.line == s.places[s.at] {
		label, words = s.theme.OnCursor(label), s.theme.OnCursor(words)
		if r.first {
			lead = s.theme.Focus + " "
		}
		rest := max(min(width, maxWidth)-2-pane.Width(r.label)-pane.Width(r.text), 0)
		return pane.Pad(label.Render(lead+r.label)+words.Render(r.text+pane.Spaces(rest)), width)
	}
	return pane.Pad(lead+label.Render(r.label)+words.Render(r.text), width)
}
