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

// utterances are nouns for what somebody said.
var utterances = set("claim", "claims", "remark", "remarks", "comment", "comments", "statement", "assertion", "warning", "suggestion", "promise", "pledge", "description", "words", "call", "calls", "question", "allegation", "allegations", "accusation", "criticism", "argument", "message", "tweet", "post", "contention", "vow", "response", "reply", "answer", "demand", "complaint", "denial", "admission", "insistence", "characterization", "characterisation", "references", "reference", "speech", "phrase", "slogan", "motto")

// nounCue reads "Lee’s claim that “A”" and "in her words, “A”": a noun for what
// was said, and before it whose it is.
func (f *finder) nounCue(s *stretch) attribution {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	for i := s.open - 1; i > lo && i > s.open-12; i-- {
		if f.inside[i] {
			break
		}
		if d.Tokens[i].Kind != text.Word || !in(utterances, d.Lower(i)) {
			if i+3 >= s.open && in(terms, d.Lower(i)) { // "has used the phrase “A”"
				if a := f.user(i, lo); a.found {
					return a
				}
			}
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
var terms = set("phrase", "word", "words", "term", "terms", "slogan", "line", "expression")

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
		if t := f.d.Tokens[i]; t.Kind != text.Word || !t.Is(text.Capital) || in(determiners, f.d.Lower(i)) {
			return false
		}
	}
	return true
}

// pronounIs reports whether a phrase is one pronoun.
func (f *finder) pronounIs(first, end int) bool {
	return end-first == 1 && in(pronouns, f.d.Lower(first))
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
		if f.invertedAt(k, limit) && (k == i || d.Word(k-1) == "," || !f.subjectIn(i, k)) {
			if a, b, ok := f.phrase(k+1, limit); ok {
				return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true}
			}
		}
		a, b, _ := f.subject(k, i)
		return attribution{cue: k, cueEnd: k + 1, first: a, end: b, found: true}
	}
	return attribution{}
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
		if verbs[f.d.Lower(k)]&says != 0 && f.d.Tokens[k].Kind == text.Word {
			if k+1 >= limit {
				return true
			}
			if limit-i <= 14 && k-i <= 3 {
				return true
			}
			next := f.d.Tokens[k+1]
			return next.Kind == text.Punct || next.Kind == text.Word && !in(clauseStarts, f.d.Lower(k+1)) && !in(pronouns, f.d.Lower(k+1)) && f.d.Lower(k+1) != "the"
		}
	}
	return false
}

// subjectIn reports whether tokens [i, k) hold a word that can be a subject.
func (f *finder) subjectIn(i, k int) bool {
	for ; i < k; i++ {
		w := f.d.Lower(i)
		if f.d.Tokens[i].Is(text.Capital) && f.d.Tokens[i].Kind == text.Word || in(pronouns, w) || in(determiners, w) {
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
	return d.Tokens[k+1].Is(text.Capital) && !in(calendar, w) || in(determiners, w) && w != "that" && w != "this" || w == "he" || w == "she" || w == "they" || roleLike(w) || f.nameSoon(k+1, limit)
}

// nameSoon reports whether words that can be a role, and then a person's name,
// stand at i: "said finance director Ann Lee".
func (f *finder) nameSoon(i, limit int) bool {
	if in(prepositions, f.d.Lower(i)) {
		return false
	}
	const most = 7
	for k := i; k < limit && k < i+most; k++ {
		if n, ok := f.p.At(k); ok && f.p.Mentions[n].Form <= people.PartialName {
			return f.p.Entities[f.p.Mentions[n].Entity].Kind == people.Person
		}
		if t := f.d.Tokens[k]; t.Kind != text.Word && t.Kind != text.Clitic || in(phraseEnds, f.d.Lower(k)) || in(finite, f.d.Lower(k)) || in(clauseStarts, f.d.Lower(k)) || in(prepositions, f.d.Lower(k)) && f.d.Lower(k) != "of" && f.d.Lower(k) != "for" {
			return false
		}
	}
	return false
}

// calendar words are capitals behind a verb that are no subject: "said Tuesday".
var calendar = set("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "in", "on", "at", "during", "after", "when", "as")

// roleLike reports whether w may begin a subject without an article: "said
// campaigner Ann Lee".
func roleLike(w string) bool {
	for _, e := range []string{"man", "woman", "person", "er", "or", "ist", "ian", "ent", "ive", "ary", "air"} {
		if len(w) > 5 && strings.HasSuffix(w, e) && !in(between, w) {
			return true
		}
	}
	return false
}

// passive reports whether the verb at k is a participle of something done to its
// subject: "was told", "been found".
func (f *finder) passive(k int) bool {
	if k == 0 || strings.HasSuffix(f.d.Lower(k), "ing") {
		return false
	}
	i := k - 1
	for i > 0 && i > k-3 && f.part(i) == adverb {
		i--
	}
	switch f.d.Lower(i) {
	case "was", "were", "been", "being", "is", "are", "be", "get", "got":
		return true
	}
	return false
}

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
		if f.class(i) == judges && (i+1 == s.open || i+2 == s.open && in(determiners, d.Lower(i+1))) && strings.HasSuffix(low, "ed") {
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
		if i > lo && d.Word(i-1) == "," && f.invertedAt(i, s.open) && f.introduces(s.open-1) { // "…, asks the editor, “A?”"
			if a, b, ok := f.phrase(i+1, s.open-1); ok && b >= s.open-1 {
				return attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
			}
		}
		if i > lo && in(objects, d.Lower(i-1)) {
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

// asCue reads a judgement by any verb: "has gone after Lee as a “fraud”".
func (f *finder) asCue(s *stretch) attribution {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	i := s.open - 1
	for i > lo && in(determiners, d.Lower(i)) {
		i--
	}
	if i <= lo || d.Lower(i) != "as" {
		return attribution{}
	}
	for k := i - 1; k > lo && k > i-8; k-- {
		if f.inside[k] || f.part(k) == comma || f.part(k) == breaker {
			break
		}
		if f.part(k) != verb || in(between, d.Lower(k)) || f.passive(k) {
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
		if d.Tokens[i].Kind != text.Word || verbs[d.Lower(i)] == 0 || in(bare, d.Lower(i)) && strings.HasSuffix(d.Lower(i), "s") && d.Lower(i) != "calls" && d.Lower(i) != "claims" {
			continue
		}
		end := i
		for end > first+1 && in(between, d.Lower(end-1)) {
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
var objects = set("them", "him", "us", "me")

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

// reports reports whether token i is a reporting verb, and no name: "the United
// States", "Read said".
func (f *finder) reports(i int) bool { return f.class(i) != 0 }

// reportsIn reports whether a reporting verb stands in [lo, hi).
func (f *finder) reportsIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if f.class(i) != 0 && !f.nounUse(i) {
			return true
		}
	}
	return false
}

// phrasalAt returns how many words the verb at i has: 2 for "pointed out".
func (f *finder) phrasalAt(i int) int {
	if second, ok := phrasal[f.d.Lower(i)]; ok && i+1 < len(f.d.Tokens) && f.d.Lower(i+1) == second {
		return 2
	}
	return 1
}

// class returns what the word at i does if it is a reporting verb, else 0. It is
// kept for each token once the marks are settled.
func (f *finder) class(i int) class {
	if f.classes == nil {
		return f.classOf(i)
	}
	if f.classes[i] == 0 {
		f.classes[i] = f.classOf(i) | settled
	}
	return f.classes[i] &^ settled
}

func (f *finder) classOf(i int) class {
	t := f.d.Tokens[i]
	if t.Kind != text.Word {
		return 0
	}
	r, ok := reporting[f.d.Lower(i)]
	if !ok || t.Is(text.Capital) && !t.Is(text.SentStart) && !t.Is(text.AllCaps) && f.d.Blocks[f.d.BlockAt(i)].Kind != text.Heading {
		return 0
	}
	if r.second != "" && i+1 < len(f.d.Tokens) && f.d.Lower(i+1) == r.second {
		return says | claims
	}
	if r.bare && r.class != 0 && !f.verbHere(i) {
		return 0
	}
	return r.class
}

// verbHere reports whether a word that may be a noun stands where a verb can:
// behind a plural, a pronoun, a name, or an auxiliary.
func (f *finder) verbHere(i int) bool {
	if i == 0 || f.inside[i-1] {
		return i > 0
	}
	d := f.d
	p, w := d.Tokens[i-1], d.Lower(i-1)
	if p.Kind != text.Word {
		return d.Lower(i-1) == "," || p.Kind == text.Quote
	}
	third := strings.HasSuffix(d.Lower(i), "s")
	if in(pronouns, w) || in(between, w) || p.Is(text.Capital) && !third || w == "who" {
		return true
	}
	if third && p.Is(text.Capital) && w != "who" {
		_, ok := f.p.At(i - 1)
		return ok || p.Is(text.SentStart)
	}
	if third && !in(determiners, d.Lower(max(i-2, 0))) && (i < 2 || !d.Tokens[i-2].Is(text.Capital)) {
		return false
	}
	plural := len(w) > 2 && w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women"
	return third != plural
}

// reportedSubject reports whether the noun phrase that begins at a is itself told
// by a reporting verb before it.
func (f *finder) reportedSubject(a, lo int) bool {
	i := a - 1
	if i > lo && f.d.Lower(i) == "that" {
		i--
	}
	return i > lo && f.d.Tokens[i].Kind == text.Word && verbs[f.d.Lower(i)] != 0 && !f.nounUse(i) && !f.passive(i)
}

// introduces reports whether token i ends a sentence that introduces words: a
// colon or a comma.
func (f *finder) introduces(i int) bool { return f.d.Word(i) == ":" || f.d.Word(i) == "," }

// goesOnTo reports whether the infinitive at i is what its subject does: "went on
// to say", "took the floor to call it", but not "refused to call it".
func (f *finder) goesOnTo(i int) bool {
	if i < 2 {
		return false
	}
	switch f.d.Lower(i - 2) {
	case "refused", "refuses", "declined", "declines", "failed", "fails", "wants", "want", "wanted", "unwilling", "reluctant", "able", "afraid", "not":
		return false
	}
	return f.class(i)&(says|judges) != 0
}

// nounUse reports whether a word that may be a verb stands as a noun: "the
// report", "their calls".
func (f *finder) nounUse(i int) bool {
	if i == 0 {
		return false
	}
	p := f.d.Lower(i - 1)
	return in(determiners, p) && f.d.Tokens[i-1].Kind == text.Word && p != "all" && p != "both" && p != "one" && p != "some" && p != "many" && p != "others" || f.d.Tokens[i-1].Kind == text.Clitic
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
		if d.Tokens[i].Kind != text.Word || verbs[d.Lower(i)] == 0 || f.passive(i) || f.nounUse(i) {
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
