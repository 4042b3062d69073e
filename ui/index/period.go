package index

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"onrecord/model/when"
)

// Period is a stretch of the calendar. Both ends are inclusive; one that is open
// is when.NoDay, but not both.
type Period struct{ From, To when.Day }

// The first and last year that a period may have: what four digits can write.
const (
	firstYear = 1
	lastYear  = 9999
)

// YearOf is the period of one year.
func YearOf(y int) Period { return Period{when.DayOf(y, 1, 1), when.DayOf(y, 12, 31)} }

// MonthOf is the period of one month.
func MonthOf(y int, m time.Month) Period {
	return Period{when.DayOf(y, m, 1), when.DayOf(y, m+1, 1) - 1}
}

// Fit tells whether a time lies in the period, which is when the two overlap. One
// with an open end is taken to lie where its known end does: “after 17 May 2022”
// may be any year, and is listed with 2022 alone; elsewhere it is not known.
func (p Period) Fit(iv when.Interval) Fit { return p.fit(iv.From.Day, iv.To.Day) }

// fit is Fit by the first and the last day, NoDay where one is not known.
func (p Period) fit(from, to when.Day) Fit {
	begun, ended := from != when.NoDay, to != when.NoDay
	switch {
	case !begun && !ended:
		return NotKnown
	case begun && p.To != when.NoDay && from > p.To, ended && p.From != when.NoDay && to < p.From:
		return Out
	case begun && ended, begun && p.holds(from), ended && p.holds(to):
		return In
	}
	return NotKnown
}

func (p Period) holds(d when.Day) bool {
	return (p.From == when.NoDay || p.From <= d) && (p.To == when.NoDay || d <= p.To)
}

// Clip is the part of some days that lies in the period.
func (p Period) Clip(from, to when.Day) (when.Day, when.Day) {
	if p.From != when.NoDay {
		from = max(from, p.From)
	}
	if p.To != when.NoDay {
		to = min(to, p.To)
	}
	return from, to
}

// String names the period, in words that ParsePeriod reads.
func (p Period) String() string {
	switch {
	case p.From == when.NoDay:
		return "until " + unit(p.To, false)
	case p.To == when.NoDay:
		return "since " + unit(p.From, true)
	}
	if s := whole(p); s != "" {
		return s
	}
	from, to := unit(p.From, true), unit(p.To, false)
	if first, last := dayName(p.From), dayName(p.To); from == first || to == last { // a day at one end asks for a day at the other
		y1, m1, d1 := p.From.Civil()
		if y2, m2, _ := p.To.Civil(); y1 == y2 && m1 == m2 {
			return fmt.Sprintf("%d–%s", d1, last)
		}
		return first + " – " + last
	}
	if len(from) == 4 || len(to) == 4 { // “2021 – May 2022” leaves one wondering
		y1, m1, _ := p.From.Civil()
		y2, m2, _ := p.To.Civil()
		if len(from) == 4 && len(to) == 4 {
			return from + "–" + to
		}
		if len(from) == 4 {
			from = fmt.Sprintf("%s %04d", m1, y1)
		} else {
			to = fmt.Sprintf("%s %04d", m2, y2)
		}
	}
	return from + " – " + to
}

// whole names a period that is one year, month or day.
func whole(p Period) string {
	y, m, _ := p.From.Civil()
	switch {
	case p.From == p.To:
		return dayName(p.From)
	case p == YearOf(y):
		return fmt.Sprintf("%04d", y)
	case p == MonthOf(y, m):
		return fmt.Sprintf("%s %04d", m, y)
	}
	return ""
}

// unit names the coarsest unit that begins, or ends, with a day.
func unit(d when.Day, begins bool) string {
	y, m, _ := d.Civil()
	edge := func(p Period) when.Day {
		if begins {
			return p.From
		}
		return p.To
	}
	switch d {
	case edge(YearOf(y)):
		return fmt.Sprintf("%04d", y)
	case edge(MonthOf(y, m)):
		return fmt.Sprintf("%s %04d", m, y)
	}
	return dayName(d)
}

func dayName(d when.Day) string {
	y, m, n := d.Civil()
	return fmt.Sprintf("%d %s %04d", n, m, y)
}

// ErrPeriod is what is told of words that name no period.
var ErrPeriod = errors.New("a year, a month or a day: 2021, May 2022, 2021-03..2022-05, after 2020")

// ParsePeriod reads a period as people write one: “2021”, “May 2022”, “16 May
// 2022”, “2022-05-16”, “16/05/2022”, “1990s”, two of them with “..”, “–” or “to” between,
// one with “after”, “since”, “before” or “until” in front. What two ends share need stand
// at the second only: “1–14 September 2022”. Its errors are for the reader's eyes.
func ParsePeriod(s string) (Period, error) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	for _, lead := range []string{"in ", "on ", "during "} {
		s = strings.TrimPrefix(s, lead)
	}
	s = strings.Replace(s, "up to ", "until ", 1)
	if from, ok := strings.CutSuffix(s, "-"); ok {
		return span(strings.TrimSpace(from), "")
	}
	if to, ok := strings.CutPrefix(s, "-"); ok {
		return span("", strings.TrimSpace(to))
	}
	if rest, ok := strings.CutPrefix(s, "between "); ok {
		if from, to, ok := strings.Cut(rest, " and "); ok {
			return span(from, to)
		}
	}
	p, err := parseUnit(s)
	if err == nil {
		return p, nil
	}
	if from, to, ok := ends(strings.TrimPrefix(s, "from ")); ok {
		return span(from, to)
	}
	if open, rest, ok := opening(s); ok {
		if p, err = parseUnit(rest); err != nil {
			return Period{}, err
		}
		if p = open(p); p.To == YearOf(firstYear).From-1 || p.From == YearOf(lastYear).To+1 {
			return Period{}, ErrPeriod
		}
		return p, nil
	}
	return Period{}, err
}

// span is the period from one unit to another; an end that is left out is open.
func span(from, to string) (Period, error) {
	p := Period{when.NoDay, when.NoDay}
	if from != "" {
		a, err := parseFirst(from, to)
		if err != nil {
			return Period{}, err
		}
		p.From = a.From
	}
	if to != "" {
		b, err := parseUnit(to)
		if y, ok := parseYear(from[:min(len(from), 2)] + to); ok && len(from) == 4 && len(to) == 2 { // 2021–22
			b, err = YearOf(y), nil
		}
		if err != nil {
			return Period{}, err
		}
		p.To = b.To
	}
	switch {
	case from == "" && to == "":
		return Period{}, ErrPeriod
	case from != "" && to != "" && p.From > p.To:
		return Period{}, errors.New("the end is before the beginning")
	}
	return p, nil
}

// parseFirst reads the first of two units, which may leave the year, or the month and the
// year, to the second: “1” and “14 September 2022”, “May” and “June 2022”.
func parseFirst(from, to string) (Period, error) {
	p, err := parseUnit(from)
	words := strings.Fields(to)
	for k := max(len(words)-2, 0); err != nil && k < len(words); k++ {
		if q, e := parseUnit(from + " " + strings.Join(words[k:], " ")); e == nil {
			return q, nil
		}
	}
	return p, err
}

// opening returns what a word in front makes of the unit behind it.
func opening(s string) (open func(Period) Period, rest string, ok bool) {
	word, rest, ok := strings.Cut(s, " ")
	if !ok {
		return nil, "", false
	}
	switch word {
	case "after":
		return func(p Period) Period { return Period{p.To + 1, when.NoDay} }, rest, true
	case "since", "from":
		return func(p Period) Period { return Period{p.From, when.NoDay} }, rest, true
	case "before":
		return func(p Period) Period { return Period{when.NoDay, p.From - 1} }, rest, true
	case "until", "till", "by", "to":
		return func(p Period) Period { return Period{when.NoDay, p.To} }, rest, true
	}
	return nil, "", false
}

// ends splits a period at what stands between its two units.
func ends(s string) (from, to string, ok bool) {
	for _, between := range []string{"..", "–", "—", " - ", " to ", " until "} {
		if from, to, ok = strings.Cut(s, between); ok {
			return strings.TrimSpace(from), strings.TrimSpace(to), true
		}
	}
	from, to, ok = strings.Cut(s, "-")
	_, year := parseYear(from)
	return from, to, ok && (year && (len(to) == 4 || len(to) == 2 && to > from[2:]) || len(from) <= 2) // 2021-2022, 2021-22, 1-14 May 2022
}

// parseMonth reads a month by its name, or by three or more letters that it begins
// with.
func parseMonth(s string) time.Month {
	s = strings.TrimSuffix(s, ".")
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(m.String()), s) {
			return m
		}
	}
	return 0
}

// parseUnit reads one day, month, year or decade.
func parseUnit(s string) (Period, error) {
	if strings.HasSuffix(s, "0s") {
		if y, ok := parseYear(strings.TrimSuffix(s, "s")); ok {
			return Period{YearOf(y).From, YearOf(min(y+9, lastYear)).To}, nil
		}
	}
	words := strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == ',' || c == '-' || c == '/' })
	if len(words) > 1 && isWeekday(words[0]) {
		words = words[1:] // Monday 16 May 2022
	}
	if p, ok := figures(words); ok {
		return p, nil
	}
	var year, day int
	var month time.Month
	for i, w := range words {
		y, isYear := parseYear(w)
		m := parseMonth(w)
		n, err := strconv.Atoi(strings.TrimRight(w, "stndrh")) // 1st, 2nd, 3rd, 4th
		switch {
		case isYear && year == 0:
			year = y
		case m > 0 && month == 0:
			month = m
		case err != nil || n < 1:
			return Period{}, ErrPeriod
		case month == 0 && i == 1 && year > 0 && n <= 12: // 2022-05
			month = time.Month(n)
		case day == 0 && (month > 0 || i == 0) && n <= 31:
			day = n
		default:
			return Period{}, ErrPeriod
		}
	}
	return calendar(year, month, day)
}

// isWeekday reports whether a word is the name of a day of the week, or three or more
// letters that it begins with.
func isWeekday(s string) bool {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if len(s) >= 3 && strings.HasPrefix(strings.ToLower(d.String()), s) {
			return true
		}
	}
	return false
}

// figures reads a month or a day in figures whose year stands last: 5/2022, 16/05/2022,
// the day first unless it can only be the month.
func figures(words []string) (Period, bool) {
	if len(words) != 2 && len(words) != 3 {
		return Period{}, false
	}
	n := [2]int{1, 1}
	for i, w := range words[:len(words)-1] {
		k, err := strconv.Atoi(w)
		if err != nil || len(w) > 2 || k < 1 {
			return Period{}, false
		}
		n[i] = k
	}
	y, ok := parseYear(words[len(words)-1])
	switch {
	case !ok:
		return Period{}, false
	case len(words) == 2:
		return MonthOf(y, time.Month(n[0])), n[0] <= 12
	case n[1] > 12:
		n[0], n[1] = n[1], n[0]
	}
	p, err := calendar(y, time.Month(n[1]), n[0])
	return p, err == nil && n[1] <= 12
}

// calendar is the period of a year, of a month of it, or of a day of that.
func calendar(year int, month time.Month, day int) (Period, error) {
	switch {
	case year == 0 && month > 0:
		return Period{}, errors.New("of which year?")
	case year == 0, month == 0 && day > 0:
		return Period{}, ErrPeriod
	case month == 0:
		return YearOf(year), nil
	case day == 0:
		return MonthOf(year, month), nil
	}
	d := when.DayOf(year, month, day)
	if _, m, _ := d.Civil(); m != month {
		return Period{}, fmt.Errorf("%s has no day %d", month, day)
	}
	return Period{d, d}, nil
}

// parseYear reads four digits.
func parseYear(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && s[0] != '+' && s[0] != '-' && n >= firstYear && n <= lastYear
}

// PeriodsOf are the month and the year of a date, the finer first, as far as they
// are known.
func PeriodsOf(iv when.Interval) []Period {
	at := dayOf(iv)
	if !at.Known() {
		return nil
	}
	y, m, _ := at.Day.Civil()
	year, month := YearOf(y), MonthOf(y, m)
	if !iv.From.Known() || !iv.To.Known() || iv.To.Day > month.To {
		return []Period{year}
	}
	return []Period{month, year}
}
