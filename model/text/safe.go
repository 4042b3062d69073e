package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxMarks is how many combining marks a letter may carry. Real writing needs
// at most four or five; hundreds paint over the neighbouring rows.
const maxMarks = 8

// Safe makes outside text fit to be shown on a terminal, whatever it holds. It is
// the only door by which the words of a document, a file name, a metadata field
// or an error message may come into the model. Control characters become visible
// signs, bidirectional overrides and tag characters U+FFFD, invalid bytes U+FFFD,
// CRLF and U+2028/9 line feeds; tabs and line feeds stay. Nothing is parsed and
// nothing stripped, so an unterminated escape sequence cannot take the text behind
// it along. Safe is idempotent, never loses a letter, and returns s itself when
// there is nothing to mend.
func Safe(s string) string {
	n := safePrefix(s)
	if n == len(s) {
		return s
	}
	return mend(s, n)
}

// safePrefix returns how many bytes of s need no mending, up to a rune that does
// or may.
func safePrefix(s string) int {
	marks := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c < 0x20 && c != '\n' && c != '\t' || c == 0x7f {
				return i
			}
			marks = 0
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || sign(r) != r || i == 0 && r == '\ufeff' {
			return i
		}
		if marks = countMarks(marks, r); marks > maxMarks {
			return i
		}
		i += n
	}
	return len(s)
}

func mend(s string, from int) string {
	// A cluster may have begun before from; its marks are counted again.
	for from > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:from])
		if !unicode.Is(unicode.M, r) {
			break
		}
		from -= n
	}
	var b strings.Builder
	b.Grow(len(s) + len(s)/8)
	b.WriteString(s[:from])
	marks := 0
	for i := from; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if b.Len() == 0 && r == '\ufeff' {
			continue // a byte order mark is not text
		}
		if r == '\r' && i < len(s) && s[i] == '\n' {
			continue
		}
		r = sign(r)
		if marks = countMarks(marks, r); marks > maxMarks {
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func countMarks(before int, r rune) int {
	if r >= 0x300 && unicode.Is(unicode.M, r) {
		return before + 1
	}
	return 0
}

// sign returns what stands for r on the screen: r itself when it is harmless.
func sign(r rune) rune {
	switch {
	case r >= 0x20 && r < 0x7f, r == '\n', r == '\t':
		return r
	case r < 0x20:
		return 0x2400 + r // control pictures
	case r == 0x7f:
		return 0x2421
	case r < 0xa0:
		return utf8.RuneError // C1: U+009B is CSI to many terminals
	case r < 0x2028:
		return r
	case r == 0x2028 || r == 0x2029:
		return '\n'
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f, // bidi overrides, isolates, deprecated format
		r >= 0xfff9 && r <= 0xfffb,   // interlinear annotation
		r >= 0xe0000 && r <= 0xe007f: // tags
		return utf8.RuneError
	}
	return r
}

// SafeLine is Safe for names, titles and messages: one line, runs of white space
// made one space, invisible characters left out, so that two names that look the
// same are the same.
func SafeLine(s string) string {
	s = Safe(s)
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		c := s[i]
		plain = c > 0x20 && c < 0x7f || c == ' ' && i > 0 && s[i-1] != ' ' && i < len(s)-1
	}
	if plain {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if r != '\u200d' && unicode.Is(unicode.Cf, r) || r == '\u034f' || r == '\u115f' || r == '\u3164' {
			return -1
		}
		return r
	}, s)), " ")
}
