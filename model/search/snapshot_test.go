package search

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestWhichSegmentsAreMerged(t *testing.T) {
	cases := []struct {
		name   string
		blocks []int // of each segment
		want   int   // how many of the last
	}{
		{"one", []int{1}, 0},
		{"seven of a size", slices.Repeat([]int{1}, fan-1), 0},
		{"eight of a size", slices.Repeat([]int{1}, fan), fan},
		{"eight behind a larger one", append([]int{fan}, slices.Repeat([]int{1}, fan)...), fan},
		{"eight of the next size", slices.Repeat([]int{fan}, fan), fan},
		{"eight that are large stay as they are", slices.Repeat([]int{fan * fan}, fan), 0},
		{"a large one and seven smaller", append([]int{fan * fan}, slices.Repeat([]int{fan}, fan-1)...), 0},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var b Builder
			for _, n := range tc.blocks {
				b.segments = append(b.segments, &segment{starts: make([]byte, n*block)})
			}
			if got := b.due(); got != tc.want {
				t.Errorf("the last %d are merged, want %d", got, tc.want)
			}
		})
	}
}

// In a large segment is found what was found in the small ones.
func TestALargeSegmentIsFoundIn(t *testing.T) {
	const words = 8 * block / 10 // of a document
	var b Builder
	n := 0
	for ; len(b.segments) == 0 || tierOf(b.segments[0]) < lastTier; n++ {
		b.Add(Index(strings.Repeat("the boats lay in the harbour ", words/6) + fmt.Sprintf("vessel%d", n)))
	}
	s := b.Snapshot()
	for _, doc := range []int{0, n / 2, n - 1} {
		hits := find(t, s, fmt.Sprintf("vessel%d", doc), Options{})
		if len(hits) != 1 || len(hits[doc]) != 1 {
			t.Errorf("vessel%d is found in %v, want document %d", doc, hits, doc)
		}
	}
}
