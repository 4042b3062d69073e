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
	if got := bottom(m); !strings.Contains(got, "kept for this session only") {
		t.Errorf("without a file to keep it in, the bottom line says %q", got)
	}
	keys(m, "ctrl+s")
	m.opt.Kept = Kept(filepath.Join(t.TempDir(), "searches"))
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
			if got := plain(m); !strings.Contains(got, "there is no field speker at column 1") {
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
	msg, ok := k.save(change{"weir", true})().(keptFailed)
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

// Two windows keep searches in one file: neither loses what the other kept, nor brings
// back what it gave up.
func TestTwoWindowsKeepTheirSearches(t *testing.T) {
	k := Kept(filepath.Join(t.TempDir(), "searches"))
	for _, step := range []struct {
		change change
		want   keptNow
	}{
		{change{"weir", true}, keptNow{"weir"}},
		{change{"eels ", true}, keptNow{"weir", "eels "}},
		{change{"mill", true}, keptNow{"weir", "eels ", "mill"}},
		{change{"weir", false}, keptNow{"eels ", "mill"}},
	} {
		if got, ok := k.save(step.change)().(keptNow); !ok || !slices.Equal(got, step.want) {
			t.Errorf("with %+v %q is kept, want %q", step.change, got, step.want)
		}
	}
	m := screenOf(t, weir, 110, 30)
	m.Update(keptNow{"eels ", "mill"})
	keys(m, "6")
	if got := plain(m); !strings.Contains(got, "★ eels  ") || !strings.Contains(got, "★ mill…") {
		t.Errorf("what another window kept is not offered:\n%s", got)
	}
}

// A blank at the end of a query makes its last word whole. A search that is made again
// finds what it found.
func TestASearchMadeAgainFindsTheSame(t *testing.T) {
	m := screenOf(t, weir, 110, 30)
	for _, q := range []string{"th", "the "} {
		first := searchFor(t, m, q)
		keys(m, "enter", "esc", "ctrl+f", "ctrl+r")
		if again := m.search.input.Value(); again != q || len(m.found.Hits()) != len(first) {
			t.Errorf("%q is made again as %q, and finds %d of %d", q, again, len(m.found.Hits()), len(first))
		}
		keys(m, "enter", "esc")
	}
}

// What holds nothing to look for is told, and not offered again.
func TestAQueryWithoutAWordIsTold(t *testing.T) {
	for _, tc := range []struct{ query, want string }{
		{"...", noWord},
		{"👍", noWord},
		{"speaker:", "speaker: needs a value"},
		{"before:20", "before: takes a date"},
	} {
		t.Run(tc.query, func(t *testing.T) {
			m := screenOf(t, weir, 110, 30)
			searchFor(t, m, tc.query)
			if got := bottom(m); !strings.Contains(got, tc.want) {
				t.Errorf("while it is typed the bottom line says %q", got)
			}
			keys(m, "enter")
			if !strings.Contains(m.status, tc.want) {
				t.Errorf("behind enter it says %q", m.status)
			}
			if keys(m, "esc"); m.found.Count() != 0 {
				t.Error("it is offered again")
			}
		})
	}
}
