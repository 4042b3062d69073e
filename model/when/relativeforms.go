package when

import (
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
			e.Part, e.Type = codeNight, Time
		case s.is(i+1, cPart) && s.lower(i+1) != "noon" && s.lower(i+1) != "midnight":
			e.Part, e.Type, e.End = codeOf(s.lex(i+1).code), Time, i+2
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
		e.Form, e.Grain, e.Part, e.Type, e.End = Offset, Days, codeOf(u.code), Time, k+1
		if w == "last" && s.lower(k) != "night" && s.lower(k) != "evening" {
			return e, false
		}
		s.withClock(&e)
		return e, true
	case u.class&cSeason != 0 && w != "that":
		e.Season, e.Grain, e.End = codeOf(u.code), Seasons, k+1
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
			e.Part, e.Type, e.End = codeOf(s.lex(next).code), Time, next+1
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
		e.Part, e.Type, e.End = codeOf(s.lex(e.End).code), Time, e.End+1
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

// recent reads recent years, recent months: no count, no calendar.
func (s *scanner) recent(i int) (Expression, bool) {
	e := blank(i)
	e.Form, e.Value, e.End = Loose, "PAST_REF", i+1
	if g, plural, ok := s.unit(i + 1); ok && plural && g >= Days {
		e.End = i + 2
		if g == Weeks || g == Months || g == Quarters {
			e.Form, e.Type, e.Grain, e.Value = Length, Duration, g, vaguePeriod(g)
		}
	}
	return e, s.is(i+1, cUnit) || !s.capital(i)
}
