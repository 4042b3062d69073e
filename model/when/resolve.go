package when

import (
	"fmt"
	"time"
)

// Anchor is the time that expressions count from: an interval of days, and how it
// is named in reasons. From and To are NoDay where it is not known.
type Anchor struct {
	From, To Day
	Why      string // "the document is of 17 May 2022"
}

// Known reports whether both ends are known.
func (a Anchor) Known() bool { return a.From != NoDay && a.To != NoDay }

// Exact reports whether the anchor is one day.
func (a Anchor) Exact() bool { return a.Known() && a.From == a.To }

// noAnchor is the anchor of what counts from nothing known.
var noAnchor = Anchor{NoDay, NoDay, ""}

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
	n := len(f.Expressions)
	r := &resolver{f: f, published: published, hints: hints, out: make([]Resolved, n), grains: make([]Grain, n), last: -1, quarter: -1}
	r.latestDay = f.latest()
	if f.Narrative {
		r.plot = f.plot()
	}
	for i := range f.Expressions {
		e := &f.Expressions[i]
		r.one(i)
		if r.tells(i) {
			r.last = i
		}
		switch {
		case r.grains[i] == Quarters && r.out[i].From.Known() && !e.Compared:
			r.tellQuarter(i)
		case e.Form == Length && e.Grain == Months && e.Value != "PXM": // "the nine months": compared with those
			r.quarter = -1
		}
	}
	return r.out
}

// tellQuarter makes expression i what comparisons are with: the latest quarter that
// was over when the document was written, or while none was, the last told.
func (r *resolver) tellQuarter(i int) {
	over := func(k int) bool { return r.published.Known() && r.out[k].To.Day <= r.published.To }
	if r.quarter >= 0 && over(r.quarter) && (!over(i) || r.out[i].From.Day < r.out[r.quarter].From.Day) {
		return
	}
	r.quarter = i
}

type resolver struct {
	f         *Found
	published Anchor
	hints     map[int]Hint
	out       []Resolved
	grains    []Grain // to which each is resolved
	last      int     // the expression that told the last calendar time, or -1
	quarter   int     // the expression that told the last quarter of a year, or -1
	latestDay Day
	plot      *plotted // of a story, else nil
}

// tells reports whether what follows counts from expression i: a calendar time of
// the account itself, not one that describes a noun or closes a range of years.
func (r *resolver) tells(i int) bool {
	e := &r.f.Expressions[i]
	if e.Attr || e.Quiet || !r.out[i].From.Known() || e.Form != Calendar && e.Form != Offset {
		return false
	}
	g := r.grains[i]
	if g > Years || g == Halves || e.From >= 0 && g == Years {
		return false
	}
	if r.plot == nil {
		return true
	}
	return r.plot.moves[i]
}

var precisions = [...]Precision{
	NoGrain: Vague, Seconds: Vague, Minutes: Minute, Hours: Hour, Days: DayPrecision, Weekends: Weekend, Weeks: Week, Months: Month, Quarters: Quarter, Seasons: Season, Halves: Range, Years: Year, Decades: Decade, Centuries: Century,
}

func precisionOf(e *Expression) Precision {
	switch {
	case e.Form == Length || e.Form == Repeat || e.Form == Loose:
		return Vague
	case e.Part != NoCode:
		return PartOfDay
	}
	return precisions[e.Grain]
}

// toldAt returns the expression that expression i counts from when it says "the
// following", "later" or "that", or -1.
func (r *resolver) toldAt(i int) int {
	if r.last >= 0 && r.last < i {
		return r.last
	}
	return -1
}

// told is the anchor of what counts from the date told last.
func (r *resolver) told(i int) Anchor {
	k := r.toldAt(i)
	if k < 0 {
		return noAnchor
	}
	iv := r.out[k].Interval
	return Anchor{iv.From.Day, iv.To.Day, "the date told before it is " + Say(iv)}
}

// anchor returns what expression i counts from.
func (r *resolver) anchor(i int) Anchor {
	e := &r.f.Expressions[i]
	if e.Anaphor && !r.now(i) {
		return r.told(i)
	}
	if a, ok := r.sectioned(i); ok {
		return a
	}
	if r.plot != nil && e.Form == Calendar {
		if a := r.told(i); a.Known() {
			return a
		}
	}
	if !r.published.Known() && r.latestDay != NoDay && e.Form == Calendar && e.Month > 0 {
		return Anchor{r.latestDay, r.latestDay, "the document tells of " + SayDay(r.latestDay)}
	}
	return r.published
}

// now reports whether "the year", "the month" or "the day" of a report is that of
// its telling: no date stands near before it.
func (r *resolver) now(i int) bool {
	e := &r.f.Expressions[i]
	if r.f.Narrative || e.Turn != Plain || e.N != 0 || e.Form != Offset {
		return false
	}
	k := r.toldAt(i)
	return k < 0 || r.f.Expressions[k].Sentence+1 < e.Sentence
}

// sectioned returns the date that the section of expression i stands under.
func (r *resolver) sectioned(i int) (Anchor, bool) {
	e := &r.f.Expressions[i]
	if e.Section < 0 {
		return noAnchor, false
	}
	k := r.f.Sections[e.Section].Anchor
	iv := r.out[k].Interval
	if k >= i || !iv.From.Known() || !iv.To.Known() {
		return noAnchor, false
	}
	return Anchor{iv.From.Day, iv.To.Day, "it stands under the date " + Say(iv)}, true
}

func yearOf(d Day) int {
	y, _, _ := d.Civil()
	return y
}

// civil is the year of an expression in the astronomical count, in which 1 BC is 0.
func (e *Expression) civil(y int) int {
	if e.BC {
		return 1 - y
	}
	return y
}

// latest returns the latest full date that the document tells as past, or NoDay:
// what an undated document was written after, and seldom long after.
func (f *Found) latest() Day {
	d := NoDay
	for i := range f.Expressions {
		e := &f.Expressions[i]
		if e.Form == Calendar && e.Year > 0 && e.Month > 0 && e.Day > 0 && e.Tense != Future && !e.Quiet {
			d = max(d, DayOf(e.civil(e.Year), e.Month, e.Day))
		}
	}
	return d
}

// one resolves expression i.
func (r *resolver) one(i int) {
	e := &r.f.Expressions[i]
	o := &r.out[i]
	*o = Resolved{Span: e.Span, Type: e.Type, Value: e.Value, Interval: Unknown(precisionOf(e), "")}
	r.grains[i] = e.Grain
	h, hinted := r.hints[i]
	switch {
	case e.Form == Loose:
		o.Basis = "the text gives no calendar time"
	case e.Form == Length:
		r.length(i)
	case e.Form == Repeat:
		o.Basis = "a repeated time, not a date"
	case hinted && h.Day != NoDay:
		r.setDay(i, h.Day)
		o.Basis, o.Certain = h.Why, true
	case e.Form == Clock:
		r.clock(i)
	case e.Form == Offset:
		r.offset(i)
	case e.Compared && r.quarter >= 0 && !r.f.Narrative: // "the 1988 period"
		r.compared(i, e.Year)
	case e.Year > 0 && hinted && h.Swap && e.EitherDM:
		e := *e
		e.Month, e.Day = time.Month(e.Day), int(e.Month)
		r.datedAs(i, &e, e.civil(e.Year))
		o.Basis = h.Why
	case e.Year > 0:
		r.dated(i, e.civil(e.Year))
		r.say(i, "the text gives the full date")
	case hinted && h.Year > 0:
		r.dated(i, h.Year)
		r.say(i, h.Why)
	case r.plot != nil && r.plot.year[i] != noYear:
		r.inStory(i, r.plot.year[i])
	default:
		r.partial(i)
	}
	if e.Fiscal && o.From.Known() {
		o.Certain = false // when it begins and ends is not told
	}
	if o.Value == "" {
		o.Value = r.value(i)
	}
	if !o.From.Known() && o.Basis == "" {
		o.Basis = "nothing in the text gives its year"
	}
}

// inStory gives a date of a story the year that the account has come to.
func (r *resolver) inStory(i, y int) {
	r.dated(i, y)
	why := "the account has come to " + sayYear(y)
	if a := r.told(i); a.Known() {
		why += ": " + a.Why
	}
	r.say(i, why)
}

// say gives the reason of a date, unless it contradicts itself, which was said.
func (r *resolver) say(i int, why string) {
	o := &r.out[i]
	if o.Basis != "" {
		return
	}
	if why == "the text gives the full date" {
		switch e := &r.f.Expressions[i]; {
		case e.Fiscal:
			why = "the text gives the term or the fiscal year, not when it begins and ends"
		case r.grains[i] == Years:
			why = "the text gives the year"
		case e.Shared:
			why = "the text gives the full date, a part of it beside another date"
		}
	}
	o.Basis = why
}

// setDay gives an expression one day, with its clock time.
func (r *resolver) setDay(i int, d Day) {
	e, o := &r.f.Expressions[i], &r.out[i]
	o.From, o.To = Moment{d, e.Minute}, Moment{d, e.Minute}
}

func (r *resolver) setDays(i int, from, to Day) {
	r.out[i].From, r.out[i].To = Moment{from, -1}, Moment{to, -1}
}

// dated resolves a calendar expression whose year, in the astronomical count, is y.
func (r *resolver) dated(i, y int) { r.datedAs(i, &r.f.Expressions[i], y) }

func (r *resolver) datedAs(i int, e *Expression, y int) {
	o := &r.out[i]
	o.Certain = true
	from, to := e.bounds(y)
	if e.Grain != Days && e.Grain != Minutes {
		r.setDays(i, from, to)
		return
	}
	r.setDay(i, from)
	if e.Weekday >= 0 && int(from.Weekday()) != int(e.Weekday) {
		o.Certain = false
		o.Basis = fmt.Sprintf("the text contradicts itself: %s was a %s, not a %s", Say(o.Interval), from.Weekday(), time.Weekday(e.Weekday))
		o.SetConflict(o.Basis)
	}
}

// length gives a duration its bounds where they are told: "the past three months",
// "the first two months of 1939".
func (r *resolver) length(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	o.Basis = "a length of time, not a date"
	if e.N == 0 || e.Grain < Days {
		return
	}
	if e.Year > 0 {
		y := e.civil(e.Year)
		from, to := DayOf(y, 1, 1), DayOf(y, 12, 31)
		if e.Month > 0 {
			from, to = DayOf(y, e.Month, 1), DayOf(y, e.Month+1, 0)
		}
		if e.N > 0 {
			to = min(to, back(from, e.Grain, e.N)-1)
		} else {
			from = max(from, back(to+1, e.Grain, e.N))
		}
		if from <= to {
			r.setDays(i, from, to)
			o.Basis, o.Certain = "the text gives the time that it is a part of", true
		}
		return
	}
	if a := r.anchor(i); a.Exact() && (e.Turn == Last || e.Turn == Next) && !r.f.Narrative {
		d := back(a.From, e.Grain, e.N)
		r.setDays(i, min(d, a.From), max(d, a.From))
		o.Basis = a.Why
	}
}

// clock gives a time of day the day of another expression in its sentence, or of
// the anchor.
func (r *resolver) clock(i int) {
	e, o := &r.f.Expressions[i], &r.out[i]
	for _, k := range []int{i - 1, i - 2, i + 1} {
		if k < 0 || k >= len(r.f.Expressions) || r.f.Expressions[k].Sentence != e.Sentence {
			continue
		}
		n := &r.f.Expressions[k]
		if k > i {
			if n.Form != Calendar && n.Form != Offset {
				continue
			}
			r.one(k)
		}
		if iv := r.out[k].Interval; iv.From.Known() && iv.From.Day == iv.To.Day {
			r.setDay(i, iv.From.Day)
			o.Certain, o.Basis = iv.Certain, "the day is told in the same sentence"
			return
		}
	}
	a := r.anchor(i)
	if r.f.Narrative {
		a = r.told(i)
	}
	if a.Exact() {
		r.setDay(i, a.From)
		o.Basis = a.Why
		return
	}
	o.Basis = "the text does not tell the day"
}
