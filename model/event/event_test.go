package event_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"onrecord/model/event"
)

func find(s string) (parsed, []event.Event) {
	p := parse(s)
	return p, event.Find(p.d, p.w, p.p)
}

func TestHeadlines(t *testing.T) {
	cases := []struct {
		name, in, headline string
		status             event.Status
	}{
		{"a main clause", "The council approved the plan on 3 May 2022.", "The council approved the plan", event.Happened},
		{"a date in front", "On 3 May 2022, the council approved the plan.", "The council approved the plan", event.Happened},
		{"a date in front without a comma", "In March 2021 the council approved the plan.", "The council approved the plan", event.Happened},
		{"a word that only leads on", "However, the council approved the plan on 3 May 2022.", "The council approved the plan", event.Happened},
		{"an apposition", "Mary Jones, the director, resigned on 3 May 2022.", "Mary Jones resigned", event.Happened},
		{"age and place between commas", "Tom Field, 43, of Corrie, was arrested on 3 May 2022.", "Tom Field was arrested", event.Happened},
		{"a clause about the subject", "Mary Jones, who chairs the board, signed the letter on 3 May 2022.", "Mary Jones signed the letter", event.Happened},
		{"a clause about the subject without commas", "Parents who have lost their homes held a vigil on 3 May 2022.", "Parents held a vigil", event.Happened},
		{"a trailing clause", "The bridge was closed on 3 May 2022 because the river had risen.", "The bridge was closed", event.Happened},
		{"a second verb with its own words", "The bridge was closed on 3 May 2022 and opened again in June.", "The bridge was closed", event.Happened},
		{"the clause that a verb of saying leads to", "Ann Lee said the bridge was closed on 3 May 2022.", "The bridge was closed", event.Happened},
		{"a claim keeps the words that say whose it is", "Ann Lee claimed that the firm sold the mill on 3 May 2022.", "Ann Lee claimed that the firm sold the mill", event.Happened},
		{"what it was that was agreed", "It was agreed that the panel would meet again on 3 May 2022.", "The panel would meet again", event.Planned},
		{"a participle that describes a noun", "The man arrested on Tuesday was named as Tom Field on 3 May 2022.", "The man arrested was named as Tom Field", event.Happened},
		{"shot and killed", "Police shot and killed a man in Corrie on 3 May 2022.", "Police shot and killed a man in Corrie", event.Happened},
		{"a particle stays with its verb", "Tom Field stood down as chairman on 3 May 2022.", "Tom Field stood down as chairman", event.Happened},
		{"a deadline stays", "All fees will be paid back by the end of April 2022.", "All fees will be paid back by the end of April 2022", event.Planned},
		{"announced", "The meeting will be held in the hall on 3 May 2022.", "The meeting will be held in the hall", event.Planned},
		{"takes place", "A public meeting takes place on Saturday 3 June 2023.", "A public meeting takes place", event.Planned},
		{"a happening and no more than its date", "The next meeting will be on Friday 9 June 2023.", "The next meeting", event.Planned},
		{"brackets before the verb", "The planning application (ref. 12/0432) was refused on 3 May 2022.", "The planning application was refused", event.Happened},
		{"a date of two days", "Ann Lee spoke. Her case was heard on 12 and 13 May 2022 in Corrie.", "[Ann Lee]’s case was heard in Corrie", event.Happened},
		{"set to", "A march is set to take place on Saturday.", "A march is set to take place", event.Planned},
		{"due to", "The mill is due to open on 3 May 2029.", "The mill is due to open", event.Planned},
		{"cancelled", "The march on 3 May 2022 was cancelled after rain.", "The march was cancelled", event.Cancelled},
		{"called off after it was planned", "The march that was planned for May 2022 has been cancelled, the group said.", "The march has been cancelled", event.Cancelled},
		{"a noun that following leads to", "Following a visit to the school on 3 May 2022, parents spoke.", "A visit to the school", event.Happened},
		{"a body with and in its name", "The Health and Safety Executive, which opened an inquiry on 3 May 2022, said so.", "The Health and Safety Executive opened an inquiry", event.Happened},
		{"a numbered paragraph", "3.1 At 02:40 on 3 May 2022 the officer noticed smoke from the store.", "The officer noticed smoke from the store", event.Happened},
		{"a date that is the letter's", "The letter of 11 June 2021 was received on 13 June 2021 by the clerk.", "The letter of 11 June 2021 was received by the clerk", event.Happened},
		{"plans that are no verb", "Plans for ninety homes were thrown out by councillors on Tuesday night.", "Plans for ninety homes were thrown out by councillors", event.Happened},
		{"a vote with its figures", "The hall was full. Members voted by five to four on 3 May 2022 to refuse permission.", "Members voted by five to four to refuse permission", event.Happened},
		{"a name between commas for a role", "The new manager, Joan Pike, took up her post on 3 May 2022.", "Joan Pike took up her post", event.Happened},
		{"a second verb with a date of its own", "The home stopped taking guests in May 2022 and expects to open again on 3 June 2022.", "The home expects to open again", event.Planned},
		{"the meeting that minutes are of", "Minutes of the yearly meeting held in the hall on 3 May 2022", "The yearly meeting held in the hall", event.Happened},
		{"a noun with a participle", "Following the film broadcast on Monday 16 May 2022.", "The film broadcast", event.Happened},
		{"a clause about the noun before it", "Mary Jones, who joined the board in 2019, spoke.", "Mary Jones joined the board", event.Happened},
		{"a pronoun is named in brackets", "Mary Jones spoke. She joined the board in 2019.", "[Mary Jones] joined the board", event.Happened},
		{"a possessive pronoun is named", "Mary Jones spoke. Her father died in 2019.", "[Mary Jones]’s father died", event.Happened},
		{"an account that goes on about one person", "Mary Jones spoke. She was tired. She had walked far. She joined the board in 2019.", "[Mary Jones] joined the board", event.Happened},
		{"a programme that is called as a day is", "Mary Jones told the “Today” show on 3 May 2022 that the fair was lost.", "Mary Jones told the “Today” show that the fair was lost", event.Happened},
		{"a noun that ends as a participle", "On 3 May 2022 Mary Jones called for increased harbour spending and an end to the automatic series of budget cuts known as the squeeze.", "Mary Jones called for increased harbour spending", event.Happened},
		{"an adverb without which it were untrue", "Mary Jones nearly drowned on 3 May 2022.", "Mary Jones nearly drowned", event.Happened},
		{"an adverb that denies", "Mary Jones never left the house on 3 May 2022.", "Mary Jones never left the house", event.Happened},
		{"an adverb that doubts", "Mary Jones allegedly left the house on 3 May 2022.", "Mary Jones allegedly left the house", event.Happened},
		{"a day and what it is the day of", "Mary Jones left the house on the day of the storm, 3 May 2022.", "Mary Jones left the house on the day of the storm", event.Happened},
		{"a range of days", "The council met the owners from Monday to Friday in Corrie on 3 May 2022.", "The council met the owners from Monday to Friday in Corrie", event.Happened},
		{"last year's judgment with what it did", "We must mend the faults exposed by last year’s judgment at once.", "The faults exposed by [the] judgment", event.Happened},
		{"marks stay in pairs", "The director called it ‘a mess’ and left the firm on 3 May 2022.", "The director left the firm", event.Happened},
		{"the start of what goes on", "We are two years into our plan to mend the roads.", "[Start of the] plan to mend the roads", event.Happened},
		{"news without a time beside a clause that has one", "An inquest has been opened into the death of Mary Jones, 84, who died at the home on 3 May 2022.", "An inquest has been opened into the death of Mary Jones", event.Happened},
		{"news without a time", "The council has approved a plan to close the library in Corrie.", "The council has approved a plan to close the library in Corrie", event.Happened},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, all := find(tc.in)
			i := slices.IndexFunc(all, func(e event.Event) bool { return e.Headline == tc.headline })
			if i < 0 {
				var got []string
				for _, e := range all {
					got = append(got, e.Headline)
				}
				t.Fatalf("%q, want %q", got, tc.headline)
			}
			if all[i].Status != tc.status {
				t.Errorf("%v, want %v", all[i].Status, tc.status)
			}
		})
	}
}

func TestWhatIsNoEvent(t *testing.T) {
	for name, in := range map[string]string{
		"the date of a picture":                    "Image: Google Maps, captured June 2019",
		"a duration":                               "The work took three years.",
		"a date that stands alone":                 "3 May 2022",
		"what the page asks you":                   "You can read the report of 3 May 2022 here.",
		"a time that nothing is told of":           "Open Monday to Friday",
		"a question":                               "Who closed the library on 3 May 2022?",
		"what may be":                              "The council may close the library on 3 May 2022.",
		"what would be":                            "If it rained, the fair would close on 3 May 2022.",
		"a state":                                  "The library was full on 3 May 2022.",
		"what somebody thinks":                     "Residents know the library well since 3 May 2022.",
		"what was too bad":                         "The gates were too badly damaged on 3 May 2022 to hold.",
		"a condition turned round":                 "Had the guard locked the gate on 3 May 2022, nobody would have drowned.",
		"a condition with even":                    "Even had Tom Lee resigned on 3 May 2022, nobody would have known.",
		"what would have been":                     "Tom Lee would have drowned on 3 May 2022 without the boat.",
		"what is supposed":                         "Suppose the firm paid the owner on 3 May 2022.",
		"what no evidence shows":                   "There was no evidence that the mayor met the owner on 3 May 2022.",
		"a rumour":                                 "Police dismissed rumours that the singer died on 3 May 2022.",
		"what is not true":                         "It is not true that the school closed on 3 May 2022.",
		"what somebody does not believe":           "They do not believe that the driver left on 3 May 2022.",
		"what is alleged":                          "It is alleged that Tom Lee left on 3 May 2022.",
		"what had been expected":                   "Tom Lee had been expected to resign on 3 May 2022.",
		"a pronoun that means nobody":              "It was on 3 May 2022.",
		"that somebody spoke":                      "“We are open,” Ann Lee said on 3 May 2022.",
		"an account that may have come to another": "Tom Lee spoke. He was tired. His brother Paul Reed was late. He had no car. He joined the board in 2019.",
		"an account that was broken off":           "Tom Lee spoke. The hall was full. Nobody left. He joined the board in 2019.",
		"the end of something":                     "The library is closed until 3 May 2022.",
		"the last of a record":                     "The rent was raised to the highest since 3 May 2022.",
		"a year in a name":                         "Three members voted against the Fair Rents Act of 2015.",
		"a row of a table":                         "Corrie 2 Dunmere 1 3 May 2022 Eskford 0 Glenrow 4",
		"the page speaks of itself":                "Page last updated at 10:20 on 3 May 2022.",
		"a noun with nothing to tell whose":        "We spoke about last year’s visit.",
		"another noun that a place leads to":       "There was a fire and another in Corrie that killed a horse on 3 May 2022.",
	} {
		t.Run(name, func(t *testing.T) {
			if _, all := find(in); len(all) != 0 {
				t.Errorf("%q became an event", all[0].Headline)
			}
		})
	}
}

// A date in a sentence may be of something else than that tells.
func TestADateOfSomethingElse(t *testing.T) {
	for name, in := range map[string]string{
		"what is due":               "Senior notes due 3 May 2022 were priced at par.",
		"what is compared":          "The mill earned £24 million, compared with a loss of £3 million in 2015.",
		"what a sum is up from":     "The rent rose to £24, up from £3 in 2015.",
		"what a name dates back to": "The library lost a name dating back to 2015.",
	} {
		t.Run(name, func(t *testing.T) {
			_, all := find(in)
			for _, e := range all {
				if len(e.Expressions) > 0 {
					t.Errorf("%q dates %q", in, e.Headline)
				}
			}
		})
	}
	if _, all := find("The report is due to be published on 3 May 2029."); len(all) != 1 || len(all[0].Expressions) != 1 {
		t.Errorf("%+v, want one event with its date", all)
	}
}

func TestWhatWeSayIsSpoken(t *testing.T) {
	_, all := find("“We opened the new school on 3 May 2022,” said Mary Jones.")
	if len(all) != 1 || !all[0].Spoken || !all[0].Deed {
		t.Fatalf("%+v, want one spoken deed", all)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Following the visit on 3 May, who met in 2019.", "since 2019", "last year’s", "(3 May) which 2020 that", "Statements from A\n\nMay 17", "has now been",
		"Mary Jones, 43, of Corrie, was ‘named’ on 3 May 2022. She left “in” 2019.", "“I apologise to all,” we are one year into our plan.",
		"The council, which met on Monday, and the board, said it would close the hall by the end of May 2020 (3 June).",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		p, all := find(in)
		if again := event.Find(p.d, p.w, p.p); !reflect.DeepEqual(all, again) {
			t.Fatalf("two readings of %q differ", in)
		}
		for _, e := range all {
			line := e.Headline
			if line == "" || strings.ContainsAny(line, "\n\r\t") || !utf8.ValidString(line) {
				t.Fatalf("headline %q of %q", line, p.d.Text)
			}
			if !e.Span.Contains(e.Clause) || e.Clause.Len() == 0 || !utf8.ValidString(e.Span.Of(p.d.Text)) || !utf8.ValidString(e.Clause.Of(p.d.Text)) {
				t.Fatalf("spans %v %v of %q", e.Span, e.Clause, p.d.Text)
			}
			for _, x := range e.Expressions {
				if x < 0 || int(x) >= len(p.w.Expressions) {
					t.Fatalf("expression %d of %d", x, len(p.w.Expressions))
				}
			}
			for _, w := range strange(line, p.d.Text) {
				t.Fatalf("%q of the headline %q does not stand in %q", w, line, p.d.Text)
			}
		}
	})
}

// strange returns the words of a headline that the document does not have, other
// than those in brackets and the first, which may have got a capital.
func strange(line, doc string) []string {
	var out []string
	depth := 0
	for n, w := range strings.Fields(line) {
		depth += strings.Count(w, "[")
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			first, size := utf8.DecodeRuneInString(part)
			if depth == 0 && n > 0 && !strings.Contains(doc, part) && !strings.Contains(doc, string(unicode.ToUpper(first))+part[size:]) {
				out = append(out, part)
			}
		}
		depth -= strings.Count(w, "]")
	}
	return out
}

// A list of dates that the document holds already is a chronology: each of its
// lines is a happening, with a verb or without one.
func TestAListOfDates(t *testing.T) {
	_, all := find("What was done\n\n3 May 2021 – Complaint received from Mrs Hale.\n\n4 May 2021: Officer assigned.\n\n1 July 2021 - The council refused to hand over the files, and Mrs Hale went to court.\n\nJanuary 2022: Hearing cancelled.\n")
	want := []struct {
		headline string
		status   event.Status
	}{
		{"Complaint received from Mrs Hale", event.Happened},
		{"Officer assigned", event.Happened},
		{"The council refused to hand over the files", event.Happened},
		{"Hearing cancelled", event.Cancelled},
	}
	if len(all) != len(want) {
		t.Fatalf("%d events, want %d: %+v", len(all), len(want), all)
	}
	for i, w := range want {
		if all[i].Headline != w.headline || all[i].Status != w.status || len(all[i].Expressions) != 1 {
			t.Errorf("%q %v, want %q %v", all[i].Headline, all[i].Status, w.headline, w.status)
		}
	}
}

func TestADatelineIsNoListOfDates(t *testing.T) {
	_, all := find("3 May 2021 – The rain fell all day and the wind blew.")
	for _, e := range all {
		if !strings.Contains(e.Headline, "rain") {
			t.Errorf("%q", e.Headline)
		}
	}
}
