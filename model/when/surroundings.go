package when

import (
	"strings"

	"onrecord/model/text"
)

// modify reads the words before an expression that limit it: about, more than, at
// least, since, until; they belong to its span when they limit a length.
func (s *scanner) modify(e *Expression, out []Expression) {
	lo := s.first
	if n := len(out); n > 0 && out[n-1].End > lo {
		lo = out[n-1].End
	}
	p := e.First - 1
	if p < lo {
		return
	}
	w := s.lower(p)
	switch {
	case w == "since" || w == "until" || w == "till":
		e.Since = true
	case e.Type != Duration && e.Form != Offset || e.Form == Offset && e.N == 0:
		if s.is(p, cApprox) && e.Form == Calendar {
			e.Mod = codeApprox
		}
	case w == "than" && (s.lower(p-1) == "more" || s.lower(p-1) == "less" || s.lower(p-1) == "longer") && p-1 >= lo:
		e.First = p - 1
	case (w == "least" || w == "most") && s.lower(p-1) == "at" && p-1 >= lo:
		e.First = p - 1
	case w == "to" && s.lower(p-1) == "up" && p-1 >= lo:
		e.First = p - 1
	case s.is(p, cApprox):
		e.First = p
		if e.Mod == NoCode && w != "over" && w != "under" && w != "just" && w != "only" {
			e.Mod = codeApprox
		}
	}
}

// thin takes away, where a text does not tell a story, the expressions whose
// meaning only a story gives: "at that time", "this period".
func (f *Found) thin() {
	if f.Narrative {
		return
	}
	kept := f.Expressions[:0]
	for _, e := range f.Expressions {
		if e.Form != Loose || !e.Anaphor || e.Value != "" {
			kept = append(kept, e)
		}
	}
	f.Expressions = kept
}

// fromEvent makes "two days after the siege" of a story an offset from the date
// told last, which is mostly that of the siege. It is never certain.
func (e *Expression) fromEvent(d *text.Doc) {
	if e.Form != Length || e.counted == 0 || e.End >= len(d.Tokens) || e.Mod != NoCode {
		return
	}
	switch d.Lower(e.End) {
	case "after":
		e.N = int(e.counted)
	case "before":
		e.N = int(-e.counted)
	default:
		return
	}
	e.Form, e.Type, e.Value, e.Anaphor, e.Event = Offset, Date, "", true, true
}

// place fills what an expression takes from its surroundings. sent is the sentence
// of the expression before.
func (f *Found) place(d *text.Doc, i int, sent *int) {
	e := &f.Expressions[i]
	for *sent < len(d.Sentences) && d.Sentences[*sent].End <= e.First {
		*sent++
	}
	e.Sentence = int32(*sent)
	in := d.Sentences[*sent]
	b := &d.Blocks[in.Block]
	e.Span = d.SpanOf(e.First, e.End)
	if e.side != 0 {
		e.halve(d)
	}
	if !f.labels(d, e, in) {
		e.Tense = tense(d, e, in)
	}
	if !f.Narrative {
		e.ahead(d)
	}
	e.on = e.First > in.First && d.Lower(e.First-1) == "on"
	e.leads = e.First <= in.First+2 || b.Kind == text.Heading || b.End-b.First <= headingTokens && d.Tokens[b.End-1].Kind != text.Punct
	e.Heading = e.Form == Calendar && e.Day > 0 && e.Month > 0 && e.alone(d, b)
	if e.Grain == Days || e.Grain == Minutes {
		e.names = int32(len(f.Names))
		f.Names = appendNames(f.Names, d, in, e)
		e.namesEnd = int32(len(f.Names))
	}
}

// halve cuts the span of an expression that is one side of a word with a hyphen.
func (e *Expression) halve(d *text.Doc) {
	cut := int(e.Span.Start) + strings.IndexByte(e.Span.Of(d.Text), '-')
	if e.side == 1 {
		e.Span.End = int32(cut)
	} else {
		e.Span.Start = int32(cut + 1)
	}
}

// ahead makes "in three weeks" an offset where the sentence looks ahead.
func (e *Expression) ahead(d *text.Doc) {
	if e.Form == Length && e.counted > 0 && e.Tense == Future && e.First > 0 && d.Lower(e.First-1) == "in" && e.Turn == Plain && e.Year == 0 {
		e.Form, e.Type, e.Value, e.N = Offset, Date, "", int(e.counted)
	}
}

// headingTokens is how long a line without a stop may be and be read as a heading.
const headingTokens = 12
