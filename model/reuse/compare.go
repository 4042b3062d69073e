package reuse

import (
	"cmp"
	"slices"
	"sync"
	"sync/atomic"

	"onrecord/model/parallel"
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
// cores; the result does not depend on how many there are. The words of a
// document are kept from the first of its pairs to the last only: pairs lie near
// one another, so that few are kept at a time.
func Compare(texts []string, prints []*Fingerprint) []Relations {
	todo := pairs(prints)
	c := &comparer{texts: texts, docs: make([]atomic.Pointer[words], len(texts)), left: make([]atomic.Int32, len(texts))}
	for _, p := range todo {
		c.left[p.a].Add(1)
		c.left[p.b].Add(1)
	}
	found := make([]likeness, len(todo))
	parallel.Each(len(todo), 64, func(i int) {
		t := tables.Get().(*table)
		found[i] = c.compare(todo[i], t)
		tables.Put(t)
	})
	out := relations(len(texts), todo, found)
	lines(prints, out)
	return out
}

// relations gives each document its part of what was found, in lists of just the
// length that is needed, side by side: of a large corpus they are many.
func relations(n int, todo []pair, found []likeness) []Relations {
	out := make([]Relations, n)
	similar, passages := make([]int32, n), make([]int32, n)
	for i, p := range todo {
		if found[i].Containment() >= leastLike {
			similar[p.a]++
			similar[p.b]++
		}
		passages[p.a] += int32(len(found[i].passages))
		passages[p.b] += int32(len(found[i].passages))
	}
	alike, runs := make([]Similar, sum(similar)), make([]Passage, sum(passages))
	for i := range out {
		a, p := similar[i], passages[i]
		out[i].Similar, alike = alike[:0:a], alike[a:]
		out[i].Passages, runs = runs[:0:p], runs[p:]
	}
	for i, p := range todo {
		found[i].note(out, int(p.a), int(p.b))
		found[i].passages = nil
	}
	for i := range out {
		slices.SortStableFunc(out[i].Similar, func(a, b Similar) int { return cmp.Compare(b.Containment(), a.Containment()) })
		slices.SortStableFunc(out[i].Passages, func(a, b Passage) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	}
	return out
}

func sum(l []int32) int {
	n := 0
	for _, x := range l {
		n += int(x)
	}
	return n
}

type comparer struct {
	texts []string
	docs  []atomic.Pointer[words] // of the documents that are being compared
	left  []atomic.Int32          // pairs of each that are not compared yet

	mu   sync.Mutex
	kept []*words // no longer needed, to be filled anew
}

// of returns the words of document i. Two that ask for them at the same time may
// both find them: one is thrown away.
func (c *comparer) of(i int32) *words {
	if w := c.docs[i].Load(); w != nil {
		return w
	}
	w := c.room()
	w.fill(c.texts[i])
	if !c.docs[i].CompareAndSwap(nil, w) {
		c.keep(w)
		return c.docs[i].Load()
	}
	return w
}

func (c *comparer) room() *words {
	c.mu.Lock()
	defer c.mu.Unlock()
	if n := len(c.kept) - 1; n >= 0 {
		w := c.kept[n]
		c.kept = c.kept[:n]
		return w
	}
	return new(words)
}

func (c *comparer) keep(w *words) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kept = append(c.kept, w)
}

// done lets the words of a document go with the last of its pairs.
func (c *comparer) done(i int32) {
	if c.left[i].Add(-1) == 0 {
		c.keep(c.docs[i].Swap(nil))
	}
}

// likeness is what two documents have in common.
type likeness struct {
	shares
	passages []spans
}

// note adds a likeness to the relations of both documents.
func (l *likeness) note(out []Relations, a, b int) {
	if l.Containment() >= leastLike {
		out[a].Similar = append(out[a].Similar, Similar{text.DocID(b), l.shares})
		out[b].Similar = append(out[b].Similar, Similar{text.DocID(a), l.shares})
	}
	for _, p := range l.passages {
		out[a].Passages = append(out[a].Passages, Passage{p.a, text.Ref{Doc: text.DocID(b), Span: p.b}})
		out[b].Passages = append(out[b].Passages, Passage{p.b, text.Ref{Doc: text.DocID(a), Span: p.a}})
	}
}

func (c *comparer) compare(p pair, t *table) likeness {
	wa, wb := c.of(p.a), c.of(p.b)
	l := resemblance(wa.shingles, wb.shingles)
	found := t.runs(wa.hashes, wb.hashes)
	if len(found) > 0 {
		l.passages = make([]spans, len(found))
	}
	for i, r := range found {
		l.passages[i] = spans{wa.span(c.texts[p.a], r.a, r.aEnd), wb.span(c.texts[p.b], r.b, r.bEnd)}
	}
	c.done(p.a)
	c.done(p.b)
	return l
}

// resemblance returns the Jaccard index and the containment of two texts over
// their sorted sets of shingles (A. Broder, On the resemblance and containment of
// documents, 1997).
func resemblance(a, b []uint32) likeness {
	both, i, k := 0, 0, 0
	for i < len(a) && k < len(b) {
		x, y := a[i], b[k]
		if x == y {
			both++
		}
		if x <= y {
			i++
		}
		if y <= x {
			k++
		}
	}
	return likeness{shares: shares{both: int32(both), least: int32(min(len(a), len(b))), all: int32(len(a) + len(b) - both)}}
}

// lines marks the short blocks that stand in many documents of the corpus.
func lines(prints []*Fingerprint, out []Relations) {
	type seen struct{ docs, last int32 } // last: the document, plus one, that it was seen in last
	count := map[uint32]seen{}
	for i, p := range prints {
		for _, h := range p.lines {
			if h == 0 {
				continue
			}
			if s := count[h]; s.last != int32(i)+1 {
				count[h] = seen{s.docs + 1, int32(i) + 1}
			}
		}
	}
	least := max(manyDocs, len(prints)/10)
	for i, p := range prints {
		for b, h := range p.lines {
			if h != 0 && int(count[h].docs) >= least {
				out[i].Lines = append(out[i].Lines, b)
			}
		}
	}
}
