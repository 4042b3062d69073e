package when

import (
	"strconv"
	"strings"

	"onrecord/model/text"
)

// yearContext are words behind which a bare number of four digits is a year.
var yearContext = text.SetOf("in", "since", "until", "till", "by", "of", "from", "during", "before", "after", "between", "early", "late", "mid", "and", "to", "through", "around", "circa", "about", "summer", "spring", "autumn", "fall", "winter", "christmas", "easter", "fiscal", "year", "back", "throughout", "into", "versus", "vs", "than", "or", "beyond", "season", "elections", "election", "pre", "post", "born", "over", "on", "toward", "towards", "for", "both", "due", "as")

// bareYear reads a year by itself where a year can stand, one that describes a
// noun, and decades.
func (s *scanner) bareYear(i int) (Expression, bool) {
	e := blank(i)
	if s.decade(i, &e) {
		return e, true
	}
	y, k, bc, ok := s.year(i)
	if !ok {
		return e, false
	}
	e.Year, e.BC, e.Grain, e.End = y, bc, Years, k
	if k > i+1 { // with its era
		return e, true
	}
	prev := s.before(i)
	if s.clocked && i == s.first && s.word(k) == ":" {
		return e, false
	}
	if lawNouns.Has(prev) || !s.yearStands(i, k, y, prev) {
		return e, false
	}
	if s.quarterBehind(k, &e) {
		return e, true
	}
	if s.describes(k) && !yearContext.Has(prev) {
		e.Attr = true
	}
	return e, true
}

// yearStands reports whether the number at i, up to k, can be a year: not a part
// of a larger number or name, and not a count of things.
func (s *scanner) yearStands(i, k, y int, prev string) bool {
	if s.tight(i) && i > s.first {
		switch prev {
		case "(", "[", "–", "—", "--":
		case "“", "‘", "'", "\"", "’":
			if s.kind(i-1) != text.Quote {
				return false
			}
		case "/", "-":
			if n := s.num(i - 2); n < 0 && s.kind(i-2) == text.Number || s.tight(i-1) && s.kind(i-2) == text.Word && !s.is(i-2, cMonth|cModifier) && s.lower(i-2) != "pre" && s.lower(i-2) != "post" {
				return false
			}
		default:
			return false
		}
	}
	word := s.kind(k) == text.Word
	if s.dash(k) && s.tight(k) && s.tight(k+1) && len(s.word(k+1)) == 4 && s.num(k+1) > y && s.num(k+1) <= 2100 {
		return true // 1861–1863
	}
	if s.kind(k) == text.Clitic && y >= 1500 {
		return true // 1965’s
	}
	switch prev {
	case "than":
		return !word && y >= 1900
	case "$", "£", "€", "#", "№", "at", "only", "nearly", "some", "almost", "approximately", "over", "least", "most", "up":
		return false
	}
	switch s.lower(k) {
	case "%", "$", "°", "km", "miles", "feet":
		return false
	}
	if _, plural, unit := s.unit(k); unit && plural {
		return false
	}
	if yearContext.Has(prev) || prev == "" || s.kind(i-1) == text.Punct || s.kind(i-1) == text.Quote {
		return s.notCounting(i, k, y, word, prev)
	}
	if y < 1500 {
		return false
	}
	return (word || s.kind(k) == text.Quote) && s.nounOwner(i-1) && (!s.pluralNoun(k) || y%100 != 0)
}

// notCounting tells a year from a number of things: "in 1500 homes".
func (s *scanner) notCounting(i, k, y int, word bool, prev string) bool {
	if y < 1500 && (prev == "and" || prev == "to") && !s.isYear(i-2) {
		return false // "between 1100 and 1200 hours"
	}
	if !word {
		return y >= 1500 || prev == "in" || prev == "of" || prev == "since" || prev == "by" || prev == "until" || prev == "(" || prev == "from" || prev == "and" || prev == "to"
	}
	if !s.pluralNoun(k) {
		return y >= 1200 || prev == "in"
	}
	return y%50 != 0 && y >= 1900 && prev != "about" && prev != "around" && prev != "of" && prev != "and" && prev != "to" && prev != ""
}

// isYear reports whether the number at i is a year where it stands.
func (s *scanner) isYear(i int) bool {
	if s.kind(i) != text.Number {
		return false
	}
	e, ok := s.bareYear(i)
	return ok && e.Grain == Years
}

// clockColumn reports whether the lines of a text begin with hours of four digits, as
// those of a report from hour to hour do: "2048: Mr Hill is careful". Years that lead
// the lines of a chronicle look the same; but of those some would be no hours, and of
// hours some would be no years.
func clockColumn(d *text.Doc) bool {
	const few, many, early, late = 3, 6, 1500, 2050
	n, odd := 0, false
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.End-b.First < 2 || d.Word(b.First+1) != ":" {
			continue
		}
		w := d.Word(b.First)
		y, err := strconv.Atoi(w)
		if len(w) != 4 || err != nil {
			continue
		}
		if y/100 > 24 || y%100 > 59 {
			return false
		}
		n++
		odd = odd || w[0] == '0' || y > late || y < early && n >= many
	}
	return odd && n >= few
}

// pluralNoun reports whether the word at k looks like a noun in the plural: a
// number before it counts.
func (s *scanner) pluralNoun(k int) bool {
	w := s.lower(k)
	if s.kind(k) != text.Word || s.capital(k) {
		return false
	}
	switch w {
	case "people", "men", "women", "children", "police", "square", "metric", "million", "billion", "thousand", "local", "more":
		return true
	case "was", "is", "has", "does", "this", "as", "its", "his", "us", "less", "across", "perhaps", "whereas", "sees", "saw", "marks", "thus", "always", "plus", "unless":
		return false
	}
	return len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us")
}

// describes reports whether a noun follows that a year would describe.
func (s *scanner) describes(k int) bool {
	return s.kind(k) == text.Word && !yearEnds(s.lower(k)) && !s.is(k, cPeriod)
}

// nounOwner reports whether the word at i can own a noun that a year describes:
// "the 1996 vote", "its 1990 invasion", "Johnson’s 1964 plan", "an infamous 1971 raid".
func (s *scanner) nounOwner(i int) bool {
	if s.kind(i) == text.Clitic {
		return true
	}
	w := s.lower(i)
	switch w {
	case "the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "that", "your", "for", "with", "under", "against", "below", "above", "projected", "expected", "estimated", "total", "entire", "full", "original", "first", "famous", "unsuccessful", "landmark", "secret", "previous":
		return true
	}
	return s.kind(i) == text.Word && !s.capital(i) && (strings.HasSuffix(w, "ful") || strings.HasSuffix(w, "ous") || strings.HasSuffix(w, "ive") || strings.HasSuffix(w, "ic") || strings.HasSuffix(w, "al"))
}

// yearEnds reports whether a word can follow a year that stands for itself; a noun
// would make it a quantity ("1500 homes") or be described by it.
func yearEnds(w string) bool {
	switch w {
	case "and", "to", "when", "after", "before", "but", "the", "with", "by", "for", "as", "that", "he", "she", "it", "they", "in", "on", "at", "until", "through", "or", "was", "were", "is", "had", "has", "from", "because", "while", "which", "who", "we", "i", "under", "its", "his", "her", "their", "a", "an", "have", "would", "will", "did", "could", "saw", "also", "there", "this", "where", "several", "some", "many", "more", "only", "alone", "over", "onwards", "onward":
		return true
	}
	return false
}

// quarterBehind reads "the 1988 third quarter", "1988 period", "1976 summer".
func (s *scanner) quarterBehind(k int, e *Expression) bool {
	if o := s.lex(k); o.numbersQuarter() && s.lower(k+1) == "quarter" {
		e.Quarter, e.Grain, e.End = int8(o.n), Quarters, k+2
		return true
	}
	switch w := s.lower(k); {
	case w == "period" || w == "quarter":
		e.End, e.Compared = k+1, true
		return true
	case s.is(k, cSeason) && w != "fall" && !s.capital(k):
		e.Season, e.Grain, e.End = codeOf(s.lex(k).code), Seasons, k+1
		return true
	}
	return false
}

// decade reads the 1990s, 1990's, '90s.
func (s *scanner) decade(i int, e *Expression) bool {
	n := s.num(i)
	if n < 0 || !s.tight(i+1) {
		return false
	}
	end := i + 2
	switch w := s.lower(i + 1); {
	case w == "s":
	case (w == "’s" || w == "'s") && s.kind(i+1) == text.Clitic && n%10 == 0 && s.before(i) == "the":
	default:
		return false
	}
	switch {
	case len(s.d.Word(i)) == 4 && n%10 == 0 && n >= 1000 && n <= 2090:
	case len(s.d.Word(i)) == 3 && n%10 == 0 && s.bc:
		bc, next, ok := s.era(end)
		if !ok || !bc {
			return false
		}
		e.Year, e.BC, e.Grain, e.End, e.Value = n, true, Decades, next, "BC0"+strconv.Itoa(n/10)
		return true
	case len(s.d.Word(i)) == 2 && n%10 == 0:
		n += 1900
		if n < 1930 { // the 20s are these, told today; before, those
			n += 100
		}
		if p := i - 1; s.kind(p) == text.Quote && s.tight(i) {
			e.First = p
		}
	default:
		return false
	}
	e.Year, e.Grain, e.End = n, Decades, end
	e.Value = strconv.Itoa(n / 10)
	return true
}

// spokenDecades are decades in words: "the nineties".
var spokenDecades = map[string]int{"twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990, "noughties": 2000}

// century reads the 19th century, the nineteenth century.
func (s *scanner) century(i int) (Expression, bool) {
	e := blank(i)
	n, k, ord, ok := s.day(i)
	if !ok || !ord || n > 21 {
		return e, false
	}
	if s.word(k) == "-" && s.tight(k) {
		k++
	}
	if w := s.lower(k); w != "century" && w != "centuries" {
		return e, false
	}
	e.Grain, e.Year, e.Value, e.End = Centuries, (n-1)*100+1, strconv.Itoa(n-1), k+1
	if len(e.Value) == 1 {
		e.Value = "0" + e.Value
	}
	if bc, next, ok := s.era(k + 1); ok {
		e.BC, e.End = bc, next
		if bc {
			e.Value = "BC" + e.Value
		}
	}
	return e, true
}

// shortYear reads ’99 and '16 where a year can stand.
func (s *scanner) shortYear(i int) (Expression, bool) {
	e := blank(i)
	n := s.num(i + 1)
	if s.kind(i) != text.Quote || !s.tight(i+1) || n < 0 || len(s.d.Word(i+1)) != 2 || s.tight(i+2) && s.kind(i+2) == text.Quote {
		return e, false
	}
	if w := s.word(i); w != "’" && w != "'" && w != "‘" {
		return e, false
	}
	if s.decade(i+1, &e) {
		e.First = i
		return e, true
	}
	prev := s.before(i)
	if !yearContext.Has(prev) && !s.isMonth(i-1) && prev != "the" && prev != "class" || s.tight(i+2) && s.kind(i+2) == text.Word {
		return e, false
	}
	e.Year = 1900 + n
	if n < 30 {
		e.Year += 100
	}
	e.Grain, e.End = Years, i+2
	return e, true
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
	e.Form, e.Grain, e.Mod, e.End = Offset, s.lex(i).grain, codeEnd, k+1
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

// spokenYear reads nineteen ninety-six, two thousand and four.
func (s *scanner) spokenYear(i int) (y, next int, ok bool) {
	e := s.lex(i)
	if e.class&cNumber == 0 {
		return 0, i, false
	}
	if e.n == 2 && s.lower(i+1) == "thousand" {
		next = i + 2
		if s.lower(next) == "and" {
			next++
		}
		if c, ok := s.count(next); ok && c.n < 100 && s.kind(next) == text.Word {
			return 2000 + c.n, c.next, true
		}
		return 2000, i + 2, true
	}
	if e.n < 13 || e.n > 20 {
		return 0, i, false
	}
	k := i + 1
	if s.lower(k) == "hundred" || !s.is(k, cNumber) && s.kind(k) != text.Word {
		return 0, i, false
	}
	if n, ok := s.hyphened(k); ok {
		return e.n*100 + n, k + 1, true
	}
	if n := s.lex(k).n; s.is(k, cNumber) && n >= 10 && n < 100 {
		c := s.spelt(k)
		return e.n*100 + c.n, c.next, c.n < 100
	}
	return 0, i, false
}
