package model_test

import (
	"context"
	"os"
	"strconv"
	"testing"

	"onrecord/model"
	"onrecord/model/search"
	"onrecord/model/source"
)

// BenchmarkSearchFields searches a made corpus of 4,000 documents, or as many as
// ONRECORD_ARTICLES says, with fields: what they cost beside words.
func BenchmarkSearchFields(b *testing.B) {
	n := 4000
	if k, err := strconv.Atoi(os.Getenv("ONRECORD_ARTICLES")); err == nil {
		n = k
	}
	dir, _ := made(b, n)
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Paths: []string{dir}}, Today: today, Index: true}, nil)
	if err != nil {
		b.Fatal(err)
	}
	for _, query := range []string{
		"petition", "in:quotes petition", "the", "in:quotes the", "-in:quotes the", "speaker:abbott the", "speaker:abbott", "in:quotes",
		"person:abbott", "year:2021", "doc:ashcombe", "source:bbc", "doc:ashcombe petition",
	} {
		b.Run(query, func(b *testing.B) {
			q, err := search.Parse(query, search.Options{Typing: true})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			var r *search.Results
			for b.Loop() {
				if r, err = c.Search.Search(context.Background(), q, search.ByRank, 0); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(r.Total), "docs")
		})
	}
}
