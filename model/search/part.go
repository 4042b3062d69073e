package search

import (
	"encoding/binary"
	"hash/maphash"
	"math"
	"slices"
	"sync"
)

// Part is the index of one document: what Index makes of it, by itself and on any
// goroutine. A Builder that it is added to takes it over.
type Part struct {
	text   string
	starts []byte      // of each part of a word: bytes since the start of the one before
	wide   []wideStart // those of 255 bytes and more
	keys   []byte
	terms  []partTerm // in the order of their first occurrence
	pos    []byte     // of each term: its positions, each as a varint beyond the one before
}

// partTerm is a word of a document.
type partTerm struct {
	hash   uint32
	count  uint32
	keyEnd uint32
	posEnd uint32
}

// wideStart is a start too far from the one before for a byte.
type wideStart struct {
	at    uint32 // the number of the part
	delta uint32
}

// wideByte stands for a start that is found in wide.
const wideByte = math.MaxUint8

// seed is one for the process: hashes go from documents to segments.
var seed = maphash.MakeSeed()

// indexer is the room that indexing one document takes, kept from one to the
// next: allocating it anew took half of the time.
type indexer struct {
	table hashed
	terms []partTerm
	keys  []byte
	key   [8 * maxKey]byte
	seen  []occurrence
	next  []uint32
	order []uint32
}

// occurrence is where a term stands.
type occurrence struct{ term, pos uint32 }

var indexers = sync.Pool{New: func() any { return new(indexer) }}

// spare are parts that were taken into a segment, for their room.
var spare = sync.Pool{New: func() any { return new(Part) }}

// Index finds the words of a text. It is a pure function, and linear in the
// text.
func Index(s string) *Part {
	x := indexers.Get().(*indexer)
	defer indexers.Put(x)
	x.reset(len(s))
	p := spare.Get().(*Part)
	starts, wide := slices.Grow(p.starts[:0], len(s)/5+8), p.wide[:0]
	scan := parts{s: s}
	var w run
	before := 0
	for n := 0; scan.next(); n++ {
		starts, wide = appendStart(starts, wide, uint32(scan.start-before))
		before = scan.start
		if whole := w.take(&scan, n); whole.width > 1 {
			x.add(s[whole.start:whole.end], whole.pos)
		}
		x.add(s[scan.start:scan.end], n)
	}
	if w.width > 1 {
		x.add(s[w.start:w.end], w.pos)
	}
	p.text, p.starts, p.wide = s, starts, wide
	p.keys, p.terms = append(p.keys[:0], x.keys...), append(p.terms[:0], x.terms...)
	p.pos = x.positions(p.pos[:0], p.terms)
	return p
}

func appendStart(starts []byte, wide []wideStart, delta uint32) ([]byte, []wideStart) {
	if delta >= wideByte {
		wide = append(wide, wideStart{uint32(len(starts)), delta})
		delta = wideByte
	}
	return append(starts, byte(delta)), wide
}

func (x *indexer) reset(size int) {
	n := 64
	for n < size/8 {
		n *= 2
	}
	if n > len(x.table) || n < len(x.table)/8 {
		x.table = make(hashed, n)
	} else {
		clear(x.table)
	}
	x.terms, x.keys, x.seen = x.terms[:0], x.keys[:0], x.seen[:0]
}

// add notes a word at a position.
func (x *indexer) add(word string, pos int) {
	key := appendKey(x.key[:0], word)
	h := uint32(maphash.Bytes(seed, key))
	mask := uint32(len(x.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		k := x.table[i]
		if k == 0 {
			x.keys = append(x.keys, key...)
			x.terms = append(x.terms, partTerm{hash: h, count: 1, keyEnd: uint32(len(x.keys))})
			x.table[i] = uint32(len(x.terms))
			x.seen = append(x.seen, occurrence{uint32(len(x.terms) - 1), uint32(pos)})
			if 2*len(x.terms) > len(x.table) {
				x.grow()
			}
			return
		}
		if t := &x.terms[k-1]; t.hash == h && string(keyOf(x.keys, x.terms, int(k-1))) == string(key) {
			t.count++
			x.seen = append(x.seen, occurrence{k - 1, uint32(pos)})
			return
		}
	}
}

func keyOf(keys []byte, terms []partTerm, i int) []byte {
	from := uint32(0)
	if i > 0 {
		from = terms[i-1].keyEnd
	}
	return keys[from:terms[i].keyEnd]
}

func (x *indexer) grow() {
	x.table = make(hashed, 2*len(x.table))
	for k := range x.terms {
		x.table.put(x.terms[k].hash, k)
	}
}

// hashed finds terms by their hashes: it holds their numbers and one, each in the
// first place that was free from its hash on. Its size is a power of two.
type hashed []uint32

// put adds a term that is not there yet.
func (t hashed) put(hash uint32, term int) {
	mask := uint32(len(t) - 1)
	i := hash & mask
	for t[i] != 0 {
		i = (i + 1) & mask
	}
	t[i] = uint32(term + 1)
}

// positions sorts the occurrences by term, by counting, and packs them into pos. A
// word of several parts is seen after the last of them; it is none of its parts, so
// that each term's occurrences are in order all the same.
func (x *indexer) positions(pos []byte, terms []partTerm) []byte {
	x.next = slices.Grow(x.next[:0], len(terms))[:len(terms)]
	x.order = slices.Grow(x.order[:0], len(x.seen))[:len(x.seen)]
	next, order := x.next, x.order
	sum := uint32(0)
	for i := range terms {
		next[i] = sum
		sum += terms[i].count
	}
	for _, o := range x.seen {
		order[next[o.term]] = o.pos
		next[o.term]++
	}
	pos = slices.Grow(pos, len(x.seen)+len(x.seen)/4)
	from := uint32(0)
	for i := range terms {
		last := uint32(0)
		for _, at := range order[from:next[i]] {
			if d := at - last; d < 0x80 {
				pos = append(pos, byte(d))
			} else {
				pos = binary.AppendUvarint(pos, uint64(d))
			}
			last = at
		}
		terms[i].posEnd = uint32(len(pos))
		from = next[i]
	}
	return pos
}
