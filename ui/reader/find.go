package reader

import (
	"cmp"
	"slices"
	"sort"

	"onrecord/model/search"
	"onrecord/model/text"
)

// finder is the search in the text that is open.
type finder struct {
	query string
	hits  []text.Span
	now   int

	searched bool // the hits are those of a search over the corpus
}

func (f *finder) clear() { *f = finder{} }

// Find looks for words in the text as they are typed, and goes to the first hit at or
// behind the place being read.
func (r *Reader) Find(query string) {
	r.find.clear()
	if r.doc == nil || query == "" {
		return
	}
	r.find.query = query
	r.find.hits = search.Literal(r.doc.Text, query)
	r.find.now = r.hitFrom(r.offset())
	r.showHit()
}

// SetHits marks places that a search over the corpus found. The place being read
// stays; the hit at or behind it is the present one, or what was it before.
func (r *Reader) SetHits(query string, hits []text.Span) {
	was := r.find
	r.find = finder{query: query, hits: hits, searched: true, now: was.now}
	if was.query != query || was.now >= len(was.hits) || was.now >= len(hits) || was.hits[was.now] != hits[was.now] {
		r.find.now = r.hitFrom(r.offset())
	}
}

// hitFrom is the first hit at or behind a byte, or the first of all.
func (r *Reader) hitFrom(at int) int {
	if n := r.hitsBefore(at); n < len(r.find.hits) {
		return n
	}
	return 0
}

// hitsBefore is how many hits begin before a byte.
func (r *Reader) hitsBefore(at int) int {
	return sort.Search(len(r.find.hits), func(i int) bool { return int(r.find.hits[i].Start) >= at })
}

// Searched reports whether the marks are those of a search over the corpus.
func (r *Reader) Searched() bool { return r.find.searched }

// GoToHit goes to hit i, from 0.
func (r *Reader) GoToHit(i int) {
	if i < len(r.find.hits) {
		r.find.now = i
		r.showHit()
	}
}

// AtHit makes the hit at a passage, where there is one, the present one.
func (r *Reader) AtHit(s text.Span) {
	if i := slices.Index(r.find.hits, s); i >= 0 {
		r.find.now = i
	}
}

// HitBefore returns the hit, from 1, that a step on (dir 1) or back (-1) goes from: the
// present one while it is in sight, else the place that is read.
func (r *Reader) HitBefore(dir int) int {
	f := &r.find
	if len(f.hits) == 0 {
		return 0
	}
	if h := f.hits[f.now]; !r.hidden(h) && r.onScreen(r.anchorOf(int(h.Start))) {
		return f.now + 1
	}
	above := r.hitsBefore(r.offset())
	if dir < 0 {
		above++
	}
	if above+dir == f.now+1 { // it would be gone to again: it stands where no row tells, in the title
		return f.now + 1
	}
	return above
}

// EndFind takes the marks of the search away.
func (r *Reader) EndFind() { r.find.clear() }

// Found returns the query, the number of the hit shown from 1, and how many there
// are.
func (r *Reader) Found() (query string, now, of int) {
	if len(r.find.hits) == 0 {
		return r.find.query, 0, 0
	}
	return r.find.query, r.find.now + 1, len(r.find.hits)
}

// NextHit goes n hits on from what is in sight, around the end.
func (r *Reader) NextHit(n int) {
	if k := len(r.find.hits); k > 0 {
		from := r.HitBefore(cmp.Compare(n, 0)) - 1
		r.find.now = ((from+n)%k + k) % k
		r.showHit()
	}
}

func (r *Reader) showHit() {
	if len(r.find.hits) == 0 {
		return
	}
	h := r.find.hits[r.find.now]
	keep := r.selected
	if r.hidden(h) {
		r.Fold()
	}
	r.Show(h)
	r.selected = keep
}

// hidden reports whether a passage stands in furniture that is folded.
func (r *Reader) hidden(s text.Span) bool {
	if r.unfolded {
		return false
	}
	blocks := r.doc.Blocks
	for i := sort.Search(len(blocks), func(i int) bool { return blocks[i].Span.End > s.Start }); i < len(blocks) && blocks[i].Span.Start < s.End; i++ {
		if blocks[i].Kind == text.Furniture && blocks[i].Span.Overlaps(s) {
			return true
		}
	}
	return false
}
