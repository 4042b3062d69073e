package reuse

import (
	"slices"
	"sort"

	"onrecord/model/text"
)

// Bounds that keep the comparison of a corpus near-linear, whatever it holds.
const (
	mostDocs  = 50 // a mark that stands in more documents tells nothing of a pair
	mostPairs = 24 // other documents that one is compared with
	leastMark = 2  // marks that two documents share before they are compared
	leastLike = .1 // containment from which documents are listed as similar
	leastRun  = 12 // words of a passage
	joinGap   = 3  // words that two runs of one passage may lie apart
	manyDocs  = 4  // documents with a line before it is a site's
)

// Compare returns the relations of each document; texts and prints are in
// document order.
func Compare(texts []string, prints []*Fingerprint) []Relations {
	c := &comparer{texts: texts, words: make([][]word, len(texts)), out: make([]Relations, len(texts))}
	for _, p := range pairs(prints) {
		c.compare(p[0], p[1])
	}
	for i := range c.out {
		sort.SliceStable(c.out[i].Similar, func(a, b int) bool { return c.out[i].Similar[a].Containment > c.out[i].Similar[b].Containment })
		sort.SliceStable(c.out[i].Passages, func(a, b int) bool { return c.out[i].Passages[a].Span.Start < c.out[i].Passages[b].Span.Start })
	}
	lines(prints, c.out)
	return c.out
}

// pairs returns the pairs of documents that share marks, in order.
func pairs(prints []*Fingerprint) [][2]int {
	holders := map[uint32][]int32{}
	for i, p := range prints {
		for _, m := range p.marks {
			if l := holders[m]; len(l) <= mostDocs && (len(l) == 0 || l[len(l)-1] != int32(i)) {
				holders[m] = append(l, int32(i))
			}
		}
	}
	var out [][2]int
	shared := map[int32]int{}
	for i, p := range prints {
		clear(shared)
		for _, m := range p.marks {
			l := holders[m]
			if len(l) < 2 || len(l) > mostDocs {
				continue
			}
			for _, k := range l {
				if int(k) > i {
					shared[k]++
				}
			}
		}
		var others []int32
		for k, n := range shared {
			if n >= leastMark {
				others = append(others, k)
			}
		}
		slices.SortFunc(others, func(a, b int32) int {
			if shared[a] != shared[b] {
				return shared[b] - shared[a]
			}
			return int(a - b)
		})
		for _, k := range others[:min(len(others), mostPairs)] {
			out = append(out, [2]int{i, int(k)})
		}
	}
	return out
}

type comparer struct {
	texts []string
	words [][]word // of the documents compared so far
	out   []Relations
}

func (c *comparer) of(i int) []word {
	if c.words[i] == nil {
		c.words[i] = wordsOf(c.texts[i])
	}
	return c.words[i]
}

func (c *comparer) compare(a, b int) {
	wa, wb := c.of(a), c.of(b)
	j, k := likeness(wa, wb)
	if k >= leastLike {
		c.out[a].Similar = append(c.out[a].Similar, Similar{text.DocID(b), j, k})
		c.out[b].Similar = append(c.out[b].Similar, Similar{text.DocID(a), j, k})
	}
	for _, r := range runs(wa, wb) {
		sa := text.Span{Start: int(wa[r.a].start), End: int(wa[r.aEnd-1].end)}
		sb := text.Span{Start: int(wb[r.b].start), End: int(wb[r.bEnd-1].end)}
		c.out[a].Passages = append(c.out[a].Passages, Passage{sa, text.Ref{Doc: text.DocID(b), Span: sb}})
		c.out[b].Passages = append(c.out[b].Passages, Passage{sb, text.Ref{Doc: text.DocID(a), Span: sa}})
	}
}

// likeness returns the Jaccard index and the containment of two texts over their
// sets of shingles (A. Broder, On the resemblance and containment of documents,
// 1997).
func likeness(a, b []word) (jac, cont float64) {
	sa, sb := shingles(a), shingles(b)
	if len(sa) > len(sb) {
		sa, sb = sb, sa
	}
	both := 0
	for h := range sa {
		if _, ok := sb[h]; ok {
			both++
		}
	}
	if both == 0 {
		return 0, 0
	}
	return float64(both) / float64(len(sa)+len(sb)-both), float64(both) / float64(len(sa))
}

func shingles(w []word) map[uint32]struct{} {
	m := make(map[uint32]struct{}, len(w))
	for i := 0; i+jaccard <= len(w); i++ {
		m[gram(w, i, jaccard)] = struct{}{}
	}
	return m
}

// run is a stretch of words [a, aEnd) of one text that is [b, bEnd) of another.
type run struct{ a, aEnd, b, bEnd int }

// runs returns the passages that two texts share, in the order of the first.
func runs(wa, wb []word) []run {
	at := make(map[uint32]int32, len(wb))
	for i := len(wb) - shingle; i >= 0; i-- {
		at[gram(wb, i, shingle)] = int32(i)
	}
	var out []run
	for i := 0; i+shingle <= len(wa); {
		k, ok := at[gram(wa, i, shingle)]
		j := int(k)
		if !ok || wa[i].hash != wb[j].hash {
			i++
			continue
		}
		n := 0
		for i+n < len(wa) && j+n < len(wb) && wa[i+n].hash == wb[j+n].hash {
			n++
		}
		if n == 0 {
			i++
			continue
		}
		r := run{i, i + n, j, j + n}
		if l := len(out) - 1; l >= 0 && r.a-out[l].aEnd <= joinGap && r.b >= out[l].bEnd && r.b-out[l].bEnd <= joinGap {
			out[l].aEnd, out[l].bEnd = r.aEnd, r.bEnd
		} else {
			out = append(out, r)
		}
		i += n
	}
	return slices.DeleteFunc(out, func(r run) bool { return r.aEnd-r.a < leastRun })
}

// lines marks the short blocks that stand in many documents of the corpus.
func lines(prints []*Fingerprint, out []Relations) {
	count := map[uint32]int{}
	for _, p := range prints {
		seen := map[uint32]bool{}
		for _, h := range p.lines {
			if h != 0 && !seen[h] {
				seen[h] = true
				count[h]++
			}
		}
	}
	least := max(manyDocs, len(prints)/10)
	for i, p := range prints {
		for b, h := range p.lines {
			if h != 0 && count[h] >= least {
				out[i].Lines = append(out[i].Lines, b)
			}
		}
	}
}
