package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// chip is a condition of the filter as it stands in the top line.
type chip struct {
	from, to int // cells
	noun     string
}

// setFilter sets the filter, but for what the snapshot knows nothing of.
func (m *root) setFilter(f index.Filter) {
	m.filter = nil
	if m.page = m.x.PageOf(f); m.page != nil {
		m.filter = m.page.Filter
	}
}

// narrowTo sets the filter; all panes list what it leaves, the cursors where they
// were.
func (m *root) narrowTo(f index.Filter) {
	m.setFilter(f)
	m.lists()
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
	m.people.GoTo(person)
	m.focus(layout.Quotes)
	m.followCursor()
}

// followCursor shows the passage of what the list with the focus is on, where the
// filter may have moved it.
func (m *root) followCursor() {
	switch {
	case m.prefs.Focus == layout.Quotes && m.quotes.Current() != nil:
		m.up(m.quotes.Selected(false))
	case m.prefs.Focus == layout.Events && m.events.Current() != nil:
		m.up(m.events.Selected(false))
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

func (m *root) without(c index.Condition) tea.Cmd {
	m.narrowTo(m.filter.Without(c.Noun()))
	if len(m.filter) == 0 {
		return m.say("nothing is filtered any more")
	}
	return m.say("no longer narrowed to the " + index.Chip(c))
}

// topLine names the corpus, what is in it, and what the side panes show.
func (m *root) topLine() string {
	m.chips = m.chips[:0]
	name := m.theme.AccentBold.Render(" onrecord") + "  "
	scope := scopeName(m.all) + " "
	if len(m.filter) == 0 {
		return m.spread(name+m.theme.Quiet.Render(m.counts()), m.theme.Quiet.Render(scope))
	}
	// What is left out must be told at any width: the chips stay when the rest goes.
	const named, gap = len(" onrecord  "), 2
	counts := m.counts()
	words := m.chipWords(m.width - 2)
	cells := pane.Width(strings.Join(words, "")) + gap*(len(words)-1)
	right := gap + pane.Width(scope)
	switch {
	case named+pane.Width(counts)+gap+cells+right <= m.width:
		return m.spread(name+m.theme.Quiet.Render(counts), m.setChips(words, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	case named+cells+right <= m.width:
		return m.spread(name, m.setChips(words, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	}
	return m.spread("", m.setChips(words, max(m.width-cells-1, 0))+" ")
}

// chipWords names each condition, with the sign that it can be taken away, in
// width cells together.
func (m *root) chipWords(width int) []string {
	n := len(m.filter)
	words := make([]string, n)
	room := width - 2*(n-1)
	for i, c := range m.filter {
		sign := " " + m.theme.Cancelled
		share := max(room/(n-i), 1)
		full := index.Chip(c) + sign
		if pane.Width(full) > share { // the name says more than what kind of name it is
			full = pane.Cut(c.Name(), max(share-pane.Width(sign), 1), m.theme.Ellipsis) + sign
		}
		words[i] = pane.Cut(full, share, "")
		room -= pane.Width(words[i])
	}
	return words
}

// setChips sets the chips from cell x on, and remembers where each stands.
func (m *root) setChips(words []string, x int) string {
	for i, w := range words {
		m.chips = append(m.chips, chip{x, x + pane.Width(w), m.filter[i].Noun()})
		x += pane.Width(w) + 2
	}
	return m.theme.AccentBold.Render(strings.Join(words, "  "))
}

// clickChip takes the condition away whose chip is clicked.
func (m *root) clickChip(x int) tea.Cmd {
	for _, c := range m.chips {
		if x >= c.from && x < c.to {
			m.narrowTo(m.filter.Without(c.noun))
			return m.say("no longer narrowed by " + c.noun)
		}
	}
	return nil
}

// left says how much the filter leaves.
func (m *root) left() string {
	if m.page == nil {
		return ""
	}
	return say.Plural(len(m.page.Events), "event") + ", " + say.Plural(len(m.page.Spoken), "quotation") + ", " + say.Plural(len(m.page.Docs), "document")
}
