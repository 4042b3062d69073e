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
	if p, ok := m.under(msg.X, msg.Y); ok && m.sheet == nil {
		m.to(p, msg)
	}
}

// lister is a pane whose rows can be clicked.
type lister interface {
	Click(y int, twice bool) (up tea.Msg)
}

// clicked gives a pane the focus and selects what was clicked; a double click
// goes there.
func (m *root) clicked(msg tea.MouseClickMsg) {
	p, ok := m.under(msg.X, msg.Y)
	if !ok || m.sheet != nil || msg.Button != tea.MouseLeft {
		return
	}
	now := time.Now()
	twice := msg.X == m.lastClick.x && msg.Y == m.lastClick.y && now.Sub(m.lastClick.at) < doubleClick
	m.lastClick = click{msg.X, msg.Y, now}
	m.focus(p)
	if l, ok := m.panes[p].(lister); ok {
		m.up(l.Click(msg.Y-m.frame.Panes[p].Y-titleRows, twice))
	}
}
