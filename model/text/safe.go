package text

import (
	"strings"
	"unicode/utf8"
)

// Safe makes outside text fit to be shown on a terminal.
func Safe(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case r < 0x20:
			return 0x2400 + r
		case r == 0x7f:
			return 0x2421
		case r >= 0x80 && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return utf8.RuneError
		case r == 0x2028 || r == 0x2029:
			return '\n'
		}
		return r
	}, s)
}

// SafeLine is Safe for names, titles and messages: one line, no invisibles.
func SafeLine(s string) string {
	return strings.Join(strings.Fields(Safe(s)), " ")
}
