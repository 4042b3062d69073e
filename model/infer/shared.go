package infer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"sort"
	"time"

	"onrecord/model/quote"
	"onrecord/model/reuse"
	"onrecord/model/text"
	"onrecord/model/when"
)

// calendarDay is a day as a diary names it: the same in few years.
type calendarDay struct {
	month        time.Month
	day, weekday int
}

// member is one telling of a calendar day.
type member struct{ doc, expr int }

// shareEvents ties the tellings of one event: the same weekday, day and month, and
// a name in common that does not stand beside every other date too. In one document
// the day alone is enough.
func (y *years) shareEvents() {
	if !slices.ContainsFunc(y.nodes, func(n node) bool { return n.expr >= 0 && !n.days.single() }) {
		return // all are known
	}
	type key struct {
		day  calendarDay
		name uint32
	}
	groups := map[key][]member{}
	within := map[calendarDay][]member{} // of one document
	beside := map[uint32]map[calendarDay]bool{}
	all := map[calendarDay]bool{}
	for i := range y.docs {
		clear(within)
		for k := range y.docs[i].Times.Expressions {
			e := y.expr(i, k)
			c, ok := y.calendarDay(i, k)
			if !ok || e.Quiet {
				continue
			}
			all[c] = true
			within[c] = append(within[c], member{i, k})
			for _, n := range y.names(i, k) {
				groups[key{c, n}] = append(groups[key{c, n}], member{i, k})
				if beside[n] == nil {
					beside[n] = map[calendarDay]bool{}
				}
				beside[n][c] = true
			}
		}
		for _, m := range within {
			y.sameDay(m)
		}
	}
	keys := make([]key, 0, len(groups))
	for g, m := range groups {
		if len(m) > 1 && tellsApart(len(beside[g.name]), len(all)) {
			keys = append(keys, g)
		}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.day.month, b.day.month), cmp.Compare(a.day.day, b.day.day), cmp.Compare(a.day.weekday, b.day.weekday), cmp.Compare(a.name, b.name))
	})
	seen := map[string]bool{}
	for _, g := range keys {
		if id := fmt.Sprint(groups[g]); !seen[id] { // names of one sentence make the same groups
			seen[id] = true
			y.sameDay(groups[g])
		}
	}
}

// tellsApart reports whether a name that stands beside so many of all calendar days
// tells them apart. Of a handful every name does.
func tellsApart(beside, all int) bool {
	const few = 6
	return all < few || weight(beside, all) >= 1
}

// weight is how much a name tells: rare names much, a name in every sentence
// little (inverse document frequency, K. Spärck Jones 1972).
func weight(n, all int) float64 { return math.Log(float64(all+1) / float64(n)) }

// calendarDay returns the weekday, day and month that an expression tells, or that
// it is known to be.
func (y *years) calendarDay(i, k int) (calendarDay, bool) {
	e := y.expr(i, k)
	if weekdayed(e) && !e.Ranged() && y.states[i].nodes[k] >= 0 {
		return calendarDay{e.Month, e.Day, int(e.Weekday)}, true
	}
	d, ok := y.dayOf(i, k)
	if !ok {
		return calendarDay{}, false
	}
	_, m, n := d.Civil()
	return calendarDay{m, n, int(d.Weekday())}, true
}

// sameDay ties tellings of one day to each other, unless they cannot all be: then
// the same calendar day is told of several years, and which is meant is not known
// from it.
func (y *years) sameDay(tellings []member) {
	open := false
	var common days
	for n, m := range tellings {
		at := y.at(m.doc, m.expr)
		if at < 0 {
			return
		}
		open = open || !y.nodes[at].days.single()
		if n == 0 {
			common = y.nodes[at].days
		} else {
			common = common.meet(y.nodes[at].days, 0, 0)
		}
		if len(common) == 0 {
			return
		}
	}
	if !open || len(tellings) < 2 {
		return
	}
	first := slices.MinFunc(tellings, func(a, b member) int { return y.compareAt(a.doc, a.expr, b.doc, b.expr) })
	hub := y.node(days{{when.DayOf(firstYear, 1, 1) - farAhead, y.today + farAhead}}, first.doc, happeningNode)
	for _, m := range tellings {
		y.tie(tie{a: y.at(m.doc, m.expr), b: hub, why: reason{kind: bySame, doc: m.doc, expr: m.expr}, firmLo: true, firmHi: true})
	}
}

// A passage must have so many bytes to be taken from another document, not said in
// the same words by chance; and a document gives no more than so many.
const (
	leastPassage = 80
	leastTaken   = 400 // less may be a phrase that its author used before
	mostPassages = 64
)

// sharePassages ties the dates of a passage that stands in two documents, and sets
// a document behind what it takes over.
func (y *years) sharePassages(related *reuse.Relations) {
	for i := range y.docs {
		if y.states[i].stated && !y.asks(i) {
			continue
		}
		n := 0
		for _, p := range related.Passages(i) {
			here, o := p.Span, int(p.Other.Doc)
			if here.Len() < leastPassage {
				continue
			}
			if n++; n > mostPassages {
				break
			}
			y.samePassage(i, o, here, p.Other.Span)
			y.takenOver(i, o, here, p.Other.Span)
		}
	}
}

// asks reports whether a date of document i is not known yet.
func (y *years) asks(i int) bool {
	return slices.ContainsFunc(y.states[i].nodes, func(n int) bool { return n >= 0 && !y.nodes[n].days.single() })
}

// samePassage ties the dates without a year of a passage to those of its other
// occurrence, in order as long as their words agree.
func (y *years) samePassage(i, o int, here, there text.Span) {
	a, b := y.within(i, here), y.within(o, there)
	for n := range min(len(a), len(b)) {
		ki, ko := a[n], b[n]
		if y.words(i, ki) != y.words(o, ko) {
			return
		}
		ni := y.states[i].nodes[ki]
		if ni < 0 || y.nodes[ni].days.single() {
			continue
		}
		no := y.at(o, ko)
		if no < 0 || len(y.nodes[ni].days.meet(y.nodes[no].days, 0, 0)) == 0 {
			continue
		}
		y.tie(tie{a: no, b: ni, why: reason{kind: byPassage, doc: o, expr: ko}, firmLo: true, firmHi: true})
	}
}

// within returns the expressions of a document that lie in a span.
func (y *years) within(i int, s text.Span) []int {
	f := y.docs[i].Times
	k := sort.Search(len(f.Expressions), func(k int) bool { return f.Expressions[k].Span.Start >= s.Start })
	var out []int
	for ; k < len(f.Expressions) && f.Expressions[k].Span.End <= s.End; k++ {
		out = append(out, k)
	}
	return out
}

// takenOver sets document i behind a passage of o whose day is told: it stands under
// a date there, or it is a statement there that i quotes in marks.
func (y *years) takenOver(i, o int, here, there text.Span) {
	if y.states[i].stated || here.Len() < leastTaken {
		return
	}
	why := reason{kind: byOriginal, doc: o, expr: publicationNode, span: there}
	for n := range y.docs[o].Times.Sections {
		s := &y.docs[o].Times.Sections[n]
		if !s.Span.Contains(there) || y.docs[o].Times.Narrative {
			continue
		}
		if at := y.at(o, s.Anchor); at >= 0 && !y.inLaterSection(o, n, there) {
			why.expr = s.Anchor
			y.tie(tie{a: at, b: y.states[i].pub, hi: ever, why: why, firmLo: true})
		}
		return
	}
	if quotedIn(&y.docs[i], here, false) && quotedIn(&y.docs[o], there, true) {
		y.tie(tie{a: y.states[o].pub, b: y.states[i].pub, hi: ever, why: why, firmLo: true})
	}
}

// inLaterSection reports whether a span stands in a section of o behind the n-th:
// sections may run to the end of the document, and the nearest date is meant.
func (y *years) inLaterSection(o, n int, s text.Span) bool {
	return slices.ContainsFunc(y.docs[o].Times.Sections[n+1:], func(l when.Section) bool { return l.Span.Contains(s) })
}

// quotedIn reports whether a span lies in a quotation of a document: one in marks,
// or a statement given whole.
func quotedIn(d *Document, s text.Span, whole bool) bool {
	for _, q := range d.Quotes {
		if (q.Kind == quote.Statement) == whole && (whole || q.Kind == quote.Direct) && q.Hull().Contains(s) {
			return true
		}
	}
	return false
}
