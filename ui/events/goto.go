package events

import (
	"slices"

	"onrecord/model/text"
	"onrecord/ui/index"
)

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

// Near brings the cursor to the first event that is listed and told in a document at a
// place or behind it, else to the last before; not where the cursor is on one that the
// document tells of, nor where none is listed.
func (p *Events) Near(at text.Ref) {
	if e := p.Current(); e == nil || slices.ContainsFunc(e.Sources, func(r text.Ref) bool { return r.Doc == at.Doc }) {
		return
	}
	best, start := int32(-1), int32(0)
	for _, i := range p.x.EventsOf(at.Doc) {
		if !slices.Contains(p.table.items, i) {
			continue
		}
		for _, r := range p.x.Events[i].Sources {
			if r.Doc == at.Doc && (best < 0 || index.Nearer(r.Span.Start, start, at.Span.Start)) {
				best, start = i, r.Span.Start
			}
		}
	}
	if best >= 0 {
		p.GoTo(best)
	}
}
