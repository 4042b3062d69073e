package infer

import (
	"fmt"
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
// same; when one is a last name that only one person of the corpus bears; or when
// their first names are spellings of one another and something else ties them: a
// role or another person named beside both. Each merge of different names keeps
// its reason.
func People(docs []Document) (persons []Person, of [][]int) {
	m := &merger{docs: docs, byName: map[string]int{}, byLast: map[string][]int{}}
	of = make([][]int, len(docs))
	for i := range docs {
		of[i] = make([]int, len(docs[i].People.Entities))
		for e := range of[i] {
			of[i][e] = m.whole(i, e)
		}
	}
	for i := range docs {
		for e := range of[i] {
			if of[i][e] < 0 {
				of[i][e] = m.part(i, e)
			}
		}
	}
	m.gather(of)
	return m.ranked(of)
}

type merger struct {
	docs    []Document
	persons []Person
	genders []people.Gender
	byName  map[string]int   // kind and folded full name
	byLast  map[string][]int // folded last name of persons with a first name too
}

func key(k people.Kind, name string) string {
	return string(rune('0'+k)) + strings.ToLower(strings.ReplaceAll(name, "’", "'"))
}

func lastName(name string) string {
	name = strings.ToLower(name)
	return name[strings.LastIndexByte(name, ' ')+1:]
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
	if e.Kind == people.Person {
		for _, p := range m.byLast[lastName(e.Name)] {
			if why, ok := m.variant(p, e); ok {
				m.byName[k] = p
				m.merge(p, e.Name, why, m.firstMention(doc, i))
				return p
			}
		}
	}
	p := m.add(e)
	m.byName[k] = p
	if e.Kind == people.Person {
		m.byLast[lastName(e.Name)] = append(m.byLast[lastName(e.Name)], p)
	}
	return p
}

func (m *merger) add(e *people.Entity) int {
	m.persons = append(m.persons, Person{Kind: e.Kind, Name: e.Name})
	m.genders = append(m.genders, e.Gender)
	p := len(m.persons) - 1
	m.addRoles(p, e)
	return p
}

// addRoles keeps the texts of roles while merging; their places come later.
func (m *merger) addRoles(p int, e *people.Entity) {
	for _, r := range e.Roles {
		m.persons[p].Roles = append(m.persons[p].Roles, Role{Text: r.Text})
	}
}

// variant reports whether a name may be another spelling of person p's, and what
// ties the two.
func (m *merger) variant(p int, e *people.Entity) (why string, ok bool) {
	q := &m.persons[p]
	if m.genders[p] != e.Gender && m.genders[p] != people.Unknown && e.Gender != people.Unknown || !people.SameFirstName(q.Name, e.Name) {
		return "", false
	}
	for _, a := range q.Roles {
		for _, b := range e.Roles {
			if w := sharedWords(a.Text, b.Text); w != "" {
				return fmt.Sprintf("the same last name, first names spelt alike, and both are %s", w), true
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

func (m *merger) firstMention(doc, i int) text.Ref {
	for _, x := range m.docs[doc].People.Mentions {
		if x.Entity == i {
			return text.Ref{Doc: m.docs[doc].ID, Span: x.Span}
		}
	}
	return text.Ref{Doc: m.docs[doc].ID}
}

// part places an entity named by its last name: with the only person of that
// name, else by itself.
func (m *merger) part(doc, i int) int {
	e := &m.docs[doc].People.Entities[i]
	fits, n := -1, 0
	for _, p := range m.byLast[lastName(e.Name)] {
		first, _, _ := strings.Cut(e.Name, " ")
		if initial(first) && !people.SameFirstName(m.persons[p].Name, e.Name) {
			continue
		}
		if m.genders[p] == e.Gender || m.genders[p] == people.Unknown || e.Gender == people.Unknown {
			fits = p
			n++
		}
	}
	if n == 1 {
		m.merge(fits, e.Name, "no other person of the corpus bears the last name", m.firstMention(doc, i))
		return fits
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
	alias, role := map[pair]bool{}, map[pair]bool{}
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
			if !people.IsTitle(first) && strings.Count(a, " ") == strings.Count(q.Name, " ") && lastName(a) == lastName(q.Name) && c[a] > c[best] {
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
			q := &doc.Quotes[i]
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
	order := make([]int, len(m.persons))
	for i := range order {
		order[i] = i
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
	place := make([]int, len(order))
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
