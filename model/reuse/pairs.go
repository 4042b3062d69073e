package reuse

import (
	"cmp"
	"slices"
)

// pair is two documents to be compared, a before b.
type pair struct{ a, b int32 }

// group is the documents that share a mark: a part of a list.
type group struct{ from, end int32 }

// pairs returns the pairs of documents that share marks, in order. The marks of
// all are sorted, which is three times as fast as a map of lists and needs a
// third of its room.
func pairs(prints []*Fingerprint) []pair {
	of, members, groups := holders(prints)
	var out []pair
	shared := make([]int32, len(prints))
	var others []int32
	at := 0
	for i, p := range prints {
		others = others[:0]
		for range p.marks {
			if g := of[at]; g >= 0 {
				l := members[groups[g].from:groups[g].end]
				for n := len(l) - 1; n >= 0 && int(l[n]) > i; n-- {
					if shared[l[n]]++; shared[l[n]] == leastMark {
						others = append(others, l[n])
					}
				}
			}
			at++
		}
		slices.SortFunc(others, func(a, b int32) int { return cmp.Or(cmp.Compare(shared[b], shared[a]), cmp.Compare(a, b)) })
		for _, k := range others[:min(len(others), mostPairs)] {
			out = append(out, pair{int32(i), k})
		}
		for n := at - len(p.marks); n < at; n++ {
			if g := of[n]; g >= 0 {
				l := members[groups[g].from:groups[g].end]
				for n := len(l) - 1; n >= 0 && int(l[n]) > i; n-- {
					shared[l[n]] = 0
				}
			}
		}
	}
	return out
}

// The marks are sorted in so many turns, by their uppermost bits: sorting takes twice the
// room of what is sorted.
const (
	turnBits = 3
	turns    = 1 << turnBits
)

func turnOf(mark uint32) uint32 { return mark >> (32 - turnBits) }

// holders finds which documents share a mark: of gives the group of each mark, in
// the order of the documents, or -1 where it stands in one only or in too many.
func holders(prints []*Fingerprint) (of, members []int32, groups []group) {
	n := 0
	var count [turns]int
	for _, p := range prints {
		n += len(p.marks)
		for _, m := range p.marks {
			count[turnOf(m)]++
		}
	}
	of = make([]int32, 0, n) // the document of each mark, until its turn comes
	for i, p := range prints {
		for range p.marks {
			of = append(of, int32(i))
		}
	}
	most := slices.Max(count[:])
	sorted, room := make([]uint64, 0, most), make([]uint64, most)
	for turn := range uint32(turns) {
		sorted = sorted[:0]
		place := uint64(0)
		for _, p := range prints {
			for _, m := range p.marks {
				if turnOf(m) == turn {
					sorted = append(sorted, uint64(m)<<32|place)
				}
				place++
			}
		}
		sorted, room = byMark(sorted, room)
		members, groups = gather(sorted, of, members, groups)
	}
	return of, members, groups
}

// gather adds the groups of sorted marks, each with its place, and writes the group of
// each mark over its document.
func gather(sorted []uint64, of, members []int32, groups []group) ([]int32, []group) {
	for from := 0; from < len(sorted); {
		end := from
		first := len(members)
		for ; end < len(sorted) && sorted[end]>>32 == sorted[from]>>32; end++ {
			if d := of[uint32(sorted[end])]; len(members) == first || len(members)-first <= mostDocs && members[len(members)-1] != d {
				members = append(members, d)
			}
		}
		g := int32(-1)
		if k := len(members) - first; k < 2 || k > mostDocs {
			members = members[:first]
		} else {
			g = int32(len(groups))
			groups = append(groups, group{int32(first), int32(len(members))})
		}
		for ; from < end; from++ {
			of[uint32(sorted[from])] = g
		}
	}
	return members, groups
}

// byMark sorts by the upper half, and keeps the order of what is equal. It returns what
// is sorted, and the room that is free then: that of a, or what was handed over.
func byMark(a, room []uint64) (sorted, free []uint64) {
	const bits = 11
	b := room[:len(a)]
	for shift := 32; shift < 64; shift += bits {
		var count [1 << bits]int
		for _, x := range a {
			count[x>>shift&(1<<bits-1)]++
		}
		at := 0
		for i, n := range count {
			count[i] = at
			at += n
		}
		for _, x := range a {
			k := x >> shift & (1<<bits - 1)
			b[count[k]] = x
			count[k]++
		}
		a, b = b, a
	}
	return a, b
}
