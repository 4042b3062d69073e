package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a byte begins. Text is ASCII for the most part: one look in a
// table saves decoding a rune for most tokens (measured: 25 MB/s without, 60 MB/s
// with).
type class uint8

const (
	other class = iota // decode the rune and see
	letter
	digit
	blank
)

var classes = func() (c [256]class) {
	for b := range 128 {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z':
			c[b] = letter
		case b >= '0' && b <= '9':
			c[b] = digit
		case b == ' ', b == '\t', b == '\n':
			c[b] = blank
		}
	}
	return c
}()

// tokenise appends the tokens of one block.
func (d *Doc) tokenise(sp Span) {
	s := d.Text
	space := true
	from, to := int(sp.Start), int(sp.End)
	for i := from; i < to; {
		k := classes[s[i]]
		if k == blank {
			space = true
			i++
			continue
		}
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
			switch {
			case unicode.IsSpace(r):
				space = true
				i += n
				continue
			case unicode.IsLetter(r):
				k = letter
			case unicode.IsDigit(r):
				k = digit
			}
		}
		t := Token{Start: int32(i)}
		if space {
			t.Flags |= SpaceBefore
		}
		end := i + n
		switch {
		case k == letter:
			end = d.word(&t, r, i, to, space)
		case k == digit:
			t.Kind = Number
			end = numberEnd(s, end, to)
		case isQuote(r):
			t.Kind = Quote
			end = d.quote(&t, r, i, end, to, space)
		default:
			t.Kind = Punct
			for end < to && (r == '.' || r == '-') && rune(s[end]) == r {
				end++
			}
		}
		t.End = int32(end)
		d.Tokens = append(d.Tokens, t)
		space = false
		i = end
	}
}

// word fills a token that begins with the letter r, and returns its end.
func (d *Doc) word(t *Token, r rune, i, limit int, space bool) int {
	s := d.Text
	end := wordEnd(s, i, limit)
	if space && end < limit && (s[end] == ':' || s[end] == '@' || s[end] == '.' || end-i >= 4 && s[i:i+3] == "www" || s[end] == '_') {
		if n := urlEnd(s[i:limit]); n > 0 {
			t.Kind = URL
			return i + n
		}
	}
	t.Kind = Word
	if r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r) {
		t.Flags |= Capital
		if allCaps(s[i:end]) {
			t.Flags |= AllCaps
		}
	}
	return end
}

// numberEnd returns the end of a number whose first digit lies before j: digits,
// and . , : between digits.
func numberEnd(s string, j, limit int) int {
	for j < limit {
		c := s[j]
		if classes[c] == digit {
			j++
			continue
		}
		if (c == '.' || c == ',' || c == ':') && j+1 < limit && classes[s[j+1]] == digit {
			j += 2
			continue
		}
		break
	}
	return j
}

// quote fills a token that begins with a quote mark, or finds that it is a clitic,
// and returns its end.
func (d *Doc) quote(t *Token, r rune, i, end, limit int, space bool) int {
	s := d.Text
	switch r {
	case '\'', '’':
		if e := cliticEnd(s, end, limit); !space && e > 0 && d.afterWord(i) {
			t.Kind = Clitic
			return e
		}
		if end < limit && r == '\'' && s[end] == '\'' {
			return end + 1
		}
	case '`':
		if end < limit && s[end] == '`' {
			return end + 1
		}
	}
	return end
}

func (d *Doc) afterWord(off int) bool {
	k := len(d.Tokens) - 1
	return k >= 0 && int(d.Tokens[k].End) == off && (d.Tokens[k].Kind == Word || d.Tokens[k].Kind == Number)
}

func isQuote(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '"', '\'', '«', '»', '‹', '›', '„', '‚', '‟', '‛', '`', '´':
		return true
	}
	return false
}

// cliticEnd returns the end of an "s" that makes ’s, when a word ends there, else
// 0.
func cliticEnd(s string, i, limit int) int {
	if i >= limit || s[i] != 's' && s[i] != 'S' {
		return 0
	}
	if i+1 == limit {
		return i + 1
	}
	r, _ := utf8.DecodeRuneInString(s[i+1:])
	if unicode.IsLetter(r) || unicode.IsDigit(r) {
		return 0
	}
	return i + 1
}

// wordEnd returns the end of the word that begins at i: letters, with apostrophes
// and hyphens between letters, and stops between single letters.
func wordEnd(s string, i, limit int) int {
	j := i
	for j < limit {
		if classes[s[j]] == letter {
			j++
			continue
		}
		if c := s[j]; c < utf8.RuneSelf && c != '-' && c != '\'' && c != '.' {
			return j
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsMark(r)) {
			j += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(j+n, limit):limit])
		switch {
		case (r == '-' || r == '‑') && unicode.IsLetter(next):
		case (r == '\'' || r == '’') && unicode.IsLetter(next) && cliticEnd(s, j+n, limit) == 0:
		case r == '.' && unicode.IsLetter(next) && dotted(s[i:j]):
		case r == '.' && strings.Contains(s[i:j], ".") && dotted(s[i:j]):
			return j + n // the last stop of U.S.
		default:
			return j
		}
		j += n
	}
	return j
}

// dotted reports whether w is single letters between stops: U, U.S, e.g. Long
// words are none, which keeps the check short.
func dotted(w string) bool {
	const most = 16
	if len(w) > most {
		return false
	}
	n := 0
	for _, r := range w {
		if r == '.' {
			n = 0
			continue
		}
		if n++; n > 1 {
			return false
		}
	}
	return n == 1
}

func allCaps(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			n++
		}
	}
	return n > 1
}

// maxURL bounds in bytes the address that is looked for, so that a line without a
// blank stays linear.
const maxURL = 2048

// urlEnd returns the length of a web or mail address at the start of s, or 0.
func urlEnd(s string) int {
	most := min(len(s), maxURL)
	for most < len(s) && !utf8.RuneStart(s[most]) {
		most--
	}
	s = s[:most]
	end := strings.IndexFunc(s, unicode.IsSpace)
	if end < 0 {
		end = len(s)
	}
	w := strings.TrimRight(s[:end], ".,;:!?)]}”’\"'")
	if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") {
		return len(w)
	}
	if at := strings.IndexByte(w, '@'); at > 0 && strings.Contains(w[at:], ".") {
		return len(w)
	}
	return 0
}
