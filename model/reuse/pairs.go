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

// holders finds which documents share a mark: of gives the group of each mark, in
// the order of the documents, or -1 where it stands in one only or in too many.
func holders(prints []*Fingerprint) (of, members []int32, groups []group) {
	n := 0
	for _, p := range prints {
		n += len(p.marks)
	}
	owner := make([]int32, 0, n)
	sorted := make([]uint64, 0, n) // a mark, and its place among all
	for i, p := range prints {
		for _, m := range p.marks {
			sorted = append(sorted, uint64(m)<<32|uint64(len(owner)))
			owner = append(owner, int32(i))
		}
	}
	sorted = byMark(sorted)
	of = make([]int32, n)
	for from := 0; from < n; {
		end := from
		first := len(members)
		for ; end < n && sorted[end]>>32 == sorted[from]>>32; end++ {
			if d := owner[uint32(sorted[end])]; len(members) == first || len(members)-first <= mostDocs && members[len(members)-1] != d {
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
	return of, members, groups
}

// byMark sorts by the upper half, and keeps the order of what is equal.
func byMark(a []uint64) []uint64 {
	const bits = 11
	b := make([]uint64, len(a))
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
	return a
}
