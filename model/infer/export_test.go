package infer

import "onrecord/model/when"

// Swaps returns the hints, by document and expression, on which figure of a date is
// the day.
func Swaps(docs []Document, today when.Day) []map[int]when.Hint {
	y := newYears(docs, today)
	y.figures()
	out := make([]map[int]when.Hint, len(docs))
	for i := range y.states {
		out[i] = y.states[i].hints
	}
	return out
}

// Events tells and merges at once.
func Events(docs []Document, times []Times, of [][]int32, today when.Day) []Happening {
	return Tell(docs, times, of, today).Events()
}
