package infer

import (
	"onrecord/model/event"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Happening is one event of the corpus with every passage that tells of it,
// the best first.
type Happening struct {
	Date     when.Interval
	Headline string
	Status   event.Status
	People   []int // indexes into the persons
	Sources  []text.Ref
	Undated  bool // stands apart: nothing in the corpus gives its date
}

// Events merges the tellings of all documents into one chronology, in order.
func Events(docs []Document, times []Times, of [][]int) []Happening { return nil }
