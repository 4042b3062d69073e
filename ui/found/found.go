// Package found is the pane that lists what a search finds: the documents, the
// best first or in their order, each with the passage that tells most. While
// nothing is searched it offers the searches that were kept and the last ones.
package found

import (
	"context"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// Reorder asks for the hits in their other order.
type Reorder struct{}

// Again asks for a search that was made before.
type Again struct{ Query string }

// Offer is a search that can be made again.
type Offer struct {
	Query string
	Kept  bool
}

// Found is the pane.
type Found struct {
	pane.ListPane
	theme   *theme.Theme
	x       *index.Index
	view    index.View
	results *search.Results // nil while nothing is searched
	order   search.Order
	hits    []search.Hit // of results, those that the filter leaves
	query   string       // as typed
	wrong   string       // what is wrong with it
	emptied string       // which filter left none of them
	offers  []Offer
	spans   map[text.DocID][]text.Span // of the hits that were on the screen
}

// New returns the pane without hits.
func New(keys keymap.Map, t *theme.Theme) *Found {
	p := &Found{theme: t, spans: map[text.DocID][]text.Span{}}
	p.Keys = keys
	p.Count = func() int {
		if p.offering() {
			return len(p.offers)
		}
		return len(p.hits)
	}
	p.Height = func(int) int {
		if p.offering() {
			return 1
		}
		return p.rowsOfHit()
	}
	p.Render = p.item
	p.Empty = p.empty
	p.Selected = p.selected
	return p
}

// offering reports whether the searches made before are listed: nothing is searched,
// and there is nothing to say of what is typed.
func (p *Found) offering() bool { return p.query == "" && p.wrong == "" }

// passageRows is how many rows the passage of a hit takes: two where one would hold
// hardly more than the words that were found.
func (p *Found) passageRows() int {
	const enough = 56 // cells
	if p.Width() < enough {
		return 2
	}
	return 1
}

// rowsOfHit is how many rows a hit takes: the document, where it is from, and the
// passage.
func (p *Found) rowsOfHit() int { return 2 + p.passageRows() }

// SetTheme changes the styles.
func (p *Found) SetTheme(t *theme.Theme) { p.theme = t }

// Set shows a snapshot, and what a filter leaves of the hits.
func (p *Found) Set(x *index.Index, v index.View) {
	was := text.NoDoc
	if p.Cursor < len(p.hits) {
		was = p.hits[p.Cursor].Doc
	}
	was = text.DocID(p.Home(int32(was)))
	p.x, p.view = x, v
	p.narrow()
	at := p.index(was)
	p.Place(max(at, 0), int32(was), at >= 0)
}

// FilteredOut reports whether something was found and the filter leaves none of it.
func (p *Found) FilteredOut() bool { return p.emptied != "" }

// ItemAt is the document of hit i or, less than 0, the search that is offered in row i.
func (p *Found) ItemAt(i int) int32 {
	if p.offering() {
		return int32(^i)
	}
	return int32(p.hits[i].Doc)
}

// index is where a document is among the hits, or -1.
func (p *Found) index(id text.DocID) int {
	return slices.IndexFunc(p.hits, func(h search.Hit) bool { return h.Doc == id })
}

// SetOpen tells which document the text pane shows.
func (p *Found) SetOpen(id text.DocID) { p.view.Open = id }

// SetOffers sets what stands there while nothing is searched.
func (p *Found) SetOffers(o []Offer) { p.offers = o }

// SetResults shows the hits of a query. wrong says what of it could not be
// understood.
func (p *Found) SetResults(query string, r *search.Results, order search.Order, wrong string) {
	p.query, p.results, p.order, p.wrong = query, r, order, wrong
	clear(p.spans)
	p.narrow()
	p.Forget()
	p.MoveTo(0)
	p.Settle()
}

// narrow keeps the hits in documents that the filter leaves.
func (p *Found) narrow() {
	p.hits, p.emptied = nil, ""
	if p.results == nil {
		return
	}
	p.hits = p.results.Hits
	if p.view.Page != nil {
		left := p.view.Page.Docs // in document order
		p.hits = slices.DeleteFunc(slices.Clone(p.hits), func(h search.Hit) bool {
			_, ok := slices.BinarySearch(left, h.Doc)
			return !ok
		})
	}
	if len(p.hits) == 0 && p.view.Page != nil {
		among := make([]int32, len(p.results.Hits))
		for i, h := range p.results.Hits {
			among[i] = int32(h.Doc)
		}
		p.emptied = say.Emptied("document", " that has this", p.view.Page, p.Keys, index.Documents, among)
	}
}

// Hits are the documents found, as they are listed.
func (p *Found) Hits() []search.Hit { return p.hits }

// Spans are where a document has what is searched, in text order.
func (p *Found) Spans(id text.DocID) []text.Span {
	if p.results == nil {
		return nil
	}
	p.load(id)
	return p.spans[id]
}

// load fetches the spans of documents that are not known yet, all at once: one
// fetch goes over the postings of the query's words.
func (p *Found) load(ids ...text.DocID) {
	ids = slices.DeleteFunc(ids, func(id text.DocID) bool { _, ok := p.spans[id]; return ok })
	if len(ids) == 0 {
		return
	}
	all, err := p.results.Spans(context.Background(), ids...)
	if err != nil {
		return
	}
	for i, id := range ids {
		p.spans[id] = all[i]
	}
}

// View returns the rows of the pane. The passages of all rows are fetched together.
func (p *Found) View() []string {
	if len(p.hits) > 0 {
		shown := p.Rows() / p.rowsOfHit()
		first := max(0, min(p.Top(), p.Cursor-shown))
		last := min(max(p.Top(), p.Cursor)+shown+2, len(p.hits))
		ids := make([]text.DocID, 0, last-first)
		for _, h := range p.hits[first:last] {
			ids = append(ids, h.Doc)
		}
		p.load(ids...)
	}
	rows := p.List.View()
	if n := len(p.offers) + 1; p.offering() && len(p.offers) > 0 && n < len(rows) {
		copy(rows[n:], p.grammar(p.Width())) // what else can be typed
	}
	return rows
}

// Update handles the keys of the pane.
func (p *Found) Update(msg tea.Msg) tea.Msg {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, p.Keys.Order) && p.query != "" {
		return Reorder{}
	}
	return p.ListPane.Update(msg)
}

func (p *Found) selected(goThere bool) tea.Msg {
	if p.offering() {
		if !goThere {
			return nil
		}
		return Again{p.offers[p.Cursor].Query}
	}
	return pane.Open{Ref: p.Passage(), Go: goThere}
}

// Passage is what the row under the cursor shows of its document: the first hit in
// its snippet.
func (p *Found) Passage() text.Ref {
	if p.Cursor >= len(p.hits) {
		return text.Ref{Doc: text.NoDoc}
	}
	id := p.hits[p.Cursor].Doc
	r := text.Ref{Doc: id}
	s := p.Spans(id)
	if len(s) == 0 {
		return r
	}
	r.Span = s[0]
	if d, room := p.x.Doc(id), p.Width()-margin; d != nil && len(s) > 1 && room >= leastRoom {
		snip, _ := p.snippet(d.Text, s, room)
		if i := slices.IndexFunc(s, func(h text.Span) bool { return snip.Span.Overlaps(h) }); i >= 0 {
			r.Span = s[i]
		}
	}
	return r
}

// GoTo brings the cursor to a document, where it is among the hits.
func (p *Found) GoTo(id text.DocID) {
	if i := p.index(id); i >= 0 {
		p.MoveTo(i)
		p.Pick()
	}
}

// Title is what the rule over the pane says.
func (p *Found) Title(width int) string {
	head := "Found " + p.theme.Rule + " "
	switch {
	case p.offering() && len(p.offers) > 0:
		return pane.First(width, p.theme.Ellipsis, head+"searches made before", "Found")
	case p.query == "", p.results == nil && p.wrong != "":
		return "Found"
	case p.results == nil:
		return head + "searching " + p.theme.Ellipsis
	case len(p.hits) == 0 && p.x != nil && !p.x.Progress.Complete:
		return head + "nothing yet"
	case len(p.hits) == 0:
		return head + "nothing"
	}
	n := say.Plural(len(p.hits), "document")
	return pane.First(width, p.theme.Ellipsis, head+n+", "+OrderName(p.order), head+n, head+say.Number(len(p.hits)))
}

// OrderName says in which order hits are listed.
func OrderName(o search.Order) string {
	return [...]string{"the best first", "in their order"}[o]
}

// empty says what can be typed, or why nothing is found.
func (p *Found) empty(width int) []string {
	quiet := p.theme.Quiet.Render
	switch {
	case p.wrong != "":
		return append(append(pane.Note(quiet, p.wrong, width), pane.Spaces(width)), p.grammar(width)...)
	case p.query == "":
		return p.grammar(width)
	case p.results == nil:
		return nil
	case p.emptied != "":
		return pane.Note(quiet, say.Plural(len(p.results.Hits), "document")+" found. "+p.emptied, width)
	}
	if p.x != nil && !p.x.Progress.Complete {
		read := say.Number(p.x.Progress.Read) + " of " + say.Plural(p.x.Progress.Found, "file")
		return pane.Note(quiet, "No document has that yet: "+read+" read.", width)
	}
	note := pane.Note(quiet, "No document has that. All words must be in one document: try fewer of them, or one of these ways.", width)
	return append(append(note, pane.Spaces(width)), p.grammar(width)...)
}
