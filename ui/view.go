package ui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/events"
	"onrecord/ui/found"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// titleRows is how many rows of a pane its title takes.
const titleRows = 1

// View returns the screen. The frame is kept until something changes, since it is
// asked for after every message.
func (m *root) View() tea.View {
	if m.opening {
		v := tea.NewView("")
		v.AltScreen = true
		return v
	}
	if m.dirty && (m.drawn == "" || m.frames.wait() <= 0) {
		m.drawn = unseen(m.draw())
		m.dirty = false
		m.frames.drawn()
	}
	v := tea.NewView(m.drawn)
	v.AltScreen = true
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	v.WindowTitle = m.windowTitle()
	if m.x != nil && m.x.Progress.Reading() {
		v.ProgressBar = tea.NewProgressBar(tea.ProgressBarDefault, 100*m.x.Progress.Read/m.x.Progress.Found)
	}
	v.Cursor = m.typingAt()
	return v
}

// windowTitle names the corpus. The words of a document stay out of it: they are
// safe, but what a window is called should not be theirs to say.
func (m *root) windowTitle() string {
	if m.x == nil {
		return "onrecord"
	}
	return "onrecord · " + m.x.Name
}

// unseen takes soft hyphens out of a frame. They have no width here; terminals differ, and
// one that gives them a cell would shift all that stands behind.
func unseen(frame string) string { return strings.ReplaceAll(frame, "\u00ad", "") }

func (m *root) draw() string {
	if m.frame.Class == layout.TooSmall {
		return pane.Cut("onrecord needs more room: 20 x 6", m.width, "")
	}
	const more = 1 << 10 // bytes that a frame may have more than the one before
	var b strings.Builder
	b.Grow(len(m.drawn) + more)
	b.WriteString(m.topLine())
	m.body(&b)
	b.WriteByte('\n')
	b.WriteString(m.bottomLine())
	base := b.String()
	switch {
	case m.filters != nil:
		return m.over(base, m.filters.View)
	case m.sheet != nil && !m.sheet.Drawer():
		return m.over(base, m.sheet.View)
	}
	return base
}

// sheetMargin is the blank cells beside a sheet, where there is room: they keep its
// words apart from those that it lies on.
const sheetMargin = 2

// over lays a sheet over the screen, which steps back. What would stand out is
// clipped; of what it lies on, only whole words are seen beside it.
func (m *root) over(base string, sheet func() (rows []string, x, y int)) string {
	rows, x, y := sheet()
	beside := min(x, sheetMargin)
	x -= beside
	under := strings.Split(ansi.Strip(base), "\n")
	for i := range under {
		if i < y || i >= y+len(rows) {
			under[i] = m.theme.Faint.Render(under[i])
			continue
		}
		row := pane.Clip(pane.Spaces(beside)+rows[i-y]+pane.Spaces(beside), m.width-x)
		right := x + pane.Cells(row)
		left, behind := wholeWords(under[i], x, right, m.width)
		under[i] = m.theme.Faint.Render(left) + row + m.theme.Faint.Render(behind)
	}
	return strings.Join(under, "\n")
}

// wholeWords returns what a row shows before cell from and behind cell to, of so many
// cells in all, with blanks for a word that is cut.
func wholeWords(s string, from, to, width int) (left, right string) {
	left, right = pane.Stretch(s, 0, from), pane.Stretch(s, to, width)
	if from > 0 && !strings.HasSuffix(left, " ") && !strings.HasPrefix(pane.Stretch(s, from, width), " ") {
		i := strings.LastIndexByte(left, ' ') + 1
		left = left[:i] + pane.Spaces(from-pane.Width(left[:i]))
	}
	if to < width && !strings.HasPrefix(right, " ") && !strings.HasSuffix(pane.Stretch(s, 0, to), " ") {
		i := strings.IndexByte(right, ' ')
		if i < 0 {
			i = len(right)
		}
		right = pane.Spaces(pane.Width(right[:i])) + right[i:]
	}
	return left, right
}

// body writes the panes side by side, row by row: by hand, since it is done for every
// key (0.1 ms against 0.5 ms for lipgloss.JoinHorizontal).
func (m *root) body(b *strings.Builder) {
	var columns [][]string
	for _, c := range m.inPlace() {
		if c != nil {
			columns = append(columns, c)
		}
	}
	for y := range m.height - 2 {
		b.WriteByte('\n')
		for i, c := range columns {
			if i > 0 {
				b.WriteString("  ")
			}
			b.WriteString(c[y])
		}
	}
}

// inPlace returns the columns as they stand from left to right, nil for those that are
// not shown.
func (m *root) inPlace() [3][]string {
	documents, text := m.column(layout.Documents), m.column(layout.Text)
	if m.frame.Panes[layout.Documents].X > m.frame.Panes[layout.Text].X {
		return [3][]string{text, documents}
	}
	return [3][]string{documents, text, m.side()}
}

// column returns the rows of one pane with its title, or nil when it is not
// shown.
func (m *root) column(p layout.Pane) []string {
	r := m.frame.Panes[p]
	if !r.Shown() {
		return nil
	}
	if m.stale[p] || m.columns[p] == nil {
		m.columns[p] = append([]string{m.rule(p, r.Width)}, m.panes[p].View()...)
		if p == layout.Text && m.drawer > 0 {
			sheet, _, _ := m.sheet.View()
			m.columns[p] = append(m.columns[p], sheet[:m.drawer]...)
		}
		m.stale[p] = false
	}
	return m.columns[p]
}

// side returns the rows of the right column: one pane over the other.
func (m *root) side() []string {
	upper, lower := m.column(layout.Quotes), m.column(layout.Events)
	upper = append(slices.Clip(upper), m.column(layout.People)...)
	upper = append(upper, m.column(layout.Found)...) // one of the three, or none
	return append(slices.Clip(upper), lower...)
}

// rule is the title of a pane on a thin line.
func (m *root) rule(p layout.Pane, width int) string {
	style, rule := m.theme.Quiet, m.theme.Faint
	lead := m.theme.Rule
	if p == m.prefs.Focus {
		style, rule, lead = m.theme.AccentBold, m.theme.Accent, m.theme.Focus
	}
	tabs, cells := m.tabs(p, width)
	room := max(width-3-cells, 0)
	title := m.panes[p].Title(room)
	if p == layout.Text && m.text.Document() != nil {
		const read, least = len(" - 100% -"), 4 // cells; the title must not move while one reads
		title = fmt.Sprintf("%s %s %d%%", m.panes[p].Title(max(room-read, least)), m.theme.Rule, m.text.Percent())
	}
	title = pane.Cut(title, room, m.theme.Ellipsis)
	n := max(width-3-pane.Width(title)-cells, 0)
	return pane.Pad(rule.Render(lead+" ")+style.Render(title)+rule.Render(" "+strings.Repeat(m.theme.Rule, n))+tabs, width)
}

// counts says what is there, or how far loading has come.
func (m *root) counts() string {
	if m.x == nil {
		return "reading …"
	}
	p := m.x.Progress
	if !p.Complete {
		if p.Read == p.Found {
			return fmt.Sprintf("%s · %s read · bringing together what they say …", m.x.Name, say.Plural(p.Read, "document"))
		}
		return fmt.Sprintf("%s · reading %s of %s", m.x.Name, say.Number(p.Read), say.Number(p.Found))
	}
	s := fmt.Sprintf("%s · %s · %s · %s", m.x.Name, say.Plural(len(m.x.Docs), "document"), say.Plural(len(m.x.Quotes(m.indirect)), "quotation"), say.Plural(len(m.x.Events), "event"))
	if n := len(m.x.Problems); n > 0 {
		s += " · " + say.Plural(n, "file") + " not read"
	}
	return s
}

// bottomLine says what was just done, else what can be done here.
func (m *root) bottomLine() string {
	m.buttons = m.buttons[:0] // what stood there can be clicked no more
	if line, ok := m.movingLine(); ok {
		return line
	}
	if m.search.open {
		return m.searchLine()
	}
	if m.finding {
		return m.findLine()
	}
	left := m.status
	if m.resizing {
		left = "borders: arrows or h j k l move them, = puts them back, esc ends"
	}
	if left == "" {
		left = m.selection()
	}
	most := m.width * 3 / 5
	chosen := m.prefs.Focus == layout.Text && !m.text.Chosen().Empty()
	if m.status != "" || chosen || m.hits() > 0 { // what was just done, and where one is among the hits, is read before the keys
		most = min(most, m.width-pane.Width(left)-len("    "))
	}
	right := m.hints(most)
	room := m.width - pane.Width(right) - 3
	return m.spread(m.theme.Text.Render(" "+pane.Cut(left, max(room, 0), m.theme.Ellipsis)), m.theme.Faint.Render(right))
}

// selection says what the cursor is on.
func (m *root) selection() string {
	if s := m.chosen(); s != "" && m.prefs.Focus == layout.Text {
		return s
	}
	if q, now, of := m.text.Found(); q != "" && of > 0 {
		if m.text.Searched() {
			q = found.Label(q, m.theme.Ellipsis)
		}
		q = pane.Cut(q, max(m.width/2, 8), m.theme.Ellipsis) // the numbers must be seen
		if !strings.ContainsAny(q, "\"“”") {
			q = "“" + q + "”"
		}
		return fmt.Sprintf("%s %d of %d", q, now, of) + m.amongFound()
	}
	switch m.prefs.Focus {
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			return say.Speakers(m.x.Corpus, q) + " · " + m.x.Docs[q.Doc].Name
		}
	case layout.Events:
		if m.events.Current() != nil {
			return m.events.About()
		}
	case layout.People:
		if p := m.people.Current(); p != nil {
			return p.Name
		}
	case layout.Found:
		return m.aboutHit()
	default:
		if d := m.text.Document(); d != nil {
			return d.Name
		}
	}
	return ""
}

// hits is how many places are marked in the text because they were looked for.
func (m *root) hits() int {
	_, _, of := m.text.Found()
	return of
}

// hint is a key and what it does, in a word or two.
type hint struct {
	key  key.Binding
	does string
}

// hints are the keys that make sense where the focus is, as many as there is room
// for in most cells.
func (m *root) hints(most int) string {
	if m.sheet != nil || m.filters != nil || m.resizing {
		return "" // its foot says what the keys do
	}
	all := m.hintsHere()
	const last = "? keys "
	if most < len(last) {
		return ""
	}
	out := ""
	for _, h := range all {
		part := strings.Fields(h.key.Help().Key)[0] + " " + h.does + "   "
		if pane.Width(out)+pane.Width(part)+len(last) > most {
			break
		}
		m.buttons = append(m.buttons, button{pane.Width(out), pane.Width(out) + pane.Width(part) - 3, h.key})
		out += part
	}
	m.buttons = append(m.buttons, button{pane.Width(out), pane.Width(out) + len(last), m.keys.Help})
	for i, at := 0, m.width-pane.Width(out)-len(last); i < len(m.buttons); i++ {
		m.buttons[i].from += at
		m.buttons[i].to += at
	}
	return out + last
}

// hintsHere are the keys that make sense where the focus is, the likeliest first.
func (m *root) hintsHere() []hint {
	k := m.keys
	var all []hint
	switch m.prefs.Focus {
	case layout.Text:
		all = []hint{{k.Find, "find"}, {k.Search, "search all"}, {k.Person, "who is meant"}, {k.Date, "which day"}, {k.NextPane, "next pane"}, {k.Back, "back"}, {k.Fold, "furniture"}, {k.Zoom, "zoom"}}
	case layout.Documents:
		all = []hint{{k.Open, "read"}, {k.Why, "why this date"}, {k.NextPane, "next pane"}, {k.Zoom, "zoom"}}
	case layout.Quotes:
		all = []hint{{k.Open, "go there"}, {k.Why, "why this speaker"}, {k.Order, "order"}, {k.Person, "person"}, {k.Copy, "copy"}, {k.Scope, "scope"}, {k.Indirect, "reported"}}
	case layout.Events:
		switch m.events.Scale() {
		case events.ByEvent:
			all = []hint{{k.Open, "go there"}, {k.Why, "why this date"}, {k.Coarser, "by month"}}
		case events.ByMonth:
			all = []hint{{k.Open, "its events"}, {k.Coarser, "by year"}, {k.Finer, "by event"}}
		default:
			all = []hint{{k.Open, "its months"}, {k.Finer, "by month"}}
		}
		all = append(all, hint{k.Filter, "filter"}, hint{k.Keys, "key events"}, hint{k.Copy, "copy"}, hint{k.Scope, "scope"})
	case layout.Found:
		if m.found.Count() == 0 {
			all = []hint{{k.Search, "search all documents"}}
			if m.search.query != "" {
				all = append(all, hint{k.Close, "end it"})
			}
			return append(all, hint{k.NextPane, "next pane"})
		}
		all = []hint{{k.Search, "search"}, {k.Open, "go there"}, {k.NextHit, "next hit"}, {k.Order, "order"}, {k.Copy, "copy"}, {k.Close, "end it"}}
	case layout.People:
		all = []hint{{k.Open, "all of this person"}, {k.Why, "who is this"}, {k.Order, "order"}, {k.Copy, "copy"}, {k.Zoom, "zoom"}}
	}
	if _, of := m.cursor(); of == 0 && m.prefs.Focus != layout.Text { // there is nothing to go to
		all = []hint{{k.Filter, "filter"}, {k.Scope, "scope"}, {k.NextPane, "next pane"}}
	}
	if m.prefs.Focus == layout.Text && m.hits() > 0 {
		all = append([]hint{{k.NextHit, "next hit"}, {k.PrevHit, "hit before"}, {k.Close, "end it"}}, all...)
	}
	switch n := len(m.filter); {
	case m.prefs.Focus == layout.Text && !m.text.Chosen().Empty():
		all = m.chosenHints()
	case n == 1:
		all = append([]hint{{k.Unfilter, "take the filter away"}}, all...)
	case n > 1:
		all = append([]hint{{k.Unfilter, "take the last filter away"}}, all...)
	}
	return all
}

// spread sets one part at the left edge and one at the right, and fills the row.
func (m *root) spread(left, right string) string {
	l, r := pane.Cells(left), pane.Cells(right)
	if l+r > m.width {
		return pane.Pad(left, m.width)
	}
	return left + pane.Spaces(m.width-l-r) + right
}
