// Package events is the pane that lists what happened when: event by event under
// its year and month, or a row for each month or year; with what is not known told
// as such.
package events

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
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

	scale    Scale
	noKeys   bool // none of what the view has is a key event
	keysOnly bool
	all      int // events listed, key or not
	table    table
	counts   int    // cells of the greatest count of a group
	none     string // what is said where a filter leaves nothing
	at       int32  // the event that a coarser scale was left from, or -1

	strip         *strip // nil where there is none
	spans         []stretch
	width, height int // of the pane; the list has what the strip leaves
	rows          []uint8
	rowsAt        int
}

// New returns the pane without events.
func New(keys keymap.Map, t *theme.Theme) *Events {
	p := &Events{theme: t, view: index.View{Open: text.NoDoc}, at: -1}
	p.Keys = keys
	p.Count = func() int { return len(p.table.entries) }
	p.Height = p.rowsIn
	p.Render = p.item
	p.Selected = func(goThere bool) tea.Msg {
		return pane.Open{Ref: p.Passage(), Go: goThere}
	}
	p.Empty = func(width int) []string { return pane.Note(p.theme.Quiet.Render, p.none, width) }
	return p
}

// SetTheme changes the styles.
func (p *Events) SetTheme(t *theme.Theme) { p.theme = t }

// SetSize sets the cells that the pane fills.
func (p *Events) SetSize(width, height int) {
	if width != p.width || height != p.height {
		p.width, p.height = max(width, 0), max(height, 0)
		p.arrange()
	}
}

// arrange gives the strip a row where there is room, and the list the rest.
func (p *Events) arrange() {
	p.strip = nil
	rows := p.height
	if p.height >= leastRows {
		if p.strip = newStrip(p.spans, p.width); p.strip != nil {
			rows--
		}
	}
	p.ListPane.SetSize(p.width, rows)
}

// Set shows a snapshot: the events that one document tells of, or all; what a
// filter leaves, or everything. The cursor stays on its event or, where that is not
// listed, on its time.
func (p *Events) Set(x *index.Index, v index.View) {
	was := p.Home(p.current())
	if p.x != nil && len(p.x.Events) != len(x.Events) {
		was = -1
	}
	p.x, p.view = x, v
	p.refill(was)
}

// refill lists anew what the view, the scale and the choice of key events ask for.
func (p *Events) refill(was int32) {
	listed := p.listed()
	p.all, p.none = len(listed), ""
	if len(listed) == 0 && p.view.Page != nil {
		p.none = p.emptied()
	}
	key := p.keyed(listed)
	if p.noKeys = len(key) == 0; p.keysOnly && !p.noKeys {
		listed = key
	}
	p.table = newTable(p.x.Events, listed, p.scale)
	most := 0
	for _, e := range p.table.entries {
		most = max(most, e.end-e.first)
	}
	p.counts = len(say.Number(most))
	p.spans = stretchesOf(p.x.Events, listed)
	if period, ok := p.view.Page.Period(); ok { // a year that overlaps it does not widen the strip
		for i, s := range p.spans {
			p.spans[i].from, p.spans[i].to = period.Clip(s.from, s.to)
		}
		sortStretches(p.spans)
	}
	p.rows = nil
	p.arrange()
	p.Place(p.table.holding(p.x.Events, was), was, slices.Contains(listed, was))
}

// listed are the events of the view, in the order of the chronology.
func (p *Events) listed() []int32 {
	v := p.view
	switch {
	case v.Page != nil && v.All:
		return v.Page.Events
	case v.All:
		out := make([]int32, len(p.x.Events))
		for i := range out {
			out[i] = int32(i)
		}
		return out
	}
	return p.x.ToldIn(v.Open, v)
}

// keyed are those of the events that stand out; none where nothing has been said of
// any.
func (p *Events) keyed(listed []int32) []int32 {
	var out []int32
	for _, i := range listed {
		if p.x.Events[i].Key {
			out = append(out, i)
		}
	}
	return out
}

// emptied says which filter left no event.
func (p *Events) emptied() string {
	if p.view.All {
		return say.Emptied("event", "", p.view.Page, p.Keys, index.Events, index.First(len(p.x.Events)))
	}
	return say.Emptied("event", "", p.view.Page, p.Keys, index.Events, p.x.EventsOf(p.view.Open))
}

// SetOpen tells which document the text pane shows: its events are marked.
func (p *Events) SetOpen(id text.DocID) { p.view.Open = id }

// here reports whether the open document tells of an event.
func (p *Events) here(i int32) bool {
	if p.view.Open == text.NoDoc {
		return false
	}
	_, ok := slices.BinarySearch(p.x.EventsOf(p.view.Open), i)
	return ok
}

// View returns the rows of the pane: the strip, and the list.
func (p *Events) View() []string {
	if p.strip == nil {
		return p.ListPane.View()
	}
	day := when.NoDay
	if e := p.Current(); e != nil && !e.Undated {
		day = e.Date.From.Day
	}
	return append([]string{pane.Pad(p.strip.row(p.theme, p.width, day), p.width)}, p.ListPane.View()...)
}

// entry is the item under the cursor, or nil.
func (p *Events) entry() *entry {
	if p.Cursor >= p.Count() || p.Cursor < 0 {
		return nil
	}
	return &p.table.entries[p.Cursor]
}

// current is the event that the cursor's time is that of, or -1: of a month or a
// year the first, unless it was come to from another of it.
func (p *Events) current() int32 {
	e := p.entry()
	switch {
	case e == nil:
		return -1
	case p.scale == ByEvent:
		return e.best
	case slices.Contains(p.table.items[e.first:e.end], p.at):
		return p.at
	}
	return p.table.items[e.first]
}

// ItemAt is the event of row i, of a month or a year its weightiest.
func (p *Events) ItemAt(i int) int32 { return p.table.entries[i].best }

// Current returns the event under the cursor, of a month or a year its weightiest,
// or nil.
func (p *Events) Current() *model.Event {
	e := p.entry()
	if e == nil {
		return nil
	}
	return &p.x.Events[e.best]
}

// Periods are what the cursor stands for, the finest first.
func (p *Events) Periods() []index.Period {
	e := p.entry()
	if e == nil {
		return nil
	}
	switch s := e.slot; {
	case p.scale == ByMonth && s.dated && s.month > 0:
		return []index.Period{index.MonthOf(s.year, s.month), index.YearOf(s.year)}
	case p.scale != ByEvent && s.dated:
		return []index.Period{index.YearOf(s.year)}
	}
	return index.PeriodsOf(p.x.Events[p.table.items[e.first]].Date)
}

// About says what the cursor is on, in a line.
func (p *Events) About() string {
	g := p.entry()
	switch {
	case g == nil:
		return ""
	case p.scale != ByEvent:
		s := p.named(g) + ": " + say.Plural(g.end-g.first, "event")
		if g.planned > 0 {
			s += fmt.Sprintf(", %d planned", g.planned)
		}
		return s
	}
	e := &p.x.Events[g.best]
	if e.Date.Conflict() != "" {
		return say.Day(e.Date) + " · " + e.Date.Conflict()
	}
	return say.Day(e.Date) + " · " + e.Date.Basis
}

// named is a month or a year in full.
func (p *Events) named(g *entry) string {
	switch s := g.slot; {
	case !s.dated:
		return notDated
	case p.scale == ByYear:
		return fmt.Sprint(s.year)
	case s.month == 0:
		return fmt.Sprintf("%d, month not told", s.year)
	default:
		return fmt.Sprintf("%s %d", s.month, s.year)
	}
}

// Scale is how much time an item stands for.
func (p *Events) Scale() Scale { return p.scale }

// Passage is where the event under the cursor is told: in the open document when
// that tells of it, else where it is told best of the documents that the filter leaves.
func (p *Events) Passage() text.Ref {
	e := p.Current()
	if !p.view.All {
		for _, r := range e.Sources {
			if r.Doc == p.view.Open {
				return r
			}
		}
	}
	left := func(r text.Ref) bool { return p.view.Page.Has(index.Documents, int(r.Doc)) }
	return e.Sources[max(slices.IndexFunc(e.Sources, left), 0)]
}

// Title is what the rule over the pane says.
func (p *Events) Title(width int) string {
	n := say.Number(len(p.table.items))
	few := n
	switch {
	case p.keysOnly && p.noKeys:
		n += ", no key event"
	case p.keysOnly:
		n, few = fmt.Sprintf("key %s of %s", n, say.Number(p.all)), "key "+n
	}
	by := [...]string{"", " by month", " by year"}[p.scale]
	head := "Happened " + p.theme.Rule + " "
	where := " here"
	if p.view.All {
		where = " in all documents"
	}
	return pane.First(width, p.theme.Ellipsis, head+n+by+where, head+n+by, head+few+by, head+few)
}
