package infer

import (
	"time"

	"onrecord/model/when"
)

// run is some days in a row, both ends inclusive.
type run struct{ from, to when.Day }

// runOf is a day of the calendar, or a month where day is 0.
func runOf(year int, month time.Month, day int) run {
	if day == 0 {
		return run{when.DayOf(year, month, 1), when.DayOf(year, month+1, 0)}
	}
	d := when.DayOf(year, month, day)
	return run{d, d}
}

// moment is a day of which no hour is told.
func moment(d when.Day) when.Moment { return when.Moment{Day: d, Minute: -1} }

// days is a set of days: runs in ascending order that do not overlap. A set is
// never changed once it is made, so that nodes and their history may share it.
type days []run

func (d days) first() when.Day { return d[0].from }
func (d days) last() when.Day  { return d[len(d)-1].to }

// single reports whether the set is one day.
func (d days) single() bool { return len(d) == 1 && d[0].from == d[0].to }

// years returns the years that the set touches, ascending.
func (d days) years() []int {
	var out []int
	for _, r := range d {
		a, _, _ := r.from.Civil()
		b, _, _ := r.to.Civil()
		if n := len(out); n > 0 && out[n-1] >= a {
			a = out[n-1] + 1
		}
		for ; a <= b; a++ {
			out = append(out, a)
		}
	}
	return out
}

// oneYear returns the only year that the set touches, or 0.
func (d days) oneYear() int {
	a, _, _ := d.first().Civil()
	b, _, _ := d.last().Civil()
	if a != b {
		return 0
	}
	return a
}

// in returns the part of the set that lies in the year.
func (d days) in(year int) days {
	return d.meet(days{{when.DayOf(year, 1, 1), when.DayOf(year, 12, 31)}}, 0, 0)
}

// meet returns the days of d that lie from lo to hi days after a day of o. It
// returns d itself when all do.
func (d days) meet(o days, lo, hi when.Day) days {
	out := make(days, 0, len(d))
	same := true
	for k, i := 0, 0; i < len(d); i++ {
		r := d[i]
		for k < len(o) && o[k].to+hi < r.from {
			k++
		}
		covered := r.from // all days before it are settled
		kept := false
		for n := k; n < len(o) && o[n].from+lo <= r.to; n++ {
			a, b := max(o[n].from+lo, covered), min(o[n].to+hi, r.to)
			if a > b {
				continue
			}
			if kept && out[len(out)-1].to+1 >= a {
				out[len(out)-1].to = b
			} else {
				out = append(out, run{a, b})
			}
			kept, covered = true, b+1
		}
		same = same && kept && out[len(out)-1] == r
	}
	if same && len(out) == len(d) {
		return d
	}
	return out
}
