package people

import (
	"sort"

	"onrecord/model/text"
)

// reach is how many sentences back a pronoun looks for a name.
const reach = 6

// bind adds the pronouns, and the nouns with "the" that stand for a person or
// body named before.
func (f *finder) bind() {
	d := f.d
	named := f.found.Mentions // in text order
	var bound []Mention
	next := 0 // first of named not before token i
	for si := range d.Sentences {
		s := &d.Sentences[si]
		if d.Blocks[s.Block].Kind == text.Furniture {
			continue
		}
		for i := s.First; i < s.End; i++ {
			for next < len(named) && named[next].First < i {
				next++
			}
			if d.Tokens[i].Kind != text.Word || f.owner[i] >= 0 {
				continue
			}
			low := d.Lower(i)
			if g, ok := pronouns[low]; ok {
				if e := f.antecedent(named[:next], si, g); e >= 0 {
					bound = append(bound, Mention{Span: d.Tokens[i].Span(), First: i, End: i + 1, Entity: e, Form: Pronoun})
				}
				continue
			}
			if low == "the" && i+1 < s.End && f.owner[i+1] < 0 {
				if m, ok := f.nominal(named[:next], i); ok {
					bound = append(bound, m)
				}
			}
		}
	}
	f.found.Mentions = append(named, bound...)
	sort.Slice(f.found.Mentions, func(a, b int) bool { return f.found.Mentions[a].First < f.found.Mentions[b].First })
}

// antecedent returns the person that a pronoun of gender g in sentence si means:
// the first person named in the sentence, else in the one before it, and so on,
// whose gender does not speak against it. Subjects come first in English; that
// is what makes the first name of a sentence the better guess.
func (f *finder) antecedent(before []Mention, si int, g Gender) int {
	d := f.d
	for back := si; back >= 0 && back > si-reach; back-- {
		s := d.Sentences[back]
		lo := sort.Search(len(before), func(i int) bool { return before[i].First >= s.First })
		for _, m := range before[lo:] {
			if m.First >= s.End {
				break
			}
			e := &f.found.Entities[m.Entity]
			if e.Kind == Person && (e.Gender == g || e.Gender == Unknown) {
				e.Gender = g
				return m.Entity
			}
		}
	}
	return -1
}

// nominal reads "the council" or "the director" at token i, when the last body
// of that kind or the last person of that role is known.
func (f *finder) nominal(before []Mention, i int) (Mention, bool) {
	d := f.d
	w := d.Lower(i + 1)
	isBody, isRole := in(bodies, w), in(roleNouns, w)
	if !isBody && !isRole {
		return Mention{}, false
	}
	end := i + 2
	if isRole && end < len(d.Tokens) && in(roleNouns, d.Lower(end)) { // the chief executive
		w = d.Lower(end)
		end++
	}
	const most = 40 // mentions looked back on
	for k := len(before) - 1; k >= 0 && k >= len(before)-most; k-- {
		e := &f.found.Entities[before[k].Entity]
		fits := isBody && e.Kind == Organisation && lastWord(e.Name) == w
		for _, r := range e.Roles {
			fits = fits || isRole && e.Kind == Person && hasWord(r.Text, w)
		}
		if fits {
			return Mention{Span: d.SpanOf(i, end), First: i, End: end, Entity: before[k].Entity, Form: Nominal}, true
		}
	}
	return Mention{}, false
}

// hasWord reports whether the role text holds the word w, in lower case.
func hasWord(role, w string) bool {
	for i := 0; i+len(w) <= len(role); i++ {
		if (i == 0 || !letter(role[i-1])) && equalFold(role[i:i+len(w)], w) && (i+len(w) == len(role) || !letter(role[i+len(w)])) {
			return true
		}
	}
	return false
}

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
