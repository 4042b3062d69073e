package memory

import (
	"sync"
	"unsafe"
)

// region is how much address space is asked of the system at a time, in bytes. What is
// not yet used of it costs nothing.
const region = 64 << 20

var lasting struct {
	sync.Mutex
	free []byte
}

// Lasting returns n zeros for what stays as long as the program does and holds no
// pointers, such as the texts of a large corpus. It is never collected, nor is it
// followed by the limit. Where the system has large pages it is of these, which are
// taken back at once when the program ends: a hundred megabytes in small pages take
// Linux 8 ms.
func Lasting[T byte | int32 | uint32](n int) []T {
	var t T
	size := n * int(unsafe.Sizeof(t))
	if b := room(size); b != nil {
		return unsafe.Slice((*T)(unsafe.Pointer(&b[0])), n)
	}
	return make([]T, n)
}

// Copy returns a lasting copy of s.
func Copy[T byte | int32 | uint32](s []T) []T {
	c := Lasting[T](len(s))
	copy(c, s)
	return c
}

// room returns size bytes that begin at a multiple of eight, nil where none are to be
// had.
func room(size int) []byte {
	if size == 0 || size > region {
		return nil
	}
	lasting.Lock()
	defer lasting.Unlock()
	whole := (size + 7) &^ 7
	if whole > len(lasting.free) {
		if lasting.free = largePages(region); lasting.free == nil {
			return nil
		}
	}
	b := lasting.free[:size:size]
	lasting.free = lasting.free[whole:]
	return b
}
