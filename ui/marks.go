package ui

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/dialog"
	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/reader"
	"onrecord/ui/say"
)

// mark is a place with a letter and, where one was given, a name.
type mark struct {
	letter rune
	at     text.Ref // the passage, never empty
	name   string
}

// markStore keeps the marks. Those of a session are kept in memory; a notebook may
// keep them for good.
type markStore interface {
	put(mark) // in the place of one with its letter
	drop(letter rune)
	all() []mark // by letter
}

// session keeps marks until the program ends.
type session []mark

func (s *session) put(k mark) {
	s.drop(k.letter)
	*s = append(*s, k)
	slices.SortFunc(*s, func(a, b mark) int { return cmp.Compare(a.letter, b.letter) })
}

func (s *session) drop(letter rune) {
	*s = slices.DeleteFunc(*s, func(k mark) bool { return k.letter == letter })
}

func (s *session) all() []mark { return *s }

// marks is what is going on with marks.
type marks struct {
	store  markStore
	last   rune // set or gone to last; 0 for none
	open   bool // their sheet is
	naming bool // a name is being typed
	input  textinput.Model
}

func (m *root) startMarks() {
	m.marks.store = &session{}
	m.marks.input = textinput.New()
	m.marks.input.Prompt = ""
	m.marks.input.SetVirtualCursor(false)
	m.text.SetLetters(func(id text.DocID) []reader.Letter {
		var out []reader.Letter
		for _, k := range m.marks.store.all() {
			if k.at.Doc == id {
				out = append(out, reader.Letter{At: int(k.at.Span.Start), Sign: string(k.letter)})
			}
		}
		return out
	})
}

// marked finds a mark by its letter.
func (m *root) marked(letter rune) (mark, bool) {
	all := m.marks.store.all()
	i := slices.IndexFunc(all, func(k mark) bool { return k.letter == letter })
	if i < 0 {
		return mark{}, false
	}
	return all[i], true
}

// letterOf is the letter of a key, or 0. It must fit the margin.
func letterOf(msg tea.KeyPressMsg) rune {
	r, n := utf8.DecodeRuneInString(msg.Text)
	if n == 0 || n != len(msg.Text) || !unicode.IsLetter(r) || pane.Width(msg.Text) != 1 {
		return 0
	}
	return r
}

// setMark marks the passage that is spoken of when it is in sight, else the first
// row that is.
func (m *root) setMark(msg tea.KeyPressMsg) tea.Cmd {
	letter := letterOf(msg)
	d := m.text.Document()
	switch {
	case letter == 0:
		return m.say("a mark is a letter; nothing was marked")
	case d == nil:
		return nil
	}
	at := m.text.First()
	if of := m.text.Marked(); len(of) > 0 && m.seen(of[0]) {
		at = of[0]
	}
	if at.Empty() {
		return m.say("there is no text here to mark")
	}
	k := mark{letter: letter, at: text.Ref{Doc: d.ID, Span: at}}
	was, moved := m.marked(letter)
	if moved && was.at == k.at {
		k.name = was.name
	}
	m.marks.store.put(k)
	m.marks.last = letter
	says := fmt.Sprintf("mark %c is set; '%c goes there, %s gives it a name", letter, letter, name(m.keys.NameMark))
	if moved {
		says = fmt.Sprintf("mark %c is moved here; '%c goes there", letter, letter)
	}
	return m.say(says)
}

// toMark goes to a mark, or back to where the last jump began.
func (m *root) toMark(msg tea.KeyPressMsg) tea.Cmd {
	if key.Matches(msg, m.keys.GoToMark) {
		return m.jump(m.history.swap, "there is no place to go back to yet")
	}
	letter := letterOf(msg)
	k, ok := m.marked(letter)
	if !ok {
		return m.say(fmt.Sprintf("no mark is called %s; %s and a letter sets one", msg.String(), name(m.keys.SetMark)))
	}
	m.goToMark(k)
	return m.say(m.markInWords(k))
}

func (m *root) goToMark(k mark) {
	m.marks.last = k.letter
	m.open(pane.Open{Ref: k.at, Go: true})
}

// toMarked goes to the next mark of all documents, around the end.
func (m *root) toMarked(n int) tea.Cmd {
	all := slices.Clone(m.marks.store.all())
	if len(all) == 0 {
		return m.say(name(m.keys.SetMark) + " and a letter sets a mark; there is none yet")
	}
	compare := func(a, b text.Ref) int {
		return cmp.Or(cmp.Compare(a.Doc, b.Doc), cmp.Compare(a.Span.Start, b.Span.Start))
	}
	slices.SortStableFunc(all, func(a, b mark) int { return compare(a.at, b.at) })
	here, on := m.text.Place(), 0
	if of := m.text.Marked(); len(of) > 0 && m.seen(of[0]) {
		here.Span, on = of[0], 1
	}
	k := 0
	for k < len(all) && compare(all[k].at, here) < on*boolInt(n > 0) {
		k++
	}
	to := all[around(k, n, len(all))]
	m.show(to.at.Doc)
	if !m.frame.Panes[layout.Text].Shown() {
		m.focus(layout.Text)
	}
	m.text.Show(to.at.Span)
	m.marks.last = to.letter
	return m.say(m.markInWords(to))
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// markInWords tells of a mark in a line.
func (m *root) markInWords(k mark) string {
	return fmt.Sprintf("mark %c · %s · %s", k.letter, m.calls(k), index.Short(m.x.Docs[k.at.Doc].Name))
}

// calls is the name of a mark or, without one, what stands there.
func (m *root) calls(k mark) string {
	if k.name != "" {
		return k.name
	}
	const most = 200 // bytes that a row may show
	d := m.x.Docs[k.at.Doc]
	end := k.at.Span.Start + most
	for _, b := range d.Blocks {
		if b.Span.Start <= k.at.Span.Start && k.at.Span.Start < b.Span.End {
			end = min(end, b.Span.End)
		}
	}
	words := d.Text[k.at.Span.Start:min(int(end), len(d.Text))]
	return say.Quoted(pane.Cut(pane.OneLine(strings.ToValidUTF8(words, "")), 80, m.theme.Ellipsis))
}

// showMarks opens the sheet of all marks.
func (m *root) showMarks() tea.Cmd {
	if len(m.marks.store.all()) == 0 {
		return m.say(name(m.keys.SetMark) + " and a letter sets a mark; there is none yet")
	}
	m.layMarks(m.marks.last)
	return nil
}

// layMarks opens the sheet with the cursor on a mark.
func (m *root) layMarks(on rune) {
	var lines []dialog.Line
	at := 0
	for i, k := range m.marks.store.all() {
		if k.letter == on {
			at = i
		}
		lines = append(lines, dialog.Line{Label: string(k.letter) + "  " + index.Short(m.x.Docs[k.at.Doc].Name), Text: m.calls(k), One: true, Place: pane.Open{Ref: k.at}})
	}
	s := dialog.New(m.keys, m.theme, "Marks", lines)
	s.SetFoot(name(m.keys.NameMark) + " names it · " + name(m.keys.DropMark) + " removes it")
	s.Start(at)
	m.raise(s)
	m.marks.open = true
}

// markKey handles the keys of the marks' sheet, which are about the mark that the
// cursor is on.
func (m *root) markKey(msg tea.KeyPressMsg) tea.Cmd {
	s, ok := m.sheet.(*dialog.Sheet)
	all := m.marks.store.all()
	if !ok || s.Line() < 0 || s.Line() >= len(all) {
		return nil
	}
	i := s.Line()
	m.marks.last = all[i].letter
	if key.Matches(msg, m.keys.NameMark) {
		return m.nameMark()
	}
	cmd := m.dropMark()
	if all = m.marks.store.all(); len(all) == 0 {
		m.fold()
	} else {
		m.layMarks(all[min(i, len(all)-1)].letter)
	}
	return cmd
}

// dropMark takes the mark away that was set or gone to last.
func (m *root) dropMark() tea.Cmd {
	k, ok := m.marked(m.marks.last)
	if !ok {
		return m.say("no mark was set or gone to; " + name(m.keys.Marks) + " shows all")
	}
	m.marks.store.drop(k.letter)
	m.marks.last = 0
	return m.say(fmt.Sprintf("mark %c is taken away", k.letter))
}

// nameMark asks for a name of the mark that was set or gone to last.
func (m *root) nameMark() tea.Cmd {
	k, ok := m.marked(m.marks.last)
	if !ok {
		return m.say("no mark was set or gone to; " + name(m.keys.Marks) + " shows all")
	}
	m.marks.naming = true
	m.marks.input.SetValue(k.name)
	m.marks.input.CursorEnd()
	return m.marks.input.Focus()
}

// nameKey handles a key while a name is typed: no letter is a command then.
func (m *root) nameKey(msg tea.KeyPressMsg) tea.Cmd {
	switch msg.String() {
	case "esc":
		m.marks.naming = false
		return nil
	case "enter":
		m.marks.naming = false
		k, ok := m.marked(m.marks.last)
		if !ok {
			return nil
		}
		k.name = text.SafeLine(strings.TrimSpace(m.marks.input.Value()))
		m.marks.store.put(k)
		if m.marks.open {
			m.layMarks(k.letter)
		}
		return m.say(m.markInWords(k))
	}
	return m.nameTyped(msg)
}

func (m *root) nameTyped(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	m.marks.input, cmd = m.marks.input.Update(msg)
	return cmd
}

// namingLabel stands before the name that is typed.
func (m *root) namingLabel() string { return fmt.Sprintf(" name of mark %c: ", m.marks.last) }

// lettersSet tells which letters are taken.
func (m *root) lettersSet() string {
	all := m.marks.store.all()
	if len(all) == 0 {
		return ""
	}
	var b strings.Builder
	b.WriteString("; taken:")
	for _, k := range all {
		b.WriteString(" " + string(k.letter))
	}
	return b.String()
}

// marksInLine lists the marks that may be gone to.
func (m *root) marksInLine() []string {
	var parts []string
	if m.history.jumped {
		parts = append(parts, "' back")
	}
	for _, k := range m.marks.store.all() {
		parts = append(parts, string(k.letter)+" "+pane.Cut(m.calls(k), 24, m.theme.Ellipsis))
	}
	if len(parts) == 0 {
		return []string{"no mark is set yet; " + name(m.keys.SetMark) + " and a letter sets one"}
	}
	return parts
}
