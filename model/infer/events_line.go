package infer

import (
	"slices"
	"strings"

	"onrecord/model/event"
	"onrecord/model/text"
	"onrecord/model/when"
)

// happening makes one line of its tellings: the date that is told most finely,
// the headline that says it best, the best passage first. Tellings that
// contradict its status are versions of it.
func (c *Chronicle) happening(g []int32) Happening {
	h := Happening{Status: c.status(g)}
	slices.SortStableFunc(g, func(a, b int32) int { return c.worth(b, h.Status) - c.worth(a, h.Status) })
	best, dated := &c.all[g[0]], g[0]
	h.Headline = best.headline
	if h.Status == event.Happened && best.ev.Status == event.Planned && best.ev.Noun != "" {
		h.Headline = best.ev.Noun // "will be held" is no longer so
	}
	for _, i := range g {
		t := &c.all[i]
		if finer(t.date, c.all[dated].date) {
			dated = i
		}
		if contradicts(t.ev.Status, h.Status) {
			c.version(&h, t)
		}
		h.Sources = addRef(h.Sources, c.ref(t))
		for _, p := range c.people(t) {
			if !slices.Contains(h.People, p) {
				h.People = append(h.People, p)
			}
		}
	}
	h.Date = *c.all[dated].date
	h.Date.Evidence = c.chain(g, dated)
	h.Undated = !h.Date.From.Known() || !h.Date.To.Known()
	return h
}

// dateOf is the date of its document that dates a telling.
func (c *Chronicle) dateOf(t *telling) *when.Resolved { return &c.times[t.doc].Dates[t.expr] }

func (c *Chronicle) ref(t *telling) text.Ref {
	return text.Ref{Doc: c.docs[t.doc].ID, Span: t.ev.Span}
}

// addRef adds a passage to a list of few, or of many that come in order of worth:
// a long list is only looked through at its end.
func addRef(l []text.Ref, r text.Ref) []text.Ref {
	if slices.Contains(l[max(0, len(l)-mostCompared):], r) {
		return l
	}
	return append(l, r)
}

// people are the persons of a telling, him who says it of himself the first.
func (c *Chronicle) people(t *telling) []int {
	var out []int
	of := c.of[t.doc]
	if t.speaker >= 0 && int(t.speaker) < len(of) {
		out = append(out, int(of[t.speaker]))
	}
	for _, e := range t.ev.People {
		if p := int(of[e]); !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// longestChain bounds the passages that a date's chain names.
const longestChain = 12

// chain is the evidence of the telling that dates a line, with the others that
// bear its date out.
func (c *Chronicle) chain(g []int32, dated int32) []when.Reason {
	d := &c.all[dated]
	out := slices.Clip(c.reasons(d.doc, d.rests, d.date)) // shared, unless there is more
	for _, i := range g {
		t := &c.all[i]
		if i == dated || t.expr < 0 || !t.known() || len(out) >= longestChain {
			continue
		}
		say := "it is told of here too"
		if t.date.From.Day != d.date.From.Day || t.date.To.Day != d.date.To.Day {
			say = "this agrees with it"
		}
		at := text.Ref{Doc: c.docs[t.doc].ID, Span: c.dateOf(t).Span}
		if !slices.ContainsFunc(out, func(r when.Reason) bool { return r.Ref == at }) {
			out = append(out, when.Reason{Say: say, Ref: at})
		}
	}
	return out
}

// status of a group. A plan that is told as done has happened, and one that is
// told as given up is cancelled. Where one says done and another given up, the
// text written last has it, else the greater number.
func (c *Chronicle) status(g []int32) event.Status {
	var count [4]int
	var latest [4]when.Day
	for n := range latest {
		latest[n] = when.NoDay
	}
	for _, i := range g {
		s := c.all[i].ev.Status
		count[s]++
		if p := c.times[c.all[i].doc].Published; p.To.Known() {
			latest[s] = max(latest[s], p.To.Day)
		}
	}
	done, off := event.Happened, event.Cancelled
	switch {
	case count[off] > 0 && count[done] > 0:
		if latest[off] > latest[done] || latest[off] == latest[done] && count[off] > count[done] {
			return off
		}
		return done
	case count[off] > 0:
		return off
	case count[done] > 0:
		return done
	}
	return c.all[g[0]].ev.Status
}

// contradicts reports whether a telling's status cannot stand beside that of its
// line: done against given up.
func contradicts(a, b event.Status) bool {
	return a == event.Happened && b == event.Cancelled || a == event.Cancelled && b == event.Happened
}

// worth ranks tellings for the headline: one that stands as the event does, in a
// clause of its own, with its time told.
func (c *Chronicle) worth(i int32, st event.Status) int {
	t := &c.all[i]
	n := 0
	if t.ev.Status == st {
		n += 4
	}
	if !t.ev.Nominal {
		n += 6
	}
	if t.minute() >= 0 {
		n += 2
	}
	if t.day() {
		n++
	}
	if strings.Count(t.headline, " ") < 2 {
		n -= 3
	}
	if t.ev.Spoken {
		n -= 4
	}
	if strings.HasPrefix(t.headline, "[") {
		n--
	}
	return n
}

// finer reports whether a tells a time more finely than b.
func finer(a, b *when.Interval) bool {
	if !a.From.Known() || !a.To.Known() { // of two bounds the closer tells more
		return !a.From.Known() && a.To.Known() && !b.From.Known() && (!b.To.Known() || a.To.Day < b.To.Day)
	}
	if !b.From.Known() || !b.To.Known() {
		return true
	}
	wa, wb := a.To.Day-a.From.Day, b.To.Day-b.From.Day
	return wa < wb || wa == wb && a.From.Minute >= 0 && b.From.Minute < 0
}
