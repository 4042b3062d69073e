package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quoteMark reports whether r opens or closes a phrase. Single ones are
// apostrophes.
func quoteMark(r rune) bool { return r == '"' || r == '“' || r == '”' || r == '„' }

// endsBare reports whether r ends a word that stands without quote marks.
func endsBare(r rune) bool { return r == '(' || r == ')' || quoteMark(r) || unicode.IsSpace(r) }

// quoted reads up to the quote mark that closes, and past it. The one that opened
// stands at open.
func (p *parser) quoted(open int) (s string, from int, closed bool) {
	from = p.i
	n := strings.IndexFunc(p.s[from:], quoteMark)
	if n < 0 {
		p.i = len(p.s)
		p.unfinished(open, "unclosed quote")
		return p.s[from:], from, false
	}
	p.i = from + n
	p.i += utf8.RuneLen(p.rune())
	return p.s[from : from+n], from, true
}

// phrase reads a phrase whose opening mark stands at open and was read.
func (p *parser) phrase(open int) *node {
	s, from, closed := p.quoted(open)
	words := p.wordsOf(s, from, !closed)
	n := &node{op: opWords, words: words}
	switch {
	case !closed:
	case p.i < len(p.s) && p.s[p.i] == '*':
		p.i++
		if len(words) > 0 {
			words[len(words)-1].Prefix, words[len(words)-1].Fuzzy = true, 0
		}
	case p.i < len(p.s) && p.s[p.i] == '~':
		at := p.i
		p.i++
		within, ok := p.digits()
		switch {
		case !ok:
			p.unfinished(at, `"…"~ takes a number, as in "a b"~5,`)
		case within > maxWithin:
			p.fail(at, `"…"~ takes at most %d words between`, maxWithin)
		case len(words) == 1:
			p.fail(at, `"…"~ says how far words may lie apart, and this is one,`)
		case len(words) > 1:
			n.op, n.within = opNear, within
		}
	}
	if len(words) == 0 {
		return nil
	}
	return n
}

// digits reads a number.
func (p *parser) digits() (n int, ok bool) {
	for p.i < len(p.s) && classes[p.s[p.i]] == digit {
		n = min(n*10+int(p.s[p.i]-'0'), 1<<20)
		ok = true
		p.i++
	}
	return n, ok
}

// bare reads a word or a field.
func (p *parser) bare() *node {
	at := p.i
	for p.i < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.i:])
		if endsBare(r) {
			break
		}
		p.i += n
	}
	s := p.s[at:p.i]
	if name, _, ok := strings.Cut(s, ":"); ok && p.isField(name, s[len(name)+1:]) {
		return p.field(at, name, s[len(name)+1:])
	}
	if !p.signs(s, at) {
		return nil
	}
	words := p.wordsOf(s, at, p.i == len(p.s))
	if len(words) == 0 {
		return nil
	}
	return &node{op: opWords, words: words}
}

// signs reports whether every * and ~ of a word at a byte stands where it says
// something: elsewhere it would be passed over, and the query mean something else. Signs
// without any letter are no word.
func (p *parser) signs(s string, at int) bool {
	if !strings.ContainsFunc(s, wordSign) {
		return true
	}
	for i := range len(s) {
		if s[i] != '*' && s[i] != '~' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		rest := s[i+1:]
		if s[i] == '~' {
			rest = strings.TrimLeft(rest, "0123456789")
		}
		behind := unicode.IsLetter(before) || unicode.IsDigit(before) || unicode.IsMark(before)
		switch {
		case behind && !strings.ContainsFunc(rest, wordSign):
			continue
		case s[i] == '*':
			p.fail(at+i, "a * stands at the end of a word, as in harb*,")
		default:
			p.fail(at+i, "a ~ stands at the end of a word or phrase, as in wall~1,")
		}
		p.advise(at+i, "or put the words in quote marks")
		return false
	}
	return true
}

func wordSign(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// wordsOf cuts a stretch of the query, from a byte on, into words as a text is
// cut, each with the * or ~ behind it. The last one of a stretch that is open,
// where the query is being typed, is a beginning.
func (p *parser) wordsOf(s string, from int, open bool) []Word {
	var out []Word
	scan := parts{s: s}
	var w run
	add := func(w run) {
		word := Word{Raw: s[w.start:w.end], key: string(appendKey(nil, s[w.start:w.end]))}
		p.suffix(&word, s, w.end, from)
		if open && p.typing && p.not == 0 && unfinishedWord(s[w.end:]) {
			word.Prefix = true
		}
		out = append(out, word)
	}
	for n := 0; scan.next(); n++ {
		if w.width > 0 && suffixed(s, w.end, scan.start) { // the number behind ~ is no word
			add(w)
			w = run{}
			continue
		}
		if word := w.take(&scan, n); word.width > 0 {
			add(word)
		}
	}
	if w.width > 0 {
		add(w)
	}
	if len(out) > maxPhrase {
		p.fail(from, "a phrase has at most %d words", maxPhrase)
		out = out[:maxPhrase]
	}
	return out
}

// unfinishedWord reports whether a word may go on behind what follows it: nothing,
// or one mark that joins.
func unfinishedWord(rest string) bool {
	if rest == "" {
		return true
	}
	r, n := utf8.DecodeRuneInString(rest)
	return n == len(rest) && (apostrophe(r) || r == '.' || r == ',' || r == ':')
}

// suffixed reports whether a part at start is the number of a ~ that stands right
// behind a word.
func suffixed(s string, end, start int) bool {
	return start == end+1 && s[end] == '~' && classes[s[start]] == digit
}

// suffix reads the * or ~ behind a word that ends at end.
func (p *parser) suffix(w *Word, s string, end, from int) {
	if end == len(s) {
		return
	}
	switch s[end] {
	case '*':
		w.Prefix = true
	case '~':
		num := s[end+1:]
		if k := strings.IndexFunc(num, func(r rune) bool { return r < '0' || r > '9' }); k >= 0 {
			num = num[:k]
		}
		switch num {
		case "", "1":
			w.Fuzzy = 1
		case "2":
			w.Fuzzy = 2
		default:
			p.fail(from+end, "a word may differ by 1 or 2 letters: ~1 or ~2,")
		}
	}
}
