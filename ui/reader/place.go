package reader

import "onrecord/model/text"

// Place returns the passage at the top of the pane, to come back to.
func (r *Reader) Place() text.Ref {
	if r.doc == nil {
		return text.Ref{Doc: text.NoDoc}
	}
	at := r.offset()
	return text.Ref{Doc: r.doc.ID, Span: text.Between(at, at)}
}

// Spot is what exactly is in sight, down to a blank row at the top, as long as the
// width stays, and which hit of a search is the present one.
type Spot struct {
	doc      text.DocID
	top      anchor
	width    int
	unfolded bool
	query    string
	hit      int
}

// Spot returns what is in sight, to come back to.
func (r *Reader) Spot() Spot {
	if r.doc == nil {
		return Spot{doc: text.NoDoc}
	}
	return Spot{r.doc.ID, r.top, r.width, r.unfolded, r.find.query, r.find.now}
}

// Restore brings back what was in sight or, at another width, the passage that was
// at the top.
func (r *Reader) Restore(s Spot, at text.Ref) {
	if r.doc == nil || s.doc != r.doc.ID {
		return
	}
	if s.unfolded != r.unfolded {
		r.Fold()
	}
	r.top = s.top
	if s.width != r.width {
		r.top = r.anchorOf(int(at.Span.Start))
	}
	r.settle()
	switch {
	case s.query == r.find.query && s.hit < len(r.find.hits):
		r.find.now = s.hit
	case len(r.find.hits) > 0:
		r.find.now = r.hitFrom(r.offset())
	}
}

// Percent is how much of the text has been passed, 0 to 100.
func (r *Reader) Percent() int {
	if r.doc == nil || len(r.doc.Text) == 0 {
		return 0
	}
	if r.AtEnd() {
		return 100
	}
	return min(100, 100*r.offset()/len(r.doc.Text))
}

// AtEnd reports whether the end of the text is in sight.
func (r *Reader) AtEnd() bool {
	if r.doc == nil || len(r.pieces) == 0 || r.height == 0 {
		return false
	}
	end, last := r.step(r.top, r.height-1), len(r.pieces)-1
	return end.piece == last && end.row == len(r.rowsOf(last))-1
}

// First returns the first row of the text that is in sight, or an empty span.
func (r *Reader) First() text.Span {
	row := r.top.row
	for i := r.top.piece; i < len(r.pieces); i, row = i+1, 0 {
		if r.pieces[i].kind == block {
			rows := r.rowsOf(i)
			at := rows[min(row, len(rows)-1)]
			return text.Between(at.Start, at.End)
		}
	}
	return text.Span{}
}

// Paragraphs numbers the blocks of the text as a number and G goes to them, 0 for page
// furniture and what the title stands for, and says how many have one.
func (r *Reader) Paragraphs() (number []int, of int) {
	if r.doc == nil {
		return nil, 0
	}
	number = make([]int, len(r.doc.Blocks))
	for _, p := range r.pieces {
		if p.kind == block && r.doc.Blocks[p.block].Kind != text.Furniture {
			of++
			number[p.block] = of
		}
	}
	return number, of
}

// goToBlock brings the n-th paragraph of the text to the top of the pane, counted
// from 1 without page furniture.
func (r *Reader) goToBlock(n int) {
	at := -1
	for i, p := range r.pieces {
		if p.kind != block || r.doc.Blocks[p.block].Kind == text.Furniture {
			continue
		}
		at = i
		if n--; n == 0 {
			break
		}
	}
	if at >= 0 {
		r.top = anchor{at, 0}
		r.settle()
	}
}

// Letter is a mark beside the row that byte At stands in.
type Letter struct {
	At   int
	Sign string // one cell
}

// SetLetters tells where a document has marks; it is asked for every row that is
// drawn.
func (r *Reader) SetLetters(of func(text.DocID) []Letter) { r.letters = of }

// letter returns the mark of a row, or "".
func (r *Reader) letter(start, end int) string {
	if r.letters == nil {
		return ""
	}
	for _, l := range r.letters(r.doc.ID) {
		if start <= l.At && l.At < max(end, start+1) {
			return l.Sign
		}
	}
	return ""
}
