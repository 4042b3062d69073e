// Package fuzzy matches what is typed against names and headlines as fzf does:
// every word of the query stands in the text, whole or as letters in order, and
// letters that begin words or stand together count more. Unlike there, what is not
// whole is either letters of one word or the beginnings of several: in a headline
// any letters stand somewhere in order.
package fuzzy

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// Key is a text as it is compared: one byte for each rune, in lower case, without
// accents, with straight marks. Letters of other scripts are told apart within
// their script, which is enough to find by.
type Key string

// latin holds the plain letter of each rune from U+00C0 on; a blank is none.
const latin = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
	"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"

// KeyOf folds a text.
func KeyOf(s string) Key {
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			} else if c == '\n' || c == '\t' {
				c = ' '
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = append(b, fold(r))
		i += n
	}
	return Key(b)
}

func fold(r rune) byte {
	if plain := text.Plain(r); plain < utf8.RuneSelf {
		return byte(plain)
	}
	if i := int(r) - 0xc0; i >= 0 && i < len(latin) && latin[i] != ' ' {
		return latin[i]
	}
	return 0x80 | byte(unicode.ToLower(r)&0x7f)
}

// Mask tells which letters a text has, so that most texts are passed over by one
// comparison.
type Mask uint64

// MaskOf is the letters of a key.
func MaskOf(k Key) Mask {
	var m Mask
	for i := 0; i < len(k); i++ {
		m |= bit(k[i])
	}
	return m
}

func bit(c byte) Mask {
	switch {
	case 'a' <= c && c <= 'z':
		return 1 << (c - 'a')
	case '0' <= c && c <= '9':
		return 1 << (26 + c - '0')
	}
	return 1 << (36 + c%28)
}

// Query is what is looked for: words, each of which must be found.
type Query struct {
	terms []Key
	mask  Mask
}

// Parse reads a query. Blanks part its words.
func Parse(s string) Query {
	var q Query
	for _, w := range strings.Fields(string(KeyOf(s))) {
		q.terms = append(q.terms, Key(w[:min(len(w), maxTerm)]))
		q.mask |= MaskOf(Key(w))
	}
	return q
}

// Empty reports whether the query has no word: it matches everything.
func (q *Query) Empty() bool { return len(q.terms) == 0 }

// The points of a match, after fzf's: a letter, more where it begins a word or
// stands by the one before, less for what is passed over.
const (
	letter    = 16
	wordStart = 10
	first     = 4 // of the text
	wordEnd   = 4
	run       = 6
	gapBegins = -3
	gapGoesOn = -1
	worth     = 17 // a match by single letters has this much a letter at least: else it is chance
)

const (
	maxTerm = 48  // bytes of a word that are looked for
	maxText = 192 // bytes of a text in which single letters are looked for
)

// Score tells whether a text matches, and how well.
func (q *Query) Score(k Key, m Mask) (score int, ok bool) {
	_, score, ok = q.Rank(k, m, Parts{int32(len(k)), int32(len(k))})
	return score, ok
}

// Rank is Score, and before it what was found of the parts of a text.
func (q *Query) Rank(k Key, m Mask, p Parts) (c Class, score int, ok bool) {
	if m&q.mask != q.mask {
		return Strewn, 0, false
	}
	c = InName
	for _, t := range q.terms {
		at, s := whole(k, t)
		in := p.class(k, at)
		if at < 0 {
			if in, s = StrewnName, letters(k[:p.Name], t, nil); s < worth*len(t) && int(p.Name) < len(k) {
				in, s = Strewn, letters(k, t, nil)
			}
			if s < worth*len(t) {
				return Strewn, 0, false
			}
		}
		c, score = min(c, in), score+s
	}
	if c == InName && q.is(k[:p.Name]) {
		c = AsName
	}
	return c, score, true
}

// Places returns which runes of the text are matched, in no order.
func (q *Query) Places(k Key) []int {
	var out []int
	for _, t := range q.terms {
		if at, _ := whole(k, t); at >= 0 {
			for i := range len(t) {
				out = append(out, at+i)
			}
			continue
		}
		var at [maxTerm]int
		if letters(k, t, &at) > 0 {
			out = append(out, at[:len(t)]...)
		}
	}
	return out
}

// whole finds a word of the query as it stands: where it begins a word of the text,
// else anywhere; -1 when it does not.
func whole(k, t Key) (at, score int) {
	at = -1
	for i := 0; ; {
		j := strings.Index(string(k[i:]), string(t))
		if j < 0 {
			break
		}
		i += j
		if begins(k, i) {
			at = i
			break
		}
		if at < 0 {
			at = i
		}
		i++
	}
	if at < 0 {
		return -1, 0
	}
	score = letter*len(t) + run*(len(t)-1)
	if begins(k, at) {
		score += wordStart
		if end := at + len(t); end == len(k) || !alnum(k[end]) {
			score += wordEnd
		}
	}
	if at == 0 {
		score += first
	}
	return at, score
}

func alnum(c byte) bool { return c >= 0x80 || 'a' <= c && c <= 'z' || '0' <= c && c <= '9' }

func begins(k Key, i int) bool { return i == 0 || alnum(k[i]) && !alnum(k[i-1]) }

// none is the score of what is no match.
const none = -1 << 20

// letters finds the letters of t in order, as well placed as they can be: in one
// word, or as the beginnings of words. Where they stand is told when at is given.
// The score is none when they are not there. Most texts are passed over before the
// places are weighed, which costs a hundred times as much.
func letters(k, t Key, at *[maxTerm]int) int {
	k = k[:min(len(k), maxText)]
	if len(t) == 1 || !inOrder(k, t) {
		return none // one letter would have been found whole
	}
	one, many := none, none
	if inOneWord(k, t) {
		one = weigh(k, t, true, at)
	}
	if inBeginnings(k, t) {
		many = weigh(k, t, false, nil)
	}
	if at != nil && many > one {
		weigh(k, t, false, at)
	}
	return max(one, many)
}

// inOneWord reports whether a word begins with the first letter of t and has the
// others in order.
func inOneWord(k, t Key) bool {
	for j := 0; j < len(k); j++ {
		if k[j] != t[0] || !begins(k, j) {
			continue
		}
		i := 1
		for h := j + 1; i < len(t) && h < len(k) && alnum(k[h]); h++ {
			if k[h] == t[i] {
				i++
			}
		}
		if i == len(t) {
			return true
		}
	}
	return false
}

// inBeginnings reports whether the letters of t may be the beginnings of words: bit
// i of got is set where the first i of them are, up to here. It is too kind only
// where signs stand among the letters.
func inBeginnings(k, t Key) bool {
	got, all := uint64(1), uint64(1)<<len(t)
	for j := 0; j < len(k); j++ {
		if !begins(k, j) {
			continue
		}
		now := got
		for i := range len(t) {
			if got>>i&1 == 0 || t[i] != k[j] {
				continue
			}
			for h, n := j, i; n < len(t) && h < len(k) && k[h] == t[n]; h, n = h+1, n+1 {
				now |= 1 << (n + 1)
			}
		}
		if got = now; got&all != 0 {
			return true
		}
	}
	return false
}

// weigh scores the best places of the letters.
func weigh(k, t Key, inWord bool, at *[maxTerm]int) int {
	n := len(k)
	var rows [2][maxText]int
	var from [][maxText]int16 // where the letter before stands
	if at != nil {
		from = make([][maxText]int16, len(t))
	}
	lo := 0 // where the letter before may stand first
	for i := range len(t) {
		was, now := &rows[(i+1)%2], &rows[i%2]
		gap, gapAt := none, -1 // the best before j-1, of one word that in it
		next := -1
		for j := lo; j < n; j++ {
			if i > 0 && j >= lo+2 { // the letter before stands at j-2 or earlier
				gap += gapGoesOn
				if inWord && !alnum(k[j-1]) {
					gap, gapAt = none, -1
				} else if s := was[j-2] + gapBegins; s > gap {
					gap, gapAt = s, j-2
				}
			}
			now[j] = none
			if k[j] != t[i] {
				continue
			}
			s, before := 0, -1
			if i == 0 && !begins(k, j) || i > 0 && inWord && !alnum(k[j]) {
				continue
			}
			if i > 0 {
				if s, before = none, -1; inWord || begins(k, j) {
					s, before = gap, gapAt
				}
				if j > lo && was[j-1]+run > s {
					s, before = was[j-1]+run, j-1
				}
				if s <= none/2 {
					continue
				}
			}
			s += letter
			if begins(k, j) {
				s += wordStart
			}
			if j == 0 {
				s += first
			}
			now[j] = s
			if next < 0 {
				next = j
			}
			if at != nil {
				from[i][j] = int16(before)
			}
		}
		if next < 0 {
			return none
		}
		lo = next
	}
	best, end := none, -1
	last := &rows[(len(t)+1)%2]
	for j := lo; j < n; j++ {
		if last[j] > best {
			best, end = last[j], j
		}
	}
	if at != nil && end >= 0 {
		for i := len(t) - 1; i >= 0; i-- {
			at[i] = end
			end = int(from[i][end])
		}
	}
	return best
}

// inOrder reports whether the letters of t stand in k at all.
func inOrder(k, t Key) bool {
	i := 0
	for j := range len(t) {
		n := strings.IndexByte(string(k[i:]), t[j])
		if n < 0 {
			return false
		}
		i += n + 1
	}
	return true
}
