// Package picker finds a thing among many by a few letters of its name: it is a
// sheet with a line to type on and, under it, what matches, by kind. As the way to
// anything it is a drawer at the foot of the text, which shows what the cursor is
// on; as the list of commands it is a page.
package picker

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/theme"
)

// Picked asks for an item to be shown or, with Go, gone to.
type Picked struct {
	Kind  Kind
	Index int32
	Go    bool
}

// Wanted asks for a search that would keep keys waiting to be made beside the
// screen.
type Wanted struct {
	by    *Picker
	token int
	query string
	lists []*List
}

// Answer is what such a search found.
type Answer struct {
	to    *Picker
	token int
	found found
}

// Find makes the search. It may run on any goroutine.
func (w Wanted) Find() Answer { return Answer{w.by, w.token, search(w.lists, w.query)} }

// atOnce is how many items are searched while a key waits (at most 0.5 ms).
const atOnce = 4000

// Picker is the sheet.
type Picker struct {
	keys  keymap.Map
	theme *theme.Theme
	title string
	page  bool

	input   textinput.Model
	lists   []*List
	items   int
	found   found
	token   int  // of the newest search
	waiting bool // for its answer
	reading bool // for lists that are still being made

	at            int // of the hits, where the cursor is
	top           int // the first row shown
	width, height int
}

// New makes a picker over lists. A page is a list of commands over the screen.
func New(keys keymap.Map, t *theme.Theme, title string, page bool, lists []*List) *Picker {
	p := &Picker{keys: keys, theme: t, title: title, page: page, input: textinput.New()}
	p.input.Prompt = ""
	p.input.SetVirtualCursor(false)
	p.input.Focus()
	p.SetLists(lists, false)
	return p
}

// SetLists changes what is searched; more tells that lists are still to come.
func (p *Picker) SetLists(lists []*List, more bool) (up tea.Msg) {
	p.lists, p.reading, p.items = lists, more, 0
	for _, l := range lists {
		p.items += len(l.items)
	}
	return p.look()
}

// look searches: at once where that is quick, else it asks for it.
func (p *Picker) look() (up tea.Msg) {
	p.token++
	if p.items > atOnce && p.input.Value() != "" {
		p.waiting = true
		return Wanted{p, p.token, p.input.Value(), p.lists}
	}
	return p.settle(search(p.lists, p.input.Value()))
}

// settle takes an answer in. The first thing found is shown, but nothing before
// something is asked for.
func (p *Picker) settle(f found) (up tea.Msg) {
	p.found, p.waiting = f, false
	p.at, p.top = 0, 0
	if p.input.Value() == "" {
		return nil
	}
	return p.picked(false)
}

// Accept takes the answer to its newest search in, and drops others.
func (p *Picker) Accept(a Answer) (up tea.Msg) {
	if a.to != p || a.token != p.token {
		return nil
	}
	return p.settle(a.found)
}

// picked is what the cursor is on.
func (p *Picker) picked(goThere bool) tea.Msg {
	if l, i := p.hit(p.at); l != nil {
		return Picked{l.kind, l.items[i].Index, goThere}
	}
	return nil
}

// hit is the n-th thing found.
func (p *Picker) hit(n int) (*List, int32) {
	for _, g := range p.found.groups {
		if n < len(g.hits) {
			return g.list, g.hits[n]
		}
		n -= len(g.hits)
	}
	return nil, 0
}

// Drawer reports whether the picker lies at the foot of the text.
func (p *Picker) Drawer() bool { return !p.page }

// SetTheme changes the styles.
func (p *Picker) SetTheme(t *theme.Theme) { p.theme = t }

// SetSize tells the size of the screen or, of a drawer, the most that it may fill.
func (p *Picker) SetSize(width, height int) {
	p.width, p.height = max(width, 0), max(height, 0)
	p.input.SetWidth(max(p.box()-len(prompt)-2, 1))
	p.reveal()
}

// Place is not known: what the cursor is on is told by messages.
func (p *Picker) Place() (o pane.Open, ok bool) {
	return pane.Open{Ref: text.Ref{Doc: text.NoDoc}}, false
}

// Update handles a key: letters are typed, none is a command.
func (p *Picker) Update(msg tea.KeyPressMsg) (up tea.Msg, open bool) {
	switch msg.String() {
	case "esc":
		return nil, false
	case "enter":
		if p.waiting { // what was typed before enter counts
			p.settle(search(p.lists, p.input.Value()))
		}
		up = p.picked(true)
		return up, up == nil
	case "down", "ctrl+n", "ctrl+j":
		return p.move(1), true
	case "up", "ctrl+p", "ctrl+k":
		return p.move(-1), true
	case "pgdown", "ctrl+d":
		return p.move(max(p.shown()-1, 1)), true
	case "pgup", "ctrl+u":
		return p.move(-max(p.shown()-1, 1)), true
	case "tab":
		return p.turn(1), true
	case "shift+tab":
		return p.turn(-1), true
	}
	if key.Matches(msg, p.keys.GoTo) && msg.Text == "" {
		return nil, false
	}
	return p.Type(msg), true
}

// Type takes letters in, typed or pasted.
func (p *Picker) Type(msg tea.Msg) (up tea.Msg) {
	was := p.input.Value()
	p.input, _ = p.input.Update(msg)
	if p.input.Value() == was {
		return nil
	}
	return p.look()
}

func (p *Picker) move(n int) tea.Msg {
	at := max(0, min(p.at+n, p.found.hits-1))
	if at == p.at && p.input.Value() != "" {
		return nil
	}
	p.at = at
	p.reveal()
	return p.picked(false)
}

// turn narrows to the next kind and, behind the last, to none.
func (p *Picker) turn(n int) tea.Msg {
	if p.page {
		return nil
	}
	kind, only, rest := narrowed(p.input.Value())
	at := 0
	if only {
		at = 1 + int(kind)
	}
	at = (at + n + 1 + int(kinds)) % (1 + int(kinds))
	if at > 0 {
		rest = prefixes[at-1] + rest
	}
	p.input.SetValue(rest)
	p.input.CursorEnd()
	return p.look()
}

// Scroll moves the cursor, as the wheel does.
func (p *Picker) Scroll(n int) { p.move(n) }

// Click brings the cursor to the item in a row of the view; a double click goes
// there. Headings and blank rows are nothing to go to.
func (p *Picker) Click(y int, twice bool) (up tea.Msg, open bool) {
	n := -1
	p.each(func(row int, _ *group, hit int) {
		if row == p.top+y-p.above() && hit >= 0 {
			n = hit
		}
	})
	if n < 0 || y < p.above() || y >= p.above()+p.shown() {
		return nil, true
	}
	p.at = n
	return p.picked(twice), !twice
}
