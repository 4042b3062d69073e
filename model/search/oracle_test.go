package search

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord/model/text"
)

// The oracle is a plain scan: it reads the folded words of one document and
// follows the query over them, without an index, a segment, a set or a dictionary.

// heard is one word of a document, as the oracle sees it.
type heard struct {
	key        string
	start, end int // parts
	from, to   int // bytes
}

// hear lists the words of a text: each part, and each word of several parts.
func hear(s string) []heard {
	type part struct{ from, to, join int }
	var all []part
	for p := (parts{s: s}); p.next(); {
		all = append(all, part{p.start, p.end, int(p.join)})
	}
	var out []heard
	add := func(i, k int) {
		out = append(out, heard{string(appendKey(nil, s[all[i].from:all[k-1].to])), i, k, all[i].from, all[k-1].to})
	}
	for i := 0; i < len(all); {
		k := i + 1
		for k < len(all) && all[k].join != 0 && k-i < maxWidth {
			k++
		}
		for j := i; j < k; j++ {
			add(j, j+1)
		}
		if k > i+1 {
			add(i, k)
		}
		i = k
	}
	return out
}

// plainMatch compares a word that is looked for with one of the text, letter by
// letter.
func plainMatch(w Word, h heard) bool {
	letters := func(key string) (out []string) { // each with its accents
		for _, r := range exactOf(key) {
			if accent(r) && len(out) > 0 {
				out[len(out)-1] += string(r)
			} else {
				out = append(out, string(r))
			}
		}
		return out
	}
	want, have := letters(w.key), letters(h.key)
	if w.Fuzzy > 0 {
		return plainDistance([]rune(baseOf(w.key)), []rune(baseOf(h.key))) <= int(w.Fuzzy)
	}
	if len(have) < len(want) || !w.Prefix && len(have) > len(want) {
		return false
	}
	if w.Prefix && h.end-h.start > 1 && !strings.ContainsAny(w.key, "'.,:") {
		return false
	}
	for i, l := range want {
		plain := []rune(l)
		if have[i] != l && (len(plain) > 1 || []rune(have[i])[0] != plain[0]) {
			return false
		}
	}
	return true
}

// plainDistance is the whole table of restricted Damerau distances.
func plainDistance(a, b []rune) int {
	d := make([][]int, len(a)+1)
	for i := range d {
		d[i] = make([]int, len(b)+1)
		for j := range d[i] {
			switch {
			case i == 0 || j == 0:
				d[i][j] = i + j
			case a[i-1] == b[j-1]:
				d[i][j] = min(d[i-1][j-1], d[i-1][j]+1, d[i][j-1]+1)
			default:
				d[i][j] = 1 + min(d[i-1][j-1], d[i-1][j], d[i][j-1])
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

// plain is the oracle over one document.
type plain struct {
	words  []heard
	parts  int
	doc    text.DocID
	fields *made
	counts map[*node]int // hits of words, for the score
}

// stretch are parts [0], [1).
type stretch = [2]int

func (p *plain) words1(n *node) []stretch {
	var slots [][]heard
	for _, w := range n.words {
		var s []heard
		for _, h := range p.words {
			if plainMatch(w, h) {
				s = append(s, h)
			}
		}
		slots = append(slots, s)
	}
	if n.op == opNear {
		return plainNear(n, slots)
	}
	var out []stretch
	var rec func(k, start, at int)
	rec = func(k, start, at int) {
		if k == len(slots) {
			out = append(out, stretch{start, at})
			return
		}
		for _, h := range slots[k] {
			if k == 0 {
				rec(1, h.start, h.end)
			} else if h.start == at {
				rec(k+1, start, h.end)
			}
		}
	}
	rec(0, 0, 0)
	return distinct(out)
}

// plainNear tries every way to choose a place for each word.
func plainNear(n *node, slots [][]heard) []stretch {
	room := n.within
	for _, w := range n.words {
		room += strings.Count(strings.NewReplacer(".", "'", ",", "'", ":", "'").Replace(baseOf(w.key)), "'") + 1
	}
	var all []stretch
	var rec func(k int, chosen []heard)
	rec = func(k int, chosen []heard) {
		if k == len(slots) {
			lo, hi := math.MaxInt, 0
			for _, h := range chosen {
				lo, hi = min(lo, h.start), max(hi, h.end)
			}
			if hi-lo <= room {
				all = append(all, stretch{lo, hi})
			}
			return
		}
		for _, h := range slots[k] {
			if !slices.ContainsFunc(chosen, func(c heard) bool { return c.start == h.start }) {
				rec(k+1, append(chosen[:len(chosen):len(chosen)], h))
			}
		}
	}
	rec(0, nil)
	all = distinct(all)
	return slices.DeleteFunc(slices.Clone(all), func(s stretch) bool {
		return slices.ContainsFunc(all, func(o stretch) bool { return o != s && s[0] <= o[0] && o[1] <= s[1] })
	})
}

func distinct(s []stretch) []stretch {
	slices.SortFunc(s, func(a, b stretch) int { return (a[0]-b[0])*1000 + a[1] - b[1] })
	return slices.Compact(s)
}

// covered marks the parts where a place is.
func (p *plain) covered(n *node) [][]bool {
	var out [][]bool
	mark := func(spans []text.Span) {
		for _, s := range spans {
			c := make([]bool, p.parts)
			for _, h := range p.words {
				if h.end == h.start+1 && h.from >= int(s.Start) && h.from < int(s.End) {
					c[h.start] = true
				}
			}
			out = append(out, c)
		}
	}
	for i, s := range p.fields.said[p.doc] {
		switch {
		case n.op == opQuotes:
			mark(s.Quoted)
		case p.fields.speaks(n, p.fields.who[p.doc][i]):
			mark(s.Spans)
		}
	}
	return out
}

// places lists the stretches of a place: of quotations that overlap, one. Those of
// this test's corpora do not.
func (p *plain) places(n *node) []stretch {
	runs := func(c []bool) (out []stretch) {
		for i := 0; i < len(c); i++ {
			if c[i] {
				k := i
				for k < len(c) && c[k] {
					k++
				}
				out = append(out, stretch{i, k})
				i = k
			}
		}
		return out
	}
	var out []stretch
	switch n.op {
	case opNot:
		c := make([]bool, p.parts)
		for i := range c {
			c[i] = true
		}
		for _, s := range p.places(n.kids[0]) {
			for i := s[0]; i < s[1]; i++ {
				c[i] = false
			}
		}
		return runs(c)
	case opOr:
		for _, k := range n.kids {
			out = append(out, p.places(k)...)
		}
	case opAnd:
		out = p.places(n.kids[0])
		for _, k := range n.kids[1:] {
			var both []stretch
			for _, a := range out {
				for _, b := range p.places(k) {
					if lo, hi := max(a[0], b[0]), min(a[1], b[1]); lo < hi {
						both = append(both, stretch{lo, hi})
					}
				}
			}
			out = both
		}
	default:
		for _, c := range p.covered(n) {
			out = append(out, runs(c)...)
		}
	}
	return fuse(distinct(out))
}

// fuse joins stretches that overlap.
func fuse(in []stretch) []stretch {
	var out []stretch
	for _, s := range in {
		if len(out) > 0 && s[0] < out[len(out)-1][1] {
			out[len(out)-1][1] = max(out[len(out)-1][1], s[1])
		} else {
			out = append(out, s)
		}
	}
	return out
}

// eval follows a query over the document.
func (p *plain) eval(n *node, scope []*node) (bool, []stretch) {
	inside := func(hits []stretch) []stretch {
		return slices.DeleteFunc(hits, func(h stretch) bool {
			return slices.ContainsFunc(scope, func(pl *node) bool {
				return !slices.ContainsFunc(p.places(pl), func(s stretch) bool { return s[0] <= h[0] && h[1] <= s[1] })
			})
		})
	}
	switch n.op {
	case opWords, opNear:
		hits := inside(p.words1(n))
		p.counts[n] = len(hits)
		return len(hits) > 0, hits
	case opOr:
		ok, hits := false, []stretch(nil)
		for _, k := range n.kids {
			if o, h := p.eval(k, scope); o {
				ok, hits = true, append(hits, h...)
			}
		}
		return ok, hits
	case opNot:
		ok, _ := p.eval(n.kids[0], scope)
		return !ok, nil
	case opAnd:
		inner := scope
		if n.content() {
			for _, k := range n.kids {
				if k.place() {
					inner = append(inner[:len(inner):len(inner)], k)
				}
			}
		}
		var hits []stretch
		for _, k := range n.kids {
			if n.content() && k.place() {
				continue
			}
			ok, h := p.eval(k, inner)
			if !ok {
				return false, nil
			}
			hits = append(hits, h...)
		}
		return true, hits
	case opPerson:
		var hits []stretch
		for _, m := range p.fields.mentions {
			if m.Doc == p.doc && p.fields.is(n, "Ann Lee") {
				for _, c := range p.words {
					if c.end == c.start+1 && c.from == int(m.Span.Start) {
						hits = append(hits, stretch{c.start, c.start + 1})
					}
				}
			}
		}
		hits = inside(hits)
		return len(hits) > 0, hits
	case opSpeaker, opQuotes:
		s := p.places(n)
		return len(s) > 0, s
	case opDoc:
		return strings.Contains(fmt.Sprintf(" d %d.txt", p.doc), " "+strings.ToLower(n.value)), nil
	}
	d := p.fields.Describe(p.doc)
	return d.From >= n.from && (n.to == NoDay || d.From <= n.to) && d.From != NoDay, nil
}

// worth is the BM25 score of the document, straight from the formula.
func (p *plain) worth(n *node, all []*plain, scope []*node) float64 {
	if ok, _ := p.eval(n, scope); !ok || n.op == opNot {
		return 0
	}
	switch n.op {
	case opWords, opNear:
		weight, words := 0.0, 0
		for _, o := range all {
			words += o.parts
		}
		for _, w := range n.words {
			docs := 0
			for _, o := range all {
				if slices.ContainsFunc(o.words, func(h heard) bool { return plainMatch(w, h) }) {
					docs++
				}
			}
			weight += math.Log(1 + (float64(len(all)-docs)+0.5)/(float64(docs)+0.5))
		}
		tf := float64(p.counts[n])
		return weight * tf * 2.2 / (tf + 1.2*(0.25+0.75*float64(p.parts)*float64(len(all))/float64(words)))
	case opAnd, opOr:
		if n.op == opAnd {
			scope = n.scope(scope)
		}
		sum := 0.0
		for _, k := range n.kids {
			if n.op == opOr || !k.place() {
				sum += p.worth(k, all, scope)
			}
		}
		return sum
	}
	return 0
}

// bytes returns the span of the text that some parts are.
func (p *plain) bytes(s stretch) text.Span {
	var out text.Span
	for _, h := range p.words {
		if h.start == s[0] {
			out.Start = int32(h.from)
		}
		if h.end == s[1] {
			out.End = int32(h.to)
		}
	}
	return out
}
