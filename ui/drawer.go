package ui

import (
	"charm.land/bubbles/v2/key"
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
	rows   int // of the drawer, since the reader has moved its border; 0 for what it needs
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
		m.origin = origin{place: m.here(), marked: m.text.Marked()}
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

// The rows of a drawer: at least so many, and as many are left of the text.
const (
	leastDrawer = 3
	leastOver   = 2
)

// drawerHeight is how many rows of the text pane a drawer takes: what it needs, but
// not more than three of five or than the reader gives it.
func (m *root) drawerHeight(r layout.Rect) int {
	if m.sheet == nil || !m.sheet.Drawer() || !r.Shown() {
		return 0
	}
	room := r.Height - titleRows
	most := room * 3 / 5
	if m.origin.rows > 0 {
		most = m.origin.rows
	}
	m.sheet.SetSize(r.Width, max(min(most, room-leastOver), leastDrawer))
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

// drawerTop is the row of the screen where the drawer has its title: its border.
func (m *root) drawerTop() int {
	r := m.frame.Panes[layout.Text]
	return r.Y + r.Height - m.drawer
}

// moveDrawer brings the border of the drawer to a row of the screen, or as near to it
// as there is something to show, and reports whether it moved.
func (m *root) moveDrawer(y int) bool {
	was := m.drawer
	m.origin.rows = max(m.drawer+m.drawerTop()-y, leastDrawer)
	m.arrange()
	m.origin.rows = m.drawer // a border that can go no farther turns where it is
	return m.drawer != was
}

// borderKey moves the border of a drawer by keys.
func (m *root) borderKey(msg tea.KeyPressMsg) tea.Cmd {
	by := resizeRows
	if key.Matches(msg, m.keys.Upwards) {
		by = -by
	}
	if !m.moveDrawer(m.drawerTop() + by) {
		return m.say("the border can go no farther that way")
	}
	return nil
}
