package model

import (
	"unsafe"

	"onrecord/model/event"
	"onrecord/model/memory"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/model/when"
)

// keeper moves what is kept of documents side by side into large pieces of memory.
// Where it was made it lies scattered among what is thrown away, and a page of
// which an eighth is in use is a page all the same: of 20,000 articles a quarter
// of the memory was lost so. Each goroutine that analyses has its own.
type keeper struct {
	texts    texts
	blocks   slab[text.Block]
	spans    slab[text.Span]
	speakers slab[quote.Speaker]
	entities slab[people.Entity]
	mentions slab[people.Mention]
	roles    slab[people.Role]
	strings  slab[string]
	times    slab[when.Expression]
	events   slab[event.Event]
	numbers  slab[int32]
	hashes   slab[uint32]
	found    slab[people.Found]
	dated    slab[when.Found]
}

// keep moves what an analysis keeps. The texts must have been moved before it was
// made, since names and titles are parts of them.
func (k *keeper) keep(a *Analysis) {
	a.Blocks = k.blocks.keep(a.Blocks)
	for i := range a.Quotes {
		q := &a.Quotes[i]
		same := unsafe.SliceData(q.Spans) == unsafe.SliceData(q.Quoted) && len(q.Spans) == len(q.Quoted)
		if q.Spans = k.spans.keep(q.Spans); same {
			q.Quoted = q.Spans
		} else {
			q.Quoted = k.spans.keep(q.Quoted)
		}
		q.Speakers = k.speakers.keep(q.Speakers)
	}
	a.People = k.found.one(k.people(*a.People))
	a.Times = k.dated.one(k.when(*a.Times))
	a.Events = k.events.keep(a.Events)
	for i := range a.Events {
		e := &a.Events[i]
		e.Expressions, e.People = k.numbers.keep(e.Expressions), k.numbers.keep(e.People)
		e.Stems, e.Names = k.hashes.keep(e.Stems), k.hashes.keep(e.Names)
	}
}

func (k *keeper) people(f people.Found) people.Found {
	f.Mentions = k.mentions.keep(f.Mentions)
	f.Entities = k.entities.keep(f.Entities)
	for i := range f.Entities {
		e := &f.Entities[i]
		e.Aliases, e.Roles = k.strings.keep(e.Aliases), k.roles.keep(e.Roles)
	}
	return f
}

func (k *keeper) when(f when.Found) when.Found {
	f.Expressions = k.times.keep(f.Expressions)
	f.Names = k.hashes.keep(f.Names)
	return f
}

// The room that is taken at a time, in bytes: little at first, so that a few
// documents cost no more than they need.
const (
	leastRoom = 4 << 10
	mostRoom  = 32 << 10
)

// slab keeps slices of one type side by side.
type slab[T any] struct {
	free []T
	room int // bytes that were taken last
}

// keep returns a copy of s that lies behind what was kept before; nil of nothing.
func (b *slab[T]) keep(s []T) []T {
	if len(s) == 0 {
		return nil
	}
	n := len(s)
	if n > len(b.free) {
		var t T
		b.room = min(max(2*b.room, leastRoom), mostRoom)
		b.free = make([]T, max(n, b.room/int(unsafe.Sizeof(t))))
	}
	out := b.free[:n:n]
	b.free = b.free[n:]
	copy(out, s)
	return out
}

// one keeps a single value.
func (b *slab[T]) one(v T) *T { return &b.keep([]T{v})[0] }

// texts keeps strings side by side.
type texts struct {
	free []byte
	room int // bytes that were taken last
	held int // bytes that were taken in all
}

// A goroutine that has kept so many bytes works on a large corpus.
const large = 1 << 20

func (t *texts) keep(s string) string {
	if len(s) == 0 {
		return ""
	}
	if len(s) > len(t.free) {
		t.room = min(max(2*t.room, leastRoom), mostRoom)
		n := max(t.room, len(s))
		if t.held += n; t.held > large {
			t.free = memory.Lasting[byte](n)
		} else {
			t.free = make([]byte, n)
		}
	}
	out := t.free[:len(s)]
	t.free = t.free[copy(out, s):]
	return unsafe.String(&out[0], len(out))
}
