package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/pane"
)

// meaning is the place whose meaning was asked for last: the next press goes on
// from there as long as it is in sight, since the text has no cursor.
type meaning struct {
	at   text.Ref
	open bool // its sheet lies over the screen
}

// meant explains the next pronoun, short name or noun in sight that is taken to
// mean somebody.
func (m *root) meant() tea.Cmd {
	d := m.text.Document()
	if m.x == nil || d == nil {
		return nil
	}
	all := m.x.MentionsOf(d.ID)
	var seen []int // those of all that are in sight and stand for a name
	for i, x := range all {
		if x.Form != people.FullName && m.text.InSight(x.Span) {
			seen = append(seen, i)
		}
	}
	if len(seen) == 0 {
		m.sheet, m.meaning = nil, meaning{}
		return m.say("no pronoun or short name in sight is taken to mean somebody")
	}
	k := 0
	if m.meaning.at.Doc == d.ID {
		if now := slices.IndexFunc(seen, func(i int) bool { return all[i].Span == m.meaning.at.Span }); now >= 0 {
			k = (now + 1) % len(seen)
		}
	}
	x := all[seen[k]]
	m.meaning = meaning{text.Ref{Doc: d.ID, Span: x.Span}, true}
	m.text.Mark(x.Span)
	title := "Who is meant"
	if len(seen) > 1 {
		title = fmt.Sprintf("Who is meant %s %d of %d in sight, %s goes on", m.theme.Rule, k+1, len(seen), m.keys.Person.Help().Key)
	}
	m.lay(title, m.whoIsMeant(d, all, seen[k]))
	return nil
}

// whoIsMeant tells whom mention i of a document is taken to mean, and why: by the
// rules that model/people binds names with.
func (m *root) whoIsMeant(d *model.Document, all []model.Mention, i int) []dialog.Line {
	x := all[i]
	p := &m.x.People[x.Person]
	words := pane.OneLine(x.Span.Of(d.Text))
	lines := []dialog.Line{
		{Text: m.around(text.Ref{Doc: d.ID, Span: x.Span})},
		{},
		{Label: "words", Text: "“" + words + "”, " + [...]string{"a name", "part of a name", "a noun for somebody named", "a pronoun"}[x.Form]},
		{Label: "taken to mean", Text: p.Name},
	}
	if r := m.x.LatestRole(x.Person); r != "" {
		lines = append(lines, dialog.Line{Label: "who is", Text: pane.OneLine(r)})
	}
	before := named(all[:i], x.Person)
	switch x.Form {
	case people.Pronoun:
		lines = append(lines, dialog.Line{Label: "because", Text: "a pronoun goes to the first person named in its sentence or, when there is none, in the nearest sentence before it, whose gender does not speak against it"})
	case people.Nominal:
		lines = append(lines, dialog.Line{Label: "because", Text: "the last one named before it of that kind, or with that word in their role, is meant"})
	default:
		lines = append(lines, dialog.Line{Label: "because", Text: whyPart(p, words, before >= 0)})
	}
	if before >= 0 {
		lines = append(lines, dialog.Line{Label: "named before", Text: m.around(text.Ref{Doc: d.ID, Span: all[before].Span})})
	}
	if x.Form == people.Pronoun {
		if between := m.between(all, before, i); between != "" {
			lines = append(lines, dialog.Line{Label: "could be", Text: between + ", named in between: check it"})
		}
	}
	return lines
}

// named returns the last of the mentions that gives a name of the person, or -1.
func named(of []model.Mention, person int) int {
	for i := len(of) - 1; i >= 0; i-- {
		if of[i].Person == person && of[i].Form <= people.PartialName {
			return i
		}
	}
	return -1
}

// whyPart tells why part of a name stands for a person.
func whyPart(p *model.Person, words string, before bool) string {
	for _, g := range p.Merges {
		if g.Alias == words || strings.HasSuffix(words, " "+g.Alias) || strings.HasSuffix(g.Alias, " "+words) {
			return g.Evidence
		}
	}
	if before {
		return "the document gives the fuller name before, and names nobody else so"
	}
	return "the corpus knows nobody else of this name"
}

// between lists the other persons that are named between two mentions.
func (m *root) between(all []model.Mention, from, to int) string {
	var out []string
	for _, x := range all[max(from, 0):to] {
		p := &m.x.People[x.Person]
		if x.Person != all[to].Person && p.Kind == people.Person && x.Form <= people.PartialName && !slices.Contains(out, p.Name) {
			out = append(out, p.Name)
		}
	}
	return strings.Join(out, ", ")
}
