package people

import (
	"slices"
	"strings"

	"onrecord/model/text"
)

// reach is how many sentences back a pronoun looks for a name.
const reach = 6

// candidate is a mention that a pronoun may stand for.
type candidate struct {
	entity          int32
	first           int32
	sentence, block int32
	weight          int8 // how salient the mention is by itself
	speaker         bool // it speaks: "X said"
	quoted          bool // it stands inside quotation marks
	subject         bool
}

// How much the place of a mention says for it.
const (
	asSubject   = 4  // the first of its sentence
	asClause    = 2  // the first of a clause inside it
	asSpeaker   = 2  // more, when it speaks
	asOblique   = -2 // behind a preposition
	asPossessor = -4 // "X’s lawyer"
	asQuoted    = -7 // somebody else's words, for a pronoun outside of them
	sameGender  = 2  // known, not only not spoken against
	perSentence = -3
	perBlock    = -1
)

// maxRecent bounds the mentions that a pronoun chooses from.
const maxRecent = 24

// bind adds the pronouns, and the nouns with "the" that stand for a person or
// body named before.
func (f *finder) bind() {
	d := f.d
	named := f.found.Mentions // in text order
	next := 0                 // first of named not before token i
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if d.Blocks[s.Block].Kind == text.Furniture {
			continue
		}
		if d.Tokens[s.First].Is(text.BlockStart) {
			f.inMarks = false
		}
		taken := false // the sentence has a subject
		for i := s.First; i < s.End; i++ {
			if next < len(named) && named[next].First == i {
				taken = f.offer(&named[next], si, taken) || taken
				i = max(named[next].End-1, i)
				next++
				continue
			}
			c := f.cls[i]
			if c&(isHe|isShe|isThe) == 0 {
				if d.Tokens[i].Kind == text.Quote {
					f.mark(i)
				} else if next > 0 && i+1 < s.End && f.cls[i+1]&isSpeech != 0 {
					f.collective(i, named[:next])
				}
				continue
			}
			if c&isThe != 0 {
				if i+1 < s.End && f.owner[i+1] < 0 {
					if m, ok := f.nominal(named[:next], i, s.End); ok {
						f.bound = append(f.bound, m)
					}
				}
				continue
			}
			g := Male
			if c&isShe != 0 {
				g = Female
			}
			if e := f.antecedent(si, i, g); e >= 0 {
				m := Mention{Span: d.Tokens[i].Span(), First: i, End: i + 1, Entity: int(e), Form: Pronoun}
				f.bound = append(f.bound, m)
				if w := d.Lower(i); w == "he" || w == "she" {
					taken = f.offer(&m, si, taken) || taken
				}
			}
		}
	}
	if len(f.bound) == 0 {
		return
	}
	all := append(named, f.bound...)
	slices.SortFunc(all, func(a, b Mention) int { return a.First - b.First })
	f.found.Mentions = all
}

// mark notes that a quotation opens or closes at token i.
func (f *finder) mark(i int) {
	switch f.d.Word(i) {
	case "“", "«", "„", "``":
		f.inMarks = true
	case "”", "»", "''":
		f.inMarks = false
	case "\"":
		f.inMarks = !f.inMarks
	}
}

// offer makes a mention of a person one that later pronouns may stand for, and
// reports whether it is the subject of its sentence.
func (f *finder) offer(m *Mention, si int, taken bool) bool {
	if f.found.Entities[m.Entity].Kind != Person {
		return false
	}
	d := f.d
	s := &d.Sentences[si]
	c := candidate{entity: int32(m.Entity), first: int32(m.First), sentence: int32(si), block: int32(s.Block), quoted: f.inMarks}
	before := m.First - 1
	for k := 0; k < 8 && before > s.First && f.owner[before] < 0 && (f.cls[before]&(isRole|isThe) != 0 || nameWord(d, before)); k++ {
		before--
	}
	c.speaker = m.End < s.End && f.cls[m.End]&isSpeech != 0 || m.First > s.First && f.cls[m.First-1]&isSpeech != 0 && !d.Tokens[m.First-1].Is(text.Capital)
	switch {
	case m.End < s.End && d.Tokens[m.End].Kind == text.Clitic:
		c.weight = asPossessor
	case c.speaker:
		c.weight, c.subject = asSubject+asSpeaker, true
	case before >= s.First && before < m.First && f.cls[before]&isPreposition != 0:
		c.weight = asOblique
	case !taken:
		c.weight, c.subject = asSubject, true
	case before >= s.First && f.cls[before]&isClause != 0:
		c.weight, c.subject = asClause, true
	}
	if len(f.recent) == maxRecent {
		f.recent = append(f.recent[:0], f.recent[maxRecent/2:]...)
	}
	f.recent = append(f.recent, c)
	return c.subject && !f.inMarks
}

// antecedent returns the person that a pronoun of gender g at token i means: the
// most salient one whose gender does not speak against it, or -1. Subjects and
// speakers come first, then who is named near; who is named only as a possessor or
// in somebody's quoted words comes last.
func (f *finder) antecedent(si, i int, g Gender) int32 {
	d := f.d
	block := int32(d.Sentences[si].Block)
	best, most := -1, 0
	for k := len(f.recent) - 1; k >= 0; k-- {
		c := &f.recent[k]
		back := si - int(c.sentence)
		if back >= reach {
			break
		}
		e := &f.found.Entities[c.entity]
		if e.Gender != g && e.Gender != Unknown {
			continue
		}
		w := int(c.weight) + back*perSentence + min(3, int(block-c.block))*perBlock
		if e.Gender == g {
			w += sameGender
		}
		switch {
		case c.quoted && !f.inMarks:
			w += asQuoted
		case f.inMarks && !c.quoted && c.speaker && back == 0:
			w += asQuoted // who speaks says I
		}
		if back == 0 && c.subject && d.Lower(i) == "him" && f.sameClause(int(c.first), i) {
			continue // "Smith told him"
		}
		if best < 0 || w > most {
			best, most = k, w
		}
	}
	if best < 0 {
		return -1
	}
	e := f.recent[best].entity
	if f.found.Entities[e].Gender == Unknown && f.recent[best].weight > 0 {
		f.found.Entities[e].Gender = g
	}
	return e
}

// sameClause reports whether nothing between two tokens begins a clause.
func (f *finder) sameClause(a, b int) bool {
	if b-a > 30 {
		return false
	}
	for i := a; i < b; i++ {
		if f.cls[i]&isClause != 0 || f.d.Word(i) == "," {
			return false
		}
	}
	return true
}

// collective binds "it" and "they" that speak to the body named last.
func (f *finder) collective(i int, before []Mention) {
	w := f.d.Lower(i)
	if w != "it" && w != "they" {
		return
	}
	const back = 8 // mentions
	si := f.d.SentenceAt(i)
	for k := len(before) - 1; k >= 0 && k >= len(before)-back; k-- {
		m := &before[k]
		if m.First < f.d.Sentences[max(0, si-2)].First {
			return
		}
		if f.found.Entities[m.Entity].Kind == Person {
			if w == "they" {
				return // perhaps several persons
			}
			continue
		}
		if m.End < i && f.d.Tokens[m.End].Kind != text.Clitic {
			f.bound = append(f.bound, Mention{Span: f.d.Tokens[i].Span(), First: i, End: i + 1, Entity: m.Entity, Form: Pronoun})
			return
		}
	}
}

// nominal reads "the council", "the director" or "the company" at token i, when
// the last body of that kind or the last person of that role is known.
func (f *finder) nominal(before []Mention, i, limit int) (Mention, bool) {
	d := f.d
	c := f.cls[i+1]
	if c&(isBody|isRole|isCompany) == 0 {
		return Mention{}, false
	}
	w := d.Lower(i + 1)
	end := i + 2
	if c&isRole != 0 && end < limit && f.cls[end]&isRole != 0 && f.owner[end] < 0 { // the chief executive
		w = d.Lower(end)
		end++
	}
	const most = 40 // mentions looked back on
	company := -1
	for k := len(before) - 1; k >= 0 && k >= len(before)-most; k-- {
		e := &f.found.Entities[before[k].Entity]
		fits := false
		if e.Kind == Organisation {
			name := f.notes[before[k].Entity].folded
			fits = c&isBody != 0 && lastWord(name) == w
			if c&isCompany != 0 && company < 0 && classOf(lastWord(name))&isOfficial == 0 && classOf(firstWord(name))&isOfficial == 0 && f.subjectBody(&before[k]) {
				company = before[k].Entity
			}
		} else if c&isRole != 0 {
			const few = 8
			for _, r := range e.Roles[:min(len(e.Roles), few)] {
				fits = fits || len(r.Text) < 200 && hasWord(r.Text, w)
			}
		}
		if fits {
			return Mention{Span: d.SpanOf(i, end), First: i, End: end, Entity: before[k].Entity, Form: Nominal}, true
		}
	}
	if company >= 0 {
		return Mention{Span: d.SpanOf(i, i+2), First: i, End: i + 2, Entity: company, Form: Nominal}, true
	}
	return Mention{}, false
}

// subjectBody reports whether a body is neither a possessor nor behind a
// preposition.
func (f *finder) subjectBody(m *Mention) bool {
	if m.End < len(f.d.Tokens) && f.d.Tokens[m.End].Kind == text.Clitic {
		return false
	}
	return m.First == 0 || f.cls[m.First-1]&isPreposition == 0
}

// hasWord reports whether the role text holds the word w, in lower case, as a post of its
// own: who is vice president is not "the president".
func hasWord(role, w string) bool {
	for i := 0; i+len(w) <= len(role); i++ {
		if (i == 0 || !letter(role[i-1])) && equalFold(role[i:i+len(w)], w) && (i+len(w) == len(role) || !letter(role[i+len(w)])) {
			before := strings.TrimRight(role[:i], " -")
			if !lesser.Has(strings.ToLower(before[strings.LastIndexAny(before, " -,")+1:])) {
				return true
			}
		}
	}
	return false
}

// lesser stand before a post that is another's.
var lesser = text.SetOf("vice", "deputy", "assistant", "associate", "former", "acting", "ex", "past", "junior", "shadow")

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

func equalFold(a, b string) bool {
	for i := range len(a) {
		c := a[i]
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c != b[i] {
			return false
		}
	}
	return true
}

// sortRoles puts the roles of each entity in text order, where RoleAt seeks them.
func (f *finder) sortRoles() {
	for e := range f.found.Entities {
		slices.SortStableFunc(f.found.Entities[e].Roles, func(a, b Role) int { return int(a.Span.Start - b.Span.Start) })
	}
}
