package infer

import (
	"cmp"
	"fmt"
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

// post is what a person is said to hold, to begin to hold or to have held.
type post struct {
	doc    int
	holder string
	words  map[string]bool
	hold   hold
	span   text.Span
}

// posts dates documents by who holds what: one that tells of a new holder is later
// than those in which somebody else holds the post, and one that tells of a former
// holder later than those in which he holds it.
func (y *years) posts() {
	of := make([][]post, len(y.docs))
	gather := func(stated bool) {
		parallel.Each(len(of), batch, func(i int) {
			if y.states[i].stated == stated && y.docs[i].People != nil {
				of[i] = y.postsOf(i)
			}
		})
	}
	gather(false)
	var changes []post
	for _, i := range y.byName {
		for _, p := range of[i] {
			if p.hold != holds {
				changes = append(changes, p)
			}
		}
	}
	if len(changes) == 0 {
		return
	}
	gather(true)
	byWord := map[string][]post{}
	for _, i := range y.byName {
		for _, p := range of[i] {
			for w := range p.words {
				byWord[w] = append(byWord[w], p)
			}
		}
	}
	for _, p := range changes {
		y.after(p, byWord)
	}
}

// postsOf returns the posts that a document tells of: the roles that were found of
// its people, and the words beside their names that tell of a change.
func (y *years) postsOf(i int) []post {
	f, body := y.docs[i].People, y.docs[i].Text
	var out []post
	for e := range f.Entities {
		if ent := &f.Entities[e]; ent.Kind == people.Person {
			for _, r := range ent.Roles {
				out = append(out, postOf(i, ent.Name, r.Text, r.Span))
			}
		}
	}
	for m := range f.Mentions {
		at := &f.Mentions[m]
		if at.Form != people.FullName || f.Entities[at.Entity].Kind != people.Person {
			continue
		}
		for _, s := range [...]text.Span{roleBefore(body, int(at.Span.Start)), roleAfter(body, int(at.Span.End))} {
			if p := postOf(i, f.Entities[at.Entity].Name, s.Of(body), s); p.hold != holds && len(p.words) > 0 {
				out = append(out, p)
			}
		}
	}
	return out
}

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

// postOf reads the words of a post.
func postOf(doc int, holder, role string, at text.Span) post {
	p := post{doc: doc, holder: holder, words: map[string]bool{}, span: at}
	for _, w := range strings.FieldsFunc(strings.ToLower(role), func(c rune) bool { return c == ' ' || c == ',' || c == '–' || c == '\n' }) {
		switch {
		case strings.HasPrefix(w, "newly") || w == "new" || w == "incoming" || w == "appointed" || w == "became" || w == "become" || w == "took" || w == "taken":
			p.hold = begins
		case w == "former" || w == "formerly" || strings.HasPrefix(w, "ex-"):
			p.hold = held
		case len(w) >= 4:
			p.words[w] = true
		}
	}
	return p
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
