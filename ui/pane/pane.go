// Package pane holds the contract of the panes and what they share: rows of exact
// width, wrapping, a virtualised list, and the messages that go up from a pane.
package pane

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
)

// Pane is a component of the screen. View returns exactly height rows of width
// cells each; Update handles its own keys and the wheel, and sends anything beyond
// it up as a message.
type Pane interface {
	SetSize(width, height int)
	SetFocus(bool)
	Update(tea.Msg) tea.Cmd
	View() []string
	Title() string
}

// Open asks for a passage to be shown. With Go the text gets the focus and the
// place left is remembered; without, it is a preview.
type Open struct {
	Ref text.Ref
	Go  bool
}

// Send makes a command of a message.
func Send(msg tea.Msg) tea.Cmd { return func() tea.Msg { return msg } }
