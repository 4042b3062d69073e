package events

import "slices"

// GoTo brings the cursor to an event, and reports whether it is listed.
func (p *Events) GoTo(event int32) bool {
	if !slices.Contains(p.table.items, event) {
		return false
	}
	p.MoveTo(p.table.holding(p.x.Events, event))
	p.Settle()
	p.Pick()
	return true
}
