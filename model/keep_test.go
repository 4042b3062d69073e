package model

import (
	"reflect"
	"strings"
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/source"
)

// What is kept says the same as what was found, and no list that is kept can grow
// into its neighbour.
func TestWhatIsKeptIsWhatWasFound(t *testing.T) {
	var k keeper
	for a := range corpustest.Generate(40, 1) {
		d := source.Document{Name: a.Name, Text: a.Text}
		found, kept := Analyse(d), Analyse(source.Document{Name: d.Name, Text: k.texts.keep(d.Text)})
		k.keep(kept)
		if !reflect.DeepEqual(found, kept) {
			t.Fatalf("%s: kept\n%+v\nfound\n%+v", d.Name, kept, found)
		}
		for _, q := range kept.Quotes {
			if cap(q.Spans) != len(q.Spans) || cap(q.Speakers) != len(q.Speakers) {
				t.Errorf("%s: a quotation has room for more: %d of %d spans", d.Name, len(q.Spans), cap(q.Spans))
			}
		}
	}
}

func TestTextsAreKeptWhole(t *testing.T) {
	var k texts
	var want, got []string
	for i := range 300 {
		s := strings.Repeat(string(rune('a'+i%26)), i*i%9000)
		want, got = append(want, s), append(got, k.keep(s))
	}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("text %d of %d bytes is kept as %d bytes", i, len(want[i]), len(got[i]))
		}
	}
}

func TestSlabs(t *testing.T) {
	cases := []struct {
		name  string
		sizes []int
	}{
		{"nothing", []int{0}},
		{"one", []int{1}},
		{"more than the first room", []int{leastRoom}},
		{"many of one size", []int{3, 3, 3, 3, 3, 3, 3, 3}},
		{"larger than any room", []int{1, mostRoom, 1}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var b slab[int32]
			var want, got [][]int32
			for i, n := range tc.sizes {
				s := make([]int32, n)
				for k := range s {
					s[k] = int32(i)
				}
				want, got = append(want, s), append(got, b.keep(s))
			}
			for i := range want {
				if len(got[i]) != len(want[i]) || len(want[i]) > 0 && !reflect.DeepEqual(got[i], want[i]) {
					t.Errorf("list %d is kept otherwise", i)
				}
				if cap(got[i]) != len(got[i]) {
					t.Errorf("list %d of %d has room for %d", i, len(got[i]), cap(got[i]))
				}
			}
		})
	}
}

func BenchmarkKeep(b *testing.B) {
	var docs []source.Document
	var bytes int64
	for a := range corpustest.Generate(200, 1) {
		docs = append(docs, source.Document{Name: a.Name, Text: a.Text})
		bytes += int64(len(a.Text))
	}
	made := make([]*Analysis, len(docs))
	for i, d := range docs {
		made[i] = Analyse(d)
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	var k keeper
	for b.Loop() {
		for i := range made {
			k.texts.keep(docs[i].Text)
			a := *made[i]
			k.keep(&a)
		}
	}
}
