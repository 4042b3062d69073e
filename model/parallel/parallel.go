// Package parallel spreads work on many things over the cores.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for 0 to n, on all cores, and returns when all is done. A goroutine
// takes so many at a time: more of what is soon done. Which gets which, and in what
// order, is not to matter.
func Each(n, batch int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), (n+batch-1)/batch)
	var next atomic.Int64
	work := func() {
		for {
			end := int(next.Add(int64(batch)))
			if end-batch >= n {
				return
			}
			for i := end - batch; i < min(end, n); i++ {
				do(i)
			}
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
