package people

// whole takes the runs that name their entity in full.
func (f *finder) whole(i int) {
	r := &f.runs[i]
	switch {
	case r.kind == body:
		f.entity[i] = f.body(*r)
	case r.kind == full, r.kind == titled && r.end-r.first > 1:
		f.entity[i] = f.person(*r)
	case f.spouse(i):
		f.entity[i] = f.withLastOf(i)
	}
}

// spouse reports whether run i is the first of two who share the last name that
// only the second is given: "Ellie and Jordan Marchant".
func (f *finder) spouse(i int) bool {
	r := &f.runs[i]
	if r.kind != single || i+1 >= len(f.runs) || f.cls[r.first]&(isFirstName|isPlace|isNotName) != isFirstName {
		return false
	}
	n := &f.runs[i+1]
	return n.kind == full && n.title == n.first && n.end-n.first == 2 && n.first == r.end+1 && f.d.Lower(r.end) == "and" && f.cls[n.first]&isFirstName != 0 &&
		(r.first == 0 || f.d.Lower(r.first-1) != "and")
}

// withLastOf makes a person of run i with the last name of the run behind it, or
// finds the one who is so called already.
func (f *finder) withLastOf(i int) int32 {
	r, n := f.runs[i], f.runs[i+1]
	name := f.name(r) + " " + f.d.Word(n.end-1)
	f.buf = appendFold(f.buf[:0], name)
	if e, ok := f.byName[string(f.buf)]; ok {
		return e
	}
	folded := string(f.buf)
	e := f.addPerson(name, folded, f.cls[r.first].nameGender())
	f.byName[folded] = e
	f.notes[e].sentence = int32(f.d.SentenceAt(r.first))
	return e
}

// person places a full name: with the person so named, or of a spelling of it.
func (f *finder) person(r run) int32 {
	g := r.gender
	if g == Unknown {
		g = f.cls[r.first].nameGender()
	}
	f.buf = appendFold(f.buf[:0], f.d.SpanOf(r.first, r.end).Of(f.d.Text))
	if r.generation > 0 {
		f.buf = appendFold(append(f.buf, ' '), f.d.Lower(int(r.generation)))
	}
	s := int32(f.d.SentenceAt(r.first))
	e, ok := f.byName[string(f.buf)]
	if !ok {
		folded := string(f.buf)
		if e, ok = f.variant(folded, r, g, s); !ok && r.kind == titled && f.cls[r.first]&isFirstName == 0 {
			if k, has := f.byLast[lastPart(folded)]; has { // "Ms Rhodes White" is Anne Rhodes-White
				e, ok = f.latest(k, r)
			}
		}
		if !ok {
			e = f.addPerson(f.fullName(r), folded, g)
		}
		f.byName[folded] = e
	}
	if f.found.Entities[e].Gender == Unknown {
		f.found.Entities[e].Gender = g
	}
	f.notes[e].sentence = s
	if r.title < r.first && f.notes[e].rank == 0 {
		f.notes[e].rank = ranks[f.d.Lower(r.title)]
	}
	return e
}

// variant finds the person of the same last name whose first name is spelt almost
// the same, is short for the other, or is shortened to an initial: Daryl and
// Darryl, Bob and Robert, M. Price. Two that are named in one sentence are two.
func (f *finder) variant(folded string, r run, g Gender, sentence int32) (int32, bool) {
	base, _ := cutGeneration(folded)
	k, ok := f.byLast[lastPart(base)]
	if !ok {
		return 0, false
	}
	all := f.lasts[k].all
	best, how, several := int32(-1), Apart, false
	for _, e := range all[max(0, len(all)-most):] {
		n := &f.notes[e]
		if other, _ := cutGeneration(n.folded); lastWord(other) != lastWord(base) {
			continue
		}
		s := compare(n.folded, folded)
		if s == Apart || s != Equal && n.sentence == sentence || g != Unknown && f.found.Entities[e].Gender != Unknown && g != f.found.Entities[e].Gender {
			continue
		}
		switch {
		case best < 0 || s < how:
			best, how, several = e, s, false
		case s == how:
			several = true
		}
	}
	if best < 0 || several { // a J. Smith beside a John and a James Smith is neither for certain
		return 0, false
	}
	ent := &f.found.Entities[best]
	name := f.fullName(r)
	if how != Equal {
		why := "the last name is the same and the first names are " + how.String()
		ent.Merges = append(ent.Merges, Merge{Alias: name, Why: why, Span: f.d.SpanOf(r.first, r.end)})
	}
	if (how == Middle || how == Shortened) && len(folded) > len(f.notes[best].folded) {
		ent.Merges[len(ent.Merges)-1].Alias = ent.Name
	}
	if how != Nickname && how != Alike && len(folded) > len(f.notes[best].folded) {
		ent.Name = name
	}
	if len(folded) > len(f.notes[best].folded) && (how == Equal || how == Middle || how == Shortened) {
		f.notes[best].folded = folded
	}
	return best, true
}

// addPerson adds a person, to be found by the folded name.
func (f *finder) addPerson(name, folded string, g Gender) int32 {
	e := f.add(name, folded, Person, g)
	base, _ := cutGeneration(folded)
	last := lastPart(base)
	k, ok := f.byLast[last]
	if !ok {
		k = int32(len(f.lasts))
		if len(f.lasts) < cap(f.lasts) { // what the last document left there
			f.lasts = f.lasts[:k+1]
			f.lasts[k] = namesakes{all: f.lasts[k].all[:0]}
		} else {
			f.lasts = append(f.lasts, namesakes{})
		}
		f.byLast[last] = k
	}
	f.lasts[k].all = append(f.lasts[k].all, e)
	if first := firstWord(base); len(first) > 1 && len(first) < len(base) {
		if _, ok := f.byFirst[first]; !ok {
			f.byFirst[first] = e
		}
	}
	return e
}

func (f *finder) add(name, folded string, kind Kind, g Gender) int32 {
	e := int32(len(f.found.Entities))
	f.found.Entities = append(f.found.Entities, Entity{Kind: kind, Name: name, Gender: g})
	f.notes = append(f.notes, note{folded: folded, sentence: -1})
	return e
}
