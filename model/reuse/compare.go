package reuse

import (
	"runtime"
	"slices"
	"sort"
	"sync"
	"sync/atomic"

	"onrecord/model/text"
)

// Bounds that keep the comparison of a corpus near-linear, whatever it holds.
const (
	mostDocs  = 50 // a mark that stands in more documents tells nothing of a pair
	mostPairs = 8  // other documents that one is compared with
	leastMark = 2  // marks that two documents share before they are compared
	leastLike = .1 // containment from which documents are listed as similar
	leastRun  = 12 // words of a passage
	joinGap   = 3  // words that two runs of one passage may lie apart
	manyDocs  = 4  // documents with a line before it is a site's
)

// Compare returns the relations of each document; texts and prints are in
// document order. The pairs that share marks are compared word by word, on all
// cores; the result does not depend on how many there are.
func Compare(texts []string, prints []*Fingerprint) []Relations {
	todo := pairs(prints)
	c := &comparer{texts: texts, words: make([][]word, len(texts)), shingles: make([][]uint32, len(texts))}
	need := make([]bool, len(texts))
	for _, p := range todo {
		need[p[0]], need[p[1]] = true, true
	}
	parallel(len(texts), func(i int) {
		if need[i] {
			c.words[i] = wordsOf(texts[i])
			c.shingles[i] = shingles(c.words[i])
		}
	})
	found := make([]likeness, len(todo))
	parallel(len(todo), func(i int) { found[i] = c.compare(todo[i][0], todo[i][1]) })
	out := make([]Relations, len(texts))
	for i, p := range todo {
		found[i].note(out, p[0], p[1])
	}
	for i := range out {
		sort.SliceStable(out[i].Similar, func(a, b int) bool { return out[i].Similar[a].Containment > out[i].Similar[b].Containment })
		sort.SliceStable(out[i].Passages, func(a, b int) bool { return out[i].Passages[a].Span.Start < out[i].Passages[b].Span.Start })
	}
	lines(prints, out)
	return out
}

// parallel calls do for 0 to n-1, on all cores.
func parallel(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	const batch = 64
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				end := int(next.Add(batch))
				for i := end - batch; i < min(end, n); i++ {
					do(i)
				}
				if end >= n {
					return
				}
			}
		})
	}
	wg.Wait()
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
	texts    []string
	words    [][]word
	shingles [][]uint32 // sorted
}

// likeness is what two documents have in common.
type likeness struct {
	jaccard, containment float64
	passages             []pairOfSpans
}

type pairOfSpans struct{ a, b text.Span }

// note adds a likeness to the relations of both documents.
func (l *likeness) note(out []Relations, a, b int) {
	if l.containment >= leastLike {
		out[a].Similar = append(out[a].Similar, Similar{text.DocID(b), l.jaccard, l.containment})
		out[b].Similar = append(out[b].Similar, Similar{text.DocID(a), l.jaccard, l.containment})
	}
	for _, p := range l.passages {
		out[a].Passages = append(out[a].Passages, Passage{p.a, text.Ref{Doc: text.DocID(b), Span: p.b}})
		out[b].Passages = append(out[b].Passages, Passage{p.b, text.Ref{Doc: text.DocID(a), Span: p.a}})
	}
}

func (c *comparer) compare(a, b int) likeness {
	wa, wb := c.words[a], c.words[b]
	l := resemblance(c.shingles[a], c.shingles[b])
	for _, r := range runs(wa, wb) {
		l.passages = append(l.passages, pairOfSpans{
			text.Span{Start: int(wa[r.a].start), End: int(wa[r.aEnd-1].end)},
			text.Span{Start: int(wb[r.b].start), End: int(wb[r.bEnd-1].end)},
		})
	}
	return l
}

// resemblance returns the Jaccard index and the containment of two texts over
// their sorted sets of shingles (A. Broder, On the resemblance and containment of
// documents, 1997).
func resemblance(a, b []uint32) likeness {
	both, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			both++
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	if both == 0 {
		return likeness{}
	}
	return likeness{jaccard: float64(both) / float64(len(a)+len(b)-both), containment: float64(both) / float64(min(len(a), len(b)))}
}

// shingles returns the hashes of the runs of five words, sorted, each once.
func shingles(w []word) []uint32 {
	if len(w) < jaccard {
		return nil
	}
	out := make([]uint32, 0, len(w)-jaccard+1)
	for i := 0; i+jaccard <= len(w); i++ {
		out = append(out, gram(w, i, jaccard))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// run is a stretch of words [a, aEnd) of one text that is [b, bEnd) of another.
type run struct{ a, aEnd, b, bEnd int }

// places holds the maps of runs between calls.
var places = sync.Pool{New: func() any { return map[uint32]int32{} }}

// runs returns the passages that two texts share, in the order of the first.
func runs(wa, wb []word) []run {
	at := places.Get().(map[uint32]int32)
	defer places.Put(at)
	clear(at)
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
