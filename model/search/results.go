package search

import (
	"context"
	"math"
	"slices"

	"onrecord/model/parallel"
	"onrecord/model/text"
)

// Order is how hits are sorted.
type Order uint8

// The orders.
const (
	ByRank     Order = iota // the best first, then document order
	ByDocument              // document order
)

// Hit is a document in which a query is found.
type Hit struct {
	Doc   text.DocID
	Score float32 // zero where the query has no words
}

// Results are the hits of a query in a snapshot. They never change and may be read
// from any goroutine.
type Results struct {
	Hits  []Hit
	Total int // documents found, where Hits was limited

	query    *Query
	snapshot *Snapshot
	parts    []*evaluation
}

// Search finds the documents of a query. limit bounds the hits returned, when
// positive. It gives up soon after ctx is done, with its error.
func (s *Snapshot) Search(ctx context.Context, q *Query, order Order, limit int) (*Results, error) {
	r := &Results{query: q, snapshot: s}
	if q.Empty() {
		return r, nil
	}
	fields := s.fields
	if fields == nil {
		fields = noFields{}
	}
	who := &people{meant: map[*node][]bool{}, mentions: map[*node][]text.Ref{}, names: map[*node]map[string]bool{}}
	findPeople(q.root, fields, who)
	for i, g := range s.segments {
		r.parts = append(r.parts, &evaluation{
			ctx: ctx, seg: g, fields: fields, people: who, said: &s.said[i], docs: make([]set, q.nodes), whole: make([]set, q.nodes),
			words: make([]found, q.nodes), scopes: map[*node][][]interval{},
		})
	}
	r.each(func(e *evaluation) {
		all := fullSet(len(e.seg.texts))
		e.settle(q.root, e.eval(q.root, all, nil))
	})
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, e := range r.parts {
		r.Total += e.docs[q.root.id].count()
	}
	r.rank(order, limit)
	return r, nil
}

// parallelFrom is how many parts of words make it worth while to start goroutines.
const parallelFrom = 1 << 16

// each runs f over the segments, on all cores.
func (r *Results) each(f func(*evaluation)) {
	if r.snapshot.words < parallelFrom {
		for _, e := range r.parts {
			f(e)
		}
		return
	}
	parallel.Each(len(r.parts), 1, func(i int) { f(r.parts[i]) })
}

// rank sorts the hits.
func (r *Results) rank(order Order, limit int) {
	packed := make([]uint64, 0, r.Total)
	scores := make([][]float32, len(r.parts))
	for i, e := range r.parts {
		scores[i] = make([]float32, len(e.seg.texts))
	}
	r.score(r.query.root, scores)
	for i, e := range r.parts {
		for d := range e.docs[r.query.root.id].all {
			key := uint64(e.seg.first + d)
			// Scores are not negative, so that their bits sort as they do: sorting
			// 20,000 numbers takes 1.1 ms, so many hits 2.1.
			key |= uint64(^math.Float32bits(scores[i][d])) << 32
			packed = append(packed, key)
		}
	}
	if order == ByRank {
		slices.Sort(packed)
	}
	if limit > 0 && len(packed) > limit {
		packed = packed[:limit]
	}
	r.Hits = make([]Hit, len(packed))
	for i, p := range packed {
		r.Hits[i] = Hit{text.DocID(uint32(p)), math.Float32frombits(^uint32(p >> 32))}
	}
}

// k1 and b are the constants of BM25: how soon more of a word adds little, and
// how much a long document is marked down. The values are those that Robertson and
// Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), find to
// do well.
const (
	k1 = 1.2
	b  = 0.75
)

// score adds what each word of a query is worth in each document that it was found
// in. Words that are not wanted are worth nothing.
func (r *Results) score(n *node, scores [][]float32) {
	switch n.op {
	case opNot:
		return
	case opAnd, opOr:
		for _, k := range n.kids {
			r.score(k, scores)
		}
		return
	case opWords, opNear:
	default:
		return
	}
	weight := r.weight(n)
	mean := float64(r.snapshot.words) / float64(r.snapshot.docs)
	for i, e := range r.parts {
		counts := e.words[n.id].counts
		if counts == nil {
			continue
		}
		for d := range e.whole[n.id].all {
			tf := float64(counts[d])
			scores[i][d] += float32(weight * tf * (k1 + 1) / (tf + k1*(1-b+b*float64(e.seg.words(d))/mean)))
		}
	}
}

// weight is the inverse document frequency of a word, with the one that keeps it
// above zero; of a phrase, the sum over its words.
func (r *Results) weight(n *node) float64 {
	sum, all := 0.0, float64(r.snapshot.docs)
	for i := range n.words {
		docs := 0
		for _, e := range r.parts {
			if s := e.words[n.id].slots; s != nil {
				docs += s[i].docs
			}
		}
		sum += math.Log(1 + (all-float64(docs)+0.5)/(float64(docs)+0.5))
	}
	return sum
}
