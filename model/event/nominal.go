package event

import (
	"strings"

	"onrecord/model/text"
	"onrecord/model/when"
)

// nominal reads back from the expression to a preposition that leads to a
// happening, behind the verb that governs both: "following the visit on 7 July".
func (f *finder) nominal(e *when.Expression, governor int) (clause, bool) {
	if p := e.First - 2; f.lower(p+1) == "of" && f.is(p, eventful) && !f.verbStarts(p) { // "the meeting of 9 May"
		first, end, ok := f.phrase(p + 1)
		if first = f.nearest(first, end, "that", false); ok && f.is(first, determiner|possessive) && !f.addressed() {
			return f.named(first, end)
		}
	}
	lo := max(f.s.First, e.First-24)
	if governor >= 0 && f.verbs[governor].end <= e.First {
		lo = max(lo, f.verbs[governor].end)
	}
	for i := e.First - 1; i >= lo; i-- {
		if f.word(i) == "," || f.hard(i) || f.kind(i) == text.Quote {
			break
		}
		if f.lower(i) == "in" && f.lower(i+1) == "place" && e.Since && i+2 == e.First-1 { // "the team in place since March"
			if first, end, ok := f.phrase(i); ok && end-first > 1 {
				return nounClause(first, i+2), true
			}
		}
		if leads.Has(f.lower(i)) && i+1 < e.First {
			return f.named(i+1, f.beforeDate(e, i+1))
		}
	}
	return clause{}, false
}

// addressed reports whether the sentence speaks to its reader.
func (f *finder) addressed() bool {
	for i := f.s.First; i < f.s.End; i++ {
		if w := f.lower(i); w == "you" || w == "your" {
			return true
		}
	}
	return false
}

// ofNoun reads a date that belongs to a noun behind the verb rather than to the
// verb: "was asked about the crash on 3 May". A perfect never takes a time that is
// over, so what it is told with belongs to a noun or to nothing. decided is false
// where the verb may have the date.
func (f *finder) ofNoun(e *when.Expression, n int) (c clause, ok, decided bool) {
	v := f.verbs[n]
	if v.first > e.First {
		return c, false, false
	}
	w := f.lower(v.first)
	over := v.perfect && !v.will && !v.would && (w == "has" || w == "have") && e.Form == when.Calendar && f.lower(e.First-1) != "for" && e.Tense != when.Future && e.Turn != when.This && e.Month > 0 && (e.Day > 0 || e.Year > 0)
	end := f.beforeDate(e, v.end)
	for i := end - 1; i >= v.end && i > end-8; i-- {
		if f.hard(i) || f.word(i) == "," || f.is(i, conjunction|relative) {
			break
		}
		if !f.is(i, eventful) || i < end-1 && !f.is(i+1, preposition) {
			continue
		}
		first, _, ok := f.phrase(i + 1)
		if w := f.lower(first); !ok || !f.is(first, determiner|possessive) && f.kind(i-1) != text.Clitic || w == "a" || w == "an" {
			break
		}
		switch f.lower(first - 1) {
		case "of", "over", "into", "about", "with", "for", "in":
			if over || f.lower(first-1) != "in" && i == end-1 {
				c, ok := f.named(first, end)
				return c, ok, ok || over
			}
		}
		break
	}
	return c, false, over
}

// named is the noun phrase in [first, end) when it names a happening.
func (f *finder) named(first, end int) (clause, bool) {
	for first < end && (f.lower(first) == "of" || f.lower(first) == "just" || f.kind(first) == text.Number && f.expressionAt(first)) {
		first++
	}
	if end-first < 2 || f.verbIn(first, end) || !f.happens(first, end) || f.is(first, pronoun) && !f.is(first, determiner) {
		return clause{}, false
	}
	return nounClause(first, end), true
}

// happens reports whether the head of a noun phrase is a noun for a happening:
// the last word before its first preposition or participle.
func (f *finder) happens(first, end int) bool {
	for i := first; i < end; i++ {
		if f.is(i, eventful) && (i+1 == end || f.is(i+1, preposition|pastOrPart|participle|relative) || f.kind(i+1) != text.Word || f.expressionAt(i+1)) {
			return true
		}
		if i > first && f.is(i, preposition) && f.lower(i) != "of" {
			return false
		}
	}
	return false
}

// possessed reads "last night’s programme", and "the issues highlighted by last
// year’s judgment", where the participle belongs to the noun.
func (f *finder) possessed(e *when.Expression) (clause, bool) {
	i := e.End
	if i < f.s.End && f.kind(i) == text.Clitic {
		i++
	} else if f.kind(e.End-1) != text.Clitic {
		return clause{}, false
	}
	end := i
	for f.inside(end) && end < i+6 && f.kind(end) == text.Word && !f.verbStarts(end) && !f.is(end, relative|subordinator|conjunction|preposition) && !f.expressionAt(end) {
		end++
	}
	none := clause{nominal: true}
	if end == i || !f.is(end-1, eventful) {
		return none, f.onlyPossessive(e)
	}
	c := nounClause(i, end)
	c.owner = e.First
	if f.is(end, relative) && f.verbSoon(end) { // "which aired on BBC1"
		for c.end = end + 1; f.inside(c.end) && f.kind(c.end) != text.Punct && c.end < end+10 && !f.is(c.end, subordinator|conjunction); c.end++ {
		}
	}
	p := e.First - 1
	if f.lower(p) == "by" && f.is(p-1, pastOrPart) && !f.verbStarts(p-1) {
		if first, _, ok := f.phrase(p - 1); ok && p-1-first > 1 {
			c.first = first
		}
	}
	if c.first == i && c.end-i < 2 {
		return none, f.onlyPossessive(e) // "last year’s visit": whose?
	}
	return c, f.lower(e.First-1) != "of" || f.lower(e.First-2) != "part"
}

// onlyPossessive reports whether the expression does nothing but belong to a
// noun that is no happening: "this year’s budget figures".
func (f *finder) onlyPossessive(e *when.Expression) bool {
	return e.Form == when.Offset && e.Grain > when.Days
}

// untensed reads a line without a verb: "the programme broadcast on Monday",
// "Statement after the meeting of 3 May".
func (f *finder) untensed(e *when.Expression) (clause, bool) {
	if len(f.verbs) > 0 {
		return clause{}, false
	}
	first, end, ok := f.lead(f.s.First, f.beforeDate(e, f.s.First))
	if !ok || end-first < 2 || end-first > 24 || f.lower(end-1) == "part" {
		return clause{}, false
	}
	for i := first; i < end; i++ {
		if leads.Has(f.lower(i)) && i+2 < end {
			first = i + 1
		}
		if f.hard(i) || f.word(i) == "," {
			return clause{}, false
		}
	}
	if f.lower(first+1) == "of" && f.is(first+2, determiner) && f.happens(first+2, end) && !f.is(first, eventful) {
		first += 2 // "minutes of the meeting held on 3 May"
	}
	for i := end - 1; i > first && (f.is(first, determiner|eventful) || f.s.First < first); i-- {
		if f.is(i, pastOrPart) && !f.is(i, eventful) || f.lower(i) == "broadcast" {
			if a, b, ok := f.phrase(i); ok && b == i && a > first {
				switch f.lower(a - 1) {
				case "to", "on", "about", "over", "for":
					first = a // "response to the film shown on 3 May"
				}
			}
			return nounClause(first, end), true
		}
	}
	return f.named(first, end)
}

// verbStarts reports whether a finite verb phrase begins at token i.
func (f *finder) verbStarts(i int) bool { return f.verbIn(i, i+1) }

// beforeDate returns the end of the words before an expression, without the
// preposition that leads to it.
func (f *finder) beforeDate(e *when.Expression, first int) int {
	end := min(e.First, f.s.End)
	for end > first && (datePrepositions.Has(f.lower(end-1)) || f.kind(end-1) == text.Punct) {
		end--
	}
	return end
}

var datePrepositions = text.SetOf("on", "at", "in", "during", "by", "from", "of", "for", "until", "since", "(", "the", "held", "before", "after", "around", "about", "as", "early", "late", "till", "through", "between", "over", "throughout", "within", "across")

// expressionAt reports whether token i is part of a time expression.
func (f *finder) expressionAt(i int) bool { return f.is(i, timed) }

// dateAt reports whether a time expression begins at token i, or behind the
// preposition there.
func (f *finder) dateAt(i int) bool {
	return f.expressionEnd(i) > 0 || f.is(i, preposition) && f.expressionEnd(i+1) > 0
}

// expressionEnd returns where the time expression that holds token i ends, or 0.
func (f *finder) expressionEnd(i int) int {
	if !f.is(i, timed) {
		return 0
	}
	for n := 0; n < len(f.here) && f.here[n].First <= i; n++ {
		if e := &f.here[n]; i < e.End && e.Form != when.Length {
			for e.Until >= 0 && int(f.t.Expressions[e.Until].Sentence) == f.at { // "12 and 13 March"
				e = &f.t.Expressions[e.Until]
			}
			return e.End
		}
	}
	return 0
}

// expressionIn reports whether an expression begins in [a, b).
func (f *finder) expressionIn(a, b int) bool {
	for i := a; i < b; i++ {
		if f.expressionAt(i) {
			return true
		}
	}
	return false
}

// isAttribute reports whether what ends before token i describes the noun there:
// "the 2011 elections", "Friday’s march".
func (f *finder) isAttribute(i int) bool {
	return f.inside(i) && (f.kind(i) == text.Clitic || strings.HasPrefix(f.word(i), "-"))
}
