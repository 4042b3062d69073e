package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/theme"
)

// origin is what the reader saw when a sheet was opened: what esc brings back.
type origin struct {
	place  place
	marked []text.Span
}

// lay opens a sheet. One that leads to passages lies at the foot of the text,
// which shows what its cursor is on; a sheet that takes the place of another keeps
// the place to come back to.
func (m *root) lay(title string, lines []dialog.Line) {
	m.raise(dialog.New(m.keys, m.theme, title, lines))
}

// raise opens a sheet of any kind.
func (m *root) raise(s sheet) {
	if m.sheet == nil {
		m.origin = origin{m.here(), m.text.Marked()}
	}
	m.sheet = s
	m.arrange()
	if o, ok := m.sheet.Place(); ok {
		m.preview(o)
	}
}

// sheet is what lies over the screen or, as a drawer, at the foot of the text. Its
// rows are all of one width; Update and Click return what it asks for, and whether
// it stays open.
type sheet interface {
	Drawer() bool
	SetSize(width, height int)
	SetTheme(*theme.Theme)
	Place() (o pane.Open, ok bool)
	Update(tea.KeyPressMsg) (up tea.Msg, open bool)
	Click(y int, twice bool) (up tea.Msg, open bool)
	Scroll(n int)
	View() (rows []string, x, y int)
}

// preview shows a passage without going there.
func (m *root) preview(o pane.Open) {
	o.Go = false
	m.open(o)
}

// fold closes the sheet and brings back what was seen before it.
func (m *root) fold() {
	drawer := m.sheet.Drawer()
	m.sheet, m.meaning.seen, m.marks.open = nil, nil, false
	m.arrange()
	if drawer {
		m.unpreview()
	}
}

// unpreview brings back what was seen before the sheet showed anything else.
func (m *root) unpreview() {
	if o := &m.origin; o.place.ref.Doc != text.NoDoc {
		m.show(o.place.ref.Doc)
		m.text.Restore(o.place.spot, o.place.ref)
		m.text.Mark(o.marked...)
	}
}

// sheetKey handles a key while a sheet is open.
func (m *root) sheetKey(msg tea.KeyPressMsg) tea.Cmd {
	up, open := m.sheet.Update(msg)
	return m.fromSheet(up, open)
}

// fromSheet does what a sheet asks for. Going somewhere begins where the reader
// was, so that the way back leads there.
func (m *root) fromSheet(up tea.Msg, open bool) tea.Cmd {
	if !open {
		m.fold()
	}
	return m.asked(up)
}

// drawerHeight is how many rows of the text pane a drawer takes: what it needs, but
// not more than three of five.
func (m *root) drawerHeight(r layout.Rect) int {
	if m.sheet == nil || !m.sheet.Drawer() || !r.Shown() {
		return 0
	}
	m.sheet.SetSize(r.Width, max(min((r.Height-titleRows)*3/5, r.Height-titleRows-2), 3))
	rows, _, _ := m.sheet.View()
	return min(len(rows), max(r.Height-titleRows, 0))
}

// shownAs is how the panes are laid out: a drawer needs the text to be on the
// screen.
func (m *root) shownAs() layout.Prefs {
	p := m.prefs
	if m.sheet != nil && m.sheet.Drawer() && (p.Zoom || m.width < layout.MediumFrom) {
		p.Focus = layout.Text
	}
	return p
}
