// Package events is the pane that lists what happened when: by year, with what
// is not known told as such.
package events

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// Events is the pane.
type Events struct {
	pane.ListPane
	theme *theme.Theme
	x     *index.Index
	view  index.View
	items []int32 // indexes into Corpus.Events
}

// New returns the pane without events.
func New(keys keymap.Map, t *theme.Theme) *Events {
	p := &Events{theme: t, view: index.View{Open: text.NoDoc}}
	p.Keys = keys
	p.Count = func() int { return len(p.items) }
	p.Height = p.height
	p.Render = p.item
	p.Selected = func(goThere bool) tea.Msg {
		return pane.Open{Ref: p.Passage(), Go: goThere}
	}
	p.Empty = func(width int) []string {
		if p.view.Page == nil {
			return nil
		}
		return pane.Note(p.theme.Faint.Render, say.Emptied("event", p.view.Page, p.Keys), width)
	}
	return p
}

// SetTheme changes the styles.
func (p *Events) SetTheme(t *theme.Theme) { p.theme = t }

// Set shows a snapshot: the events that one document tells of, or all; of one
// person, or of everybody.
func (p *Events) Set(x *index.Index, v index.View) {
	var was int32 = -1
	if p.Cursor < len(p.items) {
		was = p.items[p.Cursor]
	}
	if p.x != nil && len(p.x.Events) != len(x.Events) {
		was = -1
	}
	p.x, p.view = x, v
	switch {
	case v.Page != nil && v.All:
		p.items = v.Page.Events
	case v.Page != nil:
		p.items = nil
		for _, i := range x.EventsOf(v.Open) {
			if slices.Contains(x.Events[i].People, v.Page.Person) {
				p.items = append(p.items, i)
			}
		}
	case v.All:
		p.items = make([]int32, len(x.Events))
		for i := range p.items {
			p.items[i] = int32(i)
		}
	default:
		p.items = x.EventsOf(v.Open)
	}
	at, _ := slices.BinarySearch(p.items, was)
	p.MoveTo(max(at, 0))
}

// Current returns the event under the cursor, or nil.
func (p *Events) Current() *model.Event {
	if p.Cursor >= len(p.items) || p.Cursor < 0 {
		return nil
	}
	return &p.x.Events[p.items[p.Cursor]]
}

// Passage is where the event under the cursor is told: in the open document when
// that tells of it, else where it is told best.
func (p *Events) Passage() text.Ref {
	e := p.Current()
	if !p.view.All {
		for _, r := range e.Sources {
			if r.Doc == p.view.Open {
				return r
			}
		}
	}
	return e.Sources[0]
}

// Title is what the rule over the pane says.
func (p *Events) Title() string {
	if p.view.All {
		return fmt.Sprintf("Happened %s %s in all documents", p.theme.Rule, say.Number(len(p.items)))
	}
	return fmt.Sprintf("Happened %s %s here", p.theme.Rule, say.Number(len(p.items)))
}

// year is the heading that event i stands under.
func (p *Events) year(i int) string {
	e := &p.x.Events[p.items[i]]
	if e.Undated || !e.Date.From.Known() && !e.Date.To.Known() {
		return "year not known"
	}
	m := e.Date.From
	if !m.Known() {
		m = e.Date.To
	}
	y, _, _ := m.Day.Civil()
	return fmt.Sprint(y)
}

// headed reports whether event i is the first under its heading.
func (p *Events) headed(i int) bool { return i == 0 || p.year(i) != p.year(i-1) }

// dateCells is the width of the column of dates.
const dateCells = 11

// maxRows is how many rows a headline may take.
const maxRows = 2

func (p *Events) lines(i int) []string {
	e := &p.x.Events[p.items[i]]
	cells := max(p.Width()-dateCells-5, 8)
	head := pane.OneLine(e.Headline)
	rows := pane.Wrap(head, 0, len(head), cells)
	var out []string
	for k, r := range rows {
		if k == maxRows-1 && len(rows) > maxRows {
			out = append(out, pane.Cut(head[r.Start:], cells, p.theme.Ellipsis))
			break
		}
		out = append(out, head[r.Start:r.End])
	}
	return out
}

func (p *Events) height(i int) int {
	n := len(p.lines(i))
	if p.headed(i) {
		n++
	}
	return n
}

func (p *Events) item(i, width int, cursor bool) []string {
	e := &p.x.Events[p.items[i]]
	var out []string
	if p.headed(i) {
		y := p.year(i)
		out = append(out, p.theme.Accent.Render(pane.Cut(y, width, ""))+pane.Spaces(width-pane.Width(y)))
	}
	words, faint, sign := p.theme.Text, p.theme.Faint, p.theme.Accent
	if e.Status != event.Happened {
		words = p.theme.Quiet
	}
	lead := " "
	if cursor {
		lead = p.theme.Focus
		if p.Focused {
			words, faint, sign = p.theme.OnCursor(words), p.theme.OnCursor(faint), p.theme.OnCursor(sign)
		}
	}
	day := pane.Cut(say.Day(e.Date), dateCells-1, p.theme.Ellipsis)
	for k, line := range p.lines(i) {
		left := sign.Render(lead+say.Status(p.theme.Glyphs, e.Status)+" ") + faint.Render(day+pane.Spaces(dateCells-pane.Width(day)))
		if k > 0 {
			second := say.Clock(e.Date)
			left = faint.Render("   " + second + pane.Spaces(dateCells-len(second)))
		}
		rest := width - 3 - dateCells - pane.Width(line)
		tail := ""
		if n := docs(e); k == 0 && n > 1 && rest > 3 {
			tail = fmt.Sprintf("×%d", n)
		}
		out = append(out, left+words.Render(line+pane.Spaces(rest-pane.Width(tail)))+faint.Render(tail))
	}
	if width < dateCells+12 { // too narrow for the columns
		for k := range out {
			out[k] = pane.Pad(out[k], width)
		}
	}
	return out
}

// docs counts the documents that tell of an event.
func docs(e *model.Event) int {
	n, last := 0, text.NoDoc
	seen := map[text.DocID]bool{}
	for _, r := range e.Sources {
		if r.Doc != last && !seen[r.Doc] {
			n++
			seen[r.Doc] = true
		}
		last = r.Doc
	}
	return n
}
