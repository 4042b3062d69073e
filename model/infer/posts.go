package infer

import (
	"fmt"
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

// post is what a person is said to hold, at a time.
type post struct {
	doc    int
	holder string
	words  map[string]bool
	newly  bool
	span   text.Span
}

// posts dates documents that say who was newly appointed to a post: they are
// later than those in which somebody else holds it.
func (y *years) posts() {
	var fresh []post
	byWord := map[string][]post{}
	for i := range y.docs {
		for e := range y.docs[i].People.Entities {
			ent := &y.docs[i].People.Entities[e]
			if ent.Kind != people.Person {
				continue
			}
			for _, r := range ent.Roles {
				p := postOf(i, ent.Name, r)
				if p.newly {
					fresh = append(fresh, p)
				}
				for w := range p.words {
					byWord[w] = append(byWord[w], p)
				}
			}
		}
	}
	for _, p := range fresh {
		if s := &y.states[p.doc]; !s.given && (s.lower == when.NoDay || s.upper-s.lower > narrowEnough) {
			y.after(p, byWord)
		}
	}
}

func postOf(doc int, holder string, r people.Role) post {
	p := post{doc: doc, holder: holder, words: map[string]bool{}, span: r.Span}
	for _, w := range strings.FieldsFunc(strings.ToLower(r.Text), func(c rune) bool { return c == ' ' || c == ',' || c == '–' || c == '\n' }) {
		switch {
		case strings.HasPrefix(w, "newly") || w == "new" || w == "incoming":
			p.newly = true
		case len(w) >= 4:
			p.words[w] = true
		}
	}
	return p
}

// leastShared is how many words two posts must share to be one.
const leastShared = 3

// after bounds a document by the last day on which another person is known to
// hold the post.
func (y *years) after(p post, byWord map[string][]post) {
	seen := map[text.Ref]bool{}
	best, at := when.NoDay, post{}
	for w := range p.words {
		const most = 200
		for _, o := range byWord[w][:min(len(byWord[w]), most)] {
			ref := text.Ref{Doc: y.docs[o.doc].ID, Span: o.span}
			if o.doc == p.doc || seen[ref] || o.holder == p.holder {
				continue
			}
			seen[ref] = true
			n := 0
			for w := range p.words {
				if o.words[w] {
					n++
				}
			}
			if n < leastShared || 2*n < len(p.words)+1 {
				continue
			}
			if d := y.dayAt(o.doc, o.span); d != when.NoDay && (best == when.NoDay || d > best || d == best && o.doc < at.doc) {
				best, at = d, o
			}
		}
	}
	s := &y.states[p.doc]
	if best == when.NoDay || s.lower != when.NoDay && best < s.lower {
		return
	}
	s.lower = best + 1
	s.lowerWhy = reason{
		fmt.Sprintf("on %s %s held the post to which %s is newly appointed here (%s)", when.SayDay(best), at.holder, p.holder, y.docs[at.doc].Name),
		text.Ref{Doc: y.docs[at.doc].ID, Span: at.span},
	}
	s.published = y.state(s)
	s.published.Basis += "; nothing gives the year"
}

// dayAt returns the day on which the words at span were said: of the section that
// they stand in, else of the document when it is of one day.
func (y *years) dayAt(doc int, span text.Span) when.Day {
	f := y.docs[doc].Times
	for _, s := range f.Sections {
		if s.Span.Contains(span) {
			if d, ok := y.dayOf(doc, s.Anchor); ok {
				return d
			}
		}
	}
	if p := y.states[doc].published; p.From.Known() && p.From.Day == p.To.Day {
		return p.From.Day
	}
	return when.NoDay
}
