package when

import (
	"slices"
	"strings"
	"sync"

	"onrecord/model/text"
)

// Find returns the time expressions of d, with all that is needed to resolve them
// when the tokens are gone. Every reader looks a bounded number of tokens ahead,
// so it is linear.
func Find(d *text.Doc) *Found {
	f := &Found{Posted: -1}
	scratch := expressions.Get().(*[]Expression)
	bc := strings.Contains(d.Text, " BC") || strings.Contains(d.Text, " B.C")
	s := &scanner{d: d, bc: bc, clocked: clockColumn(d)}
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
		if !s.opens(i) {
			i++
			continue
		}
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

// opens reports whether an expression can begin with token i. Most words cannot, and
// are told before any room is made for one.
func (s *scanner) opens(i int) bool {
	switch s.kind(i) {
	case text.Number, text.Quote:
		return true
	case text.Word:
		return s.lex(i).class&cOpens != 0 || s.hasHyphen(i)
	}
	return false
}

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
	return s.kind(i) != text.Word || s.lex(i).class != 0 || s.hasHyphen(i) || timeNouns.Has(s.lower(i))
}

// timeNouns are the words of time expressions that are of no class.
var timeNouns = text.SetOf("past", "future", "near", "foreseeable", "short", "long", "distant", "time", "period", "end", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties", "noughties", "other", "of")

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
