package search

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sort"

	"onrecord/model/text"
)

// segment is the index of some documents that follow one another. It never
// changes, so that snapshots share it.
//
// postings holds, term by term in the order of keys, for each document that the
// term stands in: its distance from the document before (twice, and one when the
// term stands there more than once; then how often, and how many bytes the
// positions take), and the positions, each as its distance from the one before.
// All are varints: most are one byte. With the rest of the index they
// take 0.6 bytes a byte of text (docs/SEARCH.md).
type segment struct {
	first  int // the DocID of the first
	texts  []string
	part0  []uint32 // of each document, and one more: the number of its first part
	starts []byte   // as in Part, for all documents; the first of each since its beginning
	wide   []wideStart
	stops  []uint32 // the byte where every stride-th part starts in its document

	keys    []byte
	keyEnd  []uint32
	postEnd []uint32
	docs    []uint32 // of each term: how many documents it stands in
	last    []uint32 // of each term: the last of them, so that merging copies postings unread
	post    []byte
}

// stride is between two parts whose start is kept whole: finding the others adds
// up to 63 bytes.
const stride = 64

func (s *segment) id(doc int) text.DocID { return text.DocID(s.first + doc) }

func (s *segment) terms() int { return len(s.keyEnd) }

func (s *segment) key(i int) []byte { return s.keys[at(s.keyEnd, i-1):s.keyEnd[i]] }

func (s *segment) postings(i int) postings {
	return postings{b: s.post[at(s.postEnd, i-1):s.postEnd[i]], doc: -1}
}

func at(ends []uint32, i int) uint32 {
	if i < 0 {
		return 0
	}
	return ends[i]
}

// size is what decides when segments are merged: parts of words.
func (s *segment) size() int { return len(s.starts) }

// words returns how many parts of words a document has.
func (s *segment) words(doc int) int { return int(s.part0[doc+1] - s.part0[doc]) }

// find returns the first term whose key is not less than key.
func (s *segment) find(key string) int {
	return sort.Search(s.terms(), func(i int) bool { return string(s.key(i)) >= key })
}

// startOf returns the byte where a part of a document starts.
func (s *segment) startOf(doc, pos int) int {
	base := int(s.part0[doc])
	k := base + pos
	from, sum := base, uint32(0)
	if stop := k / stride; stop*stride >= base {
		from, sum = stop*stride+1, s.stops[stop]
	}
	for i := from; i <= k; i++ {
		sum += s.delta(i)
	}
	return int(sum)
}

func (s *segment) delta(i int) uint32 {
	if d := s.starts[i]; d != wideByte {
		return uint32(d)
	}
	k := sort.Search(len(s.wide), func(k int) bool { return s.wide[k].at >= uint32(i) })
	return s.wide[k].delta
}

// posAt returns the first part of a document that starts at a byte or behind it.
func (s *segment) posAt(doc, off int) int {
	base, end := int(s.part0[doc]), int(s.part0[doc+1])
	firstStop := (base + stride - 1) / stride
	endStop := (end + stride - 1) / stride
	k := firstStop + sort.Search(max(endStop-firstStop, 0), func(k int) bool { return int(s.stops[firstStop+k]) >= off })
	from, sum := base, 0
	if k > firstStop { // the stop before is less
		from, sum = (k-1)*stride+1, int(s.stops[k-1])
	}
	for i := from; i < end; i++ {
		if sum += int(s.delta(i)); sum >= off {
			return i - base
		}
	}
	return end - base
}

// interval returns the parts of words that start in a span.
func (s *segment) interval(doc int, sp text.Span) interval {
	return interval{s.posAt(doc, int(sp.Start)), s.posAt(doc, int(sp.End))}
}

// postings walks over the documents that a term stands in. It keeps numbers where
// slices would do, since storing a pointer costs a write barrier while the garbage
// collector works: a tenth of a search.
type postings struct {
	b        []byte
	i        int // of the next document
	doc      int // of the segment
	count    uint32
	from, to int // its positions in b, packed
}

func (p *postings) next() bool {
	b := p.b
	if p.i >= len(b) {
		return false
	}
	d, i := varint(b, p.i)
	p.doc += int(d >> 1)
	if d&1 == 0 {
		p.count, p.from = 1, i
		for b[i] >= 0x80 {
			i++
		}
		p.to, p.i = i+1, i+1
		return true
	}
	p.count, i = varint(b, i)
	size, i := varint(b, i)
	p.from, p.to = i, i+int(size)
	p.i = p.to
	return true
}

// places appends where the term, of so many parts, stands in the document.
func (p *postings) places(dst []place, width int) []place {
	pos := uint32(0)
	for i := p.from; i < p.to; {
		var d uint32
		d, i = varint(p.b, i)
		pos += d
		dst = append(dst, placeOf(int(pos), width))
	}
	return dst
}

// varint reads the one at i, and returns where it ends; nearly all are one byte.
func varint(b []byte, i int) (v uint32, end int) {
	if c := b[i]; c < 0x80 {
		return uint32(c), i + 1
	}
	w, n := binary.Uvarint(b[i:])
	return uint32(w), i + n
}

// varintSize returns how many bytes v takes.
func varintSize(v uint32) int {
	n := 1
	for ; v >= 0x80; v >>= 7 {
		n++
	}
	return n
}

// appendHead appends what stands before the positions of a document, delta
// documents beyond the one before.
func appendHead(b []byte, delta, count uint32, size int) []byte {
	if count == 1 {
		return binary.AppendUvarint(b, uint64(delta)<<1)
	}
	b = binary.AppendUvarint(b, uint64(delta)<<1|1)
	b = binary.AppendUvarint(b, uint64(count))
	return binary.AppendUvarint(b, uint64(size))
}

func headSize(delta, count uint32, size int) int {
	n := varintSize(delta << 1)
	if count > 1 {
		n += varintSize(count) + varintSize(uint32(size))
	}
	return n
}

// sealing is the room that making a segment takes, kept from one to the next.
type sealing struct {
	table hashed
	terms []sealTerm
	keys  []byte
	ids   []uint32 // of the terms of all documents, one after another
	order []uint32
}

type sealTerm struct {
	hash             uint32
	keyFrom, keyEnd  uint32
	size, docs, last uint32
	next             uint32 // where its next posting goes
}

// seal makes a segment of parts. It goes over them twice, first to learn the
// room that each term takes, so that postings are written once, in their place.
func (x *sealing) seal(first int, parts []*Part) *segment {
	x.reset()
	words := 0
	for _, p := range parts {
		words += len(p.starts)
	}
	s := &segment{
		first: first, texts: make([]string, 0, len(parts)), part0: make([]uint32, 1, len(parts)+1),
		starts: make([]byte, 0, words), stops: make([]uint32, 0, words/stride+1),
	}
	for d, p := range parts {
		s.addStarts([]string{p.text}, []uint32{0, uint32(len(p.starts))}, p.starts, p.wide)
		from := uint32(0)
		for i := range p.terms {
			t := &p.terms[i]
			id := x.id(t.hash, keyOf(p.keys, p.terms, i))
			g := &x.terms[id]
			size := t.posEnd - from
			g.size += uint32(headSize(uint32(d+1)-g.last, t.count, int(size))) + size
			g.docs++
			g.last = uint32(d + 1)
			from = t.posEnd
			x.ids = append(x.ids, id)
		}
	}
	x.lay(s)
	ids := x.ids
	for d, p := range parts {
		from := uint32(0)
		for i := range p.terms {
			t, g := &p.terms[i], &x.terms[ids[i]]
			pos := p.pos[from:t.posEnd]
			b := appendHead(s.post[g.next:g.next], uint32(d+1)-g.last, t.count, len(pos))
			b = append(b, pos...)
			g.next += uint32(len(b))
			g.last = uint32(d + 1)
			from = t.posEnd
		}
		ids = ids[len(p.terms):]
	}
	return s
}

func (x *sealing) reset() {
	if x.table == nil {
		x.table = make(hashed, 1024)
	}
	clear(x.table)
	x.terms, x.keys, x.ids = x.terms[:0], x.keys[:0], x.ids[:0]
}

// addStarts adds documents and where their parts start; part0 is as in a segment.
func (s *segment) addStarts(texts []string, part0 []uint32, starts []byte, wide []wideStart) {
	base := uint32(len(s.starts))
	s.texts = append(s.texts, texts...)
	s.starts = append(s.starts, starts...)
	for _, w := range wide {
		s.wide = append(s.wide, wideStart{w.at + base, w.delta})
	}
	for d := range texts {
		s.part0 = append(s.part0, base+part0[d+1])
		sum := uint32(0)
		for i := base + part0[d]; i < base+part0[d+1]; i++ {
			sum += s.delta(int(i))
			if i%stride == 0 {
				s.stops = append(s.stops, sum)
			}
		}
	}
}

// id returns the number of a term, a new one where it was not met.
func (x *sealing) id(h uint32, key []byte) uint32 {
	mask := uint32(len(x.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		k := x.table[i]
		if k == 0 {
			from := uint32(len(x.keys))
			x.keys = append(x.keys, key...)
			x.terms = append(x.terms, sealTerm{hash: h, keyFrom: from, keyEnd: uint32(len(x.keys))})
			k = uint32(len(x.terms))
			x.table[i] = k
			if 2*len(x.terms) > len(x.table) {
				x.grow()
			}
			return k - 1
		}
		if t := &x.terms[k-1]; t.hash == h && bytes.Equal(x.keys[t.keyFrom:t.keyEnd], key) {
			return k - 1
		}
	}
}

func (x *sealing) grow() {
	x.table = make(hashed, 4*len(x.table))
	for k := range x.terms {
		x.table.put(x.terms[k].hash, k)
	}
}

// lay sorts the terms and gives each its place.
func (x *sealing) lay(s *segment) {
	x.order = slices.Grow(x.order[:0], len(x.terms))[:len(x.terms)]
	order := x.order
	for i := range order {
		order[i] = uint32(i)
	}
	slices.SortFunc(order, func(a, b uint32) int {
		return bytes.Compare(x.keys[x.terms[a].keyFrom:x.terms[a].keyEnd], x.keys[x.terms[b].keyFrom:x.terms[b].keyEnd])
	})
	s.keys = make([]byte, 0, len(x.keys))
	s.keyEnd = make([]uint32, 0, len(order))
	s.postEnd = make([]uint32, 0, len(order))
	s.docs = make([]uint32, 0, len(order))
	s.last = make([]uint32, 0, len(order))
	post := uint32(0)
	for _, id := range order {
		t := &x.terms[id]
		s.keys = append(s.keys, x.keys[t.keyFrom:t.keyEnd]...)
		s.keyEnd = append(s.keyEnd, uint32(len(s.keys)))
		s.last = append(s.last, t.last-1)
		t.next, t.last = post, 0
		post += t.size
		s.postEnd = append(s.postEnd, post)
		s.docs = append(s.docs, t.docs)
	}
	s.post = make([]byte, post)
}
