package ui_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf8"
)

// terminal drives the built program in tmux, as a person would.
type terminal struct {
	t    *testing.T
	name string
	home string // a home of its own, so that the reader's settings are left alone
}

var built string // the folder of the program

// build makes the program, once for all tests.
var build = sync.OnceValues(func() (string, error) {
	var err error
	if built, err = os.MkdirTemp("", "terminal-test-*"); err != nil {
		return "", err
	}
	bin := filepath.Join(built, "onrecord")
	if out, err := exec.Command("go", "build", "-o", bin, "onrecord").CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build: %w\n%s", err, out)
	}
	return bin, nil
})

func TestMain(m *testing.M) {
	code := m.Run()
	if built != "" {
		os.RemoveAll(built)
	}
	os.Exit(code)
}

// started counts terminals: each has a name of its own, also where a test is run again
// while the terminal of its run before is still about to end.
var started atomic.Int64

func start(t *testing.T, width, height, command string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not installed")
	}
	if testing.Short() {
		t.Skip("drives a terminal")
	}
	b := bin(t)
	t.Parallel() // a terminal mostly waits
	c := &terminal{t: t, name: fmt.Sprintf("onrecord-%d-%d", os.Getpid(), started.Add(1)), home: t.TempDir()}
	c.tmux("-f", os.DevNull, "new-session", "-d", "-x", width, "-y", height, "sh")
	t.Cleanup(func() { exec.Command("tmux", "-L", c.name, "kill-server").Run() })
	c.tmux("set", "-g", "set-clipboard", "on")
	c.run(strings.ReplaceAll(command, "onrecord", b))
	return c
}

// run types a line to the shell.
func (c *terminal) run(line string) {
	c.press("-l", line)
	c.press("Enter")
}

func (c *terminal) tmux(args ...string) string {
	c.t.Helper()
	cmd := exec.Command("tmux", append([]string{"-L", c.name}, args...)...)
	cmd.Env = append(os.Environ(), "HOME="+c.home, "XDG_CONFIG_HOME="+c.home)
	out, err := cmd.CombinedOutput()
	if err != nil {
		c.t.Fatalf("tmux %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

func (c *terminal) screen() string { return c.tmux("capture-pane", "-p") }

// await waits until want stands on the screen: a real terminal answers when it
// can.
func (c *terminal) await(want string) {
	c.t.Helper()
	for range 400 {
		if strings.Contains(c.screen(), want) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("%q does not come to the screen:\n%s", want, c.screen())
}

// typed types words, a key each.
func (c *terminal) typed(words string) { c.press("-l", words) }

// escape presses esc, and waits until it has done what takes words off the screen:
// esc and a letter at once would be alt and the letter.
func (c *terminal) escape(off string) {
	c.t.Helper()
	c.press("Escape")
	c.gone(off)
}

// gone waits until words are no longer on the screen.
func (c *terminal) gone(words string) {
	c.t.Helper()
	for range 400 {
		if !strings.Contains(c.screen(), words) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("%q stays on the screen:\n%s", words, c.screen())
}

// press sends keys. What a shell is told to print should not stand in the line that
// tells it: it stays on the screen.
func (c *terminal) press(keys ...string) { c.tmux(append([]string{"send-keys"}, keys...)...) }

// mouse sends what a terminal tells of the mouse: SGR codes, cells from 1.
func (c *terminal) mouse(code, x, y int, down bool) {
	end := "m"
	if down {
		end = "M"
	}
	c.press("-l", fmt.Sprintf("\x1b[<%d;%d;%d%s", code, x+1, y+1, end))
}

// find is the cell at which words stand on the screen.
func (c *terminal) find(words string) (x, y int) {
	c.t.Helper()
	c.await(words)
	for y, row := range strings.Split(c.screen(), "\n") {
		if i := strings.Index(row, words); i >= 0 {
			return utf8.RuneCountInString(row[:i]), y
		}
	}
	c.t.Fatalf("%q is gone:\n%s", words, c.screen())
	return 0, 0
}

// click presses and releases the button at a cell, so many times at once: how long
// it takes tells one click after the other from two.
func (c *terminal) click(x, y, times int) {
	c.press("-l", strings.Repeat(fmt.Sprintf("\x1b[<0;%d;%dM\x1b[<0;%d;%dm", x+1, y+1, x+1, y+1), times))
}

// under is the part of the screen below a title and to the end of its column, down
// to the title beneath.
func (c *terminal) under(title string) string {
	c.t.Helper()
	x, y := c.find(title)
	rows := strings.Split(c.screen(), "\n")
	width := len([]rune(rows[y]))
	if i := strings.IndexAny(string([]rune(rows[y])[x+2:]), "▸"); i >= 0 {
		width = x + i
	}
	var out []string
	for _, r := range rows[y+1:] {
		of := []rune(r)
		if x >= len(of) {
			out = append(out, "")
			continue
		}
		part := string(of[x:min(width, len(of))])
		if strings.HasPrefix(part, "─") {
			break
		}
		if k := strings.Index(part, "     "); k > 0 { // the column beside it
			part = part[:k]
		}
		out = append(out, part)
	}
	return strings.Join(out, "\n")
}

// copied waits for words on the clipboard, which tmux keeps; no more than these where
// they are whole.
func (c *terminal) copied(want string, whole bool) {
	c.t.Helper()
	got := ""
	for range 400 {
		out, err := exec.Command("tmux", "-L", c.name, "show-buffer").CombinedOutput()
		if got = string(out); err == nil && (got == want || !whole && strings.HasPrefix(got, want)) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("copied is %q, want %q:\n%s", got, want, c.screen())
}

func TestASessionInATerminal(t *testing.T) {
	c := start(t, "120", "30", "onrecord; echo left with $?; stty -a | grep -q ' echo ' && echo ec''hoes")
	c.await("A protest is set to take place")
	c.await(" quotations · ")
	c.press("4") // to the chronology
	c.await("w why this date")
	c.press("G", "k", "k", "Enter") // to where the last event but two is told
	c.await("Leominster during March and April")
	c.press("C-o") // and back
	c.await("w why this date")
	c.press("2", "/")
	c.press("-l", "panel")
	c.press("Enter")
	c.await("“panel” 1 of")
	c.press("n")
	c.await("“panel” 2 of")
	c.press("Escape")
	c.gone("“panel” 2 of") // esc and a letter at once would be alt and the letter
	c.press("z")
	c.gone("Happened")
	c.tmux("resize-window", "-x", "70", "-y", "20")
	c.await("Herefordshire families")
	c.press("?")
	c.await("esc closes")
	c.press("Escape")
	c.gone("esc closes")
	c.press("q")
	c.await("left with 0")
	c.await("echoes")
	if s := c.screen(); strings.Contains(s, "Herefordshire families") {
		t.Errorf("the screen before is not given back:\n%s", s)
	}
}

func TestTheChronologyInATerminal(t *testing.T) {
	c := start(t, "110", "36", "onrecord; echo left with $?")
	c.await("events")
	c.press("4")
	c.await("- by month")
	c.press("-")
	c.await("its events")
	c.press("-")
	c.await("its months")
	c.press("G", "k", "Enter") // into 2022
	c.await("its events")
	c.press("]", "Enter") // into its May
	c.await("Panorama episode")
	c.press("w")
	c.await("Why this date")
	c.await("passage 1 of")
	c.press("j", "Enter") // to the passage that it rests on
	c.gone("Why this date")
	c.await("who is meant")
	c.press("C-o")
	c.await("- by month")
	c.press("f")
	c.await("words or a period:")
	c.press("-l", "May 2022")
	c.await("[ ] May 2022 ")
	c.press("Enter")
	c.await("period: May 2022 ×")
	c.press("Escape")
	c.gone("period: May 2022 ×")
	c.press("2", "}", "d")
	c.await("Which day is meant")
	c.tmux("resize-window", "-x", "70", "-y", "20")
	c.await("passage 1 of")
	c.press("Escape")
	c.gone("Which day is meant")
	c.await("? keys") // all is drawn: esc and a letter at once would be alt and the letter
	c.press("q")
	c.await("left with 0")
}

func TestTheTerminalIsGivenBackAfterAHangup(t *testing.T) {
	c := start(t, "100", "24", "onrecord & pid=$!; fg >/dev/null; echo le''ft; stty -a | grep -q ' icanon' && echo by li''nes")
	c.await("events")
	pid := strings.TrimSpace(c.tmux("list-panes", "-F", "#{pane_pid}"))
	out, err := exec.Command("pgrep", "-P", pid).Output()
	if err != nil {
		t.Skip("pgrep is not installed")
	}
	for _, child := range strings.Fields(string(out)) {
		exec.Command("kill", "-HUP", child).Run()
	}
	c.await("left")
	c.await("by lines")
}
