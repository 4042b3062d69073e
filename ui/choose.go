package ui

import (
	"fmt"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/layout"
	"onrecord/ui/reader"
	"onrecord/ui/say"
)

// choose begins to select by keys: a sentence, and on from there.
func (m *root) choose() tea.Cmd {
	if m.text.Document() == nil {
		return nil
	}
	m.focus(layout.Text)
	if !m.text.Choose() {
		return m.say("there is no text here to select")
	}
	return nil
}

// chooseKey handles the keys that move the end of a selection, so many times as a
// number says; all others do what they do.
func (m *root) chooseKey(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	m.touched = []layout.Pane{layout.Text}
	switch k := m.keys; {
	case key.Matches(msg, k.Down):
		return m.grow(1), true
	case key.Matches(msg, k.Up):
		return m.grow(-1), true
	case m.moving.counting:
	case key.Matches(msg, k.Select):
		m.text.Widen()
		return nil, true
	case key.Matches(msg, k.Order):
		m.text.OtherEnd()
		return nil, true
	}
	m.touched = nil
	return nil, false
}

func (m *root) grow(n int) tea.Cmd {
	times := max(m.moving.count, 1)
	m.cancel()
	m.moving.run = "" // a leap behind this is a jump of its own
	grown := 0
	for grown < times && m.text.Grow(n) {
		grown++
	}
	m.glancing = false
	if grown == 0 {
		return m.say(map[bool]string{true: "the text ends here", false: "the text begins here"}[n > 0])
	}
	return nil
}

// copyChosen puts the words that are selected on the clipboard, as they are.
func (m *root) copyChosen() tea.Cmd {
	s := m.text.Copied()
	if s == "" {
		return nil
	}
	return tea.Batch(m.clipboard.put(s), m.say(fmt.Sprintf("copied %s; %s copies with the source", words(s), m.keys.Copy.Keys()[0])))
}

// quoted is the words that are selected with where they stand, or "".
func (m *root) quoted() string {
	s := m.text.Copied()
	if s == "" {
		return ""
	}
	return fmt.Sprintf("“%s”\n— %s", s, m.cite(text.Ref{Doc: m.text.Document().ID, Span: m.text.Chosen()}))
}

func words(s string) string { return say.Plural(len(strings.Fields(s)), "word") }

// chosen says what is selected, for the bottom line.
func (m *root) chosen() string {
	if m.text.Chosen().Empty() {
		return ""
	}
	s := words(m.text.Copied()) + " selected"
	if m.text.Keyed() {
		s += map[bool]string{true: ", by paragraphs", false: ", by sentences"}[m.text.Unit() == reader.Paragraphs]
	}
	return s
}

// chosenHints are the keys that make sense while words are selected.
func (m *root) chosenHints() []hint {
	k := m.keys
	if !m.text.Keyed() {
		return []hint{{k.Copy, "copy with source"}, {k.Select, "go on by sentences"}, {k.Close, "clear"}}
	}
	unit := "paragraphs"
	if m.text.Unit() == reader.Paragraphs {
		unit = "sentences"
	}
	return []hint{{k.Copy, "copy with source"}, {k.Down, "more"}, {k.Up, "less"}, {k.Select, unit}, {k.Order, "other end"}, {k.Close, "clear"}}
}
