package model

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/when"
)

// What a reader saw while a folder was loading must not change what stands there
// in the end.
func TestTheLastStageDoesNotDependOnThoseBefore(t *testing.T) {
	var docs []source.Document
	for f := range corpustest.Generate(120, 1) {
		if len(docs) < 5 { // a line of the site while there are few documents, not of many
			f.Text += "\n\nRead our other papers on this matter\n"
		}
		docs = append(docs, source.Document{Name: f.Name, Text: f.Text})
	}
	load := func(staged ...int) *Corpus {
		b := newBuilder(Options{Today: when.DayOf(2026, 11, 23), Index: true}, len(docs), nil)
		for i, d := range docs {
			a := Analyse(d)
			a.Index = search.Index(d.Text)
			b.add(result{analyses: []*Analysis{a}})
			for _, at := range staged {
				if i == at {
					b.infer(false)
				}
			}
		}
		return b.infer(true)
	}
	if !reflect.DeepEqual(load(), load(5, 30, 60)) {
		t.Error("a corpus that was brought together on the way differs from one that was not")
	}
}

// Between two corpus stages a snapshot has documents that no stage has seen. It must
// answer for all of them, and say the same for ever.
func TestASnapshotBetweenTwoStages(t *testing.T) {
	const staged, shown, all = 40, 50, 80
	b := newBuilder(Options{Today: when.DayOf(2026, 11, 23), Index: true}, all, nil)
	var k keeper
	var c *Corpus
	var first []string
	for f := range corpustest.Generate(all, 1) {
		a, err := analyseSafely(source.Document{Name: f.Name, Text: f.Text}, true, &k)
		if err != nil {
			t.Fatal(err)
		}
		b.add(result{analyses: []*Analysis{a}})
		switch len(b.docs) {
		case staged:
			b.infer(false)
		case shown:
			c = b.snapshot()
			first = allSaid(c)
		}
	}
	b.infer(false)
	last := b.infer(true)
	if len(c.Docs) != shown || len(c.Entities) != staged || len(c.Dates) != staged || len(c.DatesOf(shown-1)) != 0 {
		t.Errorf("%d documents, entities of %d, dates of %d", len(c.Docs), len(c.Entities), len(c.Dates))
	}
	if then := allSaid(c); !slices.Equal(first, then) {
		t.Error("a snapshot says something else once others were made")
	}
	if len(allSaid(last)) <= len(first) {
		t.Error("the last snapshot says no more than one before it")
	}
}

// allSaid is what a corpus says of its quotations and dates.
func allSaid(c *Corpus) []string {
	var out []string
	for i := range c.Quotations {
		q := &c.Quotations[i]
		out = append(out, fmt.Sprint(c.Said(q), c.Also(i), c.FirstPlace(i), c.Repeated(i), c.Copies(i)))
		for k := range q.Speakers {
			out = append(out, fmt.Sprint(c.SpeakerName(q, k), c.Speaker(q, k), c.SaidBy(q, c.Speaker(q, k))))
		}
	}
	for d, at := range c.AllDates() {
		out = append(out, fmt.Sprint(d.Name, at.Span, at.From, at.To, at.Certain, at.Basis, at.Evidence, at.Candidates(), at.Conflict()))
	}
	return out
}
