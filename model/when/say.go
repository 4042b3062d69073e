package when

import (
	"fmt"
	"strconv"
)

// Say names an interval in plain words: "16 May 2022", "May 2022", "2022".
func Say(iv Interval) string {
	switch {
	case !iv.From.Known() && !iv.To.Known():
		return "not known"
	case !iv.To.Known():
		if s := SayOpen(iv.From.Day); s != "" {
			return s + " or later"
		}
		return "after " + SayDay(iv.From.Day-1)
	case !iv.From.Known():
		if s := SayOpen(iv.To.Day + 1); s != "" {
			return "before " + s
		}
		return "before " + SayDay(iv.To.Day+1)
	}
	y1, m1, d1 := iv.From.Day.Civil()
	y2, m2, d2 := iv.To.Day.Civil()
	switch {
	case iv.From.Day == iv.To.Day:
		return SayDay(iv.From.Day)
	case d1 == 1 && m1 == m2 && y1 == y2 && d2 == daysIn(y2, m2):
		return fmt.Sprintf("%s %s", m1, sayYear(y1))
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31 && y1 == y2:
		return sayYear(y1)
	case d1 == 1 && m1 == 1 && m2 == 12 && d2 == 31:
		return fmt.Sprintf("%s–%s", sayYear(y1), sayYear(y2))
	case d1 == 1 && y1 == y2 && d2 == daysIn(y2, m2):
		return fmt.Sprintf("%s–%s %s", m1, m2, sayYear(y1))
	case m1 == m2 && y1 == y2:
		return fmt.Sprintf("%d–%d %s %s", d1, d2, m1, sayYear(y1))
	case y1 == y2:
		return fmt.Sprintf("%d %s – %d %s %s", d1, m1, d2, m2, sayYear(y1))
	}
	return SayDay(iv.From.Day) + " – " + SayDay(iv.To.Day)
}

// SayOpen names the year or the month that begins with a day, "" where none does: what is
// only known to be later than the last of December is of "2012 or later".
func SayOpen(d Day) string {
	switch y, m, n := d.Civil(); {
	case n == 1 && m == 1:
		return sayYear(y)
	case n == 1:
		return m.String() + " " + sayYear(y)
	}
	return ""
}

// SayDay names a day: "16 May 2022".
func SayDay(d Day) string {
	y, m, n := d.Civil()
	return strconv.Itoa(n) + " " + m.String() + " " + sayYear(y)
}

// sayYear names a year, counted from 1 BC as 0: "2022", "480 BC".
func sayYear(y int) string {
	if y <= 0 {
		return fmt.Sprintf("%d BC", 1-y)
	}
	return strconv.Itoa(y)
}
