package search

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error is what cannot be understood in a query. Column counts its characters
// from 1; one behind the last stands for the end.
type Error struct {
	Column  int
	Message string
	Advice  string // what to do about it, "" where the message says so
}

func (e *Error) Error() string {
	s := fmt.Sprintf("%s at column %d", e.Message, e.Column)
	if e.Advice != "" {
		s += " (" + e.Advice + ")"
	}
	return s
}

// Options say how a query is read.
type Options struct {
	// Typing is for a query that is not finished: its last word is a beginning, a
	// quote or group that is open is taken as closed, and an operator, a field or a
	// date that nothing follows yet is left out. There is a query even where there
	// is an error: what is wrong is left out of it.
	Typing bool
}

// The bounds of a query, so that a pasted page costs no more than a moment.
const (
	maxQuery  = 2000 // bytes
	maxDepth  = 32   // groups inside groups
	maxPhrase = 64   // words
	maxWithin = 100  // words between those of a "…"~n
)

// Parse reads a query: docs/SEARCH.md has the grammar. On an error the query is
// nil, unless it is being typed.
func Parse(s string, opt Options) (*Query, error) {
	p := &parser{s: s, typing: opt.Typing}
	if len(s) > maxQuery {
		p.fail(cutAt(s, maxQuery), "the query is too long: it may have %d bytes,", maxQuery)
		p.s = s[:cutAt(s, maxQuery)]
	}
	root := p.all()
	if p.err != nil && !p.typing {
		return nil, p.err
	}
	q := &Query{root: root}
	if root != nil {
		q.number(root)
	}
	if p.err != nil {
		return q, p.err
	}
	return q, nil
}

func cutAt(s string, n int) int {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// parser reads a query once, from left to right. It goes on behind a mistake and
// keeps the first.
type parser struct {
	s      string
	i      int
	typing bool
	not    int // inside so many negations
	err    *Error
}

// fail notes a mistake at a byte.
func (p *parser) fail(at int, format string, args ...any) {
	if p.err == nil {
		p.err = &Error{Column: p.column(at), Message: fmt.Sprintf(format, args...)}
	}
}

// advise adds to the mistake at a byte that was just noted what to do about it.
func (p *parser) advise(at int, advice string) {
	if p.err != nil && p.err.Advice == "" && p.err.Column == p.column(at) {
		p.err.Advice = advice
	}
}

// column returns the column of a byte.
func (p *parser) column(at int) int { return utf8.RuneCountInString(p.s[:min(at, len(p.s))]) + 1 }

// unfinished notes a mistake that more letters may mend, at a byte, unless they
// are being typed.
func (p *parser) unfinished(at int, format string, args ...any) {
	if !p.typing || p.i < len(p.s) {
		p.fail(at, format, args...)
	}
}

func (p *parser) blanks() {
	for p.i < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.i:])
		if !unicode.IsSpace(r) {
			return
		}
		p.i += n
	}
}

// all reads the whole query. A closing bracket too many is passed over.
func (p *parser) all() *node {
	n := &node{op: opAnd}
	for {
		if k := p.or(0); k != nil {
			n.kids = append(n.kids, k)
		}
		if p.i == len(p.s) {
			return n.simple()
		}
		p.fail(p.i, "there is no ( to this )")
		p.i++
	}
}

// or reads alternatives up to a closing bracket or the end. depth counts the
// brackets.
func (p *parser) or(depth int) *node {
	n := &node{op: opOr}
	k := p.and(depth)
	for {
		if k != nil {
			n.kids = append(n.kids, k)
		}
		if p.peekOperator() != "OR" {
			return n.simple()
		}
		p.blanks()
		at := p.i
		if k == nil {
			p.fail(at, "OR has nothing before it")
		}
		p.i += len("OR")
		if k = p.and(depth); k == nil && p.peekOperator() != "OR" {
			p.unfinished(at, "OR has nothing behind it")
		}
	}
}

// simple returns nil for a group of none and the member of a group of one.
func (n *node) simple() *node {
	switch len(n.kids) {
	case 0:
		return nil
	case 1:
		return n.kids[0]
	}
	return n
}

// and reads what must all hold, up to an OR, a closing bracket or the end.
func (p *parser) and(depth int) *node {
	n := &node{op: opAnd}
	for {
		p.blanks()
		if p.i >= len(p.s) || p.s[p.i] == ')' {
			return n.simple()
		}
		switch p.peekOperator() {
		case "OR":
			return n.simple()
		case "AND":
			if len(n.kids) == 0 {
				p.fail(p.i, "AND has nothing before it")
			}
			p.readOperator("AND")
			continue
		}
		if k := p.unary(depth); k != nil {
			n.kids = append(n.kids, k)
		}
	}
}

// readOperator reads an AND, which says what a blank says, or a NOT, and reports
// whether something that it may stand before is behind it.
func (p *parser) readOperator(name string) bool {
	at := p.i
	p.i += len(name)
	p.blanks()
	if p.i < len(p.s) && p.s[p.i] != ')' && p.peekOperator() != "OR" && p.peekOperator() != "AND" {
		return true
	}
	p.unfinished(at, "%s has nothing behind it", name)
	return false
}

// peekOperator returns the operator that comes next, or "".
func (p *parser) peekOperator() string {
	s := strings.TrimLeftFunc(p.s[p.i:], unicode.IsSpace)
	n := strings.IndexFunc(s, endsBare)
	if n < 0 {
		n = len(s)
	}
	if operator(s[:n]) {
		return s[:n]
	}
	return ""
}

// unary reads one thing, with its negations.
func (p *parser) unary(depth int) *node {
	at, minus := p.i, false
	switch {
	case p.s[p.i] == '-':
		p.i++
		if p.i == len(p.s) || endsBare(p.rune()) && p.s[p.i] != '(' && !quoteMark(p.rune()) {
			return nil // a dash between words
		}
		minus = true
	case p.peekOperator() == "NOT":
		if !p.readOperator("NOT") {
			return nil
		}
		minus = true
	}
	if !minus {
		return p.primary(depth)
	}
	if depth >= maxDepth {
		p.fail(at, "more than %d groups stand inside one another", maxDepth)
		p.i = len(p.s)
		return nil
	}
	p.not++
	k := p.unary(depth + 1)
	p.not--
	switch {
	case k == nil:
		return nil
	case k.op == opNot:
		return k.kids[0]
	}
	return &node{op: opNot, kids: []*node{k}}
}

func (p *parser) rune() rune {
	r, _ := utf8.DecodeRuneInString(p.s[p.i:])
	return r
}

// primary reads a group, a phrase, a field or a word.
func (p *parser) primary(depth int) *node {
	r, n := utf8.DecodeRuneInString(p.s[p.i:])
	switch {
	case r == '(':
		return p.group(depth)
	case quoteMark(r):
		at := p.i
		p.i += n
		return p.phrase(at)
	}
	return p.bare()
}

func (p *parser) group(depth int) *node {
	at := p.i
	p.i++
	if depth >= maxDepth {
		p.fail(at, "more than %d groups stand inside one another", maxDepth)
		p.i = len(p.s)
		return nil
	}
	n := p.or(depth + 1)
	if p.i < len(p.s) {
		p.i++ // or stops only at a closing bracket
	} else {
		p.unfinished(at, "unclosed (")
	}
	return n
}
