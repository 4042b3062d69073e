package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxClause bounds, in tokens, how far before its verb a subject is looked for.
const maxClause = 70

// part is what a word does in its clause, as far as tables and endings tell.
type part uint8

const (
	nominal     part = iota // nouns, adjectives, numbers: what a noun phrase is made of
	determiner              // begins a noun phrase
	pronoun                 // is one
	preposition             // in, of, for
	opener                  // a conjunction that begins a clause: that, while, because
	joining                 // and, but, or
	relative                // who, which, whose
	verb                    // finite
	participle              // -ing
	adverb
	comma // or a dash or bracket: a boundary inside the sentence
	breaker
)

// part returns what token i does.
func (f *finder) part(i int) part {
	d := f.d
	t := d.Tokens[i]
	w := d.Lower(i)
	switch t.Kind {
	case text.Punct:
		switch w {
		case ",", "–", "—", "--", "(", ")", "[", "]":
			return comma
		case ";", ":", "?", "!":
			return breaker
		}
		return nominal
	case text.Quote:
		return nominal
	case text.Number, text.Clitic, text.URL:
		return nominal
	}
	if t.Is(text.Capital) && !t.Is(text.SentStart) {
		return nominal
	}
	if p, ok := parts[w]; ok {
		return p
	}
	if f.class(i) != 0 && !f.nounUse(i) {
		if strings.HasSuffix(w, "ing") {
			return participle
		}
		return verb
	}
	return f.byEnding(i, w)
}

// byEnding guesses what a word outside the tables does.
func (f *finder) byEnding(i int, w string) part {
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		return participle
	case len(w) > 4 && strings.HasSuffix(w, "ly") && !in(lyNouns, w):
		return adverb
	case len(w) > 4 && w[len(w)-1] == 's' && f.personEnds(i) && !agentive(w):
		return verb
	case len(w) > 3 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && i > 0 && (f.part1(i-1) == nominal || f.part1(i-1) == adverb) && !f.participleBehind(i):
		return verb
	}
	return nominal
}

// lyNouns end as adverbs do.
var lyNouns = set("family", "supply", "reply", "rally", "ally", "assembly", "monopoly", "anomaly", "bully", "daily", "weekly", "monthly", "elderly", "early", "only", "likely", "friendly", "deadly", "costly", "lonely", "lovely", "ugly", "orderly", "fly", "belly", "homily", "butterfly")

// personEnds reports whether a person's name ends right before token i.
func (f *finder) personEnds(i int) bool {
	if i == 0 || f.d.Tokens[i].Is(text.Capital) {
		return false
	}
	k, ok := f.p.At(i - 1)
	if !ok {
		return false
	}
	m := f.p.Mentions[k]
	return m.End == i && m.Form <= people.PartialName && f.p.Entities[m.Entity].Kind == people.Person
}

// agentive reports whether a word in -s is a plural of people or a thing that a
// name often stands before, and no verb: "Lee supporters", "Lee aides".
func agentive(w string) bool {
	for _, e := range []string{"ers", "ors", "ists", "ials", "ants", "ents", "ians", "ates", "aides", "fans", "allies", "rallies", "ness", "ss", "us", "is", "folks", "friends", "lieutenants", "votes", "years", "days", "ads", "emails", "tweets", "ties", "ions"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// participleBehind reports whether "by" or another preposition behind an -ed word
// shows that it belongs to the noun before it: "a letter signed by".
func (f *finder) participleBehind(i int) bool {
	if i+1 >= len(f.d.Tokens) {
		return false
	}
	w := f.d.Lower(i + 1)
	return w == "by" || w == "with" || w == "in" || w == "at" || w == "on"
}

// part1 is part without a look at the words around, for byEnding.
func (f *finder) part1(i int) part {
	if f.d.Tokens[i].Kind != text.Word {
		return comma
	}
	if p, ok := parts[f.d.Lower(i)]; ok && !f.d.Tokens[i].Is(text.Capital) {
		return p
	}
	return nominal
}

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
	switch p {
	case breaker:
		if c.subject {
			*main = *c
		}
		*c = clause{np: -1, npEnd: -1, fresh: true}
		return
	case comma:
		if c.under && c.np >= 0 && !c.subject && !f.d.Tokens[c.np].Is(text.Capital) && f.part(c.np) == nominal {
			*c = clause{np: -1, npEnd: -1} // "as mayor, Smith"
		}
		if c.np >= 0 && c.npEnd < 0 {
			c.npEnd = i
		}
		c.aside, c.fresh = false, true
		return
	case joining:
		if c.np >= 0 && !c.subject && !c.aside && (c.npEnd < 0 || !c.fresh) {
			return // "Smith and Jones"
		}
		c.fresh = true
		c.aside = c.aside && c.leading
		return
	}
	if c.aside && !c.fresh {
		if c.leading && p == pronoun {
			*c = clause{np: i, npEnd: i + 1}
		}
		return
	}
	fresh := c.fresh
	c.fresh = false
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
		if cl := f.class(i); cl&(says|finds|claims) != 0 && cl&judges == 0 && !in(takesObject, f.d.Lower(i)) { // "said he thought": a clause may follow at once
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
var takesObject = set("asked", "asks", "ask", "told", "tells", "tell", "urged", "urges", "urge", "thanked", "warned", "warns", "reminded", "reminds", "assured", "assures", "quoted", "quotes", "cited", "cites", "answered", "answers", "congratulated", "advised", "instructed", "emailed", "texted", "implored", "begged", "challenged", "mentioned", "mentions", "named", "hit", "recognised", "recognises", "recognized", "recognizes", "saw", "see", "sees", "seen", "understood", "identified", "identifies", "heard", "hears", "wanted", "wants", "want", "expected", "expects", "proposed", "proposes", "requested", "requests", "requires", "require", "experienced", "reported", "outlined", "highlighted", "shared", "offered", "expressed", "voiced", "welcomed", "praised", "hailed")

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
		if f.d.Tokens[i+1].Is(text.Capital) && !in(calendar, f.d.Lower(i+1)) {
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
		if fresh && (in(calendar, f.d.Lower(i)) || f.d.Tokens[i].Kind == text.Punct || f.d.Tokens[i].Kind == text.Quote) {
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
	return ok && r.Span.Start <= int(f.d.Tokens[i].Start) && int(f.d.Tokens[i].Start) < r.Span.End
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
	if !in(determiners, w) && w != "others" {
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
		if d.Tokens[i].Is(text.Capital) && in(calendar, w) && !in(determiners, d.Lower(i-1)) {
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

// parts are the words of the closed classes, and verbs common enough to be told
// from nouns by themselves.
var parts = partTable(
	determiner, "the a an his her its their our my your this these those another several few most two three four five six seven eight nine ten other each every no any",
	pronoun, "he she they it we i you one some many others someone everyone nobody both neither none all",
	preposition, "in on at for during after before by with of from to under over about despite following outside inside against through like into toward towards among between without within near behind beyond amid upon via per throughout across around besides regarding until since",
	opener, "that while when because although though if whether what how why where than unless once whereas as so",
	joining, "and but or nor yet &",
	relative, "who which whose whom",
	verb, "is was are were has have had will would can could did does do may might must should isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't wouldn’t wouldn't can’t can't couldn’t couldn't didn’t didn't doesn’t doesn't don’t don't shouldn’t shouldn't",
	verb, "became began broke brought built came chose drew fell fought gave got grew held kept knew laid led left lost made meant met paid ran rose sat sent set shook spent stood struck swore taught threw took went won wore",
	verb, "becomes begins brings comes gives gets goes keeps knows leads leaves makes means needs runs seems sends sits takes tries turns wants works",
	adverb, "also not never ever still just even now then here there again already once later earlier today yesterday meanwhile however instead perhaps too rather often always soon afterward afterwards indeed",
)

func partTable(rows ...any) map[string]part {
	m := make(map[string]part, 256)
	for i := 0; i+1 < len(rows); i += 2 {
		for w := range strings.FieldsSeq(rows[i+1].(string)) {
			if _, ok := m[w]; !ok {
				m[w] = rows[i].(part)
			}
		}
	}
	return m
}
