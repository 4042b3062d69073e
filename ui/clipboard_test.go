package ui

import (
	"fmt"
	"testing"
)

func TestTheLastCopyStands(t *testing.T) {
	var c clipboard
	word, paragraph := c.put("weir"), c.put("The weir holds.")
	for _, got := range []string{fmt.Sprint(paragraph()), fmt.Sprint(word())} { // in whatever order they run
		if got != "The weir holds." {
			t.Errorf("%q is put on the clipboard", got)
		}
	}
}
