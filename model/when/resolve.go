package when

import (
	"fmt"
	"time"
)

// Anchor is the time that expressions count from: an interval of days, and how it
// is named in reasons. From and To are NoDay where it is not known.
type Anchor struct {
	From, To Day
	Why      string // "published 17 May 2022"
}

// Known reports whether both ends are known.
func (a Anchor) Known() bool { return a.From != NoDay && a.To != NoDay }

// Exact reports whether the anchor is one day.
func (a Anchor) Exact() bool { return a.Known() && a.From == a.To }

// Hint is what the corpus implies of one expression: its day, or its year.
type Hint struct {
	Day  Day  // NoDay when only the year is known
	Year int  // 0 when not known
	Swap bool // of EitherDM: the month stands first in this corpus
	Why  string
}

// Resolve gives every expression its value and interval. published anchors what
// no section does; hints, by expression, come from other documents and from
// constraints. Where anchor and hints leave an expression open, its bounds are
// unknown and Basis says why.
func (f *Found) Resolve(published Anchor, hints map[int]Hint) []Resolved {
	r := &resolver{f: f, published: published, hints: hints, out: make([]Resolved, len(f.Expressions)), last: -1}
	for i := range f.Expressions {
		e := &f.Expressions[i]
		r.out[i] = Resolved{Span: e.Span, Type: e.Type, Value: e.Value, Interval: Unknown(precisionOf(e), "")}
		r.one(i)
		if e.Form == Calendar && e.Year > 0 && r.out[i].From.Known() {
			r.last = i
		} else if r.f.Narrative && r.out[i].From.Known() && e.Grain <= Months {
			r.last = i
		}
	}
	return r.out
}

type resolver struct {
	f         *Found
	published Anchor
	hints     map[int]Hint
	out       []Resolved
	last      int // the expression that told the last calendar date, or -1
	latestDay *Day
}

var precisions = [...]Precision{
	NoGrain: Vague, Minutes: Minute, Hours: Hour, Days: DayPrecision, Weekends: Weekend, Weeks: Week, Months: Month, Quarters: Quarter, Seasons: Season, Years: Year, Decades: Decade, Centuries: Century,
}

func precisionOf(e *Expression) Precision {
	switch {
	case e.Form == Length || e.Form == Repeat || e.Form == Loose:
		return Vague
	case e.EndDay > 0 || e.EndMon > 0 || e.EndYear > 0:
		return Range
	case e.Part != "":
		return PartOfDay
	}
	return precisions[e.Grain]
}

// anchor returns what expression i counts from.
func (r *resolver) anchor(i int) Anchor {
	e := &r.f.Expressions[i]
	if e.Section >= 0 {
		k := r.f.Sections[e.Section].Anchor
		if iv := r.out[k].Interval; k < i && iv.From.Known() && iv.To.Known() {
			return Anchor{iv.From.Day, iv.To.Day, "it stands under the date " + Say(iv)}
		}
	}
	if r.last >= 0 && (e.Anaphor || r.f.Narrative && e.Form != Offset) {
		iv := r.out[r.last].Interval
		return Anchor{iv.From.Day, iv.To.Day, "the date told before it is " + Say(iv)}
	}
	if e.Anaphor && !r.f.Narrative {
		return Anchor{NoDay, NoDay, ""}
	}
	if d := r.latest(); !r.published.Known() && d != NoDay && e.Form == Calendar && e.Month > 0 {
		return Anchor{d, d, "the document tells of " + SayDay(d)}
	}
	return r.published
}

// latest returns the latest full date that the document tells as past, or NoDay:
// what an undated document was written after, and seldom long after.
func (r *resolver) latest() Day {
	if r.latestDay != nil {
		return *r.latestDay
	}
	d := NoDay
	for i := range r.f.Expressions {
		e := &r.f.Expressions[i]
		if e.Form == Calendar && e.Year > 0 && e.Month > 0 && e.Day > 0 && e.Tense != Future && !e.Quiet {
			d = max(d, DayOf(e.Year, e.Month, e.Day))
		}
	}
	r.latestDay = &d
	return d
}

func (r *resolver) one(i int) {
	e := &r.f.Expressions[i]
	o := &r.out[i]
	h, hinted := r.hints[i]
	switch {
	case e.Form == Loose:
		o.Basis = "the text gives no calendar time"
	case e.Form == Length:
		o.Basis = "a length of time, not a date"
	case e.Form == Repeat:
		o.Basis = "a repeated time, not a date"
	case hinted && h.Day != NoDay:
		r.setDay(i, h.Day)
		o.Basis, o.Certain = h.Why, true
	case e.Form == Clock:
		r.clock(i)
	case e.Form == Offset:
		r.offset(i)
	case e.Value == "easter" || e.Year > 0 || hinted && h.Year > 0:
		y, why := e.Year, "the text gives the full date"
		if y == 0 {
			y, why = h.Year, h.Why
		}
		r.dated(i, y)
		if e.Grain == Years {
			why = "the text gives the year"
		}
		if o.Basis == "" {
			o.Basis = why
		}
	default:
		r.partial(i)
	}
	if o.Value == "" || e.Value == "easter" {
		o.Value = r.value(i)
	}
	if !o.From.Known() && o.Basis == "" {
		o.Basis = "nothing in the text gives its year"
	}
}

// setDay gives an expression one day, with its clock time.
func (r *resolver) setDay(i int, d Day) {
	e, o := &r.f.Expressions[i], &r.out[i]
	m := int16(-1)
	if e.Minute >= 0 {
		m = int16(e.Minute)
	}
	o.From, o.To = Moment{d, m}, Moment{d, m}
}

func (r *resolver) setDays(i int, from, to Day) {
	r.out[i].From, r.out[i].To = Moment{from, -1}, Moment{to, -1}
}

// dated resolves a calendar expression whose year is y.
func (r *resolver) dated(i, y int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	o.Certain = true
	switch e.Grain {
	case Days, Minutes:
		m, d := e.Month, e.Day
		if e.Value == "easter" {
			r.setDay(i, Easter(y)+Day(e.N))
			return
		}
		from := DayOf(y, m, d)
		if e.EndDay > 0 {
			em, ey := m, y
			if e.EndMon > 0 {
				em = e.EndMon
			}
			if e.EndYear > 0 {
				ey = e.EndYear
			} else if em < m {
				ey++
			}
			r.setDays(i, from, DayOf(ey, em, e.EndDay))
			return
		}
		r.setDay(i, from)
		if e.Weekday >= 0 && int(from.Weekday()) != e.Weekday {
			o.Certain = false
			o.Basis = fmt.Sprintf("the text contradicts itself: %s was a %s, not a %s", Say(o.Interval), from.Weekday(), time.Weekday(e.Weekday))
		}
	case Months:
		em, ey := e.Month, y
		if e.EndMon > 0 {
			em = e.EndMon
			if e.EndYear > 0 {
				ey = e.EndYear
			} else if em < e.Month {
				ey++
			}
		}
		r.setDays(i, DayOf(y, e.Month, 1), DayOf(ey, em+1, 0))
	case Seasons:
		r.season(i, y)
	case Quarters:
		m := time.Month(3*(e.Quarter-1) + 1)
		r.setDays(i, DayOf(y, m, 1), DayOf(y, m+3, 0))
	case Years:
		end := y
		if e.EndYear > 0 {
			end = e.EndYear
		}
		r.setDays(i, DayOf(y, 1, 1), DayOf(end, 12, 31))
	case Decades:
		r.setDays(i, DayOf(y, 1, 1), DayOf(y+9, 12, 31))
	case Centuries:
		r.setDays(i, DayOf(y, 1, 1), DayOf(y+99, 12, 31))
	}
}

// season takes the meteorological seasons: spring is March to May. Winter is
// that which begins in December of its year.
func (r *resolver) season(i, y int) {
	m := map[string]time.Month{"SP": 3, "SU": 6, "FA": 9, "WI": 12}[r.f.Expressions[i].Season]
	r.setDays(i, DayOf(y, m, 1), DayOf(y, m+3, 0))
}

// clock gives a time of day the day of another expression in its sentence, or of
// the anchor.
func (r *resolver) clock(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	for _, k := range []int{i - 1, i - 2, i + 1} {
		if k < 0 || k >= len(r.f.Expressions) || r.f.Expressions[k].Sentence != e.Sentence {
			continue
		}
		if n := &r.f.Expressions[k]; k > i && (n.Form == Calendar || n.Form == Offset) {
			r.one(k)
		}
		if iv := r.out[k].Interval; iv.From.Known() && iv.From.Day == iv.To.Day {
			r.setDay(i, iv.From.Day)
			o.Certain, o.Basis = iv.Certain, "the day is told in the same sentence"
			return
		}
	}
	if a := r.anchor(i); a.Exact() {
		r.setDay(i, a.From)
		o.Basis = a.Why
		return
	}
	o.Basis = "the text does not tell the day"
}
