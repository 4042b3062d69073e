package index_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/people"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/seeds"
	"onrecord/ui/index"
)

func seedsIndex(t *testing.T) *index.Index {
	t.Helper()
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: seeds.FS}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return index.New(c)
}

var (
	may     = index.ByPeriod{Period: index.MonthOf(2022, time.May)}
	freeman = index.ByPerson{Kind: people.Person, Called: "Darryl Freeman"}
)

func TestAFilterHoldsOneConditionOfAKind(t *testing.T) {
	var f index.Filter
	f = f.With(freeman).With(may)
	g := f.With(index.ByPeriod{Period: index.YearOf(2021)})
	if len(g) != 2 || index.Chip(g[1]) != "period: 2021" || index.Chip(g[0]) != "person: Darryl Freeman" {
		t.Errorf("the conditions are %v", g)
	}
	if index.Chip(f[1]) != "period: May 2022" {
		t.Error("the filter before is changed")
	}
	if h := g.Without("person"); len(h) != 1 || len(g) != 2 {
		t.Errorf("without the person: %v, of %v", h, g)
	}
}

func TestConditionsCombine(t *testing.T) {
	x := seedsIndex(t)
	both, time, who := x.PageOf(index.Filter{freeman, may}), x.PageOf(index.Filter{may}), x.PageOf(index.Filter{freeman})
	if time.Person >= 0 || who.Person < 0 || both.Person != who.Person {
		t.Errorf("the persons are %d, %d, %d", both.Person, time.Person, who.Person)
	}
	for i := range x.Events {
		want := slices.Contains(time.Events, int32(i)) && slices.Contains(who.Events, int32(i))
		if got := slices.Contains(both.Events, int32(i)); got != want {
			t.Errorf("%q is listed: %v, want %v", x.Events[i].Headline, got, want)
		}
	}
	for _, i := range both.Spoken {
		q := &x.Quotations[i]
		if !slices.Contains(q.People, both.Person) || may.Fit(x.Docs[q.Doc].Published) != index.In {
			t.Errorf("%q is listed", x.Said(q))
		}
	}
	if len(both.Spoken) == 0 || len(both.Docs) == 0 {
		t.Error("nothing is left of May 2022")
	}
}

func TestAConditionThatASnapshotDoesNotKnowIsNone(t *testing.T) {
	x := seedsIndex(t)
	nobody := index.ByPerson{Kind: people.Person, Called: "Nobody Known"}
	if p := x.PageOf(index.Filter{nobody}); p != nil {
		t.Errorf("the page of nobody is %v", p)
	}
	if p := x.PageOf(index.Filter{nobody, may}); len(p.Filter) != 1 {
		t.Errorf("%v is left", p.Filter)
	}
	if x.PageOf(nil) != nil {
		t.Error("no filter has a page")
	}
}

func TestWhichConditionIsToBlame(t *testing.T) {
	fits := func(of ...index.Fit) *index.Test {
		return &index.Test{Event: nil, Doc: func(id text.DocID) index.Fit { return of[id] }}
	}
	cases := []struct {
		name    string
		tests   []*index.Test
		by      int // -1 for none
		unknown int
	}{
		{"the only one", []*index.Test{fits(index.Out, index.Out, index.Out)}, 0, 0},
		{"the second", []*index.Test{fits(index.In, index.In, index.Out), fits(index.Out, index.NotKnown, index.In)}, 1, 1},
		{"dates that are not known", []*index.Test{fits(index.NotKnown, index.NotKnown, index.Out)}, 0, 2},
		{"none: one thing is left", []*index.Test{fits(index.In, index.Out, index.Out)}, -1, 0},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			conditions := []index.Condition{may, freeman}
			p := index.PageFor(conditions[:len(tc.tests)], tc.tests)
			by, unknown := p.Blame(3, func(t *index.Test, i int) index.Fit { return t.Doc(text.DocID(i)) })
			if tc.by < 0 && by != nil || tc.by >= 0 && by != conditions[tc.by] || unknown != tc.unknown {
				t.Errorf("%v is to blame, %d not known", by, unknown)
			}
		})
	}
	if by, _ := index.PageFor([]index.Condition{may}, []*index.Test{fits()}).Blame(0, nil); by != nil {
		t.Error("a filter is blamed for nothing")
	}
}
