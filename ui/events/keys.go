package events

import (
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/when"
	"onrecord/ui/pane"
)

// Update handles the keys of the chronology, and what every list does.
func (p *Events) Update(msg tea.Msg) (up tea.Msg) {
	n := 1
	k, ok := msg.(tea.KeyPressMsg)
	if t, is := msg.(pane.Times); is {
		k, n, ok = t.Key, t.N, true
	}
	if ok && p.x != nil {
		if up, ok = p.chronologyKey(k, n); ok {
			return up
		}
	}
	return p.ListPane.Update(msg)
}

func (p *Events) chronologyKey(msg tea.KeyPressMsg, n int) (up tea.Msg, ok bool) {
	k := p.Keys
	switch {
	case key.Matches(msg, k.Open) && p.scale != ByEvent, key.Matches(msg, k.Finer):
		return p.finer(), true
	case key.Matches(msg, k.Coarser):
		return p.rescale(min(p.scale+1, ByYear)), true
	case key.Matches(msg, k.Keys):
		p.keysOnly = !p.keysOnly
		p.refill(p.Home(p.current()))
		p.Settle()
		return p.Send(false), true
	case key.Matches(msg, k.NextYear):
		return p.leap(n, true), true
	case key.Matches(msg, k.PrevYear):
		return p.leap(-n, true), true
	case key.Matches(msg, k.NextMonth):
		return p.leap(n, false), true
	case key.Matches(msg, k.PrevMonth):
		return p.leap(-n, false), true
	}
	return nil, false
}

// finer opens what the cursor is on: the months of a year, the events of a month. A
// year with one month opens at once.
func (p *Events) finer() tea.Msg {
	if p.scale == ByEvent {
		return nil
	}
	to := p.scale - 1
	if e := p.entry(); e != nil && to == ByMonth {
		a, b := slotOf(&p.x.Events[p.table.items[e.first]]), slotOf(&p.x.Events[p.table.items[e.end-1]])
		if a == b {
			to = ByEvent
		}
	}
	return p.rescale(to)
}

// rescale changes the scale. The cursor stays on the same time: on the way back, on
// the event from which a coarser scale was chosen.
func (p *Events) rescale(to Scale) tea.Msg {
	if to == p.scale {
		return nil
	}
	was := p.current()
	if p.scale == ByEvent {
		p.at = was
	}
	p.scale = to
	p.refill(was)
	p.Settle()
	return nil // nothing is gone to: the text stays as it is
}

func (p *Events) leap(n int, years bool) tea.Msg {
	step, moved := 1, false
	if n < 0 {
		n, step = -n, -1
	}
	for range n {
		if p.Count() == 0 || !p.MoveTo(p.table.leap(p.Cursor, step, years)) {
			break
		}
		moved = true
	}
	if !moved {
		return nil
	}
	p.Pick()
	return p.Send(false)
}

// Click selects what is clicked; in the strip, the first event of its time. A
// double click goes there, or opens a month or a year.
func (p *Events) Click(x, y int, twice bool) tea.Msg {
	if p.strip == nil {
		return p.pick(x, y, twice)
	}
	if y > 0 {
		return p.pick(x, y-1, twice)
	}
	if c := p.strip.cellAt(x); c != nil {
		p.MoveTo(p.table.since(p.x.Events, when.Moment{Day: c.from, Minute: -1}))
		p.Pick()
		return p.Send(false)
	}
	return nil
}

func (p *Events) pick(x, y int, twice bool) tea.Msg {
	up := p.ListPane.Click(x, y, twice && p.scale == ByEvent)
	if twice && up != nil && p.scale != ByEvent {
		return p.finer()
	}
	return up
}
