package ui

import (
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/filters"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/say"
)

// setFilter sets the filter, but for what the snapshot knows nothing of.
func (m *root) setFilter(f index.Filter) {
	if len(m.read) > 0 { // until then there is nothing to filter by
		m.x.Read = m.isRead
	}
	m.filter = nil
	if m.page = m.x.PageOf(f); m.page != nil {
		m.filter = m.page.Filter
	}
	m.names = m.names[:0] // the top line asks for them with every key
	for _, c := range m.filter {
		m.names = append(m.names, [2]string{index.Chip(c), alone(c)})
	}
}

// alone names a condition where its kind does not stand before it.
func alone(c index.Condition) string {
	switch c {
	case index.ByRead{Read: true}:
		return "read"
	case index.ByRead{Read: false}:
		return "not read"
	case index.ByKey{}:
		return "key events"
	case index.BySource{}:
		return "source not told"
	}
	return c.Name()
}

// narrowTo sets the filter; all panes list what it leaves, the cursors where they
// were.
func (m *root) narrowTo(f index.Filter) {
	m.setFilter(f)
	m.lists()
	if m.filters != nil {
		m.filters.Set(m.x, m.viewed(), m.filter)
	}
}

// narrow opens the page of a person: all panes list what is theirs, of all
// documents, and the first thing they said is shown.
func (m *root) narrow(person int) {
	if person < 0 || person >= len(m.x.People) {
		return
	}
	p := &m.x.People[person]
	m.all = true // a page of one document would seldom be one
	m.narrowTo(m.filter.With(index.ByPerson{Kind: p.Kind, Called: p.Name}))
	m.quotes.MoveTo(0)
	m.quotes.Pick()
	m.people.GoTo(person)
	m.focus(layout.Quotes)
	m.followCursor()
}

// followCursor shows the passage of what the list with the focus is on, where the
// filter may have moved it.
func (m *root) followCursor() {
	switch m.prefs.Focus {
	case layout.Quotes:
		m.up(m.quotes.Send(false))
	case layout.Events:
		m.up(m.events.Send(false))
	}
}

// widenTo takes conditions away. What the filter had moved the cursor from is listed
// again: the cursor comes back to it, and the text with it.
func (m *root) widenTo(f index.Filter) {
	l, _ := m.panes[m.prefs.Focus].(list)
	away := l != nil && l.Away()
	m.narrowTo(f)
	if away && !l.Away() {
		m.followCursor()
	}
}

// widen takes the last condition of the filter away.
func (m *root) widen() tea.Cmd {
	n := len(m.filter)
	if n == 0 {
		return m.say("nothing is filtered")
	}
	return m.without(m.filter[n-1])
}

// widenAll takes all conditions away.
func (m *root) widenAll() tea.Cmd {
	if len(m.filter) == 0 {
		return m.say("nothing is filtered")
	}
	m.widenTo(nil)
	return m.say("nothing is filtered any more")
}

func (m *root) without(c index.Condition) tea.Cmd {
	m.widenTo(m.filter.Drop(c))
	if len(m.filter) == 0 {
		return m.say("nothing is filtered any more")
	}
	return m.say("no longer filtered by " + index.Chip(c))
}

// askFilter opens the sheet of the filters.
func (m *root) askFilter() tea.Cmd {
	if m.x == nil {
		return nil
	}
	m.filters = filters.New(m.keys, m.theme, m.offered(), m.viewed(), m.x, m.filter)
	m.filters.SetSize(m.width, m.height)
	return nil
}

// filtersKey handles a key while the sheet is open: no letter is a command then.
func (m *root) filtersKey(msg tea.KeyPressMsg) tea.Cmd {
	ask, cmd := m.filters.Update(msg)
	return tea.Batch(cmd, m.narrowed(ask))
}

// narrowed does what the sheet of the filters asks for.
func (m *root) narrowed(a filters.Ask) tea.Cmd {
	changed := len(a.Filter) != len(m.filter)
	for i := range a.Filter {
		changed = changed || a.Filter[i] != m.filter[i]
	}
	if changed {
		m.narrowTo(a.Filter)
	}
	if a.Close {
		m.filters = nil
		m.followCursor()
	}
	switch {
	case !changed:
		return nil
	case len(m.filter) == 0:
		return m.say("nothing is filtered any more")
	}
	return m.say("filtered by " + index.Chip(m.filter[len(m.filter)-1]) + " · " + m.left())
}

// left says how much the filter leaves.
func (m *root) left() string {
	if m.page == nil {
		return ""
	}
	return say.Plural(len(m.page.Events), "event") + ", " + say.Plural(len(m.page.Quotes(m.indirect)), "quotation") + ", " + say.Plural(len(m.page.Docs), "document")
}
