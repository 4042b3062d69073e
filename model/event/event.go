// Package event finds the happenings that one document tells of: sentences with
// a time of their own or of what they stand under, the words that make a
// headline, and whether it happened, is planned, was cancelled or goes on. Dates
// are given later, by infer, through Expressions.
package event

import (
	"onrecord/model/text"
)

// Status is how a happening stands at the time of telling.
type Status uint8

// The statuses, named as in the JSON output.
const (
	Happened Status = iota
	Planned
	Cancelled
	Ongoing
)

func (s Status) String() string {
	return [...]string{"happened", "planned", "cancelled", "ongoing"}[s]
}

// Event is one telling of a happening.
type Event struct {
	Span        text.Span // the passage that tells of it
	Clause      text.Span // the words of it that the headline is made from
	Headline    string    // who did what, in the document's own words; what is resolved stands in square brackets
	Noun        string    // of a plan: what it is of, where that names it: "a meeting for families"
	Expressions []int32   // indexes into when.Found.Expressions that date it, the best first; empty: dated by the time of telling
	People      []int32   // indexes into people.Found.Entities
	Stems       []uint32  // hashes of the stems of its small-letter words, sorted
	Names       []uint32  // hashes of its capitalised words and numbers, sorted
	Section     int32     // index into when.Found.Sections that an event without Expressions stands in, or -1
	Into        int32     // months gone by since it began, of "one year into the plan"; 0 otherwise
	Status      Status
	Nominal     bool // told in passing, by a noun: "following the visit on 7 July"
	Spoken      bool // says I or we: it is a line only where the corpus knows who speaks
	Deed        bool // what is done, planned or undergone, rather than felt or seen
	Not         bool // it is told that it did not happen, or never: "did not attend"
	Once        bool // it can happen to its subject but once: "died", "was opened"
}
