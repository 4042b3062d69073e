package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxPhrase bounds the length of a speaker's noun phrase in tokens.
const maxPhrase = 24

// subject returns the noun phrase that is the subject of the verb at v, not
// before token lo: over auxiliaries and adverbs, appositions, relative clauses,
// and the other verbs that it is joined to.
func (f *finder) subject(v, lo int) (first, end int, ok bool) {
	d := f.d
	e := v
	for e > lo && d.Tokens[e-1].Kind == text.Word && (between.Has(d.Lower(e-1)) || strings.HasSuffix(d.Lower(e-1), "ly") && !d.Tokens[e-1].Is(text.Capital)) {
		e--
	}
	if e-2 >= lo && d.Lower(e-1) == "as" && d.Lower(e-2) == "quoted" {
		e -= 2
		for e > lo && between.Has(d.Lower(e-1)) {
			e--
		}
	}
	if e <= lo {
		return v, v, false
	}
	if w := d.Lower(e - 1); pronouns.Has(w) && w != "who" && !f.inside[e-1] {
		return e - 1, e, true
	}
	if e == v && strings.HasSuffix(d.Lower(v), "ing") { // "footage of Lee saying"
		if k, ok := f.p.At(e - 1); ok {
			if m := f.p.Mentions[k]; m.End == e && m.Form <= people.PartialName && m.First > lo && d.Lower(m.First-1) != "to" && !f.objectOf(m.First-1) {
				return m.First, m.End, true
			}
		}
	}
	if e == v && f.part(v) == participle {
		if w := f.withIn(e, lo); w > 0 {
			return w, f.trimPhrase(w, e), true
		}
	}
	a, b, own, ok := f.clauseSubject(e, lo)
	if ok && d.Tokens[e-1].Kind == text.Punct && b < e-1 && f.part(b) == comma && f.part(e-1) == comma && !strings.HasSuffix(d.Lower(v), "ing") {
		b = e - 1 // the apposition belongs to the phrase
		if d.Word(b) == ")" {
			b = e
		}
	}
	if ok && (own || d.Tokens[e-1].Kind == text.Punct || f.hangs(v, e)) {
		return a, b, a < b
	}
	if d.Tokens[e-1].Kind == text.Punct {
		return f.overApposition(e-1, lo)
	}
	if a1, b1, ok1 := f.phraseEndingAt(e, lo); ok1 {
		return a1, b1, true
	}
	return a, b, ok && a < b
}

// withIn returns where the noun phrase behind ", with" begins that ends at e: "…,
// with the union calling her", or 0.
func (f *finder) withIn(e, lo int) int {
	for i := e - 1; i > lo && i > e-14; i-- {
		switch p := f.part(i); {
		case p == comma || p == breaker || p == verb || f.inside[i]:
			return 0
		case f.d.Lower(i) == "with":
			if i+1 < e && f.part(i-1) == comma {
				return i + 1
			}
		}
	}
	return 0
}

// objectOf reports whether the verb at i takes what follows it as its object:
// "emailed Lee saying".
func (f *finder) objectOf(i int) bool { return f.part(i) == verb || f.part(i) == participle }

// hangs reports whether the verb at v, adverbs before it from e, has no subject of
// its own: a participle, an infinitive, or one joined by "and".
func (f *finder) hangs(v, e int) bool {
	if strings.HasSuffix(f.d.Lower(v), "ing") || e < v && f.d.Lower(v-1) == "to" {
		return true
	}
	p := f.part(e - 1)
	return p == joining || p == comma
}

// overApposition reads the subject whose verb stands behind the comma at c:
// "Okafor, who chairs the group, said"; "The director, Mary Jones, said".
func (f *finder) overApposition(c, lo int) (first, end int, ok bool) {
	d := f.d
	start := f.clauseStart(c, lo)
	if m, ok := f.firstPerson(start, c); ok {
		a, _, _ := f.phraseEndingAt(m.End, lo)
		return a, f.jointEnd(m, c), true
	}
	open := c - 1
	for open > start && d.Word(open) != "," && d.Word(open) != "–" && d.Word(open) != "—" && d.Word(open) != "(" {
		open--
	}
	if open > start {
		return f.phraseEndingAt(open, lo)
	}
	return f.phraseEndingAt(c, lo)
}

// jointEnd returns the end of a list of persons that begins with m and ends
// before token limit: "A, role, and B, role, said".
func (f *finder) jointEnd(m people.Mention, limit int) int {
	end := m.End
	for i := m.End; i < limit; {
		k, ok := f.p.At(i)
		if !ok {
			i++
			continue
		}
		n := f.p.Mentions[k]
		if n.Form <= people.PartialName && f.p.Entities[n.Entity].Kind == people.Person && (f.d.Lower(n.First-1) == "and" || f.d.Word(n.First-1) == "&") {
			end = n.End
		}
		i = max(n.End, i+1)
	}
	return end
}

// clauseStart returns where the clause that ends at e begins, not before lo: a
// leading phrase set off by a comma stays outside when a name follows it.
func (f *finder) clauseStart(e, lo int) int {
	for i := e - 1; i > lo && i > e-3*maxPhrase; i-- {
		if w := f.d.Word(i); w == ";" || w == ":" || f.inside[i] {
			return i + 1
		}
	}
	return max(lo, e-3*maxPhrase)
}

// firstPerson returns the first person named in [a, b) at the head of the clause
// or behind a role.
func (f *finder) firstPerson(a, b int) (people.Mention, bool) {
	for i := a; i < b; {
		k, ok := f.p.At(i)
		if !ok {
			i++
			continue
		}
		m := f.p.Mentions[k]
		if m.Form <= people.PartialName && f.p.Entities[m.Entity].Kind == people.Person && m.End <= b {
			return m, true
		}
		i = max(m.End, i+1)
	}
	return people.Mention{}, false
}

// phraseEndingAt returns the noun phrase whose last token is e-1.
func (f *finder) phraseEndingAt(e, lo int) (first, end int, ok bool) {
	d := f.d
	if e <= lo {
		return e, e, false
	}
	last := d.Lower(e - 1)
	if pronouns.Has(last) {
		return e - 1, e, true
	}
	if m, ok := f.roleEnd[int(d.Tokens[e-1].End)]; ok && m.First >= lo {
		return m.First, m.End, true
	}
	a := e
	named := false
	if k, ok := f.p.At(e - 1); ok && f.p.Mentions[k].Form <= people.PartialName && f.p.Mentions[k].First >= lo {
		a, named = f.p.Mentions[k].First, true
		if prev := a - 1; prev > lo && (d.Lower(prev) == "and" || d.Word(prev) == "&") {
			if j, ok := f.p.At(prev - 1); ok && f.p.Mentions[j].Form <= people.PartialName && f.p.Mentions[j].First >= lo {
				a = f.p.Mentions[j].First
			}
		}
	}
	for a > lo && e-a < maxPhrase && f.inPhrase(a-1, named) {
		a--
		if w := d.Lower(a); named && determiners.Has(w) {
			break
		}
	}
	for a < e && (prepositions.Has(d.Lower(a)) || clauseStarts.Has(d.Lower(a)) || d.Tokens[a].Kind == text.Clitic) {
		if n := f.nextDeterminer(a+1, e); n > a {
			a = n
			continue
		}
		a++
	}
	return a, e, a < e && e-a < maxPhrase
}

// nextDeterminer returns the last determiner in [a, e) that no "of" or "for"
// leads to, or -1.
func (f *finder) nextDeterminer(a, e int) int {
	for i := e - 1; i > a; i-- {
		if determiners.Has(f.d.Lower(i)) && !links.Has(f.d.Lower(i-1)) {
			return i
		}
	}
	return -1
}

// links join the parts of one noun phrase.
var links = text.SetOf("of", "for", "at", "from", "in", "with", "to", "on")

// prepositions begin phrases that stand before a subject.
var prepositions = text.SetOf("in", "on", "at", "for", "during", "after", "before", "by", "with", "of", "from", "to", "under", "over", "about", "despite", "following", "according", "outside", "inside", "against", "through", "like", "as", "into")

// inPhrase reports whether token i can stand inside a noun phrase that is read
// backwards. Before a name only what belongs to its role can.
func (f *finder) inPhrase(i int, named bool) bool {
	d := f.d
	if f.inside[i] {
		return false
	}
	switch d.Tokens[i].Kind {
	case text.Word:
		w := d.Lower(i)
		if clauseStarts.Has(w) || pronouns.Has(w) && w != "one" && w != "both" && w != "some" && w != "many" {
			return w == "and" && named && i > 0 && d.Tokens[i-1].Is(text.Capital)
		}
		if verbs()[w] != 0 && !d.Tokens[i].Is(text.Capital) && !f.nounUse(i) {
			return false
		}
		if named && prepositions.Has(w) && w != "of" && w != "for" {
			return false
		}
		return !finite.Has(w)
	case text.Number, text.Clitic:
		return true
	case text.Quote:
		return f.nameMarks[i]
	case text.Punct:
		w := d.Word(i)
		return w == "&" || w == "." && i > 0 && d.Tokens[i-1].Is(text.Abbrev) || w == "-"
	}
	return false
}

// finite verbs cannot stand inside a noun phrase.
var finite = text.SetOf("is", "was", "are", "were", "has", "have", "had", "will", "would", "can", "could", "did", "does", "do", "may", "might", "must", "should", "be", "been", "being", "not")

// phrase returns the noun phrase that begins at i, behind a verb or "according
// to": up to a comma, a verb, or words of time and manner.
func (f *finder) phrase(i, limit int) (first, end int, ok bool) {
	d := f.d
	if i >= limit {
		return 0, 0, false
	}
	if pronouns.Has(d.Lower(i)) && f.pronounAlone(i) {
		return i, i + 1, true
	}
	e := i
	for e < limit && e-i < maxPhrase {
		t := d.Tokens[e]
		w := d.Lower(e)
		if f.inside[e] {
			break
		}
		if k, ok := f.p.At(e); ok && f.p.Mentions[k].Form <= people.PartialName {
			e = max(f.p.Mentions[k].End, e+1)
			if f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Person && !f.phraseGoesOn(e, limit) {
				break
			}
			continue
		}
		if w == "," && e > i && f.namedBehind(e, limit) {
			k, _ := f.p.At(e + 1)
			return i, f.p.Mentions[k].End, true
		}
		if strings.HasSuffix(w, "ed") && e > i && e+2 < limit && d.Lower(e+1) == "by" && t.Kind == text.Word {
			e += 2 // "a statement released by the council"
			continue
		}
		if t.Kind == text.Punct && w != "&" && w != "-" && !(w == "." && e > i && d.Tokens[e-1].Is(text.Abbrev)) || t.Kind == text.Quote {
			break
		}
		if e > i && (clauseStarts.Has(w) && w != "and" || phraseEnds.Has(w) && !(w == "to" && !pronouns.Has(d.Lower(e-1))) && !f.modifier(e, i) || finite.Has(w) || verbs()[w]&says != 0 && !t.Is(text.Capital) && !f.nounUse(e) || calendar.Has(w) && t.Is(text.Capital)) {
			break
		}
		e++
	}
	for e > i && (d.Lower(e-1) == "and" || links.Has(d.Lower(e-1))) {
		e--
	}
	return i, e, e > i
}

// namedBehind reports whether the comma at e leads to the name of whom the phrase
// before it describes: "his deputy, Ann Lee,".
func (f *finder) namedBehind(e, limit int) bool {
	if e+1 >= limit {
		return false
	}
	k, ok := f.p.At(e + 1)
	if !ok {
		return false
	}
	m := f.p.Mentions[k]
	if m.First != e+1 || m.Form > people.PartialName || f.p.Entities[m.Entity].Kind != people.Person || m.End < limit && f.part(m.End) != comma && f.part(m.End) != breaker && f.d.Word(m.End) != "." {
		return false
	}
	if n, ok := f.p.At(e - 1); ok && f.p.Mentions[n].Form <= people.PartialName && f.p.Entities[f.p.Mentions[n].Entity].Kind == people.Person {
		return false
	}
	return true
}

// phraseGoesOn reports whether the phrase of a name goes on behind it at token e:
// "Lee and Field", "Lee’s deputy", "Lee supporters", "Ann Lee of the council".
func (f *finder) phraseGoesOn(e, limit int) bool {
	d := f.d
	if e+1 >= limit || f.inside[e] {
		return false
	}
	switch d.Lower(e) {
	case "and", "of":
		return d.Tokens[e+1].Is(text.Capital) || d.Lower(e) == "of" && determiners.Has(d.Lower(e+1))
	}
	t := d.Tokens[e]
	return t.Kind == text.Clitic || t.Kind == text.Word && f.part(e) == nominal && !(calendar.Has(d.Lower(e)) && t.Is(text.Capital)) && verbs()[d.Lower(e)] == 0 && !phraseEnds.Has(d.Lower(e))
}

// modifier reports whether an adverb at e modifies a word of the phrase that
// began at i: "the recently released report".
func (f *finder) modifier(e, i int) bool {
	return e == i+1 && determiners.Has(f.d.Lower(i)) && f.part(e) == adverb
}

// phraseEnds stand behind a subject, not in it.
var phraseEnds = text.SetOf("on", "during", "by", "last", "this", "earlier", "later", "yesterday", "today", "recently", "via", "who", "which", "about", "when", "to", "into", "after", "before", "through", "with", "adding", "referring", "explaining")
