package infer

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/model/event"
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
	Undated  bool      // stands apart: nothing in the corpus gives its date
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

// Events merges the tellings of all documents into one chronology, in order; what
// cannot be dated comes last. Two tellings are one happening when their times
// agree, one perhaps more finely than the other, and they share what tells
// happenings apart: words of the clause, names, or the very minute. A plan that
// another document tells of as done has happened.
func Events(docs []Document, times []Times, of [][]int) []Happening {
	c := &chronicle{docs: docs}
	for d := range docs {
		for i := range docs[d].Events {
			c.add(d, i, &times[d])
		}
	}
	c.parent = make([]int, len(c.all))
	for i := range c.parent {
		c.parent[i] = i
	}
	c.merge()
	return c.list(of)
}

// telling is one document's telling of a happening.
type telling struct {
	doc  int
	ev   *event.Event
	date when.Interval
}

func (t *telling) known() bool { return t.date.From.Known() && t.date.To.Known() }

// day reports whether the telling is of one day.
func (t *telling) day() bool { return t.known() && t.date.From.Day == t.date.To.Day }

type chronicle struct {
	docs   []Document
	all    []telling
	parent []int // union-find
}

// add dates a telling by the best of its expressions that is resolved; news of
// "now" has the date of its document.
func (c *chronicle) add(d, i int, t *Times) {
	ev := &c.docs[d].Events[i]
	date := when.Unknown(when.Vague, "nothing in the corpus gives its date")
	for n, x := range ev.Expressions {
		r := t.Dates[x]
		if c.docs[d].Times.Expressions[x].Form == when.Loose {
			date = t.Published
			break
		}
		if n == 0 || !date.From.Known() && r.From.Known() {
			date = r.Interval
		}
	}
	if date.From.Known() && date.To.Known() && date.To.Day-date.From.Day > 2*366 {
		return // no line of a chronology: "between 1990 and 2010"
	}
	c.all = append(c.all, telling{d, ev, date})
}

// mostCompared bounds how many tellings that share a word one is compared with.
const mostCompared = 48

// merge joins the tellings of one happening. Only those that share a stem or a
// minute are compared, in order of time.
func (c *chronicle) merge() {
	byStem := map[uint32][]int{}
	byMinute := map[when.Moment][]int{}
	order := make([]int, len(c.all))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return c.all[a].date.From.Compare(c.all[b].date.From) })
	for _, i := range order {
		t := &c.all[i]
		for _, s := range t.ev.Stems {
			byStem[s] = append(byStem[s], i)
		}
		if t.day() && t.date.From.Minute >= 0 {
			byMinute[t.date.From] = append(byMinute[t.date.From], i)
		}
	}
	for _, group := range []map[uint32][]int{byStem} {
		for _, s := range sortedKeys(group) {
			c.compare(group[s])
		}
	}
	for _, l := range byMinute {
		for _, i := range l[1:] {
			if shared(c.all[l[0]].ev.Names, c.all[i].ev.Names) > 0 {
				c.join(l[0], i)
			}
		}
	}
}

func sortedKeys(m map[uint32][]int) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (c *chronicle) compare(l []int) {
	for x, i := range l {
		for _, k := range l[x+1 : min(x+1+mostCompared, len(l))] {
			if c.find(i) != c.find(k) && c.same(&c.all[i], &c.all[k]) {
				c.join(i, k)
			}
		}
	}
}

func (c *chronicle) find(i int) int {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

func (c *chronicle) join(a, b int) {
	a, b = c.find(a), c.find(b)
	c.parent[max(a, b)] = min(a, b)
}

// loose is how many days before its first a season is spoken of: May is summer to
// many.
const loose = 31

// same reports whether two tellings that share a stem are of one happening.
func (c *chronicle) same(a, b *telling) bool {
	stems, names := shared(a.ev.Stems, b.ev.Stems), shared(a.ev.Names, b.ev.Names)
	if a.date.From == b.date.From && a.date.To == b.date.To && strings.EqualFold(a.ev.Headline, b.ev.Headline) {
		return true
	}
	if a.known() != b.known() {
		return false
	}
	if !a.known() {
		return false
	}
	switch {
	case a.day() && b.day():
		if a.date.From.Day != b.date.From.Day || a.date.From.Minute >= 0 && b.date.From.Minute >= 0 && a.date.From.Minute != b.date.From.Minute {
			return false
		}
		return stems > 0
	case a.date.From.Day == b.date.From.Day && a.date.To.Day == b.date.To.Day:
		return stems > 1 || stems > 0 && names > 0
	case contains(a, b) || contains(b, a):
		return stems > 1 || stems > 0 && (names > 0 || a.doc == b.doc)
	case a.date.Precision == when.Season && near(a, b), b.date.Precision == when.Season && near(b, a):
		return names > 0
	}
	return false
}

// contains reports whether a's time, a month at most, holds b's.
func contains(a, b *telling) bool {
	return a.date.From.Day <= b.date.From.Day && b.date.To.Day <= a.date.To.Day && a.date.To.Day-a.date.From.Day <= 62
}

func near(season, b *telling) bool {
	return b.day() && b.date.From.Day >= season.date.From.Day-loose && b.date.From.Day <= season.date.To.Day
}

// shared counts what two sorted lists have in common.
func shared(a, b []uint32) int {
	n, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			n++
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n
}

// list makes the chronology of the groups.
func (c *chronicle) list(of [][]int) []Happening {
	groups := map[int][]int{}
	for i := range c.all {
		r := c.find(i)
		groups[r] = append(groups[r], i)
	}
	type line struct {
		Happening
		first telling
	}
	lines := make([]line, 0, len(groups))
	for _, g := range groups {
		lines = append(lines, line{c.happening(g, of), c.all[g[0]]})
	}
	slices.SortFunc(lines, func(a, b line) int {
		if a.Undated != b.Undated {
			if a.Undated {
				return 1
			}
			return -1
		}
		if a.Undated { // in the order of telling
			return cmp.Or(cmp.Compare(a.first.doc, b.first.doc), cmp.Compare(a.first.ev.Clause.Start, b.first.ev.Clause.Start), cmp.Compare(a.Headline, b.Headline))
		}
		return cmp.Or(
			a.Date.From.Compare(b.Date.From), a.Date.To.Compare(b.Date.To),
			cmp.Compare(a.first.doc, b.first.doc), cmp.Compare(a.first.ev.Clause.Start, b.first.ev.Clause.Start),
			cmp.Compare(a.Headline, b.Headline),
		)
	})
	out := make([]Happening, len(lines))
	for i := range lines {
		out[i] = lines[i].Happening
	}
	return out
}

// happening makes one line of its tellings: the date that is told most finely,
// the headline that says it best, the best passage first.
func (c *chronicle) happening(g []int, of [][]int) Happening {
	h := Happening{Status: c.status(g)}
	slices.SortStableFunc(g, func(a, b int) int { return c.worth(b, h.Status) - c.worth(a, h.Status) })
	best := &c.all[g[0]]
	h.Headline, h.Date = best.ev.Headline, best.date
	for _, i := range g {
		t := &c.all[i]
		if finer(&t.date, &h.Date) {
			h.Date = t.date
		}
		ref := text.Ref{Doc: c.docs[t.doc].ID, Span: t.ev.Span}
		if !slices.Contains(h.Sources, ref) {
			h.Sources = append(h.Sources, ref)
		}
		for _, e := range t.ev.People {
			if p := of[t.doc][e]; !slices.Contains(h.People, p) {
				h.People = append(h.People, p)
			}
		}
	}
	h.Undated = !h.Date.From.Known() || !h.Date.To.Known()
	return h
}

// status of a group: cancelled when one says so, happened when one tells of it as
// done, else what all say.
func (c *chronicle) status(g []int) event.Status {
	st := c.all[g[0]].ev.Status
	for _, i := range g {
		switch s := c.all[i].ev.Status; {
		case s == event.Cancelled:
			return event.Cancelled
		case s == event.Happened:
			st = event.Happened
		}
	}
	return st
}

// worth ranks tellings for the headline: one that stands as the event does, in a
// clause of its own, with its time told.
func (c *chronicle) worth(i int, st event.Status) int {
	t := &c.all[i]
	n := 0
	if t.ev.Status == st {
		n += 4
	}
	if !t.ev.Nominal {
		n += 3
	}
	if t.ev.Clear {
		n += 3
	}
	if t.date.From.Minute >= 0 && t.date.From.Known() {
		n += 2
	}
	if t.day() {
		n++
	}
	if len(strings.Fields(t.ev.Headline)) < 3 {
		n -= 3
	}
	return n
}

// finer reports whether a tells a time more finely than b.
func finer(a, b *when.Interval) bool {
	if !a.From.Known() || !a.To.Known() {
		return false
	}
	if !b.From.Known() || !b.To.Known() {
		return true
	}
	wa, wb := a.To.Day-a.From.Day, b.To.Day-b.From.Day
	return wa < wb || wa == wb && a.From.Minute >= 0 && b.From.Minute < 0
}
