package ui_test

import (
	"strings"
	"testing"
	"time"
)

func TestTheMouseInATerminal(t *testing.T) {
	c := start(t, "160", "40", "onrecord; echo left with $?")
	c.await(" quotations · ")
	c.await("all documents")
	x, y := c.find("demand urgent")
	c.mouse(0, x, y, true) // down, along, up
	c.mouse(32, x+8, y, true)
	c.mouse(32, x+12, y, true)
	c.mouse(0, x+12, y, false)
	c.copied("demand urgent", true)
	c.press("y")
	c.copied("“demand urgent”\n— “A protest is set to take place", false)
	c.await("copied with its source")
	c.await("esc clear")
	c.escape("esc clear") // esc and what the mouse sends at once would be alt and letters

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

// The wheel scrolls what is under it and leaves the focus, clicks select and go
// there, and what is dragged over is copied as the document has it.
func TestTheWheelClicksAndCopiesInATerminal(t *testing.T) {
	c := start(t, "160", "36", "onrecord")
	c.await(" quotations · ")
	c.await("▸ A protest")
	x, y := c.find("● 7 July")
	for range 3 {
		c.mouse(65, x, y, true)
	}
	c.await("31 Mar") // which was farther down
	c.await("▸ A protest")
	for range 3 {
		c.mouse(64, x, y, true)
	}
	c.gone("31 Mar")
	c.await("▸ A protest")
	c.press("j", "j") // goes to the text, which has the focus
	c.gone("000_3d6a3e6d3a02c0cb.txt · 1–14 September")
	c.press("k", "k")
	c.await("000_3d6a3e6d3a02c0cb.txt · 1–14 September")

	x, y = c.find("I’d like to apologise again")
	c.click(x, y, 1)
	c.await("▸ Said")
	c.await("─ A protest is set to take place outside Herefordshire Council’s… ─ 26%")
	time.Sleep(500 * time.Millisecond) // a click by itself
	c.click(x, y, 2)
	c.await("▸ A protest")
	c.press("C-o")
	c.await("▸ Said")
	c.press("2", "g")
	c.await("▸ A protest is set to take place outside Herefordshire Council’s… ─ 0%")

	x, y = c.find("A spokesperson for the")
	toX, toY := c.find("being heard!")
	c.mouse(0, x, y, true)
	c.mouse(32, x+9, y+1, true)
	c.mouse(32, toX+11, toY, true)
	c.mouse(0, toX+11, toY, false)
	c.await("copied 45 words")
	const want = "A spokesperson for the ‘A Common Bond’ group said:\n\n“Enough is enough, one thing we don’t like is being lied too! This time there will be two parts to the protest, some will be inside doing a silent protest, whilst others are outside being heard!"
	c.copied(want, true)
	c.escape("esc clear")
	x, y = c.find("spokesperson for the")
	time.Sleep(500 * time.Millisecond)
	c.click(x+1, y, 2)
	c.await("copied 1 word")
	c.copied("spokesperson", true)
	time.Sleep(500 * time.Millisecond)
	c.click(x+1, y, 3)
	c.await("copied 9 words")
	c.copied("A spokesperson for the ‘A Common Bond’ group said:", true)

	flags := func() string {
		return strings.TrimSpace(c.tmux("display-message", "-p", "#{mouse_any_flag}#{mouse_button_flag}#{mouse_sgr_flag}"))
	}
	if flags() == "000" {
		t.Error("the program does not ask for the mouse")
	}
	c.press("M")
	c.await("the mouse is the terminal’s")
	if f := flags(); f != "000" {
		t.Errorf("the mouse is not given back: %s", f)
	}
	c.press("M")
	c.await("the mouse is the program’s")
	if flags() == "000" {
		t.Error("the mouse is not taken again")
	}
}
