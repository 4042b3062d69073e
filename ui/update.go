package ui

import (
	"time"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
	"onrecord/ui/found"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/picker"
)

// clearStatus ends a message of the bottom line; a newer one has another tag.
type clearStatus struct{ tag int }

// statusFor is how long a message stands on the bottom line.
const statusFor = 4 * time.Second

// Update routes a message: to what lies over the screen first, then to the
// program's own keys, then to the pane that has the focus. Nothing here reads a
// file or waits.
func (m *root) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	was, due := m.stale, m.dirty
	m.dirty = true
	m.stale = [layout.Panes]bool{true, true, true, true, true, true}
	m.touched = nil
	model, cmd := m.route(msg)
	m.noteRead(msg)
	if _, ok := msg.(redraw); ok {
		m.frames.pending, m.frames.last = false, time.Time{}
	}
	if !m.dirty { // the message changes nothing, but a frame may have been put off
		m.dirty, m.stale = due, was
		return model, cmd
	}
	if m.touched != nil { // the message changed these panes: the others are as they were drawn
		for _, p := range m.touched {
			was[p] = true
		}
		m.stale = was
	}
	if later := m.frames.later(); later != nil {
		cmd = tea.Batch(cmd, later)
	}
	return model, cmd
}

// to sends a message to one pane, which alone changes by it unless it asks for
// more.
func (m *root) to(p layout.Pane, msg tea.Msg) tea.Cmd {
	m.touched = []layout.Pane{p}
	m.glancing = m.glancing && p != layout.Text
	return m.up(m.panes[p].Update(msg))
}

// up does what a pane asks for.
func (m *root) up(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case pane.Open:
		if msg.Go || !m.all {
			m.touched = nil
		} else if m.touched != nil { // what people said, and who they are, is listed as before
			m.touched = append(m.touched, layout.Text, layout.Documents, layout.Events, layout.Found)
		}
		m.open(msg)
	case found.Again:
		m.touched = nil
		return m.searchFor(msg.Query)
	case found.Reorder:
		m.touched = nil
		return m.reorder()
	case pane.Person:
		m.touched = nil
		m.history.push(m.here())
		m.glancing = true
		m.narrow(msg.Index)
	}
	return nil
}

func (m *root) route(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		m.width, m.height = msg.Width, msg.Height
		m.arrange()
	case tea.BackgroundColorMsg:
		m.setTheme(msg.IsDark())
	case tea.ModeReportMsg:
		m.dirty = m.measured(msg)
	case arrival:
		return m, m.arrived(msg)
	case searched:
		return m, m.take(msg)
	case keptFailed:
		return m, m.say(msg.err.Error())
	case keptNow:
		m.search.kept = msg
		m.offerSearches()
	case opened:
		m.opening = false
	case clearStatus:
		if msg.tag == m.statusTag {
			m.status = ""
		}
	case tea.KeyPressMsg:
		return m, m.byHand(func() tea.Cmd { return m.keyPress(safeKey(msg)) })
	case tea.PasteMsg:
		msg.Content = safePaste(msg.Content)
		return m, m.pasted(msg)
	case picker.Answer, listed:
		return m, m.answered(msg)
	case tea.MouseWheelMsg:
		return m, m.wheel(msg)
	case tea.MouseClickMsg:
		return m, m.byHand(func() tea.Cmd { return m.clicked(msg) })
	case tea.MouseMotionMsg:
		return m, m.motion(msg)
	case tea.MouseReleaseMsg:
		return m, m.released()
	case beyond:
		return m, m.scrollBeyond(msg)
	default:
		m.dirty = false
	}
	return m, nil
}

// byHand does what a key or a click asks for. What was said of the one before makes
// room for what there is to say now.
func (m *root) byHand(do func() tea.Cmd) tea.Cmd {
	if m.answer {
		m.status = ""
	}
	m.handling = true
	defer func() { m.handling = false }()
	return do()
}

func (m *root) arrived(a arrival) tea.Cmd {
	m.accept(a)
	if m.failed != nil {
		return tea.Quit
	}
	var again tea.Cmd
	if m.search.query != "" {
		if m.glancing && m.found.Cursor == 0 && !m.found.Picked() { // the best are shown as they come, until the reader chooses
			m.search.fresh = true
		}
		again = m.runSearch(m.search.query) // in the documents that have come
	}
	if m.x.Progress.Complete {
		return tea.Batch(again, m.renew())
	}
	return tea.Batch(again, m.feed.next())
}

// say shows a message on the bottom line for a while. What a key or the mouse did is
// of no more interest when the next one is pressed.
func (m *root) say(s string) tea.Cmd {
	m.status, m.answer = s, m.handling
	m.statusTag++
	tag := m.statusTag
	return tea.Tick(statusFor, func(time.Time) tea.Msg { return clearStatus{tag} })
}

// open shows a passage; going there moves the focus and remembers where we were. The
// first that a list shows in passing remembers what was read: else there would be no
// way back to it.
func (m *root) open(o pane.Open) {
	if m.x == nil || m.x.Doc(o.Ref.Doc) == nil {
		return
	}
	before := m.here()
	if o.Go {
		m.history.push(before)
		m.glancing = false
	}
	m.show(o.Ref.Doc)
	if !o.Ref.Span.Empty() {
		m.text.Show(o.Ref.Span)
		m.text.AtHit(o.Ref.Span)
	}
	if o.Go {
		m.focus(layout.Text)
		return
	}
	if before.ref.Doc != text.NoDoc && !m.glancing && m.sheet == nil && m.text.Spot() != before.spot { // a sheet brings it back by itself
		m.history.push(place{ref: before.ref, spot: before.spot, focus: layout.Text, marked: before.marked})
		m.glancing = true
	}
}

func (m *root) here() place {
	p := place{ref: m.text.Place(), spot: m.text.Spot(), focus: m.prefs.Focus, marked: m.text.Marked()}
	if p.item, p.of = m.cursor(); p.item < p.of {
		p.is = m.panes[p.focus].(list).ItemAt(p.item)
	}
	return p
}

func (m *root) jump(move func(place) (place, bool), none string) tea.Cmd {
	p, ok := move(m.here())
	if !ok {
		return m.say(none)
	}
	m.comeTo(p)
	return nil
}

// keyPress handles a key.
func (m *root) keyPress(msg tea.KeyPressMsg) tea.Cmd {
	switch {
	case key.Matches(msg, m.keys.Abort):
		return tea.Quit
	case key.Matches(msg, m.keys.Suspend):
		return tea.Suspend
	case key.Matches(msg, m.keys.Redraw):
		return tea.ClearScreen
	case m.marks.naming:
		return m.nameKey(msg)
	case m.marks.open && key.Matches(msg, m.keys.NameMark, m.keys.DropMark):
		return m.markKey(msg)
	case m.sheet != nil && m.meaning.seen != nil && key.Matches(msg, *m.meaning.next):
		return m.nextMeaning()
	case m.drawer > 0 && key.Matches(msg, m.keys.Upwards, m.keys.Downwards):
		return m.borderKey(msg)
	case m.sheet != nil:
		return m.sheetKey(msg)
	case m.finding:
		return m.findKey(msg)
	case m.search.open:
		return m.searchKey(msg)
	case m.filters != nil:
		return m.filtersKey(msg)
	}
	switch {
	case m.resizing:
		return m.resizeKey(msg)
	case m.text.Keyed() && m.prefs.Focus == layout.Text && m.moving.first == "":
		if cmd, ok := m.chooseKey(msg); ok {
			return cmd
		}
	}
	if cmd, ok := m.move(msg); ok {
		return cmd
	}
	if cmd, ok := m.command(msg); ok {
		return cmd
	}
	if cmd, ok := m.elsewhere(msg); ok {
		return cmd
	}
	return m.to(m.prefs.Focus, msg)
}

// command handles the keys that mean the same in every pane.
func (m *root) command(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := m.keys
	switch {
	case key.Matches(msg, k.Quit):
		return tea.Quit, true
	case key.Matches(msg, k.Close):
		return m.close(), true
	case key.Matches(msg, k.Help):
		m.help()
	case key.Matches(msg, k.Palette):
		return m.palette(), true
	case key.Matches(msg, k.GoTo):
		return m.goTo(), true
	case key.Matches(msg, k.Outline):
		return m.outline(), true
	case key.Matches(msg, k.Marks):
		return m.showMarks(), true
	case key.Matches(msg, k.NameMark):
		return m.nameMark(), true
	case key.Matches(msg, k.DropMark):
		return m.dropMark(), true
	case key.Matches(msg, k.Documents):
		m.focus(layout.Documents)
	case key.Matches(msg, k.Text):
		m.focus(layout.Text)
	case key.Matches(msg, k.Quotes):
		m.focusAlong(layout.Quotes)
	case key.Matches(msg, k.Events):
		m.focusAlong(layout.Events)
	case key.Matches(msg, k.People):
		m.focus(layout.People)
	case key.Matches(msg, k.Found):
		m.focus(layout.Found)
	case key.Matches(msg, k.Search):
		return m.startSearch(), true
	case key.Matches(msg, k.KeepSearch):
		return m.keep(), true
	case key.Matches(msg, k.PastSearch):
		return tea.Batch(m.startSearch(), m.recall()), true
	case key.Matches(msg, k.NextPane):
		m.focus((m.prefs.Focus + 1) % layout.Panes)
	case key.Matches(msg, k.PrevPane):
		m.focus((m.prefs.Focus + layout.Panes - 1) % layout.Panes)
	case key.Matches(msg, k.Back):
		return m.jump(m.history.goBack, "there is no place to go back to"), true
	case key.Matches(msg, k.Forward):
		return m.jump(m.history.goForward, "there is no place to go forward to"), true
	default:
		return m.view(msg)
	}
	return nil, true
}

// view handles the keys that change what is shown.
func (m *root) view(msg tea.KeyPressMsg) (tea.Cmd, bool) {
	k := m.keys
	switch {
	case key.Matches(msg, k.Zoom):
		m.prefs.Zoom = !m.prefs.Zoom
		m.arrange()
	case key.Matches(msg, k.Scope):
		return m.rescope(), true
	case key.Matches(msg, k.Fold):
		m.text.Fold()
	case key.Matches(msg, k.Indirect):
		m.indirect = !m.indirect
		m.text.ShowIndirect(m.indirect)
		m.lists()
		return m.say("reported speech, without marks, is " + map[bool]string{true: "shown", false: "hidden"}[m.indirect]), true
	case key.Matches(msg, k.Find):
		m.startFind()
	case key.Matches(msg, k.Why):
		return m.why(), true
	case key.Matches(msg, k.Person):
		return m.person(), true
	case key.Matches(msg, k.Date):
		return m.dated(), true
	case key.Matches(msg, k.Filter):
		return m.askFilter(), true
	case key.Matches(msg, k.Unfilter):
		return m.widen(), true
	case key.Matches(msg, k.UnfilterAll):
		return m.widenAll(), true
	case key.Matches(msg, k.Copy):
		return m.copy(), true
	case key.Matches(msg, k.Select):
		return m.choose(), true
	default:
		return m.borders(msg)
	}
	return nil, true
}

// rescope changes between this document and all.
func (m *root) rescope() tea.Cmd {
	m.all = !m.all
	m.lists()
	return m.say("the side panes show " + scopeName(m.all))
}

func scopeName(all bool) string {
	if all {
		return "all documents"
	}
	return "this document"
}

// close peels one layer: words that are selected, the marks of a search, the zoom, then the filter.
func (m *root) close() tea.Cmd {
	switch q, _, _ := m.text.Found(); {
	case !m.text.Chosen().Empty():
		m.text.Unchoose()
	case m.search.query != "" && (m.text.Searched() || q == ""):
		m.endSearch()
	case q != "":
		m.text.EndFind()
		m.markHits()
	case m.prefs.Zoom:
		m.prefs.Zoom = false
		m.arrange()
	case len(m.filter) > 0:
		return m.widen()
	}
	return nil
}
