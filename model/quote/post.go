package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxHandle bounds the name behind a dash that signs a post, in tokens.
const maxHandle = 14

// posts finds what people wrote on a forum or a network: a post signed behind a
// dash, on its last line or at its end, and the lines that a reply quotes.
func (f *finder) posts() {
	floor := 0
	for bi := range f.d.Blocks {
		b := &f.d.Blocks[bi]
		if b.Kind.Quiet() || b.First == b.End || f.taken[bi] {
			continue
		}
		switch at := f.handleAt(bi); {
		case at < 0:
			f.quotedLines(bi)
		case at == b.First:
			if first := f.postOver(bi, floor); first < bi {
				f.state(first, bi, f.poster(at, b.End))
			}
			floor = bi + 1
		case !f.inside[b.First]:
			f.out = append(f.out, Quotation{Kind: Statement, Spans: []text.Span{f.d.SpanOf(b.First, at)}, Speakers: []Speaker{f.poster(at, b.End)}})
			f.taken[bi] = true
			floor = bi + 1
		}
	}
}

// handleAt returns the token of the dash that signs block bi, or -1: "- Ann Lee,
// campaigner", "… — Hexley Watch (@HexleyWatch) March 12, 2024". A name, a handle
// or a number in brackets must follow, and nothing that says anything.
func (f *finder) handleAt(bi int) int {
	d, b := f.d, &f.d.Blocks[bi]
	for i := b.End - 2; i >= b.First && i > b.End-maxHandle; i-- {
		switch d.Word(i) {
		case "-", "–", "—", "―", "--", "~":
		default:
			if p := f.part(i); p == verb || p == pronoun || f.inside[i] {
				return -1
			}
			continue
		}
		if !d.Tokens[i].Is(text.SpaceBefore) || !f.signs(i, b) {
			return -1
		}
		if i > b.First && !terminal(d.Word(i-1)) && d.Tokens[i-1].Kind != text.Quote {
			return -1
		}
		return i
	}
	return -1
}

// signs reports whether the words behind the dash at i can be who wrote a post: a
// person, a handle, or at the head of a line one word.
func (f *finder) signs(i int, b *text.Part) bool {
	d := f.d
	if k, ok := f.p.At(i + 1); ok && f.p.Mentions[k].First == i+1 && f.p.Mentions[k].Form == people.FullName {
		return true
	}
	for k := i + 1; k < b.End; k++ {
		if strings.HasPrefix(d.Word(k), "@") || d.Word(k) == "@" {
			return true
		}
	}
	return i == b.First && b.End == i+2 && d.Tokens[i+1].Kind != text.Punct && !f.inList(d.BlockAt(i))
}

// inList reports whether a block is one of several list items.
func (f *finder) inList(bi int) bool {
	item := func(k int) bool {
		return k >= 0 && k < len(f.d.Blocks) && f.d.Blocks[k].Kind == text.ListItem
	}
	return item(bi) && (item(bi-1) || item(bi+1))
}

// poster makes the speaker of the words behind the dash at i.
func (f *finder) poster(i, end int) Speaker {
	d := f.d
	if k, ok := f.p.At(i + 1); ok && f.p.Mentions[k].First == i+1 {
		return f.of(f.p.Mentions[k])
	}
	e := i + 1
	for e < end && d.Word(e) != "(" && d.Word(e) != "," {
		e++
	}
	sp := d.SpanOf(i+1, e)
	return Speaker{Name: strings.Join(strings.Fields(sp.Of(d.Text)), " "), Mention: sp, Entity: -1}
}

// postOver returns the first block of the post that the line bi signs: back to a
// heading, a gap in taken blocks, or a line that quotes somebody.
func (f *finder) postOver(bi, floor int) int {
	first := bi
	for first > floor && bi-first < maxPost {
		b := &f.d.Blocks[first-1]
		if b.Kind == text.Heading || b.Kind.Quiet() || f.taken[first-1] || b.First == b.End || f.d.Word(b.First) == ">" || f.d.Word(b.End-1) == ":" {
			break
		}
		first--
	}
	for first < bi && !f.speaksToReader(first) {
		first++
	}
	return first
}

// maxPost bounds the paragraphs of one post.
const maxPost = 12

// speaksToReader reports whether a block says I, we or you.
func (f *finder) speaksToReader(bi int) bool {
	if f.firstPersonWords(bi) {
		return true
	}
	b := &f.d.Blocks[bi]
	for i := b.First; i < b.End; i++ {
		if w := f.d.Lower(i); w == "you" || w == "your" {
			return true
		}
	}
	return false
}

// quotedLines reads "Ann wrote:" over lines that begin with >.
func (f *finder) quotedLines(bi int) {
	d, b := f.d, &f.d.Blocks[bi]
	end := bi + 1
	for end < len(d.Blocks) && d.Blocks[end].First < d.Blocks[end].End && d.Word(d.Blocks[end].First) == ">" {
		end++
	}
	if end == bi+1 || d.Word(b.End-1) != ":" || b.End-b.First > maxSignature {
		return
	}
	v := b.End - 2
	for v > b.First && f.class(v)&says == 0 {
		v--
	}
	if v <= b.First {
		return
	}
	at := d.SpanOf(b.First, v)
	if a, e, ok := f.subject(v, b.First); ok {
		at = d.SpanOf(a, e)
	}
	q := Quotation{Kind: Direct, Speakers: []Speaker{{Name: at.Of(d.Text), Mention: at, Entity: -1}}, Cue: d.SpanOf(v, v+1)}
	for k := bi + 1; k < end; k++ {
		l := &d.Blocks[k]
		if l.First+1 < l.End {
			q.Spans = append(q.Spans, d.SpanOf(l.First+1, l.End))
		}
		f.taken[k] = true
	}
	if len(q.Spans) > 0 {
		q.Quoted = q.Spans
		f.out = append(f.out, q)
	}
}
