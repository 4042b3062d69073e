package ui

import (
	"onrecord/ui/index"
	"onrecord/ui/layout"
)

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
