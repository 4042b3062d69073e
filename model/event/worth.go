package event

import (
	"onrecord/model/text"
	"onrecord/model/when"
)

// worth reports whether a finite clause tells of something that happened, is
// planned or was given up: not a state, a habit, a doubt or a request. A claim
// that may not be so is widened to the words that say whose it is.
func (f *finder) worth(c *clause, e *when.Expression) bool {
	v := f.verbs[c.verb]
	if v.modal || v.negative && (v.present || v.would || v.will) || v.would && v.perfect || v.aim && f.lower(v.first) == "had" || !f.asserted(c) {
		return false // "would have died", "had been expected to vote"
	}
	if e != nil && f.lower(e.First-1) == "since" && v.perfect {
		return false // it has gone on from then
	}
	if w := f.lower(c.subject[0]); (w == "i" || w == "we") && c.subject[1]-c.subject[0] == 1 && (v.will || v.aim) && talk.Has(f.lower(v.head)) {
		return false
	}
	if v.would && !f.reported(c) {
		return false
	}
	head := f.lower(v.head)
	switch {
	case v.aim:
		return true
	case v.copula:
		return false
	case v.passive:
		return !v.present || v.perfect || e != nil && e.Tense == when.Future || ended.Has(head)
	case v.will, v.would:
		return true
	case v.perfect:
		return !f.is(v.head, state) || f.particle(v.end)
	case f.is(v.first, do):
		return v.negative && !f.is(v.head, state)
	case f.is(v.head, state):
		return f.particle(v.end)
	case v.head > v.first: // is holding
		return !v.present || e != nil && e.Tense != when.Past
	case v.present:
		return e != nil && (f.is(v.head, present) && !f.is(v.head, idle) || f.lower(v.end) == "place")
	}
	return true
}

// timed reports whether a clause says no more of a happening than when it is: "the
// next meeting will be on Friday". Its subject is the line.
func (f *finder) timed(c *clause, e *when.Expression) bool {
	v := f.verbs[c.verb]
	if e == nil || !v.copula || v.modal || v.negative || v.would || !f.is(c.subject[1]-1, eventful) || e.First < v.end || e.First > v.end+2 {
		return false
	}
	if v.present && e.Tense != when.Future && !f.dayOf(e) {
		return false // "the debate is now"
	}
	for i := v.end; i < e.First; i++ {
		if !f.is(i, preposition|determiner) {
			return false
		}
	}
	return true
}

// dayOf reports whether an expression is a day, or an hour of it.
func (f *finder) dayOf(e *when.Expression) bool {
	return e.Form == when.Calendar && e.Grain <= when.Days
}

// particle reports whether token i makes another verb of the one before it:
// "stood down", "kept up".
func (f *finder) particle(i int) bool {
	switch f.lower(i) {
	case "down", "up", "out", "off", "back", "trial":
		return true
	}
	return false
}

// reported reports whether a verb of saying or deciding leads to the clause:
// "agreed that the panel would meet".
func (f *finder) reported(c *clause) bool {
	n := c.verb - 1
	return n >= 0 && f.is(f.verbs[n].head, reporting) && f.sameClause(f.verbs[n].end, c.subject[0])
}

// status reads tense and modality of a finite clause, and the tense of what dates
// it: "opens on Friday" is to come.
func (f *finder) status(c clause, e *when.Expression) Status {
	v := f.verbs[c.verb]
	head := f.lower(v.head)
	switch {
	case f.givesUp(v) && !v.aim:
		return Cancelled
	case v.will, v.would, v.aim:
		return Planned
	case v.present && e != nil && e.Tense == when.Future:
		return Planned
	case lasting.Has(head), v.present && v.head > v.first && !v.passive:
		return Ongoing
	}
	return Happened
}

// givesUp reports whether a verb phrase says that a plan was given up.
func (f *finder) givesUp(v verb) bool {
	head := f.lower(v.head)
	return ended.Has(head) || (head == "called" || head == "call") && f.lower(v.end) == "off"
}

// talk are the verbs of what a speaker says that he will do next.
var talk = text.SetOf("see", "have", "know", "get", "be", "look", "talk", "come", "go", "bring", "play", "tell", "show", "take", "keep", "hear", "find", "say", "speak", "turn", "check", "wait", "try", "ask", "move", "leave", "give", "let", "do", "make")
