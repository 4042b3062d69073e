package infer

import (
	"slices"
	"strings"

	"onrecord/model/event"
)

// rivalry says which groups are versions of another.
type rivalry struct {
	of      map[int32][]int32 // root of a line: roots of its versions
	version map[int32]bool
}

// rivals finds the groups that tell of one happening and contradict each other in
// its day or hour: what can happen but once, or one plan, in nearly the same words
// with a name in common, in different documents. The group that most documents
// tell, else the first, keeps the line.
func (c *Chronicle) rivals(groups map[int32][]int32, roots []int32) rivalry {
	r := rivalry{of: map[int32][]int32{}, version: map[int32]bool{}}
	order := slices.Clone(roots)
	slices.SortStableFunc(order, func(a, b int32) int { return c.all[a].from.Compare(c.all[b].from) })
	for _, l := range c.byStem(order) {
		for x, i := range l {
			for _, k := range l[x+1 : min(x+1+mostCompared/4, len(l))] {
				if r.version[i] || r.version[k] || !c.rival(&c.all[i], &c.all[k]) || c.meet(groups[i], groups[k]) {
					continue
				}
				a, b := i, k
				if len(groups[b]) > len(groups[a]) || len(groups[b]) == len(groups[a]) && b < a {
					a, b = b, a
				}
				if len(r.of[b]) > 0 {
					continue
				}
				r.of[a] = append(r.of[a], b)
				r.version[b] = true
			}
		}
	}
	for _, v := range r.of {
		slices.Sort(v)
	}
	return r
}

// rival reports whether two tellings contradict each other: alike in words, and
// of different days or hours.
func (c *Chronicle) rival(a, b *telling) bool {
	if !a.known() || !b.known() || a.doc == b.doc || a.ev.Spoken || b.ev.Spoken {
		return false
	}
	wide := a.to.Day - a.from.Day
	if d := wide - (b.to.Day - b.from.Day); d < -3 || d > 3 || a.from.Day != b.from.Day && a.from.Day <= b.to.Day && b.from.Day <= a.to.Day {
		return false // a month and a day in it do not contradict each other
	}
	apart := b.from.Day - a.from.Day
	if apart < 0 {
		apart = -apart
	}
	hours := apart == 0 && a.minute() >= 0 && b.minute() >= 0 && a.minute() != b.minute()
	plans := a.ev.Status == event.Planned && b.ev.Status == event.Planned && apart <= 3
	once := a.ev.Once && b.ev.Once && apart <= loose+2*wide
	if !hours && (apart == 0 || !plans && !once) {
		return false
	}
	stems, s := c.shared(a.stems, b.stems)
	names, n := c.shared(a.names, b.names)
	return stems > 0 && names > 0 && stems+names > 2 && (s+n) >= 0.75*max(a.sum, b.sum)
}

// meet reports whether one document tells both: it does not contradict itself.
func (c *Chronicle) meet(a, b []int32) bool {
	for _, i := range a[:min(len(a), mostCompared)] {
		for _, k := range b[:min(len(b), mostCompared)] {
			if c.all[i].doc == c.all[k].doc {
				return true
			}
		}
	}
	return false
}

// contradict adds the tellings of a group as versions of a line.
func (c *Chronicle) contradict(h *Happening, g []int32) {
	for _, i := range g {
		t := &c.all[i]
		c.version(h, t)
		h.Sources = addRef(h.Sources, c.ref(t))
	}
}

// version adds a telling to the versions of a line, to those that say the same.
func (c *Chronicle) version(h *Happening, t *telling) {
	for k := range h.Versions {
		v := &h.Versions[k]
		if v.Status == t.ev.Status && v.Date.From == t.from && v.Date.To == t.to {
			v.Sources = addRef(v.Sources, c.ref(t))
			return
		}
	}
	v := Version{Date: *t.date, Status: t.ev.Status, Says: c.says(t)}
	v.Sources = addRef(v.Sources, c.ref(t))
	h.Versions = append(h.Versions, v)
}

// says is how the document puts the date of a telling, with the preposition that
// leads to it; what it says of the event where it gives none.
func (c *Chronicle) says(t *telling) string {
	d := &c.docs[t.doc]
	if t.expr < 0 {
		return strings.Join(strings.Fields(t.ev.Clause.Of(d.Text)), " ")
	}
	sp := c.dateOf(t).Span
	before := strings.TrimRight(d.Text[max(0, sp.Start-12):sp.Start], " \n\t")
	word := before[strings.LastIndexAny(before, " \n\t")+1:]
	switch w := strings.ToLower(word); w {
	case "on", "in", "at", "by", "since", "from", "during", "for":
		return strings.Join(strings.Fields(word+" "+sp.Of(d.Text)), " ")
	}
	return strings.Join(strings.Fields(sp.Of(d.Text)), " ")
}
