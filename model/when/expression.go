package when

import (
	"slices"
	"time"

	"onrecord/model/text"
)

// Grain is the unit of a calendar or of an offset, the finest first.
type Grain uint8

// The grains.
const (
	NoGrain Grain = iota
	Seconds
	Minutes
	Hours
	Days
	Weekends
	Weeks
	Months
	Quarters
	Seasons
	Halves
	Years
	Decades
	Centuries
)

// Form is how an expression gets its meaning.
type Form uint8

// The forms.
const (
	Calendar Form = iota // names parts of a date: 16 May, Monday, 2004, summer 2009
	Offset               // so many units from an anchor: yesterday, last year, three weeks ago
	Clock                // a time of day whose day stands elsewhere
	Length               // a duration
	Repeat               // a set of times
	Loose                // recently, now, soon
)

// Tense is what the sentence says of the time of its happening, against the time
// of telling.
type Tense uint8

// The tenses.
const (
	NoTense Tense = iota
	Past
	Future
)

// Turn is which of several weekdays, months or units is meant.
type Turn uint8

// The turns.
const (
	Plain Turn = iota
	This
	Last
	Next
)

// YearBy is how the year of a calendar date is told when no number tells it.
type YearBy uint8

// The ways.
const (
	NoYear     YearBy = iota
	YearOfNow         // "June last year": Expression.YearN years from the anchor
	YearOfTold        // "August of that year": YearN years from the date told last
)

// Code is what TIMEX3 writes for a season, a part of a day or a modifier.
type Code uint8

// The codes.
const (
	NoCode Code = iota
	codeStart
	codeMid
	codeEnd
	codeApprox
	codeNight
	// the others are looked up in codes
)

var codes = [...]string{"", "START", "MID", "END", "APPROX", "NI", "MO", "AF", "EV", "MI", "DT", "SP", "SU", "FA", "WI"}

func (c Code) String() string { return codes[c] }

// codeOf returns the code that is written so; it must be among codes.
func codeOf(s string) Code { return Code(slices.Index(codes[:], s)) }

// Expression is a time expression as it stands, before it is anchored. Fields of
// a calendar date that are not told are zero (Weekday and Minute: -1). A dossier
// has many, all of which are kept until its dates are solved: the small fields
// stand together.
type Expression struct {
	Span       text.Span
	First, End int // tokens, end exclusive
	Type       Type
	Form       Form
	Tense      Tense
	Turn       Turn
	Grain      Grain
	YearBy     YearBy
	Quarter    int8
	Half       int8 // of a year
	Week       int8 // of an ISO week date
	Mod        Code
	Part       Code // of a day
	Season     Code
	side       int8 // of "August-September", one word that is two expressions: 1 before the hyphen, 2 behind it; else 0

	BC       bool
	on       bool // "on" leads to it
	leads    bool // begins its sentence, or stands in a heading
	Anaphor  bool // counts from the date told last ("two days later"), not from the time of telling
	EitherDM bool // day and month are figures that may stand the other way round: 05/04/2022
	Fiscal   bool // of a fiscal year, whose first month is not told
	Attr     bool // stands before a noun that it describes: "its 1990 invasion", "the 2012 Olympic bid"
	Event    bool // counts from a happening: "two days after the siege"
	Compared bool // "a year earlier", "year-ago": the grain is that of the period told last
	Shared   bool // month or year was taken from the expression that it is linked to
	Since    bool // "since", "until": one bound only is told
	Heading  bool // stands alone on its line: the date of what is under it
	Quiet    bool // in furniture or a caption

	Weekday         int16 // 0 is Sunday, as in time.Weekday
	Minute          int16 // of the day
	YearN           int32
	counted         int32 // units of a length that is told in full
	Until           int32 // index of the expression that ends the range which this one begins, or -1
	From            int32 // index of the expression that begins the range which this one ends, or -1
	Sentence        int32 // index of its sentence in the document
	Section         int32 // index into Found.Sections, or -1
	names, namesEnd int32 // of Found.Names
	Year            int   // a number of the calendar, also of years before Christ: see BC
	Month           time.Month
	Day             int
	N               int // of an Offset: units from the anchor

	feast *holiday // whose day the year gives: Easter, Labor Day
	Value string   // TIMEX3 value that needs no anchor: durations, sets, references
}

// Ranged reports whether an expression is one end of a range or a list.
func (e *Expression) Ranged() bool { return e.Until >= 0 || e.From >= 0 }

// Feast reports whether an expression is a holiday whose day only the year gives.
func (e *Expression) Feast() bool { return e.feast != nil }

// Section is a part of a document that has an anchor of its own: what stands under
// a date, or a text that was published before.
type Section struct {
	Span   text.Span
	Anchor int // index of the expression that gives it
}

// Found is what a document says of time.
type Found struct {
	Expressions []Expression // in text order, not overlapping
	Sections    []Section
	Names       []uint32 // see NamesOf
	Narrative   bool     // dates follow one another as a story does, not from a time of telling
	Posted      int      // index of the expression that says when the document was published, or -1
}

// NamesOf returns the hashes of the capitalised words that stand around an expression
// in its sentence, sorted. They are told of days and hours only.
func (f *Found) NamesOf(e *Expression) []uint32 { return f.Names[e.names:e.namesEnd] }
