package picker

import (
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

const (
	prompt   = "  > "
	maxWidth = 90 // of a page, in cells
	pageRows = 24 // of a page: it does not change its height while one types
)

// above is how many rows stand over what is found: the title, the line to type on
// and, where there is room, a blank.
func (p *Picker) above() int {
	if p.rows() >= 10 {
		return 3
	}
	return 2
}

// below is the foot, where there is room for one.
func (p *Picker) below() int {
	if p.rows() >= 6 {
		return 1
	}
	return 0
}

// rows is the height of the sheet.
func (p *Picker) rows() int {
	if p.page {
		return max(min(p.height-2, pageRows), 1)
	}
	return p.height
}

// shown is how many rows there are for what is found.
func (p *Picker) shown() int { return max(p.rows()-p.above()-p.below(), 0) }

func (p *Picker) box() int {
	if p.page {
		return max(min(maxWidth, p.width-4), 1)
	}
	return p.width
}

// heads reports whether kinds have headings: not where there is only one.
func (p *Picker) heads() bool { return len(p.lists) > 1 }

// each goes through all rows: a heading has no hit.
func (p *Picker) each(yield func(row int, g *group, hit int)) {
	row, hit := 0, 0
	for i := range p.found.groups {
		g := &p.found.groups[i]
		if p.heads() {
			yield(row, g, -1)
			row++
		}
		for range g.hits {
			yield(row, g, hit)
			row++
			hit++
		}
	}
}

// reveal brings the row of the cursor into sight, and over the first of a kind its
// heading.
func (p *Picker) reveal() {
	at, head, last := 0, 0, -1
	p.each(func(row int, _ *group, hit int) {
		switch {
		case hit < 0:
			last = row
		case hit == p.at:
			at, head = row, row
			if last == row-1 {
				head = last
			}
		}
	})
	p.top = max(p.top, at-p.shown()+1)
	p.top = max(0, min(p.top, head))
}

// View returns the rows of the sheet, all of one width, and where a page stands.
func (p *Picker) View() (rows []string, x, y int) {
	width := p.box()
	rows = append(rows, pane.Ruled(p.theme.AccentBold.Render, p.theme.Rule, p.title, p.theme.Ellipsis, width), p.line(width))
	if p.above() == 3 {
		rows = append(rows, pane.Spaces(width))
	}
	end := len(rows) + p.shown()
	p.each(func(row int, g *group, hit int) {
		if row < p.top || len(rows) >= end {
			return
		}
		if hit < 0 {
			rows = append(rows, p.heading(g, width))
			return
		}
		l, i := p.hit(hit)
		rows = append(rows, p.item(l, i, width, hit == p.at))
	})
	if p.found.hits == 0 && len(rows) < end {
		rows = append(rows, pane.Pad("    "+p.theme.Faint.Render(pane.Cut(p.nothing(), max(width-4, 0), p.theme.Ellipsis)), width))
	}
	for len(rows) < end {
		rows = append(rows, pane.Spaces(width))
	}
	if p.below() > 0 {
		rows = append(rows, pane.Footed(p.theme.Faint.Render, width, p.foot()...))
	}
	rows = rows[:min(len(rows), max(p.rows(), 1))]
	x, y = pane.Centred(width, len(rows), p.width, p.height)
	return rows, x, y
}

func (p *Picker) nothing() string {
	switch {
	case p.waiting || p.reading:
		return "looking " + p.theme.Ellipsis
	case p.input.Value() == "":
		return "there is nothing here yet"
	case p.page:
		return "no command has these letters"
	}
	return "nothing is called so: try fewer letters"
}

// line is what is typed or, while nothing is, what may be.
func (p *Picker) line(width int) string {
	words := p.input.View()
	if p.input.Value() == "" {
		hints := []string{"a few letters of a document, a person, an event, a mark or a command", "a few letters of anything"}
		if p.page {
			hints = []string{"a few letters of what is to be done"}
		}
		words = " " + p.theme.Faint.Render(pane.First(max(width-len(prompt)-2, 0), p.theme.Ellipsis, hints...))
	}
	return pane.Pad(p.theme.Accent.Render(prompt)+words, width)
}

// Cursor is where the terminal's cursor stands, from the corner of the sheet.
func (p *Picker) Cursor() (x, y int) {
	x = len(prompt)
	if at, ok := pane.CursorCell(&p.input); ok {
		x += at
	}
	return min(x, max(p.box()-1, 0)), 1
}

// foot says what the keys do, in words for more and for less room.
func (p *Picker) foot() []string {
	if p.page {
		return []string{"arrows move · enter runs it · esc closes", "enter runs it · esc closes"}
	}
	return []string{"arrows move · tab keeps one kind · enter goes there · esc comes back", "tab one kind · enter goes there · esc comes back", "enter goes there · esc comes back"}
}

// heading names a kind, how many there are of it, and what narrows to it.
func (p *Picker) heading(g *group, width int) string {
	n := say.Number(g.total)
	if k := len(g.hits); k < g.total {
		n = say.Number(k) + " of " + n
	}
	sign := strings.TrimSpace(prefixes[g.list.kind])
	name := names[g.list.kind]
	left := 2 + len(sign) + 1 + len(name)
	return pane.Pad("  "+p.theme.Accent.Render(sign+" ")+p.theme.AccentBold.Render(name)+
		p.theme.Faint.Render(pane.Cut(" "+n, max(width-left, 0), "")), width)
}

// besideFrom is the width in cells from which there is room beside the name.
const besideFrom = 44

// item sets one row: what the thing is called, with the letters that match, and
// what stands beside it.
func (p *Picker) item(l *List, i int32, width int, cursor bool) string {
	it := l.items[i]
	inText, inExtra := l.places(&p.found.query, i)
	words, hit := p.theme.Text, p.theme.Look(theme.Look{Speaker: -1, Bold: true, Date: true})
	beside, besideHit := p.theme.Faint, p.theme.Look(theme.Look{Speaker: -1, Faint: true, Bold: true, Date: true})
	lead := "    "
	if cursor {
		lead = p.theme.Focus + "   "
		words, hit, beside, besideHit = p.theme.OnCursor(words), p.theme.OnCursor(hit), p.theme.OnCursor(beside), p.theme.OnCursor(besideHit)
	}
	extra := ""
	if width >= besideFrom {
		most := width / 3
		if p.page {
			most = width * 3 / 5 // a command is of no use without its key, which stands last
		}
		if extra = it.Extra; !p.page { // where not all are commands, their keys are no column
			extra = strings.TrimRight(extra, " ")
		}
		extra = pane.Cut(extra, most, p.theme.Ellipsis)
	}
	room := max(width-len("    ")-1, 0)
	if extra != "" {
		room = max(room-pane.Width(extra)-2, 0)
	}
	name, inText := p.fit(it.Text, inText, room)
	gap := width - pane.Width(lead) - pane.Width(name) - pane.Width(extra) - 1
	return pane.Pad(words.Render(lead)+inked(name, inText, words, hit)+words.Render(pane.Spaces(gap))+inked(extra, inExtra, beside, besideHit)+words.Render(" "), width)
}

// fit cuts a name to a width in cells: where letters that match would be lost, at
// its beginning.
func (p *Picker) fit(s string, at []int, room int) (string, []int) {
	if pane.Width(s) <= room || len(at) == 0 || slices.Max(at) < room-2 {
		return pane.Cut(s, room, p.theme.Ellipsis), at
	}
	const behind = 14 // cells for what stands behind the last letter that matches
	runes := []rune(s)
	from := max(min(slices.Max(at)+behind-room, slices.Min(at)), 0)
	for from > 0 && from < slices.Min(at) && runes[from-1] != ' ' {
		from++
	}
	if from == 0 {
		return pane.Cut(s, room, p.theme.Ellipsis), at
	}
	lead := p.theme.Ellipsis + " "
	shifted := make([]int, 0, len(at))
	for _, i := range at {
		shifted = append(shifted, i-from+utf8.RuneCountInString(lead))
	}
	return pane.Cut(lead+string(runes[from:]), room, p.theme.Ellipsis), shifted
}

// inked sets a text with some of its runes in another ink.
func inked(s string, at []int, plain, marked theme.Ink) string {
	if len(at) == 0 {
		return plain.Render(s)
	}
	var b strings.Builder
	slices.Sort(at)
	start, was, n, k := 0, false, 0, 0
	flush := func(end int) {
		ink := plain
		if was {
			ink = marked
		}
		b.WriteString(ink.Render(s[start:end]))
		start = end
	}
	for i := range s {
		for k < len(at) && at[k] < n {
			k++
		}
		is := k < len(at) && at[k] == n
		if is != was {
			flush(i)
			was = is
		}
		n++
	}
	flush(len(s))
	return b.String()
}
