package when

import "onrecord/model/text"

// Expression is a time expression as it stands, before it is anchored.
type Expression struct {
	Span       text.Span
	First, End int // tokens, end exclusive
	Type       Type
}

// Found is what a document says of time.
type Found struct {
	Expressions []Expression // in text order, not overlapping
}

// Find returns the time expressions of d.
func Find(d *text.Doc) *Found { return &Found{} }
