//go:build unix

package source_test

import (
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"onrecord/model/source"
)

func TestWhatCannotBeReadDoesNotStopTheOthers(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "fine", "b.txt": "\x7fELF\x00\x00\x01\x02\x00", "big.txt": strings.Repeat("x", 100)})
	if err := syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	names, _, problems := read(t, source.Options{Paths: []string{dir}, MaxBytes: 50})
	if !slices.Equal(names, []string{"a.txt"}) {
		t.Errorf("names %q, want a.txt", names)
	}
	var said []string
	for _, p := range problems {
		said = append(said, p.Name)
	}
	if !slices.Equal(said, []string{"b.txt", "big.txt"}) {
		t.Errorf("problems %+v", problems)
	}
}
