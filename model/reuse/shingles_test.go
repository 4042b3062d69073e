package reuse

import (
	"math/rand/v2"
	"testing"
)

// What the table counts is what sets of shingles count, whatever was compared before.
func TestSharedShinglesAgainstSets(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var table shingles
	text := func() []uint32 {
		w := make([]uint32, r.IntN(200))
		for i := range w {
			w[i] = r.Uint32N(3) // few words: many shingles stand twice
		}
		return w
	}
	set := func(w []uint32) map[uint32]bool {
		out := map[uint32]bool{}
		for i := 0; i+jaccard <= len(w); i++ {
			out[gram(w[i:i+jaccard])] = true
		}
		return out
	}
	for range 500 {
		wa, wb := text(), text()
		a, b := set(wa), set(wb)
		want := shares{least: int32(min(len(a), len(b))), all: int32(len(a) + len(b))}
		for h := range a {
			if b[h] {
				want.both++
				want.all--
			}
		}
		if got := table.resemblance(wa, wb); got != want {
			t.Fatalf("of %d and %d words %+v, want %+v", len(wa), len(wb), got, want)
		}
	}
}

func TestTheTableOfShinglesOutlivesItsTurns(t *testing.T) {
	a, b := []uint32{1, 2, 3, 4, 5, 6}, []uint32{2, 3, 4, 5, 6, 7}
	var table shingles
	want := table.resemblance(a, b)
	table.turn = ^uint32(0) - 1 // the next turn is the first again
	for range 3 {
		if got := table.resemblance(a, b); got != want {
			t.Fatalf("%+v, want %+v", got, want)
		}
	}
}

// Every pair is compared once, whichever are neighbours.
func TestPairsAreTakenOnceEach(t *testing.T) {
	todo := []pair{{0, 3}, {0, 5}, {1, 2}, {3, 4}, {4, 5}}
	of := pairsOf(7, todo)
	seen := map[int32]bool{}
	order := inTurn(todo, &of)
	for _, i := range order {
		seen[i] = true
	}
	if len(order) != len(todo) || len(seen) != len(todo) {
		t.Errorf("order %v, want each of %d pairs once", order, len(todo))
	}
	if order[len(order)-1] != 2 {
		t.Errorf("order %v: the pair that has nothing to do with the others is not the last", order)
	}
}
