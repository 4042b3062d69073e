// Package infer is the corpus stage: what the documents imply together. Aliases
// are merged, dates resolved across documents, publication dates inferred, and
// one event told by many documents becomes one line.
package infer

import (
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/reuse"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Document is what the per-document stage found, as the corpus stage sees it.
// Nothing in it is changed.
type Document struct {
	ID        text.DocID
	Name      string // for reasons: "003_a43ca14894238f22.txt"
	Text      string
	Blocks    []text.Block
	Given     when.Interval // publication date from metadata or onrecord.toml; unknown bounds when none
	People    *people.Found
	Quotes    []quote.Quotation
	Times     *when.Found
	Events    []event.Event
	Relations reuse.Relations
}

// Role is what a person is said to be, and where.
type Role struct {
	Text string
	Ref  text.Ref
}

// Merge is why a name was taken for the same person: it can be shown and undone.
type Merge struct {
	Alias    string
	Evidence string
	Ref      text.Ref
}

// Person is one person or organisation of the corpus.
type Person struct {
	Kind     people.Kind
	Name     string
	Aliases  []string
	Roles    []Role
	Mentions []text.Ref
	Quotes   int // distinct quotations
	Merges   []Merge
}

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

// Times is what the corpus implies of one document's dates.
type Times struct {
	Published when.Interval
	Dates     []when.Resolved // parallel to when.Found.Expressions
}

// People merges the entities of all documents. of[d][e] is the person that
// entity e of document d is.
func People(docs []Document) (persons []Person, of [][]int) {
	return nil, make([][]int, len(docs))
}

// Dates resolves every expression; nothing is published after today.
func Dates(docs []Document, today when.Day) []Times {
	t := make([]Times, len(docs))
	for i := range t {
		t[i].Published = when.Unknown(when.Vague, "nothing in the text gives a date")
	}
	return t
}

// Events merges the tellings of all documents into one chronology, in order.
func Events(docs []Document, times []Times, of [][]int) []Happening { return nil }
