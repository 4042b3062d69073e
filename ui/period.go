package ui

import (
	"slices"

	"onrecord/model/when"
	"onrecord/ui/events"
	"onrecord/ui/index"
	"onrecord/ui/layout"
)

// offered are the periods of what the cursor is on: in the chronology the month or
// year of the event, elsewhere that of the document's publication.
func (m *root) offered() []index.Period {
	switch m.prefs.Focus {
	case layout.Events:
		e := m.events.Current()
		if e == nil || m.events.Scale() != events.ByEvent { // a row that is a month or a year is known to be that
			return m.events.Periods()
		}
		return periodsOf(e.Date)
	case layout.Quotes:
		if q := m.quotes.Current(); q != nil {
			return periodsOf(m.x.ToldAt(q.Ref()))
		}
	default:
		if d := m.text.Document(); d != nil {
			return periodsOf(d.Published)
		}
	}
	return nil
}

// periodsOf are the month and the year in which a date is known to lie: what was
// after the last day of 1994 may have been in any year since.
func periodsOf(iv when.Interval) []index.Period {
	if !iv.From.Known() || !iv.To.Known() {
		return nil
	}
	return slices.DeleteFunc(index.PeriodsOf(iv), func(p index.Period) bool { return p.To < iv.To.Day })
}
