package infer

import (
	"cmp"
	"slices"
	"sort"
	"time"

	"onrecord/model/event"
	"onrecord/model/parallel"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Happening is one event of the corpus with every passage that tells of it,
// the best first.
type Happening struct {
	Date     when.Interval
	Headline string
	Status   event.Status
	People   []int // indexes into the persons
	Sources  []text.Ref
	Undated  bool      // stands apart: the corpus does not give both ends of its date
	Weight   float64   // how much it stands out, from 0 to 1: told by how many documents, how early, of how central people
	Key      bool      // among the key events of the corpus
	Versions []Version // tellings that contradict Date or Status, where there are any; shown beside it, never averaged
}

// Version is what some tellings say of a happening otherwise than the rest.
type Version struct {
	Date    when.Interval
	Status  event.Status
	Says    string // how the words of the telling put it: “on Tuesday 17 May”
	Sources []text.Ref
}

// Chronicle is what the documents of a corpus tell, each telling dated, before those of
// one happening are put together.
type Chronicle struct {
	docs   []Document
	times  []Times
	today  when.Day
	of     [][]int32 // the persons that the entities of each document are
	all    []telling
	rare   []float64 // the weight of each word: how much it tells
	parent []int32   // union-find
}

// Tell takes up what the documents tell of. Their time expressions are not asked for
// any more then: a large corpus lets them go.
func Tell(docs []Document, times []Times, of [][]int32, today when.Day) *Chronicle {
	n := 0
	for d := range docs {
		n += len(docs[d].Events)
	}
	c := &Chronicle{docs: docs, times: times, of: of, today: today, all: make([]telling, 0, n)}
	for d := range docs {
		for i := range docs[d].Events {
			c.add(d, i)
		}
	}
	return c
}

// Events merges the tellings of all documents into one chronology, in order; what
// cannot be placed comes last. Two tellings are one happening when their times
// agree, one perhaps more finely than the other, and they share what tells
// happenings apart: words of the clause, names, or the very minute. A plan that
// another document tells of as done has happened. Tellings of one happening that
// differ in its day or in whether it took place are versions of one line. It is called
// once.
func (c *Chronicle) Events() []Happening {
	c.weigh()
	c.merge()
	lines := c.lines()
	c.standOut(lines)
	return lines.all
}

// telling is one document's telling of a happening.
type telling struct {
	ev           *event.Event
	headline     string
	date         *when.Interval // perhaps that of its expression or document: not to be changed
	from, to     when.Moment    // its bounds: they are asked for at every comparison
	doc          int32
	expr         int32   // index of the expression that dates it, or -1
	rests        int32   // the date of its document whose chain of reasons it has, or -1 where date has all of it
	speaker      int32   // entity that says it of itself, or -1
	stems, names []int32 // words, by their index into Chronicle.rare, sorted
	sum          float64 // of their weights
}

func (t *telling) known() bool { return t.from.Known() && t.to.Known() }

// day reports whether the telling is of one day.
func (t *telling) day() bool { return t.known() && t.from.Day == t.to.Day }

// minute is the clock time that is told, or -1.
func (t *telling) minute() int16 {
	if !t.day() {
		return -1
	}
	return t.from.Minute
}

// longest is how many days a happening may cover: "between 1990 and 2010" is no
// line of a chronology.
const longest = 2 * 366

// add takes up a telling. What somebody says of himself is a line where the
// corpus knows who speaks.
func (c *Chronicle) add(d, i int) {
	ev := &c.docs[d].Events[i]
	t := telling{doc: int32(d), ev: ev, headline: ev.Headline, expr: -1, rests: -1, speaker: -1}
	if ev.Spoken {
		s, kind, ok := speakerOf(c.docs[d].Quotes, ev.Clause)
		if !ok || kind != quote.Statement && !ev.Deed || len(ev.Expressions) == 0 && kind != quote.Direct && kind != quote.Mixed {
			return
		}
		t.headline, t.speaker = "["+s.Name+"]: “"+ev.Headline+"”", int32(s.Entity)
	}
	c.date(&t)
	t.from, t.to = t.date.From, t.date.To
	if t.known() && t.to.Day-t.from.Day > longest || c.tooLate(&t) {
		return
	}
	c.all = append(c.all, t)
}

// tooLate reports whether a telling has it that something happened long after it was told:
// the date is of something else in the sentence ("notes that fall due in 2030"). What was
// told in the days before may be of a page that was kept up to date.
func (c *Chronicle) tooLate(t *telling) bool {
	const keptUp = 31
	last := c.today
	if p := &c.times[t.doc].Published; p.Certain && p.To.Known() {
		last = p.To.Day
	}
	return t.ev.Status == event.Happened && t.expr >= 0 && t.from.Known() && t.from.Day > last+keptUp
}

// speakerOf returns who says the words of a span, and how they are given.
func speakerOf(quotes []*quote.Quotation, sp text.Span) (quote.Speaker, quote.Kind, bool) {
	n := sort.Search(len(quotes), func(k int) bool { return quotes[k].Hull().Start > sp.Start })
	for k := n - 1; k >= 0 && k > n-6; k-- {
		q := quotes[k]
		if q.Kind == quote.Indirect || len(q.Speakers) != 1 || q.Speakers[0].Name == "" {
			continue
		}
		if q.Hull().Contains(sp) {
			return q.Speakers[0], q.Kind, true
		}
	}
	return quote.Speaker{}, 0, false
}

// undated is the date of what nothing dates.
var undated = when.Unknown(when.Vague, "nothing in the corpus gives its date")

// date dates a telling by the best of its expressions that is resolved; what has
// none, and news of "now", by the time of telling.
func (c *Chronicle) date(t *telling) {
	found, times := c.docs[t.doc].Times, &c.times[t.doc]
	t.date = &undated
	if len(t.ev.Expressions) == 0 {
		t.date = c.untold(t)
		return
	}
	for n, x := range t.ev.Expressions {
		r, e := &times.Dates[x], &found.Expressions[x]
		if e.Form == when.Loose {
			t.date, t.rests = c.told(t.doc, e.Section)
			t.expr = x
			return
		}
		if e.Form == when.Clock && !r.From.Known() && e.Year == 0 {
			continue // a clock time without a day
		}
		if n == 0 || !t.date.From.Known() && r.From.Known() {
			t.date, t.expr, t.rests = &r.Interval, x, x
		}
	}
	c.stretch(t)
}

// stretch gives a telling that is dated by one end of a range all of it: "3–5 May".
func (c *Chronicle) stretch(t *telling) {
	if t.expr < 0 {
		return
	}
	e := &c.docs[t.doc].Times.Expressions[t.expr]
	first, last := t.expr, t.expr
	if e.From >= 0 {
		first = e.From
	}
	if e.Until >= 0 {
		last = e.Until
	}
	a, b := &c.times[t.doc].Dates[first].Interval, &c.times[t.doc].Dates[last].Interval
	if first == last || !a.From.Known() || !b.To.Known() || a.From.Compare(b.To) > 0 {
		return
	}
	iv := *t.date
	iv.From, iv.To, iv.Certain = a.From, b.To, a.Certain && b.Certain
	if a.From.Day != b.To.Day {
		iv.Precision = when.Range
		iv.From.Minute, iv.To.Minute = -1, -1
	}
	t.date = &iv
}

// told is when the text of a section was told.
func (c *Chronicle) told(doc, section int32) (iv *when.Interval, date int32) {
	iv, at := c.times[doc].Told(c.docs[doc].Times, int(section))
	return iv, int32(at)
}

// reasons is the chain of a date of a document; where date is -1, of an interval that
// has all of it.
func (c *Chronicle) reasons(doc, date int32, iv *when.Interval) []when.Reason {
	if date < 0 {
		return iv.Evidence
	}
	return c.times[doc].Dates[date].Chain(c.docs[doc].ID)
}

// untold places a telling that gives no time of its own between what is known:
// what is told as done was done by the day of telling, and what a text of a week
// or a month tells as news belongs to that time.
func (c *Chronicle) untold(t *telling) *when.Interval {
	iv, date := c.told(t.doc, t.ev.Section)
	here := when.Reason{Say: "it is told here, without a time of its own", Ref: text.Ref{Doc: c.docs[t.doc].ID, Span: t.ev.Span}}
	if !iv.From.Known() || !iv.To.Known() || iv.To.Day-iv.From.Day > loose {
		none := when.Unknown(when.Vague, "the text gives no time, and nothing in the corpus says when it was written")
		none.Evidence = []when.Reason{here}
		return &none
	}
	said := when.Say(*iv)
	why := append([]when.Reason{here}, c.reasons(t.doc, date, iv)...)
	if t.ev.Into > 0 {
		return since(iv, int(t.ev.Into), why)
	}
	out := &when.Interval{From: when.NoMoment, To: moment(iv.To.Day), Precision: when.Vague}
	out.Basis = "a text of " + said + " tells it as done and gives no day"
	if iv.From.Day != iv.To.Day {
		out.From, out.Precision = moment(iv.From.Day), iv.Precision
		out.Basis = "a text of " + said + " tells it as news and gives no day"
	}
	out.Evidence = why
	return out
}

// since places what began so many months before the time of telling, to the
// month.
func since(iv *when.Interval, months int, why []when.Reason) *when.Interval {
	y, m, _ := iv.From.Day.Civil()
	r := runOf(y, m-time.Month(months), 0)
	return &when.Interval{
		From: moment(r.from), To: moment(r.to), Precision: when.Month,
		Basis:    "counted back from a text of " + when.Say(*iv) + "; about",
		Evidence: why,
	}
}

// lines are happenings, and the tellings of each, the best first.
type lines struct {
	all    []Happening
	groups [][]int32
}

// lines makes the chronology of the groups, in order.
func (c *Chronicle) lines() lines {
	groups := map[int32][]int32{}
	var roots []int32
	for i := range c.all {
		if c.parent[i] == gone {
			continue
		}
		r := c.find(int32(i))
		if groups[r] == nil {
			roots = append(roots, r)
		}
		groups[r] = append(groups[r], int32(i))
	}
	rivals := c.rivals(groups, roots)
	roots = slices.DeleteFunc(roots, func(r int32) bool { return rivals.version[r] })
	l := lines{make([]Happening, len(roots)), make([][]int32, len(roots))}
	parallel.Each(len(roots), batch, func(n int) {
		g := groups[roots[n]]
		h := c.happening(g)
		for _, v := range rivals.of[roots[n]] {
			c.contradict(&h, groups[v])
			g = append(g, groups[v]...)
		}
		l.all[n], l.groups[n] = h, g
	})
	c.sort(l)
	return l
}

// sort sorts lines where they lie: first their places, since a line is large.
func (c *Chronicle) sort(l lines) {
	at := make([]int, len(l.all))
	for n := range at {
		at[n] = n
	}
	slices.SortStableFunc(at, func(a, b int) int {
		return cmp.Or(order(&l.all[a].Date, &l.all[b].Date), c.compareTold(l.groups[a][0], l.groups[b][0]), cmp.Compare(l.all[a].Headline, l.all[b].Headline))
	})
	for first := range at { // along each cycle of places
		n := first
		for at[n] != first {
			from := at[n]
			l.all[n], l.all[from] = l.all[from], l.all[n]
			l.groups[n], l.groups[from] = l.groups[from], l.groups[n]
			at[n], n = n, from
		}
		at[n] = n
	}
}

// order sorts what is dated, or known to be no later than a day, by time. The
// rest comes last, as it is told: what is only known to be later than a day may
// be much later.
func order(a, b *when.Interval) int {
	p, q := a.To.Known(), b.To.Known()
	switch {
	case p && !q:
		return -1
	case q && !p:
		return 1
	case p:
		return cmp.Or(bound(a).Compare(bound(b)), cmp.Compare(open(a), open(b)), a.To.Compare(b.To))
	}
	return 0
}

// compareTold orders tellings by where they stand.
func (c *Chronicle) compareTold(a, b int32) int {
	x, y := &c.all[a], &c.all[b]
	return cmp.Or(cmp.Compare(x.doc, y.doc), cmp.Compare(x.ev.Clause.Start, y.ev.Clause.Start))
}

func bound(iv *when.Interval) when.Moment {
	if iv.From.Known() {
		return iv.From
	}
	return iv.To
}

// open puts what happened by a day before what happened on it.
func open(iv *when.Interval) int {
	if iv.From.Known() {
		return 1
	}
	return 0
}
