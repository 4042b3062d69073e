// Package index prepares a snapshot of the corpus for the screen: what each pane
// lists, and which events a document tells of. It is made where the snapshot
// arrives, not while keys wait.
package index

import (
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
)

// Index is a snapshot of a corpus with its lists. It is not changed after New, but
// for what the screen adds when it first needs it.
type Index struct {
	*model.Corpus
	Spoken   []int32   // quotations, without reported speech, each utterance at its first place
	Reported []int32   // the same with reported speech
	eventsOf [][]int32 // by document
	named    []int32   // by person: documents that name them
	byName   []int32   // persons

	Read   func(text.DocID) bool // whether a document has been read; nil while nothing keeps that
	facets *facets               // made when something is narrowed first
}

// New makes the index of a snapshot.
func New(c *model.Corpus) *Index {
	x := &Index{Corpus: c, eventsOf: make([][]int32, len(c.Docs))}
	for i := range c.Quotations {
		q := &c.Quotations[i]
		if c.FirstPlace(i) != i {
			continue
		}
		x.Reported = append(x.Reported, int32(i))
		if q.Kind != quote.Indirect {
			x.Spoken = append(x.Spoken, int32(i))
		}
	}
	for i := range c.Events {
		for _, r := range c.Events[i].Sources {
			if l := x.eventsOf[r.Doc]; len(l) == 0 || l[len(l)-1] != int32(i) {
				x.eventsOf[r.Doc] = append(l, int32(i))
			}
		}
	}
	x.persons()
	return x
}

// Quotes returns the quotations of all documents as they are listed, with reported
// speech or without.
func (x *Index) Quotes(indirect bool) []int32 {
	if indirect {
		return x.Reported
	}
	return x.Spoken
}

// Places returns every place of the quotations that Quotes lists, in document order.
func (x *Index) Places(indirect bool) []int32 {
	out := make([]int32, 0, len(x.Quotations))
	for i := range x.Quotations {
		if indirect || x.Quotations[i].Kind != quote.Indirect {
			out = append(out, int32(i))
		}
	}
	return out
}

// EventsOf returns the events that a document tells of, in the order of the
// chronology.
func (x *Index) EventsOf(id text.DocID) []int32 {
	if id < 0 || int(id) >= len(x.eventsOf) {
		return nil
	}
	return x.eventsOf[id]
}

// Nearer reports whether what begins at byte a of a document is a better one for a place
// than what begins at b: the first at the place or behind it, else the last before.
func Nearer(a, b, place int32) bool {
	behind := a >= place
	if behind != (b >= place) {
		return behind
	}
	return a < b == behind
}

// Passages returns where a document tells of events, in text order.
func (x *Index) Passages(id text.DocID) []text.Span {
	var out []text.Span
	for _, e := range x.EventsOf(id) {
		for _, r := range x.Events[e].Sources {
			if r.Doc == id {
				out = append(out, r.Span)
			}
		}
	}
	slices.SortFunc(out, func(a, b text.Span) int { return int(a.Start - b.Start) })
	return slices.Compact(out)
}

// Short is a document's name as it fits beside other words: without its folder and
// ending, and without a hash at its end, which tells a reader nothing. Of a long name the
// first parts are left: a number alone may be that of hundreds of documents.
func Short(name string) string {
	const most = 20
	if base := path.Base(name); len(base) > len(path.Ext(base)) {
		name = strings.TrimSuffix(base, path.Ext(base))
	}
	for {
		i := strings.LastIndexAny(name, "_-. ")
		if i <= 0 || utf8.RuneCountInString(name) <= most && !isHash(name[i+1:]) {
			break
		}
		name = strings.TrimRight(name[:i], "_-. ")
	}
	if r := []rune(name); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return name
}

// isHash reports whether a part of a name is a number to the base of sixteen as programs
// make them: letters among its digits, and too long to be a word.
func isHash(s string) bool {
	const least = 8
	letters, digits := false, false
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			digits = true
		case c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F':
			letters = true
		default:
			return false
		}
	}
	return len(s) >= least && letters && digits
}
