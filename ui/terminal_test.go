package ui_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
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
	c.await("? keys") // all is drawn: esc and a letter at once would be alt and the letter
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

func TestMovingAboutInATerminal(t *testing.T) {
	c := start(t, "110", "36", "onrecord; echo left with $?")
	c.await("events")
	c.press("2")
	c.press("-l", "03)")
	c.await(" 03)  q quotation")
	c.press("q")
	c.await("Darryl Freeman · Corporate Director")
	c.press("m", "a")
	c.await("mark a is set")
	c.press("R")
	c.press("-l", "the director")
	c.press("Enter")
	c.await("mark a · the director")
	c.press("C-g")
	c.await("Go to")
	c.press("-l", "e panorama aired")
	c.await("The Panorama episode was aired")
	c.press("Escape")
	c.gone("Go to")
	c.await("▎a Each day")
	c.press(":")
	c.await("Go to")
	c.press("-l", "d bbc")
	c.await("d Documents 3")
	c.press("Enter")
	c.gone("Go to")
	c.await("BBC Panorama - Statement")
	c.press("'")
	c.await("a the director")
	c.press("a")
	c.await("▎a Each day")
	c.press("O")
	c.await("Outline")
	c.tmux("resize-window", "-x", "70", "-y", "20")
	c.await("of 8")
	c.press("Escape")
	c.gone("Outline")
	c.press("C-p")
	c.await("Commands")
	c.press("-l", "alone")
	c.await("this pane alone")
	c.press("Escape")
	c.gone("Commands")
	c.press("C-p")
	c.press("-l", "all marks")
	c.await("all marks ")
	c.press("Enter")
	c.await("1 of 1")
	c.press("Escape")
	c.gone("1 of 1")
	c.press("q")
	c.await("left with 0")
}

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

// copied waits for words on the clipboard, which tmux keeps.
func (c *terminal) copied(want string) {
	c.t.Helper()
	got := ""
	for range 200 {
		out, err := exec.Command("tmux", "-L", c.name, "show-buffer").CombinedOutput()
		if got = string(out); err == nil && strings.HasPrefix(got, want) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	c.t.Fatalf("copied is %q, want %q:\n%s", got, want, c.screen())
}

func TestFiltersInATerminal(t *testing.T) {
	c := start(t, "120", "36", "onrecord; echo left with $?")
	c.await(" quotations · ")
	c.press("f")
	c.await("words or a period:")
	c.press("-l", "toynb")
	c.await("[ ] Diana Toynbee")
	c.press("Enter")
	c.await("person: Diana Toynbee ×")
	c.press("f", "Down", "Down", "Down", "Space")
	c.await("[x] direct")
	c.press("Escape")
	c.await("said: direct ×")
	c.press("f")
	c.press("-l", "1999")
	c.await("[ ] 1999")
	c.press("Enter", "3")
	c.await("Alone would leave")
	c.tmux("resize-window", "-x", "70", "-y", "20")
	c.await("1999 ×")
	c.press("F")
	c.gone("1999 ×")
	x, y := c.find("person: ")
	if y != 0 {
		x, y = c.find("Diana")
	}
	c.mouse(0, x+2, y, true)
	c.mouse(0, x+2, y, false)
	c.gone("Diana Toynbee ×")
	c.press("C-x")
	c.gone("direct ×")
	c.press("q")
	c.await("left with 0")
}

func TestTheMouseInATerminal(t *testing.T) {
	c := start(t, "160", "40", "onrecord; echo left with $?")
	c.tmux("set", "-g", "set-clipboard", "on")
	c.await(" quotations · ")
	c.await("all documents")
	x, y := c.find("demand urgent")
	c.mouse(0, x, y, true) // down, along, up
	c.mouse(32, x+8, y, true)
	c.mouse(32, x+12, y, true)
	c.mouse(0, x+12, y, false)
	c.copied("demand urgent")
	c.press("y")
	c.copied("“demand urgent”\n— “A protest is set to take place")
	c.await("copied with its source")
	c.press("Escape")

	x, y = c.find("▸ A protest") // the title of the text stands behind its border
	c.mouse(0, x-1, y+8, true)
	c.mouse(32, x+6, y+8, true)
	c.mouse(0, x+6, y+8, false)
	if to, _ := c.find("▸ A protest"); to != x+7 {
		for range 100 { // the terminal answers when it can
			if to, _ = c.find("▸ A protest"); to == x+7 {
				break
			}
			time.Sleep(25 * time.Millisecond)
		}
		if to != x+7 {
			t.Errorf("the text begins at %d, want %d", to, x+7)
		}
	}

	x, y = c.find("~July")
	c.mouse(0, x, y, true)
	c.mouse(0, x, y, false)
	c.await("▸ Happened")
	c.mouse(65, x, y, true) // the wheel
	c.press("C-w", "Left", "Left")
	c.await("borders: arrows")
	c.press("Enter") // esc and a letter at once would be alt and the letter
	c.press("v")
	c.await("by sentences")
	c.press("j", "v")
	c.await("by paragraphs")
	c.press("Escape")
	c.gone("by paragraphs")
	c.press("M")
	c.await("the mouse is the terminal’s")
	c.press("q")
	c.await("left with 0")
}
