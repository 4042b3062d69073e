package when_test

import (
	"testing"
	"time"

	"onrecord/model/when"
)

func TestCalendar(t *testing.T) {
	for y, want := range map[int]string{1999: "1999-04-04", 2008: "2008-03-23", 2024: "2024-03-31", 2038: "2038-04-25"} {
		if got := when.Easter(y).String(); got != want {
			t.Errorf("Easter %d is %s, want %s", y, got, want)
		}
	}
	for _, s := range []string{"0001-01-01", "1600-02-29", "1969-12-31", "1970-01-01", "2024-02-29", "2999-12-31"} {
		want, _ := time.Parse("2006-01-02", s)
		d := when.DayOf(want.Date())
		if d.String() != s || d.Weekday() != want.Weekday() {
			t.Errorf("%s becomes %s, a %s", s, d, d.Weekday())
		}
	}
}
