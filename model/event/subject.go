package event

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

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
	if k := f.bracket(end - 1); k > lo {
		end = k
	}
	if end <= lo && n > 0 || end <= f.s.First {
		return 0, 0, false
	}
	switch p := end - 1; {
	case f.is(p, relative) && f.antecedent(p) > f.s.First:
		first, end, ok = f.phrase(f.antecedent(p))
		first = f.nearest(first, end, f.lower(p), f.plural(v.first))
		if f.is(first-1, preposition) && f.lower(first-1) != "of" && !f.is(first, determiner|possessive) && !f.isPerson(end-1) {
			return 0, 0, false // "another in Corrie that killed": which noun is not known
		}
		return f.agreeing(first, end, v), end, ok
	case f.is(p, conjunction):
		if n == 0 || depth > 3 || f.lower(p) == "or" {
			return 0, 0, false
		}
		return f.subject(n-1, depth+1)
	case f.word(p) == ",":
		return f.beforeInsertion(p)
	}
	if n > 0 && f.about(n-1) && !f.commaIn(lo, end) && !f.is(f.verbs[n-1].head, reporting) {
		return f.subject(n-1, depth+1) // "mothers who have lost children hosted"
	}
	return f.phraseFrom(lo, end)
}

// bracket returns where the brackets that close at token i open, or 0: "the
// application (ref. 12/0432) was refused".
func (f *finder) bracket(i int) int {
	const most = 14
	if f.word(i) != ")" {
		return 0
	}
	for k := i - 1; k > f.s.First && k > i-most; k-- {
		if f.word(k) == "(" {
			return k
		}
	}
	return 0
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

// antecedent returns the end of the noun phrase before a relative pronoun.
func (f *finder) antecedent(p int) int {
	if f.lower(p) == "that" && f.is(p-1, reporting|be|adverb) || !f.inside(p-1) {
		return -1
	}
	if f.word(p-1) == "," {
		if f.kind(p-2) == text.Number && f.word(p-3) == "," { // "Mary Jones, 43, who"
			return p - 3
		}
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
		if f.is(p, conjunction) && f.lower(p) != "but" && f.name(p-1) && f.name(p+1) && p+1 < end {
			i-- // "the Health and Safety Executive"
			continue
		}
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

// agreeing widens an antecedent in the plural whose verb is in the singular over
// the preposition before it: "a march past the offices that was due".
func (f *finder) agreeing(first, end int, v verb) int {
	w := f.lower(end - 1)
	switch f.lower(v.first) {
	case "was", "is", "has":
	default:
		return first
	}
	if f.name(end-1) || !strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ss") || strings.HasSuffix(w, "us") || !f.is(first-1, preposition) {
		return first
	}
	if wider, _, ok := f.phrase(first - 1); ok {
		return wider
	}
	return first
}

// isPerson reports whether token i is part of a person's name.
func (f *finder) isPerson(i int) bool {
	k, ok := f.p.At(i)
	return ok && f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Person
}

// nearest narrows a noun phrase to the part that a relative pronoun means, whose verb may
// be in the plural: "on behalf of the 340 people who marched", "criticism of Ann Lee, who
// left", "a list of firms that have closed".
func (f *finder) nearest(first, end int, pronoun string, plural bool) int {
	if pronoun == "which" {
		return first
	}
	many := plural && strings.HasSuffix(f.lower(end-1), "s")
	for i := end - 2; i > first; i-- {
		if f.lower(i) == "of" && (f.is(i+1, determiner) || pronoun == "who" && f.name(i+1) || many && !strings.HasSuffix(f.lower(i-1), "s")) {
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
		case i == f.s.First && f.kind(i) == text.Number && strings.Contains(f.word(i), ".") && f.tok(i+1).Is(text.Capital):
			i++ // the number of a paragraph
			continue
		case zones.Has(f.lower(i)) && f.tok(i).Is(text.AllCaps):
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
		if f.is(i, preposition|subordinator) && !((f.lower(i) == "about" || f.lower(i) == "over" || f.lower(i) == "up") && (f.kind(i+1) == text.Number || f.lower(i+1) == "to" || f.is(i+1, determiner) && f.lower(i+1) != "the")) || fronting.Has(f.lower(i)) && f.expressionIn(i, end) {
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

// beforeInsertion finds the subject whose phrase ends with the comma at p: "Mary
// Jones, who chairs the board, resigned".
func (f *finder) beforeInsertion(p int) (first, stop int, ok bool) {
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
		if ok && f.nameBetween(commas[k]+1, p) && !f.isPerson(b-1) {
			return commas[k] + 1, p, true // "the director, Mary Jones, resigned"
		}
		if ok && !f.verbIn(a, b) && !f.is(a, subordinator) && !strings.HasSuffix(f.lower(a), "ing") && !f.is(a, pastOrPart) {
			return a, b, true
		}
		start = commas[k] + 1
	}
	return 0, 0, false
}

// zones stand behind a clock time that ends no sentence.
var zones = text.SetOf("et", "gmt", "bst", "est", "edt", "pt", "cet", "utc", "pm", "am")

// nameBetween reports whether [a, b) is a person's full name and nothing else.
func (f *finder) nameBetween(a, b int) bool {
	k, ok := f.p.At(a)
	if !ok || b-a < 2 {
		return false
	}
	m := f.p.Mentions[k]
	return m.First == a && m.End == b && m.Form == people.FullName && f.p.Entities[m.Entity].Kind == people.Person
}
