package memory

import (
	"slices"
	"sync"
	"testing"
)

func TestLastingMemoryIsZeroAndApart(t *testing.T) {
	cases := []struct {
		name  string
		sizes []int
	}{
		{"nothing", []int{0}},
		{"one", []int{1}},
		{"odd sizes side by side", []int{1, 3, 7, 8, 9, 63}},
		{"a whole region, and what stands behind it", []int{region / 4, 5}},
		{"more than a region", []int{region/4 + 1, 5}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var all [][]uint32
			for k, n := range tc.sizes {
				s := Lasting[uint32](n)
				if len(s) != n || cap(s) != n {
					t.Fatalf("%d numbers with room for %d, want %d", len(s), cap(s), n)
				}
				for i, x := range s {
					if x != 0 {
						t.Fatalf("number %d of list %d is %d, want 0", i, k, x)
					}
					s[i] = uint32(k + 1)
				}
				all = append(all, s)
			}
			for k, s := range all {
				if i := slices.IndexFunc(s, func(x uint32) bool { return x != uint32(k+1) }); i >= 0 {
					t.Errorf("number %d of list %d was written over", i, k)
				}
			}
		})
	}
}

func TestACopyIsTheSame(t *testing.T) {
	want := []byte("The weir of Corrie fell on a Monday.")
	got := Copy(want)
	if string(got) != string(want) || &got[0] == &want[0] {
		t.Errorf("copy %q of %q", got, want)
	}
}

func TestManyAskAtOnce(t *testing.T) {
	var wg sync.WaitGroup
	for k := range 8 {
		wg.Go(func() {
			for n := range 200 {
				s := Lasting[byte](n)
				for i := range s {
					s[i] = byte(k)
				}
				for i, x := range s {
					if x != byte(k) {
						t.Errorf("byte %d of %d is %d, want %d", i, n, x, k)
						return
					}
				}
			}
		})
	}
	wg.Wait()
}
