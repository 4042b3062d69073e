package reuse

import (
	"cmp"
	"slices"

	"onrecord/model/text"
)

// Relations is what the documents of a corpus have in common. A large one has
// hundreds of thousands of passages, few of which are ever looked at: what two
// documents share is kept once, and told from the side of either when it is asked
// for. A nil *Relations holds nothing. Documents go by their place in document order.
type Relations struct {
	pairs    []related
	passages lists[spans] // of each pair
	of       lists[int32] // of each document: its pairs
	lines    lists[int32] // of each document: its lines
}

// related is a pair and how alike its two documents are.
type related struct {
	pair
	shares
}

// relate gathers what was found of the pairs; of lists those of each document.
func relate(todo []pair, of lists[int32], found []likeness) *Relations {
	r := &Relations{pairs: make([]related, len(todo)), of: of}
	passages := 0
	for i, p := range todo {
		r.pairs[i] = related{p, found[i].shares}
		passages += len(found[i].passages)
	}
	r.passages = lists[spans]{make([]spans, 0, passages), make([]int32, 0, len(todo))}
	for i := range found {
		r.passages.add(found[i].passages)
		found[i].passages = nil
	}
	return r
}

// Similar returns the documents like the one at i, the most alike first.
func (r *Relations) Similar(i int) []Similar {
	var out []Similar
	for _, k := range r.pairsOf(i) {
		if p := &r.pairs[k]; p.Containment() >= leastLike {
			out = append(out, Similar{p.other(i), p.shares})
		}
	}
	slices.SortStableFunc(out, func(a, b Similar) int { return cmp.Compare(b.Containment(), a.Containment()) })
	return out
}

// Passages returns the passages of the document at i that stand in others too, in
// text order.
func (r *Relations) Passages(i int) []Passage {
	var out []Passage
	for _, k := range r.pairsOf(i) {
		p := &r.pairs[k]
		for _, s := range r.passages.list(int(k)) {
			if int(p.a) != i {
				s.a, s.b = s.b, s.a
			}
			out = append(out, Passage{s.a, text.Ref{Doc: p.other(i), Span: s.b}})
		}
	}
	slices.SortStableFunc(out, func(a, b Passage) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	return out
}

func (r *Relations) pairsOf(i int) []int32 {
	if r == nil {
		return nil
	}
	return r.of.list(i)
}

// Lines returns the blocks of the document at i that stand in many documents: the
// furniture of a site. The list is not to be changed.
func (r *Relations) Lines(i int) []int32 { return r.lines.list(i) }

// other returns the other document of a pair.
func (p pair) other(i int) text.DocID { return text.DocID(p.a + p.b - int32(i)) }

// lists are many short lists side by side: a slice of slices without their headers.
type lists[T any] struct {
	all  []T
	ends []int32
}

// add appends a list.
func (l *lists[T]) add(s []T) {
	l.all = append(l.all, s...)
	l.ends = append(l.ends, int32(len(l.all)))
}

// list returns list i, nil when there is none.
func (l *lists[T]) list(i int) []T {
	if i < 0 || i >= len(l.ends) {
		return nil
	}
	from := int32(0)
	if i > 0 {
		from = l.ends[i-1]
	}
	return l.all[from:l.ends[i]:l.ends[i]]
}

// lines finds the short blocks that stand in many documents of the corpus.
func lines(prints []*Fingerprint) lists[int32] {
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
	least := int32(max(manyDocs, len(prints)/10))
	out := lists[int32]{ends: make([]int32, 0, len(prints))}
	var of []int32
	for _, p := range prints {
		of = of[:0]
		for b, h := range p.lines {
			if h != 0 && count[h].docs >= least {
				of = append(of, int32(b))
			}
		}
		out.add(of)
	}
	return out
}
