package event

import (
	"slices"
	"strconv"
	"strings"

	"onrecord/model/text"
	"onrecord/model/when"
)

// leadParagraphs bounds how many paragraphs of a document are read for news that
// gives no time.
const leadParagraphs = 2

// undated finds what a document tells as news without a time of its own: in its
// first paragraphs, in a text inside it that has a date, and what somebody does by
// saying so. Infer places it by when the document was written.
func (f *finder) undated() {
	told := make(map[int32][]text.Span, len(f.out)) // by the starts of sentences: the clauses that have an event
	for i := range f.out {
		told[f.out[i].Span.Start] = append(told[f.out[i].Span.Start], f.out[i].Clause)
	}
	f.begun()
	left := leadParagraphs
	for bi := range f.d.Blocks {
		b := &f.d.Blocks[bi]
		if b.Kind != text.Paragraph || b.EndSentence == b.FirstSentence {
			continue
		}
		section := f.section(b.Span.Start)
		if left > 0 && b.End-b.First > 8 {
			left--
			f.news(b.FirstSentence, section, told, false)
			continue
		}
		for n := b.FirstSentence; n < b.EndSentence; n++ {
			if section >= 0 {
				f.news(n, section, told, true)
			}
			f.performed(n, section, told)
		}
	}
}

// section returns the section that holds a place, or -1.
func (f *finder) section(at int32) int {
	for i := range f.t.Sections[:min(len(f.t.Sections), 64)] {
		if s := f.t.Sections[i].Span; s.Start <= at && at < s.End {
			return i
		}
	}
	return -1
}

// news makes an event of a sentence whose first clause reports a deed. strict
// asks for a name as its subject and few words.
func (f *finder) news(n, section int, told map[int32][]text.Span, strict bool) {
	others := told[f.d.Sentences[n].Span.Start]
	if !f.readable(n) || strict && len(others) > 0 {
		return
	}
	f.enter(n)
	if len(f.verbs) == 0 || !f.ended() || !f.prose() || f.kind(f.s.First) == text.Quote {
		return
	}
	v := f.verbs[0]
	if !f.is(v.head, done) || v.modal || v.will || v.would || v.aim || v.negative || v.copula || v.present && !v.perfect && !v.passive {
		return
	}
	first, end, ok := f.subject(0, 0)
	if !ok || first > f.s.First+12 || strict && (!f.hasName(first, end) || f.s.End-f.s.First > 24 || v.passive) {
		return
	}
	c := clause{subject: [2]int{first, end}, verb: 0, first: v.first, owner: -1}
	c.end = f.clauseEnd(0)
	verb := f.d.SpanOf(v.first, v.end)
	if f.dated(c.from(), c.end) || slices.ContainsFunc(others, verb.Overlaps) {
		return // it has a time that could not be used, or is told already
	}
	ev, ok := f.make(c, nil)
	if !ok || ev.Spoken || ev.Nominal || strings.Count(ev.Headline, " ") < 3 {
		return
	}
	ev.Section = int32(section)
	f.out = append(f.out, ev)
}

// hasName reports whether a name stands in the subject [first, end).
func (f *finder) hasName(first, end int) bool {
	for i := first; i < end; i++ {
		if _, ok := f.p.At(i); ok && f.tok(i).Is(text.Capital) {
			return true
		}
	}
	return false
}

// dated reports whether a time that is more than "now" or "recently" is told in
// [a, b).
func (f *finder) dated(a, b int) bool {
	for n := range f.here {
		if e := &f.here[n]; a <= e.First && e.First < b && e.Form != when.Length && e.Form != when.Loose {
			return true
		}
	}
	return false
}

// performatives are deeds that are done by saying so.
var performatives = text.SetOf("apologise", "apologize", "resign", "condemn", "withdraw", "pledge", "retract")

// performed makes an event of "I apologise to the families".
func (f *finder) performed(n, section int, told map[int32][]text.Span) {
	s := f.d.Sentences[n]
	first := s.First
	for first < s.End && f.tok(first).Kind == text.Quote {
		first++
	}
	if first == s.First || first+2 >= s.End || len(told[s.Span.Start]) > 0 || s.End-s.First > maxSentence {
		return
	}
	if w := f.d.Lower(first); w != "i" && w != "we" || !performatives.Has(f.d.Lower(first+1)) {
		return
	}
	f.enter(n)
	if len(f.verbs) == 0 || f.verbs[0].first != first+1 {
		return
	}
	c := clause{subject: [2]int{first, first + 1}, verb: 0, first: first + 1, owner: -1}
	c.end = f.clauseEnd(0)
	ev := Event{Span: s.Span, Section: int32(section)}
	var ok bool
	if ev.Headline, ev.Spoken, ok = f.headline(&c, nil); !ok || !ev.Spoken || strings.Count(ev.Headline, " ") < 3 {
		return
	}
	ev.Clause = f.d.SpanOf(c.from(), c.end)
	f.describe(&ev, c)
	ev.Deed = true
	f.out = append(f.out, ev)
}

// begun finds "we are one year into the plan": the plan began a year before.
func (f *finder) begun() {
	for i := range f.t.Expressions {
		e := &f.t.Expressions[i]
		if e.Form != when.Length || e.Quiet || e.End+2 >= len(f.d.Tokens) || f.d.Lower(e.End) != "into" || !f.readable(int(e.Sentence)) {
			continue
		}
		months := monthsOf(e.Value)
		f.enter(int(e.Sentence))
		n := f.governor(e)
		if months == 0 || n < 0 || !f.verbs[n].copula || !f.verbs[n].present || f.verbs[n].end > e.First || f.verbs[n].end < e.First-3 {
			continue
		}
		first, end := e.End+1, e.End+1
		for f.inside(end) && f.kind(end) != text.Punct && f.kind(end) != text.Quote && end-first < 14 && !f.is(end, subordinator|relative) && !(f.is(end, preposition) && f.lower(end) == "by") && !(f.is(end, conjunction) && f.verbSoon(end+1)) {
			end++
		}
		ev, ok := f.make(nounClause(first, end), nil)
		if !ok {
			continue
		}
		ev.Headline, ev.Into, ev.Spoken = f.startOf(first, ev.Headline), int32(months), false
		ev.Section = e.Section
		f.out = append(f.out, ev)
	}
}

// startOf names the start of what a noun phrase names. "Our" belongs to him who
// speaks, and goes.
func (f *finder) startOf(first int, line string) string {
	head, rest, _ := strings.Cut(line, " ")
	if w := f.lower(first); w == "my" || w == "our" {
		return "[Start of the] " + rest
	}
	if w := f.word(first); len(head) >= len(w) && strings.EqualFold(head[:len(w)], w) {
		head = w + head[len(w):]
	}
	return "[Start of] " + head + " " + rest
}

// monthsOf is the length of a TIMEX3 duration of years or months, to ten years.
func monthsOf(value string) int {
	if len(value) < 3 || value[0] != 'P' {
		return 0
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil || n < 1 {
		return 0
	}
	switch value[len(value)-1] {
	case 'Y':
		n *= 12
	case 'M':
	default:
		return 0
	}
	if n > 120 {
		return 0
	}
	return n
}
