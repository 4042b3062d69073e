package pane

import "charm.land/bubbles/v2/textinput"

// CursorCell is the cell of an input, from its first letter in sight, at which its
// cursor stands; ok is false when it has none. bubbles counts letters for that, of
// which a wide one takes two cells and a mark over another none. Where words are
// longer than the input it does not tell which are in sight, and its count is taken:
// it is right at their end.
func CursorCell(in *textinput.Model) (cell int, ok bool) {
	c := in.Cursor()
	if c == nil {
		return 0, false
	}
	words := in.Value()
	if w := in.Width(); w > 0 && Width(words) > w {
		return c.X, true
	}
	runes := []rune(words)
	return Width(string(runes[:min(in.Position(), len(runes))])), true
}
