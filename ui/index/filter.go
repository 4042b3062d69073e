package index

import (
	"slices"

	"onrecord/model"
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

func fit(in bool) Fit {
	if in {
		return In
	}
	return Out
}

// Test tells what meets a condition in one snapshot.
type Test struct {
	Doc   func(text.DocID) Fit
	Quote func(*model.Quotation) Fit
	Event func(*model.Event) Fit
}

// Condition is one thing that everything listed must meet. It outlives a
// snapshot: it holds names and days, no indexes.
type Condition interface {
	Noun() string      // the kind of condition, for its chip; a filter holds one of each kind
	Name() string      // what it is narrowed to
	On(x *Index) *Test // nil when the snapshot has no such thing
}

// Chip names a condition in the top line.
func Chip(c Condition) string { return c.Noun() + ": " + c.Name() }

// Filter is conditions that everything listed must meet, in the order in which
// they were set. The zero value leaves everything in.
type Filter []Condition

// With returns the filter with one more condition, which takes the place of one of
// its kind.
func (f Filter) With(c Condition) Filter { return append(f.Without(c.Noun()), c) }

// Without returns the filter without the condition of a kind.
func (f Filter) Without(noun string) Filter {
	return slices.DeleteFunc(slices.Clone(f), func(c Condition) bool { return c.Noun() == noun })
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
func (c ByPerson) On(x *Index) *Test {
	person := x.PersonNamed(c.Kind, c.Called)
	if person < 0 {
		return nil
	}
	docs := map[text.DocID]bool{}
	for _, r := range x.People[person].Mentions {
		docs[r.Doc] = true
	}
	for i := range x.Quotations {
		if q := &x.Quotations[i]; slices.Contains(q.People, person) {
			docs[q.Doc] = true
		}
	}
	return &Test{
		Doc:   func(id text.DocID) Fit { return fit(docs[id]) },
		Quote: func(q *model.Quotation) Fit { return fit(slices.Contains(q.People, person)) },
		Event: func(e *model.Event) Fit { return fit(slices.Contains(e.People, person)) },
	}
}

// ByPeriod narrows to what happened, or was published, in a stretch of time.
type ByPeriod struct{ Period }

// Noun is the word of its chip.
func (c ByPeriod) Noun() string { return "period" }

// Name is the period.
func (c ByPeriod) Name() string { return c.String() }

// On needs no snapshot to know its days.
func (c ByPeriod) On(x *Index) *Test {
	doc := func(id text.DocID) Fit { return c.Fit(x.Docs[id].Published) }
	return &Test{
		Doc:   doc,
		Quote: func(q *model.Quotation) Fit { return doc(q.Doc) },
		Event: func(e *model.Event) Fit { return c.Fit(e.Date) },
	}
}
