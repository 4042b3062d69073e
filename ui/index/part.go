package index

import (
	"onrecord/model/quote"
	"onrecord/model/text"
)

// Part is how much there is of a person: what they said, each utterance once, and the
// documents that name them.
type Part struct{ Said, Docs int }

// PartOf counts what a filter leaves of a person, as their page would list it; p is nil
// without a filter. What it asks of persons is left out, as it is from the list of
// people: another is chosen from that.
func (x *Index) PartOf(p *Page, person int, reported bool) Part {
	if p == nil && !reported {
		return Part{x.People[person].Quotes, int(x.named[person])}
	}
	if p == nil {
		p = &x.facet().whole
	}
	k := 0
	if reported || p.asked {
		k = 1
	}
	if p.parts[k] == nil {
		p.parts[k] = x.partsOf(p, k == 1)
	}
	return p.parts[k][person]
}

// partsOf counts for all persons at once: one look at every quotation and name costs
// less than what is asked of each while its row is set.
func (x *Index) partsOf(p *Page, reported bool) []Part {
	f := x.facet()
	out := make([]Part, len(x.People))
	type said struct{ person, words int32 }
	seen := map[said]bool{} // of what stands elsewhere too, or has several speakers
	left := p.but(ByPerson{}.Noun(), Quotations)
	for i := range x.Quotations {
		q := &x.Quotations[i]
		if left != nil && !left.has(i) || q.Kind == quote.Indirect && !reported {
			continue
		}
		once := f.copies.has(i) || len(q.Speakers) > 1
		for n := range q.Speakers {
			k := said{int32(x.Speaker(q, n)), f.classes[i]}
			if k.person < 0 || once && seen[k] {
				continue
			}
			if once {
				seen[k] = true
			}
			out[k.person].Said++
		}
	}
	for i := range x.People {
		last := text.NoDoc
		for _, r := range x.People[i].Mentions {
			if r.Doc != last && p.Names(r.Doc) {
				out[i].Docs++
			}
			last = r.Doc
		}
	}
	return out
}
