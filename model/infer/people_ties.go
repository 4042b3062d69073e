package infer

import (
	"slices"
	"strings"

	"onrecord/model/people"
)

// variant reports whether a name may be another spelling of person p's, and what
// ties the two.
func (m *merger) variant(p, doc int, e *people.Entity, in []int) (why string, ok bool) {
	q := &m.persons[p]
	if m.notes[p].another(e) {
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
		if q >= 0 && int(q) != p {
			m.stamps[q] = doc + 1
		}
	}
	for _, d := range m.notes[p].in {
		for _, q := range m.of[d][:min(len(m.of[d]), maxNamed)] {
			if q >= 0 && int(q) != p && m.stamps[q] == doc+1 {
				return "both texts name " + m.persons[q].Name, true
			}
		}
	}
	return "", false
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
