package ui

import (
	"strings"
	"testing"

	"onrecord/ui/events"
	"onrecord/ui/layout"
)

func TestAKeyThatCanDoNothingHereSaysSo(t *testing.T) {
	const order, chronology = "orders Said (3), People (5) and Found (6), not ", "is for Happened (4), not "
	cases := []struct {
		name string
		keys []string
		want string
	}{
		{"the order in the text", []string{"2", "o"}, "o " + order + "the text"},
		{"the order in the documents", []string{"1", "o"}, "o " + order + "Documents"},
		{"the order in the chronology", []string{"4", "o"}, "o " + order + "Happened"},
		{"the order of hits, when there are none", []string{"6", "o"}, "there are no hits to order"},
		{"the key events in the text", []string{"2", "K"}, "K " + chronology + "the text"},
		{"a coarser scale in the quotations", []string{"3", "-"}, "- " + chronology + "Said"},
		{"a finer scale in the people", []string{"5", "+"}, "+ " + chronology + "People"},
		{"a month in the text", []string{"2", "]"}, "] " + chronology + "the text"},
		{"a year, so many times", []string{"2", "0", "3", ">"}, "> " + chronology + "the text"},
		{"a month again, from elsewhere", []string{"4", "]", "2", "."}, "] " + chronology + "the text"},
		{"the finest scale", []string{"4", "+"}, "nothing is finer than events"},
		{"the coarsest scale", []string{"4", "-", "-", "-"}, "nothing is coarser than years"},
	}
	for _, size := range sizes {
		for _, tc := range cases {
			t.Run(tc.name, func(t *testing.T) {
				m := screenOf(t, builtin, size[0], size[1])
				keys(m, tc.keys...)
				if !strings.HasPrefix(m.status, tc.want) {
					t.Errorf("the bottom line says %q, want %q", m.status, tc.want)
				}
				if s := strings.TrimSpace(bottom(m)); !strings.HasPrefix(s, m.status) {
					t.Errorf("at %d cells it is cut: %q", size[0], s)
				}
			})
		}
	}
}

// With words selected by keys the order’s key means their other end.
func TestTheOtherEndIsNoOrder(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	keys(m, "v", "j", "o")
	if strings.Contains(m.status, "orders") {
		t.Errorf("the bottom line says %q", m.status)
	}
}

func TestACommandIsDoneInThePaneThatHasIt(t *testing.T) {
	found := func(m *root) { keys(m, "ctrl+f", "o", "f", "s", "t", "e", "d", "enter") }
	cases := []struct {
		name   string
		before func(*root)
		from   string
		typed  string
		want   layout.Pane
		done   func(*root) bool
	}{
		{"the order, from the text", nil, "2", "by speaker", layout.Quotes, func(m *root) bool { return strings.Contains(plain(m), "by speaker") }},
		{"the order, where the people were last", func(m *root) { keys(m, "5") }, "2", "by speaker", layout.People, func(m *root) bool { return strings.Contains(plain(m), "by name") }},
		{"the order, where hits were last", found, "2", "by speaker", layout.Found, func(m *root) bool { return m.search.query != "" }},
		{"the order, where there are no hits", func(m *root) { keys(m, "6") }, "6", "by speaker", layout.Quotes, func(m *root) bool { return strings.Contains(plain(m), "by speaker") }},
		{"the order, in the people", nil, "5", "by speaker", layout.People, func(m *root) bool { return strings.Contains(plain(m), "by name") }},
		{"a coarser scale, from the quotations", nil, "3", "coarser", layout.Events, func(m *root) bool { return m.events.Scale() == events.ByMonth }},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			if tc.before != nil {
				tc.before(m)
			}
			keys(m, tc.from, "ctrl+p")
			typed(m, tc.typed)
			keys(m, "enter")
			if m.prefs.Focus != tc.want || !tc.done(m) {
				t.Errorf("the focus is on %v, want %v; the bottom line says %q\n%s", m.prefs.Focus, tc.want, m.status, plain(m))
			}
		})
	}
}
