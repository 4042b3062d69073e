package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// Snippet is a stretch of a text to show with a hit: one line, its runs of white
// space each one blank, with … where it was cut, but not before the beginning of a
// sentence.
type Snippet struct {
	Text  string
	Marks []text.Span // of Text: the hits in it
	Span  text.Span   // of the document: what is shown
}

// ellipsis stands where a snippet was cut.
const ellipsis = "…"

// MakeSnippet cuts a snippet of at most width runes, … included, around the spans
// of hits: where most of them stand close together, the first of such. Cuts are
// made between words, unless one word is longer than that, and the snippet begins with
// the sentence of the first hit where that leaves a third of the room behind the last.
// Without spans it is the beginning of the text.
func MakeSnippet(s string, hits []text.Span, width int) Snippet {
	width = max(width, 4)
	first, last := densest(s, hits, width-2)
	return around(s, hits, first, last, width)
}

// FirstSnippet is as MakeSnippet, around the first of the hits.
func FirstSnippet(s string, hits []text.Span, width int) Snippet {
	return around(s, hits, 0, 0, max(width, 4))
}

// around cuts a snippet around the hits from first to last.
func around(s string, hits []text.Span, first, last, width int) Snippet {
	from, to := 0, 0
	if len(hits) > 0 {
		from, to = int(hits[first].Start), int(hits[last].End)
	}
	room := width - 2 - utf8.RuneCountInString(s[from:to])
	if room < 0 { // one hit longer than the snippet
		room = 0
		to = wordEnd(s, forward(s, from, width-2), from)
	}
	// A third of what is left goes before the hits: readers want what comes next.
	before := room / 3
	if rest := runes(s[to:], room-before); rest < room-before {
		before = room - rest
	}
	start, whole := back(s, from, before), false
	if start > 0 {
		var at int
		if at, whole = sentenceStart(s, back(s, from, max(before, room-room/3)), from); whole {
			start = at
		}
	}
	end := forward(s, to, room-utf8.RuneCountInString(s[start:from]))
	start, end = wordStart(s, start, from), wordEnd(s, end, to)
	return flat(s, start, end, !whole, hits)
}

// densest returns the hits that a snippet shows: the most that fit in width runes,
// the first of such. It walks once over the text between the hits.
func densest(s string, hits []text.Span, width int) (first, last int) {
	best, k, size := 0, -1, 0 // size is the runes of hits i to k
	for i := range hits {
		if k < i {
			k, size = i, utf8.RuneCountInString(hits[i].Of(s))
		}
		for k+1 < len(hits) && int(hits[k+1].End-hits[k].End) <= utf8.UTFMax*width {
			more := utf8.RuneCountInString(s[hits[k].End:hits[k+1].End])
			if size+more > width {
				break
			}
			size += more
			k++
		}
		if n := k - i + 1; n > best {
			best, first, last = n, i, k
		}
		if i+1 < len(hits) {
			size -= utf8.RuneCountInString(s[hits[i].Start:hits[i+1].Start])
		}
	}
	return first, last
}

// runes counts the runes of s, up to limit.
func runes(s string, limit int) int {
	n := 0
	for range s {
		if n == limit {
			break
		}
		n++
	}
	return n
}

// back returns the byte n runes before off, and forward the one n behind it.
func back(s string, off, n int) int {
	for ; n > 0 && off > 0; n-- {
		_, k := utf8.DecodeLastRuneInString(s[:off])
		off -= k
	}
	return off
}

func forward(s string, off, n int) int {
	for ; n > 0 && off < len(s); n-- {
		_, k := utf8.DecodeRuneInString(s[off:])
		off += k
	}
	return off
}

// sentenceStart returns where the sentence of off, a hit, begins, when that is at or
// behind from. The text is not parsed here: only what is a beginning for certain
// counts, a blank line or a stop behind a plain word with a capital behind it, so that
// no sentence seems whole that is not.
func sentenceStart(s string, from, off int) (at int, ok bool) {
	for at = off; at >= from; {
		if begins(s, at) {
			return at, true
		}
		_, n := utf8.DecodeLastRuneInString(s[:at])
		if at -= n; n == 0 {
			break
		}
	}
	return 0, false
}

// begins reports whether a sentence begins at a byte of s for certain.
func begins(s string, at int) bool {
	first, _ := utf8.DecodeRuneInString(s[at:])
	if unicode.IsSpace(first) {
		return false
	}
	before := strings.TrimRightFunc(s[:at], unicode.IsSpace)
	gap := s[len(before):at]
	switch {
	case before == "" || strings.Count(gap, "\n") > 1:
		return true
	case gap == "" || !unicode.IsUpper(first) && !strings.ContainsRune("“‘\"", first):
		return false
	}
	before = strings.TrimRight(before, "”’\")")
	switch {
	case strings.HasSuffix(before, "!"), strings.HasSuffix(before, "?"):
		return true
	case !strings.HasSuffix(before, "."):
		return false
	}
	before = strings.TrimRight(before[:len(before)-1], "”’\")")
	word := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })+1:]
	const shortest = 3 // shorter words may be abbreviations
	initial, _ := utf8.DecodeRuneInString(word)
	return utf8.RuneCountInString(word) >= shortest && !unicode.IsUpper(initial)
}

// wordStart moves a cut on to where a word begins, as far as limit.
func wordStart(s string, off, limit int) int {
	if off == 0 {
		return 0
	}
	for _, parts := range [...]func(a, b rune) bool{apart, mixed} {
		at := off
		for at < limit && !cutHere(s, at, parts) {
			at = forward(s, at, 1)
		}
		if at < limit || cutHere(s, at, parts) {
			return limit - len(strings.TrimLeftFunc(s[at:limit], unicode.IsSpace))
		}
	}
	return off // the hit stands in one long word
}

// wordEnd moves a cut back to where a word ends, as far as limit.
func wordEnd(s string, off, limit int) int {
	for _, parts := range [...]func(a, b rune) bool{apart, mixed} {
		at := off
		for at > limit && !cutHere(s, at, parts) {
			at = back(s, at, 1)
		}
		if at > limit || cutHere(s, at, parts) {
			off = at
			break
		}
	}
	return limit + len(strings.TrimRightFunc(s[limit:off], unicode.IsSpace))
}

// cutHere reports whether s may be cut at a byte: at its ends, and between signs that
// stand apart.
func cutHere(s string, at int, parts func(a, b rune) bool) bool {
	if at <= 0 || at >= len(s) {
		return true
	}
	a, _ := utf8.DecodeLastRuneInString(s[:at])
	b, _ := utf8.DecodeRuneInString(s[at:])
	return parts(a, b)
}

// apart reports whether two signs belong to different words: a blank is between, or one
// is of a script that writes none.
func apart(a, b rune) bool {
	return unicode.IsSpace(a) || unicode.IsSpace(b) || (classOf(a) == sole || classOf(b) == sole) && !unicode.IsMark(b)
}

// mixed reports whether two signs stand apart in one long word: a web address.
func mixed(a, b rune) bool { return !unicode.IsMark(b) && wordSign(a) != wordSign(b) }

// flat makes a snippet of a stretch of the text, which may begin in mid-sentence.
func flat(s string, start, end int, mid bool, hits []text.Span) Snippet {
	out := Snippet{Span: text.Between(start, end)}
	var b strings.Builder
	if mid && strings.TrimSpace(s[:start]) != "" {
		b.WriteString(ellipsis)
	}
	k := 0
	for k < len(hits) && int(hits[k].End) <= start {
		k++
	}
	mark, blank := -1, false
	for i := start; i < end; {
		if mark >= 0 && i >= int(hits[k].End) {
			out.Marks = append(out.Marks, text.Between(mark, b.Len()))
			mark = -1
			k++
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			blank = true
			i += n
			continue
		}
		if blank && b.Len() > 0 && b.String() != ellipsis {
			b.WriteByte(' ')
		}
		blank = false
		if mark < 0 && k < len(hits) && i >= int(hits[k].Start) {
			mark = b.Len()
		}
		b.WriteString(s[i : i+n])
		i += n
	}
	if mark >= 0 {
		out.Marks = append(out.Marks, text.Between(mark, b.Len()))
	}
	if strings.TrimSpace(s[end:]) != "" {
		b.WriteString(ellipsis)
	}
	out.Text = b.String()
	return out
}
