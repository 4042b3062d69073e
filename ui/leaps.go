package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// stop is a passage that a leap goes to, and what the bottom line says of it.
type stop struct {
	span text.Span
	left bool // by the filter; no leap goes to what that leaves out
	says func() string
}

// leapTo goes n stops on in the open text, or as far as there are any: from the
// passage that is marked, when it is in sight, else from what is in sight.
func (m *root) leapTo(noun string, stops []stop, n int) tea.Cmd {
	if !m.frame.Panes[layout.Text].Shown() {
		m.focus(layout.Text)
	}
	stops = slices.DeleteFunc(stops, func(s stop) bool { return m.text.Hides(s.span) })
	all := len(stops)
	stops = slices.DeleteFunc(stops, func(s stop) bool { return !s.left })
	another := map[bool]string{true: "))", false: "(("}[n > 0] + " goes to another"
	switch {
	case all == 0:
		return m.say("this document has no " + noun)
	case len(stops) == 0:
		return m.say(fmt.Sprintf("the filter “%s” leaves no %s here; %s document", m.page.Name(), noun, another))
	case len(stops) < all:
		noun += " that the filter leaves"
	}
	slices.SortStableFunc(stops, func(a, b stop) int {
		return cmp.Or(cmp.Compare(a.span.Start, b.span.Start), cmp.Compare(a.span.End, b.span.End))
	})
	was, k := m.stopBefore(stops, n)
	last := max(0, min(k, len(stops)-1))
	if last != k && (last == was || n == 1 || n == -1) {
		return m.say(fmt.Sprintf("this is the %s %s of the document; %s", map[bool]string{true: "last", false: "first"}[n > 0], noun, another))
	}
	m.text.Show(stops[last].span)
	return m.say(stops[last].says())
}

// stopBefore is the stop that is marked, or -1, and that which lies n on.
func (m *root) stopBefore(stops []stop, n int) (was, to int) {
	at, marked := m.text.Place().Span.Start, false
	if of := m.text.Marked(); len(of) > 0 && m.seen(of[0]) {
		if k := slices.IndexFunc(stops, func(s stop) bool { return s.span == of[0] }); k >= 0 {
			return k, k + n
		}
		at, marked = of[0].Start, true
	}
	k := slices.IndexFunc(stops, func(s stop) bool { return s.span.Start > at || s.span.Start == at && !marked })
	if k < 0 {
		k = len(stops)
	}
	if n > 0 {
		return -1, k + n - 1
	}
	for k > 0 && stops[k-1].span.Start >= at { // what stands where we are is not before it
		k--
	}
	return -1, k + n
}

// around is the n-th of so many things from here on, or back, around the end; first
// is the next one.
func around(first, n, of int) int {
	if n > 0 {
		n--
	}
	return ((first+n)%of + of) % of
}

// seen reports whether a passage is in sight, be it in the title.
func (m *root) seen(s text.Span) bool {
	return m.text.InSight(s) || m.text.Document().TitleSpan.Contains(s) && m.text.Place().Span.Start == 0
}

func (m *root) toQuote(n int) tea.Cmd {
	d := m.text.Document()
	var stops []stop
	v := m.viewed()
	first, of := m.x.QuotationsOf(d.ID)
	for i := range of {
		if q := &of[i]; v.Shows(q.Kind) {
			stops = append(stops, stop{q.Spans[0], m.page.Has(index.Quotations, first+i), func() string { return say.Speakers(m.x.Corpus, q) + m.says(say.Role(q)) }})
		}
	}
	return m.leapTo("quotation", stops, n)
}

// says adds words where there are any.
func (m *root) says(s string) string {
	if s == "" {
		return ""
	}
	return " · " + pane.OneLine(s)
}

// toNamed goes to where somebody is named: pronouns and the like would be every
// line.
func (m *root) toNamed(n int) tea.Cmd {
	d := m.text.Document()
	var stops []stop
	for _, x := range m.x.MentionsOf(d.ID) {
		if x.Form <= people.PartialName {
			stops = append(stops, stop{x.Span, m.page.HasName(d.ID, x.Person), func() string { return m.x.People[x.Person].Name + m.says(m.x.LatestRole(x.Person)) }})
		}
	}
	return m.leapTo("name", stops, n)
}

func (m *root) toHeading(n int) tea.Cmd {
	d := m.text.Document()
	var stops []stop
	numbers, of := m.text.Paragraphs()
	for i, b := range d.Blocks {
		if b.Kind == text.Heading && !d.IsTitle(b.Span) {
			stops = append(stops, stop{b.Span, true, func() string { return fmt.Sprintf("heading · ¶ %d of %d", numbers[i], of) }})
		}
	}
	return m.leapTo("heading", stops, n)
}

// toDate goes to what is underlined.
func (m *root) toDate(n int) tea.Cmd {
	d := m.text.Document()
	var stops []stop
	for _, t := range m.dates() {
		stops = append(stops, stop{t.Span, m.page.HasDate(d.ID, t.Interval), func() string { return say.Whole(t.Interval) + " · " + t.Basis }})
	}
	return m.leapTo("date", stops, n)
}

func (m *root) toTold(n int) tea.Cmd {
	d := m.text.Document()
	var stops []stop
	for _, i := range m.x.EventsOf(d.ID) {
		e, left := &m.x.Events[i], m.page.Has(index.Events, int(i))
		for _, r := range e.Sources {
			if r.Doc == d.ID && !slices.ContainsFunc(stops, func(s stop) bool { return s.span == r.Span && s.left == left }) {
				stops = append(stops, stop{r.Span, left, func() string { return say.Whole(e.Date) + " · " + pane.OneLine(e.Headline) }})
			}
		}
	}
	return m.leapTo("passage that tells of an event", stops, n)
}

// listedDocs are the documents that the filter leaves.
func (m *root) listedDocs() []text.DocID {
	if m.page != nil {
		return m.page.Docs
	}
	out := make([]text.DocID, len(m.x.Docs))
	for i := range out {
		out[i] = text.DocID(i)
	}
	return out
}

// toDocument goes n documents on in their list.
func (m *root) toDocument(n int) tea.Cmd {
	d := m.text.Document()
	docs := m.listedDocs()
	at, ok := slices.BinarySearch(docs, d.ID)
	k := at + n
	if !ok && n > 0 {
		k--
	}
	to := max(0, min(k, len(docs)-1))
	if len(docs) == 0 || docs[to] == d.ID || to != k && (n == 1 || n == -1) {
		return m.say("this is the " + map[bool]string{true: "last", false: "first"}[n > 0] + " document that is listed")
	}
	return m.enter(docs[to], fmt.Sprintf("document %s of %s", say.Number(to+1), say.Number(len(docs))))
}

// enter opens a document by a leap.
func (m *root) enter(id text.DocID, says string) tea.Cmd {
	m.show(id)
	if !m.frame.Panes[layout.Text].Shown() {
		m.focus(layout.Text)
	}
	return m.say(strings.Join([]string{says, m.x.Docs[id].Name, say.Published(m.x.Docs[id].Published)}, " · "))
}
