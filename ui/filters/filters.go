// Package filters is the sheet on which everything is narrowed: all that the corpus
// can be narrowed to, with what each would leave, set and taken off one by one.
// Letters go to the words that find a condition, or name a period; the arrows to
// the list.
package filters

import (
	"charm.land/bubbles/v2/key"
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

// Sheet is the page over the screen.
type Sheet struct {
	keys  keymap.Map
	theme *theme.Theme

	x        *index.Index
	page     *index.Page
	filter   index.Filter
	indirect bool

	offers   []index.Period
	input    textinput.Model
	sections []section
	unfolded map[int]bool // sections that are shown whole
	rows     []row
	typed    option // the period that is typed
	problem  string // why what is typed is no period
	at       int    // of rows, where the cursor is; -1 where there is nothing
	top      int    // the first row shown
	tall     int    // the most rows there were: the sheet keeps its size while words are typed
	moving   bool   // the arrows were used last, and space is theirs

	tallies       map[index.Condition]index.Tally // under the filter as it is
	width, height int                             // of the screen
}

// Ask is what the sheet asks for. Filter is what it shall be from now on.
type Ask struct {
	Filter index.Filter
	Close  bool
}

// New opens the sheet. Offers are the periods of what the cursor is on, the finest
// first.
func New(keys keymap.Map, t *theme.Theme, offers []index.Period, v index.View, x *index.Index, f index.Filter) *Sheet {
	s := &Sheet{keys: keys, theme: t, offers: offers, input: textinput.New(), unfolded: map[int]bool{}}
	s.input.Prompt = ""
	s.input.SetVirtualCursor(false)
	s.input.Focus()
	s.Set(x, v, f)
	return s
}

// Set shows what a filter leaves.
func (s *Sheet) Set(x *index.Index, v index.View, f index.Filter) {
	var was index.Condition
	if s.x != x {
		if r := s.under(); r != nil && r.option != nil {
			was = r.option.condition
		}
		s.sections = sections(x, s.offers)
	}
	s.x, s.page, s.filter, s.indirect = x, v.Page, f, v.Indirect || v.Page.Reports()
	s.tallies = map[index.Condition]index.Tally{}
	s.fill()
	for i := range s.rows {
		if o := s.rows[i].option; o != nil && o.condition == was {
			s.at = i
		}
	}
}

// SetTheme changes the styles.
func (s *Sheet) SetTheme(t *theme.Theme) { s.theme = t }

// SetSize tells the sheet the size of the screen.
func (s *Sheet) SetSize(width, height int) {
	s.width, s.height = max(width, 0), max(height, 0)
	s.input.SetWidth(max(s.Width()-len(prompt)-4, 1))
}

// Update handles a key.
func (s *Sheet) Update(msg tea.KeyPressMsg) (Ask, tea.Cmd) {
	ask := Ask{Filter: s.filter}
	switch k := msg.String(); {
	case key.Matches(msg, s.keys.UnfilterAll):
		ask.Filter = nil
	case k == "esc":
		ask.Close = true
	case k == "enter":
		s.take(&ask)
	case k == "down", k == "tab":
		s.move(1)
	case k == "up", k == "shift+tab":
		s.move(-1)
	case k == "pgdown":
		s.move(max(s.shown()-1, 1))
	case k == "pgup":
		s.move(-max(s.shown()-1, 1))
	case k == "space" && (s.moving || s.input.Value() == ""):
		s.toggle(&ask)
	case k == "backspace" && s.input.Value() == "":
		if n := len(s.filter); n > 0 {
			ask.Filter = s.filter.Drop(s.filter[n-1])
		}
	default:
		return ask, s.Type(msg)
	}
	return ask, nil
}

// Type puts a key or what is pasted into the words that are looked for.
func (s *Sheet) Type(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	was := s.input.Value()
	s.input, cmd = s.input.Update(msg)
	if s.input.Value() != was {
		s.moving, s.at, s.top = false, 0, 0
		s.fill()
	}
	return cmd
}

// take sets the condition under the cursor and closes. A period takes the place of
// those before it: whoever types one means that.
func (s *Sheet) take(ask *Ask) {
	r := s.under()
	switch {
	case r == nil:
	case r.more > 0:
		s.unfold(r.of)
	case s.filter.Has(r.option.condition):
		ask.Close = true
	default:
		if _, ok := r.option.condition.(index.ByPeriod); ok {
			ask.Filter = s.filter.With(r.option.condition)
		} else {
			ask.Filter = s.filter.Toggle(r.option.condition)
		}
		ask.Close = true
	}
}

// toggle sets the condition under the cursor beside those of its kind, or takes it
// off.
func (s *Sheet) toggle(ask *Ask) {
	switch r := s.under(); {
	case r == nil:
	case r.more > 0:
		s.unfold(r.of)
	default:
		ask.Filter = s.filter.Toggle(r.option.condition)
	}
}

func (s *Sheet) unfold(section int) {
	s.unfolded[section] = true
	s.fill()
}

// under is the row under the cursor, or nil.
func (s *Sheet) under() *row {
	if s.at < 0 || s.at >= len(s.rows) || s.rows[s.at].head != "" {
		return nil
	}
	return &s.rows[s.at]
}

func (s *Sheet) move(n int) {
	s.moving = true
	s.step(n)
}

// step moves the cursor by n rows, over headings; at the ends it stays.
func (s *Sheet) step(n int) {
	to := max(0, min(s.at+n, len(s.rows)-1))
	d := 1
	if n < 0 {
		d = -1
	}
	for ; to >= 0 && to < len(s.rows); to += d {
		if s.rows[to].head == "" {
			s.at = to
			break
		}
	}
	s.reveal()
}

// reveal brings the row of the cursor, and the heading right above it, onto the
// sheet.
func (s *Sheet) reveal() {
	n := s.shown()
	s.top = max(0, min(s.top, len(s.rows)-n))
	if s.at >= s.top+n {
		s.top = s.at - n + 1
	}
	if s.at >= 0 && s.at < s.top {
		s.top = s.at
	}
	if s.top > 0 && s.at == s.top && s.rows[s.top-1].head != "" && n > 1 {
		s.top--
	}
}

// Scroll moves the rows by n, as the wheel does, and takes the cursor along.
func (s *Sheet) Scroll(n int) {
	s.top = max(0, min(s.top+n, len(s.rows)-s.shown()))
	last := min(s.top+s.shown(), len(s.rows)) - 1
	at := max(s.top, min(s.at, last))
	for at < last && s.rows[at].head != "" {
		at++
	}
	if at < len(s.rows) && s.rows[at].head == "" {
		s.at = at
	}
}

// Click toggles the condition at a cell of the sheet.
func (s *Sheet) Click(y int) Ask {
	ask := Ask{Filter: s.filter}
	i := s.top + y - above
	if y < above || y >= above+s.shown() || i >= len(s.rows) || s.rows[i].head != "" {
		return ask
	}
	s.at, s.moving = i, true
	s.toggle(&ask)
	return ask
}
