package picker

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

func lists() []*List {
	var docs []Item
	for i := range 30 {
		docs = append(docs, Item{Text: fmt.Sprintf("Report %d of the council", i), Extra: "May 2022", Also: fmt.Sprintf("bbc/%02d.txt", i), Index: int32(i)})
	}
	return []*List{
		NewList(Mark, []Item{{Text: "a  the report"}}),
		NewList(Document, docs),
		NewList(Person, []Item{{Text: "Ruth Reporter", Extra: "harbour master"}, {Text: "漢字 Reporter 👩‍👩‍👧", Extra: "council"}}),
		NewList(Event, nil),
		NewList(Command, []Item{{Text: "next date of the whole text"}, {Text: "next date"}}),
	}
}

func open(t *testing.T, query string) *Picker {
	t.Helper()
	p := New(keymap.New(), theme.New(true, false), "Go to", false, lists())
	p.SetSize(80, 30)
	p.Type(tea.PasteMsg{Content: query})
	return p
}

// shown is what stands on the sheet, without the title and the foot.
func shown(p *Picker) []string {
	rows, _, _ := p.View()
	var out []string
	for _, r := range rows[p.above() : len(rows)-p.below()] {
		if s := strings.TrimSpace(ansi.Strip(r)); s != "" {
			out = append(out, strings.Join(strings.Fields(s), " "))
		}
	}
	return out
}

func TestWhatIsListed(t *testing.T) {
	cases := []struct {
		name, query string
		first       []string
	}{
		{"nothing typed: of every kind the first", "", []string{"m Marks 1", "▸ a the report", "d Documents 5 of 30", "Report 0 of the council May 2022"}},
		{"the kind with the best match first", "ruth", []string{"p People 1", "▸ Ruth Reporter harbour master"}},
		{"one kind, all of it", "d ", []string{"d Documents 30", "▸ Report 0 of the council May 2022"}},
		{"what stands beside is found too", "p harbour", []string{"p People 1", "▸ Ruth Reporter harbour master"}},
		{"what is not shown is found too", "bbc/07", []string{"d Documents 1", "▸ Report 7 of the council May 2022"}},
		{"of equals the shorter", ">next date", []string{"> Commands 2", "▸ next date", "next date of the whole text"}},
		{"a letter and no blank is a letter", "pxyz", []string{"nothing is called so: try fewer letters"}},
		{"a kind without anything", "e ", []string{"nothing is called so: try fewer letters"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := shown(open(t, tc.query))
			if len(got) < len(tc.first) {
				t.Fatalf("the rows are %q", got)
			}
			for i, want := range tc.first {
				if got[i] != want {
					t.Errorf("row %d is %q, want %q", i, got[i], want)
				}
			}
		})
	}
}

func TestWhatIsCalledSoStandsBeforeWhatIsOnlyFoundSo(t *testing.T) {
	all := []*List{
		NewList(Person, []Item{{Text: "Ann Lee", Extra: "chair of the dredging board"}, {Text: "Bo Hill", Also: "Bo Dredger", Extra: "clerk"}, {Text: "Dredge Watch Ltd", Extra: "company"}}),
		NewList(Event, []Item{{Text: "The harbour was dredged and the wall was built anew", Extra: "May 2022"}}),
		NewList(Command, []Item{{Text: "quit"}, {Text: "next", Extra: "Dredging   n"}, {Text: "dredge up what was read", Extra: "Harbour   d"}, {Text: "dredge"}}),
	}
	cases := []struct {
		name, query string
		want        []string
	}{
		{"a name over another name over a role", "p dredg", []string{"Dredge Watch Ltd", "Bo Hill", "Ann Lee"}},
		{"a command’s words over its group", ">dredg", []string{"dredge", "dredge up what was read", "next"}},
		{"of what begins so commands are the last", "dredg", []string{"Dredge Watch Ltd", "Bo Hill", "Ann Lee", "The harbour was dredged", "dredge", "dredge up", "next"}},
		{"a command that is called so and no more", "dredge", []string{"dredge", "dredge up", "Dredge Watch Ltd", "Bo Hill", "The harbour was dredged"}},
		{"a word beside, and a command by its letters", "cler", []string{"Bo Hill"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			p := New(keymap.New(), theme.New(true, false), "Go to", false, all)
			p.SetSize(100, 30)
			p.Type(tea.PasteMsg{Content: tc.query})
			var got []string
			for n := range p.found.hits {
				l, i := p.hit(n)
				got = append(got, l.items[i].Text)
			}
			for i, want := range tc.want {
				if i >= len(got) || !strings.HasPrefix(got[i], want) {
					t.Fatalf("found is %q, want %q", got, tc.want)
				}
			}
		})
	}
}

func TestTabKeepsWhatWasTypedAndGoesThroughTheKinds(t *testing.T) {
	p := open(t, "rep")
	for _, want := range []string{"m rep", "d rep", "p rep", "e rep", ">rep", "rep"} {
		p.Update(tea.KeyPressMsg{Code: tea.KeyTab})
		if got := p.input.Value(); got != want {
			t.Errorf("tab gives %q, want %q", got, want)
		}
	}
	p.Update(tea.KeyPressMsg{Code: tea.KeyTab, Mod: tea.ModShift})
	if got := p.input.Value(); got != ">rep" {
		t.Errorf("shift+tab gives %q", got)
	}
}

func TestNothingIsShownBeforeItIsAskedFor(t *testing.T) {
	p := New(keymap.New(), theme.New(true, false), "Go to", false, nil)
	p.SetSize(80, 30)
	if up := p.SetLists(lists(), false); up != nil {
		t.Errorf("opening shows %v", up)
	}
	if up := p.Type(tea.PasteMsg{Content: "ruth"}); up != (Picked{Person, 0, false}) {
		t.Errorf("typing shows %v", up)
	}
	if up, open := p.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); up != (Picked{Person, 0, true}) || open {
		t.Errorf("enter asks for %v", up)
	}
}

func TestEnterOnNothingStaysOpen(t *testing.T) {
	if up, open := open(t, "zzzz").Update(tea.KeyPressMsg{Code: tea.KeyEnter}); up != nil || !open {
		t.Errorf("enter asks for %v", up)
	}
}

func TestTheCursorStaysInSight(t *testing.T) {
	p := open(t, "d ")
	for _, height := range []int{30, 12, 7, 5, 4} {
		p.SetSize(60, height)
		for _, n := range []int{1, 1, 1, 20, 20, -3, -20, -20} {
			p.move(n)
			if rows := strings.Join(shown(p), "\n"); !strings.Contains(rows, "▸") {
				t.Fatalf("height %d, item %d:\n%s", height, p.at, rows)
			}
		}
	}
}

func TestAClickPicksTheRow(t *testing.T) {
	p := open(t, "d ")
	up, _ := p.Click(p.above()+3, false) // a heading, and three documents
	if up != (Picked{Document, 2, false}) {
		t.Errorf("the click picks %v", up)
	}
	if up, open := p.Click(p.above()+3, true); up != (Picked{Document, 2, true}) || open {
		t.Errorf("two clicks ask for %v", up)
	}
}

func TestAHeadingIsNothingToGoTo(t *testing.T) {
	p := open(t, "d report")
	if up, open := p.Click(p.above(), true); up != nil || !open || p.at != 0 {
		t.Errorf("two clicks on a heading give %v, the sheet open: %v, the cursor at %d", up, open, p.at)
	}
}

func TestAnAnswerToAnotherPickerIsDropped(t *testing.T) {
	many := make([]Item, atOnce+1)
	for i := range many {
		many[i] = Item{Text: fmt.Sprintf("Report %d", i), Index: int32(i)}
	}
	start := func(query string) (*Picker, Wanted) {
		p := New(keymap.New(), theme.New(true, false), "Go to", false, []*List{NewList(Document, many)})
		p.SetSize(80, 30)
		up, ok := p.Type(tea.PasteMsg{Content: query}).(Wanted)
		if !ok {
			t.Fatalf("%s is not searched beside the screen", query)
		}
		return p, up
	}
	_, first := start("report 1")
	p, second := start("report 22")
	if up := p.Accept(first.Find()); up != nil {
		t.Errorf("the answer of a picker that was closed shows %v", up)
	}
	if up := p.Accept(second.Find()); up != (Picked{Document, 22, false}) {
		t.Errorf("its own answer shows %v", up)
	}
}

func TestEveryRowIsAsWideAsTheSheet(t *testing.T) {
	for _, query := range []string{"", "rep", "p ", "p 漢", "council 2022", "p 👩"} {
		for _, ascii := range []bool{false, true} {
			p := New(keymap.New(), theme.New(true, ascii), "Go to", false, lists())
			p.Type(tea.PasteMsg{Content: query})
			for _, width := range []int{20, 27, 43, 44, 60, 120} {
				p.SetSize(width, 20)
				rows, _, _ := p.View()
				if len(rows) != 20 {
					t.Errorf("%d rows of 20", len(rows))
				}
				for _, r := range rows {
					if n := ansi.StringWidth(r); n != width {
						t.Errorf("%q at %d: %d cells: %q", query, width, n, ansi.Strip(r))
					}
				}
			}
		}
	}
}
