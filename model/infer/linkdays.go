package infer

import (
	"fmt"

	"onrecord/model/text"
	"onrecord/model/when"
)

// told is a day that the corpus tells, with the names beside it.
type told struct {
	day    when.Day
	minute int
	doc    int
	expr   int
}

// linkDays finds the day of "on Monday at 8pm" or "last night" in documents that
// are not dated: the only day that the corpus tells of an event of the same names,
// on the same weekday and at the same hour.
func (y *years) linkDays() {
	byName := map[uint32][]told{}
	total := 0
	for i := range y.docs {
		for k := range y.docs[i].Times.Expressions {
			e := &y.docs[i].Times.Expressions[k]
			day, ok := y.dayOf(i, k)
			if !ok || e.Quiet || e.Heading {
				continue
			}
			total++
			for _, n := range e.Names {
				byName[n] = append(byName[n], told{day, e.Minute, i, k})
			}
		}
	}
	for i := range y.docs {
		if y.states[i].given && y.states[i].lower == y.states[i].upper {
			continue
		}
		for k := range y.docs[i].Times.Expressions {
			y.linkDay(i, k, byName, total)
		}
	}
}

// dayOf returns the day of a full date, or of one that the years have settled.
func (y *years) dayOf(i, k int) (when.Day, bool) {
	e := &y.docs[i].Times.Expressions[k]
	if e.Form != when.Calendar || e.Day == 0 || e.Month == 0 {
		return 0, false
	}
	yr := e.Year
	if yr == 0 {
		yr = y.states[i].hints[k].Year
	}
	if yr == 0 {
		return 0, false
	}
	return when.DayOf(yr, e.Month, e.Day), true
}

// mostTold bounds how many tellings of one name are looked at.
const mostTold = 64

// leastWeight is how much the names in common must tell for two sentences to be
// of one event: more than one name that stands in half of the sentences.
const leastWeight = 1.0

// linkDay looks for the day that expression k of document i means.
func (y *years) linkDay(i, k int, byName map[uint32][]told, total int) {
	e := &y.docs[i].Times.Expressions[k]
	near := e.Form == when.Offset && e.Grain == when.Days && e.N >= -1 && e.N <= 1 && !e.Anaphor
	bare := e.Form == when.Calendar && e.Weekday >= 0 && e.Day == 0 && e.Turn != when.Next
	if e.Section >= 0 || e.Quiet || !near && !bare || near && e.N == 0 {
		return
	}
	score := map[when.Day]float64{}
	best := map[when.Day]told{}
	for _, n := range e.Names {
		tellings := byName[n]
		if len(tellings) > mostTold {
			continue
		}
		counted := map[when.Day]bool{}
		for _, t := range tellings {
			if t.doc == i && t.expr == k || bare && int(t.day.Weekday()) != e.Weekday || e.Minute >= 0 && t.minute >= 0 && e.Minute != t.minute {
				continue
			}
			if counted[t.day] {
				continue
			}
			counted[t.day] = true
			score[t.day] += weight(len(tellings), total)
			if b, ok := best[t.day]; !ok || t.doc == i && b.doc != i || t.minute >= 0 && b.minute < 0 {
				best[t.day] = t
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
	if day == when.NoDay || top < leastWeight && e.Minute < 0 || top < 1.2*second {
		return
	}
	y.linked(i, k, day, best[day])
}

// linked notes that expression k is of the day, and what that says of the
// publication.
func (y *years) linked(i, k int, day when.Day, by told) {
	e, s := &y.docs[i].Times.Expressions[k], &y.states[i]
	where := "in the same document"
	if by.doc != i {
		where = "in " + y.docs[by.doc].Name
	}
	why := fmt.Sprintf("the same event is told as %s %s, %s", y.words(by.doc, by.expr), where, when.SayDay(day))
	ref := y.ref(by.doc, by.expr)
	if e.Form == when.Offset {
		pub := day - when.Day(e.N)
		if !y.allowed(s, pub, pub) {
			return
		}
		y.bound(s, pub, pub, fmt.Sprintf("“%s” is %s: %s", y.words(i, k), when.SayDay(day), why), ref)
	} else {
		from, to := day-7, day-1
		if e.Tense != when.Future {
			from, to = day, day+6
		}
		if !y.allowed(s, from, to) {
			return
		}
		y.bound(s, from, to, fmt.Sprintf("“%s” is %s: %s", y.words(i, k), when.SayDay(day), why), ref)
	}
	s.hints[k] = when.Hint{Day: day, Why: why}
}

// allowed reports whether a publication from one day to another is compatible
// with what is known.
func (y *years) allowed(s *state, from, to when.Day) bool {
	return (s.lower == when.NoDay || to >= s.lower) && from <= s.upper
}

// bound narrows the publication of a document.
func (y *years) bound(s *state, from, to when.Day, say string, ref text.Ref) {
	if s.given {
		return
	}
	if s.lower == when.NoDay || from > s.lower {
		s.lower, s.lowerWhy = from, reason{say, ref}
	}
	if to < s.upper {
		s.upper, s.upperWhy = to, reason{say, ref}
	}
}

// publication narrows when a document was published by the days that it reports
// and announces, and states it.
func (y *years) publication(i int) {
	d, s := &y.docs[i], &y.states[i]
	if s.given {
		return
	}
	for k := range d.Times.Expressions {
		y.boundBy(i, k)
	}
	y.laterThisMonth(i)
	s.published = y.state(s)
}

// boundBy narrows the publication by one day: reported, not before it;
// announced, not after it.
func (y *years) boundBy(i, k int) {
	e, s := &y.docs[i].Times.Expressions[k], &y.states[i]
	day, ok := y.dayOf(i, k)
	if !ok || e.Quiet {
		return
	}
	say := fmt.Sprintf("it tells of %s", when.SayDay(day))
	if e.Tense == when.Future && e.Section < 0 {
		if day < s.upper && (s.lower == when.NoDay || day >= s.lower) {
			s.upper, s.upperWhy = day, reason{fmt.Sprintf("it announces %s", when.SayDay(day)), y.ref(i, k)}
		}
		return
	}
	if (s.lower == when.NoDay || day > s.lower) && day <= s.upper && (e.Tense == when.Past || e.Heading) {
		s.lower, s.lowerWhy = day, reason{say, y.ref(i, k)}
	}
}

// laterThisMonth reads "later this month" of a document that announces a day: the
// document is of that month.
func (y *years) laterThisMonth(i int) {
	d, s := &y.docs[i], &y.states[i]
	if s.upperWhy.ref == (text.Ref{}) {
		return
	}
	for k := range d.Times.Expressions {
		e := &d.Times.Expressions[k]
		if e.Form == when.Offset && e.Grain == when.Months && e.N == 0 && e.Section < 0 && !e.Anaphor && e.Tense == when.Future {
			yr, m, _ := s.upper.Civil()
			if from := when.DayOf(yr, m, 1); s.lower == when.NoDay || from > s.lower {
				s.lower = from
				s.lowerWhy = reason{fmt.Sprintf("what it announces is “%s”", y.words(i, k)), y.ref(i, k)}
			}
			return
		}
	}
}

// narrowEnough is how many days a publication may be open and still be stated by
// both its ends.
const narrowEnough = 62

// state makes the interval of what is known of a publication. The end that only
// today bounds stays open.
func (y *years) state(s *state) when.Interval {
	byToday := s.upperWhy.ref == (text.Ref{})
	switch {
	case s.lower == when.NoDay && byToday:
		return when.Unknown(when.Vague, "nothing in the text or in the other documents gives its date")
	case s.lower == when.NoDay:
		iv := when.Unknown(when.Vague, s.upperWhy.say)
		iv.To = when.Moment{Day: s.upper, Minute: -1}
		iv.Evidence = []when.Reason{{Say: s.upperWhy.say, Ref: s.upperWhy.ref}}
		return iv
	case byToday || s.upper-s.lower > narrowEnough || s.upper < s.lower:
		iv := when.Unknown(when.Vague, s.lowerWhy.say)
		iv.From = when.Moment{Day: s.lower, Minute: -1}
		iv.Evidence = []when.Reason{{Say: s.lowerWhy.say, Ref: s.lowerWhy.ref}}
		return iv
	}
	iv := exactly(s.lower, s.lowerWhy.say, s.lowerWhy.ref)
	if s.upper != s.lower {
		iv.To.Day, iv.Precision = s.upper, when.Range
	}
	if s.upperWhy.say != s.lowerWhy.say {
		iv.Basis += "; " + s.upperWhy.say
		iv.Evidence = append(iv.Evidence, when.Reason{Say: s.upperWhy.say, Ref: s.upperWhy.ref})
	}
	return iv
}
