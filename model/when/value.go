package when

import (
	"fmt"
	"strconv"
	"time"
)

// value returns the TIMEX3 value of a resolved expression, with X for what is not
// known (TimeML 1.2.1, section 2.2.2). Years before Christ are written BC0490, as
// in TIMEX2.
func (r *resolver) value(i int) string {
	e, o := &r.f.Expressions[i], &r.out[i]
	if e.Form == Length || e.Form == Repeat || e.Form == Loose {
		return e.Value
	}
	if !o.From.Known() || o.Precision == Vague && e.Form != Offset {
		return r.open(i)
	}
	y, m, d := o.From.Day.Civil()
	switch r.grains[i] {
	case Minutes:
		if e.Minute >= 0 {
			return isoDay(y, m, d) + "T" + pad2(int(e.Minute)/60) + ":" + pad2(int(e.Minute)%60)
		}
		return isoDay(y, m, d)
	case Days, Hours:
		if e.Part != NoCode {
			return isoDay(y, m, d) + "T" + e.Part.String()
		}
		return isoDay(y, m, d)
	case Weeks, Weekends:
		wy, w := time.Date(y, m, d, 0, 0, 0, 0, time.UTC).ISOWeek()
		v := valueYear(wy) + "-W" + pad2(w)
		if r.grains[i] == Weekends {
			v += "-WE"
		}
		return v
	case Months:
		return valueYear(y) + "-" + pad2(int(m))
	case Quarters:
		return valueYear(y) + "-Q" + strconv.Itoa((int(m)-1)/3+1)
	case Halves:
		return valueYear(y) + "-H" + strconv.Itoa((int(m)-1)/6+1)
	case Seasons:
		return valueYear(y) + "-" + e.Season.String()
	case Years:
		return valueYear(y)
	case Decades:
		return valueSpan(y, 10, 3)
	case Centuries:
		return valueSpan(y, 100, 2)
	}
	return r.open(i)
}

// valueYear writes a year of the astronomical count, in which 1 BC is 0.
func valueYear(y int) string {
	if y <= 0 {
		return "BC" + pad4(1-y)
	}
	return pad4(y)
}

func pad4(n int) string {
	s := strconv.Itoa(n)
	return "0000"[:max(0, 4-len(s))] + s
}

// isoDay writes a day in one allocation: a chronology has many.
func isoDay(y int, m time.Month, d int) string {
	if y <= 0 || y > 9999 {
		return valueYear(y) + "-" + pad2(int(m)) + "-" + pad2(d)
	}
	b := [10]byte{byte('0' + y/1000), byte('0' + y/100%10), byte('0' + y/10%10), byte('0' + y%10), '-', byte('0' + m/10), byte('0' + m%10), '-', byte('0' + d/10), byte('0' + d%10)}
	return string(b[:])
}

// valueSpan writes the decade or century of a year.
func valueSpan(y, years, digits int) string {
	if y <= 0 {
		return fmt.Sprintf("BC%0*d", digits, (1-y)/years)
	}
	return fmt.Sprintf("%0*d", digits, y/years)
}

// open writes what is told of a date whose anchor is not known.
func (r *resolver) open(i int) string {
	e := &r.f.Expressions[i]
	switch {
	case e.Form == Clock:
		return fmt.Sprintf("XXXX-XX-XXT%02d:%02d", e.Minute/60, e.Minute%60)
	case e.Form == Offset && e.Compared && r.published.Known() && e.Grain == Quarters:
		y, _, _ := r.published.To.Civil()
		return valueYear(y) + "-QX"
	case e.Form == Offset && e.Anaphor && e.Part != NoCode:
		return "XXXX-XX-XXT" + e.Part.String()
	case e.Form == Offset && e.Anaphor && e.Grain == Days:
		return r.known(i) + "-XX"
	case e.Form == Offset:
		return reference(e.N)
	case e.Month > 0 && e.Day > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", e.Month, e.Day)
	case e.Month > 0:
		return fmt.Sprintf("XXXX-%02d", e.Month)
	case e.Season != NoCode:
		return "XXXX-" + e.Season.String()
	case e.Quarter > 0:
		return fmt.Sprintf("XXXX-Q%d", e.Quarter)
	case e.Weekday >= 0:
		return weekdayValue(int(e.Weekday))
	}
	return "XXXX"
}

// reference writes a time that lies n units from the telling, of which no more is
// known.
func reference(n int) string {
	switch {
	case n < 0:
		return "PAST_REF"
	case n > 0:
		return "FUTURE_REF"
	}
	return "PRESENT_REF"
}

// known writes the year and month of the date told last, as far as they are known.
func (r *resolver) known(i int) string {
	k := r.toldAt(i)
	if k < 0 {
		return "XXXX-XX"
	}
	y, m, _ := r.out[k].From.Day.Civil()
	switch r.grains[k] {
	case Days, Minutes, Months:
		return fmt.Sprintf("%s-%02d", valueYear(y), m)
	}
	return valueYear(y) + "-XX"
}

// period writes a TIMEX3 duration; decades and centuries as years when several.
func period(n int, half bool, g Grain, unit string) string {
	switch {
	case unit == "fortnight" || unit == "fortnights":
		n, g = 2*n, Weeks
	case g == Decades && (n > 1 || half):
		n, g = 10*n, Years
		if half {
			n, half = n+5, false
		}
	}
	v := "P"
	l := unitLetters[g]
	if g < Days {
		v, l = "PT", l[1:]
	}
	v += strconv.Itoa(n)
	if half {
		v += ".5"
	}
	return v + l
}

// vaguePeriod is a number of units that is not told.
func vaguePeriod(g Grain) string {
	if g < Days {
		return "PTX" + unitLetters[g][1:]
	}
	return "PX" + unitLetters[g]
}

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
