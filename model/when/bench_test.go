package when_test

import (
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/text"
	"onrecord/model/when"
)

func BenchmarkFind(b *testing.B) {
	var docs []*text.Doc
	var bytes int64
	for f := range corpustest.Generate(400, 1) {
		d := text.Parse(text.Safe(f.Text))
		docs = append(docs, d)
		bytes += int64(len(d.Text))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			when.Find(d).Resolve(when.Anchor{From: published, To: published}, nil)
		}
	}
}
