package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/source"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

// weir is a corpus of our own to search in.
var weir = source.Options{Builtin: fstest.MapFS{
	"a.txt": {Data: []byte("Tarrow Weir to be mended\n\nThe weir was mended in May 2021. Ann Lee said: “The weir will hold.”")},
	"b.txt": {Data: []byte("A letter about eels\n\nThe eels are back at the weir, and the weir is theirs.")},
	"c.txt": {Data: []byte("Notes\n\nNothing of note was said about the mill.")},
}}

// searchFor types a query and returns the documents found, by name.
func searchFor(t *testing.T, m *root, query string) []string {
	t.Helper()
	keys(m, "ctrl+f")
	for range len([]rune(m.search.input.Value())) {
		m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
	}
	for _, c := range query {
		if c == ' ' {
			keys(m, "space")
			continue
		}
		keys(m, string(c))
	}
	var names []string
	for _, h := range m.found.Hits() {
		names = append(names, m.x.Docs[h.Doc].Name)
	}
	slices.Sort(names)
	return names
}

func TestSearchingTheCorpus(t *testing.T) {
	cases := []struct {
		name, query string
		want        []string
	}{
		{"a word that is being typed", "we", []string{"a.txt", "b.txt"}},
		{"two words must both be there", "weir eels", []string{"b.txt"}},
		{"a phrase", `"weir will hold"`, []string{"a.txt"}},
		{"one or another", "eels OR mill", []string{"b.txt", "c.txt"}},
		{"without a word", "weir -eels", []string{"a.txt"}},
		{"in what somebody said", "speaker:lee weir", []string{"a.txt"}},
		{"an open quote is taken as closed", `"weir will`, []string{"a.txt"}},
		{"nothing", "zebra", nil},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			if got := searchFor(t, m, tc.query); !slices.Equal(got, tc.want) {
				t.Errorf("%q finds %v, want %v", tc.query, got, tc.want)
			}
		})
	}
}

func TestHitsAreGoneThroughAcrossDocuments(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "enter", "o", "enter") // in the order of the documents, and to the first
	var seen []string
	for range 8 {
		_, now, of := m.text.Found()
		seen = append(seen, m.text.Document().Name+" "+strings.Repeat("i", now)+"/"+strings.Repeat("i", of))
		keys(m, "n")
	}
	want := []string{"a.txt i/iii", "a.txt ii/iii", "a.txt iii/iii", "b.txt i/ii", "b.txt ii/ii", "a.txt i/iii", "a.txt ii/iii", "a.txt iii/iii"}
	if !slices.Equal(seen, want) {
		t.Errorf("n goes\n%v, want\n%v", seen, want)
	}
	keys(m, "N", "N", "N", "N")
	if d := m.text.Document(); d.Name != "b.txt" {
		t.Errorf("N goes back to %s, want b.txt", d.Name)
	}
}

func TestAStaleAnswerIsDropped(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "ctrl+f")
	_, first := m.Update(press('e'))
	slow := first() // of “e”, which comes after “eel” was typed
	keys(m, "e", "l")
	was := len(m.found.Hits())
	m.Update(slow)
	if got := len(m.found.Hits()); got != was || was != 1 {
		t.Errorf("%d hits, was %d, want 1", got, was)
	}
}

// An arrow behind letters goes through what these find, however long that takes.
func TestAnArrowWaitsForTheHits(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "w")
	_, cmd := m.Update(press('e'))
	m.Update(keymap.Press("down"))
	m.Update(cmd())
	if m.found.Cursor != 1 || m.text.Document().ID != m.found.Passage().Doc {
		t.Errorf("the cursor is on hit %d, the text shows document %d", m.found.Cursor, m.text.Document().ID)
	}
	_, cmd = m.Update(press('i'))
	m.Update(keymap.Press("down"))
	_, again := m.Update(press('r')) // typed over: the arrow was for hits that nobody will see
	m.Update(cmd())
	m.Update(again())
	if m.found.Cursor != 0 {
		t.Errorf("the cursor is on hit %d of what was typed last", m.found.Cursor)
	}
}

func TestAFilterNarrowsTheHits(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	if got := searchFor(t, m, "weir"); len(got) != 2 {
		t.Fatalf("%v", got)
	}
	keys(m, "enter", "5", "enter") // all of Ann Lee
	if got := m.found.Hits(); len(got) != 1 {
		t.Errorf("%d hits under the filter, want 1", len(got))
	}
	keys(m, "F")
	if got := m.found.Hits(); len(got) != 2 {
		t.Errorf("%d hits without it, want 2", len(got))
	}
}

func TestEscEndsOneThingAtATime(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "esc")
	if m.search.open || m.search.query == "" {
		t.Error("the first esc closes the prompt and keeps the search")
	}
	keys(m, "/", "e", "e", "l", "s", "enter")
	if q, _, _ := m.text.Found(); q != "eels" {
		t.Errorf("marked is %q, want what is looked for in the text", q)
	}
	keys(m, "esc")
	if q, _, _ := m.text.Found(); q != "weir" {
		t.Errorf("marked is %q, want the search again", q)
	}
	keys(m, "esc")
	if q, _, _ := m.text.Found(); q != "" || m.search.query != "" {
		t.Errorf("marked is %q, want nothing", q)
	}
}

func TestASearchThatIsNotBegunGivesTheFocusBack(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "3", "ctrl+f", "esc")
	if m.prefs.Focus != layout.Quotes {
		t.Errorf("the focus is on %v", m.prefs.Focus)
	}
}

func BenchmarkSearchKey(b *testing.B) {
	m := screenOf(b, made(20000), 160, 48)
	keys(m, "ctrl+f", "c", "o", "u", "n")
	b.ReportAllocs()
	for b.Loop() {
		keys(m, "c")
		_ = m.View()
		_, cmd := m.Update(tea.KeyPressMsg{Code: tea.KeyBackspace})
		if m.search.busy {
			m.Update(cmd())
		}
		_ = m.View()
	}
}

func TestHitsAreCountedAcrossDocuments(t *testing.T) {
	cases := []struct {
		keys []string
		want string
	}{
		{[]string{"0", "2", "n"}, "a.txt 3"},
		{[]string{"0", "3", "n"}, "b.txt 1"},
		{[]string{"0", "4", "n"}, "b.txt 2"},
		{[]string{"0", "5", "n"}, "a.txt 1"},
		{[]string{"N"}, "b.txt 2"},
		{[]string{"0", "3", "N"}, "a.txt 3"},
		{[]string{"n", "0", "2", "N"}, "b.txt 2"},
		{[]string{"1", "G", "2", "n"}, "a.txt 1"}, // from one that has none
		{[]string{"1", "G", "2", "N"}, "b.txt 2"},
	}
	for _, tc := range cases {
		m := screenOf(t, weir, 110, 30)
		searchFor(t, m, "weir")
		keys(m, "enter", "o", "enter") // in the order of the documents, and to the first
		keys(m, tc.keys...)
		_, now, _ := m.text.Found()
		if got := fmt.Sprint(m.text.Document().Name, " ", now); got != tc.want {
			t.Errorf("%v leads to %s, want %s", tc.keys, got, tc.want)
		}
	}
}

// While a folder is read the best is shown as it comes, until the reader chooses.
func TestTheBestIsShownAsItComes(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	whole := m.x
	few := *whole.Corpus
	few.Docs, few.Quotations, few.Events, few.People = few.Docs[:0], nil, nil, nil
	few.Search = nil
	early := newModel(Options{Mouse: true}, newFeed())
	early.accept(arrival{index: index.New(&few)})
	early.Update(tea.WindowSizeMsg{Width: 110, Height: 30})
	searchFor(t, early, `"one zebra more"`)
	_, cmd := early.Update(arrival{index: whole})
	for cmd != nil && early.search.busy {
		msg := cmd()
		if all, ok := msg.(tea.BatchMsg); ok {
			msg = all[0]()
		}
		_, cmd = early.Update(msg)
	}
	hits := early.found.Hits()
	if len(hits) != 1 || hits[0].Doc != 1 || early.found.Cursor != 0 || early.text.Document().ID != hits[0].Doc {
		t.Errorf("of %d hits the cursor is on %d, the text shows document %d", len(hits), early.found.Cursor, early.text.Document().ID)
	}
}

// The hit that is gone on from is the same when words of one text were not looked for
// after all.
func TestWhatWasNotLookedForLeavesTheHit(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	searchFor(t, m, "zebra")
	keys(m, "enter", "o", "enter", "n", "n")
	_, want, _ := m.text.Found()
	keys(m, "/", "esc")
	if _, now, _ := m.text.Found(); now != want {
		t.Errorf("hit %d is the present one, want %d", now, want)
	}
}

// Who is told that nothing is left is told why.
func TestAFilterThatLeavesNoHitIsNamed(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	m.narrowTo(index.Filter{index.ByDocument{File: "b.txt"}})
	searchFor(t, m, "third")
	if !strings.Contains(bottom(m), "document: b") {
		t.Errorf("while one types the bottom line says %q", bottom(m))
	}
	keys(m, "enter", "n")
	if !strings.Contains(m.status, "document: b") {
		t.Errorf("n says %q", m.status)
	}
}

func TestAPastedLineEndIsABlank(t *testing.T) {
	m := screenOf(t, spread, 110, 30)
	keys(m, "/")
	m.Update(tea.PasteMsg{Content: "second zebra\rand a"})
	if _, _, of := m.text.Found(); m.find.Value() != "second zebra and a" || of != 1 {
		t.Errorf("%q is looked for, %d hits", m.find.Value(), of)
	}
}

// A snapshot that comes while the hits are gone through leaves the cursor and the
// text where they are.
func TestASnapshotLeavesTheCursorOnItsHit(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "down")
	at, doc := m.found.Cursor, m.text.Document().ID
	if at != 1 {
		t.Fatalf("the cursor is on hit %d", at)
	}
	_, cmd := m.Update(arrival{index: m.x})
	m.Update(cmd())
	if m.found.Cursor != at || m.text.Document().ID != doc {
		t.Errorf("the cursor is on hit %d, the text shows document %d, want %d and %d", m.found.Cursor, m.text.Document().ID, at, doc)
	}
}

// An answer that comes behind enter is shown like one that came before.
func TestAnAnswerBehindEnterIsShown(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "ctrl+f")
	_, cmd := m.Update(press('m'))
	m.Update(keymap.Press("enter"))
	m.Update(cmd())
	if r := m.found.Passage(); m.text.Document().ID != r.Doc || m.text.Marked() == nil {
		t.Errorf("the text shows %v of document %d, the cursor is on %v", m.text.Marked(), m.text.Document().ID, r)
	}
}

func TestASearchBegunInItsPaneStaysThere(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "6", "ctrl+f", "esc")
	if m.prefs.Focus != layout.Found {
		t.Errorf("the focus is on %v", m.prefs.Focus)
	}
}

// Words that are looked for in one document are looked for in all at a key.
func TestTheWordsOfADocumentAreSearchedInAll(t *testing.T) {
	for _, tc := range []struct {
		words string
		hits  int
	}{{"weir", 2}, {"", 0}} {
		t.Run("typed: "+tc.words, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			was := m.text.Spot()
			keys(m, "2", "/")
			for _, c := range tc.words {
				keys(m, string(c))
			}
			keys(m, "ctrl+f")
			if m.finding || !m.search.open || m.search.input.Value() != tc.words || len(m.found.Hits()) != tc.hits {
				t.Errorf("%q is searched, with %d hits", m.search.input.Value(), len(m.found.Hits()))
			}
			keys(m, "esc", "esc")
			for tc.hits > 0 && len(m.history.back) > 0 {
				keys(m, "ctrl+o")
			}
			if m.text.Spot() != was {
				t.Error("there is no way back to what was read")
			}
		})
	}
}

func TestFindingNothingMarksTheSearchAgain(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "enter", "2", "/", "x", "backspace", "enter")
	if q, _, _ := m.text.Found(); q != "weir" {
		t.Errorf("marked is %q", q)
	}
}

// A filter may leave only documents that many others come before: they are found all
// the same.
func TestAFilterLeavesWhatManyOthersComeBefore(t *testing.T) {
	files := fstest.MapFS{}
	for i := range 2100 {
		files[fmt.Sprintf("%04d.txt", i)] = &fstest.MapFile{Data: []byte("The weir\n\nThe weir holds.")}
	}
	files["last.txt"] = &fstest.MapFile{Data: []byte("A letter\n\nMany words are written here about eels and mills and the old road, and one about a weir.")}
	m := screenOf(t, source.Options{Builtin: files}, 110, 30)
	m.narrowTo(index.Filter{index.ByDocument{File: "last.txt"}})
	if got := searchFor(t, m, "weir"); !slices.Equal(got, []string{"last.txt"}) {
		t.Errorf("%v is found", got)
	}
	keys(m, "enter", "F")
	if got := len(m.found.Hits()); got != 2101 {
		t.Errorf("%d documents are found without the filter", got)
	}
}

func TestWhatIsOpenIsToldBehindEnter(t *testing.T) {
	cases := []struct{ query, want string }{
		{`weir "the wei`, "unclosed quote at column 6"},
		{"(weir", "unclosed ( at column 1"},
		{"weir OR", "OR has nothing behind it at column 6"},
		{"weir", ""},
		{"tag:eels weir", "tag: cannot be searched for yet: it will find your own tags, at column 1"},
	}
	for _, tc := range cases {
		t.Run(tc.query, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			searchFor(t, m, tc.query)
			keys(m, "enter")
			if m.status != tc.want {
				t.Errorf("the bottom line says %q, want %q", m.status, tc.want)
			}
		})
	}
}

// A list that a filter empties says which one did.
func TestHitsAndPeopleThatAreEmptiedNameTheFilter(t *testing.T) {
	m := screenOf(t, weir, 180, 30)
	searchFor(t, m, "weir")
	keys(m, "enter", "f", "1", "9", "9", "9", "enter", "5")
	for _, tc := range []struct{ key, want string }{
		{"5", "The filter “period: 1999” leaves no document that names anybody here."},
		{"6", "2 documents found. The filter “period: 1999” leaves no document that has this here."},
	} {
		keys(m, tc.key)
		r := m.frame.Panes[m.prefs.Focus]
		var b strings.Builder
		for _, row := range strings.Split(plain(m), "\n")[r.Y+1 : r.Y+r.Height] {
			b.WriteString(string([]rune(row)[r.X:min(r.X+r.Width, len([]rune(row)))]) + " ")
		}
		if got := strings.Join(strings.Fields(b.String()), " "); !strings.Contains(got, tc.want) {
			t.Errorf("%s says %q, want %q", tc.key, got, tc.want)
		}
	}
}

// Back is where one was among the hits, too: the next one is that behind it.
func TestBackLeadsToTheHitThatWasLeft(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "enter", "o", "enter", "n") // the second of the first document
	at := func() string {
		_, now, of := m.text.Found()
		return fmt.Sprint(m.text.Document().Name, " ", now, " of ", of)
	}
	before := at()
	if before != "a.txt 2 of 3" {
		t.Fatalf("n leads to %s", before)
	}
	keys(m, ")", ")", "ctrl+o") // to another document and back
	if got := at(); got != before {
		t.Errorf("back leads to %s, want %s", got, before)
	}
	keys(m, "j", "n", "n", "n", "ctrl+o") // a run, over the end of the document
	if got := at(); got != before {
		t.Errorf("back leads to %s, want %s", got, before)
	}
	keys(m, "n")
	if got := at(); got != "a.txt 3 of 3" {
		t.Errorf("n from there leads to %s", got)
	}
	_, cmd := m.Update(arrival{index: m.x}) // the hits are found anew
	m.Update(cmd())
	if got := at(); got != "a.txt 3 of 3" {
		t.Errorf("a snapshot leads to %s", got)
	}
}
