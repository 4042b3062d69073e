package ui

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/picker"
)

// typing returns what is typed on the bottom line, and what stands before it; nil
// while nothing is. Only one thing is at a time, and no sheet of the filters with it.
func (m *root) typing() (in *textinput.Model, label string) {
	switch {
	case m.marks.naming:
		return &m.marks.input, m.namingLabel()
	case m.finding:
		return &m.find, findLabel
	case m.search.open:
		return &m.search.input, searchLabel
	}
	return nil, ""
}

// typingLine is the bottom line while words are typed on it, with a note at its end:
// of several ways to say it the first that there is room for. Words that are longer
// than the line go by under the label.
func (m *root) typingLine(notes ...string) string {
	in, label := m.typing()
	width := 0 // as wide as the words
	if most := max(m.width-pane.Width(label)-1, 1); pane.Width(in.Value()) > most {
		width = most
	}
	if in.Width() != width {
		in.SetWidth(width)
		in.SetCursor(in.Position()) // which brings it into sight
	}
	room := m.width - pane.Width(label) - pane.Width(in.Value()) - 3
	note := pane.First(max(room-1, 0), m.theme.Ellipsis, notes...) + " "
	return m.spread(m.theme.Accent.Render(label)+in.View(), m.theme.Quiet.Render(note))
}

// typingAt is where the terminal's cursor stands while words are typed.
func (m *root) typingAt() *tea.Cursor {
	if m.frame.Class == layout.TooSmall {
		return nil
	}
	if in, label := m.typing(); in != nil {
		c := in.Cursor()
		if x, ok := pane.CursorCell(in); ok {
			c.X, c.Y = x+pane.Width(label), m.height-1
		}
		return c
	}
	if m.filters != nil {
		return m.filters.Cursor()
	}
	p, ok := m.sheet.(*picker.Picker)
	if !ok {
		return nil
	}
	x, y := p.Cursor()
	if r := m.frame.Panes[layout.Text]; p.Drawer() {
		x, y = x+r.X, y+m.drawerTop()
	} else {
		_, left, top := p.View()
		x, y = x+left, y+top
	}
	return tea.NewCursor(x, y)
}

// safeKey leaves out of a key what it would type that a terminal must not be sent.
func safeKey(msg tea.KeyPressMsg) tea.KeyPressMsg {
	if msg.Text != " " {
		msg.Text = text.SafeLine(msg.Text)
	}
	return msg
}

// safePaste makes one line of what is pasted, with nothing in it that a terminal must
// not be sent. It may be a part of a line: blanks at its ends stay.
func safePaste(s string) string {
	out := text.SafeLine(strings.ReplaceAll(s, "\r", "\n")) // as which terminals send the end of a line
	if out == "" {
		return out
	}
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsSpace(r) {
		out = " " + out
	}
	if r, _ := utf8.DecodeLastRuneInString(s); unicode.IsSpace(r) {
		out += " "
	}
	return out
}

// pasted gives what is pasted to what is being typed.
func (m *root) pasted(msg tea.PasteMsg) tea.Cmd {
	p, ok := m.sheet.(*picker.Picker)
	switch {
	case m.marks.naming:
		return m.nameTyped(msg)
	case ok:
		return m.asked(p.Type(msg))
	case m.finding:
		return m.findTyped(msg)
	case m.search.open:
		return m.searchTyped(msg)
	case m.filters != nil:
		return m.filters.Type(msg)
	}
	return nil
}

// endTyping ends what is being typed or is half done, for something else is begun:
// what was looked for stays, as behind enter.
func (m *root) endTyping() {
	m.cancel()
	m.moving.run = ""
	m.resizing, m.marks.naming = false, false
	m.endFindTyping()
	m.endSearchTyping()
}
