package pane

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keymap"
)

// ListPane is what the panes that hold a list have in common: its keys, the wheel,
// and the message that follows the cursor.
type ListPane struct {
	List
	Keys     keymap.Map
	Focused  bool
	Selected func(goThere bool) tea.Msg // of the item under the cursor
}

// SetFocus tells the pane whether keys go to it.
func (p *ListPane) SetFocus(f bool) { p.Focused = f }

// Update moves the cursor; a move shows the passage, enter goes there.
func (p *ListPane) Update(msg tea.Msg) (up tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg, 1)
	case Times:
		if key.Matches(msg.Key, p.Keys.Bottom) {
			p.Pick()
			if p.MoveTo(msg.N - 1) {
				return p.Send(false)
			}
			return nil
		}
		return p.key(msg.Key, msg.N)
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			p.Scroll(-1)
		case tea.MouseWheelDown:
			p.Scroll(1)
		}
	}
	return nil
}

func (p *ListPane) key(msg tea.KeyPressMsg, n int) tea.Msg {
	moved := false
	switch {
	case key.Matches(msg, p.Keys.Down):
		moved = p.Move(n)
	case key.Matches(msg, p.Keys.Up):
		moved = p.Move(-n)
	case key.Matches(msg, p.Keys.PageDown):
		moved = p.Move(n * p.Page())
	case key.Matches(msg, p.Keys.PageUp):
		moved = p.Move(-n * p.Page())
	case key.Matches(msg, p.Keys.Top):
		moved = p.MoveTo(0)
	case key.Matches(msg, p.Keys.Bottom):
		moved = p.MoveTo(p.Count() - 1)
	case key.Matches(msg, p.Keys.Open):
		p.Pick()
		return p.Send(true)
	default:
		return nil
	}
	p.Pick()
	if moved {
		return p.Send(false)
	}
	return nil
}

// Send asks for the item under the cursor to be shown or, with goThere, gone to; it
// is nil when there is none.
func (p *ListPane) Send(goThere bool) tea.Msg {
	if p.Count() == 0 {
		return nil
	}
	return p.Selected(goThere)
}

// Click selects the item at row y and returns its message, or nil when there is
// none.
func (p *ListPane) Click(_, y int, twice bool) tea.Msg {
	i := p.At(y)
	if i < 0 {
		return nil
	}
	p.MoveTo(i)
	p.Pick()
	return p.Send(twice)
}
