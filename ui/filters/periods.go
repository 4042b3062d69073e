package filters

import (
	"slices"
	"strings"

	"onrecord/ui/index"
)

// oldest is the first year that is offered, and that four digits typed mean: 0010 is
// the number of a document. What was before is reached by "before 1000".
const oldest = 1000

// periods offers what was under the cursor, a month and its year, and the years in
// which something is told. They stand in the order of the chronology; until words are
// typed, those of which most is told.
func periods(x *index.Index, offers []index.Period) section {
	s := section{name: "Period"}
	for i, p := range offers {
		s.offer(index.ByPeriod{Period: p}, p.String()+[...]string{" ─ under the cursor", ""}[min(i, 1)], "")
	}
	years := slices.DeleteFunc(slices.Clone(x.Years()), func(y int) bool { return y < oldest || slices.Contains(offers, index.YearOf(y)) })
	room := len(years)
	if len(offers)+room > shownOf+1 {
		room = max(shownOf-len(offers), 0)
	}
	shown := years[:room]
	for _, y := range slices.Sorted(slices.Values(years)) {
		p := index.YearOf(y)
		s.offer(index.ByPeriod{Period: p}, p.String(), "")
		s.options[len(s.options)-1].later = !slices.Contains(shown, y)
	}
	return s
}

// typedPeriod reads the period that is typed, and reports whether there is one.
func (s *Sheet) typedPeriod() bool {
	s.problem = ""
	p, err := index.ParsePeriod(s.input.Value())
	if err == nil && numbered(s.input.Value()) {
		err = index.ErrPeriod
	}
	if err != nil {
		s.problem = err.Error()
		return false
	}
	s.typed = option{condition: index.ByPeriod{Period: p}, label: p.String()}
	return true
}

// numbered reports whether four digits stand in what is typed that are a number with
// noughts before it, and no year.
func numbered(typed string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(typed, func(c rune) bool { return c < '0' || c > '9' }), func(n string) bool {
		return len(n) == 4 && n[0] == '0'
	})
}
