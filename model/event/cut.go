package event

import (
	"strings"

	"onrecord/model/text"
)

// cut shortens the line to its greatest length at the start of a phrase, and
// takes words off its end that cannot end one. least is how many pieces must
// stay.
func (f *finder) cut(least int) bool {
	n, short := 0, false
	for k, p := range f.line {
		if f.kind(p.token) == text.Word || f.kind(p.token) == text.Number {
			n++
		}
		if n <= maxHeadline {
			continue
		}
		for k > least && !f.breaks(f.line[k].token) {
			k--
		}
		f.line, short = f.line[:k], true
		for back := 1; back <= 3 && len(f.line)-back > least; back++ {
			if f.is(f.line[len(f.line)-back].token, conjunction) { // "a rise and an end | to"
				f.line = f.line[:len(f.line)-back]
			}
		}
		break
	}
	for len(f.line) > 0 && (f.dangles(len(f.line)-1, least) || short && len(f.line) > least && f.leftOver(f.line[len(f.line)-1].token)) {
		f.line = f.line[:len(f.line)-1]
	}
	if n := len(f.line); n-2 >= least && f.lower(f.line[n-2].token) == "to" && f.openEnded(f.line[n-1].token) {
		f.line = f.line[:n-2]
	}
	return len(f.line) >= least
}

// openEnded reports whether the verb behind "to" at token i goes on with what the
// line leaves out.
func (f *finder) openEnded(i int) bool {
	return f.inside(i+1) && !f.hard(i+1) && f.word(i+1) != "," && !f.is(i+1, timed|preposition|adverb) && f.kind(i) == text.Word
}

// leftOver reports whether token i is a participle whose words were cut off: "a
// charity run dedicated | to".
func (f *finder) leftOver(i int) bool {
	w := f.lower(i)
	if f.is(i+1, conjunction) && f.kind(i-1) == text.Word && !f.is(i-1, adverb|conjunction) && !f.verbEnds(i) && f.lower(i-2) != "to" && !f.name(i-1) {
		return false // nothing was: "increased defence spending | and an end"
	}
	return !f.verbEnds(i+1) && !f.name(i) && (f.is(i, pastOrPart) || strings.HasSuffix(w, "ing") && !f.is(i, eventful) && len(w) > 5) && !f.is(i-1, be|have|nonfinite|preposition|determiner)
}

// breaks reports whether a phrase begins at token i that may be left out.
func (f *finder) breaks(i int) bool {
	return f.is(i, preposition) && f.lower(i) != "of" && f.lower(i) != "than" || f.lower(i) == "to" || f.word(i) == "," || f.is(i, relative|subordinator) || f.is(i, conjunction) && f.lower(i) != "&"
}

// dangles reports whether the piece at n cannot end a line.
func (f *finder) dangles(n, least int) bool {
	p := f.line[n]
	if p.says != "" {
		return false
	}
	i := p.token
	switch f.kind(i) {
	case text.Punct:
		w := f.word(i)
		return w != "%" && w != ")" && !(w == "." && n > 0 && f.tok(f.line[n-1].token).Is(text.Abbrev))
	case text.Quote:
		return f.tok(i).Is(text.SpaceBefore)
	case text.Clitic:
		return false
	case text.Word:
		if n < least {
			return false
		}
		w := f.lower(i)
		if f.name(i) || particles.Has(w) && f.verbEnds(i) {
			return false // "stood down", "weighed in"
		}
		switch w {
		case "down", "up", "out", "off", "back", "away", "together", "more", "all", "both", "her", "him", "them", "again", "home", "here", "there":
			return false
		}
		return f.is(i, preposition|conjunction|determiner|possessive|relative|subordinator|modal) || f.is(i, adverb) || w == "to" || w == "held" || w == "what" || w == "compared" || w == "aimed" || w == "devoted" || w == "dedicated" || w == "followed" || w == "including"
	}
	return false
}

// verbEnds reports whether a verb phrase ends before token i.
func (f *finder) verbEnds(i int) bool {
	for _, v := range f.verbs {
		if v.end == i {
			return true
		}
	}
	return false
}

// particles make one verb of two words: "stood down", "weighed in".
var particles = text.SetOf("down", "up", "out", "off", "in", "on", "over", "through", "away", "back", "across", "around", "along", "apart", "aside", "by")

// needsObject are verbs that say nothing alone.
var needsObject = text.SetOf("took", "made", "gave", "got", "sent", "brought", "put", "set", "used", "let", "had", "held", "found", "led", "taken", "given", "take", "make", "give", "get", "keep", "kept", "told", "called", "seemed", "showed", "become", "became", "began", "started", "include", "including", "provide", "provided", "caused", "ordered", "hold", "offer", "offered", "see", "saw", "seen", "based", "want", "sought", "seek", "find", "tried", "went", "go", "came", "come", "do", "did", "left", "asked", "says", "said", "say", "planned", "approved", "announced", "issued", "added", "wrote", "reported", "described", "sat", "ran", "hit", "met", "read", "disclosed", "appointed", "dissolve", "deliver", "delivering", "demand", "demanded", "suspected", "stormed", "begins", "starts", "produced", "affirm", "form", "formed", "named", "accused", "bought", "built", "sold", "won", "lost", "chose", "discovered", "published", "released", "unveiled", "signed", "posted", "lifted", "raised", "joined", "received", "created", "passed", "urged", "persuaded", "assured", "warned", "reached", "entered", "hired", "replaced", "blamed", "oversaw", "elaborated", "confirmed", "reelected", "re-elected", "expressed", "wanted", "visited", "handed", "addressed", "argue", "holds", "swelled")

// needsMore are participles that say nothing of their subject alone: "was made".
var needsMore = text.SetOf("made", "told", "put", "used", "asked", "called", "based", "promised", "given", "offered", "shown", "assured")

// complete reports whether the verb says something with what is left behind it.
func (f *finder) complete(v verb, more bool) bool {
	if more {
		return true
	}
	head := f.lower(v.head)
	if !v.passive && v.head > v.first && strings.HasSuffix(head, "ing") {
		return false // "was reporting": what?
	}
	if v.passive {
		return !needsMore.Has(head)
	}
	return !needsObject.Has(head) && !f.is(v.head, reporting|state|be|have|do|doubtful)
}

// saying are the verbs that need words of their own behind them to make a line.
var saying = text.SetOf("said", "says", "say", "told", "tells", "added", "adds", "replied", "insisted", "explained", "noted", "thought", "argued", "wrote", "asked", "warned", "stressed", "claimed", "suggested", "commented", "acknowledged", "complained", "believed")

// whole reports whether the clause that a verb of saying leads to stands in the
// line up to its verb and what that needs.
func (f *finder) whole(v verb, subject int) bool {
	last := f.line[len(f.line)-1].token
	if f.is(last, be|have|do|modal) && !f.name(last) {
		return false
	}
	open := saying.Has(f.lower(v.head)) && !v.passive && !(f.lower(v.head) == "wrote" && f.lower(v.end) == "to")
	for n := subject; n < len(f.line); n++ {
		i := f.line[n].token
		if i < v.end {
			continue
		}
		if f.lower(i) == "that" && f.is(v.head, reporting) {
			open = true
		}
		for _, w := range f.verbs {
			if w.first == i && w.end <= last+1 {
				open = w.end == last+1 && !f.complete(w, false)
			}
		}
	}
	return !open
}
