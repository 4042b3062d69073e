package model

import (
	"slices"
	"sort"
	"strings"

	"onrecord/model/quote"
	"onrecord/model/text"
)

// Quotation is one occurrence of a quotation in the corpus, as its document tells
// it. Who the speakers are in the whole corpus, and where else the words stand,
// the Corpus says: a quotation is never copied for it.
type Quotation struct {
	Doc text.DocID
	quote.Quotation
}

// Ref is where the quotation stands.
func (q *Quotation) Ref() text.Ref { return text.Ref{Doc: q.Doc, Span: q.Hull()} }

// QuotationsOf returns the quotations of one document, a part of Quotations, and
// the index of its first.
func (c *Corpus) QuotationsOf(id text.DocID) (first int, of []Quotation) {
	a := sort.Search(len(c.Quotations), func(i int) bool { return c.Quotations[i].Doc >= id })
	b := sort.Search(len(c.Quotations), func(i int) bool { return c.Quotations[i].Doc > id })
	return a, c.Quotations[a:b]
}

// Said returns the words of a quotation: its spans joined by a line feed.
func (c *Corpus) Said(q *Quotation) string {
	if len(q.Spans) == 1 {
		return q.Spans[0].Of(c.Docs[q.Doc].Text)
	}
	parts := make([]string, len(q.Spans))
	for i, s := range q.Spans {
		parts[i] = s.Of(c.Docs[q.Doc].Text)
	}
	return strings.Join(parts, "\n")
}

// Speaker returns who the k-th speaker of a quotation is: an index into People, or
// -1 when that is no person or body of the corpus.
func (c *Corpus) Speaker(q *Quotation, k int) int {
	if int(q.Doc) >= len(c.Entities) {
		return -1 // no corpus stage has seen the document yet
	}
	of := c.Entities[q.Doc]
	if e := q.Speakers[k].Entity; e >= 0 && e < len(of) && int(of[e]) < len(c.People) {
		return int(of[e])
	}
	return -1
}

// SpeakerName returns the name that the corpus has for the k-th speaker, else
// that of the document.
func (c *Corpus) SpeakerName(q *Quotation, k int) string {
	if p := c.Speaker(q, k); p >= 0 {
		return c.People[p].Name
	}
	return q.Speakers[k].Name
}

// SaidBy reports whether a person is among the speakers of a quotation.
func (c *Corpus) SaidBy(q *Quotation, person int) bool {
	for k := range q.Speakers {
		if c.Speaker(q, k) == person {
			return true
		}
	}
	return false
}

// Also returns where else the words of quotation i stand, as indexes into
// Quotations in order. A text that stands a thousand times is linked to its first
// places only, else the links would be a million.
func (c *Corpus) Also(i int) []int {
	const most = 64
	var out []int
	for n, k := 0, c.FirstPlace(i); n < most && k >= 0; n, k = n+1, c.echoes.after(k) {
		if k != i {
			out = append(out, k)
		}
	}
	return out
}

// Repeated reports whether the words of quotation i stand elsewhere too.
func (c *Corpus) Repeated(i int) bool { return c.FirstPlace(i) != i || c.echoes.after(i) >= 0 }

// FirstPlace returns the first quotation that has the words of quotation i.
func (c *Corpus) FirstPlace(i int) int { return c.echoes.head(i) }

// Copies returns how many documents other than its own have the words of
// quotation i, as far as Also tells.
func (c *Corpus) Copies(i int) int {
	var docs []text.DocID
	for _, k := range c.Also(i) {
		if d := c.Quotations[k].Doc; d != c.Quotations[i].Doc && !slices.Contains(docs, d) {
			docs = append(docs, d)
		}
	}
	return len(docs)
}
