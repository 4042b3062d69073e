package events

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/when"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// stretch is the days of one event, both ends inclusive.
type stretch struct{ from, to when.Day }

// cell is a slice of the period. Level is how much happened in it, from 0 to 8; a
// cell with gap set stands for empty time that is left out.
type cell struct {
	from, to when.Day
	level    int
	gap      bool
}

// strip is how much happened when, from the first date to the last.
type strip struct {
	cells       []cell
	first, last string // at its ends
}

// The least that a strip is drawn for, and the most cells it has: beyond, a bar is
// no easier to find.
const (
	leastDated = 3
	leastCells = 12
	mostCells  = 100
	leastRows  = 8 // of the pane
)

// stretchesOf are the days of the events that are dated, by their first day.
func stretchesOf(events []model.Event, items []int32) []stretch {
	var out []stretch
	for _, i := range items {
		if d := &events[i].Date; !events[i].Undated && d.From.Known() && d.To.Known() {
			out = append(out, stretch{d.From.Day, d.To.Day})
		}
	}
	sortStretches(out)
	return out
}

func sortStretches(of []stretch) {
	slices.SortFunc(of, func(a, b stretch) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
}

// newStrip lays events, sorted by their first day, out over a row of width cells,
// or returns nil where that would tell nothing.
func newStrip(of []stretch, width int) *strip {
	if len(of) < leastDated {
		return nil
	}
	lo, hi := of[0].from, of[0].to
	for _, s := range of {
		hi = max(hi, s.to)
	}
	if lo == hi {
		return nil
	}
	s := &strip{}
	s.first, s.last = ends(lo, hi)
	room := min(width-len(s.first)-len(s.last)-3, mostCells)
	if room < leastCells {
		return nil
	}
	if s.cells = share(parts(of), room); len(s.cells) > room { // too many to draw apart
		s.cells = share([]part{{stretch: stretch{lo, hi}, n: len(of)}}, room)
	}
	s.fill(of)
	return s
}

// ends names the first and the last day: the years or, within one, the months.
func ends(lo, hi when.Day) (first, last string) {
	y1, m1, d1 := lo.Civil()
	y2, m2, d2 := hi.Civil()
	switch {
	case y1 != y2:
		return fmt.Sprint(y1), fmt.Sprint(y2)
	case m1 != m2:
		return say.Month(m1), fmt.Sprintf("%s %d", say.Month(m2), y2)
	}
	return fmt.Sprint(d1), fmt.Sprintf("%d %s %d", d2, say.Month(m2), y2)
}

// part is a stretch of time that is drawn: to scale or, where it is minor, in one
// cell.
type part struct {
	stretch
	n     int // events
	minor bool
}

// A gap is left out when it is longer than leastGap days and many times the time
// that passes between two events. A part with fewer than one event in minorShare is
// minor, and minor parts side by side are one: an event of 1900 must not press the
// year that matters into a single cell.
const (
	leastGap   = 2 * 366
	muchLonger = 10
	minorShare = 20
)

// Where a small part of the time holds most events, what lies before and
// behind it is minor too, however little of that is empty: a dossier of one summer
// tells of a founding, a war and three laws of the century before.
const (
	coreEvents = 80 // per cent
	coreTime   = 6  // the whole is at least so many times as long
)

// core returns which of the events, sorted by their first day, lie in the shortest
// time that holds most: of[lo:hi], all of them where that time is not short.
func core(of []stretch) (lo, hi int) {
	n := (len(of)*coreEvents + 99) / 100
	best := math.MaxInt
	for i := 0; i+n <= len(of); i++ {
		if d := int(of[i+n-1].from - of[i].from); d < best {
			best, lo, hi = d, i, i+n
		}
	}
	if (best+1)*coreTime > int(of[len(of)-1].from-of[0].from) {
		return 0, len(of)
	}
	for lo > 0 && int(of[lo].from-of[lo-1].from) <= best/coreTime { // what is near belongs to it
		lo--
	}
	for hi < len(of) && int(of[hi].from-of[hi-1].from) <= best/coreTime {
		hi++
	}
	return lo, hi
}

// parts splits the time of events, sorted by their first day: what comes before and
// behind the time that matters, and that by what is long empty.
func parts(of []stretch) []part {
	lo, hi := core(of)
	out := split(of[lo:hi])
	if lo > 0 {
		out[0].from = max(out[0].from, of[lo-1].from+1)
		out = append([]part{{stretch{of[0].from, out[0].from - 1}, lo, true}}, out...)
	}
	if last := &out[len(out)-1]; hi < len(of) {
		last.to = min(last.to, of[hi].from-1)
		end := of[hi].to
		for _, s := range of {
			end = max(end, s.to)
		}
		out = append(out, part{stretch{last.to + 1, end}, len(of) - hi, true})
	}
	return out
}

// split splits the time of events, sorted by their first day, at what is long
// empty.
func split(of []stretch) []part {
	var runs []part // of events that overlap
	for _, s := range of {
		if n := len(runs); n > 0 && s.from <= runs[n-1].to+1 {
			runs[n-1].to = max(runs[n-1].to, s.to)
			runs[n-1].n++
			continue
		}
		runs = append(runs, part{stretch: s, n: 1})
	}
	least := gapFrom(runs, len(of))
	var out []part
	for _, r := range runs {
		if n := len(out); n > 0 && int(r.from-out[n-1].to) < least {
			out[n-1].to = r.to
			out[n-1].n += r.n
			continue
		}
		out = append(out, r)
	}
	if len(out) > 1 {
		out = mergeMinor(out, len(of))
	}
	return out
}

// gapFrom is the days from which a gap is left out. What is left out shortens the
// time between two events, so the longest are taken first, until the next is not
// long any more.
func gapFrom(runs []part, events int) int {
	var gaps []int
	for i := 1; i < len(runs); i++ {
		gaps = append(gaps, int(runs[i].from-runs[i-1].to))
	}
	slices.SortFunc(gaps, func(a, b int) int { return b - a })
	left := int(runs[len(runs)-1].to-runs[0].from) + 1
	least := math.MaxInt
	for _, g := range gaps {
		if g < leastGap || g < muchLonger*(left-g)/events {
			break
		}
		least = g
		left -= g
	}
	return least
}

func mergeMinor(in []part, events int) []part {
	var out []part
	for _, p := range in {
		p.minor = p.n*minorShare < events
		if n := len(out); n > 0 && p.minor && out[n-1].minor {
			out[n-1].to = p.to
			out[n-1].n += p.n
			continue
		}
		out = append(out, p)
	}
	return out
}

// share gives each part its cells of those there are, by its length, a minor one a
// few, with one for each gap between.
func share(of []part, room int) []cell {
	few := func(p part) int { return max(min(room/10, p.n/3, int(p.to-p.from)+1), 1) }
	left, days := room-(len(of)-1), 0
	for _, p := range of {
		if p.minor {
			left -= few(p)
		} else {
			days += int(p.to-p.from) + 1
		}
	}
	left = max(left, 1)
	var out []cell
	for i, p := range of {
		if i > 0 {
			out = append(out, cell{from: of[i-1].to + 1, to: p.from - 1, gap: true})
		}
		length := int(p.to-p.from) + 1
		n := few(p)
		if !p.minor {
			n = max(min(left*length/max(days, 1), length), 1)
		}
		for k := range n {
			out = append(out, cell{from: p.from + when.Day(k*length/n), to: p.from + when.Day((k+1)*length/n) - 1})
		}
	}
	return out
}

// fill counts the events of each cell. One whose date is no finer than many cells
// counts for a part in each: its day is not known. Heights go by the square root,
// or one full day would flatten all others.
func (s *strip) fill(of []stretch) {
	sums := make([]float64, len(s.cells))
	for _, e := range of {
		a, b := s.at(e.from), s.at(e.to)
		for k := a; k <= b; k++ {
			sums[k] += 1 / float64(b-a+1)
		}
	}
	top := slices.Max(sums)
	for k := range s.cells {
		if sums[k] > 0 && !s.cells[k].gap {
			s.cells[k].level = max(1, int(math.Round(8*math.Sqrt(sums[k]/top))))
		}
	}
}

// at returns the cell of a day.
func (s *strip) at(d when.Day) int {
	k, ok := slices.BinarySearchFunc(s.cells, d, func(c cell, d when.Day) int { return cmp.Compare(c.from, d) })
	if !ok {
		k--
	}
	k = max(0, min(k, len(s.cells)-1))
	if s.cells[k].gap && d >= s.cells[k+1].from { // the gap has no day: it marks a change of scale
		k++
	}
	return k
}

// row draws the strip, the cell of a day marked; NoDay marks none.
func (s *strip) row(t *theme.Theme, width int, cursor when.Day) string {
	mark := -1
	if cursor != when.NoDay {
		mark = s.at(cursor)
	}
	var bars strings.Builder
	marked, run := "", ""
	for k, c := range s.cells {
		sign := " "
		switch {
		case c.gap:
			sign = t.Gap
		case c.level > 0:
			sign = t.Bars[c.level-1]
		}
		if k == mark {
			bars.WriteString(t.Quiet.Render(run))
			marked, run = sign, ""
			if c.level > 0 { // turned over, the least would look the greatest
				bars.WriteString(t.AccentBold.Render(marked))
			} else {
				bars.WriteString(t.Look(theme.Look{Speaker: -1, Now: true}).Render(marked))
			}
			continue
		}
		run += sign
	}
	bars.WriteString(t.Quiet.Render(run))
	used := 1 + len(s.first) + 1 + len(s.cells) + 1 + len(s.last)
	pad := ""
	if n := width - used; n > 0 {
		pad = strings.Repeat(" ", n)
	}
	return t.Faint.Render(" "+s.first+" ") + bars.String() + t.Faint.Render(" "+s.last) + pad
}

// cellAt returns the cell at column x of the row, or nil beside the bars.
func (s *strip) cellAt(x int) *cell {
	if x -= len(s.first) + 2; x >= 0 && x < len(s.cells) {
		return &s.cells[x]
	}
	return nil
}
