package ui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// dossier writes documents for a session.
func dossier(t *testing.T, docs map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, words := range docs {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(words), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestSearchingInATerminal(t *testing.T) {
	c := start(t, "160", "30", "onrecord; echo left with $?")
	c.await(" quotations · ")
	c.press("C-f")
	c.await(`"harbour wall"`) // what can be typed
	c.typed("pano")
	c.await("4 documents")
	c.await("─ A number of local residents") // the text shows the best
	c.await("the best first")
	c.typed("rama ")
	c.press("Down")
	c.await("─ BBC Panorama - Statement") // the text follows the cursor
	c.press("Enter")
	c.await("▸ Found")
	c.press("Enter")
	c.await("“panorama” 1 of 4") // still marked in the text that is open
	c.await("╶")                 // where else it stands, on the scroll bar
	c.press("n", "n", "n")
	c.await("“panorama” 4 of 4")
	c.press("n") // on into the next document
	c.await("“panorama” 1 of 3")
	c.await("▸ A protest is set to take place")
	c.press("N") // and back
	c.await("“panorama” 4 of 4")
	c.press("C-o")
	c.await("“panorama” 1 of 4")
	c.press("6")
	c.await("▸ Found")
	c.press("o")
	c.await("4 documents, in their order")
	c.find("A protest is set to take place outside")
	if s := c.screen(); strings.Index(s, "A protest is set to take") > strings.Index(s, "A number of local residents") {
		t.Errorf("the documents are not in their order:\n%s", s)
	}
	c.press("Escape") // the search is over
	c.await("panorama")
	c.gone("in their order")

	c.press("C-f")
	c.typed(`"the council`)
	c.await("documents")
	c.press("C-s")
	c.await(`kept: "the council`)
	c.press("Enter")
	c.escape("the best first")
	c.await(`★ "the council`)
	c.press("C-f", "C-r")
	c.await(`search: "the council`)
	c.press("C-r")
	c.await("search: panorama")
	c.press("Enter", "q")
	c.await("left with 0")
	c.run(bin(t)) // once more: what was kept is there
	c.await(" quotations · ")
	c.press("6")
	c.await(`★ "the council`)
	c.press("Enter")
	c.await(`"the council 1 of`)
}

// A query that cannot be understood says why and where; what is open is told when it
// is sent off.
func TestMistakesOfASearchInATerminal(t *testing.T) {
	c := start(t, "110", "24", "onrecord")
	c.await(" quotations · ")
	for _, tc := range []struct{ typed, says string }{
		{"before:2022-13 council", "before: takes a date as 2022, 2022-05 or 2022-05-16, at column 8"},
		{"tag:mine", "tag: cannot be searched for yet"},
		{"council)", "there is no ( to this ) at column 8"},
		{"speker:lee", "there is no field speker at column 1"},
		{"OR council", "OR has nothing before it at column 1"},
	} {
		c.press("C-f", "C-u")
		c.typed(tc.typed)
		c.await(tc.says)
		c.press("Enter")
		c.gone("search: ")
	}
}

func TestWhatAQueryFindsInATerminal(t *testing.T) {
	dir := dossier(t, map[string]string{
		"1-wall.txt": "The wall of Corrie\n\nPublished: 3 May 2021\n\nThe résumé of Zoë Müller was read in the café. “The wall is weak,” said Zoë Müller, harbour master. O’Neill told the counsil of the harbour-side works.",
		"2-pier.txt": "The pier of Corrie\n\nPublished: 16 May 2022\n\nThey resume the works at the cafe behind the long old pier. The council met. “We shall see,” said Ann Lee.",
		"3-mill.txt": "The mill of Hexley\n\nIt has no day. The council did not meet, and O'Neill was away.",
	})
	c := start(t, "110", "30", "onrecord "+dir)
	c.await("3 documents")
	for _, tc := range []struct {
		query string
		found string // the first letters of the documents
	}{
		{"resume", "12"},
		{"résumé", "1"},
		{"café ", "1"},
		{"CAFE", "12"},
		{"o’neill", "13"},
		{"o'neill", "13"},
		{"harbour–side", "1"},
		{"the", "123"},
		{`"the works"`, "2"},
		{`"works the"~0`, "2"},
		{`"cafe pier"~4`, "2"},
		{`"cafe pier"~3`, ""},
		{"council ", "23"},
		{"council~1 ", "123"},
		{"counc*", "23"},
		{"wall OR pier council ", "12"},
		{"(wall OR pier) council ", "2"},
		{"corrie -(resume OR pier)", ""},
		{"NOT (wall OR pier) ", "3"},
		{"corrie NOT pier ", "1"},
		{"in:quotes wall", "1"},
		{"in:quotes pier", ""},
		{"speaker:müller ", "1"},
		{`person:"ann lee" `, "2"},
		{"doc:mill ", "3"},
		{"before:2022-05-15 ", "1"},
		{"after:2021-05-04 ", "2"},
		{"year:2021 ", "1"},
	} {
		c.press("C-f", "C-u")
		c.typed(tc.query)
		noun := map[bool]string{true: "1 document", false: string(rune('0'+len(tc.found))) + " documents"}[len(tc.found) == 1]
		c.await("search: " + strings.TrimRight(tc.query, " "))
		if tc.found == "" {
			noun = "nothing"
		}
		c.await("Found ─ " + noun)
		for i, name := range []string{"wall of Corrie", "pier of Corrie", "mill of Hexley"} {
			if strings.Contains(tc.found, string(rune('1'+i))) {
				c.await("The " + name)
			}
		}
		c.press("Enter")
	}
}
