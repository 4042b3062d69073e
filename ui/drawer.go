package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
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
	if m.sheet == nil {
		m.origin = origin{m.here(), m.text.Marked()}
	}
	m.sheet = dialog.New(m.keys, m.theme, title, lines)
	m.arrange()
	if o, ok := m.sheet.Place(); ok {
		m.preview(o)
	}
}

// preview shows a passage without going there.
func (m *root) preview(o pane.Open) {
	o.Go = false
	m.open(o)
}

// fold closes the sheet and brings back what was seen before it.
func (m *root) fold() {
	drawer := m.sheet.Drawer()
	m.sheet, m.meaning.seen = nil, nil
	m.arrange()
	if drawer && m.origin.place.ref.Doc != text.NoDoc {
		m.show(m.origin.place.ref.Doc)
		m.text.Return(m.origin.place.ref)
		m.text.Mark(m.origin.marked...)
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
	if o, ok := up.(pane.Open); ok {
		m.open(o)
	}
	return nil
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
