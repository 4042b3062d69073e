// Package dialog holds the sheets that lie over the screen: the keys, and the
// reasons for a date or a speaker.
package dialog

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/theme"
)

// maxWidth is the greatest width of a sheet in cells.
const maxWidth = 90

// Line is one paragraph of a sheet. A Label stands to the left of it.
type Line struct {
	Label string
	Text  string
	Head  bool
}

// Sheet is a page over the screen, which esc closes.
type Sheet struct {
	title string
	lines []Line
	label int // cells of the widest label
	keys  keymap.Map
	theme *theme.Theme

	screenWidth, screenHeight int
	top                       int
}

// New makes a sheet.
func New(keys keymap.Map, t *theme.Theme, title string, lines []Line) *Sheet {
	s := &Sheet{title: title, lines: lines, keys: keys, theme: t}
	for _, l := range lines {
		s.label = max(s.label, pane.Width(l.Label))
	}
	s.label = min(s.label, 24)
	return s
}

// SetSize tells the sheet the size of the screen.
func (s *Sheet) SetSize(width, height int) { s.screenWidth, s.screenHeight = width, height }

// Update handles a key and reports whether the sheet stays open.
func (s *Sheet) Update(msg tea.KeyPressMsg) bool {
	page := max(s.rowsShown()-1, 1)
	switch {
	case key.Matches(msg, s.keys.Close, s.keys.Quit, s.keys.Help, s.keys.Why, s.keys.Open):
		return false
	case key.Matches(msg, s.keys.Down):
		s.top++
	case key.Matches(msg, s.keys.Up):
		s.top--
	case key.Matches(msg, s.keys.PageDown):
		s.top += page
	case key.Matches(msg, s.keys.PageUp):
		s.top -= page
	case key.Matches(msg, s.keys.Top):
		s.top = 0
	case key.Matches(msg, s.keys.Bottom):
		s.top = 1 << 20
	}
	s.top = max(0, min(s.top, len(s.rows())-s.rowsShown()))
	return true
}

func (s *Sheet) width() int { return max(min(maxWidth, s.screenWidth-4), 1) }

func (s *Sheet) rowsShown() int { return max(min(len(s.rows()), s.screenHeight-5), 1) }

// rows are the lines of the sheet, wrapped and set.
func (s *Sheet) rows() []string {
	inner := max(s.width()-4, 1)
	var out []string
	for _, l := range s.lines {
		if l.Head {
			if len(out) > 0 {
				out = append(out, "")
			}
			out = append(out, s.theme.AccentBold.Render(pane.Cut(l.Text, inner, s.theme.Ellipsis)))
			continue
		}
		left := 0
		if s.label > 0 && l.Label != "" {
			left = s.label + 2
		}
		if inner-left < 12 { // no room beside the label
			if l.Label != "" {
				out = append(out, s.theme.Quiet.Render(pane.Cut(l.Label, inner, s.theme.Ellipsis)))
			}
			left = min(2, inner-1)
			l.Label = ""
		}
		for i, r := range pane.Wrap(l.Text, 0, len(l.Text), inner-left) {
			label := pane.Spaces(left)
			if i == 0 && l.Label != "" {
				label = pane.Cut(l.Label, s.label, "")
				label = s.theme.Accent.Render(label) + pane.Spaces(left-pane.Width(label))
			}
			out = append(out, label+s.theme.Text.Render(pane.OneLine(l.Text[r.Start:r.End])))
		}
	}
	return out
}

// View returns the rows of the sheet, all of one width, and where it stands on
// the screen.
func (s *Sheet) View() (rows []string, x, y int) {
	width := s.width()
	all := s.rows()
	shown := s.rowsShown()
	end := min(s.top+shown, len(all))
	title := pane.Cut(s.title, width-4, s.theme.Ellipsis)
	rule := s.theme.Rule
	n := max(width-3-pane.Width(title), 0)
	rows = append(rows, s.theme.AccentBold.Render(rule+" "+title+" "+repeat(rule, n)))
	rows = append(rows, pane.Spaces(width))
	for _, r := range all[s.top:end] {
		rows = append(rows, pane.Pad("  "+r, width))
	}
	foot := "esc closes"
	if len(all) > shown {
		foot = "j k move · esc closes"
	}
	rows = append(rows, pane.Pad(pane.Spaces(max(width-pane.Width(foot)-2, 0))+s.theme.Faint.Render(foot), width))
	return rows, max((s.screenWidth-width)/2, 0), max((s.screenHeight-len(rows))/3, 0)
}

func repeat(s string, n int) string {
	out := ""
	for range n {
		out += s
	}
	return out
}
