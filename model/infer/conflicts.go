package infer

import (
	"fmt"

	"onrecord/model/when"
)

// quarrel returns what the corpus says against node n: a tie that could not be kept
// without leaving no day at all. It is told to a reader of document root.
func (y *years) quarrel(n, root int) string {
	t, ok := y.quarrels()[n]
	if !ok {
		return ""
	}
	r := y.ties[t].why
	if r.kind == bySame || r.kind == byPassage || r.kind == byOriginal {
		return "" // not a contradiction: two passages were taken for one
	}
	return "the dates do not agree: " + y.link(&r, root).Say + ", which the rest does not allow"
}

// quarrels maps nodes to the first tie of theirs that is broken.
func (y *years) quarrels() map[int]int {
	if y.against == nil {
		y.against = map[int]int{}
		for i := range y.ties {
			t := &y.ties[i]
			if !t.broken {
				continue
			}
			for _, n := range [...]int{t.a, t.b} {
				if _, ok := y.against[n]; !ok {
					y.against[n] = i
				}
			}
		}
	}
	return y.against
}

// conflicts notes on the dates of a document what speaks against them. Nothing is
// changed but their certainty: the reader is told, and decides.
func (y *years) conflicts(i int, t *Times) {
	f := y.docs[i].Times
	for k := range f.Expressions {
		e, r := &f.Expressions[k], &t.Dates[k]
		if r.Conflict() != "" {
			r.Certain = false
		}
		if e.Year > 0 && e.Weekday >= 0 && e.Day > 0 && e.Form == when.Calendar && r.From.Known() && !onWeekday(r.From.Day, e) {
			t.dispute(k, fmt.Sprintf("there is no “%s”: %s was a %s", y.words(i, k), when.SayDay(r.From.Day), r.From.Day.Weekday()))
		}
		if g := y.glossOf(i, k); g >= 0 {
			if say := y.glossAgainst(i, k, g, t); say != "" {
				t.dispute(k, say)
				t.dispute(g, say)
			}
		}
		if n := y.asked(i, k); n >= 0 {
			if say := y.quarrel(n, i); say != "" {
				t.dispute(k, say)
			}
		}
	}
	y.afterPublication(i, t)
	y.givenAgainstText(i, t)
	y.touched(i, t)
}

// dispute notes what speaks against date k: what was found first is told.
func (t *Times) dispute(k int, say string) {
	r := &t.Dates[k]
	if r.Certain = false; r.Conflict() == "" {
		r.SetConflict(say)
	}
}

// disputePublished notes what speaks against the publication, and where it stands.
func (t *Times) disputePublished(say string, at when.Reason) {
	p := &t.Published
	if p.Certain = false; p.Conflict() == "" {
		p.SetConflict(say)
		p.Evidence = append(p.Evidence, at)
	}
}

// touched takes their certainty from the dates that count from one that has none: a
// publication that is contradicted, can be read two ways or is only likely, or the date
// of a section.
func (y *years) touched(i int, t *Times) {
	f := y.docs[i].Times
	shaky := t.Published.Conflict() != "" || t.Published.From.Known() && len(t.Published.Candidates()) > 0
	for k := range f.Expressions {
		e := &f.Expressions[k]
		_, hinted := y.states[i].hints[k]
		if hinted || e.Year > 0 || e.Form != when.Offset && e.Form != when.Calendar {
			continue
		}
		if e.Anaphor {
			t.Dates[k].Certain = t.Dates[k].Certain && certainBefore(f, t.Dates, k)
		} else if e.Section < 0 {
			t.Dates[k].Certain = t.Dates[k].Certain && !shaky
		} else if a := f.Sections[e.Section].Anchor; !t.Dates[a].Certain {
			t.Dates[k].Certain = false
		}
	}
}

// glossAgainst compares a day with the date in brackets beside it.
func (y *years) glossAgainst(i, k, g int, t *Times) string {
	a, b := &t.Dates[k], &t.Dates[g]
	if !a.From.Known() || !b.From.Known() || a.From.Day != a.To.Day || b.From.Day != b.To.Day || a.From.Day == b.From.Day {
		return ""
	}
	return fmt.Sprintf("“%s” is %s by the date of the telling, but the text says “%s”, which is %s",
		y.words(i, k), when.SayDay(a.From.Day), y.words(i, g), when.SayDay(b.From.Day))
}

// grace is how many days after its stated date a document may report a day: it may
// have been brought up to date, or dated by its first draft.
const grace = 1

// afterPublication finds days that a document reports as past although they lie
// after the date that is stated for it. A story is often dated by its download.
func (y *years) afterPublication(i int, t *Times) {
	s, f := &y.states[i], y.docs[i].Times
	if !s.stated || f.Narrative {
		return
	}
	for k := range f.Expressions {
		e := &f.Expressions[k]
		r, ok := y.fullDate(i, k)
		if !ok || k == f.Posted || e.Tense != when.Past || e.Quiet || e.Grain > when.Months || r.from <= s.published.To.Day+grace {
			continue
		}
		say := fmt.Sprintf("the document is said to be of %s, but tells of “%s” as past", when.Say(s.published), y.words(i, k))
		t.dispute(k, say)
		t.disputePublished(say, when.Reason{Say: "it tells of this day as past", Ref: y.ref(i, k)})
	}
}

// apart is how many days a page's metadata may lie after the date in its text
// without a word: pages are touched.
const apart = 31

// givenAgainstText compares the date that is given with a document with the one at
// its top.
func (y *years) givenAgainstText(i int, t *Times) {
	d := &y.docs[i]
	p := d.Times.Posted
	if p < 0 || !d.Given.From.Known() || !d.Given.To.Known() || d.Times.Narrative || y.states[i].either[p] {
		return
	}
	r, ok := y.fullDate(i, p)
	if !ok || r.from <= d.Given.To.Day && d.Given.From.Day <= r.to {
		return
	}
	late := d.Given.From.Day - r.to
	if late > 0 && late <= apart && !d.Given.Certain {
		return
	}
	say := fmt.Sprintf("the text is headed “%s”, but %s", y.words(i, p), d.Given.Basis)
	t.disputePublished(say, when.Reason{Say: "the date at the top of the text", Ref: y.ref(i, p)})
}

// certainBefore reports whether the date told before expression k, which it counts
// from, is certain.
func certainBefore(f *when.Found, dates []when.Resolved, k int) bool {
	for n := k - 1; n >= 0; n-- {
		if e := &f.Expressions[n]; (e.Form == when.Calendar || e.Form == when.Offset) && dates[n].From.Known() && !e.Quiet {
			return dates[n].Certain
		}
	}
	return true
}
