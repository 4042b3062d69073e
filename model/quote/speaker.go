package quote

import (
	"sort"
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// speakers turns the noun phrase of an attribution into who is meant.
func (f *finder) speakers(a attribution) []Speaker {
	if !a.found || a.first >= a.end {
		return nil
	}
	d := f.d
	if s, ok := f.spokesperson(a.first, a.end); ok {
		return []Speaker{s}
	}
	if w := d.Lower(a.first); a.end-a.first == 1 && (pronouns.Has(w) || determiners.Has(w)) {
		return f.pronoun(a.first)
	}
	if s := f.named(a.first, a.end); len(s) > 0 {
		return s
	}
	return []Speaker{f.common(a.first, a.end)}
}

// spokesperson reads "a spokesperson for X" and "X’s spokeswoman Ann Lee": the
// person when named, else the body spoken for. Whoever speaks for a person is not that
// person.
func (f *finder) spokesperson(first, end int) (Speaker, bool) {
	d := f.d
	for i := first; i < end; i++ {
		w := d.Lower(i)
		if !strings.HasPrefix(w, "spokes") {
			continue
		}
		if m, ok := f.spokesman(first, i, end); ok {
			s := f.of(m)
			s.Role = d.SpanOf(i, i+1).Of(d.Text)
			s.Mention = d.SpanOf(first, end)
			return s, true
		}
		if k := f.capitalsFrom(i+1, end); k > i+2 { // a name that is of nobody known
			return Speaker{Mention: d.SpanOf(first, end), Role: d.SpanOf(i, i+1).Of(d.Text), Entity: -1, Name: f.cleanName(i+1, k)}, true
		}
		lo, hi := first, i
		if i+2 < end && (d.Lower(i+1) == "for" || d.Lower(i+1) == "from" || d.Lower(i+1) == "at" || d.Lower(i+1) == "of") {
			lo, hi = i+2, f.headEnd(i+2, end)
		}
		for lo < hi && determiners.Has(d.Lower(lo)) {
			lo++
		}
		for hi > lo && (d.Tokens[hi-1].Kind == text.Clitic || d.Tokens[hi-1].Kind == text.Quote) {
			hi--
		}
		s := Speaker{Mention: d.SpanOf(first, end), Role: w, Entity: -1, Name: d.SpanOf(first, end).Of(d.Text)}
		if hi > lo {
			s.Name = f.cleanName(lo, hi)
			if k, ok := f.p.At(hi - 1); !ok && !d.Tokens[hi-1].Is(text.Capital) && hi-lo == 1 {
				s.Name = d.SpanOf(first, end).Of(d.Text)
				if e := f.bodyCalled(d.Lower(lo), first); e >= 0 { // "a council spokesman"
					s.Entity, s.Name = e, f.p.Entities[e].Name
				}
			} else if ok {
				if e := f.p.Mentions[k].Entity; f.p.Entities[e].Kind == people.Person {
					s.Name = d.SpanOf(first, end).Of(d.Text)
				} else {
					s.Entity, s.Name = e, f.p.Entities[e].Name
				}
			}
		}
		return s, true
	}
	return Speaker{}, false
}

// capitalsFrom returns the end of the capitalised words that begin at token i.
func (f *finder) capitalsFrom(i, end int) int {
	for i < end && f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Is(text.Capital) {
		i++
	}
	return i
}

// spokesman finds the name of a spokesperson who is called so at token i: right behind
// the word or behind a comma ("Ms Field’s spokesman Tom Hill", "a spokesman for Ms Field,
// Tom Hill"), else before a comma ("Tom Hill, Ms Field’s spokesman"). Any other name is
// that of whom is spoken for.
func (f *finder) spokesman(first, i, end int) (people.Mention, bool) {
	for from := i + 1; from < end; {
		m, ok := f.firstPerson(from, end)
		if !ok {
			break
		}
		if m.First == i+1 || f.part(m.First-1) == comma {
			return m, true
		}
		from = max(m.End, from+1)
	}
	m, ok := f.firstPerson(first, i)
	return m, ok && f.part(m.End) == comma
}

// bodyCalled returns the body named last before token i whose name ends with the
// word w, in lower case, or -1.
func (f *finder) bodyCalled(w string, i int) int {
	at := sort.Search(len(f.p.Mentions), func(k int) bool { return f.p.Mentions[k].First >= i })
	for k := at - 1; k >= 0 && k >= at-staffReach; k-- {
		e := &f.p.Entities[f.p.Mentions[k].Entity]
		if n := len(e.Name) - len(w); e.Kind == people.Organisation && n > 0 && e.Name[n-1] == ' ' && strings.EqualFold(e.Name[n:], w) {
			return f.p.Mentions[k].Entity
		}
	}
	return -1
}

// cleanName returns the words of tokens [lo, hi), or those in marks when the
// phrase begins with a name in marks.
func (f *finder) cleanName(lo, hi int) string {
	d := f.d
	end := hi
	if d.Tokens[lo].Kind == text.Quote && lo+1 < hi {
		lo++
		for end = lo; end < hi && d.Tokens[end].Kind != text.Quote; end++ {
		}
	}
	return strings.Join(strings.Fields(d.SpanOf(lo, end).Of(d.Text)), " ")
}

// named returns the persons that head the phrase, joined by "and" or told in an
// apposition ("the director, Mary Jones"), else the body that it names.
func (f *finder) named(first, end int) []Speaker {
	d := f.d
	var out []Speaker
	head := f.headEnd(first, end)
	for i := first; i < end; {
		k, ok := f.p.At(i)
		if !ok {
			i++
			continue
		}
		m := f.p.Mentions[k]
		i = max(m.End, i+1)
		if f.p.Entities[m.Entity].Kind != people.Person || m.Form > people.PartialName && m.First != first || !f.heads(m, first, end) {
			continue
		}
		joined := f.joinedBefore(m.First, first)
		switch {
		case len(out) == 0 && m.First < head, len(out) == 0 && f.apposed(m, head), len(out) > 0 && joined:
			out = append(out, f.of(m))
		case len(out) > 0 && m.First < head && d.Word(m.First-1) == ",":
			out = append(out, f.of(m))
		}
	}
	if len(out) > 0 {
		if len(out) == 1 {
			out[0].Mention = d.SpanOf(first, end)
		}
		return out
	}
	if k, ok := f.p.At(head - 1); ok && f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Organisation {
		m := f.p.Mentions[k]
		if m.First == first || m.First == first+1 && determiners.Has(d.Lower(first)) {
			s := f.of(m)
			s.Mention = d.SpanOf(first, end)
			return []Speaker{s}
		}
	}
	return nil
}

// joinedBefore reports whether "and" leads to the name at i, a post in capitals
// between: "Ann Lee and Medical Director Dr Tom Field".
func (f *finder) joinedBefore(i, first int) bool {
	for i--; i > first && f.d.Tokens[i].Kind == text.Word && f.d.Tokens[i].Is(text.Capital); i-- {
	}
	return i > first && (f.d.Lower(i) == "and" || f.d.Word(i) == "&")
}

// headEnd returns where the head of a noun phrase ends: before a comma, a bracket
// or a relative clause.
func (f *finder) headEnd(first, end int) int {
	for i := first + 1; i < end; i++ {
		switch f.part(i) {
		case comma:
			if i+1 < end && f.apposes(i+1, end) {
				return i
			}
		case relative:
			return i
		}
	}
	return end
}

// apposes reports whether what stands behind a comma is an apposition, and not
// the next of a list of names: a list has an "and" behind its last comma.
func (f *finder) apposes(i, end int) bool {
	k, ok := f.p.At(i)
	if !ok || f.p.Mentions[k].First != i || f.p.Entities[f.p.Mentions[k].Entity].Kind != people.Person {
		return true
	}
	for ; i < end; i++ {
		if f.d.Lower(i) == "and" {
			return false
		}
	}
	return true
}

// apposed reports whether m names, behind a comma, whom the head of the phrase
// describes.
func (f *finder) apposed(m people.Mention, head int) bool {
	for i := m.First - 1; i >= head; i-- {
		switch p := f.part(i); {
		case p == comma:
			return i == head
		case p != nominal && p != determiner && f.d.Lower(i) != "of" && f.d.Lower(i) != "for":
			return false
		}
	}
	return false
}

// heads reports whether the person m is who the phrase is about, and not one that
// it only mentions: "a Trump supporter", "a spokesman for Ann Lee", "Lee’s lawyer".
func (f *finder) heads(m people.Mention, first, end int) bool {
	d := f.d
	if m.End < end {
		t := d.Tokens[m.End]
		if t.Kind == text.Clitic || t.Kind == text.Word && f.part(m.End) == nominal {
			return false
		}
	}
	i := m.First - 1
	for i >= first && d.Tokens[i].Kind == text.Word && d.Tokens[i].Is(text.Capital) {
		i--
	}
	if i < first || f.part(i) != preposition {
		return true
	}
	r, ok := f.p.RoleAt(m)
	return ok && i < m.First-1 && r.Span.End <= m.Span.Start && r.Span.Start < d.Tokens[i].Start
}

// of makes a speaker of a mention.
func (f *finder) of(m people.Mention) Speaker {
	s := Speaker{Name: f.p.Entities[m.Entity].Name, Mention: m.Span, Entity: m.Entity}
	if r, ok := f.p.RoleAt(m); ok {
		s.Role = r.Text
	}
	return s
}

// pronoun resolves one: by the people of the document, else by who spoke last.
func (f *finder) pronoun(i int) []Speaker {
	d := f.d
	sp := d.Tokens[i].Span()
	low := d.Lower(i)
	s := Speaker{Name: sp.Of(d.Text), Mention: sp, Entity: -1}
	person := low == "he" || low == "she" || low == "who" || low == "his" || low == "her"
	if len(f.last) == 1 && f.lastFits(low, i) {
		l := f.last[0]
		s.Name, s.Entity = l.Name, l.Entity
		s.Why = "“" + sp.Of(d.Text) + "” is taken for who spoke last"
		if !person {
			return []Speaker{s}
		}
	}
	if k, ok := f.p.At(i); ok && !person && s.Why == "" && f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Organisation {
		s.Name, s.Entity = f.p.Entities[f.p.Mentions[k].Entity].Name, f.p.Mentions[k].Entity
		s.Why = "“" + sp.Of(d.Text) + "” is taken for the body that the text speaks of"
	}
	if low == "it" && s.Why == "" {
		if e := f.bodyBefore(i); e >= 0 {
			s.Name, s.Entity = f.p.Entities[e].Name, e
			s.Why = "“" + sp.Of(d.Text) + "” is taken for the body named last"
		}
	}
	if k, ok := f.p.At(i); ok && person && s.Why == "" {
		m := f.p.Mentions[k]
		s.Name, s.Entity = f.p.Entities[m.Entity].Name, m.Entity
		s.Why = "“" + sp.Of(d.Text) + "” is taken for the person named last"
	}
	return []Speaker{s}
}

// bodyBefore returns the body named last before token i, in its block or the one
// before, outside marks, or -1.
func (f *finder) bodyBefore(i int) int {
	lo := f.d.Blocks[max(f.d.BlockAt(i)-1, 0)].First
	for k := i - 1; k >= lo && k > i-2*maxBack; k-- {
		if f.inside[k] {
			continue
		}
		if n, ok := f.p.At(k); ok && f.p.Entities[f.p.Mentions[n].Entity].Kind == people.Organisation {
			return f.p.Mentions[n].Entity
		}
	}
	return -1
}

// near is how many blocks back the last speaker still is who a pronoun means.
const near = 3

// lastFits reports whether the last speaker can be meant by the pronoun: he and
// she by gender, and not when somebody else was named since; it and they by a
// body.
func (f *finder) lastFits(low string, i int) bool {
	l := f.last[0]
	if f.block-f.lastBlock > near {
		return false
	}
	if low == "it" || low == "they" {
		return l.Entity < 0 || f.p.Entities[l.Entity].Kind == people.Organisation
	}
	if l.Entity < 0 || f.p.Entities[l.Entity].Kind != people.Person {
		return false
	}
	g := f.p.Entities[l.Entity].Gender
	fits := g == people.Unknown || low == "he" && g == people.Male || low == "she" && g == people.Female
	return fits && (f.block == f.lastBlock || f.lastEnd <= i && !f.otherSince(l.Entity, low, i))
}

// otherSince reports whether somebody else whom the pronoun could mean is named
// between the last quotation and token i, outside marks.
func (f *finder) otherSince(entity int, low string, i int) bool {
	g := people.Male
	if low == "she" {
		g = people.Female
	}
	for k := f.lastEnd; k < i; {
		n, ok := f.p.At(k)
		if !ok {
			k++
			continue
		}
		m := f.p.Mentions[n]
		k = max(m.End, k+1)
		e := f.p.Entities[m.Entity]
		if m.Entity != entity && m.Form <= people.PartialName && e.Kind == people.Person && (e.Gender == g || e.Gender == people.Unknown) && !f.inside[m.First] {
			return true
		}
	}
	return false
}
