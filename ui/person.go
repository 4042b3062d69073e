package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/people"
	"onrecord/ui/say"
)

// person goes from what the cursor is on to the person behind it: the speaker of
// a quotation, whom an event tells of first; in the text, who is meant.
func (m *root) person() tea.Cmd {
	if m.x == nil {
		return nil
	}
	who := -1
	switch m.prefs.Focus {
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil && len(q.Speakers) > 0 {
			who = m.x.Speaker(q, 0)
		}
	case layout.Events:
		if e := m.events.Current(); e != nil && len(e.People) > 0 {
			who = e.People[0]
		}
	case layout.People:
		who = m.people.Person()
	default:
		return m.meant()
	}
	if who < 0 {
		return m.say("nobody of the list of people is known here")
	}
	return m.up(pane.Person{Index: who})
}

// whoIs is all that is known of a person, for a sheet.
func (m *root) whoIs(person int) []dialog.Line {
	p := &m.x.People[person]
	lines := []dialog.Line{
		{Label: "kind", Text: p.Kind.String()},
		{Label: "said", Text: say.Plural(m.x.PartOf(nil, person, m.indirect).Said, "quotation")},
	}
	if left := people.Left(m.x, m.viewed(), person); left != "" {
		lines = append(lines, dialog.Line{Label: "filter leaves", Text: left})
	}
	if len(p.Mentions) > 0 {
		lines = slices.Insert(lines, 0, m.named(dialog.Line{Label: "named first"}, p.Mentions[0]))
	}
	if merges := people.Merges(p); len(merges) > 0 {
		lines = append(lines, dialog.Line{Text: "Also called, and why it is the same", Head: true})
		for _, g := range merges {
			lines = append(lines, dialog.Line{Label: g.Alias, Text: g.Evidence})
			if !g.Ref.Span.Empty() {
				lines = append(lines, m.named(dialog.Line{Label: "where"}, g.Ref))
			}
		}
	}
	if roles := m.x.RolesOf(person); len(roles) > 0 {
		lines = append(lines, dialog.Line{Text: "Roles, by the date of the document", Head: true})
		for _, r := range roles {
			d := m.x.Docs[r.Ref.Doc]
			lines = append(lines, dialog.Line{Label: say.Published(d.Published), Text: fmt.Sprintf("%s (%s)", pane.OneLine(r.Text), d.Name), Place: pane.Open{Ref: r.Ref}})
		}
	}
	lines = append(lines, dialog.Line{Text: "Named in", Head: true})
	last := text.NoDoc
	for _, r := range p.Mentions {
		if r.Doc != last {
			last = r.Doc
			lines = append(lines, m.named(dialog.Line{Label: index.Short(m.x.Docs[r.Doc].Name)}, r))
		}
	}
	return lines
}

// card is a person in a few lines, to be copied.
func (m *root) card(person int) []string {
	p := &m.x.People[person]
	out := []string{p.Name}
	if len(p.Aliases) > 0 {
		out = append(out, "also called "+strings.Join(p.Aliases, ", "))
	}
	for _, r := range m.x.RolesOf(person) {
		out = append(out, fmt.Sprintf("%s (%s)", pane.OneLine(r.Text), m.cite(r.Ref)))
	}
	return append(out, "named in "+strings.Join(people.Places(m.x, nil, p), ", "))
}

// named fills a line with a place that names somebody, which it leads to.
func (m *root) named(l dialog.Line, r text.Ref) dialog.Line {
	l.Text, l.Place = m.around(r), pane.Open{Ref: r}
	return l
}

// surroundings is how many bytes of the text are shown on either side of a name.
const surroundings = 70

// around is a passage with some words before and behind it.
func (m *root) around(r text.Ref) string {
	d := m.x.Doc(r.Doc)
	if d == nil || r.Span.Empty() {
		return ""
	}
	lo, hi := 0, len(d.Text)
	for _, b := range d.Blocks { // a name stands in one block; its neighbours are other matter
		if b.Span.Start <= r.Span.Start && r.Span.End <= b.Span.End {
			lo, hi = int(b.Span.Start), int(b.Span.End)
		}
	}
	before, behind := d.Text[lo:r.Span.Start], d.Text[r.Span.End:hi]
	if len(before) > surroundings {
		before = before[len(before)-surroundings:]
		before = m.theme.Ellipsis + " " + before[strings.IndexByte(before, ' ')+1:]
	}
	if len(behind) > surroundings {
		behind = behind[:surroundings]
		behind = behind[:max(strings.LastIndexByte(behind, ' '), 0)] + " " + m.theme.Ellipsis
	}
	return pane.OneLine(strings.ToValidUTF8(before, "") + d.Text[r.Span.Start:r.Span.End] + strings.ToValidUTF8(behind, ""))
}
