package ui_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// terminal drives the built program in tmux, as a person would.
type terminal struct {
	t    *testing.T
	name string
}

func start(t *testing.T, width, height string, command ...string) *terminal {
	t.Helper()
	if _, err := exec.LookPath("tmux"); err != nil {
		t.Skip("tmux is not installed")
	}
	if testing.Short() {
		t.Skip("drives a terminal")
	}
	bin := filepath.Join(t.TempDir(), "onrecord")
	if out, err := exec.Command("go", "build", "-o", bin, "onrecord").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	c := &terminal{t, "onrecord-" + strings.ReplaceAll(t.Name(), "/", "-")}
	line := strings.ReplaceAll(strings.Join(command, " "), "onrecord", bin)
	c.tmux("-f", os.DevNull, "new-session", "-d", "-x", width, "-y", height, "sh")
	t.Cleanup(func() { exec.Command("tmux", "-L", c.name, "kill-server").Run() })
	c.tmux("send-keys", "-l", line)
	c.tmux("send-keys", "Enter")
	return c
}

func (c *terminal) tmux(args ...string) string {
	c.t.Helper()
	out, err := exec.Command("tmux", append([]string{"-L", c.name}, args...)...).CombinedOutput()
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
	for range 200 {
		if strings.Contains(c.screen(), want) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("%q does not come to the screen:\n%s", want, c.screen())
}

// gone waits until words are no longer on the screen.
func (c *terminal) gone(words string) {
	c.t.Helper()
	for range 200 {
		if !strings.Contains(c.screen(), words) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("%q stays on the screen:\n%s", words, c.screen())
}

func (c *terminal) press(keys ...string) { c.tmux(append([]string{"send-keys"}, keys...)...) }

func TestASessionInATerminal(t *testing.T) {
	c := start(t, "120", "30", "onrecord; echo left with $?; stty -a | grep -o ' echo '")
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
	c.await(" echo ")
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
	c.press("q")
	c.await("left with 0")
}

func TestTheTerminalIsGivenBackAfterAHangup(t *testing.T) {
	c := start(t, "100", "24", "onrecord & pid=$!; fg >/dev/null; echo left; stty -a | grep -o ' icanon '")
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
	c.await(" icanon ")
}
