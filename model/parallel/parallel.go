// Package parallel spreads work on many things over the cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Batches calls do for the parts of 0 to n, of so many each, on all cores, and
// returns when all is done. Which goroutine gets which part, and in what order, is
// not to matter.
func Batches(n, batch int, do func(from, end int)) {
	workers := min(runtime.GOMAXPROCS(0), (n+batch-1)/batch)
	var next atomic.Int64
	work := func() {
		for {
			end := int(next.Add(int64(batch)))
			if end-batch >= n {
				return
			}
			do(end-batch, min(end, n))
			runtime.Gosched() // who reads meanwhile goes first
		}
	}
	var wg sync.WaitGroup
	for range workers - 1 {
		wg.Go(work)
	}
	work()
	wg.Wait()
}

// Each calls do for 0 to n, on all cores.
func Each(n int, do func(i int)) {
	const batch = 64
	Batches(n, batch, func(from, end int) {
		for i := from; i < end; i++ {
			do(i)
		}
	})
}
