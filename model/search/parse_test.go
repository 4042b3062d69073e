package search

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestWhatAQueryMeans(t *testing.T) {
	cases := []struct{ name, query, want string }{
		{"words", "harbour  wall", "harbour wall"},
		{"AND is a blank", "harbour AND wall", "harbour wall"},
		{"OR binds less than a blank", "a b OR c d", "a b OR c d"},
		{"groups", "(a OR b) c", "(a OR b) c"},
		{"a group of one is none", "((a))", "a"},
		{"a group of several stays one", "(a b) c", "(a b) c"},
		{"not, in three ways", "NOT a -b -(c OR d)", "-a -b -(c OR d)"},
		{"not not", "NOT -a", "a"},
		{"a dash between words", "a - b – c", "a b c"},
		{"operators in small letters are words", "and or not", "and or not"},
		{"operators in quotes are words", `"OR" "NOT"`, `"OR" "NOT"`},
		{"a phrase", `"the harbour"`, `"the harbour"`},
		{"a phrase of one word", `"harbour"`, "harbour"},
		{"a phrase in curly marks", "“the harbour”", `"the harbour"`},
		{"an empty phrase", `"" a`, "a"},
		{"a name with a hyphen", "Rhodes-White", `"Rhodes White"`},
		{"a name with an apostrophe", "O’Neill", "O’Neill"},
		{"a beginning", "harb*", "harb*"},
		{"a beginning in a phrase", `"the har*"`, `"the har*"`},
		{"a beginning behind a phrase", `"the har"*`, `"the har*"`},
		{"near", `"harbour wall"~5`, `"harbour wall"~5`},
		{"edits", "walker~ toynbe~2", "walker~1 toynbe~2"},
		{"edits in a phrase", `"daryl~1 freeman"`, `"daryl~1 freeman"`},
		{"a clock time", "20:00", "20:00"},
		{"a web address", "https://example.org/a", `"https example org a"`},
		{"a word before a colon", "Note: harbour", "Note harbour"},
		{"fields", `speaker:"Ann Lee" Person:lee in:Quotations`, `speaker:"Ann Lee" person:lee in:quotes`},
		{"dates", "before:2021 after:2021-05 before:2021-05-16 year:2021", "before:2021 after:2021-05 before:2021-05-16 year:2021"},
		{"marks alone", "… ! — ?", ""},
		{"a bracket ends a word", "a(b)c", "a b c"},
		{"stars alone", "* ~ a", "a"},
		{"nothing", "   ", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			q, err := Parse(tc.query, Options{})
			if err != nil {
				t.Fatal(err)
			}
			if q.String() != tc.want {
				t.Errorf("%s is read as %s, want %s", tc.query, q, tc.want)
			}
		})
	}
}

func TestWhatAQueryMeansWhileItIsTyped(t *testing.T) {
	cases := []struct{ query, want string }{
		{"harb", "harb*"},
		{"harbour ", "harbour"},
		{"the harb", "the harb*"},
		{`"the harb`, `"the harb*"`},
		{`"the harbour `, `"the harbour"`},
		{`"the harbour"`, `"the harbour"`},
		{`"the harbour"~`, `"the harbour"`},
		{"o'n", "o'n*"},
		{"o'", "o*"},
		{"(a OR b", "a OR b*"},
		{"a OR", "a"},
		{"a OR (", "a"},
		{"a NOT", "a"},
		{"a AND", "a"},
		{"a -", "a"},
		{"a -harb", "a -harb"}, // h* would take nearly all away
		{"a speaker:", "a"},
		{"a speaker:toyn", "a speaker:toyn*"},
		{`a speaker:"ann le`, `a speaker:"ann le*"`},
		{"a in:q", "a"},
		{"a before:20", "a"},
		{"a before:2021-0", "a"},
		{"a year:20", "a"},
		{"walker~", "walker~1"},
		{"wal*", "wal*"},
		{"", ""},
	}
	for _, tc := range cases {
		q, err := Parse(tc.query, Options{Typing: true})
		if err != nil {
			t.Errorf("%s: %v", tc.query, err)
		}
		if q.String() != tc.want {
			t.Errorf("%s is read as %s, want %s", tc.query, q, tc.want)
		}
	}
}

func TestMistakesAreNamedWithTheirColumn(t *testing.T) {
	cases := []struct{ query, says, typing string }{
		{`wall "the harbour`, "unclosed quote at column 6", `wall "the harbour*"`},
		{"é (wall", "unclosed ( at column 3", "é wall*"},
		{"wall) harbour", "there is no ( to this ) at column 5", "wall harbour*"},
		{"OR wall", "OR has nothing before it at column 1", "wall*"},
		{"wall OR ", "OR has nothing behind it at column 6", "wall"},
		{"(wall OR) a ", "OR has nothing behind it at column 7", "wall a"},
		{"a OR OR b ", "OR has nothing before it at column 6", "a OR b"},
		{"AND wall", "AND has nothing before it at column 1", "wall*"},
		{"wall AND OR a ", "AND has nothing behind it at column 6", "wall OR a"},
		{"wall NOT", "NOT has nothing behind it at column 6", "wall"},
		{"wall~3 a ", "a word may differ by 1 or 2 letters: ~1 or ~2, at column 5", "wall a"},
		{`"a b"~ c `, `"…"~ takes a number, as in "a b"~5, at column 6`, `"a b" c`},
		{`"a b"~101 c `, `"…"~ takes at most 100 words between at column 6`, `"a b" c`},
		{"before:soon wall ", "before: takes a date as 2022, 2022-05 or 2022-05-16, at column 8", "wall"},
		{"before:2022-02-30 wall ", "before: takes a date as 2022, 2022-05 or 2022-05-16, at column 8", "wall"},
		{"year:2022-05 wall ", "year: takes a year, as in year:2022, at column 6", "wall"},
		{"in:letters wall ", "in: takes quotes, as in in:quotes, at column 4", "wall"},
		{"speaker: wall ", "speaker: needs a value, as in speaker:toynbee, at column 9", "wall"},
		{"doc:… wall ", "doc: needs a word as its value, as in doc:minutes, at column 5", "wall"},
		{"tag:mine wall ", "tag: cannot be searched for yet: it will find your own tags, at column 1", "wall"},
		{"wall has:note ", "has: cannot be searched for yet: it will find documents with your own notes and marks, at column 6", "wall"},
		{"speker:lee wall ", "there is no field speker at column 1 (there are " + knownFields + "; put words with a colon in quote marks)", "wall"},
		{"speaker:(ann lee) wall ", "speaker: takes one word, or several in quote marks, at column 9", "(ann lee) wall"},
		{`"wall"~5 a `, `"…"~ says how far words may lie apart, and this is one, at column 7`, "wall a"},
		{"a harb*our ", "a * stands at the end of a word, as in harb*, at column 7 (or put the words in quote marks)", "a"},
		{"*bour a ", "a * stands at the end of a word, as in harb*, at column 1 (or put the words in quote marks)", "a"},
		{"wall~x a ", "a ~ stands at the end of a word or phrase, as in wall~1, at column 5 (or put the words in quote marks)", "a"},
		{"wall ~1 a ", "a ~ stands at the end of a word or phrase, as in wall~1, at column 6 (or put the words in quote marks)", "wall a"},
		{strings.Repeat("(", 40) + "a", "more than 32 groups stand inside one another at column 33", ""},
	}
	for _, tc := range cases {
		q, err := Parse(tc.query, Options{})
		if err == nil || err.Error() != tc.says || q != nil {
			t.Errorf("%s:\ngot  %v\nwant %s", tc.query, err, tc.says)
		}
		if q, _ := Parse(tc.query, Options{Typing: true}); q.String() != tc.typing {
			t.Errorf("while it is typed, %s is read as %s, want %s", tc.query, q, tc.typing)
		}
	}
	if _, err := Parse(strings.Repeat("é", maxQuery), Options{}); err == nil || !strings.Contains(err.Error(), "it may have 2000 bytes, at column 1001") {
		t.Errorf("a query that is too long: %v", err)
	}
}

// checkParse holds for every query: it never panics, means the same when it is
// written and read again, and names a column inside it.
func checkParse(t *testing.T, s string) {
	for _, opt := range []Options{{}, {Typing: true}} {
		q, err := Parse(s, opt)
		if err != nil {
			e := err.(*Error)
			if e.Column < 1 || e.Column > utf8.RuneCountInString(s)+1 {
				t.Errorf("%q: column %d of %d", s, e.Column, utf8.RuneCountInString(s))
			}
			if q == nil && opt.Typing {
				t.Errorf("%q means nothing while it is typed", s)
			}
			if q == nil {
				continue
			}
		}
		written := q.String()
		if len(written) > maxQuery {
			continue
		}
		again, err := Parse(written, Options{})
		if err != nil {
			t.Fatalf("%q is written %q: %v", s, written, err)
		}
		if again.String() != written || !same(q.root, again.root) {
			t.Errorf("%q is written %q, and that %q", s, written, again)
		}
	}
}

// same compares two queries.
func same(a, b *node) bool {
	if a == nil || b == nil {
		return a == b
	}
	if a.op != b.op || a.within != b.within || a.field != b.field || a.from != b.from || a.to != b.to || len(a.kids) != len(b.kids) || len(a.words) != len(b.words) {
		return false
	}
	for i := range a.words {
		if a.words[i] != b.words[i] {
			return false
		}
	}
	for i := range a.kids {
		if !same(a.kids[i], b.kids[i]) {
			return false
		}
	}
	return true
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		`harbour "exact phrase" pre* a OR b NOT c -d (e "f g"~5) word~1 speaker:"ann lee" before:2021-05`,
		"O’Neill é 11.49 U.S. 20:00", `"unclosed`, "((", "a) b", "tag:x", "-", "–", "a~~b**", "“„”", "in:quotes -(speaker:a OR year:2021)", "NOT NOT -a", "x:", "x:y", "doc:/a",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkParse(t, s) })
}

func FuzzSearch(f *testing.F) {
	f.Add("the harbour wall, the wall", "O’Neill’s wall don't", `wall OR "the wa*"`, true)
	f.Add("é e\u0301 E café 11.49 1,000.5", "U.S.A. a.b", `"a b"~1 -é`, false)
	f.Add("co\u00adop ß æ ﬁ 京都", "ss ae fi", "s* OR ß~1", false)
	f.Fuzz(func(t *testing.T, a, b, query string, typing bool) {
		if len(a)+len(b) > 300 || len(query) > 60 || strings.Contains(query, ":") ||
			strings.ContainsAny(query, "\"“”„") && strings.Contains(query, "~") && len(a)+len(b) > 40 { // the oracle tries all ways
			return
		}
		fields := &made{}
		texts := []string{a, b, a + b}
		check(t, corpus(texts, fields, func(int) bool { return len(a)%2 == 0 }), texts, fields, query, Options{Typing: typing})
	})
}
