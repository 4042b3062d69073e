package ui

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
)

func TestKeepingASearchIsToldInThePrompt(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	searchFor(t, m, "weir")
	keys(m, "ctrl+s")
	if got := plain(m); !strings.Contains(got, "kept: weir") {
		t.Errorf("nothing tells that the search is kept:\n%s", got)
	}
	keys(m, "s")
	if got := plain(m); strings.Contains(got, "kept: weir") {
		t.Errorf("another search is said to be kept:\n%s", got)
	}
}

// The prompt has the bottom line to itself, and says there what a key could not do.
func TestThePromptTellsWhatCannotBeDone(t *testing.T) {
	for _, tc := range []struct{ key, want string }{
		{"ctrl+r", "nothing was searched before"},
		{"ctrl+s", "nothing is searched that could be kept"},
	} {
		t.Run(tc.want, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			keys(m, "ctrl+f")
			if got := bottom(m); strings.Contains(got, "ctrl+r") {
				t.Errorf("a search made before is offered: %q", got)
			}
			keys(m, tc.key)
			if got := bottom(m); !strings.Contains(got, tc.want) {
				t.Errorf("the bottom line says %q", got)
			}
		})
	}
}

// What is wrong stands in the pane, whether or not there are searches to offer there.
func TestAMistakeIsToldInPlaceOfTheOffers(t *testing.T) {
	for _, before := range []string{"", "weir"} {
		t.Run("searched before: "+before, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			if before != "" {
				searchFor(t, m, before)
				keys(m, "enter", "esc")
			}
			searchFor(t, m, "speker:lee")
			if got := plain(m); !strings.Contains(got, "there is no field speker at column 1 (there are") {
				t.Errorf("the pane does not say what is wrong:\n%s", got)
			}
			keys(m, "enter", "enter")
			if m.prefs.Focus != layout.Found || len(m.found.Hits()) != 0 {
				t.Errorf("the focus is on %v, with %d hits", m.prefs.Focus, len(m.found.Hits()))
			}
			keys(m, "esc")
			if n := m.found.Count(); before != "" && n == 0 {
				t.Error("the searches made before are offered no more")
			}
		})
	}
}

// A search is kept, and the one before made again, from anywhere; the palette has both.
func TestSearchesAreKeptAndMadeAgainFromAnywhere(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "ctrl+s")
	if m.status != "nothing is searched that could be kept" {
		t.Errorf("the bottom line says %q", m.status)
	}
	searchFor(t, m, "weir")
	keys(m, "enter", "enter", "ctrl+s")
	if !slices.Equal(m.search.kept, []string{"weir"}) {
		t.Errorf("%v is kept", m.search.kept)
	}
	keys(m, "esc", "1", "ctrl+r")
	if !m.search.open || m.search.input.Value() != "weir" || len(m.found.Hits()) != 2 {
		t.Errorf("ctrl+r searches for %q and finds %d", m.search.input.Value(), len(m.found.Hits()))
	}
	keys(m, "enter", "2", "ctrl+p", "k", "e", "e", "p", "space", "t", "h", "i", "s", "enter")
	if len(m.search.kept) != 0 {
		t.Errorf("the palette leaves %v kept", m.search.kept)
	}
}

func TestSearchesAreKept(t *testing.T) {
	k := Kept(filepath.Join(t.TempDir(), "deep", "searches"))
	if got, err := k.load(); err != nil || got != nil {
		t.Fatalf("without a file: %v, %v", got, err)
	}
	want := []string{`"weir will hold" -eels`, "speaker:lee"}
	if err := k.write(want); err != nil {
		t.Fatal(err)
	}
	if got, err := k.load(); err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(string(k)), ".searches-*")); left != nil {
		t.Errorf("left behind: %v", left)
	}
}

func TestWhereNothingCanBeKeptTheReaderIsTold(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	k := Kept(filepath.Join(file, "searches")) // a file is no folder
	msg, ok := k.save([]string{"weir"})().(keptFailed)
	if !ok {
		t.Fatal("no word of the failure")
	}
	m := screenOf(t, weir, 110, 30)
	m.Update(msg)
	if !strings.Contains(m.status, "kept searches") {
		t.Errorf("the bottom line says %q", m.status)
	}
}

// A search that is offered is made again, by each way that asks for it.
func TestAnOfferedSearchIsMadeAgain(t *testing.T) {
	offered := func(t *testing.T) *root {
		m := screenOf(t, weir, 110, 30)
		searchFor(t, m, "weir")
		keys(m, "enter", "esc")
		if len(m.found.Hits()) != 0 || m.found.Count() != 1 {
			t.Fatalf("%d hits, %d offers", len(m.found.Hits()), m.found.Count())
		}
		return m
	}
	t.Run("enter in the list", func(t *testing.T) {
		m := offered(t)
		keys(m, "6", "enter")
		if len(m.found.Hits()) != 2 {
			t.Errorf("%d hits", len(m.found.Hits()))
		}
	})
	t.Run("enter in the prompt", func(t *testing.T) {
		m := offered(t)
		keys(m, "ctrl+f", "enter")
		if len(m.found.Hits()) != 2 {
			t.Errorf("%d hits", len(m.found.Hits()))
		}
	})
	t.Run("a double click", func(t *testing.T) {
		m := offered(t)
		keys(m, "6")
		p := newPointer(t, m)
		x, y := p.at(layout.Found, "weir")
		p.down(x, y)
		if _, cmd := m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}); cmd != nil {
			m.Update(cmd())
		}
		if len(m.found.Hits()) != 2 {
			t.Errorf("%d hits", len(m.found.Hits()))
		}
	})
}

func TestEnterWhereNoSearchIsOfferedEndsThePrompt(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	keys(m, "ctrl+f", "enter")
	if m.search.open {
		t.Error("the prompt is still open")
	}
}
