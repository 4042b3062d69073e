package ui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/events"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

// owned is what a key does in the panes that have it. In the others it does nothing,
// and says so: a key that is silent seems to be broken.
type owned struct {
	does string
	in   []layout.Pane
}

// owners tells which panes have a key; none where it is not one of a few panes only.
func (m *root) owners(is func(key.Binding) bool) owned {
	k := m.keys
	switch {
	case is(k.Order):
		return owned{"orders", []layout.Pane{layout.Quotes, layout.People, layout.Found}}
	case slices.ContainsFunc([]key.Binding{k.Finer, k.Coarser, k.Keys, k.NextMonth, k.PrevMonth, k.NextYear, k.PrevYear}, is):
		return owned{"is for", []layout.Pane{layout.Events}}
	}
	return owned{}
}

// elsewhere says where a key does something that can do nothing here.
func (m *root) elsewhere(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	is := func(b key.Binding) bool { return key.Matches(msg, b) }
	o := m.owners(is)
	switch focus := m.prefs.Focus; {
	case len(o.in) == 0:
		return nil, false
	case !slices.Contains(o.in, focus):
		return m.say(fmt.Sprintf("%s %s %s, not %s", msg.String(), o.does, paneNames(o.in), paneName(focus))), true
	case focus == layout.Found && m.search.query == "":
		return m.say("there are no hits to order: nothing is searched for"), true
	case focus == layout.Events && is(m.keys.Finer) && m.events.Scale() == events.ByEvent:
		return m.say("nothing is finer than events"), true
	case focus == layout.Events && is(m.keys.Coarser) && m.events.Scale() == events.ByYear:
		return m.say("nothing is coarser than years"), true
	}
	return nil, false
}

// toOwner moves the focus to a pane that has a key: where it is, else where the
// reader was last.
func (m *root) toOwner(b key.Binding) {
	in := m.owners(func(k key.Binding) bool { return slices.Equal(k.Keys(), b.Keys()) }).in
	if m.search.query == "" { // there are no hits to do anything with
		in = slices.DeleteFunc(in, func(p layout.Pane) bool { return p == layout.Found })
	}
	switch {
	case len(in) == 0, slices.Contains(in, m.prefs.Focus):
	case slices.Contains(in, m.prefs.Upper):
		m.focus(m.prefs.Upper)
	default:
		m.focus(in[0])
	}
}

// run does a command as its key would, in a pane that has it.
func (m *root) run(i int) tea.Cmd {
	b := m.keys.All()[i]
	m.toOwner(b)
	var cmd tea.Cmd
	for _, k := range strings.Fields(name(b)) {
		cmd = m.keyPress(keymap.Press(k))
	}
	m.touched = nil // the sheet has gone, and the focus may have moved
	return cmd
}

// paneNames lists panes, each with its key.
func paneNames(panes []layout.Pane) string {
	names := make([]string, len(panes))
	for i, p := range panes {
		names[i] = fmt.Sprintf("%s (%d)", paneName(p), int(p)+1)
	}
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}

// paneName is what a pane is called in a sentence; its title has more.
func paneName(p layout.Pane) string {
	return [layout.Panes]string{layout.Documents: "Documents", layout.Text: "the text", layout.Quotes: "Said", layout.Events: "Happened", layout.People: "People", layout.Found: "Found"}[p]
}
