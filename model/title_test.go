package model

import (
	"testing"

	"onrecord/model/source"
)

func TestTheTitleOfADocument(t *testing.T) {
	cases := []struct {
		name, text, want string
		basis            TitleBasis
	}{
		{"a headline", "The weir of Corrie\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir of Corrie", TitleFromText},
		{"a heading of Markdown", "# The weir of Corrie\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir of Corrie", TitleFromText},
		{"a heading of the third rank", "###  The weir\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir", TitleFromText},
		{"a tag is no heading", "#weir and #mill\n\nIt fell on Monday, and nobody was hurt by it at all.", "#weir and #mill", TitleFromText},
		{"more signs than there are ranks", "####### The weir\n\nIt fell on Monday, and nobody was hurt by it at all.", "####### The weir", TitleFromText},
		{"signs on both sides", "## The weir ##\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir", TitleFromText},
		{"a tab behind the sign", "#\tThe weir\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir", TitleFromText},
		{"a word that ends in a sign", "# The weir in C#\n\nIt fell on Monday, and nobody was hurt by it at all.", "The weir in C#", TitleFromText},
		{"no words at all", "", "a", TitleFromFileName},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			a := Analyse(source.Document{Name: "b/a.md", Text: tc.text})
			if a.Title != tc.want || a.Basis != tc.basis {
				t.Errorf("%q from %s, want %q from %s", a.Title, a.Basis, tc.want, tc.basis)
			}
			if a.Basis == TitleFromText && a.TitleSpan.Of(tc.text) != tc.want {
				t.Errorf("the title stands at %q", a.TitleSpan.Of(tc.text))
			}
		})
	}
}
