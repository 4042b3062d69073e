package infer

import (
	"fmt"
	"slices"

	"onrecord/model/when"
)

// evidence lays the chain that each date of a document rests on, in the order in
// which a reader would follow it: where it is told (see when.Resolved.Chain), what it
// counts from, and what settled that. Dates that rest on the same share what is said.
func (y *years) evidence(i int, dates []when.Resolved) {
	f, c := y.docs[i].Times, &chain{y: y, root: i}
	last := y.states[i].published.Evidence
	for k := range dates {
		e, r := &f.Expressions[k], &dates[k]
		if e.Form == when.Length || e.Form == when.Repeat || e.Form == when.Loose {
			continue
		}
		r.Told = true
		c.out, c.worth = append(c.out[:0], r.Chain(y.docs[i].ID)[0]), append(c.worth[:0], 0)
		y.restsOn(i, k, dates, c)
		for _, old := range r.Evidence {
			c.add(old, 0)
		}
		if !slices.Equal(c.out[1:], last) { // most rest on the publication, or as the one before
			last = slices.Clone(c.out[1:])
		}
		r.Evidence = last
	}
}

// restsOn adds what date k counts from.
func (y *years) restsOn(i, k int, dates []when.Resolved, c *chain) {
	s, f := &y.states[i], y.docs[i].Times
	e, r := &f.Expressions[k], &dates[k]
	if w, ok := s.orderWhy[k]; ok {
		c.add(w, 0)
	}
	if by, ok := s.linked[k]; ok {
		why := by.reason(i, k)
		c.add(y.link(&why, i), 0)
		y.follow(c, y.at(by.doc, by.expr))
		return
	}
	if g := y.glossOf(i, k); g >= 0 {
		why := reason{kind: byGloss, doc: i, expr: k, other: g}
		said := y.link(&why, i)
		said.Ref = y.ref(i, g)
		c.add(said, 0)
	}
	if n := y.asked(i, k); n >= 0 && !(s.anchored() && s.hints[k].Year == 0 && r.From.Known()) {
		y.follow(c, n)
		return
	}
	if e.Year > 0 || !r.From.Known() && e.Form != when.Offset {
		return
	}
	if e.Section >= 0 {
		a := f.Sections[e.Section].Anchor
		c.add(when.Reason{Say: fmt.Sprintf("it stands under “%s”", y.words(i, a)), Ref: y.ref(i, a)}, 0)
		if m := s.nodes[a]; m >= 0 {
			y.follow(c, m)
		}
		return
	}
	if e.Anaphor || f.Narrative && e.Form != when.Offset || !s.published.From.Known() {
		return
	}
	if len(s.published.Evidence) == 0 {
		c.add(when.Reason{Say: "the document is of " + when.Say(s.published)}, 0)
	}
	for _, l := range s.published.Evidence {
		c.add(l, 0)
	}
}

// follow adds what settled a node.
func (y *years) follow(c *chain, n int) {
	if n < 0 {
		return
	}
	c.weekday(n)
	for _, l := range y.why(n, c.root).out {
		c.add(l, 0)
	}
}
