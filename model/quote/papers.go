package quote

import (
	"sort"
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// common makes a speaker of a phrase without a name: "a neighbour", or a paper
// that speaks for who made it.
func (f *finder) common(first, end int) Speaker {
	d := f.d
	sp := d.SpanOf(first, end)
	s := Speaker{Name: strings.Join(strings.Fields(sp.Of(d.Text)), " "), Mention: sp, Entity: -1}
	if t := d.Tokens[first]; t.Is(text.Capital) && determiners.Has(d.Lower(first)) && first+1 < end && !d.Tokens[first+1].Is(text.Capital) {
		s.Name = d.Lower(first) + s.Name[t.End-t.Start:] // "The panel" and "the panel" are one speaker
	}
	if k, ok := f.p.At(first); ok && f.p.Mentions[k].End == end {
		s.Entity = f.p.Mentions[k].Entity
		s.Name = f.p.Entities[s.Entity].Name
		return s
	}
	if org, ok := f.staffOf(first, end); ok {
		s.Name, s.Entity = f.p.Entities[org].Name, org
		s.Why = "no other body is named that “" + s.Mention.Of(d.Text) + "” could belong to"
		return s
	}
	if p, ok := f.paperOf(first, end); ok {
		p.Mention = sp
		return p
	}
	if head := d.Lower(end - 1); papers.Has(head) {
		if a, b, ok := f.makerOf(head, first); ok {
			s.Name = f.cleanName(a, b)
			s.Why = "the text calls it “" + d.SpanOf(a, b).Of(d.Text) + "’s " + head + "”"
			if k, ok := f.p.At(b - 1); ok {
				s.Entity = f.p.Mentions[k].Entity
				s.Name = f.p.Entities[s.Entity].Name
			}
		}
	}
	return s
}

// paperOf reads "her statement" and "Lee’s letter": who made the paper says what
// it says.
func (f *finder) paperOf(first, end int) (Speaker, bool) {
	d := f.d
	for i := first + 1; i < end; i++ {
		if !papers.Has(d.Lower(i)) || d.Tokens[i].Kind != text.Word {
			continue
		}
		switch w := d.Lower(first); {
		case i+1 < end:
			return f.madeBy(i+1, end)
		case i == first+1 && (w == "his" || w == "her"):
			return f.pronoun(first)[0], true
		case d.Tokens[i-1].Kind == text.Clitic && i-1 > first:
			if s := f.named(first, i-1); len(s) > 0 {
				s[0].Why = "it is said in “" + d.SpanOf(first, end).Of(d.Text) + "”"
				return s[0], true
			}
		}
		break
	}
	return Speaker{}, false
}

// madeBy reads who made a paper behind it: "a study by the council", "a statement
// released by the council".
func (f *finder) madeBy(i, end int) (Speaker, bool) {
	d := f.d
	for k := i; k < end && k <= i+2; k++ {
		if w := d.Lower(k); w != "by" && (w != "from" || k > i) {
			continue
		}
		if d.Lower(k-1) == "obtained" || d.Lower(k-1) == "seen" || d.Lower(k-1) == "reviewed" {
			break
		}
		why := "the paper is said to be by them"
		if s := f.named(k+1, end); len(s) > 0 {
			s[0].Why = why
			return s[0], true
		}
		lo := k + 1
		for lo < end && determiners.Has(d.Lower(lo)) {
			lo++
		}
		if lo < end && d.Tokens[lo].Is(text.Capital) {
			return Speaker{Name: f.cleanName(lo, end), Entity: -1, Why: why}, true
		}
		break
	}
	return Speaker{}, false
}

// makerOf looks back for "X’s report" and returns X.
func (f *finder) makerOf(paper string, before int) (first, end int, ok bool) {
	d := f.d
	const reach = 1500 // tokens
	for i := before - 1; i > 0 && i > before-reach; i-- {
		if d.Tokens[i].Kind != text.Clitic || i+1 >= len(d.Tokens) || d.Lower(i+1) != paper {
			continue
		}
		b := d.Blocks[d.BlockAt(i)]
		return f.phraseEndingAt(i, b.First)
	}
	return 0, 0, false
}

// staff are people who speak for the body that sends them.
var staff = text.SetOf("inspectors", "investigators", "auditors", "examiners", "assessors", "prosecutors", "regulators", "commissioners", "officials")

// staffReach bounds, in mentions, how far back the body is looked for.
const staffReach = 400

// staffOf returns the body that a bare "inspectors" belongs to: the last one that
// was named before.
func (f *finder) staffOf(first, end int) (entity int, ok bool) {
	if end-first != 1 || !staff.Has(f.d.Lower(first)) {
		return 0, false
	}
	at := sort.Search(len(f.p.Mentions), func(k int) bool { return f.p.Mentions[k].First >= first })
	for k := at - 1; k >= 0 && k >= at-staffReach; k-- {
		m := f.p.Mentions[k]
		if m.Form == people.FullName && f.p.Entities[m.Entity].Kind == people.Organisation {
			return m.Entity, true
		}
	}
	return 0, false
}
