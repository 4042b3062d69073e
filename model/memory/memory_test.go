package memory

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestTheLimitFollowsWhatIsAlive(t *testing.T) {
	cases := []struct {
		name string
		live uint64
		set  int64
		want int64
	}{
		{"nothing alive", 0, math.MaxInt64, spare},
		{"a large corpus", 100 << 20, math.MaxInt64, percent<<20 + spare},
		{"a limit of the reader's own is kept", 100 << 20, 64 << 20, 64 << 20},
		{"more than can be reckoned", math.MaxUint64, math.MaxInt64, math.MaxInt64},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := limit(tc.live, tc.set); got != tc.want {
				t.Errorf("limit %d, want %d", got, tc.want)
			}
		})
	}
}

func TestWhoStartsTheProgramWithAPaceOfTheirOwnSteersAlone(t *testing.T) {
	t.Setenv("GOGC", "off")
	before := debug.SetMemoryLimit(-1)
	pace := debug.SetGCPercent(100)
	defer debug.SetGCPercent(pace)
	Start()
	stop := Frugal()
	time.Sleep(2 * every)
	if l := debug.SetMemoryLimit(-1); l != before {
		t.Errorf("the limit is %d, it was %d", l, before)
	}
	stop()
	Settle()
	if p := debug.SetGCPercent(100); p != 100 {
		t.Errorf("the collector runs at %d %%", p)
	}
}

func TestTheLimitEndsWithTheWork(t *testing.T) {
	t.Setenv("GOGC", "")
	before := debug.SetMemoryLimit(-1)
	held := make([]byte, 64<<20)
	stop := Frugal()
	runtime.GC()
	for range 200 { // the limit is set by a goroutine of its own
		if l := debug.SetMemoryLimit(-1); l < before && l > 64<<20 {
			break
		}
		time.Sleep(every)
	}
	if l := debug.SetMemoryLimit(-1); l >= before || l <= 64<<20 {
		t.Errorf("64 MB are alive, and the limit is %d", l)
	}
	runtime.KeepAlive(held)
	stop()
	if l := debug.SetMemoryLimit(-1); l != before {
		t.Errorf("the limit stays %d, it was %d", l, before)
	}
}
