package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/dialog"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

func (m *root) lay(title string, lines []dialog.Line) {
	m.sheet = dialog.New(m.keys, m.theme, title, lines)
	m.sheet.SetSize(m.width, m.height)
}

// help lists all keys, and what could not be read.
func (m *root) help() {
	var lines []dialog.Line
	for _, g := range m.keys.Groups() {
		lines = append(lines, dialog.Line{Text: g.Name, Head: true})
		for _, b := range g.Keys {
			lines = append(lines, dialog.Line{Label: b.Help().Key, Text: b.Help().Desc})
		}
	}
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
		dialog.Line{Label: "?", Text: "behind a speaker: taken from the context"},
		dialog.Line{Label: "~", Text: "before a date: about, or not certain"},
		dialog.Line{Label: "×4", Text: "told by four documents; of a quotation: stands in four"})
	m.lay("Keys", lines)
}

// why explains the date of the event, or the speaker of the quotation, that the
// cursor is on; in the text and the documents, the date of the document.
func (m *root) why() tea.Cmd {
	switch m.prefs.Focus {
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			m.lay("Why this speaker", m.whySpeaker(q))
			return nil
		}
	case layout.Events:
		if e := m.events.Current(); e != nil {
			m.lay("Why this date", m.whyEvent(e))
			return nil
		}
	case layout.People:
		if i := m.people.Person(); i >= 0 {
			m.lay(m.x.People[i].Name, m.whoIs(i))
			return nil
		}
	default:
		if d := m.text.Document(); d != nil {
			m.lay("Why this date of publication", m.whyDate(d.Published, nil))
			return nil
		}
	}
	return m.say("there is nothing here to explain")
}

func (m *root) whySpeaker(q *model.Quotation) []dialog.Line {
	d := m.x.Docs[q.Doc]
	lines := []dialog.Line{{Text: "“" + pane.Cut(pane.OneLine(m.x.Said(q)), 200, m.theme.Ellipsis) + "”"}}
	if len(q.Speakers) == 0 {
		lines = append(lines, dialog.Line{}, dialog.Line{Label: "speaker", Text: "not known: the text names nobody who says these words"})
	}
	for i, s := range q.Speakers {
		lines = append(lines, dialog.Line{}, dialog.Line{Label: "speaker", Text: s.Name})
		if w := pane.OneLine(s.Mention.Of(d.Text)); w != "" {
			lines = append(lines, dialog.Line{Label: "named here as", Text: "“" + w + "”"})
		}
		if s.Role != "" {
			lines = append(lines, dialog.Line{Label: "role given here", Text: pane.OneLine(s.Role)})
		}
		if s.Why != "" {
			lines = append(lines, dialog.Line{Label: "inferred", Text: s.Why})
		}
		if i < len(q.People) && q.People[i] >= 0 {
			for _, g := range m.x.People[q.People[i]].Merges {
				lines = append(lines, dialog.Line{Label: "same as", Text: g.Alias + ": " + g.Evidence})
			}
		}
	}
	if w := pane.OneLine(q.Cue.Of(d.Text)); w != "" {
		lines = append(lines, dialog.Line{Label: "cue", Text: "“" + w + "”"})
	}
	lines = append(lines, dialog.Line{Label: "kind", Text: q.Kind.String()}, dialog.Line{Label: "stands in", Text: d.Name})
	for _, k := range q.Also {
		lines = append(lines, dialog.Line{Label: "also in", Text: m.x.Docs[m.x.Quotations[k].Doc].Name})
	}
	return lines
}

func (m *root) whyEvent(e *model.Event) []dialog.Line {
	lines := []dialog.Line{{Text: e.Headline}, {}, {Label: "status", Text: e.Status.String()}}
	lines = append(lines, m.whyDate(e.Date, e.Sources)...)
	return lines
}

// whyDate tells what a date rests on, and what else it could be.
func (m *root) whyDate(iv when.Interval, sources []text.Ref) []dialog.Line {
	clock := ""
	if c := say.Clock(iv); c != "" {
		clock = ", " + c
	}
	certain := "certain"
	if !iv.Certain {
		certain = "not certain"
	}
	lines := []dialog.Line{{Label: "date", Text: fmt.Sprintf("%s%s (%s)", when.Say(iv), clock, certain)}, {Label: "because", Text: iv.Basis}}
	for _, c := range iv.Candidates {
		lines = append(lines, dialog.Line{Label: "could be", Text: when.Say(when.Interval{From: c.From, To: c.To})})
	}
	for _, r := range iv.Evidence {
		if w := m.quoteRef(r.Ref); w != "" {
			lines = append(lines, dialog.Line{Label: "evidence", Text: w})
		}
	}
	for _, r := range sources {
		if w := m.quoteRef(r); w != "" {
			lines = append(lines, dialog.Line{Label: "told in", Text: w})
		}
	}
	return lines
}

// quoteRef is a passage with the name of its document.
func (m *root) quoteRef(r text.Ref) string {
	w := pane.OneLine(m.x.Words(r))
	if w == "" {
		return ""
	}
	return m.x.Docs[r.Doc].Name + ": “" + pane.Cut(w, 160, m.theme.Ellipsis) + "”"
}

// copy puts the selected quotation or event on the clipboard with where it stands.
func (m *root) copy() tea.Cmd {
	s := ""
	switch m.prefs.Focus {
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			s = fmt.Sprintf("“%s”\n— %s, %s", m.x.Said(q), say.Speakers(q), m.cite(q.Ref()))
		}
	case layout.Events:
		if e := m.events.Current(); e != nil {
			s = fmt.Sprintf("%s: %s (%s)", when.Say(e.Date), e.Headline, m.cite(m.events.Passage()))
		}
	case layout.People:
		if i := m.people.Person(); i >= 0 {
			s = strings.Join(m.card(i), "\n")
		}
	default:
		if d := m.text.Document(); d != nil {
			s = m.cite(text.Ref{Doc: d.ID})
		}
	}
	if s == "" {
		return m.say("there is nothing here to copy")
	}
	return tea.Batch(tea.SetClipboard(s), m.say("copied with its source"))
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
