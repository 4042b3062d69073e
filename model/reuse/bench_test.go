package reuse_test

import (
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/reuse"
	"onrecord/model/text"
)

func BenchmarkCompare(b *testing.B) {
	var texts []string
	var prints []*reuse.Fingerprint
	bytes := 0
	for f := range corpustest.Generate(2000, 1) {
		texts, prints = append(texts, f.Text), append(prints, reuse.Print(text.Parse(f.Text)))
		bytes += len(f.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		reuse.Compare(texts, prints)
	}
}

func BenchmarkPrint(b *testing.B) {
	var docs []*text.Doc
	bytes := 0
	for f := range corpustest.Generate(200, 1) {
		docs = append(docs, text.Parse(f.Text))
		bytes += len(f.Text)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			reuse.Print(d)
		}
	}
}
