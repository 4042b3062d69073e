package model

import (
	"fmt"
	"time"

	"onrecord/model/source"
	"onrecord/model/when"
)

// given is the publication date that a document's metadata states, or an
// unknown interval when it states none that can be read.
func given(m source.Meta) when.Interval {
	iv, ok := ParseDate(m.Published)
	if !ok {
		return when.Unknown(when.Vague, "no publication date is given with the document")
	}
	from := "the document's metadata"
	if m.FromNotes {
		from = "onrecord.toml"
	}
	iv.Certain = m.FromNotes // what a page says of itself is often the date of a change
	iv.Basis = fmt.Sprintf("%s gives %s", from, m.Published)
	return iv
}

// givenLayouts are the forms a stated date may have, with the grain they tell.
var givenLayouts = []struct {
	layout    string
	precision when.Precision
}{
	{"2006-01-02", when.DayPrecision},
	{"2006-01", when.Month},
	{"2006", when.Year},
	{time.RFC3339, when.DayPrecision},
	{"2006-01-02T15:04:05", when.DayPrecision},
	{"2006-01-02 15:04:05", when.DayPrecision},
	{"2006-01-02T15:04", when.DayPrecision},
	{"20060102", when.DayPrecision},
}

// ParseDate reads an ISO 8601 date, month or year, a clock time being left out.
func ParseDate(s string) (when.Interval, bool) {
	if s == "" {
		return when.Interval{}, false
	}
	for _, l := range givenLayouts {
		t, err := time.Parse(l.layout, s)
		if err != nil {
			continue
		}
		y, m, d := t.Date()
		from, to := when.DayOf(y, m, d), when.DayOf(y, m, d)
		switch l.precision {
		case when.Month:
			to = when.DayOf(y, m+1, 0)
		case when.Year:
			to = when.DayOf(y+1, 1, 0)
		}
		return when.Interval{
			From: when.Moment{Day: from, Minute: -1}, To: when.Moment{Day: to, Minute: -1}, Precision: l.precision,
		}, true
	}
	return when.Interval{}, false
}
