package model

import (
	"iter"

	"onrecord/model/quote"
	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/model/when"
)

// searchFields shows a corpus to the search as the fields of a query. It holds
// nothing of its own.
type searchFields struct{ c *Corpus }

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

func (f searchFields) Said(id text.DocID) iter.Seq[search.Said] {
	return func(yield func(search.Said) bool) {
		_, quotes := f.c.QuotationsOf(id)
		for i := range quotes {
			q := &quotes[i]
			s := search.Said{Spans: q.Spans, Quoted: q.Quoted}
			if q.Kind == quote.Statement || q.Kind == quote.Turn {
				s.Quoted = q.Spans
			}
			for k, sp := range q.Speakers {
				person := -1
				if k < len(q.People) {
					person = q.People[k]
				}
				s.Speakers = append(s.Speakers, search.Speaker{Person: person, Name: sp.Name})
			}
			if !yield(s) {
				return
			}
		}
	}
}

func (f searchFields) People() int { return len(f.c.People) }

func (f searchFields) Names(person int) []string {
	p := &f.c.People[person]
	return append([]string{p.Name}, p.Aliases...)
}

func (f searchFields) Mentions(person int) []text.Ref { return f.c.People[person].Mentions }
