package when

import (
	"strconv"
	"strings"
	"time"

	"onrecord/model/text"
)

// deictic reads one-word expressions that count from the time of telling, loose
// references and sets in one word.
func (s *scanner) deictic(i int) (Expression, bool) {
	e := blank(i)
	e.End = i + 1
	w := s.lex(i)
	switch {
	case w.class&cDeictic != 0 && s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) && !s.d.Tokens[i].Is(text.AllCaps) && s.capital(i-1):
		return e, false // Russia Today
	case w.class&cDeictic != 0:
		e.Form, e.Grain, e.N = Offset, Days, w.step
		switch l := s.lower(i); {
		case l == "tonight", l == "overnight":
			e.Part, e.Type = "NI", Time
		case s.is(i+1, cPart) && s.lower(i+1) != "noon" && s.lower(i+1) != "midnight":
			e.Part, e.Type, e.End = s.lex(i+1).code, Time, i+2
		}
		s.withClock(&e)
		return e, true
	case w.class&cRepeat != 0:
		e.Form, e.Type, e.Value = Repeat, Set, w.code
		return e, !s.capital(i) || s.d.Tokens[i].Is(text.SentStart)
	case w.class&cLoose != 0:
		e.Form, e.Value = Loose, w.code
		if s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) {
			return e, false // a title: "Apocalypse Now"
		}
		return e, true
	}
	return e, false
}

// clockFirst reads a clock time by itself, or with the day that stands behind it:
// "10:30am on Friday", "noon Thursday", "8pm last night".
func (s *scanner) clockFirst(i int) (Expression, bool) {
	m, k, ok := s.clock(i)
	if !ok {
		return s.clockRange(i)
	}
	k = s.zone(k)
	n := k
	if w := s.lower(n); w == "on" || w == "," {
		n++
	}
	if e, ok := s.date(n); ok && e.Grain == Days && e.Form == Calendar && e.Type == Date {
		e.First, e.Minute, e.Type, e.Grain = i, int16(m), Time, Minutes
		return e, true
	}
	if s.is(k, cDeictic) && s.lower(k) != "overnight" || s.is(k, cTurn) && s.is(k+1, cPart) {
		if e, ok := s.read(k); ok && e.Form == Offset && e.Grain == Days {
			e.First, e.Minute, e.Type, e.Part = i, int16(m), Time, ""
			return e, true
		}
	}
	e := blank(i)
	e.Form, e.Type, e.Grain, e.Minute, e.End = Clock, Time, Minutes, int16(m), k
	if s.lower(k) == "in" && s.lower(k+1) == "the" && s.is(k+2, cPart) {
		e.End = k + 3
	}
	return e, true
}

// clockRange reads the 2 of "2–4pm" and "between 2 and 4pm".
func (s *scanner) clockRange(i int) (Expression, bool) {
	e := blank(i)
	h, m, _ := clockDigits(s.word(i))
	if h < 1 || h > 12 || m > 59 || len(s.word(i)) == 4 || !s.dash(i+1) && s.lower(i+1) != "to" && (s.lower(i+1) != "and" || s.before(i) != "between") {
		return e, false
	}
	to, k, ok := s.clock(i + 2)
	if !ok || k == i+3 {
		return e, false // "5–20:00" is no range of hours
	}
	from := h%12*60 + m
	if to >= 720 && from+720 < to {
		from += 720
	}
	e.Form, e.Type, e.Grain, e.Minute, e.End = Clock, Time, Minutes, int16(from), i+1
	return e, true
}

// turned reads this, last, next and their kin before a unit, a weekday, a month, a
// season or a count of units, with "the" before them or not.
func (s *scanner) turned(i int) (Expression, bool) {
	e := blank(i)
	k := i
	if s.lower(k) == "current" && !s.is(k+1, cUnit) && s.lower(k+1) != "fiscal" && s.kind(k+1) == text.Word && !s.capital(k+1) {
		e.Form, e.Value, e.End = Loose, "PRESENT_REF", k+1
		return e, true
	}
	the := s.lower(k) == "the"
	if the {
		k++
	}
	if s.lower(k) == "that" && s.lower(k+1) == "same" || s.lower(k) == "this" && (s.is(k+1, cTurn) || s.lower(k+1) == "very") {
		k++ // that same day, this past spring
	}
	t := s.lex(k)
	if t.class&cTurn == 0 {
		return e, false
	}
	if s.capital(k) && !s.d.Tokens[k].Is(text.SentStart) && s.capital(k+1) && s.is(k+1, cUnit) {
		return e, false // a title: “This Week”
	}
	w := s.lower(k)
	e.Turn, e.N = t.turn, t.step
	e.Anaphor = t.tells || the && t.turn == Next && w == "next"
	k++
	if e, ok := s.turnedCount(k, w, the, e); ok {
		return e, true
	}
	return s.turnedUnit(k, w, the, e)
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

// turnedUnit reads the word that a turn at k-1 stands before.
func (s *scanner) turnedUnit(k int, w string, the bool, e Expression) (Expression, bool) {
	switch s.lower(k) {
	case "fiscal", "financial", "academic", "school":
		e.Fiscal = true
		k++
	case "calendar", "full", "whole":
		k++
	}
	u := s.lex(k)
	if w == "last" && u.class&cUnit != 0 && s.lower(k+1) == "of" {
		return e, false // the last week of May
	}
	if u.class&cUnit != 0 && u.grain >= Days && u.class&cOrdinal == 0 {
		return s.turnedOne(k, w, the, e)
	}
	if u.class&cUnit != 0 && (u.grain == Hours || u.grain == Minutes) && w != "that" && w != "this" {
		e.Form, e.Type, e.Grain, e.Value, e.End = Length, Duration, u.grain, period(1, false, u.grain, ""), k+1
		return e, u.class&cPlural == 0
	}
	if w == "very" || w == "latest" && s.lower(k) != "period" {
		return e, false
	}
	switch {
	case u.class&cPart != 0 && s.lower(k) != "dawn" && s.lower(k) != "dusk" && w != "past":
		e.Form, e.Grain, e.Part, e.Type, e.End = Offset, Days, u.code, Time, k+1
		if w == "last" && s.lower(k) != "night" && s.lower(k) != "evening" {
			return e, false
		}
		s.withClock(&e)
		return e, true
	case u.class&cSeason != 0 && w != "that":
		e.Season, e.Grain, e.End = u.code, Seasons, k+1
		e.Form, e.N = Calendar, 0
		return e, u.class&cPlural == 0
	case u.numbersQuarter() && s.lower(k+1) == "quarter":
		e.Quarter, e.Grain, e.End, e.N = int8(u.n), Quarters, k+2, 0
		return e, true
	case s.is(k, cPeriod) && (w == "this" || w == "that" || w == "same" || w == "latest"):
		return s.toldTime(k, w, e)
	}
	return s.turnedName(k, w, e)
}

// turnedName reads the weekday or month that a turn stands before: last Friday,
// next Monday morning, this May.
func (s *scanner) turnedName(k int, w string, e Expression) (Expression, bool) {
	if wd, next, ok := s.weekday(k); ok {
		e.Weekday, e.Grain, e.End, e.N = int16(wd), Days, next, 0
		if s.is(next, cPart) {
			e.Part, e.Type, e.End = s.lex(next).code, Time, next+1
		}
		if s.word(next) == "," && s.isMonth(next+1) || s.num(next) > 0 {
			if d, ok := s.date(k); ok {
				d.First, d.Turn = e.First, e.Turn
				return d, true
			}
		}
		s.withClock(&e)
		return e, true
	}
	if m, next, ok := s.month(k); ok && w != "that" {
		e.Month, e.Grain, e.End, e.N = time.Month(m), Months, next, 0
		if d, end, _, ok := s.day(next); ok && validDay(0, time.Month(m), d) {
			e.Day, e.Grain, e.End = d, Days, end
		}
		return e, true
	}
	return e, false
}

// turnedOne reads one unit behind a turn: last year, the following day, this week.
func (s *scanner) turnedOne(k int, w string, the bool, e Expression) (Expression, bool) {
	u := s.lex(k)
	low := s.lower(k)
	if u.class&cPlural != 0 { // recent, coming, following days
		if w == "that" || w == "very" || w == "same" || w == "this" {
			return e, false
		}
		e.Form, e.Type, e.Grain, e.Value, e.End, e.N = Length, Duration, u.grain, vaguePeriod(u.grain), k+1, 0
		switch w {
		case "coming", "upcoming":
			e.Form, e.Type, e.Value = Loose, Date, "FUTURE_REF"
		case "past":
			if !the && u.grain >= Years {
				e.Form, e.Type, e.Value = Loose, Date, "PAST_REF"
			}
		}
		return e, true
	}
	if w == "past" && u.grain != Quarters { // over the past year
		e.Form, e.Type, e.Grain, e.N, e.Value, e.End = Length, Duration, u.grain, -1, period(1, false, u.grain, low), k+1
		return e, true
	}
	if w == "this" && u.grain == Days || w == "that" && u.grain == Quarters && s.lower(k+1) == "of" {
		e.Anaphor = true
	}
	e.Form, e.Grain, e.End = Offset, u.grain, k+1
	if low == "fortnight" {
		e.N *= 2
	}
	if u.grain == Years && s.quarterOf(&e) {
		return e, true
	}
	if s.is(e.End, cPart) && u.grain == Days && s.lower(e.End) != "noon" {
		e.Part, e.Type, e.End = s.lex(e.End).code, Time, e.End+1
	}
	return e, true
}

// quarterOf reads "this year’s third quarter", "next year’s first quarter", "last
// year’s quarter", "this year’s election" being none.
func (s *scanner) quarterOf(e *Expression) bool {
	if s.kind(e.End) != text.Clitic {
		return false
	}
	o := s.lex(e.End + 1)
	if o.numbersQuarter() && s.lower(e.End+2) == "quarter" {
		e.Form, e.Quarter, e.Grain = Calendar, int8(o.n), Quarters
		e.YearBy, e.YearN, e.N, e.Turn = YearOfNow, int32(e.N), 0, Plain
		e.End += 3
		return true
	}
	if w := s.lower(e.End + 1); w == "quarter" || w == "period" {
		e.Compared, e.End = true, e.End+2
		return true
	}
	return false
}

// toldTime reads "this time", "that period", "the same time": what they mean was
// told before, and they have no value of their own.
func (s *scanner) toldTime(k int, w string, e Expression) (Expression, bool) {
	e.Form, e.Anaphor, e.N, e.End, e.Turn = Loose, true, 0, k+1, Plain
	switch low := s.lower(k); {
	case low == "moment" && w == "this":
		e.Value, e.Anaphor = "PRESENT_REF", false
	case low == "moment":
		return e, false
	case low == "time" && w == "this":
		switch s.before(e.First) {
		case "at", "by", "until", "from", "around":
			e.Value = "PRESENT_REF"
		case "during", "in", "since", "throughout", "through":
		default:
			return e, false // on this occasion
		}
	case w == "latest":
		e.Form, e.Grain, e.Compared, e.Anaphor = Offset, Quarters, true, false
	}
	return e, true
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
	u, ok := lexicon[unit]
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

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
