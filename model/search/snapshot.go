package search

import (
	"bytes"
	"math/bits"
	"slices"

	"onrecord/model/memory"
)

// Builder puts the parts of documents together as they arrive. It belongs to one
// goroutine; the snapshots that it gives may be read from any.
type Builder struct {
	segments []*segment
	waiting  []*Part
	size     int // of waiting, in parts of words
	docs     int
	room     sealing
}

// block is how many parts of words make a segment: about 200 kB of text. Segments
// begin and end at the same documents however often a snapshot is taken, so that a
// corpus has the same index at any pace.
const block = 1 << 15

// Add adds a document: the next DocID.
func (b *Builder) Add(p *Part) {
	b.waiting = append(b.waiting, p)
	b.docs++
	if b.size += len(p.starts); b.size >= block {
		b.seal()
	}
}

// Snapshot returns the index of all documents so far. It shares its segments with
// the snapshots before and after it; only the documents of the last, which is not
// full, are indexed anew each time, in 2 ms at most.
func (b *Builder) Snapshot() *Snapshot {
	s := &Snapshot{segments: slices.Clone(b.segments), docs: b.docs}
	if len(b.waiting) > 0 {
		s.segments = append(s.segments, b.room.seal(b.docs-len(b.waiting), b.waiting))
	}
	for _, g := range s.segments {
		s.words += g.size()
	}
	s.said = make([]said, len(s.segments))
	return s
}

// seal makes a segment of what waits.
func (b *Builder) seal() {
	if len(b.waiting) == 0 {
		return
	}
	b.segments = append(b.segments, b.room.seal(b.docs-len(b.waiting), b.waiting))
	for _, p := range b.waiting {
		p.text = ""
		spare.Put(p)
	}
	clear(b.waiting)
	b.waiting, b.size = b.waiting[:0], 0
	for n := b.due(); n > 0; n = b.due() {
		k := len(b.segments) - n
		s := merge(b.segments[k:])
		if tierOf(s) == lastTier {
			s = s.lasting()
		}
		b.segments = append(slices.Clone(b.segments[:k]), s)
	}
}

// fan is how many segments of a size make one of the next. Each word is then
// written again log₈ n times, twice while 20,000 articles arrive: 15 % less time in
// all than with four.
const fan = 8

// lastTier is that of segments which are merged no further: about 13 MB of text. Each
// stays as it is, in memory that is never given back.
const lastTier = 2

// maxPostings keeps the places of postings in 32 bits.
const maxPostings = 1 << 31

// due returns how many of the last segments are to be merged, or 0.
func (b *Builder) due() int {
	k := len(b.segments)
	tier := tierOf(b.segments[k-1])
	bytes := 0
	n := 0
	for ; n < k && tierOf(b.segments[k-1-n]) <= min(tier, lastTier-1); n++ {
		if bytes += len(b.segments[k-1-n].post); bytes >= maxPostings {
			break
		}
	}
	if n < fan {
		return 0
	}
	return n
}

func tierOf(s *segment) int { return bits.Len(uint(s.size())/block) / 3 }

// Snapshot is the index of a corpus at one moment, and what is known of its
// documents. It never changes.
type Snapshot struct {
	segments []*segment
	docs     int
	words    int
	fields   Fields
	said     []said // of each segment
}

// With returns the snapshot with what the fields of a query ask for.
func (s *Snapshot) With(f Fields) *Snapshot {
	return &Snapshot{segments: s.segments, docs: s.docs, words: s.words, fields: f, said: make([]said, len(s.segments))}
}

// merge makes one segment of several that follow one another.
func merge(segs []*segment) *segment {
	s := &segment{first: segs[0].first, part0: make([]uint32, 1)}
	keys, post, docs, words := 0, 0, 0, 0
	for _, g := range segs {
		keys, post, docs, words = max(keys, len(g.keys)), post+len(g.post), docs+len(g.texts), words+len(g.starts)
	}
	s.post = make([]byte, 0, post)
	s.keys = make([]byte, 0, keys)
	s.starts = make([]byte, 0, words)
	s.texts = make([]string, 0, docs)
	for _, g := range segs {
		s.addStarts(g.texts, g.part0, g.starts, g.wide)
	}
	cursor := make([]int, len(segs))
	for {
		var least []byte
		for i, g := range segs {
			if cursor[i] < g.terms() && (least == nil || bytes.Compare(g.key(cursor[i]), least) < 0) {
				least = g.key(cursor[i])
			}
		}
		if least == nil {
			break
		}
		s.takeTerm(segs, cursor, least)
	}
	s.keys, s.post = slices.Clip(s.keys), slices.Clip(s.post)
	s.keyEnd, s.postEnd, s.docs, s.last = slices.Clip(s.keyEnd), slices.Clip(s.postEnd), slices.Clip(s.docs), slices.Clip(s.last)
	return s
}

// takeTerm writes the postings of one term, one segment after the other.
func (s *segment) takeTerm(segs []*segment, cursor []int, key []byte) {
	s.keys = append(s.keys, key...)
	s.keyEnd = append(s.keyEnd, uint32(len(s.keys)))
	last, docs := -1, uint32(0)
	for i, g := range segs {
		k := cursor[i]
		if k == g.terms() || !bytes.Equal(g.key(k), key) {
			continue
		}
		cursor[i]++
		docs += g.docs[k]
		p, shift := g.postings(k), g.first-s.first
		p.next()
		s.post = appendHead(s.post, uint32(p.doc+shift-last), p.count, p.to-p.from)
		s.post = append(s.post, p.b[p.from:]...) // the distances between the others are the same
		last = int(g.last[k]) + shift
	}
	s.docs = append(s.docs, docs)
	s.last = append(s.last, uint32(last))
	s.postEnd = append(s.postEnd, uint32(len(s.post)))
}

// lasting returns a copy of the segment in lasting memory.
func (s *segment) lasting() *segment {
	c := *s
	for _, b := range [...]*[]byte{&c.starts, &c.keys, &c.post} {
		*b = memory.Copy(*b)
	}
	for _, n := range [...]*[]uint32{&c.part0, &c.stops, &c.keyEnd, &c.postEnd, &c.docs, &c.last} {
		*n = memory.Copy(*n)
	}
	return &c
}
