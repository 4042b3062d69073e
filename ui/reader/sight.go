package reader

import "onrecord/model/text"

// InSight reports whether the beginning of a passage stands on the screen.
func (r *Reader) InSight(s text.Span) bool {
	if r.doc == nil || len(r.pieces) == 0 || r.hidden(s) {
		return false
	}
	at := r.anchorOf(int(max(s.Start, 1))) // byte 0 is that of the title, too
	if p := r.pieces[at.piece]; p.kind != block || r.doc.Blocks[p.block].Span.End < s.End {
		return false // it stands in no block that is shown, such as the title
	}
	return r.onScreen(at)
}

// onScreen reports whether a row stands on the screen.
func (r *Reader) onScreen(at anchor) bool {
	return !before(at, r.top) && !before(r.step(r.top, max(r.height-1, 0)), at)
}

// Mark shows a passage as the one that is spoken of, without moving the text.
func (r *Reader) Mark(s ...text.Span) { r.selected = s }

// Marked returns the passages that are spoken of.
func (r *Reader) Marked() []text.Span { return r.selected }

// Hides reports whether a passage stands in furniture that is folded.
func (r *Reader) Hides(s text.Span) bool { return r.doc != nil && r.hidden(s) }
