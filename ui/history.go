package ui

import (
	"onrecord/model/text"
	"onrecord/ui/layout"
	"onrecord/ui/reader"
)

// place is where the reader was: what was in sight of the text, which pane had the
// keys and, in a list, what the cursor was on.
type place struct {
	ref      text.Ref
	spot     reader.Spot
	focus    layout.Pane
	item, of int // of a list of so many
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
	h.left, h.jumped = p, true
	if n := len(h.back); n > 0 && h.back[n-1] == p {
		return
	}
	h.back = append(h.back, p)
	if len(h.back) > maxHistory {
		h.back = h.back[1:]
	}
	h.forward = nil
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
