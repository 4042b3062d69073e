package keymap

import (
	"strings"

	"charm.land/bubbles/v2/key"
)

// Moving is the keys that go about a dossier. A key of two parts, such as ") q", is
// two keys typed one after the other: ) is what comes next and ( what came before,
// of the kind that the second names. They are typed alike on most keyboards, which
// [ and ] are not, and [ and ] are the chronology's.
type Moving struct {
	Palette, GoTo, Outline                       key.Binding
	SetMark, GoToMark, Marks, NameMark, DropMark key.Binding
	Count, Repeat, Return                        key.Binding
	NextQuote, PrevQuote                         key.Binding
	NextNamed, PrevNamed                         key.Binding
	NextHeading, PrevHeading                     key.Binding
	NextTold, PrevTold                           key.Binding
	NextMarked, PrevMarked                       key.Binding
	NextUnread, PrevUnread                       key.Binding
	NextDocument, PrevDocument                   key.Binding
}

// first is a binding that is shown by its first key alone.
func first(help string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(keys[0], help))
}

func moving() Moving {
	return Moving{
		Palette: bind("every command, by name", "ctrl+p"), GoTo: bind("go to a document, person, event, mark or command", "ctrl+g", ":"),
		Outline: bind("outline of the document", "O"),
		SetMark: bind("set a mark: then a letter", "m"), GoToMark: bind("go to a mark: then its letter, or ' for where you were", "'"), Marks: bind("all marks", "\""),
		NameMark: bind("name the mark last set or gone to", "R"), DropMark: bind("take the mark last set or gone to away", "X"),
		Count: bind("a number, for the movement that follows", "0"), Repeat: bind("the last leap again", "."), Return: bind("the last leap the other way", ","),
		NextQuote: bind("next quotation in the text", ") q"), PrevQuote: bind("quotation before", "( q"),
		NextNamed: bind("next place that names somebody", ") p"), PrevNamed: bind("place before that names somebody", "( p"),
		NextHeading: bind("next heading", ") h"), PrevHeading: bind("heading before", "( h"),
		NextTold: bind("next passage that tells of an event", ") e"), PrevTold: bind("passage before that tells of an event", "( e"),
		NextMarked: bind("next mark, of all documents", ") m"), PrevMarked: bind("mark before", "( m"),
		NextUnread: bind("next document not read", ") u"), PrevUnread: bind("document before that is not read", "( u"),
		NextDocument: bind("next document", ") )"), PrevDocument: bind("document before", "( ("),
	}
}

// Leap is a movement farther than a row, and the same the other way. Noun is what it
// goes to, in a word, where its keys are two.
type Leap struct {
	On, Back key.Binding
	Noun     string
}

// Leaps are the movements that . does again, that a number goes before, and that
// the way back leads over.
func (m Map) Leaps() []Leap {
	return []Leap{
		{m.NextQuote, m.PrevQuote, "quotation"},
		{m.NextNamed, m.PrevNamed, "name"},
		{m.NextHeading, m.PrevHeading, "heading"},
		{m.NextDate, m.PrevDate, "date"},
		{m.NextTold, m.PrevTold, "event"},
		{m.NextHit, m.PrevHit, "hit"},
		{m.NextMarked, m.PrevMarked, "mark"},
		{m.NextUnread, m.PrevUnread, "unread"},
		{m.NextDocument, m.PrevDocument, "document"},
		{On: m.NextMonth, Back: m.PrevMonth},
		{On: m.NextYear, Back: m.PrevYear},
		{On: m.Bottom, Back: m.Top},
	}
}

// Steps are the movements that a number goes before, but that are no leaps without
// one.
func (m Map) Steps() []Leap {
	return []Leap{{On: m.Down, Back: m.Up}, {On: m.PageDown, Back: m.PageUp}, {On: m.Forward, Back: m.Back}}
}

// Firsts are the keys that are the first of two.
func (m Map) Firsts() map[string]bool {
	out := map[string]bool{}
	for _, b := range m.All() {
		for _, s := range b.Keys() {
			if first, _, ok := strings.Cut(s, " "); ok {
				out[first] = true
			}
		}
	}
	return out
}

// After returns the bindings whose first key is k, with their second.
func (m Map) After(k string) (second []string, of []key.Binding) {
	for _, b := range m.All() {
		for _, s := range b.Keys() {
			if s, ok := strings.CutPrefix(s, k+" "); ok {
				second, of = append(second, s), append(of, b)
			}
		}
	}
	return second, of
}

// All returns every binding, in the order of the help.
func (m Map) All() []key.Binding {
	var out []key.Binding
	for _, g := range m.Groups() {
		out = append(out, g.Keys...)
	}
	return out
}

// Noun is what a leap of two keys goes by, in a word.
func (m Map) Noun(b key.Binding) string {
	for _, l := range m.Leaps() {
		if k := b.Keys()[0]; k == l.On.Keys()[0] || k == l.Back.Keys()[0] {
			return l.Noun
		}
	}
	return ""
}
