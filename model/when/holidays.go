package when

import (
	"strings"
	"time"

	"onrecord/model/text"
)

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
		if movable.Has(name) {
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
			e.feast = h
		}
		s.withYear(i+n, &e)
		if p := s.lex(e.End); p.class&cPart != 0 && p.class&cPlural == 0 {
			e.Part, e.Type, e.End = codeOf(p.code), Time, e.End+1
		}
		return e, true
	}
	return e, false
}

// holiday is a day of the year that has a name.
type holiday struct {
	month  time.Month
	day    int
	easter int // days from Easter Sunday, when month is 0
	rule   rule
}

// rule finds a holiday that is the n-th weekday of its month; n of -1 is the last.
type rule struct{ n, weekday int }

var holidays = map[string]*holiday{
	"christmas": {month: 12, day: 25}, "easter": {}, "halloween": {month: 10, day: 31}, "hogmanay": {month: 12, day: 31}, "thanksgiving": {month: 11, rule: rule{4, 4}},
	"christmas day": {month: 12, day: 25}, "christmas eve": {month: 12, day: 24}, "boxing day": {month: 12, day: 26}, "new year’s day": {month: 1, day: 1}, "new year’s eve": {month: 12, day: 31},
	"good friday": {easter: -2}, "easter sunday": {}, "easter monday": {easter: 1}, "ash wednesday": {easter: -46}, "palm sunday": {easter: -7}, "maundy thursday": {easter: -3}, "shrove tuesday": {easter: -47},
	"whit sunday": {easter: 49}, "whit monday": {easter: 50}, "ascension day": {easter: 39}, "valentine’s day": {month: 2, day: 14}, "independence day": {month: 7, day: 4}, "remembrance day": {month: 11, day: 11},
	"armistice day": {month: 11, day: 11}, "veterans day": {month: 11, day: 11}, "bonfire night": {month: 11, day: 5}, "guy fawkes night": {month: 11, day: 5}, "st patrick’s day": {month: 3, day: 17}, "st. patrick’s day": {month: 3, day: 17},
	"st david’s day": {month: 3, day: 1}, "st george’s day": {month: 4, day: 23}, "st andrew’s day": {month: 11, day: 30}, "burns night": {month: 1, day: 25}, "april fool’s day": {month: 4, day: 1}, "may day": {month: 5, day: 1},
	"thanksgiving day": {month: 11, rule: rule{4, 4}}, "labor day": {month: 9, rule: rule{1, 1}}, "memorial day": {month: 5, rule: rule{-1, 1}}, "martin luther king day": {month: 1, rule: rule{3, 1}}, "columbus day": {month: 10, rule: rule{2, 1}},
	"canada day": {month: 7, day: 1}, "bastille day": {month: 7, day: 14}, "anzac day": {month: 4, day: 25}, "remembrance sunday": {month: 11, rule: rule{2, 0}}, "summer bank holiday": {month: 8, rule: rule{-1, 1}}, "august bank holiday": {month: 8, rule: rule{-1, 1}},
	"early may bank holiday": {month: 5, rule: rule{1, 1}}, "spring bank holiday": {month: 5, rule: rule{-1, 1}}, "epiphany": {month: 1, day: 6}, "twelfth night": {month: 1, day: 5}, "midsummer day": {month: 6, day: 24}, "michaelmas": {month: 9, day: 29},
}

// movable feasts follow other calendars, or are set each year: they are told, and
// have no place on ours.
var movable = text.SetOf("ramadan", "eid", "diwali", "passover", "hanukkah", "yom kippur", "rosh hashanah", "chinese new year", "lunar new year", "eid al-fitr", "eid al-adha", "bank holiday")

// holidayOpeners are the first words of the holidays, as they are cut into tokens:
// of St. Patrick’s Day "st", of Valentine’s Day "valentine".
func holidayOpeners() []string {
	var out []string
	for name := range holidays {
		out = append(out, opener(name))
	}
	for name := range movable.All() {
		out = append(out, opener(name))
	}
	return out
}

func opener(name string) string {
	if i := strings.IndexAny(name, " .’"); i > 0 {
		return name[:i]
	}
	return name
}

// on returns the day of a holiday in a year.
func (h *holiday) on(y int) Day {
	switch {
	case h.month == 0:
		return Easter(y) + Day(h.easter)
	case h.rule.n > 0:
		d := DayOf(y, h.month, 1)
		return d + Day((h.rule.weekday-int(d.Weekday())+7)%7+7*(h.rule.n-1))
	case h.rule.n < 0:
		d := DayOf(y, h.month+1, 0)
		return d - Day((int(d.Weekday())-h.rule.weekday+7)%7)
	}
	return DayOf(y, h.month, h.day)
}
