package event

import (
	"strings"

	"onrecord/model/text"
)

// verb is a finite verb phrase: tokens [first, end) with the verb that carries
// its meaning at head.
type verb struct {
	first, head, end int
	modal            bool // may, might, could, should: it need not happen
	would            bool
	will             bool
	aim              bool // is to, is set to, plans to
	perfect          bool
	present          bool // simple present
	copula           bool // be and no participle
	passive          bool
	negative         bool
}

// verbAt reads the verb phrase that begins at token i.
func (f *finder) verbAt(i int) (verb, bool) {
	v := verb{first: i, head: i, end: i + 1}
	switch {
	case f.is(i, timed):
		return v, false
	case f.is(i, be|have|do|modal):
		if f.lower(i-1) == "to" || f.is(i-1, determiner) && !f.is(i-1, pronoun) {
			return v, false // "to have", "the will"
		}
		if f.is(i, modal) && (f.tok(i).Is(text.Capital) || f.kind(max(i-1, f.s.First)) == text.Number) {
			return v, false // the month of May, a Will
		}
		f.auxiliary(&v)
	case f.is(i, past):
		if f.is(i-1, determiner) && !f.is(i-1, pronoun) {
			return v, false
		}
	case f.is(i, pastOrPart):
		if !f.carries(i) {
			return v, false
		}
	case f.is(i, present):
		if !f.acts(i) {
			return v, false
		}
		v.present = true
	case f.is(i-1, pronoun) && isPlain(f.lower(i-1)) && f.kind(i) == text.Word && f.cls[i-f.s.First]&^(state|reporting|done|eventful) == 0:
		v.present = true // "we welcome"
	default:
		return v, false
	}
	f.toward(&v)
	return v, true
}

// isPlain reports whether a pronoun takes the plain form of a verb.
func isPlain(w string) bool { return w == "we" || w == "they" || w == "i" || w == "you" }

// auxiliary reads over the words of a verb phrase behind its first auxiliary.
func (f *finder) auxiliary(v *verb) {
	w := f.lower(v.first)
	isBe := f.is(v.first, be)
	v.copula, v.present = isBe, w == "is" || w == "are" || w == "am" || f.is(v.first, do) && strings.HasPrefix(w, "do")
	v.perfect = f.is(v.first, have)
	v.will = w == "will" || w == "shall" || strings.HasPrefix(w, "won")
	v.would = strings.HasPrefix(w, "would")
	v.modal = f.is(v.first, modal) && !v.will && !v.would
	v.negative = f.is(v.first, negation)
	verbal := f.is(v.first, modal|do)
	for k := v.first + 1; f.inside(k) && k < v.first+9; k++ {
		switch {
		case f.is(k, nonfinite):
			v.end, v.head, v.copula, isBe, verbal = k+1, k, f.lower(k) == "be" || f.lower(k) == "been", true, false
			continue
		case f.is(k, have) && f.is(v.first, modal):
			v.end, v.head, v.perfect, verbal = k+1, k, true, false
			continue
		case f.is(k, negation):
			v.negative = true
			continue
		case isBe && f.lower(k) == "too":
			return // "were too poorly organised to": a state
		case f.is(k, adverb) && !f.is(k, preposition):
			continue
		case f.is(k, participle|pastOrPart) && (isBe || v.perfect):
			if !isBe || f.lower(k) != "set" || f.lower(k+1) != "to" {
				v.passive = isBe
			}
			v.copula, v.present, v.end, v.head = false, v.present && !isBe, k+1, k
			if v.passive && f.is(v.first, be) && (f.lower(v.first) == "is" || f.lower(v.first) == "are") {
				v.present = true
			}
		case isBe && f.kind(k) == text.Word && strings.HasSuffix(f.lower(k), "ing") && len(f.lower(k)) > 4 && !f.is(k, eventful):
			v.copula, v.end, v.head = false, k+1, k
		case verbal && f.kind(k) == text.Word && !f.is(k, determiner|preposition|pronoun|possessive|conjunction):
			v.end, v.head = k+1, k
		}
		return
	}
}

// toward reads what leads on to an act to come: "is set to take place", "plans to
// march", "is to be held".
func (f *finder) toward(v *verb) {
	to := v.end
	for f.is(to, adverb) && to < v.end+2 {
		to++
	}
	if v.copula && f.inside(to) && aims.Has(f.lower(to)) { // "is due to", "is likely to"
		to++
	}
	w := f.lower(to - 1)
	if f.lower(to) != "to" {
		if w == "due" || w == "scheduled" || w == "expected" || w == "planned" {
			v.aim, v.end = true, to
		}
		return
	}
	if !(v.copula && to == v.end) && !aims.Has(w) && w != "intended" && !settling.Has(w) {
		return
	}
	k := to + 1
	for f.is(k, adverb) {
		k++
	}
	if !f.inside(k) || f.kind(k) != text.Word || f.is(k, determiner|pronoun|possessive) || f.tok(k).Is(text.Capital) {
		return // "was to the point"
	}
	if !settling.Has(w) {
		v.aim = true
	}
	v.copula, v.end, v.head = false, k+1, k
	if f.lower(k) == "be" && f.is(k+1, participle|pastOrPart) {
		v.end, v.head, v.passive = k+2, k+1, true
	}
}

// settling lead to an act that is told as done or decided, not only aimed at: "was
// forced to close".
var settling = text.SetOf("agreed", "decided", "voted", "forced", "ordered", "asked", "able")

// carries reports whether a word that may be a past or a participle carries a
// clause at token i: it stands behind a subject and is not rather a description
// of a noun ("the planned visit", "the programme made by").
func (f *finder) carries(i int) bool {
	p := i - 1
	for f.is(p, adverb) && !f.is(p, preposition) && p > f.s.First {
		p--
	}
	if !f.inside(p) || f.tok(i).Is(text.Capital) {
		return false
	}
	w := f.lower(p)
	if f.is(p, pronoun) && w != "them" && w != "him" && w != "us" && w != "me" && w != "those" && w != "all" && w != "both" {
		return true
	}
	if f.is(p, determiner|possessive|preposition|be|have|nonfinite) {
		return false
	}
	n := i + 1
	if x := f.expressionEnd(n + 1); f.lower(n) == "by" && !measured.Has(f.lower(i)) && (x == 0 || f.isAttribute(x) || f.kind(x-1) == text.Clitic) {
		return false
	}
	if f.led(i) || !f.ended() && f.dateAt(n) && len(f.verbs) == 0 && f.d.Blocks[f.s.Block].Kind != text.Heading {
		return false
	}
	switch f.kind(p) {
	case text.Word:
		if f.is(p, conjunction) { // "opened and closed", not "wounded and injured"
			return f.verbBefore(p) && !f.is(i+1, conjunction)
		}
		return !f.is(p, subordinator) && !strings.HasSuffix(w, "ing")
	case text.Number, text.Clitic:
		return f.is(p, timed)
	case text.Punct:
		return f.word(p) == "," && p > f.s.First && (!f.is(n, preposition) || f.alone(n)) && f.inserted() || f.word(p) == ")"
	}
	return f.kind(p) == text.Quote
}

// measured are verbs behind which "by" gives a number: "voted by five to four".
var measured = text.SetOf("voted", "increased", "dropped", "climbed", "jumped", "declined", "slipped", "soared", "tumbled", "narrowed", "widened")

// alone reports whether no word behind token i can be nothing but a finite verb.
func (f *finder) alone(i int) bool {
	for ; i < f.s.End; i++ {
		if f.is(i, past|be|have|modal) || saying.Has(f.lower(i)) {
			return false
		}
	}
	return true
}

// inserted reports whether all verbs so far are in clauses about a noun, so that
// the subject still wants its own.
func (f *finder) inserted() bool {
	for n := range f.verbs {
		if !f.about(n) {
			return false
		}
	}
	return true
}

// led reports whether "following" or "during" leads to the noun that ends before
// token i: "following the programme broadcast on Monday".
func (f *finder) led(i int) bool {
	for k := i - 1; k >= f.s.First && k > i-10; k-- {
		switch f.lower(k) {
		case "following", "during":
			return !f.is(k-1, determiner)
		case ",", "and", "that":
			return false
		}
		if f.verbBefore(k+1) && f.verbs[len(f.verbs)-1].end == k+1 {
			return false
		}
	}
	return false
}

// verbBefore reports whether a finite verb was read before token i.
func (f *finder) verbBefore(i int) bool {
	return len(f.verbs) > 0 && f.verbs[len(f.verbs)-1].end <= i
}

// acts reports whether a word in -s behind a name, a pronoun or a noun in the
// singular is a verb.
func (f *finder) acts(i int) bool {
	p := i - 1
	if f.lower(i+1) == "place" && f.inside(p) {
		return true // takes place
	}
	if !f.inside(p) || f.tok(i).Is(text.Capital) || f.is(p, determiner|possessive|preposition) {
		return false
	}
	w := f.lower(p)
	if w == "he" || w == "she" || w == "it" || w == "who" || w == "which" {
		return true
	}
	if strings.HasSuffix(w, "s") && !f.tok(p).Is(text.Capital) || !f.inside(i+1) {
		return false
	}
	if f.kind(p) == text.Punct && f.word(p) != "," {
		return false
	}
	return (f.is(i+1, determiner|possessive|preposition|relative|pronoun|adverb) || f.tok(i+1).Is(text.Capital) || f.dateAt(i+1)) && f.kind(p) != text.Quote
}

// reduce takes out the participles that describe a noun whose verb comes later:
// "the man arrested on Tuesday was named".
func (f *finder) reduce() {
	out := f.verbs[:0]
	for n, v := range f.verbs {
		if n+1 < len(f.verbs) && v.end == v.first+1 && f.is(v.first, pastOrPart) && f.bare(v, f.verbs[n+1]) {
			continue
		}
		out = append(out, v)
	}
	f.verbs = out
}

// bare reports whether v has no object and the next verb follows it with nothing
// between that begins a clause.
func (f *finder) bare(v, next verb) bool {
	if f.is(v.first, reporting) || f.is(v.first-1, pronoun) || !f.is(v.end, preposition|adverb) && !f.dateAt(v.end) && f.lower(v.end) != "to" {
		return false
	}
	for i := v.end; i < next.first; i++ {
		if f.hard(i) || f.word(i) == "," || f.is(i, relative|conjunction) || f.is(i, subordinator) && !f.is(i, preposition) || f.kind(i) == text.Quote {
			return false
		}
	}
	return true
}

// hard reports whether token i ends any clause.
func (f *finder) hard(i int) bool {
	if f.kind(i) != text.Punct {
		return f.kind(i) == text.URL || f.restarts(i)
	}
	switch w := f.word(i); w {
	case ",", "-", "’", "'", "£", "$", "€", "%", "&", "/", "#", "@":
		return w == "-" && f.tok(i).Is(text.SpaceBefore) && f.inside(i+1) && f.tok(i+1).Is(text.SpaceBefore)
	case ".":
		return i+1 >= f.s.End || !f.tok(i-1).Is(text.Abbrev) && !f.initial(i-1)
	}
	return true
}

// initial reports whether token i is a single letter: "George W. Bush".
func (f *finder) initial(i int) bool {
	return f.inside(i) && f.tok(i).End-f.tok(i).Start == 1 && f.tok(i).Is(text.Capital)
}
