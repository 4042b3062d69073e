package infer

import (
	"cmp"
	"fmt"
	"slices"
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
	for _, i := range y.byName {
		if y.docs[i].People == nil {
			continue
		}
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
	slices.SortStableFunc(fresh, func(a, b post) int {
		return cmp.Or(cmp.Compare(y.rank[a.doc], y.rank[b.doc]), cmp.Compare(a.span.Start, b.span.Start))
	})
	for _, p := range fresh {
		if !y.states[p.doc].stated {
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
	own := when.NoDay // the first day on which the newly appointed is known to hold it
	var others []dated
	for _, d := range y.holders(p, byWord) {
		switch {
		case d.holder != p.holder:
			others = append(others, d)
		case own == when.NoDay || d.day < own:
			own = d.day
		}
	}
	best, at := when.NoDay, post{}
	for _, o := range others {
		if own != when.NoDay && o.day > own {
			continue // a successor
		}
		if best == when.NoDay || o.day > best || o.day == best && y.rank[o.doc] < y.rank[at.doc] {
			best, at = o.day, o.post
		}
	}
	if best == when.NoDay {
		return
	}
	y.narrow(y.states[p.doc].pub, step{
		from: -1, allowed: days{{best + 1, y.today + farAhead}}, firmLo: true,
		why: reason{kind: byPost, doc: p.doc, from: at.doc, span: at.span, say: fmt.Sprintf(
			"on %s %s held the post to which %s is newly appointed here (%s)", when.SayDay(best), at.holder, p.holder, y.docs[at.doc].Name,
		)},
	})
}

// dated is a post that is held on a known day.
type dated struct {
	post
	day when.Day
}

// holders returns who else is said, in another document and on a known day, to hold
// the post.
func (y *years) holders(p post, byWord map[string][]post) []dated {
	const most = 200
	var out []dated
	seen := map[text.Ref]bool{}
	for w := range p.words {
		for _, o := range byWord[w][:min(len(byWord[w]), most)] {
			ref := text.Ref{Doc: y.docs[o.doc].ID, Span: o.span}
			if o.doc == p.doc || seen[ref] {
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
			if d := y.dayAt(o.doc, o.span); d != when.NoDay {
				out = append(out, dated{o, d})
			}
		}
	}
	return out
}

// dayAt returns the day on which the words at span were said: of the section that
// they stand in, else of the document when it is of one day.
func (y *years) dayAt(doc int, span text.Span) when.Day {
	f := y.docs[doc].Times
	for n := len(f.Sections) - 1; n >= 0; n-- { // the nearest date above
		if s := &f.Sections[n]; s.Span.Contains(span) {
			if at := y.at(doc, s.Anchor); at >= 0 && y.nodes[at].days.single() {
				return y.nodes[at].days.first()
			}
			return when.NoDay
		}
	}
	if d := y.nodes[y.states[doc].pub].days; d.single() {
		return d.first()
	}
	return when.NoDay
}
