package when

import (
	"sync"

	"onrecord/model/text"
)

// class is what a word can be in a time expression: a set, since "second" is an
// ordinal and a unit, "may" a month and a verb.
type class uint32

const (
	cMonth      class = 1 << iota // counts in capitals only
	cShort                        // a month or weekday written short
	cWeekday                      // counts in capitals only
	cUnit                         // day, week, year
	cPlural                       // of a unit or a weekday
	cNumber                       // in words
	cOrdinal                      // first, twentieth; final is -1
	cSeason                       // spring, summer
	cPart                         // of a day
	cTurn                         // this, last, next and their kin
	cLoose                        // now, recently
	cRepeat                       // daily, weekly
	cDeictic                      // today, yesterday, tomorrow, tonight
	cVague                        // several, many, few: they count units
	cRecent                       // recent: it counts none
	cModifier                     // early, late, mid
	cEdge                         // end, beginning, middle: "the end of May"
	cHoliday                      // begins the name of a holiday
	cDeterminer                   // the, a, each, per: can begin an expression
	cPeriod                       // period, time: what they mean was told before
	cApprox                       // about, nearly
	cYearAgo                      // year-ago, year-earlier
	cBetween                      // adjectives that stand between a determiner and a unit
	cOpens      = cMonth | cWeekday | cUnit | cNumber | cOrdinal | cSeason | cPart | cTurn | cLoose | cRepeat | cDeictic | cVague | cRecent | cModifier | cHoliday | cDeterminer | cYearAgo
)

// entry is what the lexicon knows of a word.
type entry struct {
	class class
	n     int    // month, day of the week, number or ordinal
	grain Grain  // of a unit
	code  string // TIMEX3: season, part of day, reference, set
	turn  Turn
	step  int  // of a turn or deictic: -1, 0 or 1
	tells bool // of a turn: it counts from the date told before ("the following day")
}

// numbersQuarter reports whether a word says which quarter of a year: there is no
// fifth, and "final" is no number.
func (e *entry) numbersQuarter() bool { return e.class&cOrdinal != 0 && e.n >= 1 && e.n <= 4 }

// lexicon holds the closed classes of time, in lower case. One look-up a word
// decides whether an expression can begin there.
var lexicon = sync.OnceValue(buildLexicon)

// unknown is the entry of every other word.
var unknown = &entry{}

func buildLexicon() map[string]*entry {
	m := make(map[string]*entry, 512)
	at := func(w string) *entry {
		e, ok := m[w]
		if !ok {
			e = &entry{}
			m[w] = e
		}
		return e
	}
	is := func(c class, words ...string) {
		for _, w := range words {
			at(w).class |= c
		}
	}
	for i, names := range monthNames {
		for _, w := range names {
			at(w).class |= cMonth
			at(w).n = i + 1
		}
	}
	for i, names := range weekdayNames {
		for k, w := range names {
			at(w).class |= [...]class{cWeekday, cWeekday | cPlural, cWeekday | cShort, cWeekday | cShort, cWeekday | cShort}[k]
			at(w).n = i
		}
	}
	for g, names := range unitNames {
		for k, w := range names {
			at(w).class |= cUnit
			if k == 1 {
				at(w).class |= cPlural
			}
			at(w).grain = Grain(g)
		}
	}
	is(cUnit, "fortnight")
	is(cUnit|cPlural, "fortnights")
	at("fortnight").grain, at("fortnights").grain = Weeks, Weeks
	counting := func(c class, m map[string]int) {
		for w, n := range m {
			at(w).class |= c
			at(w).n = n
		}
	}
	counting(cNumber, numbers)
	counting(cOrdinal, ordinals)
	coded := func(c class, m map[string]string) {
		for w, s := range m {
			at(w).class |= c
			at(w).code = s
		}
	}
	coded(cSeason, seasons)
	coded(cPart, parts)
	coded(cLoose, loose)
	coded(cRepeat, repeats)
	for _, t := range turns {
		e := at(t.word)
		e.class |= cTurn
		e.turn, e.step, e.tells = t.turn, t.step, t.tells
	}
	for w, n := range deictics {
		at(w).class |= cDeictic
		at(w).step = n
	}
	is(cDeictic, "tonight", "overnight")
	is(cVague, "several", "many", "few", "some", "couple", "numerous", "countless")
	is(cRecent, "recent")
	is(cModifier, "early", "late", "mid", "earlier", "later", "middle")
	is(cEdge, "end", "beginning", "start", "middle", "close", "outset", "rest", "remainder", "turn", "latter", "early", "late", "eve", "half", "onset", "height", "dawn")
	is(cHoliday, holidayOpeners()...)
	is(cDeterminer, "the", "a", "an", "each", "every", "per", "another", "that", "these", "fiscal", "year", "month")
	is(cPeriod, "period", "time", "moment")
	is(cApprox, "about", "around", "approximately", "roughly", "nearly", "almost", "some", "over", "under", "just", "only", "circa", "barely")
	is(cYearAgo, "year-ago", "year-earlier", "year-before")
	is(cBetween, "fiscal", "full", "whole", "entire", "calendar", "financial", "academic", "working", "trading", "business", "consecutive", "straight", "long", "short", "additional", "more", "further", "extra", "comparable", "corresponding", "latest", "current", "intervening", "ensuing", "tax", "school", "solid", "bitter", "brutal", "bloody", "final", "flat", "good", "single", "bloodiest", "same", "year-ago", "year-earlier", "opening", "closing", "early", "later", "previous", "great", "mere")
	return m
}

var monthNames = [12][]string{
	{"january", "jan"},
	{"february", "feb"},
	{"march", "mar"},
	{"april", "apr"},
	{"may"},
	{"june", "jun"},
	{"july", "jul"},
	{"august", "aug"},
	{"september", "sept", "sep"},
	{"october", "oct"},
	{"november", "nov"},
	{"december", "dec"},
}

// weekdayNames begin with Sunday: full, plural, short forms.
var weekdayNames = [7][]string{
	{"sunday", "sundays"},
	{"monday", "mondays", "mon"},
	{"tuesday", "tuesdays", "tue", "tues"},
	{"wednesday", "wednesdays", "wed"},
	{"thursday", "thursdays", "thu", "thur", "thurs"},
	{"friday", "fridays", "fri"},
	{"saturday", "saturdays"},
}

var unitNames = [...][]string{
	Seconds: {"second", "seconds"}, Minutes: {"minute", "minutes", "min"}, Hours: {"hour", "hours", "hrs"}, Days: {"day", "days"}, Weekends: {"weekend", "weekends"}, Weeks: {"week", "weeks"},
	Months: {"month", "months"}, Quarters: {"quarter", "quarters"}, Years: {"year", "years"}, Decades: {"decade", "decades"}, Centuries: {"century", "centuries"},
}

// unitLetters are the units of TIMEX3 durations; those of a day stand behind T.
var unitLetters = [...]string{Seconds: "TS", Minutes: "TM", Hours: "TH", Days: "D", Weekends: "WE", Weeks: "W", Months: "M", Quarters: "Q", Years: "Y", Decades: "DE", Centuries: "CE"}

var seasons = map[string]string{"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI", "springtime": "SP", "summertime": "SU", "wintertime": "WI", "midsummer": "SU", "midwinter": "WI"}

var parts = map[string]string{
	"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "noon": "MI", "midday": "MI", "lunchtime": "MI", "midnight": "NI", "daytime": "DT", "mid-afternoon": "AF", "mid-morning": "MO",
	"nighttime": "NI", "night-time": "NI", "dawn": "MO", "dusk": "EV", "sunrise": "MO", "sunset": "EV", "daybreak": "MO", "nightfall": "NI", "midafternoon": "AF", "midmorning": "MO", "lunchtimes": "MI", "nights": "NI", "mornings": "MO", "evenings": "EV", "afternoons": "AF",
}

var numbers = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
	"fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
	"sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "final": -1,
}

// loose expressions have a reference and no place on a calendar. Words that only
// order what is told ("soon", "then", "previously") are none.
var loose = map[string]string{
	"now": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF", "nowadays": "PRESENT_REF", "present-day": "PRESENT_REF", "modern-day": "PRESENT_REF",
	"recently": "PAST_REF", "lately": "PAST_REF",
}

// repeats are sets in one word.
var repeats = map[string]string{
	"daily": "XXXX-XX-XX", "weekly": "XXXX-WXX", "fortnightly": "P2W", "monthly": "XXXX-XX", "annually": "XXXX", "yearly": "XXXX", "hourly": "PT1H", "nightly": "XXXX-XX-XXTNI", "everyday": "XXXX-XX-XX",
}

var deictics = map[string]int{"today": 0, "yesterday": -1, "tomorrow": 1}

// turns say which of several units, weekdays, months or seasons is meant.
var turns = []struct {
	word  string
	turn  Turn
	step  int
	tells bool
}{
	{"this", This, 0, false},
	{"last", Last, -1, false},
	{"next", Next, 1, false},
	{"past", Last, -1, false},
	{"coming", Next, 1, false},
	{"upcoming", Next, 1, false},
	{"current", This, 0, false},
	{"previous", Last, -1, true},
	{"preceding", Last, -1, true},
	{"prior", Last, -1, true},
	{"following", Next, 1, true},
	{"subsequent", Next, 1, true},
	{"succeeding", Next, 1, true},
	{"ensuing", Next, 1, true},
	{"same", This, 0, true},
	{"that", This, 0, true},
	{"very", This, 0, true},
	{"latest", This, 0, true},
}

// lawNouns before a year make it part of a title: "Hunting Act 2004".
var lawNouns = text.SetOf("act", "bill", "regulations", "order", "directive", "convention", "vision", "agenda", "plan", "windows", "boeing", "airbus", "room", "page", "flight", "route", "resolution", "iso", "model", "no", "number", "section", "article", "paragraph", "line", "chapter", "extension", "case", "ref", "reference", "apartment", "suite", "box", "unit", "postcode")

// planned are the signs of what is to come; they stand before the time in its
// clause.
var planned = text.SetOf("will", "shall", "must", "’ll", "'ll", "tomorrow", "upcoming", "forthcoming", "plans", "planned", "planning", "scheduled", "expected", "expects", "due", "intends", "hopes", "wants", "next", "payable", "effective", "matures", "maturing", "expires", "expiring", "redeemable", "proposed", "begins", "starts", "opens")

// happened are the signs of what is past.
var happened = text.SetOf("was", "were", "had", "did", "said", "told", "took", "made", "came", "went", "began", "held", "found", "gave", "got", "left", "met", "saw", "won", "lost", "rose", "fell", "became", "wrote", "ran", "shot", "killed", "broke", "brought", "built", "bought", "sold", "sent", "spent", "kept", "knew", "led", "paid", "put", "read", "set", "spoke", "stood", "taught", "thought", "hit", "cut", "heard", "felt", "grew", "sank", "drove", "drew", "threw", "flew", "chose", "struck", "sought", "caught", "fought", "withdrew", "overthrew", "swept", "hung", "dealt")
