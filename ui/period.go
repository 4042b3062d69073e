package ui

import (
	"charm.land/bubbles/v2/textinput"
	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

const periodLabel = " period: "

// periodPrompt asks for a period on the bottom line. What the cursor was on is
// offered, the finest first; tab goes through the offers and enter takes the one
// shown, so that two keys narrow everything to a month.
type periodPrompt struct {
	open   bool
	input  textinput.Model
	offers []index.Period
	at     int
}

func newPeriodPrompt() periodPrompt {
	p := periodPrompt{input: textinput.New()}
	p.input.Prompt = ""
	p.input.SetVirtualCursor(false)
	return p
}

// askPeriod opens the prompt with what the focus offers.
func (m *root) askPeriod() tea.Cmd {
	if m.x == nil {
		return nil
	}
	p := &m.period
	p.open, p.at, p.offers = true, 0, m.offered()
	p.input.Reset()
	return p.input.Focus()
}

// offered are the periods of what the cursor is on: in the chronology the month or
// year of the event, elsewhere that of the document's publication.
func (m *root) offered() []index.Period {
	switch m.prefs.Focus {
	case layout.Events:
		return m.events.Periods()
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			return index.PeriodsOf(m.x.Docs[q.Doc].Published)
		}
	default:
		if d := m.text.Document(); d != nil {
			return index.PeriodsOf(d.Published)
		}
	}
	return nil
}

// wanted is the period that is typed or, while nothing is, offered.
func (p *periodPrompt) wanted() (index.Period, error) {
	if p.input.Value() == "" && len(p.offers) > 0 {
		return p.offers[p.at], nil
	}
	return index.ParsePeriod(p.input.Value())
}

func (p *periodPrompt) typed(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	p.input, cmd = p.input.Update(msg)
	return cmd
}

// periodKey handles a key while a period is asked for: no letter is a command
// then. What is no period leaves the prompt open, to be mended.
func (m *root) periodKey(msg tea.KeyPressMsg) tea.Cmd {
	p := &m.period
	switch msg.String() {
	case "esc":
		p.open = false
	case "tab", "down":
		p.turn(1)
	case "shift+tab", "up":
		p.turn(-1)
	case "enter":
		want, err := p.wanted()
		if err != nil {
			return nil
		}
		p.open = false
		m.narrowTo(m.filter.With(index.ByPeriod{Period: want}))
		m.followCursor()
		return m.say("narrowed to " + want.String() + ": " + m.left())
	default:
		return p.typed(msg)
	}
	return nil
}

// turn goes through the offers.
func (p *periodPrompt) turn(n int) {
	if k := len(p.offers); k > 0 {
		p.at = (p.at + n + k) % k
		p.input.Reset()
	}
}

// periodLine is the bottom line while a period is asked for: what is typed and what
// it is taken to mean.
func (m *root) periodLine() string {
	p := &m.period
	means := ""
	want, err := p.wanted()
	switch {
	case p.input.Value() == "" && err != nil:
		means = "2021, May 2022, 2021-03..2022-05, after 2020 "
	case err != nil:
		means = err.Error() + " "
	default:
		n := 0
		for i := range m.x.Events {
			if want.Fit(m.x.Events[i].Date) == index.In {
				n++
			}
		}
		means = want.String() + ", " + say.Plural(n, "event") + " "
		if p.input.Value() == "" {
			means = "enter: " + means + "  or type one "
		}
	}
	left := m.theme.Accent.Render(periodLabel) + p.input.View()
	room := m.width - len(periodLabel) - pane.Width(p.input.Value()) - 3
	return m.spread(left, m.theme.Quiet.Render(pane.Cut(means, max(room, 0), m.theme.Ellipsis)))
}
