package model

import (
	"iter"

	"onrecord/model/quote"
	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/model/when"
)

// searchFields shows a corpus to the search as the fields of a query. Of its own it
// holds only where the quotations of each document begin, so that they need not be
// looked for.
type searchFields struct {
	c     *Corpus
	first []int32 // of each document, and one more
}

func newSearchFields(c *Corpus) searchFields {
	f := searchFields{c, make([]int32, len(c.Docs)+1)}
	for i := range c.Quotations {
		f.first[c.Quotations[i].Doc+1]++
	}
	for i := range c.Docs {
		f.first[i+1] += f.first[i]
	}
	return f
}

func (f searchFields) quotations(id text.DocID) []Quotation {
	return f.c.Quotations[f.first[id]:f.first[id+1]]
}

func (f searchFields) Describe(id text.DocID) search.Description {
	d := f.c.Docs[id]
	return search.Description{
		Name: d.Name, Title: d.Title, Source: d.Source, From: searchDay(d.Published.From), To: searchDay(d.Published.To),
	}
}

func searchDay(m when.Moment) search.Day {
	if !m.Known() {
		return search.NoDay
	}
	return search.Day(m.Day) // both count from 1970
}

func (f searchFields) Said(id text.DocID) iter.Seq2[int, search.Said] {
	return func(yield func(int, search.Said) bool) {
		quotes := f.quotations(id)
		for i := range quotes {
			q := &quotes[i]
			s := search.Said{Spans: q.Spans, Quoted: q.Quoted}
			if q.Kind == quote.Statement || q.Kind == quote.Turn {
				s.Quoted = q.Spans
			}
			if !yield(i, s) {
				return
			}
		}
	}
}

func (f searchFields) Speakers(dst []search.Speaker, id text.DocID, quotation int) []search.Speaker {
	q := &f.quotations(id)[quotation]
	for k := range q.Speakers {
		dst = append(dst, search.Speaker{Person: f.c.Speaker(q, k), Name: f.c.SpeakerName(q, k)})
	}
	return dst
}

func (f searchFields) People() int { return len(f.c.People) }

func (f searchFields) Names(person int) []string {
	p := &f.c.People[person]
	return append([]string{p.Name}, p.Aliases...)
}

func (f searchFields) Mentions(person int) []text.Ref { return f.c.People[person].Mentions }
