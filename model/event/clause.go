package event

import (
	"onrecord/model/when"
)

// clause is what an expression dates: a subject, and the words from its verb to
// its end. A nominal clause has its words in [first, end) alone.
type clause struct {
	subject [2]int
	verb    int // index into finder.verbs, -1 when nominal
	first   int // of the words behind the subject
	end     int
	nominal bool
	owner   int // token of "last year’s" noun that stands for a determiner, or -1
}

// from is the first token of the clause.
func (c *clause) from() int {
	if c.nominal {
		return c.first
	}
	return min(c.subject[0], c.first)
}

// nounClause is a clause whose words are those of the noun phrase in [first, end).
func nounClause(first, end int) clause {
	return clause{first: first, end: end, nominal: true, verb: -1, owner: -1}
}

// clause finds what an expression dates: a noun that a preposition or a
// possessive ties to it, or the clause whose verb governs it.
func (f *finder) clause(e *when.Expression) (clause, bool) {
	if c, ok := f.possessed(e); ok {
		return c, c.end > c.first
	}
	n := f.governor(e)
	if c, ok := f.nominal(e, n); ok {
		return c, true
	}
	if n < 0 {
		return f.untensed(e)
	}
	if c, ok, decided := f.ofNoun(e, n); decided {
		return c, ok
	}
	return f.finite(n)
}

// governor returns the verb phrase that an expression belongs to: the last before
// it, unless its clause has ended, else the first behind it.
func (f *finder) governor(e *when.Expression) int {
	before := -1
	for n, v := range f.verbs {
		if v.first >= e.End {
			break
		}
		before = n
	}
	if before >= 0 && !f.parted(f.verbs[before].end, e.First) {
		return before
	}
	if n := before + 1; n < len(f.verbs) && f.fronted(e, f.verbs[n].first) {
		return n
	}
	if before >= 0 && f.sameClause(f.verbs[before].end, e.First) {
		return before
	}
	return -1
}

// parted reports whether a comma and the start of another clause, or a mark that
// ends any clause, stand between a verb and an expression.
func (f *finder) parted(a, b int) bool {
	comma := false
	for i := a; i < b; i++ {
		if f.hard(i) && f.word(i) != "(" {
			return true
		}
		comma = comma || f.word(i) == ","
		if f.is(i, conjunction) && comma || f.is(i, subordinator) && !f.is(i, preposition) {
			return true
		}
	}
	return false
}

func (f *finder) sameClause(a, b int) bool {
	for i := a; i < b; i++ {
		if f.hard(i) && f.word(i) != "(" {
			return false
		}
	}
	return true
}

// fronted reports whether an expression stands before the subject of a verb at
// token v, with no end of a clause between.
func (f *finder) fronted(e *when.Expression, v int) bool {
	if w := f.lower(e.First - 1); e.First-2 > f.s.First && (w == "of" || w == "dated") {
		return false // "the letter of 11 June was received": the date is the letter's
	}
	return v-e.End < 40 && f.sameClause(e.End, v)
}

// finite makes the clause of verb n.
func (f *finder) finite(n int) (clause, bool) {
	if f.about(n) && n+1 < len(f.verbs) && f.givesUp(f.verbs[n+1]) && !f.parted(f.verbs[n].end, f.verbs[n+1].first) {
		n++ // "the march that was planned for May has been called off"
	}
	first, end, ok := f.subject(n, 0)
	if !ok {
		return clause{}, false
	}
	v := f.verbs[n]
	c := clause{subject: [2]int{first, end}, verb: n, first: f.adverbsOf(v.first), owner: -1}
	if n > 0 && f.verbs[n-1].end == v.first-1 && f.is(v.first-1, conjunction) {
		c.first = f.verbs[n-1].first // "shot and killed"
	}
	c.end = f.clauseEnd(n)
	return c, true
}

// verbIn reports whether a verb phrase begins in [a, b).
func (f *finder) verbIn(a, b int) bool {
	for _, v := range f.verbs {
		if v.first >= a && v.first < b {
			return true
		}
	}
	return false
}

// clauseEnd returns where the words of verb n's clause end. The clause that a
// verb of saying or deciding leads to belongs to it.
func (f *finder) clauseEnd(n int) int {
	v := f.verbs[n]
	content := f.is(v.head, reporting)
	for i := v.end; i < f.s.End; i++ {
		if f.expressionAt(i) {
			continue
		}
		if !content {
			if m := f.verbFrom(i); m > n {
				return f.beforeVerb(i, v.end, f.about(n))
			}
		}
		switch {
		case f.hard(i) && f.word(i) != "(" && f.word(i) != ")":
			return i
		case f.word(i) == "," && !f.enumerates(i):
			return i
		case f.lower(i) == "that" && content:
			continue
		case f.is(i, relative) && f.lower(i) != "that", f.lower(i) == "that" && f.verbSoon(i+1) && !f.is(i-1, eventful):
			return i
		case f.is(i, subordinator) && !f.is(i, preposition) && f.lower(i) != "whether" && f.lower(i) != "how":
			return i
		case f.is(i, subordinator) && f.verbSoon(i+1):
			return i
		case leads.Has(f.lower(i)) && f.lower(i) != "ahead" && !f.is(i-1, determiner):
			return i
		case f.is(i, conjunction) && (f.is(i+1, fused) || f.is(i+1, pronoun) && !f.is(i+1, determiner|adverb)):
			return i
		case f.is(i, conjunction) && f.verbSoon(i+1) && !(i == v.end && f.verbStarts(i+1) && f.is(i+1, pastOrPart|past)): // but "shot and killed"
			return i
		case f.lower(i) == "as" && f.lower(i+1) == "part", f.lower(i) == "in" && (f.lower(i+1) == "relation" || f.lower(i+1) == "response" || f.lower(i+1) == "line"):
			return i
		}
	}
	return f.s.End
}

// verbFrom returns the index of the verb phrase that begins at token i, or -1.
func (f *finder) verbFrom(i int) int {
	for n, v := range f.verbs {
		if v.first == i && !(v.end == v.first+1 && f.verbEnds(i-1) && f.is(i-1, conjunction)) {
			return n
		}
	}
	return -1
}

// beforeVerb returns the end of a clause that runs into another verb at token i:
// there, where it is a clause about a noun, before a pronoun that begins the
// other ("a bid it hoped would work"), else nowhere: what belongs to which is not
// known, and end makes the clause empty.
func (f *finder) beforeVerb(i, end int, about bool) int {
	switch {
	case about:
		return i
	case f.is(i-1, pronoun) && !f.is(i-1, determiner):
		return i - 1
	}
	for k := i - 1; k >= end; k-- {
		if f.is(k, conjunction|relative) || f.lower(k) == "to" {
			return k
		}
	}
	return end
}

// enumerates reports whether the comma at i stands inside a list of names or
// figures.
func (f *finder) enumerates(i int) bool {
	if f.is(i+1, relative|subordinator|preposition|adverb|conjunction) || !f.inside(i+2) {
		return f.is(i+1, conjunction) && f.lower(i+1) == "and" && !f.verbSoon(i+2) && f.word(i-2) == ","
	}
	for k := i + 1; k < i+6 && f.inside(k); k++ {
		if f.lower(k) == "and" {
			return !f.verbSoon(k) && !f.verbSoon(i)
		}
		if f.hard(k) {
			return false
		}
	}
	return false
}

// verbSoon reports whether a verb phrase begins at or behind token i before the
// next mark.
func (f *finder) verbSoon(i int) bool {
	for _, v := range f.verbs {
		if v.first < i {
			continue
		}
		if v.first > i+14 {
			return false
		}
		for k := i; k < v.first; k++ {
			if f.hard(k) || f.word(k) == "," {
				return false
			}
		}
		return true
	}
	return false
}
