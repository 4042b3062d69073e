package when

import (
	"strings"

	"onrecord/model/text"
)

// tense looks for the nearest sign of time to come or gone by: before the
// expression first, since English puts the verb there, then behind it.
func tense(d *text.Doc, e *Expression, s text.Sentence) Tense {
	p := e.First - 1
	if p >= s.First && d.Lower(p) == "since" {
		return Past
	}
	t := nearestSign(d, e, s)
	if t == Past && p >= s.First && e.Form == Calendar && e.Day+int(e.Month) > 0 && ending.Has(d.Lower(p)) {
		return NoTense // "was extended until 9 November"
	}
	return t
}

// labels reports whether an expression, or the range that it begins, heads an entry
// of a chronicle: "8 May: Dome fails to cap leak 2 June: Inquiry begins". Those are
// written in the present whenever they happened, one after the other without a stop
// between, so that no verb near it tells on which side of the telling it lies.
func (f *Found) labels(d *text.Doc, e *Expression, s text.Sentence) bool {
	for e.Until >= 0 {
		e = &f.Expressions[e.Until]
	}
	return e.Form == Calendar && e.Day > 0 && e.End < s.End && d.Word(e.End) == ":" && d.Tokens[e.End].Start == d.Tokens[e.End-1].End
}

func nearestSign(d *text.Doc, e *Expression, s text.Sentence) Tense {
	const reach = 30
	for i := e.First - 1; i >= s.First && i > e.First-reach; i-- {
		if w := d.Lower(i); w == "if" || w == "unless" {
			return NoTense // "if it opens on 3 May, they will": a condition, not a plan
		}
		if t := sign(d, i, s); t != NoTense {
			return t
		}
	}
	for i := e.End; i < s.End && i < e.End+reach/2; i++ {
		if t := sign(d, i, s); t != NoTense {
			return t
		}
	}
	return NoTense
}

func sign(d *text.Doc, i int, s text.Sentence) Tense {
	if d.Tokens[i].Kind != text.Word {
		return NoTense
	}
	w := d.Lower(i)
	next := ""
	if i+1 < s.End {
		next = d.Lower(i + 1)
	}
	switch {
	case w == "would" && next != "have":
		return Future // "it was agreed that they would meet on"
	case w == "would" || w == "may" || w == "might" || w == "could":
		return NoTense
	case planned.Has(w):
		if i > s.First && d.Lower(i-1) == "been" && strings.HasSuffix(w, "ed") || w == "due" && i > s.First+1 && d.Lower(i-2) == "had" {
			return NoTense // "had been scheduled to expire": whether it did is told elsewhere
		}
		return Future
	case (w == "set" || w == "to") && (next == "to" || next == "be"), w == "to" && i > s.First && (d.Lower(i-1) == "is" || d.Lower(i-1) == "are"):
		return Future
	case (w == "takes" || w == "take") && next == "place":
		return Future // what takes place on Saturday is to come
	case next == "to" && decides.Has(w):
		return Future // "it was resolved to meet on 23 March"
	case happened.Has(w):
		if i > s.First && beforePlan.Has(d.Lower(i-1)) || by(d, i+1, s.End) && w != "was" && w != "were" && w != "had" {
			return NoTense // "will be held": the sign of the future stands before
		}
		return Past
	case len(w) > 4 && strings.HasSuffix(w, "ed") && !d.Tokens[i].Is(text.Capital):
		if by(d, i+1, s.End) || i > s.First && beforePlan.Has(wordBefore(d, i, s.First)) {
			return NoTense // a participle: "a programme made by"
		}
		return Past
	}
	return NoTense
}

// by reports whether "by" follows at i, a closing mark between not counting.
func by(d *text.Doc, i, end int) bool {
	if i < end && d.Tokens[i].Kind == text.Quote {
		i++
	}
	return i < end && d.Lower(i) == "by"
}

// wordBefore returns the word before token i, an opening mark between not
// counting.
func wordBefore(d *text.Doc, i, first int) string {
	if i-1 > first && d.Tokens[i-1].Kind == text.Quote {
		i--
	}
	return d.Lower(i - 1)
}

var beforePlan = text.SetOf("be", "to", "not", "is", "are", "will", "been")

// ending are the prepositions of a bound, which lies ahead as often as not.
var ending = text.SetOf("until", "till", "by", "through", "before", "to")

// decides are the verbs that lead to what is to be done.
var decides = text.SetOf("resolved", "agreed", "decided", "voted", "promised", "pledged", "vowed", "committed", "offered", "instructed", "undertook", "arranged", "asked", "invited", "ordered", "required", "hoped")
