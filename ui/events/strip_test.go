package events

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model/corpustest"
	"onrecord/model/when"
	"onrecord/ui/theme"
)

func on(y int, m time.Month, d int) stretch {
	x := when.DayOf(y, m, d)
	return stretch{x, x}
}

func year(y int) stretch { return stretch{when.DayOf(y, 1, 1), when.DayOf(y, 12, 31)} }

func times(n int, s stretch) []stretch {
	out := make([]stretch, n)
	for i := range out {
		out[i] = s
	}
	return out
}

func join(of ...[]stretch) []stretch {
	var out []stretch
	for _, l := range of {
		out = append(out, l...)
	}
	return out
}

// every is an event on each nth day of some years.
func every(n, from, to int) []stretch {
	var out []stretch
	for d := when.DayOf(from, 1, 1); d <= when.DayOf(to, 12, 31); d += when.Day(n) {
		out = append(out, stretch{d, d})
	}
	return out
}

// drawn is the strip as it stands in the pane, in ASCII: no bar is a blank.
func drawn(of []stretch, width int) string {
	s := newStrip(of, width)
	if s == nil {
		return ""
	}
	return ansi.Strip(s.row(theme.New(true, true), width, when.NoDay))
}

func TestTheStrip(t *testing.T) {
	cases := []struct {
		name  string
		of    []stretch
		width int
		want  string
	}{
		{"no event", nil, 40, ""},
		{"two events tell nothing", []stretch{on(2021, 1, 1), on(2022, 1, 1)}, 40, ""},
		{"one day", times(5, on(2021, 1, 1)), 40, ""},
		{"no room", every(30, 2021, 2022), 20, ""},
		{"evenly over three years", every(1, 2019, 2021), 31, " 2019 #################### 2021"},
		{"one year: its months at the ends", []stretch{on(2022, 3, 31), on(2022, 5, 16), on(2022, 5, 16), on(2022, 5, 16), on(2022, 9, 14)}, 36, " Mar -     #              - Sep 2022"},
		{"one month: its days", []stretch{on(2022, 5, 1), on(2022, 5, 2), on(2022, 5, 20)}, 46, " 1 ##                 # 20 May 2022           "},
		{"what is of a year counts a little all over it", append(times(4, year(2021)), times(8, on(2022, 6, 1))...), 37, " 2021 ...................      # 2022"},
		{"a lone outlier takes one cell", join([]stretch{on(1900, 5, 1)}, every(1, 2021, 2022)), 41, " 1900 ./############################ 2022"},
		{"two times of equal weight, long apart", join(every(1, 1981, 1981), every(1, 2021, 2021)), 41, " 1981 ##############/############## 2021 "},
		{"a century of founding dates before one summer", join(every(900, 1900, 2005), every(2, 2010, 2010)), 41, " 1900 ###/-------------------------= 2010"},
		{"a few events far apart keep their distance", []stretch{on(1990, 1, 1), on(2000, 1, 1), on(2005, 1, 1), on(2010, 1, 1), on(2020, 1, 1)}, 41, " 1990 #         #    #    #        # 2020"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := drawn(tc.of, tc.width); got != tc.want {
				t.Errorf("the strip is\n%q, want\n%q", got, tc.want)
			}
		})
	}
}

// Whatever the dates: it fits, the cells follow one another, every event has its
// cell, and no cell with an event is blank.
func TestAnyStripFits(t *testing.T) {
	r := rand.New(rand.NewPCG(corpustest.Seed(1), 2))
	for range corpustest.Soak(2000) {
		var of []stretch
		for range 1 + r.IntN(60) {
			from := when.DayOf(1900+r.IntN(120), time.Month(1+r.IntN(12)), 1+r.IntN(28))
			if r.IntN(3) > 0 {
				from = when.DayOf(2010, 1, 1) + when.Day(r.IntN(400))
			}
			of = append(of, stretch{from, from + when.Day(r.IntN(1+r.IntN(400)))})
		}
		slices.SortFunc(of, func(a, b stretch) int { return cmp.Compare(a.from, b.from) })
		width := 1 + r.IntN(140)
		s := newStrip(of, width)
		if s == nil {
			continue
		}
		if n := ansi.StringWidth(s.row(theme.New(true, false), width, of[0].from)); n != width {
			t.Fatalf("%d cells wide, not %d", n, width)
		}
		for k := 1; k < len(s.cells); k++ {
			if s.cells[k].from < s.cells[k-1].from {
				t.Fatalf("cell %d begins before the one before it: %+v", k, s.cells)
			}
		}
		for _, e := range of {
			if c := s.cells[s.at(e.from)]; c.level == 0 && !c.gap || c.gap {
				t.Fatalf("the event of %v has the cell %+v of %+v", e.from, c, s.cells)
			}
		}
	}
}

func TestTheCellOfTheCursorIsMarked(t *testing.T) {
	s := newStrip(every(10, 2019, 2021), 31)
	row := s.row(theme.New(true, false), 31, when.DayOf(2020, 7, 1))
	if !strings.Contains(row, "\x1b[1;7;") && !strings.Contains(row, "\x1b[1;38") {
		t.Errorf("nothing is marked in %q", row)
	}
	if ansi.Strip(row) != ansi.Strip(s.row(theme.New(true, false), 31, when.NoDay)) {
		t.Error("the mark changes the bars")
	}
}
