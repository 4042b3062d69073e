package when

import (
	"strconv"
	"strings"
	"time"

	"onrecord/model/text"
)

// the reads expressions that begin with "the": "the end of May", "the year-ago
// quarter", "the summer of 1998", "the first two months", "the 20th", "the year".
func (s *scanner) the(i int) (Expression, bool) {
	return firstOf(i, s.turned, s.edge, s.ordinalAt, s.theCount, s.theNoun)
}

// reRead reads an expression at k and lets it begin at i.
func (s *scanner) reRead(i, k int) (Expression, bool) {
	e, ok := s.read(k)
	if ok {
		e.First = i
	}
	return e, ok
}

// edge reads the end, the middle, the beginning of a calendar time: "the end of
// the month", "late in 1944", "the latter half of 2008".
func (s *scanner) edge(i int) (Expression, bool) {
	e := blank(i)
	k := i
	if s.lower(k) == "the" {
		k++
	}
	mod, half := "", 0
	switch w := s.lower(k); w {
	case "end", "close", "latter":
		mod = "END"
	case "beginning", "start", "outset", "onset", "dawn":
		mod = "START"
	case "middle", "height":
		mod = "MID"
	case "rest", "remainder", "turn", "eve":
	case "first", "second", "last", "final":
		if s.lower(k+1) != "half" {
			return e, false
		}
		half = 2
		if w == "first" {
			half = 1
		}
	case "early", "late", "earlier", "later":
		if n := s.lower(k + 1); n != "in" && n != "on" {
			return e, false
		}
		return s.within(i, k+2, limit(w), 0)
	default:
		return e, false
	}
	k++
	switch s.lower(k) {
	case "half":
		if half == 0 {
			half = 2
		}
		k++
	case "part", "days", "weeks", "months", "stages":
		if mod == "" && half == 0 {
			return e, false
		}
		k++
	}
	if s.lower(k) != "of" {
		return e, false
	}
	return s.within(i, k+1, mod, half)
}

// within reads the calendar time at k that an edge at i belongs to.
func (s *scanner) within(i, k int, mod string, half int) (Expression, bool) {
	e, ok := s.read(k)
	if !ok || e.Form != Calendar && e.Form != Offset || e.Grain < Days || e.Type != Date || e.Attr {
		return blank(i), false
	}
	e.First, e.Mod = i, mod
	if half > 0 {
		if e.Grain != Years {
			return blank(i), false
		}
		e.Half, e.Grain = int8(half), Halves
		if e.Form == Offset {
			e.Form, e.YearBy, e.YearN, e.N = Calendar, YearOfNow, int32(e.N), 0
			if e.Anaphor {
				e.YearBy = YearOfTold
			}
		}
	}
	return e, true
}

// ordinalAt reads the third quarter, the first nine months, the 20th, the
// nineteenth century, with "the" or not.
func (s *scanner) ordinalAt(i int) (Expression, bool) {
	e := blank(i)
	k := i
	the := s.lower(k) == "the"
	if the {
		k++
	}
	if s.lower(k) == "fiscal" {
		e.Fiscal = true
		k++
	}
	n, next, ord, ok := s.day(k)
	if !ok || !ord {
		return s.lastOf(i, k, e)
	}
	switch {
	case n <= 4 && (s.lower(next) == "quarter" || s.word(next) == "-" && s.lower(next+1) == "quarter"):
		if s.word(next) == "-" {
			next++
		}
		e.Quarter, e.Grain = int8(n), Quarters
		s.withYear(next+1, &e)
		return e, true
	case s.lower(next) == "century":
		c, ok := s.century(k)
		c.First = i
		return c, ok
	case n == 1 && s.kind(k) == text.Word:
		return s.spanOf(i, next, 1, e)
	}
	if s.kind(k) == text.Number && the && !s.is(next, cUnit) {
		if s.lower(next) == "of" && !s.lastTold(next+1) {
			return e, false
		}
		return s.dayAlone(n, next, e)
	}
	return e, false
}

// lastTold reports whether "this month" or the like stands at k.
func (s *scanner) lastTold(k int) bool {
	return s.is(k, cTurn) && s.lower(k+1) == "month" || s.lower(k) == "the" && s.lower(k+1) == "month"
}

// dayAlone reads "the 20th": a day of the month told before.
func (s *scanner) dayAlone(n, next int, e Expression) (Expression, bool) {
	if s.kind(next) == text.Word && !dayEnds(s.lower(next)) {
		return e, false // "the 20th anniversary"
	}
	switch s.before(e.First) {
	case "on", "of", "until", "till", "by", "since", "from", "to", "and", "before", "after", "between", "":
	default:
		return e, false
	}
	e.Day, e.Grain, e.Anaphor, e.End = n, Days, true, next
	return e, true
}

// dayEnds reports whether a word can follow a day that stands for itself.
func dayEnds(w string) bool {
	return yearEnds(w) || w == "our" || w == "my" || w == "came" || w == "then" || w == "into"
}

// lastOf reads the last week of May, the final days of the month.
func (s *scanner) lastOf(i, k int, e Expression) (Expression, bool) {
	if w := s.lower(k); w == "last" || w == "final" || w == "closing" {
		return s.spanOf(i, k+1, -1, e)
	}
	return e, false
}

// spanOf reads the first or last units of a calendar time: "first two months of
// 1939", "the last week of May". dir is 1 for the first, -1 for the last.
func (s *scanner) spanOf(i, k, dir int, e Expression) (Expression, bool) {
	c, vague, ok := s.counting(k)
	if !ok {
		c = count{n: 1, next: k}
	}
	k = c.next
	if s.is(k, cBetween) {
		k++
	}
	g, plural, unit := s.unit(k)
	if !unit || g == Seconds || g == Weekends || c.n == 1 && !vague && g == Days && dir > 0 && !plural {
		return e, false
	}
	if g == Quarters && c.n == 1 && !vague {
		return e, false
	}
	if c.n == 1 && plural {
		vague = true
	}
	e.Form, e.Type, e.Grain, e.Value, e.End = Length, Duration, g, period(c.n, c.half, g, s.lower(k)), k+1
	if vague {
		e.Value = vaguePeriod(g)
	}
	if s.lower(k+1) != "of" {
		return e, s.lower(i) == "the"
	}
	whole, ok := s.read(k + 2)
	if !ok || whole.Form != Calendar || whole.Grain < Months || whole.Attr {
		return e, true
	}
	e.Year, e.Month, e.BC, e.YearBy, e.YearN = whole.Year, whole.Month, whole.BC, whole.YearBy, whole.YearN
	e.N, e.End = dir*c.n, whole.End
	if vague {
		e.N = 0
	}
	return e, true
}

// theCount reads "the nine months", "the 1990s", "the 1988 period", "the nineties",
// "the year 2000", "the night of 3 May".
func (s *scanner) theCount(i int) (Expression, bool) {
	k := i + 1
	w := s.lower(k)
	if y, ok := spokenDecades[w]; ok {
		e := blank(i)
		e.Year, e.Grain, e.Value, e.End = y, Decades, strconv.Itoa(y/10), k+1
		return e, true
	}
	if w == "year" || w == "years" {
		if y, next, bc, ok := s.year(k + 1); ok {
			e := blank(i)
			e.Year, e.BC, e.Grain, e.End = y, bc, Years, next
			return e, true
		}
		if y, next, ok := s.spokenYear(k + 1); ok {
			e := blank(i)
			e.Year, e.Grain, e.End = y, Years, next
			return e, true
		}
	}
	if s.is(k, cSeason|cModifier|cPart|cYearAgo) || s.kind(k) == text.Number || s.is(k, cNumber) || s.hasHyphen(k) {
		return s.reRead(i, k)
	}
	return blank(i), false
}

func (s *scanner) hasHyphen(k int) bool {
	return s.kind(k) == text.Word && strings.IndexByte(s.d.Lower(k), '-') > 0
}

// theNoun reads a unit with "the" that was told before: "the year", "the latest
// quarter", "the weekend", "the time", "the past".
func (s *scanner) theNoun(i int) (Expression, bool) {
	e := blank(i)
	k := i + 1
	switch w := s.lower(k); w {
	case "past":
		e.Form, e.Value, e.End = Loose, "PAST_REF", k+1
		return e, s.kind(k+1) != text.Word || yearEnds(s.lower(k+1))
	case "future":
		e.Form, e.Value, e.End = Loose, "FUTURE_REF", k+1
		return e, true
	case "near", "foreseeable", "short", "long", "distant":
		if n := s.lower(k + 1); n == "future" || n == "term" || n == "past" {
			e.Form, e.Value, e.End = Loose, "FUTURE_REF", k+2
			if n == "past" {
				e.Value = "PAST_REF"
			}
			return e, true
		}
	case "time":
		if s.before(i) != "at" && s.before(i) != "by" {
			return e, false
		}
		return s.toldTime(k, "that", e)
	}
	ago := false
	for ; k <= i+3 && s.is(k, cBetween|cYearAgo); k++ {
		ago = ago || s.is(k, cYearAgo)
		e.Fiscal = e.Fiscal || s.lower(k) == "fiscal" || s.lower(k) == "financial"
	}
	return s.toldUnit(i, k, ago, e)
}

// toldUnit reads the unit at k of "the year", "the year-ago quarter".
func (s *scanner) toldUnit(i, k int, ago bool, e Expression) (Expression, bool) {
	if s.lower(k) == "period" {
		e.Form, e.Grain, e.Compared, e.End = Offset, Quarters, true, k+1
		if ago {
			e.Grain, e.N = Years, -1
		}
		if !ago && k == i+1 { // the period
			e.Form, e.Grain, e.Compared, e.Anaphor = Loose, NoGrain, false, true
		}
		return e, ago || k == i+2 || s.is(k-1, cBetween)
	}
	g, plural, ok := s.unit(k)
	if !ok || g < Days || s.is(k, cOrdinal) {
		return e, false
	}
	e.Grain, e.End = g, k+1
	if plural {
		e.Form, e.Type, e.Value = Length, Duration, vaguePeriod(g)
		return e, g > Days || k == i+1
	}
	e.Form, e.Anaphor = Offset, true
	switch w := s.lower(k + 1); {
	case s.capital(k) && !s.d.Tokens[i].Is(text.SentStart), g == Days && in(carried, s.before(i)):
		return e, false // the Year III; carried the day
	case g == Days && k == i+1 && (w == "before" || w == "after" || w == "following"):
		e.N, e.Event, e.End = 1, w == "after", k+2
		if w == "before" {
			e.N = -1
		}
	case g == Weekends:
		e.Anaphor = false
	case g == Quarters && ago:
		e.N, e.Compared, e.Grain, e.Anaphor = -1, true, Years, false
	case g == Quarters:
		e.Compared, e.Anaphor = true, false
	case g == Years && (s.lower(k+1) == "ended" || s.lower(k+1) == "ending"):
		e.Form, e.Type, e.Value = Length, Duration, "P1Y"
	}
	return e, g == Weekends || g == Quarters || g == Years || k == i+1 || s.is(k-1, cBetween)
}

// carried are the verbs of idioms with "the day".
var carried = set("carried", "carry", "carrying", "won", "win", "saved", "save", "call", "called", "seize", "seized", "makes", "made", "lost")

// seasonal reads summer, the summer of 1998, winter 2009, spring next year.
func (s *scanner) seasonal(i int) (Expression, bool) {
	e := blank(i)
	w := s.lower(i)
	e.Season, e.Grain = s.lex(i).code, Seasons
	k := i + 1
	if n := s.lower(k); n == "term" || n == "semester" {
		e.Fiscal = true // its first and last day are the school's
		k++
	}
	s.withYear(k, &e)
	if e.Year != 0 || e.YearBy != NoYear {
		return e, true
	}
	prev := s.before(i)
	switch w {
	case "fall":
		return e, (prev == "in" || prev == "during" || prev == "since") && !s.capital(i) && s.kind(i+1) != text.Word || prev == "the" && (s.before(i-1) == "in" || s.before(i-1) == "during") && s.lower(i+1) != "of"
	case "spring":
		if s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) && s.capital(i-1) || prev == "to" || prev == "will" || prev == "may" || s.lower(i+1) == "from" || s.lower(i+1) == "up" {
			return e, false
		}
	}
	if n := s.lower(i + 1); n == "offensive" || n == "campaign" || n == "fighting" {
		return e, true
	}
	if s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) && (s.capital(i+1) || s.capital(i-1) && (s.tight(i) || !s.d.Tokens[i-1].Is(text.SentStart))) {
		return e, false // a name
	}
	return e, true
}

// dayPart reads a part of a day with the day behind it: "the morning of 3 May",
// "night of Friday", "mid-afternoon yesterday".
func (s *scanner) dayPart(i int) (Expression, bool) {
	e := blank(i)
	u := s.lex(i)
	k := i + 1
	if s.lower(k) == "hours" {
		k++
	}
	n := k
	if w := s.lower(n); w == "of" || w == "on" {
		n++
	}
	if s.kind(n) == text.Number || s.is(n, cMonth|cWeekday|cDeictic) || s.lower(n) == "the" && n > k {
		if d, ok := s.read(n); ok && d.Grain == Days && (d.Form == Calendar || d.Form == Offset) && d.Part == "" {
			d.First, d.Part, d.Type = i, u.code, Time
			return d, true
		}
	}
	if s.lower(i) == "night" && s.before(i) == "at" {
		e.Form, e.Type, e.Value, e.End = Repeat, Time, "XXXX-XX-XXTNI", i+1
		return e, true
	}
	if u.class&cPlural != 0 || s.lower(i) == "dawn" || s.lower(i) == "dusk" {
		return e, false
	}
	if (s.before(i) == "the" || s.before(i) == "that") && s.lower(k) != "of" && (s.lower(i) == "morning" || s.lower(i) == "afternoon" || s.lower(i) == "evening") && (s.before(i-1) == "in" || s.before(i-1) == "during") {
		e.Form, e.Grain, e.Part, e.Type, e.Anaphor, e.End = Offset, Days, u.code, Time, true, k
		return e, true
	}
	if m, next, ok := s.clock(i); ok && (s.lower(i) == "noon" || s.lower(i) == "midnight" || s.lower(i) == "midday") {
		e.Form, e.Type, e.Grain, e.Minute, e.End = Clock, Time, Minutes, int16(m), next
		return e, true
	}
	return e, false
}

// modified reads early, late and mid before a calendar time: "early May", "late
// last week", "mid-1996", "earlier this year", "later that month".
func (s *scanner) modified(i int) (Expression, bool) {
	k := i + 1
	w := s.lower(i)
	if e, ok := s.edge(i); ok {
		return e, true
	}
	if w == "middle" || w == "end" {
		return blank(i), false
	}
	if s.word(k) == "-" && s.tight(k) {
		k++
	}
	if w == "mid" && !s.tight(k) && s.kind(k) != text.Word && s.kind(k) != text.Number {
		return blank(i), false
	}
	if s.lower(k) == "on" && (w == "later" || w == "earlier") {
		return blank(i), false
	}
	var e Expression
	var ok bool
	if s.is(k, cPart) { // early morning, late afternoon
		if e, ok = s.dayPart(k); !ok && s.lex(k).class&cPlural == 0 && s.lower(k) != "night" {
			e, ok = blank(k), true
			e.Form, e.Grain, e.Part, e.Type, e.Anaphor, e.End = Offset, Days, s.lex(k).code, Time, true, k+1
		}
	} else {
		e, ok = s.read(k)
	}
	if !ok || e.Form != Calendar && e.Form != Offset || e.Mod != "" {
		return blank(i), false
	}
	if (w == "earlier" || w == "later") && e.Form == Offset && e.N != 0 && e.Grain > Days && e.Turn == Plain {
		return blank(i), false
	}
	e.First, e.Mod = i, limit(w)
	return e, true
}

// limit is the part of a calendar time that early, late and mid before it leave.
func limit(w string) string {
	switch w {
	case "early", "earlier":
		return "START"
	case "late", "later":
		return "END"
	}
	return "MID"
}

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
	x, y := lexicon[a], lexicon[b]
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
			e.Month, e.Season, e.Grain = 0, x.code, Seasons
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
		e.Form, e.Grain, e.Mod = Offset, Years, "END"
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
		e.Season, e.Grain = y.code, Seasons
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
	u, ok := lexicon[unit]
	if !ok || u.class&cUnit == 0 || u.grain == Seconds {
		return e, false
	}
	if tail != "" && tail != "old" && tail != "long" && tail != "olds" {
		return e, false
	}
	return s.offset(e, count{n: n}, u.grain, unit, i+1, vague)
}

// named reads holidays. Feasts of other calendars have no value.
func (s *scanner) named(i int) (Expression, bool) {
	e := blank(i)
	if !s.capital(i) || !s.is(i, cHoliday) {
		return e, false
	}
	for n := 4; n > 0; n-- {
		if !s.in(i + n - 1) {
			continue
		}
		name := strings.ToLower(s.d.SpanOf(i, i+n).Of(s.d.Text))
		name = strings.ReplaceAll(name, "'", "’")
		if in(movable, name) {
			e.Form, e.Value, e.End = Loose, "", i+n
			return e, true
		}
		h, ok := holidays[name]
		if !ok {
			continue
		}
		if n == 1 && s.capital(i+1) && !s.is(i+1, cWeekday|cMonth) && s.kind(i+1) == text.Word {
			return e, false // Christmas Island, Easter Road
		}
		e.Grain = Days
		e.Month, e.Day = h.month, h.day
		if h.day == 0 {
			e.feast = &h
		}
		s.withYear(i+n, &e)
		if p := s.lex(e.End); p.class&cPart != 0 && p.class&cPlural == 0 {
			e.Part, e.Type, e.End = p.code, Time, e.End+1
		}
		return e, true
	}
	return e, false
}
