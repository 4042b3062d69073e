package quote

import "onrecord/model/text"

// minReported is the least length in tokens of what is reported without marks.
const minReported = 4

// indirect finds claims reported without quote marks, by speech verbs and
// "according to" only: the aim is to be right where something is listed.
func (f *finder) indirect() {
	d := f.d
	cued := map[int]bool{} // sentences whose cue gave words in marks
	for i := range f.out {
		if f.out[i].Kind <= Mixed && !f.out[i].Cue.Empty() {
			cued[d.SentenceAt(d.TokenAt(int(f.out[i].Cue.Start)))] = true
		}
	}
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if b := &d.Blocks[s.Block]; cued[si] || f.taken[s.Block] || b.Kind.Quiet() || b.Kind == text.Heading || f.inside[s.First] {
			continue
		}
		f.reported(s)
	}
}

// reported looks for one claim in a sentence.
func (f *finder) reported(s *text.Sentence) {
	d := f.d
	f.block = s.Block
	for i := s.First; i < s.End; i++ {
		if f.inside[i] || d.Tokens[i].Kind != text.Word {
			continue
		}
		low := d.Lower(i)
		if low == "according" && i+1 < s.End && d.Lower(i+1) == "to" {
			f.accordingTo(s, i)
			return
		}
		if f.class(i)&claims == 0 || f.passive(i) || f.nounUse(i) {
			continue
		}
		a, b, ok := f.subject(i, s.First)
		if !ok {
			continue
		}
		at := attribution{cue: i, cueEnd: i + 1, first: a, end: b, found: true, before: true}
		if from, ok := f.clauseBehind(i, s.End); ok {
			f.report(at, from, s.End)
			return
		}
		if i+3 >= s.End && a > s.First+minReported && d.Word(a-1) == "," {
			f.report(at, s.First, a-1)
			return
		}
	}
}

// clauseBehind returns where the clause that the verb at i reports begins: behind
// "that", or at once when a subject follows.
func (f *finder) clauseBehind(i, end int) (int, bool) {
	d := f.d
	k := i + 1
	for n := k; n < end && n < k+6; n++ {
		if d.Lower(n) == "that" {
			return n + 1, end-n > minReported
		}
		if w := d.Word(n); w == "," || w == ";" {
			break
		}
	}
	switch d.Lower(i) {
	case "told", "tell", "tells", "telling", "warned", "warns", "added", "adds", "denied", "denies":
		return 0, false
	}
	if end-k <= minReported || d.Tokens[k].Kind != text.Word && d.Tokens[k].Kind != text.Number {
		return 0, false
	}
	w := d.Lower(k)
	if d.Tokens[k].Is(text.Capital) && calendar.Has(w) || prepositions.Has(w) || clauseStarts.Has(w) {
		return 0, false
	}
	for n := k + 1; n < end && n < k+14; n++ {
		if finite.Has(d.Lower(n)) || verbs()[d.Lower(n)] != 0 {
			return k, true
		}
	}
	return 0, false
}

func (f *finder) accordingTo(s *text.Sentence, i int) {
	a, b, ok := f.phrase(i+2, s.End)
	if !ok {
		return
	}
	at := attribution{cue: i, cueEnd: i + 2, first: a, end: b, found: true}
	if i-s.First > minReported {
		f.report(at, s.First, i)
		return
	}
	if s.End-b > minReported {
		f.report(at, b, s.End)
	}
}

func (f *finder) report(a attribution, from, to int) {
	d := f.d
	for to > from && (d.Tokens[to-1].Kind == text.Punct) {
		to--
	}
	for from < to && d.Tokens[from].Kind == text.Punct {
		from++
	}
	if to-from < minReported {
		return
	}
	f.out = append(f.out, Quotation{
		Kind: Indirect, Spans: []text.Span{d.SpanOf(from, to)}, Speakers: f.speakers(a), Cue: d.SpanOf(a.cue, a.cueEnd),
	})
}
