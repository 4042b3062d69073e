package ui

import (
	"onrecord/model/text"
	"onrecord/ui/layout"
	"onrecord/ui/reader"
)

// place is where the reader was: what was in sight of the text and the passage that was
// marked there, which pane had the keys and, in a list, what the cursor was on.
type place struct {
	ref      text.Ref
	spot     reader.Spot
	focus    layout.Pane
	item, of int   // of a list of so many
	is       int32 // what that item is: a list may be put in another order
	marked   []text.Span
}

// same reports whether two places are one, whatever is marked there.
func (p *place) same(o *place) bool {
	return p.ref == o.ref && p.spot == o.spot && p.focus == o.focus && p.item == o.item && p.of == o.of && p.is == o.is
}

// history is the jump list: places to go back to, and those gone back from.
type history struct {
	back, forward []place
	left          place // by the last jump
	jumped        bool
}

// maxHistory bounds how many places are remembered.
const maxHistory = 200

// push remembers a place that is left for a new one.
func (h *history) push(p place) {
	h.left, h.jumped, h.forward = p, true, nil
	if n := len(h.back); n > 0 && h.back[n-1].same(&p) {
		h.back[n-1] = p
		return
	}
	h.back = append(h.back, p)
	if len(h.back) > maxHistory {
		h.back = h.back[1:]
	}
}

// goBack returns the place before, remembering the present one.
func (h *history) goBack(now place) (place, bool) { return h.step(&h.back, &h.forward, now) }

// goForward undoes goBack.
func (h *history) goForward(now place) (place, bool) { return h.step(&h.forward, &h.back, now) }

// swap returns the place that the last jump left, which the present one is now.
func (h *history) swap(now place) (place, bool) {
	to, ok := h.left, h.jumped
	if ok {
		h.push(now)
	}
	return to, ok
}

func (h *history) step(from, to *[]place, now place) (place, bool) {
	n := len(*from)
	if n == 0 {
		return place{}, false
	}
	p := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	h.left, h.jumped = now, true
	return p, true
}
