package when_test

import (
	"strings"
	"testing"

	"onrecord/model/text"
	"onrecord/model/when"
)

// history is a story without a day of telling; its last paragraph is put in by the
// cases.
const history = `The lido was dug in 1934 and opened on 2 May 1935. In August it closed after a fall of rock. By March 1936 the wall stood again.

War came in 1939. In September the army took the changing rooms, and in June 1940 the pool was drained. The following year a bomb fell beside it. In 1946 the council bought the site back.

Swimmers returned on 7 June 1947. The next day four hundred came. In December the boiler burst.

`

func story(s string) (*text.Doc, *when.Found, []when.Resolved) {
	d := text.Parse(text.Safe(history + s))
	f := when.Find(d)
	day := when.DayOf(2024, 1, 15) // it was downloaded then
	return d, f, f.Resolve(when.Anchor{From: day, To: day, Why: "the document is of 15 January 2024"}, nil)
}

func TestStories(t *testing.T) {
	cases := []struct{ name, more, words, value string }{
		{"a month of the year that the account has come to", "", "August", "1935-08"},
		{"a month of a year told by itself", "", "September", "1939-09"},
		{"the following year", "", "The following year", "1941"},
		{"the next day", "", "The next day", "1947-06-08"},
		{"a month later in the same year", "", "December", "1947-12"},
		{"over the turn of the year", "In January the boiler was mended.", "January", "1948-01"},
		{"a year mentioned in passing", "The boiler, which had been promised since 1912, was mended in February.", "February", "1948-02"},
		{"a year that describes", "The 1912 boiler was mended in February.", "February", "1948-02"},
		{"a year that moves the account on", "In 1951 it was sold. In April the gates were locked.", "April", "1951-04"},
		{"a heading that is a year", "1953\n\nIn July the council filled the pool in and sold the railings to a farmer.", "July", "1953-07"},
		{"days after a happening", "It was sold on 3 May 1951. Two days after the sale the gates were locked.", "Two days", "1951-05-05"},
		{"a month of the year before", "They mourned those who had drowned the previous April.", "the previous April", "1947-04"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, f, all := story(tc.more)
			if !f.Narrative {
				t.Fatal("not taken for a story")
			}
			for i := len(all) - 1; i >= 0; i-- {
				if all[i].Span.Of(d.Text) == tc.words {
					if all[i].Value != tc.value {
						t.Errorf("%q is %s, want %s (%s)", tc.words, all[i].Value, tc.value, all[i].Basis)
					}
					return
				}
			}
			t.Errorf("%q was not found", tc.words)
		})
	}
}

func TestAReportIsNoStory(t *testing.T) {
	for name, in := range map[string]string{
		"an article": "The lido will close on Friday, the council said yesterday. It opened in 1935, closed in 1940, opened again in 1947 and was mended in 1951, 1962 and 1974. In May 1980 it was sold; on 3 June 1981 it was bought back. Last week swimmers met in the hall.",
		"a post":     "Closed again today! We were told on Monday.",
	} {
		t.Run(name, func(t *testing.T) {
			if when.Find(text.Parse(in)).Narrative {
				t.Error("taken for a story")
			}
		})
	}
}

// A story is read in time that grows as it does, and however it jumps about every
// date without a year gets one within the years that are told, or a step outside.
func TestStoriesStayWithinTheirYears(t *testing.T) {
	in := strings.Repeat("In 1911 it rose. In May it fell, on 3 June it rose. In 1984 it fell; in December it rose. In 1950 it stood still. ", 50)
	d := text.Parse(in)
	f := when.Find(d)
	for _, r := range f.Resolve(when.Anchor{From: when.NoDay, To: when.NoDay}, nil) {
		if y, _, _ := r.From.Day.Civil(); !r.From.Known() || y < 1910 || y > 1985 {
			t.Fatalf("%q is %s", r.Span.Of(d.Text), r.From)
		}
	}
}
