package index

import (
	"slices"

	"onrecord/model/text"
	"onrecord/model/when"
)

// Has reports whether a thing, by its number in the corpus, meets the filter.
func (p *Page) Has(t Thing, i int) bool { return p == nil || p.left[t] == nil || p.left[t].has(i) }

// Names reports whether the people of a document are listed: it meets the filter but
// for what that asks of persons. Without a filter those of all are.
func (p *Page) Names(doc text.DocID) bool {
	return p == nil || p.naming == nil || p.naming.has(int(doc))
}

// HasName reports whether a document naming somebody meets the filter: it names one of
// those to whom that is narrowed, if to anybody.
func (p *Page) HasName(doc text.DocID, person int) bool {
	return p.Names(doc) && (p == nil || len(p.people) == 0 || slices.Contains(p.people, person))
}

// HasDate reports whether a date in a document meets the filter: as with an event, a
// period asks of the date itself, not of the day of publication.
func (p *Page) HasDate(doc text.DocID, date when.Interval) bool {
	if p == nil {
		return true
	}
	asked, in := false, false
	for _, c := range p.Filter {
		if by, ok := c.(ByPeriod); ok {
			asked, in = true, in || by.Fit(date) == In
		}
	}
	return (in || !asked) && (p.dating == nil || p.dating.has(int(doc)))
}

// Period is the period that the page is narrowed to, if it is one.
func (p *Page) Period() (of Period, ok bool) {
	if p == nil {
		return Period{}, false
	}
	for _, c := range p.Filter {
		if by, is := c.(ByPeriod); is {
			if ok {
				return Period{}, false
			}
			of, ok = by.Period, true
		}
	}
	return of, ok
}
