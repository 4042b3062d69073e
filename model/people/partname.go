package people

// namesakes are the persons of one last name.
type namesakes struct {
	all    []int32  // in the order of their first full names
	recent [4]int32 // entity+1, the latest named first
}

// most bounds how many persons of one last name are compared.
const most = 32

// part takes the runs that name their entity by a part of its name, and titled
// last names that stand alone in the document.
func (f *finder) part(i int) {
	r := f.runs[i]
	if e := f.entity[i]; e >= 0 {
		if f.found.Entities[e].Kind == Person {
			base, _ := cutGeneration(f.notes[e].folded)
			f.named(e, f.byLast[lastPart(base)])
		}
		return
	}
	if r.kind != single && r.kind != titled {
		return
	}
	f.buf = appendFold(f.buf[:0], f.d.SpanOf(r.first, r.end).Of(f.d.Text))
	last := f.buf
	for k := len(last) - 1; k >= 0; k-- {
		if last[k] == ' ' || last[k] == '-' {
			last = last[k+1:]
			break
		}
	}
	if k, ok := f.byLast[string(last)]; ok {
		if e, ok := f.latest(k, r); ok {
			f.entity[i] = e
			f.named(e, k)
			if f.found.Entities[e].Gender == Unknown {
				f.found.Entities[e].Gender = r.gender
			}
			return
		}
	}
	c := f.cls[r.first]
	if r.kind == titled {
		if c&isNotName == 0 {
			f.entity[i] = f.alone(f.d.SpanOf(r.title, r.end).Of(f.d.Text), r)
		}
		return
	}
	if c&(isNotName|isBody|isRole|isLead) != 0 {
		return
	}
	if e, ok := f.byBody[string(f.buf)]; ok {
		f.entity[i] = e
		return
	}
	if e, ok := f.byFirst[string(f.buf)]; ok && (c&isPlace == 0 || r.sure) {
		f.entity[i] = f.firstNamed(e, i)
		return
	}
	if r.sure && c&isPlace == 0 {
		f.entity[i] = f.alone(f.name(r), r)
	}
}

// alone adds a person whom the document names by one name only.
func (f *finder) alone(name string, r run) int32 {
	g := r.gender
	if g == Unknown && r.kind == single {
		g = f.cls[r.first].nameGender()
	}
	e := f.addPerson(oneLine(name), string(f.buf), g)
	if r.title < r.first {
		f.notes[e].rank = ranks[f.d.Lower(r.title)]
	}
	base, _ := cutGeneration(f.notes[e].folded)
	f.named(e, f.byLast[lastPart(base)])
	return e
}

// named puts e before the others of its last name.
func (f *finder) named(e, last int32) {
	rec := &f.lasts[last].recent
	k := 0
	for k < len(rec)-1 && rec[k] != e+1 && rec[k] != 0 {
		k++
	}
	copy(rec[1:k+1], rec[:k])
	rec[0] = e + 1
}

// latest returns the person of a last name that run r means: who bears the title
// too, else the one that is named last before, else the first of all; never one
// whose gender speaks against it.
func (f *finder) latest(last int32, r run) (int32, bool) {
	rank := uint8(0)
	if r.title < r.first {
		rank = ranks[f.d.Lower(r.title)]
	}
	fits := func(e int32) bool {
		g := f.found.Entities[e].Gender
		return (g == Unknown || r.gender == Unknown || g == r.gender) && f.ends(e)
	}
	best, ok := int32(0), false
	l := &f.lasts[last]
	for _, e := range l.recent {
		if e == 0 || !fits(e-1) {
			continue
		}
		switch b := &f.found.Entities[best]; {
		case !ok:
			best, ok = e-1, true
		case r.gender != Unknown && b.Gender == Unknown && f.found.Entities[e-1].Gender == r.gender && f.notes[e-1].sentence == f.notes[best].sentence:
			best = e - 1 // of two named together, the one whose first name says so
		}
		if rank != 0 && f.notes[e-1].rank == rank {
			return e - 1, true
		}
	}
	if ok && (rank == 0 || f.notes[best].rank == 0) {
		return best, true
	}
	for _, e := range l.all[:min(len(l.all), most)] {
		if fits(e) && (!ok || rank != 0 && f.notes[e].rank == rank) {
			return e, true
		}
	}
	return best, ok
}

// ends reports whether the name of e ends in the words of f.buf.
func (f *finder) ends(e int32) bool {
	base, _ := cutGeneration(f.notes[e].folded)
	return endsWith(base, f.buf)
}

// firstNamed returns the person of e's first name that is named last before run i.
func (f *finder) firstNamed(e int32, i int) int32 {
	first := firstWord(f.notes[e].folded)
	const back = 64 // runs
	for k := i - 1; k >= 0 && k >= i-back; k-- {
		if o := f.entity[k]; o == e || o >= 0 && f.found.Entities[o].Kind == Person && firstWord(f.notes[o].folded) == first {
			return o
		}
	}
	return e
}
