package filters

import (
	"slices"
	"strings"
)

// row is a line of the list: a heading, a condition, or that there are more.
type row struct {
	head   string
	option *option
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
	if words := strings.Fields(strings.ToLower(s.input.Value())); len(words) > 0 {
		s.fillFound(words)
	} else {
		s.fillAll()
	}
	s.tall = max(s.tall, len(s.rows))
	if s.at = min(s.at, len(s.rows)-1); s.at < 0 || s.rows[s.at].head != "" {
		s.at = -1
		s.step(1)
	}
}

// fillAll lists the beginning of each section.
func (s *Sheet) fillAll() {
	s.problem = ""
	for k := range s.sections {
		s.begin(k)
		hidden := 0
		for i := range s.sections[k].options {
			o := &s.sections[k].options[i]
			if o.later && !s.unfolded[k] && !s.filter.Has(o.condition) {
				hidden++
				continue
			}
			s.rows = append(s.rows, row{option: o, of: k})
		}
		if hidden > 0 {
			s.rows = append(s.rows, row{more: hidden, of: k})
		}
		s.end()
	}
}

// fillFound lists what words find, and before it the period that they name: but for
// what is called exactly so where the period would leave nothing.
func (s *Sheet) fillFound(words []string) {
	typed := s.typedPeriod()
	best := make([]rank, len(s.sections))
	for k := range s.sections {
		best[k] = s.sections[k].rank(words)
	}
	if typed {
		best[0] = asTyped
		if slices.Contains(best[1:], asTyped) && !s.leaves(s.typed.condition) {
			best[0] = last
		}
	}
	for _, k := range inOrder(best) {
		s.begin(k)
		if k == 0 && typed {
			s.rows = append(s.rows, row{option: &s.typed})
		}
		for r := asTyped; r < last; r++ {
			for i, at := range s.sections[k].ranks {
				if o := &s.sections[k].options[i]; at == r && (!typed || o.condition != s.typed.condition) {
					s.rows = append(s.rows, row{option: o, of: k})
				}
			}
		}
		s.end()
	}
}

// begin sets the heading of a section, and end takes it back where nothing follows.
func (s *Sheet) begin(k int) { s.rows = append(s.rows, row{head: s.sections[k].name, of: k}) }

func (s *Sheet) end() {
	if n := len(s.rows) - 1; s.rows[n].head != "" {
		s.rows = s.rows[:n]
	}
}
