package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/picker"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// known is a snapshot as the way to anything searches it.
type known struct {
	x     *index.Index // that the lists were made of
	lists []*picker.List
}

// listed is such lists, made beside the screen.
type listed struct{ known }

// makeAtOnce is how many things are made ready while a key waits: 2 ms.
const makeAtOnce = 4000

// goTo opens the way to anything. It is a drawer, since what the cursor is on is
// shown in the text.
func (m *root) goTo() tea.Cmd {
	if m.x == nil {
		return nil
	}
	p := picker.New(m.keys, m.theme, "Go to", false, nil)
	cmd := m.fill(p)
	m.raise(p)
	return cmd
}

// fill gives a picker what there is, or tells it to wait for it.
func (m *root) fill(p *picker.Picker) tea.Cmd {
	x, g := m.x, m.theme
	switch {
	case m.known.x == x:
	case len(x.Docs)+len(x.Events)+len(x.People) <= makeAtOnce:
		m.known = known{x, corpusLists(x, g)}
	default:
		p.SetLists(m.withSession(nil), true)
		return func() tea.Msg { return listed{known{x, corpusLists(x, g)}} }
	}
	return m.asked(p.SetLists(m.withSession(m.known.lists), false))
}

// withSession are the lists of the corpus between those of the session.
func (m *root) withSession(corpus []*picker.List) []*picker.List {
	var marks []picker.Item
	for i, k := range m.marks.store.all() {
		marks = append(marks, picker.Item{Text: string(k.letter) + "  " + m.calls(k), Extra: index.Short(m.x.Docs[k.at.Doc].Name), Index: int32(i)})
	}
	out := append([]*picker.List{picker.NewList(picker.Mark, marks)}, corpus...)
	return append(out, m.commands())
}

// commands lists every key there is: it is made from the map, so that none is
// missing.
func (m *root) commands() *picker.List {
	widest := 0
	for _, b := range m.keys.All() {
		widest = max(widest, pane.Width(b.Help().Key))
	}
	var items []picker.Item
	for _, g := range m.keys.Groups() {
		for _, b := range g.Keys {
			k := b.Help().Key
			items = append(items, picker.Item{Text: b.Help().Desc, Extra: g.Name + "   " + k + pane.Spaces(widest-pane.Width(k)), Also: m.keys.Words(b), Index: int32(len(items))})
		}
	}
	return picker.NewList(picker.Command, items)
}

// corpusLists prepares a snapshot to be searched. It may run on any goroutine.
func corpusLists(x *index.Index, t *theme.Theme) []*picker.List {
	docs := make([]picker.Item, len(x.Docs))
	for i, d := range x.Docs {
		docs[i] = picker.Item{Text: pane.OneLine(d.Title), Extra: say.Published(d.Published) + " · " + index.Short(d.Name), Also: d.Name, Index: int32(i)}
	}
	people := make([]picker.Item, len(x.People))
	for i := range x.People {
		p := &x.People[i]
		people[i] = picker.Item{Text: pane.OneLine(p.Name), Extra: pane.OneLine(x.LatestRole(i)), Also: strings.Join(p.Aliases, " "), Index: int32(i)}
	}
	events := make([]picker.Item, len(x.Events))
	for i := range x.Events {
		e := &x.Events[i]
		events[i] = picker.Item{Text: pane.OneLine(e.Headline), Extra: say.Status(t.Glyphs, e.Status) + " " + say.Whole(e.Date), Index: int32(i)}
	}
	return []*picker.List{picker.NewList(picker.Document, docs), picker.NewList(picker.Person, people), picker.NewList(picker.Event, events)}
}

// palette opens the list of every command.
func (m *root) palette() tea.Cmd {
	m.raise(picker.New(m.keys, m.theme, "Commands", true, []*picker.List{m.commands()}))
	return nil
}

// renew gives an open picker what a newer snapshot knows.
func (m *root) renew() tea.Cmd {
	if p, ok := m.sheet.(*picker.Picker); ok && p.Drawer() {
		return m.fill(p)
	}
	return nil
}

// asked does what a sheet asks for.
func (m *root) asked(up tea.Msg) tea.Cmd {
	switch up := up.(type) {
	case pane.Open:
		m.open(up)
	case picker.Wanted:
		return func() tea.Msg { return up.Find() }
	case picker.Picked:
		return m.picked(up)
	}
	return nil
}

// answered takes in what was made beside the screen.
func (m *root) answered(msg tea.Msg) tea.Cmd {
	p, ok := m.sheet.(*picker.Picker)
	switch msg := msg.(type) {
	case listed:
		if msg.x != m.x { // another snapshot came meanwhile
			if ok && p.Drawer() {
				return m.fill(p)
			}
			return nil
		}
		m.known = msg.known
		if ok && p.Drawer() {
			return m.asked(p.SetLists(m.withSession(m.known.lists), false))
		}
	case picker.Answer:
		if ok {
			return m.asked(p.Accept(msg))
		}
	}
	return nil
}

// picked shows what the cursor of a picker is on, or goes there.
func (m *root) picked(p picker.Picked) tea.Cmd {
	switch p.Kind {
	case picker.Command:
		if p.Go {
			return m.run(int(p.Index))
		}
		if m.sheet.Drawer() {
			m.unpreview() // a command is nowhere
		}
	case picker.Mark:
		k := m.marks.store.all()[p.Index]
		if p.Go {
			m.goToMark(k)
			return m.sayParts(m.markInWords(k), m.leftOut("document", index.Documents, int32(k.at.Doc)))
		}
		m.preview(pane.Open{Ref: k.at})
	case picker.Document:
		m.open(pane.Open{Ref: text.Ref{Doc: text.DocID(p.Index)}, Go: p.Go})
		if p.Go {
			return m.sayParts(m.leftOut("document", index.Documents, p.Index))
		}
	case picker.Person:
		return m.pickedPerson(p)
	case picker.Event:
		e := &m.known.x.Events[p.Index]
		m.open(pane.Open{Ref: e.Sources[0], Go: p.Go})
		if p.Go && m.known.x == m.x {
			return m.pickedEvent(p.Index)
		}
	}
	return nil
}

// pickedEvent brings the cursor of the chronology to an event, or says why it is not
// there.
func (m *root) pickedEvent(i int32) tea.Cmd {
	out := m.leftOut("event", index.Events, i)
	if !m.events.GoTo(i) && out == "" {
		out = "only key events are listed; " + m.keys.Keys.Help().Key + " lists all"
	}
	return m.sayParts(out)
}

// leftOut says which filter leaves a thing out of its list, "" where none does: it is
// shown all the same, but no cursor is on it.
func (m *root) leftOut(noun string, t index.Thing, among ...int32) string {
	if m.page == nil {
		return ""
	}
	b, ok := m.page.Blame(t, among)
	if !ok {
		return ""
	}
	s := "the filter “" + b.By + "” leaves this " + noun + " out of the list"
	if b.Unknown == len(among) {
		s += " for want of a date"
	}
	return s
}

// sayParts says what there is to be said.
func (m *root) sayParts(parts ...string) tea.Cmd {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return nil
	}
	return m.say(strings.Join(parts, " · "))
}

// pickedPerson shows where a person is named first, or opens their page.
func (m *root) pickedPerson(p picker.Picked) tea.Cmd {
	who := &m.known.x.People[p.Index]
	switch {
	case p.Go:
		if i := m.x.PersonNamed(who.Kind, who.Name); i >= 0 { // a newer snapshot may have another number for them
			return tea.Batch(m.up(pane.Person{Index: i}), m.sayParts(m.leftOut("person", index.Documents, m.x.NamedIn(i)...)))
		}
	case len(who.Mentions) > 0:
		m.preview(pane.Open{Ref: who.Mentions[0]})
	}
	return nil
}
