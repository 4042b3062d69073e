package search

import (
	"context"
	"math/bits"
)

// set is a set of documents of a segment.
type set []uint64

func newSet(n int) set { return make(set, (n+63)/64) }

func fullSet(n int) set {
	s := newSet(n)
	for i := range s {
		s[i] = ^uint64(0)
	}
	if n%64 != 0 {
		s[len(s)-1] = 1<<(n%64) - 1
	}
	return s
}

func (s set) add(i int) { s[i>>6] |= 1 << (i & 63) }

func (s set) count() int {
	n := 0
	for _, w := range s {
		n += bits.OnesCount64(w)
	}
	return n
}

func (s set) empty() bool {
	for _, w := range s {
		if w != 0 {
			return false
		}
	}
	return true
}

// and, or and without return new sets.
func (s set) and(o set) set {
	n := make(set, len(s))
	for i := range s {
		n[i] = s[i] & o[i]
	}
	return n
}

func (s set) or(o set) set {
	n := make(set, len(s))
	for i := range s {
		n[i] = s[i] | o[i]
	}
	return n
}

func (s set) without(o set) set {
	n := make(set, len(s))
	for i := range s {
		n[i] = s[i] &^ o[i]
	}
	return n
}

// all yields the members in order.
func (s set) all(yield func(int) bool) {
	for i, w := range s {
		for ; w != 0; w &= w - 1 {
			if !yield(i<<6 + bits.TrailingZeros64(w)) {
				return
			}
		}
	}
}

// evaluation is a query over one segment. What it finds of each node is kept by
// the node's number: which documents, and for words how often.
type evaluation struct {
	ctx    context.Context
	seg    *segment
	fields Fields
	people *people
	said   *said
	docs   []set // found
	whole  []set // of those, in which all that the node is a part of was found
	words  []found
	scopes map[*node][][]interval // of a place: its stretches in each document, where they were asked for
	names  names

	room     []interval // what scopes holds
	stretch  []interval
	speakers []Speaker
}

// found is what was found of the words of a node.
type found struct {
	slots  []slot
	counts []uint32 // of each document: how often the node was found; nil for none
}

// slot is one word of a node: the terms that it means here.
type slot struct {
	terms []uint32
	docs  int
}

// eval finds the documents of a node among those in within. Words count only
// where they stand in a stretch of each place of scope. Single words are counted
// in all documents, whatever is in within, since their rank depends on it.
func (e *evaluation) eval(n *node, within set, scope []*node) set {
	var out set
	switch {
	case e.ctx.Err() != nil:
		out = newSet(len(e.seg.texts))
	case n.op == opAnd:
		out = e.and(n, within, scope)
	case n.op == opOr:
		out = newSet(len(e.seg.texts))
		for _, k := range n.kids {
			out = out.or(e.eval(k, within, scope))
		}
	case n.op == opNot:
		out = within.without(e.eval(n.kids[0], within, scope))
	case n.op == opWords || n.op == opNear:
		out = e.look(n, within, scope)
	default:
		out = newSet(len(e.seg.texts))
		for d := range within.all {
			if d&255 == 0 && e.ctx.Err() != nil {
				break
			}
			if e.filter(n, d, scope) {
				out.add(d)
			}
		}
	}
	e.docs[n.id] = out
	return out
}

// and finds the documents of all members, those that are cheap to find first. In
// a conjunction that looks for words, the places say where.
func (e *evaluation) and(n *node, within set, scope []*node) set {
	inner := n.scope(scope)
	for rank := range ranks {
		for _, k := range n.kids {
			if k.rank() != rank {
				continue
			}
			if len(inner) > len(scope) && k.place() {
				e.docs[k.id] = within // its words tell
				continue
			}
			within = e.eval(k, within, inner)
		}
	}
	return within
}

// scope returns the places that limit the members of a conjunction.
func (n *node) scope(outer []*node) []*node {
	if !n.content() {
		return outer
	}
	inner := outer[:len(outer):len(outer)]
	for _, k := range n.kids {
		if k.place() {
			inner = append(inner, k)
		}
	}
	return inner
}

// ranks orders the members of a conjunction.
const ranks = 4

func (n *node) rank() int {
	switch n.op {
	case opWords:
		if len(n.words) == 1 {
			return 0
		}
		return 2
	case opPeriod, opAnd, opOr:
		return 1
	case opNot:
		return 3
	}
	return 2
}

// look finds the documents of a node's words.
func (e *evaluation) look(n *node, within set, scope []*node) set {
	f := &e.words[n.id]
	f.slots = make([]slot, len(n.words))
	for i := range n.words {
		f.slots[i].terms = e.seg.match(nil, &n.words[i])
		counts, docs := e.count(&f.slots[i])
		f.counts = counts
		within = within.and(docs)
	}
	if len(n.words) == 1 && len(scope) == 0 {
		return within
	}
	f.counts = make([]uint32, len(e.seg.texts))
	out := newSet(len(e.seg.texts))
	e.occurrences(n, within, scope, func(doc int, at []interval) {
		f.counts[doc] = uint32(len(at))
		out.add(doc)
	})
	return out
}

// count counts how often a slot's terms stand in each document of the segment.
func (e *evaluation) count(s *slot) ([]uint32, set) {
	counts := make([]uint32, len(e.seg.texts))
	docs := newSet(len(counts))
	for i, t := range s.terms {
		if i&63 == 0 && e.ctx.Err() != nil {
			break
		}
		p := e.seg.postings(int(t))
		for p.next() {
			counts[p.doc] += p.count
			docs.add(p.doc)
		}
	}
	s.docs = docs.count()
	return counts, docs
}

// filter reports whether a document passes a field.
func (e *evaluation) filter(n *node, doc int, scope []*node) bool {
	id := e.seg.id(doc)
	switch n.op {
	case opDoc:
		d := e.fields.Describe(id)
		return e.names.called(n.words, d.Name) || e.names.called(n.words, d.Title)
	case opSource:
		return e.names.called(n.words, e.fields.Describe(id).Source)
	case opPeriod:
		return n.during(e.fields.Describe(id))
	case opPerson:
		return len(e.mentions(n, doc, scope)) > 0
	}
	return len(e.stretches(n, doc)) > 0
}
