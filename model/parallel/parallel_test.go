package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEveryOneIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 63, 64, 65, 1000} {
		done := make([]atomic.Int32, n)
		Each(n, func(i int) { done[i].Add(1) })
		for i := range done {
			if d := done[i].Load(); d != 1 {
				t.Errorf("of %d, %d was done %d times", n, i, d)
			}
		}
	}
}

func TestBatchesFollowOneAnother(t *testing.T) {
	var sum, calls atomic.Int64
	Batches(10, 4, func(from, end int) {
		calls.Add(1)
		if from%4 != 0 || end != min(from+4, 10) {
			t.Errorf("a batch is %d to %d", from, end)
		}
		sum.Add(int64(end - from))
	})
	if sum.Load() != 10 || calls.Load() != 3 {
		t.Errorf("%d in %d batches", sum.Load(), calls.Load())
	}
}
