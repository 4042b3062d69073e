package text

import (
	"iter"
	"slices"
	"sync/atomic"
)

// Set is a set of words: what most rules of language ask of a word is whether it
// is one of some. Its table is made when it is first asked, since a hundred sets
// made before the first document is read took half a millisecond of the start.
type Set struct {
	words []string
	table atomic.Pointer[map[string]struct{}]
}

// SetOf makes a set of words.
func SetOf(words ...string) *Set { return &Set{words: words} }

// All returns the words, in the order in which they were given.
func (s *Set) All() iter.Seq[string] { return slices.Values(s.words) }

// Has reports whether w is in the set.
func (s *Set) Has(w string) bool {
	t := s.table.Load()
	if t == nil {
		t = s.make()
	}
	_, ok := (*t)[w]
	return ok
}

// make makes the table. Several goroutines may make the same one at once.
func (s *Set) make() *map[string]struct{} {
	t := make(map[string]struct{}, len(s.words))
	for _, w := range s.words {
		t[w] = struct{}{}
	}
	s.table.Store(&t)
	return &t
}
