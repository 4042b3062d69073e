package search

import (
	"slices"
	"sort"
)

// interval is a stretch of a document, in parts of words: [start, end).
type interval struct{ start, end int }

// places packs where a word stands: its first part, and how many it has.
type place uint32

const widthBits = 3 // maxWidth fits

func placeOf(pos, width int) place { return place(pos)<<widthBits | place(width-1) }

func (p place) start() int { return int(p >> widthBits) }
func (p place) end() int   { return int(p>>widthBits) + int(p&(1<<widthBits-1)) + 1 }

// list holds, for each of some documents, where a slot stands, in order.
type list struct {
	ends   []uint32
	places []place
}

func (l *list) of(i int) []place { return l.places[at(l.ends, i-1):l.ends[i]] }

// occurrences calls found with where the words of a node stand in the documents
// of within, each hit once, in order, those inside scope only.
func (e *evaluation) occurrences(n *node, within set, scope []*node, found func(doc int, at []interval)) {
	slots := e.words[n.id].slots
	if n.op == opWords {
		within = e.narrow(slots, within)
	}
	join := phrase
	if n.op == opNear {
		join = newNearer(n, func() bool { return e.ctx.Err() != nil }).find
	}
	e.walk(slots, within, join, func(d int, hits []interval) {
		if hits = e.inside(hits, scope, d); len(hits) > 0 {
			found(d, hits)
		}
	})
}

// walk goes over the documents of within, and calls found with the hits that join
// makes of where the slots stand.
func (e *evaluation) walk(slots []slot, within set, join func([]interval, [][]place) []interval, found func(doc int, at []interval)) {
	docs := slices.Collect(within.all)
	if len(docs) == 0 {
		return
	}
	lists := make([]list, len(slots))
	for i := range slots {
		if e.ctx.Err() != nil {
			return
		}
		lists[i] = e.gather(slots[i].terms, docs)
	}
	here := make([][]place, len(slots))
	var hits []interval
	for i, d := range docs {
		if i&255 == 0 && e.ctx.Err() != nil {
			return
		}
		for k := range lists {
			here[k] = lists[k].of(i)
		}
		if hits = join(hits[:0], here); len(hits) > 0 {
			found(d, hits)
		}
	}
}

// wide is how many terms make it worth while to look for the other words of a
// phrase first.
const wide = 8

// narrow returns the documents in which the words of a phrase that mean few terms
// follow one another, where there are two such and another that means many: the
// last one is mostly a beginning that is being typed, and stands everywhere. On 28
// MB of pages "this is free s takes 2 ms so, 12 without; on made articles, of few
// words, a fifth less.
func (e *evaluation) narrow(slots []slot, within set) set {
	most, first, last := 0, 0, 0
	from := 0
	for i := range slots {
		most = max(most, len(slots[i].terms))
		if len(slots[i].terms) >= wide {
			from = i + 1
		} else if i+1-from > last-first {
			first, last = from, i+1
		}
	}
	if most < wide || last-first < 2 {
		return within
	}
	out := newSet(len(e.seg.texts))
	e.walk(slots[first:last], within, phrase, func(d int, _ []interval) { out.add(d) })
	return out
}

// gather returns where any of the terms stands in each of the documents.
func (e *evaluation) gather(terms []uint32, docs []int) list {
	if len(terms) == 1 {
		return e.gatherOne(int(terms[0]), docs)
	}
	l := list{ends: make([]uint32, len(docs))}
	// Of several terms: the places of each go behind one another, then each to its
	// document, by counting, and are sorted there: each is touched twice, however
	// many terms there are.
	var places []place
	var of []uint32
	for i, t := range terms {
		if i&63 == 0 && e.ctx.Err() != nil {
			return l
		}
		width := widthOf(string(e.seg.key(int(t))))
		p, k := e.seg.postings(int(t)), 0
		for k < len(docs) && p.next() {
			for k < len(docs) && docs[k] < p.doc {
				k++
			}
			if k < len(docs) && docs[k] == p.doc {
				places = p.places(places, width)
				for range p.count {
					of = append(of, uint32(k))
				}
				l.ends[k] += p.count
			}
		}
	}
	sum := uint32(0)
	for i, n := range l.ends {
		l.ends[i] = sum
		sum += n
	}
	l.places = make([]place, len(places))
	for i, p := range places {
		l.places[l.ends[of[i]]] = p
		l.ends[of[i]]++
	}
	for i := range docs {
		slices.Sort(l.of(i))
	}
	return l
}

// gatherOne is gather for one term.
func (e *evaluation) gatherOne(term int, docs []int) list {
	width := widthOf(string(e.seg.key(term)))
	p, ends := e.seg.postings(term), make([]uint32, len(docs))
	var places []place
	for k, d := range docs {
		for p.doc < d && p.next() {
		}
		if p.doc == d {
			places = p.places(places, width)
		}
		ends[k] = uint32(len(places))
	}
	return list{ends, places}
}

// phrase appends where a word of each list follows one of the list before.
func phrase(dst []interval, lists [][]place) []interval {
	if len(lists) == 1 {
		for _, p := range lists[0] {
			dst = append(dst, interval{p.start(), p.end()})
		}
		return dst
	}
	var ends, next []int
	for i, first := range lists[0] {
		if i == 0 || first.start() != lists[0][i-1].start() {
			ends = ends[:0]
		}
		ends = append(ends, first.end())
		if i+1 < len(lists[0]) && lists[0][i+1].start() == first.start() {
			continue
		}
		// ends holds where the words so far may end: more than one only where a
		// word of several parts and its first part are both meant.
		for _, l := range lists[1:] {
			next = next[:0]
			for _, end := range ends {
				next = follow(next, l, end)
			}
			slices.Sort(next)
			ends = append(ends[:0], slices.Compact(next)...)
			if len(ends) == 0 {
				break
			}
		}
		for _, end := range ends {
			dst = append(dst, interval{first.start(), end})
		}
	}
	return dst
}

// follow appends the ends of the places that start at pos.
func follow(dst []int, l []place, pos int) []int {
	i := sort.Search(len(l), func(i int) bool { return l[i].start() >= pos })
	for ; i < len(l) && l[i].start() == pos; i++ {
		dst = append(dst, l[i].end())
	}
	return dst
}

func byStart(a, b interval) int {
	if a.start != b.start {
		return a.start - b.start
	}
	return a.end - b.end
}
