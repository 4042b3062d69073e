package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/search"
	"onrecord/ui/found"
	"onrecord/ui/layout"
	"onrecord/ui/say"
)

const searchLabel = " search: "

// mostPast is how many searches are remembered.
const mostPast = 50

// searching is the search over the corpus: its prompt, what was typed, and what
// that found. A search runs beside the screen; an answer to what has been typed
// over since is dropped by its token.
type searching struct {
	open   bool // the prompt takes the keys
	input  textinput.Model
	query  string // what is searched, "" for nothing
	order  search.Order
	wrong  string
	told   string // what a key did with it, or could not, until more is typed
	token  int
	cancel context.CancelFunc
	busy   bool
	ahead  []func() tea.Cmd // what was asked of hits which had not come yet
	phrase string           // that words looked for in one text were made into
	fresh  bool             // the text is to show what is found: it was not searched before
	from   layout.Pane      // that had the focus before

	results *search.Results
	past    []string // the last first
	kept    []string
	at      int // of past, while ctrl+r goes through it; -1 before the first
}

// searched is the answer to a search.
type searched struct {
	token   int
	results *search.Results
	err     error
}

func newSearching(kept []string) searching {
	s := searching{input: textinput.New(), kept: kept, at: -1}
	s.input.Prompt = ""
	s.input.SetVirtualCursor(false)
	return s
}

// startSearch opens the prompt, with what was searched last in it.
func (m *root) startSearch() tea.Cmd {
	s := &m.search
	s.open, s.at, s.from, s.told = true, -1, m.prefs.Focus, ""
	s.input.SetValue(s.query)
	s.input.CursorEnd()
	m.focus(layout.Found)
	return s.input.Focus()
}

// searchKey handles a key while a query is typed: no letter is a command then. The
// arrows go through the hits, so that typing and looking are one.
func (m *root) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	s := &m.search
	switch k := msg.String(); {
	case k == "esc":
		s.open = false
		if s.query == "" {
			m.focus(s.from)
		}
	case k == "enter":
		m.endSearchTyping()
		if s.query == "" {
			return m.up(m.found.Send(true))
		}
		switch q, err := search.Parse(s.query, search.Options{}); {
		case err != nil:
			if s.query == s.phrase {
				return nil // the quotation was opened for the reader, who has not closed it
			}
			return m.say(err.Error())
		case q.Empty():
			return m.say(noWord)
		}
	case k == "down", k == "up", k == "pgdown", k == "pgup":
		if s.busy { // it goes through the hits of what is typed, not of what was
			s.ahead = append(s.ahead, func() tea.Cmd { return m.to(layout.Found, msg) })
			return nil
		}
		return m.to(layout.Found, msg)
	case key.Matches(msg, m.keys.PastSearch):
		return m.recall()
	case key.Matches(msg, m.keys.KeepSearch):
		return m.keep()
	default:
		return m.searchTyped(msg)
	}
	return nil
}

// endSearchTyping closes the prompt; what is searched stays.
func (m *root) endSearchTyping() {
	if m.search.open {
		m.search.open = false
		m.remember(m.search.query)
	}
}

// searchTyped takes a letter or a paste into the query and searches anew.
func (m *root) searchTyped(msg tea.Msg) tea.Cmd {
	s := &m.search
	was := s.input.Value()
	var cmd tea.Cmd
	s.input, cmd = s.input.Update(msg)
	if s.input.Value() == was {
		return cmd
	}
	return m.runSearch(s.input.Value())
}

// recall goes back through the searches made before.
func (m *root) recall() tea.Cmd {
	s := &m.search
	if len(s.past) == 0 {
		return m.tellOfSearch("nothing was searched before")
	}
	s.at = (s.at + 1) % len(s.past)
	return m.searchFor(s.past[s.at])
}

// keep keeps the search, or gives it up when it is kept.
func (m *root) keep() tea.Cmd {
	s := &m.search
	q := tidy(s.query)
	if q == "" {
		return m.tellOfSearch("nothing is searched that could be kept")
	}
	c := change{q, !slices.Contains(s.kept, q)}
	s.kept = c.of(s.kept)
	what := "no longer kept: "
	switch {
	case c.keep && m.opt.Kept == "":
		what = "kept for this session only, since its file cannot be used: "
	case c.keep:
		what = "kept: "
	}
	m.offerSearches()
	return tea.Batch(m.tellOfSearch(what+found.Label(q, m.theme.Ellipsis)), m.opt.Kept.save(c))
}

// tidy is a query as it is kept and remembered: without blanks around it, but for one
// at its end, which makes its last word whole.
func tidy(q string) string {
	w := strings.TrimSpace(q)
	if w != "" && strings.HasSuffix(q, " ") {
		w += " "
	}
	return w
}

// tellOfSearch says something on the bottom line, in the prompt too: while that is
// open, the line is its own.
func (m *root) tellOfSearch(s string) tea.Cmd {
	m.search.told = s
	return m.say(s)
}

// remember puts a query at the head of those made before.
func (m *root) remember(q string) {
	if q = tidy(q); q == "" {
		return
	}
	if is, err := search.Parse(q, search.Options{Typing: true}); err != nil || is.Empty() {
		return // there is nothing to be found again
	}
	s := &m.search
	past := slices.DeleteFunc(slices.Clone(s.past), func(o string) bool { return o == q })
	s.past = append([]string{q}, past[:min(len(past), mostPast-1)]...)
	m.offerSearches()
}

// offerSearches tells the pane what can be searched again.
func (m *root) offerSearches() {
	var o []found.Offer
	for _, q := range m.search.kept {
		o = append(o, found.Offer{Query: q, Kept: true})
	}
	for _, q := range m.search.past {
		if !slices.Contains(m.search.kept, q) {
			o = append(o, found.Offer{Query: q})
		}
	}
	m.found.SetOffers(o)
}

// searchFor searches for a query that is not typed.
func (m *root) searchFor(q string) tea.Cmd {
	m.search.input.SetValue(q)
	m.search.input.CursorEnd()
	return m.runSearch(q)
}

// runSearch returns the command that searches. The search before it is given up.
func (m *root) runSearch(q string) tea.Cmd {
	s := &m.search
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	s.token++
	s.fresh = s.fresh || q != s.query
	if q != s.query {
		s.ahead = nil
	}
	s.query, s.wrong, s.told, s.busy = q, "", "", false
	// What was typed means the same behind enter: the last word is a beginning, unless a
	// blank ends it.
	query, err := search.Parse(q, search.Options{Typing: true})
	if err != nil {
		s.wrong = err.Error()
	}
	if query.Empty() || m.x == nil || m.x.Search == nil {
		s.results, s.fresh = nil, s.fresh && !query.Empty()
		if m.prefs.Focus == layout.Found {
			m.text.Mark()
		}
		if strings.TrimSpace(q) == "" {
			s.query = ""
		}
		m.found.SetResults("", nil, s.order, s.wrong)
		m.markHits()
		return nil
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.cancel, s.busy = cancel, true
	token, index, order := s.token, m.x.Search, s.order
	return func() tea.Msg {
		r, err := index.Search(ctx, query, order, 0) // all: a filter may leave the last ones only
		return searched{token, r, err}
	}
}

// take takes the answer of a search in, and does the keys that waited for it.
func (m *root) take(a searched) tea.Cmd {
	s := &m.search
	if a.token != s.token {
		return nil
	}
	s.busy = false
	if a.err != nil {
		return nil
	}
	s.results = a.results
	m.showResults()
	var cmds []tea.Cmd
	ahead := s.ahead
	s.ahead = nil
	for _, do := range ahead {
		cmds = append(cmds, do())
	}
	m.touched = nil
	return tea.Batch(cmds...)
}

// showResults lists what was found, and marks it in the text that is open. What was
// searched before, in fewer documents or another order, leaves the text as it is.
func (m *root) showResults() {
	s := &m.search
	m.found.SetResults(s.query, s.results, s.order, s.wrong)
	m.markHits()
	n := len(m.found.Hits())
	if s.fresh && m.prefs.Focus == layout.Found && n > 0 {
		m.text.Mark() // what was shown of the search before is not this one's
		m.up(m.found.Send(false))
	} else if d := m.text.Document(); d != nil {
		m.found.GoTo(d.ID)
	}
	s.fresh = s.fresh && n == 0
}

// noneLeft says that a filter leaves nothing of what was found.
func (m *root) noneLeft(query string) string {
	return fmt.Sprintf("the filter “%s” leaves no document that has %s", m.page.Name(), say.Quoted(query))
}

// endSearch takes the search and its marks away.
func (m *root) endSearch() {
	m.remember(m.search.query)
	m.runSearch("")
	m.search.input.Reset()
}

// reorder lists the hits in the other order.
func (m *root) reorder() tea.Cmd {
	s := &m.search
	s.order = 1 - s.order
	said := m.say("the documents found stand " + found.OrderName(s.order))
	return tea.Batch(m.runSearch(s.query), said)
}

// searchLine is the bottom line while a query is typed.
func (m *root) searchLine() string {
	s := &m.search
	switch {
	case s.told != "":
		return m.typingLine(s.told)
	case s.wrong != "": // where nothing is found, the pane says all of it
		short, _, _ := strings.Cut(s.wrong, " (")
		return m.typingLine(s.wrong, short)
	case s.query == "" && len(s.past) > 0:
		return m.typingLine("ctrl+r a search made before · esc closes", "ctrl+r the last search")
	case s.query == "":
		return m.typingLine("words of any document · esc closes", "words of any document")
	case s.busy:
		return m.typingLine("searching " + m.theme.Ellipsis)
	case s.results == nil && m.x != nil:
		return m.typingLine(unfinished(s.query), "no word yet")
	case s.results == nil:
		return m.typingLine(m.theme.Ellipsis)
	}
	n := len(m.found.Hits())
	switch {
	case n > 0:
	case m.found.FilteredOut():
		return m.typingLine(m.noneLeft(s.query), "the filter leaves none", "none left")
	default:
		return m.typingLine("no document · esc closes", "no document")
	}
	words := say.Plural(n, "document")
	return m.typingLine(words+" · arrows look through them · ctrl+s keeps the search · enter ends typing", words+" · arrows look through them", words)
}

// noWord says that a query is of signs only.
const noWord = "the query holds no word to look for"

// unfinished says what a query lacks that finds nothing yet.
func unfinished(q string) string {
	if _, err := search.Parse(q, search.Options{}); err != nil {
		return err.Error()
	}
	return noWord
}
