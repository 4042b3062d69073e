package infer

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/model/text"
	"onrecord/model/when"
)

// How far from the telling a date may lie that has no year of its own. Who reports
// or announces a day names the year when it is not about the present one.
const (
	backDay     = 366
	backWeekday = 380
	ahead       = 396
	unsaid      = 200     // a full date of which the text does not say whether it is past
	farAhead    = 800     // no document is told of later than this
	ever        = 1 << 20 // no bound
)

// order lays the order of reporting on a document: what it reports it does not
// precede, what it announces it does not follow, and dates without a year are of
// about the time of telling.
func (y *years) order(i int) {
	s, f := &y.states[i], y.docs[i].Times
	if s.stated {
		y.orderStated(i)
		return
	}
	y.headedMonth(i)
	y.fullDates(i)
	for k := range f.Expressions {
		e := &f.Expressions[k]
		if n := s.nodes[k]; n >= 0 && e.Year == 0 && !e.Quiet && !f.Narrative {
			y.told(i, k, n)
		}
		y.gloss(i, k)
	}
}

// told ties a date without a year to the time at which it is told.
func (y *years) told(i, k, n int) {
	s, e := &y.states[i], y.expr(i, k)
	back := when.Day(backDay)
	if weekdayed(e) {
		back = backWeekday
	}
	if y.heads(i, k) {
		y.tie(tie{a: n, b: s.pub, why: reason{kind: byHead, doc: i, expr: k}, firmLo: true, firmHi: true})
		return
	}
	if y.anchors(i, k) {
		y.tie(tie{a: n, b: s.pub, hi: back, why: reason{kind: bySection, doc: i, expr: k}, firmLo: true})
		return
	}
	teller := s.pub
	if e.Section >= 0 {
		if teller = y.at(i, y.docs[i].Times.Sections[e.Section].Anchor); teller < 0 {
			return
		}
	}
	switch tense := y.tense(i, k); tense {
	case when.Past:
		y.tie(tie{a: n, b: teller, hi: back, why: reason{kind: byReport, doc: i, expr: k}, firmLo: true})
	case when.Future:
		y.tie(tie{a: n, b: teller, lo: -ahead, why: reason{kind: byPlan, doc: i, expr: k}, firmHi: true})
	default:
		y.tie(tie{a: n, b: teller, lo: -ahead, hi: back, why: reason{kind: byMention, doc: i, expr: k}})
	}
}

// anchors reports whether expression k is the date that a section stands under: they
// come in the order of the text, and a diary has thousands.
func (y *years) anchors(i, k int) bool {
	_, ok := slices.BinarySearchFunc(y.docs[i].Times.Sections, k, func(s when.Section, k int) int { return cmp.Compare(s.Anchor, k) })
	return ok
}

// heads reports whether a date stands at the top of its document as that of a
// letter or a page does: alone on its line, or behind "Posted" or the like. One with
// a clock time is that of what is announced.
func (y *years) heads(i, k int) bool {
	const top, lead, line = 6, 120, 60
	e := y.expr(i, k)
	if e.Quiet || e.Minute >= 0 {
		return false
	}
	for n := range y.docs[i].Blocks {
		b := &y.docs[i].Blocks[n]
		if b.Span.Contains(e.Span) {
			if e.Heading && n < top-2 {
				return true
			}
			return b.Span.End-b.Span.Start <= line && y.puts(i, b.Span)
		}
		if n+1 >= top || b.Span.End-b.Span.Start > lead {
			return false
		}
	}
	return false
}

// puts reports whether a line begins with a word that tells when a page was put up.
func (y *years) puts(i int, line text.Span) bool {
	first, _, _ := strings.Cut(strings.ToLower(line.Of(y.docs[i].Text)), " ")
	switch strings.TrimRight(first, ":") {
	case "posted", "published", "issued", "dated", "date", "released", "sent":
		return true
	}
	return false
}

// headedMonth bounds a publication by a month and year that stand at its top, as
// those of an issue do: "Tarrow News, May 2022". One that is told of ("the floods of
// May 2022") is none.
func (y *years) headedMonth(i int) {
	const top, line = 3, 60
	d := &y.docs[i]
	for k := range d.Times.Expressions {
		e := &d.Times.Expressions[k]
		if e.Form != when.Calendar || e.Grain != when.Months || e.Year == 0 || e.Ranged() || e.Quiet || e.Tense != when.NoTense || e.Mod != when.NoCode || e.Since {
			continue
		}
		for n := range d.Blocks[:min(top, len(d.Blocks))] {
			b := &d.Blocks[n]
			if b.Span.End-b.Span.Start > line || !b.Span.Contains(e.Span) {
				continue
			}
			before := strings.TrimSpace(d.Text[b.Span.Start:e.Span.Start])
			after := strings.TrimSpace(d.Text[e.Span.End:b.Span.End])
			if after != "" || before != "" && !strings.ContainsAny(before[len(before)-1:], ",:-|)") && !strings.HasSuffix(before, "–") {
				continue
			}
			if r, ok := y.fullDate(i, k); ok && r.from <= y.today {
				y.narrow(y.states[i].pub, step{from: -1, allowed: days{r}, why: reason{kind: byHead, doc: i, expr: k}, firmLo: true, firmHi: true})
			}
			return
		}
	}
}

// fullDates bounds a publication by the dates that are told with their year: the
// latest that is reported, then the earliest that is announced, then those of
// which the text does not say which they are.
func (y *years) fullDates(i int) {
	s, f := &y.states[i], y.docs[i].Times
	earliest, latest := when.DayOf(firstYear, 1, 1), y.today+farAhead
	var reported, announced, mentioned struct {
		day when.Day
		k   int
		ok  bool
	}
	end, stamped := y.nodes[s.pub].days.last(), y.stamped(i)
	after := when.NoDay // the latest day that is told in full, but for plans
	for k := range f.Expressions {
		e := &f.Expressions[k]
		r, ok := y.fullDate(i, k)
		if !ok || s.either[k] || stamped && y.stamp(i, k) {
			continue
		}
		tense := y.tense(i, k)
		if e.Day > 0 && e.Tense != when.Future {
			after = max(after, r.from)
		}
		switch {
		case e.Grain == when.Years && tense != when.Future && (tense != when.Past || !y.yearTold(i, k)):
		case tense == when.Future && e.Section < 0 && !e.Quiet && !f.Narrative && r.to >= earliest:
			if !announced.ok || r.to < announced.day {
				announced.day, announced.k, announced.ok = r.to, k, true
			}
		case tense == when.Future || r.from > end:
		case tense == when.Past || e.Heading || e.Quiet || f.Narrative:
			if !reported.ok || r.from > reported.day {
				reported.day, reported.k, reported.ok = r.from, k, true
			}
		case !mentioned.ok || r.from > mentioned.day:
			mentioned.day, mentioned.k, mentioned.ok = r.from, k, true
		}
	}
	if reported.ok {
		y.narrow(s.pub, step{from: -1, allowed: days{{reported.day, latest}}, why: reason{kind: byFullReport, doc: i, expr: reported.k}, firmLo: true})
	}
	if announced.ok && announced.day >= after {
		y.narrow(s.pub, step{from: -1, allowed: days{{earliest, announced.day}}, why: reason{kind: byFullPlan, doc: i, expr: announced.k}, firmHi: true})
	}
	if mentioned.ok {
		y.narrow(s.pub, step{from: -1, allowed: days{{mentioned.day - unsaid, latest}}, why: reason{kind: byFullMention, doc: i, expr: mentioned.k}})
	}
}

// orderStated ties the misfits of a stated document to its day.
func (y *years) orderStated(i int) {
	s := &y.states[i]
	for k, n := range s.nodes {
		if n < 0 {
			continue
		}
		switch y.tense(i, k) {
		case when.Past:
			y.tie(tie{a: n, b: s.pub, hi: ever, why: reason{kind: byReport, doc: i, expr: k}, firmLo: true})
		case when.Future:
			y.tie(tie{a: n, b: s.pub, lo: -ahead, why: reason{kind: byPlan, doc: i, expr: k}, firmHi: true})
		}
	}
}

// gloss ties the time of telling to a day that is told twice over: "yesterday
// (Monday 16 May)".
func (y *years) gloss(i, k int) {
	s, e := &y.states[i], y.expr(i, k)
	g := y.glossOf(i, k)
	if g < 0 || e.Quiet {
		return
	}
	teller := s.pub
	if e.Section >= 0 {
		teller = y.at(i, y.docs[i].Times.Sections[e.Section].Anchor)
	}
	day := y.at(i, g)
	if teller < 0 || day < 0 || teller == day {
		return
	}
	t := tie{a: day, b: teller, why: reason{kind: byGloss, doc: i, expr: k, other: g}, firmLo: true, firmHi: true}
	switch {
	case e.Form == when.Offset:
		t.lo, t.hi = when.Day(-e.N), when.Day(-e.N)
	case e.Tense == when.Future:
		t.lo, t.hi = -7, 0
	default:
		t.lo, t.hi = 0, 7
	}
	y.tie(t)
}

// glossOf returns the date that says which day expression k is: in brackets behind
// it, or set against it by a comma; -1 when there is none.
func (y *years) glossOf(i, k int) int {
	f := y.docs[i].Times
	e := &f.Expressions[k]
	day := e.Form == when.Offset && e.Grain == when.Days && !e.Anaphor && e.N >= -2 && e.N <= 2
	bare := e.Form == when.Calendar && e.Weekday >= 0 && e.Day == 0 && e.Turn == when.Plain
	if !day && !bare {
		return -1
	}
	for _, g := range [...]int{k + 1, k - 1} {
		if g < 0 || g >= len(f.Expressions) {
			continue
		}
		o := &f.Expressions[g]
		if o.Form != when.Calendar || o.Day == 0 || o.Month == 0 || o.Ranged() || o.Sentence != e.Sentence {
			continue
		}
		a, b := e.Span, o.Span
		if g < k {
			a, b = b, a
		}
		switch between := strings.TrimSpace(y.docs[i].Text[a.End:b.Start]); {
		case between == "(" || between == "[":
			return g
		case between == "," && day && g > k:
			return g
		}
	}
	return -1
}
