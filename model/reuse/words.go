package reuse

import (
	"math"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// Words and what is made of them are hashed by FNV-1a.
const (
	fnvStart  = 2166136261
	fnvFactor = 16777619
)

// word is a word of a text: the hash of its letters and digits in lower case, and
// where it stands.
type word struct {
	hash       uint32
	start, end int32
}

// scratch holds room for words: a fingerprint keeps none of a document's.
var scratch = sync.Pool{New: func() any { return new([]word) }}

// appendWords splits s into words. Marks of punctuation are left out, so that a
// passage set anew is still the same.
func appendWords(out []word, s string) []word {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if folded[c] == 0 {
				i++
				continue
			}
		} else if r, n := utf8.DecodeRuneInString(s[i:]); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			i += n
			continue
		}
		h, end := wordAt(s, i)
		out = append(out, word{h, int32(i), int32(end)})
		i = end
	}
	return out
}

// folded gives letters of ASCII in lower case and digits as they are; 0 is any
// other sign.
var folded = func() (t [utf8.RuneSelf]byte) {
	for c := byte('a'); c <= 'z'; c++ {
		t[c], t[c-'a'+'A'] = c, c
	}
	for c := byte('0'); c <= '9'; c++ {
		t[c] = c
	}
	return t
}()

// wordAt returns the hash of the word that starts at i, and where it ends.
func wordAt(s string, i int) (hash uint32, end int) {
	h := uint32(fnvStart)
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if c = folded[c]; c == 0 {
				break
			}
			h = (h ^ uint32(c)) * fnvFactor
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		h = (h ^ uint32(unicode.ToLower(r))) * fnvFactor
		i += n
	}
	return h, i
}

// gram hashes so many words that follow one another.
func gram(w []uint32) uint32 {
	h := uint32(fnvStart)
	for _, x := range w {
		h = (h ^ x) * fnvFactor
		h ^= h >> 15
	}
	return h
}

// words are those of a text: their hashes, and where they start.
type words struct {
	hashes []uint32
	near   []uint16 // starts, in a text of less than 64 KiB
	far    []uint32 // the same in a longer one
}

func (w *words) fill(s string) {
	all := scratch.Get().(*[]word)
	defer scratch.Put(all)
	*all = appendWords((*all)[:0], s)
	w.hashes, w.near, w.far = slices.Grow(w.hashes[:0], len(*all)), w.near[:0], nil
	if len(s) > math.MaxUint16 {
		w.far = make([]uint32, 0, len(*all))
	} else {
		w.near = slices.Grow(w.near, len(*all))
	}
	for _, x := range *all {
		w.hashes = append(w.hashes, x.hash)
		if w.far != nil {
			w.far = append(w.far, uint32(x.start))
		} else {
			w.near = append(w.near, uint16(x.start))
		}
	}
}

func (w *words) start(i int) int {
	if w.far != nil {
		return int(w.far[i])
	}
	return int(w.near[i])
}

// span returns the place in s of words from to end.
func (w *words) span(s string, from, end int) text.Span {
	last := w.start(end - 1)
	_, n := wordAt(s, last)
	return text.Between(w.start(from), n)
}
