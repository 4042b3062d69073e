package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
)

func bottom(m *root) string {
	rows := strings.Split(plain(m), "\n")
	return rows[len(rows)-1]
}

// onWords are the words of the passage that the text marks.
func onWords(m *root) string {
	of := m.text.Marked()
	if len(of) == 0 {
		return ""
	}
	return of[0].Of(m.text.Document().Text)
}

func TestLeapsGoFromOneToTheNextOfAKind(t *testing.T) {
	cases := []struct {
		name, doc string
		keys      []string
		words     string // the passage begins so
		says      string
	}{
		{"the first quotation", "0", []string{")", "q"}, "“Enough is enough", "A Common Bond"},
		{"three on", "0", []string{")", "q", ")", "q", ")", "q"}, "", "Darryl Freeman"},
		{"three on by a number", "0", []string{"0", "3", ")", "q"}, "", "Darryl Freeman"},
		{"three on by the dot", "0", []string{")", "q", ".", "."}, "", "Darryl Freeman"},
		{"and one the other way", "0", []string{")", "q", ".", ".", ","}, "", "Paul Walker"},
		{"a comma does not turn the dot round", "0", []string{")", "q", ".", ".", ",", "."}, "", "Darryl Freeman"},
		{"back by its key", "0", []string{"0", "3", ")", "q", "(", "q"}, "", "Paul Walker"},
		{"a name", "0", []string{")", "p"}, "", ""},
		{"a heading", "0", []string{")", "h"}, "May 17", "heading"},
		{"a date, as by its brace", "0", []string{")", "d", "}"}, "later this month", "September 2022"},
		{"dates by a number", "0", []string{"0", "2", "}"}, "later this month", "September 2022"},
		{"an event", "0", []string{")", "e"}, "A protest is set", "14 Sep"},
		{"beyond the last by a number", "0", []string{"0", "9", "9", ")", "q"}, "", "Paul Walker"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			for _, size := range sizes {
				m := screenOf(t, builtin, size[0], size[1])
				keys(m, tc.keys...)
				if w := strings.TrimPrefix(onWords(m), "“"); !strings.HasPrefix(w, strings.TrimPrefix(tc.words, "“")) || w == "" {
					t.Errorf("%v: the passage is %q", size, w)
				}
				if !m.text.InSight(m.text.Marked()[0]) {
					t.Errorf("%v: the passage is not in sight", size)
				}
				if !strings.Contains(m.status, tc.says) {
					t.Errorf("%v: it is said %q, want %q", size, m.status, tc.says)
				}
			}
		})
	}
}

func TestEveryQuotationIsReachedOnceOnAndBack(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	for id := range m.x.Docs {
		m.show(text.DocID(id))
		var on, back []text.Span
		for range 100 {
			keys(m, ")", "q")
			if strings.Contains(m.status, "last") {
				break
			}
			on = append(on, m.text.Marked()[0])
		}
		back = append(back, on[len(on)-1])
		for range 100 {
			keys(m, "(", "q")
			if strings.Contains(m.status, "first") {
				break
			}
			back = append([]text.Span{m.text.Marked()[0]}, back...)
		}
		if len(on) < 3 || len(on) != len(back) {
			t.Errorf("document %d: %d on, %d back", id, len(on), len(back))
		}
	}
}

func TestARunOfLeapsIsOneJump(t *testing.T) {
	m := screenOf(t, builtin, 110, 20)
	keys(m, "j", "j")
	start := m.here()
	keys(m, ")", "q", ")", "q", ".", "0", "2", ")", "q", "(", "q")
	middle := m.here()
	keys(m, ")", "h", ".")
	if isAt(m, middle) {
		t.Fatal("the leaps went nowhere")
	}
	keys(m, "ctrl+o")
	if !isAt(m, middle) {
		t.Errorf("back leads to %+v, want %+v", m.here(), middle)
	}
	keys(m, "ctrl+o")
	if !isAt(m, start) {
		t.Errorf("back leads to %+v, want %+v", m.here(), start)
	}
}

func TestEveryLeapGoesOnTheJumpList(t *testing.T) {
	cases := []struct {
		name string
		keys []string
	}{
		{"quotation", []string{"0", "5", ")", "q"}},
		{"name", []string{"0", "2", "0", ")", "p"}},
		{"heading", []string{")", "h"}},
		{"date", []string{"0", "9", "}"}},
		{"event", []string{"0", "5", ")", "e"}},
		{"hit", []string{"/", "c", "o", "u", "n", "c", "i", "l", "enter", "j", "0", "5", "n"}},
		{"unread", []string{")", "u"}},
		{"document", []string{")", ")"}},
		{"document by number", []string{"0", "3", ")", ")"}},
		{"end", []string{"G"}},
		{"rows", []string{"0", "1", "2", "j"}},
		{"pages", []string{"0", "2", "space"}},
		{"paragraph", []string{"0", "7", "G"}},
		{"end of a list", []string{"3", "G"}},
		{"rows of a list", []string{"3", "0", "1", "2", "j"}},
		{"item of a list", []string{"3", "0", "7", "G"}},
		{"month", []string{"4", "0", "2", "]"}},
		{"mark", []string{"m", "a", "G", "'", "a"}},
		{"next mark", []string{")", ")", "m", "a", "(", "(", ")", "m"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 20)
			var before place
			for _, k := range tc.keys {
				now := m.here()
				m.Update(keymap.Press(k))
				if !isAt(m, now) && m.here().focus == now.focus {
					before = now
				}
			}
			there := m.here()
			if before.same(&there) {
				t.Fatal("it went nowhere")
			}
			keys(m, "ctrl+o")
			if got := m.here(); !got.same(&before) {
				t.Errorf("back leads to\n%+v, want\n%+v", got, before)
			}
			keys(m, "'", "'")
			if !isAt(m, there) {
				t.Errorf("'' leads to\n%+v, want\n%+v", m.here(), there)
			}
		})
	}
}

func TestNumbers(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		item int
	}{
		{"rows down", []string{"0", "1", "2", "j"}, 12},
		{"rows down and up", []string{"0", "1", "2", "j", "0", "5", "k"}, 7},
		{"the twelfth", []string{"0", "1", "2", "G"}, 11},
		{"the twelfth by g", []string{"G", "0", "1", "2", "g"}, 11},
		{"again", []string{"0", "4", "j", ".", "."}, 12},
		{"again by another number", []string{"0", "4", "j", "0", "2", "."}, 6},
		{"the other way", []string{"0", "4", "j", ".", ","}, 4},
		{"mended", []string{"0", "1", "9", "backspace", "2", "j"}, 12},
		{"given up", []string{"0", "1", "2", "esc", "j"}, 1},
		{"no number is one", []string{"0", "j"}, 1},
		{"before what is no movement nothing is done", []string{"0", "3", "z", "j"}, 1},
		{"a digit alone chooses a pane", []string{"j", "2", "3", "j"}, 2},
		{"beyond the end", []string{"0", "9", "9", "9", "9", "9", "9", "9", "j"}, 27},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 30)
			keys(m, "3")
			for _, k := range tc.keys {
				m.Update(keymap.Press(k))
			}
			if m.prefs.Zoom {
				t.Error("a key behind a number that is no movement was done")
			}
			if item, _ := m.cursor(); item != tc.item || m.prefs.Focus != layout.Quotes {
				t.Errorf("the cursor is on %d, want %d", item, tc.item)
			}
		})
	}
}

func TestWhatIsNotWholeStandsOnTheBottomLine(t *testing.T) {
	m := screenOf(t, builtin, 110, 30)
	for _, tc := range []struct{ keys, want string }{
		{"01", " 01 "}, {"2", " 012 "}, {")", " 012)  q quotation  p name"},
	} {
		typed(m, tc.keys)
		if !strings.HasPrefix(bottom(m), tc.want) || !strings.Contains(bottom(m), "esc cancels") {
			t.Errorf("after %s: %q", tc.keys, bottom(m))
		}
	}
	keys(m, "esc")
	if strings.Contains(bottom(m), "esc cancels") {
		t.Errorf("esc leaves %q", bottom(m))
	}
	_, cmd := m.Update(press(')'))
	_, cmd2 := m.Update(press('z'))
	if cmd != nil || m.prefs.Zoom || !strings.Contains(m.status, ") z means nothing") {
		t.Errorf("an unknown letter does something: %q %v", m.status, cmd2 != nil)
	}
}

func TestLeapsInAnEmptyCorpusDoNothing(t *testing.T) {
	m := newModel(Options{}, newFeed())
	m.Update(tea.WindowSizeMsg{Width: 100, Height: 30})
	for _, b := range m.keys.All() {
		if name(b) == "ctrl+z" || name(b) == "?" || name(b) == "ctrl+p" {
			continue
		}
		for _, k := range strings.Fields(name(b)) {
			m.Update(keymap.Press(k))
			m.View()
		}
	}
}

// Before the first document has come nothing can be gone to, nor back from.
func TestEveryKeyBeforeTheFirstDocument(t *testing.T) {
	for _, size := range sizes {
		m := newModel(Options{}, newFeed())
		m.Update(tea.WindowSizeMsg{Width: size[0], Height: size[1]})
		for _, b := range m.keys.All() {
			for _, pane := range []string{"1", "2", "3", "4", "5", "6"} {
				keys(m, append([]string{pane}, strings.Fields(name(b))...)...)
				whole(t, m)
				keys(m, "esc", "esc")
			}
		}
		keys(m, "4", "}", "ctrl+o", "6", "ctrl+f", "enter")
		whole(t, m)
	}
}
