package when

import (
	"strings"

	"onrecord/model/text"
)

// counted reads a number of units: a duration, or an offset when "ago", "later",
// "earlier" or "before" follows. "three-year" is one token or two.
func (s *scanner) counted(i int) (Expression, bool) {
	e := blank(i)
	c, vague, ok := s.counting(i)
	if !ok {
		c, vague, ok = s.article(i)
	}
	if !ok {
		return e, false
	}
	k := c.next
	if s.lower(k) == "or" || s.lower(k) == "to" || s.dash(k) { // two or three years: as long as that
		if n, ok := s.count(k + 1); ok && (s.is(n.next, cUnit) || s.word(n.next) == "-" && s.is(n.next+1, cUnit)) {
			c, k = n, n.next
		}
	}
	for n := 0; n < 2 && s.is(k, cBetween) && !s.is(k, cYearAgo); n++ {
		k++
	}
	if s.word(k) == "-" && s.tight(k) && s.tight(k+1) {
		k++
	}
	g, plural, unit := s.unit(k)
	if !unit {
		return s.aged(c, k, e)
	}
	if !s.countsUnit(i, k, c, g, plural, vague) {
		return e, false
	}
	end := k + 1
	if s.kind(end) == text.Clitic {
		if plural || s.lower(end+1) == "time" {
			end++
		}
		if s.lower(end) == "time" {
			end++
		}
	}
	if c.n == 1 && s.lower(end) == "and" && s.lower(end+1) == "a" && s.lower(end+2) == "half" {
		c.half, end = true, end+3
	}
	if s.lower(end) == "or" && (s.lower(end+1) == "so" || s.lower(end+1) == "more" || s.lower(end+1) == "two") {
		end += 2
	}
	return s.offset(e, c, g, s.lower(k), end, vague)
}

// counting reads a number of units, told or not: three, several, a couple of.
func (s *scanner) counting(k int) (c count, vague, ok bool) {
	if c, ok = s.count(k); ok || !s.is(k, cVague) {
		return c, false, ok
	}
	c, vague = s.vague(k)
	return c, vague, true
}

// vague reads several, a few, a couple of; the last counts two.
func (s *scanner) vague(k int) (c count, vague bool) {
	w := s.lower(k)
	c = count{n: 0, next: k + 1}
	if w == "couple" {
		c.n = 2
	}
	if s.lower(c.next) == "of" {
		c.next++
		if s.lower(c.next) == "the" {
			c.next++
		}
	}
	return c, c.n == 0
}

// article reads the number that begins with an article: a, another two, a few, a
// hundred.
func (s *scanner) article(i int) (c count, vague, ok bool) {
	w := s.lower(i)
	if w != "a" && w != "an" && w != "another" {
		return c, false, false
	}
	if s.is(i+1, cVague) && s.lower(i+1) != "some" {
		c, vague = s.vague(i + 1)
		return c, vague, true
	}
	if n, ok := s.count(i + 1); ok && (w == "another" || n.n >= 12) {
		return n, false, true
	}
	return count{n: 1, next: i + 1}, false, true
}

// countsUnit reports whether a number before a unit tells a time: "a second" and
// "three quarters" seldom do.
func (s *scanner) countsUnit(i, k int, c count, g Grain, plural, vague bool) bool {
	w := s.lower(i)
	switch g {
	case Seconds:
		return plural && w != "a"
	case Minutes:
		return w != "a" || plural
	case Quarters:
		return (vague || c.n != 3 || s.lower(k+1) != "of") && w != "a" && w != "one" && w != "an"
	case Weekends:
		return w != "a"
	}
	if vague && !plural && w != "a" {
		return false // "some day"
	}
	return (c.n != 1 || !plural) && (c.n < 1000 || plural)
}

// aged reads the 8 of "8-month-old", written 8 - month-old.
func (s *scanner) aged(c count, k int, e Expression) (Expression, bool) {
	if s.kind(k) != text.Word {
		return e, false
	}
	unit, tail, _ := strings.Cut(s.d.Lower(k), "-")
	u, ok := lexicon()[unit]
	if !ok || u.class&cUnit == 0 || u.grain == Seconds || c.n == 0 {
		return e, false
	}
	switch tail {
	case "old", "olds", "long", "plus":
	default:
		return e, false
	}
	e.Form, e.Type, e.Grain, e.N, e.End = Length, Duration, u.grain, c.n, k+1
	e.Value = period(c.n, c.half, u.grain, "")
	return e, true
}

// offset makes an offset of a count when ago, later or earlier follows, else a
// length.
func (s *scanner) offset(e Expression, c count, g Grain, unit string, k int, vague bool) (Expression, bool) {
	n := c.n
	if unit == "fortnight" || unit == "fortnights" {
		n *= 2
	}
	sign, anaphor := 0, false
	switch s.lower(k) {
	case "ago":
		sign = -1
	case "later", "afterwards", "afterward", "thereafter":
		sign, anaphor = 1, true
	case "earlier", "previously", "beforehand":
		sign, anaphor = -1, true
	case "hence":
		sign = 1
	case "before", "after":
		if s.kind(k+1) != text.Word && s.kind(k+1) != text.Number && s.kind(k+1) != text.Quote {
			sign, anaphor = 1, true
			if s.lower(k) == "before" {
				sign = -1
			}
		}
	case "from":
		if w := s.lower(k + 1); w == "now" || w == "today" {
			sign, k = 1, k+1
		}
	case "old":
		k++
	case "of":
		if s.lower(k+1) == "age" {
			k += 2
		}
	}
	if sign == 0 {
		e.Form, e.Type, e.Grain, e.N, e.End = Length, Duration, g, 0, k
		e.Value = period(c.n, c.half, g, unit)
		if !c.half && !vague && g >= Days {
			e.counted = int32(n)
		}
		if vague {
			e.Value = vaguePeriod(g)
		}
		return e, true
	}
	e.Form, e.Grain, e.N, e.Anaphor, e.End = Offset, g, sign*n, anaphor, k+1
	if vague {
		e.Form, e.Value = Loose, reference(sign)
	}
	if g == Years && n == 1 && sign < 0 {
		e.Compared = true
	}
	if g < Days {
		e.Type = Time
	}
	return e, true
}

// bareUnits reads days, weeks, months, years without a number: "within days".
func (s *scanner) bareUnits(i int) (Expression, bool) {
	e := blank(i)
	g, plural, ok := s.unit(i)
	if !ok || !plural || g < Hours || g == Quarters || g == Weekends || s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) {
		return e, false
	}
	return s.offset(e, count{}, g, s.lower(i), i+1, true)
}

// turnedCount reads "past three years", "last few months", "next couple of days":
// lengths of time.
func (s *scanner) turnedCount(k int, w string, the bool, e Expression) (Expression, bool) {
	c, vague, ok := s.counting(k)
	if !ok {
		return e, false
	}
	k = c.next
	for s.is(k, cBetween) && !s.is(k, cYearAgo) && k < c.next+2 {
		k++
	}
	g, _, unit := s.unit(k)
	if !unit || w == "that" || w == "very" || w == "latest" && vague {
		return e, false
	}
	e.Form, e.Type, e.Grain, e.End = Length, Duration, g, k+1
	e.Value = period(c.n, c.half, g, s.lower(k))
	if vague {
		e.Value = vaguePeriod(g)
	}
	e.N = c.n * max(-1, min(1, e.N))
	if e.Turn == Last && w != "last" && w != "past" || !the && e.Anaphor {
		e.N = 0
	}
	if s.kind(e.End) == text.Clitic && s.lower(e.End+1) == "time" {
		e.End += 2
	}
	return e, true
}
