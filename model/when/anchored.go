package when

import "time"

// offset resolves what counts units from its anchor. Where the anchor is several
// days, the ends must agree at the grain of the unit, else the bounds hold for all
// and nothing is certain.
func (r *resolver) offset(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	if e.Compared && !r.f.Narrative {
		if r.quarter >= 0 && r.quarter < i {
			r.compared(i, 0)
			return
		}
		if e.Grain == Quarters { // "the quarter", and none was told
			o.Basis = "the text does not tell which quarter"
			return
		}
	}
	a := r.anchor(i)
	if e.Compared && e.Anaphor && !r.f.Narrative && (!a.Known() || r.grains[r.last] < Years) {
		a = r.published
	}
	if !a.Known() {
		o.Basis = "nothing in the text gives the day that it counts from"
		return
	}
	if r.f.Narrative && !e.Anaphor && e.N == 0 && e.Grain == Days && e.Part == NoCode {
		o.Basis = "a story’s “today” is no day of the calendar"
		o.Value = "PRESENT_REF"
		return
	}
	n := e.N
	if e.Grain == Weekends && e.Turn == Plain && e.Tense != Future && a.From.Weekday() != time.Saturday && a.From.Weekday() != time.Sunday {
		n-- // over the weekend: the one gone by
	}
	from1, to1 := shift(a.From, e.Grain, n)
	from2, to2 := shift(a.To, e.Grain, n)
	o.Basis, o.Certain = a.Why, true
	switch {
	case from1 == from2 && to1 == to2:
	case e.Anaphor:
		o.Certain, o.Basis = false, "the date told before it is not told so finely"
		return
	case e.Grain <= Days || e.Grain == Weeks:
		o.Certain, o.Precision = false, Vague
		to1 = to2
		if n == 0 { // "this week" of a text of July lies in July
			from1, to1 = max(from1, a.From), min(to1, a.To)
		}
	default:
		o.Certain = false
		return
	}
	if e.Grain < Days || e.Grain >= Decades || e.Event || e.Anaphor && r.farFrom(i) { // "two hours later"
		o.Certain = false
	}
	if e.Mod == codeStart && a.Exact() && to1 > a.To && n == 0 && e.Grain > Days && e.Grain < Years && !e.Anaphor {
		to1 = max(from1, min(to1, a.To)) // earlier this month: not later than the telling
	}
	if e.Grain == Days && e.Minute >= 0 && from1 == to1 {
		r.setDay(i, from1)
		r.grains[i] = Minutes
		o.Precision = Minute
		return
	}
	r.setDays(i, from1, to1)
}

// farFrom reports whether the date that an expression counts from stands more than a
// sentence back, or is still to come when the text was written: it may count from
// another. A story goes on from the date that it has come to.
func (r *resolver) farFrom(i int) bool {
	if r.last < 0 || r.f.Narrative {
		return false
	}
	last := &r.out[r.last]
	return r.f.Expressions[i].Sentence-r.f.Expressions[r.last].Sentence > 1 || r.published.Known() && last.From.Day > r.published.To
}

// compared resolves what is compared with the quarter told last: "a year earlier"
// is the same quarter of the year before; "the 1988 period", of that year, y.
func (r *resolver) compared(i, y int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	q := r.out[r.quarter].From.Day
	qy, m, _ := q.Civil()
	if y == 0 {
		y = qy + e.N
	}
	r.setDays(i, DayOf(y, m, 1), DayOf(y, m+3, 0))
	r.grains[i], o.Precision = Quarters, Quarter
	o.Basis, o.Certain = "it is compared with the quarter told before it, "+Say(r.out[r.quarter].Interval), r.out[r.quarter].Certain && !(r.published.Known() && q > r.published.To)
}

// partial resolves a calendar expression without its year, or a bare weekday,
// against its anchor.
func (r *resolver) partial(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	a := r.anchor(i)
	if e.YearBy != NoYear {
		r.yearTold(i, a)
		return
	}
	if !a.Known() {
		o.Basis = "nothing in the text gives its year"
		if e.Month == 0 && e.Season == NoCode {
			o.Basis = "nothing in the text gives the day that it counts from"
		}
		return
	}
	if e.Day > 0 && e.Month == 0 && e.feast == nil { // the 20th
		r.dayOfMonth(i, a)
		return
	}
	if e.Weekday >= 0 && e.Day == 0 {
		r.weekday(i, a)
		return
	}
	y1, y2 := r.yearBy(i, a.From), r.yearBy(i, a.To)
	if y1 != y2 {
		for _, y := range []int{y1, y2} {
			r.dated(i, y)
			o.SetCandidates(append(o.Candidates(), Candidate{o.From, o.To, a.Why}))
		}
		o.From, o.To, o.Certain = NoMoment, NoMoment, false
		o.Basis = a.Why + ", which leaves the year open"
		return
	}
	r.dated(i, y1)
	r.say(i, a.Why)
}

// yearTold resolves "June last year" and "August of that year".
func (r *resolver) yearTold(i int, a Anchor) {
	e, o := &r.f.Expressions[i], &r.out[i]
	if e.YearBy == YearOfTold {
		a = r.told(i)
	} else if r.f.Narrative {
		a = r.published
	}
	if !a.Known() || yearOf(a.From) != yearOf(a.To) {
		o.Basis = "nothing in the text gives the year that it counts from"
		return
	}
	r.dated(i, yearOf(a.From)+int(e.YearN))
	r.say(i, a.Why)
}

// dayOfMonth resolves "the 20th": of the month told last.
func (r *resolver) dayOfMonth(i int, a Anchor) {
	e, o := &r.f.Expressions[i], &r.out[i]
	y, m, _ := a.From.Civil()
	y2, m2, _ := a.To.Civil()
	if y != y2 || m != m2 || !validDay(y, m, e.Day) {
		o.Basis = "the text does not tell the month"
		return
	}
	r.setDay(i, DayOf(y, m, e.Day))
	o.Basis, o.Certain = a.Why, true
}

// weekday resolves a bare day of the week.
func (r *resolver) weekday(i int, a Anchor) {
	e, o := &r.f.Expressions[i], &r.out[i]
	d1, d2 := nearestWeekday(a.From, e), nearestWeekday(a.To, e)
	if d1 != d2 {
		r.setDays(i, min(d1, d2), max(d1, d2))
		o.Precision, o.Basis = Vague, a.Why+", which leaves the week open"
		return
	}
	r.setDay(i, d1)
	o.Basis, o.Certain = a.Why, a.Exact()
}

// nearestWeekday returns the day of the week that e means, told on day d: the one
// gone by last, or the next one when the sentence looks ahead. The day of telling
// itself counts.
func nearestWeekday(d Day, e *Expression) Day {
	past := Day((int(d.Weekday()) - int(e.Weekday) + 7) % 7)
	switch {
	case e.Turn == Next:
		return d + 7 - past
	case e.Turn == Last:
		if past == 0 {
			past = 7
		}
		return d - past
	case e.Tense == Future || e.Turn == This && e.Tense != Past:
		if past == 0 {
			return d
		}
		return d + 7 - past
	}
	return d - past
}

// bounds returns where calendar expression e lies in year y of the astronomical
// count.
func (e *Expression) bounds(y int) (from, to Day) {
	switch e.Grain {
	case Days, Minutes:
		d := DayOf(y, e.Month, e.Day)
		if e.feast != nil {
			d = e.feast.on(y)
		}
		return d, d
	case Weeks:
		return shift(DayOf(y, 1, 4), Weeks, int(e.Week)-1) // ISO 8601: week 1 holds 4 January
	case Seasons:
		return months(y, seasonStart(e.Season.String()), 3) // winter is that which begins in December of its year
	case Quarters:
		return months(y, quarterStart(e.Quarter), 3)
	case Halves:
		return months(y, time.Month(6*(e.Half-1)+1), 6)
	case Years:
		return months(y, 1, 12)
	case Decades:
		if e.BC {
			y -= 9
		}
		return months(y, 1, 120)
	case Centuries:
		if e.BC {
			y -= 99
		}
		return months(y, 1, 1200)
	}
	return months(y, e.Month, 1)
}

// months returns the bounds of n months from month m of year y.
func months(y int, m time.Month, n int) (from, to Day) {
	return DayOf(y, m, 1), DayOf(y, m+time.Month(n), 0)
}

// yearBy returns the year of a month or day told on day d, in the astronomical
// count: the last one gone by, or the next to come when the sentence looks
// ahead, and where it tells neither, the nearer with the past counting double. A
// weekday that fits one of the years decides.
func (r *resolver) yearBy(i int, d Day) int {
	e := &r.f.Expressions[i]
	y := yearOf(d)
	guess := reportYear(e, d, y)
	if e.Weekday >= 0 && e.Day > 0 && int(DayOf(guess, e.Month, e.Day).Weekday()) != int(e.Weekday) {
		for _, o := range []int{y, y - 1, y + 1} {
			if int(DayOf(o, e.Month, e.Day).Weekday()) == int(e.Weekday) {
				return o
			}
		}
	}
	return guess
}

func reportYear(e *Expression, d Day, y int) int {
	at, end := e.bounds(y)
	switch {
	case e.Turn == Last: // said in March, "last February" is that of the year before: this one was last month
		if end >= d || e.Grain == Months && d-end <= 31 {
			return y - 1
		}
		return y
	case e.Turn == Next:
		if at <= d {
			return y + 1
		}
		return y
	case e.Turn == This:
		return y
	}
	ahead, gone := Day(2), Day(1)
	switch {
	case e.Fiscal:
		return y
	case e.Grain == Quarters:
	case e.Tense == Past && (e.leads || e.on): // "In January she left", "they voted on 24 June": its own verb says so
		ahead = 16
	case e.Tense == Past:
		ahead = 3
	case e.Tense == Future:
		ahead, gone = 1, 4
	}
	return nearestYear(e, d, y, ahead, gone)
}

// nearestYear takes the year in which e lies nearest to d, a day ahead and a day
// gone by being weighed: reports tell more of the past, and a past that lies most
// of a year back would be told with its year.
func nearestYear(e *Expression, d Day, y int, ahead, gone Day) int {
	best, least := y, Day(1<<30)
	for _, o := range []int{y, y - 1, y + 1} {
		at, end := e.bounds(o)
		far := Day(0)
		switch {
		case at > d:
			far = ahead * (at - d)
		case end < d:
			far = gone * (d - end)
		}
		if far < least {
			best, least = o, far
		}
	}
	return best
}
