package found

import (
	"strings"

	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// item sets one row of the list.
func (p *Found) item(i, width int, cursor bool) []string {
	if p.offering() {
		return []string{p.offer(i, width, cursor)}
	}
	doc := p.x.Docs[p.hits[i].Doc]
	first, second, words := p.theme.Text, p.theme.Faint, p.theme.Quiet
	if doc.ID == p.view.Open {
		first = p.theme.Title
	}
	lead := "  "
	if cursor {
		lead = p.theme.Focus + " "
		if p.Focused {
			first, second, words = p.theme.OnCursor(first), p.theme.OnCursor(second), p.theme.OnCursor(words)
		}
	}
	spans := p.spans[doc.ID]
	count := ""
	if n := len(spans); n > 1 {
		count = " " + say.Number(n) + "×"
	}
	title := pane.Cut(pane.OneLine(doc.Title), width-2-pane.Width(count), p.theme.Ellipsis)
	published := say.Published(doc.Published)
	about := doc.Source
	if about != "" {
		about += " · "
	}
	about = pane.First(width-4, p.theme.Ellipsis, about+published+" · "+doc.Name, about+published+" · "+index.Short(doc.Name), published+" · "+index.Short(doc.Name), published)
	out := []string{
		first.Render(lead+title+pane.Spaces(width-2-pane.Width(title)-pane.Width(count))) + second.Render(count),
		second.Render("    " + about + pane.Spaces(width-4-pane.Width(about))),
	}
	return append(out, p.passage(doc.Text, spans, width, words)...)
}

// The cells left of a passage, and the least that one is shown in.
const (
	margin    = 4
	leastRoom = 8
)

// passage sets the part of a text that has most of what is searched, what was found
// reversed.
func (p *Found) passage(s string, spans []text.Span, width int, words theme.Ink) []string {
	room := width - margin
	out := make([]string, 0, p.passageRows())
	if room < leastRoom {
		for range p.passageRows() {
			out = append(out, pane.Spaces(max(width, 0)))
		}
		return out
	}
	snip, rows := p.snippet(s, spans, room)
	for i := range p.passageRows() {
		line, r := "", pane.Row{}
		if i < len(rows) {
			r = rows[i]
			line = snip.Text[r.Start:r.End]
		}
		out = append(out, words.Render(pane.Spaces(margin))+p.inked(line, r.Start, snip.Marks, words)+words.Render(pane.Spaces(room-pane.Width(line))))
	}
	return out
}

// snippet cuts a passage that fits the rows there are for it, each room cells wide.
// Cuts are made by letters, of which a wide one takes two cells, and rows are broken
// at blanks: the passage is made shorter until it fits.
func (p *Found) snippet(s string, spans []text.Span, room int) (search.Snippet, []pane.Row) {
	most := p.passageRows()
	for letters := most*room - (most-1)*room/8; ; letters -= max(letters/8, 1) {
		snip := p.cut(s, spans, letters)
		snip.Text = p.cuts(strings.ReplaceAll(snip.Text, "\t", " "))
		rows := pane.Wrap(snip.Text, 0, len(snip.Text), room)
		if len(rows) <= most || letters <= 8 {
			return snip, rows[:min(len(rows), most)]
		}
	}
}

// cut cuts the passage that a row shows: where most of what is searched stands, or the
// first of it where the documents stand in their order, to be read through.
func (p *Found) cut(s string, spans []text.Span, letters int) search.Snippet {
	if p.order == search.ByDocument {
		return search.FirstSnippet(s, spans, letters)
	}
	return search.MakeSnippet(s, spans, letters)
}

// cuts sets the signs of the cuts of a snippet as the theme has them: both take three
// bytes, so that its marks stay where they are.
func (p *Found) cuts(s string) string {
	const cut = "…"
	if len(p.theme.Ellipsis) != len(cut) {
		return s
	}
	if rest, ok := strings.CutPrefix(s, cut); ok {
		s = p.theme.Ellipsis + rest
	}
	if rest, ok := strings.CutSuffix(s, cut); ok {
		s = rest + p.theme.Ellipsis
	}
	return s
}

// inked sets part of a snippet, which begins at a byte of it, with the marks in it.
func (p *Found) inked(line string, from int, marks []text.Span, words theme.Ink) string {
	hit := p.theme.Look(theme.Look{Speaker: -1, Hit: true})
	var b strings.Builder
	at := 0
	put := func(to int, ink theme.Ink) {
		if to = min(to, len(line)); at < to {
			b.WriteString(ink.Render(line[at:to]))
			at = to
		}
	}
	for _, m := range marks {
		put(int(m.Start)-from, words)
		put(int(m.End)-from, hit)
	}
	put(len(line), words)
	return b.String()
}

// Label is a query as it is told: its last word is a beginning unless a blank is behind
// it, which would not be seen.
func Label(q, ellipsis string) string {
	whole, err := search.Parse(q, search.Options{})
	begun, _ := search.Parse(q, search.Options{Typing: true})
	q = strings.TrimRight(q, " ")
	if err == nil && whole.String() != begun.String() {
		q += ellipsis
	}
	return q
}

// offer sets a search that can be made again.
func (p *Found) offer(i, width int, cursor bool) string {
	o := p.offers[i]
	ink, lead, sign := p.theme.Text, "  ", "  "
	if cursor {
		lead = p.theme.Focus + " "
		if p.Focused {
			ink = p.theme.OnCursor(ink)
		}
	}
	if o.Kept {
		sign = p.theme.Kept + " "
	}
	words := pane.Cut(lead+sign+Label(o.Query, p.theme.Ellipsis), width, p.theme.Ellipsis)
	return ink.Render(words + pane.Spaces(width-pane.Width(words)))
}
