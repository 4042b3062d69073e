// Package memory keeps what the program takes of the machine near what it needs.
package memory

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// The limit is so many percent of what is alive, and so many bytes more: tight
// enough that pages are given back, wide enough that the collector does not labour.
// Of 20,000 articles the reader takes 240 MB at its peak without a limit, 179 with
// 135 % and 32 MB, 160 so, all at the same computing; 115 % and 16 MB, 154 MB, cost
// a twentieth more.
const (
	percent = 120
	spare   = 24 << 20
	every   = 10 * time.Millisecond
)

// Frugal keeps the memory of the program near what is in use until stop is called:
// the limit of the runtime follows the heap that the last collection found alive.
// Without it, the pages that are given up while a large folder is analysed lie
// about until the end.
func Frugal() (stop func()) {
	done, ended := make(chan struct{}), make(chan struct{})
	before := debug.SetMemoryLimit(-1)
	go func() {
		defer close(ended)
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			metrics.Read(live)
			if live[0].Value.Kind() == metrics.KindUint64 {
				debug.SetMemoryLimit(limit(live[0].Value.Uint64(), before))
			}
			select {
			case <-t.C:
			case <-done:
				debug.SetMemoryLimit(before)
				return
			}
		}
	}()
	return func() {
		close(done)
		<-ended
	}
}

// limit is the limit for so many bytes alive; never above the one that whoever
// started the program has set (GOMEMLIMIT).
func limit(live uint64, set int64) int64 {
	if live > math.MaxInt64/percent {
		return set
	}
	return min(int64(live)*percent/100+spare, set)
}
