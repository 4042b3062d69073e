package people

import (
	_ "embed"
	"strings"
)

// firstNames holds "name g\n" lines sorted by bytes: see NAMES.md for what they
// are and where they come from. It is searched as it stands, so that starting up
// costs nothing.
//
//go:embed names.txt
var firstNames string

// firstName reports whether w, in lower case, is a first name, and whose.
func firstName(w string) (g Gender, ok bool) {
	if w == "" || w[0] < 'a' { // a digit or a mark
		return Unknown, false
	}
	lo, hi := 0, len(firstNames)
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(firstNames[lo:mid], '\n') + lo + 1
		end := start + strings.IndexByte(firstNames[start:], '\n')
		name := firstNames[start : end-2]
		switch c := strings.Compare(w, name); {
		case c == 0:
			return genders[firstNames[end-1]], true
		case c < 0:
			hi = start
		default:
			lo = end + 1
		}
	}
	return Unknown, false
}

var genders = [256]Gender{'f': Female, 'm': Male}
