package ui

import (
	"slices"
	"testing"

	"onrecord/ui/layout"
)

// Whatever a list, a search or a click shows in passing: there is a way back to what
// was read.
func TestThereIsAWayBackToWhatWasRead(t *testing.T) {
	cases := []struct {
		name string
		keys []string
		back int // so many steps
	}{
		{"along the documents and back", []string{"1", "j", "k"}, 1},
		{"along the documents", []string{"1", "j", "j", "2"}, 1},
		{"along what happened", []string{"4", "j", "j", "j"}, 1},
		{"along one list and another", []string{"4", "j", "3", "j", "j"}, 1},
		{"there, and back over the list", []string{"4", "j", "enter"}, 2},
		{"to the end of a list", []string{"3", "G"}, 2},
		{"while a query is typed", []string{"ctrl+f", "w", "e", "esc"}, 1},
		{"to a hit", []string{"ctrl+f", "w", "e", "enter", "enter"}, 2},
		{"words that are found", []string{"/", "p", "l", "o", "u", "g", "h", "enter"}, 1},
		{"all of one person", []string{"5", "enter"}, 1},
		{"along the list again", []string{"4", "j", "ctrl+o", "4", "k", "j", "j"}, 1},
		{"by a picker", []string{":", "d", " ", "b", "b", "c", "enter"}, 1},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 160, 30)
			keys(m, ")", "q", ".", ".")
			want := m.text.Place()
			if want.Span.Start == 0 {
				t.Fatal("nothing was read")
			}
			keys(m, tc.keys...)
			for range tc.back {
				keys(m, "ctrl+o")
			}
			if got := m.text.Place(); got != want {
				t.Errorf("back leads to %+v, want %+v", got, want)
			}
		})
	}
}

// Words that are not looked for after all leave the text where it was, however far
// the letters led.
func TestEscBringsBackWhatStoodBeforeWordsWereTyped(t *testing.T) {
	m := screenOf(t, builtin, 110, 24)
	keys(m, ")", "q")
	want := m.text.Spot()
	keys(m, "/", "p", "l", "o", "u", "g", "h")
	if m.text.Spot() == want {
		t.Fatal("the letters lead nowhere")
	}
	keys(m, "esc")
	if m.text.Spot() != want {
		t.Error("esc leaves the text where the letters led")
	}
	keys(m, "/", "p", "backspace") // each letter is looked for from where the typing began
	if m.text.Spot() != want {
		t.Error("the letter that was taken back is still gone to")
	}
}

func TestASheetThatIsClosedLeavesNoStepOfTheWayBack(t *testing.T) {
	for _, open := range [][]string{{":", "b", "b", "c"}, {"O", "j", "j"}, {"d"}} {
		m := screenOf(t, builtin, 160, 30)
		keys(m, ")", "q")
		before := len(m.history.back)
		keys(m, open...)
		keys(m, "esc")
		if m.prefs.Focus != layout.Text || len(m.history.back) != before {
			t.Errorf("%v: %d places to go back to, were %d", open, len(m.history.back), before)
		}
	}
}

// A list that was put in another order has what the cursor was on elsewhere.
func TestTheWayBackFindsAnItemInAnotherOrder(t *testing.T) {
	cases := []struct {
		name   string
		to, by []string
		is     func(m *root) any
	}{
		{"quotations by speaker", []string{"3", "j", "j", "enter"}, []string{"3", "o"}, func(m *root) any { return m.quotes.ItemAt(m.quotes.Cursor) }},
		{"people by name", []string{"5", "j", "j", "j", "enter"}, []string{"ctrl+x", "5", "o"}, func(m *root) any { return m.people.Current().Name }},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 160, 40)
			keys(m, tc.to[:len(tc.to)-1]...)
			want := tc.is(m)
			keys(m, "enter")
			keys(m, tc.by...)
			keys(m, "ctrl+o")
			if got := tc.is(m); got != want {
				t.Errorf("the cursor is on %v, want %v", got, want)
			}
		})
	}
}

// What was gone to by the scroll bar or by a selection was read, and is come back to.
func TestThereIsAWayBackToWhatWasScrolledTo(t *testing.T) {
	for name, scroll := range map[string]func(m *root){
		"by a click on the scroll bar": func(m *root) {
			r := m.frame.Panes[layout.Text]
			newPointer(t, m).down(r.X+r.Width-1, r.Y+r.Height-2)
		},
		"by a selection": func(m *root) { keys(m, "2", "v", "0", "9", "9", "j", "esc") },
	} {
		t.Run(name, func(t *testing.T) {
			m := screenOf(t, builtin, 160, 24)
			keys(m, "4", "j", "j")
			scroll(m)
			want := m.text.Place()
			keys(m, "4", "k", "k", "ctrl+o")
			if got := m.text.Place(); got != want {
				t.Errorf("back leads to %+v, want %+v", got, want)
			}
		})
	}
}

// The passage that was marked is, on the way back, the one that a leap goes on from.
func TestTheWayBackMarksThePassageAgain(t *testing.T) {
	m := screenOf(t, builtin, 160, 40)
	keys(m, ")", "q", ")", "q", ")", "q")
	want := m.text.Marked()
	keys(m, ")", "q")
	next := m.text.Marked()
	keys(m, "(", "q", ")", ")", "ctrl+o")
	if got := m.text.Marked(); !slices.Equal(got, want) {
		t.Fatalf("%v is marked, want %v", got, want)
	}
	keys(m, ")", "q")
	if got := m.text.Marked(); !slices.Equal(got, next) {
		t.Errorf("the leap goes to %v, want %v", got, next)
	}
}

// isAt reports whether a place is in sight, with what was marked there.
func isAt(m *root, p place) bool {
	here := m.here()
	return here.same(&p) && slices.Equal(here.marked, p.marked)
}
