package parallel

import (
	"sync/atomic"
	"testing"
)

func TestEveryOneIsDoneOnce(t *testing.T) {
	for _, batch := range []int{1, 4, 64} {
		for _, n := range []int{0, 1, 63, 64, 65, 1000} {
			done := make([]atomic.Int32, n)
			Each(n, batch, func(i int) { done[i].Add(1) })
			for i := range done {
				if d := done[i].Load(); d != 1 {
					t.Errorf("of %d, %d at a time, %d was done %d times", n, batch, i, d)
				}
			}
		}
	}
}
