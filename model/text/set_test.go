package text

import (
	"slices"
	"sync"
	"testing"
)

func TestASetHoldsItsWordsAndNoOthers(t *testing.T) {
	s := SetOf("harbour", "wall", "")
	for w, want := range map[string]bool{"harbour": true, "wall": true, "": true, "Harbour": false, "harbours": false} {
		if s.Has(w) != want {
			t.Errorf("Has(%q) is %v", w, !want)
		}
	}
	if all := slices.Collect(s.All()); !slices.Equal(all, []string{"harbour", "wall", ""}) {
		t.Errorf("its words are %q", all)
	}
	if SetOf().Has("") {
		t.Error("a set of none has a word")
	}
}

func TestSeveralMayAskANewSetAtOnce(t *testing.T) {
	for range 100 {
		s := SetOf("harbour", "wall")
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if !s.Has("wall") || s.Has("quay") {
					t.Error("a set that is asked at once by several answers wrongly")
				}
			})
		}
		wg.Wait()
	}
}
