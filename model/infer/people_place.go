package infer

import (
	"slices"
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
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

// letters is what an acronym stands for, and where it is said.
type letters struct {
	key, name string
	at        text.Ref
	several   bool
}

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
				m.of[d][e] = int32(into[p])
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

// called returns the title that tells the gender of an entity, "" where only the words
// around it do: those may be of somebody else.
func called(e *people.Entity) string {
	for _, a := range e.Aliases {
		if t, _, two := strings.Cut(a, " "); two && people.TitleGender(t) != people.Unknown {
			return t
		}
	}
	return ""
}

// part places an entity named by its last name: with the only person of that
// name that something ties it to, else by itself.
func (m *merger) part(doc, i int) int {
	e := &m.docs[doc].People.Entities[i]
	first, _, two := strings.Cut(e.Name, " ")
	alike := m.byLast[people.LastName(e.Name)]
	fits, n, others, only := -1, 0, 0, "no other person of the corpus bears the last name"
	for _, p := range alike[:min(len(alike), maxAlike)] {
		if two && initial(first) && people.Compare(m.persons[p].Name, e.Name) == people.Apart || !people.EndsAlike(m.persons[p].Name, e.Name) {
			continue
		}
		if m.notes[p].another(e) {
			if t := called(e); t != "" {
				only = "no other person of the corpus who can be called " + t + " bears the last name"
			} else {
				only = "no other person of the corpus of that gender bears the last name"
				others = max(others, len(m.notes[p].in))
			}
			continue
		}
		fits = p
		n++
	}
	// A pronoun may be of somebody else: it does not stand against the one who is named
	// in more documents.
	if n == 1 && len(alike) <= maxAlike && len(m.notes[fits].in) >= others {
		if why, ok := m.tie(fits, doc, e); ok {
			m.merge(fits, e.Name, only+", and "+why, m.firstMention(doc, i))
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
