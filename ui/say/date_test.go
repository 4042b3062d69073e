package say_test

import (
	"testing"
	"time"

	"onrecord/model/when"
	"onrecord/ui/say"
)

func at(y int, m time.Month, d int) when.Moment {
	return when.Moment{Day: when.DayOf(y, m, d), Minute: -1}
}

func TestADayIsSaidAsFinelyAsItIsKnown(t *testing.T) {
	none := when.NoMoment
	years := []when.Candidate{{From: at(2022, 3, 1), To: at(2022, 4, 30)}, {From: at(2021, 3, 1), To: at(2021, 4, 30)}}
	cases := []struct {
		name         string
		iv           when.Interval
		want, second string
	}{
		{"a day", when.Interval{From: at(2022, 5, 16), To: at(2022, 5, 16), Certain: true}, "16 May", ""},
		{"about a day", when.Interval{From: at(2022, 5, 16), To: at(2022, 5, 16)}, "~16 May", ""},
		{"a day that something speaks against", when.Interval{From: at(2022, 5, 16), To: at(2022, 5, 16), Certain: true, Doubt: &when.Doubt{Conflict: "no Monday"}}, "16 May!", ""},
		{"a month", when.Interval{From: at(2022, 9, 1), To: at(2022, 9, 30), Certain: true}, "Sep", ""},
		{"about a month", when.Interval{From: at(2022, 5, 1), To: at(2022, 5, 31)}, "~May", ""},
		{"a year", when.Interval{From: at(2022, 1, 1), To: at(2022, 12, 31), Certain: true}, "2022", ""},
		{"years", when.Interval{From: at(2021, 1, 1), To: at(2022, 12, 31), Certain: true}, "2021–2022", ""},
		{"days of a month", when.Interval{From: at(2022, 5, 9), To: at(2022, 5, 15), Certain: true}, "9–15 May", ""},
		{"months", when.Interval{From: at(2022, 3, 1), To: at(2022, 4, 30), Certain: true}, "Mar–Apr", ""},
		{"days of two months", when.Interval{From: at(2022, 5, 27), To: at(2022, 6, 3), Certain: true}, "27 May–", "3 June"},
		{"days of two years", when.Interval{From: at(2021, 12, 27), To: at(2022, 1, 3), Certain: true}, "27 Dec–", "3 Jan 2022"},
		{"from a year on", when.Interval{From: at(2012, 1, 1), To: none}, "2012", "or later"},
		{"from a month on", when.Interval{From: at(2016, 3, 1), To: none}, "March 2016", "or later"},
		{"before a year", when.Interval{From: none, To: at(2011, 12, 31)}, "before", "2012"},
		{"after a day", when.Interval{From: at(2022, 5, 18), To: none}, "after", "17 May 2022"},
		{"before a day", when.Interval{From: none, To: at(2022, 5, 16)}, "before", "17 May 2022"},
		{"after a day that something speaks against", when.Interval{From: at(2022, 5, 18), To: none, Doubt: &when.Doubt{Conflict: "no"}}, "after!", "17 May 2022"},
		{"nothing known but what speaks against it", when.Interval{From: none, To: none, Doubt: &when.Doubt{Conflict: "no"}}, "?!", ""},
		{"nothing known", when.Interval{From: none, To: none}, "?", ""},
		{"the year not known", when.Interval{From: none, To: none, Doubt: &when.Doubt{Candidates: years}}, "Mar–Apr ?", ""},
		{"readings that differ", when.Interval{From: none, To: none, Doubt: &when.Doubt{Candidates: []when.Candidate{years[0], {From: at(2022, 6, 1), To: at(2022, 6, 30)}}}}, "?", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			a, b := say.DayRows(tc.iv)
			if a != tc.want || b != tc.second {
				t.Errorf("got %q, %q; want %q, %q", a, b, tc.want, tc.second)
			}
		})
	}
}

func TestADateIsSaidInOneLine(t *testing.T) {
	after := when.Interval{From: at(2022, 5, 18), To: when.NoMoment}
	if got := say.Day(after); got != "after 17 May 2022" {
		t.Errorf("got %q", got)
	}
	clock := when.Interval{From: when.Moment{Day: when.DayOf(2022, 5, 16), Minute: 1200}, To: when.Moment{Day: when.DayOf(2022, 5, 16), Minute: 1200}}
	if got := say.Whole(clock); got != "~16 May 2022, 20:00" {
		t.Errorf("got %q", got)
	}
	if got := say.Whole(when.Interval{From: when.NoMoment, To: when.NoMoment}); got != "date not known" {
		t.Errorf("got %q", got)
	}
}
