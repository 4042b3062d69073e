package people

import "strings"

// Spelling says how two full names of one last name differ.
type Spelling uint8

// The ways in which two names can be one person's, the surest first. Apart is
// none of them.
const (
	Apart     Spelling = iota
	Equal              // but for accents, case and marks
	Middle             // one of them leaves a middle name out, or shortens it
	Nickname           // Bob and Robert
	Shortened          // J. and John
	Alike              // Daryl and Darryl
)

// String completes "the first names are".
func (s Spelling) String() string {
	return [...]string{"different", "the same", "the same, and one leaves out or shortens a middle name", "short for one another", "an initial and a name that begins with it", "spelt alike"}[s]
}

// Compare says how the full names a and b may be one person's. It says nothing of
// their last names, but that a Junior is not his Senior.
func Compare(a, b string) Spelling { return compare(Fold(a), Fold(b)) }

func compare(a, b string) Spelling {
	if a == b {
		return Equal
	}
	a, ga := cutGeneration(a)
	b, gb := cutGeneration(b)
	if ga != "" && gb != "" && ga != gb {
		return Apart
	}
	first, rest, _ := strings.Cut(a, " ")
	first2, rest2, _ := strings.Cut(b, " ")
	s := compareFirst(first, first2)
	if s == Apart || first == "" || first2 == "" {
		return Apart
	}
	mid, mid2 := "", ""
	if n := strings.LastIndexByte(rest, ' '); n >= 0 {
		mid = rest[:n]
	}
	if n := strings.LastIndexByte(rest2, ' '); n >= 0 {
		mid2 = rest2[:n]
	}
	switch {
	case mid == mid2:
	case mid != "" && mid2 != "" && !strings.HasPrefix(mid, mid2) && !strings.HasPrefix(mid2, mid):
		return Apart
	case s == Equal:
		s = Middle
	}
	return s
}

// cutGeneration cuts "jr" and the like from the end of a folded name.
func cutGeneration(name string) (rest, generation string) {
	n := strings.LastIndexByte(name, ' ')
	if n < 0 || !generations.Has(name[n+1:]) {
		return name, ""
	}
	switch g := name[n+1:]; g {
	case "jr", "junior":
		return name[:n], "jr"
	case "sr", "senior":
		return name[:n], "sr"
	default:
		return name[:n], g
	}
}

func compareFirst(a, b string) Spelling {
	if a == b {
		return Equal
	}
	if a == "" || b == "" {
		return Apart
	}
	if len(a) == 1 || len(b) == 1 {
		if a[0] == b[0] {
			return Shortened
		}
		return Apart
	}
	ga, _ := firstName(a)
	gb, _ := firstName(b)
	if ga != Unknown && gb != Unknown && ga != gb {
		return Apart
	}
	if nickname(a, b) {
		return Nickname
	}
	if a[0] != b[0] || len(a) < 4 || len(b) < 4 || !oneEdit(a, b) {
		return Apart
	}
	if first(a) && first(b) && !soundsAlike(a, b) { // Maria and Marie are two names
		return Apart
	}
	return Alike
}

// soundsAlike reports whether the one edit between two known first names leaves
// the sound: a letter more that is not an a at the end, or one of i and y, c and k.
func soundsAlike(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < len(b) {
		return b[len(b)-1] != 'a' || a[len(a)-1] == 'a'
	}
	for i := range len(a) {
		if a[i] != b[i] {
			x, y := min(a[i], b[i]), max(a[i], b[i])
			return x == 'i' && y == 'y' || x == 'c' && y == 'k' || x == 's' && y == 'z'
		}
	}
	return true
}

func firstWord(folded string) string {
	first, _, _ := strings.Cut(folded, " ")
	return first
}

// oneEdit reports whether one inserted, deleted or replaced byte makes a of b.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}
