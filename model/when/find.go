package when

import (
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/model/text"
)

// Find returns the time expressions of d, with all that is needed to resolve them
// when the tokens are gone. Every reader looks a bounded number of tokens ahead,
// so it is linear.
func Find(d *text.Doc) *Found {
	f := &Found{Posted: -1}
	scratch := expressions.Get().(*[]Expression)
	bc := strings.Contains(d.Text, " BC") || strings.Contains(d.Text, " B.C")
	s := &scanner{d: d, bc: bc}
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		s.first, s.end = b.First, b.End
		*scratch = s.all(*scratch, b.Kind.Quiet())
	}
	f.Expressions = slices.Clone(*scratch) // just as long as is needed: they are kept
	clear(*scratch)
	*scratch = (*scratch)[:0]
	expressions.Put(scratch)
	f.Narrative = f.tellsAStory()
	f.thin()
	if f.Narrative {
		for i := range f.Expressions {
			f.Expressions[i].fromEvent(d)
		}
	}
	link(d, f.Expressions)
	sent := 0
	for i := range f.Expressions {
		f.place(d, i, &sent)
	}
	f.sections(d)
	f.posted(d)
	return f
}

// expressions holds room for those of one document.
var expressions = sync.Pool{New: func() any { return new([]Expression) }}

// all appends the expressions of a block.
func (s *scanner) all(out []Expression, quiet bool) []Expression {
	for i := s.first; i < s.end; {
		e, ok := s.read(i)
		if !ok || e.End <= i {
			i++
			continue
		}
		s.modify(&e, out)
		e.Quiet = quiet
		out = append(out, e)
		i = e.End
		for n := 0; n < maxList; n++ { // 6–7, 8 and 9 May
			next, ok := s.goOn(&out[len(out)-1])
			if !ok {
				break
			}
			next.Quiet = quiet
			out = append(out, next)
			i = next.End
		}
	}
	return out
}

// maxList bounds how many days or years are read as one list.
const maxList = 8

// read tries the readers that can begin with token i.
func (s *scanner) read(i int) (Expression, bool) {
	if s.depth > maxDepth {
		return Expression{}, false
	}
	s.depth++
	defer func() { s.depth-- }()
	switch s.kind(i) {
	case text.Number:
		return firstOf(i, s.date, s.dayListed, s.clockFirst, s.century, s.ordinalAt, s.counted, s.bareYear)
	case text.Quote:
		return s.shortYear(i)
	case text.Word:
	default:
		return Expression{}, false
	}
	c := s.lex(i).class
	if c&cOpens == 0 {
		if !s.hasHyphen(i) {
			return Expression{}, false
		}
		return firstOf(i, s.compound, s.date, s.counted)
	}
	return s.readWord(i, c)
}

// maxDepth bounds expressions inside expressions: "early in the spring of that year".
const maxDepth = 4

func firstOf(i int, readers ...func(int) (Expression, bool)) (Expression, bool) {
	for _, r := range readers {
		if e, ok := r(i); ok {
			return e, true
		}
	}
	return Expression{}, false
}

// reader is a way to read an expression that begins with a word of a class.
type reader struct {
	begins class
	read   func(*scanner, int) (Expression, bool)
}

// readers are tried in this order, the longest reading first. It is filled at
// start-up, since readers read what stands inside their expression.
var readers []reader

func init() {
	readers = []reader{
		{cHoliday, (*scanner).named},
		{cMonth | cWeekday, (*scanner).date},
		{cDeterminer, (*scanner).determined},
		{cTurn, (*scanner).turned},
		{cModifier, (*scanner).modified},
		{cDeictic | cLoose | cRepeat, (*scanner).deictic},
		{cSeason, (*scanner).seasonal},
		{cPart, (*scanner).clockOrPart},
		{cOrdinal, (*scanner).ordinalAt},
		{cOrdinal, (*scanner).date},
		{cNumber, (*scanner).spokenYearAt},
		{cNumber | cVague | cDeterminer, (*scanner).counted},
		{cYearAgo, (*scanner).compound},
		{cUnit, (*scanner).bareUnits},
		{cTurn | cOrdinal, (*scanner).edge},
		{cTurn, (*scanner).lastAt},
		{cRecent, (*scanner).recent},
	}
}

// readWord tries the readers that the class of word i calls for.
func (s *scanner) readWord(i int, c class) (Expression, bool) {
	if c&cDeterminer != 0 && !s.promising(i+1) {
		return Expression{}, false
	}
	for k := range readers {
		if c&readers[k].begins == 0 {
			continue
		}
		if e, ok := readers[k].read(s, i); ok {
			return e, true
		}
	}
	return Expression{}, false
}

// promising reports whether token i can be part of a time expression: most words
// behind "the" and "a" cannot.
func (s *scanner) promising(i int) bool {
	return s.kind(i) != text.Word || s.lex(i).class != 0 || s.hasHyphen(i) || in(timeNouns, s.lower(i))
}

// timeNouns are the words of time expressions that are of no class.
var timeNouns = set("past", "future", "near", "foreseeable", "short", "long", "distant", "time", "period", "end", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "noughties", "other", "of")

func (s *scanner) lastAt(i int) (Expression, bool) { return s.lastOf(i, i, blank(i)) }

func (s *scanner) clockOrPart(i int) (Expression, bool) {
	if w := s.lower(i); w == "noon" || w == "midnight" || w == "midday" {
		return s.clockFirst(i)
	}
	if s.capital(i) && !s.d.Tokens[i].Is(text.SentStart) {
		return blank(i), false // Operation Dawn
	}
	return s.dayPart(i)
}

// determined dispatches the words that only begin expressions.
func (s *scanner) determined(i int) (Expression, bool) {
	switch s.lower(i) {
	case "the":
		return s.the(i)
	case "each", "every", "per":
		return s.repeated(i)
	case "fiscal":
		return s.fiscal(i)
	case "year", "month":
		return s.yearEnd(i)
	case "these":
		e := blank(i)
		if g, plural, ok := s.unit(i + 1); ok && plural && g == Days {
			e.Form, e.Value, e.End = Loose, "PRESENT_REF", i+2
			return e, true
		}
	}
	return Expression{}, false
}

// recent reads recent years, recent months: no count, no calendar.
func (s *scanner) recent(i int) (Expression, bool) {
	e := blank(i)
	e.Form, e.Value, e.End = Loose, "PAST_REF", i+1
	if g, plural, ok := s.unit(i + 1); ok && plural && g >= Days {
		e.End = i + 2
		if g == Weeks || g == Months || g == Quarters {
			e.Form, e.Type, e.Grain, e.Value = Length, Duration, g, vaguePeriod(g)
		}
	}
	return e, s.is(i+1, cUnit) || !s.capital(i)
}

// fiscal reads fiscal 1989, fiscal year 2019, fiscal first quarter.
func (s *scanner) fiscal(i int) (Expression, bool) {
	k := i + 1
	if s.lower(k) == "year" {
		k++
	}
	if y, next, _, ok := s.year(k); ok {
		e := blank(i)
		e.Year, e.Fiscal, e.Grain, e.End = y, true, Years, next
		return e, true
	}
	return s.ordinalAt(i)
}

// yearEnd reads year end, year’s end, month’s end.
func (s *scanner) yearEnd(i int) (Expression, bool) {
	e := blank(i)
	k := i + 1
	if s.kind(k) == text.Clitic {
		k++
	}
	if s.lower(k) != "end" || s.before(i) == "this" || s.before(i) == "last" {
		return e, false
	}
	e.Form, e.Grain, e.Mod, e.End = Offset, s.lex(i).grain, "END", k+1
	e.Anaphor = e.Grain == Months
	return e, true
}

func (s *scanner) spokenYearAt(i int) (Expression, bool) {
	e := blank(i)
	y, next, ok := s.spokenYear(i)
	if !ok || y == 2000 || s.is(next, cUnit) {
		return e, false
	}
	e.Year, e.Grain, e.End = y, Years, next
	return e, true
}

// dayListed reads the first days of "6–7 January", "5, 6 and 7 May", "the 28 and
// 29 August": a day whose month stands behind another.
func (s *scanner) dayListed(i int) (Expression, bool) {
	e := blank(i)
	d, k, _, ok := s.day(i)
	if !ok {
		return e, false
	}
	last := d
	for n := k; n < k+3*maxList; {
		w := s.lower(n)
		if !s.dash(n) && w != "and" && w != "to" && w != "or" && w != "," && w != "&" && w != "until" {
			return e, false
		}
		n++
		if w == "," && (s.lower(n) == "and" || s.lower(n) == "or") {
			n++
		}
		if s.lower(n) == "the" {
			n++
		}
		d2, next, _, ok := s.day(n)
		if !ok || d2 <= last && !s.isMonth(next) {
			return e, false
		}
		if s.lower(next) == "of" {
			next++
		}
		if m, _, ok := s.month(next); ok {
			e.Day, e.Grain, e.End, e.Shared = d, Days, k, true
			return e, validDay(0, time.Month(m), d) || d2 <= last
		}
		last, n = d2, next
	}
	return e, false
}

// goOn reads what goes on from an expression just read: the 7th of "May 6 and
// 7th", the 17 of "1915–17".
func (s *scanner) goOn(e *Expression) (Expression, bool) {
	k := e.End
	w := s.lower(k)
	dash := s.dash(k)
	next := blank(k + 1)
	if e.side == 1 {
		return s.otherSide(e)
	}
	if e.Form != Calendar || !dash && w != "and" && w != "to" && w != "," && w != "/" && w != "&" || !s.in(k+1) {
		return next, false
	}
	if e.Grain == Years && (dash || w == "/") && e.Year > 0 && !e.BC {
		n := s.num(k + 1)
		if len(s.word(k+1)) != 2 || n <= e.Year%100 || !s.tight(k+1) || s.tight(k+2) && s.kind(k+2) != text.Punct && s.kind(k+2) != text.Quote {
			return next, false
		}
		next.Year, next.Grain, next.End = e.Year-e.Year%100+n, Years, k+2
		return next, true
	}
	if e.Grain != Days || e.Day == 0 || e.Month == 0 || s.d.Word(e.End-1) == "." {
		return next, false
	}
	if w == "," && (s.lower(k+1) == "and" || s.lower(k+1) == "or") {
		next.First++
	}
	d, end, ord, ok := s.day(next.First)
	if !ok || d <= e.Day || s.kind(next.First) != text.Number || e.Year != 0 && !dash || !validDay(0, e.Month, d) {
		return next, false
	}
	if s.lower(end) == "of" && s.isMonth(end+1) || s.isMonth(end) || s.meridiemAt(end) {
		return next, false
	}
	if word := s.kind(end) == text.Word; !dash && !ord && word && !yearEnds(s.lower(end)) || word && s.is(end, cUnit) {
		return next, false // "on May 6 and 12 people"
	}
	if !dash && w == "," && !ord && s.num(next.First) < 0 {
		return next, false
	}
	next.Day, next.Month, next.Grain, next.Shared = d, e.Month, Days, true
	s.withYear(end, &next)
	return next, true
}

// otherSide reads the September of "August-September 1950".
func (s *scanner) otherSide(e *Expression) (Expression, bool) {
	next := blank(e.First)
	w := s.d.Lower(e.End - 1) // "the" or "early" may stand before it
	y := lexicon[w[strings.IndexByte(w, '-')+1:]]
	next.side = 2
	if next.Month, next.Grain = time.Month(y.n), Months; e.Season != "" {
		next.Month, next.Season, next.Grain = 0, y.code, Seasons
	}
	s.withYear(e.End, &next)
	return next, true
}

func (s *scanner) meridiemAt(k int) bool { return s.meridiem(&k) != 0 }

// modify reads the words before an expression that limit it: about, more than, at
// least, since, until; they belong to its span when they limit a length.
func (s *scanner) modify(e *Expression, out []Expression) {
	lo := s.first
	if n := len(out); n > 0 && out[n-1].End > lo {
		lo = out[n-1].End
	}
	p := e.First - 1
	if p < lo {
		return
	}
	w := s.lower(p)
	switch {
	case w == "since" || w == "until" || w == "till":
		e.Since = true
	case e.Type != Duration && e.Form != Offset || e.Form == Offset && e.N == 0:
		if s.is(p, cApprox) && e.Form == Calendar {
			e.Mod = "APPROX"
		}
	case w == "than" && (s.lower(p-1) == "more" || s.lower(p-1) == "less" || s.lower(p-1) == "longer") && p-1 >= lo:
		e.First = p - 1
	case (w == "least" || w == "most") && s.lower(p-1) == "at" && p-1 >= lo:
		e.First = p - 1
	case w == "to" && s.lower(p-1) == "up" && p-1 >= lo:
		e.First = p - 1
	case s.is(p, cApprox):
		e.First = p
		if e.Mod == "" && w != "over" && w != "under" && w != "just" && w != "only" {
			e.Mod = "APPROX"
		}
	}
}

// thin takes away, where a text does not tell a story, the expressions whose
// meaning only a story gives: "at that time", "this period".
func (f *Found) thin() {
	if f.Narrative {
		return
	}
	kept := f.Expressions[:0]
	for _, e := range f.Expressions {
		if e.Form != Loose || !e.Anaphor || e.Value != "" {
			kept = append(kept, e)
		}
	}
	f.Expressions = kept
}

// alone reports whether an expression is all of its line, the place where a letter
// was written and a last mark left out: "Hereford, 3 May 2021".
func (e *Expression) alone(d *text.Doc, b *text.Part) bool {
	if e.End < b.End-1 || e.End == b.End-1 && d.Tokens[b.End-1].Kind != text.Punct {
		return false
	}
	const place = 4
	return e.First == b.First || e.First <= b.First+place && d.Word(e.First-1) == "," && placed(d, b.First, e.First)
}

// halve cuts the span of an expression that is one side of a word with a hyphen.
func (e *Expression) halve(d *text.Doc) {
	cut := e.Span.Start + strings.IndexByte(e.Span.Of(d.Text), '-')
	if e.side == 1 {
		e.Span.End = cut
	} else {
		e.Span.Start = cut + 1
	}
}

// headingTokens is how long a line without a stop may be and be read as a heading.
const headingTokens = 12

// fromEvent makes "two days after the siege" of a story an offset from the date
// told last, which is mostly that of the siege. It is never certain.
func (e *Expression) fromEvent(d *text.Doc) {
	if e.Form != Length || e.counted == 0 || e.End >= len(d.Tokens) || e.Mod != "" {
		return
	}
	switch d.Lower(e.End) {
	case "after":
		e.N = int(e.counted)
	case "before":
		e.N = int(-e.counted)
	default:
		return
	}
	e.Form, e.Type, e.Value, e.Anaphor, e.Event = Offset, Date, "", true, true
}

// ahead makes "in three weeks" an offset where the sentence looks ahead.
func (e *Expression) ahead(d *text.Doc) {
	if e.Form == Length && e.counted > 0 && e.Tense == Future && e.First > 0 && d.Lower(e.First-1) == "in" && e.Turn == Plain && e.Year == 0 {
		e.Form, e.Type, e.Value, e.N = Offset, Date, "", int(e.counted)
	}
}

// place fills what an expression takes from its surroundings. sent is the sentence
// of the expression before.
func (f *Found) place(d *text.Doc, i int, sent *int) {
	e := &f.Expressions[i]
	for *sent < len(d.Sentences) && d.Sentences[*sent].End <= e.First {
		*sent++
	}
	e.Sentence = int32(*sent)
	in := d.Sentences[*sent]
	b := &d.Blocks[in.Block]
	e.Span = d.SpanOf(e.First, e.End)
	if e.side != 0 {
		e.halve(d)
	}
	e.Tense = tense(d, e, in)
	if !f.Narrative {
		e.ahead(d)
	}
	e.on = e.First > in.First && d.Lower(e.First-1) == "on"
	e.leads = e.First <= in.First+2 || b.Kind == text.Heading || b.End-b.First <= headingTokens && d.Tokens[b.End-1].Kind != text.Punct
	e.Heading = e.Form == Calendar && e.Day > 0 && e.Month > 0 && e.alone(d, b)
	if e.Grain == Days || e.Grain == Minutes {
		e.Names = names(d, in, e)
	}
}

// link joins neighbouring expressions that are the ends of a range or share their
// month and year: "26 July – 22 August 2019", "March and April 1918".
func link(d *text.Doc, es []Expression) {
	for i := len(es) - 2; i >= 0; i-- { // from the right: a year told last is shared by all before it
		a, b := &es[i], &es[i+1]
		if a.side == 1 {
			share(a, b)
			a.Until, b.From = int32(i+1), int32(i)
			continue
		}
		if a.Form != Calendar && a.Form != Clock || b.Form != a.Form || b.First <= a.End || b.First > a.End+2 {
			continue
		}
		w := d.Lower(a.End)
		two := b.First == a.End+2
		if two && !(w == "," && (d.Lower(a.End+1) == "and" || d.Lower(a.End+1) == "or")) && d.Lower(a.End+1) != "the" {
			continue
		}
		ranged := false
		switch w {
		case "-", "–", "—", "−", "--", "to", "until", "till", "through", "/":
			ranged = true
		case "and", "&":
			ranged = a.Grain == b.Grain || a.First > 0 && d.Lower(a.First-1) == "between"
		case "or", ",":
		default:
			continue
		}
		share(a, b)
		if ranged && a.Until < 0 && b.From < 0 {
			a.Until, b.From = int32(i+1), int32(i)
		}
	}
}

// share gives each of two linked expressions what only the other tells.
func share(a, b *Expression) {
	if a.Form != Calendar || a.feast != nil || b.feast != nil {
		return
	}
	if a.Day > 0 && a.Month == 0 && b.Month > 0 {
		a.Month, a.Shared = b.Month, true
	}
	if a.Grain == Years || b.Grain == Years || a.Grain > Halves || b.Grain > Halves || a.Weekday >= 0 && a.Day == 0 || b.Weekday >= 0 && b.Day == 0 {
		if a.Grain == Years && b.Grain == Years && b.BC && !a.BC && a.Year > b.Year {
			a.BC = true
		}
		return
	}
	switch {
	case b.Year > 0 && a.Year == 0 && a.YearBy == NoYear:
		a.Year, a.BC, a.Shared = b.Year, b.BC, true
		if a.start() > b.start() && !a.BC {
			a.Year--
		}
	case b.YearBy != NoYear && a.Year == 0 && a.YearBy == NoYear:
		a.YearBy, a.YearN, a.Shared = b.YearBy, b.YearN, true
	case a.Year > 0 && b.Year == 0 && b.YearBy == NoYear:
		b.Year, b.BC, b.Shared = a.Year, a.BC, true
		if a.start() > b.start() && !a.BC {
			b.Year++
		}
	}
}

// start orders calendar expressions in a year: the day of the year on which they
// begin, every month counted 32 days.
func (e *Expression) start() int {
	m := int(e.Month)
	switch {
	case e.Season != "":
		m = int(seasonStart(e.Season))
	case e.Quarter > 0:
		m = int(quarterStart(e.Quarter))
	}
	return 32*m + e.Day
}

// quarterStart is the month in which a quarter begins.
func quarterStart(q int8) time.Month { return time.Month(3*(q-1) + 1) }

// seasonStart is the month in which a meteorological season begins.
func seasonStart(s string) time.Month {
	switch s {
	case "SP":
		return 3
	case "SU":
		return 6
	case "FA":
		return 9
	}
	return 12
}
