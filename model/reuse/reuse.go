// Package reuse finds what stands in several documents of a corpus: near
// duplicates, passages taken over, and the furniture that a site's pages share.
package reuse

import "onrecord/model/text"

// Similar is another document like this one, over shingles of five words.
type Similar struct {
	Doc         text.DocID
	Jaccard     float64 // shared shingles over all shingles of both, 0 to 1
	Containment float64 // shared shingles over those of the smaller document, 0 to 1
}

// Passage is a maximal run of words that stands in another document too.
type Passage struct {
	Span  text.Span
	Other text.Ref
}

// Fingerprint is what is kept of a document to compare it with others; it is
// made in the per-document stage.
type Fingerprint struct{}

// Print returns the fingerprint of d.
func Print(d *text.Doc) *Fingerprint { return &Fingerprint{} }

// Relations of one document.
type Relations struct {
	Similar  []Similar
	Passages []Passage
}

// Compare returns the relations of each document; texts and prints are in
// document order.
func Compare(texts []string, prints []*Fingerprint) []Relations { return make([]Relations, len(texts)) }
