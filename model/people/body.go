package people

import (
	"bytes"

	"onrecord/model/text"
)

// BodyKey returns the name of a body as it is compared: folded, without "the",
// with "and" for "&" and without "Ltd" and the like.
func BodyKey(name string) string { return string(appendBody(nil, name)) }

var (
	lead     = []byte("the ")
	ampAnd   = []byte(" & ")
	spellAnd = []byte(" and ")
)

func appendBody(b []byte, name string) []byte {
	b = appendFold(b, name)
	if bytes.HasPrefix(b, lead) {
		b = append(b[:0], b[len(lead):]...)
	}
	if n := bytes.Index(b, ampAnd); n > 0 {
		b = bytes.ReplaceAll(b, ampAnd, spellAnd)
	}
	if n := bytes.LastIndexByte(b, ' '); n > 0 {
		switch string(b[n+1:]) {
		case "ltd", "limited", "plc", "inc", "llc", "llp", "corp":
			b = b[:n]
		}
	}
	return b
}

// letters is the name that an acronym stands for, and where that is said.
type letters struct {
	name, short string
	span        text.Span
}

// bracketBehind reports whether letters in brackets follow a run.
func (f *finder) bracketBehind(r run) bool {
	return r.end+2 < len(f.d.Tokens) && f.d.Word(r.end) == "(" && f.d.Word(r.end+2) == ")" && len(f.short) > 0
}

// bracketed reports whether the run is an abbreviation in brackets of its own.
func (f *finder) bracketed(r run) bool {
	d := f.d
	t := d.Tokens[r.first]
	return r.end-r.first == 1 && t.Is(text.AllCaps) && t.End-t.Start >= 2 && t.End-t.Start <= 10 && r.first > 1 && r.end < len(d.Tokens) && d.Word(r.first-1) == "(" && d.Word(r.end) == ")"
}

// acronym reads "Society of Motor Makers and Traders (SMMT)": the words in
// capitals before the bracket that begin with its letters are a body, and the
// letters stand for it wherever they occur.
func (f *finder) acronym(r run) bool {
	d := f.d
	short := d.Lower(r.first)
	b := d.Blocks[d.BlockAt(r.first)]
	start := r.first - 1
	left := len(short)
	for back := 0; left > 0 && start > b.First && back < 3*len(short)+2; back++ {
		start--
		w := d.Lower(start)
		switch {
		case nameWord(d, start):
			n := initials(w, short[:left])
			if n == 0 {
				return false
			}
			left -= n
		case d.Tokens[start].Kind == text.Word && len(w) <= 3, w == "," || w == "&", d.Tokens[start].Kind == text.Clitic:
		default:
			return false
		}
	}
	if left > 0 || r.first-1-start < 2 {
		return false
	}
	n := len(f.runs)
	for n > 0 && f.runs[n-1].title >= start {
		n--
	}
	if n > 0 && f.runs[n-1].end > start {
		return false
	}
	f.runs = append(f.runs[:n], run{title: start, first: start, end: r.first - 1, kind: body}, run{title: r.first, first: r.first, end: r.end, kind: body})
	f.buf = appendBody(f.buf[:0], d.Word(r.first))
	if _, ok := f.short[string(f.buf)]; !ok {
		f.short[string(f.buf)] = letters{f.words(start, r.first-1), d.Word(r.first), d.SpanOf(r.first, r.end)}
	}
	return true
}

// initials returns how many of the last letters are the initials of the parts of
// w: one, or one for each part between hyphens.
func initials(w, letters string) int {
	parts := 1
	for i := 1; i < len(w); i++ {
		if w[i-1] == '-' {
			parts++
		}
	}
	if parts > 1 && parts <= len(letters) {
		k, ok := len(letters)-parts, true
		for i := range len(w) {
			if i == 0 || w[i-1] == '-' {
				ok = ok && letters[k] == w[i]
				k++
			}
		}
		if ok {
			return parts
		}
	}
	if letters[len(letters)-1] == w[0] {
		return 1
	}
	return 0
}

// body places the name of a body: with the body so named, or that the letters in
// brackets stand for.
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
