package infer

import (
	"fmt"

	"onrecord/model/when"
)

// statedDay returns when a document was published by what is given with it or
// stands at its top, with the text's own word before that of a page's metadata,
// which is often the date of a change or of a download.
func (y *years) statedDay(i int) (when.Interval, bool) {
	d := &y.docs[i]
	given := d.Given.From.Known() && d.Given.To.Known()
	p := d.Times.Posted
	if p >= 0 && (!given || !d.Given.Certain && !d.Times.Narrative) {
		r, ok := y.fullDate(i, p)
		if ok && r.from <= y.today && (!given || r.from <= d.Given.To.Day) {
			iv := onDay(r.from)
			iv.Basis = fmt.Sprintf("the document is headed “%s”", y.words(i, p))
			iv.Evidence = []when.Reason{{Say: iv.Basis, Ref: y.ref(i, p)}}
			if y.states[i].either[p] {
				iv.Certain = false
				iv.SetCandidates(y.bothWays(i, p))
			}
			return iv, true
		}
	}
	if !given {
		return when.Interval{}, false
	}
	iv := *d.Given
	iv.Basis, iv.Evidence = y.said.alone(iv.Basis)
	return iv, true
}

func onDay(d when.Day) when.Interval {
	return when.Interval{From: moment(d), To: moment(d), Precision: when.DayPrecision, Certain: true}
}

// narrowEnough is how many days a publication may be open and still be a time that
// others are counted from.
const narrowEnough = 62

// publication states when document i was published, as far as it is known: one day
// or several, an interval, candidates, or a bound on one side.
func (y *years) publication(i int) {
	s := &y.states[i]
	if s.stated {
		return
	}
	d := y.nodes[s.pub].days
	if s.published.Basis != "" && d.first() == s.published.From.Day && d.last() == s.published.To.Day {
		return // a month or a year is given, and nothing says more
	}
	switch {
	case d.last()-d.first() <= narrowEnough:
		iv := onDay(d.first())
		if iv.To.Day = d.last(); iv.To != iv.From {
			iv.Precision = when.Range
		}
		c := y.why(s.pub, i)
		iv.Evidence, iv.Basis = c.out, c.sentence("", 3)
		s.published = iv
	case s.published.Basis != "":
	case fewDays(d):
		s.published = y.possible(i, d)
	default:
		s.published = y.bounds(i, d)
	}
	s.published.SetConflict(y.quarrel(s.pub, i))
	if s.published.Conflict() != "" {
		s.published.Certain = false
	}
}

// mostCandidates bounds a list of readings: beyond it nothing is known.
const mostCandidates = 30

// fewDays reports whether a publication is one of some short times.
func fewDays(d days) bool {
	if len(d) > mostCandidates {
		return false
	}
	for _, r := range d {
		if r.to-r.from > narrowEnough {
			return false
		}
	}
	return true
}

// possible lists the times at which a document may have been published, the latest
// first.
func (y *years) possible(i int, d days) when.Interval {
	iv := when.Unknown(when.Vague, "")
	why := y.why(y.states[i].pub, i)
	iv.Evidence = why.out
	iv.Basis = why.sentence("", 3) + "; that leaves several years"
	for n := len(d) - 1; n >= 0; n-- {
		c := when.Candidate{From: moment(d[n].from), To: moment(d[n].to)}
		yr, _, _ := d[n].from.Civil()
		c.Reason = fmt.Sprintf("the evidence allows %d", yr)
		if n == len(d)-1 {
			c.Reason += ", the latest"
		}
		iv.SetCandidates(append(iv.Candidates(), c))
	}
	if y.firm(y.states[i].pub, true, 0) {
		iv.From = moment(d.first())
	}
	return iv
}

// bounds states what the text says of the ends of a publication. An end that comes
// of custom, or of today alone, is left open.
func (y *years) bounds(i int, d days) when.Interval {
	pub := y.states[i].pub
	iv := when.Unknown(when.Vague, "")
	before := len(y.nodes[pub].steps())
	c := &chain{y: y, root: i}
	if y.firm(pub, true, 0) {
		iv.From = moment(d.first())
		c.follow(pub, before, 0, func(o days) bool { return len(o) > 0 && o.first() >= d.first() })
	}
	if y.firm(pub, false, 0) {
		iv.To = moment(d.last())
		c.follow(pub, before, 0, func(o days) bool { return len(o) > 0 && o.last() <= d.last() })
	}
	iv.Evidence, iv.Basis = c.out, c.sentence("", 3)
	switch {
	case iv.From.Known() && iv.To.Known():
		iv.Precision = when.Range
	case iv.From.Known():
		iv.Basis += "; nothing says how much later"
	case iv.To.Known():
		iv.Basis += "; nothing says how much earlier"
	default:
		iv.Basis = "nothing in the text or in the other documents gives its date"
	}
	return iv
}

// firm reports whether the first (or the last) day that a publication can have is
// told by the text: by a day that is known, or by another document whose own end is
// firm.
func (y *years) firm(n int, lower bool, depth int) bool {
	nd := &y.nodes[n]
	if depth > deepest || len(nd.days) == 0 {
		return false
	}
	if nd.expr >= 0 {
		return nd.days.oneYear() != 0
	}
	for i := range nd.steps() {
		st := &nd.steps()[i]
		if lower && !st.firmLo || !lower && !st.firmHi || !ends(st.allowed, nd.days, lower) {
			continue
		}
		if st.from < 0 || y.firm(st.from, lower, depth+1) {
			return true
		}
	}
	return false
}

// ends reports whether a step made the end of what is left.
func ends(allowed, left days, lower bool) bool {
	for _, r := range allowed {
		if lower && r.from == left.first() || !lower && r.to == left.last() {
			return true
		}
	}
	return false
}
