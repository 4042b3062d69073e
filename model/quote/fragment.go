package quote

import (
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// capital reports whether the words of a stretch begin with one.
func (f *finder) capital(s *stretch) bool {
	i := s.first
	for i+1 < s.end && f.d.Tokens[i].Kind == text.Quote {
		i++
	}
	r, _ := utf8.DecodeRuneInString(f.d.Text[f.d.Tokens[i].Start:])
	return unicode.IsUpper(r) || f.d.Tokens[i].Kind == text.Number || r == '£' || r == '$' || r == '…'
}

// maxListed bounds, in tokens, the gap between two fragments that one cue gives.
const maxListed = 14

// listed reports whether a fragment goes on a list whose last one was said: "a
// ‘loser’, a ‘liar’ and a ‘whiner’".
func (f *finder) listed(k int) bool {
	if k == 0 || len(f.out) == 0 || f.lastOut >= len(f.out) {
		return false
	}
	s, prev := &f.stretches[k], &f.stretches[k-1]
	q := &f.out[f.lastOut]
	if prev.block != s.block || s.open-prev.behind() > maxListed || f.span(prev).End != q.Quoted[len(q.Quoted)-1].End || !f.sameSentence(s) {
		return false
	}
	for i := prev.behind(); i < s.open; i++ {
		switch p := f.part(i); {
		case p == breaker || f.class(i)&says != 0:
			return false
		case f.lastCue.before && f.lastCue.found:
		case p == verb || p == opener || p == relative || p == pronoun:
			return false
		case p == joining:
			return true
		}
	}
	return f.lastCue.before && f.lastCue.found || s.open-prev.behind() <= 4
}

// saidFor reports whether a fragment of three words or fewer was said: a cue with
// a subject stands in its clause.
func (f *finder) saidFor(a attribution) bool {
	if !a.found {
		return false
	}
	if a.before {
		if f.class(a.cue) == finds && !f.pronounIs(a.first, a.end) && len(f.named(a.first, a.end)) == 0 {
			return false
		}
		return a.end > a.first || verbs()[f.d.Lower(a.cue)]&says != 0
	}
	return true
}

// kind decides between words given whole and fragments in the reporter's
// sentence.
func (f *finder) kind(s *stretch, a attribution) Kind {
	if f.startsSentence(s) {
		if f.capital(s) || f.words(s) > 8 {
			return Direct
		}
		return Mixed
	}
	if a.found && a.before {
		onlyMarks := true
		for i := a.cueEnd; i < s.open; i++ {
			if w := f.d.Word(i); w != "," && w != ":" && w != "-" && w != "–" && w != "—" {
				onlyMarks = false
			}
		}
		if onlyMarks || f.d.Word(s.open-1) == ":" || f.d.Word(s.open-1) == "," && f.capital(s) {
			return Direct
		}
	}
	if f.capital(s) && f.words(s) >= 4 && s.closed() && terminal(f.d.Word(s.end-1)) {
		return Direct
	}
	return Mixed
}

func terminal(w string) bool {
	return w == "." || w == "," || w == "?" || w == "!" || w == "…" || w == "..." || w == "—"
}

// content returns the span of a fragment with the reporter's words around it that
// tell what was said: from behind the cue, or from the fragment before it, to the
// end of the sentence, or to the next fragment.
func (f *finder) content(k int, a attribution) text.Span {
	d, s := f.d, &f.stretches[k]
	if !s.closed() {
		return f.span(s)
	}
	sent := d.Sentences[d.SentenceAt(s.open)]
	start, end := sent.First, sent.End
	if a.found && a.before {
		start = max(a.cueEnd, sent.First)
		if d.Lower(a.cue) == "according" {
			start = max(a.end, sent.First)
		}
		for i := start; i < s.open && i < start+12 && f.part(i) != verb; i++ {
			if d.Lower(i) == "that" && !f.timeBehind(i) { // "told the meeting on Monday that"
				start = i + 1
				break
			}
		}
	}
	if k > 0 && f.stretches[k-1].block == s.block {
		start = max(start, f.stretches[k-1].behind())
	}
	if a.found && !a.before {
		end = min(end, min(a.first, a.cue))
		if a.first == a.end {
			end = min(sent.End, a.cue)
		}
	} else if k+1 < len(f.stretches) && f.stretches[k+1].block == s.block && f.stretches[k+1].open < end {
		end = s.behind()
	}
	for start < s.open && (d.Tokens[start].Kind == text.Punct || d.Lower(start) == "that") {
		start++
	}
	if start > s.open {
		start = s.open
	}
	for end > s.behind() && d.Tokens[end-1].Kind == text.Punct {
		end--
	}
	if end <= s.behind() {
		end = s.behind()
	}
	if start == s.open && end == s.behind() {
		return f.span(s)
	}
	return d.SpanOf(start, end)
}
