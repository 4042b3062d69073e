package event

import (
	"sort"
	"strings"

	"onrecord/model/text"
	"onrecord/model/when"
)

// enter reads the words of a sentence into classes and finds its verb phrases,
// once for all the expressions that stand in it.
func (f *finder) enter(n int) {
	if f.at == n {
		return
	}
	f.at, f.s = n, f.d.Sentences[n]
	f.cls, f.verbs = f.cls[:0], f.verbs[:0]
	for i := f.s.First; i < f.s.End; i++ {
		f.cls = append(f.cls, f.classOf(i))
	}
	f.here = f.expressionsOf(n)
	for k := range f.here {
		if e := &f.here[k]; e.Form != when.Length {
			for i := e.First; i < e.End; i++ {
				f.cls[i-f.s.First] |= timed
			}
		}
	}
	for i := f.s.First; i < f.s.End; {
		v, ok := f.verbAt(i)
		if !ok {
			i++
			continue
		}
		f.verbs = append(f.verbs, v)
		i = v.end
	}
	f.reduce()
}

// expressionsOf returns the time expressions of sentence n.
func (f *finder) expressionsOf(n int) []when.Expression {
	all := f.t.Expressions
	first := sort.Search(len(all), func(k int) bool { return int(all[k].Sentence) >= n })
	end := first
	for end < len(all) && int(all[end].Sentence) == n {
		end++
	}
	return all[first:end]
}

func (f *finder) classOf(i int) class {
	t := f.tok(i)
	if t.Kind != text.Word {
		if t.Kind == text.Punct && f.word(i) == "&" {
			return conjunction
		}
		return 0
	}
	w := f.d.Lower(i)
	c := classes()[w]
	capital := t.Is(text.Capital) && i > f.s.First
	switch {
	case capital && c&(pronoun|possessive|determiner|be|have|do|subordinator|preposition|conjunction) == 0:
		return c & eventful // a name
	case w == "am" && f.lower(i-1) != "i":
		return 0
	case c == 0 && len(w) > 4 && strings.HasSuffix(w, "ly"):
		return adverb
	case i == f.s.First && t.Is(text.Capital) && c == 0 && i+1 < f.s.End && !t.Is(text.AllCaps) && classes()[f.d.Lower(i+1)]&preposition == 0:
		return 0 // a name rather than “Asked by”
	case len(w) > 3 && strings.HasSuffix(w, "ed") && !notPast.Has(w):
		return c | pastOrPart
	case c == 0 && (strings.HasSuffix(w, "tion") || strings.HasSuffix(w, "ment")):
		if !notEventful.Has(w) {
			return c | eventful
		}
	}
	return c
}

// is reports whether token i of the sentence can be of one of the classes.
func (f *finder) is(i int, c class) bool {
	return i >= f.s.First && i < f.s.End && f.cls[i-f.s.First]&c != 0
}

// lower is token i in lower case, or "" outside the sentence.
func (f *finder) lower(i int) string {
	if i < f.s.First || i >= f.s.End {
		return ""
	}
	return f.d.Lower(i)
}

// word is token i as it is written, or "" outside the document.
func (f *finder) word(i int) string {
	if i < 0 || i >= len(f.d.Tokens) {
		return ""
	}
	return f.d.Word(i)
}

// tok is token i, or a mark outside the document.
func (f *finder) tok(i int) text.Token {
	if i < 0 || i >= len(f.d.Tokens) {
		return text.Token{Kind: text.Punct}
	}
	return f.d.Tokens[i]
}

func (f *finder) kind(i int) text.Kind { return f.tok(i).Kind }

// inside reports whether i is a token of the sentence.
func (f *finder) inside(i int) bool { return i >= f.s.First && i < f.s.End }

// name reports whether token i is a capitalised word that does not owe its capital
// to its place.
func (f *finder) name(i int) bool {
	if !f.inside(i) {
		return false
	}
	t := f.tok(i)
	return t.Kind == text.Word && t.Is(text.Capital) && (i > f.s.First || f.cls[i-f.s.First] == 0)
}

// restarts reports whether a sentence begins anew at token i though no mark ends
// the one before it, as where a heading runs into its paragraph: a capital on a
// word that has none within a sentence.
func (f *finder) restarts(i int) bool {
	if i <= f.s.First+1 || i+1 >= f.s.End {
		return false
	}
	t := f.tok(i)
	if t.Kind != text.Word || !t.Is(text.Capital) || t.Is(text.AllCaps) || f.kind(i-1) == text.Quote || f.kind(i-1) == text.Punct {
		return false
	}
	next := f.tok(i + 1)
	return starters.Has(f.d.Lower(i)) && (next.Kind == text.Word && !next.Is(text.Capital))
}

// starters are words that have a capital at the start of a sentence and, before a
// small letter, nowhere else.
var starters = text.SetOf("the", "a", "an", "this", "these", "those", "that", "he", "she", "it", "they", "we", "his", "her", "its", "their", "our", "my", "in", "on", "at", "but", "and", "after", "before", "as", "when", "while", "if", "with", "from", "for", "there", "also", "however", "meanwhile", "last", "some", "what", "who", "how")
