package events

import "slices"

// GoTo brings the cursor to an event, where it is listed.
func (p *Events) GoTo(event int32) {
	if slices.Contains(p.table.items, event) {
		p.MoveTo(p.table.holding(p.x.Events, event))
		p.Settle()
	}
}
