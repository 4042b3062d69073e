package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
	"onrecord/model/when"
)

// maxHeadline is the greatest length of a headline in words, and maxSubject that
// of a subject.
const (
	maxHeadline = 16
	maxSubject  = 14
)

// piece is a word of a headline: a token as it stands, or what stands in for it.
type piece struct {
	token int
	says  string // "" for the token itself
}

// headline makes a line of a clause in the document's own words: its subject and
// what is said of it, without its date, brackets and trailing clauses. A pronoun
// is resolved to a name in square brackets; a line that would leave one open, or
// end in mid-phrase, is none. c is narrowed to the words that were used. spoken
// says that the subject is I or we.
func (f *finder) headline(c *clause, e *when.Expression) (line string, spoken, ok bool) {
	f.line = f.line[:0]
	if c.nominal {
		ok = f.naming(c, e)
	} else {
		spoken, ok = f.telling(c, e)
	}
	if !ok {
		return "", false, false
	}
	line = f.write()
	return line, spoken, line != ""
}

// naming gathers the words of a nominal clause.
func (f *finder) naming(c *clause, e *when.Expression) bool {
	f.take(c.first, c.end, e, c.owner)
	f.cut(2)
	if len(f.line) == 0 {
		return false
	}
	first := f.line[0].token
	for _, p := range f.line {
		if whose.Has(f.lower(p.token)) {
			return false
		}
	}
	if w := f.lower(first); noSubject.Has(w) || strings.HasSuffix(w, "ing") && !f.is(first, eventful) && !f.name(first) || w == "a" && len(f.line) < 3 {
		return false
	}
	if n := len(f.line); n == 2 && papers.Has(f.lower(f.line[1].token)) {
		return false // "the letter": of whom?
	}
	if c.owner >= 0 && c.first > c.owner {
		f.line = append([]piece{{c.first, "[The] " + f.word(c.first)}}, f.line[1:]...)
		first = c.first
	}
	_, ok := f.open(first, false)
	return ok && len(f.line) > 1 || ok && c.owner >= 0
}

// papers are nouns that name nothing without more words.
var papers = text.SetOf("letter", "letters", "report", "reports", "statement", "statements", "budget", "show", "programme", "program", "episode", "test", "tests", "talks", "event", "events")

// telling gathers the words of a finite clause.
func (f *finder) telling(c *clause, e *when.Expression) (spoken, ok bool) {
	v := f.verbs[c.verb]
	if c.subject[1]-c.subject[0] > maxSubject || !f.substantive(c.subject) {
		return false, false
	}
	f.take(c.subject[0], c.subject[1], e, -1)
	if len(f.line) == 0 {
		return false, false
	}
	if spoken, ok = f.open(c.subject[0], c.subject[1]-c.subject[0] == 1); !ok {
		return false, false
	}
	subject := len(f.line)
	f.take(c.first, c.end, e, -1)
	least := subject
	for n := subject; n < len(f.line) && f.line[n].token < v.end; n++ {
		least = n + 1
	}
	if !f.cut(least) || !f.complete(v, len(f.line) > least) || !f.whole(v, subject) {
		return false, false
	}
	c.end = min(c.end, f.line[len(f.line)-1].token+1)
	for _, p := range f.line[subject:] {
		switch f.lower(p.token) {
		case "us", "me", "we", "our", "my":
			spoken = true
		}
	}
	return spoken, f.objects(subject)
}

// noun is the subject of a clause as a line of its own, or "".
func (f *finder) noun(c clause) string {
	s := nounClause(c.subject[0], c.subject[1])
	if line, _, ok := f.headline(&s, nil); ok {
		return line
	}
	return ""
}

// substantive reports whether a noun or a name stands in the subject, or a
// pronoun alone.
func (f *finder) substantive(s [2]int) bool {
	if s[1]-s[0] == 1 && f.is(s[0], pronoun) {
		return true
	}
	if w := f.lower(s[0]); f.is(s[0], pastOrPart|participle|nonfinite|be|have|do|modal) && !f.name(s[0]) || len(w) > 5 && strings.HasSuffix(w, "ing") && !f.is(s[0], eventful) && !f.tok(s[0]).Is(text.AllCaps) && s[0] == f.s.First || noSubject.Has(w) || s[0] == f.s.First && f.is(s[0], present|reporting) && !f.is(s[0], eventful) && !f.is(s[0]+1, preposition) {
		return false
	}
	for i := s[0]; i < s[1]; i++ {
		if whose.Has(f.lower(i)) || f.is(i, fused) {
			return false
		}
	}
	for i := s[0]; i < s[1]; i++ {
		if f.kind(i) == text.Word && (f.cls[i-f.s.First]&(determiner|preposition|conjunction|subordinator|relative|pronoun|possessive|be|have|do|modal|adverb|negation|timed) == 0) {
			return true
		}
	}
	return false
}

// whose are pronouns that leave open in a noun phrase whom it speaks of.
var whose = text.SetOf("it", "them", "him", "you")

// noSubject are words that begin no subject.
var noSubject = text.SetOf("according", "based", "unable", "able", "asked", "due", "thanks", "aged", "behalf", "than", "so", "as", "like", "such", "please", "let", "maybe", "perhaps", "yes", "no", "not", "ok", "hi", "hello", "dear")

// take adds the words of [a, b) to the line, without brackets and their words,
// and without dates that are told beside it.
func (f *finder) take(a, b int, e *when.Expression, owner int) {
	depth := 0
	for i := a; i < b; i++ {
		switch w := f.word(i); {
		case w == "(" || w == "[":
			depth++
			continue
		case w == ")" || w == "]":
			depth = max(depth-1, 0)
			continue
		case depth > 0:
			continue
		case i == owner:
			end := f.expressionEnd(i)
			if end < b && f.kind(end) == text.Clitic {
				end++
			}
			f.line = append(f.line, piece{i, "[the]"})
			i = max(end, i+1) - 1
			continue
		}
		end := f.expressionEnd(i)
		if end == 0 || f.expressionAtEnd(i-1, end) {
			f.line = append(f.line, piece{token: i})
			continue
		}
		if f.drops(i, end, a, e) {
			if !f.weighs(i) {
				f.untie(a)
			}
			i = end - 1
			continue
		}
		for ; i < min(end, b); i++ { // with what ends the range: "from Monday to Friday"
			f.line = append(f.line, piece{token: i})
		}
		i--
	}
}

// untie takes off the end of the line what leads to a date: "on", "in the", "at
// the end of".
func (f *finder) untie(from int) {
	last := func(k int) string {
		if n := len(f.line) - k; n >= 0 && f.line[n].token >= from && f.line[n].says == "" {
			return f.lower(f.line[n].token)
		}
		return ""
	}
	if last(1) == "of" && partsOfTime.Has(last(2)) {
		f.line = f.line[:len(f.line)-2]
		if w := last(1); w == "early" || w == "late" || w == "very" || w == "first" || w == "last" || w == "second" {
			f.line = f.line[:len(f.line)-1]
		}
	}
	if w := last(1); w == "the" || w == "early" || w == "late" || w == "(" {
		f.line = f.line[:len(f.line)-1]
	}
	if w := last(1); w == "early" || w == "late" {
		f.line = f.line[:len(f.line)-1]
	}
	if w := last(1); datePrepositions.Has(w) && w != "held" {
		f.line = f.line[:len(f.line)-1]
	}
	if w := last(1); timely.Has(w) && !f.verbEnds(f.line[len(f.line)-1].token+1) {
		f.line = f.line[:len(f.line)-1]
	}
}

// timely are participles that say nothing of a noun but that it has a date: "the
// march planned for May".
var timely = text.SetOf("held", "planned", "scheduled", "dated", "arranged")

// weighs reports whether "in" before token i belongs to the verb: "weighed in
// Thursday".
func (f *finder) weighs(i int) bool {
	return weekdays.Has(f.lower(i)) && f.lower(i-1) == "in" && f.verbEnds(i-1)
}

var weekdays = text.SetOf("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

var partsOfTime = text.SetOf("end", "start", "beginning", "middle", "half", "part", "rest", "eve", "morning", "evening", "night", "afternoon", "weekend", "week", "summer", "spring", "autumn", "winter", "hours", "days", "day", "month", "anniversary", "course")

// expressionAtEnd reports whether token i belongs to the expression that ends at
// end.
func (f *finder) expressionAtEnd(i, end int) bool { return f.expressionEnd(i) == end }

// drops reports whether the expression [i, end) is told beside the clause and
// not a part of a noun: not "the 2011 election", "Friday’s march", "by 3 May", "on the
// day of the march".
func (f *finder) drops(i, end, from int, e *when.Expression) bool {
	if f.isAttribute(end) || f.kind(end-1) == text.Clitic || f.lower(end) == "of" && partsOfTime.Has(f.lower(end-1)) || f.is(end, eventful) && f.lower(i-1) == "the" {
		return false
	}
	if i > from && f.kind(i-1) == text.Quote && f.kind(end) == text.Quote {
		return false // the “Today” show
	}
	p := f.lower(i - 1)
	if p == "of" && e != nil && i != e.First && f.is(i-2, eventful) {
		return false // "the letter of 11 June", which was received on another day
	}
	if i > from && (f.is(i-1, determiner|possessive) || f.kind(i-1) == text.Clitic) && p != "the" {
		return false
	}
	if i > from && p == "the" && f.inside(end) && f.kind(end) == text.Word && !f.is(end, preposition|conjunction|subordinator|relative) {
		return false // "the 7 July visit"
	}
	if (p == "by" || p == "until") && f.lower(i) == "the" || p == "of" && partsOfTime.Has(f.lower(i-2)) && f.by(i-2) {
		return false // "by the end of April"
	}
	if (p == "by" || p == "until" || p == "since" || p == "till" || p == "from" || p == "between") && i > from && f.tok(end-1).Is(text.Capital) {
		return false
	}
	return e != nil
}

// by reports whether "by" or "until" leads to the phrase whose noun is token i.
func (f *finder) by(i int) bool {
	for k := i - 1; k > i-4; k-- {
		if w := f.lower(k); w == "by" || w == "until" || w == "since" || w == "till" {
			return true
		}
	}
	return false
}

// write puts the pieces together: quotation marks stay where they are in pairs.
func (f *finder) write() string {
	marks := f.paired()
	var b strings.Builder
	space := false
	for n, p := range f.line {
		t := f.tok(p.token)
		if t.Kind == text.Quote && !marks {
			space = space || t.Is(text.SpaceBefore) || n+1 < len(f.line) && f.kind(f.line[n+1].token) <= text.Number
			continue
		}
		gap := n > 0 && f.line[n-1].token != p.token-1 && t.Kind != text.Clitic && !(t.Kind == text.Punct && f.word(p.token) == ",")
		if b.Len() > 0 && (space || gap || t.Is(text.SpaceBefore)) {
			b.WriteByte(' ')
		}
		space = false
		if p.says != "" {
			b.WriteString(p.says)
			continue
		}
		b.WriteString(f.word(p.token))
	}
	s := strings.TrimRight(b.String(), " ,;:–-")
	if s == "" || !strings.Contains(s, " ") {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// paired reports whether the quotation marks of the line open and close in turn.
func (f *finder) paired() bool {
	open := false
	for n, p := range f.line {
		if t := f.tok(p.token); t.Kind == text.Quote {
			if opens := t.Is(text.SpaceBefore) || n == 0; opens == open {
				return false
			}
			open = !open
		}
	}
	return !open
}
