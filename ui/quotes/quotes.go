// Package quotes is the pane that lists who said what, in this document or in
// all.
package quotes

import (
	"fmt"
	"slices"
	"strings"

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
	theme    *theme.Theme
	x        *index.Index
	open     text.DocID
	all      bool // every document, not the open one
	indirect bool
	items    []int32 // indexes into Corpus.Quotations
}

// Tint gives the number of a quotation's speaker; it is the text pane's, so that
// both show one colour.
type Tint func(*model.Quotation) int

// New returns the pane without quotations.
func New(keys keymap.Map, t *theme.Theme, tint Tint) *Quotes {
	p := &Quotes{theme: t, open: text.NoDoc}
	p.Keys = keys
	p.Count = func() int { return len(p.items) }
	p.Height = func(int) int { return 2 }
	p.Render = func(i, width int, cursor bool) []string { return p.item(i, width, cursor, tint) }
	p.Selected = func(goThere bool) tea.Msg {
		q := p.Current()
		return pane.Open{Ref: text.Ref{Doc: q.Doc, Span: q.Spans[0]}, Go: goThere}
	}
	return p
}

// SetTheme changes the styles.
func (p *Quotes) SetTheme(t *theme.Theme) { p.theme = t }

// Set shows a snapshot: the quotations of one document, or of all. The cursor
// stays on its quotation where that is still listed.
func (p *Quotes) Set(x *index.Index, open text.DocID, all, indirect bool) {
	var was int32 = -1
	if p.Cursor < len(p.items) {
		was = p.items[p.Cursor]
	}
	if p.x != nil && !p.all && open != p.open {
		was = -1
	}
	p.x, p.open, p.all, p.indirect = x, open, all, indirect
	switch {
	case all && indirect:
		p.items = x.Reported
	case all:
		p.items = x.Spoken
	default:
		first, of := x.QuotationsOf(open)
		p.items = nil
		for i := range of {
			if indirect || of[i].Kind != quote.Indirect {
				p.items = append(p.items, int32(first+i))
			}
		}
	}
	at, _ := slices.BinarySearch(p.items, was)
	p.MoveTo(max(at, 0))
}

// Current returns the quotation under the cursor, or nil.
func (p *Quotes) Current() *model.Quotation {
	if p.Cursor >= len(p.items) || p.Cursor < 0 {
		return nil
	}
	return &p.x.Quotations[p.items[p.Cursor]]
}

// Title is what the rule over the pane says.
func (p *Quotes) Title() string {
	return fmt.Sprintf("Said %s %s", p.theme.Rule, scope(len(p.items), p.all))
}

func scope(n int, all bool) string {
	if all {
		return say.Number(n) + " in all documents"
	}
	return say.Number(n) + " here"
}

func (p *Quotes) item(i, width int, cursor bool, tint Tint) []string {
	q := &p.x.Quotations[p.items[i]]
	words, from := p.theme.Text, p.theme.Faint
	mark := p.theme.Tint(tint(q))
	lead := " "
	if cursor {
		lead = p.theme.Focus
		if p.Focused {
			words, from, mark = p.theme.OnCursor(words), p.theme.OnCursor(from), p.theme.OnCursor(mark)
		}
	}
	said := pane.Cut(p.said(q), width-6, p.theme.Ellipsis)
	if q.Kind == quote.Indirect {
		said = "that " + said
		said = pane.Cut(said, width-4, p.theme.Ellipsis)
	} else {
		said = "“" + said + "”"
	}
	source := pane.Cut(p.source(q), width-6, p.theme.Ellipsis)
	return []string{
		words.Render(lead) + mark.Render(p.theme.Said) + words.Render(" "+said+pane.Spaces(width-3-pane.Width(said))),
		words.Render(" ") + mark.Render(p.theme.Said) + from.Render("   "+source+pane.Spaces(width-5-pane.Width(source))),
	}
}

// said is the words of a quotation in a line; of a sentence of the reporter's, the
// fragments that stand in marks.
func (p *Quotes) said(q *model.Quotation) string {
	if q.Kind != quote.Mixed {
		return pane.OneLine(p.x.Said(q))
	}
	parts := make([]string, len(q.Quoted))
	for i, s := range q.Quoted {
		parts[i] = s.Of(p.x.Docs[q.Doc].Text)
	}
	return pane.OneLine(strings.Join(parts, " "+p.theme.Ellipsis+" "))
}

// source is where a quotation comes from, in a line.
func (p *Quotes) source(q *model.Quotation) string {
	s := say.Speakers(q)
	if r := say.Role(q); r != "" {
		s += ", " + pane.OneLine(r)
	}
	if p.all {
		s += " · " + index.Short(p.x.Docs[q.Doc].Name)
	}
	if n := len(q.Also); n > 0 {
		s += fmt.Sprintf(" · also at %d more", n)
	}
	return s
}
