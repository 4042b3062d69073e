package event

import (
	"onrecord/model/text"
	"onrecord/model/when"
)

// Many a dossier holds a chronology already: lines that begin with a date and a
// dash or a colon. Each of them is a happening, with a verb or without one:
// "3 May 2021 – Complaint received from Mrs Hale."

// leastEntries is how many such lines make a list. One alone is a dateline.
const leastEntries = 3

// entries finds the lines of a chronology that the document holds. It returns the
// expressions that they begin with, by index.
func (f *finder) entries() map[int]int {
	out := map[int]int{}
	for i := range f.t.Expressions {
		e := &f.t.Expressions[i]
		if e.Form != when.Calendar || e.Grain > when.Years || e.From >= 0 || e.Quiet || e.Year == 0 && e.Month == 0 {
			continue
		}
		if k := f.entry(e); k > 0 {
			out[i] = k
		}
	}
	if len(out) < leastEntries {
		return nil
	}
	return out
}

// entry returns the token behind the mark that an expression at the head of its
// block has behind it, or 0.
func (f *finder) entry(e *when.Expression) int {
	b := &f.d.Blocks[f.d.Sentences[e.Sentence].Block]
	first := b.First
	if b.Kind == text.ListItem {
		for first < e.First && f.d.Tokens[first].Kind != text.Word {
			first++
		}
	}
	end := e.End
	for n := e.Until; n >= 0; n = f.t.Expressions[n].Until {
		end = f.t.Expressions[n].End
	}
	const least = 2
	if e.First != first || end+least >= b.End {
		return 0
	}
	switch f.d.Word(end) {
	case ":", "–", "—", "-", "--", "|", "…", "...":
	default:
		return 0
	}
	if k := f.d.Tokens[end+1].Kind; k != text.Word && k != text.Quote && k != text.Number {
		return 0
	}
	return end + 1
}

// enterLine makes the event of a line whose words begin at token k.
func (f *finder) enterLine(i, k int) {
	e := &f.t.Expressions[i]
	f.enter(f.d.SentenceAt(k))
	end := f.s.End
	for n := range f.verbs {
		if f.verbs[n].first < k {
			continue
		}
		if c, ok := f.finite(n); ok && c.subject[0] >= k {
			if ev, ok := f.make(c, e); ok {
				ev.Expressions, ev.Nominal = []int32{int32(i)}, false
				f.out = append(f.out, ev)
				return
			}
		}
		break
	}
	for end > k+1 && f.kind(end-1) == text.Punct {
		end--
	}
	f.line = f.line[:0]
	f.take(k, end, nil, -1)
	if len(f.line) < 2 || !f.cut(2) {
		return
	}
	last := f.line[len(f.line)-1].token
	ev := Event{Span: f.s.Span, Clause: f.d.SpanOf(k, last+1), Headline: f.write(), Expressions: []int32{int32(i)}, Section: -1}
	for n := k; n <= last; n++ {
		if ended.Has(f.lower(n)) {
			ev.Status = Cancelled
		}
	}
	if e.Tense == when.Future && ev.Status == Happened {
		ev.Status = Planned
	}
	f.describe(&ev, nounClause(k, last+1))
	if ev.Headline != "" {
		f.out = append(f.out, ev)
	}
}
