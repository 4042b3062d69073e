package quote

import (
	"onrecord/model/text"
)

// fromContext names the speaker of a stretch that has no cue: who spoke before it
// in its paragraph or in one right before.
func (f *finder) fromContext(s *stretch, n int) []Speaker {
	if n < 4 {
		return nil
	}
	if sp := f.reportedSince(s); sp != nil {
		return sp
	}
	if len(f.last) == 0 || s.block-f.lastBlock > 2 {
		return nil
	}
	if s.block != f.lastBlock && s.open != f.d.Blocks[s.block].First && f.capital(s) {
		return nil
	}
	return f.carried("no other speaker is named since")
}

// maxBack bounds, in tokens, how far before a quotation without a cue a report of
// what its speaker said is looked for.
const maxBack = 120

// reportedSince names the speaker of a quotation that opens its sentence and has
// no cue, from the reporting verb that stands last before it and behind the last
// quotation: ‘The director says the rules are clear. “A.”’
func (f *finder) reportedSince(s *stretch) []Speaker {
	d := f.d
	if !f.startsSentence(s) || !f.capital(s) {
		return nil
	}
	bi := s.block
	if s.open == d.Blocks[bi].First {
		for bi--; bi >= 0 && d.Blocks[bi].Kind.Quiet(); bi-- {
		}
		if bi < 0 || d.Blocks[bi].Kind == text.Heading {
			return nil
		}
	}
	floor := max(d.Blocks[bi].First, f.lastEnd, s.open-maxBack)
	for i := s.open - 1; i >= floor; i-- {
		if f.inside[i] {
			return nil
		}
		if f.class(i)&claims == 0 || f.passive(i) || f.nounUse(i) {
			continue
		}
		a, b, ok := f.subject(i, max(floor, d.Sentences[d.SentenceAt(i)].First))
		if !ok || !f.someone(a, b) && !f.pronounIs(a, b) {
			continue
		}
		sp := f.speakers(attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true})
		for k := range sp {
			sp[k].Why = "the sentence before tells what this speaker says, and nobody else is named since"
		}
		return sp
	}
	return nil
}

// carried returns who spoke last, with why they are taken to speak on.
func (f *finder) carried(why string) []Speaker {
	out := make([]Speaker, len(f.last))
	for i, l := range f.last {
		out[i] = Speaker{Name: l.Name, Mention: l.Mention, Role: l.Role, Entity: l.Entity, Why: why}
	}
	return out
}

// sameSentence reports whether the last quotation stands in the sentence of s.
func (f *finder) sameSentence(s *stretch) bool {
	if f.lastOut >= len(f.out) {
		return false
	}
	q := &f.out[f.lastOut]
	return f.d.SentenceAt(s.open) == f.d.SentenceAt(f.d.TokenAt(int(q.Quoted[len(q.Quoted)-1].Start)))
}
