package when

import (
	"strconv"

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
	case s.capital(k) && !s.d.Tokens[i].Is(text.SentStart), g == Days && carried.Has(s.before(i)):
		return e, false // the Year III; carried the day
	case g == Days && k == i+1 && (w == "before" || w == "after" || w == "following"):
		e.N, e.Event, e.End = 1, w == "after", k+2
		if w == "before" {
			e.N = -1
		}
	case g == Days && k == i+1 && (whoseDay.Has(w) || s.capital(k+1) && !s.is(k+1, cMonth|cWeekday|cOpens)):
		e.Form, e.Grain, e.Value = Loose, NoGrain, "XXXX-XX-XX"
	case g == Days && k == i+1 && w == "of": // the day of the storm
		e.Event = true
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

// whoseDay begins what tells which day is meant: "the day she died".
var whoseDay = text.SetOf("he", "she", "they", "it", "i", "we", "you", "his", "her", "their", "its", "my", "our", "that", "when")

// carried are the verbs of idioms with "the day".
var carried = text.SetOf("carried", "carry", "carrying", "won", "win", "saved", "save", "call", "called", "seize", "seized", "makes", "made", "lost")

// seasonal reads summer, the summer of 1998, winter 2009, spring next year.
func (s *scanner) seasonal(i int) (Expression, bool) {
	e := blank(i)
	w := s.lower(i)
	e.Season, e.Grain = codeOf(s.lex(i).code), Seasons
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
