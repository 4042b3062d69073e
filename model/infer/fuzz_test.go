package infer_test

import (
	"reflect"
	"testing"
)

func FuzzTwoDocuments(f *testing.F) {
	for _, s := range [][2]string{
		{"It was opened on Monday 16 May.", "On 16 May 2022 it was opened."},
		{"May 17\n\nIt was aired yesterday (Monday 16 May).", "It will be aired on Monday at 8pm. Later this month, 05/04/2022."},
		{"Published: 3 May 2021\n\nTuesday 16 May 2022", "29 February\n\nSaturday 29 February, and 30 February; March and April"},
		{"From 26 July – 22 August, 3–5 May, Monday 31 November", "In May 1850 and in 2099 they would meet on Sunday 1 January."},
		{"Newly-appointed cabinet member for housing services Tom Field said so.", "4 March 2021\n\nMary Jones\n\nCabinet Member for Housing Services"},
	} {
		f.Add(s[0], s[1])
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := []doc{{name: "a.txt", text: a}, {name: "b.txt", text: b}}
		c, times := solve(docs...)
		if _, again := solve(docs...); !reflect.DeepEqual(times, again) {
			t.Fatal("the same documents give other dates")
		}
		for i := range times {
			check(t, "published", times[i].Published)
			if times[i].Published.Basis == "" {
				t.Error("a publication without a reason")
			}
			if len(times[i].Dates) != len(c[i].Times.Expressions) {
				t.Fatalf("%d dates of %d expressions", len(times[i].Dates), len(c[i].Times.Expressions))
			}
			for _, r := range times[i].Dates {
				check(t, r.Span.Of(c[i].Text), r.Interval)
			}
		}
	})
}
