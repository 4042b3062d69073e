package search

import (
	"strconv"
	"strings"
)

// Query is what is looked for, parsed. The zero Query looks for nothing.
type Query struct {
	root  *node
	nodes int
}

// Empty reports whether there is nothing to look for.
func (q *Query) Empty() bool { return q == nil || q.root == nil }

// String writes the query so that Parse reads the same again.
func (q *Query) String() string {
	if q.Empty() {
		return ""
	}
	var b strings.Builder
	q.root.write(&b)
	return b.String()
}

// op is what a node of a query asks for.
type op uint8

const (
	opAnd op = iota
	opOr
	opNot
	opWords   // a word, or words that follow one another
	opNear    // words near one another
	opSpeaker // where somebody speaks
	opQuotes  // where words are quoted
	opPerson  // where somebody is named or meant
	opDoc     // a document by its name or title
	opSource
	opPeriod // published in a period
)

// node is one node of a query.
type node struct {
	op     op
	id     int // its number in the query, and its first
	kids   []*node
	words  []Word
	within int    // opNear: how many other words may stand between
	field  string // as written, for String
	value  string
	from   Day // opPeriod
	to     Day
}

// Word is one word that is looked for.
type Word struct {
	Raw    string // as typed
	key    string
	Prefix bool  // any word that begins so
	Fuzzy  uint8 // any word that differs by so many letters
}

func (w Word) String() string {
	switch {
	case w.Prefix:
		return w.Raw + "*"
	case w.Fuzzy > 0:
		return w.Raw + "~" + strconv.Itoa(int(w.Fuzzy))
	}
	return w.Raw
}

// write writes a node; what needs brackets inside another is bracketed there.
func (n *node) write(b *strings.Builder) {
	switch n.op {
	case opAnd, opOr:
		for i, k := range n.kids {
			if i > 0 {
				b.WriteString(map[op]string{opAnd: " ", opOr: " OR "}[n.op])
			}
			k.writeInside(b, k.op == opOr || k.op == opAnd && n.op == opAnd)
		}
	case opNot:
		b.WriteByte('-')
		n.kids[0].writeInside(b, n.kids[0].op == opOr || n.kids[0].op == opAnd)
	case opWords, opNear:
		n.writeWords(b)
	default:
		b.WriteString(n.field + ":")
		if plainValue(n.value) {
			b.WriteString(n.value)
		} else {
			b.WriteString(`"` + n.value + `"`)
		}
	}
}

func (n *node) writeInside(b *strings.Builder, brackets bool) {
	if brackets {
		b.WriteByte('(')
		defer b.WriteByte(')')
	}
	n.write(b)
}

func (n *node) writeWords(b *strings.Builder) {
	if len(n.words) == 1 && n.op == opWords && !operator(n.words[0].Raw) {
		b.WriteString(n.words[0].String())
		return
	}
	b.WriteByte('"')
	for i, w := range n.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.String())
	}
	b.WriteByte('"')
	if n.op == opNear {
		b.WriteString("~" + strconv.Itoa(n.within))
	}
}

// operator reports whether a bare word would be read as one.
func operator(s string) bool { return s == "OR" || s == "AND" || s == "NOT" }

// plainValue reports whether a field's value needs no quote marks.
func plainValue(s string) bool { return s != "" && !strings.ContainsFunc(s, endsBare) }

// place reports whether a node says where words stand, and nothing else.
func (n *node) place() bool {
	switch n.op {
	case opSpeaker, opQuotes:
		return true
	case opAnd, opOr, opNot:
		for _, k := range n.kids {
			if !k.place() {
				return false
			}
		}
		return true
	}
	return false
}

// content reports whether a node looks for words or people, so that places limit
// where.
func (n *node) content() bool {
	switch n.op {
	case opWords, opNear, opPerson:
		return true
	case opAnd, opOr:
		for _, k := range n.kids {
			if k.content() {
				return true
			}
		}
	}
	return false
}

// number gives every node its number.
func (q *Query) number(n *node) {
	n.id = q.nodes
	q.nodes++
	for _, k := range n.kids {
		q.number(k)
	}
}
