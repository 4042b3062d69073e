package when

import (
	"time"

	"onrecord/model/text"
)

// date reads a date of day, month and year in any order, with its weekday and the
// clock time that belongs to it.
func (s *scanner) date(i int) (Expression, bool) {
	e := blank(i)
	k, named := i, i // named: behind the weekday
	if wd, next, ok := s.weekday(k); ok {
		e.Weekday, k, named = int16(wd), next, next
		if w := s.word(k); w == "," && (s.num(k+1) >= 0 || s.isMonth(k+1)) {
			k++
		}
		if s.lower(k) == "the" {
			if _, _, _, ok := s.day(k + 1); ok {
				k++
			}
		}
	}
	switch {
	case s.iso(k, &e), s.slashed(k, &e), s.dayMonth(k, &e), s.monthDay(k, &e):
	case e.Weekday < 0 && s.monthYear(k, &e):
	case e.Weekday >= 0:
		return s.bareWeekday(i, named, e)
	default:
		return e, false
	}
	if e.Grain == Days {
		s.withClock(&e)
	}
	return e, true
}

// bareWeekday reads Monday, Monday morning, Monday at 8pm, Mondays.
func (s *scanner) bareWeekday(i, k int, e Expression) (Expression, bool) {
	e.End, e.Grain = k, Days
	p := s.lex(k)
	if s.lex(i).class&cPlural != 0 || s.lower(k) == "nights" || s.lower(k) == "mornings" || s.lower(k) == "evenings" || s.lower(k) == "afternoons" {
		e.Form, e.Type, e.Value = Repeat, Set, weekdayValue(int(e.Weekday))
		if p.class&cPart != 0 {
			e.Value += "T" + p.code
			e.End = k + 1
		}
		return e, true
	}
	if p.class&cPart != 0 && s.lower(k) != "noon" && s.lower(k) != "midnight" {
		e.Part, e.Type, e.End = codeOf(p.code), Time, k+1
	}
	s.withClock(&e)
	return e, true
}

// iso reads 2022-05-16, with or without a clock time, and 2022-W20.
func (s *scanner) iso(i int, e *Expression) bool {
	y := s.num(i)
	if y < 1000 || s.word(i+1) != "-" || !s.tight(i+1) || !s.tight(i+2) {
		return false
	}
	if s.word(i+2) == "W" && s.tight(i+3) && s.num(i+3) >= 1 && s.num(i+3) <= 53 {
		e.Year, e.Week, e.Grain, e.End = y, int8(s.num(i+3)), Weeks, i+4
		return true
	}
	if s.word(i+3) != "-" {
		return false
	}
	m, d := s.num(i+2), s.num(i+4)
	if m < 1 || m > 12 || d < 1 || !validDay(y, time.Month(m), d) {
		return false
	}
	e.Year, e.Month, e.Day, e.Grain, e.End = y, time.Month(m), d, Days, i+5
	if s.word(i+5) == "T" && s.tight(i+5) && s.tight(i+6) {
		if minute, next, ok := s.clock(i + 6); ok {
			e.Minute, e.End, e.Type, e.Grain = int16(minute), s.zone(next), Time, Minutes
		}
	}
	return true
}

// slashed reads 16/05/2022, 16.05.22 and 16-05-2022; the day stands first unless
// it cannot.
func (s *scanner) slashed(i int, e *Expression) bool {
	a := s.num(i)
	sep := s.word(i + 1)
	if a < 1 || a > 31 || sep != "/" && sep != "-" || !s.tight(i+1) || !s.tight(i+2) || s.word(i+3) != sep || !s.tight(i+3) || !s.tight(i+4) {
		return s.dotted(i, e)
	}
	return figures(a, s.num(i+2), s.word(i+4), i+5, e)
}

// dotted reads 16.05.2022, which is one token.
func (s *scanner) dotted(i int, e *Expression) bool {
	if s.kind(i) != text.Number {
		return false
	}
	w := s.d.Word(i)
	if len(w) < 6 || len(w) > 10 {
		return false
	}
	var at [3]int
	n := 0
	for k := range len(w) {
		if w[k] == '.' {
			if n == 2 {
				return false
			}
			at[n] = k
			n++
		}
	}
	if n != 2 {
		return false
	}
	return figures(number(w[:at[0]]), number(w[at[0]+1:at[1]]), w[at[1]+1:], i+1, e)
}

// figures makes a date of two figures and a year.
func figures(a, b int, year string, end int, e *Expression) bool {
	y := number(year)
	if a < 1 || b < 1 || y < 0 {
		return false
	}
	switch len(year) {
	case 2:
		y += 2000
		if y > 2049 {
			y -= 100
		}
	case 4:
	default:
		return false
	}
	d, m := a, b
	if m > 12 {
		d, m = m, d
	}
	if m > 12 || !validDay(y, time.Month(m), d) {
		return false
	}
	e.EitherDM = a <= 12 && b <= 12 && a != b
	e.Year, e.Month, e.Day, e.Grain, e.End = y, time.Month(m), d, Days, end
	return true
}

// dayMonth reads 16 May 2022, 16th of May, 16-May-2022, the 16th of May.
func (s *scanner) dayMonth(i int, e *Expression) bool {
	d, k, _, ok := s.day(i)
	if !ok {
		return false
	}
	if s.lower(k) == "of" || s.word(k) == "-" && s.tight(k) && s.tight(k+1) {
		k++
	}
	if s.lower(k) == "day" && s.lower(k+1) == "of" { // the second day of May
		k += 2
	}
	m, k, ok := s.month(k)
	if !ok || !validDay(0, time.Month(m), d) {
		return false
	}
	e.Day, e.Month, e.Grain = d, time.Month(m), Days
	if s.word(k) == "-" && s.tight(k) && s.tight(k+1) && s.num(k+1) >= 1000 {
		k++
	}
	s.withYear(k, e)
	return true
}

// withYear reads a year behind a date that ends at k: 2022, "of 1944", ", 2009",
// "last year", "of the same year".
func (s *scanner) withYear(k int, e *Expression) {
	e.End = k
	n := k
	for s.word(n) == "," && n < k+2 {
		n++
	}
	if s.lower(n) == "of" || s.lower(n) == "in" && s.num(n+1) >= 1000 {
		n++
	}
	if y, next, bc, ok := s.year(n); ok && s.word(next) != "km" {
		e.Year, e.BC, e.End = y, bc, next
		return
	}
	if y, next, ok := s.spokenYear(n); ok {
		e.Year, e.End = y, next
		return
	}
	if by, step, next, ok := s.yearTurn(n); ok && s.word(n-1) != "," {
		e.YearBy, e.YearN, e.End = by, int32(step), next
	}
}

// yearTurn reads "this year", "last year", "of that year", "the following year".
func (s *scanner) yearTurn(i int) (by YearBy, step, next int, ok bool) {
	k := i
	the := s.lower(k) == "the"
	if the {
		k++
	}
	if w := s.lower(k); w == "that" && s.lower(k+1) == "same" {
		k++
	}
	t := s.lex(k)
	if t.class&cTurn == 0 || s.lower(k+1) != "year" {
		if the && s.lower(k) == "year" && s.lower(i-1) == "of" {
			return YearOfTold, 0, k + 1, true
		}
		return NoYear, 0, i, false
	}
	by = YearOfNow
	if t.tells || the && t.turn != This {
		by = YearOfTold
	}
	return by, t.step, k + 2, true
}

// monthDay reads May 16, 2022; May 16th; May the sixteenth.
func (s *scanner) monthDay(i int, e *Expression) bool {
	m, k, ok := s.month(i)
	if !ok {
		return false
	}
	if s.lower(k) == "the" {
		k++
	}
	d, k, _, ok := s.day(k)
	if !ok || !validDay(0, time.Month(m), d) {
		return false
	}
	if _, plural, unit := s.unit(k); unit && plural || s.is(k, cMonth) && s.capital(k) {
		return false // "in May 16 people" is caught by the reader; "May 16 hours", "June 3 July"
	}
	if w := s.word(k); (w == "," || w == ".") && s.tight(k) && s.tight(k+1) && s.num(k+1) >= 0 && s.num(k+1) < 1000 {
		return false
	}
	e.Month, e.Day, e.Grain = time.Month(m), d, Days
	s.withYear(k, e)
	if e.Year == 0 && e.YearBy == NoYear && (s.before(i) == "the" || s.before(i) == "a") && s.kind(e.End) == text.Word && !yearEnds(s.lower(e.End)) {
		e.Attr = true
		if m == 9 && d == 11 && (attacks.Has(s.lower(e.End)) || attacks.Has(s.lower(e.End+1))) {
			e.Year = 2001 // the only one that is told without its year
		}
	}
	return true
}

var attacks = text.SetOf("attack", "attacks", "terrorist", "terror", "hijackers", "hijackings", "commission", "memorial", "atrocities", "victims")

// monthYear reads May 2022, and a month alone where only a month can stand.
func (s *scanner) monthYear(i int, e *Expression) bool {
	m, k, ok := s.month(i)
	if !ok {
		return false
	}
	e.Month, e.Grain = time.Month(m), Months
	s.withYear(k, e)
	if e.Year != 0 || e.YearBy != NoYear {
		return true
	}
	return !ambiguous(s.d.Lower(i)) || s.monthHere(i, k)
}

// ambiguous reports whether a month's name is a word or a name too.
func ambiguous(w string) bool {
	switch w {
	case "may", "march", "mar", "jun", "jan", "dec", "sep", "august", "april", "june":
		return true
	}
	return false
}

// monthHere reports whether an ambiguous word at i, up to k, is a month: behind a
// preposition, or beside another month.
func (s *scanner) monthHere(i, k int) bool {
	prev := s.before(i)
	if monthContext.Has(prev) {
		return true
	}
	if n := k; s.dash(n) || s.lower(n) == "and" || s.lower(n) == "to" || s.lower(n) == "or" || s.word(n) == "," {
		if s.isMonth(n + 1) {
			return true
		}
	}
	if (prev == "," || s.dash(i-1) || prev == "the") && s.isMonth(i-2) {
		return true
	}
	if (prev == "the" || prev == "a" || prev == "its" || prev == "his" || prev == "their") && s.kind(k) == text.Word && !s.capital(k) && !yearEnds(s.lower(k)) && s.lower(k) != "of" {
		return true // a March operation
	}
	w := s.d.Lower(i)
	if w == "april" || w == "june" || w == "august" { // a first name before a last name
		if s.d.Tokens[i].Is(text.SentStart) || s.capital(i-1) {
			return false
		}
		return !s.capital(k) && !(s.kind(k) == text.Clitic)
	}
	return false
}

// monthContext are words behind which a word that is a month's name, and
// something else too, is the month.
var monthContext = text.SetOf("in", "since", "until", "till", "by", "of", "from", "during", "before", "after", "between", "early", "late", "mid", "last", "next", "this", "through", "to", "and", "every", "each", "around", "for", "on", "or", "previous", "following", "throughout", "about", "(")
