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
