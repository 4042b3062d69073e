package text_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

func TestSafe(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"plain words", "Tea at four, said Ann.", "Tea at four, said Ann."},
		{"line feeds and tabs stay", "a\tb\nc", "a\tb\nc"},
		{"an escape sequence is shown, not obeyed", "\x1b[31mred", "␛[31mred"},
		{"an unterminated OSC takes no text along", "\x1b]0;title and the rest", "␛]0;title and the rest"},
		{"C1 CSI in UTF-8", "a\u009b2Jb", "a\ufffd2Jb"},
		{"delete", "a\x7fb", "a␡b"},
		{"carriage return and line feed", "a\r\nb", "a\nb"},
		{"a lone carriage return", "a\rb", "a␍b"},
		{"bidirectional override", "a\u202eb", "a\ufffdb"},
		{"isolates and tags", "a\u2066b\U000e0041c", "a\ufffdb\ufffdc"},
		{"line and paragraph separators", "a\u2028b\u2029c", "a\nb\nc"},
		{"an invalid byte", "a\xffb", "a\ufffdb"},
		{"a byte order mark at the start", "\ufeffa", "a"},
		{"no-break space and Hebrew stay", "a\u00a0שלום", "a\u00a0שלום"},
		{"an emoji family stays whole", "👨‍👩‍👧", "👨‍👩‍👧"},
		{"marks are capped", "a" + strings.Repeat("\u0301", 40) + "b", "a" + strings.Repeat("\u0301", 8) + "b"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := text.Safe(tc.in); got != tc.want {
				t.Errorf("Safe(%q) = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func TestSafeLine(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"white space becomes one space", "  a\n\tb  ", "a b"},
		{"invisible characters go", "a\u200bb\u2060c", "abc"},
		{"controls are shown", "a\x1bb", "a␛b"},
		{"the joiner inside an emoji stays", "👨‍👩‍👧", "👨‍👩‍👧"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := text.SafeLine(tc.in); got != tc.want {
				t.Errorf("SafeLine(%q) = %q, want %q", tc.in, got, tc.want)
			}
		})
	}
}

func FuzzSafe(f *testing.F) {
	for _, s := range []string{"plain", "\x1b[2J", "a\u202eb", "\xff\xfe", "a\r\nb\r", "e\u0301\u0301", "\ufeff\ufeffx", "é’–“"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := text.Safe(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Safe(%q) is not UTF-8", s)
		}
		if again := text.Safe(got); again != got {
			t.Fatalf("Safe is not idempotent: %q then %q", got, again)
		}
		for _, r := range got {
			if r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 || r >= 0xe0000 && r < 0xe0080 {
				t.Fatalf("Safe(%q) lets %U through", s, r)
			}
		}
		if letters(got) < letters(strings.ToValidUTF8(s, "")) {
			t.Fatalf("Safe(%q) = %q lost a letter", s, got)
		}
		if line := text.SafeLine(s); strings.ContainsAny(line, "\n\t") || text.SafeLine(line) != line {
			t.Fatalf("SafeLine(%q) = %q", s, line)
		}
	})
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

func TestDecode(t *testing.T) {
	cases := []struct {
		name, in, want, charset string
	}{
		{"UTF-8", "caf\u00e9", "café", "utf-8"},
		{"UTF-8 with a mark", "\xef\xbb\xbfa", "a", "utf-8"},
		{"UTF-16 little end first", "\xff\xfea\x00\xe9\x00", "aé", "utf-16le"},
		{"UTF-16 big end first", "\xfe\xff\x00a\x00\xe9", "aé", "utf-16be"},
		{"UTF-16 without a mark", "T\x00h\x00e\x00 \x00c\x00a\x00t\x00", "The cat", "utf-16le"},
		{"Windows-1252 quotation marks", "\x93Yes\x94, she said \x96 it\x92s so", "“Yes”, she said – it’s so", "windows-1252"},
		{"Latin-1 letters", "caf\xe9 cr\xe8me", "café crème", "windows-1252"},
		{"nothing", "", "", "utf-8"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got, charset, err := text.Decode([]byte(tc.in))
			if err != nil || got != tc.want || charset != tc.charset {
				t.Errorf("Decode = %q, %q, %v; want %q, %q", got, charset, err, tc.want, tc.charset)
			}
		})
	}
	if _, _, err := text.Decode([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\x02")); err == nil {
		t.Error("a picture was decoded as text")
	}
}

func sentences(d *text.Doc) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, s.Span.Of(d.Text))
	}
	return out
}

func TestSentences(t *testing.T) {
	cases := []struct {
		name, in string
		want     []string
	}{
		{"two of them", "It rained. We left.", []string{"It rained.", "We left."}},
		{"titles with a stop", "Cllr. Ann Lee met Mr. Day. They spoke.", []string{"Cllr. Ann Lee met Mr. Day.", "They spoke."}},
		{"money and clock times", "It cost £11.49m at 10.30am. Then it closed.", []string{"It cost £11.49m at 10.30am.", "Then it closed."}},
		{"Latin abbreviations", "Bring food, e.g. Bread rolls. Thank you.", []string{"Bring food, e.g. Bread rolls.", "Thank you."}},
		{"initials", "J. K. Rowe wrote it. She did.", []string{"J. K. Rowe wrote it.", "She did."}},
		{"a question inside a reporter's sentence", "“Is it true?” he asked. Nobody spoke.", []string{"“Is it true?” he asked.", "Nobody spoke."}},
		{"a quotation that ends a sentence", "He said: “I left.” Then rain came.", []string{"He said: “I left.”", "Then rain came."}},
		{"a number behind No.", "He lives at No. 10 now. It is small.", []string{"He lives at No. 10 now.", "It is small."}},
		{"U.S. before a name and at an end", "The U.S. Senate met in the U.S. The vote was close.", []string{"The U.S. Senate met in the U.S.", "The vote was close."}},
		{"an ellipsis goes on", "I thought... well, no. Yes.", []string{"I thought... well, no.", "Yes."}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := sentences(text.Parse(tc.in)); !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestTokens(t *testing.T) {
	cases := []struct {
		name, in string
		want     []string
	}{
		{"possessives are cut off", "Walker’s team", []string{"Walker", "’s", "team"}},
		{"inner apostrophes and hyphens stay", "O’Neill and Rhodes-White don’t", []string{"O’Neill", "and", "Rhodes-White", "don’t"}},
		{"dates and times", "14th at 10.30am", []string{"14", "th", "at", "10.30", "am"}},
		{"money", "£11.49m", []string{"£", "11.49", "m"}},
		{"ISO dates", "2022-05-16", []string{"2022", "-", "05", "-", "16"}},
		{"mail addresses", "write to a.b@c.example today", []string{"write", "to", "a.b@c.example", "today"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d := text.Parse(tc.in)
			var got []string
			for i := range d.Tokens {
				got = append(got, d.Word(i))
			}
			if !reflect.DeepEqual(got, tc.want) {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestBlocks(t *testing.T) {
	in := `Skip to main content

Library to close in spring

Image: The reading room, 2019

The library will close in March, the council said. Readers were told on Monday that the shelves would be cleared by the end of the week.

- Fiction goes to the school.

* History goes to the museum.

May 17

We are sorry that it has come to this, and we will do what we can for the people who use the building every day of the week.

Share this article

Sign up to our newsletter

Related stories

Another town’s library

© 2021 The Weekly`
	want := []text.BlockKind{
		text.Furniture, text.Heading, text.Caption, text.Paragraph, text.ListItem, text.ListItem, text.Heading, text.Paragraph,
		text.Furniture, text.Furniture, text.Furniture, text.Furniture, text.Furniture,
	}
	d := text.Parse(in)
	if len(d.Blocks) != len(want) {
		t.Fatalf("%d blocks, want %d", len(d.Blocks), len(want))
	}
	for i, b := range d.Blocks {
		if b.Kind != want[i] {
			t.Errorf("%q is a %v, want a %v", b.Span.Of(in), b.Kind, want[i])
		}
	}
}

func TestLinesBrokenToAWidthAreOneParagraph(t *testing.T) {
	in := "The committee met on Tuesday evening to consider the plans which\nhad been put before it in the spring, and heard from a number of\nresidents who live beside the site and who fear for their homes.\n\nIt will meet again in a month."
	d := text.Parse(in)
	if len(d.Blocks) != 2 || strings.Count(d.Blocks[0].Span.Of(in), "\n") != 2 {
		t.Errorf("%d blocks, want 2, the first of three lines", len(d.Blocks))
	}
}

func TestAnAddressThatIsTooLongIsCutBetweenLetters(t *testing.T) {
	for n := range 3 {
		s := strings.Repeat("a", n+1) + "@b." + strings.Repeat("€", 1000)
		d := text.Parse(s)
		for i := range d.Tokens {
			if !utf8.ValidString(d.Word(i)) {
				t.Errorf("token %d, bytes %d to %d, begins or ends inside a letter", i, d.Tokens[i].Start, d.Tokens[i].End)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"It rained. “We left,” she said.", "a\n\nb\n- c", "’s ' \" “", "J. K. 10.30am £3", "\n\n\n", "http://x.y/z a@b.c", "one two three\nfour five six\nseven"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		s := text.Safe(in)
		d := text.Parse(s)
		last := 0
		for i, k := range d.Tokens {
			if int(k.Start) < last || k.End <= k.Start || int(k.End) > len(s) || !utf8.ValidString(d.Word(i)) {
				t.Fatalf("token %d of %q stands at %d to %d", i, s, k.Start, k.End)
			}
			if gap := s[last:k.Start]; strings.TrimFunc(gap, unicode.IsSpace) != "" {
				t.Fatalf("%q of %q is in no token", gap, s)
			}
			last = int(k.End)
		}
		if rest := s[last:]; strings.TrimFunc(rest, unicode.IsSpace) != "" {
			t.Fatalf("%q at the end of %q is in no token", rest, s)
		}
		next, sentence := 0, 0
		for bi, b := range d.Blocks {
			if b.First != next || b.FirstSentence != sentence {
				t.Fatalf("block %d begins at token %d and sentence %d, want %d and %d", bi, b.First, b.FirstSentence, next, sentence)
			}
			for si := b.FirstSentence; si < b.EndSentence; si++ {
				if d.Sentences[si].First != next || d.Sentences[si].Block != bi {
					t.Fatalf("sentence %d of %q begins at token %d, want %d", si, s, d.Sentences[si].First, next)
				}
				next = d.Sentences[si].End
			}
			if next != b.End {
				t.Fatalf("the sentences of block %d of %q end at token %d, the block at %d", bi, s, next, b.End)
			}
			sentence = b.EndSentence
		}
		if next != len(d.Tokens) {
			t.Fatalf("the blocks of %q hold %d tokens of %d", s, next, len(d.Tokens))
		}
	})
}

const article = "The council’s cabinet met on Tuesday 7 March 2023 and agreed to spend £2.4m on repairs, Cllr. Ann Lee said. “We looked at every option,” she told the meeting. It will be looked at again by the end of the year.\n\n"

func BenchmarkParse(b *testing.B) {
	s := strings.Repeat(article, 50)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Parse(s)
	}
}

func BenchmarkSafe(b *testing.B) {
	s := strings.Repeat(article, 50)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		text.Safe(s)
	}
}
