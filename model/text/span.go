// Package text is the ground floor that all extraction stands on: decoding
// bytes, making outside text safe for a terminal, and cutting a document into
// blocks, tokens and sentences once. It stores a document's text as one string;
// everything found in it is a Span, never a copy. It imports no other package
// of this module.
package text

// Span is a half-open range of byte offsets, [Start, End), into a document's
// text. Spans made by this module lie on rune boundaries. The zero Span means
// "none". Offsets have 32 bits, since a dossier has millions of spans; no document
// is as large as that.
type Span struct {
	Start, End int32
}

// Between returns the span [start, end).
func Between(start, end int) Span { return Span{int32(start), int32(end)} }

// Len returns the length in bytes.
func (s Span) Len() int { return int(s.End - s.Start) }

// Empty reports whether the span covers no bytes.
func (s Span) Empty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Of returns the words of the span in t, or "" when it does not fit t.
func (s Span) Of(t string) string {
	if s.Start < 0 || int(s.End) > len(t) || s.Empty() {
		return ""
	}
	return t[s.Start:s.End]
}

// Hull returns the smallest span that covers all of spans; none gives the zero
// Span.
func Hull(spans ...Span) Span {
	var h Span
	for i, s := range spans {
		if i == 0 {
			h = s
			continue
		}
		h.Start, h.End = min(h.Start, s.Start), max(h.End, s.End)
	}
	return h
}

// DocID is a document's position in its corpus, from 0 in document order. It
// never changes while the corpus grows.
type DocID int32

// NoDoc stands where there is no document.
const NoDoc DocID = -1

// Ref is a place in the corpus: the currency of links between panes, search
// hits, marks and the jump list.
type Ref struct {
	Doc  DocID
	Span Span
}
