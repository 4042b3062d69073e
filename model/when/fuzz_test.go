package when_test

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/model/text"
	"onrecord/model/when"
)

// sound reports what is wrong with the expressions of a text, or "".
func sound(d *text.Doc, f *when.Found, all []when.Resolved) string {
	last := 0
	for i, r := range all {
		e := &f.Expressions[i]
		words := r.Span.Of(d.Text)
		switch {
		case int(r.Span.Start) < last || r.Span.Empty() || int(r.Span.End) > len(d.Text) || !utf8.ValidString(words):
			return "the span of " + words + " is not its own"
		case r.From.Known() && r.To.Known() && r.From.Compare(r.To) > 0:
			return words + " ends before it begins"
		case r.Certain && (!r.From.Known() || !r.To.Known()):
			return words + " is certain and not known"
		case r.Value == "" && e.Form != when.Loose:
			return words + " has no value"
		case r.Basis == "":
			return words + " has no reason"
		case e.Until >= 0 && (int(e.Until) != i+1 || int(f.Expressions[e.Until].From) != i):
			return words + " is a range without an end"
		}
		last = int(r.Span.End)
	}
	return ""
}

func FuzzResolve(f *testing.F) {
	for _, s := range []string{
		"16 May 2022", "Monday 16th May at 8pm", "2022-02-30", "1957–58 99/99/99", "the last few 3 weeks ago", "every each day", "May 31–2 June", "(2004) 1066 24:61", "5, 6, 7 and 8 to 9 May",
		"In 1914 war began. In August it spread. By 1915, in March, and in 1916, 1917, 1918 and 1919, on 3 May, 4 May and 5 May it went on.", "in 480 BC and in 479, the 470s BC", "August-September 1950 mid-June", "the end of the end of the end of May", "first two and a half quarters of fiscal 1999",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d := text.Parse(text.Safe(in))
		found := when.Find(d)
		a := when.Anchor{From: published, To: published, Why: "so"}
		all := found.Resolve(a, nil)
		if wrong := sound(d, found, all); wrong != "" {
			t.Fatalf("%s\n%q", wrong, d.Text)
		}
		if !reflect.DeepEqual(all, when.Find(d).Resolve(a, nil)) {
			t.Fatalf("not the same twice: %q", d.Text)
		}
		none := when.Anchor{From: when.NoDay, To: when.NoDay}
		if wrong := sound(d, found, found.Resolve(none, nil)); wrong != "" {
			t.Fatalf("without a date: %s\n%q", wrong, d.Text)
		}
	})
}

// What a megabyte of one thing costs must not grow faster than the thing: a
// quadratic reader would not end.
func TestHostileTextsEnd(t *testing.T) {
	done := time.AfterFunc(time.Minute, func() { panic("no end within a minute") })
	defer done.Stop()
	for name, unit := range map[string]string{
		"digits": "1", "years": "1999 ", "weekdays": "Monday ", "months": "March ", "days and commas": "5, ", "ands": "5 and ", "dashes": "5-", "turns": "the last ", "ordinals": "first ", "quarters": "the third quarter ",
		"edges": "the end of ", "numbers": "two ", "units": "years ", "clocks": "10:30 ", "dates": "on 3 May ", "stories": "In 1914 it began. In May it went on. ", "quotes": "'99 ", "early": "early ", "hyphens": "mid-mid-", "told": "The year before. ",
	} {
		t.Run(name, func(t *testing.T) {
			d := text.Parse(text.Safe(strings.Repeat(unit, 1<<20/len(unit))))
			f := when.Find(d)
			if wrong := sound(d, f, f.Resolve(when.Anchor{From: published, To: published, Why: "so"}, nil)); wrong != "" {
				t.Error(wrong)
			}
		})
	}
}
