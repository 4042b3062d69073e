package ui

import (
	"fmt"
	"math"
	"slices"
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
	const named = len(" onrecord  ")
	m.chips, m.scopeAt = m.chips[:0], m.width
	name := m.theme.AccentBold.Render(" onrecord") + "  "
	scope := scopeName(m.all) + " "
	if len(m.filter) == 0 {
		m.scopeAt = m.width - pane.Width(scope)
		counts := pane.Parts(m.scopeAt-named-chipGap, m.theme.Ellipsis, strings.Split(m.counts(), " · ")...)
		return m.spread(name+m.theme.Quiet.Render(counts), m.theme.Quiet.Render(scope))
	}
	// What is left out must be told at any width: the chips stay when the rest goes.
	counts := m.counts()
	words, hidden := m.chipWords(m.width - 2)
	cells := joined(words)
	right := chipGap + pane.Width(scope)
	switch {
	case named+pane.Width(counts)+chipGap+cells+right <= m.width:
		m.scopeAt = m.width - pane.Width(scope)
		return m.spread(name+m.theme.Quiet.Render(counts), m.setChips(words, hidden, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	case named+cells+right <= m.width:
		m.scopeAt = m.width - pane.Width(scope)
		return m.spread(name, m.setChips(words, hidden, m.width-cells-right)+m.theme.Quiet.Render("  "+scope))
	}
	return m.spread("", m.setChips(words, hidden, max(m.width-cells-1, 0))+" ")
}

// leastChip is the cells of a chip that still tells something.
const leastChip = 10

// chipGap is the blank cells between two chips.
const chipGap = 2

// chipWords names each condition, with the sign that it can be taken away, in
// width cells together. The kind stands before the first of it, where there is room
// for all kinds, else for none; the longest names are cut before one is hidden. Then
// the last ones stand, which are taken away first, behind how many more there are.
func (m *root) chipWords(width int) (words []string, hidden int) {
	full, short := m.chipNames()
	if joined(full) <= width {
		return full, 0
	}
	for ; ; hidden++ {
		words = nil
		room := width
		if hidden > 0 {
			words = []string{fmt.Sprintf("+%d", hidden)}
			room -= pane.Width(words[0]) + chipGap
		}
		most := widest(short[hidden:], room)
		if most < leastChip && hidden < len(short)-1 {
			continue
		}
		for _, s := range short[hidden:] {
			words = append(words, m.chipCut(s, most))
		}
		return words, hidden
	}
}

// chipNames are the chips with the kinds and without.
func (m *root) chipNames() (full, short []string) {
	sign := " " + m.theme.Cancelled
	for i, c := range m.filter {
		named := m.names[i]
		short = append(short, named[1]+sign)
		if i > 0 && m.filter[i-1].Noun() == c.Noun() {
			full = append(full, named[1]+sign)
		} else {
			full = append(full, named[0]+sign)
		}
	}
	return full, short
}

// chipCut cuts a chip to so many cells, before its sign.
func (m *root) chipCut(s string, most int) string {
	if pane.Width(s) <= most {
		return s
	}
	sign := " " + m.theme.Cancelled
	return pane.Cut(pane.Cut(strings.TrimSuffix(s, sign), max(most-pane.Width(sign), 1), m.theme.Ellipsis)+sign, max(most, 1), "")
}

// joined is the cells of chips beside one another.
func joined(words []string) int {
	return pane.Width(strings.Join(words, "")) + chipGap*(len(words)-1)
}

// widest is to how many cells chips must be cut to stand in room cells together: the
// short ones leave theirs to the long.
func widest(words []string, room int) int {
	room -= chipGap * (len(words) - 1)
	cells := make([]int, len(words))
	for i, w := range words {
		cells[i] = pane.Width(w)
	}
	slices.Sort(cells)
	for i, c := range cells {
		if share := room / (len(cells) - i); c > share {
			return max(share, 0)
		}
		room -= c
	}
	return math.MaxInt
}

// setChips sets the chips from cell x on, and remembers where each stands.
func (m *root) setChips(words []string, hidden, x int) string {
	for i, w := range words {
		c := chip{from: x, to: x + pane.Width(w)}
		if k := len(m.filter) - len(words) + i; hidden == 0 || i > 0 {
			c.of = m.filter[k]
		}
		m.chips = append(m.chips, c)
		x = c.to + chipGap
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
