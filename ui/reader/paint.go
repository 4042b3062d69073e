package reader

import (
	"sort"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/theme"
)

// run is a stretch of the text that is set in one look.
type run struct {
	text.Span
	look theme.Look
}

// paint is how a document's text is set, in runs that do not overlap, and what
// its margin shows. It is made once a document; a row looks up what it covers.
type paint struct {
	runs   []run
	said   []run       // quotations for the margin, in text order
	events []text.Span // passages that tell of an event, in text order
}

// edge is where an interval begins or ends.
type edge struct {
	at   int
	open bool
	kind int // 0 words of a speaker, 1 date
	tint int
}

func newPaint(c *model.Corpus, d *model.Document, events []text.Span, indirect bool) paint {
	var p paint
	var edges []edge
	_, quotes := c.QuotationsOf(d.ID)
	for i := range quotes {
		q := &quotes[i]
		if q.Kind == quote.Indirect && !indirect {
			continue
		}
		tint := TintOf(c, q)
		for _, s := range q.Spans {
			p.said = append(p.said, run{s, theme.Look{Speaker: tint}})
		}
		words := q.Spans
		if q.Kind == quote.Mixed {
			words = q.Quoted
		}
		for _, s := range words {
			edges = append(edges, edge{int(s.Start), true, 0, tint}, edge{int(s.End), false, 0, tint})
		}
	}
	for _, t := range c.DatesOf(d.ID) {
		if t.Type == when.Date || t.Type == when.Time { // these have a place on the calendar
			edges = append(edges, edge{int(t.Span.Start), true, 1, 0}, edge{int(t.Span.End), false, 1, 0})
		}
	}
	sort.SliceStable(p.said, func(a, b int) bool { return p.said[a].Start < p.said[b].Start })
	p.runs = sweep(edges)
	p.events = events
	return p
}

// sweep makes runs of intervals that may nest: inner speakers win.
func sweep(edges []edge) []run {
	sort.SliceStable(edges, func(a, b int) bool {
		if edges[a].at != edges[b].at {
			return edges[a].at < edges[b].at
		}
		return !edges[a].open && edges[b].open
	})
	var out []run
	var speakers []int
	dates, last := 0, 0
	for _, e := range edges {
		if e.at > last && (len(speakers) > 0 || dates > 0) {
			l := theme.Look{Speaker: -1, Date: dates > 0}
			if n := len(speakers); n > 0 {
				l.Speaker = speakers[n-1]
			}
			out = append(out, run{text.Between(last, e.at), l})
		}
		last = e.at
		switch {
		case e.kind == 1 && e.open:
			dates++
		case e.kind == 1:
			dates--
		case e.open:
			speakers = append(speakers, e.tint)
		default:
			for n := len(speakers) - 1; n >= 0; n-- {
				if speakers[n] == e.tint {
					speakers = append(speakers[:n], speakers[n+1:]...)
					break
				}
			}
		}
	}
	return out
}

// TintOf returns the number of a quotation's speaker for the theme, or -1 when
// nobody is known.
func TintOf(c *model.Corpus, q *model.Quotation) int {
	if len(q.Speakers) == 0 {
		return -1
	}
	if p := c.Speaker(q, 0); p >= 0 {
		return p
	}
	h := 0
	for _, c := range q.Speakers[0].Name {
		h = (h*31 + int(c)) & 0xffff
	}
	return h
}

// at returns the runs that overlap [a, b), cut to it, with the plain stretches
// between them.
func (p *paint) at(a, b int, yield func(text.Span, theme.Look)) {
	i := sort.Search(len(p.runs), func(k int) bool { return int(p.runs[k].End) > a })
	for a < b {
		if i == len(p.runs) || int(p.runs[i].Start) >= b {
			yield(text.Between(a, b), theme.Look{Speaker: -1})
			return
		}
		r := p.runs[i]
		if int(r.Start) > a {
			yield(text.Between(a, int(r.Start)), theme.Look{Speaker: -1})
			a = int(r.Start)
		}
		end := min(b, int(r.End))
		yield(text.Between(a, end), r.look)
		a = end
		i++
	}
}

// margin returns the tint of who is quoted in [a, b), and whether anybody is.
func (p *paint) margin(a, b int) (tint int, said bool) {
	i := sort.Search(len(p.said), func(k int) bool { return int(p.said[k].Start) >= b })
	const nested = 8 // quotations that may begin inside one that is still going on
	for k := i - 1; k >= 0 && k >= i-nested; k-- {
		if int(p.said[k].End) > a {
			return p.said[k].look.Speaker, true
		}
	}
	return -1, false
}

// tells reports whether a passage that tells of an event begins in [a, b).
func (p *paint) tells(a, b int) bool {
	i := sort.Search(len(p.events), func(k int) bool { return int(p.events[k].Start) >= a })
	return i < len(p.events) && int(p.events[i].Start) < b
}
