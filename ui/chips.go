package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/pane"
)

// chip is a condition of the filter as it stands in the top line; the one without a
// condition stands for those that there is no room for.
type chip struct {
	from, to int // cells
	of       index.Condition
}

// topLine names the corpus, what is in it, and what the side panes show.
func (m *root) topLine() string {
	const named, gap = len(" onrecord  "), 2
	m.chips, m.scopeAt = m.chips[:0], m.width
	name := m.theme.AccentBold.Render(" onrecord") + "  "
	scope := scopeName(m.all) + " "
	if len(m.filter) == 0 {
		m.scopeAt = m.width - pane.Width(scope)
		counts := pane.Parts(m.scopeAt-named-gap, m.theme.Ellipsis, strings.Split(m.counts(), " · ")...)
		return m.spread(name+m.theme.Quiet.Render(counts), m.theme.Quiet.Render(scope))
	}
	// What is left out must be told at any width: the chips stay when the rest goes.
	counts := m.counts()
	words := m.chipWords(m.width - 2)
	cells := pane.Width(strings.Join(words, "")) + gap*(len(words)-1)
	right := gap + pane.Width(scope)
	switch {
	case named+pane.Width(counts)+gap+cells+right <= m.width:
		m.scopeAt = m.width - pane.Width(scope)
		return m.spread(name+m.theme.Quiet.Render(counts), m.setChips(words, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	case named+cells+right <= m.width:
		m.scopeAt = m.width - pane.Width(scope)
		return m.spread(name, m.setChips(words, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	}
	return m.spread("", m.setChips(words, max(m.width-cells-1, 0))+" ")
}

// leastChip is the cells of a chip that still tells something.
const leastChip = 10

// chipWords names each condition, with the sign that it can be taken away, in
// width cells together. The kind stands before the first of it. Where there is no
// room for all, the last ones stand, which are taken away first, behind how many
// more there are.
func (m *root) chipWords(width int) []string {
	n := len(m.filter)
	hidden := 0
	for hidden < n-1 && (n-hidden)*(leastChip+2)+4*min(hidden, 1) > width+2 {
		hidden++
	}
	var words []string
	room := width
	if hidden > 0 {
		words = append(words, fmt.Sprintf("+%d", hidden))
		room -= len(words[0]) + 2
	}
	sign := " " + m.theme.Cancelled
	for i, c := range m.filter[hidden:] {
		left := n - hidden - i
		share := max((room-2*(left-1))/left, 1)
		named := m.names[hidden+i]
		full := named[1] + sign
		if at := hidden + i; at == 0 || i == 0 || m.filter[at-1].Noun() != c.Noun() {
			full = named[0] + sign
		}
		if pane.Width(full) > share { // the name says more than what kind of name it is
			full = pane.Cut(named[1], max(share-pane.Width(sign), 1), m.theme.Ellipsis) + sign
		}
		w := pane.Cut(full, share, "")
		words = append(words, w)
		room -= pane.Width(w) + 2
	}
	return words
}

// setChips sets the chips from cell x on, and remembers where each stands.
func (m *root) setChips(words []string, x int) string {
	hidden := len(words) - len(m.filter)
	for i, w := range words {
		c := chip{from: x, to: x + pane.Width(w)}
		if k := len(m.filter) - len(words) + i; hidden == 0 || i > 0 {
			c.of = m.filter[k]
		}
		m.chips = append(m.chips, c)
		x = c.to + 2
	}
	return m.theme.AccentBold.Render(strings.Join(words, "  "))
}

// clickTop does what is clicked in the top line: a chip takes its condition away,
// that of the rest opens the sheet, and the scope changes.
func (m *root) clickTop(x int) tea.Cmd {
	for _, c := range m.chips {
		switch {
		case x < c.from || x >= c.to:
		case c.of == nil:
			return m.askFilter()
		default:
			return m.without(c.of)
		}
	}
	if x >= m.scopeAt && x < m.width {
		return m.rescope()
	}
	return nil
}
