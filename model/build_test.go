package model

import (
	"reflect"
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
