package ui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/pane"
)

// meaning is what was explained last of the text. The text has no cursor: the first
// press takes the first in sight, and each further one the next.
type meaning struct {
	at   text.Ref     // goes on from here, as long as it is in sight
	seen []text.Span  // what was in sight when the sheet was opened; nil when none is open
	next *key.Binding // the key that goes on while the sheet is open
	tell telling
}

// telling explains a passage by the snapshot there is when it is asked: a newer one
// may know of more people, and take words to mean another. Without lines it knows
// nothing of the passage any more.
type telling func(text.Span) (title string, lines []dialog.Line)

// explain opens a sheet about one of the passages in sight: that which is marked
// or, where it was explained already, the one behind it.
func (m *root) explain(seen []text.Span, next *key.Binding, tell telling) {
	d := m.text.Document()
	k := 0
	if m.meaning.at.Doc == d.ID {
		if now := slices.Index(seen, m.meaning.at.Span); now >= 0 {
			k = (now + 1) % len(seen)
		}
	}
	if marked := m.text.Marked(); len(marked) == 1 && marked[0] != m.meaning.at.Span {
		k = max(slices.Index(seen, marked[0]), k)
	}
	m.meaning = meaning{seen: seen, next: next, tell: tell}
	m.tell(k)
}

// nextMeaning goes on to the next of what was in sight.
func (m *root) nextMeaning() tea.Cmd {
	m.tell((slices.Index(m.meaning.seen, m.meaning.at.Span) + 1) % len(m.meaning.seen))
	return nil
}

// tell explains passage k of those in sight or, where nothing is known of it, the
// next.
func (m *root) tell(k int) {
	g := &m.meaning
	title, lines := g.tell(g.seen[k])
	for range g.seen {
		if len(lines) > 0 {
			break
		}
		k = (k + 1) % len(g.seen)
		title, lines = g.tell(g.seen[k])
	}
	if len(lines) == 0 {
		return
	}
	g.at = text.Ref{Doc: m.docOfSheet(), Span: g.seen[k]}
	if n := len(g.seen); n > 1 {
		title = fmt.Sprintf("%s %s %d of %d in sight, %s goes on", title, m.theme.Rule, k+1, n, g.next.Help().Key)
	}
	lines[0].Place = pane.Open{Ref: g.at}
	m.lay(title, lines)
}

// docOfSheet is the document whose text is explained: a preview may have led to
// another.
func (m *root) docOfSheet() text.DocID {
	if m.sheet != nil {
		return m.origin.place.ref.Doc
	}
	return m.text.Document().ID
}

// meant explains the next pronoun, short name or noun in sight that is taken to
// mean somebody.
func (m *root) meant() tea.Cmd {
	d := m.text.Document()
	if m.x == nil || d == nil {
		return nil
	}
	var seen []text.Span
	for _, x := range m.x.MentionsOf(d.ID) {
		if x.Form != people.FullName && m.text.InSight(x.Span) {
			seen = append(seen, x.Span)
		}
	}
	if len(seen) == 0 {
		return m.say("no pronoun or short name in sight is taken to mean somebody")
	}
	m.explain(seen, &m.keys.Person, func(s text.Span) (string, []dialog.Line) {
		all := m.x.MentionsOf(d.ID)
		i := slices.IndexFunc(all, func(x model.Mention) bool { return x.Span == s })
		if i < 0 {
			return "", nil
		}
		return "Who is meant", m.whoIsMeant(d, all, i)
	})
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
	before := lastNamed(all[:i], x.Person)
	switch x.Form {
	case people.Pronoun:
		lines = append(lines, dialog.Line{Label: "because", Text: "a pronoun goes to the first person named in its sentence or, when there is none, in the nearest sentence before it, whose gender does not speak against it"})
	case people.Nominal:
		lines = append(lines, dialog.Line{Label: "because", Text: "the last one named before it of that kind, or with that word in their role, is meant"})
	default:
		lines = append(lines, dialog.Line{Label: "because", Text: whyPart(p, words, before >= 0)})
	}
	if before >= 0 {
		lines = append(lines, m.named(dialog.Line{Label: "named before"}, text.Ref{Doc: d.ID, Span: all[before].Span}))
	}
	if x.Form == people.Pronoun {
		if between := m.between(all, before, i); between != "" {
			lines = append(lines, dialog.Line{Label: "could be", Text: between + ", named in between: check it"})
		}
	}
	return lines
}

// lastNamed returns the last of the mentions that gives a name of the person, or -1.
func lastNamed(of []model.Mention, person int) int {
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
