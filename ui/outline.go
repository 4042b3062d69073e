package ui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// entry is a line of the outline: a heading, or what one speaker says in a row.
type entry struct {
	span    text.Span
	heading bool
	label   string
	words   string
	said    int // quotations of the turn, or under the heading
}

// outline opens what a document is made of as a drawer: its headings, and between
// them who says how much in a row; of one that has neither, how each paragraph
// begins. The cursor begins where the reader is.
func (m *root) outline() tea.Cmd {
	d := m.text.Document()
	if m.x == nil || d == nil {
		return nil
	}
	entries := m.outlineOf(d)
	if len(entries) == 0 {
		return m.say("this document has no text to outline")
	}
	here, at := m.text.First().Start, 0
	if of := m.text.Marked(); len(of) > 0 && m.seen(of[0]) {
		here = of[0].Start
	}
	var lines []dialog.Line
	headings, said := 0, 0
	for i, e := range entries {
		if e.span.Start <= here {
			at = i
		}
		l := dialog.Line{Label: e.label, Text: e.words, Bold: e.heading, One: true, Place: pane.Open{Ref: text.Ref{Doc: d.ID, Span: e.span}}}
		switch {
		case e.heading:
			headings++
			if e.said > 0 {
				l.Text += fmt.Sprintf(" %s %d said", m.theme.Rule, e.said)
			}
		default:
			said += e.said
			if e.said > 1 {
				l.Text = fmt.Sprintf("×%d %s", e.said, e.words)
			}
		}
		lines = append(lines, l)
	}
	var parts []string
	if headings > 0 {
		parts = append(parts, say.Plural(headings, "heading"))
	}
	if said > 0 {
		parts = append(parts, say.Plural(said, "quotation"))
	}
	s := dialog.New(m.keys, m.theme, strings.Join(append([]string{"Outline"}, parts...), " "+m.theme.Rule+" "), lines)
	s.Start(at)
	m.raise(s)
	return nil
}

// outlineOf lists the entries of a document in the order of its text.
func (m *root) outlineOf(d *model.Document) []entry {
	var out []entry
	_, quotes := m.x.QuotationsOf(d.ID)
	under, turn := -1, -1 // the heading and the turn that what comes belongs to
	k := 0
	add := func(q *model.Quotation) {
		who := say.Speakers(m.x.Corpus, q)
		if under >= 0 {
			out[under].said++
		}
		if turn >= 0 && out[turn].label == who {
			out[turn].said++
			return
		}
		turn = len(out)
		kind := ""
		if q.Kind == quote.Statement {
			kind = "statement: "
		}
		out = append(out, entry{span: q.Spans[0], label: who, words: kind + "“" + begin(q.Spans[0].Of(d.Text)) + "”", said: 1})
	}
	upTo := func(end int) {
		for ; k < len(quotes) && int(quotes[k].Spans[0].Start) < end; k++ {
			if q := &quotes[k]; (q.Kind != quote.Indirect || m.indirect) && !m.text.Hides(q.Spans[0]) {
				add(q)
			}
		}
	}
	for _, b := range d.Blocks {
		if b.Kind != text.Heading || d.IsTitle(b.Span) || m.text.Hides(b.Span) {
			continue
		}
		upTo(int(b.Span.Start))
		under, turn = len(out), -1
		out = append(out, entry{span: b.Span, heading: true, words: begin(b.Span.Of(d.Text))})
	}
	upTo(len(d.Text) + 1)
	if len(out) > 0 {
		return out
	}
	numbers, _ := m.text.Paragraphs()
	for i, b := range d.Blocks {
		if !b.Kind.Quiet() && numbers[i] > 0 {
			out = append(out, entry{span: b.Span, label: fmt.Sprintf("¶ %d", numbers[i]), words: begin(b.Span.Of(d.Text))})
		}
	}
	return out
}

// begin is the beginning of a passage, more than a row can show.
func begin(s string) string {
	const most = 300 // bytes
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most], "")
	}
	return pane.OneLine(s)
}
