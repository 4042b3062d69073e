package people

import (
	"strings"

	"onrecord/model/text"
)

// Find returns the people and organisations of d. It is linear in the tokens of
// d but for names looked up in maps.
func Find(d *text.Doc) *Found {
	f := &finder{d: d, runs: runs(d), byName: map[string]int{}, byLast: map[string][]int{}}
	f.owner = make([]int32, len(d.Tokens))
	for i := range f.owner {
		f.owner[i] = -1
	}
	f.strangers()
	f.agents()
	for i := range f.runs {
		f.whole(i)
	}
	for i := range f.runs {
		f.part(i)
	}
	f.mention()
	f.roles()
	f.bind()
	return &f.found
}

// At returns the mention that token i is part of. ok is false when none is.
func (f *Found) At(token int) (mention int, ok bool) {
	lo, hi := 0, len(f.Mentions)
	for lo < hi {
		mid := (lo + hi) / 2
		if f.Mentions[mid].End <= token {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(f.Mentions) && f.Mentions[lo].First <= token
}

type finder struct {
	d      *text.Doc
	runs   []run
	entity []int // of each run, -1 for none
	found  Found
	byName map[string]int   // folded full name
	byLast map[string][]int // folded last word of persons
	owner  []int32          // of each token: the run of a person or body it belongs to, or -1
}

// strangers decides which runs of unknown words are persons: one of their
// occurrences stands where only a person can.
func (f *finder) strangers() {
	person := map[string]bool{}
	for _, r := range f.runs {
		if r.kind == stranger && !person[f.name(r)] && f.actsAsPerson(r) {
			person[f.name(r)] = true
		}
	}
	f.entity = make([]int, len(f.runs))
	for i := range f.runs {
		f.entity[i] = -1
		if f.runs[i].kind == stranger && person[f.name(f.runs[i])] {
			f.runs[i].kind = full
		}
	}
}

// agents decides which single words are bodies: they do, twice or more, what a
// person or a body does, and are nobody's first name.
func (f *finder) agents() {
	acts := map[string]int{}
	for _, r := range f.runs {
		if r.kind != single || r.end >= len(f.d.Tokens) || in(notNames, f.d.Lower(r.first)) {
			continue
		}
		i := r.end
		if w := f.d.Lower(i); w == "has" || w == "have" || w == "had" || w == "also" || w == "will" {
			i++
		}
		if i < len(f.d.Tokens) && in(deeds, f.d.Lower(i)) {
			acts[f.d.Word(r.first)]++
		}
	}
	for i := range f.runs {
		r := &f.runs[i]
		if r.kind != single || acts[f.d.Word(r.first)] < 2 {
			continue
		}
		if _, ok := firstName(f.d.Lower(r.first)); !ok && !f.lastNameOfFull(f.d.Lower(r.first)) {
			r.kind = body
		}
	}
}

// lastNameOfFull reports whether a person of the document has the last name.
func (f *finder) lastNameOfFull(low string) bool {
	for _, r := range f.runs {
		if (r.kind == full || r.kind == titled) && f.d.Lower(r.end-1) == low {
			return true
		}
	}
	return false
}

// deeds are what persons and bodies do, and places hardly ever.
var deeds = set("announced", "approved", "claimed", "confirmed", "declined", "denied", "found", "identified", "inspected", "investigated", "issued", "launched", "ordered", "published", "recommended", "reported", "ruled", "said", "says", "told", "wrote")

// actsAsPerson reports whether the run speaks, has an age, or has a role beside
// it.
func (f *finder) actsAsPerson(r run) bool {
	d := f.d
	s := d.Sentences[d.SentenceAt(r.first)]
	if r.end < s.End {
		if in(speaks, d.Lower(r.end)) {
			return true
		}
		if d.Word(r.end) == "," && r.end+2 < s.End {
			next := d.Lower(r.end + 1)
			if next == "who" || d.Tokens[r.end+1].Kind == text.Number && d.Word(r.end+2) == "," {
				return true
			}
			if sp, _ := f.roleAfter(r); !sp.Empty() {
				return true
			}
		}
	}
	if r.title > s.First {
		prev := d.Lower(r.title - 1)
		return in(speaks, prev) || in(roleNouns, prev)
	}
	return false
}

// speaks are the commonest verbs that only a person or a body does.
var speaks = set("said", "says", "told", "added", "asked", "explained", "argued", "admitted", "claimed", "insisted", "wrote", "tweeted", "replied", "warned")

// name returns the words of a run without its title, as one string.
func (f *finder) name(r run) string {
	sp := f.d.SpanOf(r.first, r.end)
	s := sp.Of(f.d.Text)
	if strings.ContainsAny(s, "\n\t\u00a0") {
		return strings.Join(strings.Fields(s), " ")
	}
	return s
}

func (f *finder) add(name string, kind Kind, g Gender) int {
	e := len(f.found.Entities)
	f.found.Entities = append(f.found.Entities, Entity{Kind: kind, Name: name, Gender: g})
	f.byName[strings.ToLower(name)] = e
	if kind == Person {
		last := lastWord(name)
		f.byLast[last] = append(f.byLast[last], e)
	}
	return e
}

func lastWord(name string) string {
	name = strings.ToLower(name)
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// whole takes the runs that name their entity in full.
func (f *finder) whole(i int) {
	r := f.runs[i]
	name := ""
	switch {
	case r.kind == body:
		name = f.name(r)
		e, ok := f.byName[strings.ToLower(name)]
		if !ok {
			e = f.add(name, Organisation, Unknown)
		}
		f.entity[i] = e
		return
	case r.kind == full, r.kind == titled && r.end-r.first > 1:
		name = f.name(r)
	default:
		return
	}
	g := r.gender
	if g == Unknown {
		g, _ = firstName(f.d.Lower(r.first))
	}
	e, ok := f.byName[strings.ToLower(name)]
	if !ok {
		e, ok = f.variant(name)
	}
	if !ok {
		e = f.add(name, Person, g)
	}
	if f.found.Entities[e].Gender == Unknown {
		f.found.Entities[e].Gender = g
	}
	f.entity[i] = e
}

// variant finds the person of the same last name whose first name is spelt almost
// the same, or is shortened to an initial: Daryl and Darryl, M. Price.
func (f *finder) variant(name string) (int, bool) {
	for _, e := range f.byLast[lastWord(name)] {
		if SameFirstName(f.found.Entities[e].Name, name) {
			return e, true
		}
	}
	return 0, false
}

// SameFirstName reports whether two full names of one last name have first names
// that are spellings of one another (one letter more, less or other, in names of
// four letters or more that begin alike) or an initial and a name that begins
// with it. It says nothing of the last names.
func SameFirstName(a, b string) bool {
	a, b = firstWord(a), firstWord(b)
	if a == b {
		return true
	}
	if a == "" || b == "" || a[0] != b[0] {
		return false
	}
	if len(a) == 1 || len(b) == 1 {
		return true
	}
	ga, _ := firstName(a)
	gb, _ := firstName(b)
	if ga != Unknown && gb != Unknown && ga != gb {
		return false
	}
	return len(a) >= 4 && len(b) >= 4 && oneEdit(a, b)
}

func firstWord(name string) string {
	name = strings.ToLower(name)
	if n := strings.IndexByte(name, ' '); n >= 0 {
		name = name[:n]
	}
	return strings.TrimSuffix(name, ".")
}

// oneEdit reports whether one inserted, deleted or replaced byte makes a of b.
func oneEdit(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// part takes the runs that name their entity by a part of its name, and titled
// last names that stand alone in the document.
func (f *finder) part(i int) {
	r := f.runs[i]
	if f.entity[i] >= 0 || r.kind != single && r.kind != titled {
		return
	}
	low := strings.ToLower(f.name(r))
	if e, ok := f.latest(f.byLast[low], i, r.gender); ok {
		f.entity[i] = e
		return
	}
	if r.kind == titled && !in(notNames, low) {
		e := f.add(f.d.SpanOf(r.title, r.end).Of(f.d.Text), Person, r.gender)
		f.entity[i] = e
		return
	}
	if _, ok := firstName(low); ok && r.kind == single && !in(notNames, low) {
		f.entity[i] = f.byFirst(low, i)
	}
}

// latest returns the one of several persons that is named last before run i, or
// first of all when none is, and whose gender does not speak against it.
func (f *finder) latest(of []int, i int, g Gender) (int, bool) {
	best, ok := 0, false
	for _, e := range of {
		eg := f.found.Entities[e].Gender
		if g != Unknown && eg != Unknown && g != eg {
			continue
		}
		if !ok || f.lastBefore(e, i) > f.lastBefore(best, i) {
			best, ok = e, true
		}
	}
	return best, ok
}

// lastBefore returns the last run before i that names e, at most 64 runs back.
func (f *finder) lastBefore(e, i int) int {
	for k := i - 1; k >= 0 && k >= i-64; k-- {
		if f.entity[k] == e {
			return k
		}
	}
	return -1
}

// byFirst returns the only person so called by the first name, or -1.
func (f *finder) byFirst(low string, i int) int {
	for k := i - 1; k >= 0 && k >= i-64; k-- {
		if e := f.entity[k]; e >= 0 && f.found.Entities[e].Kind == Person && firstWord(f.found.Entities[e].Name) == low {
			return e
		}
	}
	return -1
}

// mention lists the runs that name an entity, and its surface forms.
func (f *finder) mention() {
	d := f.d
	seen := map[string]bool{}
	for i, r := range f.runs {
		e := f.entity[i]
		if e < 0 {
			continue
		}
		form := FullName
		if r.kind == single || r.kind == titled && r.end-r.first == 1 {
			form = PartialName
		}
		for k := r.title; k < r.end; k++ {
			f.owner[k] = int32(i)
		}
		sp := d.SpanOf(r.title, r.end)
		f.found.Mentions = append(f.found.Mentions, Mention{Span: sp, First: r.title, End: r.end, Entity: e, Form: form})
		surface := strings.Join(strings.Fields(sp.Of(d.Text)), " ")
		if key := surface + "\x00" + f.found.Entities[e].Name; !seen[key] {
			seen[key] = true
			f.found.Entities[e].Aliases = append(f.found.Entities[e].Aliases, surface)
		}
	}
}
