package event

import "onrecord/model/text"

// asserted reports whether the clause is told as so: no condition, question, denial or
// address leads to it. Where what leads to it is a verb of doubt, the clause is widened
// to it.
func (f *finder) asserted(c *clause) bool {
	p := c.subject[0] - 1
	for f.is(p, adverb) || f.inside(p) && f.kind(p) == text.Quote {
		p--
	}
	if w := f.lower(c.subject[0]); w == "you" || w == "your" {
		return false
	}
	if supposes.Has(f.lower(p)) || supposes.Has(f.lower(c.subject[0])) || f.inverted(p, c) || f.lower(p) == "though" && f.lower(p-1) == "as" {
		return false
	}
	for i := f.s.First; i < c.subject[0] && i < f.s.First+30; i++ {
		if w := f.lower(i); w == "if" || w == "unless" {
			return false
		}
	}
	if f.lower(p) == "that" && !f.stands(p-1) {
		return false
	}
	return f.governed(c)
}

// supposes are words that lead to what is asked or assumed.
var supposes = text.SetOf("what", "if", "unless", "whether", "how", "why", "lest", "than", "suppose", "supposing", "imagine", "imagining", "assuming", "provided")

// inverted reports whether the auxiliary at token p stands before its subject, as in a
// condition or a question: "had the guard locked the gate".
func (f *finder) inverted(p int, c *clause) bool {
	switch f.lower(p) {
	case "had", "were", "should", "did", "was", "has", "have":
	default:
		return false
	}
	if p == f.s.First || f.is(p-1, conjunction) {
		return true
	}
	switch f.word(p - 1) {
	case ",", "Even", "even", "“", "\"", "‘":
		return f.is(f.verbs[c.verb].head, pastOrPart|participle)
	}
	return false
}

// stands reports whether the word at token q, behind which "that" leads to a clause,
// lets it stand: a rumour that it is so does not, nor does it that it is not true.
func (f *finder) stands(q int) bool {
	const reach = 3
	w := f.lower(q)
	if unproven.Has(w) || f.is(q, doubtful) && !f.verbEnds(q+1) {
		return false
	}
	if proven.Has(w) {
		for k := q - 1; k >= max(f.s.First, q-reach); k-- {
			if f.is(k, negation) {
				return false
			}
		}
	}
	return true
}

// unproven are nouns and adjectives of what may not be so, proven those of what is, unless
// they are denied.
var (
	unproven = text.SetOf("claim", "claims", "rumour", "rumours", "rumor", "rumors", "allegation", "allegations", "suggestion", "suggestions", "speculation", "accusation", "accusations", "idea", "notion", "theory", "theories",
		"belief", "impression", "possibility", "chance", "risk", "fear", "fears", "concern", "concerns", "hope", "hopes", "suspicion", "suspicions", "myth", "lie", "untrue", "false", "unlikely", "possible", "doubtful", "unclear", "unproven",
		"alleged", "rumoured", "rumored", "suspected", "feared", "likely", "complaint", "complaints")
	proven = text.SetOf("true", "clear", "certain", "sure", "evidence", "proof", "indication", "sign", "known", "proven", "confirmed", "established")
)

// governed reports whether the verb that leads to the clause lets it stand.
func (f *finder) governed(c *clause) bool {
	n := c.verb - 1
	if n < 0 || f.parted(f.verbs[n].end, c.subject[0]) {
		return true
	}
	v := f.verbs[n]
	if f.is(v.head, reporting|state) && (v.negative || untruly.Has(f.lower(v.first-1)) || untruly.Has(f.lower(v.head-1))) && f.leadsTo(v, c) {
		return false // "do not believe that", "falsely reported that"
	}
	if !f.is(v.head, doubtful) {
		return true
	}
	first, end, ok := f.subject(n, 0)
	if !ok || first >= v.first {
		return false
	}
	c.subject, c.first = [2]int{first, end}, f.adverbsOf(v.first)
	return true
}

// leadsTo reports whether the clause is what the verb says.
func (f *finder) leadsTo(v verb, c *clause) bool {
	p := c.subject[0]
	return p == v.end || f.lower(p-1) == "that" && p-1 == v.end
}

// untruly are adverbs of a verb whose clause is not so.
var untruly = text.SetOf("falsely", "wrongly", "wrongfully", "mistakenly", "erroneously", "incorrectly", "inaccurately", "never")

// adverbsOf returns where the words of a verb begin that a line may not leave out: what may
// not be so, or is not so, stands before it. "She never left", "he nearly drowned".
func (f *finder) adverbsOf(i int) int {
	for k := i - 1; k > f.s.First && f.is(k, adverb) && !f.is(k, preposition); k-- {
		if swaying.Has(f.lower(k)) {
			i = k
		}
	}
	return i
}

// swaying are adverbs without which a clause says something else.
var swaying = text.SetOf("never", "hardly", "barely", "scarcely", "nearly", "almost", "virtually", "allegedly", "reportedly", "apparently", "supposedly", "purportedly", "seemingly", "ostensibly", "falsely", "wrongly", "mistakenly", "unsuccessfully")
