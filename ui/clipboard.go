package ui

import (
	"sync/atomic"

	tea "charm.land/bubbletea/v2"
)

// clipboard is what is to stand on the terminal's clipboard. Bubble Tea runs commands
// at the same time, so that of two copies within a few milliseconds, as the second
// and the third of three clicks are, the first might come last: each puts there what
// was copied last by then.
type clipboard struct{ words atomic.Pointer[string] }

// put is the command that puts words on the clipboard.
func (c *clipboard) put(words string) tea.Cmd {
	c.words.Store(&words)
	return func() tea.Msg { return tea.SetClipboard(*c.words.Load())() }
}
