package ui

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/source"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

// spread is a corpus whose hits lie screens apart, the densest passage in the middle.
var spread = source.Options{Builtin: fstest.MapFS{
	"a.txt": {Data: []byte("Of the mill\n\nA zebra stood there.\n\n" + filler(40) + "A zebra, a second zebra and a third zebra ran past.\n\n" + filler(40) + "The last zebra was gone.\n\n" + filler(20))},
	"b.txt": {Data: []byte("Of the weir\n\n" + filler(40) + "One zebra more.\n\n" + filler(40))},
}}

func filler(n int) string {
	return strings.Repeat("Nothing else was seen on the road that day, and the mill was still.\n\n", n)
}

// where says which hit is the present one, and whether its words stand on the screen.
func where(m *root) string {
	_, now, of := m.text.Found()
	return fmt.Sprintf("%s %d of %d", m.text.Document().Name, now, of)
}

func TestHitsAreGoneOnFromWhatIsInSight(t *testing.T) {
	cases := []struct {
		name, keys, want string
	}{
		{"opened from the documents, the first is not passed over", "1 g enter g n", "a.txt 1 of 5"},
		{"then the one behind it", "1 g enter g n n", "a.txt 2 of 5"},
		{"from the end of a text, in the next", "1 g enter G n", "b.txt 1 of 1"},
		{"from the end, back to its last", "1 g enter G N", "a.txt 5 of 5"},
		{"from the beginning, back in the document before", "1 g enter g N", "b.txt 1 of 1"},
		{"two on", "1 g enter g 0 2 n", "a.txt 2 of 5"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, spread, 110, 30)
			searchFor(t, m, "zebra")
			keys(m, "enter", "o")
			keys(m, strings.Fields(tc.keys)...)
			if got := where(m); got != tc.want {
				t.Errorf("leads to %s, want %s", got, tc.want)
			}
		})
	}
}

func TestAHitLeadsToThePassageThatItShows(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	searchFor(t, m, "zebra")
	if !strings.Contains(plain(m), "a second zebra") {
		t.Fatalf("the row shows another passage:\n%s", plain(m))
	}
	keys(m, "enter", "enter")
	if got := where(m); got != "a.txt 2 of 5" || m.prefs.Focus != layout.Text {
		t.Errorf("enter leads to %s", got)
	}
	keys(m, "6", "o", "enter") // to be read through: from the first on
	if got := where(m); got != "a.txt 1 of 5" {
		t.Errorf("in the order of the documents enter leads to %s", got)
	}
}

// The hits of a document that a filter takes away are not gone over any more.
func TestHitsKeepToWhatAFilterLeaves(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	keys(m, "ctrl+f", "z", "e", "b", "r", "a", "enter", "enter")
	if !strings.HasPrefix(where(m), "a.txt") {
		t.Fatalf("the text is %s", where(m))
	}
	m.narrowTo(index.Filter{index.ByDocument{File: "b.txt"}})
	keys(m, "n")
	if !strings.HasPrefix(where(m), "b.txt 1") {
		t.Errorf("n leads to %s", where(m))
	}
	keys(m, "1", "2", "N")
	if !strings.HasPrefix(where(m), "b.txt") {
		t.Errorf("N leads to %s", where(m))
	}
}

// A key that asks for hits waits for them.
func TestHitsAreAskedForBeforeTheyCome(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	keys(m, "ctrl+f")
	var cmd tea.Cmd
	for _, k := range "zebra" {
		_, cmd = m.Update(keymap.Press(string(k)))
	}
	for _, k := range []string{"enter", "n"} {
		m.Update(keymap.Press(k))
	}
	if m.status != "" {
		t.Errorf("the bottom line says %q", m.status)
	}
	m.Update(cmd())
	if got := where(m); got != "a.txt 3 of 5" { // the row of the best leads to the second
		t.Errorf("n leads to %s", got)
	}
}

func TestWordsOfOneTextAreLookedForInAll(t *testing.T) {
	for _, tc := range []struct{ words, want string }{
		{"zebra", "zebra"},
		{"second zebra", `"second zebra`},
		{"a -second", `"a -second`},
		{"“zebra”", `"zebra`},
	} {
		t.Run(tc.words, func(t *testing.T) {
			m := screenOf(t, spread, 110, 30)
			keys(m, "/")
			m.Update(tea.PasteMsg{Content: tc.words})
			keys(m, "ctrl+f")
			if got := strings.TrimSpace(m.search.input.Value()); got != tc.want && got != strings.Replace(tc.want, `"`, `" `, 1) {
				t.Errorf("%q is looked for as %q, want %q", tc.words, got, tc.want)
			}
			if m.search.wrong != "" {
				t.Errorf("that is wrong: %s", m.search.wrong)
			}
		})
	}
}

func TestAMessageMakesRoomForTheNext(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	searchFor(t, m, `"zebra`)
	keys(m, "enter")
	if !strings.Contains(m.status, "unclosed quote") {
		t.Fatalf("the bottom line says %q", m.status)
	}
	searchFor(t, m, "zebra")
	keys(m, "enter", "enter", "n")
	if got := bottom(m); strings.Contains(got, "unclosed") || !strings.Contains(got, "of 5") {
		t.Errorf("the bottom line says %q", got)
	}
	keys(m, "6", "o")
	if !strings.Contains(m.status, "in their order") {
		t.Errorf("the order is not told: %q", m.status)
	}
	m.Update(keptFailed{fmt.Errorf("the kept searches")}) // comes by itself: a key does not take it away
	keys(m, "j")
	if !strings.Contains(m.status, "the kept searches") {
		t.Error("a failure was taken away by a key")
	}
}

// What a terminal must not be sent is left out of what is typed and pasted.
func TestWhatIsTypedIsSafe(t *testing.T) {
	const turned, escape = "\u202e", "\x1b[31m"
	m := screenOf(t, spread, 110, 30)
	keys(m, "ctrl+f")
	m.Update(tea.PasteMsg{Content: "the " + turned + "zeb" + escape})
	m.Update(tea.KeyPressMsg{Code: 0x202e, Text: turned})
	if got := m.View().Content; strings.Contains(got, turned) || strings.Contains(got, escape+"\n") {
		t.Errorf("it is sent to the terminal: %q", bottom(m))
	}
	if got := m.search.input.Value(); !strings.HasPrefix(got, "the zeb") {
		t.Errorf("%q is typed", got)
	}
}

// The prompt opens before the first document is there: the letters typed are no
// commands.
func TestTheSearchIsTypedWhileNothingIsLoaded(t *testing.T) {
	m := newModel(Options{Mouse: true}, newFeed())
	m.Update(tea.WindowSizeMsg{Width: 110, Height: 30})
	keys(m, "ctrl+f", "i", "q", "z")
	if !m.search.open || m.search.input.Value() != "iqz" {
		t.Errorf("%q is typed", m.search.input.Value())
	}
	_ = m.View()
}
