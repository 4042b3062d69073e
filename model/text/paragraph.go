package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// line is a stretch of text between line breaks without the white space at its
// ends; gap says that a blank line stands before it.
type line struct {
	span Span
	gap  bool
}

// paragraphs cuts s at its line breaks. Where the lines were broken to a fixed
// width, the lines of a paragraph are joined.
func paragraphs(s string) []line {
	out := make([]line, 0, len(s)/80+4)
	gap := true
	for start := 0; start < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[start:], '\n'); n >= 0 {
			end = start + n
		}
		sp := trim(s, Between(start, end))
		if sp.Empty() {
			gap = true
		} else {
			out = append(out, line{sp, gap})
			gap = false
		}
		start = end + 1
	}
	if width := wrapWidth(s, out); width > 0 {
		return joinWrapped(s, out, width)
	}
	return out
}

func trim(s string, sp Span) Span {
	for sp.Start < sp.End {
		r, n := utf8.DecodeRuneInString(s[sp.Start:sp.End])
		if !unicode.IsSpace(r) {
			break
		}
		sp.Start += int32(n)
	}
	for sp.End > sp.Start {
		r, n := utf8.DecodeLastRuneInString(s[sp.Start:sp.End])
		if !unicode.IsSpace(r) {
			break
		}
		sp.End -= int32(n)
	}
	return sp
}

// wrapWidth returns the greatest length in bytes of a line when the lines were
// broken to a fixed width, else 0. It is so when no line is long and at least a
// third of the breaks inside a paragraph stand before a small letter, which an
// author's own break hardly ever does.
func wrapWidth(s string, lines []line) int {
	longest, inner, small := 0, 0, 0
	for i, l := range lines {
		longest = max(longest, l.span.Len())
		if longest > 132 {
			return 0
		}
		if i == 0 || l.gap {
			continue
		}
		inner++
		if r, _ := utf8.DecodeRuneInString(s[l.span.Start:]); unicode.IsLower(r) && lines[i-1].span.Len() >= 40 {
			small++
		}
	}
	if small < 2 || small*3 < inner {
		return 0
	}
	return longest
}

// joinWrapped joins a line to the one before it when that one was nearly full.
func joinWrapped(s string, lines []line, width int) []line {
	out := lines[:1]
	last := lines[0].span.Len()
	for _, l := range lines[1:] {
		r, _ := utf8.DecodeRuneInString(s[l.span.Start:])
		item := strings.ContainsRune("-*•>#", r)
		if n := l.span.Len(); !l.gap && !item && last*10 >= width*7 {
			out[len(out)-1].span.End = l.span.End
			last = n
			continue
		}
		last = l.span.Len()
		out = append(out, l)
	}
	return out
}
