package ui

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/text"
	"onrecord/ui/layout"
)

// pointer is a mouse with a clock of its own.
type pointer struct {
	t   *testing.T
	m   *root
	now time.Time
}

func newPointer(t *testing.T, m *root) *pointer {
	p := &pointer{t, m, time.Unix(0, 0)}
	m.now = func() time.Time { return p.now }
	return p
}

func (p *pointer) down(x, y int) tea.Cmd {
	p.now = p.now.Add(50 * time.Millisecond)
	_, cmd := p.m.Update(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
	return cmd
}

func (p *pointer) move(x, y int) tea.Cmd {
	_, cmd := p.m.Update(tea.MouseMotionMsg{X: x, Y: y, Button: tea.MouseLeft})
	return cmd
}

func (p *pointer) up(x, y int) tea.Cmd {
	_, cmd := p.m.Update(tea.MouseReleaseMsg{X: x, Y: y, Button: tea.MouseLeft})
	return cmd
}

func (p *pointer) drag(x, y, toX, toY int) tea.Cmd {
	p.now = p.now.Add(time.Second)
	p.down(x, y)
	p.move((x+toX)/2, (y+toY)/2)
	p.move(toX, toY)
	return p.up(toX, toY)
}

// at is the cell at which words stand in a pane.
func (p *pointer) at(in layout.Pane, words string) (x, y int) {
	p.t.Helper()
	r := p.m.frame.Panes[in]
	rows := strings.Split(plain(p.m), "\n")
	for y := r.Y; y < r.Y+r.Height; y++ {
		row := ansi.Cut(rows[y], r.X, r.X+r.Width)
		if i := strings.Index(row, words); i >= 0 {
			return r.X + ansi.StringWidth(row[:i]), y
		}
	}
	p.t.Fatalf("%q is not in pane %d:\n%s", words, in, plain(p.m))
	return 0, 0
}

// copied is what a command puts on the clipboard.
func copied(cmd tea.Cmd) string {
	if cmd == nil {
		return ""
	}
	found := make(chan string, 8)
	go func() {
		defer close(found)
		b, ok := cmd().(tea.BatchMsg)
		if !ok {
			return
		}
		if v := reflect.ValueOf(b[0]()); v.Kind() == reflect.String {
			found <- v.String()
		}
	}()
	return <-found
}

// Every pane stands where the pointer finds it, at every width.
func TestPanesStandWhereThePointerFindsThem(t *testing.T) {
	names := map[layout.Pane]string{layout.Documents: "Documents", layout.Quotes: "Said", layout.Events: "Happened", layout.People: "People", layout.Found: "Found"}
	for _, width := range []int{60, 84, 100, 110, 149, 150, 180} {
		for _, k := range []string{"1", "2", "3", "4", "5", "6"} {
			m := screenOf(t, builtin, width, 30)
			keys(m, k)
			rows := strings.Split(plain(m), "\n")
			shown := 0
			for p, name := range names {
				r := m.frame.Panes[p]
				if !r.Shown() {
					continue
				}
				shown++
				if title := ansi.Cut(rows[r.Y], r.X, r.X+r.Width); !strings.Contains(title, name) {
					t.Errorf("%d cells, key %s: %s is not at %+v: %q", width, k, name, r, title)
				}
			}
			if shown == 0 && (width >= layout.MediumFrom || k != "2") {
				t.Errorf("%d cells, key %s: no list is shown", width, k)
			}
		}
	}
}

func TestBordersAreDragged(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	p := newPointer(t, m)
	was := m.frame.Panes
	edges := m.frame.Dividers
	p.drag(edges[0].X, 10, edges[0].X+8, 12)
	if got := m.frame.Panes[layout.Documents].Width; got != was[layout.Documents].Width+8 {
		t.Errorf("the documents are %d cells wide, were %d", got, was[layout.Documents].Width)
	}
	p.drag(edges[1].X+1, 10, edges[1].X-9, 10) // taken at its second cell
	if got := m.frame.Panes[layout.Events].Width; got != was[layout.Events].Width+10 {
		t.Errorf("the chronology is %d cells wide, was %d", got, was[layout.Events].Width)
	}
	split := m.frame.Dividers[2]
	p.drag(split.X+4, split.Y, split.X+4, split.Y+6)
	if got := m.frame.Panes[layout.Quotes].Height; got != was[layout.Quotes].Height+6 {
		t.Errorf("the quotations have %d rows, had %d", got, was[layout.Quotes].Height)
	}
	if m.prefs.Focus != layout.Events {
		t.Error("a press on its title does not give a pane the focus")
	}
	for i := range m.frame.Dividers {
		d := m.frame.Dividers[i] // they move
		p.now = p.now.Add(time.Second)
		p.down(d.X, d.Y)
		p.up(d.X, d.Y)
		p.down(d.X, d.Y)
	}
	if m.frame.Panes != was {
		t.Errorf("double clicks leave %+v, at first it was %+v", m.frame.Panes, was)
	}
}

func TestBordersAreMovedByKeys(t *testing.T) {
	ctrl := func(k rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: k, Mod: tea.ModCtrl} }
	m := screenOf(t, builtin, 180, 50)
	was := m.frame.Panes
	keys(m, "1")
	m.Update(ctrl('w'))
	keys(m, "l", "l", "esc")
	if got := m.frame.Panes[layout.Documents].Width; got != was[layout.Documents].Width+2*resizeCells {
		t.Errorf("the documents are %d cells wide, were %d", got, was[layout.Documents].Width)
	}
	keys(m, "2")
	m.Update(ctrl(tea.KeyLeft))
	m.Update(ctrl(tea.KeyDown))
	if got := m.frame.Panes[layout.Quotes]; got.Width != was[layout.Quotes].Width+resizeCells || got.Height != was[layout.Quotes].Height+resizeRows {
		t.Errorf("the quotations are at %+v, were at %+v", got, was[layout.Quotes])
	}
	m.Update(ctrl('w'))
	keys(m, "=", "3")
	if m.prefs.Focus != layout.Quotes || m.resizing {
		t.Error("another key does not end it and do what it does")
	}
	if m.frame.Panes != was {
		t.Errorf("= leaves %+v", m.frame.Panes)
	}
}

func TestWordsAreSelectedAndCopied(t *testing.T) {
	for _, size := range sizes {
		m := screenOf(t, builtin, size[0], size[1])
		p := newPointer(t, m)
		keys(m, "2")
		x, y := p.at(layout.Text, "demand urgent")
		toX, toY := p.at(layout.Text, "recent")
		if got := copied(p.drag(x, y, toX+len("recent")-1, toY)); got != "demand urgent action to improve children’s services in Herefordshire, following the recent" {
			t.Errorf("%v: copied is %q", size, got)
		}
		_, cmd := m.Update(press('y'))
		if got := copied(cmd); !strings.HasPrefix(got, "“demand urgent") || !strings.Contains(got, "\n— “A protest is set") || !strings.Contains(got, "bytes ") {
			t.Errorf("%v: y copies %q", size, got)
		}
		keys(m, "esc")
		if !m.text.Chosen().Empty() {
			t.Errorf("%v: esc leaves the selection", size)
		}
		p.now = p.now.Add(time.Second)
		for n, want := range []string{"", "demand", "The protest will be held by"} {
			p.down(x+1, y)
			if got := copied(p.up(x+1, y)); got != want && (n < 2 || !strings.HasPrefix(got, want)) {
				t.Errorf("%v: %d clicks copy %q", size, n+1, got)
			}
		}
		p.now = p.now.Add(time.Second)
		p.down(x, y)
		if got := copied(p.up(x, y)); got != "" || !m.text.Chosen().Empty() {
			t.Errorf("%v: a click copies %q", size, got)
		}
	}
}

func TestTheTextScrollsWhileTheMouseIsBesideIt(t *testing.T) {
	m := screenOf(t, builtin, 110, 24)
	p := newPointer(t, m)
	keys(m, "2")
	x, y := p.at(layout.Text, "A protest is set to take place outside Herefordshire Council")
	p.now = p.now.Add(time.Second)
	p.down(x, y)
	first := m.text.Place()
	if p.move(x+10, 23) == nil {
		t.Fatal("nothing goes on while the pointer rests")
	}
	for range 30 {
		m.Update(beyond{m.drag.tag})
	}
	if m.text.Place() == first {
		t.Error("the text does not scroll")
	}
	n := len(m.text.Copied())
	stale := beyond{m.drag.tag}
	p.move(x+10, 10)
	place := m.text.Place()
	m.Update(stale)
	if m.text.Place() != place {
		t.Error("it scrolls on when the pointer is back")
	}
	got := copied(p.up(x+10, 10))
	if len(got) < n/2 || strings.Contains(got, "▎") || strings.Contains(got, "◆") {
		t.Errorf("copied is %q", got)
	}
	for range 60 {
		m.Update(stale)
	}
	if m.text.Place() != place {
		t.Error("it scrolls on when the button is up")
	}
}

func TestTheScrollBarIsDragged(t *testing.T) {
	m := screenOf(t, builtin, 110, 24)
	p := newPointer(t, m)
	r := m.frame.Panes[layout.Text]
	p.drag(r.X+r.Width-1, r.Y+1, r.X+r.Width-1, r.Y+r.Height-1)
	if m.text.Percent() != 100 || !m.text.Chosen().Empty() {
		t.Errorf("the text is at %d per cent", m.text.Percent())
	}
}

func TestTitlesAndKeysAreClicked(t *testing.T) {
	cases := []struct {
		name  string
		size  [2]int
		keys  []string
		click string // words on the screen
		last  bool   // the last of them
		done  func(*root) bool
	}{
		{"a tab of a medium screen", [2]int{110, 36}, nil, " 1 3 4 5", false, func(m *root) bool { return m.prefs.Focus == layout.Documents }},
		{"a tab of a narrow screen", [2]int{70, 24}, nil, "1 2 3 4 5", false, func(m *root) bool { return m.prefs.Focus == layout.Documents }},
		{"a tab of a wide screen", [2]int{180, 50}, nil, "5 6 ─", true, func(m *root) bool { return m.prefs.Focus == layout.People }},
		{"a key of the bottom line", [2]int{180, 50}, []string{"4"}, "w why this date", true, func(m *root) bool { return m.sheet != nil }},
		{"the help", [2]int{70, 24}, nil, "? keys", true, func(m *root) bool { return m.sheet != nil }},
		{"the scope", [2]int{110, 36}, nil, "all documents", false, func(m *root) bool { return !m.all }},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, tc.size[0], tc.size[1])
			p := newPointer(t, m)
			keys(m, tc.keys...)
			rows := strings.Split(plain(m), "\n")
			for y := range rows {
				i := strings.Index(rows[y], tc.click)
				if tc.last {
					i = strings.LastIndex(rows[y], tc.click)
				}
				if i >= 0 {
					x := ansi.StringWidth(rows[y][:i])
					if tc.click[0] == ' ' {
						x++
					}
					p.down(x, y)
					if !tc.done(m) {
						t.Errorf("a click at %d,%d does nothing:\n%s", x, y, plain(m))
					}
					return
				}
			}
			t.Fatalf("%q is not on the screen:\n%s", tc.click, plain(m))
		})
	}
}

func TestTheWheelOverAPageScrollsItAndAClickBesideClosesIt(t *testing.T) {
	m := screenOf(t, builtin, 100, 20)
	p := newPointer(t, m)
	keys(m, "?")
	before := plain(m)
	m.Update(tea.MouseWheelMsg{X: 50, Y: 10, Button: tea.MouseWheelDown})
	if plain(m) == before {
		t.Error("the wheel does not scroll the page")
	}
	p.down(50, 10)
	if m.sheet == nil {
		t.Error("a click on the page closes it")
	}
	p.now = p.now.Add(time.Second)
	p.down(1, 1)
	if m.sheet != nil {
		t.Error("a click beside the page does not close it")
	}
}

// The words that a drawer leads to can be copied while it is open.
func TestWordsOverADrawerAreSelectedAndCopied(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	p := newPointer(t, m)
	keys(m, "4", "w")
	if m.sheet == nil || m.drawer == 0 {
		t.Fatal("no drawer is open")
	}
	r := m.frame.Panes[layout.Text]
	if got := copied(p.drag(r.X+3, r.Y+3, r.X+30, r.Y+4)); len(got) < 20 || strings.Contains(got, "┃") {
		t.Errorf("%q is copied", got)
	}
	if m.sheet == nil {
		t.Error("the drawer is closed")
	}
	x, y := p.at(layout.Events, "2021")
	p.now = p.now.Add(time.Second)
	p.down(x, y)
	if m.sheet == nil || !strings.Contains(m.status, "closes it") {
		t.Errorf("a click on a list says %q", m.status)
	}
	keys(m, "esc")
	if m.sheet != nil {
		t.Error("esc does not close the drawer")
	}
}

func TestSelectingByKeysOnTheScreen(t *testing.T) {
	for _, size := range sizes {
		m := screenOf(t, builtin, size[0], size[1])
		keys(m, "3", "v")
		if m.prefs.Focus != layout.Text || m.text.Chosen().Empty() {
			t.Fatalf("%v: v selects nothing", size)
		}
		one := m.text.Copied()
		keys(m, "j")
		two := m.text.Copied()
		if !strings.HasPrefix(two, one) || len(two) <= len(one) {
			t.Errorf("%v: j makes %q of %q", size, two, one)
		}
		keys(m, "k")
		if m.text.Copied() != one {
			t.Errorf("%v: k leaves %q", size, m.text.Copied())
		}
		for range 200 {
			keys(m, "j")
			if s := m.text.Chosen(); s.End-s.Start > 0 && !m.text.InSight(endOf(m)) {
				t.Fatalf("%v: the end at %d is not in sight", size, s.End)
			}
		}
		keys(m, "v", "o", "k", "1", "esc")
		if !m.text.Chosen().Empty() {
			t.Errorf("%v: esc leaves %v", size, m.text.Chosen())
		}
	}
}

// endOf is the last letter of what is selected.
func endOf(m *root) (s text.Span) {
	c := m.text.Chosen()
	s.Start, s.End = c.End-1, c.End
	return s
}

func TestEveryDragEverywhere(t *testing.T) {
	for _, size := range [][2]int{{20, 6}, {30, 9}, {70, 24}, {84, 10}, {110, 36}, {150, 12}, {180, 50}} {
		t.Run(fmt.Sprint(size), func(t *testing.T) {
			m := screenOf(t, builtin, size[0], size[1])
			p := newPointer(t, m)
			for x := 0; x < size[0]; x += 9 {
				for y := 0; y < size[1]; y += 4 {
					p.drag(x, y, size[0]-x, size[1]-y)
					whole(t, m)
					p.down(x, y)
					p.up(x, y)
					p.down(x, y)
					whole(t, m)
					keys(m, "esc")
				}
			}
		})
	}
}
