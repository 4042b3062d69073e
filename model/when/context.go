package when

import (
	"slices"
	"sort"
	"strings"

	"onrecord/model/text"
)

// sections finds the parts of a document with an anchor of their own: what stands
// under a line that is a date, and what was published before ("originally
// published in July 2021:").
func (f *Found) sections(d *text.Doc) {
	open := -1
	closeAt := func(end int) {
		if open >= 0 {
			f.Sections[open].Span.End = int32(end)
			open = -1
		}
	}
	next := 0
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if b.Kind == text.Furniture {
			closeAt(int(b.Span.Start))
		}
		for ; next < len(f.Expressions) && f.Expressions[next].First < b.End; next++ {
			e := &f.Expressions[next]
			if e.Heading && !e.Quiet || e.Form == Calendar && e.Grain >= Days && e.Month > 0 && d.Word(b.End-1) == ":" && publishedBefore(d, e, b) {
				closeAt(int(b.Span.Start))
				f.Sections = append(f.Sections, Section{Span: text.Between(int(b.Span.End), len(d.Text)), Anchor: next})
				open = len(f.Sections) - 1
				continue
			}
			if open >= 0 && f.Sections[open].Anchor != next {
				e.Section = int32(open)
			}
		}
	}
}

// publishedBefore reports whether a line says that what follows was published on
// the date e.
func publishedBefore(d *text.Doc, e *Expression, b *text.Part) bool {
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
		lo := sort.Search(len(f.Expressions), func(i int) bool { return f.Expressions[i].First >= b.First })
		for i := lo; i < len(f.Expressions) && f.Expressions[i].First < b.End; i++ {
			e := &f.Expressions[i]
			if e.Form == Calendar && e.Year > 0 && e.Day > 0 && b.Kind != text.Caption && (e.Heading || postedLine(d, b) || dateline(d, e, b)) {
				f.Posted = i
				return
			}
		}
	}
}

// postedLine reports whether a short line tells when a page was put up.
func postedLine(d *text.Doc, b *text.Part) bool {
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
		case "posted", "published", "updated", "issued", "dated", "date", "release", "by", "released", "sent":
			return true
		}
	}
	return false
}

// dateline reports whether the date e stands in a dateline: behind the name of a
// place that begins a paragraph and before a dash, "LONDON, 3 May 2021 (Reuters) –".
func dateline(d *text.Doc, e *Expression, b *text.Part) bool {
	const before, behind = 8, 6
	if e.First == b.First || e.First > b.First+before || !placed(d, b.First, e.First) {
		return false
	}
	for i := e.End; i < b.End && i < e.End+behind; i++ {
		switch d.Word(i) {
		case "–", "—", "-", "--", "_":
			return true
		case "(", ")", "/", ",", ".":
		default:
			if !d.Tokens[i].Is(text.Capital) {
				return false
			}
		}
	}
	return false
}

// placed reports whether tokens first to end are the name of a place, with a comma
// behind it: "LONDON,", "Hereford, England,".
func placed(d *text.Doc, first, end int) bool {
	for i := first; i < end; i++ {
		switch t := d.Tokens[i]; {
		case t.Kind == text.Word && t.Is(text.Capital):
		case t.Kind == text.Punct && (d.Word(i) == "," || d.Word(i) == "." || d.Word(i) == "(" || d.Word(i) == ")"):
		default:
			return false
		}
	}
	return end > first && d.Word(end-1) != "."
}

// tellsAStory reports whether dates follow one another as in a history: several
// years are told, and hardly any time that only the day of telling gives a meaning.
// A report of any length says "on Monday", "last year" or "yesterday"; minutes and
// letters stay within a year or two.
func (f *Found) tellsAStory() bool {
	const leastYears, leastDates, share = 3, 8, 12
	dates, told := 0, 0
	var years []int // that are told, each once, as far as they matter
	for i := range f.Expressions {
		e := &f.Expressions[i]
		switch {
		case e.Quiet || e.Attr:
		case e.Form == Calendar && e.Weekday >= 0 && e.Day == 0, e.Form == Offset && !e.Anaphor && !e.Compared, e.YearBy == YearOfNow:
			told++
		case e.Form == Calendar:
			dates++
			if y := e.civil(e.Year); e.Year > 0 && len(years) < leastYears && !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	return len(years) >= leastYears && dates >= leastDates && share*told <= dates
}

// appendNames appends the hashes of the capitalised words of a sentence that are not
// parts of dates, and not the mere start of a sentence. It looks a bounded number
// of tokens either way.
func appendNames(out []uint32, d *text.Doc, s text.Sentence, e *Expression) []uint32 {
	const most, reach = 24, 60
	from := len(out)
	for i := max(s.First, e.First-reach); i < min(s.End, e.End+reach) && len(out)-from < most; i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word || !t.Is(text.Capital) || i >= e.First && i < e.End || t.Is(text.SentStart) && !t.Is(text.AllCaps) {
			continue
		}
		w := d.Lower(i)
		if l, ok := lexicon()[w]; ok && l.class&(cMonth|cWeekday) != 0 {
			continue
		}
		out = append(out, text.Hash(strings.TrimRight(w, "0123456789")))
	}
	slices.Sort(out[from:])
	return out[:from+len(slices.Compact(out[from:]))]
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
