package events

import (
	"fmt"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// The widths in cells of what stands left of the words.
const (
	signCells = 3  // cursor, status, blank
	dateCells = 12 // the column of dates
	slotCells = 10 // that of months and years at a coarser scale
)

// maxRows is how many rows a headline may take.
const maxRows = 2

// rowsIn is the rows of entry i with its headings. It is asked for many times a
// frame, so the rows of the words are counted once at a width.
func (p *Events) rowsIn(i int) int {
	if len(p.rows) != len(p.table.entries) || p.rowsAt != p.Width() {
		p.rows, p.rowsAt = make([]uint8, len(p.table.entries)), p.Width()
	}
	if p.rows[i] == 0 {
		p.rows[i] = uint8(max(len(p.body(i)), 1))
	}
	return int(p.rows[i]) + len(p.table.heads(i, i == p.Top()))
}

// body is the words of entry i, in rows.
func (p *Events) body(i int) []string {
	if p.table.scale != ByEvent {
		return []string{""}
	}
	e := &p.x.Events[p.table.entries[i].best]
	out := p.lines(e)
	if _, second := say.DayRows(e.Date); len(out) == 1 && second != "" {
		out = append(out, "")
	}
	return out
}

// tail is what stands at the end of the first row: that it is told otherwise
// elsewhere, and by how many documents it is told.
func (p *Events) tail(e *model.Event) string {
	s := ""
	if len(e.Versions) > 0 {
		s = p.theme.Otherwise
	}
	if n := docs(e); n > 1 {
		if s != "" {
			s += " "
		}
		s += fmt.Sprintf("×%d", n)
	}
	return s
}

// lines is the headline in rows, with room for the tail.
func (p *Events) lines(e *model.Event) []string {
	cells := p.Width() - signCells - dateCells - 2
	if t := p.tail(e); t != "" {
		cells -= pane.Width(t)
	}
	cells = max(cells, 8)
	head := pane.OneLine(e.Headline)
	rows := pane.Wrap(head, 0, len(head), cells)
	var out []string
	for k, r := range rows {
		if k == maxRows-1 && len(rows) > maxRows {
			return append(out, pane.Cut(head[r.Start:], cells, p.theme.Ellipsis))
		}
		out = append(out, head[r.Start:r.End])
	}
	return out
}

// item draws entry i under its headings.
func (p *Events) item(i, width int, cursor bool) []string {
	var out []string
	for k, h := range p.table.heads(i, i == p.Top()) {
		ink := p.theme.Accent
		if k > 0 || i > 0 && p.table.entries[i-1].year == p.table.entries[i].year {
			ink, h = p.theme.Quiet, " "+h
		}
		h = pane.Cut(h, width, p.theme.Ellipsis)
		out = append(out, ink.Render(h)+pane.Spaces(width-pane.Width(h)))
	}
	n := len(out)
	if p.table.scale == ByEvent {
		out = p.event(out, i, cursor)
	} else {
		out = append(out, p.group(i, cursor))
	}
	if width < dateCells+signCells+9 { // too narrow for the columns
		for k := n; k < len(out); k++ {
			out[k] = pane.Pad(out[k], width)
		}
	}
	return out
}

// inks are the styles of a row: of words, of what is beside them, and of signs.
func (p *Events) inks(cursor bool) (words, faint, sign theme.Ink) {
	words, faint, sign = p.theme.Text, p.theme.Faint, p.theme.Accent
	if cursor && p.Focused {
		return p.theme.OnCursor(words), p.theme.OnCursor(faint), p.theme.OnCursor(sign)
	}
	return words, faint, sign
}

// lead is the margin of a row: the cursor, or that the open document tells of it.
func (p *Events) lead(i int32, cursor bool) string {
	switch {
	case cursor:
		return p.theme.Focus
	case p.view.All && p.here(i):
		return p.theme.Here
	}
	return " "
}

// event adds the rows of an event.
func (p *Events) event(out []string, i int, cursor bool) []string {
	at := p.table.entries[i].best
	e := &p.x.Events[at]
	words, faint, sign := p.inks(cursor)
	if e.Status != event.Happened {
		words = p.theme.Quiet
		if cursor && p.Focused {
			words = p.theme.OnCursor(words)
		}
	}
	first, second := say.DayRows(e.Date)
	if second == "" {
		second = say.Clock(e.Date)
	}
	tail := p.tail(e)
	for k, line := range p.body(i) {
		left, day, end := p.lead(at, cursor)+say.Status(p.theme.Glyphs, e.Status)+" ", first, tail
		if k > 0 {
			left, day, end = "   ", second, ""
			if !cursor {
				left = p.lead(at, false) + "  "
			}
		}
		day = pane.Cut(day, dateCells-1, p.theme.Ellipsis)
		rest := p.Width() - signCells - dateCells - pane.Width(line)
		row := sign.Render(left) + faint.Render(day+pane.Spaces(dateCells-pane.Width(day)))
		row += words.Render(line+pane.Spaces(rest-pane.Width(end))) + faint.Render(end)
		out = append(out, row)
	}
	return out
}

// group is the row of a month or a year: how many events, how many of them planned,
// and the weightiest.
func (p *Events) group(i int, cursor bool) string {
	g := &p.table.entries[i]
	words, faint, sign := p.inks(cursor)
	label := p.label(g)
	count := say.Number(g.end - g.first)
	tail := "  " + pane.Spaces(p.counts-len(count)) + count // at the edge: beside the month it would read as a day
	if g.planned > 0 {
		tail = " " + p.theme.Planned + say.Number(g.planned) + tail
	}
	lead := "  "
	if cursor {
		lead = p.theme.Focus + " "
	}
	room := p.Width() - len("  ") - slotCells - pane.Width(tail)
	head := pane.Cut(pane.OneLine(p.x.Events[g.best].Headline), max(room-1, 0), p.theme.Ellipsis)
	return sign.Render(lead+label+pane.Spaces(slotCells-pane.Width(label))) +
		words.Render(head+pane.Spaces(room-pane.Width(head))) + faint.Render(tail)
}

// label names a month or a year beside its count.
func (p *Events) label(g *entry) string {
	switch {
	case !g.slot.dated:
		return "not known"
	case p.table.scale == ByYear:
		return fmt.Sprint(g.slot.year)
	case g.slot.month == 0:
		return "month ?"
	}
	return g.slot.month.String()
}
