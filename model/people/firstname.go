package people

import (
	_ "embed"
	"hash/maphash"
	"strings"
	"sync"
)

// firstNames holds "name g\n" lines sorted by bytes: see NAMES.md for what they
// are and where they come from.
//
//go:embed names.txt
var firstNames string

// nameTable finds the lines of names.txt: open addressing, a place being where a
// line begins, plus one.
type nameTable struct {
	seed   maphash.Seed
	places []uint32
}

const nameSlots = 1 << 15

// table is made at the first name that is asked for.
var table = sync.OnceValue(func() *nameTable {
	t := &nameTable{seed: maphash.MakeSeed(), places: make([]uint32, nameSlots)}
	for start := 0; start < len(firstNames); {
		end := start + strings.IndexByte(firstNames[start:], '\n')
		k := t.slot(firstNames[start : end-2])
		for t.places[k] != 0 {
			k = (k + 1) % nameSlots
		}
		t.places[k] = uint32(start) + 1
		start = end + 1
	}
	return t
})

func (t *nameTable) slot(w string) uint32 { return uint32(maphash.String(t.seed, w) % nameSlots) }

func (t *nameTable) find(w string) (g Gender, ok bool) {
	for k := t.slot(w); t.places[k] != 0; k = (k + 1) % nameSlots {
		s := firstNames[t.places[k]-1:]
		if len(s) > len(w)+2 && s[:len(w)] == w && s[len(w)] == ' ' && s[len(w)+2] == '\n' {
			return genders[s[len(w)+1]], true
		}
	}
	return Unknown, false
}

// maxFirst bounds a first name, in bytes.
const maxFirst = 24

// firstName reports whether w, in lower case, is a first name, and whose: as it
// is spelt, else without its accents.
func firstName(w string) (g Gender, ok bool) {
	if w == "" || len(w) > maxFirst || w[0] < 'a' { // a digit or a mark
		return Unknown, false
	}
	t := table()
	if g, ok = t.find(w); ok {
		return g, ok
	}
	for i := range len(w) {
		if w[i] >= 0x80 {
			var buf [2 * maxFirst]byte
			return t.find(string(appendFold(buf[:0], w)))
		}
	}
	return Unknown, false
}

var genders = [256]Gender{'f': Female, 'm': Male}
