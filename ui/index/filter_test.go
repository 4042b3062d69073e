package index_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
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
		if !x.SaidBy(q, both.Person) || may.Fit(x.Docs[q.Doc].Published) != index.In {
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
	x := seedsIndex(t)
	later := index.ByPeriod{Period: index.Period{From: when.DayOf(2031, 1, 1), To: when.NoDay}}
	cases := []struct {
		name    string
		filter  index.Filter
		by      string // "" for none
		unknown bool
		alone   int
	}{
		{"the only one", index.Filter{later}, "period: since 2031", true, 1},
		{"the second", index.Filter{freeman, later}, "period: since 2031", true, 2},
		{"two of a kind together", index.Filter{index.ByPeriod{Period: index.YearOf(1900)}, later}, "period: 1900 or since 2031", true, 1},
		{"not one of quotations that leaves events", index.Filter{index.ByKind{Kind: quote.Direct}, later}, "period: since 2031", true, 2},
		{"one of quotations that no document has", index.Filter{index.ByKind{Kind: quote.Turn}}, "said: turn", false, 1},
		{"none: something is left", index.Filter{may}, "", false, 0},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			b, ok := x.PageOf(tc.filter).Blame(index.Events, index.First(len(x.Events)))
			if ok != (tc.by != "") || ok && (b.By != tc.by || b.Unknown > 0 != tc.unknown || len(b.Alone) != tc.alone) {
				t.Errorf("%+v is to blame", b)
			}
		})
	}
	if _, ok := x.PageOf(index.Filter{later}).Blame(index.Events, nil); ok {
		t.Error("a filter is blamed for nothing")
	}
}

// What stands in several documents is left by the one that a filter asks for.
func TestWordsThatStandFirstElsewhereAreNotBlamedOnTheirDocument(t *testing.T) {
	x := seedsIndex(t)
	for _, d := range x.Docs {
		of := index.ByDocument{File: d.Name}
		want := len(x.PageOf(index.Filter{of}).Reported)
		b, ok := x.PageOf(index.Filter{of, index.ByKind{Kind: quote.Turn}}).Blame(index.Quotations, x.Places(true))
		if !ok || b.Alone[0].N != want || want > 0 && b.By != "said: turn" {
			t.Errorf("%s has %d quotations; %+v", d.Name, want, b)
		}
	}
}

// A condition of one pane narrows the others to the documents that meet it.
func TestAConditionOfOnePaneNarrowsAll(t *testing.T) {
	x := indexOf(t, map[string]string{
		"a.txt": "3 March 2021\n\n“The old mill had no wheel worth the name for thirty years,” said Nora Field. The mill opened on 2 March 2021.",
		"b.txt": "5 March 2021\n\nPeter Lamb came to the quarry. The quarry will be closed on 1 June 2021.",
	})
	cases := []struct {
		name string
		by   index.Condition
		doc  text.DocID
		who  string
	}{
		{"a kind of quotation", index.ByKind{Kind: quote.Direct}, 0, "Nora Field"},
		{"how an event stands", index.ByStatus{Status: event.Planned}, 1, "Peter Lamb"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			p := x.PageOf(index.Filter{tc.by})
			if !slices.Equal(p.Docs, []text.DocID{tc.doc}) || len(p.People) != 1 || x.People[p.People[0]].Name != tc.who {
				t.Errorf("left are the documents %v and the people %v", p.Docs, p.People)
			}
			for _, i := range p.Reported {
				if x.Quotations[i].Doc != tc.doc {
					t.Errorf("%q is left", x.Said(&x.Quotations[i]))
				}
			}
			if len(p.Events) == 0 {
				t.Error("no event is left")
			}
			for _, i := range p.Events {
				if x.Events[i].Sources[0].Doc != tc.doc {
					t.Errorf("%q is left", x.Events[i].Headline)
				}
			}
		})
	}
}

// What stands under a date of its own was said then, whenever its document was published.
func TestWhatWasSaidIsOrderedByWhenItWasTold(t *testing.T) {
	x := indexOf(t, map[string]string{
		"a.txt": "14 September 2022\n\nThe row over the weir went on for another week, and nobody was glad of it.\n\n16 May 2022\n\n“The weir will hold for another winter at the very least,” said Nora Field.\n\nThe trust had said so in the spring.",
		"b.txt": "1 June 2022\n\n“Nobody need be afraid of the old weir any longer,” said Nora Field.",
	})
	p := x.PageOf(index.Filter{index.ByKind{Kind: quote.Direct}})
	var got []string
	for _, i := range p.Spoken {
		q := &x.Quotations[i]
		at := x.ToldAt(q.Ref())
		got = append(got, x.Docs[q.Doc].Name+" "+at.From.String())
	}
	if want := []string{"a.txt 2022-05-16", "b.txt 2022-06-01"}; !slices.Equal(got, want) {
		t.Errorf("what was said is %v, want %v", got, want)
	}
}
