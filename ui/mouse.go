package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
)

// click is the last press of a button, to tell a double click.
type click struct {
	x, y int
	at   time.Time
}

// doubleClick is the longest time between the two presses of one.
const doubleClick = 400 * time.Millisecond

// under returns the pane at a cell.
func (m *root) under(x, y int) (layout.Pane, bool) {
	for p, r := range m.frame.Panes {
		if r.Contains(x, y) {
			return layout.Pane(p), true
		}
	}
	return 0, false
}

// wheel scrolls the pane under the pointer; the focus stays.
func (m *root) wheel(msg tea.MouseWheelMsg) {
	p, ok := m.under(msg.X, msg.Y)
	switch {
	case m.filters != nil:
		m.filters.Scroll(map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[msg.Button])
	case !ok:
	case m.inDrawer(p, msg.Y):
		m.sheet.Scroll(map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[msg.Button])
	case m.sheet == nil || m.sheet.Drawer():
		m.to(p, msg)
	}
}

// inDrawer reports whether a row of a pane is the drawer's.
func (m *root) inDrawer(p layout.Pane, y int) bool {
	r := m.frame.Panes[p]
	return p == layout.Text && m.drawer > 0 && y >= r.Y+r.Height-m.drawer
}

// lister is a pane whose rows can be clicked.
type lister interface {
	Click(x, y int, twice bool) (up tea.Msg)
}

// clicked gives a pane the focus and selects what was clicked; a double click
// goes there.
func (m *root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	if msg.Button != tea.MouseLeft {
		return nil
	}
	if m.filters != nil {
		return m.clickFilters(msg.X, msg.Y)
	}
	if msg.Y == 0 && m.sheet == nil {
		return m.clickTop(msg.X)
	}
	p, ok := m.under(msg.X, msg.Y)
	if !ok || m.sheet != nil && !m.inDrawer(p, msg.Y) {
		return nil
	}
	now := time.Now()
	twice := msg.X == m.lastClick.x && msg.Y == m.lastClick.y && now.Sub(m.lastClick.at) < doubleClick
	m.lastClick = click{msg.X, msg.Y, now}
	r := m.frame.Panes[p]
	if m.sheet != nil {
		up, open := m.sheet.Click(msg.Y-(r.Y+r.Height-m.drawer), twice)
		return m.fromSheet(up, open)
	}
	m.focus(p)
	if l, ok := m.panes[p].(lister); ok {
		m.up(l.Click(msg.X-r.X, msg.Y-r.Y-titleRows, twice))
	}
	return nil
}

// clickFilters sets or takes off what is clicked on the sheet of the filters; a
// click beside it closes it.
func (m *root) clickFilters(x, y int) tea.Cmd {
	rows, left, top := m.filters.View()
	if y < top || y >= top+len(rows) || x < left || x >= left+m.filters.Width() {
		m.filters = nil
		return nil
	}
	return m.asked(m.filters.Click(y - top))
}
