package filters

import (
	"strings"
	"testing"

	"onrecord/ui/index"
)

func TestHowWellWordsFindACondition(t *testing.T) {
	cases := []struct {
		name, typed string
		want        rank
	}{
		{"the whole name", "0012", asTyped},
		{"the file", "mill/0012.txt", asTyped},
		{"name and title", "0012 the wheel of the old mill", asTyped},
		{"a word", "wheel", asWord},
		{"two words in another order", "mill wheel", asWord},
		{"what begins a word", "whe", asPrefix},
		{"a word, and what begins one", "mill whe", asPrefix},
		{"the inside of a word", "eel", asPart},
		{"the inside of several words", "he", asPart},
		{"another name", "txt", byAlias},
		{"a word, and what begins another name", "wheel tx", byAlias + 1},
		{"a word that is not there", "wheel saw", last},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			s := section{}
			s.offer(index.ByDocument{File: "mill/0012.txt"}, "0012 The wheel of the old mill", "mill/0012.txt")
			if got := s.rank(strings.Fields(tc.typed)); got != tc.want {
				t.Errorf("%q is %d, want %d", tc.typed, got, tc.want)
			}
		})
	}
}
