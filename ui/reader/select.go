package reader

import (
	"strings"
	"unicode"

	"onrecord/model/text"
)

// Unit is what a selection grows by.
type Unit uint8

// The units, from fine to coarse.
const (
	Letters Unit = iota
	Words
	Sentences
	Paragraphs
)

// selection is words that were chosen by the mouse or by keys: from one unit to
// another, whichever stands first.
type selection struct {
	on    bool
	unit  Unit
	keyed bool // keys move its head
	first text.Span
	head  text.Span
	span  text.Span // what is chosen
}

func (s *selection) set() {
	s.span = text.Span{Start: min(s.first.Start, s.head.Start), End: max(s.first.End, s.head.End)}
}

// Press begins a selection at a cell of the pane. Of letters nothing is chosen yet:
// a click chooses nothing.
func (r *Reader) Press(x, y int, u Unit) {
	at, ok := r.At(x, y)
	if !ok {
		return
	}
	r.chosen = selection{unit: u, first: r.unitAt(at, u), on: u != Letters}
	r.chosen.head = r.chosen.first
	if u == Letters {
		r.chosen.span = point(int(at.Start))
		return
	}
	r.chosen.set()
}

// Drag brings the end of the selection to a cell of the pane.
func (r *Reader) Drag(x, y int) {
	at, ok := r.At(x, y)
	if !ok || r.chosen.unit == Letters && !r.chosen.on && at == r.chosen.first {
		return
	}
	r.chosen.on = true
	r.chosen.head = r.unitAt(at, r.chosen.unit)
	r.chosen.set()
}

// DragBeyond scrolls by n rows and brings the end of the selection to the row at the
// edge.
func (r *Reader) DragBeyond(x, n int) {
	r.scroll(n)
	y := 0
	if n > 0 {
		y = max(r.height-1, 0)
	}
	r.Drag(x, y)
}

// Chosen is the words that are selected; empty when none are.
func (r *Reader) Chosen() text.Span {
	if !r.chosen.on || r.doc == nil {
		return text.Span{}
	}
	return r.chosen.span
}

// Keyed reports whether keys move the end of the selection.
func (r *Reader) Keyed() bool { return r.chosen.on && r.chosen.keyed }

// Unit is what the selection grows by.
func (r *Reader) Unit() Unit { return r.chosen.unit }

// Unchoose ends the selection.
func (r *Reader) Unchoose() { r.chosen = selection{} }

// unitAt is the unit that holds a letter.
func (r *Reader) unitAt(at text.Span, u Unit) text.Span {
	if u == Letters {
		return at
	}
	b := r.blockAt(int(at.Start))
	if b < 0 {
		return at
	}
	in := r.doc.Blocks[b].Span
	switch u {
	case Words:
		return wordAt(r.doc.Text, in, int(at.Start))
	case Sentences:
		all := r.sentences(b)
		for _, s := range all {
			if at.Start < s.End {
				return s
			}
		}
		return all[len(all)-1]
	}
	return in
}

// Choose begins a selection by keys: of the sentence that is marked or was clicked
// and is in sight, else of the first that begins in sight; where there is a
// selection, it goes on from that.
func (r *Reader) Choose() bool {
	if r.doc == nil || len(r.doc.Blocks) == 0 {
		return false
	}
	from := r.Chosen()
	if from.Empty() {
		from = r.begin()
	}
	r.chosen = selection{on: true, keyed: true, unit: Sentences, first: r.unitAt(point(int(from.Start)), Sentences)}
	r.chosen.head = r.unitAt(point(int(max(from.End-1, from.Start))), Sentences)
	r.chosen.set()
	return true
}

// begin is where a selection by keys begins.
func (r *Reader) begin() text.Span {
	if c := r.chosen.span; c.Start > 0 && r.InSight(c) {
		return c
	}
	if len(r.selected) > 0 && r.InSight(r.selected[0]) {
		return r.selected[0]
	}
	at := r.offset()
	for b := max(r.blockAt(at), 0); b < len(r.doc.Blocks); b++ {
		if r.doc.Blocks[b].Kind.Quiet() { // a caption or furniture is not what one wants to quote
			continue
		}
		for _, s := range r.sentences(b) {
			if int(s.Start) >= at {
				return point(int(s.Start))
			}
		}
	}
	return point(at)
}

// away reports whether a block is folded away.
func (r *Reader) away(block int) bool {
	return r.doc.Blocks[block].Kind == text.Furniture && !r.unfolded
}

// Widen changes between sentences and paragraphs.
func (r *Reader) Widen() {
	u := Paragraphs
	if r.chosen.unit == Paragraphs {
		u = Sentences
	}
	back := r.chosen.head.Start < r.chosen.first.Start
	s := r.chosen.span
	r.chosen.unit = u
	r.chosen.first, r.chosen.head = r.unitAt(point(int(s.Start)), u), r.unitAt(point(int(max(s.End-1, s.Start))), u)
	if u == Sentences { // what was widened comes back to its first sentence
		r.chosen.head = r.chosen.first
	} else if back {
		r.chosen.first, r.chosen.head = r.chosen.head, r.chosen.first
	}
	r.chosen.set()
}

// OtherEnd lets the keys move the other end.
func (r *Reader) OtherEnd() {
	r.chosen.first, r.chosen.head = r.chosen.head, r.chosen.first
	r.reach()
}

// Grow moves the end that the keys move by one unit, and reports whether it went.
func (r *Reader) Grow(n int) bool {
	h := r.chosen.head
	b := r.blockAt(int(h.Start))
	if b < 0 {
		return false
	}
	if r.chosen.unit == Sentences {
		all := r.sentences(b)
		for i, s := range all {
			if s == h && i+n >= 0 && i+n < len(all) {
				r.chosen.head = all[i+n]
				r.chosen.set()
				r.reach()
				return true
			}
		}
	}
	for b += n; b >= 0 && b < len(r.doc.Blocks); b += n {
		if r.away(b) || r.doc.Blocks[b].Span.Empty() {
			continue
		}
		r.chosen.head = r.doc.Blocks[b].Span
		if r.chosen.unit == Sentences {
			all := r.sentences(b)
			r.chosen.head = all[0]
			if n < 0 {
				r.chosen.head = all[len(all)-1]
			}
		}
		r.chosen.set()
		r.reach()
		return true
	}
	return false
}

// reach brings the end that the keys move into sight.
func (r *Reader) reach() {
	h := r.chosen.head
	first, last := r.anchorOf(int(h.Start)), r.anchorOf(int(max(h.End-1, h.Start)))
	if before(first, r.top) {
		r.top = first
		r.settle()
	}
	if foot := r.step(r.top, max(r.height-1, 0)); before(foot, last) && h.Start >= r.chosen.first.Start {
		r.top = r.step(last, -(max(r.height, 1) - 1))
		r.settle()
	}
}

// Copied is the words that are selected as one would paste them: paragraphs with a
// blank line between, no line broken for the width of the pane, nothing of what is
// folded away. A table stays a table.
func (r *Reader) Copied() string {
	s := r.Chosen()
	if s.Empty() {
		return ""
	}
	var out strings.Builder
	last := -1 // the block before
	for i, b := range r.doc.Blocks {
		part := text.Span{Start: max(b.Span.Start, s.Start), End: min(b.Span.End, s.End)}
		words := joined(part.Of(r.doc.Text))
		if r.away(i) && !r.ruled(i) || words == "" {
			continue
		}
		switch {
		case out.Len() == 0:
		case r.tabled(last, i), r.doc.Blocks[last].Kind == text.ListItem && b.Kind == text.ListItem:
			out.WriteByte('\n')
		default:
			out.WriteString("\n\n")
		}
		out.WriteString(words)
		last = i
	}
	return out.String()
}

// tabled reports whether two blocks are rows of a table, one under the other.
func (r *Reader) tabled(a, b int) bool {
	if a < 0 || b != a+1 {
		return false
	}
	over, under := r.doc.Blocks[a].Span, r.doc.Blocks[b].Span
	return text.Span{Start: over.End, End: under.Start}.Of(r.doc.Text) == "\n" &&
		strings.Contains(over.Of(r.doc.Text), "|") && strings.Contains(under.Of(r.doc.Text), "|")
}

// ruled reports whether a block is the rule under the head of a table: it has no
// words and is folded away as furniture, but without it there is no table.
func (r *Reader) ruled(block int) bool {
	rule := r.doc.Blocks[block].Span.Of(r.doc.Text)
	return strings.Contains(rule, "-") && strings.Trim(rule, "|-: \t") == "" && r.tabled(block-1, block)
}

// joined makes one line of a paragraph whose lines the document had broken.
func joined(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, unicode.IsSpace)
		if n < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:n])
		rest := strings.TrimLeftFunc(s[n:], unicode.IsSpace)
		if gap := s[n : len(s)-len(rest)]; strings.ContainsAny(gap, "\n\t") {
			b.WriteByte(' ')
		} else {
			b.WriteString(gap)
		}
		s = rest
	}
	return b.String()
}
