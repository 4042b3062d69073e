package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxLabel bounds the words before the colon of a turn, in tokens.
const maxLabel = 6

// label is the name that opens a turn: tokens up to end, and the first token of
// the words behind it. bare tells that no colon parts them.
type label struct {
	block, end, words int
	bare              bool
	name              string
}

// turns finds the turns of a transcript or interview. One line with a colon is
// no transcript: at least two speakers must take turns, or questions be answered.
func (f *finder) turns() {
	var labels []label
	names := map[string]int{}
	for bi := range f.d.Blocks {
		if l, ok := f.label(bi); ok {
			labels = append(labels, l)
			names[l.name]++
		}
	}
	labels = f.transcribed(labels, names)
	if len(labels) < 2 || len(names) < 2 {
		return
	}
	known := 0
	for n := range names {
		if isQA(n) || f.personOf(n) >= 0 {
			known++
		}
	}
	if known == 0 && !labels[0].bare {
		return
	}
	for i, l := range labels {
		end := len(f.d.Blocks)
		if i+1 < len(labels) {
			end = labels[i+1].block
		}
		f.turn(l, end)
	}
}

// transcribed drops labels without a colon unless they open most of the paragraphs
// from the first on, and some speaker takes a second turn: an article may begin
// several of its paragraphs with an abbreviation.
func (f *finder) transcribed(labels []label, names map[string]int) []label {
	bare, blocks, again := 0, 0, false
	for _, l := range labels {
		if l.bare {
			bare++
			again = again || names[l.name] > 1
		}
	}
	if bare == 0 {
		return labels
	}
	for bi := labels[0].block; bi < len(f.d.Blocks); bi++ {
		if b := &f.d.Blocks[bi]; !b.Kind.Quiet() && b.First < b.End {
			blocks++
		}
	}
	if again && 5*len(labels) >= 3*blocks {
		return labels
	}
	kept := labels[:0]
	for _, l := range labels {
		if !l.bare {
			kept = append(kept, l)
		} else if names[l.name]--; names[l.name] == 0 {
			delete(names, l.name)
		}
	}
	return kept
}

// turnInMarks reports whether the words in marks begin with a label in capitals.
func (f *finder) turnInMarks(s *stretch) bool {
	for i := s.first; i+1 < s.end && i < s.first+maxLabel; i++ {
		if f.d.Word(i) == ":" {
			return i > s.first
		}
		if t := f.d.Tokens[i]; t.Kind != text.Word || !t.Is(text.AllCaps) {
			return false
		}
	}
	return false
}

// labelled reads what stands in marks as a turn of a transcript: “LEE: A.” Its
// words begin behind the label.
func (f *finder) labelled(s *stretch) ([]Speaker, bool) {
	d := f.d
	for i := s.first; i+1 < s.end && i < s.first+maxLabel; i++ {
		if d.Word(i) == ":" && i > s.first {
			at := d.SpanOf(s.first, i)
			s.first = i + 1
			sp := Speaker{Name: at.Of(d.Text), Mention: at, Entity: -1}
			if e := f.personOf(strings.ToLower(at.Of(d.Text))); e >= 0 {
				sp.Name, sp.Entity = f.p.Entities[e].Name, e
			}
			return []Speaker{sp}, true
		}
		if t := d.Tokens[i]; t.Kind != text.Word || !t.Is(text.AllCaps) {
			return nil, false
		}
	}
	return nil, false
}

// label reads "NAME:", "Name Name:", "Q:" or "Q." at the start of a block.
func (f *finder) label(bi int) (label, bool) {
	d, b := f.d, &f.d.Blocks[bi]
	if b.Kind.Quiet() || b.Kind == text.ListItem || f.taken[bi] {
		return label{}, false
	}
	for i := b.First; i < b.End && i < b.First+maxLabel; i++ {
		w := d.Word(i)
		if w == ":" || w == "." && i == b.First+1 && isQA(d.Lower(b.First)) {
			if i == b.First || i+1 >= b.End {
				return label{}, false
			}
			name := strings.ToLower(d.SpanOf(b.First, i).Of(d.Text))
			return label{block: bi, end: i, words: i + 1, name: name}, true
		}
		if l, ok := f.bareLabel(bi, i); ok {
			return l, true
		}
		if t := d.Tokens[i]; t.Kind == text.Word && !t.Is(text.Capital) || t.Kind != text.Word && w != "." {
			return label{}, false
		}
	}
	return label{}, false
}

// bareLabel reads a name in capitals that no colon follows: "LEE I am grateful".
// Token i is the first behind it.
func (f *finder) bareLabel(bi, i int) (label, bool) {
	d, b := f.d, &f.d.Blocks[bi]
	if i == b.First || i+1 >= b.End || !d.Tokens[i].Is(text.Capital) || d.Tokens[i].Kind != text.Word || d.Tokens[i].Is(text.AllCaps) {
		return label{}, false
	}
	for k := b.First; k < i; k++ {
		if t := d.Tokens[k]; t.Kind != text.Word || !t.Is(text.AllCaps) && !(k == b.First && d.Lower(k) == "the" && i > k+1) {
			return label{}, false
		}
	}
	if t := d.Tokens[i-1]; t.End-t.Start < 3 {
		return label{}, false
	}
	return label{block: bi, end: i, words: i, bare: true, name: strings.ToLower(d.SpanOf(b.First, i).Of(d.Text))}, true
}

func isQA(name string) bool {
	return name == "q" || name == "a" || name == "question" || name == "answer" || name == "interviewer" || name == "moderator"
}

// personOf returns the person whose full name, alias or last name the label is, a
// title before it not counting, or -1. name is in lower case.
func (f *finder) personOf(name string) int {
	if f.labels == nil {
		f.labelNames()
	}
	for name = strings.TrimSuffix(name, "."); ; {
		if e, ok := f.labels[name]; ok {
			return e
		}
		n := strings.IndexByte(name, ' ')
		if n < 0 {
			return -1
		}
		name = name[n+1:]
	}
}

// labelNames lists by what labels each person can be called. The first named of
// two wins.
func (f *finder) labelNames() {
	f.labels = map[string]int{}
	add := func(name string, e int) {
		if _, ok := f.labels[name]; !ok && name != "" {
			f.labels[name] = e
		}
	}
	for e := range f.p.Entities {
		ent := &f.p.Entities[e]
		if ent.Kind != people.Person {
			continue
		}
		low := strings.ToLower(ent.Name)
		add(low, e)
		add(low[strings.LastIndexByte(low, ' ')+1:], e)
		for _, a := range ent.Aliases {
			add(strings.ToLower(a), e)
		}
	}
}

// turn adds the words behind a label and the blocks that follow it, up to the
// next label, a heading or furniture.
func (f *finder) turn(l label, end int) {
	d, b := f.d, &f.d.Blocks[l.block]
	q := Quotation{Kind: Turn, Spans: []text.Span{d.SpanOf(l.words, b.End)}}
	f.taken[l.block] = true
	for bi := l.block + 1; bi < end && d.Blocks[bi].Kind != text.Heading && !d.Blocks[bi].Kind.Quiet(); bi++ {
		q.Spans = append(q.Spans, d.Blocks[bi].Span)
		f.taken[bi] = true
	}
	at := d.SpanOf(b.First, l.end)
	e := f.personOf(l.name)
	switch {
	case e >= 0:
		q.Speakers = []Speaker{{Name: f.p.Entities[e].Name, Mention: at, Entity: e}}
	case l.name == "a" || l.name == "answer":
		if e := f.interviewed(); e >= 0 {
			q.Speakers = []Speaker{{Name: f.p.Entities[e].Name, Mention: at, Entity: e, Why: "the interview is headed by this name"}}
		}
	case !isQA(l.name), len(l.name) > 1 && l.name != "question":
		q.Speakers = []Speaker{{Name: at.Of(d.Text), Mention: at, Entity: -1}}
	}
	f.out = append(f.out, q)
}

// byline reports whether the name at token i is that of who wrote the article.
func (f *finder) byline(i int) bool {
	b := f.d.Blocks[f.d.BlockAt(i)]
	return f.d.Lower(b.First) == "by" && b.End-b.First <= maxSignature
}

// interviewed returns the only person named before the first turn, or -1.
func (f *finder) interviewed() int {
	e := -1
	for _, m := range f.p.Mentions {
		if f.taken[f.d.BlockAt(m.First)] {
			break
		}
		if f.p.Entities[m.Entity].Kind != people.Person || m.Form > people.PartialName || f.byline(m.First) {
			continue
		}
		if e >= 0 && e != m.Entity {
			return -1
		}
		e = m.Entity
	}
	return e
}
