package when

import "time"

// The closed classes of time, in lower case.

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

var weekdays = map[string]int{
	"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
	"sundays": 0, "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6,
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5,
}

var units = map[string]Grain{
	"minute": Minutes, "minutes": Minutes, "hour": Hours, "hours": Hours, "day": Days, "days": Days, "weekend": Weekends, "weekends": Weekends, "week": Weeks, "weeks": Weeks,
	"fortnight": Weeks, "fortnights": Weeks, "month": Months, "months": Months, "quarter": Quarters, "quarters": Quarters, "year": Years, "years": Years, "decade": Decades, "decades": Decades,
	"century": Centuries, "centuries": Centuries,
}

var unitLetters = map[Grain]string{Minutes: "TM", Hours: "TH", Days: "D", Weekends: "WE", Weeks: "W", Months: "M", Quarters: "Q", Years: "Y", Decades: "DE", Centuries: "CE"}

var seasons = map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}

var parts = map[string]string{"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midday": "MI", "lunchtime": "MI", "midnight": "NI", "daytime": "DT"}

var numbers = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
	"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "last": -1, "final": -1,
}

// loose expressions have a reference and no place on a calendar.
var loose = map[string]string{
	"now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF", "current": "PRESENT_REF",
	"recently": "PAST_REF", "recent": "PAST_REF", "formerly": "PAST_REF", "previously": "PAST_REF", "lately": "PAST_REF",
	"soon": "FUTURE_REF", "future": "FUTURE_REF",
}

// repeats are sets in one word.
var repeats = map[string]string{
	"daily": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M", "quarterly": "P1Q", "annual": "P1Y", "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D",
}

// holiday is a day of the year that has a name.
type holiday struct {
	month  time.Month
	day    int
	easter int // days from Easter Sunday, when month is 0
}

var holidays = map[string]holiday{
	"christmas": {12, 25, 0}, "easter": {0, 0, 0}, "halloween": {10, 31, 0}, "hogmanay": {12, 31, 0},
	"christmas day": {12, 25, 0}, "christmas eve": {12, 24, 0}, "boxing day": {12, 26, 0}, "new year’s day": {1, 1, 0}, "new year's day": {1, 1, 0}, "new year’s eve": {12, 31, 0}, "new year's eve": {12, 31, 0},
	"good friday": {0, 0, -2}, "easter sunday": {0, 0, 0}, "easter monday": {0, 0, 1}, "ash wednesday": {0, 0, -46}, "valentine’s day": {2, 14, 0}, "valentine's day": {2, 14, 0}, "independence day": {7, 4, 0}, "remembrance day": {11, 11, 0}, "armistice day": {11, 11, 0}, "veterans day": {11, 11, 0},
	"bonfire night": {11, 5, 0}, "st patrick’s day": {3, 17, 0}, "st david’s day": {3, 1, 0}, "burns night": {1, 25, 0},
}

// yearContext are words behind which a bare number of four digits is a year.
var yearContext = set("in", "since", "until", "till", "by", "of", "from", "during", "before", "after", "between", "early", "late", "mid", "and", "to", "through", "around", "circa", "about", "for", "summer", "spring", "autumn", "fall", "winter", "christmas", "easter", "fiscal", "year", "back", "throughout", "(", "–", "-", ",", "the")

// lawNouns before a year make it part of a title: "Hunting Act 2004".
var lawNouns = set("act", "bill", "regulations", "order", "directive", "convention", "olympics", "games", "vision", "agenda", "plan")

// planned are the signs of what is to come; they stand before the time in its
// clause.
var planned = set("will", "shall", "’ll", "'ll", "tomorrow", "upcoming", "forthcoming", "plans", "planned", "planning", "scheduled", "expected", "due", "intends", "would", "may", "might", "could", "hopes", "wants", "next")

// happened are the signs of what is past.
var happened = set("was", "were", "had", "did", "said", "told", "took", "made", "came", "went", "began", "held", "found", "gave", "got", "left", "met", "saw", "won", "lost", "rose", "fell", "became", "wrote", "ran", "shot", "killed", "broke", "brought", "built", "bought", "sold", "sent", "spent", "kept", "knew", "led", "paid", "put", "read", "set", "spoke", "stood", "taught", "thought", "hit", "cut", "heard", "felt")

func set(words ...string) map[string]struct{} {
	m := make(map[string]struct{}, len(words))
	for _, w := range words {
		m[w] = struct{}{}
	}
	return m
}

func in(m map[string]struct{}, w string) bool {
	_, ok := m[w]
	return ok
}
