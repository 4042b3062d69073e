package found

import (
	"strings"

	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// item sets one row of the list.
func (p *Found) item(i, width int, cursor bool) []string {
	if p.query == "" {
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
	about := say.Published(doc.Published)
	if doc.Source != "" {
		about = doc.Source + " · " + about
	}
	about = pane.Cut(about+" · "+doc.Name, width-4, p.theme.Ellipsis)
	return []string{
		first.Render(lead+title+pane.Spaces(width-2-pane.Width(title)-pane.Width(count))) + second.Render(count),
		second.Render("    " + about + pane.Spaces(width-4-pane.Width(about))),
		p.passage(doc.Text, spans, width, words),
	}
}

// passage sets the part of a text that has most of what is searched, what was
// found bold and underlined.
func (p *Found) passage(s string, spans []text.Span, width int, words theme.Ink) string {
	const margin = 4
	room := width - margin
	if room < 8 {
		return pane.Spaces(max(width, 0))
	}
	snip := search.MakeSnippet(s, spans, room)
	line := strings.ReplaceAll(snip.Text, "\t", " ")
	var b strings.Builder
	b.WriteString(words.Render(pane.Spaces(margin)))
	at, cells := 0, 0
	put := func(to int, ink theme.Ink) {
		to = min(to, len(line))
		if at >= to {
			return
		}
		part := line[at:to]
		if w := pane.Width(part); cells+w > room { // wide letters take more cells than runes
			part = pane.Cut(part, room-cells, "")
		}
		cells += pane.Width(part)
		b.WriteString(ink.Render(part))
		at = to
	}
	hit := p.theme.Look(theme.Look{Speaker: -1, Hit: true})
	for _, m := range snip.Marks {
		put(int(m.Start), words)
		put(int(m.End), hit)
	}
	put(len(line), words)
	b.WriteString(words.Render(pane.Spaces(room - cells)))
	return b.String()
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
	words := pane.Cut(lead+sign+o.Query, width, p.theme.Ellipsis)
	return ink.Render(words + pane.Spaces(width-pane.Width(words)))
}
