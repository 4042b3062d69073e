// Package when finds time expressions in one document and, given anchors as
// data, turns them into calendar intervals that say how they are known.
package when

import "onrecord/model/text"

// Day counts days from 1970-01-01, negative before.
type Day int32

// NoDay stands for a bound that is open or not known.
const NoDay Day = -1 << 31

// Moment is a bound of an interval: a day, and a minute of that day from 0 to
// 1439 where a clock time is known, else -1.
type Moment struct {
	Day    Day
	Minute int16
}

// NoMoment is an open or unknown bound.
var NoMoment = Moment{NoDay, -1}

// Known reports whether the bound is known.
func (m Moment) Known() bool { return m.Day != NoDay }

// Precision is the grain to which a date is told.
type Precision uint8

// The precisions, named as in the JSON output.
const (
	Vague Precision = iota
	Minute
	Hour
	PartOfDay
	DayPrecision
	Weekend
	Week
	Month
	Quarter
	Season
	Year
	Decade
	Century
	Range
)

func (p Precision) String() string {
	return [...]string{
		"vague", "minute", "hour", "part of day", "day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "range",
	}[p]
}

// Reason is one link of the chain that a date rests on: a plain clause, and the
// passage that bears it out, empty where none does.
type Reason struct {
	Say string
	Ref text.Ref
}

// Candidate is one reading that the evidence allows.
type Candidate struct {
	From, To Moment
	Reason   string
}

// Interval is a calendar time and how it is known. Both bounds are inclusive.
// Basis is one plain sentence; Evidence is the chain that it rests on, so that a
// reader can go and see. Doubt is nil for most.
type Interval struct {
	From, To  Moment
	Precision Precision
	Certain   bool
	Basis     string
	Evidence  []Reason
	Doubt     *Doubt
}

// Doubt is what stands against a date. It is never changed, since intervals that
// were copied from one another share it.
type Doubt struct {
	Candidates []Candidate // the readings that stand, best first: From and To hold for all of them or are open
	Conflict   string      // a sentence that says what the text tells against the date, or ""
}

// Candidates are the readings that stand where there are several, best first.
func (iv *Interval) Candidates() []Candidate {
	if iv.Doubt == nil {
		return nil
	}
	return iv.Doubt.Candidates
}

// Conflict is a sentence that says what the text tells against the date, or "".
func (iv *Interval) Conflict() string {
	if iv.Doubt == nil {
		return ""
	}
	return iv.Doubt.Conflict
}

// SetCandidates sets the readings that stand.
func (iv *Interval) SetCandidates(c []Candidate) { iv.doubt(c, iv.Conflict()) }

// SetConflict sets what the text tells against the date.
func (iv *Interval) SetConflict(say string) { iv.doubt(iv.Candidates(), say) }

func (iv *Interval) doubt(c []Candidate, conflict string) {
	iv.Doubt = nil
	if len(c) > 0 || conflict != "" {
		iv.Doubt = &Doubt{c, conflict}
	}
}

// Unknown is the interval of which nothing is known, with the reason.
func Unknown(p Precision, basis string) Interval {
	return Interval{From: NoMoment, To: NoMoment, Precision: p, Basis: basis}
}

// Type is the TIMEX3 type of an expression.
type Type uint8

// The TIMEX3 types.
const (
	Date Type = iota
	Time
	Duration
	Set
)

func (t Type) String() string { return [...]string{"DATE", "TIME", "DURATION", "SET"}[t] }

// Resolved is a time expression with its meaning. Value is the TIMEX3 value.
type Resolved struct {
	Span  text.Span
	Type  Type
	Told  bool // its chain of reasons begins with the place itself: see Chain
	Value string
	Interval
}

// Chain returns what a date of a document rests on, link by link. The place where it is
// told, which is the first, is not kept with its Evidence: dates that rest on the same
// share that.
func (r *Resolved) Chain(doc text.DocID) []Reason {
	if !r.Told {
		return r.Evidence
	}
	return append([]Reason{{Say: "it is told here", Ref: text.Ref{Doc: doc, Span: r.Span}}}, r.Evidence...)
}
