package people

import "onrecord/model/text"

// strangers decides which runs of unknown words are persons, and which first
// names that stand alone: one of their occurrences stands where only a person can.
func (f *finder) strangers() {
	for _, r := range f.runs {
		if (r.kind == stranger || r.kind == single && !r.sure && f.cls[r.first]&(isFirstName|isNotName) == isFirstName) && f.actsAsPerson(r) {
			f.acts[f.name(r)] = 1
		}
	}
	for i := range f.runs {
		f.entity = append(f.entity, -1)
		r := &f.runs[i]
		if len(f.acts) == 0 || r.kind != stranger && r.kind != single {
			continue
		}
		if f.acts[f.name(*r)] == 0 {
			continue
		}
		if r.kind == single {
			r.sure = true
		} else {
			r.kind = full
		}
	}
	clear(f.acts)
}

// agents decides which single words are bodies: they do, twice or more, what a
// person or a body does, and are nobody's name.
func (f *finder) agents() {
	for _, r := range f.runs {
		if r.kind != single || r.sure || r.end >= len(f.d.Tokens) || f.cls[r.first]&(isNotName|isFirstName) != 0 {
			continue
		}
		i := r.end
		switch f.d.Lower(i) {
		case "has", "have", "had", "also", "will":
			i++
		}
		if i < len(f.d.Tokens) && f.cls[i]&isDeed != 0 {
			f.acts[f.d.Lower(r.first)]++
		}
	}
	if len(f.acts) == 0 {
		return
	}
	for i := range f.runs {
		r := &f.runs[i]
		if r.kind != single || f.acts[f.d.Lower(r.first)] < 2 {
			continue
		}
		f.buf = appendFold(f.buf[:0], f.d.Lower(r.first))
		if _, ok := f.byLast[string(f.buf)]; ok {
			continue
		}
		if _, ok := f.byFirst[string(f.buf)]; !ok {
			r.kind = body
			f.whole(i)
		}
	}
}

// deeds are what persons and bodies do, and places hardly ever.
var deeds = text.SetOf("announced", "approved", "claimed", "confirmed", "declined", "denied", "found", "identified", "inspected", "investigated", "issued", "launched", "ordered", "published", "recommended", "reported", "ruled", "said", "says", "told", "wrote")

// actsAsPerson reports whether the run speaks, has an age, or has a role beside
// it.
func (f *finder) actsAsPerson(r run) bool {
	d := f.d
	s := d.Sentences[d.SentenceAt(r.first)]
	place := f.cls[r.first]&isPlace != 0
	if r.title-2 >= s.First && d.Lower(r.title-1) == "and" && d.Tokens[r.title-2].Is(text.Capital) && r.kind != single { // "Ellie and Jordan Marchant"
		if _, ok := firstName(d.Lower(r.title - 2)); ok {
			return true
		}
	}
	if r.end < s.End {
		if f.cls[r.end]&isSpeech != 0 && !place {
			return true
		}
		if d.Word(r.end) == "," && r.end+2 < s.End {
			if d.Lower(r.end+1) == "who" || d.Tokens[r.end+1].Kind == text.Number && d.Tokens[r.end+1].End-d.Tokens[r.end+1].Start <= 2 && d.Word(r.end+2) == "," {
				return true
			}
			if sp, _ := f.roleAfter(r); !sp.Empty() && r.kind != single {
				return true
			}
		}
	}
	if r.title > s.First && !place && (r.end >= s.End || f.cls[r.end]&isFinite == 0) { // not "said Hexley Vale has …"
		return f.cls[r.title-1]&(isSpeech|isRole) != 0
	}
	return false
}

// speaks are the commonest verbs that only a person or a body does.
var speaks = text.SetOf("said", "says", "told", "added", "asked", "explained", "argued", "admitted", "claimed", "insisted", "wrote", "tweeted", "replied", "warned")
