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
// Where several readings stand, From and To hold for all of them or are open,
// and Candidates lists them, best first. Basis is one plain sentence; Evidence is
// the chain that it rests on, so that a reader can go and see. Conflict is a
// sentence that says what the text tells against this date, or "".
type Interval struct {
	From, To   Moment
	Precision  Precision
	Certain    bool
	Basis      string
	Candidates []Candidate
	Evidence   []Reason
	Conflict   string
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
	Value string
	Interval
}
