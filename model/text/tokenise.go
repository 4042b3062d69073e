package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (d *Doc) tokenise(sp Span) {
	s := d.Text
	space := true
	for i := sp.Start; i < sp.End; {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			space = true
			i += n
			continue
		}
		t := Token{Start: int32(i)}
		if space {
			t.Flags |= SpaceBefore
		}
		end := i + n
		switch {
		case unicode.IsLetter(r):
			if e := urlEnd(s[i:sp.End], space); e > 0 {
				t.Kind, end = URL, i+e
				break
			}
			end = wordEnd(s, i, sp.End)
			t.Kind = Word
			if unicode.IsUpper(r) {
				t.Flags |= Capital
			}
			if allCaps(s[i:end]) {
				t.Flags |= AllCaps
			}
		case unicode.IsDigit(r):
			t.Kind = Number
			for end < sp.End {
				c := s[end]
				if c >= '0' && c <= '9' {
					end++
					continue
				}
				if (c == '.' || c == ',' || c == ':') && end+1 < sp.End && s[end+1] >= '0' && s[end+1] <= '9' {
					end += 2
					continue
				}
				break
			}
		case isQuote(r):
			t.Kind = Quote
			if r == '\'' || r == '’' {
				if e := cliticEnd(s, i+n, sp.End); !space && e > 0 && d.afterWord(i) {
					t.Kind, end = Clitic, e
				} else if end < sp.End && r == '\'' && s[end] == '\'' {
					end++
				}
			}
			if r == '`' && end < sp.End && s[end] == '`' {
				end++
			}
		default:
			t.Kind = Punct
			for end < sp.End && (r == '.' || r == '-') && rune(s[end]) == r {
				end++
			}
		}
		t.End = int32(end)
		d.Tokens = append(d.Tokens, t)
		space = false
		i = end
	}
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

// cliticEnd returns the end of an "s" that makes ’s, when a word ends there.
func cliticEnd(s string, i, end int) int {
	if i < end && (s[i] == 's' || s[i] == 'S') {
		if i+1 == end {
			return i + 1
		}
		r, _ := utf8.DecodeRuneInString(s[i+1:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return i + 1
		}
	}
	return 0
}

func wordEnd(s string, i, end int) int {
	j := i
	for j < end {
		r, n := utf8.DecodeRuneInString(s[j:])
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			j += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[min(j+n, end):end])
		switch {
		case (r == '-' || r == '‑') && unicode.IsLetter(next):
		case (r == '\'' || r == '’') && unicode.IsLetter(next) && cliticEnd(s, j+n, end) == 0:
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

// dotted reports whether w is single letters between stops: U, U.S, e.g.
func dotted(w string) bool {
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

// urlEnd returns the length of a web or mail address at the start of s, or 0.
func urlEnd(s string, space bool) int {
	if !space {
		return 0
	}
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
