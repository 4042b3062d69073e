package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/dialog"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// help lists all keys, and what could not be read.
func (m *root) help() {
	var lines []dialog.Line
	for _, g := range m.keys.Groups() {
		lines = append(lines, dialog.Line{Text: g.Name, Head: true})
		for _, b := range g.Keys {
			lines = append(lines, dialog.Line{Label: b.Help().Key, Text: b.Help().Desc})
		}
	}
	lines = append(lines, mouseHelp()...)
	if m.x != nil && len(m.x.Problems) > 0 {
		lines = append(lines, dialog.Line{Text: "Not read", Head: true})
		for _, p := range m.x.Problems {
			lines = append(lines, dialog.Line{Text: p.Name + ": " + p.Reason})
		}
	}
	g := m.theme.Glyphs
	lines = append(lines, dialog.Line{Text: "Signs", Head: true},
		dialog.Line{Label: g.Said, Text: "words that are quoted, in the tint of who says them"},
		dialog.Line{Label: g.Event, Text: "a passage that tells of an event"},
		dialog.Line{Label: strings.Join([]string{g.Happened, g.Planned, g.Cancelled, g.Ongoing}, " "), Text: "happened, planned, cancelled, going on"},
		dialog.Line{Label: g.Here, Text: "beside an event: the open document tells of it"},
		dialog.Line{Label: "?", Text: "behind a speaker: taken from the context; behind a date: the year is not known"},
		dialog.Line{Label: "~", Text: "before a date: about, or not certain"},
		dialog.Line{Label: "!", Text: "behind a date: the text tells something against it"},
		dialog.Line{Label: g.Read, Text: "under a document: its end was seen while you read in it"},
		dialog.Line{Label: "a", Text: "a letter beside the text: a mark; ' and the letter goes there"},
		dialog.Line{Label: g.Otherwise, Text: "told otherwise elsewhere: w shows the versions side by side"},
		dialog.Line{Label: "×4", Text: "told by four documents; of a quotation: stands in four"},
		dialog.Line{Label: g.Bars[0] + g.Bars[3] + g.Bars[7], Text: "over the chronology: how much happened, from the first date to the last; " + g.Fold + " leaves out empty years"})
	m.lay("Keys", lines)
}

// mouseHelp lists what the mouse does.
func mouseHelp() []dialog.Line {
	return []dialog.Line{
		{Text: "Mouse", Head: true},
		{Label: "wheel", Text: "scrolls what is under it"},
		{Label: "click", Text: "selects; chips, tabs, titles and keys that are shown do what they say"},
		{Label: "two clicks", Text: "go there; in the text they select a word, three a paragraph"},
		{Label: "drag", Text: "in the text selects and copies; moves a border, which two clicks put back"},
	}
}

// copy puts the selected quotation or event on the clipboard with where it stands.
func (m *root) copy() tea.Cmd {
	s := ""
	switch m.prefs.Focus {
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			s = fmt.Sprintf("“%s”\n— %s, %s", m.x.Said(q), say.Speakers(m.x.Corpus, q), m.cite(q.Ref()))
		}
	case layout.Events:
		if e := m.events.Current(); e != nil {
			s = fmt.Sprintf("%s: %s (%s)", when.Say(e.Date), e.Headline, m.cite(m.events.Passage()))
		}
	case layout.Found:
		if r := m.found.Passage(); r.Doc != text.NoDoc {
			s = m.cite(r)
			if !r.Span.Empty() {
				s = fmt.Sprintf("“%s” (%s)", m.around(r), s)
			}
		}
	case layout.People:
		if i := m.people.Person(); i >= 0 {
			s = strings.Join(m.card(i), "\n")
		}
	default:
		if s = m.quoted(); s != "" {
			break
		}
		if d := m.text.Document(); d != nil {
			s = m.cite(text.Ref{Doc: d.ID})
		}
	}
	if s == "" {
		return m.say("there is nothing here to copy")
	}
	return tea.Batch(m.clipboard.put(s), m.say("copied with its source"))
}

// cite names a place: title, source, date, file and bytes.
func (m *root) cite(r text.Ref) string {
	d := m.x.Docs[r.Doc]
	parts := []string{"“" + pane.OneLine(d.Title) + "”"}
	if d.Source != "" {
		parts = append(parts, d.Source)
	}
	parts = append(parts, say.Published(d.Published), d.Name)
	if d.URL != "" {
		parts = append(parts, d.URL)
	}
	if !r.Span.Empty() {
		parts = append(parts, fmt.Sprintf("bytes %d–%d", r.Span.Start, r.Span.End))
	}
	return strings.Join(parts, ", ")
}
