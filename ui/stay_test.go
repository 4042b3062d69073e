package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/layout"
)

// A filter that leaves out what the cursor is on does not make the reader lose it: the
// cursor and the text come back when it goes.
func TestTheCursorComesBackFromAFilter(t *testing.T) {
	cases := []struct {
		name         string
		there, again []string
	}{
		{"a quotation, by a person", []string{"3", "0", "9", "j"}, []string{"f", "t", "o", "y", "n", "b", "enter", "F"}},
		{"a quotation, by two, taken away one by one", []string{"3", "0", "9", "j"}, []string{"f", "t", "o", "y", "n", "b", "enter", "f", "2", "0", "2", "2", "enter", "F", "F"}},
		{"a quotation, by all at once", []string{"3", "0", "9", "j"}, []string{"f", "t", "o", "y", "n", "b", "enter", "ctrl+x"}},
		{"a quotation, by the scope", []string{"3", "0", "9", "j"}, []string{"s", "s"}},
		{"an event, by its status", []string{"4", "0", "5", "j"}, []string{"f", "p", "l", "a", "n", "n", "e", "d", "enter", "F"}},
		{"an event, by the key events", []string{"4", "0", "5", "j"}, []string{"K", "K"}},
		{"a person, by a document", []string{"5", "0", "1", "2", "j"}, []string{"f", "0", "0", "2", "enter", "F"}},
		{"a hit, by a document", []string{"ctrl+f", "c", "o", "u", "n", "c", "i", "l", "enter", "6", "0", "3", "j"}, []string{"f", "0", "0", "2", "enter", "F"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			keys(m, tc.there...)
			focus, doc := m.prefs.Focus, m.text.Document().ID
			item, _ := m.cursor()
			keys(m, tc.again...)
			if m.prefs.Focus != focus {
				t.Fatalf("the focus is on %v", m.prefs.Focus)
			}
			if got, _ := m.cursor(); got != item {
				t.Errorf("the cursor is on item %d, it was on %d", got, item)
			}
			if got := m.text.Document().ID; got != doc {
				t.Errorf("the text shows document %d, it was %d", got, doc)
			}
		})
	}
}

// What the cursor stood on by itself was not picked: the text does not go there when a
// filter is taken away; nor does it leave what was picked under it.
func TestOnlyWhatWasPickedIsComeBackTo(t *testing.T) {
	cases := []struct{ name, keys, away string }{
		{"a person’s page", "5 j j enter", "F"},
		{"a person’s page, away by its chip", "5 j j enter", "esc"},
		{"an event that was gone to", "f p l a n n e d enter 4 enter j j 4", "F"},
		{"an event gone to, after another was picked", "4 0 5 j f p l a n n e d enter 4 enter 4", "F"},
		{"an event left and come back to", "4 0 5 j f p l a n n e d enter 4 j k", "F"},
		{"a hit of another search", "ctrl+f c o u n c i l enter 6 j f t o y n b e e enter ctrl+f ctrl+u p a n o r a m a enter 6", "F"},
		{"the words of two documents, one of them left", "f 0 0 1 down enter 3 j j j", "F"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			keys(m, strings.Fields(tc.keys)...)
			if len(m.filter) != 1 {
				t.Fatalf("the filter is %v", m.filter)
			}
			was := m.text.Place()
			keys(m, tc.away)
			if len(m.filter) != 0 || m.text.Place().Doc != was.Doc {
				t.Errorf("the filter is %v, the text shows document %d, it was %d", m.filter, m.text.Place().Doc, was.Doc)
			}
		})
	}
}

// Where the reader moves the cursor under a filter, it stays.
func TestACursorThatWasMovedUnderAFilterStays(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "3", "0", "9", "j", "f", "w", "a", "l", "k", "e", "r", "enter", "j")
	was := m.quotes.Current()
	keys(m, "F")
	if m.quotes.Current() != was {
		t.Error("the cursor went elsewhere")
	}
}

// The wheel takes the cursor along and brings it back.
func TestTheWheelBringsTheCursorBack(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "3", "0", "2", "j")
	item, _ := m.cursor()
	r := m.frame.Panes[layout.Quotes]
	wheel := func(b tea.MouseButton) {
		for range 8 {
			m.Update(tea.MouseWheelMsg{X: r.X + 2, Y: r.Y + 3, Button: b})
			_ = m.View()
		}
	}
	wheel(tea.MouseWheelDown)
	if got, _ := m.cursor(); got == item {
		t.Fatal("the wheel did not take the cursor along")
	}
	keys(m, "j", "k")
	down, _ := m.cursor()
	wheel(tea.MouseWheelUp)
	wheel(tea.MouseWheelDown)
	if got, _ := m.cursor(); got != down {
		t.Errorf("the cursor is on item %d, it was put on %d", got, down)
	}
	keys(m, "g", "0", "2", "j")
	wheel(tea.MouseWheelDown)
	wheel(tea.MouseWheelUp)
	if got, _ := m.cursor(); got != item {
		t.Errorf("the cursor is on item %d, it was on %d", got, item)
	}
}

// From the text a list is entered at what is being read.
func TestAListIsEnteredAtWhatIsRead(t *testing.T) {
	for _, tc := range []struct{ name, keys string }{
		{"what is said", "1 j j j enter 3"},
		{"what happened", "1 j j j enter 4"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			keys(m, strings.Fields(tc.keys)...)
			doc := m.text.Document().ID
			if q := m.quotes.Current(); m.prefs.Focus == layout.Quotes && q.Doc != doc {
				t.Errorf("the cursor is on a quotation of document %d, document %d is read", q.Doc, doc)
			}
			if m.prefs.Focus == layout.Events && m.events.Passage().Doc != doc && !strings.Contains(plain(m), "│") {
				t.Errorf("the cursor is on an event of another document")
			}
			if m.text.Document().ID != doc {
				t.Error("the text went elsewhere")
			}
		})
	}
}
