package filters

import (
	"cmp"
	"slices"
	"strings"
)

// row is a line of the list: a heading, a condition, or that there are more.
type row struct {
	head   string
	option *option
	rank   rank
	more   int // of section, hidden
	of     int // the section
}

// shownOf is how many conditions of a kind stand there before any words are typed.
const shownOf = 5

// shorten leaves the first conditions of a section to be shown while nothing is
// typed.
func (s *section) shorten() {
	if len(s.options) <= shownOf+1 {
		return
	}
	for i := shownOf; i < len(s.options); i++ {
		s.options[i].later = true
	}
}

// fill lists what the words typed find, the best first; without words the beginning
// of each kind, and what is set.
func (s *Sheet) fill() {
	s.rows = s.rows[:0]
	words := strings.Fields(strings.ToLower(s.input.Value()))
	typed := s.typedPeriod(words)
	var groups []group
	for k := range s.sections {
		g := s.whole(k)
		if len(words) > 0 {
			g = s.found(k, words, typed)
		}
		if len(g.rows) > 0 {
			groups = append(groups, g)
		}
	}
	if typed {
		groups = s.withTyped(groups)
	}
	sorted(groups)
	for _, g := range groups {
		s.rows = append(append(s.rows, row{head: s.sections[g.of].name, of: g.of}), g.rows...)
	}
	s.tall = max(s.tall, len(s.rows))
	if s.at = min(s.at, len(s.rows)-1); s.at < 0 || s.rows[s.at].head != "" {
		s.at = -1
		s.step(1)
	}
}

// whole is a section while nothing is typed.
func (s *Sheet) whole(k int) group {
	g := group{of: k}
	hidden := 0
	for i := range s.sections[k].options {
		o := &s.sections[k].options[i]
		if o.later && !s.unfolded[k] && !s.filter.Has(o.condition) {
			hidden++
			continue
		}
		g.rows = append(g.rows, row{option: o, of: k})
	}
	if hidden > 0 {
		g.rows = append(g.rows, row{more: hidden, of: k})
	}
	return g
}

// found is what words find of a section, the best first.
func (s *Sheet) found(k int, words []string, typed bool) group {
	g := group{of: k, best: last}
	for i := range s.sections[k].options {
		o := &s.sections[k].options[i]
		r, ok := o.ranked(words)
		if !ok || typed && o.condition == s.typed.condition { // that stands first
			continue
		}
		g.best = min(g.best, r)
		g.rows = append(g.rows, row{option: o, rank: r, of: k})
	}
	slices.SortStableFunc(g.rows, func(a, b row) int { return cmp.Compare(a.rank, b.rank) })
	return g
}

// withTyped adds the period that is typed: before all else, but for what is called
// exactly so where the period would leave nothing.
func (s *Sheet) withTyped(groups []group) []group {
	g := group{rows: []row{{option: &s.typed}}}
	if len(groups) > 0 && groups[0].of == 0 {
		g.rows = append(g.rows, groups[0].rows...)
		groups = groups[1:]
	}
	called := slices.ContainsFunc(groups, func(g group) bool { return g.best == asTyped })
	if called && !s.leaves(s.typed.condition) {
		g.best = last
	}
	return append([]group{g}, groups...)
}
