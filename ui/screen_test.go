package ui

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/source"
	"onrecord/seeds"
	"onrecord/ui/keymap"
)

var update = flag.Bool("update", false, "write the golden screens anew")

var builtin = source.Options{Builtin: seeds.FS}

// plain returns the screen as text.
func plain(m *root) string { return ansi.Strip(m.View().Content) }

// keys presses keys by name: letters, and enter, tab, esc, ctrl+o and the like.
func keys(m *root, names ...string) {
	for _, n := range names {
		_, cmd := m.Update(keymap.Press(n))
		for m.search.busy && cmd != nil { // the answer of a search, which comes beside the keys
			msg := cmd()
			if all, ok := msg.(tea.BatchMsg); ok { // the search stands first, a clock may be behind it
				msg = all[0]()
			}
			a, ok := msg.(searched)
			if !ok {
				break
			}
			_, cmd = m.Update(a)
		}
	}
}

// golden compares a screen with the file of the test's name.
func golden(t *testing.T, got string) {
	t.Helper()
	lines := strings.Split(got, "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	got = strings.Join(lines, "\n") + "\n"
	path := filepath.Join("testdata", strings.ReplaceAll(t.Name(), "/", "_")+".golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the screen is\n%s\nwant\n%s\n(go test ./ui -update writes it anew)", got, want)
	}
}

func TestScreens(t *testing.T) {
	cases := []struct {
		name          string
		width, height int
		keys          []string
	}{
		{"wide", 160, 24, nil},
		{"medium", 110, 20, nil},
		{"narrow chronology", 70, 20, []string{"4"}},
		{"narrow quotations", 70, 16, []string{"3"}},
		{"zoomed text", 160, 14, []string{"z"}},
		{"why this date", 110, 24, []string{"4", "w"}},
		{"wide people", 180, 40, []string{"5", "j", "j"}},
		{"medium people", 110, 30, []string{"5", "j"}},
		{"people of one document", 110, 24, []string{"f", "0", "0", "3", "enter", "5"}},
		{"narrow people", 70, 24, []string{"5", "j", "j", "o"}},
		{"wide page of a person", 180, 40, []string{"5", "j", "j", "enter"}},
		{"narrow page of a person", 70, 24, []string{"5", "j", "j", "enter"}},
		{"narrow person with no event", 70, 10, []string{"5", "j", "j", "j", "enter", "4"}},
		{"narrow by speaker", 70, 24, []string{"3", "o"}},
		{"who is this", 110, 30, []string{"5", "j", "j", "w"}},
		{"who is meant", 110, 30, []string{"5", "j", "enter", "enter", "p"}},
		{"wide by month", 160, 24, []string{"4", "-", "j"}},
		{"narrow by year", 70, 10, []string{"4", "-", "-"}},
		{"narrow by month", 70, 16, []string{"4", "-"}},
		{"narrow why this date", 70, 24, []string{"4", "]", "]", "w", "j"}},
		{"wide why this date", 180, 40, []string{"4", "]", "]", "]", "]", "w", "j"}},
		{"not dated", 70, 20, []string{"4", "G"}},
		{"period asked for", 110, 16, []string{"4", "]", "f"}},
		{"period typed", 70, 12, []string{"4", "f", "2", "0", "2", "2", "-", "0", "5", ".", "."}},
		{"two filters", 110, 20, []string{"5", "j", "enter", "f", "2", "0", "2", "2", "enter", "4"}},
		{"emptied by a period", 70, 12, []string{"4", "f", "1", "9", "9", "9", "enter"}},
		{"which day", 110, 30, []string{"2", "}", "}", "d"}},
		{"filters wide", 180, 50, []string{"4", "]", "f", "space", "down", "down", "down", "space", "down", "space"}},
		{"filters narrow", 70, 24, []string{"f", "f", "r", "e", "e"}},
		{"filters find nothing", 70, 14, []string{"f", "F", "e", "b", "r", "u", "a", "r"}},
		{"many filters narrow", 70, 12, []string{"f", "space", "down", "down", "down", "space", "down", "space", "down", "down", "down", "space", "down", "space", "esc"}},
		{"emptied by two", 110, 16, []string{"4", "f", "space", "esc", "f", "m", "i", "x", "enter", "f", "1", "9", "9", "9", "enter", "3"}},
		{"selected wide", 160, 24, []string{"v", "j", "j"}},
		{"selected narrow", 70, 16, []string{"2", "v", "v"}},
		{"borders", 160, 16, []string{"ctrl+w", "h", "h", "j"}},
		{"keys", 100, 40, []string{"?"}},
		{"find", 80, 12, []string{"/", "p", "a", "n", "o"}},
		{"search typed", 160, 30, []string{"ctrl+f", "p", "a", "n", "o"}},
		{"narrow search", 70, 24, []string{"ctrl+f", "s", "a", "f", "e", "enter", "j"}},
		{"medium search in the text", 110, 24, []string{"ctrl+f", "c", "h", "i", "l", "d", "*", "enter", "enter", "n"}},
		{"search of nothing", 110, 16, []string{"ctrl+f", "x", "y", "z", "z", "y"}},
		{"search with an open quote", 110, 16, []string{"ctrl+f", "p", "e", "r", "s", "o", "n", ":"}},
		{"search not begun", 110, 20, []string{"ctrl+f"}},
		{"searches kept", 110, 16, []string{"ctrl+f", "o", "f", "s", "t", "e", "d", "ctrl+s", "enter", "esc", "6"}},
		{"commands", 100, 20, []string{"ctrl+p", "u", "n", "r"}},
		{"narrow go to", 70, 20, []string{":", "p", "a", "n", "o"}},
		{"wide go to people", 160, 24, []string{"ctrl+g", "p", " ", "d", "f"}},
		{"outline", 110, 20, []string{"O", "j", "j"}},
		{"marks", 80, 16, []string{"m", "a", ")", "q", ".", "m", "b", "R", "x", "enter", "\""}},
		{"first of two keys", 100, 8, []string{"0", "3", ")"}},
		{"too small", 19, 5, nil},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, tc.width, tc.height)
			keys(m, tc.keys...)
			golden(t, plain(m))
		})
	}
}

// Every surface at every size: no panic, no row wider than the terminal, no more
// rows than it has, and exactly as many when anything is shown.
func TestNoScreenIsLargerThanItsTerminal(t *testing.T) {
	surfaces := map[string][]string{
		"text": nil, "documents": {"1"}, "quotations": {"3", "j"}, "chronology": {"4", "j", "j"}, "help": {"?"}, "why date": {"4", "w"}, "why speaker": {"3", "w"},
		"people": {"5", "j", "j"}, "people by name": {"5", "o", "G"}, "page of a person": {"5", "j", "j", "enter"}, "filtered chronology": {"5", "j", "enter", "4"},
		"filtered documents": {"5", "j", "enter", "1"}, "emptied": {"5", "G", "enter"}, "by speaker": {"3", "o", "j"}, "speaker not known": {"3", "o", "G"},
		"who is this": {"5", "w"}, "who is meant": {"G", "p", "p"},
		"period asked for": {"4", "f"}, "period typed": {"4", "f", "2", "0", "2"}, "period of nothing": {"f", "x"}, "two filters": {"5", "j", "enter", "f", "2", "0", "2", "2", "enter", "4"},
		"emptied by a period": {"4", "f", "1", "9", "9", "9", "enter"}, "by year": {"4", "-", "-", "G"}, "by month": {"4", "-", "j"}, "key events": {"4", "K"},
		"along the chain": {"4", "]", "]", "w", "j", "j"}, "which day": {"2", "}", "}", "d"}, "who is this in full": {"5", "w", "j", "G"}, "not dated": {"4", "G"},
		"find": {"/", "t", "h", "e"}, "search": {"ctrl+f", "c", "o", "u", "n", "down"}, "hits": {"ctrl+f", "t", "h", "e", "enter", "G", "o"}, "no hit": {"ctrl+f", "z", "q", "x"}, "search not begun": {"ctrl+f"}, "in the hits": {"ctrl+f", "t", "h", "e", "enter", "enter", "n", "n"}, "zoom": {"4", "z"}, "this document": {"s", "3"}, "furniture": {"h"},
		"commands": {"ctrl+p"}, "commands by letters": {"ctrl+p", "n", "e", "x"}, "go to": {":"}, "go to by letters": {":", "c", "o", "u"}, "go to nothing": {":", "x", "q", "x"},
		"go to events": {"ctrl+g", "e", " "}, "outline": {"O", "j"}, "outline far down": {"O", "G"}, "a number": {"0", "1", "2"}, "first of two keys": {"0", "3", ")"}, "a mark to be set": {"m"},
		"a mark to go to": {"m", "a", ")", "q", "m", "b", "'"}, "marks": {"m", "a", ")", "q", "m", "b", "\""}, "name of a mark": {"m", "a", "R", "x", "y"}, "name on the sheet": {"m", "a", "\"", "R", "x"},
		"read":    {"z", "G", "1"},
		"filters": {"f", "down", "down", "space", "down"}, "filters typed": {"f", "c", "o", "u"}, "filters that find nothing": {"f", "z", "z"}, "filters unfolded": {"f", "G", "backspace", "pgdown", "pgdown", "space"},
		"many chips":            {"f", "space", "down", "down", "down", "space", "down", "space", "down", "space", "down", "down", "space", "esc"},
		"selected by sentences": {"v", "j", "j"}, "selected by paragraphs": {"v", "j", "v", "j"}, "borders": {"ctrl+w", "h", "h"}, "selected and filtered": {"f", "enter", "v", "j"},
	}
	widths := []int{1, 2, 3, 5, 10, 19, 20, 21, 27, 40, 60, 83, 84, 85, 110, 149, 150, 151, 200, 250}
	heights := []int{1, 2, 3, 5, 6, 7, 10, 24, 50}
	for name, pressed := range surfaces {
		t.Run(name, func(t *testing.T) {
			m := screenOf(t, builtin, 100, 30)
			keys(m, pressed...)
			for _, w := range widths {
				for _, h := range heights {
					m.Update(tea.WindowSizeMsg{Width: w, Height: h})
					rows := strings.Split(m.View().Content, "\n")
					if len(rows) > h {
						t.Fatalf("%dx%d: %d rows", w, h, len(rows))
					}
					for y, r := range rows {
						if n := ansi.StringWidth(r); n > w {
							t.Fatalf("%dx%d: row %d is %d cells wide: %q", w, h, y, n, ansi.Strip(r))
						}
					}
				}
			}
		})
	}
}

func TestEnterGoesThereAndBackReturns(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	keys(m, "4", "G", "enter")
	if d := m.text.Document(); d == nil || d.ID == 0 {
		t.Fatal("enter on the last event does not open its document")
	}
	if m.panes[m.prefs.Focus].Title(80) != m.text.Title(80) {
		t.Error("enter does not move the focus to the text")
	}
	there := m.here()
	keys(m, "ctrl+o")
	if m.text.Document() == nil || m.prefs.Focus == there.focus {
		t.Error("ctrl+o does not bring the focus back")
	}
	keys(m, "ctrl+]")
	if !isAt(m, there) {
		t.Errorf("forward leads to %+v, want %+v", m.here(), there)
	}
}

func TestTheCursorShowsItsPassage(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	keys(m, "3")
	for range 40 {
		keys(m, "j")
	}
	q := m.quotes.Current()
	if d := m.text.Document(); d.ID != q.Doc {
		t.Fatalf("the text shows document %d, the quotation is of %d", d.ID, q.Doc)
	}
	words := strings.Join(strings.Fields(m.x.Said(q)), " ")
	if first, _, _ := strings.Cut(words, " "); !strings.Contains(plain(m), first) {
		t.Errorf("%q is not on the screen", words)
	}
}

func TestTheReadingPositionSurvivesChangesOfSize(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	keys(m, "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j", "j")
	before := plain(m)
	for _, w := range []int{60, 21, 110, 250, 1, 70} {
		m.Update(tea.WindowSizeMsg{Width: w, Height: 12})
		m.View()
	}
	m.Update(tea.WindowSizeMsg{Width: 160, Height: 40})
	if after := plain(m); after != before {
		t.Errorf("the screen was\n%s\nand is\n%s", before, after)
	}
}

func TestKeysTypedFastKeepTheirOrder(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	keys(m, "4", "G", "enter", "ctrl+o")
	if m.text.Document().ID != m.events.Passage().Doc {
		t.Errorf("back leads to document %d, where the cursor was is %d", m.text.Document().ID, m.events.Passage().Doc)
	}
}

func TestFindGoesThroughAllHits(t *testing.T) {
	m := screenOf(t, builtin, 100, 20)
	keys(m, "/", "c", "o", "u", "n", "c", "i", "l", "enter")
	_, now, of := m.text.Found()
	if now != 1 || of < 5 {
		t.Fatalf("hit %d of %d, want 1 of at least 5", now, of)
	}
	keys(m, "n")
	if _, now, _ = m.text.Found(); now != 2 {
		t.Errorf("n leads to hit %d, want 2", now)
	}
	keys(m, "N", "N")
	if _, now, _ = m.text.Found(); now != of {
		t.Errorf("N before the first leads to hit %d, want the last, %d", now, of)
	}
	keys(m, "esc")
	if q, _, _ := m.text.Found(); q != "" {
		t.Error("esc leaves the marks of the search")
	}
}

func TestNoLetterIsACommandWhileWordsAreTyped(t *testing.T) {
	m := screenOf(t, builtin, 100, 20)
	keys(m, "/")
	for _, k := range []string{"q", "?", "z", "s", "1"} {
		_, cmd := m.Update(press([]rune(k)[0]))
		if cmd != nil {
			if _, quit := cmd().(tea.QuitMsg); quit {
				t.Fatalf("%s quits while words are typed", k)
			}
		}
	}
	if m.find.Value() != "q?zs1" || m.sheet != nil || m.prefs.Zoom {
		t.Errorf("typed %q; sheet %v, zoom %v", m.find.Value(), m.sheet != nil, m.prefs.Zoom)
	}
}

func TestEveryKeyIsBoundOnce(t *testing.T) {
	seen := map[string]string{}
	for _, g := range newModel(Options{}, newFeed()).keys.Groups() {
		for _, b := range g.Keys {
			for _, k := range b.Keys() {
				if other := seen[k]; other != "" {
					t.Errorf("%s is bound to %q and to %q", k, other, b.Help().Desc)
				}
				seen[k] = b.Help().Desc
			}
		}
	}
}

func TestEveryKeyStandsInTheReadme(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(readme), "## Keys")
	table, _, _ = strings.Cut(table, "\n## ")
	for _, g := range newModel(Options{}, newFeed()).keys.Groups() {
		for _, b := range g.Keys {
			if k := b.Keys()[0]; !strings.Contains(table, "`"+k+"`") {
				t.Errorf("%s (%s) is not in the table of keys", k, b.Help().Desc)
			}
		}
	}
}

func TestTheMouse(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	r := m.frame.Panes[2]
	m.Update(tea.MouseWheelMsg{X: r.X + 2, Y: r.Y + 3, Button: tea.MouseWheelDown})
	if m.prefs.Focus != 1 {
		t.Error("the wheel moved the focus")
	}
	m.Update(tea.MouseClickMsg{X: r.X + 2, Y: r.Y + 3, Button: tea.MouseLeft})
	if m.prefs.Focus != 2 {
		t.Error("a click does not give the pane the focus")
	}
}

func TestAllIsSaidToBeReadOnlyWhenItIs(t *testing.T) {
	m := screenOf(t, builtin, 160, 20)
	want := fmt.Sprintf("%d events", len(m.x.Events))
	if !strings.Contains(plain(m), want) {
		t.Errorf("%q is not on the screen", want)
	}
	m.x.Corpus.Progress.Complete = false
	m.dirty = true
	if strings.Contains(plain(m), want) {
		t.Errorf("%q stands on the screen before all is read", want)
	}
}

// A soft hyphen takes no cell, and none is sent to the terminal, which might give it one.
func TestSoftHyphensAreNotDrawn(t *testing.T) {
	at := filepath.Join(t.TempDir(), "harbour.txt")
	if err := os.WriteFile(at, []byte("Report on the har\u00adbour\n\nThe har\u00adbour com\u00admit\u00adtee met on Mon\u00adday and the coun\u00adcil agreed to it all.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	m := screenOf(t, source.Options{Paths: []string{at}}, 110, 24)
	searchFor(t, m, "harbour")
	got := m.View().Content
	if strings.Contains(got, "\u00ad") || !strings.Contains(plain(m), "The harbour committee met on Monday") {
		t.Errorf("the screen is\n%s", plain(m))
	}
	for _, row := range strings.Split(plain(m), "\n") {
		if n := ansi.StringWidth(row); n > 110 {
			t.Errorf("a row of %d cells: %q", n, row)
		}
	}
}
