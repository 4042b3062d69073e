package search

import (
	"iter"
	"math"

	"onrecord/model/text"
)

// Day counts days from 1 January 1970.
type Day int32

// NoDay stands for a bound that is open or not known.
const NoDay Day = math.MinInt32

// Fields is what the caller knows of the documents: what field filters ask for.
// It is read from several goroutines. Nothing is copied from it, so that it may
// be a view of what the caller holds.
type Fields interface {
	// Describe returns what is known of a document as a whole.
	Describe(text.DocID) Description
	// Said yields the quotations of a document, numbered from 0.
	Said(text.DocID) iter.Seq2[int, Said]
	// Speakers appends who says a quotation of a document.
	Speakers(dst []Speaker, doc text.DocID, quotation int) []Speaker
	// People returns how many people there are, numbered from 0.
	People() int
	// Names returns all names of a person.
	Names(person int) []string
	// Mentions returns where a person is named or meant, in document order.
	Mentions(person int) []text.Ref
}

// Description is what is known of a document as a whole.
type Description struct {
	Name, Title, Source string
	From, To            Day // published within; NoDay where a bound is not known
}

// Said is one quotation.
type Said struct {
	Spans  []text.Span // what was said, in any way
	Quoted []text.Span // of that, what stands in quote marks or is given whole
}

// Speaker is who said a quotation.
type Speaker struct {
	Person int    // his number, or negative where he is nobody of the corpus
	Name   string // how the document names him
}

// noFields is what is known where the caller gave nothing.
type noFields struct{}

func (noFields) Describe(text.DocID) Description { return Description{From: NoDay, To: NoDay} }

func (noFields) Said(text.DocID) iter.Seq2[int, Said]                  { return func(func(int, Said) bool) {} }
func (noFields) Speakers(dst []Speaker, _ text.DocID, _ int) []Speaker { return dst }
func (noFields) People() int                                           { return 0 }
func (noFields) Names(int) []string                                    { return nil }
func (noFields) Mentions(int) []text.Ref                               { return nil }

// during reports whether a document is published in a period, which is when the two
// overlap. One with an open end is taken to be where its known end is: what is of
// after May 2022 may be of any year, and is found with 2022 alone. What is not dated
// is in no period. The filters of the reader mean the same.
func (n *node) during(d Description) bool {
	begun, ended := d.From != NoDay, d.To != NoDay
	holds := func(day Day) bool { return (n.from == NoDay || n.from <= day) && (n.to == NoDay || day <= n.to) }
	if begun && ended {
		return (n.to == NoDay || d.From <= n.to) && (n.from == NoDay || n.from <= d.To)
	}
	return begun && holds(d.From) || ended && holds(d.To)
}
