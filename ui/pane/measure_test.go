package pane_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/pane"
)

func TestAStretchIsJustSoManyCells(t *testing.T) {
	cases := []struct {
		name     string
		s        string
		from, to int
		want     string
	}{
		{"the beginning", "the old wall", 0, 7, "the old"},
		{"the middle", "the old wall", 4, 7, "old"},
		{"beyond the end", "wall", 2, 7, "ll   "},
		{"behind the end", "wall", 6, 8, "  "},
		{"nothing", "wall", 2, 2, ""},
		{"a wide sign at its edge", "a日b", 0, 2, "a "},
		{"a wide sign at both edges", "日日", 1, 3, "  "},
		{"a wide sign inside", "a日b", 1, 4, "日b"},
		{"a letter with an accent of its own", "e\u0301tage", 0, 2, "e\u0301t"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := pane.Stretch(tc.s, tc.from, tc.to)
			if got != tc.want || pane.Width(got) != tc.to-tc.from {
				t.Errorf("Stretch(%q, %d, %d) = %q, want %q", tc.s, tc.from, tc.to, got, tc.want)
			}
		})
	}
}

func FuzzStretch(f *testing.F) {
	f.Add("the old 日本 wall ❤️ 👍🏽", uint8(3), uint8(9))
	f.Fuzz(func(t *testing.T, s string, a, b uint8) {
		s = ansi.Strip(strings.ToValidUTF8(s, ""))
		for _, r := range s {
			if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
				return // text.Safe lets none through
			}
			if pane.Width(string(r)+" ") != pane.Width(string(r))+1 {
				return // a few signs of Arabic and Indic scripts join with a blank behind them
			}
		}
		from, to := int(min(a, b)), int(max(a, b))
		if got := pane.Stretch(s, from, to); pane.Width(got) != to-from {
			t.Errorf("%d cells of %q from %d to %d: %q", pane.Width(got), s, from, to, got)
		}
	})
}
