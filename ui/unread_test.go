package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/layout"
)

func TestADocumentIsReadOnceItsEndWasSeen(t *testing.T) {
	m := screenOf(t, builtin, 160, 30)
	sign := func() int { return strings.Count(plain(m), "✓") }
	keys(m, "j", "j")
	if sign() != 0 {
		t.Error("a document is read before its end was seen")
	}
	keys(m, "1", "j", "j", "j", "j") // in passing
	if sign() != 0 {
		t.Error("a document is read that was shown in passing")
	}
	keys(m, "1", "g", "enter", "G")
	if sign() != 1 || !m.read[0] {
		t.Errorf("the end was seen:\n%s", plain(m))
	}
	keys(m, ")", "u")
	if m.text.Document().ID != 1 {
		t.Errorf("the next that is not read is document %d", m.text.Document().ID)
	}
	keys(m, "(", "u")
	if m.text.Document().ID != 4 {
		t.Errorf("the one before, around the end, is document %d", m.text.Document().ID)
	}
	for id := range m.x.Docs {
		m.read[text.DocID(id)] = true
	}
	keys(m, ")", "u")
	if !strings.Contains(m.status, "are read") {
		t.Errorf("it is said %q", m.status)
	}
}

func TestTheWheelReadsToo(t *testing.T) {
	m := screenOf(t, builtin, 160, 30)
	keys(m, "3")
	r := m.frame.Panes[layout.Text]
	for range 200 {
		m.Update(tea.MouseWheelMsg{X: r.X + 2, Y: r.Y + 3, Button: tea.MouseWheelDown})
	}
	if !m.read[m.text.Document().ID] {
		t.Error("the end was seen by the wheel, the document is not read")
	}
}
