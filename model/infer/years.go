package infer

import (
	"slices"
	"time"

	"onrecord/model/when"
)

// weekdayed reports whether an expression has a weekday, a day and a month but no
// year: the evidence for the year.
func weekdayed(e *when.Expression) bool {
	return e.Form == when.Calendar && e.Weekday >= 0 && e.Day > 0 && e.Month > 0 && e.Year == 0
}

// onWeekday reports whether a day is of the weekday that an expression tells.
func onWeekday(d when.Day, e *when.Expression) bool {
	return d.Weekday() == time.Weekday(e.Weekday)
}

// lacksYear reports whether an expression is a day or a month that would be a date
// if its year were known.
func lacksYear(e *when.Expression) bool {
	return e.Form == when.Calendar && e.Year == 0 && e.Month > 0 && e.Season == when.NoCode && e.Quarter == 0 && e.Turn == when.Plain && e.YearBy == when.NoYear && !e.Feast()
}

// yearless makes a node of every date of document i that lacks its year: the days
// that its weekday allows. In a story the dates before it give the year; only a
// weekday may say more.
func (y *years) yearless(i int) {
	s, f := &y.states[i], y.docs[i].Times
	s.nodes = make([]int, len(f.Expressions))
	last, _, _ := y.today.Civil()
	for k := range f.Expressions {
		e := &f.Expressions[k]
		s.nodes[k] = -1
		if !lacksYear(e) || f.Narrative && !weekdayed(e) {
			continue
		}
		if d := fitting(e, firstYear, last+1); len(d) > 0 {
			s.nodes[k] = y.node(d, i, k)
		}
	}
}

// misfits makes nodes of the dates of a stated document whose weekday fits neither
// the year of the document nor those beside it: they are of another year, or the
// weekday is wrong.
func (y *years) misfits(i int) {
	const back = 12
	s, f := &y.states[i], y.docs[i].Times
	s.nodes = make([]int, len(f.Expressions))
	for k := range f.Expressions {
		e := &f.Expressions[k]
		s.nodes[k] = -1
		if !lacksYear(e) || !weekdayed(e) || f.Narrative || e.Section >= 0 || e.Quiet {
			continue
		}
		if r := &s.early[k]; r.From.Known() && onWeekday(r.From.Day, e) {
			continue
		}
		of, _, _ := s.published.From.Day.Civil()
		if d := fitting(e, of-back, of+1); len(d) > 0 {
			s.nodes[k] = y.node(d, i, k)
		}
	}
}

// firstYear is the earliest year that a date without one is taken to be of. Who
// writes of older times names the year; without a bound of some kind there would be
// no list of candidates.
const firstYear = 1900

// fitting returns the days that an expression without a year can be, from one year
// to another.
func fitting(e *when.Expression, from, to int) days {
	out := make(days, 0, 24)
	for y := from; y <= to; y++ {
		r := runOf(y, e.Month, e.Day)
		if _, m, _ := r.from.Civil(); m != e.Month {
			continue // 29 February in a common year
		}
		if !weekdayed(e) || onWeekday(r.from, e) {
			out = append(out, r)
		}
	}
	return slices.Clip(out)
}

// fullDate returns the days of a date that is told with its year, coarse ones
// included.
func (y *years) fullDate(i, k int) (run, bool) {
	e := y.expr(i, k)
	if e.Form != when.Calendar || e.Year == 0 || e.BC || e.Fiscal || e.Feast() || e.Grain > when.Years || e.Grain == when.Weeks || e.Season != when.NoCode || e.Quarter > 0 || e.Half > 0 {
		return run{}, false
	}
	m, d := y.monthDay(i, k)
	r := run{when.DayOf(e.Year, max(m, 1), max(d, 1)), when.DayOf(e.Year, m, d)}
	switch {
	case m == 0:
		r.to = when.DayOf(e.Year, time.December, 31)
	case d == 0:
		r.to = when.DayOf(e.Year, m+1, 0)
	}
	return r, r.from <= r.to
}

// asked returns the node of a date whose year is asked for; -1 when there is none.
func (y *years) asked(i, k int) int {
	if n := y.states[i].nodes[k]; n >= 0 && !y.nodes[n].known && lacksYear(y.expr(i, k)) {
		return n
	}
	return -1
}

// at returns the node of an expression that is a date of the calendar, making one
// where the date is known; -1 when it is none.
func (y *years) at(i, k int) int {
	s := &y.states[i]
	if n := s.nodes[k]; n >= 0 {
		return n
	}
	if r, ok := y.fullDate(i, k); ok {
		s.nodes[k] = y.node(days{r}, i, k)
	} else if d, ok := y.dayOf(i, k); ok {
		s.nodes[k] = y.node(days{{d, d}}, i, k)
	} else {
		return -1
	}
	y.nodes[s.nodes[k]].known = true
	return s.nodes[k]
}

// dayOf returns the day of an expression that is known: told in full, settled, or
// counted from the day on which a document was published.
func (y *years) dayOf(i, k int) (when.Day, bool) {
	s, e := &y.states[i], y.expr(i, k)
	if e.Ranged() || s.either[k] {
		return 0, false
	}
	if n := s.nodes[k]; n >= 0 {
		d := y.nodes[n].days
		return d.first(), d.single()
	}
	if s.early != nil {
		r := &s.early[k]
		ok := r.Certain && r.From.Known() && r.From.Day == r.To.Day && e.Form != when.Clock
		return r.From.Day, ok
	}
	r, ok := y.fullDate(i, k)
	return r.from, ok && r.from == r.to
}
