package index

import (
	"slices"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// View is what the side panes list: of one document or of all, what a filter
// leaves or everything.
type View struct {
	Open     text.DocID
	All      bool
	Indirect bool
	Page     *Page // nil without a filter
}

// Page is all of the corpus that a filter leaves.
type Page struct {
	Filter   Filter
	Person   int          // index into Corpus.People of whom it is narrowed to, or -1
	Docs     []text.DocID // in document order
	Spoken   []int32      // quotations by the date of their documents, undated last
	Reported []int32      // the same with reported speech
	Events   []int32      // in the order of the chronology

	tests []*Test // parallel to Filter
}

// Quotes returns the quotations of the page, with reported speech or without.
func (p *Page) Quotes(indirect bool) []int32 {
	if indirect {
		return p.Reported
	}
	return p.Spoken
}

// PageOf gathers what a filter leaves, or returns nil when it has no condition
// that means something here.
func (x *Index) PageOf(f Filter) *Page {
	p := &Page{Person: -1}
	for _, c := range f {
		t := c.On(x)
		if t == nil {
			continue
		}
		p.Filter, p.tests = append(p.Filter, c), append(p.tests, t)
		if by, ok := c.(ByPerson); ok {
			p.Person = x.PersonNamed(by.Kind, by.Called)
		}
	}
	if len(p.tests) == 0 {
		return nil
	}
	for i := range x.Docs {
		if p.all(func(t *Test) Fit { return t.Doc(text.DocID(i)) }) {
			p.Docs = append(p.Docs, text.DocID(i))
		}
	}
	x.spoken(p)
	for i := range x.Events {
		if p.HasEvent(&x.Events[i]) {
			p.Events = append(p.Events, int32(i))
		}
	}
	return p
}

// spoken lists the quotations of a page by date.
func (x *Index) spoken(p *Page) {
	for i := range x.Quotations {
		if p.HasQuote(&x.Quotations[i]) && x.first(i, p) {
			p.Reported = append(p.Reported, int32(i))
		}
	}
	slices.SortStableFunc(p.Reported, func(a, b int32) int {
		return x.byDate(x.Quotations[a].Doc, x.Quotations[b].Doc)
	})
	for _, i := range p.Reported {
		if x.Quotations[i].Kind != quote.Indirect {
			p.Spoken = append(p.Spoken, i)
		}
	}
}

// first reports whether quotation i stands on the page nowhere earlier: of the
// same words in several documents the earliest is listed.
func (x *Index) first(i int, p *Page) bool {
	for _, k := range x.Quotations[i].Also {
		if !p.HasQuote(&x.Quotations[k]) {
			continue
		}
		if c := x.byDate(x.Quotations[k].Doc, x.Quotations[i].Doc); c < 0 || c == 0 && k < i {
			return false
		}
	}
	return true
}

// Period is the period that the page is narrowed to, if any.
func (p *Page) Period() (of Period, ok bool) {
	if p == nil {
		return Period{}, false
	}
	for _, c := range p.Filter {
		if by, is := c.(ByPeriod); is {
			return by.Period, true
		}
	}
	return Period{}, false
}

func (p *Page) all(fit func(*Test) Fit) bool {
	for _, t := range p.tests {
		if fit(t) != In {
			return false
		}
	}
	return true
}

// HasQuote reports whether a quotation meets the filter.
func (p *Page) HasQuote(q *model.Quotation) bool {
	return p.all(func(t *Test) Fit { return t.Quote(q) })
}

// HasEvent reports whether an event meets the filter.
func (p *Page) HasEvent(e *model.Event) bool {
	return p.all(func(t *Test) Fit { return t.Event(e) })
}

// Blame finds which condition left nothing of n things, and how many of them it
// left out only because their date is not known. It is nil when there was nothing
// to begin with.
func (p *Page) Blame(n int, fit func(t *Test, i int) Fit) (by Condition, unknown int) {
	left := make([]int, n)
	for i := range left {
		left[i] = i
	}
	for k, t := range p.tests {
		had := len(left)
		unknown = 0
		left = slices.DeleteFunc(left, func(i int) bool {
			f := fit(t, i)
			if f == NotKnown {
				unknown++
			}
			return f != In
		})
		if had > 0 && len(left) == 0 {
			return p.Filter[k], unknown
		}
	}
	return nil, 0
}
