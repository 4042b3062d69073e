package quote

import (
	"slices"
	"sort"
	"sync"

	"onrecord/model/people"
	"onrecord/model/text"
)

// Find returns the quotations of d in text order. Direct quotations do not
// overlap one another. It is linear in the tokens of d: every search for a cue, a
// name or a mark's other end is bounded.
func Find(d *text.Doc, p *people.Found) []Quotation {
	f := finders.Get().(*finder)
	defer f.release()
	f.d, f.p, f.lastBlock = d, p, -near-1
	f.stretches = pair(d, f.stretches)
	f.inside = zeros(f.inside, len(d.Tokens))
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
	f.spare = zeros(f.spare, len(d.Tokens))
	f.classes = f.spare
	f.roleEnds()
	f.marked()
	f.pulled()
	f.statements()
	f.turns()
	f.posts()
	f.indirect()
	sort.SliceStable(f.out, func(a, b int) bool { return f.out[a].Spans[0].Start < f.out[b].Spans[0].Start })
	return append([]Quotation(nil), f.out...)
}

// finders holds room for what is noted of one document.
var finders = sync.Pool{New: func() any { return &finder{nameMarks: map[int]bool{}, roleEnd: map[int]people.Mention{}} }}

// mostKept bounds the tokens of a document whose room is kept for the next.
const mostKept = 1 << 16

// release leaves nothing of the document in the finder, and keeps its room.
func (f *finder) release() {
	if cap(f.inside) > mostKept {
		return
	}
	clear(f.nameMarks)
	clear(f.roleEnd)
	clear(f.out[:cap(f.out)])
	*f = finder{stretches: f.stretches[:0], spare: f.spare, inside: f.inside, nameMarks: f.nameMarks, out: f.out[:0], roleEnd: f.roleEnd, taken: f.taken}
	finders.Put(f)
}

// zeros returns n zeros, in the room of s where it is large enough.
func zeros[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// mark notes the tokens of a stretch, so that nothing of the reporter’s is looked
// for among them.
func (f *finder) mark(s *stretch) {
	for k := s.open; k < s.behind(); k++ {
		f.inside[k] = true
	}
}

type finder struct {
	d         *text.Doc
	p         *people.Found
	stretches []stretch
	classes   []class      // of each token, as found out so far; nil until the marks are settled
	spare     []class      // room for them
	inside    []bool       // of each token: it stands in a stretch, marks included
	nameMarks map[int]bool // tokens: the marks around a name
	out       []Quotation

	block     int       // being read
	last      []Speaker // of the last quotation
	lastBlock int
	lastOut   int // index into out of the last quotation in marks
	lastCue   attribution
	lastEnd   int                    // token behind the last quotation and its cue
	labels    map[string]int         // persons by what a turn may call them, in lower case
	roleEnd   map[int]people.Mention // the person whose role ends at a byte
	taken     []bool                 // of each block: it is part of a statement or turn
}

// marked makes quotations of the stretches in marks.
func (f *finder) marked() {
	for k := range f.stretches {
		s := &f.stretches[k]
		f.block = s.block
		if s.name || f.noise(s) || f.heading(s) {
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

// heading reports whether a stretch is a cross-heading in marks: a few words that
// have their block for themselves and no stop.
func (f *finder) heading(s *stretch) bool {
	b := &f.d.Blocks[s.block]
	if s.block == 0 || s.open != b.First || s.behind() != b.End || !s.closed() || s.goesOn || s.block+1 == len(f.d.Blocks) || f.words(s) > 8 || terminal(f.d.Word(s.end-1)) {
		return false
	}
	for bi := s.block - 1; bi >= 0; bi-- { // words that a colon leads to were said
		if p := &f.d.Blocks[bi]; !p.Kind.Quiet() && p.First < p.End {
			return f.d.Word(p.End-1) != ":"
		}
	}
	return true
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
	if n == 0 || f.unsaid(a) || f.nameInMarks(s, a) || n <= 3 && !f.saidFor(a) && !f.listed(k) {
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

// roleEnds notes where the roles behind names end: "Paul Walker, Chief Executive,
// Herefordshire Council apologises".
func (f *finder) roleEnds() {
	for _, m := range f.p.Mentions {
		if m.Form > people.PartialName || f.p.Entities[m.Entity].Kind != people.Person {
			continue
		}
		if r, ok := f.p.RoleAt(m); ok && r.Span.Start > m.Span.Start {
			f.roleEnd[int(r.Span.End)] = m
		}
	}
}
