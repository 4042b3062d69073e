package when

import (
	"strings"
	"time"

	"onrecord/model/text"
)

// compound reads what is written as one word with hyphens: three-year, third-
// quarter, year-ago, year-end, month-long, mid-November.
func (s *scanner) compound(i int) (Expression, bool) {
	e := blank(i)
	w := s.d.Lower(i)
	cut := strings.IndexByte(w, '-')
	if cut <= 0 {
		return e, false
	}
	a, b := w[:cut], w[cut+1:]
	e.End = i + 1
	x, y := lexicon()[a], lexicon()[b]
	if x == nil {
		x = unknown
	}
	if y == nil {
		y = unknown
	}
	switch {
	case x.numbersQuarter() && b == "quarter":
		e.Quarter, e.Grain = int8(x.n), Quarters
		s.withYear(i+1, &e)
		return e, true
	case a == "fiscal" && y.numbersQuarter() && s.lower(i+1) == "quarter":
		e.Quarter, e.Grain, e.Fiscal = int8(y.n), Quarters, true
		s.withYear(i+2, &e)
		return e, true
	case a == "mid" || a == "early" || a == "late":
		return s.compoundMonth(i, a, y)
	case x.class&y.class&(cMonth|cSeason) != 0 && (s.capital(i) || x.class&cSeason != 0):
		e.side = 1
		if e.Month, e.Grain = time.Month(x.n), Months; x.class&cSeason != 0 {
			e.Month, e.Season, e.Grain = 0, codeOf(x.code), Seasons
		}
		return e, true
	case w == "year-ago" || w == "year-earlier" || w == "year-before":
		e.Form, e.Grain, e.N, e.Compared = Offset, Years, -1, true
		if s.is(e.End, cOrdinal) && s.lower(e.End+1) == "quarter" {
			e.End++
		}
		if l := s.lower(e.End); l == "quarter" || l == "period" {
			e.End++
		}
		return e, true
	case w == "year-end" || w == "month-end":
		e.Form, e.Grain, e.Mod = Offset, Years, codeEnd
		if a == "month" {
			e.Grain = Months
		}
		if yr, next, bc, ok := s.year(i + 1); ok && e.Grain == Years {
			e.Form, e.Year, e.BC, e.End = Calendar, yr, bc, next
		}
		return e, true
	}
	return s.compoundLength(i, a, b, x)
}

// compoundMonth reads mid-November, late-May, mid-summer.
func (s *scanner) compoundMonth(i int, a string, y *entry) (Expression, bool) {
	e := blank(i)
	e.Mod = limit(a)
	switch {
	case y.class&cMonth != 0 && y.class&cShort == 0:
		e.Month, e.Grain = time.Month(y.n), Months
		s.withYear(i+1, &e)
		return e, true
	case y.class&cSeason != 0:
		e.Season, e.Grain = codeOf(y.code), Seasons
		s.withYear(i+1, &e)
		return e, true
	case y.class&cUnit != 0 && y.class&cPlural == 0 && y.grain >= Weeks:
		e.Form, e.Grain, e.End = Offset, y.grain, i+1
		return e, s.kind(i+1) != text.Word || yearEnds(s.lower(i+1))
	}
	return e, false
}

// compoundLength reads three-year, eight-hour, month-long, months-long,
// two-and-a-half-year, several-year.
func (s *scanner) compoundLength(i int, a, b string, x *entry) (Expression, bool) {
	e := blank(i)
	e.End = i + 1
	n, vague := 0, false
	switch {
	case x.class&cNumber != 0:
		n = x.n
	case x.class&cVague != 0 && a != "some":
		vague = true
	case x.class&cUnit != 0 && x.grain >= Hours:
		e.Form, e.Type, e.Grain, e.Value = Length, Duration, x.grain, period(1, false, x.grain, a)
		if x.class&cPlural != 0 {
			e.Value = vaguePeriod(x.grain)
		}
		return e, b == "long"
	default:
		return e, false
	}
	unit, tail, _ := strings.Cut(b, "-")
	if u := ordinals[unit]; n >= 20 && u > 0 {
		return e, false
	}
	if m := numbers[unit]; n >= 20 && m > 0 && m < 10 { // twenty-one-year
		n += m
		unit, tail, _ = strings.Cut(tail, "-")
	}
	u, ok := lexicon()[unit]
	if !ok || u.class&cUnit == 0 || u.grain == Seconds {
		return e, false
	}
	if tail != "" && tail != "old" && tail != "long" && tail != "olds" {
		return e, false
	}
	return s.offset(e, count{n: n}, u.grain, unit, i+1, vague)
}
