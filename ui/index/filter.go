package index

import (
	"slices"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// Fit is whether a thing meets a condition.
type Fit uint8

// Whether a thing meets a condition. What is NotKnown is left out and counted.
const (
	Out Fit = iota
	NotKnown
	In
)

// Thing is a kind of thing that a filter leaves or takes away.
type Thing uint8

// The things. The people that a filter leaves are those whom its documents name.
const (
	Documents Thing = iota
	Quotations
	Events
	Things // how many there are
)

// Marks are what meets a condition in one snapshot: of every kind of thing, so that no
// pane stays as it was.
type Marks struct {
	sets    [Things]set
	unknown [Things]Bits // what might meet it: its date is not known
}

// Condition is one thing that everything listed must meet. It outlives a
// snapshot: it holds names and days, no indexes. Conditions can be compared.
type Condition interface {
	Noun() string       // the kind of condition, for its chip
	Name() string       // what it is narrowed to
	On(x *Index) *Marks // nil when the snapshot has no such thing
}

// Chip names a condition in the top line.
func Chip(c Condition) string { return c.Noun() + ": " + c.Name() }

// Filter is conditions that everything listed must meet, in the order in which
// they were set: of each kind one of those given. The zero value leaves everything
// in.
type Filter []Condition

// With returns the filter with one more condition, which takes the place of those
// of its kind.
func (f Filter) With(c Condition) Filter { return append(f.Without(c.Noun()), c) }

// Without returns the filter without the conditions of a kind.
func (f Filter) Without(noun string) Filter {
	return slices.DeleteFunc(slices.Clone(f), func(c Condition) bool { return c.Noun() == noun })
}

// Has reports whether a condition is set.
func (f Filter) Has(c Condition) bool { return slices.Contains(f, c) }

// Drop returns the filter without one condition.
func (f Filter) Drop(c Condition) Filter {
	return slices.DeleteFunc(slices.Clone(f), func(o Condition) bool { return o == c })
}

// Toggle returns the filter with a condition beside those of its kind or, where it
// is set, without it.
func (f Filter) Toggle(c Condition) Filter {
	if f.Has(c) {
		return f.Drop(c)
	}
	return append(slices.Clone(f), c)
}

// ByPerson narrows to what names somebody, is said by them, or tells of them.
type ByPerson struct {
	Kind   model.Kind
	Called string
}

// Noun is the word of its chip.
func (c ByPerson) Noun() string { return "person" }

// Name is whom it is narrowed to.
func (c ByPerson) Name() string { return c.Called }

// On looks the person up.
func (c ByPerson) On(x *Index) *Marks {
	person := x.PersonNamed(c.Kind, c.Called)
	if person < 0 {
		return nil
	}
	docs := newBits(len(x.Docs))
	for _, r := range x.People[person].Mentions {
		docs.add(int(r.Doc))
	}
	said, told := []int32{}, []int32{}
	for i := range x.Quotations {
		if q := &x.Quotations[i]; x.SaidBy(q, person) {
			docs.add(int(q.Doc))
			said = append(said, int32(i))
		}
	}
	for i := range x.Events {
		if slices.Contains(x.Events[i].People, person) {
			told = append(told, int32(i))
		}
	}
	return &Marks{sets: [Things]set{dense(docs), sparse(said), sparse(told)}}
}

// ByPeriod narrows to what happened, or was published, in a stretch of time.
type ByPeriod struct{ Period }

// Noun is the word of its chip.
func (c ByPeriod) Noun() string { return "period" }

// Name is the period.
func (c ByPeriod) Name() string { return c.String() }

// On tests every day that the snapshot knows. A quotation is of the time at which it was
// told: mostly that of its document.
func (c ByPeriod) On(x *Index) *Marks {
	f := x.facet()
	m := &Marks{}
	for _, t := range [...]Thing{Documents, Events} {
		in, unknown := newBits(len(f.from[t])), newBits(len(f.from[t]))
		for i, from := range f.from[t] {
			switch c.fit(from, f.to[t][i]) {
			case In:
				in.add(i)
			case NotKnown:
				unknown.add(i)
			}
		}
		m.sets[t], m.unknown[t] = dense(in), unknown
	}
	m.sets[Quotations] = dense(f.quotesOf(m.sets[Documents].bits))
	m.unknown[Quotations] = f.quotesOf(m.unknown[Documents])
	for _, a := range f.apart {
		i, in := int(a.quote), c.Fit(a.at)
		m.sets[Quotations].bits.put(i, in == In)
		m.unknown[Quotations].put(i, in == NotKnown)
	}
	return m
}

// quotesOf are the quotations of some documents.
func (f *facets) quotesOf(docs Bits) Bits {
	out := newBits(len(f.classes))
	dense(docs).in(nil, nil, func(d int) { out.addRange(int(f.quoteAt[d]), int(f.quoteAt[d+1])) })
	return out
}

// few is how many documents a condition may mean for their quotations and events
// to be listed rather than drawn as bits.
const few = 50

// ofDocs are some documents, their quotations, and what they tell of.
func (x *Index) ofDocs(ids []int32) *Marks {
	f := x.facet()
	if len(ids) <= few {
		said, told := []int32{}, []int32{}
		for _, d := range ids {
			for i := f.quoteAt[d]; i < f.quoteAt[d+1]; i++ {
				said = append(said, i)
			}
			told = append(told, x.eventsOf[d]...)
		}
		slices.Sort(told)
		return &Marks{sets: [Things]set{sparse(ids), sparse(said), sparse(slices.Compact(told))}}
	}
	docs, told := newBits(len(x.Docs)), newBits(len(x.Events))
	for _, d := range ids {
		docs.add(int(d))
		for _, e := range x.eventsOf[d] {
			told.add(int(e))
		}
	}
	return &Marks{sets: [Things]set{dense(docs), dense(f.quotesOf(docs)), dense(told)}}
}

// having are some quotations or some events, the documents that have one, and what else
// these have.
func (x *Index) having(t Thing, these Bits) *Marks {
	docs := newBits(len(x.Docs))
	dense(these).in(nil, nil, func(i int) {
		if t == Quotations {
			docs.add(int(x.Quotations[i].Doc))
			return
		}
		for _, r := range x.Events[i].Sources {
			docs.add(int(r.Doc))
		}
	})
	m := x.ofDocs(docs.ids(len(x.Docs)))
	m.sets[t] = dense(these)
	return m
}

// ByDocument narrows to one document, by its file.
type ByDocument struct{ File string }

// Noun is the word of its chip.
func (c ByDocument) Noun() string { return "document" }

// Name is the document in short.
func (c ByDocument) Name() string { return Short(c.File) }

// On looks the document up.
func (c ByDocument) On(x *Index) *Marks {
	id, ok := x.facet().docs[c.File]
	if !ok {
		return nil
	}
	return x.ofDocs([]int32{int32(id)})
}

// BySource narrows to the documents of a source or, where they name none, of a
// folder.
type BySource struct{ Source string }

// Noun is the word of its chip.
func (c BySource) Noun() string { return "source" }

// Name is the source.
func (c BySource) Name() string {
	if c.Source == "" {
		return "not told"
	}
	return c.Source
}

// On looks the source up.
func (c BySource) On(x *Index) *Marks {
	f := x.facet()
	k, ok := f.bySource[c.Source]
	if !ok {
		return nil
	}
	return x.ofDocs(f.sources[k].Docs)
}

// ByKind narrows what was said to words that are given in one way, and all else to the
// documents that have such words.
type ByKind struct{ Kind quote.Kind }

// Noun is the word of its chip.
func (c ByKind) Noun() string { return "said" }

// Name is the kind of quotation.
func (c ByKind) Name() string { return c.Kind.String() }

// On finds the quotations of the kind.
func (c ByKind) On(x *Index) *Marks {
	return x.having(Quotations, x.facet().kinds[c.Kind])
}

// ByStatus narrows what happened by how it stands, and all else to the documents that
// tell of such events.
type ByStatus struct{ Status event.Status }

// Noun is the word of its chip.
func (c ByStatus) Noun() string { return "status" }

// Name is how it stands.
func (c ByStatus) Name() string {
	if c.Status == event.Ongoing {
		return "going on"
	}
	return c.Status.String()
}

// On finds the events that stand so.
func (c ByStatus) On(x *Index) *Marks {
	return x.having(Events, x.facet().statuses[c.Status])
}

// ByKey narrows what happened to the key events, and all else to the documents that tell
// of one.
type ByKey struct{}

// Noun is the word of its chip.
func (ByKey) Noun() string { return "events" }

// Name says which.
func (ByKey) Name() string { return "key" }

// On finds the key events.
func (ByKey) On(x *Index) *Marks {
	return x.having(Events, x.facet().keys)
}

// ByRead narrows to the documents that have been read, or to those that have not.
// It looks when a filter changes, not when a document is read: what is being read
// must not vanish from its list.
type ByRead struct{ Read bool }

// Noun is the word of its chip.
func (c ByRead) Noun() string { return "read" }

// Name says whether.
func (c ByRead) Name() string {
	if c.Read {
		return "yes"
	}
	return "not yet"
}

// On asks of every document whether it has been read.
func (c ByRead) On(x *Index) *Marks {
	ids := []int32{}
	for i := range x.Docs {
		if (x.Read != nil && x.Read(text.DocID(i))) == c.Read {
			ids = append(ids, int32(i))
		}
	}
	return x.ofDocs(ids)
}

// marksOf returns what meets a condition, from memory where it was asked before.
func (x *Index) marksOf(c Condition) *Marks {
	f := x.facet()
	if _, ok := c.(ByRead); ok {
		return c.On(x)
	}
	m, ok := f.marks[c]
	if !ok {
		const most = 256 // a document or a person each has one
		if len(f.marks) >= most {
			clear(f.marks)
		}
		m = c.On(x)
		f.marks[c] = m
	}
	return m
}
