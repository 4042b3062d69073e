package index

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/model/when"
)

// View is what the side panes list: of one document or of all, of one person or of
// everybody.
type View struct {
	Open     text.DocID
	All      bool
	Indirect bool
	Page     *Page // nil for everybody
}

// Page is all that the corpus holds of one person.
type Page struct {
	Person   int // index into Corpus.People
	Name     string
	Docs     []text.DocID // where the person is named or quoted, in document order
	Spoken   []int32      // quotations by the date of their documents, undated last
	Reported []int32      // the same with reported speech
	Events   []int32      // in the order of the chronology
}

// Quotes returns the quotations of the page, with reported speech or without.
func (p *Page) Quotes(indirect bool) []int32 {
	if indirect {
		return p.Reported
	}
	return p.Spoken
}

// PageOf gathers what there is of a person, or returns nil when there is no such
// person.
func (x *Index) PageOf(person int) *Page {
	if person < 0 || person >= len(x.People) {
		return nil
	}
	p := &Page{Person: person, Name: x.People[person].Name}
	for _, r := range x.People[person].Mentions {
		p.Docs = append(p.Docs, r.Doc)
	}
	for i := range x.Quotations {
		q := &x.Quotations[i]
		if !slices.Contains(q.People, person) {
			continue
		}
		p.Docs = append(p.Docs, q.Doc)
		if x.first(i, person) {
			p.Reported = append(p.Reported, int32(i))
		}
	}
	slices.Sort(p.Docs)
	p.Docs = slices.Compact(p.Docs)
	slices.SortStableFunc(p.Reported, func(a, b int32) int {
		return x.byDate(x.Quotations[a].Doc, x.Quotations[b].Doc)
	})
	for _, i := range p.Reported {
		if x.Quotations[i].Kind != quote.Indirect {
			p.Spoken = append(p.Spoken, i)
		}
	}
	for i := range x.Events {
		if slices.Contains(x.Events[i].People, person) {
			p.Events = append(p.Events, int32(i))
		}
	}
	return p
}

// first reports whether the person said quotation i there before anywhere else:
// of the same words in several documents the earliest is listed.
func (x *Index) first(i, person int) bool {
	for _, k := range x.Quotations[i].Also {
		if !slices.Contains(x.Quotations[k].People, person) {
			continue
		}
		if c := x.byDate(x.Quotations[k].Doc, x.Quotations[i].Doc); c < 0 || c == 0 && k < i {
			return false
		}
	}
	return true
}

// byDate orders documents by their dates of publication, undated last.
func (x *Index) byDate(a, b text.DocID) int {
	p, q := dayOf(x.Docs[a].Published), dayOf(x.Docs[b].Published)
	switch {
	case p.Known() != q.Known():
		if p.Known() {
			return -1
		}
		return 1
	case !p.Known():
		return 0
	}
	return cmp.Compare(p.Day, q.Day)
}

// dayOf is the moment that an interval is sorted by.
func dayOf(iv when.Interval) when.Moment {
	if iv.From.Known() {
		return iv.From
	}
	return iv.To
}

// PersonNamed returns the index of a person or organisation by its name or, since
// a later snapshot may spell it otherwise, by an alias; -1 when there is none.
func (x *Index) PersonNamed(kind model.Kind, name string) int {
	alias := -1
	for i := range x.People {
		switch p := &x.People[i]; {
		case p.Kind != kind:
		case p.Name == name:
			return i
		case alias < 0 && slices.Contains(p.Aliases, name):
			alias = i
		}
	}
	return alias
}

// RolesOf returns the roles of a person by the dates of the documents that give
// them, undated last.
func (x *Index) RolesOf(person int) []model.Role {
	roles := slices.Clone(x.People[person].Roles)
	slices.SortStableFunc(roles, func(a, b model.Role) int { return x.byDate(a.Ref.Doc, b.Ref.Doc) })
	return roles
}

// LatestRole is the role in the latest document that is dated, else the last that
// is given at all; "" when none is.
func (x *Index) LatestRole(person int) string {
	roles := x.RolesOf(person)
	last := ""
	for _, r := range roles {
		if last == "" || dayOf(x.Docs[r.Ref.Doc].Published).Known() {
			last = r.Text
		}
	}
	return last
}

// NamedIn is in how many documents a person is named.
func (x *Index) NamedIn(person int) int { return int(x.named[person]) }

// ByName returns all persons by their names.
func (x *Index) ByName() []int32 { return x.byName }

// persons counts where each person is named, and sorts them by name.
func (x *Index) persons() {
	x.named = make([]int32, len(x.People))
	x.byName = make([]int32, len(x.People))
	lower := make([]string, len(x.People))
	for i := range x.People {
		last := text.NoDoc
		for _, r := range x.People[i].Mentions {
			if r.Doc != last {
				x.named[i]++
				last = r.Doc
			}
		}
		x.byName[i] = int32(i)
		lower[i] = strings.ToLower(x.People[i].Name)
	}
	slices.SortStableFunc(x.byName, func(a, b int32) int { return cmp.Compare(lower[a], lower[b]) })
}
