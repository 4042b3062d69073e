package people_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/seeds"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/people"
	"onrecord/ui/theme"
)

func press(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

// paneOf returns the pane on the built-in corpus.
func paneOf(t *testing.T, width, height int) (*people.People, *index.Index) {
	t.Helper()
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: seeds.FS}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := index.New(c)
	p := people.New(keymap.New(), theme.New(true, false))
	p.SetSize(width, height)
	p.Set(x, index.View{Open: text.NoDoc, All: true})
	return p, x
}

func TestRowsFillThePaneAtEverySize(t *testing.T) {
	p, x := paneOf(t, 50, 20)
	for _, w := range []int{1, 2, 5, 19, 20, 24, 30, 34, 47, 60, 120, 250} {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 7, 22, 48} {
			p.SetSize(w, h)
			for i := range x.People {
				p.MoveTo(i)
				rows := p.View()
				if len(rows) != h {
					t.Fatalf("%dx%d: %d rows", w, h, len(rows))
				}
				for _, r := range rows {
					if n := ansi.StringWidth(r); n != w && w >= 20 || n > max(w, 8) {
						t.Fatalf("%dx%d: a row of %d cells: %q", w, h, n, ansi.Strip(r))
					}
				}
				if name, _, _ := strings.Cut(x.People[i].Name, " "); w >= 20 && h >= 2 && !strings.Contains(ansi.Strip(strings.Join(rows, "\n")), name) {
					t.Fatalf("%dx%d: %s has the cursor and is not shown", w, h, name)
				}
			}
		}
	}
}

func TestTheOrder(t *testing.T) {
	p, x := paneOf(t, 50, 20)
	p.Update(press('j'))
	was := p.Current()
	p.Update(press('o'))
	if p.Current() != was {
		t.Errorf("the cursor went from %s to %s", was.Name, p.Current().Name)
	}
	p.Update(press('g'))
	var names []string
	for range x.People {
		names = append(names, strings.ToLower(p.Current().Name))
		p.Update(press('j'))
	}
	if !slices.IsSorted(names) || len(slices.Compact(names)) != len(x.People) {
		t.Errorf("by name the order is %q", names)
	}
}

func TestEnterAsksForThePerson(t *testing.T) {
	p, x := paneOf(t, 50, 20)
	p.Update(press('o'))
	p.Update(press('G'))
	msg, ok := p.Update(tea.KeyPressMsg{Code: tea.KeyEnter}).(pane.Person)
	if !ok || &x.People[msg.Index] != p.Current() {
		t.Errorf("enter asks for %+v", msg)
	}
}

func TestTheDetailGivesNamesReasonsRolesAndPlaces(t *testing.T) {
	_, x := paneOf(t, 50, 20)
	i := x.PersonNamed(0, "Darryl Freeman")
	got := strings.Join(strings.Fields(strings.Join(people.Detail(x, index.View{}, i, 60), " ")), " ")
	for _, want := range []string{"also called Daryl Freeman", "Daryl Freeman is the same: the same last name", "director of children’s services (after 17 May 2022, 004)", "named in 000 ×2"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
}

func TestAFilterCountsWhatItLeavesOfAPerson(t *testing.T) {
	p, x := paneOf(t, 60, 30)
	inOne := index.ByDocument{File: x.Docs[3].Name}
	cases := []struct {
		name        string
		filter      index.Filter
		row, detail string
		not         string // in the detail
	}{
		{"without one", nil, "5 said · in 3 documents", "named in 000 ×3, 001 ×4, 003 ×4", "filter"},
		{"one document", index.Filter{inOne}, "2 said · in 1 document", "the filter leaves 2 of 5 quotations, 1 of 3 documents", "000 ×3"},
		{"and a kind of quotation", index.Filter{inOne, index.ByKind{Kind: quote.Direct}}, "Paul Walker in 1 document", "the filter leaves 0 of 5 quotations, 1 of 3 documents", "000 ×3"},
		{"somebody else: the list is there to choose from", index.Filter{index.ByPerson{Called: "Diana Toynbee"}}, "5 said · in 3 documents", "named in 000 ×3, 001 ×4, 003 ×4", "filter"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			v := index.View{Open: text.NoDoc, All: true, Page: x.PageOf(tc.filter)}
			p.Set(x, v)
			i := x.PersonNamed(0, "Paul Walker")
			p.GoTo(i)
			got := strings.Join(strings.Fields(ansi.Strip(strings.Join(p.View(), " "))), " ")
			detail := strings.Join(strings.Fields(strings.Join(people.Detail(x, v, i, 60), " ")), " ")
			if !strings.Contains(got, tc.row) || !strings.Contains(detail, tc.detail) || tc.not != "" && strings.Contains(detail, tc.not) {
				t.Errorf("the rows are %q, the detail %q", got, detail)
			}
		})
	}
}

func TestTheMostQuotedOfWhatIsLeftComesFirst(t *testing.T) {
	p, x := paneOf(t, 60, 30)
	for _, d := range x.Docs {
		page := x.PageOf(index.Filter{index.ByDocument{File: d.Name}})
		p.Set(x, index.View{Open: text.NoDoc, All: true, Page: page})
		p.MoveTo(0)
		last := -1
		for range p.Count() {
			n := x.PartOf(page, p.Person(), false).Said
			if last >= 0 && n > last {
				t.Errorf("%s: %s with %d stands behind one with %d", d.Name, p.Current().Name, n, last)
			}
			last = n
			p.Update(press('j'))
		}
	}
}

func TestNobodyIsSaidToBeNamed(t *testing.T) {
	p := people.New(keymap.New(), theme.New(true, false))
	p.SetSize(40, 3)
	p.Set(index.New(&model.Corpus{}), index.View{})
	if got := strings.Join(p.View(), "\n"); !strings.Contains(got, "names anybody") {
		t.Errorf("the pane says %q", got)
	}
	for _, k := range "jkgGo" {
		p.Update(press(k))
	}
	if msg := p.Update(tea.KeyPressMsg{Code: tea.KeyEnter}); msg != nil {
		t.Errorf("enter on nobody asks for %v", msg)
	}
}
