package index

import "math/bits"

// Bits is a set of small numbers: of documents, quotations or events. A nil one
// stands for all of them where that is said.
type Bits []uint64

func newBits(n int) Bits { return make(Bits, (n+63)/64) }

func (b Bits) add(i int) { b[i>>6] |= 1 << (i & 63) }

// put adds a number or takes it away.
func (b Bits) put(i int, in bool) {
	if b.add(i); !in {
		b[i>>6] &^= 1 << (i & 63)
	}
}

// addRange adds lo and all up to hi, which is left out.
func (b Bits) addRange(lo, hi int) {
	for ; lo < hi && lo&63 != 0; lo++ {
		b.add(lo)
	}
	for ; lo+64 <= hi; lo += 64 {
		b[lo>>6] = ^uint64(0)
	}
	for ; lo < hi; lo++ {
		b.add(lo)
	}
}

func (b Bits) has(i int) bool { return b[i>>6]&(1<<(i&63)) != 0 }

// and returns what is in both; nil stands for all.
func (b Bits) and(o Bits) Bits {
	switch {
	case b == nil:
		return o
	case o == nil:
		return b
	}
	out := make(Bits, len(b))
	for k := range b {
		out[k] = b[k] & o[k]
	}
	return out
}

// count is how many there are.
func (b Bits) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// ids lists them in order; all of n for a nil set.
func (b Bits) ids(n int) []int32 {
	if b == nil {
		out := make([]int32, n)
		for i := range out {
			out[i] = int32(i)
		}
		return out
	}
	out := make([]int32, 0, b.count())
	for k, w := range b {
		for ; w != 0; w &= w - 1 {
			out = append(out, int32(k<<6+bits.TrailingZeros64(w)))
		}
	}
	return out
}

// First lists the numbers before n.
func First(n int) []int32 { return Bits(nil).ids(n) }

// set is what meets one condition: bits where it is much, a list where it is
// little, since a corpus has a condition for each of its documents. The zero set is
// empty.
type set struct {
	bits Bits
	list []int32
}

func dense(b Bits) set       { return set{bits: b} }
func sparse(ids []int32) set { return set{list: ids} }

// addTo adds the set to bits.
func (s set) addTo(b Bits) {
	for k, w := range s.bits {
		b[k] |= w
	}
	for _, i := range s.list {
		b.add(int(i))
	}
}

// in is the part of the set that is in b, nil being all, without what is in not.
func (s set) in(b, not Bits, yield func(i int)) {
	for k, w := range s.bits {
		if b != nil {
			w &= b[k]
		}
		if not != nil {
			w &^= not[k]
		}
		for ; w != 0; w &= w - 1 {
			yield(k<<6 + bits.TrailingZeros64(w))
		}
	}
	for _, i := range s.list {
		if (b == nil || b.has(int(i))) && (not == nil || !not.has(int(i))) {
			yield(int(i))
		}
	}
}

// countIn counts what is in b and not in not.
func (s set) countIn(b, not Bits) int {
	n := 0
	for k, w := range s.bits {
		if b != nil {
			w &= b[k]
		}
		if not != nil {
			w &^= not[k]
		}
		n += bits.OnesCount64(w)
	}
	if s.list != nil {
		set{list: s.list}.in(b, not, func(int) { n++ })
	}
	return n
}
