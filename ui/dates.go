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
	var seen []text.Span
	for _, t := range m.dates() {
		if m.text.InSight(t.Span) {
			seen = append(seen, t.Span)
		}
	}
	if len(seen) == 0 {
		return m.say("no date is in sight; } goes to the next")
	}
	d := m.text.Document()
	m.explain(seen, &m.keys.Date, func(s text.Span) (string, []dialog.Line) {
		all := m.x.DatesOf(d.ID)
		i := slices.IndexFunc(all, func(t model.Date) bool { return t.Span == s })
		if i < 0 {
			return "", nil
		}
		lines := []dialog.Line{{Label: "words", Text: "“" + pane.OneLine(s.Of(d.Text)) + "”"}}
		return "Which day is meant", append(lines, m.whyDate(all[i].Interval, all[i].Chain(d.ID))...)
	})
	return nil
}
