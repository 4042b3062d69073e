package people

import (
	"strings"

	"onrecord/model/text"
)

// run is a stretch of capitalised words, the raw matter of names: tokens
// [first, end), with the title's tokens [title, first) before it.
type run struct {
	title, first, end int
	gender            Gender // as the title says
	kind              verdict
}

// verdict is what a run of capitals is taken for.
type verdict uint8

const (
	nothing  verdict = iota
	full             // a person's first and last name
	titled           // a title and a name: a person for certain
	body             // an organisation
	single           // one word that may be a known surname or first name
	stranger         // two or three words that may be a person: context decides
)

// runs returns the runs of d in text order.
func runs(d *text.Doc) []run {
	var out []run
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if b.Kind == text.Furniture {
			continue
		}
		for i := b.First; i < b.End; {
			r, next := nextRun(d, i, b.End)
			if r.end > r.first {
				out = append(out, r)
			}
			i = next
		}
	}
	return out
}

// nextRun reads the run that begins at token i, and returns where to go on.
func nextRun(d *text.Doc, i, end int) (run, int) {
	t := d.Tokens[i]
	low := d.Lower(i)
	_, isTitle := titles[low]
	if t.Kind != text.Word || !t.Is(text.Capital) && !(isTitle && i+1 < end && nameWord(d, i+1)) {
		return run{}, i + 1
	}
	r := run{title: i, first: i}
	r.first, r.gender = skipTitles(d, i, end)
	if !t.Is(text.Capital) && r.first == i {
		return run{}, i + 1
	}
	r.end = runEnd(d, r.first, end)
	if r.end == r.first { // a title with no name behind it: "the Mayor said"
		r.title, r.first, r.gender = i, i, Unknown
		r.end = max(runEnd(d, i, end), i+1)
	}
	return classify(d, r), r.end
}

// skipTitles returns the token behind the titles that begin at i.
func skipTitles(d *text.Doc, i, end int) (int, Gender) {
	g := Unknown
	k := i
	for k < end {
		low := d.Lower(k)
		tg, ok := titles[low]
		if !ok && !(in(titleFirst, low) && k+1 < end && d.Tokens[k].Is(text.Capital) && k > i) {
			break
		}
		next := k + 1
		if next < end && d.Word(next) == "." && !d.Tokens[next].Is(text.SpaceBefore) {
			next++
		}
		if next >= end || !nameWord(d, next) || !d.Tokens[next].Is(text.SpaceBefore) {
			break
		}
		if w := d.Lower(next); (in(roleNouns, w) || in(notNames, w)) && titles[w] == Unknown && !isTitle(w) {
			break // "Chief Executive", "General Hospital"
		}
		if tg != Unknown {
			g = tg
		}
		k = next
	}
	return k, g
}

// nameWord reports whether token i can be part of a name.
func nameWord(d *text.Doc, i int) bool {
	return d.Tokens[i].Kind == text.Word && d.Tokens[i].Is(text.Capital)
}

// runEnd returns the end of the capitalised words that begin at i, with
// initials, particles and "of" or "for" inside the name of a body.
func runEnd(d *text.Doc, i, end int) int {
	k := i
	for k < end {
		switch {
		case nameWord(d, k):
			k++
			if k < end && d.Word(k) == "." && !d.Tokens[k].Is(text.SpaceBefore) && d.Tokens[k-1].End-d.Tokens[k-1].Start == 1 && k+1 < end && nameWord(d, k+1) {
				k++ // an initial
			}
			continue
		case k > i && k+1 < end && d.Tokens[k].Kind == text.Word && in(joiners, d.Lower(k)) && nameWord(d, k+1):
			k++
			continue
		case k > i && bodyGoesOn(d, i, k, end):
			k++
			continue
		case k > i && k+1 < end && d.Tokens[k].Kind == text.Clitic && in(groups, d.Lower(k-1)) && nameWord(d, k+1):
			k++ // "Children’s Services"
			continue
		case k > i && d.Word(k) == "&" && k+1 < end && nameWord(d, k+1):
			k++
			continue
		}
		break
	}
	return k
}

// bodyGoesOn reports whether the small word at k joins the name of a body:
// "Department for Education", "University of Wales".
func bodyGoesOn(d *text.Doc, i, k, end int) bool {
	w := d.Lower(k)
	if w != "of" && w != "for" || k+1 >= end || !in(headBodies, d.Lower(k-1)) && !in(headBodies, d.Lower(i)) {
		return false
	}
	return nameWord(d, k+1) && !in(pronounish, d.Lower(k+1))
}

// groups possess parts of the names of bodies.
var groups = set("children", "women", "men", "people", "veterans", "workers", "writers", "farmers", "residents", "patients", "teachers")

var pronounish = set("his", "her", "its", "their", "our", "my", "this", "that", "the")

// classify decides what a run is by its own words.
func classify(d *text.Doc, r run) run {
	// Small words that only begin a sentence are not part of a name.
	for r.title == r.first && r.end-r.first > 1 && (in(leads, d.Lower(r.first)) || in(notNames, d.Lower(r.first)) && !bodyRun(d, r)) {
		r.first++
		r.title = r.first
		if f, g := skipTitles(d, r.first, r.end); f > r.first {
			r.first, r.gender = f, g
		}
	}
	for r.end-r.first > 1 && in(pronounTails, d.Lower(r.end-1)) {
		r.end-- // "as Chief Executive I made"
	}
	n := r.end - r.first
	switch {
	case in(roleNouns, d.Lower(r.end-1)) && n > 1 && r.title == r.first && allRole(d, r):
		r.kind = nothing
	case bodyRun(d, r):
		r.kind = body
		if r.title < r.first {
			r.first = r.title
		}
	case r.title < r.first:
		r.kind = titled
		trimSuffix(d, &r)
	case n == 1:
		r.kind = single
	default:
		trimSuffix(d, &r)
		_, known := firstName(d.Lower(r.first))
		initial := d.Tokens[r.first].End-d.Tokens[r.first].Start == 1
		switch {
		case r.end-r.first == 1:
			r.kind = single
		case anyNotName(d, r) || r.end-r.first > 5:
			r.kind = nothing
		case known || initial && r.end-r.first <= 4:
			r.kind = full
		case r.end-r.first <= 4:
			r.kind = stranger
		}
	}
	return r
}

// allRole reports whether a run is the name of a post and not of its holder: no
// word of it is a first name.
func allRole(d *text.Doc, r run) bool {
	for i := r.first; i < r.end; i++ {
		if first(d.Lower(i)) && !in(notNames, d.Lower(i)) {
			return false
		}
	}
	return true
}

// trimSuffix cuts "MP" and the like from the end of a name.
func trimSuffix(d *text.Doc, r *run) {
	for r.end-r.first > 1 && in(suffixes, d.Lower(r.end-1)) && d.Lower(r.end-1) != "am" {
		r.end--
	}
}

func anyNotName(d *text.Doc, r run) bool {
	for i := r.first; i < r.end; i++ {
		if w := d.Lower(i); in(notNames, w) {
			if i > r.first || !first(w) {
				return true
			}
		}
	}
	return false
}

// first reports whether a word that is no name by itself is a first name too:
// April, June.
func first(w string) bool {
	_, ok := firstName(w)
	return ok
}

// bodyRun reports whether a run names an organisation: its last word is a body's,
// it begins as one ("Department for …"), or it is an abbreviation.
func bodyRun(d *text.Doc, r run) bool {
	last := d.Lower(r.end - 1)
	n := r.end - r.first
	if n > 1 && in(bodies, last) {
		return true
	}
	if n > 2 && in(headBodies, d.Lower(r.first)) && (d.Lower(r.first+1) == "of" || d.Lower(r.first+1) == "for") {
		return true
	}
	if n > 1 && strings.ContainsRune(d.Text[d.Tokens[r.first].Start:d.Tokens[r.end-1].End], '&') {
		return true
	}
	t := d.Tokens[r.first]
	l := t.End - t.Start
	return n == 1 && t.Is(text.AllCaps) && l >= 3 && l <= 6 && !in(notNames, last) && !in(suffixes, last) && !allCapsLine(d, r.first)
}

// allCapsLine reports whether the line of token i is set in capitals, where an
// abbreviation cannot be told.
func allCapsLine(d *text.Doc, i int) bool {
	b := d.Blocks[d.BlockAt(i)]
	for k := b.First; k < b.End; k++ {
		if d.Tokens[k].Kind == text.Word && !d.Tokens[k].Is(text.AllCaps) {
			return false
		}
	}
	return true
}
