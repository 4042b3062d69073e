package ui

import (
	"cmp"
	"fmt"
	"slices"

	"onrecord/model/search"
	"onrecord/ui/say"
)

// markHits marks in the open text what is searched, unless words are being looked
// for in it alone.
func (m *root) markHits() {
	d := m.text.Document()
	if d == nil || m.finding {
		return
	}
	if m.search.query == "" || m.search.results == nil {
		if m.text.Searched() {
			m.text.EndFind()
		}
		return
	}
	m.text.SetHits(m.search.query, m.found.Spans(d.ID))
}

// overHits goes n hits on, in the open text and from there over the documents that
// were found, once around at most; it reports whether these are what is marked. One
// that has the words nowhere, found by its name, is a stop too.
func (m *root) overHits(n int) bool {
	hits := m.found.Hits()
	d := m.text.Document()
	if len(hits) == 0 || d == nil || !m.text.Searched() {
		return false
	}
	_, _, of := m.text.Found()
	now := m.text.HitBefore(cmp.Compare(n, 0))
	doc, at := d.ID, slices.IndexFunc(hits, func(h search.Hit) bool { return h.Doc == d.ID })
	if at < 0 { // the document is not, or no longer, among those that were found
		now, of = 0, 0
	}
	step, left := 1, now+n // the stop of the document that is gone to, from 1
	if n < 0 {
		if step, left = -1, -n; of > 0 { // counted from its last
			left += of - now + 1
		}
		if at < 0 {
			at = len(hits)
		}
	}
	stops := of
	for range hits {
		if left <= stops {
			break
		}
		left -= stops
		at = (at + step + len(hits)) % len(hits)
		doc = hits[at].Doc
		stops = max(len(m.found.Spans(doc)), 1)
	}
	left = min(left, stops)
	if n < 0 {
		left = stops + 1 - left
	}
	m.show(doc)
	m.found.GoTo(doc)
	m.text.GoToHit(left - 1)
	return true
}

// amongFound says which of the documents found is open, where the marks are those of a
// search over all.
func (m *root) amongFound() string {
	hits, d := m.found.Hits(), m.text.Document()
	if !m.text.Searched() || len(hits) < 2 {
		return ""
	}
	at := slices.IndexFunc(hits, func(h search.Hit) bool { return h.Doc == d.ID })
	if at < 0 {
		return ""
	}
	return fmt.Sprintf(" · document %s of %s", say.Number(at+1), say.Number(len(hits)))
}

// aboutHit says where among the hits the cursor is.
func (m *root) aboutHit() string {
	hits := m.found.Hits()
	if len(hits) == 0 {
		return ""
	}
	r := m.found.Passage()
	if d := m.x.Doc(r.Doc); d != nil {
		if n := len(m.found.Spans(r.Doc)); n > 0 {
			return fmt.Sprintf("%s · %s in it", d.Name, say.Plural(n, "place"))
		}
		return d.Name
	}
	return ""
}
