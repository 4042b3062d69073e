package text

import (
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Doc is a text cut into blocks, tokens and sentences: what every extractor
// works on. It lives only while a document is analysed; Text and Blocks are
// what is kept. It is not changed after Parse, so it may be shared.
type Doc struct {
	Text      string
	Blocks    []Part
	Tokens    []Token
	Sentences []Sentence

	lower string
}

// Word returns token i as written.
func (d *Doc) Word(i int) string {
	t := d.Tokens[i]
	return d.Text[t.Start:t.End]
}

// Lower returns token i in lower case. The string shares the document's memory.
func (d *Doc) Lower(i int) string {
	t := d.Tokens[i]
	return d.lower[t.Start:t.End]
}

// SpanOf returns the span from token first to token end, end exclusive.
func (d *Doc) SpanOf(first, end int) Span {
	if first >= end {
		return Span{}
	}
	return Span{d.Tokens[first].Start, d.Tokens[end-1].End}
}

// TokenAt returns the first token that ends after byte offset off, or
// len(Tokens).
func (d *Doc) TokenAt(off int) int {
	return sort.Search(len(d.Tokens), func(i int) bool { return int(d.Tokens[i].End) > off })
}

// SentenceAt returns the index of the sentence that holds token i, or -1.
func (d *Doc) SentenceAt(i int) int {
	n := sort.Search(len(d.Sentences), func(k int) bool { return d.Sentences[k].End > i })
	if n == len(d.Sentences) || d.Sentences[n].First > i {
		return -1
	}
	return n
}

// BlockAt returns the index of the block that holds token i, or -1.
func (d *Doc) BlockAt(i int) int {
	n := sort.Search(len(d.Blocks), func(k int) bool { return d.Blocks[k].End > i })
	if n == len(d.Blocks) || d.Blocks[n].First > i {
		return -1
	}
	return n
}

// Parse cuts s, which must have come through Safe, into blocks, tokens and
// sentences. It is linear in len(s).
func Parse(s string) *Doc {
	d := docs.Get().(*Doc)
	d.Text, d.lower = s, lowerSameLength(s)
	d.Tokens = slices.Grow(d.Tokens, len(s)/5+8)
	for _, l := range paragraphs(s) {
		b := Part{Block: Block{Span: l.span}, First: len(d.Tokens), Gap: l.gap}
		d.tokenise(b.Span)
		b.End = len(d.Tokens)
		if b.End > b.First {
			d.Tokens[b.First].Flags |= BlockStart | SpaceBefore
		}
		d.Blocks = append(d.Blocks, b)
	}
	d.sentences()
	d.kinds()
	return d
}

// docs holds documents that were released.
var docs = sync.Pool{New: func() any { return new(Doc) }}

// mostKept is how many tokens a released document may have to leave its room to
// the next: one very long text should not hold its room for ever.
const mostKept = 1 << 17

// Release leaves the room of d to the next document that is parsed. Nothing of d
// but its text and what Kept returned may be used after it.
func (d *Doc) Release() {
	if cap(d.Tokens) > mostKept {
		return
	}
	*d = Doc{Blocks: d.Blocks[:0], Tokens: d.Tokens[:0], Sentences: d.Sentences[:0]}
	docs.Put(d)
}

// Kept returns the blocks as they are kept when the tokens are gone.
func (d *Doc) Kept() []Block {
	out := make([]Block, len(d.Blocks))
	for i := range d.Blocks {
		out[i] = d.Blocks[i].Block
	}
	return out
}

// lowerSameLength lower-cases the letters whose lower-case form takes the same
// number of bytes, so that spans hold in both strings.
func lowerSameLength(s string) string {
	var b strings.Builder
	kept := 0 // the bytes of s that are in b
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				b.Grow(len(s) - b.Len())
				b.WriteString(s[kept:i])
				b.WriteByte(c + 'a' - 'A')
				kept = i + 1
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if l := unicode.ToLower(r); l != r && utf8.RuneLen(l) == n {
			b.Grow(len(s) - b.Len())
			b.WriteString(s[kept:i])
			b.WriteRune(l)
			kept = i + n
		}
		i += n
	}
	if kept == 0 {
		return s
	}
	b.WriteString(s[kept:])
	return b.String()
}
