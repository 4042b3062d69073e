package event

import (
	"onrecord/model/people"
	"onrecord/model/text"
)

// open puts a name for the pronoun that opens the line. alone says that it is the
// whole subject. A line that opens with one that has no name is none; I and we
// are kept, and spoken is then true.
func (f *finder) open(i int, alone bool) (spoken, ok bool) {
	w := f.lower(i)
	switch w {
	case "i", "we", "my", "our":
		return true, true
	case "it", "they", "he", "she", "his", "her", "its", "their":
		name, ok := f.nameOf(i)
		if !ok || w == "it" && !alone {
			return false, false
		}
		f.line[0].says = "[" + name + "]"
		if f.is(i, possessive) {
			f.line[0].says += "’s"
		}
		return false, true
	case "this", "that", "these", "those", "such", "there", "here", "you", "your", "us", "what", "which", "who":
		return false, false
	}
	if f.is(i, fused) || f.is(i, pronoun) && alone || f.is(i, subordinator|relative|conjunction|modal|be) && !f.name(i) {
		return false, false
	}
	return false, true
}

// objects reports whether no pronoun behind the subject is left open: those that
// have a name get it.
func (f *finder) objects(subject int) bool {
	for n := subject; n < len(f.line); n++ {
		i := f.line[n].token
		switch f.lower(i) {
		case "him", "her", "he", "she", "his":
			owns := f.is(i, possessive) && f.inside(i+1) && !f.is(i+1, preposition|conjunction|adverb|timed|determiner|possessive) && f.kind(i+1) == text.Word
			if f.lineNames(i, n) || owns && f.someoneIn(subject) {
				continue // it goes back to the subject
			}
			name, ok := f.nameOf(i)
			if !ok && !owns {
				return false
			}
			if !ok {
				continue
			}
			f.line[n].says = "[" + name + "]"
			if owns {
				f.line[n].says += "’s"
			}
		case "it", "them", "this", "there", "that", "those", "these":
			if n == len(f.line)-1 || f.lower(i) == "it" && n < subject+3 || f.verbEnds(i) && !(f.lower(i) == "that" && n+3 < len(f.line)) {
				return false
			}
		case "you", "your", "yours":
			return false
		}
	}
	return true
}

// someoneIn reports whether a person stands in the subject of the line.
func (f *finder) someoneIn(subject int) bool {
	for _, p := range f.line[:subject] {
		if f.isPerson(p.token) {
			return true
		}
	}
	return false
}

// lineNames reports whether the line names before piece n whom the pronoun at
// token i means.
func (f *finder) lineNames(i, n int) bool {
	k, ok := f.p.At(i)
	if !ok {
		return false
	}
	for _, p := range f.line[:n] {
		if m, ok := f.p.At(p.token); ok && f.p.Mentions[m].Entity == f.p.Mentions[k].Entity {
			return true
		}
	}
	return false
}

// nameOf is whom the pronoun at token i means, where that is beyond doubt: the
// only person of its gender who stands in this sentence or the one before, or the one
// that opens them when the pronoun is a subject; and whose name stands there, or
// before an account that goes on sentence by sentence with no other person in it. A
// wrong name in a chronology is worse than a line left out.
func (f *finder) nameOf(i int) (string, bool) {
	k, ok := f.p.At(i)
	if !ok || f.p.Mentions[k].Form != people.Pronoun {
		return "", false
	}
	m := f.p.Mentions[k]
	e := &f.p.Entities[m.Entity]
	if e.Kind != people.Person {
		return e.Name, true
	}
	at := f.at // the sentence up to which the account has been followed
	opens, others, named, near := false, false, false, false
	for n := k - 1; n >= 0 && n > k-24; n-- {
		o := f.p.Mentions[n]
		if o.First < f.startBefore(at) || named && o.First < min(f.startBefore(f.at), f.d.Sentences[at].First) {
			break
		}
		x := &f.p.Entities[o.Entity]
		switch {
		case o.Entity == m.Entity:
			at = min(at, f.d.SentenceAt(o.First))
			opens, named, near = true, named || o.Form != people.Pronoun, at >= f.at-1
		case x.Kind == people.Person && (x.Gender == people.Unknown || x.Gender == gender(f.lower(i))):
			opens, others = false, true
		}
	}
	subject := f.is(i, pronoun) && !f.is(i, possessive)
	return e.Name, named && (!others || near && opens && subject)
}

// startBefore returns the first token of the sentence before sentence n, or of the
// first.
func (f *finder) startBefore(n int) int { return f.d.Sentences[max(n-1, 0)].First }

func gender(w string) people.Gender {
	switch w {
	case "she", "her", "hers":
		return people.Female
	case "he", "him", "his":
		return people.Male
	}
	return people.Unknown
}
