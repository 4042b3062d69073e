package reuse

import (
	"sync"
	"sync/atomic"

	"onrecord/model/parallel"
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
func Compare(texts []string, prints []*Fingerprint) *Relations {
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
	r := relate(len(texts), todo, found)
	r.lines = lines(prints)
	return r
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

func (c *comparer) compare(p pair, t *table) likeness {
	wa, wb := c.of(p.a), c.of(p.b)
	l := likeness{shares: resemblance(wa.shingles, wb.shingles)}
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
func resemblance(a, b []uint32) shares {
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
	return shares{both: int32(both), least: int32(min(len(a), len(b))), all: int32(len(a) + len(b) - both)}
}
