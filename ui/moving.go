package ui

import (
	"fmt"
	"slices"
	"strings"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/keymap"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
)

// moving is what was typed of a movement that is not whole yet, and the last one.
// A digit alone chooses a pane at once, so a number is led in by 0: 012j goes down
// twelve rows, and no digit ever waits for what follows.
type moving struct {
	counting bool
	count    int
	first    string // of two keys; "" for none

	last keymap.Leap // what . does again
	n    int         // so many times; less than 0 the other way
	run  string      // the leap of the key before: a run of one kind is one jump
	do   map[string]func(n int) tea.Cmd

	firsts map[string]bool // the keys that are the first of two
	leaps  []keymap.Leap   // these and the firsts are looked at for every key, and so made once
}

// maxCount bounds the number before a movement.
const maxCount = 9_999_999

// startMoving tells which leaps are the program's, which need a document that is
// open; the others are the panes'.
func (m *root) startMoving() {
	k := m.keys
	m.moving.do, m.moving.firsts, m.moving.leaps = map[string]func(int) tea.Cmd{}, k.Firsts(), k.Leaps()
	for _, l := range []struct {
		of key.Binding
		do func(int) tea.Cmd
	}{
		{k.NextQuote, m.toQuote},
		{k.NextNamed, m.toNamed},
		{k.NextHeading, m.toHeading},
		{k.NextDate, m.toDate},
		{k.NextTold, m.toTold},
		{k.NextHit, m.nextHit},
		{k.NextMarked, m.toMarked},
		{k.NextUnread, m.toUnread},
		{k.NextDocument, m.toDocument},
		{k.Forward, m.along},
	} {
		m.moving.do[name(l.of)] = l.do
	}
	m.startMarks()
	m.startRead()
}

// name is what a binding is known by.
func name(b key.Binding) string { return b.Keys()[0] }

// move handles the keys of a movement: a number, the first of two keys, the second,
// and the leaps.
func (m *root) move(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	g := &m.moving
	ran := g.run
	g.run = ""
	pressed := msg.String()
	switch {
	case g.first != "":
		return m.second(msg, ran), true
	case g.counting && m.digit(msg):
		g.run = ran
		return nil, true
	case g.counting && key.Matches(msg, m.keys.Close):
		m.cancel()
		return nil, true
	case !g.counting && key.Matches(msg, m.keys.Count):
		g.counting, g.run = true, ran
		return nil, true
	case g.firsts[pressed], key.Matches(msg, m.keys.SetMark, m.keys.GoToMark):
		g.first, g.run = pressed, ran
		return nil, true
	case key.Matches(msg, m.keys.Repeat):
		return m.repeatLeap(1, ran), true
	case key.Matches(msg, m.keys.Return):
		return m.repeatLeap(-1, ran), true
	}
	for _, l := range g.leaps {
		if n := way(l, func(b key.Binding) bool { return key.Matches(msg, b) }); n != 0 {
			return m.leap(l, n, msg, ran), true
		}
	}
	return m.numbered(msg)
}

// way is 1 for the one key of a leap, -1 for the other, else 0.
func way(l keymap.Leap, is func(key.Binding) bool) int {
	switch {
	case is(l.On):
		return 1
	case is(l.Back):
		return -1
	}
	return 0
}

// digit takes a digit of the number in, or the last one back.
func (m *root) digit(msg tea.KeyPressMsg) bool {
	g := &m.moving
	switch s := msg.String(); {
	case len(s) == 1 && s[0] >= '0' && s[0] <= '9':
		g.count = min(g.count*10+int(s[0]-'0'), maxCount)
	case s == "backspace" && g.count > 0:
		g.count /= 10
	default:
		return false
	}
	return true
}

// numbered does the steps that need a number to be a leap. Behind a number nothing
// else is done: a key that is no movement is more likely a slip.
func (m *root) numbered(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	if !m.moving.counting {
		return nil, false
	}
	for _, l := range m.keys.Steps() {
		if n := way(l, func(b key.Binding) bool { return key.Matches(msg, b) }); n != 0 {
			return m.leap(l, n, msg, ""), true
		}
	}
	n := m.moving.count
	m.cancel()
	return m.say(fmt.Sprintf("0%d %s: a number goes before a movement; nothing was done", n, msg.String())), true
}

// second handles the second of two keys.
func (m *root) second(msg tea.KeyPressMsg, ran string) tea.Cmd {
	g := &m.moving
	first := g.first
	g.first = ""
	if key.Matches(msg, m.keys.Close) {
		m.cancel()
		return nil
	}
	switch first {
	case name(m.keys.SetMark):
		m.cancel()
		return m.setMark(msg)
	case name(m.keys.GoToMark):
		m.cancel()
		return m.toMark(msg)
	}
	both := first + " " + msg.String()
	is := func(b key.Binding) bool {
		for _, k := range b.Keys() {
			if k == both {
				return true
			}
		}
		return false
	}
	for _, l := range m.moving.leaps {
		if n := way(l, is); n != 0 {
			return m.leap(l, n, msg, ran)
		}
	}
	m.cancel()
	return m.say(fmt.Sprintf("%s means nothing; %s", both, strings.Join(kindsAfter(m.keys, first), "  ")))
}

// cancel forgets what was typed of a movement.
func (m *root) cancel() { m.moving.counting, m.moving.count, m.moving.first = false, 0, "" }

// leap does a movement and remembers it, and where it began: a run of leaps of one
// kind is one jump, whichever way they go.
func (m *root) leap(l keymap.Leap, n int, msg tea.KeyPressMsg, ran string) tea.Cmd {
	counted := m.moving.counting && m.moving.count > 0
	if counted {
		n *= m.moving.count
	}
	m.cancel()
	before := m.here()
	var cmd tea.Cmd
	switch do := m.moving.do[name(l.On)]; {
	case do == nil:
		cmd = m.press(l, n, counted, msg)
	case m.text.Document() == nil:
		cmd = m.say("no document is open yet")
	default:
		cmd = do(n)
		m.glancing = m.glancing && name(l.On) == name(m.keys.Forward) // which tells by itself
	}
	g, now := &m.moving, m.here()
	g.last, g.n = l, n
	switch kind := name(l.On); {
	case now.same(&before):
		g.run = ran
	case kind != ran && kind != name(m.keys.Forward):
		m.history.push(before)
		g.run = kind
	default:
		g.run = kind
	}
	return cmd
}

// press gives a movement to the pane with the focus.
func (m *root) press(l keymap.Leap, n int, counted bool, msg tea.KeyPressMsg) tea.Cmd {
	if cmd, ok := m.elsewhere(msg); ok {
		return cmd
	}
	if !counted {
		return m.to(m.prefs.Focus, msg)
	}
	b := l.On
	switch {
	case name(b) == name(m.keys.Bottom): // 012G and 012g both go to the twelfth
		n = max(n, -n)
	case n < 0:
		b, n = l.Back, -n
	}
	return m.to(m.prefs.Focus, pane.Times{Key: keymap.Press(name(b)), N: n})
}

// repeatLeap does the last leap once more, or the other way.
func (m *root) repeatLeap(way int, ran string) tea.Cmd {
	g := &m.moving
	if g.n == 0 {
		m.cancel()
		return m.say("no leap was made yet: ) ( and a letter, } {, n and N, or a number and a movement")
	}
	n := g.n
	if !g.counting || g.count == 0 {
		g.counting, g.count = max(n, -n) > 1, max(n, -n)
	}
	sign := 1
	b := g.last.On
	if n < 0 {
		sign = -1
	}
	if sign*way < 0 {
		b = g.last.Back
	}
	was := g.n
	cmd := m.leap(g.last, sign*way, keymap.Press(name(b)), ran)
	g.n = max(was, -was) * sign // . goes on as before, whatever , did
	return cmd
}

// along goes along the jump list.
func (m *root) along(n int) tea.Cmd {
	move, none := m.history.goForward, "there is no place to go forward to"
	if n < 0 {
		n, move, none = -n, m.history.goBack, "there is no place to go back to"
	}
	for i := range n {
		p, ok := move(m.here())
		if !ok {
			if i == 0 {
				return m.say(none)
			}
			break
		}
		m.comeTo(p)
	}
	return nil
}

// comeTo shows a place as it was.
func (m *root) comeTo(p place) {
	m.show(p.ref.Doc)
	m.glancing = p.focus != layout.Text
	m.focus(p.focus)
	m.text.Restore(p.spot, p.ref)
	m.text.Mark(p.marked...)
	if _, of := m.cursor(); of != p.of || p.item >= of {
		return
	}
	l := m.panes[p.focus].(list)
	at := p.item
	for i := 0; i < p.of && l.ItemAt(at) != p.is; i++ { // in another order it stands elsewhere
		at = i
	}
	if l.ItemAt(at) == p.is {
		l.MoveTo(at)
		l.Pick()
	}
}

// list is a pane with a cursor over items.
type list interface {
	Where() (item, of int)
	ItemAt(int) int32
	MoveTo(int) bool
	Pick()
	Away() bool
}

// cursor is where the cursor of the pane with the focus is, of how many items; none
// in the text.
func (m *root) cursor() (item, of int) {
	if l, ok := m.panes[m.prefs.Focus].(list); ok && m.x != nil {
		return l.Where()
	}
	return 0, 0
}

// kindsAfter lists what may follow the first of two keys.
func kindsAfter(k keymap.Map, first string) (out []string) {
	second, of := k.After(first)
	for i, s := range second {
		out = append(out, s+" "+k.Noun(of[i]))
	}
	return out
}

// inLine sets items, each a key and a word or more, in a row of so many cells. Where
// there is no room for all, the last ones are their keys alone.
func inLine(items []string, room int, ellipsis string) string {
	const between = "  "
	if s := strings.Join(items, between+" "); pane.Width(s) <= room {
		return s
	}
	short := slices.Clone(items)
	for i := len(items) - 1; i >= 0 && len(items) > 1 && pane.Width(strings.Join(short, between)) > room; i-- {
		short[i], _, _ = strings.Cut(items[i], " ")
	}
	return pane.Cut(strings.Join(short, between), room, ellipsis)
}

// movingLine is the bottom line while a movement is not whole, or a mark is named.
func (m *root) movingLine() (string, bool) {
	g := &m.moving
	if m.marks.naming {
		return m.typingLine("enter keeps it, esc leaves it"), true
	}
	if g.first == "" && !g.counting {
		return "", false
	}
	typed, words := " ", []string(nil)
	if g.counting {
		typed += "0"
		if g.count > 0 {
			typed = fmt.Sprintf(" 0%d", g.count)
		}
		words = []string{"a number, then a movement: j k } { . and the like; G goes to the so many-th"}
	}
	typed += g.first
	switch g.first {
	case "":
	case name(m.keys.SetMark):
		words = []string{"a letter sets a mark here" + m.lettersSet()}
	case name(m.keys.GoToMark):
		words = m.marksInLine()
	default:
		words = kindsAfter(m.keys, g.first)
	}
	cancels := "esc cancels "
	if m.width < 60 { // the keys that may follow are worth more
		cancels = ""
	}
	room := max(m.width-pane.Width(typed)-2-len(cancels)-2, 0)
	line := inLine(words, room, m.theme.Ellipsis)
	return m.spread(m.theme.AccentBold.Render(typed)+"  "+m.theme.Text.Render(line), m.theme.Faint.Render(cancels)), true
}
