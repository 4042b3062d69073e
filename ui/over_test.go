package ui

import "testing"

func TestOnlyWholeWordsStandBesideASheet(t *testing.T) {
	cases := []struct {
		name, row   string
		from, to    int
		left, right string
	}{
		{"between words", "one two three four", 4, 14, "one ", "four"},
		{"through words", "one two three four", 5, 10, "one  ", "    four"},
		{"through one word", "onetwothreefour", 3, 9, "   ", "      "},
		{"at the end of a word", "one two three four", 3, 13, "one", " four"},
		{"to the edges", "one two", 0, 7, "", ""},
		{"wide letters", "水車 水車場 水", 5, 11, "水車 ", " 水"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			width := 0
			for range tc.row {
				width++
			}
			if tc.name == "wide letters" {
				width = 14
			}
			if left, right := wholeWords(tc.row, tc.from, tc.to, width); left != tc.left || right != tc.right {
				t.Errorf("%q and %q, want %q and %q", left, right, tc.left, tc.right)
			}
		})
	}
}
