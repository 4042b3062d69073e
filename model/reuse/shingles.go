package reuse

// shingles counts those of two texts: a slot is empty, or of the second text, or one
// that the first has too or alone. It is used for one pair after another: a slot of an
// earlier turn is empty.
type shingles struct {
	slots []mark
	turn  uint32 // of the second text; of the first it is one more
}

type mark struct{ hash, turn uint32 }

// resemblance returns the Jaccard index and the containment of two texts over their
// sets of shingles (A. Broder, On the resemblance and containment of documents, 1997),
// which are asked of their words: keeping them sorted took half of the room that
// comparing a corpus takes.
func (t *shingles) resemblance(wa, wb []uint32) shares {
	t.begin(len(wa) + len(wb))
	var a, b, both int32
	for i := 0; i+jaccard <= len(wb); i++ {
		h := gram(wb[i : i+jaccard])
		if s := t.slot(h); s.turn < t.turn {
			*s = mark{h, t.turn}
			b++
		}
	}
	for i := 0; i+jaccard <= len(wa); i++ {
		h := gram(wa[i : i+jaccard])
		switch s := t.slot(h); {
		case s.turn == t.turn:
			both++
			fallthrough
		case s.turn < t.turn:
			*s = mark{h, t.turn + 1}
			a++
		}
	}
	return shares{both: both, least: min(a, b), all: a + b - both}
}

// begin empties the table and makes room for n shingles.
func (t *shingles) begin(n int) {
	size := 64
	for size < 2*n {
		size *= 2
	}
	if size > len(t.slots) {
		t.slots, t.turn = make([]mark, size), 0
	}
	if t.turn += 2; t.turn < 2 {
		clear(t.slots)
		t.turn = 2
	}
}

// slot returns the slot of a hash, or the free one where it belongs.
func (t *shingles) slot(hash uint32) *mark {
	last := uint32(len(t.slots) - 1)
	for at := hash; ; at++ {
		if s := &t.slots[at&last]; s.turn < t.turn || s.hash == hash {
			return s
		}
	}
}
