package event

import (
	"slices"
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Find returns the happenings of d in text order. It is linear: each expression
// looks over its own sentence, which is bounded.
func Find(d *text.Doc, t *when.Found, p *people.Found) []Event {
	f := &finder{d: d, t: t, p: p}
	for i := range t.Expressions {
		f.told(i)
	}
	f.headed()
	slices.SortStableFunc(f.out, func(a, b Event) int { return a.Clause.Start - b.Clause.Start })
	return f.out
}

type finder struct {
	d   *text.Doc
	t   *when.Found
	p   *people.Found
	out []Event
}

// maxSentence bounds in tokens the sentences that are read: longer ones are lists
// or tables.
const maxSentence = 120

// told makes an event of an expression, unless the sentence only names a time.
func (f *finder) told(i int) {
	e := &f.t.Expressions[i]
	s := f.d.Sentences[e.Sentence]
	kind := f.d.Blocks[s.Block].Kind
	if e.Quiet || e.Heading || f.anchors(i) || kind == text.Caption || kind == text.Furniture || s.End-s.First > maxSentence || !f.dates(e, s) {
		return
	}
	c, ok := f.clause(e, s)
	if !ok {
		return
	}
	c.date = f.dateWords(e, c)
	if n := len(f.out) - 1; n >= 0 && f.out[n].Span == s.Span && overlap(f.out[n].Clause, f.d.SpanOf(c.first, c.end)) {
		f.join(n, i, c)
		return
	}
	ev := f.make(c, s)
	if ev.Headline == "" || !c.nominal && strings.Count(ev.Headline, " ") < 2 {
		return // "he said": what was said stands elsewhere
	}
	if kind == text.Heading || f.d.Tokens[s.End-1].Kind == text.Word {
		ev.Nominal, ev.Clear = true, false // a title, not a sentence
	}
	ev.Expressions = []int{i}
	f.out = append(f.out, ev)
}

// anchors reports whether an expression is the date of what stands under it.
func (f *finder) anchors(i int) bool {
	for _, s := range f.t.Sections {
		if s.Anchor == i {
			return true
		}
	}
	return i == f.t.Posted
}

// dateWords returns the words of a headline that its date makes needless: those
// that only have a meaning on the day of telling, and a date at the end.
func (f *finder) dateWords(e *when.Expression, c clause) [2]int {
	relative := e.Form == when.Offset || e.Form == when.Loose || e.Form == when.Calendar && e.Weekday >= 0 && e.Day == 0
	if !relative && e.End < c.end {
		return [2]int{}
	}
	return [2]int{f.beforeDate(e, c.first), e.End}
}

func overlap(a, b text.Span) bool { return a.Overlaps(b) }

// join adds a second expression to a telling: the one with a clock time or a full
// date is the better.
func (f *finder) join(n, i int, c clause) {
	ev := &f.out[n]
	best := &f.t.Expressions[ev.Expressions[0]]
	e := &f.t.Expressions[i]
	if better(e, best) {
		ev.Expressions = append([]int{i}, ev.Expressions...)
		return
	}
	ev.Expressions = append(ev.Expressions, i)
}

// better reports whether a tells a time more fully than b.
func better(a, b *when.Expression) bool {
	rank := func(e *when.Expression) int {
		n := 0
		if e.Day > 0 {
			n += 2
		}
		if e.Minute >= 0 {
			n += 3
		}
		if e.Weekday >= 0 {
			n++
		}
		if e.Form == when.Offset && e.Grain == when.Days {
			n++
		}
		return n
	}
	return rank(a) > rank(b)
}

// dates reports whether an expression can date a happening.
func (f *finder) dates(e *when.Expression, s text.Sentence) bool {
	switch e.Form {
	case when.Calendar, when.Clock:
		return e.Grain < when.Decades
	case when.Offset:
		return e.Grain >= when.Days && e.Grain <= when.Years && !(e.N == 0 && e.Grain == when.Years && e.Mod == "")
	case when.Loose:
		return f.justNow(e, s)
	}
	return false
}

// justNow reports whether "now" stands in a perfect that reports news: "has now
// been published".
func (f *finder) justNow(e *when.Expression, s text.Sentence) bool {
	if e.Value != "PRESENT_REF" || e.First == s.First || e.End >= s.End || f.firstPerson(s) {
		return false
	}
	prev := f.d.Lower(e.First - 1)
	return (prev == "has" || prev == "have") && (f.d.Lower(e.End) == "been" || strings.HasSuffix(f.d.Lower(e.End), "ed"))
}

// firstPerson reports whether a sentence says I or we: it is somebody's speech.
func (f *finder) firstPerson(s text.Sentence) bool {
	for i := s.First; i < s.End; i++ {
		switch f.d.Lower(i) {
		case "we", "i", "our", "my":
			return true
		}
	}
	return false
}

// make fills an event from its clause.
func (f *finder) make(c clause, s text.Sentence) Event {
	ev := Event{Span: s.Span, Clause: f.d.SpanOf(c.first, c.end), Nominal: c.nominal}
	ev.Headline = f.headline(c)
	ev.Status = f.status(c, s)
	ev.Stems, ev.Names = f.words(c)
	for i := c.subject; i < c.end; i++ {
		ev.Clear = ev.Clear || !c.nominal && in(finite, f.d.Lower(i))
	}
	for i := c.subject; i < c.end; {
		k, ok := f.p.At(i)
		if !ok {
			i++
			continue
		}
		m := f.p.Mentions[k]
		if f.p.Entities[m.Entity].Kind == people.Person && !slices.Contains(ev.People, m.Entity) {
			ev.People = append(ev.People, m.Entity)
		}
		i = max(m.End, i+1)
	}
	return ev
}

// status reads tense and modality of a clause. A noun tells of what has happened.
func (f *finder) status(c clause, s text.Sentence) Status {
	st := Happened
	for i := c.subject; i < c.verbEnd; i++ {
		w := f.d.Lower(i)
		next := ""
		if i+1 < s.End {
			next = f.d.Lower(i + 1)
		}
		switch {
		case in(ended, w) && !f.nounBehind(i, s):
			return Cancelled
		case c.nominal:
		case in(aims, w), (w == "set" || w == "going" || w == "about") && next == "to", w == "to" && next == "be" && i > c.subject && (f.d.Lower(i-1) == "is" || f.d.Lower(i-1) == "are"):
			st = Planned
		case in(lasting, w):
			st = Ongoing
		}
	}
	return st
}

// nounBehind reports whether a participle describes the noun behind it: "the
// cancelled show".
func (f *finder) nounBehind(i int, s text.Sentence) bool {
	return i > s.First && (f.d.Lower(i-1) == "the" || f.d.Lower(i-1) == "a")
}

// headed finds lines that stand right over a date of their own line and tell what
// is under it: "Statements from A and B" over "May 17".
func (f *finder) headed() {
	for i := range f.t.Expressions {
		e := &f.t.Expressions[i]
		if !e.Heading || e.Quiet {
			continue
		}
		bi := f.d.BlockAt(e.First)
		if bi < 1 {
			continue
		}
		b := &f.d.Blocks[bi-1]
		if b.Kind.Quiet() || b.End-b.First > 30 || b.End-b.First < 3 || b.EndSentence-b.FirstSentence != 1 || f.finiteIn(b.First, b.End) {
			continue
		}
		if w := f.d.Word(b.End - 1); w == "." || w == "," || w == ":" {
			continue
		}
		if !strings.HasPrefix(f.d.Lower(b.First), "statement") && b.Kind != text.Heading && !f.plural(b.First) {
			continue
		}
		s := f.d.Sentences[b.FirstSentence]
		ev := f.make(clause{subject: b.First, first: b.First, end: b.End, verbEnd: b.End, nominal: true}, s)
		ev.Expressions = []int{i}
		f.out = append(f.out, ev)
	}
}

// plural reports whether a line begins with a noun in the plural and "from", "by"
// or "of": it gives what follows.
func (f *finder) plural(i int) bool {
	w := f.d.Lower(i + 1)
	return strings.HasSuffix(f.d.Lower(i), "s") && (w == "from" || w == "by" || w == "of")
}
