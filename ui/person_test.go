package ui

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model/people"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/say"
)

// toPerson brings the cursor of the people pane to somebody.
func toPerson(t *testing.T, m *root, name string) {
	t.Helper()
	i := m.x.PersonNamed(people.Person, name)
	if i < 0 {
		t.Fatalf("nobody is called %s", name)
	}
	keys(m, "5")
	m.people.GoTo(i)
}

func TestThePageOfAPerson(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	toPerson(t, m, "Darryl Freeman")
	keys(m, "enter")
	if m.prefs.Focus != layout.Quotes || m.quotes.Count() != m.x.People[m.page.Person].Quotes {
		t.Fatalf("focus %v, %d quotations listed of %d", m.prefs.Focus, m.quotes.Count(), m.x.People[m.page.Person].Quotes)
	}
	last := -1 << 30
	for range m.quotes.Count() {
		q := m.quotes.Current()
		if !m.x.SaidBy(q, m.page.Person) {
			t.Errorf("%q is not the person’s", m.x.Said(q))
		}
		p := m.x.Docs[q.Doc].Published
		day := int(p.From.Day)
		if !p.From.Known() {
			day = int(p.To.Day)
		}
		if day < last {
			t.Errorf("%q stands after a later one", m.x.Said(q))
		}
		last = day
		keys(m, "j")
	}
	keys(m, "4")
	for range m.events.Count() {
		if !slices.Contains(m.events.Current().People, m.page.Person) {
			t.Errorf("%q does not tell of the person", m.events.Current().Headline)
		}
		keys(m, "j")
	}
	if n := m.documents.Count(); n != len(m.page.Docs) || n == 0 {
		t.Errorf("%d documents are listed", n)
	}
}

func TestTheFilterIsNamedAndTakenAway(t *testing.T) {
	for _, size := range [][2]int{{180, 50}, {110, 36}, {70, 24}, {30, 8}} {
		for _, gone := range []string{"esc", "F"} {
			m := screenOf(t, builtin, size[0], size[1])
			docs, said, events := m.documents.Count(), m.quotes.Count(), m.events.Count()
			toPerson(t, m, "Diana Toynbee")
			keys(m, "enter")
			for _, k := range []string{"1", "2", "3", "4", "5"} {
				keys(m, k)
				if top, _, _ := strings.Cut(plain(m), "\n"); !strings.Contains(top, "person: Diana Toynbee") {
					t.Errorf("%v: the filter is not named in pane %s: %q", size, k, top)
				}
			}
			keys(m, gone)
			if m.page != nil || m.documents.Count() != docs || m.quotes.Count() != said || m.events.Count() != events {
				t.Errorf("%v: %s leaves %d documents, %d quotations, %d events", size, gone, m.documents.Count(), m.quotes.Count(), m.events.Count())
			}
			if strings.Contains(plain(m), "person: Diana") {
				t.Errorf("%v: the filter is still named", size)
			}
		}
	}
}

func TestAnEmptyListNamesItsFilter(t *testing.T) {
	m := screenOf(t, builtin, 70, 24)
	for i := range m.x.People {
		if m.x.People[i].Quotes == 0 {
			m.narrow(i)
			break
		}
	}
	if want := "The filter “" + index.Chip(m.filter[0]); !strings.Contains(plain(m), want) {
		t.Errorf("%q is not on the screen:\n%s", want, plain(m))
	}
}

// A newer snapshot may number the people otherwise: the filter stays with its
// person, and goes when there is no such person any more.
func TestTheFilterStaysWithItsPerson(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	toPerson(t, m, "Paul Walker")
	keys(m, "enter")
	c := *m.x.Corpus
	c.People = slices.Clone(c.People)
	slices.Reverse(c.People)
	m.accept(arrival{index: index.New(&c)})
	if m.page == nil || m.x.People[m.page.Person].Name != "Paul Walker" {
		t.Fatalf("the page is %+v", m.page)
	}
	d := c
	d.People = nil
	m.accept(arrival{index: index.New(&d)})
	if m.page != nil {
		t.Error("the page of nobody is open")
	}
	m.View()
}

func TestQuotationsBySpeaker(t *testing.T) {
	m := screenOf(t, builtin, 160, 50)
	was := m.quotes.Count()
	keys(m, "3", "j", "j", "j")
	q := m.quotes.Current()
	keys(m, "o")
	if m.quotes.Current() != q || m.quotes.Count() != was {
		t.Error("the order takes the cursor from its quotation, or a quotation from the list")
	}
	keys(m, "g")
	var order []string
	for range was {
		s := say.Names(m.x.Corpus, m.quotes.Current())
		if n := len(order); n == 0 || order[n-1] != s {
			order = append(order, s)
		}
		keys(m, "j")
	}
	for i, s := range order {
		if slices.Contains(order[:i], s) {
			t.Errorf("%s is in two groups: %q", s, order)
		}
		if s == say.NoSpeaker && i != len(order)-1 {
			t.Errorf("those with no speaker are not the last group: %q", order)
		}
	}
	keys(m, "o", "g")
	if m.quotes.Current() != &m.x.Quotations[m.x.Spoken[0]] {
		t.Error("o again does not bring the order of the text back")
	}
}

func TestWhoIsMeantGoesThroughWhatIsInSight(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	m.show(3) // it speaks of Paul Walker as “he”
	m.focus(layout.Text)
	keys(m, "p")
	if m.sheet == nil {
		t.Fatal("p opens no sheet")
	}
	first := m.meaning.at
	seen := map[string]bool{}
	for range 50 {
		r := m.meaning.at
		if !m.text.InSight(r.Span) {
			t.Fatalf("%v is not in sight", r)
		}
		seen[m.x.Words(r)] = true
		if !strings.Contains(plain(m), "taken to mean") {
			t.Fatalf("the sheet is\n%s", plain(m))
		}
		keys(m, "p")
		if m.meaning.at == first {
			break
		}
	}
	if m.meaning.at != first || !seen["he"] && !seen["He"] {
		t.Errorf("p went through %v and ended at %v", seen, m.meaning.at)
	}
	keys(m, "esc")
	if m.sheet != nil {
		t.Error("esc leaves the sheet open")
	}
}

func TestTheSpeakerOfAQuotationIsAKeyAway(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "3", "j")
	q := m.quotes.Current()
	keys(m, "p")
	if m.page == nil || m.page.Person != m.x.Speaker(q, 0) {
		t.Errorf("the page is %+v", m.page)
	}
}

func TestTheSheetOfAPersonSaysWhatTheFilterLeaves(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	toPerson(t, m, "Paul Walker")
	keys(m, "w")
	if got := plain(m); strings.Contains(got, "filter leaves") {
		t.Errorf("nothing is filtered:\n%s", got)
	}
	keys(m, "esc")
	m.narrowTo(index.Filter{index.ByDocument{File: m.x.Docs[3].Name}})
	toPerson(t, m, "Paul Walker")
	keys(m, "w")
	got := strings.Join(strings.Fields(plain(m)), " ")
	for _, want := range []string{"said 5 quotations", "filter leaves 2 of 5 quotations, 1 of 3 documents"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not on the screen:\n%s", want, plain(m))
		}
	}
}
