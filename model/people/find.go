package people

import (
	"slices"
	"strings"
	"sync"

	"onrecord/model/text"
)

// Find returns the people and organisations of d. Its work is linear in the
// tokens of d: whatever looks back or through a list is bounded.
func Find(d *text.Doc) *Found {
	f := finders.Get().(*finder)
	f.reset(d)
	f.gather()
	f.strangers()
	for i := range f.runs {
		f.whole(i)
	}
	f.agents()
	for i := range f.runs {
		f.part(i)
	}
	f.mention()
	f.roles()
	f.bind()
	found := f.found
	f.release()
	return &found
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

// finder works through one document. Its slices and maps are used again for the
// next; nothing of them is in what Find returns.
type finder struct {
	d      *text.Doc
	cls    []class // of each token
	owner  []int32 // of each token: the run of a person or body it belongs to, or -1
	runs   []run
	entity []int32 // of each run, -1 for none
	found  Found
	notes  []note // of each entity

	byName  map[string]int32 // folded full name of persons
	byBody  map[string]int32 // key of bodies
	byFirst map[string]int32 // folded first name
	byLast  map[string]int32 // last part of the folded name, to lasts
	lasts   []namesakes
	short   map[string]letters // key of an acronym, to what it stands for
	acts    map[string]int     // words and names that act as persons or bodies do
	buf     []byte
	bound   []Mention
	recent  []candidate

	capsBlock int // the block that capsLine has read
	caps      bool
	inMarks   bool // bind is between quotation marks
}

// note is what the finder knows of an entity.
type note struct {
	folded   string
	sentence int32 // where it was named last
	rank     uint8
}

// namesakes are the persons of one last name.
type namesakes struct {
	all    []int32  // in the order of their first full names
	recent [4]int32 // entity+1, the latest named first
}

// most bounds how many persons of one last name are compared.
const most = 32

var finders = sync.Pool{New: func() any {
	return &finder{byName: map[string]int32{}, byBody: map[string]int32{}, byFirst: map[string]int32{}, byLast: map[string]int32{}, short: map[string]letters{}, acts: map[string]int{}}
}}

// keep bounds the tokens of a document whose room is kept for the next.
const keep = 1 << 16

func (f *finder) reset(d *text.Doc) {
	f.d = d
	n := len(d.Tokens)
	f.cls = slices.Grow(f.cls[:0], n)[:n]
	f.owner = slices.Grow(f.owner[:0], n)[:n]
	for i := range d.Tokens {
		f.owner[i] = -1
		f.cls[i] = 0
		if t := &d.Tokens[i]; t.Kind == text.Word {
			f.cls[i] = classOfToken(d.Lower(i), t)
		}
	}
	f.runs, f.entity, f.notes, f.lasts, f.bound, f.recent = f.runs[:0], f.entity[:0], f.notes[:0], f.lasts[:0], f.bound[:0], f.recent[:0]
	f.capsBlock, f.inMarks = -1, false
}

// release leaves nothing of the document in the finder, and keeps its room.
func (f *finder) release() {
	if cap(f.cls) > keep {
		return
	}
	f.d, f.found = nil, Found{}
	clear(f.notes)
	clear(f.byName)
	clear(f.byBody)
	clear(f.byFirst)
	clear(f.byLast)
	clear(f.short)
	clear(f.acts)
	finders.Put(f)
}

func classOfToken(low string, t *text.Token) class {
	c := classOf(low)
	if t.Is(text.Capital) {
		if g, ok := firstName(low); ok {
			c |= isFirstName
			switch g {
			case Female:
				c |= isFemale
			case Male:
				c |= isMale
			}
		}
	}
	return c
}

// strangers decides which runs of unknown words are persons, and which first
// names that stand alone: one of their occurrences stands where only a person can.
func (f *finder) strangers() {
	for _, r := range f.runs {
		if (r.kind == stranger || r.kind == single && !r.sure && f.cls[r.first]&(isFirstName|isNotName) == isFirstName) && f.actsAsPerson(r) {
			f.acts[f.name(r)] = 1
		}
	}
	for i := range f.runs {
		f.entity = append(f.entity, -1)
		r := &f.runs[i]
		if len(f.acts) == 0 || r.kind != stranger && r.kind != single {
			continue
		}
		if f.acts[f.name(*r)] == 0 {
			continue
		}
		if r.kind == single {
			r.sure = true
		} else {
			r.kind = full
		}
	}
	clear(f.acts)
}

// agents decides which single words are bodies: they do, twice or more, what a
// person or a body does, and are nobody's name.
func (f *finder) agents() {
	for _, r := range f.runs {
		if r.kind != single || r.sure || r.end >= len(f.d.Tokens) || f.cls[r.first]&(isNotName|isFirstName) != 0 {
			continue
		}
		i := r.end
		switch f.d.Lower(i) {
		case "has", "have", "had", "also", "will":
			i++
		}
		if i < len(f.d.Tokens) && f.cls[i]&isDeed != 0 {
			f.acts[f.d.Lower(r.first)]++
		}
	}
	if len(f.acts) == 0 {
		return
	}
	for i := range f.runs {
		r := &f.runs[i]
		if r.kind != single || f.acts[f.d.Lower(r.first)] < 2 {
			continue
		}
		f.buf = appendFold(f.buf[:0], f.d.Lower(r.first))
		if _, ok := f.byLast[string(f.buf)]; ok {
			continue
		}
		if _, ok := f.byFirst[string(f.buf)]; !ok {
			r.kind = body
			f.whole(i)
		}
	}
}

// deeds are what persons and bodies do, and places hardly ever.
var deeds = text.SetOf("announced", "approved", "claimed", "confirmed", "declined", "denied", "found", "identified", "inspected", "investigated", "issued", "launched", "ordered", "published", "recommended", "reported", "ruled", "said", "says", "told", "wrote")

// actsAsPerson reports whether the run speaks, has an age, or has a role beside
// it.
func (f *finder) actsAsPerson(r run) bool {
	d := f.d
	s := d.Sentences[d.SentenceAt(r.first)]
	place := f.cls[r.first]&isPlace != 0
	if r.title-2 >= s.First && d.Lower(r.title-1) == "and" && d.Tokens[r.title-2].Is(text.Capital) && r.kind != single { // "Ellie and Jordan Marchant"
		if _, ok := firstName(d.Lower(r.title - 2)); ok {
			return true
		}
	}
	if r.end < s.End {
		if f.cls[r.end]&isSpeech != 0 && !place {
			return true
		}
		if d.Word(r.end) == "," && r.end+2 < s.End {
			if d.Lower(r.end+1) == "who" || d.Tokens[r.end+1].Kind == text.Number && d.Tokens[r.end+1].End-d.Tokens[r.end+1].Start <= 2 && d.Word(r.end+2) == "," {
				return true
			}
			if sp, _ := f.roleAfter(r); !sp.Empty() && r.kind != single {
				return true
			}
		}
	}
	if r.title > s.First && !place && (r.end >= s.End || f.cls[r.end]&isFinite == 0) { // not "said Hexley Vale has …"
		return f.cls[r.title-1]&(isSpeech|isRole) != 0
	}
	return false
}

// speaks are the commonest verbs that only a person or a body does.
var speaks = text.SetOf("said", "says", "told", "added", "asked", "explained", "argued", "admitted", "claimed", "insisted", "wrote", "tweeted", "replied", "warned")

// name returns the words of a run without its title, as one string.
func (f *finder) name(r run) string { return f.words(r.first, r.end) }

// fullName is the name with the "Jr" behind it.
func (f *finder) fullName(r run) string {
	if r.generation > 0 {
		return f.name(r) + " " + f.d.Word(int(r.generation))
	}
	return f.name(r)
}

// words returns tokens [first, end) with single spaces.
func (f *finder) words(first, end int) string { return oneLine(f.d.SpanOf(first, end).Of(f.d.Text)) }

func oneLine(s string) string {
	space := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ' && !space:
			space = true
		case c <= ' ' || c == 0xc2: // perhaps a no-break space
			return strings.Join(strings.Fields(s), " ")
		default:
			space = false
		}
	}
	return s
}

func (f *finder) add(name, folded string, kind Kind, g Gender) int32 {
	e := int32(len(f.found.Entities))
	f.found.Entities = append(f.found.Entities, Entity{Kind: kind, Name: name, Gender: g})
	f.notes = append(f.notes, note{folded: folded, sentence: -1})
	return e
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

func (f *finder) body(r run) int32 {
	f.buf = appendBody(f.buf[:0], f.d.SpanOf(r.first, r.end).Of(f.d.Text))
	name := ""
	l, short := f.short[string(f.buf)]
	if short {
		name = l.name
		f.buf = appendBody(f.buf[:0], name)
	}
	if e, ok := f.byBody[string(f.buf)]; ok {
		return e
	}
	if name == "" {
		name = f.name(r)
	}
	key := string(f.buf)
	e := f.add(name, key, Organisation, Unknown)
	f.byBody[key] = e
	if short || f.bracketBehind(r) {
		if !short {
			l = f.short[BodyKey(f.d.Word(r.end+1))]
		}
		if l.name != "" {
			f.found.Entities[e].Merges = append(f.found.Entities[e].Merges, Merge{Alias: l.short, Why: "the letters stand in brackets beside the name", Span: l.span})
		}
	}
	if n := r.end - 1; n > r.first && f.cls[n]&isLegal != 0 && f.cls[r.first]&(isNotName|isFirstName|isPlace|isBody|isHeadBody) == 0 {
		f.buf = appendFold(f.buf[:0], f.d.Lower(r.first)) // "Samsung" of "Samsung Electronics Co"
		if _, ok := f.byBody[string(f.buf)]; !ok {
			f.byBody[string(f.buf)] = e
		}
	}
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

// lastWord returns the last word of a folded name, a hyphenated one in whole.
func lastWord(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }

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

// maxAliases bounds the surface forms that are kept of one entity.
const maxAliases = 64

// mention lists the runs that name an entity, and its surface forms.
func (f *finder) mention() {
	d := f.d
	n := 0
	for _, e := range f.entity {
		if e >= 0 {
			n++
		}
	}
	f.found.Mentions = make([]Mention, 0, n+n/2)
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
		f.found.Mentions = append(f.found.Mentions, Mention{Span: sp, First: r.title, End: r.end, Entity: int(e), Form: form})
		ent := &f.found.Entities[e]
		if surface := oneLine(sp.Of(d.Text)); len(ent.Aliases) < maxAliases && !slices.Contains(ent.Aliases, surface) {
			ent.Aliases = append(ent.Aliases, surface)
		}
	}
}
