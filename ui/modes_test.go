package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

// modes are the ways into everything that takes keys for itself.
var modes = map[string][]string{
	"nothing": {"2"}, "find": {"/", "c", "o", "u"}, "search": {"ctrl+f", "c", "o", "u"}, "search not begun": {"ctrl+f"}, "filters": {"f"}, "go to": {"ctrl+g", "c", "o"}, "commands": {"ctrl+p"},
	"help": {"?"}, "why": {"4", "w"}, "which day": {"2", "}", "d"}, "outline": {"O"}, "marks": {"m", "a", "\""}, "name of a mark": {"m", "a", "R", "x"}, "name on the sheet": {"m", "a", "\"", "R"},
	"number": {"0", "3"}, "first of two keys": {"0", "3", ")"}, "letter of a mark": {"m"}, "borders": {"ctrl+w"}, "selection": {"v", "j"},
}

// taking are what takes the keys: never two at once, but for the name of a mark on
// the sheet of the marks.
func taking(m *root) []string {
	var out []string
	for name, is := range map[string]bool{
		"finding": m.finding, "search": m.search.open, "filters": m.filters != nil, "borders": m.resizing, "movement": m.moving.counting || m.moving.first != "",
		"sheet": m.sheet != nil && !m.marks.naming, "naming": m.marks.naming,
	} {
		if is {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Whatever comes while something takes the keys, no two things take them after it,
// and esc leads out.
func TestNoTwoThingsTakeTheKeys(t *testing.T) {
	all := screenOf(t, builtin, 110, 30).x
	less := *all.Corpus
	less.Docs, less.Quotations, less.Dates, less.Events, less.People = less.Docs[:1], nil, nil, nil, nil
	comes := map[string]func(m *root){
		"a paste":            func(m *root) { m.Update(tea.PasteMsg{Content: "harbour\nwall"}) },
		"a snapshot":         func(m *root) { m.Update(arrival{index: all}) },
		"a smaller terminal": func(m *root) { m.Update(tea.WindowSizeMsg{Width: 30, Height: 8}) },
		"one that is none":   func(m *root) { m.Update(tea.WindowSizeMsg{Width: 3, Height: 2}) },
		"a larger terminal":  func(m *root) { m.Update(tea.WindowSizeMsg{Width: 200, Height: 60}) },
		"another background": func(m *root) { m.Update(tea.BackgroundColorMsg{}) },
		"the wheel everywhere": func(m *root) {
			everywhere(m, func(a tea.Mouse) { a.Button = tea.MouseWheelDown; m.Update(tea.MouseWheelMsg(a)) })
		},
		"clicks everywhere": func(m *root) {
			everywhere(m, func(a tea.Mouse) { m.Update(tea.MouseClickMsg(a)); m.Update(tea.MouseReleaseMsg(a)) })
		},
	}
	keyed := map[string]bool{}
	for _, b := range keymap.New().All() {
		if n := name(b); n != "ctrl+c" && n != "q" && n != "ctrl+z" {
			comes[n], keyed[n] = func(m *root) { keys(m, strings.Fields(n)...) }, true
		}
	}
	for mode, into := range modes {
		t.Run(mode, func(t *testing.T) {
			for what, come := range comes {
				for i, size := range sizes {
					if keyed[what] && i > 0 {
						continue // keys go the same way at any size
					}
					m := newModel(Options{Mouse: true}, newFeed())
					m.accept(arrival{index: all})
					if what == "a snapshot" {
						m.accept(arrival{index: index.New(&less)})
					}
					m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
					keys(m, into...)
					come(m)
					whole(t, m)
					for range 8 {
						keys(m, "esc")
					}
					if on := taking(m); len(on) > 0 {
						t.Fatalf("%s at %v: esc leaves %v", what, size, on)
					}
				}
			}
		})
	}
}

// everywhere points at cells all over the screen.
func everywhere(m *root, do func(tea.Mouse)) {
	for y := 0; y < m.height; y += 7 {
		for x := 0; x < m.width; x += 29 {
			do(tea.Mouse{X: x, Y: min(y, m.height-1), Button: tea.MouseLeft})
			m.View()
		}
	}
}

func TestAClickEndsWhatIsTyped(t *testing.T) {
	for _, tc := range []struct {
		name string
		keys []string
		done func(*root) bool
	}{
		{"find, whose words stay marked", []string{"/", "c", "o", "u"}, func(m *root) bool { q, _, _ := m.text.Found(); return q == "cou" }},
		{"search, which stays", []string{"ctrl+f", "c", "o", "u"}, func(m *root) bool { return m.search.query == "cou" && len(m.search.past) == 1 }},
		{"a name, which is not given", []string{"2", "m", "a", "R", "x"}, func(m *root) bool { return m.marks.store.all()[0].name == "" }},
		{"a number", []string{"0", "3"}, func(m *root) bool { return m.moving.count == 0 }},
		{"borders", []string{"ctrl+w"}, func(m *root) bool { return m.prefs.Right == 0 }},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			keys(m, tc.keys...)
			m.View()
			p := newPointer(t, m)
			if len(taking(m)) != 1 {
				t.Fatalf("%v take the keys", taking(m))
			}
			r := m.frame.Panes[layout.Text]
			p.down(r.X+10, r.Y+4)
			if on := taking(m); len(on) > 0 || m.prefs.Focus != layout.Text || !tc.done(m) {
				t.Errorf("%v take the keys, the focus is on %d", on, m.prefs.Focus)
			}
		})
	}
}

// What stood on the bottom line before words are typed there can be clicked no more.
func TestAClickOnWhatIsTypedPressesNoKey(t *testing.T) {
	for _, k := range []string{"/", "ctrl+f"} {
		m := screenOf(t, builtin, 110, 36)
		p := newPointer(t, m)
		m.View()
		keys(m, k)
		m.View()
		for x := range m.width {
			p.down(x, m.height-1)
		}
		if in, _ := m.typing(); in == nil || in.Value() != "" || m.sheet != nil {
			t.Errorf("behind %s clicks typed or opened something:\n%s", k, plain(m))
		}
	}
}

// The second of two keys, and a number, come before the keys of a selection.
func TestMovementsWhileWordsAreSelected(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "v", "m", "v")
	if _, ok := m.marked('v'); !ok {
		t.Error("m v sets no mark while words are selected")
	}
	if m.text.Unit() != 2 {
		t.Error("m v widened the selection")
	}
	keys(m, "0", "3", "j")
	by := m.text.Copied()
	if m.moving.counting {
		t.Error("the number is still being typed")
	}
	keys(m, "esc", "v", "j", "j", "j")
	if by != m.text.Copied() {
		t.Errorf("03j selects %q, jjj %q", by, m.text.Copied())
	}
}

func TestAPasteIsSearchedInALargeCorpus(t *testing.T) {
	m := many(t)
	_, cmd := m.Update(keymap.Press("ctrl+g"))
	drain(m, cmd)
	_, cmd = m.Update(tea.PasteMsg{Content: "harbour"})
	drain(m, cmd)
	if s := plain(m); strings.Contains(s, "5 of 20,000") || !strings.Contains(s, "Documents 5 of ") {
		t.Errorf("the screen is\n%s", s)
	}
}

func TestTheWheelInThePickerShowsWhatItsCursorIsOn(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, ":")
	typed(m, "d ")
	was := m.text.Document().ID
	r := m.frame.Panes[layout.Text]
	m.Update(tea.MouseWheelMsg{X: r.X + 5, Y: r.Y + r.Height - 2, Button: tea.MouseWheelDown})
	if m.text.Document().ID == was {
		t.Errorf("the text still shows document %d:\n%s", was, plain(m))
	}
}

// Closing the sheet of the filters is the same by a click as by esc: the text shows
// what the list is on now.
func TestAClickBesideTheFiltersIsAsEsc(t *testing.T) {
	var shown [2]string
	for i := range shown {
		m := screenOf(t, builtin, 110, 36)
		keys(m, "4", "G", "f")
		typed(m, "2021")
		keys(m, "up", "space")
		if i == 0 {
			keys(m, "esc")
		} else {
			newPointer(t, m).down(0, m.height-1)
		}
		shown[i] = plain(m)
	}
	if shown[0] != shown[1] {
		t.Errorf("by esc\n%s\nby a click\n%s", shown[0], shown[1])
	}
}

// A run of leaps ends with what else is done, such as a selection that grows.
func TestALeapBehindSomethingElseIsAJumpOfItsOwn(t *testing.T) {
	m := screenOf(t, builtin, 110, 12)
	keys(m, "v", ")", "q", "0", "2", "0", "j")
	there := m.here()
	keys(m, ")", "q", "ctrl+o")
	if !isAt(m, there) {
		t.Errorf("back leads to %+v, want %+v", m.here(), there)
	}
}

func TestTheSheetOfTheFiltersReadsNothing(t *testing.T) {
	m := screenOf(t, builtin, 180, 50)
	keys(m, "3", "G", "f") // the end of the last document is in sight, in passing
	r := m.frame.Panes[layout.Text]
	for range 60 {
		m.text.Update(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	}
	m.Update(tea.MouseWheelMsg{X: r.X + 5, Y: r.Y + 5, Button: tea.MouseWheelDown})
	if len(m.read) > 0 {
		t.Errorf("read are %v", m.read)
	}
}

// Words longer than the line go by: their end is seen, and the cursor.
func TestLongWordsAreSeenWhileTheyAreTyped(t *testing.T) {
	for _, into := range [][]string{{"/"}, {"ctrl+f"}, {"m", "a", "R"}} {
		m := screenOf(t, builtin, 60, 20)
		keys(m, into...)
		typed(m, strings.Repeat("weir and eel ", 12)+"end")
		m.View()
		if c := m.View().Cursor; c == nil || c.X >= m.width || !strings.HasSuffix(strings.TrimRight(bottom(m), " "), "end") {
			t.Errorf("%v: the cursor is at %+v of %q", into, c, bottom(m))
		}
		whole(t, m)
		for range 155 {
			keys(m, "backspace")
		}
		m.View()
		if _, label := m.typing(); !strings.HasPrefix(bottom(m), label+"weir") {
			t.Errorf("%v: what is left does not begin the line: %q", into, bottom(m))
		}
	}
}
