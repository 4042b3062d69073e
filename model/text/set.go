package text

// Set is a set of words: what most rules of language ask of a word is whether it
// is one of some.
type Set map[string]struct{}

// SetOf makes a set of words.
func SetOf(words ...string) Set {
	m := make(Set, len(words))
	for _, w := range words {
		m[w] = struct{}{}
	}
	return m
}

// Has reports whether w is in the set.
func (s Set) Has(w string) bool {
	_, ok := s[w]
	return ok
}
