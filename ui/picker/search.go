package picker

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/ui/fuzzy"
)

// Kind is what sort of thing an item is.
type Kind uint8

// The kinds, in the order in which they stand while nothing is typed.
const (
	Mark Kind = iota
	Document
	Person
	Event
	Command
	kinds
)

// prefixes narrow to one kind: a letter and a blank, or the sign of commands.
var prefixes = [kinds]string{"m ", "d ", "p ", "e ", ">"}

var names = [kinds]string{"Marks", "Documents", "People", "Events", "Commands"}

// Item is one thing to go to: what it is called, what stands beside it, what it is
// found by too, and its number where it comes from.
type Item struct {
	Text, Extra, Also string
	Index             int32
}

// List is the items of one kind, ready to be searched. It is not changed after
// NewList, so that a search may run beside the screen.
type List struct {
	kind  Kind
	items []Item
	keys  []fuzzy.Key
	masks []fuzzy.Mask
	parts []fuzzy.Parts
}

// NewList prepares items, whose order is that of equals. It takes 0.5 µs an item.
func NewList(kind Kind, items []Item) *List {
	l := &List{kind: kind, items: items, keys: make([]fuzzy.Key, len(items)), masks: make([]fuzzy.Mask, len(items)), parts: make([]fuzzy.Parts, len(items))}
	for i, it := range items {
		l.keys[i] = fuzzy.KeyOf(it.Text + " " + it.Also + " " + it.Extra)
		l.masks[i] = fuzzy.MaskOf(l.keys[i])
		name := int32(utf8.RuneCountInString(it.Text))
		l.parts[i] = fuzzy.Parts{Name: name, Names: name + 1 + int32(utf8.RuneCountInString(it.Also))}
	}
	return l
}

// How many items of a kind are listed: among other kinds, and alone.
const (
	shownAmong = 5
	shownAlone = 1000
)

// group is what was found of one kind, the best first.
type group struct {
	list  *List
	hits  []int32 // of list.items
	total int     // how many match, listed or not
}

// found is the answer to a query.
type found struct {
	query  fuzzy.Query
	groups []group
	hits   int // in all groups
}

// narrowed parts a query from the prefix that narrows it to one kind.
func narrowed(s string) (kind Kind, only bool, rest string) {
	for k, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return Kind(k), true, rest
		}
	}
	return 0, false, s
}

// search finds what matches: the kind with the best match first. Of kinds that match
// as well commands are the last: whoever means one has a page of them.
func search(lists []*List, s string) found {
	kind, only, rest := narrowed(s)
	f := found{query: fuzzy.Parse(rest)}
	most := shownAmong
	if only || len(lists) == 1 {
		most = shownAlone
	}
	type ranked struct {
		group
		best match
	}
	var all []ranked
	for _, l := range lists {
		if only && l.kind != kind {
			continue
		}
		if g, best := l.find(&f.query, most); g.total > 0 {
			all = append(all, ranked{g, best})
			f.hits += len(g.hits)
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int {
		isCommand := func(r ranked) int { return map[bool]int{true: 1}[r.list.kind == Command] }
		return cmp.Or(cmp.Compare(b.best.class(), a.best.class()), isCommand(a)-isCommand(b), cmp.Compare(b.best, a.best))
	})
	for _, r := range all {
		f.groups = append(f.groups, r.group)
	}
	return f
}

// find returns the best items of a list and how well the first matches.
func (l *List) find(q *fuzzy.Query, most int) (g group, best match) {
	g.list = l
	if q.Empty() {
		g.total = len(l.items)
		for i := range min(most, g.total) {
			g.hits = append(g.hits, int32(i))
		}
		return g, 0
	}
	// A match is a number, the score above the place in the list turned round, so
	// that the best are the greatest. Only so many are kept as may be listed, twice
	// over, so that they are sorted seldom.
	half := len(l.keys) / 2
	if len(l.keys) < atOnce {
		half = 0
	}
	var other []uint64
	var others int
	done := make(chan struct{})
	go func() { // a second core halves the wait
		other, others = l.scan(q, 0, half, most)
		close(done)
	}()
	kept, total := l.scan(q, half, len(l.keys), most)
	<-done
	g.total = total + others
	for _, v := range top(append(kept, other...), most) {
		g.hits = append(g.hits, int32(math.MaxUint32-uint32(v)))
	}
	if len(g.hits) > 0 {
		best, _ = l.match(q, int(g.hits[0]))
	}
	return g, best
}

// scan finds the best of some items, in no order, and how many match.
func (l *List) scan(q *fuzzy.Query, from, to, most int) (kept []uint64, total int) {
	least := uint64(0)
	for i := from; i < to; i++ {
		s, ok := l.match(q, i)
		if !ok {
			continue
		}
		total++
		v := uint64(s)<<32 | uint64(math.MaxUint32-uint32(i))
		if v <= least {
			continue
		}
		if kept = append(kept, v); len(kept) == 2*most {
			kept = top(kept, most)
			least = kept[most-1]
		}
	}
	return kept, total
}

// match is how well an item matches, the best the greatest: where the words were
// found, how well, and of equals the shorter.
type match uint32

const classBit = 28 // of a match, the first that tells where the words were found

func (m match) class() match { return m >> classBit }

func (l *List) match(q *fuzzy.Query, i int) (match, bool) {
	c, s, ok := q.Rank(l.keys[i], l.masks[i], l.parts[i])
	if !ok {
		return 0, false
	}
	s = max(s*16-min(len(l.items[i].Text), 255)/8, 0)
	return match(c)<<classBit | match(min(s, 1<<classBit-1)), true
}

// top sorts the greatest first and keeps n of them.
func top(v []uint64, n int) []uint64 {
	slices.SortFunc(v, func(a, b uint64) int { return cmp.Compare(b, a) })
	return v[:min(n, len(v))]
}

// places are the runes of an item that match, parted into those of its text and of
// what stands beside it.
func (l *List) places(q *fuzzy.Query, i int32) (text, extra []int) {
	name, names := int(l.parts[i].Name), int(l.parts[i].Names)
	for _, at := range q.Places(l.keys[i]) {
		switch {
		case at < name:
			text = append(text, at)
		case at > names:
			extra = append(extra, at-names-1)
		}
	}
	return text, extra
}
