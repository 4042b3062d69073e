package index_test

import (
	"context"
	"testing"
	"testing/fstest"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/ui/index"
)

// A snapshot is indexed each time that one is shown while a folder loads.
func BenchmarkNew(b *testing.B) {
	files := fstest.MapFS{}
	for f := range corpustest.Generate(5000, 1) {
		files[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: files}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		index.New(c)
	}
}
