package reuse

import (
	"cmp"
	"math"
	"runtime"
	"slices"
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
	parallel(len(todo), func(from, end int) {
		t := tables.Get().(*table)
		defer tables.Put(t)
		for i := from; i < end; i++ {
			found[i] = c.compare(todo[i], t)
		}
	})
	out := relations(len(texts), todo, found)
	lines(prints, out)
	return out
}

// relations gives each document its part of what was found, in lists of just the
// length that is needed: of a large corpus they are many.
func relations(n int, todo []pair, found []likeness) []Relations {
	out := make([]Relations, n)
	similar, passages := make([]int32, n), make([]int32, n)
	for i, p := range todo {
		if found[i].containment() >= leastLike {
			similar[p.a]++
			similar[p.b]++
		}
		passages[p.a] += int32(len(found[i].passages))
		passages[p.b] += int32(len(found[i].passages))
	}
	for i := range out {
		if similar[i] > 0 {
			out[i].Similar = make([]Similar, 0, similar[i])
		}
		if passages[i] > 0 {
			out[i].Passages = make([]Passage, 0, passages[i])
		}
	}
	for i, p := range todo {
		found[i].note(out, int(p.a), int(p.b))
		found[i].passages = nil
	}
	for i := range out {
		slices.SortStableFunc(out[i].Similar, func(a, b Similar) int { return cmp.Compare(b.Containment, a.Containment) })
		slices.SortStableFunc(out[i].Passages, func(a, b Passage) int { return cmp.Compare(a.here.start, b.here.start) })
	}
	return out
}

// parallel calls do for parts of 0 to n, on all cores.
func parallel(n int, do func(from, end int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	const batch = 64
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for {
				end := int(next.Add(batch))
				if end-batch < n {
					do(end-batch, min(end, n))
					runtime.Gosched() // who reads meanwhile goes first
				}
				if end >= n {
					return
				}
			}
		})
	}
	wg.Wait()
}

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

type comparer struct {
	texts []string
	docs  []atomic.Pointer[words] // of the documents that are being compared
	left  []atomic.Int32          // pairs of each that are not compared yet

	mu   sync.Mutex
	kept []*words // no longer needed, to be filled anew
}

// words are those of a text: their hashes, where they start, and the sorted
// hashes of its shingles.
type words struct {
	hashes, shingles []uint32
	near             []uint16 // starts, in a text of less than 64 KiB
	far              []uint32 // the same in a longer one
}

func (w *words) start(i int) int {
	if w.far != nil {
		return int(w.far[i])
	}
	return int(w.near[i])
}

// span returns the place in s of words from to end.
func (w *words) span(s string, from, end int) span32 {
	last := w.start(end - 1)
	_, n := wordAt(s, last)
	return span32{int32(w.start(from)), int32(n)}
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

func (w *words) fill(s string) {
	all := scratch.Get().(*[]word)
	defer scratch.Put(all)
	*all = appendWords((*all)[:0], s)
	w.hashes, w.shingles, w.near, w.far = w.hashes[:0], w.shingles[:0], w.near[:0], nil
	if len(s) > math.MaxUint16 {
		w.far = make([]uint32, 0, len(*all))
	}
	w.hashes, w.shingles = slices.Grow(w.hashes, len(*all)), slices.Grow(w.shingles, len(*all))
	if w.far == nil {
		w.near = slices.Grow(w.near, len(*all))
	}
	for _, x := range *all {
		w.hashes = append(w.hashes, x.hash)
		if w.far != nil {
			w.far = append(w.far, uint32(x.start))
		} else {
			w.near = append(w.near, uint16(x.start))
		}
	}
	for i := 0; i+jaccard <= len(*all); i++ {
		w.shingles = append(w.shingles, gram(*all, i, jaccard))
	}
	slices.Sort(w.shingles)
	w.shingles = slices.Compact(w.shingles)
}

// likeness is what two documents have in common: of their shingles both have so
// many, the smaller and the two together so many.
type likeness struct {
	both, least, all int32
	passages         []spans
}

// span32 is a span in half the room; spans are the places of a passage.
type (
	span32 struct{ start, end int32 }
	spans  struct{ a, b span32 }
)

func (s span32) span() text.Span { return text.Span{Start: int(s.start), End: int(s.end)} }

func (l *likeness) jaccard() float64 {
	if l.both == 0 {
		return 0
	}
	return float64(l.both) / float64(l.all)
}

func (l *likeness) containment() float64 {
	if l.both == 0 {
		return 0
	}
	return float64(l.both) / float64(l.least)
}

// note adds a likeness to the relations of both documents.
func (l *likeness) note(out []Relations, a, b int) {
	if c := l.containment(); c >= leastLike {
		out[a].Similar = append(out[a].Similar, Similar{text.DocID(b), l.jaccard(), c})
		out[b].Similar = append(out[b].Similar, Similar{text.DocID(a), l.jaccard(), c})
	}
	for _, p := range l.passages {
		out[a].Passages = append(out[a].Passages, Passage{p.a, p.b, text.DocID(b)})
		out[b].Passages = append(out[b].Passages, Passage{p.b, p.a, text.DocID(a)})
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
	return likeness{both: int32(both), least: int32(min(len(a), len(b))), all: int32(len(a) + len(b) - both)}
}

// run is a stretch of words [a, aEnd) of one text that is [b, bEnd) of another.
type run struct{ a, aEnd, b, bEnd int }

// table finds where a run of words stands first in a text. It is used for one
// text after another: a slot of an earlier turn is empty.
type table struct {
	slots []slot
	mask  uint64
	turn  uint32
	found []run
}

type slot struct {
	key  uint64
	at   int32
	turn uint32
}

var tables = sync.Pool{New: func() any { return new(table) }}

// A run of words is hashed as the digits of a number (M. Rabin and R. Karp,
// Efficient randomized pattern-matching algorithms, 1987): the next run is one
// step from it.
const base = 0x9e3779b97f4a7c15

// leading is the value of the first digit.
var leading = func() uint64 {
	v := uint64(1)
	for range shingle - 1 {
		v *= base
	}
	return v
}()

// first returns the hash of the first run of words.
func first(w []uint32) uint64 {
	k := uint64(0)
	for _, h := range w[:shingle] {
		k = k*base + uint64(h)
	}
	return k
}

// next returns the hash of the run that begins at i, from that of the one before.
func next(k uint64, w []uint32, i int) uint64 {
	return (k-uint64(w[i-1])*leading)*base + uint64(w[i+shingle-1])
}

// fill puts the runs of w in, each at its first place.
func (t *table) fill(w []uint32) {
	n := uint64(64)
	for n < 2*uint64(len(w)) {
		n *= 2
	}
	if n > uint64(len(t.slots)) {
		t.slots, t.turn = make([]slot, n), 0
	}
	if t.turn++; t.turn == 0 {
		clear(t.slots)
		t.turn = 1
	}
	t.mask = n - 1
	k := first(w)
	for i := 0; ; {
		s := t.slot(k)
		if s.turn != t.turn {
			*s = slot{k, int32(i), t.turn}
		}
		if i++; i+shingle > len(w) {
			return
		}
		k = next(k, w, i)
	}
}

// slot returns the slot of a hash, or the free one where it belongs.
func (t *table) slot(k uint64) *slot {
	for h := k ^ k>>32; ; h++ {
		if s := &t.slots[h&t.mask]; s.turn != t.turn || s.key == k {
			return s
		}
	}
}

// runs returns the passages that two texts share, in the order of the first. What
// it returns is good until it is called again.
func (t *table) runs(wa, wb []uint32) []run {
	if len(wa) < shingle || len(wb) < shingle {
		return nil
	}
	t.fill(wb)
	out := t.found[:0]
	k := first(wa)
	for i := 0; ; {
		n := 1
		if s := t.slot(k); s.turn == t.turn && wa[i] == wb[s.at] {
			j := int(s.at)
			for i+n < len(wa) && j+n < len(wb) && wa[i+n] == wb[j+n] {
				n++
			}
			r := run{i, i + n, j, j + n}
			if l := len(out) - 1; l >= 0 && r.a-out[l].aEnd <= joinGap && r.b >= out[l].bEnd && r.b-out[l].bEnd <= joinGap {
				out[l].aEnd, out[l].bEnd = r.aEnd, r.bEnd
			} else {
				out = append(out, r)
			}
		}
		if i+n+shingle > len(wa) {
			break
		}
		if n < shingle {
			for range n {
				i++
				k = next(k, wa, i)
			}
		} else {
			i += n
			k = first(wa[i:])
		}
	}
	t.found = out
	return slices.DeleteFunc(out, func(r run) bool { return r.aEnd-r.a < leastRun })
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
