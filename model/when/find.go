package when

import (
	"slices"
	"strings"

	"onrecord/model/text"
)

// Find returns the time expressions of d, with all that is needed to resolve them
// when the tokens are gone. Every reader looks a bounded number of tokens ahead,
// so it is linear.
func Find(d *text.Doc) *Found {
	f := &Found{Posted: -1}
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		s := &scanner{d: d, end: b.End}
		for i := b.First; i < b.End; {
			e, ok := s.read(i, b.First)
			if !ok || e.End <= i {
				i++
				continue
			}
			s.modify(&e, b.First)
			f.place(d, &e, bi)
			f.Expressions = append(f.Expressions, e)
			i = e.End
		}
	}
	f.sections(d)
	f.posted(d)
	f.Narrative = f.tellsAStory()
	return f
}

// read tries the readers that can begin with token i.
func (s *scanner) read(i, first int) (Expression, bool) {
	t := s.d.Tokens[i]
	if t.Kind != text.Word && t.Kind != text.Number {
		return Expression{}, false
	}
	if t.Kind == text.Number {
		for _, r := range []func(int, int) (Expression, bool){s.date, s.clockFirst, s.centuryAt, s.counted, s.bareYear} {
			if e, ok := r(i, first); ok {
				return e, true
			}
		}
		return Expression{}, false
	}
	w := s.d.Lower(i)
	if !in(openers, w) && !strings.Contains(w, "-") {
		return Expression{}, false
	}
	if e, ok := s.every(i); ok {
		return e, true
	}
	for _, r := range []func(int, int) (Expression, bool){s.turned, s.namedAt, s.date, s.seasonal, s.centuryAt, s.counted, s.deictic} {
		if e, ok := r(i, first); ok {
			return e, true
		}
	}
	return Expression{}, false
}

func (s *scanner) centuryAt(i, _ int) (Expression, bool) { return s.century(i) }
func (s *scanner) namedAt(i, _ int) (Expression, bool)   { return s.named(i) }

// clockFirst reads a clock time that stands before its day: "10:30am on Friday".
func (s *scanner) clockFirst(i, first int) (Expression, bool) {
	m, k, ok := s.clock(i)
	if !ok {
		return Expression{}, false
	}
	if w := s.lower(k); w == "on" || w == "," {
		if e, ok := s.date(k+1, first); ok && e.Grain == Days && e.Minute < 0 && e.Form == Calendar {
			e.First, e.Minute, e.Type, e.Grain = i, m, Time, Minutes
			return e, true
		}
	}
	return s.deictic(i, first)
}

// openers are the words with which an expression can begin; everything else is
// passed over at the cost of one look-up.
var openers = func() map[string]struct{} {
	m := set("this", "last", "next", "past", "previous", "preceding", "following", "coming", "current", "same", "that", "the", "earlier", "later", "late", "early", "today", "yesterday", "tomorrow", "tonight", "every", "each", "several", "many", "few", "some", "couple", "numerous", "christmas", "easter", "halloween", "hogmanay", "boxing", "good", "ash", "new", "independence", "remembrance", "armistice", "veterans", "bonfire", "burns", "st", "valentine", "noon", "midday", "midnight")
	for w := range months {
		m[w] = struct{}{}
	}
	for w := range weekdays {
		m[w] = struct{}{}
	}
	for w := range numbers {
		m[w] = struct{}{}
	}
	for w := range ordinals {
		m[w] = struct{}{}
	}
	for w := range seasons {
		m[w] = struct{}{}
	}
	for w := range loose {
		m[w] = struct{}{}
	}
	for w := range repeats {
		m[w] = struct{}{}
	}
	return m
}()

// modify reads the words before an expression that limit it: early, late, mid,
// about, since, until.
func (s *scanner) modify(e *Expression, first int) {
	p := e.First - 1
	if p >= first && s.d.Word(p) == "-" && p > first && s.lower(p-1) == "mid" {
		e.Mod, e.First = "MID", p-1
		return
	}
	switch s.before(e.First, first) {
	case "early":
		e.Mod, e.First = "START", p
	case "late":
		e.Mod, e.First = "END", p
	case "mid":
		e.Mod, e.First = "MID", p
	case "about", "around", "approximately", "roughly", "nearly", "almost", "some":
		e.Mod = "APPROX"
	case "since", "until", "till":
		e.Since = true
	}
}

// place fills what an expression takes from its surroundings.
func (f *Found) place(d *text.Doc, e *Expression, bi int) {
	b := &d.Blocks[bi]
	e.Span = d.SpanOf(e.First, e.End)
	e.Quiet = b.Kind.Quiet()
	e.Sentence = d.SentenceAt(e.First)
	sent := d.Sentences[e.Sentence]
	e.Tense = tense(d, e, sent)
	e.Heading = e.First == b.First && e.End >= b.End-1 && (e.End == b.End || d.Tokens[b.End-1].Kind == text.Punct) && e.Form == Calendar && e.Day > 0
	if k := len(f.Expressions) - 1; k >= 0 && f.Expressions[k].Sentence == e.Sentence && d.Word(e.First-1) == "(" && e.First-1 == f.Expressions[k].End {
		f.Expressions[k].Gloss = k + 1
	}
	if e.Grain == Days || e.Grain == Minutes {
		e.Names = names(d, sent, e)
	}
}

// tense looks for the nearest sign of time to come or gone by: before the
// expression first, since English puts the verb there, then behind it.
func tense(d *text.Doc, e *Expression, s text.Sentence) Tense {
	const reach = 30
	for i := e.First - 1; i >= s.First && i > e.First-reach; i-- {
		if t := sign(d, i, s); t != NoTense {
			return t
		}
	}
	for i := e.End; i < s.End && i < e.End+reach/2; i++ {
		if t := sign(d, i, s); t != NoTense {
			return t
		}
	}
	return NoTense
}

func sign(d *text.Doc, i int, s text.Sentence) Tense {
	if d.Tokens[i].Kind != text.Word {
		return NoTense
	}
	w := d.Lower(i)
	next := ""
	if i+1 < s.End {
		next = d.Lower(i + 1)
	}
	switch {
	case w == "would" && next != "have":
		return Future // "it was agreed that they would meet on"
	case w == "would" || w == "may" || w == "might" || w == "could":
		return NoTense
	case in(planned, w):
		return Future
	case (w == "set" || w == "to") && (next == "to" || next == "be"):
		return Future
	case in(happened, w) && w != "may":
		if i > s.First && in(beforePlan, d.Lower(i-1)) || by(d, i+1, s.End) && w != "was" && w != "were" && w != "had" {
			return NoTense // "will be held": the sign of the future stands before
		}
		return Past
	case len(w) > 4 && strings.HasSuffix(w, "ed") && !d.Tokens[i].Is(text.Capital):
		if by(d, i+1, s.End) || i > s.First && in(beforePlan, wordBefore(d, i, s.First)) {
			return NoTense // a participle: "a programme made by"
		}
		return Past
	}
	return NoTense
}

// by reports whether "by" follows at i, a closing mark between not counting.
func by(d *text.Doc, i, end int) bool {
	if i < end && d.Tokens[i].Kind == text.Quote {
		i++
	}
	return i < end && d.Lower(i) == "by"
}

// wordBefore returns the word before token i, an opening mark between not
// counting.
func wordBefore(d *text.Doc, i, first int) string {
	if i-1 > first && d.Tokens[i-1].Kind == text.Quote {
		i--
	}
	return d.Lower(i - 1)
}

var beforePlan = set("be", "to", "not", "is", "are", "will", "been")

// names returns the hashes of the capitalised words of a sentence that are not
// parts of dates, and not the mere start of a sentence.
func names(d *text.Doc, s text.Sentence, e *Expression) []uint32 {
	var out []uint32
	const most = 24
	for i := s.First; i < s.End && len(out) < most; i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word || !t.Is(text.Capital) || i >= e.First && i < e.End || t.Is(text.SentStart) && !t.Is(text.AllCaps) {
			continue
		}
		w := d.Lower(i)
		if _, ok := months[w]; ok {
			continue
		}
		if _, ok := weekdays[w]; ok {
			continue
		}
		out = append(out, hash(strings.TrimRight(w, "0123456789")))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hash is FNV-1a.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// sections finds the parts of a document with an anchor of their own: what stands
// under a line that is a date, and what was published before ("originally
// published in July 2021:").
func (f *Found) sections(d *text.Doc) {
	open := -1
	closeAt := func(end int) {
		if open >= 0 {
			f.Sections[open].Span.End = end
			open = -1
		}
	}
	next := 0
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if b.Kind == text.Furniture {
			closeAt(b.Span.Start)
		}
		for ; next < len(f.Expressions) && f.Expressions[next].First < b.End; next++ {
			e := &f.Expressions[next]
			if e.Heading && !e.Quiet || e.Form == Calendar && e.Grain >= Days && e.Month > 0 && d.Word(b.End-1) == ":" && publishedBefore(d, e, b) {
				closeAt(b.Span.Start)
				f.Sections = append(f.Sections, Section{Span: text.Span{Start: b.Span.End, End: len(d.Text)}, Anchor: next})
				open = len(f.Sections) - 1
				continue
			}
			if open >= 0 && f.Sections[open].Anchor != next {
				e.Section = open
			}
		}
	}
}

// publishedBefore reports whether a line says that what follows was published on
// the date e.
func publishedBefore(d *text.Doc, e *Expression, b *text.Block) bool {
	for i := e.First - 1; i >= b.First && i > e.First-5; i-- {
		switch d.Lower(i) {
		case "published", "issued", "released", "posted", "dated", "written", "sent":
			return true
		}
	}
	return false
}

// head is how many blocks at the top may say when a document was published.
const head = 8

// posted finds the date of publication at the top of the document: a line that
// begins with "Published" or the like, a byline, or a date alone on its line.
func (f *Found) posted(d *text.Doc) {
	said := 0
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if bi >= head || said > 2 {
			return
		}
		if b.End-b.First > 25 {
			said++
		}
		lo, _ := slices.BinarySearchFunc(f.Expressions, b.First, func(e Expression, at int) int { return e.First - at })
		for i := lo; i < len(f.Expressions) && f.Expressions[i].First < b.End; i++ {
			e := &f.Expressions[i]
			if e.Form == Calendar && e.Year > 0 && e.Day > 0 && b.Kind != text.Caption && (e.Heading || postedLine(d, b)) {
				f.Posted = i
				return
			}
		}
	}
}

// postedLine reports whether a short line tells when a page was put up.
func postedLine(d *text.Doc, b *text.Block) bool {
	if b.End-b.First > 16 {
		return false
	}
	words := 0
	for i := b.First; i < b.End && words < 4; i++ {
		if d.Tokens[i].Kind != text.Word {
			continue
		}
		words++
		switch d.Lower(i) {
		case "posted", "published", "updated", "issued", "dated", "date", "release", "by", "released":
			return true
		}
	}
	return false
}

// tellsAStory reports whether dates follow one another as in a history: many full
// years, and no date that only the day of telling gives a meaning.
func (f *Found) tellsAStory() bool {
	years, told := 0, 0
	for i := range f.Expressions {
		e := &f.Expressions[i]
		switch {
		case e.Form == Calendar && e.Year > 0:
			years++
		case e.Form == Offset && !e.Anaphor && e.Grain <= Weeks, e.Form == Calendar && e.Weekday >= 0 && e.Day == 0:
			told++
		}
	}
	return years >= 8 && years > 4*told
}
