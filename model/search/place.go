package search

import (
	"slices"
	"sort"
	"sync"

	"onrecord/model/text"
)

// people are those that the person and speaker fields of a query mean, found once
// for all segments.
type people struct {
	meant    map[*node][]bool // of each person of the corpus
	mentions map[*node][]text.Ref

	mu    sync.Mutex
	names map[*node]map[string]bool // whether a name that belongs to nobody is one that is asked for
}

// findPeople finds the people of all fields of a query.
func findPeople(n *node, f Fields, p *people) {
	if n.op == opPerson || n.op == opSpeaker {
		var look names
		meant := make([]bool, f.People())
		for i := range meant {
			meant[i] = slices.ContainsFunc(f.Names(i), func(s string) bool { return look.called(n.words, s) })
			if meant[i] && n.op == opPerson {
				p.mentions[n] = append(p.mentions[n], f.Mentions(i)...)
			}
		}
		p.meant[n], p.names[n] = meant, map[string]bool{}
		slices.SortFunc(p.mentions[n], func(a, b text.Ref) int {
			if a.Doc != b.Doc {
				return int(a.Doc - b.Doc)
			}
			return int(a.Span.Start - b.Span.Start)
		})
	}
	for _, k := range n.kids {
		findPeople(k, f, p)
	}
}

// speaks reports whether one of the speakers of a quotation is meant.
func (e *evaluation) speaks(n *node, doc, quotation int) bool {
	meant := e.people.meant[n]
	e.speakers = e.fields.Speakers(e.speakers[:0], e.seg.id(doc), quotation)
	for _, s := range e.speakers {
		if s.Person >= 0 && s.Person < len(meant) {
			if meant[s.Person] {
				return true
			}
			continue
		}
		e.people.mu.Lock()
		is, known := e.people.names[n][s.Name]
		if !known {
			is = e.names.called(n.words, s.Name)
			e.people.names[n][s.Name] = is
		}
		e.people.mu.Unlock()
		if is {
			return true
		}
	}
	return false
}

// mentions returns where a document names the people of a node, inside scope.
func (e *evaluation) mentions(n *node, doc int, scope []*node) []interval {
	refs := e.people.mentions[n]
	id := e.seg.id(doc)
	var out []interval
	for i := sort.Search(len(refs), func(i int) bool { return refs[i].Doc >= id }); i < len(refs) && refs[i].Doc == id; i++ {
		if iv := e.seg.interval(doc, refs[i].Span); iv.start < iv.end {
			out = append(out, iv)
		}
	}
	return e.inside(out, scope, doc)
}

// inside keeps the hits that stand whole in a stretch of each place.
func (e *evaluation) inside(hits []interval, scope []*node, doc int) []interval {
	for _, place := range scope {
		if len(hits) == 0 {
			return hits
		}
		in := e.stretches(place, doc)
		n := 0
		for _, h := range hits {
			// Stretches do not overlap: only the last that starts no later can hold it.
			k := sort.Search(len(in), func(k int) bool { return in[k].start > h.start }) - 1
			if k >= 0 && h.end <= in[k].end {
				hits[n] = h
				n++
			}
		}
		hits = hits[:n]
	}
	return hits
}

// stretches returns where a place is in a document: sorted, without overlaps. They
// are found once for each document.
func (e *evaluation) stretches(n *node, doc int) []interval {
	of := e.scopes[n]
	if of == nil {
		of = make([][]interval, len(e.seg.texts))
		e.scopes[n] = of
	}
	if of[doc] == nil {
		found := e.findStretches(n, doc)
		from := len(e.room)
		e.room = append(e.room, found...)
		of[doc] = e.room[from:len(e.room):len(e.room)]
	}
	return of[doc]
}

func (e *evaluation) findStretches(n *node, doc int) []interval {
	switch n.op {
	case opAnd:
		out := e.stretches(n.kids[0], doc)
		for _, k := range n.kids[1:] {
			out = common(out, e.stretches(k, doc))
		}
		return out
	case opOr:
		var out []interval
		for _, k := range n.kids {
			out = append(out, e.stretches(k, doc)...)
		}
		return joined(out)
	case opNot:
		e.stretch = rest(e.stretch[:0], e.stretches(n.kids[0], doc), e.seg.words(doc))
		return e.stretch
	}
	out := e.stretch[:0]
	for _, s := range e.said.of(e, doc) {
		switch {
		case n.op == opQuotes && s.quoted:
		case n.op == opSpeaker && !s.quoted && e.speaks(n, doc, int(s.quotation)):
		default:
			continue
		}
		out = append(out, interval{int(s.start), int(s.end)})
	}
	e.stretch = joined(out)
	return e.stretch
}

// joined sorts stretches and joins those that overlap. Those that touch stay two:
// a phrase does not run from one speaker to the next.
func joined(in []interval) []interval {
	if !slices.IsSortedFunc(in, byStart) {
		slices.SortFunc(in, byStart)
	}
	n := 0
	for i, iv := range in {
		if i > 0 && iv.start < in[n-1].end {
			in[n-1].end = max(in[n-1].end, iv.end)
			continue
		}
		in[n] = iv
		n++
	}
	return in[:n]
}

// common returns what two lists of stretches share.
func common(a, b []interval) []interval {
	var out []interval
	for i, k := 0, 0; i < len(a) && k < len(b); {
		if iv := (interval{max(a[i].start, b[k].start), min(a[i].end, b[k].end)}); iv.start < iv.end {
			out = append(out, iv)
		}
		if a[i].end < b[k].end {
			i++
		} else {
			k++
		}
	}
	return out
}

// rest appends what stretches leave of a document.
func rest(dst, in []interval, words int) []interval {
	pos := 0
	for _, iv := range in {
		if pos < iv.start {
			dst = append(dst, interval{pos, iv.start})
		}
		pos = iv.end
	}
	if pos < words {
		dst = append(dst, interval{pos, words})
	}
	return dst
}
