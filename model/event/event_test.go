package event_test

import (
	"testing"

	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

func find(s string) (*text.Doc, *when.Found, []event.Event) {
	d := text.Parse(text.Safe(s))
	w := when.Find(d)
	return d, w, event.Find(d, w, people.Find(d))
}

func TestHappenings(t *testing.T) {
	cases := []struct {
		name, in, headline string
		status             event.Status
	}{
		{"a main clause", "The council approved the plan on 3 May 2022.", "The council approved the plan", event.Happened},
		{"announced", "The meeting will be held in the hall on 3 May 2022.", "The meeting will be held in the hall", event.Planned},
		{"set to", "A march is set to take place on Saturday.", "A march is set to take place", event.Planned},
		{"cancelled", "The march on 3 May 2022 was cancelled after rain.", "The march was cancelled", event.Cancelled},
		{"a noun that following leads to", "Following a visit to the school on 3 May 2022, parents spoke.", "A visit to the school", event.Happened},
		{"a clause about the noun before it", "Mary Jones, who joined the board in 2019, spoke.", "Mary Jones joined the board", event.Happened},
		{"a pronoun is named", "Mary Jones spoke. She joined the board in 2019.", "[Mary Jones] joined the board", event.Happened},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, _, all := find(tc.in)
			if len(all) != 1 {
				t.Fatalf("%d events, want 1: %+v", len(all), all)
			}
			if all[0].Headline != tc.headline || all[0].Status != tc.status {
				t.Errorf("%q, %v; want %q, %v", all[0].Headline, all[0].Status, tc.headline, tc.status)
			}
		})
	}
}

func TestWhatIsNoEvent(t *testing.T) {
	for name, in := range map[string]string{
		"the date of a picture":          "Image: Google Maps, captured June 2019",
		"a duration":                     "The work took three years.",
		"a date that stands alone":       "3 May 2022",
		"what the page asks you":         "You can read the report of 3 May 2022 here.",
		"a time that nothing is told of": "Open Monday to Friday",
	} {
		t.Run(name, func(t *testing.T) {
			if _, _, all := find(in); len(all) != 0 {
				t.Errorf("%q became an event", all[0].Headline)
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Following the visit on 3 May, who met in 2019.", "since 2019", "last year’s", "(3 May) which 2020 that", "Statements from A\n\nMay 17", "has now been"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, w, all := find(in)
		for _, e := range all {
			if e.Headline == "" || !e.Span.Contains(e.Clause) && e.Clause.Len() > 0 || e.Span.End > len(d.Text) {
				t.Fatalf("event %+v of %q", e, d.Text)
			}
			for _, x := range e.Expressions {
				if x < 0 || x >= len(w.Expressions) {
					t.Fatalf("expression %d of %d", x, len(w.Expressions))
				}
			}
		}
	})
}
