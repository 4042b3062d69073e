package people

import (
	"sort"

	"onrecord/model/text"
)

// maxRole bounds the length of a role in tokens.
const maxRole = 18

// roles gathers what the document says each person is: before the name, behind
// it, and on the line under it.
func (f *finder) roles() {
	for i, r := range f.runs {
		e := f.entity[i]
		if e < 0 || f.found.Entities[e].Kind != Person {
			continue
		}
		if sp, ok := f.roleBefore(r); ok {
			f.addRole(e, sp)
		}
		if sp, ok := f.roleAfter(r); ok {
			f.addRole(e, sp)
		}
		if sp, ok := f.roleUnder(r); ok {
			f.addRole(e, sp)
		}
	}
	f.sortRoles()
}

func (f *finder) addRole(e int32, sp text.Span) {
	ent := &f.found.Entities[e]
	ent.Roles = append(ent.Roles, Role{oneLine(sp.Of(f.d.Text)), sp})
	if ent.Gender == Unknown {
		ent.Gender = f.genderOfRole(sp)
	}
}

// genderOfRole is what the noun that heads a role says: "mother of two",
// "spokeswoman".
func (f *finder) genderOfRole(sp text.Span) Gender {
	g := Unknown
	for i := f.d.TokenAt(int(sp.Start)); i < len(f.d.Tokens) && f.d.Tokens[i].Start < sp.End; i++ {
		if f.cls[i]&(isPreposition|isClause) != 0 || f.d.Word(i) == "," {
			break
		}
		if f.cls[i]&isRole != 0 {
			g = f.cls[i].roleGender()
		}
	}
	return g
}

// RoleAt returns the role that stands beside the mention m, as written there.
func (f *Found) RoleAt(m Mention) (Role, bool) {
	const near = 160 // bytes between a name and a role that is said with it
	roles := f.Entities[m.Entity].Roles
	k := sort.Search(len(roles), func(i int) bool { return roles[i].Span.Start >= m.Span.Start })
	for _, r := range roles[max(0, k-2):min(len(roles), k+2)] {
		if r.Span.End <= m.Span.Start && m.Span.Start-r.Span.End <= 3 || r.Span.Start >= m.Span.End && r.Span.Start-m.Span.End <= 6 && r.Span.End-m.Span.End < near {
			return r, true
		}
	}
	return Role{}, false
}

// roleBefore reads "director of children’s services Darryl Freeman" and
// "Corporate Director for Children, Darryl Freeman,".
func (f *finder) roleBefore(r run) (text.Span, bool) {
	d := f.d
	s := d.Sentences[d.SentenceAt(r.title)]
	end := r.title
	comma := false
	if end-1 > s.First && d.Word(end-1) == "," {
		comma = true
		end--
	}
	start := end
	for start > s.First && end-start < maxRole && f.inRole(start-1) {
		start--
	}
	start = f.trimRoleStart(start, end)
	if start >= end {
		return text.Span{}, false
	}
	if w := d.Lower(end - 1); w == "and" || w == "or" || w == "&" || !f.headedRole(start, end) {
		return text.Span{}, false
	}
	if comma && (start > s.First+1 || end-start > maxRole) && !d.Tokens[start].Is(text.Capital) && start > s.First && d.Word(start-1) != "," {
		return text.Span{}, false // "… asked the director, Mary Jones": the role of the name behind it all the same
	}
	if comma && f.nameEndsAt(start) {
		return text.Span{}, false // "Mary Jones, director, John Smith": hers
	}
	return d.SpanOf(start, end), true
}

// nameEndsAt reports whether a person's name ends right before token i, perhaps
// with a comma between.
func (f *finder) nameEndsAt(i int) bool {
	for i--; i >= 0 && (f.d.Word(i) == "," || f.d.Lower(i) == "the" || f.d.Lower(i) == "a"); i-- {
	}
	return i >= 0 && f.ofPerson(i)
}

// ofPerson reports whether token i is part of a person's name.
func (f *finder) ofPerson(i int) bool {
	o := f.owner[i]
	return o >= 0 && f.found.Entities[f.entity[o]].Kind == Person
}

// inRole reports whether token i can stand inside a role.
func (f *finder) inRole(i int) bool {
	d := f.d
	switch d.Tokens[i].Kind {
	case text.Clitic:
		return true
	case text.Word:
		return f.cls[i]&isRoleStop == 0 && !f.ofPerson(i)
	case text.Number:
		return false
	case text.Quote:
		return d.Word(i) == "’" && i > 0 && !d.Tokens[i].Is(text.SpaceBefore)
	}
	return d.Word(i) == "&"
}

// roleStops end a role that is read backwards or forwards.
var roleStops = text.SetOf(
	"the", "a", "an", "his", "her", "its", "their", "our", "my", "this", "that", "these", "those", "who", "which", "whose", "whom", "when", "while", "where", "as", "by", "with", "from", "to", "on", "into", "about", "after", "before", "but", "or", "because",
	"is", "was", "are", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "did", "does", "do", "may", "might", "must", "should", "he", "she", "it", "they", "we", "i", "you",
	"said", "says", "say", "told", "tells", "added", "asked", "shared", "wrote", "called", "calls", "named", "including", "like", "such", "than", "not", "also", "there", "hears", "heard", "met", "made", "apologises", "apologised", "meanwhile", "then", "if", "since", "replied", "admitted",
)

// trimRoleStart cuts what cannot begin a role: a conjunction, a preposition, a mark.
func (f *finder) trimRoleStart(start, end int) int {
	for ; start < end; start++ {
		switch f.d.Lower(start) {
		case "and", "of", "for", "at", "in", "&":
			continue
		}
		if f.d.Tokens[start].Kind == text.Word {
			break
		}
	}
	return start
}

// headedRole reports whether the words hold a role noun that heads them: the last
// word, or one that "of", "for", "at", "and" or a comma follows.
func (f *finder) headedRole(start, end int) bool {
	d := f.d
	for i := start; i < end; i++ {
		if f.cls[i]&isRoles == 0 {
			continue
		}
		if i == end-1 {
			return true
		}
		switch d.Lower(i + 1) {
		case "of", "for", "at", "and", "in", ",", "&", "-", "–", "to", "on":
			return true
		}
		if f.cls[i+1]&isRole != 0 {
			continue
		}
		if d.Tokens[i].Is(text.Capital) && d.Tokens[i+1].Is(text.Capital) {
			return true
		}
	}
	return false
}

// roleAfter reads "Paul Walker, Chief Executive, Herefordshire Council" and
// "Paul Walker- Chief Executive".
func (f *finder) roleAfter(r run) (text.Span, bool) {
	d := f.d
	s := d.Sentences[d.SentenceAt(r.first)]
	i := r.end
	if i+1 >= s.End {
		return text.Span{}, false
	}
	switch d.Word(i) {
	case ",", "-", "–", "—", "(":
		i++
	default:
		return text.Span{}, false
	}
	for i < s.End && (d.Lower(i) == "the" || d.Lower(i) == "a" || d.Lower(i) == "an" || d.Lower(i) == "his" || d.Lower(i) == "her") {
		i++
	}
	start, end := i, i
	for end < s.End && end-start < maxRole && (f.inRole(end) || f.ofThe(start, end)) {
		end++
	}
	if !f.headedRole(start, end) || end-start == maxRole {
		return text.Span{}, false
	}
	end = f.roleList(start, end, s.End)
	for end > start && (d.Lower(end-1) == "and" || d.Lower(end-1) == "in" || d.Lower(end-1) == "at" || d.Lower(end-1) == "for") {
		end--
	}
	return d.SpanOf(start, end), end > start
}

// ofThe reports whether the article at i stands inside a role: "chair of the
// committee".
func (f *finder) ofThe(start, i int) bool {
	if i == start || f.d.Lower(i) != "the" || i+1 >= len(f.d.Tokens) || !f.inRole(i+1) {
		return false
	}
	w := f.d.Lower(i - 1)
	return w == "of" || w == "for" || w == "at"
}

// roleList extends a role in capitals over a comma: to the body that it belongs
// to, or through a list of duties.
func (f *finder) roleList(start, end, limit int) int {
	d := f.d
	for end+1 < limit && d.Word(end) == "," && nameWord(d, end+1) && !f.ofPerson(end+1) && d.Tokens[start].Is(text.Capital) {
		k := end + 1
		for k < limit && k-start < maxRole && f.inRole(k) && (nameWord(d, k) || f.cls[k]&isRoleJoin != 0 || d.Tokens[k].Kind == text.Clitic) {
			k++
		}
		for k > end+1 && f.cls[k-1]&isRoleJoin != 0 {
			k--
		}
		if k == end+1 {
			return end
		}
		end = k
	}
	return end
}

var roleJoins = text.SetOf("and", "of", "for", "&")

// roleUnder reads the line under a name that stands alone on its own: a
// signature's second line.
func (f *finder) roleUnder(r run) (text.Span, bool) {
	d := f.d
	bi := d.BlockAt(r.first)
	b := &d.Blocks[bi]
	if b.First != r.title || b.End > r.end+1 || b.End == r.end+1 && d.Word(r.end) != "," {
		return text.Span{}, false
	}
	if bi+1 >= len(d.Blocks) {
		return text.Span{}, false
	}
	u := &d.Blocks[bi+1]
	if u.End-u.First > maxRole || u.Kind == text.Furniture || d.Tokens[u.First].Kind != text.Word {
		return text.Span{}, false
	}
	for i := u.First; i < u.End; i++ {
		if f.cls[i]&isRoles != 0 {
			return u.Span, d.Word(u.End-1) != "."
		}
	}
	return text.Span{}, false
}
