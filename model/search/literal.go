package search

import (
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// Literal returns where words stand in a text as they are typed, in parts of words too,
// not overlapping: what is looked for in one document. Case, accents, apostrophes and
// dashes are folded as for a query; any white space is one blank, with the marks of a
// mail's quoted lines in it; soft hyphens are not seen.
func Literal(s, words string) []text.Span {
	var want []rune
	for q := (folder{s: words}); q.next(); {
		want = append(want, q.r)
	}
	var out []text.Span
	if len(want) == 0 {
		return nil
	}
	first := byte(0) // what the first letter is where both are ASCII, in small letters
	if want[0] < utf8.RuneSelf && want[0] != ' ' {
		first = byte(want[0])
	}
	for i := 0; i < len(s); {
		c := s[i]
		if first != 0 && c < utf8.RuneSelf && lower[c] != first {
			i++
			continue
		}
		if end := literalAt(s, i, want); end > i {
			out = append(out, text.Between(i, end))
			i = end
			continue
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	return out
}

// literalAt returns where the words that begin at byte i end, or 0.
func literalAt(s string, i int, want []rune) int {
	f := folder{s: s, i: i}
	end := 0
	for k := 0; k < len(want); {
		if !f.next() {
			return 0
		}
		switch {
		case f.r == want[k]:
			k++
			end = f.i
		case accent(f.r) && k > 0 && !accent(want[k-1]): // typed without: it agrees with any
			end = f.i
		default:
			return 0
		}
	}
	for typed := accent(want[len(want)-1]); f.next() && accent(f.r); end = f.i {
		if typed {
			return 0 // it has another accent beside those that were typed
		}
	}
	return end
}

// folder reads a text as it is compared: small letters and accents one by one, each
// stretch of white space as one blank.
type folder struct {
	s    string
	i    int // behind what r came of
	r    rune
	rest string // of the letters that a sign is taken apart into
}

func (f *folder) next() bool {
	for f.rest == "" {
		if f.i >= len(f.s) {
			return false
		}
		c, n := utf8.DecodeRuneInString(f.s[f.i:])
		f.i += n
		switch {
		case unicode.IsSpace(c):
			f.blanks(c == '\n')
			f.r = ' '
			return true
		case transparent(c):
		case c < utf8.RuneSelf:
			f.r = rune(lower[c])
			return true
		default:
			if p := text.Plain(c); p < utf8.RuneSelf {
				f.r = p
				return true
			}
			f.rest = foldRune(c)
		}
	}
	c, n := utf8.DecodeRuneInString(f.rest)
	f.r, f.rest = c, f.rest[n:]
	return true
}

// blanks passes over the rest of a stretch of white space, and the marks of a quoted line
// behind a line's end.
func (f *folder) blanks(line bool) {
	for f.i < len(f.s) {
		c, n := utf8.DecodeRuneInString(f.s[f.i:])
		if !unicode.IsSpace(c) && !transparent(c) && !(line && c == '>') {
			return
		}
		line = line || c == '\n'
		f.i += n
	}
}
