package ui_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"onrecord/model/corpustest"
)

// anything is a stretch of what a terminal sends: keys of all kinds, and the mouse.
// What quits and what suspends is left out.
func anything(r *rand.Rand, width, height int) string {
	var b strings.Builder
	for range 20 {
		switch n := r.IntN(12); {
		case n < 5:
			c := byte(' ' + r.IntN(95))
			if c != 'q' {
				b.WriteByte(c)
			}
		case n < 7:
			b.WriteString([]string{"\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[Z", "\x1b[1;5C", "\x1b[1;5A", "\r", "\t", "\x7f", "\x1b"}[r.IntN(13)])
		case n < 9:
			b.WriteString([]string{"\x0f", "\x1d", "\x06", "\x10", "\x07", "\x17", "\x18", "\x13", "\x12", "\x04", "\x15", "\x0c"}[r.IntN(12)])
		case n < 10:
			b.WriteString([]string{"\x06council ", "\x06\"the wall\"\r", "f2021\r", "fab\r", ":e wall\r", ":abb", "/said\r", "ma", "'a", ")q", ")u", "012j", "4--", "5\r"}[r.IntN(14)])
		default:
			x, y := 1+r.IntN(width), 1+r.IntN(height)
			fmt.Fprintf(&b, "\x1b[<%d;%d;%d%s", []int{0, 32, 64, 65, 0}[r.IntN(5)], x, y, []string{"M", "m"}[r.IntN(2)])
		}
	}
	return b.String()
}

// A long session of anything at all on the real program, which begins while a large
// corpus is loaded. It is run by .ci/soak, for as many seconds as ONRECORD_SOAK says.
func TestRandomKeysInATerminal(t *testing.T) {
	seconds := corpustest.Soak(1)
	if seconds == 1 {
		t.Skip("is run by .ci/soak")
	}
	dir := t.TempDir()
	for f := range corpustest.Generate(5000, 1) {
		path := filepath.Join(dir, f.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.Text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	// No shell may read what is typed behind the end of the program.
	const stage = `exec sh -c 'onrecord %s; echo le""ft with $?; exec sleep 3600'`
	c := start(t, "120", "36", fmt.Sprintf(stage, dir))
	c.await(" documents")
	r := rand.New(rand.NewPCG(corpustest.Seed(1), 4))
	width, height, sent := 120, 36, 0
	for end := time.Now().Add(time.Duration(seconds) * time.Second); time.Now().Before(end); sent++ {
		if r.IntN(15) == 0 {
			width, height = 1+r.IntN(200), 2+r.IntN(60)
			c.tmux("resize-window", "-x", strconv.Itoa(width), "-y", strconv.Itoa(height))
		}
		keys := anything(r, width, height)
		hex := []string{"send-keys", "-H"}
		for _, b := range []byte(keys) {
			hex = append(hex, strconv.FormatUint(uint64(b), 16))
		}
		c.tmux(hex...)
		switch s := c.screen(); {
		case strings.Contains(s, "left with 0"): // by the palette, or a click
			c.tmux("respawn-pane", "-k", fmt.Sprintf(strings.ReplaceAll(stage, "onrecord", bin(t)), dir))
		case strings.Contains(s, "left with"):
			t.Fatalf("after %d stretches, the last %q:\n%s", sent, keys, s)
		}
	}
	c.tmux("resize-window", "-x", "120", "-y", "36")
	c.press("C-c")
	c.await("left with 0")
	t.Logf("%d stretches of 20", sent)
}

// bin is the built program.
func bin(t *testing.T) string {
	t.Helper()
	b, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return b
}
