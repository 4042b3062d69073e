package search

import (
	"context"
	"slices"

	"onrecord/model/text"
)

// settle narrows what was found of each node to the documents where what it is a
// part of was found.
func (e *evaluation) settle(n *node, docs set) {
	docs = docs.and(e.docs[n.id])
	e.whole[n.id] = docs
	for _, k := range n.kids {
		if e.docs[k.id] != nil {
			e.settle(k, docs)
		}
	}
}

// Spans returns, for each of docs, the exact places of its text that the query
// found: in order, none overlapping another. A document found by its fields alone
// has none. Ask for the documents of all visible rows at once: each call goes over
// the postings of the query's words.
func (r *Results) Spans(ctx context.Context, docs ...text.DocID) ([][]text.Span, error) {
	out := make([][]text.Span, len(docs))
	if r.query.Empty() {
		return out, nil
	}
	index := map[text.DocID]int{}
	for i, d := range docs {
		index[d] = i
	}
	err := r.gather(ctx, docs, func(d text.DocID, at []text.Span) { out[index[d]] = at })
	for i, d := range docs {
		out[i] = out[index[d]]
	}
	return out, err
}

// gather calls found for each of docs that has spans.
func (r *Results) gather(ctx context.Context, docs []text.DocID, found func(text.DocID, []text.Span)) error {
	wanted := make([]set, len(r.parts))
	for _, d := range docs {
		for i, e := range r.parts {
			if k := int(d) - e.seg.first; k >= 0 && k < len(e.seg.texts) {
				if wanted[i] == nil {
					wanted[i] = newSet(len(e.seg.texts))
				}
				wanted[i].add(k)
			}
		}
	}
	for i, part := range r.parts {
		if wanted[i] == nil {
			continue
		}
		// What was found is shared; what is found now is this call's own.
		e := *part
		e.ctx, e.scopes, e.names = ctx, map[*node][][]interval{}, names{}
		e.room, e.stretch, e.speakers = nil, nil, nil
		hits := map[int][]interval{}
		e.collect(r.query.root, wanted[i], nil, hits)
		for d := range wanted[i].all {
			if at := hits[d]; len(at) > 0 {
				found(e.seg.id(d), e.spans(d, at))
			}
		}
	}
	return ctx.Err()
}

// collect gathers the hits of a node in the documents wanted.
func (e *evaluation) collect(n *node, wanted set, scope []*node, hits map[int][]interval) {
	wanted = wanted.and(e.whole[n.id])
	if wanted.empty() {
		return
	}
	switch n.op {
	case opWords, opNear:
		e.occurrences(n, wanted, scope, func(d int, at []interval) { hits[d] = append(hits[d], at...) })
	case opPerson:
		for d := range wanted.all {
			hits[d] = append(hits[d], e.mentions(n, d, scope)...)
		}
	case opSpeaker, opQuotes:
		for d := range wanted.all {
			hits[d] = append(hits[d], e.stretches(n, d)...)
		}
	case opAnd, opOr:
		inner := scope
		if n.op == opAnd {
			inner = n.scope(scope)
		}
		for _, k := range n.kids {
			if len(inner) == len(scope) || !k.place() {
				e.collect(k, wanted, inner, hits)
			}
		}
	}
}

// spans turns hits into spans of the text, those that overlap into one.
func (e *evaluation) spans(doc int, hits []interval) []text.Span {
	hits = joined(slices.Clone(hits))
	out := make([]text.Span, len(hits))
	c := cursor{seg: e.seg, doc: doc, pos: -stride}
	for i, h := range hits {
		start := c.to(h.start)
		out[i] = text.Between(start, partEnd(e.seg.texts[doc], c.to(h.end-1)))
	}
	return out
}

// cursor finds where the parts of a document start, one behind the other: a part
// near the last is found from there.
type cursor struct {
	seg           *segment
	doc, pos, off int
}

func (c *cursor) to(pos int) int {
	if pos < c.pos || pos-c.pos >= stride {
		c.off = c.seg.startOf(c.doc, pos)
	} else {
		base := int(c.seg.part0[c.doc])
		for i := c.pos + 1; i <= pos; i++ {
			c.off += int(c.seg.delta(base + i))
		}
	}
	c.pos = pos
	return c.off
}
