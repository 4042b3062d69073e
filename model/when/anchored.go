package when

import (
	"fmt"
	"time"
)

// offset resolves what counts units from its anchor. Where the anchor is several
// days, the ends must agree at the grain of the unit, else the bounds hold for all
// and nothing is certain.
func (r *resolver) offset(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	a := r.anchor(i)
	if !a.Known() {
		o.Basis = "nothing in the text gives the day that it counts from"
		return
	}
	if r.f.Narrative && e.Anaphor && e.Grain == Days && a.From != a.To {
		o.Basis = "the date told before it is no single day"
		return
	}
	from1, to1 := shift(a.From, e.Grain, e.N)
	from2, to2 := shift(a.To, e.Grain, e.N)
	o.Basis, o.Certain = a.Why, true
	switch {
	case from1 == from2 && to1 == to2:
	case e.Grain <= Days || e.Grain == Weeks:
		o.Certain, o.Precision = false, Vague
		to1 = to2
		if e.N == 0 { // "this week" of a text of July lies in July
			from1, to1 = max(from1, a.From), min(to1, a.To)
		}
	default:
		from1, to1 = NoDay, NoDay
		o.Certain = false
	}
	if from1 == NoDay {
		return
	}
	if e.Mod == "START" && a.Exact() && to1 > a.To && e.N == 0 && e.Grain > Days && e.Grain < Years {
		to1 = max(from1, min(to1, a.To)) // earlier this month: not later than the telling
	}
	if e.Grain == Days && e.Minute >= 0 && from1 == to1 {
		r.setDay(i, from1)
		return
	}
	r.setDays(i, from1, to1)
}

// shift returns the calendar unit that lies n units from day d.
func shift(d Day, g Grain, n int) (from, to Day) {
	y, m, _ := d.Civil()
	switch g {
	case Minutes, Hours, NoGrain:
		return d, d
	case Days:
		return d + Day(n), d + Day(n)
	case Weeks:
		monday := d - Day((int(d.Weekday())+6)%7) + Day(7*n)
		return monday, monday + 6
	case Weekends:
		monday := d - Day((int(d.Weekday())+6)%7)
		sat := monday + 5 + Day(7*n)
		return sat, sat + 1
	case Months:
		return DayOf(y, m+time.Month(n), 1), DayOf(y, m+time.Month(n)+1, 0)
	case Quarters:
		q := time.Month((int(m)-1)/3*3+1) + time.Month(3*n)
		return DayOf(y, q, 1), DayOf(y, q+3, 0)
	case Years:
		return DayOf(y+n, 1, 1), DayOf(y+n, 12, 31)
	case Decades:
		s := y/10*10 + 10*n
		return DayOf(s, 1, 1), DayOf(s+9, 12, 31)
	case Centuries:
		s := (y-1)/100*100 + 1 + 100*n
		return DayOf(s, 1, 1), DayOf(s+99, 12, 31)
	}
	return d, d
}

// partial resolves a calendar expression without its year, or a bare weekday,
// against its anchor.
func (r *resolver) partial(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	a := r.anchor(i)
	if !a.Known() {
		o.Basis = "nothing in the text gives its year"
		if e.Month == 0 && e.Season == "" {
			o.Basis = "nothing in the text gives the day that it counts from"
		}
		return
	}
	if e.Weekday >= 0 && e.Day == 0 {
		d1, d2 := nearestWeekday(a.From, e), nearestWeekday(a.To, e)
		if d1 != d2 {
			r.setDays(i, min(d1, d2), max(d1, d2))
			o.Precision, o.Basis = Vague, a.Why+", which leaves the week open"
			return
		}
		r.setDay(i, d1)
		o.Basis, o.Certain = a.Why, a.Exact()
		return
	}
	y1, y2 := r.yearBy(e, a.From), r.yearBy(e, a.To)
	if y1 != y2 {
		for _, y := range []int{y1, y2} {
			r.dated(i, y)
			o.Candidates = append(o.Candidates, Candidate{o.From, o.To, a.Why})
		}
		o.From, o.To, o.Certain = NoMoment, NoMoment, false
		o.Basis = a.Why + ", which leaves the year open"
		return
	}
	r.dated(i, y1)
	if o.Basis == "" {
		o.Basis = a.Why
	}
}

// nearestWeekday returns the day of the week that e means, told on day d: the one
// gone by last, or the next one when the sentence looks ahead. The day of telling
// itself counts.
func nearestWeekday(d Day, e *Expression) Day {
	back := Day((int(d.Weekday()) - e.Weekday + 7) % 7)
	switch {
	case e.Turn == Next:
		return d + 7 - back
	case e.Turn == Last:
		if back == 0 {
			back = 7
		}
		return d - back
	case e.Tense == Future || e.Turn == This && e.Tense != Past:
		if back == 0 {
			return d
		}
		return d + 7 - back
	}
	return d - back
}

// yearBy returns the year of a month or day told on day d: the last one gone by,
// or the next to come when the sentence looks ahead. A weekday that fits only one
// of the two decides.
func (r *resolver) yearBy(e *Expression, d Day) int {
	y, _, _ := d.Civil()
	if r.f.Narrative && r.last >= 0 {
		return y
	}
	m, day := e.Month, max(e.Day, 1)
	switch {
	case e.Season != "":
		m = map[string]time.Month{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[e.Season]
	case e.Quarter > 0:
		m = time.Month(3*(e.Quarter-1) + 1)
	}
	at := DayOf(y, m, day)
	end := at
	if e.Day == 0 {
		end = DayOf(y, m+1, 0)
	}
	guess := y
	switch {
	case e.Turn == Last && end >= d:
		guess = y - 1
	case e.Turn == Next && at <= d:
		guess = y + 1
	case e.Turn == This:
	case e.Tense == Future && end < d && d-end > 14:
		guess = y + 1
	case e.Tense != Future && at > d && (at-d > 31 || e.Tense == Past):
		guess = y - 1
	}
	if e.Weekday >= 0 && e.Day > 0 && int(DayOf(guess, m, e.Day).Weekday()) != e.Weekday {
		for _, o := range []int{y, y - 1, y + 1} {
			if int(DayOf(o, m, e.Day).Weekday()) == e.Weekday {
				return o
			}
		}
	}
	return guess
}

// Easter returns Easter Sunday of a Gregorian year, by the Meeus–Jones–Butcher
// algorithm (Nature, 20 April 1876; J. Meeus, Astronomical Algorithms, chapter 8).
func Easter(y int) Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return DayOf(y, time.Month(n/31), n%31+1)
}

// Say names an interval in plain words: "16 May 2022", "May 2022", "2022".
func Say(iv Interval) string {
	switch {
	case !iv.From.Known() && !iv.To.Known():
		return "not known"
	case !iv.To.Known():
		return "after " + SayDay(iv.From.Day-1)
	case !iv.From.Known():
		return "before " + SayDay(iv.To.Day+1)
	}
	y1, m1, d1 := iv.From.Day.Civil()
	y2, m2, d2 := iv.To.Day.Civil()
	switch {
	case iv.From.Day == iv.To.Day:
		return SayDay(iv.From.Day)
	case d1 == 1 && m1 == m2 && y1 == y2 && d2 == daysIn(y2, m2):
		return fmt.Sprintf("%s %d", m1, y1)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31 && y1 == y2:
		return fmt.Sprint(y1)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return fmt.Sprintf("%d–%d", y1, y2)
	case m1 == m2 && y1 == y2:
		return fmt.Sprintf("%d–%d %s %d", d1, d2, m1, y1)
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %d", d1, m1, d2, m2, y1)
	}
	return SayDay(iv.From.Day) + " – " + SayDay(iv.To.Day)
}

// SayDay names a day: "16 May 2022".
func SayDay(d Day) string {
	y, m, n := d.Civil()
	return fmt.Sprintf("%d %s %d", n, m, y)
}
