package pane

import tea "charm.land/bubbletea/v2"

// Times is a key pressed so many times: one movement, whose end alone is shown. For
// the key that goes to the end it is the number of what to go to.
type Times struct {
	Key tea.KeyPressMsg
	N   int
}

// Where is where the cursor is, and of how many items.
func (l *List) Where() (item, of int) { return l.Cursor, l.Count() }
