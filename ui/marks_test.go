package ui

import (
	"strings"
	"testing"

	"onrecord/ui/layout"
)

func TestMarks(t *testing.T) {
	m := screenOf(t, builtin, 110, 30)
	keys(m, ")", "q", "m", "a") // on the first quotation
	quoted := onWords(m)
	keys(m, "1", "G", "enter", "m", "Z")
	last := m.text.Document().ID
	keys(m, "'", "a")
	if m.text.Document().ID != 0 || onWords(m) != quoted {
		t.Fatalf("'a leads to %q of document %d", onWords(m), m.text.Document().ID)
	}
	row := ""
	for _, r := range strings.Split(plain(m), "\n") {
		if row == "" && strings.Contains(r, quoted[:20]) {
			row = r
		}
	}
	if !strings.Contains(row, "▎a “") {
		t.Errorf("the margin shows %q", row)
	}
	keys(m, "'", "'")
	if m.text.Document().ID != last {
		t.Error("'' does not lead back")
	}
	keys(m, "'", "'")
	if m.text.Document().ID != 0 {
		t.Error("'' again does not lead there")
	}
	keys(m, "'", "x")
	if !strings.Contains(m.status, "no mark is called x") {
		t.Errorf("of a mark that is none it is said %q", m.status)
	}
	keys(m, "m", "3")
	if m.prefs.Focus == layout.Quotes || !strings.Contains(m.status, "a mark is a letter") {
		t.Errorf("m3 does something: %q", m.status)
	}
}

func TestTheSheetOfMarks(t *testing.T) {
	m := screenOf(t, builtin, 110, 30)
	keys(m, "\"")
	if m.sheet != nil || !strings.Contains(m.status, "none yet") {
		t.Error("a sheet without marks is shown")
	}
	keys(m, ")", "q", "m", "a", ")", ")", "m", "b", "R")
	typed(m, "q? name")
	keys(m, "enter", "\"")
	if s := plain(m); !strings.Contains(s, "b  001  q? name") || m.text.Document().ID != 1 {
		t.Fatalf("the sheet is\n%s", s)
	}
	keys(m, "k")
	if m.text.Document().ID != 0 {
		t.Error("the text does not follow the cursor")
	}
	keys(m, "R")
	typed(m, "the protest")
	keys(m, "enter")
	if s := plain(m); !strings.Contains(s, "a  000  the protest") {
		t.Errorf("the sheet is\n%s", s)
	}
	keys(m, "j", "X")
	if len(m.marks.store.all()) != 1 || m.sheet == nil {
		t.Errorf("%d marks are left", len(m.marks.store.all()))
	}
	keys(m, "esc")
	if m.text.Document().ID != 1 || m.sheet != nil {
		t.Error("esc does not bring the place back")
	}
	keys(m, "\"", "X")
	if m.sheet != nil || len(m.marks.store.all()) != 0 {
		t.Error("the sheet stays open without marks")
	}
}
