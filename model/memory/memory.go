// Package memory keeps what the program takes of the machine near what it needs:
// it steers Go's garbage collector while a corpus is loaded. Whoever started the
// program with GOGC steers it alone, and a GOMEMLIMIT is never exceeded.
package memory

import (
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// How many percent of what is in use may be added before the garbage is collected.
// At the start there is next to nothing to collect, and collecting it all the same
// cost a third of the computing up to the first screen (five documents: 57 ms of
// processor, 41 so; the peak is the same). Half of what is usual, from then on,
// costs a twentieth more computing while a large folder loads and saves a tenth of
// the memory of a listing, more of the reader's.
const (
	atFirst = 400
	later   = 50
	little  = 8 << 20 // bytes alive up to which it is the start
)

// The limit is so many percent of what is alive, and so many bytes more: tight
// enough that pages are given back, wide enough that the collector does not labour.
// docs/MEASURING.md tells what others cost.
const (
	percent = 115
	spare   = 16 << 20
	every   = 10 * time.Millisecond
)

// steered reports whether the collector is the program's own to steer.
func steered() bool { return os.Getenv("GOGC") == "" }

// Start is called once, before anything is loaded.
func Start() { collectAt(atFirst) }

func collectAt(percent int) {
	if steered() {
		debug.SetGCPercent(percent)
	}
}

// Frugal keeps the memory of the program near what is in use until stop is called:
// the limit of the runtime follows the heap that the last collection found alive.
// Without it, the pages that are given up while a large folder is analysed lie
// about until the end.
func Frugal() (stop func()) {
	if !steered() {
		return func() {}
	}
	done, ended := make(chan struct{}), make(chan struct{})
	before := debug.SetMemoryLimit(-1)
	go func() {
		defer close(ended)
		defer debug.SetMemoryLimit(before)
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		t := time.NewTicker(every)
		defer t.Stop()
		for small := true; ; {
			metrics.Read(live)
			if n := live[0].Value; n.Kind() == metrics.KindUint64 {
				debug.SetMemoryLimit(limit(n.Uint64(), before))
				if small && n.Uint64() > little {
					small = false
					collectAt(later)
				}
			}
			select {
			case <-t.C:
			case <-done:
				return
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

// Settle gives back what loading took and is no longer needed, and collects at the
// pace of a program that runs for hours.
func Settle() {
	collectAt(later)
	debug.FreeOSMemory()
}

// limit is the limit for so many bytes alive; never above the one that whoever
// started the program has set.
func limit(live uint64, set int64) int64 {
	if live > math.MaxInt64/percent {
		return set
	}
	return min(int64(live)*percent/100+spare, set)
}
