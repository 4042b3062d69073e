package quote_test

import (
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
)

func find(s string) (*text.Doc, []quote.Quotation) {
	d := text.Parse(text.Safe(s))
	return d, quote.Find(d, people.Find(d))
}

// said puts a quotation in one line: kind, speakers, words.
func said(d *text.Doc, q *quote.Quotation) string {
	var names, words []string
	for _, s := range q.Speakers {
		names = append(names, s.Name)
	}
	spans := q.Spans
	if q.Kind == quote.Mixed {
		spans = q.Quoted
	}
	for _, s := range spans {
		words = append(words, s.Of(d.Text))
	}
	return q.Kind.String() + " | " + strings.Join(names, " & ") + " | " + strings.Join(words, " / ")
}

func TestQuotations(t *testing.T) {
	cases := []struct {
		name, in string
		want     []string
	}{
		{"the cue behind", "“We will rebuild,” said Mary Jones.", []string{"direct | Mary Jones | We will rebuild,"}},
		{"the cue before", "Mary Jones said: “We will rebuild it all.”", []string{"direct | Mary Jones | We will rebuild it all."}},
		{"straight marks", "\"We will rebuild,\" Mary Jones said on Friday.", []string{"direct | Mary Jones | We will rebuild,"}},
		{"interrupted by the cue", "“We will rebuild,” she told reporters. “It will take years.”", []string{"direct | she | We will rebuild, / It will take years."}},
		{"British single marks with apostrophes", "Mary Jones said: ‘It’s the council’s fault and we can’t wait.’", []string{"direct | Mary Jones | It’s the council’s fault and we can’t wait."}},
		{"a plural possessive inside single marks", "Mary Jones said: ‘The families’ homes were lost in the flood.’", []string{"direct | Mary Jones | The families’ homes were lost in the flood."}},
		{"a fragment of the reporter's sentence", "Mary Jones said the plan was “a waste of public money”.", []string{"mixed | Mary Jones | a waste of public money"}},
		{"called it", "Mary Jones called the plan “a shambles”.", []string{"mixed | Mary Jones | a shambles"}},
		{"a name in marks is no quotation", "The group ‘Save Our Pool’ met at noon.", nil},
		{"a scare quote is no quotation", "The “experts” left early and went home by bus.", nil},
		{"several paragraphs under a colon, never closed", "Mary Jones said:\n\n“We began in May.\n\n“We will end in June.", []string{"direct | Mary Jones | We began in May. / We will end in June."}},
		{"a role before the name", "“It is done,” said finance director Mary Jones.", []string{"direct | Mary Jones | It is done,"}},
		{"an apposition between name and verb", "“It is done,” Mary Jones, the finance director, said.", []string{"direct | Mary Jones | It is done,"}},
		{"told somebody", "“It is done,” Mary Jones told the BBC.", []string{"direct | Mary Jones | It is done,"}},
		{"a spokesperson for a body", "A spokesperson for Hexley Council said: “We are looking into it.”", []string{"direct | Hexley Council | We are looking into it."}},
		{"two speakers", "Mary Jones, the chair, and Tom Field, the clerk, said: “We are sorry.”", []string{"direct | Mary Jones & Tom Field | We are sorry."}},
		{"a last name after the full name", "Mary Jones came late.\n\n“I missed the bus,” Jones said.", []string{"direct | Mary Jones | I missed the bus,"}},
		{"nobody named", "The walls were painted white.\n\n“Nobody knows who did it or why it was done.”", []string{"direct |  | Nobody knows who did it or why it was done."}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, all := find(tc.in)
			var got []string
			for i := range all {
				if all[i].Kind != quote.Indirect {
					got = append(got, said(d, &all[i]))
				}
			}
			if strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestStatements(t *testing.T) {
	body := "I am sorry for what has happened, and I will put it right.\n\nWe have begun to look at every file that we hold.\n\n"
	cases := []struct{ name, signature string }{
		{"name with a comma over the role", "Mary Jones,\n\nChief Executive"},
		{"title and name over role and body", "Cllr Mary Jones\n\nLeader, Hexley Council"},
		{"name, dash and role", "Mary Jones- Chief Executive, Hexley Council"},
		{"a letter's close", "Yours sincerely,\n\nMary Jones"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, all := find(body + tc.signature)
			if len(all) != 1 || all[0].Kind != quote.Statement || len(all[0].Spans) != 2 {
				t.Fatalf("got %d quotations, want a statement of two paragraphs", len(all))
			}
			if s := all[0].Speakers; len(s) != 1 || s[0].Name != "Mary Jones" || s[0].Mention.Of(d.Text) == "" {
				t.Errorf("speakers %+v, want Mary Jones", s)
			}
		})
	}
}

func TestReportedSpeech(t *testing.T) {
	d, all := find("Mary Jones said that the work would be finished before the end of the year.")
	if len(all) != 1 || all[0].Kind != quote.Indirect || all[0].Spans[0].Of(d.Text) != "the work would be finished before the end of the year" {
		t.Errorf("got %+v", all)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"“A,” he said. “B.”", "'It's', she said", "\"\"\"\" “”’‘", "NAME: yes\n\nOTHER: no", "Mary Jones said: “a “b “c", "x said:\n\n“one\n\n“two", "Dear Ann,\n\nI am.\n\nYours,\n\nTom Bell\nClerk",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, all := find(in)
		if _, again := find(in); !reflect.DeepEqual(all, again) {
			t.Fatal("the same text gives other quotations")
		}
		last, direct := 0, 0
		for i := range all {
			q := &all[i]
			if len(q.Spans) == 0 {
				t.Fatal("a quotation without words")
			}
			end := -1
			for _, s := range q.Spans {
				if int(s.Start) < end || s.Empty() || int(s.End) > len(d.Text) || !utf8.ValidString(s.Of(d.Text)) {
					t.Fatalf("span %v of %q", s, d.Text)
				}
				end = int(s.End)
			}
			if int(q.Spans[0].Start) < last {
				t.Fatal("quotations out of order")
			}
			last = int(q.Spans[0].Start)
			if q.Kind == quote.Direct {
				if int(q.Spans[0].Start) < direct {
					t.Fatalf("direct quotations overlap at %d of %q", q.Spans[0].Start, d.Text)
				}
				direct = int(q.Spans[len(q.Spans)-1].End)
			}
			for _, s := range q.Speakers {
				if int(s.Mention.End) > len(d.Text) || s.Mention.Start < 0 || !utf8.ValidString(s.Mention.Of(d.Text)) {
					t.Fatalf("mention %v", s.Mention)
				}
			}
		}
	})
}

// BenchmarkFind measures people and quotations together on ordinary news text,
// its parsing apart.
func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("Mary Jones, the finance director, said the plan was “a waste of public money” on Tuesday.\n\n“We looked at every option,” she told the meeting. “There is not one that works.”\n\nThe council’s cabinet will meet again in May, and Tom Field said that he would be there.\n\nThe works on the road by the old station began in March and took eleven weeks, four more than planned, because a drain that no map shows had to be moved twice.\n\n", 30)
	d := text.Parse(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		quote.Find(d, people.Find(d))
	}
}

// Ten thousand marks that never close, and a long paragraph, must cost no more
// than their length: four times the text, about four times the work.
func TestHostileTextIsReadInLinearTime(t *testing.T) {
	for name, unit := range map[string]string{"unclosed double marks": "“a ", "unclosed single marks": "‘a ", "straight marks": "'a \"b ", "verbs": "said that he said ", "names": "Mary Jones and "} {
		t.Run(name, func(t *testing.T) {
			small := testing.AllocsPerRun(1, func() { find(strings.Repeat(unit, 2000)) })
			large := testing.AllocsPerRun(1, func() { find(strings.Repeat(unit, 8000)) })
			if large > 8*small+200 {
				t.Errorf("%.0f allocations for four times the text of %.0f", large, small)
			}
		})
	}
}
