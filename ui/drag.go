package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
)

// drag is what the button that is held down moves.
type drag struct {
	what dragged
	edge layout.Edge
	from int // of an edge: how far beside its first cell it was taken
	x, y int // where the pointer was last
	tag  int // of the scrolling beyond the text
}

type dragged uint8

const (
	dragNone dragged = iota
	dragEdge
	dragText
	dragBar
	dragDrawer
)

// beyond scrolls on while the pointer rests beside the text: a terminal tells only
// of a pointer that moves.
type beyond struct{ tag int }

// beyondEvery is the time between two rows.
const beyondEvery = 40 * time.Millisecond

// pressEdge takes an edge; a double click puts it back to where it was from the
// start.
func (m *root) pressEdge(e layout.Edge, x, y int, twice bool) tea.Cmd {
	if p, ok := m.under(x, y); ok { // the title of a pane
		m.focus(p)
	}
	if twice {
		m.prefs = m.prefs.Restore(e)
		m.arrange()
		return m.say("the border is where it was from the start")
	}
	m.drag.what, m.drag.edge, m.drag.x, m.drag.y = dragEdge, e, x, y
	for _, d := range m.frame.Dividers {
		if d.Edge == e && e != layout.SplitEdge {
			m.drag.from = x - d.X
		}
	}
	return nil
}

// motion moves what is held.
func (m *root) motion(msg tea.MouseMotionMsg) tea.Cmd {
	d := &m.drag
	if d.what == dragNone || msg.Button != tea.MouseLeft || d.x == msg.X && d.y == msg.Y {
		m.dirty = false
		return nil
	}
	d.x, d.y = msg.X, msg.Y
	switch d.what {
	case dragEdge:
		to := msg.X - d.from
		if d.edge == layout.SplitEdge {
			to = msg.Y
		}
		m.prefs = m.frame.Move(m.prefs, d.edge, to)
		m.arrange()
	case dragDrawer:
		m.moveDrawer(msg.Y)
	case dragBar:
		m.touched = []layout.Pane{layout.Text}
		m.text.ScrollTo(msg.Y - m.frame.Panes[layout.Text].Y - titleRows)
		m.glancing = false
	case dragText:
		m.touched = []layout.Pane{layout.Text}
		return m.dragText()
	}
	return nil
}

// dragText brings the selection to the pointer or, where that has left the text,
// begins to scroll.
func (m *root) dragText() tea.Cmd {
	r := m.frame.Panes[layout.Text]
	if m.outside() == 0 {
		m.drag.tag++ // what still ticks is stale
		m.text.Drag(m.drag.x-r.X, m.drag.y-r.Y-titleRows)
		return nil
	}
	m.drag.tag++
	return m.scrollBeyond(beyond{m.drag.tag})
}

// outside is how many rows the pointer is above, negative, or below the text.
func (m *root) outside() int {
	r := m.frame.Panes[layout.Text]
	switch top, end := r.Y+titleRows, r.Y+r.Height-m.drawer; {
	case m.drag.y < top:
		return m.drag.y - top
	case m.drag.y >= end:
		return m.drag.y - end + 1
	}
	return 0
}

// scrollBeyond scrolls a little, the faster the farther the pointer is away.
func (m *root) scrollBeyond(b beyond) tea.Cmd {
	n := m.outside()
	if b.tag != m.drag.tag || m.drag.what != dragText || n == 0 {
		m.dirty = false
		return nil
	}
	m.touched = []layout.Pane{layout.Text}
	m.glancing = false
	m.text.DragBeyond(m.drag.x-m.frame.Panes[layout.Text].X, max(-3, min(n, 3)))
	return tea.Tick(beyondEvery, func(time.Time) tea.Msg { return b })
}

// released ends a drag. Words that were selected are copied as they are.
func (m *root) released() tea.Cmd {
	was := m.drag.what
	m.drag = drag{tag: m.drag.tag + 1}
	if was != dragText {
		return nil
	}
	return m.copyChosen()
}

// borders handles the keys of the borders and of the mouse.
func (m *root) borders(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := m.keys
	switch {
	case key.Matches(msg, k.Resize):
		m.resizing = true
	case key.Matches(msg, k.Leftwards):
		return m.resize(-1, 0), true
	case key.Matches(msg, k.Rightwards):
		return m.resize(1, 0), true
	case key.Matches(msg, k.Upwards):
		return m.resize(0, -1), true
	case key.Matches(msg, k.Downwards):
		return m.resize(0, 1), true
	case key.Matches(msg, k.Mouse):
		m.mouse = !m.mouse
		return m.say("the mouse is " + map[bool]string{true: "the program’s", false: "the terminal’s: select text as you are used to"}[m.mouse]), true
	default:
		return nil, false
	}
	return nil, true
}

// resizeKey handles a key while borders are moved by keys: the arrows move that of
// the pane with the focus; what is none of its keys ends it and is done.
func (m *root) resizeKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "left", "h":
		return m.resize(-1, 0)
	case "right", "l":
		return m.resize(1, 0)
	case "up", "k":
		return m.resize(0, -1)
	case "down", "j":
		return m.resize(0, 1)
	case "=":
		m.prefs = m.prefs.Restore(layout.NoEdge)
		m.arrange()
		return nil
	}
	m.resizing = false
	if key.Matches(msg, m.keys.Close, m.keys.Open, m.keys.Resize) {
		return nil
	}
	return m.keyPress(msg)
}

// The cells that a key moves a border by.
const (
	resizeCells = 3
	resizeRows  = 2
)

// resize moves the border of the pane with the focus: of the documents their right
// one, of all else that beside the side panes; up and down that between these.
func (m *root) resize(dx, dy int) tea.Cmd {
	e, n := layout.RightEdge, dx*resizeCells
	switch {
	case dy != 0:
		e, n = layout.SplitEdge, dy*resizeRows
	case m.prefs.Focus == layout.Documents && m.frame.Class == layout.Wide:
		e = layout.LeftEdge
	}
	p := m.frame.Step(m.prefs, e, n)
	if p == m.prefs {
		return m.say("there is no border to move that way")
	}
	m.prefs = p
	m.arrange()
	return nil
}
