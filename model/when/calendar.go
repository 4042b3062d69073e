package when

import (
	"fmt"
	"time"
)

// DayOf returns the day of a proleptic Gregorian date; out-of-range months and
// days are carried over, as time.Date does.
func DayOf(year int, month time.Month, day int) Day {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return Day(floorDiv(t.Unix(), 86400))
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Civil returns the date of d.
func (d Day) Civil() (year int, month time.Month, day int) {
	return time.Unix(int64(d)*86400, 0).UTC().Date()
}

// Weekday returns the day of the week.
func (d Day) Weekday() time.Weekday { return time.Weekday(((int(d)+4)%7 + 7) % 7) }

// String returns ISO 8601, or "" for NoDay.
func (d Day) String() string {
	if d == NoDay {
		return ""
	}
	y, m, day := d.Civil()
	if y <= 0 || y > 9999 {
		return fmt.Sprintf("%05d-%02d-%02d", y, m, day)
	}
	return isoDay(y, m, day)
}

// String returns ISO 8601 with the clock time where known, or "" when unknown.
func (m Moment) String() string {
	if !m.Known() || m.Minute < 0 {
		return m.Day.String()
	}
	return fmt.Sprintf("%sT%02d:%02d", m.Day, m.Minute/60, m.Minute%60)
}

// Compare orders moments; an unknown one comes last, a day before its clock times.
func (m Moment) Compare(o Moment) int {
	switch {
	case m.Known() != o.Known():
		if m.Known() {
			return -1
		}
		return 1
	case m.Day != o.Day:
		if m.Day < o.Day {
			return -1
		}
		return 1
	default:
		return int(m.Minute) - int(o.Minute)
	}
}

// Easter returns Easter Sunday of a Gregorian year, by the Meeus–Jones–Butcher
// algorithm (Nature, 20 April 1876; J. Meeus, Astronomical Algorithms, chapter 8).
func Easter(y int) Day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return DayOf(y, time.Month(n/31), n%31+1)
}

// shift returns the calendar unit that lies n units from day d.
func shift(d Day, g Grain, n int) (from, to Day) {
	y, m, _ := d.Civil()
	switch g {
	case Days:
		return d + Day(n), d + Day(n)
	case Weeks:
		monday := d - Day((int(d.Weekday())+6)%7) + Day(7*n)
		return monday, monday + 6
	case Weekends:
		monday := d - Day((int(d.Weekday())+6)%7)
		sat := monday + 5 + Day(7*n)
		return sat, sat + 1
	case Months:
		return DayOf(y, m+time.Month(n), 1), DayOf(y, m+time.Month(n)+1, 0)
	case Quarters:
		q := time.Month((int(m)-1)/3*3+1) + time.Month(3*n)
		return DayOf(y, q, 1), DayOf(y, q+3, 0)
	case Years:
		return DayOf(y+n, 1, 1), DayOf(y+n, 12, 31)
	case Decades:
		s := floorTo(y, 10) + 10*n
		return DayOf(s, 1, 1), DayOf(s+9, 12, 31)
	case Centuries:
		s := floorTo(y-1, 100) + 1 + 100*n
		return DayOf(s, 1, 1), DayOf(s+99, 12, 31)
	}
	return d, d
}

func floorTo(n, unit int) int { return int(floorDiv(int64(n), int64(unit))) * unit }

// back returns the day that lies n units from d, the day of the month kept where
// the month has it: where a length of time that ends or begins at d reaches to.
func back(d Day, g Grain, n int) Day {
	y, m, day := d.Civil()
	switch g {
	case Days:
		return d + Day(n)
	case Weeks:
		return d + Day(7*n)
	case Months, Quarters:
		if g == Quarters {
			n *= 3
		}
		first := DayOf(y, m+time.Month(n), 1)
		fy, fm, _ := first.Civil()
		return first + Day(min(day, daysIn(fy, fm))-1)
	case Years, Decades, Centuries:
		n *= map[Grain]int{Years: 1, Decades: 10, Centuries: 100}[g]
		return DayOf(y+n, m, min(day, daysIn(y+n, m)))
	}
	return d
}

// quarterStart is the month in which a quarter begins.
func quarterStart(q int8) time.Month { return time.Month(3*(q-1) + 1) }

// seasonStart is the month in which a meteorological season begins.
func seasonStart(s string) time.Month {
	switch s {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}

func validDay(y int, m time.Month, d int) bool {
	if y == 0 {
		y = 2000
	}
	return d >= 1 && d <= daysIn(y, m)
}

// daysIn returns the number of days of a month.
func daysIn(y int, m time.Month) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}
