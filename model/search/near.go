package search

import "slices"

// nearer finds words near one another: stretches in which each word has a place
// that starts elsewhere, with at most room parts of words in all, and that hold no
// shorter such stretch.
type nearer struct {
	room  int // the parts of the words themselves, and those that may stand between
	words int
	same  []int       // of each word: the first that means the same
	stop  func() bool // asked now and then

	spots  []spot
	window []spot
	at     []uint64 // of each part of the window: the words that may stand there
	owner  []int    // of each part of the window: the word that does, or -1
	free   uint64   // the words that have no place
	seen   []bool
}

// spot is a place, and which words may take it.
type spot struct {
	interval
	words uint64 // a bit each: maxPhrase is 64
}

func newNearer(n *node, stop func() bool) *nearer {
	r := &nearer{room: n.within, words: len(n.words), stop: stop}
	for i := range n.words {
		r.room += widthOf(n.words[i].key)
		r.same = append(r.same, slices.IndexFunc(n.words, func(w Word) bool {
			return w.key == n.words[i].key && w.Prefix == n.words[i].Prefix && w.Fuzzy == n.words[i].Fuzzy
		}))
	}
	r.at, r.owner, r.seen = make([]uint64, r.room), make([]int, r.room), make([]bool, r.room)
	return r
}

// find appends the hits of one document. A stretch that begins sooner and does not
// end sooner than another holds it.
func (r *nearer) find(dst []interval, lists [][]place) []interval {
	r.merge(lists)
	from := len(dst)
	least := -1
	for i := len(r.spots) - 1; i >= 0; i-- {
		if i > 0 && r.spots[i-1].start == r.spots[i].start {
			continue
		}
		if i&255 == 0 && r.stop() {
			break
		}
		if end := r.shortest(i); end > 0 && (least < 0 || end < least) {
			dst = append(dst, interval{r.spots[i].start, end})
			least = end
		}
	}
	slices.Reverse(dst[from:])
	return dst
}

// merge makes spots of the places of all words.
func (r *nearer) merge(lists [][]place) {
	r.spots = r.spots[:0]
	for k, l := range lists {
		for _, p := range l {
			r.spots = append(r.spots, spot{interval{p.start(), p.end()}, 1 << k})
		}
	}
	slices.SortFunc(r.spots, func(a, b spot) int { return byStart(a.interval, b.interval) })
	n := 0
	for _, s := range r.spots {
		if n > 0 && r.spots[n-1].interval == s.interval {
			r.spots[n-1].words |= s.words
			continue
		}
		r.spots[n] = s
		n++
	}
	r.spots = r.spots[:n]
}

// shortest returns the end of the shortest stretch that begins no sooner than spot
// i and gives every word a place, or 0. It adds spots by their end, and after each
// lets the words that have no place look for one, others moving where they can
// (Kuhn 1955).
func (r *nearer) shortest(i int) int {
	from := r.spots[i].start
	r.window = r.window[:0]
	var any uint64
	for ; i < len(r.spots) && r.spots[i].start < from+r.room; i++ {
		if s := r.spots[i]; s.end <= from+r.room {
			r.window = append(r.window, s)
			any |= s.words
		}
	}
	r.free = 1<<r.words - 1
	if any != r.free {
		return 0
	}
	slices.SortStableFunc(r.window, func(a, b spot) int { return a.end - b.end })
	clear(r.at)
	for k := range r.owner {
		r.owner[k] = -1
	}
	for _, s := range r.window {
		r.at[s.start-from] |= s.words
		var failed uint64
		for k := range r.words {
			if r.free&(1<<k) == 0 || failed&(1<<r.same[k]) != 0 {
				continue
			}
			clear(r.seen)
			if r.settle(k) {
				r.free &^= 1 << k
				break // one more spot gives one more word a place
			}
			failed |= 1 << r.same[k]
		}
		if r.free == 0 {
			return s.end
		}
	}
	return 0
}

// settle finds a place for a word, moving others.
func (r *nearer) settle(word int) bool {
	for i := range r.at {
		if r.at[i]&(1<<word) == 0 || r.seen[i] {
			continue
		}
		r.seen[i] = true
		if r.owner[i] < 0 || r.settle(r.owner[i]) {
			r.owner[i] = word
			return true
		}
	}
	return false
}
