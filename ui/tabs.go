package ui

import (
	"fmt"
	"strings"

	"onrecord/ui/layout"
	"onrecord/ui/pane"
)

// tabsOf are the panes that can stand in the place of one: they are named by their
// keys at the end of its title, to be clicked.
func (m *root) tabsOf(p layout.Pane) []layout.Pane {
	switch {
	case m.prefs.Zoom || m.frame.Class == layout.Narrow:
		return []layout.Pane{layout.Documents, layout.Text, layout.Quotes, layout.Events, layout.People, layout.Found}
	case m.frame.Class == layout.Medium && p != layout.Text:
		return []layout.Pane{layout.Documents, layout.Quotes, layout.Events, layout.People, layout.Found}
	case m.frame.Class == layout.Wide && (p == layout.Quotes || p == layout.People || p == layout.Found):
		return []layout.Pane{layout.Quotes, layout.People, layout.Found}
	}
	return nil
}

// leastTabbed is the cells of a title that has room for tabs.
const leastTabbed = 30

// tabs sets the tabs at the end of the title of a pane, with the cells they take.
func (m *root) tabs(p layout.Pane, width int) (string, int) {
	of := m.tabsOf(p)
	if len(of) == 0 || width < leastTabbed {
		return "", 0
	}
	var b strings.Builder
	for _, t := range of {
		ink := m.theme.Quiet
		if t == p {
			ink = m.theme.AccentBold
		}
		b.WriteString(m.theme.Faint.Render(" ") + ink.Render(fmt.Sprint(int(t)+1)))
	}
	rule, ink := m.theme.Rule, m.theme.Faint
	if p == m.prefs.Focus {
		ink = m.theme.Accent
	}
	return b.String() + ink.Render(" "+rule), 2*len(of) + 1 + pane.Width(rule)
}

// tabAt is the pane whose tab is at a cell, or -1.
func (m *root) tabAt(x, y int) layout.Pane {
	p, ok := m.under(x, y)
	if !ok || m.frame.Panes[p].Y != y {
		return -1
	}
	r := m.frame.Panes[p]
	of := m.tabsOf(p)
	if r.Width < leastTabbed {
		return -1
	}
	if k := x - (r.X + r.Width - 2 - 2*len(of)); k >= 0 && k/2 < len(of) {
		return of[k/2]
	}
	return -1
}
