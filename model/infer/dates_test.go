package infer_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/model/corpustest"
	"onrecord/model/infer"
	"onrecord/model/when"
)

// What documents imply together: each case asks for one date of the first document.
func TestTheYearOfADate(t *testing.T) {
	cases := []struct {
		name, words, want string // "" stands for open
		certain           bool
		years             []int // of the candidates, those that must come first
		docs              []string
	}{
		{
			"a weekday alone leaves every year in which it fits", "Tuesday 14 March", "", false,
			[]int{2023, 2017, 2006},
			[]string{"The meeting was held on Tuesday 14 March."},
		},
		{
			"29 February is in few years, and on that weekday in fewer", "Saturday 29 February", "", false,
			[]int{2020, 1992, 1964, 1936, 1908},
			[]string{"The meeting was held on Saturday 29 February."},
		},
		{
			"two weekdays that no year but one in many has together", "Tuesday 14 March", "2023-03-14", true, nil,
			[]string{"The hall was sold on 2 May 2018. The meeting was held on Tuesday 14 March, and the next will be on Thursday 7 September."},
		},
		{
			"what is announced lies behind what is reported", "Tuesday 14 March", "2023-03-14", true, nil,
			[]string{"The hall was sold on 15 March 2017. The meeting will be held on Tuesday 14 March."},
		},
		{
			"nothing is published after today", "Monday 28 December", "2026-12-28", true, nil,
			[]string{"The hall was sold on 2 May 2021. The meeting will be held on Monday 28 December."},
		},
		{
			"a reported day is not later than today", "Monday 28 December", "", false,
			[]int{2020, 2015, 2009},
			[]string{"The meeting was held on Monday 28 December."},
		},
		{
			"a picture's date is a bound, not the date", "Tuesday 14 March", "2023-03-14", true, nil,
			[]string{"Google Street View – Image Date – November 2020\n\nThe meeting will be held on Tuesday 14 March."},
		},
		{
			"another document of the same event gives the year", "Tuesday 14 March", "2017-03-14", true, nil,
			[]string{"The Hexley Fair was opened on Tuesday 14 March.", "Published: 10 March 2017\n\nThe Hexley Fair will be opened by the mayor on Tuesday."},
		},
		{
			"the same day of another event does not", "Tuesday 14 March", "", false,
			[]int{2017, 2023, 2006},
			[]string{"The Hexley Fair was opened on Tuesday 14 March.", "Published: 20 March 2017\n\nThe Corrie Lifeboat was launched on Tuesday 14 March."},
		},
		{
			"an event that two years have had gives neither", "Tuesday 14 March", "", false,
			[]int{2023, 2017},
			[]string{"The Hexley Fair was opened on Tuesday 14 March.", "The Hexley Fair was opened on Tuesday 14 March 2017.", "The Hexley Fair was opened on Tuesday 14 March 2023."},
		},
		{
			"a year that the document names comes first", "Tuesday 14 March", "", false,
			[]int{2017, 2023},
			[]string{"The budget of 2017 was spent. The meeting was held on Tuesday 14 March."},
		},
		{
			"a bare day of an event that another document dates is most likely that", "14 March", "2017-03-14", false, nil,
			[]string{"The Hexley Fair of Mary Jones was opened on 14 March.", "The Hexley Fair of Mary Jones was opened on 14 March 2017."},
		},
		{
			"the documents beside it in the folder rank years", "Tuesday 14 March", "", false,
			[]int{2000, 2023},
			[]string{"The meeting was held on Tuesday 14 March.", "Published: 3 May 2000\n\nThe hall is old."},
		},
		{
			"a bare month of no year stays unknown", "March", "", false, nil,
			[]string{"They met in March and spoke of the plan."},
		},
		{
			"a bare day beside weekdays of one year is most likely of it", "20 March", "2023-03-20", false, nil,
			[]string{"The hall was sold on 2 May 2018. The meeting was held on Tuesday 14 March, and the next was held on 20 March."},
		},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var docs []doc
			for i, s := range tc.docs {
				docs = append(docs, doc{name: fmt.Sprintf("%d.txt", i), text: s})
			}
			c, times := solve(docs...)
			r := of(t, c, times, 0, tc.words, 0)
			if r.From.Day.String() != tc.want || r.To.Day.String() != tc.want || r.Certain != tc.certain {
				t.Errorf("%s, certain %v, want %s, %v (%s)", bounds(r.Interval), r.Certain, tc.want, tc.certain, r.Basis)
			}
			if got := years(r.Candidates()); len(got) < len(tc.years) || !slices.Equal(got[:len(tc.years)], tc.years) {
				t.Errorf("candidates %v, want first %v", got, tc.years)
			}
			if r.Basis == "" || len(r.Chain(0)) == 0 {
				t.Errorf("no reason is given: %q, %v", r.Basis, r.Chain(0))
			}
			check(t, tc.words, r.Interval)
		})
	}
}

func TestWhenADocumentWasPublished(t *testing.T) {
	cases := []struct {
		name, want string
		certain    bool
		docs       []string
	}{
		{"a line at the top", "2023-03-09..2023-03-09", true, []string{"Published: 9 March 2023\n\nThe meeting was held on 7 March 2023."}},
		{"the date of a picture is not the document's, but a bound", "2023-03-09..", false, []string{"Picture: the hall on 9 March 2023\n\nThe hall is old and grand."}},
		{"a gloss gives the day when its year is known", "2023-03-15..2023-03-15", true, []string{"The hall was sold on 2 May 2018. It was closed yesterday (Tuesday 14 March)."}},
		{"after what it reports, with no end", "2018-05-02..", false, []string{"The hall was sold on 2 May 2018. It was pulled down later."}},
		{"before what it announces", "..2018-05-02", false, []string{"The hall will be sold on 2 May 2018."}},
		{"between what it reports and what it announces", "2018-05-02..2018-06-02", true, []string{"The hall was sold on 2 May 2018. It will be pulled down on 2 June 2018."}},
		{"later this month", "2018-06-01..2018-06-20", true, []string{"The hall will be sold later this month. The sale will be on 20 June 2018."}},
		{"next month", "2018-05-01..2018-05-31", true, []string{"The hall will be sold next month. The sale will be on 20 June 2018."}},
		{"the same people in another matter date nothing", "..", false, []string{"The inquiry announced by the Tarrow County Clerk, Ellen Marsh, on Wednesday was wide.", "The Tarrow County Clerk, Ellen Marsh, opened the bridge on 2 May 2018."}},
		{"and in the same matter certain", "2018-05-02..2018-05-08", true, []string{"The bridge was opened by the Tarrow County Clerk, Ellen Marsh, on Wednesday.", "The Tarrow County Clerk, Ellen Marsh, opened the bridge on 2 May 2018."}},
		{"a few names date nothing", "..", false, []string{"The Tarrow County Clerk, Ellen Marsh, said on Thursday that she would open the Mill Bridge on 10 May.", "The Tarrow County Clerk, Ellen Marsh, opened the Mill Bridge on 3 May 2018."}},
		{"a plan is of another day than its telling", "..", false, []string{"The Tarrow County Clerk, Ellen Marsh, announced on Thursday that she would open the Mill Bridge on 3 May 2018 and would announce more."}},
		{"a day that a noun is named by is not the day of its sentence", "..", false, []string{"The inquiry announced by the Tarrow County Clerk, Ellen Marsh, on Wednesday was opened.", "Published: 4 May 2018\n\nThe Tarrow County Clerk, Ellen Marsh, opened the inquiry into the 2 May explosion."}},
		{"a condition announces nothing", "..2018-06-20", false, []string{"If the rent is doubled next month, we will close. The sale will be on 20 June 2018."}},
		{"the entries of a chronicle announce nothing", "..", false, []string{"The wall in short 2 May 2018: Storm breaks the wall 4 May 2018: Inquiry begins 6 May 2018 - 9 May 2018: Crews plan a dam"}},
		{"a plan that is itself past bounds nothing", "..", false, []string{"On 1 March 2017 the owners said that they would sell it by 2 May 2018."}},
		{"a month at the head of an issue", "2018-05-01..2018-05-31", true, []string{"Tarrow News, May 2018\n\nThe hall is old and grand. It was painted in the winter."}},
		{"a month that a headline tells of", "..", false, []string{"The floods of May 2018\n\nThe hall is old and grand."}},
		{"posted, without the year", "2023-03-15..2023-03-15", true, []string{"Posted Wednesday 15 March\n\nThe hall was sold on 2 May 2018. It is old and grand."}},
		{"opened today, by the names", "2018-05-02..2018-05-02", true, []string{"The Mill Room at Tarrow Weir was opened today by a great crowd.", "The Mill Room at Tarrow Weir was opened on 2 May 2018."}},
		{"one name alone is too little", "..", false, []string{"The choir sang in Tarrow last night to a great crowd.", "The mill in Tarrow was opened on 2 May 2018."}},
		{"the names may be those of another day in the sentence", "..", false, []string{"It was said last night that the Mill Room at Tarrow Weir will be opened on Wednesday.", "The Mill Room at Tarrow Weir was opened on 3 May 2018."}},
		{"a plan in a report is no report", "..2018-05-02", false, []string{"He said that he will not stand in the vote on 2 May 2018."}},
		{"a day that names what it stands before", "..", false, []string{"They are to meet the makers of the 2 May 2018 report."}},
		{"a year in which a term ends", "..", false, []string{"The chairman, whose term ends in 2019, said that he was glad."}},
		{"a year that is told as gone by", "2019-01-01..", false, []string{"The hall was closed in 2019 after a fire."}},
		{"stamps of those who answered", "..", false, []string{"The hall is old and grand.\n\nAnn wrote at 4pm on 2 May 2018: it was cold.\n\nBob wrote at 7pm on 3 May 2018: it was not."}},
		{"a title of courtesy is no post", "..", false, []string{"The former director of the trust, Mary Jones, was there.", "Published: 2 May 2018\n\nThe director of the trust, Mary Jones, was there."}},
		{"nothing is known", "..", false, []string{"The hall is old and grand."}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var docs []doc
			for i, s := range tc.docs {
				docs = append(docs, doc{name: fmt.Sprintf("%d.txt", i), text: s})
			}
			_, times := solve(docs...)
			p := times[0].Published
			if bounds(p) != tc.want || p.Certain != tc.certain || p.Basis == "" {
				t.Errorf("%s, certain %v (%s), want %s, %v", bounds(p), p.Certain, p.Basis, tc.want, tc.certain)
			}
			check(t, "published", p)
		})
	}
}

// In a long story the same names stand beside every day: they tell none.
func TestTheNamesOfALongStoryLinkNoDay(t *testing.T) {
	docs := []doc{{name: "a.txt", text: "A great crowd came to Hexley Square in Corrie last night. Mary Jones spoke on Tuesday."}}
	for i := range 20 {
		docs = append(docs, doc{name: fmt.Sprintf("b%02d.txt", i), text: fmt.Sprintf("A great crowd came to Hexley Square in Corrie on %d May 2018, and Mary Jones spoke.", i+1)})
	}
	c, times := solve(docs...)
	for _, words := range []string{"last night", "Tuesday"} {
		if r := of(t, c, times, 0, words, 0); r.From.Known() {
			t.Errorf("%q is said to be %s (%s)", words, bounds(r.Interval), r.Basis)
		}
	}
}

func TestALetterWithoutItsYearHasCandidates(t *testing.T) {
	_, times := solve(doc{name: "a.txt", text: "Tuesday 14 March\n\nDear Sir,\n\nI was sorry to hear of the hall."})
	p := times[0].Published
	if got := years(p.Candidates()); len(got) < 10 || got[0] != 2023 || p.Certain || p.To.Known() {
		t.Errorf("published %s, certain %v, candidates %v (%s)", bounds(p), p.Certain, got, p.Basis)
	}
	check(t, "published", p)
}

func TestTheChainOfADateLeadsFromPassageToPassage(t *testing.T) {
	c, times := solve(
		doc{name: "notice.txt", text: "The Hexley Fair will be opened on Tuesday 14 March at 3pm. The old one was closed on 2 May 2018."},
		doc{name: "report.txt", text: "The Hexley Fair was opened on Tuesday 14 March in the rain."},
	)
	r := of(t, c, times, 1, "Tuesday 14 March", 0)
	var said []string
	for _, e := range r.Chain(1) {
		s := e.Say
		if !e.Ref.Span.Empty() {
			s += " @" + c[e.Ref.Doc].Name
		}
		said = append(said, s)
	}
	want := []string{
		"it is told here @report.txt",
		"14 March is a Tuesday in 2023, 2017, 2006, 2000 and earlier years @report.txt",
		"notice.txt is not earlier than “2 May 2018”, of which it tells @notice.txt",
		"notice.txt announces “Tuesday 14 March at 3pm” @notice.txt",
		"notice.txt tells of the same day as “Tuesday 14 March at 3pm” @notice.txt",
	}
	if !slices.Equal(said, want) {
		t.Errorf("the chain is\n%s\nwant\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	if b := "14 March is a Tuesday in 2023; "; !strings.HasPrefix(r.Basis, b) || strings.Contains(r.Basis, "; ; ") {
		t.Errorf("basis %q", r.Basis)
	}
	if e := of(t, c, times, 0, "2 May 2018", 0).Chain(0); len(e) != 1 {
		t.Errorf("a date told in full rests on itself alone, not on %v", e)
	}
}

func TestTheOrderOfDocumentsDoesNotMatter(t *testing.T) {
	for seed := range uint64(corpustest.Soak(150)) {
		seed = corpustest.Seed(seed)
		w := &world{r: rand.New(rand.NewPCG(seed, 9))}
		w.make()
		w.make()
		slices.SortFunc(w.docs, func(a, b doc) int { return strings.Compare(a.name, b.name) })
		w.docs = slices.CompactFunc(w.docs, func(a, b doc) bool { return a.name == b.name })
		_, want := solve(w.docs...)
		turned := slices.Clone(w.docs)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(turned), func(a, b int) { turned[a], turned[b] = turned[b], turned[a] })
		_, got := solve(turned...)
		for i := range w.docs {
			k := slices.IndexFunc(turned, func(d doc) bool { return d.name == w.docs[i].name })
			a, b := unplaced(want[i]), unplaced(got[k])
			if !reflect.DeepEqual(a, b) {
				t.Fatalf("seed %d: %s depends on the order of the documents:\n%+v\n%+v", seed, w.docs[i].name, a, b)
			}
		}
	}
}

// unplaced takes the numbers of documents out of the evidence: they do follow the
// order.
func unplaced(t infer.Times) infer.Times {
	out := infer.Times{Published: plain(t.Published)}
	for _, r := range t.Dates {
		r.Interval = plain(r.Interval)
		out.Dates = append(out.Dates, r)
	}
	return out
}

func plain(iv when.Interval) when.Interval {
	iv.Evidence = slices.Clone(iv.Evidence)
	for i := range iv.Evidence {
		iv.Evidence[i].Ref.Doc = 0
	}
	return iv
}

// sameDay makes a corpus of n documents that tell of one day; one gives its year.
func sameDay(n int) []infer.Document {
	var docs []doc
	for i := range n {
		docs = append(docs, doc{name: fmt.Sprintf("%04d.txt", i), text: fmt.Sprintf("The Hexley Fair of Mary Jones and Tom Field was opened in Corrie on Tuesday 14 March. Stall %d was full.", i)})
	}
	docs[n*3/4].text += " The hall had been sold on 2 May 2018."
	return read(docs...)
}

func TestManyDocumentsOfOneDayAreSolvedQuickly(t *testing.T) {
	const few, many = 200, 2000
	c := sameDay(many)
	var times []infer.Times
	solved := func() float64 {
		shared, posts := related(c), infer.Posts(c)
		return testing.AllocsPerRun(1, func() { times = infer.Dates(c, shared, posts, today) })
	}
	start := time.Now()
	work := solved()
	if d := time.Since(start); d > 40*time.Second { // it takes a tenth of a second on a machine that does nothing else
		t.Errorf("2,000 documents took %v", d)
	}
	for i := range times {
		if r := of(t, c, times, i, "Tuesday 14 March", 0); r.From.Day.String() != "2023-03-14" || !r.Certain {
			t.Fatalf("document %d: %s (%s)", i, bounds(r.Interval), r.Basis)
		}
	}
	c = sameDay(few)
	if less := solved(); work > 2*less*many/few {
		t.Errorf("the work grows faster than the corpus: %.0f for %d documents, %.0f for %d", less, few, work, many)
	}
}

func TestWhoHoldsAPostDatesADocument(t *testing.T) {
	signed := "4 March 2021\n\nI am proud of what we did, and I thank you all.\n\nMary Jones\n\nDirector of the Corrie Harbour Trust"
	cases := []struct{ name, text, from string }{
		{"newly appointed, before the name", "The newly appointed director of the Corrie Harbour Trust, Tom Field, was glad to begin.", "2021-03-05"},
		{"new, behind the name", "Tom Field, the new director of the Corrie Harbour Trust, was glad to begin.", "2021-03-05"},
		{"who took over as", "Tom Field, who took over as director of the Corrie Harbour Trust, was glad to begin.", "2021-03-05"},
		{"the former holder", "The former director of the Corrie Harbour Trust, Mary Jones, was there too.", "2021-03-05"},
		{"another post", "The new director of the Hexley Sailing Club, Tom Field, was glad to begin.", ""},
		{"nothing new", "The director of the Corrie Harbour Trust, Tom Field, was glad to be there.", ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, times := solve(doc{name: "a.txt", text: signed}, doc{name: "b.txt", text: tc.text})
			if p := times[1].Published; p.From.Day.String() != tc.from || p.To.Known() || p.Certain {
				t.Errorf("published %s, certain %v (%s), want from %q", bounds(p), p.Certain, p.Basis, tc.from)
			}
		})
	}
}

func TestAPassageSharesItsDates(t *testing.T) {
	passage := "The harbour wall was closed on Tuesday 14 March after the engineers had found cracks that ran from one end of the wall to the other, and no boat has been let in since."
	c, times := solve(
		doc{name: "a.txt", text: "Published: 20 March 2017\n\n" + passage + " The county has no money to mend it."},
		doc{name: "b.txt", text: "This is what was said then. " + passage + " It is still true."},
	)
	if r := of(t, c, times, 1, "Tuesday 14 March", 0); r.From.Day.String() != "2017-03-14" || !r.Certain {
		t.Errorf("%s, certain %v (%s)", bounds(r.Interval), r.Certain, r.Basis)
	}
}
