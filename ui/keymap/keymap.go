// Package keymap holds every key of the program. The help, the bottom line and
// the README's table are made from it.
package keymap

import "charm.land/bubbles/v2/key"

// Map is the keys, by what they do.
type Map struct {
	Moving

	Documents, Text, Quotes, Events, People, Found   key.Binding
	NextPane, PrevPane                               key.Binding
	Down, Up, PageDown, PageUp, Top, Bottom          key.Binding
	Open, Back, Forward                              key.Binding
	Find, Search, NextHit, PrevHit                   key.Binding
	KeepSearch, PastSearch                           key.Binding
	Scope, Zoom, Fold, Indirect                      key.Binding
	Person, Order, Filter, Unfilter, UnfilterAll     key.Binding
	Date, NextDate, PrevDate                         key.Binding
	Finer, Coarser, Keys                             key.Binding
	NextYear, PrevYear, NextMonth, PrevMonth         key.Binding
	Why, Copy                                        key.Binding
	Select, Resize                                   key.Binding
	Leftwards, Rightwards, Upwards, Downwards        key.Binding
	Help, Close, Mouse, Redraw, Suspend, Quit, Abort key.Binding
}

func bind(help string, keys ...string) key.Binding {
	shown := keys[0]
	if len(keys) > 1 && len(keys[1]) <= 6 {
		shown += " " + keys[1]
	}
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, help))
}

// New returns the keys as they are agreed from the start.
func New() Map {
	return Map{
		Moving:    moving(),
		Documents: bind("documents", "1"), Text: bind("text", "2"), Quotes: bind("who said what", "3"), Events: bind("what happened when", "4"), People: bind("people", "5"), Found: bind("what was found", "6"),
		NextPane: bind("next pane", "tab"), PrevPane: bind("pane before", "shift+tab"),
		Down: bind("down", "j", "down"), Up: bind("up", "k", "up"), PageDown: bind("a page down; ctrl+d too", "pgdown", "space", "ctrl+d"), PageUp: bind("a page up; ctrl+u too", "pgup", "b", "ctrl+u"),
		Top: bind("to the top", "g", "home"), Bottom: bind("to the end", "G", "end"),
		Open: bind("go there", "enter"), Back: bind("back", "ctrl+o", "backspace", "alt+left"), Forward: bind("forward", "ctrl+]", "alt+right", "ctrl+i"),
		Find: bind("find in the text", "/"), Search: bind("search all documents", "ctrl+f"), NextHit: first("next hit", "n", ") /"), PrevHit: first("hit before", "N", "( /"),
		KeepSearch: bind("keep this search, or keep it no longer", "ctrl+s"), PastSearch: bind("the search before", "ctrl+r"),
		Scope: bind("this document or all", "s"), Zoom: bind("this pane alone", "z"), Fold: bind("fold or show page furniture", "h"), Indirect: bind("show or hide reported speech", "i"),
		Person: bind("who is meant here; elsewhere all of one person", "p"), Order: bind("quotations by speaker, people by name, hits by rank, and back", "o"),
		Filter: bind("narrow everything: by period, person, document, source, kind, status", "f"), Unfilter: bind("take the last filter away", "F"), UnfilterAll: bind("take all filters away", "ctrl+x"),
		Select: bind("select by sentences; again by paragraphs", "v"), Resize: bind("move the borders of the panes", "ctrl+w"),
		Leftwards: bind("border to the left", "ctrl+left"), Rightwards: bind("border to the right", "ctrl+right"), Upwards: bind("border up", "ctrl+up"), Downwards: bind("border down", "ctrl+down"),
		Date: bind("which day is meant here", "d"), NextDate: first("next date in the text", "}", ") d"), PrevDate: first("date before", "{", "( d"),
		Finer: bind("finer: years, months, events", "+", "="), Coarser: bind("coarser: events, months, years", "-"), Keys: bind("key events or all", "K"),
		NextYear: bind("next year with events", ">"), PrevYear: bind("year before", "<"), NextMonth: bind("next month with events", "]"), PrevMonth: bind("month before", "["),
		Why: bind("why this date, this speaker, this person", "w"), Copy: bind("copy with citation", "y"),
		Help: bind("keys", "?"), Close: bind("close", "esc"), Mouse: bind("give the mouse to the terminal, or take it", "M"), Redraw: bind("draw anew", "ctrl+l"),
		Suspend: bind("suspend", "ctrl+z"), Quit: bind("quit", "q"), Abort: bind("quit at once", "ctrl+c"),
	}
}

// Group is keys that belong together, under a heading.
type Group struct {
	Name string
	Keys []key.Binding
}

// Groups returns all keys as the help shows them.
func (m Map) Groups() []Group {
	return []Group{
		{"Panes", []key.Binding{m.Documents, m.Text, m.Quotes, m.Events, m.People, m.Found, m.NextPane, m.PrevPane, m.Zoom, m.Scope, m.Order, m.Filter, m.Unfilter, m.UnfilterAll, m.Resize, m.Leftwards, m.Rightwards, m.Upwards, m.Downwards}},
		{"Moving", []key.Binding{m.Down, m.Up, m.PageDown, m.PageUp, m.Top, m.Bottom, m.Open, m.Back, m.Forward}},
		{"Leaps", []key.Binding{m.NextQuote, m.PrevQuote, m.NextNamed, m.PrevNamed, m.NextHeading, m.PrevHeading, m.NextTold, m.PrevTold, m.NextMarked, m.PrevMarked, m.NextUnread, m.PrevUnread, m.NextDocument, m.PrevDocument, m.Repeat, m.Return, m.Count}},
		{"Finding the way", []key.Binding{m.Palette, m.GoTo, m.Outline, m.SetMark, m.GoToMark, m.Marks, m.NameMark, m.DropMark}},
		{"What happened when", []key.Binding{m.Finer, m.Coarser, m.Keys, m.NextMonth, m.PrevMonth, m.NextYear, m.PrevYear}},
		{"Text", []key.Binding{m.Find, m.Search, m.KeepSearch, m.PastSearch, m.NextHit, m.PrevHit, m.Fold, m.Indirect, m.Person, m.Date, m.NextDate, m.PrevDate, m.Why, m.Select, m.Copy}},
		{"Program", []key.Binding{m.Help, m.Close, m.Mouse, m.Redraw, m.Suspend, m.Quit, m.Abort}},
	}
}

// others are the words that people look for a command by and that its help does not
// have.
var others = map[string]string{
	"1": "files articles", "3": "quotes quotations speakers", "4": "timeline chronology events", "5": "persons organisations names", "6": "hits results",
	"z": "zoom maximise fullscreen full screen", "s": "scope", "o": "sort order group", "f": "filter", "F": "filter clear remove unfilter", "ctrl+x": "filters clear reset remove unfilter",
	"ctrl+w": "resize", "pgdown": "scroll", "pgup": "scroll", "ctrl+o": "jump list previous history", "ctrl+]": "jump list next history",
	".": "repeat", "0": "count digit times", "m": "bookmark", "'": "bookmark jump", "\"": "bookmarks", "O": "contents headings", "+": "expand", "-": "collapse timeline", "K": "important",
	"/": "search", "h": "boilerplate hide", "i": "indirect quotations", "w": "evidence reason", "v": "copy selection", "y": "clipboard citation",
	"?": "help shortcuts", "M": "select", "ctrl+l": "refresh repaint", "q": "exit leave",
}

// Words are all words that a command is found by beside its help.
func (m Map) Words(b key.Binding) string { return m.Noun(b) + " " + others[b.Keys()[0]] }
