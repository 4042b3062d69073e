package when

import (
	"strconv"
	"time"

	"onrecord/model/text"
)

// deictic reads one-word expressions that count from the time of telling, clock
// times without a day, loose references and sets in one word.
func (s *scanner) deictic(i, first int) (Expression, bool) {
	e := blank(i)
	e.End = i + 1
	w := s.lower(i)
	switch w {
	case "today", "yesterday", "tomorrow":
		e.Form, e.Grain, e.N = Offset, Days, map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1}[w]
		if p, ok := parts[s.lower(i+1)]; ok {
			e.Part, e.Type, e.End = p, Time, i+2
		}
		s.withClock(&e)
		return e, true
	case "tonight", "overnight":
		e.Form, e.Grain, e.Part, e.Type = Offset, Days, "NI", Time
		return e, w == "tonight"
	case "daily", "weekly", "fortnightly", "monthly", "quarterly", "annual", "annually", "yearly", "hourly", "nightly":
		e.Form, e.Type, e.Value = Repeat, Set, repeats[w]
		return e, true
	}
	if v, ok := loose[w]; ok {
		e.Form, e.Value = Loose, v
		if w == "future" || w == "current" {
			return e, w == "current" || s.before(i, first) == "the"
		}
		return e, true
	}
	if m, next, ok := s.clock(i); ok {
		e.Form, e.Type, e.Grain, e.Minute, e.End = Clock, Time, Minutes, m, next
		return e, true
	}
	return e, false
}

// turned reads this, last, next and their kin before a unit, a weekday, a month
// or a season, and "earlier" or "later" before that.
func (s *scanner) turned(i, first int) (Expression, bool) {
	e := blank(i)
	k := i
	if w := s.lower(k); (w == "earlier" || w == "later" || w == "late" || w == "early") && isTurn(s.lower(k+1)) {
		if w == "earlier" || w == "early" {
			e.Mod = "START"
		} else {
			e.Mod = "END"
		}
		k++
	}
	if s.lower(k) == "the" && isTurn(s.lower(k+1)) && s.lower(k+1) != "this" {
		k++
	}
	w := s.lower(k)
	if !isTurn(w) {
		return e, false
	}
	e.Turn = turns[w]
	e.Anaphor = w == "following" || w == "previous" || w == "same" || w == "that" || w == "preceding"
	k++
	if w == "past" || w == "last" || w == "next" || w == "coming" || w == "previous" || w == "preceding" || w == "following" { // the past three years: a duration
		if n, next, ok := s.count(k); ok && s.lower(k) != "a" && s.lower(k) != "an" {
			if g, ok := units[s.lower(next)]; ok {
				e.Form, e.Type, e.Value, e.End = Length, Duration, period(n, g, s.lower(next)), next+1
				e.Grain, e.N = g, n
				return e, true
			}
		}
		if q := s.lower(k); q == "few" || q == "several" || q == "couple" {
			if s.lower(k+1) == "of" {
				k++
			}
			if g, ok := units[s.lower(k+1)]; ok {
				e.Form, e.Type, e.Value, e.End = Length, Duration, "PX"+unitLetters[g], k+2
				return e, true
			}
		}
	}
	return s.turnedUnit(k, w, e)
}

var turns = map[string]Turn{"this": This, "last": Last, "next": Next, "past": Last, "previous": Last, "preceding": Last, "following": Next, "coming": Next, "current": This, "same": This, "that": This}

func isTurn(w string) bool {
	_, ok := turns[w]
	return ok
}

func (s *scanner) turnedUnit(k int, w string, e Expression) (Expression, bool) {
	step := map[Turn]int{This: 0, Last: -1, Next: 1}[e.Turn]
	low := s.lower(k)
	if g, ok := units[low]; ok && g >= Days && low[len(low)-1] != 's' {
		if (w == "that" || w == "same") && g > Days && w == "that" && g != Years {
			return e, false
		}
		if w == "this" && g == Days {
			return e, false
		}
		if w == "past" { // "over the past year"
			e.Form, e.Type, e.Grain, e.N, e.Value, e.End = Length, Duration, g, 1, period(1, g, low), k+1
			return e, true
		}
		e.Form, e.Grain, e.N, e.End = Offset, g, step, k+1
		if low == "fortnight" {
			e.N *= 2
		}
		return e, true
	}
	if p, ok := parts[low]; ok {
		e.Form, e.Grain, e.Part, e.Type, e.End = Offset, Days, p, Time, k+1
		if w == "last" {
			e.N = -1
		}
		if w == "that" || w == "same" || w == "following" || w == "previous" {
			e.N = step
			e.Anaphor = true
		}
		return e, w != "past"
	}
	if v, ok := seasons[low]; ok {
		e.Season, e.Grain, e.End = v, Seasons, k+1
		return e, true
	}
	if wd, next, ok := s.weekday(k); ok {
		e.Weekday, e.Grain, e.End = wd, Days, next
		if p, ok := parts[s.lower(next)]; ok {
			e.Part, e.Type, e.End = p, Time, next+1
		}
		s.withClock(&e)
		return e, true
	}
	if m, next, ok := s.month(k); ok && w != "that" {
		e.Month, e.Grain, e.End = time.Month(m), Months, next
		return e, true
	}
	return e, false
}

// period writes a TIMEX3 duration.
func period(n int, g Grain, unit string) string {
	if unit == "fortnight" || unit == "fortnights" {
		return "P" + strconv.Itoa(2*n) + "W"
	}
	l := unitLetters[g]
	if g == Minutes || g == Hours {
		return "PT" + strconv.Itoa(n) + l[1:]
	}
	return "P" + strconv.Itoa(n) + l
}

// counted reads a number of units: a duration, or an offset when "ago", "later",
// "earlier" or "before" follows. "three-year" is one token or two.
func (s *scanner) counted(i, first int) (Expression, bool) {
	e := blank(i)
	n, k, ok := s.count(i)
	vague := false
	if !ok {
		switch w := s.lower(i); w {
		case "several", "many", "few", "some", "couple", "numerous":
			k, vague = i+1, true
			if s.lower(k) == "of" {
				k++
			}
		case "a":
			if q := s.lower(i + 1); q == "few" || q == "couple" {
				k, vague = i+2, true
				if s.lower(k) == "of" {
					k++
				}
				break
			}
			return e, false
		default:
			return s.compound(i)
		}
	}
	if s.lower(k) == "more" || s.lower(k) == "consecutive" || s.lower(k) == "straight" || s.lower(k) == "full" || s.lower(k) == "whole" || s.lower(k) == "long" {
		k++
	}
	if s.word(k) == "-" && s.tight(k) {
		k++
	}
	g, ok := units[s.lower(k)]
	if !ok || g == Quarters && s.lower(i) != "two" && s.lower(i) != "three" || g == Weekends {
		return e, false
	}
	if s.lower(k) == "minute" && s.lower(i) == "a" || s.lower(i) == "a" && g == Quarters {
		return e, false
	}
	unit := s.lower(k)
	k++
	if s.d.Tokens[min(k, s.end-1)].Kind == text.Clitic && k < s.end && unit[len(unit)-1] == 's' {
		k++
	}
	return s.offset(e, n, g, unit, k, vague)
}

// compound reads "three-year" and "day-long" written as one word.
func (s *scanner) compound(i int) (Expression, bool) {
	e := blank(i)
	if i >= s.end || s.d.Tokens[i].Kind != text.Word {
		return e, false
	}
	w := s.d.Lower(i)
	for h := range len(w) {
		if w[h] != '-' {
			continue
		}
		n, known := numbers[w[:h]]
		g, unit := units[w[h+1:]]
		if known && unit && w[:h] != "a" {
			return s.offset(e, n, g, w[h+1:], i+1, false)
		}
		break
	}
	return e, false
}

func (s *scanner) offset(e Expression, n int, g Grain, unit string, k int, vague bool) (Expression, bool) {
	if unit == "fortnight" || unit == "fortnights" {
		n *= 2
	}
	sign, anaphor := 0, false
	switch s.lower(k) {
	case "ago":
		sign = -1
	case "later", "afterwards", "afterward":
		sign, anaphor = 1, true
	case "earlier", "previously":
		sign, anaphor = -1, true
	}
	if sign == 0 {
		e.Form, e.Type, e.Grain, e.N, e.End = Length, Duration, g, n, k
		e.Value = period(n, g, "")
		if vague {
			e.Value = "PX" + unitLetters[g]
			if g <= Hours {
				e.Value = "PTX" + unitLetters[g][1:]
			}
		}
		return e, true
	}
	e.Form, e.Grain, e.N, e.Anaphor, e.End = Offset, g, sign*n, anaphor, k+1
	if vague {
		e.Form, e.Value = Loose, "PAST_REF"
		if sign > 0 {
			e.Value = "FUTURE_REF"
		}
	}
	if g <= Hours {
		e.Type = Time
	}
	return e, true
}

// every reads sets: every Friday, each year.
func (s *scanner) every(i int) (Expression, bool) {
	e := blank(i)
	if w := s.lower(i); w != "every" && w != "each" {
		return e, false
	}
	e.Form, e.Type = Repeat, Set
	if wd, next, ok := s.weekday(i + 1); ok {
		e.Value, e.End = "XXXX-WXX-"+strconv.Itoa((wd+6)%7+1), next
		return e, true
	}
	if g, ok := units[s.lower(i+1)]; ok {
		e.Value, e.End = period(1, g, ""), i+2
		return e, true
	}
	if n, k, ok := s.count(i + 1); ok {
		if g, ok := units[s.lower(k)]; ok {
			e.Value, e.End = period(n, g, ""), k+1
			return e, true
		}
	}
	if p, ok := parts[s.lower(i+1)]; ok {
		e.Value, e.End = "XXXX-XX-XXT"+p, i+2
		return e, true
	}
	return e, false
}
