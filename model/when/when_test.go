package when_test

import (
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/model/text"
	"onrecord/model/when"
)

// published anchors the cases: Wednesday 15 March 2023.
var published = when.DayOf(2023, 3, 15)

func resolve(s string) (*text.Doc, []when.Resolved) {
	d := text.Parse(text.Safe(s))
	return d, when.Find(d).Resolve(when.Anchor{From: published, To: published, Why: "published 15 March 2023"}, nil)
}

func TestExpressions(t *testing.T) {
	cases := []struct{ name, in, words, value, from, to string }{
		{"day, month, year", "It opened on 16 May 2022.", "16 May 2022", "2022-05-16", "2022-05-16", "2022-05-16"},
		{"month first", "It opened on September 1, 1939.", "September 1, 1939", "1939-09-01", "1939-09-01", "1939-09-01"},
		{"ordinal with of", "It opened on the 3rd of June 2021.", "3rd of June 2021", "2021-06-03", "2021-06-03", "2021-06-03"},
		{"ISO", "Dated 2022-05-16 here.", "2022-05-16", "2022-05-16", "2022-05-16", "2022-05-16"},
		{"slashes, day first", "Dated 16/05/22 here.", "16/05/22", "2022-05-16", "2022-05-16", "2022-05-16"},
		{"weekday with a clock time", "It will start on Monday 20 March at 8pm.", "Monday 20 March at 8pm", "2023-03-20T20:00", "2023-03-20T20:00", "2023-03-20T20:00"},
		{"a range of days", "It runs 3–5 May 2022.", "3–5 May 2022", "2022-05-03/2022-05-05", "2022-05-03", "2022-05-05"},
		{"a range over two months", "It ran 26 July – 22 August 2021.", "26 July – 22 August 2021", "2021-07-26/2021-08-22", "2021-07-26", "2021-08-22"},
		{"a month is not its first day", "It opened in May 2022.", "May 2022", "2022-05", "2022-05-01", "2022-05-31"},
		{"a bare year", "It opened in 1936.", "1936", "1936", "1936-01-01", "1936-12-31"},
		{"years with a dash", "In 1957–58 it grew.", "1957–58", "1957/1958", "1957-01-01", "1958-12-31"},
		{"a decade", "In the 1990s it shrank.", "1990s", "199", "1990-01-01", "1999-12-31"},
		{"yesterday", "It closed yesterday.", "yesterday", "2023-03-14", "2023-03-14", "2023-03-14"},
		{"a weekday gone by", "It closed on Monday.", "Monday", "2023-03-13", "2023-03-13", "2023-03-13"},
		{"a weekday to come", "It will close on Friday.", "Friday", "2023-03-17", "2023-03-17", "2023-03-17"},
		{"last year", "It closed last year.", "last year", "2022", "2022-01-01", "2022-12-31"},
		{"next month", "It will close next month.", "next month", "2023-04", "2023-04-01", "2023-04-30"},
		{"weeks ago", "It closed three weeks ago.", "three weeks ago", "2023-W08", "2023-02-20", "2023-02-26"},
		{"a month gone by without its year", "It closed in October.", "October", "2022-10", "2022-10-01", "2022-10-31"},
		{"a season", "It closed last summer.", "last summer", "2022-SU", "2022-06-01", "2022-08-31"},
		{"Easter by computation", "At Easter 2024 it opened.", "Easter 2024", "2024-03-31", "2024-03-31", "2024-03-31"},
		{"a holiday", "On Christmas Day 2022 it rained.", "Christmas Day 2022", "2022-12-25", "2022-12-25", "2022-12-25"},
		{"a duration has no place", "It took three years to build.", "three years", "P3Y", "", ""},
		{"a set has no place", "It opens every Friday.", "every Friday", "XXXX-WXX-5", "", ""},
		{"recently has no place", "It closed recently.", "recently", "PAST_REF", "", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, all := resolve(tc.in)
			if len(all) != 1 {
				t.Fatalf("%d expressions, want 1", len(all))
			}
			r := all[0]
			if w := r.Span.Of(d.Text); w != tc.words || r.Value != tc.value || r.From.String() != tc.from || r.To.String() != tc.to {
				t.Errorf("%q %s %s to %s (%s), want %q %s %s to %s", w, r.Value, r.From, r.To, r.Basis, tc.words, tc.value, tc.from, tc.to)
			}
		})
	}
}

func TestWhatIsNoDate(t *testing.T) {
	for name, in := range map[string]string{
		"a quantity": "They built 1500 homes.", "a law": "The Hunting Act 2004 was passed.", "a price": "It cost £1936 to mend.", "the verb may": "They may march.", "a phone number": "Call 01432 260000.",
	} {
		t.Run(name, func(t *testing.T) {
			if d, all := resolve(in); len(all) != 0 {
				t.Errorf("%q was taken for a date", all[0].Span.Of(d.Text))
			}
		})
	}
}

func TestAContradictionIsReported(t *testing.T) {
	_, all := resolve("It opened on Tuesday 16 May 2022.")
	if len(all) != 1 || all[0].Certain {
		t.Errorf("16 May 2022 was a Monday; got %+v", all)
	}
}

func TestAHeadingDateAnchorsWhatIsUnderIt(t *testing.T) {
	d, all := resolve("2 June 2021\n\nWe met yesterday and spoke of the plan.")
	for _, r := range all {
		if r.Span.Of(d.Text) == "yesterday" && r.From.String() != "2021-06-01" {
			t.Errorf("yesterday is %s, want 2021-06-01", r.From)
		}
	}
	if len(all) != 2 {
		t.Errorf("%d expressions, want 2", len(all))
	}
}

func TestAnUndatedDocumentLeavesItsDatesOpen(t *testing.T) {
	d := text.Parse("They met in March and April, and again on Monday.")
	for _, r := range when.Find(d).Resolve(when.Anchor{From: when.NoDay, To: when.NoDay}, nil) {
		if r.From.Known() || r.To.Known() || r.Certain || r.Basis == "" {
			t.Errorf("%q is %s to %s (%q)", r.Span.Of(d.Text), r.From, r.To, r.Basis)
		}
	}
}

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

func FuzzResolve(f *testing.F) {
	for _, s := range []string{"16 May 2022", "Monday 16th May at 8pm", "2022-02-30", "1957–58 99/99/99", "the last few 3 weeks ago", "every each day", "May 31–2 June", "(2004) 1066 24:61"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, all := resolve(in)
		last := 0
		for _, r := range all {
			if r.Span.Start < last || r.Span.Empty() || r.Span.End > len(d.Text) || !utf8.ValidString(r.Span.Of(d.Text)) {
				t.Fatalf("span %v of %q", r.Span, d.Text)
			}
			last = r.Span.End
			if r.From.Known() && r.To.Known() && r.From.Compare(r.To) > 0 {
				t.Fatalf("%q is %s to %s", r.Span.Of(d.Text), r.From, r.To)
			}
			if r.Value == "" || r.Basis == "" {
				t.Fatalf("%q has value %q, basis %q", r.Span.Of(d.Text), r.Value, r.Basis)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := ""
	for range 40 {
		s += "The council met on Tuesday 7 March and agreed to close the baths by Friday 31 March 2023, three weeks after the report. Last year it spent £2.4m on repairs, and in 2019 it had promised to keep them open.\n\n"
	}
	d := text.Parse(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		when.Find(d).Resolve(when.Anchor{From: published, To: published}, nil)
	}
}
