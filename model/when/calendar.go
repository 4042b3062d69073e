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
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
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
