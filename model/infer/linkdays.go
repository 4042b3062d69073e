package infer

import (
	"slices"

	"onrecord/model/when"
)

// told is a day that the corpus tells, with the names beside it.
type told struct {
	day       when.Day
	minute    int
	doc, expr int
	weak      bool // as the day of another expression: the names alone say so, and they are few
}

// reason is that expression k of document i is of the day of t.
func (t told) reason(i, k int) reason {
	return reason{kind: byLink, doc: i, expr: k, from: t.doc, other: t.expr}
}

// found is an expression whose day a telling gives.
type found struct {
	doc, expr int
	by        told
}

// linkDays finds the day of "on Monday at 8pm", "last night" or "on 16 May" in
// documents that are not dated: the only day that the corpus tells of an event of the same names,
// on the same weekday and at the same hour. All are looked for before any is
// applied, so that none depends on the order of the documents.
func (y *years) linkDays() {
	if !slices.ContainsFunc(y.states, func(s state) bool { return !s.stated }) {
		return // all are dated
	}
	l := &linker{years: y, tellings: map[uint32][]told{}, beside: map[uint32]int{}, of: map[nameDay]int{}, dated: map[uint32]int{}}
	l.index()
	var all []found
	for i := range y.docs {
		if y.states[i].stated {
			continue
		}
		for k := range y.docs[i].Times.Expressions {
			if by, ok := l.linkDay(i, k); ok {
				all = append(all, found{i, k, by})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return y.compareAt(a.doc, a.expr, b.doc, b.expr) })
	for _, f := range all {
		y.linked(f)
	}
}

// linker holds the days that the corpus tells by the names beside them.
type linker struct {
	*years
	tellings map[uint32][]told
	beside   map[uint32]int  // how many different days a name stands beside
	of       map[nameDay]int // how many tellings of a day it stands in
	dated    map[uint32]int  // in how many sentences with a day of any kind
	all      int             // how many different days are told
}

type nameDay struct {
	name uint32
	day  when.Day
}

// index gathers the days that are told as dates. One without a verb tells of nothing:
// it is a stamp or a byline.
func (l *linker) index() {
	days := map[when.Day]bool{}
	for _, i := range l.byName {
		sentence, stamped := -1, l.stamped(i)
		for k := range l.docs[i].Times.Expressions {
			e := l.expr(i, k)
			if e.Quiet || e.Heading || e.Form == when.Clock || l.stamp(i, k) && e.Weekday < 0 && (stamped || e.Tense == when.NoTense) {
				continue
			}
			if len(l.names(i, k)) > 0 && int(e.Sentence) != sentence {
				sentence = int(e.Sentence)
				for _, n := range l.names(i, k) {
					l.dated[n]++
				}
			}
			day, ok := l.dayOf(i, k)
			if by, linked := l.states[i].linked[k]; linked && !ok && e.Month == 0 {
				day, ok = by.day, true
			}
			if !ok {
				continue
			}
			days[day] = true
			if e.Day > 0 && e.Month > 0 && (e.Tense != when.NoTense || weekdayed(e)) || e.Month == 0 && l.states[i].early == nil {
				if e.Day > 0 && l.describes(i, k) {
					continue // "he spoke of the 20 April fire"
				}
				l.add(told{day: day, minute: int(e.Minute), doc: i, expr: k}, l.names(i, k))
			}
		}
	}
	l.all = len(days)
}

// add notes a telling beside its names.
func (l *linker) add(t told, names []uint32) {
	const most = 4 // tellings of one day that are kept of a name
	for _, n := range names {
		at := nameDay{n, t.day}
		if l.of[at]++; l.of[at] == 1 {
			l.beside[n]++
		}
		if l.of[at] <= most {
			l.tellings[n] = append(l.tellings[n], t)
		}
	}
}

// linked notes the day of an expression, and what that says of the publication. A
// link that what is known forbids is none.
func (y *years) linked(f found) {
	e, s := y.expr(f.doc, f.expr), &y.states[f.doc]
	if e.Month > 0 { // the same event may have been held on that day of several years
		put(&s.linked, f.expr, f.by)
		return
	}
	lo, hi := when.Day(0), when.Day(6)
	switch {
	case e.Form == when.Offset:
		lo, hi = when.Day(-e.N), when.Day(-e.N)
	case y.tense(f.doc, f.expr) == when.Future:
		lo, hi = -7, -1
	}
	day := days{{f.by.day, f.by.day}}
	from := y.at(f.by.doc, f.by.expr)
	if from < 0 {
		return
	}
	ok := y.narrow(s.pub, step{
		from: from, before: len(y.nodes[from].steps()), lo: lo, hi: hi, allowed: shift(day, lo, hi), firmLo: true, firmHi: true,
		why: f.by.reason(f.doc, f.expr),
	})
	if ok {
		put(&s.linked, f.expr, f.by)
	}
}
