package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/model/source"
)

// The title stands over the text, so that it is no heading to go to: not where it
// has the signs of Markdown either.
func TestTheTitleIsNoHeadingToGoTo(t *testing.T) {
	cases := []struct{ name, title string }{
		{"a title of plain text", "The weir of Corrie"},
		{"a title of Markdown", "# The weir of Corrie"},
		{"signs on both sides", "## The weir of Corrie ##"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			at := filepath.Join(t.TempDir(), "weir.md")
			words := tc.title + "\n\nThe weir fell on Monday, and nobody was hurt by it at all.\n\nWhat was found\n\nThe wall had been weak for many years, and nobody had looked at it.\n"
			if err := os.WriteFile(at, []byte(words), 0o600); err != nil {
				t.Fatal(err)
			}
			m := screenOf(t, source.Options{Paths: []string{at}}, 120, 36)
			keys(m, "3", ")", "h")
			if !strings.Contains(bottom(m), "¶ 2 of 3") {
				t.Errorf("the leap to a heading says %q", bottom(m))
			}
			keys(m, "O")
			if !strings.Contains(plain(m), "Outline ─ 1 heading ") {
				t.Errorf("the outline is\n%s", plain(m))
			}
		})
	}
}
