package when

import "onrecord/model/text"

// edge reads the end, the middle, the beginning of a calendar time: "the end of
// the month", "late in 1944", "the latter half of 2008".
func (s *scanner) edge(i int) (Expression, bool) {
	e := blank(i)
	k := i
	if s.lower(k) == "the" {
		k++
	}
	mod, half := NoCode, 0
	switch w := s.lower(k); w {
	case "end", "close", "latter":
		mod = codeEnd
	case "beginning", "start", "outset", "onset", "dawn":
		mod = codeStart
	case "middle", "height":
		mod = codeMid
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
		if mod == NoCode && half == 0 {
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
func (s *scanner) within(i, k int, mod Code, half int) (Expression, bool) {
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
			e.Form, e.Grain, e.Part, e.Type, e.Anaphor, e.End = Offset, Days, codeOf(s.lex(k).code), Time, true, k+1
		}
	} else {
		e, ok = s.read(k)
	}
	if !ok || e.Form != Calendar && e.Form != Offset || e.Mod != NoCode {
		return blank(i), false
	}
	if (w == "earlier" || w == "later") && e.Form == Offset && e.N != 0 && e.Grain > Days && e.Turn == Plain {
		return blank(i), false
	}
	e.First, e.Mod = i, limit(w)
	return e, true
}

// limit is the part of a calendar time that early, late and mid before it leave.
func limit(w string) Code {
	switch w {
	case "early", "earlier":
		return codeStart
	case "late", "later":
		return codeEnd
	}
	return codeMid
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

func (s *scanner) lastAt(i int) (Expression, bool) { return s.lastOf(i, i, blank(i)) }

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
