package ui

import (
	"onrecord/model/text"
	"onrecord/ui/layout"
)

// place is where the reader was: what was at the top of the text, and which pane
// had the keys.
type place struct {
	ref   text.Ref
	focus layout.Pane
}

// history is the jump list: places to go back to, and those gone back from.
type history struct {
	back, forward []place
}

// maxHistory bounds how many places are remembered.
const maxHistory = 200

// push remembers a place that is left for a new one.
func (h *history) push(p place) {
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
func (h *history) goBack(now place) (place, bool) { return step(&h.back, &h.forward, now) }

// goForward undoes goBack.
func (h *history) goForward(now place) (place, bool) { return step(&h.forward, &h.back, now) }

func step(from, to *[]place, now place) (place, bool) {
	n := len(*from)
	if n == 0 {
		return place{}, false
	}
	p := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = append(*to, now)
	return p, true
}
