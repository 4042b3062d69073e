package infer

import (
	"cmp"
	"slices"

	"onrecord/model/when"
)

// told is a day that the corpus tells, with the names beside it.
type told struct {
	day       when.Day
	minute    int
	doc, expr int
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
	l := &linker{years: y, byName: map[uint32][]told{}, beside: map[uint32]int{}}
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
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(y.rank[a.doc], y.rank[b.doc]), cmp.Compare(a.expr, b.expr))
	})
	for _, f := range all {
		y.linked(f)
	}
}

// linker holds the days that the corpus tells by the names beside them.
type linker struct {
	*years
	byName map[uint32][]told
	beside map[uint32]int // how many different days a name stands beside
	all    int            // how many different days are told
}

func (l *linker) index() {
	type nameDay struct {
		name uint32
		day  when.Day
	}
	const most = 4 // tellings of one day that are kept of a name
	seen := map[nameDay]int{}
	days := map[when.Day]bool{}
	for _, i := range l.years.byName {
		for k := range l.docs[i].Times.Expressions {
			e := l.expr(i, k)
			day, ok := l.dayOf(i, k)
			if !ok || e.Quiet {
				continue
			}
			days[day] = true
			if e.Heading {
				continue
			}
			for _, n := range e.Names {
				at := nameDay{n, day}
				if seen[at]++; seen[at] == 1 {
					l.beside[n]++
				}
				if seen[at] <= most {
					l.byName[n] = append(l.byName[n], told{day, int(e.Minute), i, k})
				}
			}
		}
	}
	l.all = len(days)
}

// mostTold bounds how many tellings of one name are looked at.
const mostTold = 64

// leastWeight is how much the names in common must tell for two sentences to be
// of one event: more than one name that stands beside half of the days.
const leastWeight = 1.0

// leastNames is how many names a date must share with a day where no weekday
// agrees.
const leastNames = 2

// want is which of the days that are told an expression can be.
type want uint8

const (
	nothing  want = iota
	beside        // a day that lies beside the telling: last night, today
	weekday       // on Monday
	dayMonth      // on 16 May
)

// wants says how an expression may be linked.
func (l *linker) wants(i, k int) want {
	e := l.expr(i, k)
	switch {
	case e.Quiet || len(e.Names) == 0 || l.states[i].linked[k] != (told{}):
	case e.Form == when.Offset && e.Grain == when.Days && e.N >= -1 && e.N <= 1 && !e.Anaphor && e.Section < 0:
		if (e.N != 0 || e.Tense != when.NoTense) && !l.anotherDay(i, k) {
			return beside
		}
	case e.Form == when.Calendar && e.Weekday >= 0 && e.Day == 0 && e.Month == 0 && e.Turn != when.Next && e.Section < 0:
		return weekday
	case e.Day > 0 && !e.Ranged() && !weekdayed(e) && l.asked(i, k) >= 0 && !e.Heading:
		if l.nodes[l.asked(i, k)].days.oneYear() == 0 {
			return dayMonth
		}
	}
	return nothing
}

// anotherDay reports whether the sentence of an expression tells of another day: its
// names may be those of that.
func (l *linker) anotherDay(i, k int) bool {
	f := l.docs[i].Times
	e := &f.Expressions[k]
	other := func(n int) bool {
		o := &f.Expressions[n]
		return o.Form == when.Calendar && (o.Day > 0 || o.Weekday >= 0) && n != l.glossOf(i, k)
	}
	for n := k - 1; n >= 0 && f.Expressions[n].Sentence == e.Sentence; n-- {
		if other(n) {
			return true
		}
	}
	for n := k + 1; n < len(f.Expressions) && f.Expressions[n].Sentence == e.Sentence; n++ {
		if other(n) {
			return true
		}
	}
	return false
}

// fits reports whether a day that is told can be that of an expression.
func (l *linker) fits(i, k int, w want, t *told) bool {
	e := l.expr(i, k)
	switch {
	case t.doc == i && t.expr == k, e.Minute >= 0 && t.minute >= 0 && int(e.Minute) != t.minute:
		return false
	case w == weekday:
		return int(t.day.Weekday()) == int(e.Weekday)
	case w == dayMonth:
		_, m, d := t.day.Civil()
		return m == e.Month && d == e.Day && len(l.nodes[l.asked(i, k)].days.meet(days{{t.day, t.day}}, 0, 0)) > 0
	}
	return true
}

// linkDay looks for the day that expression k of document i means.
func (l *linker) linkDay(i, k int) (told, bool) {
	w := l.wants(i, k)
	if w == nothing {
		return told{}, false
	}
	e := l.expr(i, k)
	score := map[when.Day]float64{}
	best := map[when.Day]told{}
	names := map[when.Day]int{}
	for _, n := range e.Names {
		tellings := l.byName[n]
		if len(tellings) > mostTold {
			continue
		}
		counted := map[when.Day]bool{}
		for _, t := range tellings {
			if !l.fits(i, k, w, &t) {
				continue
			}
			if b, ok := best[t.day]; !ok || l.better(t, b, i) {
				best[t.day] = t
			}
			if !counted[t.day] {
				counted[t.day] = true
				score[t.day] += weight(l.beside[n], l.all)
				names[t.day]++
			}
		}
	}
	day, top, second := when.NoDay, 0.0, 0.0
	for d, v := range score {
		switch {
		case v > top || v == top && d < day:
			day, top, second = d, v, max(second, top)
		default:
			second = max(second, v)
		}
	}
	if day == when.NoDay || top < leastWeight && e.Minute < 0 || top < 1.2*second || w != weekday && names[day] < leastNames {
		return told{}, false
	}
	return best[day], true
}

// better reports whether telling a is the one to name rather than b, to a reader of
// document i: in the same document, with its hour, the first by name.
func (y *years) better(a, b told, i int) bool {
	if (a.doc == i) != (b.doc == i) {
		return a.doc == i
	}
	if (a.minute >= 0) != (b.minute >= 0) {
		return a.minute >= 0
	}
	return cmp.Or(cmp.Compare(y.rank[a.doc], y.rank[b.doc]), cmp.Compare(a.expr, b.expr)) < 0
}

// linked notes the day of an expression, and what that says of the publication. A
// link that what is known forbids is none.
func (y *years) linked(f found) {
	e, s := y.expr(f.doc, f.expr), &y.states[f.doc]
	if s.linked == nil {
		s.linked = map[int]told{}
	}
	if e.Month > 0 { // the same event may have been held on that day of several years
		s.linked[f.expr] = f.by
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
		from: from, before: len(y.nodes[from].steps), lo: lo, hi: hi, allowed: shift(day, lo, hi), firmLo: true, firmHi: true,
		why: reason{kind: byLink, doc: f.doc, expr: f.expr, from: f.by.doc, other: f.by.expr},
	})
	if ok {
		s.linked[f.expr] = f.by
	}
}

// namedMonth reads "later this month" of a document all of whose announced days
// lie in one month: the document is of that month. "Next month" sets it before.
func (y *years) namedMonth(i int) {
	s, f := &y.states[i], y.docs[i].Times
	if s.stated || f.Narrative {
		return
	}
	month, from := days(nil), -1
	for k := range f.Expressions {
		e := &f.Expressions[k]
		d, ok := y.dayOf(i, k)
		if !ok || e.Tense != when.Future || e.Section >= 0 || e.Quiet {
			continue
		}
		yr, m, _ := d.Civil()
		r := run{when.DayOf(yr, m, 1), when.DayOf(yr, m+1, 0)}
		if month != nil && month[0] != r {
			return
		}
		month, from = days{r}, y.at(i, k)
	}
	if month == nil || from < 0 {
		return
	}
	for k := range f.Expressions {
		e := &f.Expressions[k]
		if e.Form != when.Offset || e.Grain != when.Months || e.N < 0 || e.N > 1 || e.Section >= 0 || e.Anaphor || y.tense(i, k) != when.Future {
			continue
		}
		allowed := month
		if e.N == 1 {
			yr, m, _ := month[0].from.Civil()
			allowed = days{{when.DayOf(yr, m-1, 1), month[0].from - 1}}
		}
		day := y.nodes[from].days.first()
		y.narrow(s.pub, step{
			from: from, before: len(y.nodes[from].steps), lo: allowed[0].from - day, hi: allowed[0].to - day, allowed: allowed, firmLo: true, firmHi: true,
			why: reason{kind: byMonth, doc: i, expr: k},
		})
		return
	}
}
