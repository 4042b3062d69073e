package model

import (
	"hash/maphash"
	"unicode"
	"unicode/utf8"

	"onrecord/model/quote"
	"onrecord/model/text"
)

// minEcho is the least number of letters that make two quotations the same
// utterance and not the same turn of phrase ("a disgrace").
const minEcho = 24

// echoes links the quotations of the same words: eight bytes for each. It knows
// those of the last corpus stage; later ones stand alone until the next.
type echoes struct {
	first []int32 // of each quotation: the first of the same words, perhaps itself
	next  []int32 // of each: the next of the same words, or -1
}

func (e *echoes) head(i int) int {
	if i < len(e.first) {
		return int(e.first[i])
	}
	return i
}

func (e *echoes) after(i int) int {
	if i < len(e.next) {
		return int(e.next[i])
	}
	return -1
}

// link finds the quotations of the same words. Marks, case and white space do not
// count, so that a passage set anew is still found.
func link(quotes []Quotation, docs []*Document) echoes {
	seed := maphash.MakeSeed()
	e := echoes{make([]int32, len(quotes)), make([]int32, len(quotes))}
	type group struct{ first, last int32 }
	same := make(map[uint64]group, len(quotes)/2)
	for i := range quotes {
		k := int32(i)
		e.first[i], e.next[i] = k, -1
		if quotes[i].Kind == quote.Indirect {
			continue
		}
		h, n := foldedHash(seed, docs[quotes[i].Doc].Text, quotes[i].Spans)
		if n < minEcho {
			continue
		}
		g, ok := same[h]
		if !ok {
			same[h] = group{k, k}
			continue
		}
		e.first[i], e.next[g.last] = g.first, k
		same[h] = group{g.first, k}
	}
	return e
}

// foldedHash hashes the letters and digits of spans in lower case, and returns
// how many there are.
func foldedHash(seed maphash.Seed, s string, spans []text.Span) (sum uint64, letters int) {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, sp := range spans {
		for _, r := range sp.Of(s) {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			letters++
			r = unicode.ToLower(r)
			if r < utf8.RuneSelf {
				h.WriteByte(byte(r))
				continue
			}
			var b [utf8.UTFMax]byte
			h.Write(b[:utf8.EncodeRune(b[:], r)])
		}
	}
	return h.Sum64(), letters
}
