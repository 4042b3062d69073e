package reuse

import (
	"slices"
	"sync"

	"onrecord/model/text"
)

// spans are the places of a passage in two documents.
type spans struct{ a, b text.Span }

// run is a stretch of words [a, aEnd) of one text that is [b, bEnd) of another.
type run struct{ a, aEnd, b, bEnd int }

// table finds where a run of words stands first in a text. It is used for one
// text after another: a slot of an earlier turn is empty.
type table struct {
	set   shingles
	slots []slot
	mask  uint64
	turn  uint32
	found []run
}

type slot struct {
	key  uint64
	at   int32
	turn uint32
}

var tables = sync.Pool{New: func() any { return new(table) }}

// A run of words is hashed as the digits of a number (M. Rabin and R. Karp,
// Efficient randomized pattern-matching algorithms, 1987): the next run is one
// step from it.
const base = 0x9e3779b97f4a7c15

// leading is the value of the first digit.
var leading = func() uint64 {
	v := uint64(1)
	for range shingle - 1 {
		v *= base
	}
	return v
}()

// first returns the hash of the first run of words.
func first(w []uint32) uint64 {
	k := uint64(0)
	for _, h := range w[:shingle] {
		k = k*base + uint64(h)
	}
	return k
}

// next returns the hash of the run that begins at i, from that of the one before.
func next(k uint64, w []uint32, i int) uint64 {
	return (k-uint64(w[i-1])*leading)*base + uint64(w[i+shingle-1])
}

// fill puts the runs of w in, each at its first place.
func (t *table) fill(w []uint32) {
	n := uint64(64)
	for n < 2*uint64(len(w)) {
		n *= 2
	}
	if n > uint64(len(t.slots)) {
		t.slots, t.turn = make([]slot, n), 0
	}
	if t.turn++; t.turn == 0 {
		clear(t.slots)
		t.turn = 1
	}
	t.mask = n - 1
	k := first(w)
	for i := 0; ; {
		s := t.slot(k)
		if s.turn != t.turn {
			*s = slot{k, int32(i), t.turn}
		}
		if i++; i+shingle > len(w) {
			return
		}
		k = next(k, w, i)
	}
}

// slot returns the slot of a hash, or the free one where it belongs.
func (t *table) slot(k uint64) *slot {
	for h := k ^ k>>32; ; h++ {
		if s := &t.slots[h&t.mask]; s.turn != t.turn || s.key == k {
			return s
		}
	}
}

// runs returns the passages that two texts share, in the order of the first. What
// it returns is good until it is called again.
func (t *table) runs(wa, wb []uint32) []run {
	if len(wa) < shingle || len(wb) < shingle {
		return nil
	}
	t.fill(wb)
	out := t.found[:0]
	k := first(wa)
	for i := 0; ; {
		n := 1
		if s := t.slot(k); s.turn == t.turn && wa[i] == wb[s.at] {
			j := int(s.at)
			for i+n < len(wa) && j+n < len(wb) && wa[i+n] == wb[j+n] {
				n++
			}
			r := run{i, i + n, j, j + n}
			if l := len(out) - 1; l >= 0 && r.a-out[l].aEnd <= joinGap && r.b >= out[l].bEnd && r.b-out[l].bEnd <= joinGap {
				out[l].aEnd, out[l].bEnd = r.aEnd, r.bEnd
			} else {
				out = append(out, r)
			}
		}
		if i+n+shingle > len(wa) {
			break
		}
		if n < shingle {
			for range n {
				i++
				k = next(k, wa, i)
			}
		} else {
			i += n
			k = first(wa[i:])
		}
	}
	t.found = out
	return slices.DeleteFunc(out, func(r run) bool { return r.aEnd-r.a < leastRun })
}
