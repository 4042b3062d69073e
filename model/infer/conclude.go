package infer

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"onrecord/model/parallel"
	"onrecord/model/when"
)

// conclude says of each document what its dates mean. By then nothing is solved any
// more: what several of them ask for is made before, and they ask at once.
func (y *years) conclude() []Times {
	for i := range y.states {
		for _, by := range y.states[i].linked {
			y.at(by.doc, by.expr)
		}
	}
	y.quarrels()
	y.publishedIn()
	out := make([]Times, len(y.docs))
	parallel.Each(len(out), batch, func(i int) {
		y.publication(i)
		y.hint(i)
		out[i] = y.resolve(i)
	})
	return out
}

// hint turns what is settled of the dates of a document into hints for their
// meaning.
func (y *years) hint(i int) {
	s, f := &y.states[i], y.docs[i].Times
	for k, by := range s.linked {
		put(&s.hints, k, when.Hint{Day: by.day, Why: y.linkWhy(i, k, by)})
		if f.Expressions[k].Month > 0 || by.weak {
			put(&s.likely, k, true)
		}
	}
	settled := map[int]int{} // how many dates of the document are of a year
	for k := range f.Expressions {
		e := &f.Expressions[k]
		n := y.asked(i, k)
		if n < 0 {
			continue
		}
		yr := y.nodes[n].days.oneYear()
		if yr == 0 || len(y.nodes[n].steps()) == 0 {
			continue
		}
		put(&s.hints, k, when.Hint{Day: when.NoDay, Year: yr, Why: y.yearWhy(i, k, yr)})
		if weekdayed(e) && !e.Quiet {
			settled[yr]++
		}
	}
	y.neighbours(i, settled)
}

// neighbours gives a date that is open the year of the weekdays beside it, where
// they are all of one: most likely, not certain.
func (y *years) neighbours(i int, settled map[int]int) {
	s, f := &y.states[i], y.docs[i].Times
	if len(settled) != 1 || s.stated || s.anchored() {
		return
	}
	for yr := range settled {
		for k := range f.Expressions {
			e := &f.Expressions[k]
			_, done := s.hints[k]
			if n := y.asked(i, k); done || n < 0 || weekdayed(e) || len(y.nodes[n].days.in(yr)) == 0 {
				continue
			}
			put(&s.hints, k, when.Hint{Day: when.NoDay, Year: yr, Why: fmt.Sprintf("the other dates of the document are of %d, so it most likely is", yr)})
			put(&s.likely, k, true)
		}
	}
}

// linkWhy says why an expression is of a day.
func (y *years) linkWhy(i, k int, by told) string {
	r := by.reason(i, k)
	return fmt.Sprintf("%s, %s", y.link(&r, i).Say, when.SayDay(by.day))
}

// yearWhy says why a date is of the only year left.
func (y *years) yearWhy(i, k, yr int) string {
	e, n := y.expr(i, k), y.states[i].nodes[k]
	first := fmt.Sprintf("it is of %d", yr)
	if weekdayed(e) {
		first = sayWeekday(e, []int{yr})
	}
	return y.why(n, i).sentence(first, 3)
}

// resolve gives the dates of a document their meaning and says how they are known.
func (y *years) resolve(i int) Times {
	s := &y.states[i]
	t := Times{Published: s.published}
	if t.Dates = s.early; t.Dates == nil || len(s.hints) > 0 {
		t.Dates = y.meaning(i)
	}
	for k := range t.Dates {
		r := &t.Dates[k]
		if s.either[k] {
			r.Certain = false
			r.SetCandidates(y.bothWays(i, k))
			r.Basis = "nothing tells which figure is the day; it is read with the day first"
		}
		if s.likely[k] {
			r.Certain = false
		}
		y.open(i, k, r)
		y.near(i, k, r)
		if len(r.Candidates()) > 0 || !r.From.Known() || !r.To.Known() {
			r.Certain = false
		}
	}
	y.evidence(i, t.Dates)
	y.conflicts(i, &t)
	return t
}

// open lists the readings of a date that the evidence leaves, and takes back one
// that was chosen among them only for lying near.
func (y *years) open(i, k int, r *when.Resolved) {
	s, e := &y.states[i], y.expr(i, k)
	n := y.asked(i, k)
	if _, hinted := s.hints[k]; n < 0 || hinted {
		return
	}
	yrs := y.nodes[n].days.years()
	if s.stated {
		y.misfit(i, k, r, yrs)
		return
	}
	if len(yrs) < 2 || r.From.Known() && (s.anchored() || y.docs[i].Times.Narrative) {
		return
	}
	if r.From.Known() && !weekdayed(e) {
		return // it lies near the dates that the document tells in full: see near
	}
	if len(yrs) > mostCandidates && !weekdayed(e) || len(r.Candidates()) > 0 {
		return
	}
	r.From, r.To, r.Certain = when.NoMoment, when.NoMoment, false
	r.Value = openValue(e)
	said := ""
	if weekdayed(e) {
		said = sayWeekday(e, yrs)
	}
	r.Basis = y.why(n, i).sentence(said, 2)
	if said == "" {
		r.Basis += "; that leaves several years"
	}
	r.SetCandidates(y.ranked(i, e, yrs))
}

// near doubts a date that counts from the latest that an undated document tells in
// full: it most likely lies near, but it may be of another year.
func (y *years) near(i, k int, r *when.Resolved) {
	s, e := &y.states[i], y.expr(i, k)
	_, hinted := s.hints[k]
	if hinted || s.anchored() || y.docs[i].Times.Narrative || e.Form != when.Calendar || e.Year > 0 || e.Section >= 0 || !r.From.Known() || !r.Certain {
		return
	}
	r.Certain = false
	r.Basis += ", and a date without its year most likely lies near; another year is possible"
}

// misfit leaves a date open whose weekday fits no year near that of its document:
// it is of another year, or the weekday is wrong.
func (y *years) misfit(i, k int, r *when.Resolved, yrs []int) {
	e := y.expr(i, k)
	near := when.Candidate{From: r.From, To: r.To, Reason: "it lies nearest to the document, if the weekday is wrong"}
	r.SetCandidates(y.ranked(i, e, yrs))
	if r.From.Known() {
		r.SetConflict(fmt.Sprintf("“%s” does not fit the time of the document: %s was a %s", y.words(i, k), when.SayDay(r.From.Day), r.From.Day.Weekday()))
		r.SetCandidates(append(r.Candidates(), near))
	}
	r.From, r.To, r.Certain, r.Value = when.NoMoment, when.NoMoment, false, openValue(e)
	r.Basis = sayWeekday(e, yrs) + ", which is not near the time of the document"
}

// openValue is the TIMEX3 value of a date whose year is not known.
func openValue(e *when.Expression) string {
	if e.Day == 0 {
		return fmt.Sprintf("XXXX-%02d", e.Month)
	}
	return fmt.Sprintf("XXXX-%02d-%02d", e.Month, e.Day)
}

// ranked makes candidates of years, the best first: those that the document names
// itself, those that the other documents are of, then the latest, since dossiers
// are about the present. That the documents beside it in the folder are of a year
// says a little too. A year to come stands last.
func (y *years) ranked(i int, e *when.Expression, yrs []int) []when.Candidate {
	named, of := y.named(i), y.publishedIn()
	near := y.yearsBeside(i)
	score := func(yr int) int {
		n := min(of[yr], 1)
		if yr == near[0] || yr == near[1] {
			n++
		}
		if named[yr] {
			n += 2
		}
		if when.DayOf(yr, e.Month, max(e.Day, 1)) > y.today {
			n = -1
		}
		return n
	}
	order := slices.Clone(yrs)
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(score(b), score(a)), cmp.Compare(b, a)) })
	latest := 0
	for _, yr := range order {
		if score(yr) >= 0 {
			latest = max(latest, yr)
		}
	}
	out := make([]when.Candidate, 0, len(order))
	for _, yr := range order {
		c := extent(e, yr)
		c.Reason = fmt.Sprintf("the evidence allows %d", yr)
		if weekdayed(e) {
			c.Reason = fmt.Sprintf("%s is a %s", when.SayDay(c.From.Day), time.Weekday(e.Weekday))
		}
		switch {
		case score(yr) < 0:
			c.Reason += ", which is still to come"
		case named[yr]:
			c.Reason += "; the document tells of that year"
		case of[yr] > 0:
			c.Reason += "; another document is of that year"
		case yr == latest:
			c.Reason += "; it is the latest that is possible"
		}
		out = append(out, c)
	}
	return out
}

// named returns the years that a document names. They are gathered once: a page may
// have thousands of dates that are open.
func (y *years) named(i int) map[int]bool {
	s := &y.states[i]
	if s.named == nil {
		s.named = map[int]bool{}
		for k := range y.docs[i].Times.Expressions {
			if e := y.expr(i, k); e.Form == when.Calendar && e.Year > 0 && !e.Quiet {
				s.named[e.Year] = true
			}
		}
	}
	return s.named
}

// publishedIn counts the documents whose year is known.
func (y *years) publishedIn() map[int]int {
	if y.inYear == nil {
		y.inYear = map[int]int{}
		for i := range y.states {
			if yr := y.nodes[y.states[i].pub].days.oneYear(); yr != 0 {
				y.inYear[yr]++
			}
		}
	}
	return y.inYear
}

// yearsBeside returns the years of the nearest documents in the order of their names
// whose years are known, before and behind document i; 0 where there is none.
func (y *years) yearsBeside(i int) (near [2]int) {
	const reach = 8
	for side, step := range [2]int{-1, 1} {
		for n, r := 0, y.rank[i]+step; n < reach && r >= 0 && r < len(y.byName) && near[side] == 0; n, r = n+1, r+step {
			near[side] = y.nodes[y.states[y.byName[r]].pub].days.oneYear()
		}
	}
	return near
}

// extent is what an expression means in a year.
func extent(e *when.Expression, yr int) when.Candidate {
	r := runOf(yr, e.Month, e.Day)
	c := when.Candidate{From: moment(r.from), To: moment(r.to)}
	if e.Day > 0 {
		c.From.Minute, c.To.Minute = e.Minute, e.Minute
	}
	return c
}
