package index_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/model/when"
	"onrecord/ui/index"
)

func day(y int, m time.Month, d int) when.Day { return when.DayOf(y, m, d) }

func TestParsePeriod(t *testing.T) {
	cases := []struct {
		name, in string
		from, to when.Day
		said     string
	}{
		{"a year", "2021", day(2021, 1, 1), day(2021, 12, 31), "2021"},
		{"a month in words", "May 2022", day(2022, 5, 1), day(2022, 5, 31), "May 2022"},
		{"a month in three letters", "feb 2024", day(2024, 2, 1), day(2024, 2, 29), "February 2024"},
		{"a month in figures", "2021-03", day(2021, 3, 1), day(2021, 3, 31), "March 2021"},
		{"a day in words", "16 May 2022", day(2022, 5, 16), day(2022, 5, 16), "16 May 2022"},
		{"a day as Americans write it", "May 3rd, 2022", day(2022, 5, 3), day(2022, 5, 3), "3 May 2022"},
		{"a day in figures", "2022-05-16", day(2022, 5, 16), day(2022, 5, 16), "16 May 2022"},
		{"a decade", "1990s", day(1990, 1, 1), day(1999, 12, 31), "1990–1999"},
		{"from month to month", "2021-03..2022-05", day(2021, 3, 1), day(2022, 5, 31), "March 2021 – May 2022"},
		{"from year to year", "2020–2022", day(2020, 1, 1), day(2022, 12, 31), "2020–2022"},
		{"from year to year with a hyphen", "2020-2022", day(2020, 1, 1), day(2022, 12, 31), "2020–2022"},
		{"in words", "from March 2021 to May 2022", day(2021, 3, 1), day(2022, 5, 31), "March 2021 – May 2022"},
		{"from a year to a month", "2021 to May 2022", day(2021, 1, 1), day(2022, 5, 31), "January 2021 – May 2022"},
		{"after a year", "after 2021", day(2022, 1, 1), when.NoDay, "since 2022"},
		{"after a day", "after 16 May 2022", day(2022, 5, 17), when.NoDay, "since 17 May 2022"},
		{"since a month", "since May 2022", day(2022, 5, 1), when.NoDay, "since May 2022"},
		{"before a month", "before 2022-05", when.NoDay, day(2022, 4, 30), "until April 2022"},
		{"until a year", "until 2022", when.NoDay, day(2022, 12, 31), "until 2022"},
		{"as the documents are dated", "1–14 September 2022", day(2022, 9, 1), day(2022, 9, 14), "1–14 September 2022"},
		{"days with a hyphen", "1-14 September 2022", day(2022, 9, 1), day(2022, 9, 14), "1–14 September 2022"},
		{"days of two months", "16 May - 3 June 2022", day(2022, 5, 16), day(2022, 6, 3), "16 May 2022 – 3 June 2022"},
		{"months of one year", "May to June 2022", day(2022, 5, 1), day(2022, 6, 30), "May 2022 – June 2022"},
		{"a day in figures, the year last", "16/05/2022", day(2022, 5, 16), day(2022, 5, 16), "16 May 2022"},
		{"a day in figures, the month first", "05/16/2022", day(2022, 5, 16), day(2022, 5, 16), "16 May 2022"},
		{"a month in figures, the year last", "5/2022", day(2022, 5, 1), day(2022, 5, 31), "May 2022"},
		{"with its weekday", "Monday 16 May 2022", day(2022, 5, 16), day(2022, 5, 16), "16 May 2022"},
		{"in a month", "in May 2022", day(2022, 5, 1), day(2022, 5, 31), "May 2022"},
		{"between two years", "between 2021 and 2022", day(2021, 1, 1), day(2022, 12, 31), "2021–2022"},
		{"a year and two figures", "2021-22", day(2021, 1, 1), day(2022, 12, 31), "2021–2022"},
		{"the same with a dash", "2021–22", day(2021, 1, 1), day(2022, 12, 31), "2021–2022"},
		{"from a year on", "from 2022", day(2022, 1, 1), when.NoDay, "since 2022"},
		{"till a year", "till 2022", when.NoDay, day(2022, 12, 31), "until 2022"},
		{"up to a year", "up to 2022", when.NoDay, day(2022, 12, 31), "until 2022"},
		{"with a hyphen and no end", "2022-", day(2022, 1, 1), when.NoDay, "since 2022"},
		{"with a hyphen and no beginning", "-2022", when.NoDay, day(2022, 12, 31), "until 2022"},
		{"without an end", "2021..", day(2021, 1, 1), when.NoDay, "since 2021"},
		{"without a beginning", "..2021", when.NoDay, day(2021, 12, 31), "until 2021"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			p, err := index.ParsePeriod(tc.in)
			if err != nil || p.From != tc.from || p.To != tc.to {
				t.Fatalf("%q is %v to %v (%v), want %v to %v", tc.in, p.From, p.To, err, tc.from, tc.to)
			}
			if p.String() != tc.said {
				t.Errorf("%q is called %q, want %q", tc.in, p, tc.said)
			}
		})
	}
}

func TestWhatIsNoPeriodIsSaidToBeNone(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"nothing", "", "2021, May 2022"},
		{"a month alone", "May", "which year"},
		{"a day of no month", "30 February 2021", "no day 30"},
		{"words", "last summer", "2021, May 2022"},
		{"an end before its beginning", "2022..2021", "before the beginning"},
		{"no end at all", "..", "2021, May 2022"},
		{"a month that is none", "2021-13", "2021, May 2022"},
		{"a hyphen alone", "-", "2021, May 2022"},
		{"a month in figures that is none", "13/2022", "2021, May 2022"},
		{"two years", "2021 2022", "2021, May 2022"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if p, err := index.ParsePeriod(tc.in); err == nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("%q is %v, %v; want words with %q", tc.in, p, err, tc.want)
			}
		})
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2021", "May 2022", "2021-03..2022-05", "after 9999", "before 0001", "1990s", "9990s", "31 dec 2021 – 2022", "3rd may 2022", "1-14 may 2022", "2021-22", "between 2020 and may 2021", "5/2022", "-", "", ".."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := index.ParsePeriod(s)
		if err != nil {
			return
		}
		if p.From == when.NoDay && p.To == when.NoDay || p.From != when.NoDay && p.To != when.NoDay && p.From > p.To {
			t.Fatalf("%q is %v to %v", s, p.From, p.To)
		}
		again, err := index.ParsePeriod(p.String())
		if err != nil || again != p {
			t.Fatalf("%q is called %q, which is %v (%v), not %v", s, p, again, err, p)
		}
	})
}

func TestWhatLiesInAPeriod(t *testing.T) {
	open := when.NoMoment
	at := func(y int, m time.Month, d int) when.Moment { return when.Moment{Day: day(y, m, d), Minute: -1} }
	may := index.MonthOf(2022, time.May)
	cases := []struct {
		name     string
		period   index.Period
		from, to when.Moment
		want     index.Fit
	}{
		{"a day in it", may, at(2022, 5, 16), at(2022, 5, 16), index.In},
		{"the day before it", may, at(2022, 4, 30), at(2022, 4, 30), index.Out},
		{"the day after it", may, at(2022, 6, 1), at(2022, 6, 1), index.Out},
		{"a week that begins in it", may, at(2022, 5, 30), at(2022, 6, 5), index.In},
		{"the year around it", may, at(2022, 1, 1), at(2022, 12, 31), index.In},
		{"after a day of it", may, at(2022, 5, 18), open, index.In},
		{"after a day before it may be any month", may, at(2021, 1, 1), open, index.NotKnown},
		{"after a day behind it", may, at(2022, 7, 1), open, index.Out},
		{"before a day of it", may, open, at(2022, 5, 18), index.In},
		{"before a day before it", may, open, at(2022, 4, 1), index.Out},
		{"no date at all", may, open, open, index.NotKnown},
		{"without an end: later", index.Period{From: day(2022, 1, 1), To: when.NoDay}, at(2031, 1, 1), open, index.In},
		{"without a beginning: earlier", index.Period{From: when.NoDay, To: day(2022, 1, 1)}, at(1900, 1, 1), at(1900, 1, 1), index.In},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := tc.period.Fit(when.Interval{From: tc.from, To: tc.to}); got != tc.want {
				t.Errorf("got %d, want %d", got, tc.want)
			}
		})
	}
}
