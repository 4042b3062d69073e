package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/infer"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
)

// typed presses a key for every letter.
func typed(m *root, words string) {
	for _, r := range words {
		m.Update(press(r))
	}
}

// toEvent brings the cursor of the chronology to the event whose headline has some
// words.
func toEvent(t *testing.T, m *root, words string) {
	t.Helper()
	keys(m, "4", "g")
	for range m.events.Count() {
		if strings.Contains(m.events.Current().Headline, words) {
			return
		}
		keys(m, "j")
	}
	t.Fatalf("no event tells of %q", words)
}

func top(m *root) string {
	row, _, _ := strings.Cut(plain(m), "\n")
	return row
}

var sizes = [][2]int{{180, 50}, {110, 36}, {70, 24}}

func TestTheChainOfADateCanBeGoneAlong(t *testing.T) {
	for _, size := range sizes {
		m := screenOf(t, builtin, size[0], size[1])
		toEvent(t, m, "Panorama episode was aired")
		before := m.here()
		keys(m, "w")
		docs := map[text.DocID]bool{}
		for range 40 {
			o, ok := m.sheet.Place()
			if !ok {
				t.Fatalf("%v: the sheet leads nowhere", size)
			}
			if d := m.text.Document(); d.ID != o.Ref.Doc || !m.text.InSight(o.Ref.Span) {
				t.Fatalf("%v: the text shows document %d, the cursor is on %+v", size, d.ID, o.Ref)
			}
			docs[o.Ref.Doc] = true
			keys(m, "j")
		}
		if len(docs) < 4 {
			t.Errorf("%v: the chain leads to %d documents, the event is told in 4", size, len(docs))
		}
		there, _ := m.sheet.Place()
		keys(m, "enter")
		if m.sheet != nil || m.prefs.Focus != layout.Text || m.text.Document().ID != there.Ref.Doc || !m.text.InSight(there.Ref.Span) {
			t.Errorf("%v: enter does not go to %+v", size, there.Ref)
		}
		keys(m, "ctrl+o")
		if !isAt(m, before) {
			t.Errorf("%v: back leads to %+v, want %+v", size, m.here(), before)
		}
	}
}

func TestEscBringsThePlaceBack(t *testing.T) {
	for _, size := range sizes {
		m := screenOf(t, builtin, size[0], size[1])
		toEvent(t, m, "Panorama episode was aired")
		before := plain(m)
		keys(m, "w", "j", "j", "G", "esc")
		if after := plain(m); after != before {
			t.Errorf("%v: the screen was\n%s\nand is\n%s", size, before, after)
		}
	}
}

func TestTheSheetShowsVersionsSideBySide(t *testing.T) {
	m := screenOf(t, builtin, 110, 80)
	c := *m.x.Corpus
	c.Events = slices.Clone(c.Events)
	i := slices.IndexFunc(c.Events, func(e model.Event) bool { return strings.Contains(e.Headline, "Panorama episode") })
	e := &c.Events[i]
	day := when.Moment{Day: when.DayOf(2022, 5, 17), Minute: -1}
	e.Versions = []infer.Version{{Date: when.Interval{From: day, To: day, Certain: true}, Status: event.Planned, Says: "on Tuesday 17 May", Sources: e.Sources[1:2]}}
	e.Date.SetConflict("one document has another day")
	m.accept(arrival{index: index.New(&c)})
	toEvent(t, m, "Panorama episode")
	for _, want := range []string{"16 May!", "≠ ×4", "one document has another day"} {
		if !strings.Contains(plain(m), want) {
			t.Errorf("%q is not in the chronology:\n%s", want, plain(m))
		}
	}
	said := ""
	for _, l := range m.whyEvent(m.events.Current()) {
		said += l.Label + " " + l.Text + "\n"
	}
	if n := strings.Count(said, pane.OneLine(m.x.Words(e.Sources[1]))[:40]); n != 1 {
		t.Errorf("a passage that tells otherwise stands %d times on the sheet:\n%s", n, said)
	}
	for _, want := range []string{"against it ! one document has another day", "Told in 2 ways", "“on Tuesday 17 May”: 17 May 2022, planned", "16 May 2022, 20:00, happened"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not on the sheet:\n%s", want, said)
		}
	}
}

func TestTwoKeysNarrowToAMonth(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	toEvent(t, m, "Panorama episode")
	keys(m, "f", "enter")
	if !strings.Contains(top(m), "period: May 2022 ×") {
		t.Fatalf("the top line is %q", top(m))
	}
	for range m.events.Count() {
		if e := m.events.Current(); index.MonthOf(2022, 5).Fit(e.Date) != index.In {
			t.Errorf("%q is listed", e.Headline)
		}
		keys(m, "j")
	}
	for i := range m.quotes.Count() {
		m.quotes.MoveTo(i)
		if q := m.quotes.Current(); index.MonthOf(2022, 5).Fit(m.x.ToldAt(q.Ref())) != index.In {
			t.Errorf("%q is listed", m.x.Said(q))
		}
	}
	if n := m.documents.Count(); n == 0 || n == len(m.x.Docs) {
		t.Errorf("%d documents are listed", n)
	}
}

func TestAPeriodIsTyped(t *testing.T) {
	cases := []struct {
		name, typed, chip string
		keys              []string
	}{
		{"a span", "2021-03..2022-04", "period: March 2021 – April 2022", []string{"enter"}},
		{"a bound", "after 16 May 2022", "period: since 17 May 2022", []string{"enter"}},
		{"letters are no commands", "before 2022", "period: until 2021", []string{"enter"}},
		{"the year that is offered after the month", "", "period: 2022", []string{"tab", "enter"}},
		{"esc leaves all as it is", "2021", "", []string{"esc"}},
		{"what is no period stays to be mended", "Februar", "", []string{"enter"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			toEvent(t, m, "Panorama episode")
			keys(m, "f")
			typed(m, tc.typed)
			keys(m, tc.keys...)
			if got := strings.Contains(top(m), "period:"); got != (tc.chip != "") || !strings.Contains(top(m), tc.chip) {
				t.Errorf("the top line is %q", top(m))
			}
			if tc.typed == "Februar" && (m.filters == nil || !strings.Contains(plain(m), "which year")) {
				t.Error("it is not told what is missing")
			}
		})
	}
}

func TestFiltersCombineAndGoOneByOne(t *testing.T) {
	for _, size := range append(sizes, [2]int{30, 8}) {
		m := screenOf(t, builtin, size[0], size[1])
		toPerson(t, m, "Darryl Freeman")
		keys(m, "enter", "f")
		typed(m, "2022")
		keys(m, "enter")
		if !strings.Contains(top(m), "Darryl") || !strings.Contains(top(m), "2022") {
			t.Errorf("%v: the top line is %q", size, top(m))
		}
		keys(m, "F")
		if !strings.Contains(top(m), "Darryl") || strings.Contains(top(m), "2022") {
			t.Errorf("%v: after F the top line is %q", size, top(m))
		}
		keys(m, "esc")
		if len(m.filter) > 0 || m.page != nil {
			t.Errorf("%v: %v is left", size, m.filter)
		}
	}
}

func TestAClickTakesAChipAway(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	toPerson(t, m, "Darryl Freeman")
	keys(m, "enter", "f")
	typed(m, "2022")
	keys(m, "enter")
	row := []rune(top(m))
	x := strings.Index(string(row), "person: ")
	x = len([]rune(string(row)[:x])) + 3
	m.Update(tea.MouseClickMsg{X: x, Y: 0, Button: tea.MouseLeft})
	if strings.Contains(top(m), "person:") || !strings.Contains(top(m), "period: 2022") {
		t.Errorf("the top line is %q", top(m))
	}
	m.Update(tea.MouseClickMsg{X: 2, Y: 0, Button: tea.MouseLeft})
	if len(m.filter) != 1 {
		t.Error("a click beside the chips takes one away")
	}
}

func TestAnEmptyListSaysWhichFilterEmptiedIt(t *testing.T) {
	m := screenOf(t, builtin, 70, 24)
	toPerson(t, m, "Darryl Freeman")
	keys(m, "enter", "f")
	typed(m, "after 2030")
	keys(m, "enter", "4")
	for _, want := range []string{"The filter “period: since 2031” leaves no event here", "takes the last filter away", "Alone would leave: “person: Darryl Freeman” "} {
		if !strings.Contains(strings.Join(strings.Fields(plain(m)), " "), want) {
			t.Errorf("%q is not on the screen:\n%s", want, plain(m))
		}
	}
	keys(m, "F", "F", "f")
	typed(m, "after 2030")
	keys(m, "enter")
	if want := "Left out for want of a date: "; !strings.Contains(strings.Join(strings.Fields(plain(m)), " "), want) {
		t.Errorf("%q is not on the screen:\n%s", want, plain(m))
	}
}

func TestDatesOfTheTextAreExplained(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "2", "}", "}")
	marked := m.text.Marked()
	keys(m, "d")
	if m.sheet == nil || m.meaning.at.Span != marked[0] {
		t.Fatalf("d explains %v, marked is %v", m.meaning.at, marked)
	}
	seen := map[text.Span]bool{}
	for range len(m.meaning.seen) {
		seen[m.meaning.at.Span] = true
		if !m.text.InSight(m.meaning.at.Span) || !strings.Contains(plain(m), "Which day is meant") {
			t.Fatalf("the screen is\n%s", plain(m))
		}
		keys(m, "d")
	}
	if len(seen) < 3 || m.meaning.at.Span != marked[0] {
		t.Errorf("d went through %d dates and ended at %v", len(seen), m.meaning.at)
	}
	keys(m, "esc")
	if got := m.text.Marked(); len(got) != 1 || got[0] != marked[0] {
		t.Errorf("esc leaves %v marked, not %v", got, marked)
	}
}

func TestTheNextDateOfTheText(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "2")
	all := m.dates()
	for i := range all {
		keys(m, "}")
		if got := m.text.Marked(); len(got) != 1 || got[0] != all[i].Span {
			t.Fatalf("} leads to %v, want date %d, %v", got, i, all[i].Span)
		}
	}
	keys(m, "}", "{")
	if got := m.text.Marked(); got[0] != all[len(all)-2].Span {
		t.Errorf("{ leads to %v", got)
	}
}

func TestOnANarrowScreenTheTextIsShownUnderADrawer(t *testing.T) {
	m := screenOf(t, builtin, 70, 24)
	toEvent(t, m, "Panorama episode")
	keys(m, "w")
	if !m.frame.Panes[layout.Text].Shown() || m.prefs.Focus != layout.Events {
		t.Error("the text is not shown, or has the focus")
	}
	keys(m, "esc")
	if m.frame.Panes[layout.Text].Shown() {
		t.Error("the text stays")
	}
}

func TestTheMouseInADrawer(t *testing.T) {
	m := screenOf(t, builtin, 110, 90)
	toEvent(t, m, "Panorama episode")
	before := m.here()
	keys(m, "w")
	r := m.frame.Panes[layout.Text]
	y := 0
	for i, row := range strings.Split(plain(m), "\n") {
		if strings.Contains(row, "  002: “") {
			y = i
		}
	}
	m.Update(tea.MouseWheelMsg{X: r.X + 2, Y: y, Button: tea.MouseWheelUp})
	m.Update(tea.MouseClickMsg{X: r.X + 2, Y: y, Button: tea.MouseLeft})
	if m.sheet == nil || m.text.Document().ID != 2 {
		t.Fatalf("a click shows document %d", m.text.Document().ID)
	}
	m.Update(tea.MouseClickMsg{X: r.X + 2, Y: 3, Button: tea.MouseLeft})
	if m.sheet == nil {
		t.Error("a click beside the drawer closes it")
	}
	m.Update(tea.MouseClickMsg{X: r.X + 2, Y: y, Button: tea.MouseLeft})
	m.Update(tea.MouseClickMsg{X: r.X + 2, Y: y, Button: tea.MouseLeft})
	if m.sheet != nil || m.prefs.Focus != layout.Text {
		t.Error("two clicks do not go there")
	}
	keys(m, "ctrl+o")
	if !isAt(m, before) {
		t.Errorf("back leads to %+v, want %+v", m.here(), before)
	}
}

// A newer snapshot may know fewer people and other events than the sheet that is
// open was made of.
func TestASheetOutlivesItsSnapshot(t *testing.T) {
	for _, pressed := range [][]string{{"4", "j", "w"}, {"2", "p"}, {"2", "}", "d"}, {"5", "w"}, {"4", "-", "w"}} {
		m := screenOf(t, builtin, 110, 36)
		keys(m, pressed...)
		c := *m.x.Corpus
		c.People, c.Events, c.Dates, c.Quotations = nil, nil, nil, nil
		m.accept(arrival{index: index.New(&c)})
		keys(m, "j", "j", "p", "d", "k")
		plain(m)
		keys(m, "enter", "esc", "4", "-", "+", "K", "]", "<", "f", "enter")
		plain(m)
	}
}

// Another scale is no step: the text stays where it was read.
func TestAnotherScaleLeavesTheText(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "4", "j", "j")
	doc, want := m.text.Document().ID, m.text.Place()
	for _, k := range []string{"-", "-", "+", "+"} {
		keys(m, k)
		if m.text.Document().ID != doc || m.text.Place() != want {
			t.Errorf("behind %s the text is at %+v, want %+v", k, m.text.Place(), want)
		}
	}
	keys(m, "-", "j")
	if m.text.Place() == want {
		t.Error("the cursor leads nowhere any more")
	}
}
