package model_test

import "testing"

// The dossier testdata/weir was written for this test: a notice, a diary, a letter,
// an appeal, a report and a newsletter about one weir. Only the report says its
// year; the days of the others can be found together and not alone.

const weir = "testdata/weir"

func TestDatesThatOnlyTheWholeDossierGives(t *testing.T) {
	c := load(t, 0, weir)
	cases := []struct {
		name, doc, words, from, to string
		certain                    bool
	}{
		{"an inquiry that the report dates in full", "01_notice.txt", "Thursday 12 June at 6.30pm", "2014-06-12T18:30", "2014-06-12T18:30", true},
		{"a day beside it", "01_notice.txt", "3 June", "2014-06-03", "2014-06-03", false},
		{"last night, by a few names: nothing", "02_diary.txt", "last night", "", "", false},
		{"a day to come, of the same week", "02_diary.txt", "Saturday", "", "", false},
		{"the head of a letter, by what it tells of", "03_letter.txt", "Friday 20 June", "2014-06-20", "2014-06-20", true},
		{"a weekday under that head", "03_letter.txt", "Tuesday", "2014-06-24", "2014-06-24", true},
		{"a weekday, by the names and the hour", "04_appeal.txt", "Thursday at 6.30pm", "2014-06-12T18:30", "2014-06-12T18:30", true},
		{"a day of the year before its report", "05_report.txt", "24 June", "2014-06-24", "2014-06-24", true},
		{"a weekday of the year of its report", "05_report.txt", "Monday 2 March", "2015-03-02", "2015-03-02", true},
		{"a month of which nothing gives the year", "06_newsletter.txt", "October", "", "", false},
		{"another", "06_newsletter.txt", "March", "", "", false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d := dated(t, c, tc.doc, tc.words)
			if d.From.String() != tc.from || d.To.String() != tc.to || d.Certain != tc.certain || d.Basis == "" {
				t.Errorf("%s to %s, certain %v (%s); want %s to %s, %v", d.From, d.To, d.Certain, d.Basis, tc.from, tc.to, tc.certain)
			}
			if !d.Told {
				t.Error("nothing is given as evidence")
			}
		})
	}
	if d := dated(t, c, "06_newsletter.txt", "October"); len(d.Candidates()) < 12 || d.Candidates()[0].From.Day.String() > "2015-10-01" {
		t.Errorf("candidates %v", d.Candidates())
	}
}

func TestPublicationsThatOnlyTheWholeDossierGives(t *testing.T) {
	c := load(t, 0, weir)
	for _, tc := range []struct {
		name, doc, from, to string
		certain             bool
	}{
		{"between an inspection and what is announced", "01_notice.txt", "2013-10-08", "2014-06-12", false},
		{"a diary of last night, by a few names: nothing", "02_diary.txt", "", "", false},
		{"its head", "03_letter.txt", "2014-06-20", "2014-06-20", true},
		{"the week before", "04_appeal.txt", "2014-06-05", "2014-06-11", true},
		{"its line", "05_report.txt", "2015-05-20", "2015-05-20", true},
		{"after the former holder of a post", "06_newsletter.txt", "2014-06-21", "", false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			for _, d := range c.Docs {
				if d.Name != tc.doc {
					continue
				}
				p := d.Published
				if p.From.String() != tc.from || p.To.String() != tc.to || p.Certain != tc.certain || p.Basis == "" {
					t.Errorf("%s to %s, certain %v (%s); want %s to %s, %v", p.From, p.To, p.Certain, p.Basis, tc.from, tc.to, tc.certain)
				}
			}
		})
	}
}

// Every link of a chain leads to a passage of the dossier, or to none.
func TestTheEvidenceOfADossierStandsInIt(t *testing.T) {
	for _, at := range []string{weir, baths} {
		c := load(t, 0, at)
		for doc, d := range c.AllDates() {
			for _, r := range d.Evidence {
				if r.Say == "" || int(r.Ref.Doc) >= len(c.Docs) || int(r.Ref.Span.End) > len(c.Docs[r.Ref.Doc].Text) {
					t.Errorf("%s: link %+v", doc.Name, r)
				}
			}
		}
	}
}
