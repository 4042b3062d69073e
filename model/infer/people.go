package infer

import (
	"slices"
	"sort"
	"strings"

	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// Role is what a person is said to be, and where.
type Role struct {
	Text string
	Ref  text.Ref
}

// Merge is why a name was taken for the same person: it can be shown and undone.
type Merge struct {
	Alias    string
	Evidence string
	Ref      text.Ref
}

// Person is one person or organisation of the corpus.
type Person struct {
	Kind     people.Kind
	Name     string
	Aliases  []string
	Roles    []Role
	Mentions []text.Ref    // document order, then position
	Forms    []people.Form // how each of Mentions names the person
	Quotes   int           // distinct quotations
	Merges   []Merge
}

// People merges the entities of all documents. of[d][e] is the person that
// entity e of document d is. Two entities are one when their full names are the
// same but for accents, case and marks; when one is a last name that only one
// person of the corpus bears, or letters that stand for the name of a body; or when
// their first names are spellings of one another. The last three ask for something
// that ties the two: a role, a title, or somebody else named beside both. Each
// merge of different names keeps its reason.
func People(docs []Document) (persons []Person, of [][]int) {
	m := &merger{docs: docs, byName: map[string]int{}, byLast: map[string][]int{}, short: map[string]letters{}, first: make([][]int32, len(docs))}
	of = make([][]int, len(docs))
	m.of = of
	for i := range docs {
		m.acronyms(i)
	}
	for i := range docs {
		of[i] = make([]int, len(docs[i].People.Entities))
		for e := range of[i] {
			of[i][e] = m.whole(i, e)
			m.meet(of[i][e], i, e)
		}
	}
	m.variants()
	for i := range docs {
		for e := range of[i] {
			if of[i][e] < 0 {
				of[i][e] = m.part(i, e)
				m.meet(of[i][e], i, e)
			}
		}
	}
	m.gather(of)
	return m.ranked(of)
}

type merger struct {
	docs    []Document
	of      [][]int
	persons []Person
	notes   []note           // of each person
	byName  map[string]int   // kind and folded full name
	byLast  map[string][]int // folded last name of persons with a first name too
	short   map[string]letters
	first   [][]int32 // of each document: the first mention of each entity
	stamps  []int     // of each person: the document, plus one, that it was last seen in
}

// note is what the merger knows of a person.
type note struct {
	gender people.Gender
	in     []int // documents, in order
	doc    int   // where the name stood first
	entity int
	title  string // a surface form with a title
}

// letters is what an acronym stands for, and where it is said.
type letters struct {
	key, name string
	at        text.Ref
	several   bool
}

// Bounds, so that no corpus makes the work quadratic.
const (
	maxAlike    = 64 // persons of one last name that are compared
	maxRoles    = 16 // roles of each that are compared
	maxMet      = 32 // documents of a person that are looked through
	maxNamed    = 64 // entities of each
	maxRoleText = 200
)

func key(k people.Kind, name string) string {
	if k == people.Organisation {
		return "1" + people.BodyKey(name)
	}
	return "0" + people.Fold(name)
}

// partial reports whether an entity is named by a last name only, with a title or
// an initial.
func partial(e *people.Entity) bool {
	if e.Kind != people.Person {
		return false
	}
	first, _, two := strings.Cut(e.Name, " ")
	return !two || people.IsTitle(first) || initial(first)
}

// initial reports whether a first name is a letter only.
func initial(first string) bool { return len(strings.TrimSuffix(first, ".")) == 1 }

// acronyms notes the letters that a document says stand for a body. What two
// documents use for different bodies is left alone.
func (m *merger) acronyms(doc int) {
	for i := range m.docs[doc].People.Entities {
		e := &m.docs[doc].People.Entities[i]
		if e.Kind != people.Organisation {
			continue
		}
		for _, g := range e.Merges {
			k, full := key(e.Kind, g.Alias), key(e.Kind, e.Name)
			l, ok := m.short[k]
			if !ok {
				m.short[k] = letters{full, e.Name, text.Ref{Doc: m.docs[doc].ID, Span: g.Span}, false}
			} else if l.key != full {
				l.several = true
				m.short[k] = l
			}
		}
	}
}

// whole places an entity that is named in full, or returns -1.
func (m *merger) whole(doc, i int) int {
	e := &m.docs[doc].People.Entities[i]
	if partial(e) {
		return -1
	}
	k := key(e.Kind, e.Name)
	if p, ok := m.byName[k]; ok {
		return p
	}
	if l, ok := m.short[k]; ok && !l.several && l.key != k {
		p, ok := m.byName[l.key]
		if !ok {
			p = m.add(e)
			m.persons[p].Name = l.name
			m.byName[l.key] = p
		}
		m.byName[k] = p
		m.merge(p, e.Name, "the letters stand in brackets beside the name", l.at)
		return p
	}
	p := m.add(e)
	m.notes[p].doc, m.notes[p].entity = doc, i
	m.byName[k] = p
	return p
}

// variants merges the persons whose names are spellings of one another. A person
// keeps the first place of its name; what is merged into another is left without
// documents, and of says so.
func (m *merger) variants() {
	into := make([]int, len(m.persons))
	moved := false
	for p := range m.persons {
		into[p] = p
		if m.persons[p].Kind != people.Person {
			continue
		}
		n := &m.notes[p]
		e := &m.docs[n.doc].People.Entities[n.entity]
		last := people.LastName(m.persons[p].Name)
		alike := m.byLast[last]
		for _, q := range alike[max(0, len(alike)-maxAlike):] {
			if why, ok := m.variant(q, n.doc, e, n.in); ok {
				into[p], moved = q, true
				m.merge(q, e.Name, why, m.firstMention(n.doc, n.entity))
				m.take(q, p)
				break
			}
		}
		if into[p] == p {
			m.byLast[last] = append(m.byLast[last], p)
		}
	}
	if !moved {
		return
	}
	for d := range m.of {
		for e, p := range m.of[d] {
			if p >= 0 {
				m.of[d][e] = into[p]
			}
		}
	}
	for k, p := range m.byName {
		m.byName[k] = into[p]
	}
}

// take gives what is known of person p to person q.
func (m *merger) take(q, p int) {
	a, b := &m.notes[q], &m.notes[p]
	if a.gender == people.Unknown {
		a.gender = b.gender
	}
	if a.title == "" {
		a.title = b.title
	}
	a.in = append(a.in, b.in[:min(len(b.in), maxMet-min(maxMet, len(a.in)))]...)
	slices.Sort(a.in)
	r := m.persons[p].Roles
	m.persons[q].Roles = append(m.persons[q].Roles, r[:min(len(r), maxRoles-min(maxRoles, len(m.persons[q].Roles)))]...)
	m.persons[p].Roles, b.in = nil, nil
}

func (m *merger) add(e *people.Entity) int {
	m.persons = append(m.persons, Person{Kind: e.Kind, Name: e.Name})
	m.notes = append(m.notes, note{})
	m.stamps = append(m.stamps, 0)
	return len(m.persons) - 1
}

// meet notes what document doc says of person p, its entity i.
func (m *merger) meet(p, doc, i int) {
	if p < 0 {
		return
	}
	n := &m.notes[p]
	e := &m.docs[doc].People.Entities[i]
	if n.gender == people.Unknown {
		n.gender = e.Gender
	}
	if len(n.in) < maxMet && (len(n.in) == 0 || n.in[len(n.in)-1] != doc) {
		n.in = append(n.in, doc)
	}
	if e.Kind != people.Person {
		return
	}
	if n.title == "" {
		n.title = titled(e)
	}
	// The texts of roles only, while merging; their places come later.
	for _, r := range e.Roles[:min(len(e.Roles), maxRoles)] {
		if len(m.persons[p].Roles) < maxRoles && len(r.Text) < maxRoleText {
			m.persons[p].Roles = append(m.persons[p].Roles, Role{Text: r.Text})
		}
	}
}

// titled returns a surface form of e that has a title.
func titled(e *people.Entity) string {
	for _, a := range e.Aliases {
		if first, _, two := strings.Cut(a, " "); two && people.IsTitle(first) {
			return a
		}
	}
	return ""
}

// variant reports whether a name may be another spelling of person p's, and what
// ties the two.
func (m *merger) variant(p, doc int, e *people.Entity, in []int) (why string, ok bool) {
	q := &m.persons[p]
	if g := m.notes[p].gender; g != e.Gender && g != people.Unknown && e.Gender != people.Unknown {
		return "", false
	}
	s := people.Compare(q.Name, e.Name)
	if s == people.Apart || !people.EndsAlike(q.Name, e.Name) {
		return "", false
	}
	for _, d := range m.notes[p].in {
		if slices.Contains(in, d) {
			return "", false // a text that names both keeps them apart
		}
	}
	tie, ok := m.tie(p, doc, e)
	return "the same last name, the first names are " + s.String() + ", and " + tie, ok
}

// tie returns what else speaks for entity e of document doc being person p: a role,
// a title, or somebody named beside both.
func (m *merger) tie(p, doc int, e *people.Entity) (string, bool) {
	for _, a := range m.persons[p].Roles {
		for _, b := range e.Roles[:min(len(e.Roles), maxRoles)] {
			if len(b.Text) >= maxRoleText {
				continue
			}
			if w := sharedWords(a.Text, b.Text); w != "" {
				return "both are " + w, true
			}
		}
	}
	if t := titled(e); t != "" && people.SameTitle(t, m.notes[p].title) {
		first, _, _ := strings.Cut(t, " ")
		return "both bear the title " + first, true
	}
	for _, q := range m.of[doc][:min(len(m.of[doc]), maxNamed)] {
		if q >= 0 && q != p {
			m.stamps[q] = doc + 1
		}
	}
	for _, d := range m.notes[p].in {
		for _, q := range m.of[d][:min(len(m.of[d]), maxNamed)] {
			if q >= 0 && q != p && m.stamps[q] == doc+1 {
				return "both texts name " + m.persons[q].Name, true
			}
		}
	}
	return "", false
}

// sharedWords returns the longer text when the two share at least two words of
// four letters or more.
func sharedWords(a, b string) string {
	in := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(a)) {
		if len(w) >= 4 {
			in[w] = true
		}
	}
	n := 0
	for _, w := range strings.Fields(strings.ToLower(b)) {
		if in[w] {
			n++
			in[w] = false
		}
	}
	if n < 2 {
		return ""
	}
	if len(a) < len(b) {
		return b
	}
	return a
}

func (m *merger) merge(p int, alias, why string, at text.Ref) {
	m.persons[p].Merges = append(m.persons[p].Merges, Merge{alias, why, at})
}

// firstMention returns where document doc first names its entity i.
func (m *merger) firstMention(doc, i int) text.Ref {
	d := &m.docs[doc]
	if m.first[doc] == nil {
		first := make([]int32, len(d.People.Entities))
		for k := len(d.People.Mentions) - 1; k >= 0; k-- {
			first[d.People.Mentions[k].Entity] = int32(k) + 1
		}
		m.first[doc] = first
	}
	if k := m.first[doc][i]; k > 0 {
		return text.Ref{Doc: d.ID, Span: d.People.Mentions[k-1].Span}
	}
	return text.Ref{Doc: d.ID}
}

// part places an entity named by its last name: with the only person of that
// name that something ties it to, else by itself.
func (m *merger) part(doc, i int) int {
	e := &m.docs[doc].People.Entities[i]
	first, _, two := strings.Cut(e.Name, " ")
	alike := m.byLast[people.LastName(e.Name)]
	fits, n := -1, 0
	for _, p := range alike[:min(len(alike), maxAlike)] {
		if g := m.notes[p].gender; g != e.Gender && g != people.Unknown && e.Gender != people.Unknown {
			continue
		}
		if two && initial(first) && people.Compare(m.persons[p].Name, e.Name) == people.Apart || !people.EndsAlike(m.persons[p].Name, e.Name) {
			continue
		}
		fits = p
		n++
	}
	if n == 1 && len(alike) <= maxAlike {
		if why, ok := m.tie(fits, doc, e); ok {
			m.merge(fits, e.Name, "no other person of the corpus bears the last name, and "+why, m.firstMention(doc, i))
			return fits
		}
	}
	k := key(e.Kind, e.Name)
	if p, ok := m.byName[k]; ok {
		return p
	}
	m.byName[k] = m.add(e)
	return m.byName[k]
}

// gather collects what the documents say of each person.
func (m *merger) gather(of [][]int) {
	for p := range m.persons {
		m.persons[p].Roles = nil
	}
	type pair struct {
		p    int
		text string
	}
	alias, role, merged := map[pair]bool{}, map[pair]bool{}, map[pair]bool{}
	for p := range m.persons {
		for _, g := range m.persons[p].Merges {
			merged[pair{p, g.Alias}] = true
		}
	}
	for d := range m.docs {
		doc := &m.docs[d]
		for e := range doc.People.Entities {
			p := of[d][e]
			for _, a := range doc.People.Entities[e].Aliases {
				if a != m.persons[p].Name && !alias[pair{p, a}] {
					alias[pair{p, a}] = true
					m.persons[p].Aliases = append(m.persons[p].Aliases, a)
				}
			}
			for _, g := range doc.People.Entities[e].Merges {
				if k := (pair{p, g.Alias}); !merged[k] {
					merged[k] = true
					m.merge(p, g.Alias, g.Why, text.Ref{Doc: doc.ID, Span: g.Span})
				}
			}
			for _, r := range doc.People.Entities[e].Roles {
				if low := strings.ToLower(r.Text); !role[pair{p, low}] {
					role[pair{p, low}] = true
					m.persons[p].Roles = append(m.persons[p].Roles, Role{r.Text, text.Ref{Doc: doc.ID, Span: r.Span}})
				}
			}
		}
		for _, x := range doc.People.Mentions {
			p := of[d][x.Entity]
			m.persons[p].Mentions = append(m.persons[p].Mentions, text.Ref{Doc: doc.ID, Span: x.Span})
			m.persons[p].Forms = append(m.persons[p].Forms, x.Form)
		}
	}
	m.spell(of)
	m.countQuotes(of)
}

// spell names each person of several spellings by the one that the corpus uses
// most; the others become aliases.
func (m *merger) spell(of [][]int) {
	counts := map[int]map[string]int{}
	for p := range m.persons {
		if len(m.persons[p].Aliases) > 0 && m.persons[p].Kind == people.Person {
			counts[p] = map[string]int{}
		}
	}
	for d := range m.docs {
		doc := &m.docs[d]
		for _, x := range doc.People.Mentions {
			if c := counts[of[d][x.Entity]]; c != nil && x.Form == people.FullName {
				c[strings.Join(strings.Fields(x.Span.Of(doc.Text)), " ")]++
			}
		}
	}
	for p, c := range counts {
		q := &m.persons[p]
		best := q.Name
		for _, a := range q.Aliases {
			first, _, _ := strings.Cut(a, " ")
			if !people.IsTitle(first) && strings.Count(a, " ") == strings.Count(q.Name, " ") && people.LastName(a) == people.LastName(q.Name) && c[a] > c[best] {
				best = a
			}
		}
		if best == q.Name {
			continue
		}
		for i, a := range q.Aliases {
			if a == best {
				q.Aliases[i] = q.Name
			}
		}
		for i := range q.Merges { // the reason ties the two names whichever is the alias
			if q.Merges[i].Alias == best {
				q.Merges[i].Alias = q.Name
			}
		}
		q.Name = best
	}
}

// countQuotes counts the distinct quotations of each person: the same words in
// two documents are one.
func (m *merger) countQuotes(of [][]int) {
	type said struct {
		p     int
		words string
	}
	seen := map[said]bool{}
	for d := range m.docs {
		doc := &m.docs[d]
		for i := range doc.Quotes {
			q := doc.Quotes[i]
			if q.Kind == quote.Indirect || len(q.Spans) == 0 {
				continue
			}
			for _, s := range q.Speakers {
				if s.Entity < 0 {
					continue
				}
				k := said{of[d][s.Entity], strings.ToLower(q.Spans[0].Of(doc.Text))}
				if !seen[k] {
					seen[k] = true
					m.persons[k.p].Quotes++
				}
			}
		}
	}
}

// ranked sorts the persons, the most quoted first, then the most mentioned, and
// rewrites of to the new order.
func (m *merger) ranked(of [][]int) ([]Person, [][]int) {
	order := make([]int, 0, len(m.persons))
	borne := make([]bool, len(m.persons))
	for d := range of {
		for _, p := range of[d] {
			borne[p] = true
		}
	}
	for p := range m.persons {
		if borne[p] {
			order = append(order, p)
		}
	}
	sort.Slice(order, func(a, b int) bool {
		p, q := &m.persons[order[a]], &m.persons[order[b]]
		switch {
		case p.Quotes != q.Quotes:
			return p.Quotes > q.Quotes
		case len(p.Mentions) != len(q.Mentions):
			return len(p.Mentions) > len(q.Mentions)
		case p.Name != q.Name:
			return p.Name < q.Name
		}
		return p.Kind < q.Kind
	})
	place := make([]int, len(m.persons))
	out := make([]Person, len(order))
	for i, p := range order {
		place[p] = i
		out[i] = m.persons[p]
	}
	for d := range of {
		for e := range of[d] {
			of[d][e] = place[of[d][e]]
		}
	}
	return out, of
}
