package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/infer"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/dialog"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// why explains the date of the event, or the speaker of the quotation, that the
// cursor is on; in the text and the documents, the date of the document.
func (m *root) why() tea.Cmd {
	switch m.prefs.Focus {
	case layout.Quotes:
		if i := m.quotes.At(); i >= 0 {
			m.lay("Why this speaker", m.whySpeaker(i))
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
			m.lay("Why this date of publication", m.whyDate(d.Published, d.Published.Evidence))
			return nil
		}
	}
	return m.say("there is nothing here to explain")
}

func (m *root) whySpeaker(i int) []dialog.Line {
	q := &m.x.Quotations[i]
	d := m.x.Docs[q.Doc]
	lines := []dialog.Line{{Text: "“" + pane.Cut(pane.OneLine(m.x.Said(q)), 200, m.theme.Ellipsis) + "”", Place: pane.Open{Ref: text.Ref{Doc: q.Doc, Span: q.Spans[0]}}}}
	if len(q.Speakers) == 0 {
		lines = append(lines, dialog.Line{}, dialog.Line{Label: "speaker", Text: "not known: the text names nobody who says these words"})
	}
	for k, s := range q.Speakers {
		lines = append(lines, dialog.Line{}, dialog.Line{Label: "speaker", Text: m.x.SpeakerName(q, k)})
		if w := pane.OneLine(s.Mention.Of(d.Text)); w != "" {
			lines = append(lines, dialog.Line{Label: "named here as", Text: "“" + w + "”", Place: pane.Open{Ref: text.Ref{Doc: q.Doc, Span: s.Mention}}})
		}
		if s.Role != "" {
			lines = append(lines, dialog.Line{Label: "role given here", Text: pane.OneLine(s.Role)})
		}
		if s.Why != "" {
			lines = append(lines, dialog.Line{Label: "inferred", Text: s.Why})
		}
		if p := m.x.Speaker(q, k); p >= 0 {
			for _, g := range m.x.People[p].Merges {
				lines = append(lines, dialog.Line{Label: "same as", Text: g.Alias + ": " + g.Evidence, Place: pane.Open{Ref: g.Ref}})
			}
		}
	}
	if w := pane.OneLine(q.Cue.Of(d.Text)); w != "" {
		lines = append(lines, dialog.Line{Label: "cue", Text: "“" + w + "”", Place: pane.Open{Ref: text.Ref{Doc: q.Doc, Span: q.Cue}}})
	}
	lines = append(lines, dialog.Line{Label: "kind", Text: q.Kind.String()}, dialog.Line{Label: "stands in", Text: d.Name})
	for _, k := range m.x.Also(i) {
		lines = append(lines, dialog.Line{Label: "also in", Text: m.x.Docs[m.x.Quotations[k].Doc].Name, Place: pane.Open{Ref: m.x.Quotations[k].Ref()}})
	}
	return lines
}

// whyEvent is the chain that an event's date and status rest on: the date, what
// speaks for it and against it, the versions, and every passage that tells of it.
func (m *root) whyEvent(e *model.Event) []dialog.Line {
	lines := []dialog.Line{{Text: e.Headline, Place: pane.Open{Ref: m.events.Passage()}}, {}, {Label: "status", Text: say.StatusWord(e.Status)}}
	lines = append(lines, m.whyDate(e.Date, e.Date.Evidence)...)
	if len(e.Versions) == 0 {
		return append(lines, m.toldIn("told in", e.Sources)...)
	}
	lines = append(lines, dialog.Line{Text: fmt.Sprintf("Told in %d ways", len(e.Versions)+1), Head: true})
	main := infer.Version{Date: e.Date, Status: e.Status, Sources: agreeing(e)}
	for i, v := range append([]infer.Version{main}, e.Versions...) {
		if i > 0 {
			lines = append(lines, dialog.Line{})
		}
		lines = append(lines, m.version(v)...)
	}
	return lines
}

// agreeing are the passages of an event that tell it as it is listed.
func agreeing(e *model.Event) []text.Ref {
	otherwise := func(r text.Ref) bool {
		return slices.ContainsFunc(e.Versions, func(v infer.Version) bool { return slices.Contains(v.Sources, r) })
	}
	return slices.DeleteFunc(slices.Clone(e.Sources), otherwise)
}

// version is what some tellings say, and which.
func (m *root) version(v infer.Version) []dialog.Line {
	says := say.Whole(v.Date) + ", " + say.StatusWord(v.Status)
	if v.Says != "" {
		says = "“" + pane.OneLine(v.Says) + "”: " + says
	}
	return append([]dialog.Line{{Label: say.Plural(m.docsOf(v.Sources), "document"), Text: says}}, m.toldIn("told in", v.Sources)...)
}

func (m *root) docsOf(refs []text.Ref) int {
	docs := map[text.DocID]bool{}
	for _, r := range refs {
		docs[r.Doc] = true
	}
	return len(docs)
}

// whyDate tells what a date rests on, what speaks against it and what else it could
// be, each with the passage that bears it out. chain is what it rests on.
func (m *root) whyDate(iv when.Interval, chain []when.Reason) []dialog.Line {
	clock := ""
	if c := say.Clock(iv); c != "" {
		clock = ", " + c
	}
	certain := " (certain)"
	switch {
	case !iv.From.Known() && !iv.To.Known():
		certain = "" // what is not known need not be called uncertain
	case !iv.Certain:
		certain = " (not certain)"
	}
	lines := []dialog.Line{{Label: "date", Text: when.Say(iv) + clock + certain}}
	if iv.Basis != "" {
		lines = append(lines, dialog.Line{Label: "because", Text: iv.Basis})
	}
	if iv.Conflict() != "" {
		lines = append(lines, dialog.Line{Label: "against it !", Text: iv.Conflict()})
	}
	for _, c := range iv.Candidates() {
		s := when.Say(when.Interval{From: c.From, To: c.To})
		if c.Reason != "" {
			s += ": " + c.Reason
		}
		lines = append(lines, dialog.Line{Label: "could be", Text: s})
	}
	for _, r := range chain {
		if w := m.reason(r); w != "" {
			lines = append(lines, dialog.Line{Label: "rests on", Text: w, Place: pane.Open{Ref: r.Ref}})
		}
	}
	return lines
}

// reason is a link of the chain with the words that bear it out, where it does not
// say them itself.
func (m *root) reason(r when.Reason) string {
	words := pane.OneLine(m.x.Words(r.Ref))
	switch {
	case words == "":
		return r.Say
	case r.Say == "":
		return m.quoteRef(r.Ref)
	case strings.Contains(r.Say, words):
		return r.Say + " " + m.theme.Rule + " " + index.Short(m.x.Docs[r.Ref.Doc].Name)
	}
	return r.Say + " " + m.theme.Rule + " " + m.quoteRef(r.Ref)
}

// toldIn is passages, each of which a line leads to.
func (m *root) toldIn(label string, refs []text.Ref) []dialog.Line {
	var lines []dialog.Line
	for _, r := range refs {
		if w := m.quoteRef(r); w != "" {
			lines = append(lines, dialog.Line{Label: label, Text: w, Place: pane.Open{Ref: r}})
		}
	}
	return lines
}

// quoteRef is a passage with the short name of its document.
func (m *root) quoteRef(r text.Ref) string {
	w := pane.OneLine(m.x.Words(r))
	if w == "" {
		return ""
	}
	return index.Short(m.x.Docs[r.Doc].Name) + ": " + say.Quoted(pane.Cut(w, 160, m.theme.Ellipsis))
}
