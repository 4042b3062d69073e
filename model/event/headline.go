package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxHeadline is the greatest length of a headline in words.
const maxHeadline = 18

// headline makes a line of a clause in the document's own words: without the
// pronoun of a relative clause, marks and brackets, cut at a comma or at the end
// of a word. A pronoun at its head is resolved to a name.
func (f *finder) headline(c clause) string {
	d := f.d
	var b strings.Builder
	n, space := 0, false
	for i := c.first; i < c.end; i++ {
		if i >= c.skip[0] && i < c.skip[1] || i >= c.date[0] && i < c.date[1] {
			continue
		}
		t := d.Tokens[i]
		if t.Kind == text.Quote || t.Kind == text.Punct && (d.Word(i) == "(" || d.Word(i) == ")") {
			space = space || t.Is(text.SpaceBefore)
			continue
		}
		if n >= maxHeadline && t.Is(text.SpaceBefore) || n > 8 && d.Word(i) == "," && i > c.skip[1] {
			break
		}
		if b.Len() > 0 && (space || t.Is(text.SpaceBefore)) {
			b.WriteByte(' ')
		}
		space = false
		b.WriteString(f.spoken(i, c))
		if t.Kind == text.Word || t.Kind == text.Number {
			n++
		}
	}
	s := strings.TrimRight(b.String(), " ,;:–-")
	s = strings.TrimSuffix(s, ".")
	if s == "" {
		return ""
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// spoken is token i as the headline says it.
func (f *finder) spoken(i int, c clause) string {
	d := f.d
	w := d.Word(i)
	if i != c.first {
		return w
	}
	k, ok := f.p.At(i)
	if !ok || f.p.Mentions[k].Form != people.Pronoun {
		return w
	}
	name := f.p.Entities[f.p.Mentions[k].Entity].Name
	switch d.Lower(i) {
	case "he", "she":
		return name
	case "his", "her":
		return name + "’s"
	}
	return w
}
