package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
	"onrecord/ui/pane"
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
func (m *root) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	p, ok := m.under(msg.X, msg.Y)
	if !ok || m.sheet != nil {
		return nil
	}
	return m.to(p, msg)
}

// lister is a pane whose rows can be clicked.
type lister interface {
	Click(y int) (tea.Cmd, bool)
}

// clicked gives a pane the focus and selects what was clicked; a double click
// goes there.
func (m *root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	p, ok := m.under(msg.X, msg.Y)
	if !ok || m.sheet != nil || msg.Button != tea.MouseLeft {
		return nil
	}
	now := time.Now()
	twice := msg.X == m.lastClick.x && msg.Y == m.lastClick.y && now.Sub(m.lastClick.at) < doubleClick
	m.lastClick = click{msg.X, msg.Y, now}
	m.focus(p)
	l, ok := m.panes[p].(lister)
	if !ok {
		return nil
	}
	cmd, hit := l.Click(msg.Y - m.frame.Panes[p].Y - titleRows)
	if !hit || cmd == nil {
		return nil
	}
	if o, ok := cmd().(pane.Open); ok { // our own message, made without waiting
		o.Go = twice
		m.open(o)
	}
	return nil
}
