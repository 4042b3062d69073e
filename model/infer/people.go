package infer

import (
	"onrecord/model/people"
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
	Quotes   int           // utterances, reported speech left out: each once, in however many documents it stands
	Merges   []Merge
}

// People merges the entities of all documents. of[d][e] is the person that
// entity e of document d is. Two entities are one when their full names are the
// same but for accents, case and marks; when one is a last name that only one
// person of the corpus bears, or letters that stand for the name of a body; or when
// their first names are spellings of one another. The last three ask for something
// that ties the two: a role, a title, or somebody else named beside both. Each
// merge of different names keeps its reason.
func People(docs []Document) (persons []Person, of [][]int32) {
	of = make([][]int32, len(docs))
	m := &merger{docs: docs, of: of, byName: map[string]int{}, byLast: map[string][]int{}, short: map[string]letters{}, first: make([][]int32, len(docs))}
	for i := range docs {
		m.acronyms(i)
	}
	for i := range docs {
		of[i] = make([]int32, len(docs[i].People.Entities))
		for e := range of[i] {
			p := m.whole(i, e)
			of[i][e] = int32(p)
			m.meet(p, i, e)
		}
	}
	m.variants()
	for i := range docs {
		for e := range of[i] {
			if of[i][e] < 0 {
				p := m.part(i, e)
				of[i][e] = int32(p)
				m.meet(p, i, e)
			}
		}
	}
	m.gather()
	return m.ranked(), of
}

type merger struct {
	docs    []Document
	of      [][]int32 // what People returns
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

// another reports whether an entity is known to be of another gender.
func (n *note) another(e *people.Entity) bool {
	return n.gender != e.Gender && n.gender != people.Unknown && e.Gender != people.Unknown
}

// Bounds, so that no corpus makes the work quadratic.
const (
	maxAlike    = 64 // persons of one last name that are compared
	maxRoles    = 16 // roles of each that are compared
	maxMet      = 32 // documents of a person that are looked through
	maxNamed    = 64 // entities of each
	maxRoleText = 200
)

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
