package when

import (
	"strconv"
	"strings"

	"onrecord/model/text"
)

// scanner reads expressions at a token. Every reader returns the expression and
// true, or false and nothing read. All look a bounded number of tokens ahead.
type scanner struct {
	d   *text.Doc
	end int // of the block
}

func blank(first int) Expression {
	return Expression{First: first, End: first, Weekday: -1, Minute: -1, Gloss: -1, Section: -1}
}

func (s *scanner) lower(i int) string {
	if i < 0 || i >= s.end {
		return ""
	}
	return s.d.Lower(i)
}

func (s *scanner) word(i int) string {
	if i < 0 || i >= s.end {
		return ""
	}
	return s.d.Word(i)
}

// tight reports whether token i stands right behind the one before it.
func (s *scanner) tight(i int) bool { return i < s.end && !s.d.Tokens[i].Is(text.SpaceBefore) }

// num returns the whole number at i, or -1.
func (s *scanner) num(i int) int {
	if i >= s.end || s.d.Tokens[i].Kind != text.Number {
		return -1
	}
	w := s.d.Word(i)
	if len(w) > 4 {
		return -1
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return -1
	}
	return n
}

// count returns a number in figures or words at i and the token behind it.
func (s *scanner) count(i int) (n, next int, ok bool) {
	if n := s.num(i); n >= 0 {
		return n, i + 1, true
	}
	w := s.lower(i)
	if n, ok := numbers[w]; ok {
		if w == "a" && s.lower(i+1) == "few" || w == "a" && s.lower(i+1) == "couple" {
			return 0, i, false
		}
		if n >= 20 && n < 100 {
			if m, ok := numbers[s.lower(i+1)]; ok && m < 10 && m > 0 && s.lower(i+1) != "a" {
				return n + m, i + 2, true
			}
		}
		if n == 1 && (s.lower(i+1) == "hundred") {
			return 100, i + 2, true
		}
		return n, i + 1, true
	}
	if a, b, ok := strings.Cut(w, "-"); ok {
		if n, ok := numbers[a]; ok && n >= 20 {
			if m, ok := numbers[b]; ok && m < 10 {
				return n + m, i + 1, true
			}
		}
	}
	return 0, i, false
}

// day returns the day of a month at i: 16, 16th, the sixteenth.
func (s *scanner) day(i int) (n, next int, ok bool) {
	if n := s.num(i); n >= 1 && n <= 31 && len(s.d.Word(i)) <= 2 {
		next := i + 1
		if s.tight(next) {
			switch s.lower(next) {
			case "st", "nd", "rd", "th":
				return n, next + 1, true
			}
			if k := s.d.Tokens[next].Kind; k == text.Word || k == text.Number || s.word(next) == "%" {
				return 0, i, false
			}
		}
		return n, next, true
	}
	return 0, i, false
}

// month returns the month named at i. Short forms, and the words may and march,
// count only in capitals; an abbreviation takes its stop.
func (s *scanner) month(i int) (m int, next int, ok bool) {
	if i >= s.end || s.d.Tokens[i].Kind != text.Word || !s.d.Tokens[i].Is(text.Capital) {
		return 0, i, false
	}
	w := s.d.Lower(i)
	v, ok := months[w]
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if len(w) <= 4 && s.word(next) == "." && s.tight(next) && w != "june" && w != "july" && w != "may" {
		next++
	}
	return int(v), next, true
}

// year returns the year at i: four digits from 1000 to 2100.
func (s *scanner) year(i int) (n, next int, ok bool) {
	n = s.num(i)
	if n < 1000 || n > 2100 || len(s.d.Word(i)) != 4 {
		return 0, i, false
	}
	if s.tight(i+1) && i+1 < s.end {
		if k := s.d.Tokens[i+1].Kind; k == text.Word || k == text.Number || s.word(i+1) == "%" || s.word(i+1) == "/" {
			return 0, i, false
		}
	}
	return n, i + 1, true
}

// weekday returns the day of the week at i. Short forms count only where a date
// follows.
func (s *scanner) weekday(i int) (wd, next int, ok bool) {
	if i >= s.end || s.d.Tokens[i].Kind != text.Word || !s.d.Tokens[i].Is(text.Capital) {
		return 0, i, false
	}
	w := s.d.Lower(i)
	wd, ok = weekdays[w]
	if !ok {
		return 0, i, false
	}
	next = i + 1
	if len(w) <= 5 {
		if s.word(next) == "." && s.tight(next) {
			next++
		}
		if s.num(next) < 0 && s.word(next) != "," {
			return 0, i, false
		}
	}
	return wd, next, true
}

// clock returns the minute of the day at i: 8pm, 10.30am, 20:00, noon.
func (s *scanner) clock(i int) (minute, next int, ok bool) {
	if i >= s.end {
		return 0, i, false
	}
	switch s.lower(i) {
	case "noon", "midday":
		return 720, i + 1, true
	case "midnight":
		return 0, i + 1, true
	}
	if s.d.Tokens[i].Kind != text.Number {
		return 0, i, false
	}
	w := s.d.Word(i)
	sep := strings.IndexAny(w, ".:")
	h, m := -1, 0
	if sep < 0 {
		h = s.num(i)
	} else if len(w)-sep == 3 && sep <= 2 {
		h, _ = strconv.Atoi(w[:sep])
		m, _ = strconv.Atoi(w[sep+1:])
	}
	if h < 0 || h > 24 || m > 59 {
		return 0, i, false
	}
	next = i + 1
	half := s.meridiem(&next)
	switch {
	case half == 0 && sep > 0 && w[sep] == ':' && h < 24:
		return h*60 + m, next, true
	case half == 0 && s.lower(next) == "o’clock" || half == 0 && s.lower(next) == "o'clock":
		return h % 24 * 60, next + 1, h <= 12
	case half == 0 || h > 12 || h == 0:
		return 0, i, false
	case half == 2:
		return (h%12+12)*60 + m, next, true
	}
	return h%12*60 + m, next, true
}

// meridiem reads am (1) or pm (2) at *i and moves over it; 0 is neither.
func (s *scanner) meridiem(i *int) int {
	w := strings.TrimSuffix(s.lower(*i), ".")
	v := 0
	switch w {
	case "am", "a.m":
		v = 1
	case "pm", "p.m":
		v = 2
	default:
		return 0
	}
	*i++
	return v
}

// before returns the lower-case word before token i in its block, or "".
func (s *scanner) before(i int, first int) string {
	if i-1 < first {
		return ""
	}
	return s.d.Lower(i - 1)
}
