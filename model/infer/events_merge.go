package infer

import (
	"math"
	"slices"
	"strings"

	"onrecord/model/when"
)

// weigh numbers the words of all tellings and finds how much each tells: a word
// of every telling little, a rare one much (inverse document frequency).
func (c *Chronicle) weigh() {
	number := map[uint32]int32{}
	var count []int
	words := 0
	for i := range c.all {
		words += len(c.all[i].ev.Stems) + len(c.all[i].ev.Names)
	}
	room := make([]int32, words)
	take := func(h []uint32) []int32 {
		out := room[:len(h):len(h)]
		room = room[len(h):]
		for i, x := range h {
			n, ok := number[x]
			if !ok {
				n = int32(len(count))
				number[x] = n
				count = append(count, 0)
			}
			count[n]++
			out[i] = n
		}
		slices.Sort(out)
		return out
	}
	for i := range c.all {
		t := &c.all[i]
		t.stems, t.names = take(t.ev.Stems), take(t.ev.Names)
	}
	c.rare = make([]float64, len(count))
	for n, k := range count {
		c.rare[n] = math.Log(1 + float64(len(c.all)+4)/float64(k))
	}
	for i := range c.all {
		t := &c.all[i]
		t.sum = c.sum(t.stems) + c.sum(t.names)
	}
	c.parent = make([]int32, len(c.all))
	for i := range c.parent {
		c.parent[i] = int32(i)
	}
}

func (c *Chronicle) sum(words []int32) float64 {
	s := 0.0
	for _, w := range words {
		s += c.rare[w]
	}
	return s
}

// mostCompared bounds how many tellings that share a word one is compared with.
const mostCompared = 48

// merge joins the tellings of one happening. Tellings in the same words of the
// same time are joined at sight; of the others only those that share a stem are
// compared, in order of time and a bounded number of each.
func (c *Chronicle) merge() {
	first := c.distinct()
	for _, l := range slices.Concat(c.byStem(first), c.byMinute(first), c.byName(first)) {
		for x, i := range l {
			for _, k := range l[x+1 : min(x+1+mostCompared, len(l))] {
				a, b := c.find(i), c.find(k)
				if a != b && c.same(&c.all[i], &c.all[k]) && !otherSums(c.all[i].headline, c.all[k].headline) && !otherRoles(c.all[i].headline, c.all[k].headline) && (c.agree(a, b) || c.close(i, k, a, b)) {
					c.join(i, k)
				}
			}
		}
	}
}

// distinct joins the tellings in the same words of the same time and returns the
// first of each, in order of time, those without one last.
func (c *Chronicle) distinct() []int32 {
	type key struct {
		from, to when.Moment
		says     string
	}
	seen := map[key]int32{}
	var first []int32
	lines := c.standing()
	for i := range c.all {
		t := &c.all[i]
		k := key{t.from, t.to, strings.ToLower(t.headline)}
		if !t.from.Known() {
			k.to = when.NoMoment // done by one day or by another: the same words tell of one deed
		}
		if t.by() && lines[k.says] {
			c.parent[i] = gone
			continue
		}
		if was, ok := seen[k]; ok {
			c.join(was, int32(i))
			continue
		}
		seen[k] = int32(i)
		first = append(first, int32(i))
	}
	slices.SortStableFunc(first, func(a, b int32) int {
		return bound(c.all[a].date).Compare(bound(c.all[b].date))
	})
	return first
}

// gone is the parent of a telling that is none.
const gone = -1

// standing finds the headlines that texts of far more than a week tell as news in
// the same words: the site's own, beside its articles.
func (c *Chronicle) standing() map[string]bool {
	type run struct {
		first, last when.Day
		docs        int
	}
	runs := map[string]run{}
	for i := range c.all {
		t := &c.all[i]
		if !t.by() {
			continue
		}
		k := strings.ToLower(t.headline)
		r, ok := runs[k]
		if !ok {
			r.first, r.last = t.to.Day, t.to.Day
		}
		r.first, r.last, r.docs = min(r.first, t.to.Day), max(r.last, t.to.Day), r.docs+1
		runs[k] = r
	}
	out := map[string]bool{}
	for k, r := range runs {
		if r.docs > 2 && r.last-r.first > news {
			out[k] = true
		}
	}
	return out
}

// byStem lists the tellings of each stem, in the order given.
func (c *Chronicle) byStem(order []int32) [][]int32 {
	lists := make([][]int32, len(c.rare))
	for _, i := range order {
		for _, s := range c.all[i].stems {
			lists[s] = append(lists[s], i)
		}
	}
	return lists
}

// byName lists the tellings of each name that a telling of nothing but names has:
// "the Eskford Fair was held".
func (c *Chronicle) byName(order []int32) [][]int32 {
	wanted := map[int32]int{}
	for _, i := range order {
		if t := &c.all[i]; len(t.stems) == 0 && len(t.names) > 1 {
			for _, n := range t.names {
				wanted[n] = 0
			}
		}
	}
	var lists [][]int32
	for _, i := range order {
		for _, n := range c.all[i].names {
			at, ok := wanted[n]
			if !ok {
				continue
			}
			if at == 0 {
				lists = append(lists, nil)
				at = len(lists)
				wanted[n] = at
			}
			lists[at-1] = append(lists[at-1], i)
		}
	}
	return lists
}

// byMinute lists the tellings of each minute.
func (c *Chronicle) byMinute(order []int32) [][]int32 {
	var lists [][]int32
	last := int32(-1)
	for _, i := range order {
		if c.all[i].minute() < 0 {
			continue
		}
		if last < 0 || c.all[i].from != c.all[last].from {
			lists = append(lists, nil)
		}
		lists[len(lists)-1] = append(lists[len(lists)-1], i)
		last = i
	}
	return lists
}

func (c *Chronicle) find(i int32) int32 {
	for c.parent[i] != i {
		c.parent[i] = c.parent[c.parent[i]]
		i = c.parent[i]
	}
	return i
}

// join keeps as the root of a group the telling with the most words: what is to
// join the group must fit it too.
func (c *Chronicle) join(a, b int32) {
	a, b = c.find(a), c.find(b)
	if a == b {
		return
	}
	if x, y := c.all[a].sum, c.all[b].sum; y > x || y == x && b < a {
		a, b = b, a
	}
	c.parent[b] = a
}

// agree reports whether the fullest tellings of two groups have something in
// common and do not contradict each other, so that a chain of likenesses does not
// tie different happenings together.
func (c *Chronicle) agree(a, b int32) bool {
	_, _, share := c.alike(&c.all[a], &c.all[b])
	return share >= least/2 && fit(&c.all[a], &c.all[b])
}

// fit reports whether two tellings can be of one time.
func fit(a, b *telling) bool {
	return (!a.day() || !b.day() || a.from.Day == b.from.Day) && (a.minute() < 0 || b.minute() < 0 || a.minute() == b.minute())
}

// close reports whether tellings i and k are so much alike that their groups a
// and b need only fit in time.
func (c *Chronicle) close(i, k, a, b int32) bool {
	stems, names, share := c.alike(&c.all[i], &c.all[k])
	return stems > 0 && names > 0 && share >= 0.65 && fit(&c.all[a], &c.all[b])
}

// alike counts the stems and the names that two tellings share, and says how much
// of the shorter one that is.
func (c *Chronicle) alike(a, b *telling) (stems, names int, share float64) {
	stems, s := c.shared(a.stems, b.stems)
	names, n := c.shared(a.names, b.names)
	if low := min(a.sum, b.sum); low > 0 {
		share = (s + n) / low
	}
	return stems, names, share
}

// shared counts what two sorted lists have in common, and its weight.
func (c *Chronicle) shared(a, b []int32) (n int, weight float64) {
	i, k := 0, 0
	for i < len(a) && k < len(b) {
		switch {
		case a[i] == b[k]:
			n++
			weight += c.rare[a[i]]
			i++
			k++
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n, weight
}

// loose is how many days before its first a season is spoken of: May is summer to
// many.
const loose = 31

// least is the share of the shorter telling's words that two tellings of one time
// have in common.
const least = 0.5

// same reports whether two tellings that share a stem are of one happening.
func (c *Chronicle) same(a, b *telling) bool {
	if a.ev.Not != b.ev.Not {
		return false
	}
	if a.by() || b.by() {
		return c.lately(a, b) || c.lately(b, a)
	}
	if !a.known() || !b.known() || !meets(a, b) {
		return false
	}
	stems, names, share := c.alike(a, b)
	switch {
	case stems == 0:
		return a.minute() >= 0 && a.from == b.from && share >= least ||
			a.day() && b.day() && a.from.Day == b.from.Day && names > 1 && share >= 0.8
	case a.day() && b.day():
		return fit(a, b) && (share >= least || a.minute() >= 0 && a.minute() == b.minute() && names > 0)
	case share >= least && (a.from.Day == b.from.Day && a.to.Day == b.to.Day || contains(a, b) || contains(b, a)):
		return stems > 1 || names > 0 || a.doc == b.doc
	}
	return names > 0 && (near(a, b) || near(b, a))
}

// meets reports whether the times of two tellings allow of one happening at all: it is
// asked before their words are compared, which takes longer.
func meets(a, b *telling) bool {
	if a.day() && b.day() {
		return a.from.Day == b.from.Day
	}
	return a.from == b.from || contains(a, b) || contains(b, a) || near(a, b) || near(b, a) || a.from.Day == b.from.Day && a.to.Day == b.to.Day
}

// by reports whether only the day by which it happened is known.
func (t *telling) by() bool { return !t.from.Known() && t.to.Known() }

// news is how many days after a happening a text may still tell it as news.
const news = 7

// lately reports whether b, which gives no day but that of telling, is news of
// what a dates.
func (c *Chronicle) lately(a, b *telling) bool {
	if !b.by() || !a.day() || a.to.Day > b.to.Day || b.to.Day-a.from.Day > news {
		return false
	}
	stems, names, share := c.alike(a, b)
	return stems > 0 && names > 0 && stems+names > 2 && share >= 0.6
}

// contains reports whether a's time, two months at most, holds b's.
func contains(a, b *telling) bool {
	return a.from.Day <= b.from.Day && b.to.Day <= a.to.Day && a.to.Day-a.from.Day <= 2*loose
}

// near reports whether b's day lies in a season, or close before it.
func near(season, b *telling) bool {
	return season.date.Precision == when.Season && b.day() && b.from.Day >= season.from.Day-loose && b.from.Day <= season.to.Day
}
