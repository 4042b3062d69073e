package corpustest

import (
	"os"
	"strconv"
)

// Soak is how often a property test tries its luck: n times as the checks of every
// day do, ONRECORD_SOAK times as often where that is set, as .ci/soak does.
func Soak(n int) int {
	if k, err := strconv.Atoi(os.Getenv("ONRECORD_SOAK")); err == nil && k > 0 {
		return n * k
	}
	return n
}

// Seed is the seed that a property test begins with: its own, or one further on by
// ONRECORD_SEED, so that a longer run tries what was not tried before.
func Seed(n uint64) uint64 {
	k, _ := strconv.ParseUint(os.Getenv("ONRECORD_SEED"), 10, 64) // 0 where it is not set
	return n + k
}
