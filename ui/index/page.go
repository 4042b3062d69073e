package index

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// Page is all of the corpus that a filter leaves: worked out once when the filter
// changes, and only looked up while keys wait.
type Page struct {
	Filter   Filter
	Person   int          // index into Corpus.People of whom alone it is narrowed to, or -1
	Docs     []text.DocID // in document order
	Spoken   []int32      // quotations by the date of their documents, undated last
	Reported []int32      // the same with reported speech
	Events   []int32      // in the order of the chronology
	People   []int32      // whom the documents name that are left; nil for all

	groups []group
	left   [Things]Bits // nil for all
	naming Bits         // documents whose people are listed; nil for all
	dating Bits         // documents whose dates are left, if they lie in its periods; nil for all
	asked  bool         // for reported speech, by its kind
	people []int        // to whom it is narrowed: one of them
	parts  [2][]Part    // by person, without reported speech and with it: made when first asked for

	x    *Index
	told map[string]Bits // events that documents tell of which meet all but the conditions of a kind
}

// group is the conditions of one kind, of which one must be met.
type group struct {
	noun    string
	of      Filter
	in      [Things]Bits
	unknown [Things]Bits
}

// name names the conditions of a group as their chips do.
func (g *group) name() string {
	names := make([]string, len(g.of))
	for i, c := range g.of {
		names[i] = c.Name()
	}
	return g.noun + ": " + strings.Join(names, " or ")
}

// Name names the whole filter as its chips do.
func (p *Page) Name() string {
	names := make([]string, len(p.groups))
	for i := range p.groups {
		names[i] = p.groups[i].name()
	}
	return strings.Join(names, " and ")
}

// Quotes returns the quotations of the page, with reported speech or without.
func (p *Page) Quotes(indirect bool) []int32 {
	if indirect || p.asked {
		return p.Reported
	}
	return p.Spoken
}

// Reports reports whether the page lists reported speech whatever the reader has
// chosen: the filter asks for it.
func (p *Page) Reports() bool { return p != nil && p.asked }

// Progress is how much of the corpus was read when the page was made.
func (p *Page) Progress() model.Progress { return p.x.Progress }

// PageOf gathers what a filter leaves, or returns nil when it has no condition
// that means something here.
func (x *Index) PageOf(f Filter) *Page {
	p := &Page{Person: -1, x: x, told: map[string]Bits{}}
	for _, c := range f {
		m := x.marksOf(c)
		if m == nil {
			continue
		}
		p.Filter = append(p.Filter, c)
		p.add(x, c, m)
		if by, ok := c.(ByPerson); ok {
			p.people = append(p.people, x.PersonNamed(by.Kind, by.Called))
		}
		p.asked = p.asked || c == ByKind{quote.Indirect}
	}
	if len(p.Filter) == 0 {
		return nil
	}
	if len(p.people) == 1 {
		p.Person = p.people[0]
	}
	for t := range Things {
		p.left[t] = p.but("", t)
	}
	for _, i := range p.left[Documents].ids(len(x.Docs)) {
		p.Docs = append(p.Docs, text.DocID(i))
	}
	p.Events = p.left[Events].ids(len(x.Events))
	p.dating = p.but(ByPeriod{}.Noun(), Documents)
	x.said(p)
	x.names(p)
	return p
}

// add adds a condition to the group of its kind.
func (p *Page) add(x *Index, c Condition, m *Marks) {
	k := slices.IndexFunc(p.groups, func(g group) bool { return g.noun == c.Noun() })
	if k < 0 {
		k = len(p.groups)
		p.groups = append(p.groups, group{noun: c.Noun()})
	}
	g := &p.groups[k]
	g.of = append(g.of, c)
	for t, n := range [Things]int{len(x.Docs), len(x.Quotations), len(x.Events)} {
		if g.in[t] == nil {
			g.in[t] = newBits(n)
		}
		m.sets[t].addTo(g.in[t])
		if m.unknown[t] != nil {
			if g.unknown[t] == nil {
				g.unknown[t] = newBits(n)
			}
			dense(m.unknown[t]).addTo(g.unknown[t])
		}
	}
}

// but is what all kinds of conditions but one leave; nil for everything. Where several
// are about documents, one document must meet them all and tell of an event.
func (p *Page) but(noun string, t Thing) Bits {
	var out Bits
	for i := range p.groups {
		if g := &p.groups[i]; g.noun != noun {
			out = out.and(g.in[t])
		}
	}
	if docs, kinds := p.ofDocuments(noun); t == Events && kinds > 1 {
		if p.told[noun] == nil {
			p.told[noun] = p.x.toldIn(docs)
		}
		out = out.and(p.told[noun])
	}
	return out
}

// ofDocuments is what the conditions that are about documents leave of them, but those of
// a kind, and how many kinds there are. A period asks an event for its own date.
func (p *Page) ofDocuments(noun string) (docs Bits, kinds int) {
	for i := range p.groups {
		if g := &p.groups[i]; g.noun != noun && aboutDocuments(g.of[0]) {
			docs = docs.and(g.in[Documents])
			kinds++
		}
	}
	return docs, kinds
}

// aboutDocuments reports whether a condition leaves an event for the documents that tell
// of it.
func aboutDocuments(c Condition) bool {
	switch c.(type) {
	case ByDocument, BySource, ByKind, ByRead:
		return true
	}
	return false
}

// toldIn are the events that some documents tell of.
func (x *Index) toldIn(docs Bits) Bits {
	out := newBits(len(x.Events))
	dense(docs).in(nil, nil, func(d int) {
		for _, e := range x.eventsOf[d] {
			out.add(int(e))
		}
	})
	return out
}

// said lists the quotations of a page by date: of the same words in several
// documents the earliest.
func (x *Index) said(p *Page) {
	f := x.facet()
	f.now++
	p.Reported, p.Spoken = []int32{}, []int32{}
	for _, i := range f.byDate {
		if c := f.classes[i]; p.Has(Quotations, int(i)) && f.stamp[c] != f.now {
			f.stamp[c] = f.now
			p.Reported = append(p.Reported, i)
			if !f.kinds[quote.Indirect].has(int(i)) {
				p.Spoken = append(p.Spoken, i)
			}
		}
	}
}

// names lists the people of a page: those whom its documents name. Narrowing to
// a person leaves all of them, to choose another from.
func (x *Index) names(p *Page) {
	p.naming = p.but(ByPerson{}.Noun(), Documents)
	if p.naming == nil {
		return
	}
	p.People = []int32{}
	for i := range x.People {
		if slices.ContainsFunc(x.People[i].Mentions, func(r text.Ref) bool { return p.Names(r.Doc) }) {
			p.People = append(p.People, int32(i))
		}
	}
}

// Tally is how many things a condition would leave.
type Tally [Things]int

// TallyOf counts what a condition leaves of what the other kinds of conditions of
// a page leave; p is nil without a filter.
func (x *Index) TallyOf(p *Page, c Condition, indirect bool) Tally {
	var t Tally
	m := x.marksOf(c)
	if m == nil {
		return t
	}
	f := x.facet()
	for k := range Things {
		s := m.sets[k]
		var others Bits
		if p != nil {
			others = p.but(c.Noun(), k)
		}
		if k == Events && p != nil && aboutDocuments(c) {
			if docs, kinds := p.ofDocuments(c.Noun()); kinds > 0 {
				both := newBits(len(x.Docs))
				m.sets[Documents].addTo(both)
				others = others.and(x.toldIn(both.and(docs)))
			}
		}
		if k != Quotations {
			t[k] = s.countIn(others, nil)
			continue
		}
		var hidden Bits
		if !indirect && !p.Reports() && c != (ByKind{quote.Indirect}) {
			hidden = f.kinds[quote.Indirect]
		}
		t[k] = f.distinct(s, others, hidden)
	}
	return t
}

// count counts the things that are in a set.
func (p *Page) count(t Thing, among []int32, in Bits) int {
	n := 0
	f := p.x.facet()
	f.now++
	for _, k := range among {
		if !in.has(int(k)) {
			continue
		}
		if t == Quotations {
			c := f.classes[k]
			if f.stamp[c] == f.now {
				continue
			}
			f.stamp[c] = f.now
		}
		n++
	}
	return n
}

// Share is what one kind of conditions would leave alone.
type Share struct {
	Name string
	N    int
}

// Blame tells which conditions emptied a list.
type Blame struct {
	By      string  // the conditions as their chips name them
	Unknown int     // how many they left out only because their date is not known
	Alone   []Share // what each kind of conditions would leave without the others
}

// Blame finds which kind of conditions left nothing of some things; of quotations, all
// places of the same words are one. It is not ok when there was nothing to begin with, or
// something is left.
func (p *Page) Blame(t Thing, among []int32) (b Blame, ok bool) {
	left := slices.Clone(among)
	for i := range p.groups {
		g := &p.groups[i]
		in := g.in[t]
		b.Alone = append(b.Alone, Share{g.name(), p.count(t, among, in)})
		if len(left) == 0 {
			continue
		}
		unknown := 0
		left = slices.DeleteFunc(left, func(k int32) bool {
			if !in.has(int(k)) && g.unknown[t] != nil && g.unknown[t].has(int(k)) {
				unknown++
			}
			return !in.has(int(k))
		})
		if len(left) == 0 {
			b.By, b.Unknown = g.name(), unknown
		}
	}
	return b, b.By != ""
}
