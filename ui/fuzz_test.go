package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/layout"
	"onrecord/ui/pane"
)

// whole checks what holds on every screen.
func whole(t *testing.T, m *root) {
	t.Helper()
	rows := strings.Split(m.View().Content, "\n")
	if len(rows) > max(m.height, 1) {
		t.Fatalf("%dx%d: %d rows", m.width, m.height, len(rows))
	}
	for y, r := range rows {
		if n := pane.Width(ansi.Strip(r)); n > m.width {
			t.Fatalf("%dx%d: row %d is %d cells wide: %q", m.width, m.height, y, n, ansi.Strip(r))
		}
	}
	shown := 0
	for p, a := range m.frame.Panes {
		if !a.Shown() {
			continue
		}
		shown++
		if a.X < 0 || a.Y < 1 || a.X+a.Width > m.width || a.Y+a.Height > m.height-1 {
			t.Fatalf("%dx%d: pane %d stands at %+v", m.width, m.height, p, a)
		}
	}
	if shown == 0 && m.frame.Class != layout.TooSmall {
		t.Fatalf("%dx%d: no pane is shown", m.width, m.height)
	}
	if d := m.text.Document(); d != nil {
		if c := m.text.Chosen(); c.Start < 0 || int(c.End) > len(d.Text) {
			t.Fatalf("%v of %d bytes is selected", c, len(d.Text))
		}
	}
	if on := taking(m); len(on) > 1 {
		t.Fatalf("%v take the keys", on)
	}
	if len(m.filter) > 0 && m.frame.Class != layout.TooSmall && len(m.chips) == 0 {
		t.Fatalf("%dx%d: the filter %v is not named", m.width, m.height, m.filter)
	}
}

// FuzzKeysAndMouse presses keys, moves the mouse and changes the size as the bytes
// say: three a message. Commands are not run, so nothing leaves the test.
func FuzzKeysAndMouse(f *testing.F) {
	f.Add([]byte("f\x00\x00 \x00\x00jj\x00"))
	f.Add([]byte{200, 40, 10, 201, 60, 20, 202, 60, 20, 'v', 0, 0, 'j', 0, 0, 'y', 0, 0})
	f.Add([]byte{203, 90, 20, 200, 30, 5, 201, 50, 5, 202, 0, 0, 203, 5, 3, 'X', 0, 0, 'f', 0, 0, 207, 0, 0})
	m0 := screenOf(f, builtin, 120, 40)
	x := m0.x
	special := []rune{tea.KeyEnter, tea.KeyEscape, tea.KeyTab, tea.KeyUp, tea.KeyDown, tea.KeyLeft, tea.KeyRight, tea.KeyPgDown, tea.KeyPgUp, tea.KeyBackspace, tea.KeyHome, tea.KeyEnd}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := newModel(Options{Mouse: true}, newFeed())
		m.accept(arrival{index: x})
		m.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
		if len(data) > 300 {
			data = data[:300]
		}
		for ; len(data) >= 3; data = data[3:] {
			px, py := int(data[1]), int(data[2])%64
			mouse := tea.Mouse{X: px, Y: py, Button: tea.MouseLeft}
			var msg tea.Msg
			switch c := data[0]; {
			case c == 200:
				msg = tea.MouseClickMsg(mouse)
			case c == 201:
				msg = tea.MouseMotionMsg(mouse)
			case c == 202:
				msg = tea.MouseReleaseMsg(mouse)
			case c == 203:
				msg = tea.WindowSizeMsg{Width: px, Height: py}
			case c == 204:
				mouse.Button = tea.MouseWheelDown
				msg = tea.MouseWheelMsg(mouse)
			case c == 205:
				mouse.Button = tea.MouseWheelUp
				msg = tea.MouseWheelMsg(mouse)
			case c == 206:
				msg = beyond{m.drag.tag}
			case c > 206 && c < 220:
				msg = tea.KeyPressMsg{Code: special[int(c)-207-max(int(c)-218, 0)], Mod: []tea.KeyMod{0, tea.ModCtrl, tea.ModShift, tea.ModAlt}[px%4]}
			case c >= 32 && c < 127:
				k := press(rune(c))
				if px%8 == 7 && c >= 'a' && c <= 'z' && c != 'z' { // ctrl+z and ctrl+c are the terminal's
					k = tea.KeyPressMsg{Code: rune(c), Mod: tea.ModCtrl}
				}
				if c == ' ' {
					k.Code = tea.KeySpace
				}
				msg = k
			default:
				continue
			}
			m.Update(msg)
			whole(t, m)
		}
	})
}
