package when

import "math"

// A story tells few of its years: "In January …" is of the year that the account
// has come to. Which that is, the whole account tells: dates mostly go on, seldom
// go back, and some years are mentioned in passing. plot finds the cheapest such
// account by dynamic programming (R. Bellman, 1957) over the dates in their order,
// keeping the best few states, so it is linear.

// plotted is where a story stands at each of its expressions.
type plotted struct {
	year  []int  // of expressions that tell no year, in the astronomical count; noYear where none is found
	moves []bool // the story goes on from this expression
}

const noYear = math.MinInt

// The costs, in about months: how far apart dates of an account lie.
const (
	passing      = 6.0  // a year mentioned in passing
	passingDate  = 15.0 // a full date mentioned in passing
	passingFirst = 16.0 // one that begins its sentence, or stands in a heading
	backward     = 1.8  // a step back against a step on
	turning      = 0.5  // of any step back
	untold       = 1.5  // a new year that is not told
	beam         = 8    // states that are kept
)

// state is one account so far.
type state struct {
	from, to Day // where it stands
	cost     float64
	back     *state
	at       int // the expression that was read last
	moved    bool
	year     int // given to that expression, or noYear
}

// plot reads the expressions of a story.
func (f *Found) plot() *plotted {
	p := &plotted{year: make([]int, len(f.Expressions)), moves: make([]bool, len(f.Expressions))}
	for i := range p.year {
		p.year[i] = noYear
	}
	first := f.firstYear()
	if first == NoDay {
		return p
	}
	states := []*state{{from: first, to: DayOf(yearOf(first), 12, 31), at: -1, year: noYear}}
	for i := range f.Expressions {
		if e := &f.Expressions[i]; e.inStory() {
			states = e.follow(states, i)
		}
	}
	best := states[0]
	for s := best; s != nil && s.at >= 0; s = s.back {
		p.moves[s.at], p.year[s.at] = s.moved, s.year
	}
	return p
}

// firstYear returns the first day of the first year that is told near the
// beginning, or NoDay.
func (f *Found) firstYear() Day {
	const most = 64
	for i := range f.Expressions[:min(most, len(f.Expressions))] {
		if e := &f.Expressions[i]; e.Form == Calendar && e.Year > 0 && e.Grain <= Years && !e.Attr {
			return DayOf(e.civil(e.Year), 1, 1)
		}
	}
	return NoDay
}

// inStory reports whether an expression is a step of an account.
func (e *Expression) inStory() bool {
	switch {
	case e.Attr || e.Quiet || e.Grain > Years || e.Grain == Halves || e.Section >= 0:
		return false
	case e.Form == Calendar && e.YearBy == YearOfNow, e.Form == Calendar && e.Month == 0 && e.Season == NoCode && e.Quarter == 0 && e.Year == 0 && e.feast == nil && e.YearBy == NoYear:
		return false
	case e.From >= 0 && e.Grain == Years:
		return false
	}
	return e.Form == Calendar || e.Form == Offset && e.Anaphor && e.N != 0 && e.Grain >= Days
}

// follow extends every state by expression i and keeps the best.
func (e *Expression) follow(states []*state, i int) []*state {
	next := make([]*state, 0, 4*len(states))
	for _, s := range states {
		switch {
		case e.Form == Offset:
			if from, to, ok := s.shifted(e); ok {
				next = append(next, s.step(i, from, to, noYear, 0))
			} else {
				next = append(next, s.stay(i, noYear, 0))
			}
		case e.YearBy == YearOfTold:
			from, to := e.bounds(yearOf(s.from) + int(e.YearN))
			next = append(next, s.step(i, from, to, noYear, 0))
		case e.Year > 0:
			from, to := e.bounds(e.civil(e.Year))
			next = append(next, s.step(i, from, to, noYear, s.move(from, to)), s.stay(i, noYear, e.skipped()))
		default:
			before := len(next)
			for y := yearOf(s.from) - 1; y <= min(yearOf(s.to), yearOf(s.from)+3)+1; y++ {
				from, to := e.bounds(y)
				if e.Turn == Next && from <= s.from || e.Turn == Last && to >= s.from {
					continue
				}
				cost := s.move(from, to)
				if y != yearOf(s.from) {
					cost += untold
				}
				if e.Turn == Last { // the salient taken "the previous April": the account stays
					next = append(next, s.stay(i, y, cost))
				} else {
					next = append(next, s.step(i, from, to, y, cost))
				}
			}
			if len(next) == before {
				next = append(next, s.stay(i, noYear, 0))
			}
		}
	}
	return prune(next)
}

// skipped is what it costs to take a date as mentioned in passing.
func (e *Expression) skipped() float64 {
	switch {
	case e.leads:
		return passingFirst
	case e.Grain <= Months:
		return passingDate
	}
	return passing
}

func (s *state) shifted(e *Expression) (from, to Day, ok bool) {
	f1, t1 := shift(s.from, e.Grain, e.N)
	f2, t2 := shift(s.to, e.Grain, e.N)
	return f1, t1, f1 == f2 && t1 == t2
}

// move is what it costs to go from a state to an interval.
func (s *state) move(from, to Day) float64 {
	switch {
	case from > s.to: // from the middle of a year, where only that is known
		return apart(from - s.to + (s.to-s.from)/2)
	case to < s.from:
		return turning + backward*apart(s.from-to)
	}
	return 0
}

// apart is the cost of a number of days: near a month each, less and less for long
// ones, since accounts pass over years.
func apart(d Day) float64 { return 6 * math.Log1p(float64(d)/182) }

// step moves a state to an interval, unless that only names the year it stands in.
func (s *state) step(i int, from, to Day, year int, cost float64) *state {
	n := &state{from: from, to: to, cost: s.cost + cost, back: s, at: i, moved: true, year: year}
	if from <= s.from && s.to <= to && s.to-s.from < to-from {
		n.from, n.to, n.moved = s.from, s.to, s.at < 0
	}
	return n
}

func (s *state) stay(i, year int, cost float64) *state {
	return &state{from: s.from, to: s.to, cost: s.cost + cost, back: s, at: i, year: year}
}

// prune keeps the cheapest state of each place, and of those the best few, the
// best first.
func prune(all []*state) []*state {
	kept := all[:0]
	for _, s := range all {
		at := len(kept)
		same := -1
		for k, o := range kept {
			if o.from == s.from && o.to == s.to {
				same = k
				break
			}
		}
		switch {
		case same >= 0 && kept[same].cost <= s.cost:
			continue
		case same >= 0:
			at = same
			kept[same] = s
		default:
			kept = append(kept, s)
		}
		for at > 0 && kept[at].cost < kept[at-1].cost {
			kept[at], kept[at-1] = kept[at-1], kept[at]
			at--
		}
	}
	return kept[:min(len(kept), beam)]
}
