package infer

import (
	"hash/maphash"
	"sort"
	"strings"

	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// gather collects what the documents say of each person.
func (m *merger) gather() {
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
			p := int(m.of[d][e])
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
			p := int(m.of[d][x.Entity])
			m.persons[p].Mentions = append(m.persons[p].Mentions, text.Ref{Doc: doc.ID, Span: x.Span})
			m.persons[p].Forms = append(m.persons[p].Forms, x.Form)
		}
	}
	m.spell()
	m.countQuotes()
}

// spell names each person of several spellings by the one that the corpus uses
// most; the others become aliases.
func (m *merger) spell() {
	counts := map[int]map[string]int{}
	for p := range m.persons {
		if len(m.persons[p].Aliases) > 0 && m.persons[p].Kind == people.Person {
			counts[p] = map[string]int{}
		}
	}
	for d := range m.docs {
		doc := &m.docs[d]
		for _, x := range doc.People.Mentions {
			if c := counts[int(m.of[d][x.Entity])]; c != nil && x.Form == people.FullName {
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

// countQuotes counts the quotations of each person as they are listed: an utterance
// that stands in two documents is one.
func (m *merger) countQuotes() {
	type said struct {
		p     int32
		words uint64
	}
	seen := map[said]bool{}
	seed := maphash.MakeSeed() // of 64 bits: two texts in a dossier do not share a hash by chance
	for d := range m.docs {
		doc := &m.docs[d]
		for _, q := range doc.Quotes {
			if q.Kind == quote.Indirect {
				continue
			}
			words, echoes := quote.Echo(seed, doc.Text, q.Spans)
			for n := range q.Speakers {
				k := said{m.speaker(d, q.Speakers, n), words}
				if k.p < 0 || seen[k] {
					continue
				}
				if echoes {
					seen[k] = true
				}
				m.persons[k.p].Quotes++
			}
		}
	}
}

// speaker is the person that the n-th speaker of a quotation is, or -1: nobody that is
// known, or one of those before.
func (m *merger) speaker(d int, speakers []quote.Speaker, n int) int32 {
	if speakers[n].Entity < 0 {
		return -1
	}
	p := m.of[d][speakers[n].Entity]
	for _, s := range speakers[:n] {
		if s.Entity >= 0 && m.of[d][s.Entity] == p {
			return -1
		}
	}
	return p
}

// ranked sorts the persons, the most quoted first, then the most mentioned, and
// rewrites m.of to the new order.
func (m *merger) ranked() []Person {
	order := make([]int, 0, len(m.persons))
	borne := make([]bool, len(m.persons))
	for d := range m.of {
		for _, p := range m.of[d] {
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
	place := make([]int32, len(m.persons))
	out := make([]Person, len(order))
	for i, p := range order {
		place[p] = int32(i)
		out[i] = m.persons[p]
	}
	for d := range m.of {
		for e := range m.of[d] {
			m.of[d][e] = place[m.of[d][e]]
		}
	}
	return out
}
