package when

import (
	"strconv"
	"strings"
	"time"

	"onrecord/model/text"
)

// date reads a date of day, month and year in any order, with its weekday, its
// ranges and lists, and the clock time that belongs to it.
func (s *scanner) date(i, first int) (Expression, bool) {
	e := blank(i)
	k := i
	if wd, next, ok := s.weekday(k); ok {
		e.Weekday, k = wd, next
		if s.word(k) == "," && (s.num(k+1) >= 0 || s.isMonth(k+1)) {
			k++
		}
		if s.lower(k) == "the" {
			if _, _, ok := s.day(k + 1); ok {
				k++
			}
		}
	}
	switch {
	case s.iso(k, &e):
	case s.slashed(k, &e):
	case s.dayMonth(k, &e):
	case s.monthDay(k, &e):
	case e.Weekday < 0 && s.monthYear(k, first, &e):
	case e.Weekday >= 0:
		e.End, e.Grain = k, Days
		if strings.HasSuffix(s.d.Lower(i), "s") && len(s.d.Lower(i)) > 6 && s.d.Lower(i) != "wednes" {
			if _, plural := weekdays[strings.TrimSuffix(s.d.Lower(i), "s")]; plural {
				e.Form, e.Type, e.Value = Repeat, Set, "XXXX-WXX-"+strconv.Itoa((e.Weekday+6)%7+1)
				return e, true
			}
		}
		if p, ok := parts[s.lower(k)]; ok && s.lower(k) != "noon" && s.lower(k) != "midnight" {
			e.Part, e.Type, e.End = p, Time, k+1
		}
	default:
		return e, false
	}
	if e.Grain == Days {
		s.withClock(&e)
	}
	return e, true
}

func (s *scanner) isMonth(i int) bool {
	_, _, ok := s.month(i)
	return ok
}

// iso reads 2022-05-16, with or without a clock time.
func (s *scanner) iso(i int, e *Expression) bool {
	y := s.num(i)
	if y < 1000 || s.word(i+1) != "-" || !s.tight(i+1) || !s.tight(i+2) || s.word(i+3) != "-" {
		return false
	}
	m, d := s.num(i+2), s.num(i+4)
	if m < 1 || m > 12 || d < 1 || d > 31 || !validDay(y, time.Month(m), d) {
		return false
	}
	e.Year, e.Month, e.Day, e.Grain, e.End = y, time.Month(m), d, Days, i+5
	return true
}

// slashed reads 16/05/2022 and 16.05.22; the day stands first unless it cannot.
func (s *scanner) slashed(i int, e *Expression) bool {
	a := s.num(i)
	sep := s.word(i + 1)
	if a < 1 || a > 31 || sep != "/" && sep != "-" || !s.tight(i+1) || !s.tight(i+2) || s.word(i+3) != sep || !s.tight(i+3) || !s.tight(i+4) {
		return false
	}
	b, y := s.num(i+2), s.num(i+4)
	if b < 1 || y < 0 {
		return false
	}
	switch len(s.d.Word(i + 4)) {
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
	e.Year, e.Month, e.Day, e.Grain, e.End = y, time.Month(m), d, Days, i+5
	return true
}

func validDay(y int, m time.Month, d int) bool {
	if y == 0 {
		y = 2000
	}
	return d <= daysIn(y, m)
}

// daysIn returns the number of days of a month.
func daysIn(y int, m time.Month) int { return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day() }

// dayMonth reads 16 May 2022, 16th of May, 3–5 May, 26 July – 22 August.
func (s *scanner) dayMonth(i int, e *Expression) bool {
	d, k, ok := s.day(i)
	if !ok {
		return false
	}
	endDay := 0
	if w := s.lower(k); w == "-" || w == "–" || w == "and" || w == "to" {
		if n, next, ok := s.day(k + 1); ok && n > d && s.isMonth(next) {
			endDay, k = n, next
		}
	}
	if s.lower(k) == "of" {
		k++
	}
	m, k, ok := s.month(k)
	if !ok || !validDay(0, time.Month(m), d) {
		return false
	}
	e.Day, e.Month, e.EndDay, e.Grain = d, time.Month(m), endDay, Days
	s.withYear(k, e)
	s.rangeEnd(e)
	return true
}

// rangeEnd extends a date by the second date of a range: "26 July – 22 August".
func (s *scanner) rangeEnd(e *Expression) {
	k := e.End
	if w := s.lower(k); w != "–" && w != "-" && w != "to" && w != "—" {
		return
	}
	k++
	if _, next, ok := s.weekday(k); ok {
		k = next
	}
	d, k, ok := s.day(k)
	if !ok {
		return
	}
	m, k, ok := s.month(k)
	if !ok || !validDay(0, time.Month(m), d) {
		return
	}
	end := blank(e.First)
	s.withYear(k, &end)
	e.EndDay, e.EndMon, e.EndYear, e.End = d, time.Month(m), end.Year, end.End
	if e.Year == 0 {
		e.Year = end.Year
		if end.Year != 0 && e.EndMon < e.Month {
			e.Year--
		}
	}
}

// withYear reads a year behind a date that ends at k.
func (s *scanner) withYear(k int, e *Expression) {
	e.End = k
	n := k
	for s.word(n) == "," && n < k+2 {
		n++
	}
	if s.lower(n) == "of" || s.lower(n) == "in" {
		n++
	}
	if y, next, ok := s.year(n); ok && s.word(next) != "km" {
		e.Year, e.End = y, next
	}
}

// monthDay reads May 16, 2022; May 16th; May 16-18.
func (s *scanner) monthDay(i int, e *Expression) bool {
	m, k, ok := s.month(i)
	if !ok {
		return false
	}
	if s.lower(k) == "the" {
		k++
	}
	d, k, ok := s.day(k)
	if !ok || !validDay(0, time.Month(m), d) {
		return false
	}
	e.Month, e.Day, e.Grain = time.Month(m), d, Days
	if w := s.word(k); w == "-" || w == "–" || s.lower(k) == "and" || s.lower(k) == "to" {
		if n, next, ok := s.day(k + 1); ok && n > d && n <= 31 && s.lower(next) != "people" && !(s.d.Tokens[next-1].Kind == text.Number && s.isUnit(next)) {
			e.EndDay, k = n, next
		}
	}
	s.withYear(k, e)
	return true
}

func (s *scanner) isUnit(i int) bool {
	_, ok := units[s.lower(i)]
	return ok
}

// monthYear reads May 2022, and a month alone where only a month can stand.
func (s *scanner) monthYear(i, first int, e *Expression) bool {
	m, k, ok := s.month(i)
	if !ok {
		return false
	}
	e.Month, e.Grain = time.Month(m), Months
	s.withYear(k, e)
	if e.Year == 0 {
		w := s.d.Lower(i)
		ambiguous := w == "may" || w == "march" || w == "mar" || w == "jun" || w == "jan" || w == "dec" || w == "sep" || w == "august" || w == "april" || w == "june"
		if ambiguous && !in(monthContext, s.before(i, first)) && !s.monthListed(k) {
			return false
		}
		if s.d.Tokens[i].Is(text.SentStart) && ambiguous && !s.monthListed(k) {
			return false
		}
	}
	s.monthRange(e)
	return true
}

// monthContext are words behind which a word that is a month's name, and
// something else too, is the month.
var monthContext = set("in", "since", "until", "till", "by", "of", "from", "during", "before", "after", "between", "early", "late", "mid", "last", "next", "this", "through", "to", "and", "every", "each", "around", "for", "on", "or")

// monthListed reports whether another month follows: "March and April".
func (s *scanner) monthListed(k int) bool {
	w := s.lower(k)
	return (w == "and" || w == "to" || w == "–" || w == "-" || w == "or" || w == ",") && s.isMonth(k+1)
}

// monthRange reads the second month of "March and April" and "May–July 2021".
func (s *scanner) monthRange(e *Expression) {
	if !s.monthListed(e.End) || s.word(e.End) == "," || s.lower(e.End) == "or" {
		return
	}
	m, k, _ := s.month(e.End + 1)
	if _, _, ok := s.day(k); ok { // "March and April 3"
		return
	}
	end := blank(0)
	s.withYear(k, &end)
	e.EndMon, e.EndYear, e.End = time.Month(m), end.Year, end.End
	if e.Year == 0 {
		e.Year = end.Year
	}
}

// withClock takes a clock time behind a day into the expression: "Monday 16th May
// at 8pm", "Friday, 10.30am".
func (s *scanner) withClock(e *Expression) {
	k := e.End
	if w := s.lower(k); w == "at" || w == "from" || w == "," {
		k++
		if s.lower(k) == "about" || s.lower(k) == "around" {
			k++
		}
	}
	if m, next, ok := s.clock(k); ok {
		e.Minute, e.End, e.Type, e.Grain = m, next, Time, Minutes
	}
}

// bareYear reads a year by itself where a year can stand, a span of years, and
// decades.
func (s *scanner) bareYear(i, first int) (Expression, bool) {
	e := blank(i)
	if s.decade(i, &e) {
		return e, true
	}
	y, k, ok := s.year(i)
	if !ok {
		return e, false
	}
	prev := s.before(i, first)
	if in(lawNouns, prev) || prev == "$" || prev == "£" || prev == "no" || s.tight(i) && i > first && prev != "(" && prev != "“" && prev != "–" && prev != "-" && prev != "—" && prev != "/" {
		return e, false
	}
	if s.word(k) == "-" || s.word(k) == "–" || s.word(k) == "/" {
		if n := s.num(k + 1); s.tight(k+1) && n >= 0 {
			switch l := len(s.d.Word(k + 1)); {
			case l == 2 && n > y%100:
				e.Year, e.EndYear, e.Grain, e.End = y, y-y%100+n, Years, k+2
				return e, true
			case l == 4 && n > y && n <= 2100:
				e.Year, e.EndYear, e.Grain, e.End = y, n, Years, k+2
				return e, true
			}
			return e, false
		}
	}
	if !in(yearContext, prev) && prev != "" || y < 1500 && prev != "in" && prev != "of" {
		return e, false
	}
	if next := s.lower(k); s.d.Tokens[min(k, s.end-1)].Kind == text.Word && k < s.end && !yearEnds(next) && (prev == "," || prev == "the" || prev == "for" || prev == "of" || prev == "to" || prev == "about" || prev == "around" || prev == "and" || prev == "by" || prev == "between" || prev == "") {
		return e, false
	}
	e.Year, e.Grain, e.End = y, Years, k
	return e, true
}

// yearEnds reports whether a word can follow a year; a noun would make it a
// quantity ("1500 homes").
func yearEnds(w string) bool {
	switch w {
	case "and", "to", "when", "after", "before", "but", "the", "with", "by", "for", "as", "that", "he", "she", "it", "they", "in", "on", "at", "until", "through", "or", "was", "were", "is", "had", "has", "from", "because", "while", "which", "who", "we", "i", "under", "its", "his", "her", "their", "a", "an", "season", "election", "elections", "budget", "presidential", "campaign":
		return true
	}
	return false
}

// decade reads the 1990s, 1990s, '90s.
func (s *scanner) decade(i int, e *Expression) bool {
	n := s.num(i)
	if n < 0 || s.lower(i+1) != "s" || !s.tight(i+1) {
		return false
	}
	switch {
	case len(s.d.Word(i)) == 4 && n%10 == 0 && n >= 1000 && n <= 2090:
	case len(s.d.Word(i)) == 2 && n%10 == 0:
		n += 1900
	default:
		return false
	}
	e.Year, e.Grain, e.End = n, Decades, i+2
	e.Value = strconv.Itoa(n / 10)
	return true
}

// seasonal reads "the summer of 1998", "winter 2009", "third quarter".
func (s *scanner) seasonal(i, first int) (Expression, bool) {
	e := blank(i)
	if v, ok := seasons[s.lower(i)]; ok {
		k := i + 1
		e.Season, e.Grain, e.End = v, Seasons, k
		s.withYear(k, &e)
		prev := s.before(i, first)
		return e, e.Year != 0 || (prev == "in" || prev == "the" || prev == "since" || prev == "until") && s.lower(i) != "fall" && s.lower(i) != "spring"
	}
	n, ok := ordinals[s.lower(i)]
	if !ok || n > 4 {
		return e, false
	}
	k := i + 1
	if s.lower(k) != "quarter" {
		return e, false
	}
	e.Quarter, e.Grain = n, Quarters
	s.withYear(k+1, &e)
	return e, n > 0
}

// century reads the 19th century.
func (s *scanner) century(i int) (Expression, bool) {
	e := blank(i)
	n, k, ok := s.day(i)
	if !ok {
		n, ok = ordinals[s.lower(i)]
		k = i + 1
	}
	if !ok || n < 1 || n > 21 || s.lower(k) != "century" {
		return e, false
	}
	e.Grain, e.Year, e.Value, e.End = Centuries, (n-1)*100+1, strconv.Itoa(n-1), k+1
	return e, true
}

// named reads holidays.
func (s *scanner) named(i int) (Expression, bool) {
	e := blank(i)
	if !s.d.Tokens[i].Is(text.Capital) {
		return e, false
	}
	for n := 4; n > 0; n-- {
		if i+n > s.end {
			continue
		}
		sp := s.d.SpanOf(i, i+n)
		h, ok := holidays[strings.ToLower(sp.Of(s.d.Text))]
		if !ok {
			continue
		}
		e.Grain = Days
		e.Month, e.Day = h.month, h.day
		if h.month == 0 {
			e.N = h.easter
			e.Value = "easter"
		}
		s.withYear(i+n, &e)
		return e, true
	}
	return e, false
}
