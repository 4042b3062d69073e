package quote

import (
	"onrecord/model/text"
)

// goesWith reports whether s is joined by "and" or a comma to a stretch of the
// same block that is no name, so that it is none either.
func (f *finder) goesWith(prev, s *stretch) bool {
	if prev.name || prev.block != s.block || s.open-prev.behind() > 2 {
		return false
	}
	for i := prev.behind(); i < s.open; i++ {
		if w := f.d.Lower(i); w != "and" && w != "," && w != "or" && w != "a" && w != "an" {
			return false
		}
	}
	return true
}

// nameInMarks reports whether the marks name something, a group, a programme or
// a book, where a sentence begins with it.
func (f *finder) nameInMarks(s *stretch, a attribution) bool {
	return f.nameShaped(s) && !a.found && !f.introduced(s)
}

// introduced reports whether a comma, a colon or a cue leads to the marks.
func (f *finder) introduced(s *stretch) bool {
	if s.open == 0 || f.titled(s) {
		return false
	}
	w := f.d.Lower(s.open - 1)
	return w == "," || w == ":" || verbs()[w]&says != 0 && !f.nounUse(s.open-1)
}

// judged reports whether a verb such as "called" gives the words as somebody’s
// name for somebody: "he called her “Crooked Ann”", not "a show called “A”".
func (f *finder) judged(s *stretch) bool {
	d := f.d
	lo := d.Sentences[d.SentenceAt(s.open)].First
	for i := s.open - 1; i > lo && i > s.open-7; i-- {
		if f.part(i) == comma || f.part(i) == breaker {
			return false
		}
		if f.class(i)&judges == 0 || f.nounUse(i) {
			continue
		}
		return i < s.open-1 && !f.passive(i) && (d.Tokens[i-1].Is(text.Capital) || pronouns.Has(d.Lower(i-1)) || between.Has(d.Lower(i-1)) || f.part(i-1) == joining || f.part(i) == participle)
	}
	return false
}

// works are things that have a title.
var works = text.SetOf("book", "books", "film", "movie", "song", "novel", "memoir", "album", "article", "essay", "commentary", "series", "episode", "poem", "play", "show", "programme", "documentary", "musical", "ballad", "hymn", "anthem", "magazine", "podcast", "exhibition", "sculpture", "painting")

// titled reports whether the marks hold the title of a work: "her book, “A”".
func (f *finder) titled(s *stretch) bool {
	i := s.open - 1
	if i > 0 && f.d.Word(i) == "," {
		i--
	}
	return i >= 0 && works.Has(f.d.Lower(i))
}

// nameShaped reports whether every word in the marks that is not small has a
// capital, and no stop stands with them.
func (f *finder) nameShaped(s *stretch) bool {
	d := f.d
	n := 0
	for i := s.first; i < s.end; i++ {
		t := d.Tokens[i]
		if t.Kind != text.Word {
			if w := d.Word(i); i == s.end-1 && (w == "?" || w == "!") {
				return false
			}
			continue
		}
		if n++; !t.Is(text.Capital) && !smallWord(d.Lower(i)) {
			return false
		}
	}
	return n > 0 && n <= 8 && s.closed() && f.capital(s)
}

func smallWord(w string) bool {
	switch w {
	case "a", "an", "the", "of", "for", "and", "in", "on", "to", "with", "at", "by", "or", "from", "is", "as":
		return true
	}
	return false
}
