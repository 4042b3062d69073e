package quote

import (
	"onrecord/model/people"
	"onrecord/model/text"
)

// maxClause bounds, in tokens, how far before its verb a subject is looked for.
const maxClause = 70

// clause is the state of reading a sentence from its left.
type clause struct {
	np, npEnd int  // the noun phrase that may be a subject, and its end once a boundary came; -1
	subject   bool // a finite verb came behind it: it is the subject of the clause
	aside     bool // in a relative clause or an adverbial: nothing here is a subject
	fresh     bool // the next token may begin a clause or an aside
	leading   bool // the aside stands before the subject
	under     bool // a word such as "as" or "while" opened it
}

// clauseSubject reads tokens [lo, e) from the left and returns the subject of a
// verb that stands at e: the open noun phrase, or the subject of the clause when
// the verb is joined to one ("…, and said") or hangs on it ("…, adding").
// own reports that the noun phrase ends at e and has no other verb.
func (f *finder) clauseSubject(e, lo int) (first, end int, own, ok bool) {
	lo = max(lo, e-maxClause)
	c := clause{np: -1, npEnd: -1, fresh: true}
	main := clause{np: -1}
	for i := lo; i < e; i++ {
		if f.inside[i] {
			if c.subject && (main.np < 0 || f.speaksHere(&c)) {
				main = c
			}
			c = clause{np: -1, npEnd: -1, fresh: true}
			continue
		}
		f.advance(&c, &main, i)
	}
	if main.np >= 0 && f.outranks(e, &main, &c) {
		c = main
	}
	if c.np >= 0 && !c.subject {
		end := e
		if c.npEnd >= 0 {
			end = c.npEnd
		}
		return c.np, f.trimPhrase(c.np, end), c.npEnd < 0, true
	}
	if c.np < 0 || !c.subject {
		c = main
	}
	if c.np < 0 {
		return 0, 0, false, false
	}
	if f.namedBehind(c.npEnd, e) { // "the director, Ann Lee, warned that …, adding"
		k, _ := f.p.At(c.npEnd + 1)
		return c.np, f.p.Mentions[k].End, false, true
	}
	return c.np, f.trimPhrase(c.np, c.npEnd), false, true
}

// outranks reports whether the verb at e belongs to the clause that was read
// before the last one: "Lee said the rules are clear, adding", "Lee thinks the
// rules are clear but said".
func (f *finder) outranks(e int, main, c *clause) bool {
	if c.np < 0 {
		return false // the caller takes main
	}
	if c.npEnd < 0 { // the noun phrase runs up to the verb
		return false
	}
	if e < len(f.d.Tokens) && f.part(e) == participle && f.class(e)&claims != 0 {
		return true
	}
	if c.under && !c.subject {
		return true
	}
	return !f.speaksHere(c) && f.speaksHere(main)
}

// speaksHere reports whether the noun phrase of a clause is a pronoun, or has a
// person or body for its head.
func (f *finder) speaksHere(c *clause) bool {
	return f.pronounIs(c.np, c.npEnd) || len(f.named(c.np, c.npEnd)) > 0
}

// advance reads token i.
func (f *finder) advance(c, main *clause, i int) {
	p := f.part(i)
	switch {
	case p == breaker || p == comma || p == joining:
		f.bound(c, main, i, p)
	case c.aside && !c.fresh:
		if c.leading && p == pronoun {
			*c = clause{np: i, npEnd: i + 1}
		}
	default:
		fresh := c.fresh
		c.fresh = false
		f.word(c, main, i, p, fresh)
	}
}

// bound reads a mark or a conjunction, behind which a clause may begin.
func (f *finder) bound(c, main *clause, i int, p part) {
	switch p {
	case breaker:
		if c.subject {
			*main = *c
		}
		*c = clause{np: -1, npEnd: -1, fresh: true}
	case comma:
		if c.under && c.np >= 0 && !c.subject && !f.d.Tokens[c.np].Is(text.Capital) && f.part(c.np) == nominal {
			*c = clause{np: -1, npEnd: -1} // "as mayor, Smith"
		}
		if c.np >= 0 && c.npEnd < 0 {
			c.npEnd = i
		}
		c.aside, c.fresh = false, true
	case joining:
		if c.np >= 0 && !c.subject && !c.aside && (c.npEnd < 0 || !c.fresh) {
			return // "Smith and Jones"
		}
		c.fresh = true
		c.aside = c.aside && c.leading
	}
}

// word reads a word that is not in an aside. fresh says that a clause may begin
// with it.
func (f *finder) word(c, main *clause, i int, p part, fresh bool) {
	switch p {
	case relative:
		c.aside = c.np >= 0
		if c.aside && c.npEnd < 0 && fresh {
			c.npEnd = i
		}
	case opener:
		if c.np >= 0 && !c.subject && !fresh {
			c.aside = true // "the idea that …"
			return
		}
		if c.subject {
			*main = *c
			*c = clause{np: -1, npEnd: -1, fresh: true}
			return
		}
		if c.np < 0 {
			c.fresh, c.under = !f.timeBehind(i), f.d.Lower(i) != "that"
			c.aside, c.leading = !c.fresh, !c.fresh
			return
		}
		c.aside = true
	case preposition, adverb, participle:
		if fresh && p != adverb && (c.np < 0 || c.npEnd >= 0) {
			c.aside, c.leading = true, c.np < 0
		} else if fresh {
			c.fresh = true
		}
	case verb:
		if c.np < 0 {
			return
		}
		if c.npEnd < 0 {
			c.npEnd = i
		}
		c.subject = true
		if cl := f.class(i); cl&(says|finds|claims) != 0 && cl&judges == 0 && !takesObject.Has(f.d.Lower(i)) { // "said he thought": a clause may follow at once
			*main = *c
			f.clauseAtOnce(c, i)
		}
	case pronoun, determiner, nominal:
		f.noun(c, main, i, p, fresh)
	}
}

// laterBehind reports whether the words at i tell a time: "hours later", "two
// days earlier".
func (f *finder) laterBehind(i int) bool {
	for k := i + 1; k < len(f.d.Tokens) && k <= i+3; k++ {
		switch f.d.Lower(k) {
		case "later", "earlier", "ago", "before":
			return k > i && f.part(i) != pronoun && !f.d.Tokens[i].Is(text.Capital) || f.d.Tokens[i].Is(text.SentStart)
		}
	}
	return false
}

// timeBehind reports whether "that" at i leads a time: "later that month".
func (f *finder) timeBehind(i int) bool {
	if i+1 >= len(f.d.Tokens) {
		return false
	}
	switch f.d.Lower(i + 1) {
	case "day", "night", "morning", "afternoon", "evening", "week", "weekend", "month", "year", "summer", "time", "point":
		return true
	}
	return false
}

// takesObject are reporting verbs behind which a name is who is spoken to.
var takesObject = text.SetOf("asked", "asks", "ask", "told", "tells", "tell", "urged", "urges", "urge", "thanked", "warned", "warns", "reminded", "reminds", "assured", "assures", "quoted", "quotes", "cited", "cites", "answered", "answers", "congratulated", "advised", "instructed", "emailed", "texted", "implored", "begged", "challenged", "mentioned", "mentions", "named", "hit", "recognised", "recognises", "recognized", "recognizes", "saw", "see", "sees", "seen", "understood", "identified", "identifies", "heard", "hears", "wanted", "wants", "want", "expected", "expects", "proposed", "proposes", "requested", "requests", "requires", "require", "experienced", "reported", "outlined", "highlighted", "shared", "offered", "expressed", "voiced", "welcomed", "praised", "hailed")

// clauseAtOnce opens a clause right behind a reporting verb when a subject
// follows it.
func (f *finder) clauseAtOnce(c *clause, i int) {
	if i+1 >= len(f.d.Tokens) {
		return
	}
	switch f.part(i + 1) {
	case pronoun, determiner:
		*c = clause{np: -1, npEnd: -1, fresh: true}
	case nominal:
		if f.d.Tokens[i+1].Is(text.Capital) && !calendar.Has(f.d.Lower(i+1)) {
			*c = clause{np: -1, npEnd: -1, fresh: true}
		}
	}
}

// noun reads a token of a noun phrase.
func (f *finder) noun(c, main *clause, i int, p part, fresh bool) {
	switch {
	case c.np < 0:
		if fresh && f.laterBehind(i) {
			c.aside, c.leading = true, true
			return
		}
		if fresh && (calendar.Has(f.d.Lower(i)) || f.d.Tokens[i].Kind == text.Punct || f.d.Tokens[i].Kind == text.Quote) {
			c.fresh = true
			return
		}
		c.np = i
		if p == pronoun && f.pronounAlone(i) {
			c.npEnd = i + 1
		}
	case fresh && c.subject && f.beginsClause(i):
		*main = *c
		*c = clause{np: i, npEnd: -1}
		if p == pronoun && f.pronounAlone(i) {
			c.npEnd = i + 1
		}
	case fresh && !c.subject && c.npEnd >= 0:
		if p == pronoun && f.pronounAlone(i) { // "Asked about Smith, he …"
			*c = clause{np: i, npEnd: i + 1}
		} else if f.beginsClause(i) && !f.inRoleOf(c.np, i) { // "A quick, late meeting, the board said"
			*c = clause{np: i, npEnd: -1}
		}
	}
}

// inRoleOf reports whether token i stands in the role that is told of the person
// named at token np: "Ann Lee, Chief Executive, Hexley Council apologised".
func (f *finder) inRoleOf(np, i int) bool {
	k, ok := f.p.At(np)
	if !ok {
		return false
	}
	r, ok := f.p.RoleAt(f.p.Mentions[k])
	return ok && r.Span.Start <= f.d.Tokens[i].Start && f.d.Tokens[i].Start < r.Span.End
}

// beginsClause reports whether the words at i are the subject of a clause of
// their own: a verb follows them soon.
func (f *finder) beginsClause(i int) bool {
	for k := i; k < len(f.d.Tokens) && k < i+12; k++ {
		switch f.part(k) {
		case verb:
			return k > i
		case comma, breaker, participle:
			return false
		}
	}
	return false
}

// pronounAlone reports whether a word that may be a pronoun is no determiner
// here: "one said", not "one neighbour said".
func (f *finder) pronounAlone(i int) bool {
	w := f.d.Lower(i)
	if !determiners.Has(w) && w != "others" {
		return true
	}
	if i+1 >= len(f.d.Tokens) {
		return true
	}
	return f.part(i+1) != nominal || f.d.Tokens[i+1].Kind != text.Word && f.d.Tokens[i+1].Kind != text.Number
}

// trimPhrase cuts from a noun phrase what tells when or where: behind a person's
// name all, behind others a day.
func (f *finder) trimPhrase(first, end int) int {
	d := f.d
	if end < first {
		return first
	}
	for i := first + 1; i < end; i++ {
		w := d.Lower(i)
		if d.Tokens[i].Is(text.Capital) && calendar.Has(w) && !determiners.Has(d.Lower(i-1)) {
			end = i
			break
		}
		k, ok := f.p.At(i - 1)
		if ok && f.p.Mentions[k].End == i && f.p.Mentions[k].Form <= people.PartialName && f.p.Entities[f.p.Mentions[k].Entity].Kind == people.Person && f.part(i) != nominal && d.Lower(i) != "and" && d.Lower(i) != "of" {
			end = i
			break
		}
	}
	for end > first+1 {
		switch f.part(end - 1) {
		case adverb, preposition, joining, opener, comma:
			end--
			continue
		}
		break
	}
	return end
}
