//go:build !linux

package memory

// largePages returns nil: only Linux is asked for them.
func largePages(int) []byte { return nil }
