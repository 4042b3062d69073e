package model

import (
	"hash/maphash"

	"onrecord/model/quote"
)

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

// link finds the quotations of the same words. Reported speech is the reporter's own.
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
		h, ok := quote.Echo(seed, docs[quotes[i].Doc].Text, quotes[i].Spans)
		if !ok {
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
