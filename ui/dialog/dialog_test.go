package dialog_test

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/theme"
)

func leadsTo(n int) pane.Open {
	return pane.Open{Ref: text.Ref{Doc: text.DocID(n), Span: text.Between(n, n+1)}}
}

// sheet has a line that leads somewhere behind every two that do not.
func sheet(places, width, height int) *dialog.Sheet {
	lines := []dialog.Line{{Label: "status", Text: "happened"}}
	for i := range places {
		lines = append(lines, dialog.Line{Text: "a heading", Head: true},
			dialog.Line{Label: "because", Text: strings.Repeat("of a reason that takes more than one row ", 3)},
			dialog.Line{Label: "told in", Text: fmt.Sprintf("passage %d", i), Place: leadsTo(i)})
	}
	s := dialog.New(keymap.New(), theme.New(true, false), "Why", lines)
	s.SetSize(width, height)
	return s
}

func press(s *dialog.Sheet, key string) (tea.Msg, bool) {
	switch key {
	case "enter":
		return s.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	case "esc":
		return s.Update(tea.KeyPressMsg{Code: tea.KeyEscape})
	}
	return s.Update(tea.KeyPressMsg{Code: rune(key[0]), Text: key})
}

func shown(s *dialog.Sheet) string {
	rows, _, _ := s.View()
	return ansi.Strip(strings.Join(rows, "\n"))
}

func TestTheCursorGoesFromPlaceToPlace(t *testing.T) {
	s := sheet(4, 60, 12)
	for i := range 4 {
		o, ok := s.Place()
		if !ok || o != leadsTo(i) {
			t.Fatalf("the cursor is on %v, want %v", o, leadsTo(i))
		}
		if rows := shown(s); !strings.Contains(rows, fmt.Sprintf("▸ told in  passage %d", i)) || !strings.Contains(rows, fmt.Sprintf("%d of 4", i+1)) {
			t.Fatalf("passage %d is not on the sheet:\n%s", i, rows)
		}
		up, open := press(s, "j")
		if want := leadsTo(i + 1); open != true || i < 3 && up != tea.Msg(want) || i == 3 && up != nil {
			t.Errorf("j asks for %v, open %v", up, open)
		}
	}
	if up, _ := press(s, "g"); up != tea.Msg(leadsTo(0)) || !strings.Contains(shown(s), "status") {
		t.Errorf("g asks for %v and shows\n%s", up, shown(s))
	}
	if up, _ := press(s, "G"); up != tea.Msg(leadsTo(3)) {
		t.Errorf("G asks for %v", up)
	}
}

func TestEnterAsksToGoThereAndEscDoesNot(t *testing.T) {
	s := sheet(2, 60, 20)
	press(s, "j")
	want := leadsTo(1)
	want.Go = true
	if up, open := press(s, "enter"); open || up != tea.Msg(want) {
		t.Errorf("enter asks for %v, open %v", up, open)
	}
	if up, open := press(sheet(2, 60, 20), "esc"); open || up != nil {
		t.Errorf("esc asks for %v, open %v", up, open)
	}
}

func TestASheetThatLeadsNowhereIsAPage(t *testing.T) {
	s := dialog.New(keymap.New(), theme.New(true, false), "Keys", []dialog.Line{{Text: "one"}, {Label: "a", Text: "two"}})
	s.SetSize(40, 20)
	if _, ok := s.Place(); ok || s.Drawer() {
		t.Error("it has a cursor")
	}
	for _, k := range []string{"j", "k", "g", "G"} {
		if up, open := press(s, k); up != nil || !open {
			t.Errorf("%s asks for %v, open %v", k, up, open)
		}
	}
	if _, open := press(s, "enter"); open {
		t.Error("enter leaves it open")
	}
}

func TestALabelStandsOnceOverWhatItHoldsFor(t *testing.T) {
	lines := []dialog.Line{{Label: "told in", Text: "one"}, {Label: "told in", Text: "two"}, {}, {Label: "told in", Text: "three"}}
	for _, width := range []int{60, 20} {
		s := dialog.New(keymap.New(), theme.New(true, false), "Why", lines)
		s.SetSize(width, 20)
		if n := strings.Count(shown(s), "told in"); n != 2 {
			t.Errorf("it stands %d times in\n%s", n, shown(s))
		}
	}
}

func TestAClickSelectsALine(t *testing.T) {
	s := sheet(3, 60, 40)
	y := -1
	for i, row := range strings.Split(shown(s), "\n") {
		if strings.Contains(row, "passage 2") {
			y = i
		}
	}
	if up, open := s.Click(y, false); !open || up != tea.Msg(leadsTo(2)) {
		t.Errorf("a click asks for %v", up)
	}
	if up, open := s.Click(y, true); open || !up.(pane.Open).Go {
		t.Errorf("two clicks ask for %v", up)
	}
	for _, y := range []int{-1, 0, 1, 99} {
		if up, open := s.Click(y, true); up != nil || !open {
			t.Errorf("a click in row %d asks for %v", y, up)
		}
	}
}

// The row of the cursor is on the sheet at every size that has a row for it, and no
// row is wider than the sheet.
func TestEverySize(t *testing.T) {
	for _, w := range []int{1, 3, 8, 20, 33, 60, 90, 91, 200} {
		for _, h := range []int{0, 1, 3, 4, 9, 40} {
			s := sheet(5, w, h)
			for range 5 {
				rows, _, _ := s.View()
				if len(rows) > max(h, 3) {
					t.Fatalf("%dx%d: %d rows", w, h, len(rows))
				}
				for _, r := range rows {
					if n := ansi.StringWidth(r); n != w {
						t.Fatalf("%dx%d: a row of %d cells: %q", w, h, n, ansi.Strip(r))
					}
				}
				if w >= 20 && h >= 4 && !strings.Contains(shown(s), "▸") {
					t.Fatalf("%dx%d: the cursor is not on\n%s", w, h, shown(s))
				}
				press(s, "j")
			}
		}
	}
}
