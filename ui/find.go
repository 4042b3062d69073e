package ui

import (
	"strings"
	"unicode"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/say"
)

const findLabel = " / "

func (m *root) startFind() {
	m.finding, m.findFrom = true, m.here()
	m.find.Reset()
	m.find.Focus()
}

// endFindTyping ends the typing of words to be found: where there are none, those of
// a search over the corpus are marked again. Where they led away, there is a way back.
func (m *root) endFindTyping() {
	if m.finding {
		m.finding = false
		if q, _, _ := m.text.Found(); q == "" {
			m.markHits()
		}
		if m.text.Place() != m.findFrom.ref {
			m.history.push(m.findFrom)
			m.glancing = false
		}
	}
}

// findKey handles a key while words to be found are typed: no letter is a command
// then.
func (m *root) findKey(msg tea.KeyPressMsg) tea.Cmd {
	switch k := msg.String(); {
	case k == "esc":
		m.dropFind()
		return nil
	case key.Matches(msg, m.keys.Search): // the same words in all documents
		words := m.find.Value()
		m.dropFind()
		cmd := m.startSearch()
		if words != "" {
			m.search.phrase = asPhrase(words)
			cmd = tea.Batch(cmd, m.searchFor(m.search.phrase))
		}
		return cmd
	case k == "enter":
		m.endFindTyping()
		if q, _, of := m.text.Found(); q != "" && of == 0 {
			return m.say(say.Quoted(q) + " is not in this document")
		}
		return nil
	}
	return m.findTyped(msg)
}

// asPhrase is words looked for in one text, as a query over all: one behind the other,
// and nothing in them a sign of the language of queries.
func asPhrase(words string) string {
	if words = strings.TrimSpace(words); strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		return `"` + strings.NewReplacer(`"`, " ", "“", " ", "”", " ", "„", " ").Replace(words) // open: its last word may go on
	}
	return words
}

// dropFind gives the finding of words up: the text is where it was.
func (m *root) dropFind() {
	m.text.EndFind()
	m.text.Restore(m.findFrom.spot, m.findFrom.ref)
	m.endFindTyping()
	m.text.Restore(m.findFrom.spot, m.findFrom.ref) // which knows the hit of a search over all again
}

func (m *root) findTyped(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	was := m.find.Value()
	m.find, cmd = m.find.Update(msg)
	if m.find.Value() != was { // from where it began, not from where the letters before led
		m.text.Restore(m.findFrom.spot, m.findFrom.ref)
		m.text.Find(m.find.Value())
	}
	return cmd
}

// findLine is the bottom line while words to be found are typed.
func (m *root) findLine() string {
	q, _, of := m.text.Found()
	switch {
	case q != "" && of == 0:
		return m.typingLine("not in this document · "+name(m.keys.Search)+" searches all", "not in this document", "not found")
	case of > 0:
		return m.typingLine(say.Plural(of, "hit")+" · enter, then n and N go through them · esc ends it", say.Plural(of, "hit"))
	}
	return m.typingLine("words of this document · "+name(m.keys.Search)+" searches all", "words of this document", "")
}

// nextHit goes n hits on: from document to document where all are searched.
func (m *root) nextHit(n int) tea.Cmd {
	q, _, of := m.text.Found()
	switch {
	case m.search.busy && m.search.query != "": // it goes through the hits of what was typed, when they come
		m.search.ahead = append(m.search.ahead, func() tea.Cmd { return m.nextHit(n) })
	case q == "":
		return m.say("nothing is being looked for; / finds words in the text, ctrl+f in all documents")
	case m.overHits(n):
		return nil
	case m.text.Searched() && m.found.FilteredOut():
		return m.say(m.noneLeft(q))
	case of == 0:
		return m.say(say.Quoted(q) + " is not in this document")
	}
	m.text.NextHit(n)
	return nil
}
