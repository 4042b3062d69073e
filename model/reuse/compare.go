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
// document are kept from the first of its pairs to the last only.
func Compare(texts []string, prints []*Fingerprint) *Relations {
	todo := pairs(prints)
	of := pairsOf(len(texts), todo)
	c := &comparer{texts: texts, docs: make([]atomic.Pointer[words], len(texts)), left: make([]atomic.Int32, len(texts))}
	for i := range texts {
		c.left[i].Store(int32(len(of.list(i))))
	}
	found, order := make([]likeness, len(todo)), inTurn(todo, &of)
	parallel.Each(len(todo), 64, func(n int) {
		t := tables.Get().(*table)
		found[order[n]] = c.compare(todo[order[n]], t)
		tables.Put(t)
	})
	r := relate(todo, of, found)
	r.lines = lines(prints)
	return r
}

// pairsOf lists the pairs of each of n documents.
func pairsOf(n int, todo []pair) lists[int32] {
	l := lists[int32]{make([]int32, 2*len(todo)), make([]int32, n)}
	for _, p := range todo {
		l.ends[p.a]++
		l.ends[p.b]++
	}
	at := int32(0)
	for i, k := range l.ends { // where each list begins; its end when it is full
		l.ends[i] = at
		at += k
	}
	for i, p := range todo {
		for _, d := range [...]int32{p.a, p.b} {
			l.all[l.ends[d]] = int32(i)
			l.ends[d]++
		}
	}
	return l
}

// inTurn returns pairs in the order in which they are compared: those of a document,
// then those of the documents that it is compared with, and so on (breadth first), so
// that few documents have pairs that are compared and pairs that are not. Of a large
// corpus a third less is kept so than in the order of the documents.
func inTurn(todo []pair, of *lists[int32]) []int32 {
	order := make([]int32, 0, len(todo))
	taken, met := make([]bool, len(todo)), make([]bool, len(of.ends))
	var queue []int32
	for first := range met {
		if met[first] {
			continue
		}
		met[first] = true
		queue = append(queue[:0], int32(first))
		for n := 0; n < len(queue); n++ {
			d := queue[n]
			for _, i := range of.list(int(d)) {
				if taken[i] {
					continue
				}
				taken[i] = true
				order = append(order, i)
				if o := todo[i].a + todo[i].b - d; !met[o] {
					met[o] = true
					queue = append(queue, o)
				}
			}
		}
	}
	return order
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
	l := likeness{shares: t.set.resemblance(wa.hashes, wb.hashes)}
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
