package event

import (
	"slices"
	"strings"

	"onrecord/model/text"
	"onrecord/model/when"
)

// clause is the part of a sentence that an expression dates: its subject from
// token subject, its words [first, end), and where its verb phrase ends.
type clause struct {
	subject    int
	first, end int
	verbEnd    int
	skip       [2]int // tokens left out of the headline: a relative pronoun
	nominal    bool
	date       [2]int // tokens of the date and what leads to it
}

// clause finds what an expression dates: a noun that a preposition leads to
// ("following the visit on 7 July"), a clause about the noun before it ("who has
// published a report earlier this year"), or the main clause.
func (f *finder) clause(e *when.Expression, s text.Sentence) (clause, bool) {
	if c, ok := f.nominal(e, s); ok {
		return c, true
	}
	if c, ok := f.relative(e, s); ok {
		return c, true
	}
	return f.main(e, s)
}

// nominal reads back from the expression to a preposition that leads to a
// happening, when no finite verb stands between.
func (f *finder) nominal(e *when.Expression, s text.Sentence) (clause, bool) {
	d := f.d
	if i := e.End; i < s.End && strings.HasSuffix(d.Lower(e.End-1), "s") && d.Tokens[e.End-1].Kind == text.Clitic || i < s.End && d.Tokens[i].Kind == text.Clitic {
		if c, ok := f.possessed(e, s); ok {
			return c, true
		}
	}
	for i := e.First - 1; i >= s.First && i > e.First-24; i-- {
		w := d.Lower(i)
		if d.Word(i) == "," || d.Word(i) == ";" || d.Tokens[i].Kind == text.Quote {
			return clause{}, false
		}
		if f.isFinite(i) && !f.participle(i) {
			return clause{}, false
		}
		if in(leads, w) && i+1 < e.First {
			first := i + 1
			end := f.beforeDate(e, first)
			if end-first < 2 {
				return clause{}, false
			}
			return clause{subject: first, first: first, end: end, verbEnd: end, nominal: true}, true
		}
		if w == "in" && i+1 < s.End && d.Lower(i+1) == "place" && e.Since && i > s.First { // "the team in place since March"
			first := f.phraseStart(i, s.First)
			return clause{subject: first, first: first, end: i + 2, verbEnd: i, nominal: true}, true
		}
	}
	return clause{}, false
}

// possessed reads "last year’s judgment", "last night’s programme".
func (f *finder) possessed(e *when.Expression, s text.Sentence) (clause, bool) {
	d := f.d
	i := e.End
	if d.Tokens[i].Kind == text.Clitic {
		i++
	}
	if i >= s.End || d.Tokens[i].Kind != text.Word || d.Lower(i) == "end" || d.Lower(i) == "time" {
		return clause{}, false
	}
	end := i
	for end < s.End && end < i+4 && d.Tokens[end].Kind == text.Word && !f.isFinite(end) && !in(relatives, d.Lower(end)) && !in(clauses, d.Lower(end)) && d.Lower(end) != "and" {
		end++
	}
	if end == i || e.First > s.First+1 && d.Lower(e.First-1) == "of" && d.Lower(e.First-2) == "part" {
		return clause{}, false
	}
	return clause{subject: e.First, first: i, end: f.through(end, s), verbEnd: end, nominal: true}, true
}

// through extends a noun over a relative clause that tells of it.
func (f *finder) through(end int, s text.Sentence) int {
	if end < s.End && in(relatives, f.d.Lower(end)) {
		k := end
		for k < s.End && k < end+12 && f.d.Tokens[k].Kind != text.Punct {
			k++
		}
		return k
	}
	return end
}

// relative reads back from the expression to who, which or that, and on to the
// noun which the clause is about.
func (f *finder) relative(e *when.Expression, s text.Sentence) (clause, bool) {
	d := f.d
	verb := false
	for i := e.First - 1; i > s.First && i > e.First-24; i-- {
		if d.Word(i) == "," || d.Word(i) == ";" {
			return clause{}, false
		}
		verb = verb || f.isFinite(i)
		if !in(relatives, d.Lower(i)) {
			continue
		}
		if !verb {
			return clause{}, false
		}
		noun := i
		if d.Word(noun-1) == "," {
			noun--
		}
		if d.Lower(i) == "that" && (f.isFinite(noun-1) || noun <= s.First) {
			return clause{}, false // "said that": what follows is a clause of its own
		}
		first := f.phraseStart(noun, s.First)
		end := f.clauseEnd(e, s)
		for k := e.End; k < end; k++ {
			if in(finite, d.Lower(k)) { // the main clause goes on
				end = k
			}
		}
		c := clause{subject: first, first: first, end: end, verbEnd: end, skip: [2]int{noun, i + 1}}
		for k := end; k < min(s.End, end+4); k++ {
			if in(ended, d.Lower(k)) { // "the march that was planned for May has been called off"
				c.skip[1], c.end, c.verbEnd = end, k+1, k+1
			}
		}
		return c, first < noun
	}
	return clause{}, false
}

// main reads the main clause: from its subject, behind a phrase that leads to it,
// to the end of its verb phrase.
func (f *finder) main(e *when.Expression, s text.Sentence) (clause, bool) {
	d := f.d
	first := s.First
	for first < s.End && (d.Tokens[first].Kind == text.Quote || d.Tokens[first].Kind == text.Punct) {
		first++
	}
	if first < s.End && (in(leads, d.Lower(first)) || in(clauses, d.Lower(first)) || openers(d.Lower(first)) || first == e.First) {
		for k := first; k < s.End && k < first+40; k++ {
			if d.Word(k) == "," && k+1 < s.End && (k >= e.End || k < e.First) && !f.listed(k, s) {
				first = k + 1
				break
			}
		}
	}
	if first == e.First {
		first = min(e.End, s.End-1)
	}
	first = f.subordinate(first, e)
	if w := d.Lower(first); w == "you" || w == "your" {
		return clause{}, false // what the page asks its reader to do
	}
	end := f.clauseEnd(e, s)
	if k := f.partOf(first, e); k > first {
		end = k
	}
	if end <= first {
		end = s.End
	}
	if !f.finiteIn(first, end) {
		if part := f.participleIn(first, e.First); part > first {
			return clause{subject: first, first: first, end: f.beforeDate(e, first), verbEnd: e.First, nominal: true}, true
		}
		return clause{}, false
	}
	return clause{subject: first, first: first, end: end, verbEnd: end}, true
}

// subordinate returns where the clause that holds the expression begins: behind
// the last word before it that begins a clause with a verb of its own.
func (f *finder) subordinate(first int, e *when.Expression) int {
	for i := e.First - 1; i > first; i-- {
		if in(clauses, f.d.Lower(i)) && f.d.Tokens[i].Kind == text.Word && f.finiteIn(i+1, e.First) {
			return i + 1
		}
	}
	return first
}

// partOf returns where "as part of" leads to the expression, or -1: the noun
// behind it is another happening.
func (f *finder) partOf(first int, e *when.Expression) int {
	if i := e.First - 3; i > first && f.d.Lower(i) == "as" && f.d.Lower(i+1) == "part" {
		return i
	}
	return -1
}

// openers begin phrases of place and time before a subject.
func openers(w string) bool {
	switch w {
	case "in", "on", "at", "by", "with", "under", "despite", "for", "during", "from", "earlier", "later", "last", "this", "next", "yesterday", "today", "granted":
		return true
	}
	return false
}

// listed reports whether the comma at k stands in a list of names.
func (f *finder) listed(k int, s text.Sentence) bool {
	return k+2 < s.End && f.d.Word(k+2) == ","
}

// clauseEnd returns where the clause of an expression ends: at the next comma,
// relative pronoun or clause behind it, or before the date when that is last.
func (f *finder) clauseEnd(e *when.Expression, s text.Sentence) int {
	d := f.d
	end := e.End
	for end < s.End && end < e.End+14 {
		w := d.Lower(end)
		if d.Tokens[end].Kind == text.Punct && w != "-" && w != "’" && w != "'" && w != "£" && w != "$" && w != "&" || d.Tokens[end].Kind == text.Quote {
			break
		}
		if in(relatives, w) || in(clauses, w) || w == "following" || w == "in" && end+1 < s.End && (d.Lower(end+1) == "relation" || d.Lower(end+1) == "response" || d.Lower(end+1) == "line") || w == "and" && end+1 < s.End && f.isFinite(end+1) || w == "to" && end == e.End {
			break
		}
		end++
	}
	return end
}

// beforeDate returns the end of the words before an expression, without the
// preposition that leads to it.
func (f *finder) beforeDate(e *when.Expression, first int) int {
	end := e.First
	for end > first && (in(datePrepositions, f.d.Lower(end-1)) || f.d.Tokens[end-1].Kind == text.Punct) {
		end--
	}
	return end
}

var datePrepositions = set("on", "at", "in", "during", "by", "from", "of", "for", "until", "since", "(", "the", "held")

// phraseStart returns where the noun phrase that ends at token end begins.
func (f *finder) phraseStart(end, lo int) int {
	d := f.d
	i := end
	for i > lo && end-i < 14 {
		w := d.Lower(i - 1)
		k := d.Tokens[i-1].Kind
		if k == text.Punct && w != "." && w != "-" || k == text.Quote || f.isFinite(i-1) || in(relatives, w) || in(clauses, w) || w == "to" || w == "and" || w == "in" || w == "by" || w == "with" {
			break
		}
		i--
		if w == "a" || w == "an" || w == "the" || w == "his" || w == "her" || w == "their" || w == "its" || w == "our" {
			break
		}
	}
	for i < end && (d.Lower(i) == "of" || d.Lower(i) == "for" || d.Lower(i) == "from" || d.Tokens[i].Kind == text.Clitic) {
		i++
	}
	return i
}

// isFinite reports whether token i can carry a clause.
func (f *finder) isFinite(i int) bool {
	if f.d.Tokens[i].Kind != text.Word {
		return false
	}
	w := f.d.Lower(i)
	return in(finite, w) || len(w) > 4 && strings.HasSuffix(w, "ed") && !f.d.Tokens[i].Is(text.Capital) || f.presentVerb(i)
}

// presentVerb reports whether a word in -s behind a name is a verb: "Walker
// apologises".
func (f *finder) presentVerb(i int) bool {
	w := f.d.Lower(i)
	if i == 0 || len(w) < 5 || !strings.HasSuffix(w, "es") && !strings.HasSuffix(w, "ts") && !strings.HasSuffix(w, "ns") || f.d.Tokens[i].Is(text.Capital) {
		return false
	}
	return f.d.Tokens[i-1].Is(text.Capital) && f.d.Tokens[i-1].Kind == text.Word && i+1 < len(f.d.Tokens) && f.d.Tokens[i+1].Kind == text.Word
}

// participle reports whether the verb at i rather describes the noun beside it:
// "a planned visit", "the programme broadcast", "sessions held".
func (f *finder) participle(i int) bool {
	d := f.d
	if !strings.HasSuffix(d.Lower(i), "ed") && d.Lower(i) != "held" && d.Lower(i) != "made" {
		return false
	}
	if i == 0 {
		return true
	}
	switch d.Lower(i - 1) {
	case "a", "an", "the", "his", "her", "their", "our", "its":
		return true
	}
	return i+1 < len(d.Tokens) && (d.Lower(i+1) == "by" || d.Lower(i+1) == "on" || d.Lower(i+1) == "at" || d.Lower(i+1) == "to") && !f.subjectBefore(i)
}

// subjectBefore reports whether a name or pronoun stands right before the verb.
func (f *finder) subjectBefore(i int) bool {
	t := f.d.Tokens[i-1]
	w := f.d.Lower(i - 1)
	return t.Is(text.Capital) && t.Kind == text.Word || w == "he" || w == "she" || w == "they" || w == "it" || w == "we" || in(finite, w)
}

func (f *finder) finiteIn(a, b int) bool {
	for i := a; i < b; i++ {
		if f.isFinite(i) && !f.participle(i) {
			return true
		}
	}
	return false
}

func (f *finder) participleIn(a, b int) int {
	for i := b - 1; i > a; i-- {
		if w := f.d.Lower(i); strings.HasSuffix(w, "ed") || w == "broadcast" || w == "held" || w == "made" {
			return i
		}
	}
	return -1
}

// words returns the stems and names that tell one happening from another.
func (f *finder) words(c clause) (stems, names []uint32) {
	d := f.d
	for i := c.subject; i < c.end; i++ {
		t := d.Tokens[i]
		w := d.Lower(i)
		switch {
		case t.Kind == text.Number && len(w) > 2:
			names = append(names, hash(w))
		case t.Kind != text.Word:
		case t.Is(text.Capital) && !(t.Is(text.SentStart) && !t.Is(text.AllCaps)):
			if _, day := dayNames[w]; !day && len(w) > 1 {
				names = append(names, hash(strings.TrimRight(w, "0123456789")))
			}
		case len(w) >= 3 && !in(slight, w):
			stems = append(stems, hash(stem(w)))
		}
	}
	return unique(stems), unique(names)
}

func unique(h []uint32) []uint32 {
	slices.Sort(h)
	return slices.Compact(h)
}

var dayNames = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")

// stem cuts the endings of inflection, so that "aired" and "air" are one word.
func stem(w string) string {
	for _, e := range []string{"ing", "ed", "es", "s", "e"} {
		if len(w)-len(e) >= 3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
