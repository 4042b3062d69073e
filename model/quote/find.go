package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"onrecord/model/people"
	"onrecord/model/text"
)

// Find returns the quotations of d in text order. Direct quotations do not
// overlap one another. It is linear in the tokens of d: every search for a cue, a
// name or a mark's other end is bounded.
func Find(d *text.Doc, p *people.Found) []Quotation {
	f := &finder{d: d, p: p, stretches: pair(d), lastBlock: -near - 1, nameMarks: map[int]bool{}}
	f.inside = make([]bool, len(d.Tokens))
	for i := range f.stretches {
		s := &f.stretches[i]
		if i > 0 && f.goesWith(&f.stretches[i-1], s) {
			f.mark(s)
			continue
		}
		if f.nameShaped(s) && !f.startsSentence(s) && !f.introduced(s) && !(f.headline(s) && f.colon(s).found) && !f.judged(s) && !f.headlineCue(s).found {
			s.name = true // its words are the reporter's
			f.nameMarks[s.open], f.nameMarks[s.shut] = true, true
			continue
		}
		f.mark(s)
	}
	f.classes = make([]class, len(d.Tokens))
	f.roleEnds()
	f.marked()
	f.statements()
	f.turns()
	f.posts()
	f.indirect()
	sort.SliceStable(f.out, func(a, b int) bool { return f.out[a].Spans[0].Start < f.out[b].Spans[0].Start })
	return f.out
}

// mark notes the tokens of a stretch, so that nothing of the reporter’s is looked
// for among them.
func (f *finder) mark(s *stretch) {
	for k := s.open; k < s.behind(); k++ {
		f.inside[k] = true
	}
}

// goesWith reports whether s is joined by "and" or a comma to a stretch of the
// same block that is no name, so that it is none either.
func (f *finder) goesWith(prev, s *stretch) bool {
	if prev.name || prev.block != s.block || s.open-prev.behind() > 2 {
		return false
	}
	for i := prev.behind(); i < s.open; i++ {
		if w := f.d.Lower(i); w != "and" && w != "," && w != "or" && w != "a" && w != "an" {
			return false
		}
	}
	return true
}

type finder struct {
	d         *text.Doc
	p         *people.Found
	stretches []stretch
	classes   []class      // of each token, as found out so far; nil until the marks are settled
	inside    []bool       // of each token: it stands in a stretch, marks included
	nameMarks map[int]bool // tokens: the marks around a name
	out       []Quotation

	block     int       // being read
	last      []Speaker // of the last quotation
	lastBlock int
	lastOut   int // index into out of the last quotation in marks
	lastCue   attribution
	lastEnd   int                    // token behind the last quotation and its cue
	roleEnd   map[int]people.Mention // the person whose role ends at a byte
	taken     []bool                 // of each block: it is part of a statement or turn
}

// marked makes quotations of the stretches in marks.
func (f *finder) marked() {
	for k := range f.stretches {
		s := &f.stretches[k]
		f.block = s.block
		if s.name || f.noise(s) {
			continue
		}
		if s.goesOn && !f.otherSpeaks(k) && f.lastOut < len(f.out) && f.lastBlock >= s.block-2 && len(f.out) > 0 {
			f.extend(f.lastOut, s)
			f.lastBlock = s.block
			continue
		}
		if f.joined(k) {
			continue
		}
		f.one(k)
	}
}

// noise reports whether a stretch holds nothing but a remark of the transcript’s
// maker: “(APPLAUSE.)”.
func (f *finder) noise(s *stretch) bool {
	w, last := f.d.Word(s.first), f.d.Word(s.end-1)
	return (w == "(" || w == "[") && (last == ")" || last == "]" || last == ".") && f.words(s) <= 3
}

// otherSpeaks reports whether a stretch that seems to go on with the utterance of
// the block before is a turn of its own, or has a cue that names somebody else.
func (f *finder) otherSpeaks(k int) bool {
	s := &f.stretches[k]
	if f.turnInMarks(s) {
		return true
	}
	if f.lastOut >= len(f.out) || len(f.out[f.lastOut].Speakers) == 0 {
		return false
	}
	c := f.cueAfter(k)
	if !c.found || c.first >= c.end || f.pronounIs(c.first, c.end) || !f.someone(c.first, c.end) {
		return false
	}
	sp := f.speakers(c)
	return len(sp) > 0 && sp[0].Entity >= 0 && sp[0].Entity != f.out[f.lastOut].Speakers[0].Entity
}

// words counts the words of a stretch.
func (f *finder) words(s *stretch) int {
	n := 0
	for i := s.first; i < s.end; i++ {
		if k := f.d.Tokens[i].Kind; k == text.Word || k == text.Number || k == text.URL {
			n++
		}
	}
	return n
}

// span of the words of a stretch.
func (f *finder) span(s *stretch) text.Span { return f.d.SpanOf(s.first, s.end) }

func (f *finder) extend(i int, s *stretch) {
	q := &f.out[i]
	q.Spans = append(q.Spans, f.span(s))
	if q.Kind == Direct {
		q.Quoted = q.Spans
	} else {
		q.Quoted = append(q.Quoted, f.span(s))
	}
}

// joined adds a stretch to the utterance before it when nothing but that one's
// cue stands between: `"A," he said. "B."`
func (f *finder) joined(k int) bool {
	if k == 0 || len(f.out) == 0 || f.lastOut >= len(f.out) {
		return false
	}
	s, prev := &f.stretches[k], &f.stretches[k-1]
	q := &f.out[f.lastOut]
	if prev.block != s.block || q.Kind != Direct || f.lastBlock != s.block || len(f.last) == 0 || f.span(prev).End != q.Spans[len(q.Spans)-1].End {
		return false
	}
	a, d := f.lastCue, f.d
	if !a.found || a.before || a.cue < prev.behind() || a.cue >= s.open {
		return false
	}
	if d.SentenceAt(s.open)-d.SentenceAt(max(prev.shut, 0)) > 2 || !f.capital(s) && d.Word(s.open-1) != "," {
		return false
	}
	end := d.Sentences[d.SentenceAt(a.cue)].End
	if s.open > end || s.open-prev.behind() > cueAfter { // another sentence stands between
		return false
	}
	if c := f.cueBefore(k); c.found && c.cue >= a.cueEnd && c.end > c.first && c.first >= a.cueEnd {
		return false
	}
	if c := f.cueAfter(k); c.found && c.end > c.first {
		return false
	}
	f.extend(f.lastOut, s)
	return true
}

// capital reports whether the words of a stretch begin with one.
func (f *finder) capital(s *stretch) bool {
	i := s.first
	for i+1 < s.end && f.d.Tokens[i].Kind == text.Quote {
		i++
	}
	r, _ := utf8.DecodeRuneInString(f.d.Text[f.d.Tokens[i].Start:])
	return unicode.IsUpper(r) || f.d.Tokens[i].Kind == text.Number || r == '£' || r == '$' || r == '…'
}

// one makes a quotation of a stretch by itself, unless its marks do something
// else than quote.
func (f *finder) one(k int) {
	s := &f.stretches[k]
	n := f.words(s)
	if sp, ok := f.labelled(s); ok {
		f.add(Quotation{Kind: Direct, Spans: []text.Span{f.span(s)}, Quoted: []text.Span{f.span(s)}, Speakers: sp}, s, attribution{})
		return
	}
	a := f.attribute(k)
	if n == 0 || f.nameInMarks(s, a) || n <= 3 && !f.saidFor(s, a) && !f.listed(k) {
		return
	}
	kind := f.kind(s, a)
	sp := f.speakers(a)
	if len(sp) == 0 && n < 5 && f.listed(k) && len(f.last) > 0 {
		sp = f.carried("the sentence goes on with what the same speaker says")
	}
	if len(sp) == 0 && a.found && f.lastBlock == s.block && f.sameSentence(s) {
		sp = f.carried("the sentence goes on with what the same speaker says")
	}
	if len(sp) == 0 {
		sp = f.fromContext(s, n)
		if sp == nil && kind == Mixed && n < 5 && !(a.found && f.class(a.cue)&says != 0) {
			return
		}
	}
	q := Quotation{Kind: kind, Spans: []text.Span{f.span(s)}, Speakers: sp}
	q.Quoted = q.Spans
	if a.found && a.cueEnd > a.cue {
		q.Cue = f.d.SpanOf(a.cue, a.cueEnd)
	}
	if kind == Mixed {
		q.Spans = []text.Span{f.content(k, a)}
	}
	f.add(q, s, a)
}

// add lists a quotation of stretch s and remembers who spoke.
func (f *finder) add(q Quotation, s *stretch, a attribution) {
	f.out = append(f.out, q)
	f.lastOut = len(f.out) - 1
	if len(q.Speakers) > 0 {
		f.last, f.lastBlock, f.lastCue, f.lastEnd = q.Speakers, s.block, a, s.behind()
		if a.found && !a.before {
			f.lastEnd = max(f.lastEnd, a.end, a.cueEnd)
		}
	}
}

// nameInMarks reports whether the marks name something, a group, a programme or
// a book, where a sentence begins with it.
func (f *finder) nameInMarks(s *stretch, a attribution) bool {
	return f.nameShaped(s) && !a.found && !f.introduced(s)
}

// introduced reports whether a comma, a colon or a cue leads to the marks.
func (f *finder) introduced(s *stretch) bool {
	if s.open == 0 || f.titled(s) {
		return false
	}
	w := f.d.Lower(s.open - 1)
	return w == "," || w == ":" || verbs[w]&says != 0 && !f.nounUse(s.open-1)
}

// judged reports whether a verb such as "called" gives the words as somebody’s
// name for somebody: "he called her “Crooked Ann”", not "a show called “A”".
func (f *finder) judged(s *stretch) bool {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	for i := s.open - 1; i > lo && i > s.open-7; i-- {
		if f.part(i) == comma || f.part(i) == breaker {
			return false
		}
		if f.class(i)&judges == 0 || f.nounUse(i) {
			continue
		}
		return i < s.open-1 && !f.passive(i) && (d.Tokens[i-1].Is(text.Capital) || in(pronouns, d.Lower(i-1)) || in(between, d.Lower(i-1)) || f.part(i-1) == joining || f.part(i) == participle)
	}
	return false
}

// works are things that have a title.
var works = set("book", "books", "film", "movie", "song", "novel", "memoir", "album", "article", "essay", "commentary", "series", "episode", "poem", "play", "show", "programme", "documentary", "musical", "ballad", "hymn", "anthem", "magazine", "podcast", "exhibition", "sculpture", "painting")

// titled reports whether the marks hold the title of a work: "her book, “A”".
func (f *finder) titled(s *stretch) bool {
	i := s.open - 1
	if i > 0 && f.d.Word(i) == "," {
		i--
	}
	return i >= 0 && in(works, f.d.Lower(i))
}

// nameShaped reports whether every word in the marks that is not small has a
// capital, and no stop stands with them.
func (f *finder) nameShaped(s *stretch) bool {
	d := f.d
	n := 0
	for i := s.first; i < s.end; i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word {
			if w := d.Word(i); i == s.end-1 && (w == "?" || w == "!") {
				return false
			}
			continue
		}
		if n++; !t.Is(text.Capital) && !smallWord(d.Lower(i)) {
			return false
		}
	}
	return n > 0 && n <= 8 && s.closed() && f.capital(s)
}

func smallWord(w string) bool {
	switch w {
	case "a", "an", "the", "of", "for", "and", "in", "on", "to", "with", "at", "by", "or", "from", "is", "as":
		return true
	}
	return false
}

// maxListed bounds, in tokens, the gap between two fragments that one cue gives.
const maxListed = 14

// listed reports whether a fragment goes on a list whose last one was said: "a
// ‘loser’, a ‘liar’ and a ‘whiner’".
func (f *finder) listed(k int) bool {
	if k == 0 || len(f.out) == 0 || f.lastOut >= len(f.out) {
		return false
	}
	s, prev := &f.stretches[k], &f.stretches[k-1]
	q := &f.out[f.lastOut]
	if prev.block != s.block || s.open-prev.behind() > maxListed || f.span(prev).End != q.Quoted[len(q.Quoted)-1].End || !f.sameSentence(s) {
		return false
	}
	for i := prev.behind(); i < s.open; i++ {
		switch p := f.part(i); {
		case p == breaker || f.class(i)&says != 0:
			return false
		case f.lastCue.before && f.lastCue.found:
		case p == verb || p == opener || p == relative || p == pronoun:
			return false
		case p == joining:
			return true
		}
	}
	return f.lastCue.before && f.lastCue.found || s.open-prev.behind() <= 4
}

// saidFor reports whether a fragment of three words or fewer was said: a cue with
// a subject stands in its clause.
func (f *finder) saidFor(s *stretch, a attribution) bool {
	if !a.found {
		return false
	}
	if a.before {
		if f.class(a.cue) == finds && !f.pronounIs(a.first, a.end) && len(f.named(a.first, a.end)) == 0 {
			return false
		}
		return a.end > a.first || verbs[f.d.Lower(a.cue)]&says != 0
	}
	return true
}

// kind decides between words given whole and fragments in the reporter's
// sentence.
func (f *finder) kind(s *stretch, a attribution) Kind {
	if f.startsSentence(s) {
		if f.capital(s) || f.words(s) > 8 {
			return Direct
		}
		return Mixed
	}
	if a.found && a.before {
		onlyMarks := true
		for i := a.cueEnd; i < s.open; i++ {
			if w := f.d.Word(i); w != "," && w != ":" && w != "-" && w != "–" && w != "—" {
				onlyMarks = false
			}
		}
		if onlyMarks || f.d.Word(s.open-1) == ":" || f.d.Word(s.open-1) == "," && f.capital(s) {
			return Direct
		}
	}
	if f.capital(s) && f.words(s) >= 4 && s.closed() && terminal(f.d.Word(s.end-1)) {
		return Direct
	}
	return Mixed
}

func terminal(w string) bool {
	return w == "." || w == "," || w == "?" || w == "!" || w == "…" || w == "..." || w == "—"
}

// content returns the span of a fragment with the reporter's words around it that
// tell what was said: from behind the cue, or from the fragment before it, to the
// end of the sentence, or to the next fragment.
func (f *finder) content(k int, a attribution) text.Span {
	d, s := f.d, &f.stretches[k]
	if !s.closed() {
		return f.span(s)
	}
	sent := d.Sentences[d.SentenceAt(s.open)]
	start, end := sent.First, sent.End
	if a.found && a.before {
		start = max(a.cueEnd, sent.First)
		for i := start; i < s.open && i < start+12 && f.part(i) != verb; i++ {
			if d.Lower(i) == "that" && !f.timeBehind(i) { // "told the meeting on Monday that"
				start = i + 1
				break
			}
		}
	}
	if k > 0 && f.stretches[k-1].block == s.block {
		start = max(start, f.stretches[k-1].behind())
	}
	if a.found && !a.before {
		end = min(end, min(a.first, a.cue))
		if a.first == a.end {
			end = min(sent.End, a.cue)
		}
	} else if k+1 < len(f.stretches) && f.stretches[k+1].block == s.block && f.stretches[k+1].open < end {
		end = s.behind()
	}
	for start < s.open && (d.Tokens[start].Kind == text.Punct || d.Lower(start) == "that") {
		start++
	}
	if start > s.open {
		start = s.open
	}
	for end > s.behind() && d.Tokens[end-1].Kind == text.Punct {
		end--
	}
	if end <= s.behind() {
		end = s.behind()
	}
	if start == s.open && end == s.behind() {
		return f.span(s)
	}
	return d.SpanOf(start, end)
}

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
	return f.d.SentenceAt(s.open) == f.d.SentenceAt(f.d.TokenAt(q.Quoted[len(q.Quoted)-1].Start))
}

// roleEnds notes where the roles behind names end: "Paul Walker, Chief Executive,
// Herefordshire Council apologises".
func (f *finder) roleEnds() {
	f.roleEnd = map[int]people.Mention{}
	for _, m := range f.p.Mentions {
		if m.Form > people.PartialName || f.p.Entities[m.Entity].Kind != people.Person {
			continue
		}
		if r, ok := f.p.RoleAt(m); ok && r.Span.Start > m.Span.Start {
			f.roleEnd[r.Span.End] = m
		}
	}
}
