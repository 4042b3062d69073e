package index_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/event"
	"onrecord/model/quote"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/index"
)

// made returns the index of a made corpus of n documents in folders, some of them
// with a source.
func made(tb testing.TB, n int) *index.Index {
	tb.Helper()
	files := fstest.MapFS{}
	for f := range corpustest.Generate(n, corpustest.Seed(7)) {
		files[fmt.Sprintf("%d/%s", len(files)%3, f.Name)] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: files}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	for i, d := range c.Docs {
		if i%4 == 0 {
			d.Source = fmt.Sprint("Paper ", i%3)
		}
	}
	for i := range c.Events {
		c.Events[i].Status = event.Status(i % 4)
		c.Events[i].Key = i%5 == 0
	}
	x := index.New(c)
	x.Read = func(id text.DocID) bool { return id%3 == 1 }
	return x
}

// What the conditions mean, thing by thing: the oracle that knows no sets.

func docMeets(x *index.Index, c index.Condition, id text.DocID) bool {
	d := x.Docs[id]
	switch c := c.(type) {
	case index.ByPerson:
		p := x.PersonNamed(c.Kind, c.Called)
		named := slices.ContainsFunc(x.People[p].Mentions, func(r text.Ref) bool { return r.Doc == id })
		_, of := x.QuotationsOf(id)
		return named || slices.ContainsFunc(of, func(q model.Quotation) bool { return x.SaidBy(&q, p) })
	case index.ByPeriod:
		return c.Fit(d.Published) == index.In
	case index.ByDocument:
		return d.Name == c.File
	case index.BySource:
		return index.SourceOf(d.Source, d.Name) == c.Source
	case index.ByRead:
		return x.Read(id) == c.Read
	case index.ByKind:
		_, of := x.QuotationsOf(id)
		return slices.ContainsFunc(of, func(q model.Quotation) bool { return q.Kind == c.Kind })
	}
	return slices.ContainsFunc(x.EventsOf(id), func(i int32) bool { return eventMeets(x, c, int(i)) })
}

func quoteMeets(x *index.Index, c index.Condition, i int) bool {
	q := &x.Quotations[i]
	switch c := c.(type) {
	case index.ByPerson:
		return x.SaidBy(q, x.PersonNamed(c.Kind, c.Called))
	case index.ByKind:
		return q.Kind == c.Kind
	case index.ByPeriod:
		return c.Fit(x.ToldAt(q.Ref())) == index.In
	}
	return docMeets(x, c, q.Doc)
}

func eventMeets(x *index.Index, c index.Condition, i int) bool {
	e := &x.Events[i]
	switch c := c.(type) {
	case index.ByPerson:
		return slices.Contains(e.People, x.PersonNamed(c.Kind, c.Called))
	case index.ByPeriod:
		return c.Fit(e.Date) == index.In
	case index.ByStatus:
		return e.Status == c.Status
	case index.ByKey:
		return e.Key
	}
	return false // of its documents eventLeft asks
}

// meets combines conditions: one of each kind.
func meets(f index.Filter, meet func(index.Condition) bool) bool {
	kinds := map[string]bool{}
	for _, c := range f {
		kinds[c.Noun()] = kinds[c.Noun()] || meet(c)
	}
	for _, ok := range kinds {
		if !ok {
			return false
		}
	}
	return true
}

// eventLeft reports whether a filter leaves an event: what it asks of documents one
// document must meet that tells of the event.
func eventLeft(x *index.Index, f index.Filter, i int) bool {
	var docs, own index.Filter
	for _, c := range f {
		switch c.(type) {
		case index.ByDocument, index.BySource, index.ByRead, index.ByKind:
			docs = append(docs, c)
		default:
			own = append(own, c)
		}
	}
	return meets(own, func(c index.Condition) bool { return eventMeets(x, c, i) }) &&
		slices.ContainsFunc(x.Events[i].Sources, func(r text.Ref) bool {
			return meets(docs, func(c index.Condition) bool { return docMeets(x, c, r.Doc) })
		})
}

// conditions are some of every kind that a snapshot can be narrowed to.
func conditions(x *index.Index, r *rand.Rand) []index.Condition {
	out := []index.Condition{index.ByKey{}, index.ByRead{Read: true}, index.ByRead{}}
	for k := quote.Direct; k <= quote.Turn; k++ {
		out = append(out, index.ByKind{Kind: k})
	}
	for s := event.Happened; s <= event.Ongoing; s++ {
		out = append(out, index.ByStatus{Status: s})
	}
	for _, s := range x.Sources() {
		out = append(out, index.BySource{Source: s.Name})
	}
	for _, y := range x.Years() {
		out = append(out, index.ByPeriod{Period: index.YearOf(y)})
	}
	for range 6 {
		p := x.People[r.IntN(len(x.People))]
		out = append(out, index.ByPerson{Kind: p.Kind, Called: p.Name}, index.ByDocument{File: x.Docs[r.IntN(len(x.Docs))].Name})
	}
	return out
}

// utterances counts quotations, each once however often its words stand.
func utterances(x *index.Index, of []int32) int {
	seen := map[int32]bool{}
	for _, i := range of {
		first := i
		for _, k := range x.Also(int(i)) {
			first = min(first, int32(k))
		}
		seen[first] = true
	}
	return len(seen)
}

func scan(n int, meet func(i int) bool) []int32 {
	out := []int32{}
	for i := range n {
		if meet(i) {
			out = append(out, int32(i))
		}
	}
	return out
}

func TestEveryCombinationEqualsAPlainScan(t *testing.T) {
	x := made(t, 120)
	r := rand.New(rand.NewPCG(corpustest.Seed(1), 2))
	all := conditions(x, r)
	for range corpustest.Soak(400) {
		var f index.Filter
		for range 1 + r.IntN(5) {
			if c := all[r.IntN(len(all))]; !f.Has(c) {
				f = f.Toggle(c)
			}
		}
		p := x.PageOf(f)
		docs := scan(len(x.Docs), func(i int) bool {
			return meets(f, func(c index.Condition) bool { return docMeets(x, c, text.DocID(i)) })
		})
		if got := p.Docs; !slices.EqualFunc(got, docs, func(a text.DocID, b int32) bool { return int32(a) == b }) {
			t.Fatalf("%v leaves the documents %v, a scan %v", f, got, docs)
		}
		told := scan(len(x.Events), func(i int) bool { return eventLeft(x, f, i) })
		if !slices.Equal(p.Events, told) {
			t.Fatalf("%v leaves the events %v, a scan %v", f, p.Events, told)
		}
		said := scan(len(x.Quotations), func(i int) bool {
			return meets(f, func(c index.Condition) bool { return quoteMeets(x, c, i) })
		})
		if len(p.Reported) != utterances(x, said) || slices.ContainsFunc(p.Reported, func(i int32) bool { return !slices.Contains(said, i) }) {
			t.Fatalf("%v leaves the quotations %v, a scan %v", f, p.Reported, said)
		}
		for i := 1; i < len(p.Reported); i++ {
			a, b := x.Docs[x.Quotations[p.Reported[i-1]].Doc].Published.From, x.Docs[x.Quotations[p.Reported[i]].Doc].Published.From
			if a.Known() && b.Known() && a.Day > b.Day {
				t.Fatalf("%v lists a quotation behind a later one", f)
			}
		}
		checkPeople(t, x, p, f)
	}
}

// checkPeople: whom the documents name that the filter leaves, a person's page
// leaving all.
func checkPeople(t *testing.T, x *index.Index, p *index.Page, f index.Filter) {
	t.Helper()
	rest := f.Without("person")
	want := scan(len(x.People), func(i int) bool {
		return slices.ContainsFunc(x.People[i].Mentions, func(r text.Ref) bool {
			return meets(rest, func(c index.Condition) bool { return docMeets(x, c, r.Doc) })
		})
	})
	got := p.People
	if got == nil {
		got = index.First(len(x.People))
		want = got
		if len(rest) > 0 {
			t.Fatalf("%v takes nobody away", f)
		}
	}
	if !slices.Equal(got, want) {
		t.Fatalf("%v leaves the people %v, a scan %v", f, got, want)
	}
}

// anyFilter is of up to three conditions, each once.
func anyFilter(r *rand.Rand, all []index.Condition) index.Filter {
	var f index.Filter
	for range r.IntN(4) {
		f = append(f.Drop(all[r.IntN(len(all))]), all[r.IntN(len(all))])
	}
	return f
}

// What the sheet counts beside a condition is what its panes would list.
func TestACountIsWhatWouldBeListed(t *testing.T) {
	x := made(t, 80)
	r := rand.New(rand.NewPCG(corpustest.Seed(3), 4))
	all := conditions(x, r)
	for range corpustest.Soak(200) {
		f := anyFilter(r, all)
		c := all[r.IntN(len(all))]
		then := x.PageOf(append(f.Without(c.Noun()), c))
		got := x.TallyOf(x.PageOf(f), c, true)
		if want := (index.Tally{len(then.Docs), len(then.Reported), len(then.Events)}); got != want {
			t.Fatalf("%v beside %v counts %v, listed are %v", c, f, got, want)
		}
	}
}

// What is counted beside a person is what their page would list.
func TestTheCountsOfAPersonAreThoseOfTheirPage(t *testing.T) {
	x := made(t, 80)
	r := rand.New(rand.NewPCG(corpustest.Seed(8), 9))
	all := conditions(x, r)
	for range corpustest.Soak(60) {
		f := anyFilter(r, all)
		p := x.PageOf(f)
		for i := range x.People {
			by := index.ByPerson{Kind: x.People[i].Kind, Called: x.People[i].Name}
			then := x.PageOf(f.With(by))
			for _, reported := range []bool{false, true} {
				want := index.Part{Said: len(then.Quotes(reported)), Docs: len(then.Docs)}
				if got := x.PartOf(p, i, reported); got != want {
					t.Fatalf("%v: of %s %v is counted, listed is %v", f, by.Called, got, want)
				}
			}
		}
	}
}

func TestReportedSpeechIsListedWhereTheFilterAsksForIt(t *testing.T) {
	x := made(t, 60)
	p := x.PageOf(index.Filter{index.ByKind{Kind: quote.Indirect}})
	if len(p.Quotes(false)) == 0 || !p.Reports() {
		t.Errorf("%d are listed", len(p.Quotes(false)))
	}
	if q := x.PageOf(index.Filter{index.ByKind{Kind: quote.Direct}}); q.Reports() || len(q.Quotes(false)) == 0 {
		t.Error("direct speech brings reported speech, or nothing")
	}
}

func TestWithoutAReaderNothingIsRead(t *testing.T) {
	x := seedsIndex(t)
	if p := x.PageOf(index.Filter{index.ByRead{Read: true}}); len(p.Docs) != 0 {
		t.Errorf("%d are read", len(p.Docs))
	}
	if p := x.PageOf(index.Filter{index.ByRead{}}); len(p.Docs) != len(x.Docs) {
		t.Errorf("%d are not read", len(p.Docs))
	}
}

// many is a made corpus as large as the reader must bear: 20,000 documents,
// 100,000 events and as many quotations.
func many() *index.Index {
	r := rand.New(rand.NewPCG(5, 6))
	c := &model.Corpus{}
	day := func() when.Interval {
		d := when.Moment{Day: when.DayOf(2015, 1, 1) + when.Day(r.IntN(3000)), Minute: -1}
		return when.Interval{From: d, To: d}
	}
	for i := range 20000 {
		c.Docs = append(c.Docs, &model.Document{ID: text.DocID(i), Name: fmt.Sprintf("%02d/%05d.txt", i/1000, i), Published: day()})
		c.Entities = append(c.Entities, nil)
		for k := range 5 {
			c.Entities[i] = append(c.Entities[i], r.Int32N(2000))
			at := text.Between(k, k+1)
			c.Quotations = append(c.Quotations, model.Quotation{Doc: text.DocID(i), Quotation: quote.Quotation{Kind: quote.Kind(r.IntN(5)), Spans: []text.Span{at}, Speakers: []quote.Speaker{{Entity: k}}}})
			c.Events = append(c.Events, model.Event{Date: day(), Status: event.Status(r.IntN(4)), Key: r.IntN(10) == 0, Sources: []text.Ref{{Doc: text.DocID(i), Span: at}}})
		}
	}
	for i := range 2000 {
		p := model.Person{Name: fmt.Sprint("Person ", i)}
		for k := range 30 {
			p.Mentions = append(p.Mentions, text.Ref{Doc: text.DocID((i*7 + k*601) % 20000)})
		}
		slices.SortFunc(p.Mentions, func(a, b text.Ref) int { return int(a.Doc - b.Doc) })
		c.People = append(c.People, p)
	}
	return index.New(c)
}

func BenchmarkFiveConditions(b *testing.B) {
	x := many()
	f := index.Filter{
		index.ByPeriod{Period: index.YearOf(2018)},
		index.ByStatus{Status: event.Planned},
		index.ByKind{Kind: quote.Direct},
		index.BySource{Source: "03/"},
		index.BySource{Source: "04/"},
	}
	b.ReportAllocs()
	for b.Loop() {
		x.PageOf(f)
	}
}

func BenchmarkTallyOfFifty(b *testing.B) {
	x := many()
	p := x.PageOf(index.Filter{index.ByPeriod{Period: index.YearOf(2018)}, index.ByStatus{Status: event.Planned}})
	b.ReportAllocs()
	for b.Loop() {
		for i := range 50 {
			x.TallyOf(p, index.ByDocument{File: x.Docs[i].Name}, false)
		}
	}
}

func BenchmarkPartOf(b *testing.B) {
	x := many()
	f := index.Filter{index.ByPeriod{Period: index.YearOf(2018)}}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		p := x.PageOf(f)
		b.StartTimer()
		x.PartOf(p, 0, false)
	}
}

func BenchmarkFirstFilter(b *testing.B) {
	x := many()
	for b.Loop() {
		index.New(x.Corpus).Sources()
	}
}
