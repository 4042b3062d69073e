// Package people is the pane that lists the persons and organisations of the
// corpus: how much each said, where each is named, and who each is said to be.
package people

import (
	"maps"
	"slices"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// People is the pane.
type People struct {
	pane.ListPane
	theme  *theme.Theme
	x      *index.Index
	view   index.View
	byName bool
	listed []int32 // who is listed, in order; nil for all as the corpus has them
	// emptied says which filter left nobody, "" where somebody is left.
	emptied string

	cached detail // the lines under the cursor, which are asked for many times a frame
}

// detail is the detail of one person as it was set last.
type detail struct {
	of    shownFor
	lines []string
}

// shownFor is all that the detail of a person depends on.
type shownFor struct {
	x             *index.Index
	page          *index.Page
	reported      bool
	person, width int
	counted       ansi.Method // how cells were counted
}

// New returns the pane without people.
func New(keys keymap.Map, t *theme.Theme) *People {
	p := &People{theme: t, view: index.View{Open: text.NoDoc}}
	p.Keys = keys
	p.Count = func() int {
		if p.x == nil {
			return 0
		}
		if p.listed != nil {
			return len(p.listed)
		}
		return len(p.x.People)
	}
	p.Height = p.height
	p.Render = p.item
	p.Selected = p.selected
	p.Empty = func(width int) []string {
		return pane.Note(p.theme.Quiet.Render, p.none(), width)
	}
	return p
}

// SetTheme changes the styles.
func (p *People) SetTheme(t *theme.Theme) { p.theme = t }

// Update handles the key of the order, and what every list does.
func (p *People) Update(msg tea.Msg) (up tea.Msg) {
	if k, ok := msg.(tea.KeyPressMsg); ok && key.Matches(k, p.Keys.Order) {
		was := p.Person()
		p.byName = !p.byName
		p.order()
		p.GoTo(was)
		return nil
	}
	return p.ListPane.Update(msg)
}

// Set shows a snapshot. The cursor stays on its person, and comes back to one whom a
// filter left out; at the top it stays there while people come.
func (p *People) Set(x *index.Index, v index.View) {
	old, top := p.view, p.Cursor == 0 && v.Page == p.view.Page
	p.view = v
	if x == p.x && v.Page == old.Page && v.Indirect == old.Indirect {
		return
	}
	was := p.Home(int32(p.Person()))
	if was >= 0 && x != p.x {
		q := &p.x.People[was]
		was = int32(x.PersonNamed(q.Kind, q.Name))
	}
	p.x = x
	p.order()
	if top && !p.Picked() {
		p.MoveTo(0)
		return
	}
	at := p.row(int(was))
	p.Place(max(at, 0), was, at >= 0)
}

// none says why nobody is listed.
func (p *People) none() string {
	if p.emptied == "" {
		return "No document names anybody yet."
	}
	return p.emptied
}

// order lists the people that a filter leaves, by name or by how much is left of what
// they said. Without a filter the corpus has that order.
func (p *People) order() {
	p.emptied = ""
	if p.x == nil {
		return
	}
	some := p.some()
	if some != nil && len(some) == 0 {
		p.emptied = p.emptiedBy()
	}
	switch {
	case p.byName && some == nil:
		some = p.x.ByName()
	case p.byName:
		named := make(map[int32]bool, len(some))
		for _, i := range some {
			named[i] = true
		}
		some = slices.DeleteFunc(slices.Clone(p.x.ByName()), func(i int32) bool { return !named[i] })
	case p.view.Page != nil || p.view.Indirect:
		if some = slices.Clone(some); some == nil {
			some = index.First(len(p.x.People))
		}
		slices.SortStableFunc(some, func(a, b int32) int { return p.part(int(b)).Said - p.part(int(a)).Said })
	}
	p.listed = some
}

// some are the people that a filter leaves, nil where it leaves all.
func (p *People) some() []int32 {
	if p.view.Page == nil {
		return nil
	}
	return p.view.Page.People
}

// emptiedBy says which filter left nobody.
func (p *People) emptiedBy() string {
	naming := map[int32]bool{}
	for i := range p.x.People {
		for _, m := range p.x.People[i].Mentions {
			naming[int32(m.Doc)] = true
		}
	}
	return say.Emptied("document", " that names anybody", p.view.Page, p.Keys, index.Documents, slices.Collect(maps.Keys(naming)))
}

// part is how much there is of a person.
func (p *People) part(person int) index.Part {
	return p.x.PartOf(p.view.Page, person, p.view.Indirect)
}

// GoTo brings the cursor to a person, an index into Corpus.People.
func (p *People) GoTo(person int) {
	if person < 0 || p.x == nil {
		return
	}
	p.MoveTo(max(p.row(person), 0))
}

// row is where a person is listed, or -1.
func (p *People) row(person int) int {
	if p.listed != nil {
		return slices.Index(p.listed, int32(person))
	}
	return person
}

// at is the person in row i.
func (p *People) at(i int) int {
	if p.listed != nil {
		return int(p.listed[i])
	}
	return i
}

// Person is the person under the cursor, an index into Corpus.People, or -1.
// ItemAt is the person of row i.
func (p *People) ItemAt(i int) int32 { return int32(p.at(i)) }

func (p *People) Person() int {
	if p.Cursor < 0 || p.Cursor >= p.Count() {
		return -1
	}
	return p.at(p.Cursor)
}

// Current returns the person under the cursor, or nil.
func (p *People) Current() *model.Person {
	if i := p.Person(); i >= 0 {
		return &p.x.People[i]
	}
	return nil
}

// selected asks for the person's page or, as a preview, for the place that names
// them, of those that the filter leaves: in the open document when it does, else the
// first of all.
func (p *People) selected(goThere bool) tea.Msg {
	if goThere {
		return pane.Person{Index: p.Person()}
	}
	m := p.Current().Mentions
	if len(m) == 0 {
		return nil
	}
	left := func(r text.Ref) bool { return p.view.Page.Names(r.Doc) }
	at := slices.IndexFunc(m, func(r text.Ref) bool { return r.Doc == p.view.Open && left(r) })
	if at < 0 {
		at = max(slices.IndexFunc(m, left), 0)
	}
	return pane.Open{Ref: m[at]}
}

// Title is what the rule over the pane says.
func (p *People) Title(width int) string {
	order := "most quoted first"
	if p.byName {
		order = "by name"
	}
	few := "People " + p.theme.Rule + " " + say.Number(p.Count())
	n := few
	if p.some() != nil {
		n += " of " + say.Number(len(p.x.People))
	}
	return pane.First(width, p.theme.Ellipsis, n+", "+order, n, few)
}

func (p *People) height(i int) int {
	if i == p.Cursor {
		return 2 + len(p.detail(p.at(i), p.Width()))
	}
	return 2
}

func (p *People) item(i, width int, cursor bool) []string {
	person := p.at(i)
	name, about := p.theme.Text, p.theme.Faint
	lead := "  "
	if cursor {
		lead = p.theme.Focus + " "
		if p.Focused {
			name, about = p.theme.OnCursor(name), p.theme.OnCursor(about)
		}
	}
	counts := p.counts(person, width)
	who := pane.Cut(pane.OneLine(p.x.People[person].Name), width-4-pane.Width(counts), p.theme.Ellipsis)
	what := pane.Cut(p.what(person), width-5, p.theme.Ellipsis)
	out := []string{
		name.Render(lead+who+pane.Spaces(width-3-pane.Width(who)-pane.Width(counts))) + about.Render(counts+" "),
		about.Render("    " + what + pane.Spaces(width-4-pane.Width(what))),
	}
	if cursor {
		for _, line := range p.detail(person, width) {
			out = append(out, p.theme.Quiet.Render(line)+pane.Spaces(width-pane.Width(line)))
		}
	}
	return out
}

// Widths in cells from which a row counts more fully.
const (
	tellsAll  = 60
	tellsDocs = 34
	tellsSaid = 24
)

// counts is how much is left of what a person said and where they are named, as there
// is room.
func (p *People) counts(person, width int) string {
	part := p.part(person)
	s := ""
	if part.Said > 0 {
		s = say.Number(part.Said) + " said"
	}
	switch {
	case width >= tellsAll:
		if s != "" {
			s += " · "
		}
		return s + "in " + say.Plural(part.Docs, "document")
	case width >= tellsDocs:
		if s != "" {
			s += " · "
		}
		return s + say.Plural(part.Docs, "doc")
	case width >= tellsSaid:
		return s
	}
	return ""
}

// what is who a person is said to be last, in a line.
func (p *People) what(person int) string {
	if r := p.x.LatestRole(person); r != "" {
		return pane.OneLine(r)
	}
	if q := &p.x.People[person]; q.Kind.String() != "person" {
		return q.Kind.String()
	}
	return "role not told"
}
