package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/filters"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
	"onrecord/ui/picker"
	"onrecord/ui/reader"
)

// click is the last press of a button, to tell a double and a triple click.
type click struct {
	x, y  int
	at    time.Time
	times int
}

// doubleClick is the longest time between two presses of one.
const doubleClick = 400 * time.Millisecond

// pressed counts the clicks that follow one another on a cell, up to three.
func (m *root) pressed(x, y int) int {
	now := m.now()
	c := click{x, y, now, 1}
	if l := m.lastClick; l.x == x && l.y == y && now.Sub(l.at) < doubleClick && l.times < 3 {
		c.times = l.times + 1
	}
	m.lastClick = c
	return c.times
}

// under returns the pane at a cell.
func (m *root) under(x, y int) (layout.Pane, bool) {
	for p, r := range m.frame.Panes {
		if r.Contains(x, y) {
			return layout.Pane(p), true
		}
	}
	return 0, false
}

// wheel scrolls what is under the pointer; the focus stays.
func (m *root) wheel(msg tea.MouseWheelMsg) tea.Cmd {
	n := map[tea.MouseButton]int{tea.MouseWheelUp: -1, tea.MouseWheelDown: 1}[msg.Button]
	p, ok := m.under(msg.X, msg.Y)
	switch {
	case m.filters != nil:
		m.filters.Scroll(n)
	case m.sheet != nil && !m.sheet.Drawer(), ok && m.inDrawer(p, msg.Y):
		return m.scrollSheet(n)
	case !ok:
	default:
		return m.to(p, msg)
	}
	return nil
}

// scrollSheet scrolls a sheet. Of a picker the cursor goes along, and the text shows
// what it is on.
func (m *root) scrollSheet(n int) tea.Cmd {
	if _, ok := m.sheet.(*picker.Picker); ok && n != 0 {
		return m.sheetKey(keymap.Press(map[bool]string{true: "down", false: "up"}[n > 0]))
	}
	m.sheet.Scroll(n)
	return nil
}

// inDrawer reports whether a row of a pane is the drawer's.
func (m *root) inDrawer(p layout.Pane, y int) bool {
	return p == layout.Text && m.drawer > 0 && y >= m.drawerTop()
}

// lister is a pane whose rows can be clicked.
type lister interface {
	Click(x, y int, twice bool) (up tea.Msg)
}

// clicked does what is clicked: of what lies over the screen first, then of the top
// and the bottom line, the borders and titles, and the panes.
func (m *root) clicked(msg tea.MouseClickMsg) tea.Cmd {
	m.drag = drag{tag: m.drag.tag + 1} // what still ticks is stale
	if msg.Button != tea.MouseLeft || m.frame.Class == layout.TooSmall {
		return nil
	}
	times := m.pressed(msg.X, msg.Y)
	if in, _ := m.typing(); in != nil && msg.Y == m.height-1 {
		return nil
	}
	m.endTyping()
	switch {
	case m.filters != nil:
		return m.clickFilters(msg.X, msg.Y)
	case m.sheet != nil:
		return m.clickSheet(msg.X, msg.Y, times)
	case msg.Y == 0:
		return m.clickTop(msg.X)
	case msg.Y == m.height-1:
		return m.clickHint(msg.X)
	}
	if e := m.frame.EdgeAt(msg.X, msg.Y); e != layout.NoEdge && (e != layout.SplitEdge || m.tabAt(msg.X, msg.Y) < 0) {
		return m.pressEdge(e, msg.X, msg.Y, times > 1)
	}
	if p, ok := m.under(msg.X, msg.Y); ok {
		return m.clickPane(p, msg.X, msg.Y, times)
	}
	return nil
}

// clickPane gives a pane the focus and selects what was clicked; a double click
// goes there. In the text it begins a selection: of letters, of words, of
// paragraphs.
func (m *root) clickPane(p layout.Pane, x, y, times int) tea.Cmd {
	r := m.frame.Panes[p]
	if to := m.tabAt(x, y); to >= 0 {
		m.focus(to)
		return nil
	}
	m.focus(p)
	x, y = x-r.X, y-r.Y-titleRows
	if p == layout.Text {
		switch {
		case y < 0:
		case m.text.BarAt(x):
			m.drag.what = dragBar
			m.text.ScrollTo(y)
			m.glancing = false
		default:
			m.pressText(x, y, times)
		}
		return nil
	}
	if l, ok := m.panes[p].(lister); ok && y >= 0 {
		return m.up(l.Click(x, y, times > 1))
	}
	return nil
}

// pressText begins a selection: of letters, of words, of paragraphs.
func (m *root) pressText(x, y, times int) {
	m.drag.what = dragText
	m.text.Press(x, y, [...]reader.Unit{reader.Letters, reader.Words, reader.Paragraphs}[times-1])
}

// clickSheet goes along a drawer, and selects in the text over it; a click beside a page
// closes it.
func (m *root) clickSheet(x, y, times int) tea.Cmd {
	if !m.sheet.Drawer() {
		rows, left, top := m.sheet.View()
		if y < top || y >= top+len(rows) || x < left || x >= m.width-left {
			m.fold()
		}
		return nil
	}
	p, ok := m.under(x, y)
	switch r := m.frame.Panes[layout.Text]; {
	case !ok:
		return nil
	case p == layout.Text && !m.inDrawer(p, y): // the words that the drawer led to can be selected
		if y >= r.Y+titleRows && !m.text.BarAt(x-r.X) {
			m.pressText(x-r.X, y-r.Y-titleRows, times)
		}
		return nil
	case p != layout.Text:
		return m.say("the drawer has the keys: " + m.keys.Close.Help().Key + " closes it")
	case y == m.drawerTop() && times > 1:
		m.origin.rows = 0
		m.arrange()
		return m.say("the border is where it was from the start")
	case y == m.drawerTop():
		m.drag.what, m.drag.x, m.drag.y = dragDrawer, x, y
		return nil
	}
	up, open := m.sheet.Click(y-m.drawerTop(), times > 1)
	return m.fromSheet(up, open)
}

// clickFilters sets or takes off what is clicked on the sheet of the filters; a
// click beside it closes it, one on a chip takes its condition away.
func (m *root) clickFilters(x, y int) tea.Cmd {
	rows, left, top := m.filters.View()
	switch {
	case y == 0 && top > 0:
		return m.clickTop(x)
	case y < top || y >= top+len(rows) || x < left || x >= left+m.filters.Width():
		return m.narrowed(filters.Ask{Filter: m.filter, Close: true})
	}
	return m.narrowed(m.filters.Click(y - top))
}

// button is a key of the bottom line that can be clicked.
type button struct {
	from, to int // cells
	key      key.Binding
}

// clickHint presses the key that is clicked in the bottom line.
func (m *root) clickHint(x int) tea.Cmd {
	for _, b := range m.buttons {
		if x >= b.from && x < b.to {
			return m.keyPress(keymap.Press(name(b.key)))
		}
	}
	return nil
}
