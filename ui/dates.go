package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/dialog"
	"onrecord/ui/layout"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// dates are the expressions of the open text that have a place on the calendar:
// those that are underlined.
func (m *root) dates() []model.Date {
	d := m.text.Document()
	if m.x == nil || d == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(m.x.DatesOf(d.ID)), func(t model.Date) bool {
		return t.Type != when.Date && t.Type != when.Time || m.text.Hides(t.Span)
	})
}

// dated explains the next date in sight: which day is meant, and why.
func (m *root) dated() tea.Cmd {
	if !m.frame.Panes[layout.Text].Shown() {
		m.focus(layout.Text)
	}
	all := m.dates()
	var seen []text.Span
	for _, t := range all {
		if m.text.InSight(t.Span) {
			seen = append(seen, t.Span)
		}
	}
	if len(seen) == 0 {
		return m.say("no date is in sight; } goes to the next")
	}
	d := m.text.Document()
	m.explain(seen, &m.keys.Date, func(s text.Span) (string, []dialog.Line) {
		i := slices.IndexFunc(all, func(t model.Date) bool { return t.Span == s })
		lines := []dialog.Line{{Label: "words", Text: "“" + pane.OneLine(s.Of(d.Text)) + "”"}}
		return "Which day is meant", append(lines, m.whyDate(all[i].Interval)...)
	})
	return nil
}

// toDate goes to the next date of the text or to the one before: from the one that
// is marked, else from what is in sight.
func (m *root) toDate(n int) tea.Cmd {
	if !m.frame.Panes[layout.Text].Shown() {
		m.focus(layout.Text)
	}
	all := m.dates()
	if len(all) == 0 {
		return m.say("this document has no date")
	}
	k := m.dateAt(all, n)
	if k < 0 || k >= len(all) {
		return m.say(map[bool]string{true: "this is the last date of the document", false: "this is the first date of the document"}[n > 0])
	}
	m.text.Show(all[k].Span)
	return m.say(say.Whole(all[k].Interval) + " · " + all[k].Basis)
}

// dateAt is the number of the date that lies n on.
func (m *root) dateAt(all []model.Date, n int) int {
	if marked := m.text.Marked(); len(marked) == 1 {
		if k := slices.IndexFunc(all, func(t model.Date) bool { return t.Span == marked[0] }); k >= 0 {
			return k + n
		}
	}
	top := m.text.Place().Span.Start
	k := slices.IndexFunc(all, func(t model.Date) bool { return t.Span.Start >= top })
	switch {
	case n > 0 && k < 0:
		return len(all)
	case n > 0:
		return k
	case k < 0:
		return len(all) - 1
	}
	return k - 1
}
