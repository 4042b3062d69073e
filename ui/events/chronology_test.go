package events

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/text"
	"onrecord/model/when"
)

// told makes an event of a date, as JSON writes one: "2021", "2021-05",
// "2021-05-16", "a..b" with an end left open, or "" with a reason.
func told(date string) model.Event {
	e := model.Event{Headline: date, Sources: []text.Ref{{}}}
	from, to, ranged := strings.Cut(date, "..")
	if !ranged {
		to = from
	}
	e.Date = when.Interval{From: bound(from, false), To: bound(to, true), Certain: true, Basis: "no date is told"}
	e.Undated = !e.Date.From.Known() || !e.Date.To.Known()
	return e
}

func bound(s string, end bool) when.Moment {
	var y, m, d int
	n, _ := fmt.Sscanf(s, "%d-%d-%d", &y, &m, &d)
	day := when.NoDay
	switch {
	case n == 1 && end:
		day = when.DayOf(y, 12, 31)
	case n == 1:
		day = when.DayOf(y, 1, 1)
	case n == 2 && end:
		day = when.DayOf(y, time.Month(m+1), 1) - 1
	case n == 2:
		day = when.DayOf(y, time.Month(m), 1)
	case n == 3:
		day = when.DayOf(y, time.Month(m), d)
	}
	return when.Moment{Day: day, Minute: -1}
}

// of makes a chronology, each date so many times.
func of(dates ...string) (events []model.Event, listed []int32) {
	for _, d := range dates {
		n := 1
		if d, times, ok := strings.Cut(d, "*"); ok {
			fmt.Sscan(times, &n)
			for range n {
				events = append(events, told(d))
			}
			continue
		}
		events = append(events, told(d))
	}
	for i := range events {
		listed = append(listed, int32(i))
	}
	return events, listed
}

// listing is the table as it stands in the pane: headings, then what is under them.
func listing(events []model.Event, t table) string {
	var out []string
	for i, e := range t.entries {
		for _, h := range t.heads(i, false) {
			out = append(out, "["+h+"]")
		}
		if t.scale == ByEvent {
			out = append(out, events[e.best].Headline)
		} else {
			out = append(out, fmt.Sprintf("%d/%d×%d", e.slot.year, e.slot.month, e.end-e.first))
		}
	}
	return strings.Join(out, " ")
}

func TestTheOrderAndItsHeadings(t *testing.T) {
	cases := []struct {
		name  string
		dates []string
		scale Scale
		want  string
	}{
		{"few events: years alone", []string{"2021-03-01", "2021-07-07", "2022-05-16"}, ByEvent, "[2021] 2021-03-01 2021-07-07 [2022] 2022-05-16"},
		{"a full year has its months", []string{"2021-03-01", "2022-05-01*7", "2022-06-02*6"}, ByEvent, "[2021] 2021-03-01 [2022] [May]" + strings.Repeat(" 2022-05-01", 7) + " [June]" + strings.Repeat(" 2022-06-02", 6)},
		{"a full month alone needs no second heading", []string{"2022-05-01*13"}, ByEvent, "[2022]" + strings.Repeat(" 2022-05-01", 13)},
		{"what is of the year stands first in it", []string{"2021-01-01", "2021-01", "2021", "2021-02-01"}, ByEvent, "[2021] 2021 2021-01-01 2021-01 2021-02-01"},
		{"a season stands where it begins", []string{"2021-05-01", "2021-06..2021-08", "2021-07-01"}, ByEvent, "[2021] 2021-05-01 2021-06..2021-08 2021-07-01"},
		{"what is not dated stands apart with the reason", []string{"2021-05-01", ""}, ByEvent, "[2021] 2021-05-01 [date not known] [no date is told] "},
		{"a bound on one side is no date", []string{"2021-05-01", "2022-05-18.."}, ByEvent, "[2021] 2021-05-01 [date not known] [no date is told] 2022-05-18.."},
		{"by month", []string{"2021", "2021-03-01", "2021-03-07", "2022-05-16", ""}, ByMonth, "[2021] 2021/0×1 2021/3×2 [2022] 2022/5×1 [date not known] 0/0×1"},
		{"by year", []string{"2021", "2021-03-01", "2021-03-07", "2022-05-16", ""}, ByYear, "2021/0×3 2022/5×1 0/0×1"},
		{"nothing", nil, ByYear, ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			events, listed := of(tc.dates...)
			if got := listing(events, newTable(events, listed, tc.scale)); got != tc.want {
				t.Errorf("got  %s\nwant %s", got, tc.want)
			}
		})
	}
}

func TestAGroupShowsItsWeightiestAndCountsWhatIsPlanned(t *testing.T) {
	events, listed := of("2021-03-01", "2021-03-02", "2021-04-03")
	events[1].Weight, events[2].Status = .9, event.Planned
	tab := newTable(events, listed, ByYear)
	if e := tab.entries[0]; e.best != 1 || e.planned != 1 {
		t.Errorf("the year shows event %d, with %d planned", e.best, e.planned)
	}
	events[1].Weight = 0
	events[2].Sources = []text.Ref{{Doc: 1}, {Doc: 1}, {Doc: 2}}
	if e := newTable(events, listed, ByYear).entries[0]; e.best != 2 {
		t.Errorf("without weights the year shows event %d, not the one that two documents tell", e.best)
	}
}

func TestReasonsAreSaidOnce(t *testing.T) {
	events, listed := of("", "", "")
	events[1].Date.Basis = "another reason"
	want := "[date not known] [no date is told]   [another reason] "
	if got := listing(events, newTable(events, listed, ByEvent)); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLeaps(t *testing.T) {
	events, listed := of("2021", "2021-03-01", "2021-03-02", "2021-07-01", "2022-05-01", "2022-05-02", "")
	tab := newTable(events, listed, ByEvent)
	cases := []struct {
		name     string
		from, by int
		years    bool
		want     int
	}{
		{"to the next month", 1, 1, false, 3},
		{"over the end of the year", 3, 1, false, 4},
		{"to the first of the month before", 3, -1, false, 1},
		{"to what is of no month", 2, -1, false, 0},
		{"to the next year", 1, 1, true, 4},
		{"to the first of the year before", 5, -1, true, 0},
		{"to what is not dated", 4, 1, true, 6},
		{"no further", 6, 1, true, 6},
		{"not before the first", 2, -1, true, 2},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := tab.leap(tc.from, tc.by, tc.years); got != tc.want {
				t.Errorf("from %d to %d, want %d", tc.from, got, tc.want)
			}
		})
	}
}

func TestTheCursorFindsItsTime(t *testing.T) {
	events, _ := of("2021-03-01", "2021-07-01", "2022-05-01", "")
	tab := newTable(events, []int32{0, 2, 3}, ByEvent)
	for i, want := range []int{0, 1, 1, 2} {
		if got := tab.holding(events, int32(i)); got != want {
			t.Errorf("event %d is at %d, want %d", i, got, want)
		}
	}
	none := newTable(events, nil, ByYear)
	if got := none.holding(events, 2); got != 0 {
		t.Errorf("in an empty list the cursor is at %d", got)
	}
}
