// Package quotes is the pane that lists who said what, in this document or in
// all, in the order of the text or by speaker.
package quotes

import (
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// Quotes is the pane.
type Quotes struct {
	pane.ListPane
	theme     *theme.Theme
	x         *index.Index
	view      index.View
	bySpeaker bool
	items     []int32 // indexes into Corpus.Quotations
	groups    []group // of items, in order; none unless by speaker
	none      string  // what is said where the filter leaves nothing
}

// group is the quotations of one speaker: items[first:end].
type group struct {
	speaker    string
	first, end int
}

// Tint gives the number of a quotation's speaker; it is the text pane's, so that
// both show one colour.
type Tint func(*model.Corpus, *model.Quotation) int

// New returns the pane without quotations.
func New(keys keymap.Map, t *theme.Theme, tint Tint) *Quotes {
	p := &Quotes{theme: t, view: index.View{Open: text.NoDoc}}
	p.Keys = keys
	p.Count = func() int { return len(p.items) }
	p.Height = p.height
	p.Render = func(i, width int, cursor bool) []string { return p.item(i, width, cursor, tint) }
	p.Selected = func(goThere bool) tea.Msg {
		q := p.Current()
		return pane.Open{Ref: text.Ref{Doc: q.Doc, Span: q.Spans[0]}, Go: goThere}
	}
	p.Empty = func(width int) []string {
		return pane.Note(p.theme.Quiet.Render, p.none, width)
	}
	return p
}

// SetTheme changes the styles.
func (p *Quotes) SetTheme(t *theme.Theme) { p.theme = t }

// Update handles the key of the order, and what every list does.
func (p *Quotes) Update(msg tea.Msg) (up tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, p.Keys.Order) {
		p.bySpeaker = !p.bySpeaker
		if p.x != nil {
			p.Set(p.x, p.view)
		}
		return nil
	}
	return p.ListPane.Update(msg)
}

// ItemAt is the quotation of row i.
func (p *Quotes) ItemAt(i int) int32 { return p.items[i] }

// Set shows a snapshot: the quotations of one document, or of all; of one person,
// or of everybody. The cursor stays on its quotation where that is still listed.
func (p *Quotes) Set(x *index.Index, v index.View) {
	var was int32 = -1
	if p.Cursor >= 0 && p.Cursor < len(p.items) {
		was = p.items[p.Cursor]
	}
	was = p.Home(was)
	if p.x != nil && !v.All && !p.view.All && v.Open != p.view.Open {
		was = -1
	}
	p.x, p.view = x, v
	p.items, p.none = p.listed(), ""
	if len(p.items) == 0 && v.Page != nil {
		p.none = p.emptied()
	}
	p.groups = nil
	if p.bySpeaker {
		p.group()
	}
	at := slices.Index(p.items, was)
	if at < 0 && was >= 0 { // another place of the same words may stand for it
		at = slices.IndexFunc(p.items, func(i int32) bool { return p.x.FirstPlace(int(i)) == p.x.FirstPlace(int(was)) })
	}
	p.Place(max(at, p.nearest(was)), was, at >= 0)
}

// nearest is the item that is listed in place of a quotation, in text order: the next
// one behind it; else the first.
func (p *Quotes) nearest(q int32) int {
	if q < 0 || !slices.IsSorted(p.items) {
		return 0
	}
	at, _ := slices.BinarySearch(p.items, q)
	return at
}

// emptied says which filter left no quotation.
func (p *Quotes) emptied() string {
	v := p.view
	v.Indirect, v.Page = v.Shows(quote.Indirect), nil
	of := p.x.Places(v.Indirect)
	if !v.All {
		of = p.x.SaidIn(v.Open, v)
	}
	return say.Emptied("quotation", "", p.view.Page, p.Keys, index.Quotations, of)
}

// listed is what the view asks for: what a filter leaves by date, else in text
// order.
func (p *Quotes) listed() []int32 {
	x, v := p.x, p.view
	switch {
	case v.Page != nil && v.All:
		return v.Page.Quotes(v.Indirect)
	case v.All:
		return x.Quotes(v.Indirect)
	}
	return x.SaidIn(v.Open, v)
}

// group sorts the items by speaker: who said most first, and what nobody is known
// to have said last.
func (p *Quotes) group() {
	by := map[string][]int32{}
	var names []string
	for _, i := range p.items {
		s := say.Names(p.x.Corpus, &p.x.Quotations[i])
		if by[s] == nil {
			names = append(names, s)
		}
		by[s] = append(by[s], i)
	}
	slices.SortStableFunc(names, func(a, b string) int {
		switch {
		case a == say.NoSpeaker:
			return 1
		case b == say.NoSpeaker:
			return -1
		}
		return len(by[b]) - len(by[a])
	})
	sorted := make([]int32, 0, len(p.items)) // the index's own list stays as it is
	for _, s := range names {
		n := len(sorted)
		sorted = append(sorted, by[s]...)
		p.groups = append(p.groups, group{s, n, len(sorted)})
	}
	p.items = sorted
}

// headed returns the group that stands over item i, or nil. The first item shown
// has its heading too, since its rows do not name the speaker.
func (p *Quotes) headed(i int) *group {
	at, ok := slices.BinarySearchFunc(p.groups, i, func(g group, i int) int { return g.first - i })
	switch {
	case ok:
		return &p.groups[at]
	case at > 0 && i == p.Top():
		return &p.groups[at-1]
	}
	return nil
}

// Near brings the cursor to the first quotation that is listed of a document at a place
// or behind it, else to the last before; not where it is in that document, nor where none
// is listed.
func (p *Quotes) Near(at text.Ref) {
	if q := p.Current(); q == nil || q.Doc == at.Doc {
		return
	}
	best := -1
	for k, i := range p.items {
		q := &p.x.Quotations[i]
		if q.Doc != at.Doc {
			continue
		}
		if best < 0 || index.Nearer(q.Hull().Start, p.x.Quotations[p.items[best]].Hull().Start, at.Span.Start) {
			best = k
		}
	}
	if best >= 0 {
		p.MoveTo(best)
		p.Settle()
		p.Pick()
	}
}

// Current returns the quotation under the cursor, or nil.
func (p *Quotes) Current() *model.Quotation {
	i := p.At()
	if i < 0 {
		return nil
	}
	return &p.x.Quotations[i]
}

// At is the index of that quotation in the corpus, or -1.
func (p *Quotes) At() int {
	if p.Cursor >= len(p.items) || p.Cursor < 0 {
		return -1
	}
	return int(p.items[p.Cursor])
}

// Title is what the rule over the pane says.
func (p *Quotes) Title(width int) string {
	head := "Said " + p.theme.Rule + " " + say.Number(len(p.items))
	by := ""
	switch {
	case p.bySpeaker:
		by = " by speaker"
	case p.view.Page != nil && p.view.All:
		by = " by date"
	}
	where := " here"
	if p.view.All {
		where = " in all documents"
	}
	return pane.First(width, p.theme.Ellipsis, head+by+where, head+by, head)
}
