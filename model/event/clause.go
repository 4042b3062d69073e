package event

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
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
	return f.finite(n, e)
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
	return v-e.End < 40 && f.sameClause(e.End, v)
}

// finite makes the clause of verb n.
func (f *finder) finite(n int, e *when.Expression) (clause, bool) {
	if f.about(n) && n+1 < len(f.verbs) && in(ended, f.lower(f.verbs[n+1].head)) && !f.parted(f.verbs[n].end, f.verbs[n+1].first) {
		n++ // "the march that was planned for May has been called off"
	}
	first, end, ok := f.subject(n, 0)
	if !ok {
		return clause{}, false
	}
	v := f.verbs[n]
	c := clause{subject: [2]int{first, end}, verb: n, first: v.first, owner: -1}
	if n > 0 && f.verbs[n-1].end == v.first-1 && f.is(v.first-1, conjunction) {
		c.first = f.verbs[n-1].first // "shot and killed"
	}
	c.end = f.clauseEnd(n, e)
	return c, true
}

// subject finds the noun phrase that verb n is about.
func (f *finder) subject(n, depth int) (first, end int, ok bool) {
	v := f.verbs[n]
	lo := f.s.First
	if n > 0 {
		lo = f.verbs[n-1].end
	}
	end = v.first
	for end > lo && f.is(end-1, adverb) && !f.is(end-1, preposition) && !f.is(end-1, pronoun) {
		end--
	}
	if end <= lo && n > 0 || end <= f.s.First {
		return 0, 0, false
	}
	switch p := end - 1; {
	case f.is(p, relative) && f.antecedent(p) > f.s.First:
		first, end, ok = f.phrase(f.antecedent(p))
		first = f.nearest(first, end, f.lower(p))
		if f.is(first-1, preposition) && f.lower(first-1) != "of" && !f.is(first, determiner|possessive) && !f.isPerson(end-1) {
			return 0, 0, false // "another in Corrie that killed": which noun is not known
		}
		return first, end, ok
	case f.is(p, conjunction):
		if n == 0 || depth > 3 || f.lower(p) == "or" {
			return 0, 0, false
		}
		return f.subject(f.partner(n), depth+1)
	case f.word(p) == ",":
		return f.beforeInsertion(p, n)
	}
	if n > 0 && f.about(n-1) && !f.commaIn(lo, end) && !f.is(f.verbs[n-1].head, reporting) {
		return f.subject(n-1, depth+1) // "mothers who have lost children hosted"
	}
	return f.phraseFrom(lo, end)
}

// about reports whether verb n is in a clause about the noun before it.
func (f *finder) about(n int) bool {
	p := f.verbs[n].first - 1
	for f.is(p, adverb) {
		p--
	}
	return f.is(p, relative) && f.antecedent(p) > f.s.First
}

// commaIn reports whether a comma or the start of another clause stands in
// [a, b).
func (f *finder) commaIn(a, b int) bool {
	for i := a; i < b; i++ {
		if f.word(i) == "," || f.hard(i) || f.is(i, conjunction|relative) || f.is(i, subordinator) {
			return true
		}
	}
	return false
}

// partner returns the verb that shares its subject with verb n: the last before
// it that is not in a clause about a noun.
func (f *finder) partner(n int) int { return n - 1 }

// antecedent returns the end of the noun phrase before a relative pronoun.
func (f *finder) antecedent(p int) int {
	if f.lower(p) == "that" && f.is(p-1, reporting|be|adverb) || !f.inside(p-1) {
		return -1
	}
	if f.word(p-1) == "," {
		return p - 1
	}
	if f.is(p-1, preposition) || f.kind(p-1) == text.Punct {
		return -1
	}
	return p
}

// phrase reads back from token end to where its noun phrase begins.
func (f *finder) phrase(end int) (first, stop int, ok bool) {
	lo := f.s.First
	for _, v := range f.verbs {
		if v.end <= end-1 && v.first < end {
			lo = max(lo, v.end)
		}
	}
	i := end
	for i > lo && end-i < 16 {
		p := i - 1
		if f.hard(p) || f.word(p) == "," || f.kind(p) == text.Quote || f.is(p, subordinator|relative|conjunction) && f.lower(p) != "of" || f.is(p, preposition) && f.lower(p) != "of" || f.is(p, pronoun) && !f.is(p, determiner) || f.expressionAt(p) {
			break
		}
		i--
		if f.is(p, determiner|possessive) && f.lower(p-1) != "of" && !f.is(p-1, determiner) {
			break
		}
	}
	for i < end && (f.is(i, preposition) || f.kind(i) == text.Clitic || f.kind(i) == text.Punct) {
		i++
	}
	return i, end, i < end
}

// isPerson reports whether token i is part of a person's name.
func (f *finder) isPerson(i int) bool {
	k, ok := f.p.At(i)
	return ok && f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Person
}

// nearest narrows a noun phrase to the part that a relative pronoun means: "on
// behalf of the 340 people who marched", "criticism of Ann Lee, who left".
func (f *finder) nearest(first, end int, pronoun string) int {
	if pronoun == "which" {
		return first
	}
	for i := end - 2; i > first; i-- {
		if f.lower(i) == "of" && (f.is(i+1, determiner) || pronoun == "who" && f.name(i+1)) {
			return i + 1
		}
	}
	return first
}

// phraseFrom finds the subject in the tokens between a verb and what ends before
// it, behind commas, conjunctions and what leads to a subject.
func (f *finder) phraseFrom(lo, end int) (first, stop int, ok bool) {
	i := end
	for i > lo {
		p := i - 1
		if f.restarts(p) {
			i--
			break
		}
		if f.lower(p) == "what" {
			break
		}
		if f.hard(p) || f.word(p) == "," && !f.listed(p, end) || f.is(p, relative) && (f.lower(p) != "that" || p != i) || f.is(p, subordinator) && (!f.is(p, preposition) || lo > f.s.First) || end-i > 26 {
			break
		}
		if f.is(p, conjunction) && !f.joins(p, lo, end) && !(f.lower(p) == "and" && f.plural(end) && f.word(p-1) != "," && !f.verbIn(lo, p) && lo == f.s.First) {
			break
		}
		i--
	}
	return f.lead(i, end)
}

// listed reports whether the comma at k stands in a list that goes on to "and":
// "Mary Jones, Tom Lee and the council".
func (f *finder) listed(k, end int) bool {
	if f.is(k+1, preposition|subordinator|relative|adverb) {
		return false
	}
	for i := k + 1; i < end && i < k+8; i++ {
		if f.lower(i) == "and" {
			return f.name(k-1) && f.name(k+1) || f.is(k+1, determiner) && f.name(k-1)
		}
	}
	return false
}

// joins reports whether the conjunction at p joins two names or nouns of the
// subject rather than two clauses.
func (f *finder) joins(p, lo, end int) bool {
	if p <= lo || p+1 >= end || f.lower(p) == "but" || f.lower(p) == "or" {
		return false
	}
	if lo > f.s.First && !f.name(p+1) {
		return false
	}
	return !f.is(p-1, adverb|preposition) && f.word(p-1) != "," && !f.expressionAt(p-1)
}

// plural reports whether the verb phrase at or near token i is in the plural.
func (f *finder) plural(i int) bool {
	for k := i; k < i+3; k++ {
		switch f.lower(k) {
		case "were", "are", "have":
			return true
		}
	}
	return false
}

// lead passes over what stands before the subject in [i, end): marks,
// connectives, a phrase of time or place.
func (f *finder) lead(i, end int) (first, stop int, ok bool) {
	for i < end {
		switch {
		case f.kind(i) == text.Punct && f.word(i) != "$" && f.word(i) != "£" && f.word(i) != "€" && f.word(i) != "#", f.kind(i) == text.Clitic:
			i++
			continue
		case f.kind(i) == text.Quote:
			i++
			continue
		case in(zones, f.lower(i)) && f.tok(i).Is(text.AllCaps):
			i++
			continue
		case f.is(i, connector) && f.lower(i) != "now" && f.lower(i) != "well" && !f.name(i), f.is(i, conjunction), f.is(i, adverb) && !f.is(i, preposition|determiner|pronoun):
			i++
			continue
		}
		if e := f.expressionEnd(i); e > 0 && e < end && !f.isAttribute(e) {
			i = e
			continue
		}
		if f.is(i, preposition|subordinator) && !(f.lower(i) == "about" || f.lower(i) == "over" || f.lower(i) == "up") || in(fronting, f.lower(i)) && f.expressionIn(i, end) {
			k := f.behindFront(i, end)
			if k <= i {
				return 0, 0, false
			}
			i = k
			continue
		}
		break
	}
	return i, end, i < end
}

// behindFront returns where the subject begins behind a phrase of time or place
// at token i that no comma ends: behind the expression in it, or at the last
// article or pronoun that no preposition leads to.
func (f *finder) behindFront(i, end int) int {
	for k := i + 1; k < end && k < i+8; k++ {
		if e := f.expressionEnd(k); e > k && e < end && !f.isAttribute(e) {
			return e
		}
	}
	for k := end - 1; k > i+1; k-- {
		if f.is(k, determiner|pronoun|possessive) && !f.is(k-1, preposition|determiner|conjunction|subordinator) {
			return k
		}
	}
	return -1
}

// beforeInsertion finds the subject of verb n whose phrase ends with the comma at
// p: "Mary Jones, who chairs the board, resigned".
func (f *finder) beforeInsertion(p, n int) (first, stop int, ok bool) {
	lo := f.s.First
	var commas []int
	i := p - 1
	for ; i >= lo && p-i < 50; i-- {
		if f.hard(i) && f.word(i) != "(" && f.word(i) != ")" {
			break
		}
		if f.word(i) == "," {
			commas = append(commas, i)
		}
	}
	start := i + 1
	for k := len(commas) - 1; k >= 0; k-- {
		a, b, ok := f.lead(start, commas[k])
		if ok && !f.verbIn(a, b) && !f.is(a, subordinator) && !strings.HasSuffix(f.lower(a), "ing") && !f.is(a, pastOrPart) {
			return a, b, true
		}
		start = commas[k] + 1
	}
	return 0, 0, false
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
func (f *finder) clauseEnd(n int, e *when.Expression) int {
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
		case in(leads, f.lower(i)) && f.lower(i) != "ahead" && !f.is(i-1, determiner):
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

// zones stand behind a clock time that ends no sentence.
var zones = set("et", "gmt", "bst", "est", "edt", "pt", "cet", "utc", "pm", "am")
