package infer

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// otherRoles reports whether two headlines tell of the same two doing something to one
// another, each the other way round: "Ann Lee sued Tom Field" is not "Tom Field sued Ann
// Lee". Where one of them says by whom it was done, nothing is known of the order.
func otherRoles(a, b string) bool {
	if strings.Contains(a, " by ") || strings.Contains(b, " by ") {
		return false
	}
	x, y := capitals(a), capitals(b) // of those that both have the first
	i := slices.IndexFunc(x, func(w string) bool { return slices.Contains(y, w) })
	k := slices.IndexFunc(y, func(w string) bool { return slices.Contains(x, w) })
	return i >= 0 && x[i] != y[k] && apartIn(a, x[i], y[k]) && apartIn(b, y[k], x[i])
}

// capitals are the capitalised words of a headline, each once, in order.
func capitals(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' }) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) && len(w) > 2 && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// apartIn reports whether a word in small letters, of what one does to the other, stands
// between two names.
func apartIn(s, first, second string) bool {
	i := strings.Index(s, first)
	k := strings.Index(s[i+len(first):], second)
	if i < 0 || k < 0 {
		return false
	}
	for w := range strings.FieldsSeq(s[i+len(first) : i+len(first)+k]) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsLower(r) && w != "and" && w != "of" && w != "the" {
			return true
		}
	}
	return false
}
