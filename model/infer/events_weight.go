package infer

import (
	"cmp"
	"math"
	"slices"
)

// small is the number of lines up to which all are key events, and keyShare the
// share of them that is in a larger corpus.
const (
	small    = 20
	keyShare = 0.1
)

// standOut weighs the lines against one another: how many documents tell of each,
// how early in them, how central its people are, and how well it is told; and
// marks those that stand out.
func (c *Chronicle) standOut(l lines) {
	if len(l.all) == 0 {
		return
	}
	central, top := c.central()
	docs := make([]int, len(l.all))
	most := 1
	for i, g := range l.groups {
		docs[i] = c.tellers(g)
		most = max(most, docs[i])
	}
	order := make([]int, len(l.all))
	for i, g := range l.groups {
		h := &l.all[i]
		order[i] = i
		h.Weight = 0.5*math.Log(1+float64(docs[i]))/math.Log(1+float64(most)) + 0.2*c.early(g) + 0.15*peak(h.People, central, top) + 0.15*c.well(h, g[0])
		h.Weight = math.Round(h.Weight*1e4) / 1e4
		h.Key = len(l.all) < small
	}
	if len(l.all) < small {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(l.all[b].Weight, l.all[a].Weight) })
	for _, i := range order[:int(math.Ceil(keyShare*float64(len(l.all))))] {
		l.all[i].Key = true
	}
}

// tellers counts the documents of a group.
func (c *Chronicle) tellers(g []int32) int {
	if len(g) == 1 {
		return 1
	}
	seen := map[int32]bool{}
	for _, i := range g {
		seen[c.all[i].doc] = true
	}
	return len(seen)
}

// early is 1 for what opens a document and near 0 for what closes it: the best of
// a group.
func (c *Chronicle) early(g []int32) float64 {
	best := 0.0
	for _, i := range g {
		t := &c.all[i]
		if n := len(c.docs[t.doc].Text); n > 0 {
			best = max(best, 1-float64(t.ev.Clause.Start)/float64(n))
		}
	}
	return best
}

// central counts in how many documents each person stands.
func (c *Chronicle) central() (docs map[int]int, top int) {
	docs, top = map[int]int{}, 1
	for d := range c.of {
		seen := map[int]bool{}
		for _, who := range c.of[d] {
			p := int(who)
			if !seen[p] {
				seen[p] = true
				docs[p]++
				top = max(top, docs[p])
			}
		}
	}
	return docs, top
}

func peak(people []int, central map[int]int, top int) float64 {
	best := 0
	for _, p := range people {
		best = max(best, central[p])
	}
	return float64(best) / float64(top)
}

// well is how plainly a line is told: its best telling in a clause of its own, with a
// full date.
func (c *Chronicle) well(h *Happening, best int32) float64 {
	w := 0.0
	if !c.all[best].ev.Nominal {
		w += 0.6
	}
	if !h.Undated {
		w += 0.4
	}
	return w
}
