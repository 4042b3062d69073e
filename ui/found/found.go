// Package found is the pane that lists what a search finds: the documents, the
// best first or in their order, each with the passage that tells most. While
// nothing is searched it offers the searches that were kept and the last ones.
package found

import (
	"context"
	"fmt"
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
		if p.query == "" {
			return len(p.offers)
		}
		return len(p.hits)
	}
	p.Height = func(int) int {
		if p.query == "" {
			return 1
		}
		return rowsOfHit
	}
	p.Render = p.item
	p.Empty = p.empty
	p.Selected = p.selected
	return p
}

// rowsOfHit is how many rows a hit takes: the document, where it is from, and the
// passage.
const rowsOfHit = 3

// SetTheme changes the styles.
func (p *Found) SetTheme(t *theme.Theme) { p.theme = t }

// Set shows a snapshot, and what a filter leaves of the hits.
func (p *Found) Set(x *index.Index, v index.View) {
	p.x, p.view = x, v
	p.narrow()
}

// SetOffers sets what stands there while nothing is searched.
func (p *Found) SetOffers(o []Offer) { p.offers = o }

// SetResults shows the hits of a query. wrong says what of it could not be
// understood.
func (p *Found) SetResults(query string, r *search.Results, order search.Order, wrong string) {
	p.query, p.results, p.order, p.wrong = query, r, order, wrong
	clear(p.spans)
	p.narrow()
	p.MoveTo(0)
	p.Settle()
}

// narrow keeps the hits in documents that the filter leaves.
func (p *Found) narrow() {
	p.hits, p.emptied = nil, ""
	if p.results == nil {
		return
	}
	if p.hits = p.results.Hits; p.view.Page == nil {
		return
	}
	left := p.view.Page.Docs // in document order
	p.hits = slices.DeleteFunc(slices.Clone(p.hits), func(h search.Hit) bool {
		_, ok := slices.BinarySearch(left, h.Doc)
		return !ok
	})
	if len(p.hits) == 0 {
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
		first := max(0, min(p.Top(), p.Cursor-p.Rows()/rowsOfHit))
		last := min(max(p.Top(), p.Cursor)+p.Rows()/rowsOfHit+2, len(p.hits))
		ids := make([]text.DocID, 0, last-first)
		for _, h := range p.hits[first:last] {
			ids = append(ids, h.Doc)
		}
		p.load(ids...)
	}
	return p.List.View()
}

// Update handles the keys of the pane.
func (p *Found) Update(msg tea.Msg) tea.Msg {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, p.Keys.Order) && p.query != "" {
		return Reorder{}
	}
	return p.ListPane.Update(msg)
}

func (p *Found) selected(goThere bool) tea.Msg {
	if p.query == "" {
		if !goThere {
			return nil
		}
		return Again{p.offers[p.Cursor].Query}
	}
	return pane.Open{Ref: p.Passage(), Go: goThere}
}

// Passage is the first place of the document under the cursor that was found.
func (p *Found) Passage() text.Ref {
	if p.Cursor >= len(p.hits) {
		return text.Ref{Doc: text.NoDoc}
	}
	id := p.hits[p.Cursor].Doc
	r := text.Ref{Doc: id}
	if s := p.Spans(id); len(s) > 0 {
		r.Span = s[0]
	}
	return r
}

// GoTo brings the cursor to a document, where it is among the hits.
func (p *Found) GoTo(id text.DocID) {
	if i := slices.IndexFunc(p.hits, func(h search.Hit) bool { return h.Doc == id }); i >= 0 {
		p.MoveTo(i)
	}
}

// Title is what the rule over the pane says.
func (p *Found) Title() string {
	switch {
	case p.query == "":
		return "Found"
	case p.results == nil:
		return fmt.Sprintf("Found %s searching …", p.theme.Rule)
	}
	return fmt.Sprintf("Found %s %s, %s", p.theme.Rule, say.Plural(len(p.hits), "document"), [...]string{"the best first", "in their order"}[p.order])
}

// empty says what can be typed, or why nothing is found.
func (p *Found) empty(width int) []string {
	faint := p.theme.Faint.Render
	switch {
	case p.wrong != "":
		return pane.Note(p.theme.Quiet.Render, p.wrong, width)
	case p.query == "":
		var out []string
		for _, s := range grammar {
			out = append(out, pane.Note(faint, s, width)...)
		}
		return out
	case p.results == nil:
		return nil
	case p.emptied != "":
		return pane.Note(faint, say.Plural(len(p.results.Hits), "document")+" found. "+p.emptied, width)
	}
	return pane.Note(faint, "Nothing has that.", width)
}

// grammar is what can be typed, for a reader who is at a loss.
var grammar = []string{
	"words that must all be there", "“an exact phrase”", "begin*", "one OR another, -not, (groups)", "“two words”~5 near one another", "speling~1", "speaker: person: doc: source: in:quotes before: after: year:",
}
