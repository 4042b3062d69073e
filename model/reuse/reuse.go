// Package reuse finds what stands in several documents of a corpus: near
// duplicates, passages taken over, and the lines that a site's pages share.
package reuse

import (
	"slices"
	"sync"

	"onrecord/model/text"
)

// Similar is another document like this one, over shingles of five words.
type Similar struct {
	Doc text.DocID
	shares
}

// shares is of how many shingles two documents have both, the smaller, and the two
// together.
type shares struct{ both, least, all int32 }

// Jaccard is the shared shingles over all shingles of both, 0 to 1.
func (s shares) Jaccard() float64 {
	if s.both == 0 {
		return 0
	}
	return float64(s.both) / float64(s.all)
}

// Containment is the shared shingles over those of the smaller document, 0 to 1.
func (s shares) Containment() float64 {
	if s.both == 0 {
		return 0
	}
	return float64(s.both) / float64(s.least)
}

// Passage is a maximal run of words that stands in another document too.
type Passage struct {
	Span  text.Span // in the document itself
	Other text.Ref  // in the other document
}

// Fingerprint is what is kept of a document to compare it with others: some
// hundreds of bytes. It is made in the per-document stage.
type Fingerprint struct {
	marks []uint32 // hashes of the shingles that winnowing keeps
	lines []uint32 // hashes of the short blocks, 0 for the others
}

// Winnowing keeps the least hash of every window (S. Schleimer, D. Wilkerson and
// A. Aiken, Winnowing: Local Algorithms for Document Fingerprinting, 2003): two
// documents that share k+window-1 words share a mark.
const (
	shingle = 8 // words of a mark
	window  = 8
	jaccard = 5 // words of the shingles that likeness is told by
	maxLine = 40
)

// Print returns the fingerprint of d.
func Print(d *text.Doc) *Fingerprint {
	all := scratch.Get().(*[]word)
	defer scratch.Put(all)
	w := appendWords((*all)[:0], d.Text)
	*all = w
	f := &Fingerprint{lines: make([]uint32, len(d.Blocks)), marks: winnow(w)}
	k := 0
	for i := range d.Blocks {
		b := &d.Blocks[i]
		h, n := uint32(fnvStart), b.End-b.First
		for ; k < len(w) && w[k].start < b.Span.End; k++ {
			h = (h ^ w[k].hash) * fnvFactor
		}
		if n >= 3 && n <= maxLine {
			f.lines[i] = h
		}
	}
	return f
}

// winnowing is the room that winnowing one document takes.
type winnowing struct{ words, hashes, out []uint32 }

var winnowings = sync.Pool{New: func() any { return new(winnowing) }}

func winnow(w []word) []uint32 {
	n := len(w) - shingle + 1
	if n <= 0 {
		return nil
	}
	room := winnowings.Get().(*winnowing)
	defer winnowings.Put(room)
	words, hashes, out := room.words[:0], slices.Grow(room.hashes[:0], n)[:n], room.out[:0]
	for i := range w {
		words = append(words, w[i].hash)
	}
	for i := range hashes {
		hashes[i] = gram(words[i : i+shingle])
	}
	last := -1
	for i := 0; i < max(n-window+1, 1); i++ {
		least := i
		for k := i; k < min(i+window, n); k++ {
			if hashes[k] <= hashes[least] {
				least = k
			}
		}
		if least != last {
			out = append(out, hashes[least])
			last = least
		}
	}
	*room = winnowing{words, hashes, out}
	return slices.Clone(out)
}
