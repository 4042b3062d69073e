package filters

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/ui/index"
)

// rank is how well a condition answers what is typed, the best first.
type rank uint8

const (
	asTyped  rank = iota // it is called so and no more
	asWord               // each word typed is a word of its name
	asPrefix             // or begins one
	asPart               // or stands inside one
	byAlias              // a word is not in the name, but in what else it is found by: the same three again
	last     = byAlias + asPart
)

// group is the rows of a section that answer what is typed.
type group struct {
	of   int // the section
	best rank
	rows []row
}

// ranked tells whether words find a condition, and how well.
func (o *option) ranked(words []string) (r rank, ok bool) {
	for _, w := range words {
		at := standing(o.lower, w)
		if at == last {
			if at = standing(o.also, w); at == last {
				return last, false
			}
			at += byAlias - asWord
		}
		r = max(r, at)
	}
	if o.called(strings.Join(words, " ")) {
		r = asTyped
	}
	return r, true
}

// called reports whether words are the whole name of a condition, or of the file of
// a document.
func (o *option) called(typed string) bool {
	if d, ok := o.condition.(index.ByDocument); ok && typed == strings.ToLower(d.File) {
		return true
	}
	return typed == o.lower || typed == strings.ToLower(o.condition.Name())
}

// standing tells how a word stands in a name, both in lower case; last where it does
// not.
func standing(name, word string) rank {
	best := last
	for from := 0; best > asWord; {
		i := strings.Index(name[from:], word)
		if i < 0 {
			break
		}
		i += from
		switch {
		case !parted(name, i):
			best = min(best, asPart)
		case !parted(name, i+len(word)):
			best = min(best, asPrefix)
		default:
			best = asWord
		}
		from = i + len(word)
	}
	return best
}

// parted reports whether no word goes on over a place in a text.
func parted(s string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:at])
	behind, _ := utf8.DecodeRuneInString(s[at:])
	return !inWord(before) || !inWord(behind)
}

func inWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }

// sorted sets the sections in the order of their best answers. Whether a word is
// typed whole does not part them: that changes with every letter, and they would jump.
func sorted(groups []group) {
	slices.SortStableFunc(groups, func(a, b group) int { return cmp.Compare(a.best.coarse(), b.best.coarse()) })
}

func (r rank) coarse() rank {
	if r == asWord {
		return asPrefix
	}
	return r
}
