package infer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/when"
)

// rare reports whether a name is of few days and few sentences, as that of an event
// is. The names of the places and people of a long story stand beside every day of it.
func (l *linker) rare(n uint32) bool {
	const mostDays, mostSentences = 2, 12
	return l.beside[n] <= mostDays && l.dated[n] <= mostSentences
}

// leastShare is what part of the dated sentences with a name must tell of a day for
// the name to stand for it: one in so many. Where most are of days that are not known,
// any of them may be meant.
const leastShare = 4

// standsFor reports whether a name in common speaks for an expression, of a minute or
// of none, being of the day of t.
func (l *linker) standsFor(n uint32, minute int, t *told) bool {
	return leastShare*l.of[nameDay{n, t.day}] >= l.dated[n] && (l.rare(n) || minute >= 0 && minute == t.minute)
}

// mostTold bounds how many tellings of one name are looked at.
const mostTold = 64

// leastWeight is how much the names in common must tell for two sentences to be
// of one event: more than one name that stands beside half of the days.
const leastWeight = 1.0

// leastNames is how many words of names a date must share with a day where the hour
// does not agree too.
const leastNames = 2

// manyNames is how many settle it. With fewer the day is most likely, not certain: in a
// long story the same names stand beside many days that nobody dates.
const manyNames = 4

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
	case e.Quiet || len(l.names(i, k)) == 0 || l.states[i].linked[k] != (told{}):
	case e.Form == when.Offset && e.Grain == when.Days && e.N >= -1 && e.N <= 1 && !e.Anaphor && e.Section < 0:
		if (e.N != 0 || e.Tense != when.NoTense) && !l.anotherDay(i, k) {
			return beside
		}
	case e.Form == when.Calendar && e.Weekday >= 0 && e.Day == 0 && e.Month == 0 && e.Turn != when.Next && e.Section < 0:
		return weekday
	case e.Day > 0 && !e.Ranged() && !weekdayed(e) && !e.Heading:
		if n := l.asked(i, k); n >= 0 && l.nodes[n].days.oneYear() == 0 {
			return dayMonth
		}
	}
	return nothing
}

// anotherDay reports whether the sentence of an expression tells of another day: its
// names may be those of that.
func (l *linker) anotherDay(i, k int) bool {
	return l.another(i, k, func(_ int, o *when.Expression) bool { return o.Day > 0 || o.Weekday >= 0 })
}

// another reports whether the sentence of an expression holds another date of the
// calendar that is so, not its gloss.
func (l *linker) another(i, k int, so func(n int, o *when.Expression) bool) bool {
	es, gloss := l.docs[i].Times.Expressions, l.glossOf(i, k)
	is := func(n int) bool { return es[n].Form == when.Calendar && n != gloss && so(n, &es[n]) }
	for n := k - 1; n >= 0 && es[n].Sentence == es[k].Sentence; n-- {
		if is(n) {
			return true
		}
	}
	for n := k + 1; n < len(es) && es[n].Sentence == es[k].Sentence; n++ {
		if is(n) {
			return true
		}
	}
	return false
}

// fits reports whether a day that is told can be that of an expression.
func (l *linker) fits(i, k int, w want, minute int, t *told) bool {
	e := l.expr(i, k)
	switch {
	case t.doc == i && t.expr == k, minute >= 0 && t.minute >= 0 && minute != t.minute:
		return false
	case t.doc == i && e.Tense != when.NoTense && l.expr(i, t.expr).Tense == when.Past+when.Future-e.Tense:
		return false // "announced on Thursday that it would meet on 29 July"
	case w == weekday:
		return onWeekday(t.day, e)
	case w == dayMonth:
		_, m, d := t.day.Civil()
		return m == e.Month && d == e.Day && len(l.nodes[l.asked(i, k)].days.meet(days{{t.day, t.day}}, 0, 0)) > 0
	}
	return true
}

// linkDay looks for the day that expression k of document i means. What only a few names
// say may settle the year of a day and a month; it dates no document, and none of the
// days that are counted from that: of news articles whose days were taken away, 26 of the
// 31 that were dated so were dated wrongly.
func (l *linker) linkDay(i, k int) (told, bool) {
	w := l.wants(i, k)
	if w == nothing {
		return told{}, false
	}
	minute := l.minuteOf(i, k)
	score, names, best := map[when.Day]float64{}, map[when.Day]int{}, map[when.Day]told{}
	for _, n := range l.names(i, k) {
		tellings := l.tellings[n]
		if len(tellings) > mostTold {
			continue
		}
		counted := map[when.Day]bool{}
		for _, t := range tellings {
			if !l.fits(i, k, w, minute, &t) || !l.standsFor(n, minute, &t) {
				continue
			}
			if b, ok := best[t.day]; !ok || l.better(&t, &b, i, minute) {
				best[t.day] = t
			}
			if !counted[t.day] {
				counted[t.day] = true
				score[t.day] += weight(l.beside[n], l.all)
				names[t.day]++
			}
		}
	}
	day, top, second := highest(score)
	by, hour := best[day], minute >= 0 && minute == best[day].minute
	if day == when.NoDay || top < leastWeight && minute < 0 || top < 1.2*second || names[day] < leastNames && !hour {
		return told{}, false
	}
	by.weak = !hour && ((by.doc != i || w != weekday) && names[day] < manyNames || !l.sameHappening(i, k, &by))
	return by, w == dayMonth || !by.weak
}

// sameHappening reports whether two sentences with names in common tell of the same
// thing too: the names are not those of another day in the sentence, and a word of
// what happened is shared. The people of a long story do something every day.
func (l *linker) sameHappening(i, k int, by *told) bool {
	told := by.expr
	if by.doc != i {
		told = -1
	}
	if l.another(i, k, func(n int, o *when.Expression) bool { return o.Day > 0 && n != told }) {
		return false
	}
	a, b := l.whatHappens(i, k), l.whatHappens(by.doc, by.expr)
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

// whatHappens is the beginnings of the longer words of a sentence that are no names.
func (l *linker) whatHappens(i, k int) map[string]bool {
	const least, stem = 5, 6
	before, after := l.around(i, k)
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(before+" "+after, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) && len(w) >= least && !slices.Contains(common, w) {
			words[w[:min(len(w), stem)]] = true
		}
	}
	return words
}

// common are the longer words that stand in any sentence.
var common = []string{"about", "after", "again", "against", "already", "although", "another", "around", "because", "before", "being", "between", "could", "during", "every", "first", "might", "other", "people", "several", "should", "since", "still", "their", "there", "these", "those", "three", "through", "under", "until", "where", "which", "while", "whose", "within", "without", "would", "years"}

// highest returns the day of the highest score, the earliest of equals, with that
// score and the next.
func highest(score map[when.Day]float64) (day when.Day, top, second float64) {
	day = when.NoDay
	for d, v := range score {
		switch {
		case v > top || v == top && d < day:
			day, top, second = d, v, max(second, top)
		default:
			second = max(second, v)
		}
	}
	return day, top, second
}

// minuteOf returns the minute of an expression: its own, or the only clock time of its
// sentence where no other day stands that it could belong to; -1 when there is none.
func (l *linker) minuteOf(i, k int) int {
	f := l.docs[i].Times
	e := &f.Expressions[k]
	if e.Minute >= 0 || l.anotherDay(i, k) {
		return int(e.Minute)
	}
	const near = 3
	minute := -1
	for n := max(0, k-near); n < len(f.Expressions) && n <= k+near; n++ {
		if o := &f.Expressions[n]; o.Sentence == e.Sentence && o.Form == when.Clock && o.Minute >= 0 {
			if minute >= 0 {
				return -1
			}
			minute = int(o.Minute)
		}
	}
	return minute
}

// better reports whether telling a is the one to name rather than b, to a reader of
// document i: of the same hour, in the same document, with an hour at all, the first by
// name.
func (l *linker) better(a, b *told, i, minute int) bool {
	for _, ok := range [...]func(*told) bool{
		func(t *told) bool { return minute >= 0 && t.minute == minute },
		func(t *told) bool { return t.doc == i },
		func(t *told) bool { return t.minute >= 0 },
	} {
		if ok(a) != ok(b) {
			return ok(a)
		}
	}
	return l.compareAt(a.doc, a.expr, b.doc, b.expr) < 0
}
