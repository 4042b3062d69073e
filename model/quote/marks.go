package quote

import (
	"onrecord/model/text"
)

// stretch is a run of words inside one pair of marks in one block: tokens
// [first, end). open is the token of the opening mark, shut that of the closing
// mark, or -1 when none stands in the block.
type stretch struct {
	block      int
	open, shut int
	first, end int
	name       bool // the marks name something
	goesOn     bool // goes on with an utterance that an earlier block left open
}

func (s *stretch) closed() bool { return s.shut >= 0 }

// behind returns the first token behind the stretch and its mark.
func (s *stretch) behind() int {
	if s.closed() {
		return s.shut + 1
	}
	return s.end
}

// mark is the family of a quote mark.
type mark uint8

const (
	double mark = iota // “ ” " « » „ “ `` ''
	single             // ‘ ’ ' ‹ › ‚
)

// side is what a mark's own shape says.
type side uint8

const (
	either side = iota // " '
	left               // “ ‘ « „
	right              // ” ’ »
)

func shape(w string) (mark, side) {
	switch w {
	case "“", "„", "«", "``":
		return double, left
	case "”", "»", "''":
		return double, right
	case "‘", "‚", "‹", "‛", "`":
		return single, left
	case "’", "›", "´":
		return single, right
	case "'":
		return single, either
	}
	return double, either
}

// pair returns the outermost stretches of d in text order, by one pass over each
// block. A mark of the other family inside a stretch belongs to its words. A
// stretch that its block leaves open ends with the block; it is taken to go on
// when the next block opens with a mark of the same family.
func pair(d *text.Doc, out []stretch) []stretch {
	p := pairer{d: d, last: -1}
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if b.Kind == text.Furniture || b.First == b.End {
			continue
		}
		out = p.block(bi, out)
	}
	return out
}

type pairer struct {
	d    *text.Doc
	last int  // index into out of a stretch that the block before left open, or -1
	fam  mark // its family
}

func (p *pairer) block(bi int, out []stretch) []stretch {
	d, b := p.d, &p.d.Blocks[bi]
	open, fam := -1, double
	carried := p.last
	p.last = -1
	for i := b.First; i < b.End; i++ {
		if d.Tokens[i].Kind != text.Quote {
			continue
		}
		f, side := shape(d.Word(i))
		if open < 0 {
			if !p.opens(i, f, side, b) {
				continue
			}
			open, fam = i, f
			continue
		}
		if fam == double && p.twin(i, b) { // two single marks close a double one
			if i > open+1 {
				out = append(out, stretch{block: bi, open: open, shut: i + 1, first: open + 1, end: i, goesOn: carried >= 0 && open == b.First && fam == p.fam})
			}
			open = -1
			i++
			continue
		}
		if f != fam || !p.shuts(i, f, side, b) {
			if f == fam && side != right && p.opens(i, f, side, b) && f == double && d.Tokens[i].Is(text.SpaceBefore) {
				out = append(out, stretch{block: bi, open: open, shut: -1, first: open + 1, end: i}) // joined paragraphs
				open = i
			}
			continue
		}
		if i > open+1 {
			out = append(out, stretch{block: bi, open: open, shut: i, first: open + 1, end: i, goesOn: carried >= 0 && open == b.First && fam == p.fam})
		}
		open = -1
	}
	if open >= 0 && open+1 < b.End {
		s := stretch{block: bi, open: open, shut: -1, first: open + 1, end: b.End, goesOn: carried >= 0 && open == b.First && fam == p.fam}
		if fam == single && open != b.First {
			return out // an apostrophe that looked like a mark
		}
		out = append(out, s)
		p.last, p.fam = len(out)-1, fam
	}
	return out
}

// twin reports whether two single right marks stand at i as a double one: ’’.
func (p *pairer) twin(i int, b *text.Part) bool {
	d := p.d
	return i+1 < b.End && d.Word(i) == "’" && d.Word(i+1) == "’" && !d.Tokens[i].Is(text.SpaceBefore) && !d.Tokens[i+1].Is(text.SpaceBefore) &&
		(i+2 >= b.End || d.Tokens[i+2].Is(text.SpaceBefore))
}

// opens reports whether mark i can open a stretch.
func (p *pairer) opens(i int, f mark, s side, b *text.Part) bool {
	d := p.d
	if i+1 >= b.End {
		return false
	}
	next := d.Tokens[i+1]
	free := d.Tokens[i].Is(text.SpaceBefore) || i > b.First && joint(d.Word(i-1))
	if f == single {
		if !free || next.Is(text.SpaceBefore) || s == right && !headless(d, i) {
			return false
		}
		return !elided(d, i) && (s == left || p.shutsLater(i, b))
	}
	switch s {
	case left:
		return true
	case right:
		return free && !next.Is(text.SpaceBefore) // reversed
	}
	return free || !next.Is(text.SpaceBefore) && next.Kind == text.Word
}

// headless reports whether a right single mark stands where only an opening one
// can: some pages have lost their left marks.
func headless(d *text.Doc, i int) bool {
	return d.Tokens[i].Is(text.SpaceBefore) && d.Tokens[i+1].Is(text.Capital)
}

// joint reports whether a mark may open right behind the token w.
func joint(w string) bool {
	switch w {
	case "(", "[", "-", "--", "–", "—", "“", "\"", "‘", "/", ":":
		return true
	}
	return false
}

// elided reports whether the mark at i stands for letters left out: ’90s, ’em.
func elided(d *text.Doc, i int) bool {
	switch d.Lower(i + 1) {
	case "em", "til", "till", "tis", "twas", "cause", "n", "bout", "cos":
		return true
	}
	return d.Tokens[i+1].Kind == text.Number && d.Tokens[i+1].End-d.Tokens[i+1].Start == 2
}

// lookahead bounds, in tokens, how far a single mark's other end is looked for,
// so that a text of nothing but marks stays linear.
const lookahead = 400

// shutsLater reports whether a straight single mark that opens at i has an end in
// its block.
func (p *pairer) shutsLater(i int, b *text.Part) bool {
	for k := i + 2; k < b.End && k < i+lookahead; k++ {
		if p.d.Tokens[k].Kind == text.Quote {
			if f, s := shape(p.d.Word(k)); f == single && p.closing(k, s, b) {
				return true
			}
		}
	}
	return false
}

// shuts reports whether mark i closes the stretch of its family.
func (p *pairer) shuts(i int, f mark, s side, b *text.Part) bool {
	d := p.d
	if f == double {
		switch s {
		case right:
			return true
		case left:
			return i+1 >= b.End || d.Tokens[i+1].Is(text.SpaceBefore) // reversed
		}
		return !d.Tokens[i].Is(text.SpaceBefore) || i+1 >= b.End || d.Tokens[i+1].Is(text.SpaceBefore)
	}
	return p.closing(i, s, b) && !p.possessive(i, b)
}

// closing reports whether a single mark stands as a closing one does: behind a
// word or a stop, before a space, a stop or the end.
func (p *pairer) closing(i int, s side, b *text.Part) bool {
	d := p.d
	if s == left || d.Tokens[i].Is(text.SpaceBefore) {
		return false
	}
	return i+1 >= b.End || d.Tokens[i+1].Is(text.SpaceBefore) || d.Tokens[i+1].Kind != text.Word
}

// possessive reports whether a closing single mark is rather the apostrophe of a
// plural ("the families’ homes"): a small word follows, and another mark that can
// close stands further on.
func (p *pairer) possessive(i int, b *text.Part) bool {
	d := p.d
	if i == 0 || i+1 >= b.End || d.Tokens[i+1].Kind != text.Word || d.Tokens[i+1].Is(text.Capital) {
		return false
	}
	w := d.Lower(i - 1)
	if w[len(w)-1] != 's' {
		return false
	}
	for k := i + 1; k < b.End && k < i+lookahead; k++ {
		if d.Tokens[k].Kind != text.Quote {
			continue
		}
		f, s := shape(d.Word(k))
		if f == single && s == left {
			return false
		}
		if f == single && p.closing(k, s, b) {
			return true
		}
	}
	return false
}
