package reader

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
	"onrecord/ui/pane"
)

// titleSpan is where the title that stands over the text is in the text; ok is
// false when its words are no stretch of it.
func (r *Reader) titleSpan() (s text.Span, ok bool) {
	s = r.doc.TitleSpan
	return s, !s.Empty() && s.Of(r.doc.Text) == r.doc.Title
}

// At returns the letter under a cell of the pane, a grapheme cluster, as bytes of
// the text. Beside the words it is empty, at the nearest end of them; ok is false
// without a document.
func (r *Reader) At(x, y int) (s text.Span, ok bool) {
	if r.doc == nil || len(r.pieces) == 0 {
		return text.Span{}, false
	}
	y = max(y, 0)
	at := anchor{r.top.piece, r.top.row}
	for ; y > 0; y-- {
		next := r.step(at, 1)
		if next == at {
			return r.endOf(len(r.pieces) - 1), true // below the last row
		}
		at = next
	}
	_, left := r.measure()
	x -= left + gutter
	row := r.rowsOf(at.piece)[at.row]
	switch p := r.pieces[at.piece]; p.kind {
	case titled:
		t, exact := r.titleSpan()
		if !exact {
			return text.Span{}, true
		}
		return cluster(r.doc.Text, int(t.Start)+row.Start, int(t.Start)+row.End, x), true
	case block:
		return cluster(r.doc.Text, row.Start, row.End, x), true
	case folded:
		return point(int(r.doc.Blocks[p.block].Span.Start)), true
	case provenance:
		if t, exact := r.titleSpan(); exact {
			return point(int(t.End)), true
		}
		return text.Span{}, true
	}
	return r.endOf(at.piece - 1), true
}

func point(at int) text.Span { return text.Between(at, at) }

// endOf is the end of what piece i, or the last block before it, shows.
func (r *Reader) endOf(i int) text.Span {
	for ; i >= 0; i-- {
		switch p := r.pieces[i]; p.kind {
		case block:
			return point(int(r.doc.Blocks[p.block].Span.End))
		case folded:
			return point(int(r.doc.Blocks[p.block+p.lines-1].Span.End))
		}
	}
	if t, exact := r.titleSpan(); exact {
		return point(int(t.End))
	}
	return text.Span{}
}

// cluster returns the grapheme cluster at column x of s[start:end], set as a row.
func cluster(s string, start, end, x int) text.Span {
	if x < 0 {
		return point(start)
	}
	for at := start; at < end; {
		c := s[at]
		n, cells := 1, 1
		if c != '\n' && c != '\t' {
			g, w := pane.Cluster(s[at:end])
			n, cells = max(len(g), 1), w
		}
		if x < cells {
			return text.Between(at, at+n)
		}
		x -= cells
		at += n
	}
	return point(end)
}

// blockAt is the block that holds byte off or, between two, ends last before it; -1
// before the first.
func (r *Reader) blockAt(off int) int {
	return sort.Search(len(r.doc.Blocks), func(i int) bool { return int(r.doc.Blocks[i].Span.Start) > off }) - 1
}

// wordAt is the word at byte off: letters, digits and marks, joined by an apostrophe
// or a hyphen; else the cluster that stands there.
func wordAt(s string, in text.Span, off int) text.Span {
	off = max(int(in.Start), min(off, int(in.End)))
	if off == int(in.End) && off > int(in.Start) {
		_, n := utf8.DecodeLastRuneInString(s[in.Start:off])
		off -= n
	}
	start, end := off, off
	for start > int(in.Start) {
		c, n := utf8.DecodeLastRuneInString(s[in.Start:start])
		if !ofWord(s, in, start-n, c) {
			break
		}
		start -= n
	}
	for end < int(in.End) {
		c, n := utf8.DecodeRuneInString(s[end:in.End])
		if !ofWord(s, in, end, c) {
			break
		}
		end += n
	}
	if c, _ := utf8.DecodeRuneInString(s[off:in.End]); start < off && end == off && !ofWord(s, in, off, c) {
		start = off
	}
	if start == end && off < int(in.End) {
		g, _ := pane.Cluster(s[off:in.End])
		end = off + max(len(g), 1)
	}
	return text.Between(start, end)
}

// ofWord reports whether rune c at byte at belongs to a word.
func ofWord(s string, in text.Span, at int, c rune) bool {
	switch {
	case unicode.IsLetter(c), unicode.IsDigit(c), unicode.IsMark(c), c == '\u200d', c == '_':
		return true
	case c != '\'' && c != '’' && c != '-' && c != '.' && c != ',':
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[in.Start:at])
	after, _ := utf8.DecodeRuneInString(s[at+utf8.RuneLen(c) : in.End])
	if c == '.' || c == ',' { // 11.49
		return unicode.IsDigit(before) && unicode.IsDigit(after)
	}
	return unicode.IsLetter(before) && unicode.IsLetter(after)
}

// sentences are the sentences of a block, which together cover it.
func (r *Reader) sentences(block int) []text.Span {
	b := r.doc.Blocks[block].Span
	var out []text.Span
	for _, s := range text.Parse(flat(b.Of(r.doc.Text))).Sentences {
		out = append(out, text.Span{Start: b.Start + s.Span.Start, End: b.Start + s.Span.End})
	}
	if len(out) == 0 {
		return []text.Span{b}
	}
	out[0].Start, out[len(out)-1].End = b.Start, b.End
	return out
}

// BarAt reports whether a cell of the pane is the scroll bar's.
func (r *Reader) BarAt(x int) bool {
	return r.doc != nil && x == r.width-bar && !r.thumb().Empty()
}

// ScrollTo brings the part of the text that row y of the scroll bar stands for to
// the top.
func (r *Reader) ScrollTo(y int) {
	if r.doc == nil || r.height == 0 {
		return
	}
	r.top = r.anchorOf(max(y, 0) * len(r.doc.Text) / r.height)
	r.settle()
}
