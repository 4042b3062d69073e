package ui

import (
	"context"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

// snapshots are what a corpus looks like while it is loaded, the whole of it last.
func snapshots(t *testing.T, opt source.Options) []*index.Index {
	t.Helper()
	var out []*index.Index
	c, err := model.Load(context.Background(), model.Options{Options: opt, Today: when.DayOf(2026, 11, 23), Index: true}, func(c *model.Corpus) { out = append(out, index.New(c)) })
	if err != nil {
		t.Fatal(err)
	}
	return append(out, index.New(c))
}

// monkey is somebody who presses anything, in a bubble of time of its own: what a
// message asks for is done before the next one comes, or comes when its time has.
type monkey struct {
	t     *testing.T
	r     *rand.Rand
	m     *root
	come  chan tea.Msg
	trace []string
}

// do runs a command beside the screen. What quits or suspends the program is let be.
func (k *monkey) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() { k.come <- cmd() }()
}

// tell gives the screen a message, and looks at what it shows.
func (k *monkey) tell(msg tea.Msg) {
	k.trace = append(k.trace, fmt.Sprintf("%T%v", msg, msg))
	_, cmd := k.m.Update(msg)
	k.look()
	k.do(cmd)
}

// answers takes in what was done beside the screen meanwhile.
func (k *monkey) answers() {
	for {
		synctest.Wait()
		select {
		case msg := <-k.come:
			switch msg := msg.(type) {
			case nil, tea.QuitMsg, tea.SuspendMsg:
			case tea.BatchMsg:
				for _, c := range msg {
					k.do(c)
				}
			default:
				k.tell(msg)
			}
		default:
			return
		}
	}
}

// look checks that a frame fits its terminal exactly, and that nothing in it was
// forgotten to be drawn anew.
func (k *monkey) look() {
	k.t.Helper()
	m := k.m
	whole(k.t, m)
	got := m.View().Content
	if m.frame.Class != layout.TooSmall {
		rows := strings.Split(got, "\n")
		if len(rows) != m.height {
			k.t.Fatalf("%dx%d: %d rows", m.width, m.height, len(rows))
		}
	}
	m.dirty = true
	for p := range m.stale {
		m.stale[p] = true
	}
	if want := m.View().Content; got != want {
		a, b := strings.Split(ansi.Strip(got), "\n"), strings.Split(ansi.Strip(want), "\n")
		for y := range min(len(a), len(b)) {
			if a[y] != b[y] {
				k.t.Fatalf("%dx%d: row %d is drawn as\n%s\nwant\n%s", m.width, m.height, y, a[y], b[y])
			}
		}
		k.t.Fatalf("%dx%d: the colours of a frame are not those that are due", m.width, m.height)
	}
}

// typedWords are what a person types where words are asked for.
var typedWords = []string{"council", `"the council"`, "har*", "wall OR pier", "-the", "speaker:a", "year:2021", "in:quotes we", "(", "“a b”~3", "2021", "May 2021", "2020..2022", "abb", "e wall", "d 0", "p a", "m a", "> next", "before:20", "counsil~1", "x:y", "zzz", "é"}

// press presses a key, of all that there are.
func (k *monkey) press() {
	all := k.m.keys.All()
	special := []string{"enter", "esc", "tab", "up", "down", "left", "right", "pgup", "pgdown", "home", "end", "backspace", "space", "shift+tab", "ctrl+u", "ctrl+w", "ctrl+left", "ctrl+down", "ctrl+s", "ctrl+r", "j", "k", "G", "g"}
	switch n := k.r.IntN(20); {
	case n < 9:
		for _, s := range strings.Fields(name(all[k.r.IntN(len(all))])) {
			k.tell(keymap.Press(s))
		}
	case n < 15:
		k.tell(keymap.Press(special[k.r.IntN(len(special))]))
	case n < 18:
		k.tell(press(rune(' ' + k.r.IntN(95))))
	case n < 19: // open something that asks for words, and type some
		k.tell(keymap.Press([]string{"ctrl+f", "ctrl+f", "f", ":", "/", "ctrl+p", "R", "0"}[k.r.IntN(8)]))
		for _, c := range typedWords[k.r.IntN(len(typedWords))] {
			k.tell(keymap.Press(map[bool]string{true: "space", false: string(c)}[c == ' ']))
			if k.r.IntN(4) == 0 {
				k.answers()
			}
		}
		k.answers()
		for range k.r.IntN(4) {
			k.tell(keymap.Press([]string{"enter", "enter", "down", "n", "space", "esc"}[k.r.IntN(6)]))
			k.answers()
		}
	default:
		k.tell(tea.PasteMsg{Content: typedWords[k.r.IntN(len(typedWords))] + []string{"", "\n", "\x1b[31m", strings.Repeat("long ", 50)}[k.r.IntN(4)]})
	}
}

// point does something with the mouse.
func (k *monkey) point() {
	m := k.m
	at := func() tea.Mouse {
		return tea.Mouse{X: k.r.IntN(m.width + 2), Y: k.r.IntN(m.height + 2), Button: tea.MouseLeft}
	}
	switch k.r.IntN(4) {
	case 0:
		p := at()
		p.Button = []tea.MouseButton{tea.MouseWheelUp, tea.MouseWheelDown, tea.MouseWheelLeft}[k.r.IntN(3)]
		k.tell(tea.MouseWheelMsg(p))
	case 1:
		p := at()
		for range 1 + k.r.IntN(4) {
			k.tell(tea.MouseClickMsg(p))
			k.tell(tea.MouseReleaseMsg(p))
		}
	default:
		k.tell(tea.MouseClickMsg(at()))
		for range k.r.IntN(4) {
			k.tell(tea.MouseMotionMsg(at()))
			time.Sleep(time.Duration(k.r.IntN(100)) * time.Millisecond)
			k.answers()
		}
		if k.r.IntN(4) > 0 {
			k.tell(tea.MouseReleaseMsg(at()))
		}
	}
}

// A long session of anything at all, while a corpus is loaded and behind it. The
// seed of one that fails says how to do it again.
func TestARandomSession(t *testing.T) {
	corpora := map[string][]*index.Index{"five documents": snapshots(t, builtin), "a made corpus": snapshots(t, made(min(corpustest.Soak(600), 6000))), "none": snapshots(t, made(0)), "one": snapshots(t, made(1))}
	steps, seeds := 200, corpustest.Soak(2)
	if testing.Short() {
		seeds = 1
	}
	for name, of := range corpora {
		for i := range seeds {
			seed := corpustest.Seed(uint64(i))
			t.Run(fmt.Sprint(name, " ", seed), func(t *testing.T) { synctest.Test(t, func(t *testing.T) { randomly(t, of, seed, steps) }) })
		}
	}
}

func randomly(t *testing.T, of []*index.Index, seed uint64, steps int) {
	f := newFeed()
	k := &monkey{t: t, r: rand.New(rand.NewPCG(seed, 3)), m: newModel(Options{Mouse: true, ASCII: seed%5 == 4}, f), come: make(chan tea.Msg, 1000)}
	defer func() {
		if e := recover(); e != nil {
			t.Errorf("panic: %v\n%s", e, debug.Stack())
		}
		if t.Failed() {
			t.Logf("the last messages: %s", strings.Join(k.trace[max(len(k.trace)-25, 0):], "\n"))
		}
		close(f.newest) // ends the wait for a snapshot that will not come
		time.Sleep(time.Minute)
		synctest.Wait()
	}()
	k.m.width, k.m.height = 120, 36
	k.tell(tea.WindowSizeMsg{Width: 120, Height: 36})
	for n := range steps {
		if i := n * len(of) / (steps/2 + 1); i < len(of) && (n == 0 || i != (n-1)*len(of)/(steps/2+1)) {
			x := *of[i] // a session notes in it what is read
			f.put(arrival{index: &x})
			if n == 0 {
				k.do(k.m.Init())
			}
		}
		switch c := k.r.IntN(20); {
		case c < 14:
			k.press()
		case c < 18:
			k.point()
		case c < 19:
			size := [][2]int{{120, 36}, {160, 48}, {84, 24}, {70, 20}, {30, 9}, {20, 6}, {250, 60}, {1 + k.r.IntN(200), 1 + k.r.IntN(60)}}[k.r.IntN(8)]
			k.tell(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		default:
			time.Sleep(time.Duration(k.r.IntN(6000)) * time.Millisecond)
		}
		k.answers()
	}
}
