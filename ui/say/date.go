package say

import (
	"fmt"
	"strings"
	"time"

	"onrecord/model/when"
)

// Whole says a date with its year and its doubt.
func Whole(iv when.Interval) string {
	if !iv.From.Known() && !iv.To.Known() {
		if s := Day(iv); s != "?" {
			return s
		}
		return "date not known"
	}
	s := when.Say(iv)
	if c := Clock(iv); c != "" {
		s += ", " + c
	}
	return about(iv) + s
}

// Day says when something happened, beside a heading that tells the year, in one
// part or in two that stand under one another: “16 May”, “~May”, “9–15 May”, “27
// May–” “3 June”, “after” “17 May 2022”; “Mar–Apr ?” where the readings agree on
// all but the year, and “?” where nothing is known.
func Day(iv when.Interval) string {
	a, b := DayRows(iv)
	if b == "" {
		return a
	}
	if strings.HasPrefix(a, "after") || strings.HasPrefix(a, "before") || strings.HasPrefix(b, "or ") {
		a += " "
	}
	return a + b
}

// DayRows is Day as it is set in a narrow column.
func DayRows(iv when.Interval) (first, second string) {
	against := ""
	if iv.Conflict() != "" {
		against = "!"
	}
	switch {
	case !iv.From.Known() && !iv.To.Known():
		return yearless(iv) + against, ""
	case !iv.To.Known():
		if s := when.SayOpen(iv.From.Day); s != "" {
			return s, "or later" + against
		}
		return "after" + against, full(iv.From.Day - 1)
	case !iv.From.Known():
		if s := when.SayOpen(iv.To.Day + 1); s != "" {
			return "before" + against, s
		}
		return "before" + against, full(iv.To.Day + 1)
	}
	first, second = within(iv.From.Day, iv.To.Day)
	if first = about(iv) + first; second != "" {
		return first, second + against
	}
	return first + against, ""
}

// about is the sign of a date that is not certain.
func about(iv when.Interval) string {
	if !iv.Certain && iv.From.Known() && iv.To.Known() {
		return "~"
	}
	return ""
}

// within says the days from one to another as finely as they tell, without the
// year where that is clear.
func within(from, to when.Day) (first, second string) {
	y1, m1, d1 := from.Civil()
	y2, m2, d2 := to.Civil()
	begins := d1 == 1
	_, _, next := (to + 1).Civil()
	ends := next == 1
	switch {
	case from == to:
		return short(from), ""
	case begins && ends && m1 == time.January && m2 == time.December && y1 == y2:
		return fmt.Sprint(y1), ""
	case begins && ends && m1 == time.January && m2 == time.December:
		return fmt.Sprintf("%d–%d", y1, y2), ""
	case begins && ends && y1 == y2 && m1 == m2:
		return Month(m1), ""
	case begins && ends && y1 == y2:
		return Month(m1) + "–" + Month(m2), ""
	case y1 == y2 && m1 == m2:
		return fmt.Sprintf("%d–%d %s", d1, d2, Month(m1)), ""
	case y1 == y2:
		return short(from) + "–", short(to)
	}
	return short(from) + "–", full(to)
}

// yearless says a date of which all readings give the same days of different
// years.
func yearless(iv when.Interval) string {
	if len(iv.Candidates()) == 0 {
		return "?"
	}
	said := ""
	for i, c := range iv.Candidates() {
		if !c.From.Known() || !c.To.Known() {
			return "?"
		}
		a, b := within(c.From.Day, c.To.Day)
		if b != "" || i > 0 && a != said {
			return "?"
		}
		said = a
	}
	return said + " ?"
}

func short(d when.Day) string {
	_, m, n := d.Civil()
	return fmt.Sprintf("%d %s", n, Month(m))
}

func full(d when.Day) string {
	y, _, _ := d.Civil()
	return fmt.Sprintf("%s %d", short(d), y)
}

// Month is the name of a month in four letters at most.
func Month(m time.Month) string {
	switch m {
	case time.June, time.July:
		return m.String()
	}
	return m.String()[:3]
}
