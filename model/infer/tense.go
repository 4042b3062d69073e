package infer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/when"
)

// tense is that of the sentence, where it can be that of the date: a plan that is
// itself told as past ("they would finish by"), a report with a plan in it ("said that
// he will not stand in"), and a date that is but part of a name ("the 5 May march") say
// nothing of the time of telling.
func (y *years) tense(i, k int) when.Tense {
	e := y.expr(i, k)
	if e.Tense == when.NoTense {
		return e.Tense
	}
	before, after := y.sentence(i, k)
	all := before + " " + after
	switch {
	case e.Tense == when.Past && (containsAny(before, plans) || containsAny(before, oldPlans) || hasSuffix(before, " by ", " until ")):
		return when.NoTense
	case e.Tense == when.Future && (containsAny(all, oldPlans) && !containsAny(all, plans) || y.describes(i, k)):
		return when.NoTense
	case e.Tense == when.Future && e.Year > 0 && e.Grain > when.Days && !(containsAny(before, plans) && hasSuffix(before, " in ", " by ", " until ", " before ")):
		return when.NoTense // a month or a year stands in many plans that are no news
	}
	return e.Tense
}

// plans are the words of what is to come, oldPlans those of what was to come.
var (
	plans    = []string{" will ", " shall ", " won't ", " won’t "}
	oldPlans = []string{" would ", " was to ", " were to ", " was due ", " were due ", " was going to ", " were going to ", " had planned ", " had hoped ", " planned ", " expected ", " scheduled "}
)

func containsAny(s string, words []string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// sentence is around in lower case, with a blank before it.
func (y *years) sentence(i, k int) (before, after string) {
	before, after = y.around(i, k)
	return " " + strings.ToLower(before), strings.ToLower(after)
}

// around returns what stands before and behind an expression in its sentence, as far as
// it matters.
func (y *years) around(i, k int) (before, after string) {
	const reach = 320
	body, e := y.docs[i].Text, y.expr(i, k)
	before = body[max(0, e.Span.Start-reach):e.Span.Start]
	if stop := strings.LastIndexAny(before, ".!?\n"); stop >= 0 {
		before = before[stop+1:]
	}
	after = body[e.Span.End:min(len(body), int(e.Span.End)+reach)]
	if stop := strings.IndexAny(after, ".!?\n"); stop >= 0 {
		after = after[:stop]
	}
	return before, after
}

// describes reports whether a date is part of what it stands before, or of what stands
// before it: "the 5 May march", "the events of 5 May".
func (y *years) describes(i, k int) bool {
	const reach = 16 // bytes that the word before is looked for in
	body, e := y.docs[i].Text, y.expr(i, k)
	if told := e.Span.Of(body); len(told) > 4 && strings.EqualFold(told[:4], "the ") {
		noun, _ := utf8.DecodeRuneInString(strings.TrimPrefix(body[e.Span.End:], " "))
		return !strings.Contains(told, " of ") && unicode.IsLetter(noun)
	}
	words := strings.Fields(body[max(0, e.Span.Start-reach):e.Span.Start])
	if len(words) == 0 {
		return false
	}
	switch w := strings.ToLower(words[len(words)-1]); w {
	case "the", "of", "a", "an", "its", "his", "her", "their", "that", "this":
		return true
	default:
		return strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s")
	}
}

// toCome are words beside a year that make it one to come, whatever the tense.
var toCome = []string{" may ", " might ", " could ", " due ", " ends ", " end in ", " expires ", " ahead ", " next ", " deadline", " going to ", " to be ", " term ", " plans to ", " want to ", " wants to "}

// yearTold reports whether a year alone is told as gone by: "in 2019", not "the 2019
// plan", "by 2019" or "his term ends in 2019".
func (y *years) yearTold(i, k int) bool {
	before, after := y.sentence(i, k)
	if containsAny(before+" "+after, toCome) || y.expr(i, k).Attr {
		return false
	}
	return hasSuffix(before, " in ", " in early ", " in late ", " since ", " during ")
}

func hasSuffix(s string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(s, w) {
			return true
		}
	}
	return false
}

// stamped reports whether a document bears several full dates with the minute, as a
// page with comments does. They say when it was answered, not when it was written.
func (y *years) stamped(i int) bool {
	const least = 2
	n := 0
	for k := range y.docs[i].Times.Expressions {
		if y.stamp(i, k) {
			n++
		}
	}
	return n >= least
}

// stamp reports whether an expression is a full date with the minute in it or beside
// it.
func (y *years) stamp(i, k int) bool {
	const near = 5
	f := y.docs[i].Times
	e := &f.Expressions[k]
	if e.Form != when.Calendar || e.Year == 0 || e.Day == 0 {
		return false
	}
	beside := func(n int) bool {
		if n < 0 || n >= len(f.Expressions) || f.Expressions[n].Form != when.Clock {
			return false
		}
		o := f.Expressions[n].Span
		return max(o.Start-e.Span.End, e.Span.Start-o.End) <= near
	}
	return e.Minute >= 0 || beside(k-1) || beside(k+1)
}
