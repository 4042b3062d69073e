package ui_test

import (
	"strings"
	"testing"
)

// Every pane lists what all filters together leave; each is named, and can be taken
// away by itself.
func TestFiltersInATerminal(t *testing.T) {
	c := start(t, "160", "36", "onrecord")
	c.await(" quotations · ")
	narrow := func(words, line, chip string) {
		t.Helper()
		c.press("f")
		c.await("words or a period:")
		c.typed(words)
		c.await(line)
		c.press("Enter")
		c.await(chip)
	}
	c.await("Said ─ 28 in all documents")
	c.await("Happened ─ 18 in all documents")
	narrow("toynb", "[ ] Diana Toynbee", "person: Diana Toynbee ×")
	c.await("Documents ─ 3 of 5")
	c.await("Said ─ 2 ")
	c.await("Happened ─ 1 ")
	narrow("since 2021", "[ ] since 2021", "period: since 2021 ×")
	narrow("direct", "[ ] direct", "said: direct ×")
	c.await("Said ─ 1 ")
	narrow("happened", "[ ] happened", "status: happened ×")
	narrow("not read", "[ ] not read yet", "read: not yet ×")
	c.press("C-f")
	c.typed("council*") // all five have it
	c.await("Found ─ 2 documents")
	c.press("Enter")
	x, y := c.find("said: direct ×") // in the top line
	if y != 0 {
		t.Fatalf("the chips stand in row %d", y)
	}
	c.click(x+2, y, 1)
	c.gone("said: direct ×")
	for _, chip := range []string{"person: Diana Toynbee ×", "period: since 2021 ×", "status: happened ×", "read: not yet ×"} {
		c.await(chip)
	}
	c.press("3")
	c.await("Said ─ 2 ")
	c.press("F") // the last
	c.gone("read: not yet ×")
	c.press("C-x") // all
	c.gone("×  ")
	c.await("Happened ─ 18 in all documents")

	narrow("1999", "[ ] 1999", "period: 1999 ×")
	for key, pane := range map[string]string{"1": "Documents", "3": "Said", "4": "Happened", "5": "People", "6": "Found"} {
		c.press(key)
		c.await("▸ " + pane)
		if s := strings.Join(strings.Fields(c.under("▸ "+pane)), " "); !strings.Contains(s, "period: 1999") {
			t.Errorf("%s does not name the filter that emptied it:\n%s", pane, s)
		}
	}
}

func TestFiltersInANarrowTerminal(t *testing.T) {
	c := start(t, "120", "36", "onrecord; echo left with $?")
	c.await(" quotations · ")
	c.press("f")
	c.await("words or a period:")
	c.press("-l", "toynb")
	c.await("[ ] Diana Toynbee")
	c.press("Enter")
	c.await("person: Diana Toynbee ×")
	c.press("f", "Down", "Down", "Down", "Space")
	c.await("[x] direct")
	c.press("Escape")
	c.await("said: direct ×")
	c.press("f")
	c.press("-l", "1999")
	c.await("[ ] 1999")
	c.press("Enter", "3")
	c.await("Alone would leave")
	c.tmux("resize-window", "-x", "70", "-y", "20")
	c.await("1999 ×")
	c.press("F")
	c.gone("1999 ×")
	x, y := c.find("person: ")
	if y != 0 {
		x, y = c.find("Diana")
	}
	c.mouse(0, x+2, y, true)
	c.mouse(0, x+2, y, false)
	c.gone("Diana Toynbee ×")
	c.press("C-x")
	c.gone("direct ×")
	c.press("q")
	c.await("left with 0")
}
