package reader

import (
	"sort"
	"strings"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// View returns the rows of the pane.
func (r *Reader) View() []string {
	out := make([]string, 0, r.height)
	if r.doc == nil {
		return pad(out, r.width, r.height)
	}
	thumb := r.thumb()
	for i, row := r.top.piece, r.top.row; i < len(r.pieces) && len(out) < r.height; i, row = i+1, 0 {
		rows := r.rowsOf(i)
		for ; row < len(rows) && len(out) < r.height; row++ {
			out = append(out, r.row(i, rows[row])+r.bar(len(out), thumb))
		}
	}
	for len(out) < r.height {
		out = append(out, pane.Spaces(r.width-bar)+r.bar(len(out), thumb))
	}
	return out
}

func pad(rows []string, width, height int) []string {
	for len(rows) < height {
		rows = append(rows, pane.Spaces(width))
	}
	return rows
}

// row sets one row of a piece, without the scroll bar.
func (r *Reader) row(i int, row pane.Row) string {
	cells, left := r.measure()
	p := r.pieces[i]
	width := r.width - bar
	switch p.kind {
	case titled:
		words := flat(p.plain[row.Start:row.End])
		if r.doc.TitleBasis == model.TitleFromLead && row.End < len(p.plain) {
			words = pane.Cut(flat(p.plain), cells, r.theme.Ellipsis)
		}
		// A first sentence stands in the text again, where its hits are seen.
		if t, exact := r.titleSpan(); exact && (r.doc.TitleBasis != model.TitleFromLead || !r.Chosen().Empty()) {
			var b strings.Builder
			r.overlay(&b, text.Between(int(t.Start)+row.Start, int(t.Start)+row.End), theme.Look{Speaker: -1, Title: true})
			return pane.Pad(pane.Spaces(left+gutter)+b.String(), width)
		}
		return pane.Pad(pane.Spaces(left+gutter)+r.theme.Title.Render(words), width)
	case provenance:
		return pane.Pad(pane.Spaces(left+gutter)+r.theme.Quiet.Render(pane.Parts(cells, r.theme.Ellipsis, r.provenance()...)), width)
	case folded:
		s := say.Plural(p.lines, "line") + " of page furniture"
		return pane.Pad(pane.Spaces(left+gutter)+r.theme.Faint.Render(pane.Cut(r.theme.Glyphs.Fold+" "+s, cells, r.theme.Ellipsis)), width)
	case block:
		cells := left + gutter + pane.Width(flat(r.doc.Text[row.Start:row.End]))
		return pane.Fill(pane.Spaces(left)+r.margin(p, row)+r.words(p, row), cells, width)
	}
	return pane.Spaces(width)
}

// margin returns the three cells before a row: who speaks, or that something
// happens.
func (r *Reader) margin(p piece, row pane.Row) string {
	if r.doc.Blocks[p.block].Kind == text.Furniture {
		return "   "
	}
	tint, said := r.paint.margin(row.Start, row.End)
	tells := r.paint.tells(row.Start, row.End)
	mark := r.letter(row.Start, row.End)
	switch {
	case mark != "" && said: // the letter stands where there is room, at most for the sign of an event
		return r.theme.Tint(tint).Render(r.theme.Said) + r.theme.AccentBold.Render(mark) + " "
	case mark != "" && tells:
		return r.theme.AccentBold.Render(mark) + r.theme.Accent.Render(r.theme.Event) + " "
	case mark != "":
		return r.theme.AccentBold.Render(mark) + "  "
	case tells && said:
		return r.theme.Tint(tint).Render(r.theme.Said) + r.theme.Accent.Render(r.theme.Event) + " "
	case tells:
		return " " + r.theme.Accent.Render(r.theme.Event) + " "
	case said:
		return r.theme.Tint(tint).Render(r.theme.Said) + "  "
	}
	return "   "
}

// words sets the text of a row in the looks of its runs.
func (r *Reader) words(p piece, row pane.Row) string {
	var b strings.Builder
	kind := r.doc.Blocks[p.block].Kind
	r.paint.at(row.Start, row.End, func(s text.Span, l theme.Look) {
		switch kind {
		case text.Furniture, text.Caption:
			l.Faint, l.Speaker = true, -1
		case text.Heading:
			l.Bold = true
		case text.Signature:
			l.Faint = true
		}
		r.overlay(&b, s, l)
	})
	return b.String()
}

// overlay sets a stretch of one look, with what is selected or found laid over.
func (r *Reader) overlay(b *strings.Builder, s text.Span, l theme.Look) {
	for s.Start < s.End {
		look, end := l, s.End
		for _, sel := range r.selected {
			look.Selected = look.Selected || sel.Start <= s.Start && s.Start < sel.End
			end = cut(end, s.Start, sel)
		}
		if c := r.Chosen(); !c.Empty() {
			look.Chosen = c.Start <= s.Start && s.Start < c.End
			end = cut(end, s.Start, c)
		}
		k := sort.Search(len(r.find.hits), func(i int) bool { return r.find.hits[i].End > s.Start })
		if k < len(r.find.hits) {
			h := r.find.hits[k]
			if h.Start <= s.Start {
				look.Hit, look.Now = true, k == r.find.now
			}
			end = cut(end, s.Start, h)
		}
		b.WriteString(r.theme.Look(look).Render(flat(r.doc.Text[s.Start:end])))
		s.Start = end
	}
}

// cut returns end, or the first edge of s that lies behind at and before end.
func cut(end, at int32, s text.Span) int32 {
	if s.Start > at && s.Start < end {
		end = s.Start
	}
	if s.End > at && s.End < end {
		end = s.End
	}
	return end
}

// flat shows line feeds and tabs as one blank each: that is what Wrap measured.
func flat(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return strings.Map(func(c rune) rune {
		if c == '\n' || c == '\t' {
			return ' '
		}
		return c
	}, s)
}

// thumb returns the rows of the scroll bar that stand for the part in sight.
func (r *Reader) thumb() text.Span {
	n := len(r.doc.Text)
	if n == 0 || r.height == 0 {
		return text.Span{}
	}
	end := n
	switch atEnd := r.AtEnd(); {
	case atEnd && r.top == anchor{}:
		return text.Span{} // all in sight: no bar
	case !atEnd:
		end = r.startOf(r.step(r.top, r.height), n)
	}
	a, z := r.offset()*r.height/n, (end*r.height+n-1)/n
	return text.Between(a, max(z, a+1))
}

// bar draws one row of the scroll bar, with ticks where hits and quotations are.
func (r *Reader) bar(y int, thumb text.Span) string {
	n := len(r.doc.Text)
	if thumb.Empty() || n == 0 {
		return " "
	}
	lo, hi := y*n/r.height, (y+1)*n/r.height
	hit := sort.Search(len(r.find.hits), func(i int) bool { return int(r.find.hits[i].Start) >= lo })
	tick := hit < len(r.find.hits) && int(r.find.hits[hit].Start) < hi
	switch {
	case tick && y >= int(thumb.Start) && y < int(thumb.End):
		return r.theme.AccentBold.Render(r.theme.ThumbTick)
	case tick:
		return r.theme.AccentBold.Render(r.theme.Tick)
	case y >= int(thumb.Start) && y < int(thumb.End):
		return r.theme.Faint.Render(r.theme.Thumb)
	}
	return " "
}
