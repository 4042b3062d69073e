package ui

import (
	"time"

	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/text"
	"onrecord/ui/documents"
	"onrecord/ui/events"
	"onrecord/ui/filters"
	"onrecord/ui/found"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/people"
	"onrecord/ui/quotes"
	"onrecord/ui/reader"
	"onrecord/ui/theme"
)

// root is the model of the whole screen. Its facts are independent of one
// another: what is shown, where the focus is, what lies over it.
type root struct {
	opt     Options
	keys    keymap.Map
	theme   *theme.Theme
	feed    *feed
	frames  *frames // nil: every frame is drawn
	opening bool    // nothing is shown yet: the first document is about to come

	width, height int
	frame         layout.Frame
	prefs         layout.Prefs

	x         *index.Index
	documents *documents.Documents
	text      *reader.Reader
	quotes    *quotes.Quotes
	events    *events.Events
	people    *people.People
	found     *found.Found
	panes     [layout.Panes]pane.Pane

	all      bool // the side panes show every document
	indirect bool
	filter   index.Filter
	page     *index.Page    // what the filter leaves, or nil without one
	names    [][2]string    // of the conditions: for a chip in full, and in short
	filters  *filters.Sheet // open, or nil
	mouse    bool

	find    textinput.Model
	finding bool
	// findFrom is where the finding of words began.
	findFrom place
	search   searching
	sheet    sheet
	chips    []chip
	scopeAt  int // the cell of the top line where the scope stands
	drawer   int // rows of the text pane that the sheet takes
	origin   origin
	meaning  meaning
	history  history
	// glancing: the text shows what a list is on, and the place that was read before is
	// remembered.
	glancing bool
	moving   moving
	known    known
	marks    marks
	read     map[text.DocID]bool // whose end was seen

	status    string
	statusTag int
	handling  bool // a key or a click is being handled
	answer    bool // the status tells what one did
	lastClick click
	clipboard clipboard
	drag      drag
	resizing  bool     // the arrows move the borders
	buttons   []button // of the bottom line
	now       func() time.Time
	failed    error

	drawn   string // the last frame, good while nothing has changed
	dirty   bool
	columns [layout.Panes][]string // the rows of each pane, good while it is not stale
	stale   [layout.Panes]bool
	touched []layout.Pane // what the message being handled changes, nil for all
}

func newModel(opt Options, f *feed) *root {
	keys := keymap.New()
	t := theme.New(true, opt.ASCII)
	m := &root{
		opt: opt, keys: keys, theme: t, feed: f, dirty: true, mouse: opt.Mouse, all: true, now: time.Now,
		documents: documents.New(keys, t), text: reader.New(keys, t), quotes: quotes.New(keys, t, reader.TintOf), events: events.New(keys, t), people: people.New(keys, t), found: found.New(keys, t),
		find: textinput.New(), search: newSearching(opt.Searches), prefs: layout.Prefs{Focus: layout.Text, Side: layout.Events, Upper: layout.Quotes},
	}
	m.find.Prompt = ""
	m.find.SetVirtualCursor(false)
	m.panes = [layout.Panes]pane.Pane{m.documents, m.text, m.quotes, m.events, m.people, m.found}
	m.panes[m.prefs.Focus].SetFocus(true)
	m.offerSearches()
	m.startMoving()
	return m
}

// Init asks for the terminal's background and for the next snapshot.
func (m *root) Init() tea.Cmd {
	m.feed.start()
	cmds := []tea.Cmd{tea.RequestBackgroundColor}
	if m.x == nil || !m.x.Progress.Complete {
		cmds = append(cmds, m.feed.next())
	}
	if m.opening {
		cmds = append(cmds, tea.Tick(firstWait, func(time.Time) tea.Msg { return opened{} }))
	}
	return tea.Batch(cmds...)
}

// accept takes a snapshot in.
func (m *root) accept(a arrival) {
	if a.err != nil {
		m.failed = a.err
		return
	}
	m.x, m.opening = a.index, false
	m.setFilter(m.filter)
	if d := m.text.Document(); d != nil {
		m.text.SetDocument(m.x.Corpus, d.ID, m.x.Passages(d.ID))
	} else if len(m.x.Docs) > 0 {
		m.lists() // so that the documents know their list before one is opened
		m.show(0)
	}
	m.lists()
	if m.filters != nil {
		m.filters.Set(m.x, m.viewed(), m.filter)
	}
}

// show opens a document in the text pane, where there is one of that number.
func (m *root) show(id text.DocID) {
	if d := m.text.Document(); d != nil && d.ID == id || m.x == nil || m.x.Doc(id) == nil {
		return
	}
	m.text.SetDocument(m.x.Corpus, id, m.x.Passages(id))
	m.documents.SetOpen(id)
	m.events.SetOpen(id)
	m.found.SetOpen(id)
	m.markHits()
	if !m.all {
		m.lists()
	}
}

// lists fills the side panes by the scope.
func (m *root) lists() {
	if m.x == nil {
		return
	}
	v := m.viewed()
	m.documents.Set(m.x, v)
	m.quotes.Set(m.x, v)
	m.events.Set(m.x, v)
	m.people.Set(m.x, v)
	m.found.Set(m.x, v)
}

// viewed is what the side panes list.
func (m *root) viewed() index.View {
	open := text.NoDoc
	if d := m.text.Document(); d != nil {
		open = d.ID
	}
	return index.View{Open: open, All: m.all, Indirect: m.indirect, Page: m.page}
}

// arrange lays the panes out anew.
func (m *root) arrange() {
	m.frame = layout.Compute(m.width, m.height, m.shownAs())
	m.drawer = m.drawerHeight(m.frame.Panes[layout.Text])
	for i, r := range m.frame.Panes {
		if layout.Pane(i) == layout.Text {
			r.Height -= m.drawer
		}
		m.panes[i].SetSize(r.Width, r.Height-titleRows)
	}
	if m.sheet != nil && !m.sheet.Drawer() {
		m.sheet.SetSize(m.width, m.height)
	}
	if m.filters != nil {
		m.filters.SetSize(m.width, m.height)
	}
}

// measured takes up that the terminal counts the cells of grapheme clusters, as
// Bubble Tea does from then on, and reports whether that is new.
func (m *root) measured(r tea.ModeReportMsg) bool {
	clusters := r.Mode == ansi.ModeUnicodeCore && (r.Value == ansi.ModeReset || r.Value == ansi.ModeSet || r.Value == ansi.ModePermanentlySet)
	if !clusters || !pane.Measure(ansi.GraphemeWidth) {
		return false
	}
	m.arrange()
	if m.sheet != nil {
		m.sheet.SetTheme(m.theme) // its rows are set anew
	}
	return true
}

// focus moves the keys to a pane, and shows it where it is not.
func (m *root) focus(p layout.Pane) {
	m.panes[m.prefs.Focus].SetFocus(false)
	m.prefs.Focus = p
	if p != layout.Text {
		m.prefs.Side = p
	}
	if p == layout.Quotes || p == layout.People || p == layout.Found {
		m.prefs.Upper = p
	}
	m.panes[p].SetFocus(true)
	m.arrange()
}

// focusAlong moves the focus from the text to a list, whose cursor comes to what is
// being read: where it stood, in another document, was left by a way that leads back.
func (m *root) focusAlong(p layout.Pane) {
	from := m.prefs.Focus
	m.focus(p)
	if from != layout.Text || m.x == nil || m.text.Document() == nil {
		return
	}
	switch at := m.text.Place(); p {
	case layout.Quotes:
		m.quotes.Near(at)
	case layout.Events:
		m.events.Near(at)
	}
}

// setTheme changes the styles of everything.
func (m *root) setTheme(dark bool) {
	m.theme = theme.New(dark, m.opt.ASCII)
	m.documents.SetTheme(m.theme)
	m.text.SetTheme(m.theme)
	m.quotes.SetTheme(m.theme)
	m.events.SetTheme(m.theme)
	m.people.SetTheme(m.theme)
	m.found.SetTheme(m.theme)
	if m.filters != nil {
		m.filters.SetTheme(m.theme)
	}
	if m.sheet != nil {
		m.sheet.SetTheme(m.theme)
	}
}
