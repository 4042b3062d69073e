package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// Bounds in tokens of how far a cue may stand from the words it introduces.
const (
	cueAfter  = 30
	cueBefore = 26
)

// attribution is a cue and the noun phrase of who speaks by it, as tokens. A cue
// without a subject of its own ("…, adding that") has first == end.
type attribution struct {
	cue, cueEnd int
	first, end  int
	found       bool
	before      bool // the cue stands before the words
}

// attribute finds the cue of a stretch: behind it in its sentence, before it in
// its sentence, or in a line that ends with a colon over it. A fragment in the
// middle of a sentence looks before itself first.
func (f *finder) attribute(k int) attribution {
	s := &f.stretches[k]
	fragment := !f.startsSentence(s)
	if a := f.signedBy(s); a.found {
		return a
	}
	if f.headline(s) {
		if a := f.colon(s); a.found && !f.reportsIn(f.d.Blocks[s.block].First, a.cue) {
			return a
		}
	}
	if fragment {
		if a := f.cueBefore(k); a.found && a.end > a.first {
			return a
		}
		if a := f.cueAtEnd(s); a.found {
			return a
		}
	}
	if a := f.cueAfter(k); a.found {
		return a
	}
	if a := f.cueBefore(k); a.found {
		return a
	}
	if a := f.colon(s); a.found {
		return a
	}
	if a := f.nounCue(s); a.found {
		return a
	}
	if a := f.asCue(s); a.found {
		return a
	}
	if a := f.headlineCue(s); a.found {
		return a
	}
	return f.cueAbove(s)
}

// startsSentence reports whether the stretch opens its sentence and with a
// capital.
func (f *finder) startsSentence(s *stretch) bool {
	return f.d.Tokens[s.open].Is(text.SentStart) || s.open == f.d.Blocks[s.block].First
}

// cueAfter looks behind the stretch, to the end of its sentence.
func (f *finder) cueAfter(k int) attribution {
	d, s := f.d, &f.stretches[k]
	i := s.behind()
	if !s.closed() || i >= d.Blocks[s.block].End {
		return attribution{}
	}
	sent := d.SentenceAt(s.shut)
	limit := d.Sentences[sent].End
	if i >= limit { // the stretch ended its sentence
		last := d.Text[d.Tokens[s.end-1].Start]
		if last != '?' && last != '!' && last != ',' && d.Word(s.end-1) != "—" && d.Word(s.end-1) != "…" {
			return attribution{}
		}
		limit = d.Sentences[sent+1].End
		if !f.saysAtOnce(i, limit) {
			return attribution{}
		}
	}
	if w := d.Word(i); w == "," || w == "-" || w == "–" || w == "—" {
		i++
	}
	for k := i; k < limit && k < i+cueAfter; k++ {
		if f.inside[k] || d.Word(k) == ";" {
			break
		}
		if p := f.part(k); k > i && (p == opener || p == relative) && !f.startsSentence(s) && d.Word(k-1) != "," && d.Word(s.end-1) != "," {
			break // "the “index rule” after Lee complained"
		}
		low := d.Lower(k)
		if low == "according" && k+1 < limit && d.Lower(k+1) == "to" {
			if a, b, ok := f.phrase(k+2, limit); ok {
				return attribution{cue: k, cueEnd: k + 2, first: a, end: b, found: true}
			}
		}
		if k == i && f.saysByPlace(s, k, limit) {
			if a, b, ok := f.phrase(k+1, limit); ok {
				return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true}
			}
		}
		if c := f.class(k); c&says == 0 || f.passive(k) || f.nounUse(k) {
			if c&judges != 0 && k == i {
				break
			}
			continue
		}
		if ph := f.phrasalAt(k); ph > 1 && k+ph < limit && f.invertedAt(k+ph-1, limit) && !f.subjectIn(i, k) {
			if a, b, ok := f.phrase(k+ph, limit); ok {
				return attribution{cue: k, cueEnd: k + ph, first: a, end: b, found: true}
			}
		}
		if f.invertedAt(k, limit) && (k == i || d.Word(k-1) == "," && !takesObject.Has(low) || !f.subjectIn(i, k)) {
			if a, b, ok := f.phrase(k+1, limit); ok {
				return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true}
			}
		}
		a, b, _ := f.subject(k, i)
		return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true}
	}
	return attribution{}
}

// saysByPlace reports whether a word that no table has stands where only a verb of
// saying can: between the comma of a quotation and a name. ‘“It was,” sniffs Ann Lee.’
func (f *finder) saysByPlace(s *stretch, k, limit int) bool {
	d := f.d
	w := d.Lower(k)
	if f.class(k) != 0 || d.Tokens[k].Kind != text.Word || d.Tokens[k].Is(text.Capital) || d.Word(s.end-1) != "," || !f.startsSentence(s) || k+1 >= limit || !d.Tokens[k+1].Is(text.Capital) || calendar.Has(d.Lower(k+1)) {
		return false
	}
	return len(w) > 3 && (strings.HasSuffix(w, "s") || strings.HasSuffix(w, "ed")) && f.part(k) != preposition && f.part(k) != opener
}

// cueAtEnd reads what closes the sentence of a fragment: "…, a spokesman said."
// or "…, according to the report."
func (f *finder) cueAtEnd(s *stretch) attribution {
	d := f.d
	end := d.Sentences[d.SentenceAt(s.open)].End
	for end > s.behind() && d.Tokens[end-1].Kind != text.Word {
		end--
	}
	for i := end - 1; i >= s.behind() && i > end-maxPhrase; i-- {
		if f.inside[i] {
			break
		}
		if d.Word(i) == "," {
			if a := f.closing(i+1, end); a.found {
				return a
			}
		}
	}
	return attribution{}
}

// closing reads "X said" or "said X" in [i, end) and nothing else.
func (f *finder) closing(i, end int) attribution {
	if i >= end {
		return attribution{}
	}
	if f.d.Lower(i) == "according" {
		if a, b, ok := f.phrase(i+2, end); ok {
			return attribution{cue: i, cueEnd: i + 2, first: a, end: b, found: true}
		}
	}
	if f.class(i)&says != 0 && f.part(i) == verb {
		if a, b, ok := f.phrase(i+1, end); ok {
			return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true}
		}
	}
	if v := end - 1; v > i && f.class(v)&says != 0 && !f.passive(v) && v-i < 12 {
		if a, b, ok := f.subject(v, i); ok && a <= i+1 {
			return attribution{cue: v, cueEnd: v + 1, first: a, end: b, found: true}
		}
	}
	return attribution{}
}

// saysAtOnce reports whether a sentence that follows a quotation's ? or ! does
// nothing but tell who said it: a short subject and a verb.
func (f *finder) saysAtOnce(i, limit int) bool {
	for k := i; k < limit && k < i+8; k++ {
		if verbs()[f.d.Lower(k)]&says != 0 && f.d.Tokens[k].Kind == text.Word {
			if k+1 >= limit {
				return true
			}
			if limit-i <= 14 && k-i <= 3 {
				return true
			}
			next := f.d.Tokens[k+1]
			return next.Kind == text.Punct || next.Kind == text.Word && !clauseStarts.Has(f.d.Lower(k+1)) && !pronouns.Has(f.d.Lower(k+1)) && f.d.Lower(k+1) != "the"
		}
	}
	return false
}

// subjectIn reports whether tokens [i, k) hold a word that can be a subject.
func (f *finder) subjectIn(i, k int) bool {
	for ; i < k; i++ {
		w := f.d.Lower(i)
		if f.d.Tokens[i].Is(text.Capital) && f.d.Tokens[i].Kind == text.Word || pronouns.Has(w) || determiners.Has(w) {
			return true
		}
	}
	return false
}

// invertedAt reports whether a subject can stand right behind the verb at k.
func (f *finder) invertedAt(k, limit int) bool {
	d := f.d
	if k+1 >= limit || d.Tokens[k+1].Kind != text.Word {
		return false
	}
	w := d.Lower(k + 1)
	return d.Tokens[k+1].Is(text.Capital) && !calendar.Has(w) || determiners.Has(w) && w != "that" && w != "this" || w == "he" || w == "she" || w == "they" || roleLike(w) || f.nameSoon(k+1, limit)
}

// nameSoon reports whether words that can be a role, and then a person's name,
// stand at i: "said finance director Ann Lee".
func (f *finder) nameSoon(i, limit int) bool {
	if prepositions.Has(f.d.Lower(i)) {
		return false
	}
	const most = 7
	for k := i; k < limit && k < i+most; k++ {
		if n, ok := f.p.At(k); ok && f.p.Mentions[n].Form <= people.PartialName {
			return f.p.Entities[f.p.Mentions[n].Entity].Kind == people.Person
		}
		if t := f.d.Tokens[k]; t.Kind != text.Word && t.Kind != text.Clitic || phraseEnds.Has(f.d.Lower(k)) || finite.Has(f.d.Lower(k)) || clauseStarts.Has(f.d.Lower(k)) || prepositions.Has(f.d.Lower(k)) && f.d.Lower(k) != "of" && f.d.Lower(k) != "for" {
			return false
		}
	}
	return false
}

// calendar words are capitals behind a verb that are no subject: "said Tuesday".
var calendar = text.SetOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "in", "on", "at", "during", "after", "when", "as")

// roleLike reports whether w may begin a subject without an article: "said
// campaigner Ann Lee".
func roleLike(w string) bool {
	for _, e := range []string{"man", "woman", "person", "er", "or", "ist", "ian", "ent", "ive", "ary", "air"} {
		if len(w) > 5 && strings.HasSuffix(w, e) && !between.Has(w) {
			return true
		}
	}
	return false
}
