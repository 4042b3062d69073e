package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// signedBy reads a dash and a name behind the words: ‘“A.” ― Ann Lee’. It ends
// the block, or another quotation follows.
func (f *finder) signedBy(s *stretch) attribution {
	d, end := f.d, f.d.Blocks[s.block].End
	i := s.behind()
	if i >= end && s.block+1 < len(d.Blocks) { // on the line under it
		b := d.Blocks[s.block+1]
		if b.Gap || b.First == b.End {
			return attribution{}
		}
		i, end = b.First, b.End
	}
	if i+1 >= end || end-i > maxSignature && !f.startsSentence(s) {
		return attribution{}
	}
	switch d.Word(i) {
	case "-", "–", "—", "―", "--", "~":
	default:
		return attribution{}
	}
	if !f.startsSentence(s) || !d.Tokens[i+1].Is(text.Capital) {
		return attribution{}
	}
	e := i + 1
	for e < end && e-i < maxSignature && !f.inside[e] && d.Tokens[e].Kind != text.Quote {
		if p := f.part(e); p == verb || p == pronoun || p == breaker {
			return attribution{}
		}
		e++
	}
	if e < end && !f.inside[e] {
		return attribution{}
	}
	for e > i+2 && d.Word(e-1) == "." {
		e--
	}
	return attribution{cue: i, cueEnd: i + 1, first: i + 1, end: e, found: true}
}

// utterances are nouns for what somebody said.
var utterances = text.SetOf("claim", "claims", "remark", "remarks", "comment", "comments", "statement", "assertion", "warning", "suggestion", "promise", "pledge", "description", "words", "call", "calls", "question", "allegation", "allegations", "accusation", "criticism", "argument", "message", "tweet", "post", "contention", "vow", "response", "reply", "answer", "demand", "complaint", "denial", "admission", "insistence", "characterization", "characterisation", "references", "reference", "speech", "phrase", "slogan", "motto")

// nounCue reads "Lee’s claim that “A”" and "in her words, “A”": a noun for what
// was said, and before it whose it is.
func (f *finder) nounCue(s *stretch) attribution {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	for i := s.open - 1; i > lo && i > s.open-12; i-- {
		if f.inside[i] {
			break
		}
		if i+3 >= s.open && terms.Has(d.Lower(i)) { // "has used the phrase “A”"
			if a := f.user(i, lo); a.found {
				return a
			}
		}
		if d.Tokens[i].Kind != text.Word || !utterances.Has(d.Lower(i)) {
			continue
		}
		for k := i - 1; k >= lo && k >= i-3; k-- {
			switch w := d.Lower(k); {
			case w == "his" || w == "her" || w == "their" || w == "its" || w == "my" || w == "our":
				return attribution{cue: i, cueEnd: i + 1, first: k, end: k + 1, found: true, before: true}
			case d.Tokens[k].Kind == text.Clitic && k > lo:
				if a, b, ok := f.phraseEndingAt(k, lo); ok {
					return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
				}
			}
		}
	}
	return attribution{}
}

// terms are what a speaker uses.
var terms = text.SetOf("phrase", "word", "words", "term", "terms", "slogan", "line", "expression")

// user reads who uses the words that the noun at i announces.
func (f *finder) user(i, lo int) attribution {
	for k := i - 1; k > lo && k > i-4; k-- {
		switch f.d.Lower(k) {
		case "used", "uses", "using", "use", "coined", "repeating", "repeated":
			if a, b, ok := f.subject(k, lo); ok {
				return attribution{cue: k, cueEnd: i + 1, first: a, end: b, found: true, before: true}
			}
		}
	}
	return attribution{}
}

// headline reports whether a stretch stands in a heading, or in the line that
// opens the document and is as short as one.
func (f *finder) headline(s *stretch) bool {
	b := &f.d.Blocks[s.block]
	return b.Kind == text.Heading || s.block == 0 && b.End-b.First <= maxPhrase
}

// maxLead bounds, in tokens, a name before a colon that speaks without a verb.
const maxLead = 10

// colon reads a speaker before a colon without a verb: ‘Lee: “A.”’, and in a
// headline ‘Lee: council is “a disgrace”’.
func (f *finder) colon(s *stretch) attribution {
	d, b := f.d, &f.d.Blocks[s.block]
	at := -1
	if s.open > b.First && d.Word(s.open-1) == ":" {
		at = s.open - 1
	}
	if f.headline(s) {
		for i := b.First + 1; i < s.open && i <= b.First+maxLead; i++ {
			if f.class(i) != 0 && !f.nounUse(i) {
				break
			}
			if d.Word(i) == ":" {
				at = i
				break
			}
		}
	}
	if at < 0 {
		return attribution{}
	}
	lo := max(d.Sentences[d.SentenceAt(at)].First, at-maxClause)
	a, e, _, ok := f.clauseSubject(at, lo)
	if f.headline(s) && at-lo <= maxLead {
		a, e, ok = lo, at, true
	}
	if !ok || e-a > maxLead || !f.someone(a, e) && !f.pronounIs(a, e) && !(f.headline(s) && f.capitals(a, e)) {
		return attribution{}
	}
	return attribution{cue: at, cueEnd: at, first: a, end: e, found: true, before: true}
}

// capitals reports whether a phrase of a headline can be a name: a few words, all
// in capitals.
func (f *finder) capitals(first, end int) bool {
	if end-first < 2 || end-first > 4 {
		return false
	}
	for i := first; i < end; i++ {
		if t := f.d.Tokens[i]; t.Kind != text.Word || !t.Is(text.Capital) || determiners.Has(f.d.Lower(i)) {
			return false
		}
	}
	return true
}

// pronounIs reports whether a phrase is one pronoun.
func (f *finder) pronounIs(first, end int) bool {
	return end-first == 1 && pronouns.Has(f.d.Lower(first))
}

// someone reports whether a phrase names a person or body.
func (f *finder) someone(first, end int) bool {
	for i := first; i < end; i++ {
		if k, ok := f.p.At(i); ok && f.p.Mentions[k].Form <= people.PartialName {
			return true
		}
	}
	return false
}

// asCue reads a judgement by any verb: "has gone after Lee as a “fraud”".
func (f *finder) asCue(s *stretch) attribution {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	i := s.open - 1
	for i > lo && determiners.Has(d.Lower(i)) {
		i--
	}
	if i <= lo || d.Lower(i) != "as" {
		return attribution{}
	}
	for k := i - 1; k > lo && k > i-8; k-- {
		if f.inside[k] || f.part(k) == comma || f.part(k) == breaker {
			break
		}
		if w := d.Lower(k); w != "gone" && (f.part(k) != verb || between.Has(w) || f.passive(k)) {
			continue
		}
		if a, b, ok := f.subject(k, lo); ok && (f.pronounIs(a, b) || len(f.named(a, b)) > 0) {
			return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true, before: true}
		}
	}
	return attribution{}
}

// headlineCue reads a headline, where every word may have a capital: who stands
// before the first reporting verb speaks.
func (f *finder) headlineCue(s *stretch) attribution {
	if !f.headline(s) {
		return attribution{}
	}
	d, first := f.d, f.d.Blocks[s.block].First
	for i := first + 1; i < s.open && i < first+maxLead; i++ {
		if d.Tokens[i].Kind != text.Word || verbs()[d.Lower(i)] == 0 || !d.Tokens[i].Is(text.Capital) && f.d.Blocks[s.block].Kind != text.Heading || bare.Has(d.Lower(i)) && strings.HasSuffix(d.Lower(i), "s") && d.Lower(i) != "calls" && d.Lower(i) != "claims" {
			continue
		}
		end := i
		for end > first+1 && between.Has(d.Lower(end-1)) {
			end--
		}
		for k := first; k < end; k++ {
			if f.inside[k] || d.Tokens[k].Kind == text.Punct && d.Word(k) != "." {
				return attribution{}
			}
		}
		return attribution{cue: i, cueEnd: i + 1, first: first, end: end, found: true, before: true}
	}
	return attribution{}
}

// reportsIn reports whether a reporting verb stands in [lo, hi).
func (f *finder) reportsIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if f.class(i) != 0 && !f.nounUse(i) {
			return true
		}
	}
	return false
}

// cueAbove looks at the block over a stretch that opens its own: "A spokesperson
// for X said:".
func (f *finder) cueAbove(s *stretch) attribution {
	d := f.d
	if s.open != d.Blocks[s.block].First {
		return attribution{}
	}
	bi := s.block - 1
	for bi >= 0 && d.Blocks[bi].Kind.Quiet() {
		bi--
	}
	if bi < 0 || d.Blocks[bi].First == d.Blocks[bi].End {
		return attribution{}
	}
	b := &d.Blocks[bi]
	if d.Word(b.End-1) != ":" {
		return attribution{}
	}
	lo := d.Sentences[b.EndSentence-1].First
	for i := b.End - 1; i >= lo; i-- {
		if d.Tokens[i].Kind != text.Word || verbs()[d.Lower(i)] == 0 || f.passive(i) || f.nounUse(i) {
			continue
		}
		if a, c, ok := f.subject(i, lo); ok {
			return attribution{cue: i, cueEnd: f.cueThrough(i, b.End-1), first: a, end: c, found: true, before: true}
		}
	}
	if a, c, _, ok := f.clauseSubject(b.End-1, lo); ok {
		return attribution{cue: b.End - 1, cueEnd: b.End - 1, first: a, end: c, found: true, before: true}
	}
	if a, c, ok := f.phrase(lo, b.End-1); ok {
		return attribution{cue: b.End - 1, cueEnd: b.End - 1, first: a, end: c, found: true, before: true}
	}
	return attribution{}
}

// cueThrough extends a cue over the object that belongs to it, up to a colon:
// "stated the following:".
func (f *finder) cueThrough(i, colon int) int {
	if colon-i <= 4 {
		return colon
	}
	return i + 1
}
