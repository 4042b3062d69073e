package when_test

import (
	"testing"

	"onrecord/model/text"
	"onrecord/model/when"
)

// published anchors the cases: Wednesday 15 March 2023.
var published = when.DayOf(2023, 3, 15)

func resolve(s string) (*text.Doc, []when.Resolved) {
	d := text.Parse(text.Safe(s))
	return d, when.Find(d).Resolve(when.Anchor{From: published, To: published, Why: "the document is of 15 March 2023"}, nil)
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

func TestWhereADocumentSaysWhenItWasPublished(t *testing.T) {
	cases := []struct{ name, in, posted string }{
		{"a line that says so", "Lido to close\n\nPublished: 3 May 2021\n\nThe council met.", "3 May 2021"},
		{"a date by itself", "Lido to close\n\n3 May 2021\n\nThe council met.", "3 May 2021"},
		{"the place of a letter", "Hay-on-Wye, 3 May 2021\n\nDear Sirs, we write of the lido.", "3 May 2021"},
		{"a dateline", "LEOMINSTER, May 3, 2021 (PA) — The council will close the lido, it said.", "May 3, 2021"},
		{"a date of the story", "LEOMINSTER — The council closed the lido on 3 May 2021, it said, and filled it in.", ""},
		{"the date of a picture", "Picture: the lido, 3 May 2021\n\nThe council met and spoke of the lido.", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d := text.Parse(text.Safe(tc.in))
			f := when.Find(d)
			got := ""
			if f.Posted >= 0 {
				got = f.Expressions[f.Posted].Span.Of(d.Text)
			}
			if got != tc.posted {
				t.Errorf("published %q, want %q", got, tc.posted)
			}
		})
	}
}

func TestTermsAndFiscalYearsAreNeverCertain(t *testing.T) {
	for _, in := range []string{"It lost money in fiscal 2021.", "It closed in the autumn term of 2021.", "It closed in the autumn term."} {
		_, all := resolve(in)
		if len(all) != 1 || all[0].Certain {
			t.Errorf("%q: %+v", in, all)
		}
	}
}

// What counts from a date that was told is certain only where that stands close by.
func TestADateCountedFromAnotherIsCertainOnlyBesideIt(t *testing.T) {
	cases := []struct {
		name, in string
		known    bool // the last date of the text
		certain  bool
	}{
		{"the sentence before", "It opened on 3 May 2021. Two days later it closed.", true, true},
		{"a sentence farther back", "It opened on 3 May 2021. Nobody came to see it. Two days later it closed.", true, false},
		{"a decade", "It opened in 2005. It was to be mended over the next decade.", true, false},
		{"the day on which somebody did something", "It opened on 3 May 2021. It was found on the day she left.", false, false},
		{"the day of a happening", "It opened on 3 May 2021. It was found on the day of the storm.", true, false},
		{"the day before a name", "It opened on 3 May 2021. It was found on the day Mary Jones left.", false, false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, all := resolve(tc.in)
			last := all[len(all)-1]
			if len(all) < 2 || last.From.Known() != tc.known || last.Certain != tc.certain {
				t.Errorf("%+v", all)
			}
		})
	}
}
