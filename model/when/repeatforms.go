package when

import (
	"strconv"

	"onrecord/model/text"
)

// repeated reads sets: every Friday, each year, per month, twice a week.
func (s *scanner) repeated(i int) (Expression, bool) {
	e := blank(i)
	w := s.lower(i)
	e.Form, e.Type = Repeat, Set
	k := i + 1
	if w == "each" && s.lower(k) == "of" || w == "per" && s.kind(k) != text.Word {
		return e, false
	}
	n := 1
	if s.lower(k) == "other" || s.lower(k) == "second" {
		n, k = 2, k+1
	}
	if wd, next, ok := s.weekday(k); ok {
		e.Value, e.End = weekdayValue(wd), next
		if s.is(next, cPart) {
			e.Value, e.End = e.Value+"T"+s.lex(next).code, next+1
		}
		return e, true
	}
	if m, next, ok := s.month(k); ok {
		e.Value, e.End = "XXXX-"+pad2(m), next
		return e, true
	}
	u := s.lex(k)
	switch {
	case u.class&cUnit != 0 && u.class&cOrdinal == 0 && u.class&cPlural == 0:
		e.Value, e.End = period(n, false, u.grain, s.lower(k)), k+1
		if n == 1 && u.grain == Days && w == "every" {
			e.Value = "XXXX-XX-XX"
		}
		return e, u.grain >= Hours
	case u.class&cSeason != 0:
		e.Value, e.End = "XXXX-"+u.code, k+1
		return e, w != "per"
	case u.class&cPart != 0:
		e.Value, e.End = "XXXX-XX-XXT"+u.code, k+1
		return e, w != "per"
	}
	if c, ok := s.count(k); ok && w != "per" {
		if g, _, ok := s.unit(c.next); ok {
			e.Value, e.End = period(c.n, c.half, g, s.lower(c.next)), c.next+1
			return e, true
		}
	}
	return e, false
}

// weekdayValue is the TIMEX3 value of any day of the week of that name; 0 is
// Sunday, which ISO 8601 calls 7.
func weekdayValue(wd int) string { return "XXXX-WXX-" + strconv.Itoa((wd+6)%7+1) }
