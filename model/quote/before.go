package quote

import (
	"strings"

	"onrecord/model/text"
)

// cueBefore looks before the stretch, to the start of its sentence or the end of
// the stretch before it.
func (f *finder) cueBefore(k int) attribution {
	d, s := f.d, &f.stretches[k]
	sent := d.SentenceAt(s.open)
	lo := d.Sentences[sent].First
	if s.open == lo && lo > d.Blocks[s.block].First && f.introduces(lo-1) {
		lo = d.Sentences[sent-1].First
	}
	for i := s.open - 1; i >= lo && i >= s.open-cueBefore; i-- {
		if f.inside[i] {
			break
		}
		low := d.Lower(i)
		if i+1 < len(d.Tokens) && low == "according" && d.Lower(i+1) == "to" {
			if a, b, ok := f.phrase(i+2, s.open); ok {
				return attribution{cue: i, cueEnd: i + 2, first: a, end: b, found: true, before: true}
			}
		}
		if !f.reports(i) || f.passive(i) || f.nounUse(i) {
			continue
		}
		if i > lo && d.Lower(i-1) == "to" && !f.goesOnTo(i) {
			continue
		}
		if f.class(i) == judges && (i+1 == s.open || i+2 == s.open && determiners.Has(d.Lower(i+1))) && strings.HasSuffix(low, "ed") {
			if a, b, ok := f.by(s); ok {
				return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
			}
			if p := d.Tokens[i-1]; i > lo && !f.whatBefore(i, lo) && p.Kind == text.Word && !p.Is(text.Capital) && f.part(i-1) == nominal {
				continue // "a formula called the “chained index”"
			}
		}
		if strings.HasSuffix(low, "ing") && i > lo && d.Word(i-1) == "," { // "…, adding that": the subject stands further back
			if a, b, _, ok := f.clauseSubject(i, lo); ok && !f.insideBefore(i, lo) {
				return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
			}
			return attribution{cue: i, cueEnd: i + 1, first: i, end: i, found: true, before: true}
		}
		if i > lo && d.Word(i-1) == "," && f.invertedAt(i, s.open) && f.introduces(s.open-1) && f.turnedRound(i, lo) { // "…, asks the editor, “A?”"
			if a, b, ok := f.phrase(i+1, s.open-1); ok && b >= s.open-1 {
				return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
			}
		}
		if i > lo && objects.Has(d.Lower(i-1)) {
			continue // "let them know"
		}
		a, b, ok := f.subject(i, lo)
		if !ok && d.Tokens[i].Is(text.SentStart) && f.invertedAt(i, s.open) { // "Said Ellis:"
			a, b, ok = f.phrase(i+1, s.open)
		}
		if !ok && f.class(i)&says == 0 && !strings.HasSuffix(low, "ing") {
			continue
		}
		if ok && f.class(i)&says == 0 && f.reportedSubject(a, lo) {
			continue // "the panel found their cases showed": who found is who says
		}
		if f.class(i) == finds || ok && d.Lower(a) == "who" && b == a+1 && !f.leadsOn(i+1) {
			if o := f.outer(a, lo); o.found {
				return o
			}
		}
		return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
	}
	return attribution{}
}

// turnedRound reports whether the noun phrase behind the verb at i, which a comma stands
// before, can be its subject: not who is told something, "Ann Lee, the clerk, told Tom
// Field", but who asks, where nobody else can.
func (f *finder) turnedRound(i, lo int) bool {
	low := f.d.Lower(i)
	if !takesObject.Has(low) || f.insideBefore(i, lo) {
		return true
	}
	a, b, ok := f.subject(i, lo)
	return strings.HasPrefix(low, "ask") && !(ok && f.someone(a, b))
}

// whatBefore reports whether the clause of the verb at i is opened by "what": "what
// lawmakers called".
func (f *finder) whatBefore(i, lo int) bool {
	for k := i - 1; k >= lo && k > i-8; k-- {
		if w := f.d.Lower(k); w == "what" || w == "which" {
			return true
		}
	}
	return false
}

// by reads who is named behind a fragment: "labelled “secret” by the council".
func (f *finder) by(s *stretch) (first, end int, ok bool) {
	i := s.behind()
	limit := f.d.Sentences[f.d.SentenceAt(s.open)].End
	if i+1 >= limit || f.d.Lower(i) != "by" {
		return 0, 0, false
	}
	return f.phrase(i+1, limit)
}

// objects are pronouns that are nobody’s subject.
var objects = text.SetOf("them", "him", "us", "me")

// leadsOn reports whether token i leads from a verb to what is said.
func (f *finder) leadsOn(i int) bool {
	if i >= len(f.d.Tokens) {
		return false
	}
	w := f.d.Lower(i)
	return w == "that" || w == "," || w == ":" || f.d.Tokens[i].Kind == text.Quote
}

// outer returns the cue that tells the whole clause whose subject begins at a:
// "Lee said that the town believes".
func (f *finder) outer(a, lo int) attribution {
	for i := a - 1; i > lo && i > a-cueBefore; i-- {
		if f.inside[i] || f.class(i)&claims == 0 || f.passive(i) || f.nounUse(i) {
			continue
		}
		if x, y, ok := f.subject(i, lo); ok {
			return attribution{cue: i, cueEnd: i + 1, first: x, end: y, found: true, before: true}
		}
	}
	return attribution{}
}

// insideBefore reports whether words in marks stand in [lo, i).
func (f *finder) insideBefore(i, lo int) bool {
	for i--; i >= lo && i >= 0; i-- {
		if f.inside[i] {
			return true
		}
	}
	return false
}

// reportedSubject reports whether the noun phrase that begins at a is itself told
// by a reporting verb before it.
func (f *finder) reportedSubject(a, lo int) bool {
	i := a - 1
	if i > lo && f.d.Lower(i) == "that" {
		i--
	}
	return i > lo && f.d.Tokens[i].Kind == text.Word && verbs()[f.d.Lower(i)] != 0 && !f.nounUse(i) && !f.passive(i)
}

// introduces reports whether token i ends a sentence that introduces words: a
// colon or a comma.
func (f *finder) introduces(i int) bool { return f.d.Word(i) == ":" || f.d.Word(i) == "," }
