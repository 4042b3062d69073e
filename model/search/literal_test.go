package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhatStandsAsItIsTyped(t *testing.T) {
	cases := []struct {
		name, text, words string
		want              []string
	}{
		{"a part of a word", "The harbour wall", "arbo", []string{"arbo"}},
		{"case", "Families met FAMILIES", "families", []string{"Families", "FAMILIES"}},
		{"typed in capitals", "Families met families", "FAMILIES", []string{"Families", "families"}},
		{"two blanks", "It fell.  The council knew", "fell. the council", []string{"fell.  The council"}},
		{"a line that is broken", "The harbour\n    wall was", "harbour wall", []string{"harbour\n    wall"}},
		{"a line of quoted mail", "> On Monday the harbour\n> wall was quoted", "harbour wall was", []string{"harbour\n> wall was"}},
		{"a soft hyphen", "the har\u00adbour wall", "harbour wall", []string{"har\u00adbour wall"}},
		{"typographic marks", "O’Neill’s “wall” – gone", `o'neill's "wall" - gone`, []string{"O’Neill’s “wall” – gone"}},
		{"an accent that is not typed", "Zoë and Zoe", "zoe", []string{"Zoë", "Zoe"}},
		{"an accent that is typed", "Zoë and Zoe", "zoë", []string{"Zoë"}},
		{"accents apart from their letters", "re\u0301sume\u0301 and résumé", "résumé", []string{"re\u0301sume\u0301", "résumé"}},
		{"ligatures", "ﬁnance oﬃce", "finance office", []string{"ﬁnance oﬃce"}},
		{"another accent", "rêve", "réve", nil},
		{"not overlapping", "aaaa", "aa", []string{"aa", "aa"}},
		{"nothing typed", "aaaa", "", nil},
		{"nothing that is seen", "aaaa", "\u00ad", nil},
		{"a blank at the end", "the wall\nfell", "wall ", []string{"wall\n"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, s := range Literal(tc.text, tc.words) {
				got = append(got, s.Of(tc.text))
			}
			if strings.Join(got, "|") != strings.Join(tc.want, "|") || len(got) != len(tc.want) {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}

// What stands in a text is found in it, whatever it is, and hits lie in order between
// letters.
func FuzzLiteral(f *testing.F) {
	f.Add("The harbour\n> wall", "harbour wall")
	f.Add("Zoë ﬁ \u00ad", "zoe")
	f.Add("a\u0301\u0302", "a\u0301")
	f.Fuzz(func(t *testing.T, s, words string) {
		if !utf8.ValidString(s) || !utf8.ValidString(words) {
			return
		}
		last := 0
		for _, sp := range Literal(s, words) {
			if int(sp.Start) < last || sp.End <= sp.Start || int(sp.End) > len(s) || !utf8.ValidString(s[sp.Start:sp.End]) {
				t.Fatalf("hit %v behind %d in %d bytes", sp, last, len(s))
			}
			last = int(sp.End)
		}
	})
}

func BenchmarkLiteral(b *testing.B) {
	s := strings.Repeat("The harbour wall fell on Monday, and the council knew of it for years before that.\n", 12000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Literal(s, "the council had")
	}
}
