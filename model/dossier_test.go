package model_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/quote"
)

// The dossier testdata/baths was written for this test: a news report, a press
// release, a letter, minutes, an interview, a forum post and a later report about
// one matter. What a careful reader would say of it stands in the tables below.

const baths = "testdata/baths"

func TestWhoSaidWhatInADossier(t *testing.T) {
	c := load(t, 0, baths)
	cases := []struct {
		name, doc, words, speaker string
		kinds                     []quote.Kind
	}{
		{"single marks with apostrophes inside", "01_closure.txt", "beyond economic repair", "Meirion Price", []quote.Kind{quote.Direct, quote.Mixed}},
		{"a second stretch of the same sentence", "01_closure.txt", "nobody wants to close a pool, but we can't pour", "Meirion Price", []quote.Kind{quote.Direct, quote.Mixed}},
		{"a pronoun told the meeting", "01_closure.txt", "We looked at every option", "Meirion Price", []quote.Kind{quote.Direct}},
		{"called it, after a relative clause", "01_closure.txt", "a disgrace", "Tom Okafor", []quote.Kind{quote.Direct, quote.Mixed}},
		{"said Mr with a surname", "01_closure.txt", "My daughter learned to swim here", "Tom Okafor", []quote.Kind{quote.Direct}},
		{"a spokesperson for a company", "01_closure.txt", "We are sorry for our staff", "Halden Leisure", []quote.Kind{quote.Direct}},
		{"a statement over a signature", "02_statement.md", "I know how much Tarn Baths means", "Meirion Price", []quote.Kind{quote.Statement}},
		{"a letter", "03_letter.txt", "I write on behalf of the 340 people", "Tom Okafor", []quote.Kind{quote.Statement}},
		{"words quoted in minutes", "04_minutes.txt", "a technical document", "Helen Vaughan", []quote.Kind{quote.Direct, quote.Mixed}},
		{"a pronoun in minutes", "04_minutes.txt", "the way in which this was handled", "Meirion Price", []quote.Kind{quote.Direct, quote.Mixed}},
		{"a turn under a surname", "05_interview.txt", "I hope so", "Helen Vaughan", []quote.Kind{quote.Turn}},
		{"he admitted, after an apposition", "07_reopening.txt", "I got this one wrong", "Meirion Price", []quote.Kind{quote.Direct}},
		{"his successor, named", "07_reopening.txt", "The town did this", "Anita Rhodes-Bevan", []quote.Kind{quote.Direct}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			q := find(c, tc.doc, tc.words)
			switch {
			case q == nil:
				t.Fatalf("no quotation holds %q", tc.words)
			case !slices.Contains(tc.kinds, q.Kind):
				t.Errorf("kind %v, want one of %v", q.Kind, tc.kinds)
			case len(q.Speakers) != 1 || c.SpeakerName(q, 0) != tc.speaker:
				t.Errorf("speakers %+v, want %s", q.Speakers, tc.speaker)
			}
		})
	}
}

// find returns the quotation of a document that holds words, other than in
// indirect speech.
func find(c *model.Corpus, doc, words string) *model.Quotation {
	for i := range c.Quotations {
		q := &c.Quotations[i]
		if q.Kind == quote.Indirect || c.Docs[q.Doc].Name != doc {
			continue
		}
		for _, s := range slices.Concat(q.Spans, q.Quoted) {
			if strings.Contains(s.Of(c.Docs[q.Doc].Text), words) {
				return q
			}
		}
	}
	return nil
}

func TestWhoIsWhoInADossier(t *testing.T) {
	c := load(t, 0, baths)
	named := func(name string) *model.Person {
		i := slices.IndexFunc(c.People, func(p model.Person) bool { return p.Name == name })
		if i < 0 {
			return nil
		}
		return &c.People[i]
	}
	for name, role := range map[string]string{
		"Meirion Price": "member for leisure", "Tom Okafor": "Friends of Tarn Baths", "Helen Vaughan": "irector of", "Sian Pritchard": "", "Anita Rhodes-Bevan": "",
	} {
		p := named(name)
		if p == nil {
			t.Errorf("%s is not among the people", name)
			continue
		}
		if role != "" && !slices.ContainsFunc(p.Roles, func(r model.Role) bool { return strings.Contains(strings.ToLower(r.Text), strings.ToLower(role)) }) {
			t.Errorf("%s: roles %v, want one with %q", name, p.Roles, role)
		}
	}
	for _, p := range c.People {
		if p.Name != "Helen Vaughan" && slices.ContainsFunc(p.Aliases, func(a string) bool { return strings.HasSuffix(a, "Vaughan") }) {
			t.Errorf("%s has the alias of Helen Vaughan: %v", p.Name, p.Aliases)
		}
	}
}

func TestWhatIsMeantByTheDatesOfADossier(t *testing.T) {
	c := load(t, 0, baths)
	cases := []struct{ name, doc, words, from, to string }{
		{"a byline date", "01_closure.txt", "Thursday 9 March 2023", "2023-03-09", "2023-03-09"},
		{"the date of a picture", "01_closure.txt", "June 2019", "2019-06-01", "2019-06-30"},
		{"a day to come", "01_closure.txt", "Friday 31 March", "2023-03-31", "2023-03-31"},
		{"a weekday gone by", "01_closure.txt", "Tuesday", "2023-03-07", "2023-03-07"},
		{"a plan with a clock time", "01_closure.txt", "Saturday 18 March at 11am", "2023-03-18T11:00", "2023-03-18T11:00"},
		{"a year in a quotation", "01_closure.txt", "2004", "2004-01-01", "2004-12-31"},
		{"the day of a release", "02_statement.md", "today", "2023-03-10", "2023-03-10"},
		{"a bare year", "02_statement.md", "1936", "1936-01-01", "1936-12-31"},
		{"a weekday in a letter", "03_letter.txt", "Saturday", "2023-03-18", "2023-03-18"},
		{"a day to come in a letter", "03_letter.txt", "Thursday 23 March", "2023-03-23", "2023-03-23"},
		{"a meeting with a clock time", "04_minutes.txt", "Thursday 23 March 2023 at 7pm", "2023-03-23T19:00", "2023-03-23T19:00"},
		{"a month gone by", "04_minutes.txt", "December 2022", "2022-12-01", "2022-12-31"},
		{"a day that minutes announce", "04_minutes.txt", "18 April", "2023-04-18", "2023-04-18"},
		{"a day long after", "07_reopening.txt", "Saturday 2 September 2023", "2023-09-02", "2023-09-02"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			for doc, d := range c.AllDates() {
				if doc.Name == tc.doc && strings.Contains(d.Span.Of(doc.Text), tc.words) {
					if d.From.String() != tc.from || d.To.String() != tc.to {
						t.Errorf("%s to %s (%s), want %s to %s", d.From, d.To, d.Basis, tc.from, tc.to)
					}
					return
				}
			}
			t.Errorf("no date holds %q", tc.words)
		})
	}
}

func TestTheChronologyOfADossier(t *testing.T) {
	c := load(t, 0, baths)
	cases := []struct {
		name, from string
		words      []string // some of which stand in the headline or its passages
		status     event.Status
	}{
		{"a decision", "2023-03-07", []string{"cabinet"}, event.Happened},
		{"a march that a letter tells of as done", "2023-03-18", []string{"march"}, event.Happened},
		{"a meeting with minutes", "2023-03-23", []string{"meeting"}, event.Happened},
		{"a day when the cabinet will look again", "2023-04-18", []string{"cabinet"}, event.Planned},
		{"the end of the fight", "2023-09-02", []string{"opened", "doors"}, event.Happened},
		{"a plan given up", "2023-10-01", []string{"demolition"}, event.Cancelled},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			for _, e := range c.Events {
				if e.Date.From.Day.String() != tc.from {
					continue
				}
				told := e.Headline
				for _, r := range e.Sources {
					told += " " + c.Words(r)
				}
				if !slices.ContainsFunc(tc.words, func(w string) bool { return strings.Contains(strings.ToLower(told), w) }) {
					continue
				}
				if e.Status != tc.status {
					t.Errorf("%q is %v, want %v", e.Headline, e.Status, tc.status)
				}
				return
			}
			t.Errorf("no event of %s tells of %v", tc.from, tc.words)
		})
	}
	for _, e := range c.Events {
		if strings.HasPrefix(e.Date.From.String(), "2019-06") {
			t.Errorf("the date of a picture became an event: %q", e.Headline)
		}
	}
}
