// Package event finds the happenings that one document tells of: sentences with
// a time of their own or of what they stand under, the words that make a
// headline, and whether it happened, is planned, was cancelled or goes on. Dates
// are given later, by infer, through Expressions.
package event

import (
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
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
	Headline    string    // who did what, in the document's own words
	Status      Status
	Expressions []int // indexes into when.Found.Expressions that date it, the best first; empty: dated by its surroundings
	People      []int // indexes into people.Found.Entities
}

// Find returns the happenings of d in text order.
func Find(d *text.Doc, t *when.Found, p *people.Found) []Event { return nil }
