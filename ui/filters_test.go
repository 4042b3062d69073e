package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/ui/index"
)

// chips are the conditions as the top line names them.
func chips(m *root) string {
	names := make([]string, len(m.filter))
	for i, c := range m.filter {
		names[i] = index.Chip(c)
	}
	return strings.Join(names, ", ")
}

func TestTheSheetOfTheFilters(t *testing.T) {
	cases := []struct {
		name  string
		keys  []string
		typed string
		then  []string
		want  string
		open  bool
	}{
		{"enter takes the month under the cursor", []string{"f"}, "", []string{"enter"}, "period: May 2022", false},
		{"letters find a person", []string{"f"}, "toynb", []string{"enter"}, "person: Diana Toynbee", false},
		{"letters find a kind", []string{"f"}, "statement:", []string{"enter"}, "said: statement", false},
		{"space sets and stays", []string{"f", "space"}, "", nil, "period: May 2022", true},
		{"space takes off again", []string{"f", "space", "space"}, "", nil, "", true},
		{"a blank is typed between words", []string{"f"}, "May 2021", []string{"enter"}, "period: May 2021", false},
		{"after an arrow space is the list’s", []string{"f"}, "mixed", []string{"down", "space"}, "said: mixed", true},
		{"two of a kind", []string{"f", "down", "down", "down", "space", "down", "space"}, "", []string{"esc"}, "said: direct, said: mixed", false},
		{"enter on what is set closes", []string{"f", "space"}, "", []string{"enter"}, "period: May 2022", false},
		{"a period that is typed takes the place of another", []string{"f", "enter", "f"}, "2021", []string{"enter"}, "period: 2021", false},
		{"backspace with nothing typed takes the last off", []string{"f", "space", "down", "space", "backspace"}, "", nil, "period: May 2022", true},
		{"ctrl+x takes all off", []string{"f", "space", "down", "space", "ctrl+x"}, "", nil, "", true},
		{"ctrl+x outside the sheet takes all off", []string{"f", "space", "down", "space", "esc", "ctrl+x"}, "", nil, "", false},
		{"F takes the last off", []string{"f", "space", "down", "space", "esc", "F"}, "", nil, "period: May 2022", false},
		{"esc closes and keeps", []string{"f", "space", "esc"}, "", nil, "period: May 2022", false},
		{"enter where nothing is found stays", []string{"f"}, "zzz", []string{"enter"}, "", true},
	}
	for _, size := range append(sizes, [2]int{24, 8}) {
		for _, tc := range cases {
			t.Run(fmt.Sprint(tc.name, size), func(t *testing.T) {
				m := screenOf(t, builtin, size[0], size[1])
				toEvent(t, m, "Panorama episode")
				keys(m, tc.keys...)
				typed(m, tc.typed)
				keys(m, tc.then...)
				if got := chips(m); got != tc.want || (m.filters != nil) != tc.open {
					t.Errorf("the filter is %q, the sheet open: %v\n%s", got, m.filters != nil, plain(m))
				}
			})
		}
	}
}

func TestTheWheelOverASheetThatListsNothing(t *testing.T) {
	m := screenOf(t, builtin, 110, 30)
	keys(m, "f", "z", "z", "z")
	m.Update(tea.MouseWheelMsg{X: 50, Y: 10, Button: tea.MouseWheelDown})
	m.Update(tea.MouseWheelMsg{X: 50, Y: 10, Button: tea.MouseWheelUp})
	if got := plain(m); !strings.Contains(got, "zzz") {
		t.Errorf("the sheet is gone:\n%s", got)
	}
}

func TestAClickOnTheSheetSetsAndTakesOff(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "f")
	at := func(words string) (int, int) {
		for y, row := range strings.Split(plain(m), "\n") {
			if x := strings.Index(row, words); x >= 0 {
				return len([]rune(row[:x])), y
			}
		}
		t.Fatalf("%q is not on the screen:\n%s", words, plain(m))
		return 0, 0
	}
	x, y := at("[ ] direct")
	m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if chips(m) != "said: direct" {
		t.Errorf("a click sets %q", chips(m))
	}
	x, y = at("[x] direct")
	m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	if chips(m) != "" || m.filters == nil {
		t.Errorf("a second click leaves %q", chips(m))
	}
	m.Update(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
	m.Update(tea.MouseClickMsg{X: 0, Y: 35, Button: tea.MouseLeft})
	if m.filters != nil {
		t.Error("a click beside the sheet does not close it")
	}
}

func TestEveryConditionHasAChipThatTakesItAway(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	all := index.Filter{index.ByPeriod{Period: index.YearOf(2022)}, index.ByKind{Kind: quote.Direct}, index.ByKind{Kind: quote.Mixed}, index.ByKey{}}
	m.narrowTo(all)
	m.dirty = true
	m.View()
	if len(m.chips) != len(all) {
		t.Fatalf("%d chips: %q", len(m.chips), top(m))
	}
	m.Update(tea.MouseClickMsg{X: m.chips[1].from, Y: 0, Button: tea.MouseLeft})
	if chips(m) != "period: 2022, said: mixed, events: key" {
		t.Errorf("left is %q", chips(m))
	}
	m.Update(tea.WindowSizeMsg{Width: 24, Height: 10})
	m.View()
	if !strings.Contains(top(m), "key") || !strings.Contains(top(m), "+") {
		t.Errorf("the top line is %q", top(m))
	}
	m.Update(tea.MouseClickMsg{X: m.chips[0].from, Y: 0, Button: tea.MouseLeft})
	if m.filters == nil {
		t.Error("the chip of the rest does not open the sheet")
	}
}

func TestWhatIsReadDoesNotVanishWhileItIsRead(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	m.x.Read = m.isRead
	keys(m, "f")
	typed(m, "not read")
	keys(m, "enter")
	if chips(m) != "read: not yet" || m.documents.Count() != 5 {
		t.Fatalf("%q leaves %d documents", chips(m), m.documents.Count())
	}
	m.read[2] = true
	keys(m, "1", "j", "j", "k")
	if m.documents.Count() != 5 {
		t.Error("a document vanishes as it is read")
	}
	keys(m, "F", "f")
	typed(m, "not read")
	keys(m, "enter")
	if m.documents.Count() != 4 {
		t.Errorf("%d documents are not read", m.documents.Count())
	}
}

func TestTheSheetOutlivesItsSnapshot(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "f", "down", "down", "space")
	c := *m.x.Corpus
	c.People, c.Events, c.Quotations = nil, nil, nil
	m.accept(arrival{index: index.New(&c)})
	m.dirty = true
	plain(m)
	keys(m, "down", "space", "down", "enter")
	plain(m)
}

func TestAPeriodThatIsTypedIsListedOnce(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "f")
	typed(m, "2022")
	if n := strings.Count(plain(m), "] 2022 "); n != 1 {
		t.Errorf("2022 is listed %d times:\n%s", n, plain(m))
	}
	if n := strings.Count(plain(m), " Period "); n != 1 {
		t.Errorf("%d headings of periods:\n%s", n, plain(m))
	}
}

func TestChipsUseTheRoomThatThereIs(t *testing.T) {
	six := index.Filter{
		index.ByPerson{Kind: people.Person, Called: "Diana Toynbee"},
		index.ByPeriod{Period: index.YearOf(2022)},
		index.ByKind{Kind: quote.Direct},
		index.ByStatus{Status: event.Planned},
		index.ByRead{},
		index.ByDocument{File: "000_3d6a3e6d3a02c0cb.txt"},
	}
	cases := []struct {
		name  string
		of    index.Filter
		width int
		want  string
	}{
		{"with their kinds, where all have room", six, 130, "person: Diana Toynbee ×  period: 2022 ×  said: direct ×  status: planned ×  read: not yet ×  document: 000 ×"},
		{"else all without", six, 106, "Diana Toynbee ×  2022 ×  direct ×  planned ×  not read ×  000 ×"},
		{"and so as long as they have room", six, 70, "Diana Toynbee ×  2022 ×  direct ×  planned ×  not read ×  000 ×"},
		{"then the longest is cut", six, 62, "Diana… ×  2022 ×  direct ×  planned ×  not read ×  000 ×"},
		{"then the first are hidden", six, 58, "+1  2022 ×  direct ×  planned ×  not read ×  000 ×"},
		{"and more of them", six, 36, "+3  planned ×  not read ×  000 ×"},
		{"one alone is cut to the width", six[:1], 20, "Diana Toynbee ×"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, tc.width, 24)
			m.narrowTo(tc.of)
			m.dirty = true
			line := top(m)
			if !strings.Contains(line, tc.want) {
				t.Errorf("at %d cells the top line is\n%s\nwant\n%s", tc.width, line, tc.want)
			}
			if m.chips[len(m.chips)-1].of != tc.of[len(tc.of)-1] {
				t.Error("a click on the last chip does not take its condition away")
			}
			if first := m.chips[0].of; (first == nil) != strings.HasPrefix(tc.want, "+") {
				t.Errorf("a click on the first chip takes %v away", first)
			}
		})
	}
}

// The top line, the list, the people and the sheet have one number for one thing.
func TestThePanesCountTheSame(t *testing.T) {
	for _, first := range [][]string{nil, {"i"}} {
		m := screenOf(t, builtin, 180, 50)
		keys(m, first...)
		said := m.quotes.Count()
		if want := fmt.Sprintf("%d quotations", said); !strings.Contains(top(m), want) {
			t.Errorf("%q is not in %q", want, top(m))
		}
		for i := range m.x.People {
			p := &m.x.People[i]
			by := index.ByPerson{Kind: p.Kind, Called: p.Name}
			part, tally := m.x.PartOf(nil, i, m.indirect), m.x.TallyOf(nil, by, m.indirect)
			m.narrowTo(index.Filter{by})
			if n := m.quotes.Count(); part.Said != n || tally[index.Quotations] != n || part.Docs != m.documents.Count() {
				t.Errorf("%s: people count %v, the sheet %v, listed are %d of %d documents", p.Name, part, tally, n, m.documents.Count())
			}
		}
	}
}

// A list that a filter emptied offers nothing to go to.
func TestAnEmptyListOffersNothingToGoTo(t *testing.T) {
	m := screenOf(t, builtin, 160, 36)
	m.narrowTo(index.Filter{index.ByKind{Kind: quote.Turn}})
	for _, k := range []string{"1", "3", "4"} {
		keys(m, k)
		if got := bottom(m); strings.Contains(got, "go there") || strings.Contains(got, "enter read") || !strings.Contains(got, "take the filter away") {
			t.Errorf("key %s: the bottom line is %q", k, got)
		}
	}
}

// While files are read, nothing is said to be none.
func TestWhileFilesAreReadNothingIsSaidToBeNone(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	few := *m.x.Corpus
	few.Docs, few.Quotations, few.Events, few.People = few.Docs[:1], nil, nil, nil
	few.Search, few.Progress = nil, model.Progress{Read: 1, Found: 5}
	m.accept(arrival{index: index.New(&few)})
	m.narrowTo(index.Filter{index.ByStatus{Status: event.Planned}})
	keys(m, "4")
	if !strings.Contains(plain(m), "is known yet: 1 of 5") {
		t.Errorf("the screen is\n%s", plain(m))
	}
	keys(m, "f", "n", "o", "b", "o", "d", "y")
	if !strings.Contains(plain(m), "in what is read so far") {
		t.Errorf("the sheet is\n%s", plain(m))
	}
}
