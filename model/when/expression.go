package when

import (
	"time"

	"onrecord/model/text"
)

// Grain is the unit of a calendar or of an offset, the finest first.
type Grain uint8

// The grains.
const (
	NoGrain Grain = iota
	Minutes
	Hours
	Days
	Weekends
	Weeks
	Months
	Quarters
	Seasons
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

// Expression is a time expression as it stands, before it is anchored. Fields of
// a calendar date that are not told are zero (Weekday and Minute: -1).
type Expression struct {
	Span       text.Span
	First, End int // tokens, end exclusive
	Type       Type
	Form       Form
	Tense      Tense
	Turn       Turn
	Mod        string // "START", "MID", "END", "APPROX", or ""

	Year    int
	Month   time.Month
	Day     int
	EndDay  int // of a range of days in one month
	EndMon  time.Month
	EndYear int
	Weekday int    // 0 is Sunday, as in time.Weekday
	Minute  int    // of the day
	Part    string // "MO", "AF", "EV", "NI", "MI", "DT"
	Season  string // "SP", "SU", "FA", "WI"
	Quarter int
	Grain   Grain

	N        int      // of an Offset: units from the anchor
	Anaphor  bool     // counts from the date told last ("two days later"), not from the time of telling
	Value    string   // TIMEX3 value that needs no anchor: durations, sets, references
	EitherDM bool     // day and month are figures that may stand the other way round: 05/04/2022
	Since    bool     // "since", "until": one bound only is told
	Heading  bool     // stands alone on its line: the date of what is under it
	Quiet    bool     // in furniture or a caption
	Gloss    int      // index of the expression that it explains in brackets, or -1
	Sentence int      // index of its sentence in the document
	Section  int      // index into Found.Sections, or -1
	Names    []uint32 // hashes of the capitalised words of its sentence, sorted
}

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
	Narrative   bool // dates follow one another as a story does, not from a time of telling
	Posted      int  // index of the expression that says when the document was published, or -1
}
