package infer_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/model/event"
	"onrecord/model/infer"
	"onrecord/model/text"
	"onrecord/model/when"
)

// paper is a document of a test: when it was published, or "", and what it says.
type paper struct{ published, says string }

// stage reads papers as a corpus.
func stage(papers []paper) []infer.Document {
	docs := make([]doc, len(papers))
	for i, p := range papers {
		docs[i] = doc{name: fmt.Sprintf("%02d.txt", i), text: p.says}
		if p.published != "" {
			t, err := time.Parse(time.DateOnly, p.published)
			if err != nil {
				panic(err)
			}
			docs[i].given = when.DayOf(t.Date())
		}
	}
	return read(docs...)
}

func chronology(papers ...paper) []infer.Happening {
	docs := stage(papers)
	_, of := infer.People(docs)
	return infer.Events(docs, dates(docs), of, today)
}

// told says a line in a few words: date, status, headline, how many passages.
func told(h infer.Happening) string {
	return fmt.Sprintf("%s..%s %v %s ×%d", h.Date.From, h.Date.To, h.Status, h.Headline, len(h.Sources))
}

func TestOneHappeningIsOneLine(t *testing.T) {
	cases := []struct {
		name   string
		papers []paper
		want   []string
	}{
		{
			"the same words in two documents",
			[]paper{{"2022-05-04", "The council opened the bridge on 3 May 2022."}, {"2022-05-05", "The council opened the bridge on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened The council opened the bridge ×2"},
		},
		{
			"other words for one day",
			[]paper{{"2022-05-04", "Dunmere Council opened the Weir Bridge on 3 May 2022."}, {"2022-05-06", "The Weir Bridge was opened on Tuesday by Dunmere Council."}},
			[]string{"2022-05-03..2022-05-03 happened Dunmere Council opened the Weir Bridge ×2"},
		},
		{
			"what has happened did so before it is told",
			[]paper{{"2022-05-04", "The plan was made to halve the costs by 2030. The council opened the bridge on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened The council opened the bridge ×1"},
		},
		{
			"other sums are of other happenings",
			[]paper{{"2022-05-04", "The company earned $17.3 million in April 2022."}, {"2022-05-05", "The company earned $20.6 million in April 2022."}},
			[]string{"2022-04-01..2022-04-30 happened The company earned $17.3 million ×1", "2022-04-01..2022-04-30 happened The company earned $20.6 million ×1"},
		},
		{
			"shares that are the same",
			[]paper{{"2022-05-04", "Dunmere Council cut its rates by 5 per cent on 3 May 2022."}, {"2022-05-05", "Dunmere Council cut its rates by 5% on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened Dunmere Council cut its rates by 5 per cent ×2"},
		},
		{
			"a sum that is rounded is the same",
			[]paper{{"2022-05-04", "Dunmere Council approved £11.49m of funding on 3 May 2022."}, {"2022-05-05", "Dunmere Council approved £11.5 million of funding on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened Dunmere Council approved £11.49m of funding ×2"},
		},
		{
			"two happenings of one day",
			[]paper{{"2022-05-04", "The council opened the bridge on 3 May 2022. A fire destroyed the mill on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened The council opened the bridge ×1", "2022-05-03..2022-05-03 happened A fire destroyed the mill ×1"},
		},
		{
			"a plan that another tells of as done",
			[]paper{{"2022-05-01", "The Weir Bridge will be opened on 3 May 2022 at 10am."}, {"2022-05-04", "The Weir Bridge was opened on 3 May 2022."}},
			[]string{"2022-05-03T10:00..2022-05-03T10:00 happened The Weir Bridge was opened ×2"},
		},
		{
			"a plan that somebody was at",
			[]paper{{"2022-05-01", "A meeting for tenants will be held in Dunmere on 3 May 2022."}, {"2022-05-06", "“We held a meeting for tenants in Dunmere on 3 May 2022,” said Mary Jones."}},
			[]string{"2022-05-03..2022-05-03 happened A meeting for tenants ×2"},
		},
		{
			"a plan that another tells of as given up",
			[]paper{{"2022-05-01", "The Eskford march will be held on 3 May 2022."}, {"2022-05-02", "The Eskford march planned for 3 May 2022 has been cancelled."}},
			[]string{"2022-05-03..2022-05-03 cancelled The Eskford march has been cancelled ×2"},
		},
		{
			"a month that holds the day",
			[]paper{{"2022-06-04", "The Weir Bridge was opened in May 2022."}, {"2022-06-06", "The Weir Bridge was opened on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened The Weir Bridge was opened ×2"},
		},
		{
			"news without a time of what another dates",
			[]paper{{"2022-05-04", "Dunmere Council has approved a new bridge over the weir."}, {"2022-05-05", "Dunmere Council approved a new bridge over the weir on 3 May 2022."}},
			[]string{"2022-05-03..2022-05-03 happened Dunmere Council approved a new bridge over the weir ×2"},
		},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, h := range chronology(tc.papers...) {
				got = append(got, told(h))
			}
			if !slices.Equal(got, tc.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
			}
		})
	}
}

func TestWhatContradictsStandsBeside(t *testing.T) {
	all := chronology(
		paper{"2022-05-09", "Dunmere Council opened the Weir Bridge on Tuesday 3 May 2022."},
		paper{"2022-05-10", "Dunmere Council opened the Weir Bridge on Wednesday 4 May 2022."},
		paper{"2022-05-11", "Dunmere Council opened the Weir Bridge on Tuesday 3 May 2022."},
	)
	if len(all) != 1 || len(all[0].Versions) != 1 {
		t.Fatalf("%d lines, want one with one version: %+v", len(all), all)
	}
	h, v := all[0], all[0].Versions[0]
	if h.Date.From.String() != "2022-05-03" || v.Date.From.String() != "2022-05-04" || v.Says != "on Wednesday 4 May 2022" || len(v.Sources) != 1 || v.Sources[0].Doc != 1 {
		t.Errorf("%s beside %s, %q of %v", h.Date.From, v.Date.From, v.Says, v.Sources)
	}
	if len(h.Sources) != 3 {
		t.Errorf("%d passages, want 3", len(h.Sources))
	}
}

func TestHeldAndCalledOffAreVersions(t *testing.T) {
	all := chronology(
		paper{"2022-05-02", "The Eskford Fair was cancelled on 1 May 2022."},
		paper{"2022-05-09", "The Eskford Fair was held on 1 May 2022."},
	)
	if len(all) != 1 || all[0].Status != event.Happened || len(all[0].Versions) != 1 || all[0].Versions[0].Status != event.Cancelled {
		t.Fatalf("%+v, want one line that happened, with a cancelled version", all)
	}
}

func TestWhoDidItToWhomTellsHappeningsApart(t *testing.T) {
	cases := []struct {
		name, a, b string
		lines      int
	}{
		{"the other way round", "Ann Baines sued Tom Ashe over the Weir Bridge on 3 May 2022.", "Tom Ashe sued Ann Baines over the Weir Bridge on 3 May 2022.", 2},
		{"the same", "Ann Baines sued Tom Ashe over the Weir Bridge on 3 May 2022.", "Ann Baines sued Tom Ashe over the old Weir Bridge on 3 May 2022.", 1},
		{"in the passive", "Ann Baines sued Tom Ashe over the Weir Bridge on 3 May 2022.", "Tom Ashe was sued by Ann Baines over the Weir Bridge on 3 May 2022.", 1},
		{"both together", "Ann Baines and Tom Ashe opened the Weir Bridge on 3 May 2022.", "Tom Ashe and Ann Baines opened the Weir Bridge on 3 May 2022.", 1},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if all := chronology(paper{"2022-05-04", tc.a}, paper{"2022-05-05", tc.b}); len(all) != tc.lines {
				t.Errorf("%d lines, want %d: %+v", len(all), tc.lines, all)
			}
		})
	}
}

func TestWhatIsDeniedIsNoOtherTellingOfIt(t *testing.T) {
	all := chronology(
		paper{"2022-05-04", "The mayor of Dunmere attended the opening of the Weir Bridge on 3 May 2022."},
		paper{"2022-05-05", "The mayor of Dunmere did not attend the opening of the Weir Bridge on 3 May 2022."},
		paper{"2022-05-06", "The mayor of Dunmere never attended the opening of the Weir Bridge on 3 May 2022."},
	)
	for _, h := range all {
		denied := strings.Contains(h.Headline, "not") || strings.Contains(h.Headline, "never")
		for _, s := range h.Sources {
			if (s.Doc > 0) != denied {
				t.Errorf("%q rests on document %d", h.Headline, s.Doc)
			}
		}
	}
	if len(all) < 2 {
		t.Errorf("%d lines, want one of each", len(all))
	}
}

func TestDifferentDaysOfWhatIsOftenDoneStayApart(t *testing.T) {
	all := chronology(
		paper{"2022-05-04", "Eskford Town beat Glenrow Rovers at home on 3 May 2022."},
		paper{"2022-05-11", "Eskford Town beat Glenrow Rovers at home on 10 May 2022."},
	)
	for _, h := range all {
		if len(h.Versions) > 0 {
			t.Errorf("%s has a version", told(h))
		}
	}
}

func TestWhatHasNoTimeIsPlacedByItsText(t *testing.T) {
	all := chronology(
		paper{"2022-05-10", "Dunmere Council has approved a new bridge over the weir."},
		paper{"2022-05-12", "The mill was sold on 11 May 2022."},
		paper{"", "Eskford Council has approved a new school for the town."},
	)
	var got []string
	for _, h := range all {
		got = append(got, fmt.Sprintf("%s undated %v known by %v", h.Headline, h.Undated, h.Date.To))
	}
	want := []string{
		"Dunmere Council has approved a new bridge over the weir undated true known by 2022-05-10",
		"The mill was sold undated false known by 2022-05-11",
	}
	if len(got) != 3 || !slices.Equal(got[:2], want) || all[2].Date.To.Known() || !all[2].Undated {
		t.Fatalf("got %q", got)
	}
	if all[0].Date.Basis == "" || len(all[0].Date.Evidence) == 0 {
		t.Errorf("no reason for %+v", all[0].Date)
	}
}

func TestWhoSaysWeIsNamed(t *testing.T) {
	all := chronology(paper{"2022-05-10", "“We opened the new school on 3 May 2022,” said Mary Jones, the director."})
	if len(all) != 1 || all[0].Headline != "[Mary Jones]: “We opened the new school”" || len(all[0].People) != 1 {
		t.Fatalf("%+v", all)
	}
}

func TestTheChainNamesWhatAgrees(t *testing.T) {
	all := chronology(
		paper{"2022-05-04", "The council opened the Weir Bridge on 3 May 2022."},
		paper{"2022-05-05", "The council opened the Weir Bridge on Tuesday."},
	)
	if len(all) != 1 {
		t.Fatalf("%d lines, want one", len(all))
	}
	docs := map[text.DocID]bool{}
	for _, r := range all[0].Date.Evidence {
		docs[r.Ref.Doc] = true
	}
	if !docs[0] || !docs[1] {
		t.Errorf("the chain %+v names not both documents", all[0].Date.Evidence)
	}
}

func TestWhatManyTellStandsOut(t *testing.T) {
	papers := make([]paper, 0, 60)
	for i := range 50 {
		papers = append(papers, paper{"2022-06-30", fmt.Sprintf("The library of Ward%c%c lost %d shelves on %d May 2022.", 'a'+i%7, 'a'+i/7, 100+i, 1+i%28)})
	}
	for range 6 {
		papers = append(papers, paper{"2022-06-30", "A flood destroyed the Weir Bridge on 3 June 2022."})
	}
	all := chronology(papers...)
	key := 0
	for _, h := range all {
		if h.Weight < 0 || h.Weight > 1 {
			t.Errorf("weight %v of %s", h.Weight, h.Headline)
		}
		if h.Key {
			key++
		}
		if strings.Contains(h.Headline, "flood") && (!h.Key || h.Weight <= all[0].Weight) {
			t.Errorf("%s weighs %v, the first line %v", told(h), h.Weight, all[0].Weight)
		}
	}
	if key*100 < 5*len(all) || key*100 > 15*len(all) {
		t.Errorf("%d of %d lines are key events", key, len(all))
	}
	if few := chronology(papers[:5]...); len(few) == 0 || !few[0].Key {
		t.Errorf("in a small corpus every line is a key event: %+v", few)
	}
}

func TestTheChronologyIsTheSameEveryTime(t *testing.T) {
	docs := stage([]paper{{"2022-05-04", "The council opened the bridge on 3 May 2022. A fire destroyed the mill on 3 May 2022."}, {"2022-05-06", "The bridge was opened on Tuesday. The mill burnt on Tuesday."}})
	_, of := infer.People(docs)
	times := dates(docs)
	first := infer.Events(docs, times, of, today)
	for range 20 {
		if again := infer.Events(docs, times, of, today); !reflect.DeepEqual(first, again) {
			t.Fatalf("got %+v, then %+v", first, again)
		}
	}
}

// many repeats a telling, each time a little otherwise, in documents of a hundred.
func many(n int, tell func(i int) string) []infer.Document {
	var papers []paper
	var b strings.Builder
	for i := range n {
		b.WriteString(tell(i))
		b.WriteByte('\n')
		if i%100 == 99 {
			papers = append(papers, paper{"2022-06-01", b.String()})
			b.Reset()
		}
	}
	return stage(papers)
}

// Ten thousand tellings that look alike have to end: what compares all pairs would
// not.
func TestManyTellingsAreMergedInTime(t *testing.T) {
	done := time.AfterFunc(time.Minute, func() { panic("no end within a minute") })
	defer done.Stop()
	for name, tell := range map[string]func(i int) string{
		"one sentence":               func(int) string { return "The Dunmere council opened the Weir Bridge on 3 May 2022 in the rain." },
		"one sentence with a number": func(i int) string { return fmt.Sprintf("The Dunmere council opened bridge %d on 3 May 2022.", 1000+i) },
		"one sentence of many days": func(i int) string {
			return fmt.Sprintf("The Dunmere council opened the Weir Bridge on %d May 2022.", 1+i%28)
		},
		"a plan of one hour": func(i int) string {
			return fmt.Sprintf("The Weir Bridge will be opened on 3 May 2022 at 8pm by guest %d.", 1000+i)
		},
		"news that gives no time": func(i int) string { return fmt.Sprintf("Dunmere Council approved bridge %d over the weir.", 1000+i) },
		"a deed that is done but once": func(i int) string {
			return fmt.Sprintf("Mary %s died in Dunmere on %d May 2022.", [...]string{"Jones", "Hale", "Field", "Lee", "Orme"}[i%5], 1+i%28)
		},
	} {
		t.Run(name, func(t *testing.T) {
			docs := many(10000, tell)
			_, of := infer.People(docs)
			if lines := infer.Events(docs, dates(docs), of, today); len(lines) == 0 {
				t.Error("no line")
			}
		})
	}
}
