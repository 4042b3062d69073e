package infer

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"strings"

	"onrecord/model/parallel"
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

// hold is how somebody stands to a post where it is told.
type hold uint8

const (
	holds  hold = iota
	begins      // newly appointed
	held        // the former holder
)

// Post is what a person is said to hold, to begin to hold or to have held.
type Post struct {
	doc    int
	holder string
	role   string // as it is told
	hold   hold
	span   text.Span
}

// Posts returns the posts that documents tell of, in their order: what Dates needs to
// know of their people.
func Posts(docs []Document) []Post {
	of := make([][]Post, len(docs))
	parallel.Each(len(docs), batch, func(i int) { of[i] = postsOf(i, &docs[i]) })
	return slices.Concat(of...)
}

// postsOf returns the posts that a document tells of: the roles that were found of
// its people, and the words beside their names that tell of a change.
func postsOf(i int, d *Document) []Post {
	var out []Post
	for e := range d.People.Entities {
		if ent := &d.People.Entities[e]; ent.Kind == people.Person {
			for _, r := range ent.Roles {
				out = append(out, Post{i, ent.Name, r.Text, holdOf(r.Text), r.Span})
			}
		}
	}
	for m := range d.People.Mentions {
		at := &d.People.Mentions[m]
		if at.Form != people.FullName || d.People.Entities[at.Entity].Kind != people.Person {
			continue
		}
		for _, s := range [...]text.Span{roleBefore(d.Text, int(at.Span.Start)), roleAfter(d.Text, int(at.Span.End))} {
			if role := s.Of(d.Text); holdOf(role) != holds && len(postWords(role)) > 0 {
				out = append(out, Post{i, d.People.Entities[at.Entity].Name, role, holdOf(role), s})
			}
		}
	}
	return out
}

// post is a Post with the words that tell it from others.
type post struct {
	Post
	words map[string]bool
}

// posts dates documents by who holds what: one that tells of a new holder is later
// than those in which somebody else holds the post, and one that tells of a former
// holder later than those in which he holds it.
func (y *years) posts(told []Post) {
	if !slices.ContainsFunc(told, y.tellsOfChange) {
		return
	}
	all := make([]post, len(told))
	for i, p := range told {
		all[i] = post{p, postWords(p.role)}
	}
	slices.SortStableFunc(all, func(a, b post) int { return cmp.Compare(y.rank[a.doc], y.rank[b.doc]) })
	byWord := map[string][]post{}
	for _, p := range all {
		for w := range p.words {
			byWord[w] = append(byWord[w], p)
		}
	}
	for _, p := range all {
		if y.tellsOfChange(p.Post) {
			y.after(p, byWord)
		}
	}
}

// tellsOfChange reports whether a post may date its document: it is not known when
// that was published, and the post has changed hands.
func (y *years) tellsOfChange(p Post) bool { return p.hold != holds && !y.states[p.doc].stated }

// mostRole bounds the words that are read for a post beside a name, in bytes.
const mostRole = 120

// roleBefore returns what stands before a name in its clause, from a word that tells
// of a change: "the former director of the trust, Mary Jones".
func roleBefore(body string, at int) text.Span {
	from := max(0, at-mostRole)
	before := strings.TrimRight(body[from:at], " ,")
	if stop := strings.LastIndexAny(before, ".!?:;,\n\"“”"); stop >= 0 {
		from, before = from+stop+1, before[stop+1:]
	}
	lower, best := strings.ToLower(before), -1
	if len(lower) != len(before) {
		return text.Span{} // places in one are not those in the other
	}
	for _, w := range [...]string{"newly-appointed ", "newly appointed ", "incoming ", "new ", "former ", "ex-"} {
		if n := strings.LastIndex(lower, w); n >= 0 && (n == 0 || lower[n-1] == ' ') {
			best = max(best, n)
		}
	}
	if best < 0 || strings.Contains(lower[best:], " who ") || strings.Contains(lower[best:], " said ") {
		return text.Span{}
	}
	return text.Between(from+best, from+len(before))
}

// roleAfter returns what stands behind a name as a change of post: ", who took over
// as director of the trust".
func roleAfter(body string, at int) text.Span {
	after := body[at:min(len(body), at+mostRole)]
	for _, w := range [...]string{", who was appointed ", ", who was recently appointed ", ", who took over as ", ", who has taken over as ", ", who became ", ", who has become ", ", appointed as "} {
		if !strings.HasPrefix(after, w) {
			continue
		}
		end := len(w)
		if stop := strings.IndexAny(after[end:], ".,!?;\n"); stop >= 0 {
			return text.Between(at+2, at+end+stop)
		}
	}
	return text.Span{}
}

// holdOf reads of the words of a role whether the post is a new one or a former one.
// The last of them that says so decides.
func holdOf(role string) hold {
	h := holds
	for w := range roleWords(role) {
		h = cmp.Or(change(w), h)
	}
	return h
}

// change returns what a word of a role says of a change, holds where it says nothing.
func change(w string) hold {
	switch {
	case strings.HasPrefix(w, "newly") || w == "new" || w == "incoming" || w == "appointed" || w == "became" || w == "become" || w == "took" || w == "taken":
		return begins
	case w == "former" || w == "formerly" || strings.HasPrefix(w, "ex-"):
		return held
	}
	return holds
}

// postWords returns the words that tell a post from others.
func postWords(role string) map[string]bool {
	out := map[string]bool{}
	for w := range roleWords(role) {
		if len(w) >= 4 && change(w) == holds {
			out[w] = true
		}
	}
	return out
}

func roleWords(role string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(role), func(c rune) bool { return c == ' ' || c == ',' || c == '–' || c == '\n' })
}

// leastShared is how many words two posts must share to be one; leastOwn, of one
// person.
const (
	leastShared = 3
	leastOwn    = 2
)

func samePost(p, o *post) bool {
	n := 0
	for w := range p.words {
		if o.words[w] {
			n++
		}
	}
	if p.holder == o.holder {
		return n >= leastOwn || n == len(p.words) && n == len(o.words)
	}
	return n >= leastShared && 2*n >= len(p.words)+1
}

// dated is a post that is held on a known day.
type dated struct {
	post
	day when.Day
}

// after bounds a document by the last day on which the post is known to have been
// held by the one who holds it no more.
func (y *years) after(p post, byWord map[string][]post) {
	all := y.holders(p, byWord)
	own := when.NoDay // the first day on which the newly appointed is known to hold it
	for _, d := range all {
		if d.holder == p.holder && (own == when.NoDay || d.day < own) {
			own = d.day
		}
	}
	best, at := when.NoDay, post{}
	for _, o := range all {
		if p.hold == held && !y.signed(&o.post) {
			continue // old titles are used out of courtesy
		}
		if (o.holder == p.holder) != (p.hold == held) || p.hold == begins && own != when.NoDay && o.day > own {
			continue // a successor
		}
		if best == when.NoDay || cmp.Or(cmp.Compare(o.day, best), cmp.Compare(y.rank[at.doc], y.rank[o.doc]), cmp.Compare(at.span.Start, o.span.Start)) > 0 {
			best, at = o.day, o.post
		}
	}
	if best == when.NoDay {
		return
	}
	say := fmt.Sprintf("on %s %s held the post to which %s is newly appointed here (%s)", when.SayDay(best), at.holder, p.holder, y.docs[at.doc].Name)
	if p.hold == held {
		say = fmt.Sprintf("on %s %s still held the post that is a former one here (%s)", when.SayDay(best), at.holder, y.docs[at.doc].Name)
	}
	y.narrow(y.states[p.doc].pub, step{
		from: -1, allowed: days{{best + 1, y.today + farAhead}}, firmLo: true,
		why: reason{kind: byPost, doc: p.doc, from: at.doc, span: at.span, say: say},
	})
}

// signed reports whether a post stands alone on its line, as under a name that signs.
func (y *years) signed(p *post) bool {
	const longest = 80
	for i := range y.docs[p.doc].Blocks {
		b := &y.docs[p.doc].Blocks[i]
		if b.Span.Contains(p.span) {
			return b.Kind == text.Signature || b.Span.End-b.Span.Start <= longest && p.span.Start == b.Span.Start
		}
	}
	return false
}

// holders returns who is said, in another document and on a known day, to hold the
// post.
func (y *years) holders(p post, byWord map[string][]post) []dated {
	const most = 200
	var out []dated
	seen := map[text.Ref]bool{}
	words := make([]string, 0, len(p.words))
	for w := range p.words {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		for _, o := range byWord[w][:min(len(byWord[w]), most)] {
			ref := text.Ref{Doc: y.docs[o.doc].ID, Span: o.span}
			if o.doc == p.doc || o.hold == held || seen[ref] || !samePost(&p, &o) {
				continue
			}
			seen[ref] = true
			if d := y.dayAt(o.doc, o.span); d != when.NoDay {
				out = append(out, dated{o, d})
			}
		}
	}
	return out
}

// dayAt returns the day on which the words at span were said, or the first of the
// few on which they may have been: of the section that they stand in, else of the
// document.
func (y *years) dayAt(doc int, span text.Span) when.Day {
	f := y.docs[doc].Times
	n := y.states[doc].pub
	for k := len(f.Sections) - 1; k >= 0; k-- { // the nearest date above
		if s := &f.Sections[k]; s.Span.Contains(span) {
			n = y.at(doc, s.Anchor)
			break
		}
	}
	if n < 0 {
		return when.NoDay
	}
	if d := y.nodes[n].days; d.last()-d.first() <= narrowEnough {
		return d.first()
	}
	return when.NoDay
}
