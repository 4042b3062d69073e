package when

import (
	"strings"

	"onrecord/model/text"
)

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
			e.First, e.Minute, e.Type, e.Part = i, int16(m), Time, NoCode
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

func (s *scanner) clockOrPart(i int) (Expression, bool) {
	if w := s.lower(i); w == "noon" || w == "midnight" || w == "midday" {
		return s.clockFirst(i)
	}
	if s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) {
		return blank(i), false // Operation Dawn
	}
	return s.dayPart(i)
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
		if d, ok := s.read(n); ok && d.Grain == Days && (d.Form == Calendar || d.Form == Offset) && d.Part == NoCode {
			d.First, d.Part, d.Type = i, codeOf(u.code), Time
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
		e.Form, e.Grain, e.Part, e.Type, e.Anaphor, e.End = Offset, Days, codeOf(u.code), Time, true, k
		return e, true
	}
	if m, next, ok := s.clock(i); ok && (s.lower(i) == "noon" || s.lower(i) == "midnight" || s.lower(i) == "midday") {
		e.Form, e.Type, e.Grain, e.Minute, e.End = Clock, Time, Minutes, int16(m), next
		return e, true
	}
	return e, false
}

// withClock takes a clock time behind a day into the expression: "Monday 16th May
// at 8pm", "Friday, 10.30am".
func (s *scanner) withClock(e *Expression) {
	k := e.End
	if w := s.lower(k); w == "at" || w == "from" || w == "," {
		k++
		if s.is(k, cApprox) {
			k++
		}
	}
	if m, next, ok := s.clock(k); ok && !s.dash(next) {
		e.Minute, e.End, e.Type, e.Grain, e.Part = int16(m), s.zone(next), Time, Minutes, NoCode
		return
	}
	if w := s.lower(e.End); w == "in" && s.lower(e.End+1) == "the" && s.is(e.End+2, cPart) {
		e.Part, e.Type, e.End = codeOf(s.lex(e.End+2).code), Time, e.End+3
	}
}

// clock returns the minute of the day at i: 8pm, 10.30am, 20:00, noon, 0300 hours.
func (s *scanner) clock(i int) (minute, next int, ok bool) {
	if !s.in(i) {
		return 0, i, false
	}
	switch s.lower(i) {
	case "noon", "midday":
		return 720, i + 1, true
	case "midnight":
		return 0, i + 1, true
	}
	if s.kind(i) != text.Number {
		return 0, i, false
	}
	w := s.d.Word(i)
	h, m, sep := clockDigits(w)
	if h < 0 || h > 24 || m > 59 {
		return 0, i, false
	}
	next = i + 1
	half := s.meridiem(&next)
	switch {
	case half == 0 && (s.lower(next) == "hrs" || s.lower(next) == "hours") && (sep == ':' || len(w) == 4):
		return h*60 + m, next + 1, h < 24
	case half == 0 && len(w) == 4 && sep == 0 && s.zone(next) > next:
		return h*60 + m, next, h < 24
	case half == 0 && sep == ':' && h < 24:
		return h*60 + m, next, true
	case half == 0 && (s.lower(next) == "o’clock" || s.lower(next) == "o'clock"):
		return h % 24 * 60, next + 1, h <= 12
	case half == 0 || h > 12 || h == 0 || len(w) == 4 && sep == 0:
		return 0, i, false
	case half == 2:
		return (h%12+12)*60 + m, next, true
	}
	return h%12*60 + m, next, true
}

// clockDigits reads 8, 10.30, 20:00, 0300; h is -1 when it is none of them.
func clockDigits(w string) (h, m int, sep byte) {
	if i := strings.IndexAny(w, ".:"); i >= 0 {
		if len(w)-i != 3 || i > 2 {
			return -1, 0, 0
		}
		return number(w[:i]), max(number(w[i+1:]), 0), w[i]
	}
	if len(w) == 4 {
		return number(w[:2]), number(w[2:]), 0
	}
	return number(w), 0, 0
}

// meridiem reads am (1) or pm (2) at *i and moves over it; 0 is neither.
func (s *scanner) meridiem(i *int) int {
	v := 0
	switch s.lower(*i) {
	case "am", "a.m", "a.m.":
		v = 1
	case "pm", "p.m", "p.m.":
		v = 2
	default:
		return 0
	}
	w := s.d.Lower(*i)
	*i++
	if w[len(w)-1] != '.' && len(w) > 2 && s.word(*i) == "." && s.tight(*i) {
		*i++
	}
	return v
}

// zones are names of time zones behind a clock time.
var zones = text.SetOf("GMT", "BST", "UTC", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT", "CET", "CEST", "EET", "IST", "JST", "AEST", "ET", "PT", "Z", "Zulu")

// zone moves over a time zone: GMT, "local time", "Eastern time".
func (s *scanner) zone(i int) int {
	if zones.Has(s.word(i)) {
		return i + 1
	}
	if s.word(i) == "(" && zones.Has(s.word(i+1)) && s.word(i+2) == ")" {
		return i + 3
	}
	if s.lower(i+1) == "time" {
		switch s.lower(i) {
		case "local", "eastern", "central", "pacific", "mountain", "greenwich":
			return i + 2
		}
	}
	return i
}
