package ui

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/layout"
	"onrecord/ui/say"
)

func (m *root) startRead() {
	m.read = map[text.DocID]bool{}
	m.documents.SetRead(m.isRead)
}

func (m *root) isRead(id text.DocID) bool { return m.read[id] }

// noteRead takes a document for read once its end was in sight while the text was
// what keys, or the wheel, went to: what a list shows in passing is not read.
func (m *root) noteRead(msg tea.Msg) {
	d := m.text.Document()
	if d == nil || m.read[d.ID] || m.sheet != nil || m.filters != nil || !m.frame.Panes[layout.Text].Shown() {
		return
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if m.prefs.Focus != layout.Text {
			return
		}
	case tea.MouseWheelMsg:
		if p, ok := m.under(msg.X, msg.Y); !ok || p != layout.Text {
			return
		}
	default:
		return
	}
	if m.text.AtEnd() {
		m.read[d.ID], m.x.Read = true, m.isRead
		if m.touched != nil {
			m.touched = append(m.touched, layout.Documents)
		}
	}
}

// toUnread goes to the next document that is not read, around the end.
func (m *root) toUnread(n int) tea.Cmd {
	d := m.text.Document()
	docs := m.listedDocs()
	unread := slices.DeleteFunc(slices.Clone(docs), func(id text.DocID) bool { return m.read[id] || id == d.ID })
	if len(unread) == 0 {
		return m.say("all other documents that are listed are read")
	}
	k, _ := slices.BinarySearch(unread, d.ID)
	return m.enter(unread[around(k, n, len(unread))], fmt.Sprintf("not read: one of %s", say.Number(len(unread))))
}
