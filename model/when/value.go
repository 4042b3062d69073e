package when

import (
	"fmt"
	"strconv"
	"time"
)

// value returns the TIMEX3 value of a resolved expression, with X for what is not
// known (TimeML 1.2.1, section 2.2.2).
func (r *resolver) value(i int) string {
	e, o := &r.f.Expressions[i], &r.out[i]
	if e.Form == Length || e.Form == Repeat || e.Form == Loose {
		return e.Value
	}
	if !o.From.Known() || o.Precision == Vague && e.Form != Offset {
		return r.open(e)
	}
	y, m, d := o.From.Day.Civil()
	switch e.Grain {
	case Minutes:
		if e.Minute >= 0 {
			return fmt.Sprintf("%04d-%02d-%02dT%02d:%02d", y, m, d, e.Minute/60, e.Minute%60)
		}
	case Days:
		if e.EndDay > 0 {
			return o.From.Day.String() + "/" + o.To.Day.String()
		}
		v := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
		if e.Part != "" {
			v += "T" + e.Part
		}
		return v
	case Weeks, Weekends:
		t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
		wy, w := t.ISOWeek()
		v := fmt.Sprintf("%04d-W%02d", wy, w)
		if e.Grain == Weekends {
			v += "-WE"
		}
		return v
	case Months:
		if e.EndMon > 0 {
			y2, m2, _ := o.To.Day.Civil()
			return fmt.Sprintf("%04d-%02d/%04d-%02d", y, m, y2, m2)
		}
		return fmt.Sprintf("%04d-%02d", y, m)
	case Quarters:
		return fmt.Sprintf("%04d-Q%d", y, (int(m)-1)/3+1)
	case Seasons:
		return fmt.Sprintf("%04d-%s", y, e.Season)
	case Years:
		if e.EndYear > 0 {
			return fmt.Sprintf("%04d/%04d", e.Year, e.EndYear)
		}
		return fmt.Sprintf("%04d", y)
	case Decades:
		return strconv.Itoa(y / 10)
	case Centuries:
		return strconv.Itoa(y / 100)
	}
	return r.open(e)
}

// open writes what is told of a date whose anchor is not known.
func (r *resolver) open(e *Expression) string {
	switch {
	case e.Form == Clock:
		return fmt.Sprintf("XXXX-XX-XXT%02d:%02d", e.Minute/60, e.Minute%60)
	case e.Form == Offset && e.N < 0:
		return "PAST_REF"
	case e.Form == Offset && e.N > 0:
		return "FUTURE_REF"
	case e.Form == Offset:
		return "PRESENT_REF"
	case e.Month > 0 && e.Day > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", e.Month, e.Day)
	case e.Month > 0:
		return fmt.Sprintf("XXXX-%02d", e.Month)
	case e.Season != "":
		return "XXXX-" + e.Season
	case e.Quarter > 0:
		return fmt.Sprintf("XXXX-Q%d", e.Quarter)
	case e.Weekday >= 0:
		return fmt.Sprintf("XXXX-WXX-%d", (e.Weekday+6)%7+1)
	}
	return "XXXX"
}
