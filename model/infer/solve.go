package infer

import (
	"slices"

	"onrecord/model/when"
)

// The dates of a corpus are solved as constraints over sets of days (U. Montanari,
// Networks of constraints, 1974; arc consistency, A. Mackworth, 1977). A node is a
// day that is asked for: when a document was published, what day "Monday 16 May"
// is. A tie says how many days one may lie after another. Every step takes days
// away from a node and says why; none ever adds one, so what is left does not
// depend on the order of steps unless the corpus contradicts itself.

// step is one narrowing of a node.
type step struct {
	from    int // the node that narrowed it, or -1 when the reason stands alone
	before  int // how many steps that node had behind it
	lo, hi  when.Day
	allowed days // what the step allows: the days from lo to hi after those of from
	why     reason
	firmLo  bool // its first day is a bound by what the text says, not by custom
	firmHi  bool
}

type node struct {
	days   days
	narrow *narrowed // nil before any step: most are never narrowed
	doc    int32
	expr   int32 // -1: the publication of doc; -2: a happening that several tell of
	known  bool  // it was never asked for: a date that others are tied to
}

// narrowed is how a node came to its days.
type narrowed struct {
	full  days // before any step
	steps []step
}

// full returns the days before any step.
func (n *node) full() days {
	if n.narrow == nil {
		return n.days
	}
	return n.narrow.full
}

// steps returns what narrowed the node, in order.
func (n *node) steps() []step {
	if n.narrow == nil {
		return nil
	}
	return n.narrow.steps
}

// step leaves of the node the days that a step allows.
func (n *node) step(left days, st step) {
	if n.narrow == nil {
		n.narrow = &narrowed{full: n.days}
	}
	n.days, n.narrow.steps = left, append(n.narrow.steps, st)
}

// tie says that b lies lo to hi days after a. A firm end is told by the text; the
// other comes of custom.
type tie struct {
	a, b           int
	lo, hi         when.Day
	why            reason
	firmLo, firmHi bool
	seenA, seenB   int // steps of a and b when it was looked at last
	broken         bool
}

type solver struct {
	nodes []node
	ties  []tie
	fresh int // ties before it have been looked at
}

func (s *solver) node(d days, doc, expr int) int {
	s.nodes = append(s.nodes, node{days: d, doc: int32(doc), expr: int32(expr)})
	return len(s.nodes) - 1
}

func (s *solver) tie(t tie) {
	t.seenA, t.seenB = -1, -1
	s.ties = append(s.ties, t)
}

// narrow keeps of node n what the step allows. It reports false, and changes
// nothing, when nothing would be left.
func (s *solver) narrow(n int, st step) bool {
	nd := &s.nodes[n]
	left := nd.days.meet(st.allowed, 0, 0)
	if len(left) == 0 {
		return false
	}
	if len(left) != len(nd.days) || &left[0] != &nd.days[0] {
		nd.step(left, st)
	}
	return true
}

// most rounds of looking at every tie: a longer chain of conclusions than any
// reader would follow. Stopping early leaves more open, never less.
const mostRounds = 16

// settle looks at the ties until nothing narrows any more. New ties come in the
// order of what they stand on, so that a contradiction is met in the same order
// however the documents were handed over.
func (s *solver) settle(order func(a, b *tie) int) {
	slices.SortStableFunc(s.ties[s.fresh:], func(a, b tie) int { return order(&a, &b) })
	s.fresh = len(s.ties)
	for range mostRounds {
		changed := false
		for i := range s.ties {
			t := &s.ties[i]
			if t.broken || t.seenA == len(s.nodes[t.a].steps()) && t.seenB == len(s.nodes[t.b].steps()) {
				continue
			}
			changed = s.revise(t) || changed
		}
		if !changed {
			return
		}
	}
}

// revise applies one tie both ways and reports whether anything narrowed.
func (s *solver) revise(t *tie) bool {
	a, b := &s.nodes[t.a], &s.nodes[t.b]
	na, nb := len(a.steps()), len(b.steps())
	left := b.days.meet(a.days, t.lo, t.hi)
	if len(left) == 0 {
		t.broken = true
		return false
	}
	if len(left) != len(b.days) || &left[0] != &b.days[0] {
		b.step(left, step{t.a, na, t.lo, t.hi, shift(a.days, t.lo, t.hi), t.why, t.firmLo, t.firmHi})
	}
	left = a.days.meet(b.days, -t.hi, -t.lo)
	if len(left) != len(a.days) || &left[0] != &a.days[0] {
		a.step(left, step{t.b, nb, -t.hi, -t.lo, shift(b.days, -t.hi, -t.lo), t.why, t.firmHi, t.firmLo})
	}
	t.seenA, t.seenB = len(a.steps()), len(b.steps())
	return t.seenA > na || t.seenB > nb
}

// shift returns the days that lie lo to hi days after those of d.
func shift(d days, lo, hi when.Day) days {
	out := make(days, 0, len(d))
	for _, r := range d {
		a, b := r.from+lo, r.to+hi
		if n := len(out); n > 0 && out[n-1].to+1 >= a {
			out[n-1].to = max(out[n-1].to, b)
			continue
		}
		out = append(out, run{a, b})
	}
	return out
}

// decisive returns which steps of a node leave it as it is: the others could go
// without letting a day in. The latest are tried first, since what was found early
// needs the least explaining.
func (s *solver) decisive(n, before int, enough func(days) bool) []int {
	nd := &s.nodes[n]
	keep := make([]bool, before)
	for i := range keep {
		keep[i] = true
	}
	for i := before - 1; i >= 0; i-- {
		keep[i] = false
		if !enough(nd.but(keep)) {
			keep[i] = true
		}
	}
	var out []int
	for i, k := range keep {
		if k {
			out = append(out, i)
		}
	}
	return out
}

// but returns the days that the kept steps leave.
func (nd *node) but(keep []bool) days {
	d := nd.full()
	for i, k := range keep {
		if k {
			d = d.meet(nd.steps()[i].allowed, 0, 0)
		}
	}
	return d
}

func (d days) equal(o days) bool { return slices.Equal(d, o) }
