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
	generation        int32 // the token "Jr" behind the name, or 0
	sure              bool  // a person for certain, though one word: a post stands before it
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

// gather lists the runs of the document in text order.
func (f *finder) gather() {
	d := f.d
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		if b.Kind == text.Furniture {
			continue
		}
		for i := b.First; i < b.End; {
			if d.Tokens[i].Kind != text.Word || d.Tokens[i].Flags&text.Capital == 0 && f.cls[i]&isTitleWord == 0 {
				i++
				continue
			}
			i = f.run(i, b.End)
		}
	}
}

// run reads the run that begins at token i, and returns where to go on.
func (f *finder) run(i, end int) int {
	d := f.d
	t := d.Tokens[i]
	if !t.Is(text.Capital) && !(i+1 < end && nameWord(d, i+1)) {
		return i + 1
	}
	r := run{title: i, first: i}
	r.first, r.gender = f.skipTitles(i, end)
	if !t.Is(text.Capital) && r.first == i {
		return i + 1
	}
	r.end = f.runEnd(r.first, end)
	if r.end == r.first { // a title with no name behind it: "the Mayor said"
		r.title, r.first, r.gender = i, i, Unknown
		r.end = max(f.runEnd(i, end), i+1)
	}
	next := r.end
	if f.bracketed(r) && f.acronym(r) {
		return next
	}
	if r = f.classify(r); r.end > r.first {
		f.runs = append(f.runs, r)
	}
	return next
}

// skipTitles returns the token behind the titles that begin at i.
func (f *finder) skipTitles(i, end int) (int, Gender) {
	d := f.d
	g := Unknown
	k := i
	for k < end {
		c := f.cls[k]
		if c&isTitleWord == 0 && !(c&isTitleFirst != 0 && k+1 < end && d.Tokens[k].Is(text.Capital) && k > i) {
			break
		}
		next := k + 1
		if next < end && d.Word(next) == "." && !d.Tokens[next].Is(text.SpaceBefore) {
			next++
		}
		if next >= end || !nameWord(d, next) || !d.Tokens[next].Is(text.SpaceBefore) {
			break
		}
		if n := f.cls[next]; n&(isRole|isNotName) != 0 && n&isTitleWord == 0 {
			break // "Chief Executive", "General Hospital"
		}
		if c&isTitleWord != 0 && c&(isWoman|isMan) != 0 {
			g = c.roleGender()
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
func (f *finder) runEnd(i, end int) int {
	d := f.d
	k := i
	for k < end {
		switch {
		case nameWord(d, k):
			if k > i && f.cls[k]&isCut != 0 && f.titleAt(k, end) {
				return k // "Hexley Police Lt. Ann Lee"
			}
			k++
			if k < end && d.Word(k) == "." && !d.Tokens[k].Is(text.SpaceBefore) && d.Tokens[k-1].End-d.Tokens[k-1].Start == 1 && k+1 < end && nameWord(d, k+1) {
				k++ // an initial
			}
			continue
		case k > i && k+1 < end && d.Tokens[k].Kind == text.Word && f.cls[k]&isJoiner != 0 && nameWord(d, k+1):
			k++
			continue
		case k > i && f.bodyGoesOn(i, k, end):
			k++
			continue
		case k > i && k+1 < end && d.Tokens[k].Kind == text.Clitic && f.cls[k-1]&isGroup != 0 && nameWord(d, k+1):
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

// titleAt reports whether the title at k has a name behind it.
func (f *finder) titleAt(k, end int) bool {
	k++
	if k < end && f.d.Word(k) == "." {
		k++
	}
	return k < end && nameWord(f.d, k)
}

// bodyGoesOn reports whether the small word at k joins the name of a body:
// "Department for Education", "University of Wales".
func (f *finder) bodyGoesOn(i, k, end int) bool {
	d := f.d
	if d.Tokens[k].Kind != text.Word || d.Tokens[k].End-d.Tokens[k].Start > 3 {
		return false
	}
	w := d.Lower(k)
	if w != "of" && w != "for" || k+1 >= end || (f.cls[k-1]|f.cls[i])&isHeadBody == 0 {
		return false
	}
	return nameWord(d, k+1) && f.cls[k+1]&isPossessor == 0
}

// groups possess parts of the names of bodies.
var groups = text.SetOf("children", "women", "men", "people", "veterans", "workers", "writers", "farmers", "residents", "patients", "teachers")

var pronounish = text.SetOf("his", "her", "its", "their", "our", "my", "this", "that", "the")

// classify decides what a run is by its own words.
func (f *finder) classify(r run) run {
	d := f.d
	// Small words that only begin a sentence are not part of a name.
	for r.title == r.first && r.end-r.first > 1 && (f.cls[r.first]&isLead != 0 || f.cls[r.first]&isNotName != 0 && !f.bodyRun(r)) {
		r.first++
		r.title = r.first
		if first, g := f.skipTitles(r.first, r.end); first > r.first {
			r.first, r.gender = first, g
		}
	}
	for r.end-r.first > 1 && f.cls[r.end-1]&isTail != 0 {
		r.end-- // "as Chief Executive I made"
	}
	n := r.end - r.first
	switch {
	case f.cls[r.end-1]&isRole != 0 && n > 1 && r.title == r.first && f.allRole(r):
		r.kind = nothing
	case f.bodyRun(r):
		r.kind = body
		if r.title < r.first {
			r.first = r.title
		}
	case r.title < r.first:
		r.kind = titled
		f.trimSuffix(&r)
	case n == 1:
		r.kind = single
	default:
		f.behindRole(&r)
		f.trimSuffix(&r)
		known := f.cls[r.first]&isFirstName != 0 && f.cls[r.first]&isPlace == 0
		initial := d.Tokens[r.first].End-d.Tokens[r.first].Start == 1
		switch {
		case r.title < r.first:
			r.kind = titled
		case r.end-r.first == 1:
			r.kind = single
		case f.anyNotName(r) || r.end-r.first > maxName:
			r.kind = nothing
		case known || initial && r.end-r.first <= 4:
			r.kind = full
		case r.end-r.first <= 4:
			r.kind = stranger
		}
	}
	return r
}

// maxName bounds the words of a person's name.
const maxName = 5

// behindRole cuts a post in capitals from the front of a name: "Senate Majority
// Leader Ann Lee".
func (f *finder) behindRole(r *run) {
	const most = 12 // words before the name
	if k := r.end - 1; f.cls[k-1]&isRole != 0 && f.cls[k]&(isRole|isRoles|isNotName|isBody|isSuffix|isGroup) == 0 && f.cls[r.first]&isFirstName == 0 {
		r.title, r.first, r.sure = k, k, true // "Prime Minister Lee"
		return
	}
	for k := r.end - 2; k > r.first && k > r.end-2-most; k-- {
		if f.cls[k-1]&isRole == 0 || f.cls[k]&(isRole|isNotName) != 0 && f.cls[k]&isFirstName == 0 {
			continue
		}
		if f.cls[k]&isFirstName != 0 || f.cls[r.first]&isFirstName == 0 {
			r.title, r.first = k, k
			if first, g := f.skipTitles(k, r.end); first > k {
				r.first, r.gender, r.kind = first, g, titled
			}
			return
		}
	}
}

// allRole reports whether a run is the name of a post and not of its holder: no
// word of it is a first name.
func (f *finder) allRole(r run) bool {
	for i := r.first; i < r.end; i++ {
		if f.cls[i]&(isFirstName|isNotName) == isFirstName {
			return false
		}
	}
	return true
}

// trimSuffix cuts "MP" and the like from the end of a name, and keeps "Jr".
func (f *finder) trimSuffix(r *run) {
	for r.end-r.first > 1 && f.cls[r.end-1]&isSuffix != 0 && f.d.Lower(r.end-1) != "am" {
		r.end--
		if f.cls[r.end]&isGeneration != 0 {
			r.generation = int32(r.end)
		}
	}
	k := r.end
	if k+1 < len(f.d.Tokens) && f.d.Word(k) == "," {
		k++
	}
	if k < len(f.d.Tokens) && k > r.end && f.cls[k]&isGeneration != 0 && f.d.Tokens[k].Is(text.Capital) {
		r.generation = int32(k)
	}
}

func (f *finder) anyNotName(r run) bool {
	for i := r.first; i < r.end; i++ {
		if i > r.first && i+1 < r.end && f.d.Tokens[i].End-f.d.Tokens[i].Start == 1 {
			continue // the A of "Jane A. Roe"
		}
		if f.cls[i]&isNotName != 0 && (i > r.first || f.cls[i]&isFirstName == 0) {
			return true
		}
	}
	return false
}

// first reports whether a word is a first name.
func first(w string) bool {
	_, ok := firstName(w)
	return ok
}

// bodyRun reports whether a run names an organisation: its last word is a body's,
// it begins as one ("Department for …"), or it is an abbreviation.
func (f *finder) bodyRun(r run) bool {
	d := f.d
	n := r.end - r.first
	last := f.cls[r.end-1]
	if n > 1 && last&isBody != 0 {
		return true
	}
	if n == 1 && r.title < r.first && r.gender == Unknown && offices.Has(d.Lower(r.first)) {
		return true // "the Justice Department" is no judge
	}
	if n > 2 && f.cls[r.first]&isHeadBody != 0 && (d.Lower(r.first+1) == "of" || d.Lower(r.first+1) == "for") {
		return true
	}
	if n > 1 {
		for i := r.first + 1; i < r.end-1; i++ {
			if d.Text[d.Tokens[i].Start] == '&' {
				return true
			}
		}
		return false
	}
	t := d.Tokens[r.first]
	l := t.End - t.Start
	return t.Is(text.AllCaps) && l >= 3 && l <= 6 && last&(isNotName|isSuffix) == 0 && !strings.Contains(d.Word(r.first), ".") && !f.capsLine(r.first) && !f.dateline(r.first)
}

// dateline reports whether the word at i, which begins its block, is a place where
// a report was written: "BARRON, Wis. —", "LONDON (Reuters) -".
func (f *finder) dateline(i int) bool {
	d := f.d
	if !d.Tokens[i].Is(text.BlockStart) || i+1 >= len(d.Tokens) {
		return false
	}
	switch d.Word(i + 1) {
	case ",", "—", "–", "-", "--", "(":
		return true
	}
	return false
}

// capsLine reports whether the line of token i is set in capitals, where an
// abbreviation cannot be told. Each line is read once.
func (f *finder) capsLine(i int) bool {
	d := f.d
	bi := d.BlockAt(i)
	if f.capsBlock == bi {
		return f.caps
	}
	b := &d.Blocks[bi]
	f.capsBlock, f.caps = bi, true
	for k := b.First; k < b.End; k++ {
		if d.Tokens[k].Kind == text.Word && !d.Tokens[k].Is(text.AllCaps) {
			f.caps = false
			break
		}
	}
	return f.caps
}
