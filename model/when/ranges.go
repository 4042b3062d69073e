package when

import (
	"strings"
	"time"

	"onrecord/model/text"
)

// maxList bounds how many days or years are read as one list.
const maxList = 8

// dayListed reads the first days of "6–7 January", "5, 6 and 7 May", "the 28 and
// 29 August": a day whose month stands behind another.
func (s *scanner) dayListed(i int) (Expression, bool) {
	e := blank(i)
	d, k, _, ok := s.day(i)
	if !ok {
		return e, false
	}
	last := d
	for n := k; n < k+3*maxList; {
		w := s.lower(n)
		if !s.dash(n) && w != "and" && w != "to" && w != "or" && w != "," && w != "&" && w != "until" {
			return e, false
		}
		n++
		if w == "," && (s.lower(n) == "and" || s.lower(n) == "or") {
			n++
		}
		if s.lower(n) == "the" {
			n++
		}
		d2, next, _, ok := s.day(n)
		if !ok || d2 <= last && !s.isMonth(next) {
			return e, false
		}
		if s.lower(next) == "of" {
			next++
		}
		if m, _, ok := s.month(next); ok {
			e.Day, e.Grain, e.End, e.Shared = d, Days, k, true
			return e, validDay(0, time.Month(m), d) || d2 <= last
		}
		last, n = d2, next
	}
	return e, false
}

// goOn reads what goes on from an expression just read: the 7th of "May 6 and
// 7th", the 17 of "1915–17".
func (s *scanner) goOn(e *Expression) (Expression, bool) {
	k := e.End
	w := s.lower(k)
	dash := s.dash(k)
	next := blank(k + 1)
	if e.side == 1 {
		return s.otherSide(e)
	}
	if e.Form != Calendar || !dash && w != "and" && w != "to" && w != "," && w != "/" && w != "&" || !s.in(k+1) {
		return next, false
	}
	if e.Grain == Years && (dash || w == "/") && e.Year > 0 && !e.BC {
		n := s.num(k + 1)
		if len(s.word(k+1)) != 2 || n <= e.Year%100 || !s.tight(k+1) || s.tight(k+2) && s.kind(k+2) != text.Punct && s.kind(k+2) != text.Quote {
			return next, false
		}
		next.Year, next.Grain, next.End = e.Year-e.Year%100+n, Years, k+2
		return next, true
	}
	if e.Grain != Days || e.Day == 0 || e.Month == 0 || s.d.Word(e.End-1) == "." {
		return next, false
	}
	if w == "," && (s.lower(k+1) == "and" || s.lower(k+1) == "or") {
		next.First++
	}
	d, end, ord, ok := s.day(next.First)
	if !ok || d <= e.Day || s.kind(next.First) != text.Number || e.Year != 0 && !dash || !validDay(0, e.Month, d) {
		return next, false
	}
	if s.lower(end) == "of" && s.isMonth(end+1) || s.isMonth(end) || s.meridiemAt(end) {
		return next, false
	}
	if word := s.kind(end) == text.Word; !dash && !ord && word && !yearEnds(s.lower(end)) || word && s.is(end, cUnit) {
		return next, false // "on May 6 and 12 people"
	}
	if !dash && w == "," && !ord && s.num(next.First) < 0 {
		return next, false
	}
	next.Day, next.Month, next.Grain, next.Shared = d, e.Month, Days, true
	s.withYear(end, &next)
	return next, true
}

// otherSide reads the September of "August-September 1950".
func (s *scanner) otherSide(e *Expression) (Expression, bool) {
	next := blank(e.First)
	w := s.d.Lower(e.End - 1) // "the" or "early" may stand before it
	y := lexicon()[w[strings.IndexByte(w, '-')+1:]]
	next.side = 2
	if next.Month, next.Grain = time.Month(y.n), Months; e.Season != NoCode {
		next.Month, next.Season, next.Grain = 0, codeOf(y.code), Seasons
	}
	s.withYear(e.End, &next)
	return next, true
}

func (s *scanner) meridiemAt(k int) bool { return s.meridiem(&k) != 0 }

// link joins neighbouring expressions that are the ends of a range or share their
// month and year: "26 July – 22 August 2019", "March and April 1918".
func link(d *text.Doc, es []Expression) {
	for i := len(es) - 2; i >= 0; i-- { // from the right: a year told last is shared by all before it
		a, b := &es[i], &es[i+1]
		if a.side == 1 {
			share(a, b)
			a.Until, b.From = int32(i+1), int32(i)
			continue
		}
		if a.Form != Calendar && a.Form != Clock || b.Form != a.Form || b.First <= a.End || b.First > a.End+2 {
			continue
		}
		w := d.Lower(a.End)
		two := b.First == a.End+2
		if two && !(w == "," && (d.Lower(a.End+1) == "and" || d.Lower(a.End+1) == "or")) && d.Lower(a.End+1) != "the" {
			continue
		}
		ranged := false
		switch w {
		case "-", "–", "—", "−", "--", "to", "until", "till", "through", "/":
			ranged = true
		case "and", "&":
			ranged = a.Grain == b.Grain || a.First > 0 && d.Lower(a.First-1) == "between"
		case "or", ",":
		default:
			continue
		}
		share(a, b)
		if ranged && a.Until < 0 && b.From < 0 {
			a.Until, b.From = int32(i+1), int32(i)
		}
	}
}

// share gives each of two linked expressions what only the other tells.
func share(a, b *Expression) {
	if a.Form != Calendar || a.feast != nil || b.feast != nil {
		return
	}
	if a.Day > 0 && a.Month == 0 && b.Month > 0 {
		a.Month, a.Shared = b.Month, true
	}
	if a.Grain == Years || b.Grain == Years || a.Grain > Halves || b.Grain > Halves || a.Weekday >= 0 && a.Day == 0 || b.Weekday >= 0 && b.Day == 0 {
		if a.Grain == Years && b.Grain == Years && b.BC && !a.BC && a.Year > b.Year {
			a.BC = true
		}
		return
	}
	switch {
	case b.Year > 0 && a.Year == 0 && a.YearBy == NoYear:
		a.Year, a.BC, a.Shared = b.Year, b.BC, true
		if a.start() > b.start() && !a.BC {
			a.Year--
		}
	case b.YearBy != NoYear && a.Year == 0 && a.YearBy == NoYear:
		a.YearBy, a.YearN, a.Shared = b.YearBy, b.YearN, true
	case a.Year > 0 && b.Year == 0 && b.YearBy == NoYear:
		b.Year, b.BC, b.Shared = a.Year, a.BC, true
		if a.start() > b.start() && !a.BC {
			b.Year++
		}
	}
}

// start orders calendar expressions in a year: the day of the year on which they
// begin, every month counted 32 days.
func (e *Expression) start() int {
	m := int(e.Month)
	switch {
	case e.Season != NoCode:
		m = int(seasonStart(e.Season.String()))
	case e.Quarter > 0:
		m = int(quarterStart(e.Quarter))
	}
	return 32*m + e.Day
}
