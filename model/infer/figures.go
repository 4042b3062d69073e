package infer

import (
	"fmt"
	"path"
	"strconv"
	"strings"
	"time"

	"onrecord/model/text"
	"onrecord/model/when"
)

// votes counts dates in figures by which part stands first. Only those that cannot
// stand the other way count: 05/16/2022.
type votes struct {
	dayFirst, monthFirst       int
	dayFirstRef, monthFirstRef text.Ref
}

func (v *votes) add(o votes) {
	if v.dayFirst == 0 {
		v.dayFirstRef = o.dayFirstRef
	}
	if v.monthFirst == 0 {
		v.monthFirstRef = o.monthFirstRef
	}
	v.dayFirst += o.dayFirst
	v.monthFirst += o.monthFirst
}

// lead is how often one order must stand for each time that the other does, to be
// the one that is meant.
const lead = 4

// figures decides for each date in figures that could stand either way which part
// is the day: by itself where only one reading is possible, by the other figures of
// its document, of its source, of all. What nothing decides stays day first, and
// open.
func (y *years) figures() {
	if !y.anyEither() {
		return
	}
	own := make([]votes, len(y.docs))
	bySource := map[string]*votes{}
	var all votes
	for _, i := range y.byName {
		own[i] = y.votesOf(i)
		k := sourceOf(&y.docs[i])
		if bySource[k] == nil {
			bySource[k] = &votes{}
		}
		bySource[k].add(own[i])
		all.add(own[i])
	}
	for i := range y.docs {
		s := &y.states[i]
		for k := range y.docs[i].Times.Expressions {
			e := y.expr(i, k)
			if !e.EitherDM || e.Day == int(e.Month) {
				continue
			}
			swap, why, ok := y.possibleOrder(i, k)
			if !ok {
				swap, why, ok = decide([]scope{{&own[i], "the document"}, {bySource[sourceOf(&y.docs[i])], "its source"}, {&all, "the corpus"}})
			}
			if !ok {
				put(&s.either, k, true)
				continue
			}
			put(&s.orderWhy, k, why)
			if swap {
				put(&s.hints, k, when.Hint{Day: when.NoDay, Swap: true, Why: why.Say})
			}
		}
	}
}

func (y *years) anyEither() bool {
	for i := range y.docs {
		for k := range y.docs[i].Times.Expressions {
			if y.expr(i, k).EitherDM {
				return true
			}
		}
	}
	return false
}

// sourceOf names where a document comes from: its source, or the folder that it
// stands in.
func sourceOf(d *Document) string {
	if d.Source != "" {
		return d.Source
	}
	return path.Dir(d.Name)
}

type scope struct {
	votes *votes
	name  string
}

// decide asks the nearest scope that has any figures to show.
func decide(scopes []scope) (monthFirst bool, why when.Reason, ok bool) {
	for _, s := range scopes {
		v := s.votes
		switch {
		case v.dayFirst+v.monthFirst == 0:
			continue
		case v.dayFirst >= lead*v.monthFirst:
			return false, when.Reason{Say: "the day stands first in the dates of " + s.name, Ref: v.dayFirstRef}, true
		case v.monthFirst >= lead*v.dayFirst:
			return true, when.Reason{Say: "the month stands first in the dates of " + s.name, Ref: v.monthFirstRef}, true
		}
		return false, when.Reason{}, false // of two minds: what lies farther off does not decide for it
	}
	return false, when.Reason{}, false
}

// votesOf counts the figures of one document that can stand one way only.
func (y *years) votesOf(i int) votes {
	var v votes
	for k := range y.docs[i].Times.Expressions {
		a, b, ok := figuresOf(y.words(i, k))
		switch {
		case !ok || a > 12 == (b > 12):
		case a > 12:
			v.add(votes{dayFirst: 1, dayFirstRef: y.ref(i, k)})
		default:
			v.add(votes{monthFirst: 1, monthFirstRef: y.ref(i, k)})
		}
	}
	return v
}

// figuresOf returns the first two figures of a date such as 05/16/2022 or 16-5-22.
func figuresOf(s string) (a, b int, ok bool) {
	for i := 0; i+2 < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			continue
		}
		s = s[i:]
		sep := strings.IndexAny(s, "/-.")
		if sep < 1 || sep > 2 {
			return 0, 0, false
		}
		rest := s[sep+1:]
		end := strings.IndexByte(rest, s[sep])
		if end < 1 || end > 2 {
			return 0, 0, false
		}
		a, err1 := strconv.Atoi(s[:sep])
		b, err2 := strconv.Atoi(rest[:end])
		return a, b, err1 == nil && err2 == nil && a > 0 && b > 0 && a <= 31 && b <= 31
	}
	return 0, 0, false
}

// possibleOrder decides where one of the two readings cannot be: its weekday is
// another, or it is reported and lies after today or after the document's own date.
func (y *years) possibleOrder(i, k int) (swap bool, why when.Reason, ok bool) {
	e := y.expr(i, k)
	plain, turned := when.DayOf(e.Year, e.Month, e.Day), when.DayOf(e.Year, time.Month(e.Day), int(e.Month))
	if e.Weekday >= 0 {
		a, b := onWeekday(plain, e), onWeekday(turned, e)
		if a != b {
			return b, when.Reason{Say: fmt.Sprintf("the weekday tells which figure of “%s” is the day", y.words(i, k)), Ref: y.ref(i, k)}, true
		}
	}
	end, say := y.today, "what is told as past does not lie after today"
	if g := y.docs[i].Given; g.To.Known() && g.To.Day < end {
		end, say = g.To.Day, "what is told as past does not lie after the document"
	}
	if e.Tense == when.Past || k == y.docs[i].Times.Posted {
		if a, b := plain <= end, turned <= end; a != b {
			return b, when.Reason{Say: say}, true
		}
	}
	return false, when.Reason{}, false
}

// monthDay returns the month and the day of an expression in the order that the
// corpus decides for.
func (y *years) monthDay(i, k int) (time.Month, int) {
	e := y.expr(i, k)
	if e.EitherDM && y.states[i].hints[k].Swap {
		return time.Month(e.Day), int(e.Month)
	}
	return e.Month, e.Day
}

// bothWays lists the two readings of a date in figures that nothing decides.
func (y *years) bothWays(i, k int) []when.Candidate {
	e := y.expr(i, k)
	at := func(m time.Month, d int, why string) when.Candidate {
		day := when.Moment{Day: when.DayOf(e.Year, m, d), Minute: e.Minute}
		return when.Candidate{From: day, To: day, Reason: why}
	}
	return []when.Candidate{
		at(e.Month, e.Day, "the day stands first in most of the world"),
		at(time.Month(e.Day), int(e.Month), "the month stands first in the United States"),
	}
}
