package when

import (
	"strings"

	"onrecord/model/text"
)

// scanner reads expressions at a token. Every reader returns the expression and
// true, or false and nothing read. All look a bounded number of tokens ahead.
type scanner struct {
	d          *text.Doc
	first, end int  // of the block
	bc         bool // years before Christ are told: three digits may be one
	clocked    bool // four digits that lead a line are the hour: see clockColumn
	depth      int  // of readers that read what stands inside their expression
}

func blank(first int) Expression {
	return Expression{First: first, End: first, Weekday: -1, Minute: -1, Section: -1, Until: -1, From: -1}
}

func (s *scanner) in(i int) bool { return i >= s.first && i < s.end }

// lower returns the word at i in lower case, or "" outside the block.
func (s *scanner) lower(i int) string {
	if !s.in(i) {
		return ""
	}
	return s.d.Lower(i)
}

func (s *scanner) word(i int) string {
	if !s.in(i) {
		return ""
	}
	return s.d.Word(i)
}

// lex returns what the lexicon knows of the word at i.
func (s *scanner) lex(i int) *entry {
	if !s.in(i) || s.d.Tokens[i].Kind != text.Word {
		return unknown
	}
	if e, ok := lexicon()[s.d.Lower(i)]; ok {
		return e
	}
	return unknown
}

// is reports whether the word at i can be of class c.
func (s *scanner) is(i int, c class) bool { return s.lex(i).class&c != 0 }

func (s *scanner) kind(i int) text.Kind {
	if !s.in(i) {
		return text.Punct
	}
	return s.d.Tokens[i].Kind
}

func (s *scanner) capital(i int) bool { return s.in(i) && s.d.Tokens[i].Is(text.Capital) }

// tight reports whether token i stands right behind the one before it.
func (s *scanner) tight(i int) bool { return s.in(i) && !s.d.Tokens[i].Is(text.SpaceBefore) }

// dash reports whether a dash stands at i.
func (s *scanner) dash(i int) bool {
	switch s.word(i) {
	case "-", "–", "—", "−", "--":
		return true
	}
	return false
}

// number returns the value of a run of digits, at most four, or -1.
func number(w string) int {
	if len(w) == 0 || len(w) > 4 {
		return -1
	}
	n := 0
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return -1
		}
		n = n*10 + int(w[i]-'0')
	}
	return n
}

// num returns the whole number at i, or -1.
func (s *scanner) num(i int) int {
	if s.kind(i) != text.Number {
		return -1
	}
	return number(s.d.Word(i))
}

// count is a number of units: whole, and in halves.
type count struct {
	n    int
	half bool
	next int // the token behind it
}

// count reads a number in figures or words, with "and a half" or 1/2 behind it.
func (s *scanner) count(i int) (c count, ok bool) {
	switch {
	case s.kind(i) == text.Number:
		w := s.d.Word(i)
		if n := number(strings.ReplaceAll(w, ",", "")); n >= 0 && !strings.Contains(w, ".") {
			c = count{n: n, next: i + 1}
			if s.num(i+1) == 1 && s.word(i+2) == "/" && s.num(i+3) == 2 {
				c.half, c.next = true, i+4
			}
			return c, true
		}
		if whole, ok := strings.CutSuffix(w, ".5"); ok {
			if n := number(whole); n >= 0 {
				return count{n: n, half: true, next: i + 1}, true
			}
		}
		return c, false
	case s.is(i, cNumber):
		c = s.spelt(i)
	default:
		if n, ok := s.hyphened(i); ok {
			c = count{n: n, next: i + 1}
			break
		}
		return c, false
	}
	if s.lower(c.next) == "and" && (s.lower(c.next+1) == "a" && s.lower(c.next+2) == "half" || s.lower(c.next+1) == "half") {
		c.half = true
		c.next += 2
		if s.lower(c.next) == "half" {
			c.next++
		}
	}
	return c, true
}

// spelt reads a number of several words: twenty four, a hundred and ten, two
// thousand.
func (s *scanner) spelt(i int) count {
	n, k := s.lex(i).n, i+1
	if n >= 20 && n < 100 && s.is(k, cNumber) && s.lex(k).n < 10 {
		n += s.lex(k).n
		k++
	}
	switch s.lower(k) {
	case "hundred":
		n, k = n*100, k+1
	case "thousand":
		n, k = n*1000, k+1
	}
	return count{n: n, next: k}
}

// hyphened reads twenty-five.
func (s *scanner) hyphened(i int) (int, bool) {
	if s.kind(i) != text.Word {
		return 0, false
	}
	a, b, ok := strings.Cut(s.d.Lower(i), "-")
	if !ok {
		return 0, false
	}
	n, m := numbers[a], numbers[b]
	return n + m, n >= 20 && n < 100 && m > 0 && m < 10
}

// day returns the day of a month at i: 16, 16th, the sixteenth. ord tells that an
// ending was told.
func (s *scanner) day(i int) (n, next int, ord, ok bool) {
	if n := s.num(i); n >= 1 && n <= 31 && len(s.d.Word(i)) <= 2 {
		next := i + 1
		if !s.tight(next) {
			return n, next, false, true
		}
		switch s.lower(next) {
		case "st", "nd", "rd", "th":
			return n, next + 1, true, true
		}
		if k := s.d.Tokens[next].Kind; k == text.Word || k == text.Number || s.word(next) == "%" {
			return 0, i, false, false
		}
		return n, next, false, true
	}
	if e := s.lex(i); e.class&cOrdinal != 0 && e.n >= 1 {
		return e.n, i + 1, true, true
	}
	if s.kind(i) == text.Word {
		if a, b, ok := strings.Cut(s.d.Lower(i), "-"); ok {
			if n, m := numbers[a], ordinals[b]; n >= 20 && n <= 30 && m > 0 && m < 10 && n+m <= 31 {
				return n + m, i + 1, true, true
			}
		}
	}
	return 0, i, false, false
}

// month returns the month named at i. An abbreviation takes its stop.
func (s *scanner) month(i int) (m int, next int, ok bool) {
	if !s.capital(i) || !s.is(i, cMonth) {
		return 0, i, false
	}
	e := s.lex(i)
	next = i + 1
	if w := s.d.Lower(i); len(w) <= 4 && s.word(next) == "." && s.tight(next) && w != "june" && w != "july" && w != "may" {
		next++
	}
	return e.n, next, true
}

func (s *scanner) isMonth(i int) bool {
	_, _, ok := s.month(i)
	return ok
}

// year returns the year at i: four digits from 1000 to 2100, or less with its era.
func (s *scanner) year(i int) (n, next int, bc, ok bool) {
	n = s.num(i)
	if n <= 0 {
		return 0, i, false, false
	}
	if bc, k, ok := s.era(i + 1); ok {
		return n, k, bc, true
	}
	if s.bc && n >= 100 && len(s.d.Word(i)) == 3 && s.kind(i+1) != text.Word && !s.tight(i) {
		switch s.before(i) {
		case "in", "from", "until", "of", "by", "since", "between", "after", "before", "(", "around", "and", "to":
			return n, i + 1, true, true
		}
	}
	if n < 1000 || n > 2100 || len(s.d.Word(i)) != 4 {
		return 0, i, false, false
	}
	if s.tight(i + 1) {
		if k := s.d.Tokens[i+1].Kind; k == text.Word || k == text.Number || s.word(i+1) == "%" || s.word(i+1) == "/" && s.num(i+2) > 31 {
			return 0, i, false, false
		}
	}
	return n, i + 1, false, true
}

// era reads BC, B.C., BCE, AD, CE behind a year.
func (s *scanner) era(i int) (bc bool, next int, ok bool) {
	switch s.word(i) {
	case "BC", "BCE", "B.C", "B.C.", "B.C.E.", "bc":
		return true, i + 1, true
	case "AD", "CE", "A.D", "A.D.", "C.E.":
		return false, i + 1, true
	}
	return false, i, false
}

// weekday returns the day of the week at i. Short forms count only where a date
// or a comma follows.
func (s *scanner) weekday(i int) (wd, next int, ok bool) {
	if !s.capital(i) || !s.is(i, cWeekday) {
		return 0, i, false
	}
	e := s.lex(i)
	next = i + 1
	if e.class&cShort != 0 {
		if s.word(next) == "." && s.tight(next) {
			next++
		}
		if s.num(next) < 0 && s.word(next) != "," && !s.isMonth(next) {
			return 0, i, false
		}
	}
	return e.n, next, true
}

// unit returns the unit at i.
func (s *scanner) unit(i int) (g Grain, plural, ok bool) {
	e := s.lex(i)
	return e.grain, e.class&cPlural != 0, e.class&cUnit != 0
}

// before returns the lower-case word before token i in its block, or "".
func (s *scanner) before(i int) string { return s.lower(i - 1) }

func (s *scanner) hasHyphen(k int) bool {
	return s.kind(k) == text.Word && strings.IndexByte(s.d.Lower(k), '-') > 0
}
