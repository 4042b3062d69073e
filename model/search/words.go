package search

import (
	"unicode"
	"unicode/utf8"
)

// class is what a byte of the text is to a word.
type class uint8

const (
	gap class = iota // no part of a word
	letter
	digit
	high // decode the rune and see
	sole // a sign of a script without blanks: a word by itself
)

var classes = func() (c [256]class) {
	for b := range c {
		switch {
		case b >= 'a' && b <= 'z', b >= 'A' && b <= 'Z':
			c[b] = letter
		case b >= '0' && b <= '9':
			c[b] = digit
		case b >= utf8.RuneSelf:
			c[b] = high
		}
	}
	return c
}()

// classOf returns what r is to a word, as its first sign.
func classOf(r rune) class {
	switch {
	case r < utf8.RuneSelf:
		return classes[r]
	case apostrophe(r):
		return gap
	case unicode.IsLetter(r):
		if r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) {
			return sole
		}
		return letter
	case unicode.IsDigit(r):
		return digit
	}
	return gap
}

// apostrophe reports whether r is written for one. U+02BC is a letter to Unicode.
func apostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', '‛', '`', '´', 'ʼ', 'ʹ', '′', '＇':
		return true
	}
	return false
}

// transparent reports whether r stands in a word without being seen: the soft
// hyphens of a page, joiners, and the mark of a file's beginning.
func transparent(r rune) bool {
	switch r {
	case '\u00ad', '\u200c', '\u200d', '\u2060', '\ufeff':
		return true
	}
	return false
}

// parts walks over the parts of a text's words: runs of letters or of digits.
// A part that one mark ties to the part before it, without a blank, makes a word
// of several parts: an apostrophe between letters (don't, O’Neill), a stop
// between single letters (U.S), a stop, comma or colon between digits (11.49). The
// s of Walker's is a part by itself, as it is a token by itself in model/text.
type parts struct {
	s          string
	start, end int
	class      class
	single     bool // one letter
	join       byte // ties it to the part before: ' . , : or 0
}

// next finds the next part.
func (p *parts) next() bool {
	from, class, single := p.end, p.class, p.single
	s := p.s
	i := from
	for i < len(s) && classes[s[i]] == gap {
		i++
	}
	for i < len(s) && classes[s[i]] == high {
		r, n := utf8.DecodeRuneInString(s[i:])
		if classOf(r) != gap {
			break
		}
		i += n
		for i < len(s) && classes[s[i]] == gap {
			i++
		}
	}
	if i >= len(s) {
		p.start, p.end = len(s), len(s)
		return false
	}
	p.read(i)
	p.join = 0
	if i > from && i-from <= utf8.UTFMax && from > 0 {
		p.join = p.tie(s[from:i], class, single)
	}
	return true
}

// tie returns how what stands between two parts joins them, or 0.
func (p *parts) tie(between string, before class, single bool) byte {
	if p.class != before || p.class != letter && p.class != digit {
		return 0
	}
	r, n := utf8.DecodeRuneInString(between)
	if n != len(between) {
		return 0
	}
	switch {
	case p.class == letter && apostrophe(r) && !(p.single && (p.s[p.start] == 's' || p.s[p.start] == 'S')):
		return '\''
	case p.class == letter && r == '.' && single && p.single:
		return '.'
	case p.class == digit && (r == '.' || r == ',' || r == ':'):
		return byte(r)
	}
	return 0
}

// read reads the part that begins at i.
func (p *parts) read(i int) {
	s := p.s
	p.start = i
	p.class = classes[s[i]]
	j := i
	if p.class != high {
		for j++; j < len(s) && classes[s[j]] == p.class; j++ {
		}
		if j == len(s) || s[j] < utf8.RuneSelf {
			p.end, p.single = j, j == i+1
			return
		}
	} else {
		r, n := utf8.DecodeRuneInString(s[i:])
		p.class = classOf(r)
		j += n
	}
	p.slow(j)
}

// slow reads on from j, where a rune beyond ASCII may belong to the part.
func (p *parts) slow(j int) {
	s := p.s
	p.end = j
	letters := utf8.RuneCountInString(s[p.start:j])
	for j < len(s) {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch {
		case r >= 0x300 && unicode.Is(unicode.M, r):
		case transparent(r):
			j += n
			continue
		case p.class != sole && classOf(r) == p.class:
			letters++
		default:
			p.single = letters == 1
			return
		}
		j += n
		p.end = j
	}
	p.single = letters == 1
}

// partEnd returns the end of the part that begins at i.
func partEnd(s string, i int) int {
	p := parts{s: s}
	p.read(i)
	return p.end
}

// maxWidth is how many parts a word may have; the rest of a longer one (an
// address of numbers, a table run together) begins a word of its own.
const maxWidth = 8

// run is a word while its parts are found: where it starts and how many parts
// it has.
type run struct {
	start, end int
	pos, width int
}

// take adds the part found last, the pos-th of its text, and returns the word
// that it ended, which has no parts where it ended none.
func (w *run) take(p *parts, pos int) (ended run) {
	if p.join != 0 && w.width > 0 && w.width < maxWidth {
		w.end, w.width = p.end, w.width+1
		return run{}
	}
	ended = *w
	*w = run{p.start, p.end, pos, 1}
	return ended
}
