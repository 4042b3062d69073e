package event

import (
	"slices"
	"strings"
	"sync"

	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Find returns the happenings of d in text order. It is linear: each expression
// looks over its own sentence, which is bounded.
func Find(d *text.Doc, t *when.Found, p *people.Found) []Event {
	f := finders.Get().(*finder)
	defer f.release()
	f.d, f.t, f.p, f.at = d, t, p, -1
	entries := f.entries()
	for i := range t.Expressions {
		if k := entries[i]; k > 0 {
			f.enterLine(i, k)
			continue
		}
		f.told(i)
	}
	f.headed()
	f.undated()
	slices.SortStableFunc(f.out, func(a, b Event) int { return int(a.Clause.Start - b.Clause.Start) })
	return append([]Event(nil), f.out...)
}

// finders holds room for what is noted of a sentence, which maxSentence bounds.
var finders = sync.Pool{New: func() any { return new(finder) }}

// release leaves nothing of the document in the finder, and keeps its room.
func (f *finder) release() {
	clear(f.out)
	*f = finder{out: f.out[:0], cls: f.cls[:0], verbs: f.verbs[:0], line: f.line[:0]}
	finders.Put(f)
}

// finder works through one document, a sentence at a time.
type finder struct {
	d   *text.Doc
	t   *when.Found
	p   *people.Found
	out []Event

	at    int // the sentence that was entered last
	s     text.Sentence
	here  []when.Expression // that stand in it
	cls   []class           // of its tokens
	verbs []verb            // its finite verb phrases
	last  [2]int            // what the event before says of its subject: tokens
	line  []piece           // of the headline that is being made
}

// maxSentence bounds in tokens the sentences that are read: longer ones are lists
// or tables.
const maxSentence = 100

// told makes an event of an expression, unless the sentence only names a time.
func (f *finder) told(i int) {
	e := &f.t.Expressions[i]
	if e.Quiet || e.Heading || !f.readable(int(e.Sentence)) || f.anchors(i) {
		return
	}
	f.enter(int(e.Sentence))
	if !f.dates(e) || !f.prose() {
		return
	}
	c, ok := f.clause(e)
	if !ok {
		return
	}
	n := len(f.out) - 1
	if n >= 0 && f.out[n].Span == f.s.Span && c.first < f.last[1] && f.last[0] < c.end {
		f.join(n, i)
		return
	}
	said := [2]int{c.first, c.end}
	ev, ok := f.make(c, e)
	if !ok {
		return
	}
	if !c.nominal && f.inName(e.First) {
		return
	}
	ev.Expressions = []int32{int32(i)}
	f.out, f.last = append(f.out, ev), said
}

// readable reports whether a sentence is of the kind that events are told in.
func (f *finder) readable(n int) bool {
	s := f.d.Sentences[n]
	return !f.d.Blocks[s.Block].Kind.Quiet() && s.End-s.First <= maxSentence
}

// prose reports whether the sentence at hand is running text: not a question,
// nor a row of figures, names or marks.
func (f *finder) prose() bool {
	small, other, figures := 0, 0, 0
	for i := f.s.First; i < f.s.End; i++ {
		switch t := f.tok(i); t.Kind {
		case text.Word:
			if t.Is(text.Capital) {
				other++
			} else {
				small++
			}
			if f.lower(i) == "updated" && (f.lower(i-1) == "last" || f.lower(i+1) == "at") {
				return false // the page speaks of itself
			}
		case text.Number:
			figures++
		case text.URL:
			return false
		case text.Punct:
			switch f.word(i) {
			case "?", "|", "•", "=", "\\", "_", "~", "<", ">", "©", "»", "›", "→", "^", "{", "}":
				return false
			}
		}
	}
	return small >= 2 && small*5 >= other*2 && figures*2 <= small+other && figures < 12
}

// ended reports whether the sentence ends as one does.
func (f *finder) ended() bool {
	for i := f.s.End - 1; i >= f.s.First && i >= f.s.End-3; i-- {
		switch f.word(i) {
		case ".", "!", ":", "...", "…", ";", ",":
			return true
		}
		if f.kind(i) == text.Word && f.tok(i).Is(text.Abbrev) {
			return true
		}
	}
	return false
}

// anchors reports whether an expression is the date of what stands under it.
func (f *finder) anchors(i int) bool {
	k := f.t.Expressions[i].Section
	for _, n := range []int{int(k), int(k) + 1} {
		if n >= 0 && n < len(f.t.Sections) && f.t.Sections[n].Anchor == i {
			return true
		}
	}
	return i == f.t.Posted || slices.ContainsFunc(f.t.Sections[:min(len(f.t.Sections), 16)], func(s when.Section) bool { return s.Anchor == i })
}

// join adds a second expression to a telling: the one with a clock time or a full
// date is the better.
func (f *finder) join(n, i int) {
	ev := &f.out[n]
	if len(ev.Expressions) > 0 && better(&f.t.Expressions[i], &f.t.Expressions[ev.Expressions[0]]) {
		ev.Expressions = append([]int32{int32(i)}, ev.Expressions...)
		return
	}
	ev.Expressions = append(ev.Expressions, int32(i))
}

// better reports whether a tells a time more fully than b.
func better(a, b *when.Expression) bool {
	rank := func(e *when.Expression) int {
		n := 0
		if e.Day > 0 {
			n += 2
		}
		if e.Minute >= 0 && e.Form != when.Clock {
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
func (f *finder) dates(e *when.Expression) bool {
	if e.Attr {
		return false // "the 2012 bid": when it was made, another time tells
	}
	if f.ofAnother(e.First) {
		return false
	}
	switch e.Form {
	case when.Calendar:
		return e.Grain < when.Decades
	case when.Clock:
		return e.Minute >= 0 && f.otherDay()
	case when.Offset:
		return e.Grain >= when.Days && e.Grain <= when.Years && !(e.N == 0 && e.Grain == when.Years && e.Mod == when.NoCode)
	case when.Loose:
		return f.justNow(e)
	}
	return false
}

// ofAnother reports whether what stands before the date at token i makes it the time of
// something else than the sentence tells: the end of what has begun, a day that is due,
// a record that was held since, what somebody promised, what a sum is compared with.
func (f *finder) ofAnother(i int) bool {
	const reach = 5
	switch f.lower(i - 1) {
	case "until", "till", "before", "after", "than", "due":
		return true
	case "to":
		return f.lower(i-2) == "back" // "dating back to 1812"
	case "by":
		for k := i - 2; k >= max(f.s.First, i-1-reach) && f.word(k) != ","; k-- {
			if foretold.Has(f.lower(k)) && !f.is(k-1, be|nonfinite) {
				return true // "predicted victory by Christmas"
			}
		}
	case "since":
		for k := i - 2; k >= max(f.s.First, i-1-reach); k-- {
			if w := f.lower(k); superlatives.Has(w) || len(w) > len("est")+2 && strings.HasSuffix(w, "est") && !notSuperlative.Has(w) {
				return true // "the highest since 2013"
			}
		}
	}
	return f.inComparison(i)
}

// inComparison reports whether the date at token i is that of what a sum is compared with:
// "earned £24m, compared with £3m last year", "rose to 12, up from 9 in 2021".
func (f *finder) inComparison(i int) bool {
	const reach = 14
	for k := i - 1; k >= max(f.s.First, i-reach) && !f.hard(k) && !f.verbStarts(k); k-- {
		switch w := f.lower(k + 1); f.lower(k) {
		case "compared":
			return w == "with" || w == "to"
		case "up", "down":
			if w == "from" && f.figure(k+2) {
				return true
			}
		}
	}
	return false
}

// figure reports whether a sum or a number stands at token i.
func (f *finder) figure(i int) bool {
	switch f.word(i) {
	case "$", "£", "€":
		return true
	}
	return f.kind(i) == text.Number
}

// inName reports whether the date at token i is a part of a name: "voted against the
// Fair Prices Act of 2015".
func (f *finder) inName(i int) bool {
	return f.lower(i-1) == "of" && f.inside(i-2) && f.tok(i-2).Is(text.Capital) && i-2 > f.s.First
}

// foretold are verbs whose object comes later than they.
var foretold = text.SetOf("predicted", "forecast", "foresaw", "promised", "pledged", "vowed", "hoped", "wanted", "demanded", "expected", "projected", "estimated", "sought", "requested")

// superlatives are those that do not end in -est; notSuperlative ends so and is none.
var (
	superlatives   = text.SetOf("best", "worst", "most", "least", "first")
	notSuperlative = text.SetOf("arrest", "contest", "forest", "guest", "harvest", "honest", "interest", "invest", "modest", "protest", "quest", "request", "rest", "suggest", "unrest", "west", "southwest", "northwest", "midwest", "test", "manifest", "priest", "conquest")
)

// otherDay reports whether the sentence at hand, of a clock time, tells a day too.
func (f *finder) otherDay() bool {
	for n := range f.here {
		if x := &f.here[n]; x.Form == when.Calendar || x.Form == when.Offset && x.Grain >= when.Days {
			return true
		}
	}
	return false
}

// justNow reports whether "now" stands in a perfect that reports news: "has now
// been published".
func (f *finder) justNow(e *when.Expression) bool {
	if e.Value != "PRESENT_REF" || e.First == f.s.First || !f.inside(e.End) {
		return false
	}
	prev := f.lower(e.First - 1)
	return (prev == "has" || prev == "have") && f.is(e.End, nonfinite|participle|pastOrPart)
}

// make fills an event from its clause. e is nil where no expression dates it.
func (f *finder) make(c clause, e *when.Expression) (Event, bool) {
	ev := Event{Span: f.s.Span, Nominal: c.nominal, Section: -1}
	switch {
	case c.nominal:
	case f.timed(&c, e):
		ev.Status = f.status(c, e)
		s := c.subject
		c = nounClause(s[0], s[1])
		c.subject = s
	case !f.worth(&c, e):
		return ev, false
	default:
		ev.Status = f.status(c, e)
	}
	var ok bool
	if ev.Headline, ev.Spoken, ok = f.headline(&c, e); !ok {
		return ev, false
	}
	if ev.Status == Planned && f.happens(c.subject[0], c.subject[1]) {
		ev.Noun = f.noun(c)
	}
	ev.Clause = f.d.SpanOf(c.from(), c.end)
	f.describe(&ev, c)
	if f.d.Blocks[f.s.Block].Kind == text.Heading || !f.ended() {
		if !c.nominal && f.d.Blocks[f.s.Block].Kind != text.Heading {
			return ev, false // a row of a table, or a line that was cut
		}
		ev.Nominal = true // a title, not a sentence
	}
	return ev, true
}

// describe gives an event the words, the names and the people of its clause.
func (f *finder) describe(ev *Event, c clause) {
	if c.verb >= 0 {
		v := f.verbs[c.verb]
		ev.Deed = v.passive || v.will || v.aim || f.is(v.head, done|eventful)
		ev.Not = v.negative || f.lower(c.first) == "never"
		ev.Once = v.passive && once.Has(f.lower(v.head)) || !v.passive && onceOwn.Has(f.lower(v.head))
	}
	for _, r := range [][2]int{c.subject, {c.first, c.end}} {
		f.words(ev, r[0], r[1])
		for i := r[0]; i < r[1]; {
			k, ok := f.p.At(i)
			if !ok {
				i++
				continue
			}
			m := f.p.Mentions[k]
			if f.p.Entities[m.Entity].Kind == people.Person && !slices.Contains(ev.People, int32(m.Entity)) {
				ev.People = append(ev.People, int32(m.Entity))
			}
			i = max(m.End, i+1)
		}
	}
	ev.Stems, ev.Names = unique(ev.Stems), unique(ev.Names)
}

// once are the participles of what can be done to a thing but once.
var once = text.SetOf("born", "killed", "opened", "founded", "appointed", "elected", "signed", "launched", "published", "sentenced", "convicted", "acquitted", "buried", "demolished", "executed", "approved", "cancelled", "found", "held")

// onceOwn are the verbs of what a subject does but once.
var onceOwn = text.SetOf("died", "resigned", "opened", "closed", "began", "retired", "collapsed", "sank", "signed", "approved", "married")

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
		if b.Kind.Quiet() || b.End-b.First > 30 || b.End-b.First < 3 || b.EndSentence-b.FirstSentence != 1 || !f.gives(b) {
			continue
		}
		f.enter(b.FirstSentence)
		if len(f.verbs) > 0 {
			continue
		}
		if ev, ok := f.make(nounClause(b.First, b.End), nil); ok {
			ev.Expressions = []int32{int32(i)}
			f.out = append(f.out, ev)
		}
	}
}

// gives reports whether a line says that it gives what follows: a noun in the
// plural and "from", "by" or "of".
func (f *finder) gives(b *text.Part) bool {
	if w := f.word(b.End - 1); w == "." || w == "," || w == ":" {
		return false
	}
	w := f.d.Lower(b.First + 1)
	return strings.HasPrefix(f.d.Lower(b.First), "statement") || strings.HasSuffix(f.d.Lower(b.First), "s") && (w == "from" || w == "by" || w == "of")
}
