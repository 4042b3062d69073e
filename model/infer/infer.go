// Package infer is the corpus stage: what the documents imply together. Aliases
// are merged, dates resolved across documents, publication dates inferred, and
// one event told by many documents becomes one line.
package infer

import (
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Document is what the per-document stage found, as the corpus stage sees it.
// Nothing in it is changed.
type Document struct {
	ID     text.DocID
	Name   string // for reasons: "003_a43ca14894238f22.txt"
	Source string // where it was published, "" where it is not told
	Text   string
	Blocks []text.Block
	Given  *when.Interval // publication date from metadata or onrecord.toml; unknown bounds when none
	People *people.Found
	Quotes []*quote.Quotation
	Times  *when.Found
	Events []event.Event
}

// batch is how many documents or lines a goroutine takes at a time.
const batch = 64
