package source_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"onrecord/model/source"
)

func BenchmarkListAndRead(b *testing.B) {
	files := map[string]string{}
	for i := range 1000 {
		files[fmt.Sprintf("%02d/%04d.txt", i/100, i)] = strings.Repeat("The council met on Monday. ", 30)
	}
	opt := source.Options{Paths: []string{tree(b, files)}}
	b.ReportAllocs()
	for b.Loop() {
		entries, _, err := source.List(context.Background(), opt)
		if err != nil {
			b.Fatal(err)
		}
		for _, e := range entries {
			e.Read()
		}
	}
}
