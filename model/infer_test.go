package model_test

import (
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/when"
)

// dated returns the date of a document that holds words.
func dated(t *testing.T, c *model.Corpus, doc, words string) *model.Date {
	t.Helper()
	for text, d := range c.AllDates() {
		if text.Name == doc && strings.Contains(d.Span.Of(text.Text), words) {
			return d
		}
	}
	t.Fatalf("no date %q in %s", words, doc)
	return nil
}

func TestAWeekdayWithADayFitsFewYears(t *testing.T) {
	alone := load(t, 0, folder(t, map[string]string{"a.txt": "The fair was opened by Mary Jones on Monday 16 May in the rain."}))
	d := dated(t, alone, "a.txt", "16 May")
	if d.From.Known() || d.Certain {
		t.Errorf("alone it is %s, certain %v; several years fit", d.From, d.Certain)
	}
	years := map[int]bool{}
	for _, c := range d.Candidates() {
		y, _, _ := c.From.Day.Civil()
		years[y] = true
		if c.From.Day.Weekday() != 1 {
			t.Errorf("candidate %s is a %s", c.From, c.From.Day.Weekday())
		}
	}
	if !years[2022] || !years[2016] || years[2023] {
		t.Errorf("candidates %v, want the years in which 16 May is a Monday", years)
	}
	bound := load(t, 0, folder(t, map[string]string{"a.txt": "The hall burnt down on 3 June 2019.\n\nThe fair was opened by Mary Jones on Monday 16 May in the rain."}))
	if d := dated(t, bound, "a.txt", "16 May"); d.From.String() != "2022-05-16" || !d.Certain {
		t.Errorf("after 2019 and before 2026 it is %s, certain %v (%s)", d.From, d.Certain, d.Basis)
	}
}

func TestOneDocumentDatesAnother(t *testing.T) {
	c := load(t, 0, folder(t, map[string]string{
		"a.txt": "The hall burnt down on 3 June 2019.\n\nThe Hexley Fair will be opened by Mary Jones on Monday 16 May at 3pm.",
		"b.txt": "Crowds came to the Hexley Fair, which Mary Jones opened on Monday 16 May at noon.",
		"c.txt": "The Hexley Fair will open on Monday at 3pm, the vicar of Hexley said.",
	}))
	for doc, words := range map[string]string{"a.txt": "16 May", "b.txt": "16 May", "c.txt": "Monday"} {
		if d := dated(t, c, doc, words); d.From.Day.String() != "2022-05-16" || d.Basis == "" || !d.Told {
			t.Errorf("%s: %s is %s (%s)", doc, words, d.From, d.Basis)
		}
	}
	if p := c.Docs[2].Published; !p.From.Known() || p.To.Day >= when.DayOf(2022, 5, 16) {
		t.Errorf("what announces the fair was published %s to %s", p.From, p.To)
	}
}

func TestTheHolderOfAPostDatesTheOneWhoFollows(t *testing.T) {
	c := load(t, 0, folder(t, map[string]string{
		"a.txt": "4 March 2021\n\nI am proud of what we did, and I thank you all.\n\nMary Jones\n\nCabinet Member for Housing Services",
		"b.txt": "Newly-appointed cabinet member for housing services Tom Field said: “I am glad to begin.” They will meet in June.",
	}))
	p := c.Docs[1].Published
	if p.From.String() != "2021-03-05" || p.To.Known() || p.Certain {
		t.Errorf("published %s to %s, certain %v (%s); want after 4 March 2021 and no end", p.From, p.To, p.Certain, p.Basis)
	}
	if d := dated(t, c, "b.txt", "June"); d.From.Known() && d.To.Known() {
		t.Errorf("June was guessed to be %s", d.From)
	}
}

func TestAPlanThatAnotherDocumentTellsOfAsDoneHasHappened(t *testing.T) {
	c := load(t, 0, folder(t, map[string]string{
		"a.txt": "1 May 2022\n\nA march to the Hexley town hall will be held on 14 May 2022 at noon.",
		"b.txt": "20 May 2022\n\nHundreds took part in the march to the Hexley town hall on 14 May 2022.",
	}))
	n := 0
	for _, e := range c.Events {
		if e.Date.From.Day == when.DayOf(2022, 5, 14) {
			n++
			if e.Status != 0 || len(e.Sources) != 2 {
				t.Errorf("%q is %v, told by %d passages; want happened and two", e.Headline, e.Status, len(e.Sources))
			}
		}
	}
	if n != 1 {
		t.Errorf("%d events on that day, want 1", n)
	}
}

func TestPeopleAreMergedOnlyForAReason(t *testing.T) {
	c := load(t, 0, folder(t, map[string]string{
		"a.txt": "“We are sorry for every repair that was late,” said Philip Jones, the director of housing services. Peter Lamb agreed.",
		"b.txt": "Mr Jones spoke first. Mr Lamb and Ann Lamb came later.",
		"c.txt": "“We are sorry for every repair that was late,” said Phillip Jones, the director of housing services.",
	}))
	names := map[string]model.Person{}
	for _, p := range c.People {
		names[p.Name] = p
	}
	if p, ok := names["Philip Jones"]; !ok || len(p.Merges) == 0 {
		t.Errorf("Mr Jones and Phillip Jones are not merged with Philip Jones, with a reason: %+v", names)
	}
	if _, ok := names["Ann Lamb"]; !ok {
		t.Error("Ann Lamb was merged with Peter Lamb")
	}
	if p := names["Philip Jones"]; p.Quotes != 1 {
		t.Errorf("the same words in two documents count %d times", p.Quotes)
	}
}
