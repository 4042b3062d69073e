package when_test

import (
	"strings"
	"testing"

	"onrecord/model/text"
	"onrecord/model/when"
)

// tell writes the expressions of a text as "words = value [from..to]", joined by
// "; ". The interval stands only where there is one.
func tell(s string) string {
	d, all := resolve(s)
	var out []string
	for _, r := range all {
		t := r.Span.Of(d.Text) + " = " + r.Value
		switch {
		case r.From.Known() && r.From == r.To:
			t += " [" + r.From.String() + "]"
		case r.From.Known() || r.To.Known():
			t += " [" + r.From.String() + ".." + r.To.String() + "]"
		}
		out = append(out, t)
	}
	return strings.Join(out, "; ")
}

type expressionCase struct{ name, in, want string }

func check(t *testing.T, cases []expressionCase) {
	t.Helper()
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := tell(tc.in); got != tc.want {
				t.Errorf("%q\n got %s\nwant %s", tc.in, got, tc.want)
			}
		})
	}
}

func TestCalendarDates(t *testing.T) {
	check(t, []expressionCase{
		{"day, month, year", "It opened on 16 May 2022.", "16 May 2022 = 2022-05-16 [2022-05-16]"},
		{"month first", "It opened on September 1, 1939.", "September 1, 1939 = 1939-09-01 [1939-09-01]"},
		{"ordinal", "It opened on May 16th, 2021.", "May 16th, 2021 = 2021-05-16 [2021-05-16]"},
		{"ordinal with of", "It opened on the 3rd of June 2021.", "the 3rd of June 2021 = 2021-06-03 [2021-06-03]"},
		{"ordinal in words", "It opened on the twenty-first of June 2021.", "the twenty-first of June 2021 = 2021-06-21 [2021-06-21]"},
		{"short month with its stop", "It opened on Dec. 31, 2020.", "Dec. 31, 2020 = 2020-12-31 [2020-12-31]"},
		{"ISO", "Dated 2022-05-16 here.", "2022-05-16 = 2022-05-16 [2022-05-16]"},
		{"ISO with time and zone", "Logged 2022-05-16T20:05Z here.", "2022-05-16T20:05Z = 2022-05-16T20:05 [2022-05-16T20:05]"},
		{"ISO week", "Due in 2022-W20 at the latest.", "2022-W20 = 2022-W20 [2022-05-16..2022-05-22]"},
		{"slashes, day first", "Dated 16/05/22 here.", "16/05/22 = 2022-05-16 [2022-05-16]"},
		{"slashes, month first where it must be", "Dated 05/16/2022 here.", "05/16/2022 = 2022-05-16 [2022-05-16]"},
		{"dots", "Dated 16.05.2022 here.", "16.05.2022 = 2022-05-16 [2022-05-16]"},
		{"hyphens and a month in letters", "Dated 16-May-2022 here.", "16-May-2022 = 2022-05-16 [2022-05-16]"},
		{"two commas before the year", "Posted on Sunday 4th October,, 2009 by the club.", "Sunday 4th October,, 2009 = 2009-10-04 [2009-10-04]"},
		{"weekday before", "It opened on Monday, 16 May 2022.", "Monday, 16 May 2022 = 2022-05-16 [2022-05-16]"},
		{"a month is not its first day", "It opened in May 2022.", "May 2022 = 2022-05 [2022-05-01..2022-05-31]"},
		{"month of year", "It opened in May of 2022.", "May of 2022 = 2022-05 [2022-05-01..2022-05-31]"},
		{"a bare year", "It opened in 1936.", "1936 = 1936 [1936-01-01..1936-12-31]"},
		{"hours between which it was", "Calls between 1100 and 1200 were heard.", ""},
		{"a year that describes", "Its 1936 opening was grand.", "1936 = 1936 [1936-01-01..1936-12-31]"},
		{"a year in words", "It opened in nineteen thirty-six.", "nineteen thirty-six = 1936 [1936-01-01..1936-12-31]"},
		{"a decade", "In the 1990s it shrank.", "the 1990s = 199 [1990-01-01..1999-12-31]"},
		{"a decade in two digits", "In the ’80s it shrank.", "’80s = 198 [1980-01-01..1989-12-31]"},
		{"a decade in words", "In the nineties it shrank.", "the nineties = 199 [1990-01-01..1999-12-31]"},
		{"a century", "In the 19th century it flourished.", "the 19th century = 18 [1801-01-01..1900-12-31]"},
		{"before Christ", "It was founded in 480 BC by settlers.", "480 BC = BC0480 [-0479-01-01..-0479-12-31]"},
		{"a season of a year", "It closed in the summer of 1998.", "the summer of 1998 = 1998-SU [1998-06-01..1998-08-31]"},
		{"a quarter of a year", "It closed in the third quarter of 2021.", "the third quarter of 2021 = 2021-Q3 [2021-07-01..2021-09-30]"},
		{"a half of a year", "It closed in the second half of 2021.", "the second half of 2021 = 2021-H2 [2021-07-01..2021-12-31]"},
		{"a fiscal year", "It lost money in fiscal 2021.", "fiscal 2021 = 2021 [2021-01-01..2021-12-31]"},
		{"a term", "It closed in the autumn term of 2021.", "the autumn term of 2021 = 2021-FA [2021-09-01..2021-11-30]"},
		{"a no-break space", "It opened on 16\u00a0May\u00a02022.", "16\u00a0May\u00a02022 = 2022-05-16 [2022-05-16]"},
	})
}

func TestTimesOfDay(t *testing.T) {
	check(t, []expressionCase{
		{"a weekday with a clock time", "It will start on Monday 20 March at 8pm.", "Monday 20 March at 8pm = 2023-03-20T20:00 [2023-03-20T20:00]"},
		{"the clock first", "It will start at 10.30am on Friday.", "10.30am on Friday = 2023-03-17T10:30 [2023-03-17T10:30]"},
		{"stops in am", "He left at 10 p.m. Wednesday.", "10 p.m. Wednesday = 2023-03-15T22:00 [2023-03-15T22:00]"},
		{"noon", "He left at noon yesterday.", "noon yesterday = 2023-03-14T12:00 [2023-03-14T12:00]"},
		{"twenty-four hours", "He left on 14 March at 20:00 by train.", "14 March at 20:00 = 2023-03-14T20:00 [2023-03-14T20:00]"},
		{"a time zone", "He left on 14 March 2023 at 20:00 GMT by train.", "14 March 2023 at 20:00 GMT = 2023-03-14T20:00 [2023-03-14T20:00]"},
		{"from one clock time till another", "It is open on 20 March 2023 from 10:00 till 12:00.", "20 March 2023 from 10:00 = 2023-03-20T10:00 [2023-03-20T10:00]; 12:00 = 2023-03-20T12:00 [2023-03-20T12:00]"},
		{"hours that share pm", "It is open on Friday, 2–4pm.", "Friday = 2023-03-10 [2023-03-10]; 2 = 2023-03-10T14:00 [2023-03-10T14:00]; 4pm = 2023-03-10T16:00 [2023-03-10T16:00]"},
		{"four figures and a zone", "It is shown on 20 March 2023 at 1830 GMT.", "20 March 2023 at 1830 GMT = 2023-03-20T18:30 [2023-03-20T18:30]"},
		{"a part of a day", "He left on Tuesday morning.", "Tuesday morning = 2023-03-14TMO [2023-03-14]"},
		{"last night", "It was shown last night.", "last night = 2023-03-14TNI [2023-03-14]"},
		{"this afternoon", "It was shown this afternoon.", "this afternoon = 2023-03-15TAF [2023-03-15]"},
		{"the morning of a day", "He died on the morning of 3 May 2021.", "the morning of 3 May 2021 = 2021-05-03TMO [2021-05-03]"},
	})
}

func TestRelativeTimes(t *testing.T) {
	check(t, []expressionCase{
		{"yesterday", "It closed yesterday.", "yesterday = 2023-03-14 [2023-03-14]"},
		{"a weekday gone by", "It closed on Monday.", "Monday = 2023-03-13 [2023-03-13]"},
		{"a weekday to come", "It will close on Friday.", "Friday = 2023-03-17 [2023-03-17]"},
		{"last weekday", "It closed last Friday.", "last Friday = 2023-03-10 [2023-03-10]"},
		{"last year", "It closed last year.", "last year = 2022 [2022-01-01..2022-12-31]"},
		{"next month", "It will close next month.", "next month = 2023-04 [2023-04-01..2023-04-30]"},
		{"this week", "It closed this week.", "this week = 2023-W11 [2023-03-13..2023-03-19]"},
		{"the weekend", "It closed over the weekend.", "the weekend = 2023-W10-WE [2023-03-11..2023-03-12]"},
		{"weeks ago", "It closed three weeks ago.", "three weeks ago = 2023-W08 [2023-02-20..2023-02-26]"},
		{"years ago", "It closed nearly ten years ago.", "nearly ten years ago = 2013 [2013-01-01..2013-12-31]"},
		{"in a fortnight", "It will close in a fortnight.", "a fortnight = 2023-W13 [2023-03-27..2023-04-02]"},
		{"in three days", "It will close in three days.", "three days = 2023-03-18 [2023-03-18]"},
		{"earlier this month", "It closed earlier this month.", "earlier this month = 2023-03 [2023-03-01..2023-03-15]"},
		{"later this month", "It will close later this month.", "later this month = 2023-03 [2023-03-01..2023-03-31]"},
		{"earlier this year", "It closed earlier this year.", "earlier this year = 2023 [2023-01-01..2023-12-31]"},
		{"the end of the month", "It will close at the end of the month.", "the end of the month = 2023-03 [2023-03-01..2023-03-31]"},
		{"a month of last year", "It closed in June last year.", "June last year = 2022-06 [2022-06-01..2022-06-30]"},
		{"a month gone by without its year", "It closed in October.", "October = 2022-10 [2022-10-01..2022-10-31]"},
		{"a month to come", "It will close in October.", "October = 2023-10 [2023-10-01..2023-10-31]"},
		{"a day just ahead of the telling", "The offer was extended to 2 April.", "2 April = 2023-04-02 [2023-04-02]"},
		{"a season", "It closed last summer.", "last summer = 2022-SU [2022-06-01..2022-08-31]"},
		{"the following day", "It opened on 3 May 2021. The following day it closed.", "3 May 2021 = 2021-05-03 [2021-05-03]; The following day = 2021-05-04 [2021-05-04]"},
		{"two days later", "It opened on 3 May 2021. Two days later it closed.", "3 May 2021 = 2021-05-03 [2021-05-03]; Two days later = 2021-05-05 [2021-05-05]"},
		{"a month of that year", "It opened in May 2019 and burned in August of that year.", "May 2019 = 2019-05 [2019-05-01..2019-05-31]; August of that year = 2019-08 [2019-08-01..2019-08-31]"},
		{"a comparison with a quarter", "Net rose in the third quarter of 2022 from £2m a year earlier.", "the third quarter of 2022 = 2022-Q3 [2022-07-01..2022-09-30]; a year earlier = 2021-Q3 [2021-07-01..2021-09-30]"},
		{"now", "It is now closed.", "now = PRESENT_REF"},
		{"recently", "It closed recently.", "recently = PAST_REF"},
	})
}

func TestRangesAndLists(t *testing.T) {
	check(t, []expressionCase{
		{"days of one month", "It runs 3–5 May 2022.", "3 = 2022-05-03 [2022-05-03]; 5 May 2022 = 2022-05-05 [2022-05-05]"},
		{"days over two months", "It ran 26 July – 22 August 2021.", "26 July = 2021-07-26 [2021-07-26]; 22 August 2021 = 2021-08-22 [2021-08-22]"},
		{"over the new year", "It ran from 20 December to 3 January 2022.", "20 December = 2021-12-20 [2021-12-20]; 3 January 2022 = 2022-01-03 [2022-01-03]"},
		{"American days", "It ran March 5–9, 2018.", "March 5 = 2018-03-05 [2018-03-05]; 9, 2018 = 2018-03-09 [2018-03-09]"},
		{"months that share a year", "They met in March and April 2018.", "March = 2018-03 [2018-03-01..2018-03-31]; April 2018 = 2018-04 [2018-04-01..2018-04-30]"},
		{"months in one word", "The strike (July-November 1954) failed.", "July = 1954-07 [1954-07-01..1954-07-31]; November 1954 = 1954-11 [1954-11-01..1954-11-30]"},
		{"months in one word behind “the”", "The July-November 1954 strike failed.", "The July = 1954-07 [1954-07-01..1954-07-31]; November 1954 = 1954-11 [1954-11-01..1954-11-30]"},
		{"years with a dash", "In 1957–58 it grew.", "1957 = 1957 [1957-01-01..1957-12-31]; 58 = 1958 [1958-01-01..1958-12-31]"},
		{"years in brackets", "Her time in office (1979–1990) was long.", "1979 = 1979 [1979-01-01..1979-12-31]; 1990 = 1990 [1990-01-01..1990-12-31]"},
		{"a list of days", "They met on 5, 6 and 9 May 2022.", "5 = 2022-05-05 [2022-05-05]; 6 = 2022-05-06 [2022-05-06]; 9 May 2022 = 2022-05-09 [2022-05-09]"},
	})
}

func TestHolidays(t *testing.T) {
	check(t, []expressionCase{
		{"Easter by computation", "At Easter 2024 it opened.", "Easter 2024 = 2024-03-31 [2024-03-31]"},
		{"Good Friday of the last year", "It closed on Good Friday last year.", "Good Friday last year = 2022-04-15 [2022-04-15]"},
		{"a day of the calendar", "On Christmas Day 2022 it rained.", "Christmas Day 2022 = 2022-12-25 [2022-12-25]"},
		{"an apostrophe of either kind", "On New Year's Eve 2021 it rained.", "New Year's Eve 2021 = 2021-12-31 [2021-12-31]"},
		{"a weekday of its month", "On Remembrance Sunday 2022 they marched.", "Remembrance Sunday 2022 = 2022-11-13 [2022-11-13]"},
		{"the last Monday", "On the August Bank Holiday 2022 they marched.", "August Bank Holiday 2022 = 2022-08-29 [2022-08-29]"},
		{"a movable feast has no place", "It closed during Ramadan.", "Ramadan = "},
	})
}

func TestLengthsAndSets(t *testing.T) {
	check(t, []expressionCase{
		{"a length has no place", "It took three years to build.", "three years = P3Y"},
		{"one word", "The three-year plan failed.", "The three-year = P3Y"},
		{"figures and a hyphen", "The 10-day trip ended.", "The 10-day = P10D"},
		{"several", "It took several months to build.", "several months = PXM"},
		{"a half", "It took two and a half years to build.", "two and a half years = P2.5Y"},
		{"hours", "It took about four hours to build.", "about four hours = PT4H"},
		{"an age", "She was 52 years old.", "52 years old = P52Y"},
		{"anchored by the telling", "It lost money over the past three months.", "over the past three months = P3M [2022-12-15..2023-03-15]"},
		{"a part of a year", "It lost money in the first two months of 1939.", "the first two months of 1939 = P2M [1939-01-01..1939-02-28]"},
		{"a set has no place", "It opens every Friday.", "every Friday = XXXX-WXX-5"},
		{"weekdays in the plural", "It opens on Mondays.", "Mondays = XXXX-WXX-1"},
		{"each year", "It opens each year.", "each year = P1Y"},
		{"daily", "It opens daily.", "daily = XXXX-XX-XX"},
	})
}

func TestWhatIsNoDate(t *testing.T) {
	for name, in := range map[string]string{
		"a quantity": "They built 1500 homes.", "a law": "The Hunting Act 2004 was passed.", "a price": "It cost £1936 to mend.", "the verb may": "They may march.", "a phone number": "Call 01432 260000.",
		"a march": "The March to the hall was long.", "a first name": "April Jones left.", "a case number": "See case 2004/118.", "a resolution": "Resolution 1973 was passed.", "three quarters": "It feeds three quarters of them.", "a quarter without a number": "The final-quarter loss was small.",
		"to spring": "They spring from the water.", "an idiom": "She carried the day.", "a share": "It rose 1999%.", "a score": "They won 3-2.", "a title": "He spoke on This Week of himself.",
	} {
		t.Run(name, func(t *testing.T) {
			if d, all := resolve(in); len(all) != 0 {
				t.Errorf("%q was taken for a date", all[0].Span.Of(d.Text))
			}
		})
	}
}

// Four digits that lead the lines of a report from hour to hour are no years; those of a
// chronicle are.
func TestHoursThatLeadTheirLines(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       int // years
	}{
		{"a report of an evening", "2205: It is over now.\n\n2148: Mr Hill is careful.\n\n1930: It begins.\n\n1905: People come in.", 0},
		{"a report of a morning", "0855: The doors are open.\n\n0840: People wait.\n\n0815: A cold morning.", 0},
		{"a chronicle", "1898: The mill was built.\n\n1905: It burnt down.\n\n1930: It was built anew.\n\n1965: It closed.", 4},
		{"a short chronicle", "1905: It burnt down.\n\n1930: It was built anew.\n\n1948: It closed.", 3},
	} {
		t.Run(tc.name, func(t *testing.T) {
			n := 0
			for _, e := range when.Find(text.Parse(tc.text)).Expressions {
				if e.Year > 0 {
					n++
				}
			}
			if n != tc.want {
				t.Errorf("%d years are found, want %d", n, tc.want)
			}
		})
	}
}
