package search

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// widthOf returns how many parts the word of a key has: its letters and digits
// hold none of the marks that join.
func widthOf(key string) int {
	n := 1
	for i := range len(key) {
		switch key[i] {
		case '\'', '.', ',', ':':
			n++
		case accentMark:
			return n
		}
	}
	return n
}

// matches reports whether a word of the text, by its key, is one that is looked
// for. A beginning without a joining mark means a part of a word: o* finds the O
// of O’Neill once, not the whole of it too.
func (w *Word) matches(key string) bool {
	want, have := baseOf(w.key), baseOf(key)
	switch {
	case w.Fuzzy > 0:
		return distance(want, have, int(w.Fuzzy)) <= int(w.Fuzzy)
	case w.Prefix:
		if !strings.HasPrefix(have, want) || widthOf(want) == 1 && widthOf(have) > 1 {
			return false
		}
	case have != want:
		return false
	}
	return len(want) == len(w.key) || agrees(exactOf(w.key), exactOf(key))
}

// match appends the terms of a segment that a word means.
func (s *segment) match(dst []uint32, w *Word) []uint32 {
	if w.Fuzzy > 0 {
		return s.fuzzy(dst, baseOf(w.key), int(w.Fuzzy))
	}
	want := baseOf(w.key)
	for i := s.find(want); i < s.terms(); i++ {
		key := string(s.key(i))
		if !strings.HasPrefix(key, want) || !w.Prefix && len(baseOf(key)) > len(want) {
			break
		}
		if w.matches(key) {
			dst = append(dst, uint32(i))
		}
	}
	return dst
}

// fuzzy appends the terms within k edits of want. Neighbours in the dictionary
// share their beginnings, and so the rows of the table of distances; a beginning
// that is too far already is passed with all that begins so: for two edits of a word of
// seven letters it looks at a quarter of the terms.
func (s *segment) fuzzy(dst []uint32, want string, k int) []uint32 {
	t := newTable(want)
	last := ""
	for i := 0; i < s.terms(); {
		base := baseOf(string(s.key(i)))
		if !t.to(last, base, k) {
			last = base[:t.end]
			i = s.past(i, last)
			continue
		}
		if t.distance() <= k {
			dst = append(dst, uint32(i))
		}
		last = base
		i++
	}
	return dst
}

// past returns the first term behind i that does not begin with prefix: mostly
// one of the next.
func (s *segment) past(i int, prefix string) int {
	has := func(k int) bool { return strings.HasPrefix(string(s.key(k)), prefix) }
	step := 1
	for i+step < s.terms() && has(i+step) {
		i += step
		step *= 2
	}
	next := i + 1
	return next + sort.Search(min(i+step, s.terms())-next, func(k int) bool { return !has(next + k) })
}

// table is the table of edit distances between want and the beginnings of a
// word: a letter more, a letter less, another letter, or two that changed places
// (Damerau's four, in the restricted form). Row i is for i letters of the word.
type table struct {
	want []rune
	word []rune
	rows [][]int
	ends []int // the bytes of so many letters
	n    int   // letters of the word
	end  int   // bytes of what was read of it
}

func newTable(want string) *table {
	t := &table{want: []rune(want)}
	first := make([]int, len(t.want)+1)
	for i := range first {
		first[i] = i
	}
	t.rows, t.ends = [][]int{first}, []int{0}
	return t
}

// to makes the rows for word, of which those that it shares with last are there.
// It returns false where no word that begins like word[:t.end] is within k.
func (t *table) to(last, word string, k int) bool {
	shared := 0
	for shared < len(last) && shared < len(word) && last[shared] == word[shared] {
		shared++
	}
	i := 0
	for i < t.n && t.ends[i+1] <= shared {
		i++
	}
	off := t.ends[i]
	for t.n = i; off < len(word); t.n++ {
		r, n := utf8.DecodeRuneInString(word[off:])
		off += n
		t.row(t.n+1, r)
		t.ends[t.n+1] = off
		// Two letters that change places may mend this row by the one before.
		if !t.near(t.n+1, k) && (t.n == 0 || !t.near(t.n, k-1)) {
			t.n++
			t.end = off
			return false
		}
	}
	t.end = off
	return true
}

// near reports whether row i holds a distance of at most k.
func (t *table) near(i, k int) bool {
	for _, d := range t.rows[i] {
		if d <= k {
			return true
		}
	}
	return false
}

func (t *table) row(i int, r rune) {
	if i == len(t.rows) {
		t.rows = append(t.rows, make([]int, len(t.want)+1))
		t.ends = append(t.ends, 0)
		t.word = append(t.word, 0)
	}
	t.word[i-1] = r
	prev, row := t.rows[i-1], t.rows[i]
	row[0] = i
	for j, w := range t.want {
		cost := 1
		if w == r {
			cost = 0
		}
		d := min(prev[j]+cost, prev[j+1]+1, row[j]+1)
		if i > 1 && j > 0 && t.word[i-2] == w && t.want[j-1] == r {
			d = min(d, t.rows[i-2][j-1]+1)
		}
		row[j+1] = d
	}
}

func (t *table) distance() int { return t.rows[t.n][len(t.want)] }

// distance returns the distance of two words, or more than k where it is more.
func distance(a, b string, k int) int {
	t := newTable(a)
	if !t.to("", b, k) {
		return k + 1
	}
	return t.distance()
}

// names looks for words in names, keeping its room from one to the next.
type names struct {
	runs []run
	keys []byte
}

// called reports whether words stand in a name, one behind the other.
func (r *names) called(words []Word, name string) bool {
	r.runs = r.runs[:0]
	p := parts{s: name}
	var w run
	for n := 0; p.next(); n++ {
		if whole := w.take(&p, n); whole.width > 1 {
			r.runs = append(r.runs, whole)
		}
		r.runs = append(r.runs, run{p.start, p.end, n, 1})
	}
	if w.width > 1 {
		r.runs = append(r.runs, w)
	}
	var ends map[int]bool // where the words so far may end; made for the few names that have the first
	for _, first := range r.runs {
		if r.is(&words[0], name, first) {
			if ends == nil {
				ends = map[int]bool{}
			}
			ends[first.pos+first.width] = true
		}
	}
	for i := 1; i < len(words) && len(ends) > 0; i++ {
		next := map[int]bool{}
		for _, n := range r.runs {
			if ends[n.pos] && r.is(&words[i], name, n) {
				next[n.pos+n.width] = true
			}
		}
		ends = next
	}
	return len(ends) > 0
}

func (r *names) is(w *Word, name string, n run) bool {
	if c := name[n.start]; w.Fuzzy == 0 && c < utf8.RuneSelf && lower[c] != w.key[0] {
		return false
	}
	r.keys = appendKey(r.keys[:0], name[n.start:n.end])
	return w.matches(string(r.keys))
}
