package infer_test

import (
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/infer"
)

func made(n int) []infer.Document {
	var docs []doc
	for f := range corpustest.Generate(n, 1) {
		docs = append(docs, doc{name: f.Name, text: f.Text})
	}
	return read(docs...)
}

func BenchmarkPeople(b *testing.B) {
	docs := made(2000)
	b.ReportAllocs()
	for b.Loop() {
		infer.People(docs)
	}
}

func BenchmarkDates(b *testing.B) {
	docs := made(2000)
	shared, posts := related(docs), infer.Posts(docs)
	b.ReportAllocs()
	for b.Loop() {
		infer.Dates(docs, shared, posts, today)
	}
}

func BenchmarkEvents(b *testing.B) {
	docs := made(2000)
	_, of := infer.People(docs)
	times := dates(docs)
	b.ReportAllocs()
	for b.Loop() {
		infer.Events(docs, times, of, today)
	}
}
