package infer

import (
	"fmt"
	"math"
	"sort"

	"onrecord/model/text"
	"onrecord/model/when"
)

// Times is what the corpus implies of one document's dates.
type Times struct {
	Published when.Interval
	Dates     []when.Resolved // parallel to when.Found.Expressions
}

// Dates resolves every expression and finds when each document was published;
// nothing is published after today. What one document leaves open, others may
// settle: a weekday with a day and a month fits few years, an event told by two
// documents has one date, and the holder of a post dates what names another. Each
// step only ever narrows what was possible before it.
func Dates(docs []Document, today when.Day) []Times {
	y := &years{docs: docs, today: today, states: make([]state, len(docs))}
	for i := range docs {
		y.begin(i)
	}
	y.shareYears()
	for i := range docs {
		y.settle(i)
	}
	y.linkDays()
	for i := range docs {
		y.publication(i)
	}
	y.posts()
	out := make([]Times, len(docs))
	for i := range docs {
		s := &y.states[i]
		out[i].Published = s.published
		out[i].Dates = docs[i].Times.Resolve(s.anchor(), s.hints)
		y.evidence(i, out[i].Dates)
	}
	return out
}

// state is what is known of one document while the corpus is solved.
type state struct {
	lower, upper       when.Day // bounds of the publication, both inclusive; NoDay when open
	lowerWhy, upperWhy reason
	years              []int // that the weekdays of its dates allow, ascending; nil when none is told
	yearWhy            string
	hints              map[int]when.Hint
	published          when.Interval
	given              bool
}

// reason is why a bound holds, and where that stands.
type reason struct {
	say string
	ref text.Ref
}

type years struct {
	docs   []Document
	today  when.Day
	states []state
}

func (y *years) ref(doc, expr int) text.Ref {
	return text.Ref{Doc: y.docs[doc].ID, Span: y.docs[doc].Times.Expressions[expr].Span}
}

func (y *years) words(doc, expr int) string {
	return y.docs[doc].Times.Expressions[expr].Span.Of(y.docs[doc].Text)
}

// begin reads what a document says by itself: its stated date, the latest full
// date that it tells, and the years that fit its weekdays.
func (y *years) begin(i int) {
	d, s := &y.docs[i], &y.states[i]
	s.lower, s.upper, s.hints = when.NoDay, y.today, map[int]when.Hint{}
	s.upperWhy = reason{say: "nothing is published after today"}
	if d.Given.From.Known() && d.Given.To.Known() {
		s.given = true
		s.published = d.Given
		s.lower, s.upper = d.Given.From.Day, d.Given.To.Day
		return
	}
	if p := d.Times.Posted; p >= 0 {
		e := &d.Times.Expressions[p]
		day := when.DayOf(e.Year, e.Month, e.Day)
		if day <= y.today {
			s.given = true
			s.published = exactly(day, fmt.Sprintf("the document is headed “%s”", y.words(i, p)), y.ref(i, p))
			s.lower, s.upper = day, day
			return
		}
	}
	y.lowerBound(i)
	y.weekdayYears(i)
}

func exactly(d when.Day, basis string, at text.Ref) when.Interval {
	m := when.Moment{Day: d, Minute: -1}
	return when.Interval{From: m, To: m, Precision: when.DayPrecision, Certain: true, Basis: basis, Evidence: []when.Reason{{Say: basis, Ref: at}}}
}

// lowerBound takes the latest full date that is told as past: what a document
// reports, it does not precede. The date of a picture counts too.
func (y *years) lowerBound(i int) {
	d, s := &y.docs[i], &y.states[i]
	for k := range d.Times.Expressions {
		e := &d.Times.Expressions[k]
		if e.Form != when.Calendar || e.Year == 0 || e.Tense == when.Future || e.Grain > when.Years {
			continue
		}
		day := when.DayOf(e.Year, max(e.Month, 1), max(e.Day, 1))
		if day > y.today || s.lower != when.NoDay && day <= s.lower {
			continue
		}
		s.lower = day
		s.lowerWhy = reason{fmt.Sprintf("it tells of %s", y.words(i, k)), y.ref(i, k)}
	}
}

// weekdayed reports whether an expression has a weekday, a day and a month but no
// year: the evidence for the year.
func weekdayed(e *when.Expression) bool {
	return e.Form == when.Calendar && e.Weekday >= 0 && e.Day > 0 && e.Month > 0 && e.Year == 0
}

// firstYear is the earliest year that a dossier is expected to tell of without
// naming it.
const firstYear = 1950

// weekdayYears finds the years in which all dates with weekdays fall on them.
func (y *years) weekdayYears(i int) {
	d, s := &y.docs[i], &y.states[i]
	last, _, _ := y.today.Civil()
	first := firstYear
	if s.lower != when.NoDay {
		first, _, _ = s.lower.Civil()
	}
	told := -1
	for k := range d.Times.Expressions {
		if e := &d.Times.Expressions[k]; weekdayed(e) && !e.Quiet {
			told = k
		}
	}
	if told < 0 {
		return
	}
	for yr := first; yr <= last+1; yr++ {
		if y.fits(i, yr) {
			s.years = append(s.years, yr)
		}
	}
	if s.years == nil {
		return // the text contradicts itself, or spans years
	}
	e := &d.Times.Expressions[told]
	s.yearWhy = fmt.Sprintf("%d %s is a %s", e.Day, e.Month, weekdayName(e.Weekday))
}

// fits reports whether all weekdays of a document agree with the year, and no
// date told as past lies behind today or before the lower bound of a document
// that announces it.
func (y *years) fits(i, yr int) bool {
	s := &y.states[i]
	for k := range y.docs[i].Times.Expressions {
		e := &y.docs[i].Times.Expressions[k]
		if !weekdayed(e) || e.Quiet {
			continue
		}
		day := when.DayOf(yr, e.Month, e.Day)
		if int(day.Weekday()) != e.Weekday || e.Tense != when.Future && day > y.today {
			return false
		}
		if e.Tense == when.Future && s.lower != when.NoDay && day < s.lower {
			return false
		}
		if e.Tense == when.Future && day > y.today+366 {
			return false
		}
	}
	return true
}

func weekdayName(w int) string {
	return [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}[w]
}

// shareYears narrows the years of documents that tell of one event: the same
// weekday, day and month with a name in common.
func (y *years) shareYears() {
	type key struct {
		weekday, day, month int
		name                uint32
	}
	same := map[key][]int{}
	for i := range y.docs {
		for k := range y.docs[i].Times.Expressions {
			e := &y.docs[i].Times.Expressions[k]
			if !weekdayed(e) || e.Quiet {
				continue
			}
			for _, n := range e.Names {
				g := key{e.Weekday, e.Day, int(e.Month), n}
				if l := same[g]; len(l) == 0 || l[len(l)-1] != i {
					same[g] = append(l, i)
				}
			}
		}
	}
	groups := make([][]int, 0, len(same))
	for _, g := range same {
		if len(g) > 1 {
			groups = append(groups, g)
		}
	}
	sort.Slice(groups, func(a, b int) bool {
		if groups[a][0] != groups[b][0] {
			return groups[a][0] < groups[b][0]
		}
		return len(groups[a]) < len(groups[b])
	})
	for range 3 { // what one group settles may settle another
		for _, g := range groups {
			y.narrow(g)
		}
	}
}

// narrow keeps for each document of a group the years that all of them allow. A
// document dated from outside allows its own year and the next.
func (y *years) narrow(group []int) {
	var common []int
	from := -1
	for _, i := range group {
		yrs := y.states[i].years
		if len(yrs) == 0 {
			continue
		}
		if common == nil {
			common = yrs
		} else {
			common = intersect(common, yrs)
		}
		if from < 0 || len(yrs) < len(y.states[from].years) {
			from = i
		}
	}
	if len(common) == 0 || from < 0 {
		return
	}
	for _, i := range group {
		s := &y.states[i]
		if len(s.years) > len(common) {
			s.years = common
			s.yearWhy += fmt.Sprintf(", and the same event is told by %s", y.docs[from].Name)
			if b := y.states[from]; b.lower != when.NoDay {
				s.yearWhy += fmt.Sprintf(", which is later than %s", when.SayDay(b.lower))
			}
		}
	}
}

func intersect(a, b []int) []int {
	var out []int
	for _, x := range a {
		for _, z := range b {
			if x == z {
				out = append(out, x)
			}
		}
	}
	return out
}

// settle turns a year that is the only one left into days, and gives the year to
// the other dates of the document that have none.
func (y *years) settle(i int) {
	d, s := &y.docs[i], &y.states[i]
	if len(s.years) != 1 {
		y.keepCandidates(i)
		return
	}
	yr := s.years[0]
	why := fmt.Sprintf("%s in %d", s.yearWhy, yr)
	if s.lower != when.NoDay {
		why += fmt.Sprintf("; the document is later than %s", when.SayDay(s.lower))
	}
	for k := range d.Times.Expressions {
		e := &d.Times.Expressions[k]
		if e.Form != when.Calendar || e.Year > 0 || e.Month == 0 || e.Turn != when.Plain {
			continue
		}
		h := when.Hint{Day: when.NoDay, Year: yr, Why: why}
		if !weekdayed(e) {
			h.Why = fmt.Sprintf("the other dates of the document are of %d: %s", yr, why)
		}
		s.hints[k] = h
	}
}

// keepCandidates leaves a date with several possible years open. The list of its
// years is made when the document's dates are resolved.
func (y *years) keepCandidates(i int) {
	if s := &y.states[i]; len(s.years) > 1 && !s.given {
		s.yearWhy = fmt.Sprintf("%s in %d of the years that are possible", s.yearWhy, len(s.years))
	}
}

// anchor is what the document's expressions count from.
func (s *state) anchor() when.Anchor {
	p := s.published
	if !p.From.Known() || !p.To.Known() {
		return when.Anchor{From: when.NoDay, To: when.NoDay}
	}
	return when.Anchor{From: p.From.Day, To: p.To.Day, Why: "the document is of " + when.Say(p)}
}

// evidence adds where each date's reason stands, and the candidates of those left
// open.
func (y *years) evidence(i int, dates []when.Resolved) {
	d, s := &y.docs[i], &y.states[i]
	for k := range dates {
		e, r := &d.Times.Expressions[k], &dates[k]
		r.Evidence = append(r.Evidence, when.Reason{Say: "it is told here", Ref: y.ref(i, k)})
		if e.Section >= 0 {
			r.Evidence = append(r.Evidence, when.Reason{Say: "it stands under this date", Ref: y.ref(i, d.Times.Sections[e.Section].Anchor)})
		}
		if !weekdayed(e) || r.From.Known() || len(s.years) < 2 {
			continue
		}
		r.Basis = s.yearWhy
		for n := len(s.years) - 1; n >= 0; n-- { // the latest first: dossiers are about the present
			day := when.Moment{Day: when.DayOf(s.years[n], e.Month, e.Day), Minute: int16(e.Minute)}
			r.Candidates = append(r.Candidates, when.Candidate{From: day, To: day, Reason: s.yearWhy})
		}
	}
}

// weight is how much a name tells: rare names much, a name in every sentence
// little (inverse document frequency, K. Spärck Jones 1972).
func weight(n, all int) float64 { return math.Log(float64(all+1) / float64(n)) }
