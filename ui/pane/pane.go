// Package pane holds the contract of the panes and what they share: rows of exact
// width, wrapping, a virtualised list, and the messages that go up from a pane.
package pane

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
)

// Pane is a component of the screen. View returns exactly height rows of width
// cells each. Update handles the pane's own keys and the wheel, and returns what
// goes beyond it as a message, or nil: at once and not by a command, whose order
// is not kept (G and enter typed fast would arrive as enter and G).
type Pane interface {
	SetSize(width, height int)
	SetFocus(bool)
	Update(tea.Msg) (up tea.Msg)
	View() []string
	Title(width int) string
}

// Person asks for everything to be narrowed to one person of the corpus, an index
// into Corpus.People.
type Person struct{ Index int }

// Open asks for a passage to be shown. With Go the text gets the focus and the
// place left is remembered; without, it is a preview.
type Open struct {
	Ref text.Ref
	Go  bool
}
