package quote

import (
	"unicode"

	"onrecord/model/text"
)

// minPull is the least length in letters and digits of words that are taken for a
// pull quote when they stand in the article too.
const minPull = 16

// pulled drops the quotations that a page sets apart and that stand in its text
// as well: each was said once. A pull quote has its block for itself, and every
// sentence of it stands in another quotation of the document.
func (f *finder) pulled() {
	var said map[string]int // sentences of quotations by their letters, and the quotation
	for i := range f.out {
		if f.out[i].Kind == Direct && f.alone(&f.out[i]) {
			if said == nil {
				said = f.sentencesSaid()
			}
			if other, ok := f.repeats(&f.out[i], i, said); ok {
				if o := &f.out[other]; len(o.Speakers) == 0 {
					o.Speakers = f.out[i].Speakers
				}
				f.out[i].Spans = nil
			}
		}
	}
	kept := f.out[:0]
	for _, q := range f.out {
		if len(q.Spans) > 0 {
			kept = append(kept, q)
		}
	}
	f.out = kept
}

// alone reports whether a quotation of one span fills its block, but for who said
// it behind a dash.
func (f *finder) alone(q *Quotation) bool {
	if len(q.Spans) != 1 {
		return false
	}
	first := f.d.TokenAt(int(q.Spans[0].Start))
	b := &f.d.Blocks[f.d.BlockAt(first)]
	if first > b.First+1 {
		return false
	}
	behind := f.d.TokenAt(int(q.Spans[0].End))
	return behind+1 >= b.End || f.part(behind+1) == comma && b.End-behind <= maxHandle && len(q.Speakers) > 0 && q.Speakers[0].Mention.Start > q.Spans[0].End
}

// sentencesSaid maps the letters of every sentence in a quotation that is not
// alone to the quotation.
func (f *finder) sentencesSaid() map[string]int {
	said := map[string]int{}
	for i := range f.out {
		if q := &f.out[i]; q.Kind <= Mixed && !f.alone(q) {
			f.eachSentence(q, func(letters string) { said[letters] = i })
		}
	}
	return said
}

// repeats returns the other quotation that holds every sentence of q.
func (f *finder) repeats(q *Quotation, self int, said map[string]int) (other int, ok bool) {
	n := 0
	all := true
	f.eachSentence(q, func(letters string) {
		i, found := said[letters]
		all = all && found && i != self && len(letters) >= minPull
		other = i
		n++
	})
	return other, all && n > 0
}

// eachSentence calls yield with the letters and digits of each sentence of a
// quotation, in lower case.
func (f *finder) eachSentence(q *Quotation, yield func(letters string)) {
	var buf []byte
	for _, s := range q.Spans {
		first, end := f.d.TokenAt(int(s.Start)), f.d.TokenAt(int(s.End-1))+1
		for i := first; i < end; i++ {
			if t := f.d.Tokens[i]; t.Kind == text.Word || t.Kind == text.Number {
				for _, r := range f.d.Lower(i) {
					if unicode.IsLetter(r) || unicode.IsDigit(r) {
						buf = append(buf, string(r)...)
					}
				}
			}
			if w := f.d.Word(i); (w == "." || w == "?" || w == "!" || i == end-1) && len(buf) > 0 {
				yield(string(buf))
				buf = buf[:0]
			}
		}
	}
}
