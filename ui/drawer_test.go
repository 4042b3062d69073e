package ui

import (
	"image/color"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
)

func TestTheBorderOfADrawerMoves(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, ":")
	p := newPointer(t, m)
	was, text := m.drawer, m.frame.Panes[layout.Text]
	p.drag(20, m.drawerTop(), 20, m.drawerTop()+6)
	if m.drawer != was-6 || m.frame.Panes[layout.Text] != text {
		t.Errorf("dragged down by 6 it has %d rows, had %d", m.drawer, was)
	}
	p.drag(20, m.drawerTop(), 20, 0)
	if want := text.Height - titleRows - leastOver; m.drawer != want {
		t.Errorf("dragged to the top it has %d rows, want %d", m.drawer, want)
	}
	p.drag(20, m.drawerTop(), 20, 35)
	if m.drawer != leastDrawer {
		t.Errorf("dragged to the foot it has %d rows, want %d", m.drawer, leastDrawer)
	}
	keys(m, "ctrl+up")
	if m.drawer != leastDrawer+resizeRows {
		t.Errorf("a key makes it %d rows", m.drawer)
	}
	whole(t, m)
	p.now = p.now.Add(time.Second)
	for range 2 {
		p.down(20, m.drawerTop())
		p.up(20, m.drawerTop())
	}
	if m.drawer != was {
		t.Errorf("two clicks leave %d rows, at first it had %d", m.drawer, was)
	}
	p.drag(20, m.drawerTop(), 20, m.drawerTop()+6)
	keys(m, "esc", ":")
	if m.drawer != was {
		t.Errorf("opened again it has %d rows, not %d", m.drawer, was)
	}
}

// A drawer that has shown all there is goes no higher, and comes back at once.
func TestADrawerIsNoHigherThanWhatItShows(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "2", "}", "d")
	was := m.drawer
	keys(m, "ctrl+up", "ctrl+up")
	if m.drawer != was || !strings.Contains(bottom(m), "no farther") {
		t.Errorf("%d rows, were %d: %q", m.drawer, was, bottom(m))
	}
	keys(m, "ctrl+down")
	if m.drawer >= was {
		t.Errorf("a key down leaves %d rows, were %d", m.drawer, was)
	}
}

// inks are the escape sequences of a frame, each once.
func inks(frame string) map[string]bool {
	out := map[string]bool{}
	for _, part := range strings.Split(frame, "\x1b[")[1:] {
		if n := strings.IndexByte(part, 'm'); n >= 0 {
			out[part[:n]] = true
		}
	}
	return out
}

func TestWhatIsOpenTakesTheNewBackground(t *testing.T) {
	for name, open := range map[string][]string{
		"the keys": {"?"}, "the reasons of a date": {"4", "w"}, "the way to anything": {":", "a"}, "the commands": {"ctrl+p"}, "the filters": {"f"}, "the outline": {"O"}, "the marks": {"m", "a", "\""},
	} {
		t.Run(name, func(t *testing.T) {
			paper := tea.BackgroundColorMsg{Color: color.White}
			was := screenOf(t, builtin, 110, 36)
			keys(was, open...)
			was.Update(paper)
			light := screenOf(t, builtin, 110, 36)
			light.Update(paper)
			keys(light, open...)
			want := inks(light.View().Content)
			for ink := range inks(was.View().Content) {
				if !want[ink] {
					t.Errorf("%q is an ink of the dark screen", ink)
				}
			}
		})
	}
}

// What is explained goes on behind a newer snapshot, by what that says.
func TestWhatIsMeantGoesOnBehindASnapshot(t *testing.T) {
	for _, key := range []string{"d", "p"} {
		m := screenOf(t, builtin, 110, 36)
		m.show(3)
		m.focus(layout.Text)
		keys(m, key)
		if len(m.meaning.seen) < 2 {
			t.Fatalf("%s: %d in sight", key, len(m.meaning.seen))
		}
		first := m.meaning.at
		m.accept(arrival{index: m.x})
		keys(m, key)
		if m.meaning.at == first || m.sheet == nil || !strings.Contains(plain(m), "goes on") {
			t.Errorf("%s: %v was explained, and is again\n%s", key, first, plain(m))
		}
	}
}
