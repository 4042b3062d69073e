package quote

import (
	"strings"

	"onrecord/model/text"
)

// passive reports whether the verb at k is a participle of something done to its
// subject: "was told", "been found".
func (f *finder) passive(k int) bool {
	if k == 0 || strings.HasSuffix(f.d.Lower(k), "ing") {
		return false
	}
	i := k - 1
	for i > 0 && i > k-3 && f.part(i) == adverb {
		i--
	}
	switch f.d.Lower(i) {
	case "was", "were", "been", "being", "is", "are", "be", "get", "got":
		return true
	}
	return false
}

// unsaid reports whether the cue before words tells that they were not said, or what if
// they were: "did not say", "denied saying", "if she says", "should have said".
func (f *finder) unsaid(a attribution) bool {
	if !a.found || !a.before || a.cueEnd == a.cue || f.class(a.cue)&says == 0 {
		return false
	}
	const reach = 3
	d := f.d
	if a.end > a.first && a.first < a.cue {
		if a.first > 0 && (d.Lower(a.first-1) == "if" || d.Lower(a.first-1) == "unless") {
			return true
		}
		if w := d.Lower(a.first); w == "nobody" || w == "none" || w == "no" && d.Lower(a.first+1) == "one" {
			return true
		}
	}
	lo := max(a.cue-reach, 0)
	if a.first < a.cue {
		lo = max(lo, a.first)
	}
	for k := a.cue - 1; k >= lo && d.Tokens[k].Kind == text.Word; k-- {
		switch w := d.Lower(k); {
		case w == "not" || w == "never" || strings.HasSuffix(w, "n’t") || strings.HasSuffix(w, "n't"):
			next := d.Lower(k + 1)
			return next != "only" && next != "just"
		case w == "have" && k > 0 && unreal.Has(d.Lower(k-1)):
			return true
		case k == a.cue-1 && (w == "denied" || w == "denies" || w == "denying" || w == "deny"):
			return true
		case f.part(k) != adverb && w != "have" && w != "has" && w != "had":
			return false
		}
	}
	return false
}

// unreal are auxiliaries that, before "have", tell of what was not done.
var unreal = text.SetOf("should", "could", "would", "might", "must")

// reports reports whether token i is a reporting verb, and no name: "the United
// States", "Read said".
func (f *finder) reports(i int) bool { return f.class(i) != 0 }

// phrasalAt returns how many words the verb at i has: 2 for "pointed out".
func (f *finder) phrasalAt(i int) int {
	if second, ok := phrasal[f.d.Lower(i)]; ok && i+1 < len(f.d.Tokens) && f.d.Lower(i+1) == second {
		return 2
	}
	return 1
}

// class returns what the word at i does if it is a reporting verb, else 0. It is
// kept for each token once the marks are settled.
func (f *finder) class(i int) class {
	if f.classes == nil {
		return f.classOf(i)
	}
	if f.classes[i] == 0 {
		f.classes[i] = f.classOf(i) | settled
	}
	return f.classes[i] &^ settled
}

func (f *finder) classOf(i int) class {
	t := f.d.Tokens[i]
	if t.Kind != text.Word {
		return 0
	}
	r, ok := reporting()[f.d.Lower(i)]
	if !ok || t.Is(text.Capital) && !t.Is(text.SentStart) && !t.Is(text.AllCaps) && f.d.Blocks[f.d.BlockAt(i)].Kind != text.Heading {
		return 0
	}
	if r.second != "" && i+1 < len(f.d.Tokens) && f.d.Lower(i+1) == r.second {
		return says | claims
	}
	if r.bare && r.class != 0 && !f.verbHere(i) {
		return 0
	}
	return r.class
}

// verbHere reports whether a word that may be a noun stands where a verb can:
// behind a plural, a pronoun, a name, or an auxiliary.
func (f *finder) verbHere(i int) bool {
	if i == 0 || f.inside[i-1] {
		return i > 0
	}
	d := f.d
	p, w := d.Tokens[i-1], d.Lower(i-1)
	if p.Kind != text.Word {
		return d.Lower(i-1) == "," || p.Kind == text.Quote
	}
	third := strings.HasSuffix(d.Lower(i), "s")
	if pronouns.Has(w) || between.Has(w) || p.Is(text.Capital) && !third || w == "who" {
		return true
	}
	if third && p.Is(text.Capital) && w != "who" {
		_, ok := f.p.At(i - 1)
		return ok || p.Is(text.SentStart)
	}
	if third && !determiners.Has(d.Lower(max(i-2, 0))) && (i < 2 || !d.Tokens[i-2].Is(text.Capital)) {
		return false
	}
	plural := len(w) > 2 && w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women"
	return third != plural
}

// goesOnTo reports whether the infinitive at i is what its subject does: "went on
// to say", "took the floor to call it", but not "refused to call it".
func (f *finder) goesOnTo(i int) bool {
	if i < 2 {
		return false
	}
	switch f.d.Lower(i - 2) {
	case "refused", "refuses", "declined", "declines", "failed", "fails", "wants", "want", "wanted", "unwilling", "reluctant", "able", "afraid", "not":
		return false
	}
	return f.class(i)&(says|judges) != 0
}

// nounUse reports whether a word that may be a verb stands as a noun: "the
// report", "their calls".
func (f *finder) nounUse(i int) bool {
	if i == 0 {
		return false
	}
	p := f.d.Lower(i - 1)
	return determiners.Has(p) && !pronouns.Has(p) && f.d.Tokens[i-1].Kind == text.Word && p != "all" || f.d.Tokens[i-1].Kind == text.Clitic
}
