package index

import (
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

// Shows reports whether quotations of a kind are listed: reported speech is where the
// reader or the filter asks for it.
func (v View) Shows(k quote.Kind) bool {
	return k != quote.Indirect || v.Indirect || v.Page.Reports()
}

// SaidIn are the quotations of a document that a view lists, in text order.
func (x *Index) SaidIn(id text.DocID, v View) []int32 {
	var out []int32
	first, of := x.QuotationsOf(id)
	for i := range of {
		if v.Shows(of[i].Kind) && v.Page.Has(Quotations, first+i) {
			out = append(out, int32(first+i))
		}
	}
	return out
}

// ToldIn are the events of a document that a view lists, in the order of the
// chronology.
func (x *Index) ToldIn(id text.DocID, v View) []int32 {
	told := x.EventsOf(id)
	if v.Page == nil {
		return told
	}
	var out []int32
	for _, i := range told {
		if v.Page.Has(Events, int(i)) {
			out = append(out, i)
		}
	}
	return out
}
