package model

import (
	"slices"

	"onrecord/model/infer"
	"onrecord/model/reuse"
	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/text"
)

// builder gathers analyses in document order and makes snapshots of them. Its
// slices only ever grow or are replaced, so that a snapshot is their headers and
// costs nothing. What the last corpus stage found stays in the snapshots that
// follow it: a reader never sees the chronology vanish.
type builder struct {
	opt      Options
	progress Progress
	problems []source.Problem
	analyses []*Analysis
	docs     []*Document
	quotes   []Quotation
	index    search.Builder
	staged   *Corpus // of the last corpus stage
}

func newBuilder(opt Options, found int, problems []source.Problem) *builder {
	return &builder{opt: opt, progress: Progress{Found: found}, problems: problems, staged: &Corpus{}}
}

func (b *builder) add(r result) {
	b.progress.Read++
	b.problems = append(b.problems, r.problems...)
	for _, a := range r.analyses {
		id := text.DocID(len(b.docs))
		b.analyses = append(b.analyses, a)
		b.index.Add(a.Index)
		a.Index = nil
		b.docs = append(b.docs, &Document{
			ID: id, Name: a.Source.Name, Text: a.Source.Text, Blocks: a.Blocks, Words: a.Words, Language: a.Language,
			Title: a.Title, TitleBasis: a.Basis, TitleSpan: a.TitleSpan,
			Published: given(a.Source.Meta), Source: a.Source.Meta.Source, URL: a.Source.Meta.URL, Format: a.Source.Format,
		})
		for _, q := range a.Quotes {
			b.quotes = append(b.quotes, Quotation{Doc: id, Quotation: q})
		}
	}
}

// snapshot is the corpus so far, with what the last corpus stage found.
func (b *builder) snapshot() *Corpus {
	return b.indexed(&Corpus{
		Name: b.opt.Name(), Docs: slices.Clip(b.docs), Quotations: slices.Clip(b.quotes),
		People: b.staged.People, Dates: b.staged.Dates, Events: b.staged.Events,
		Problems: slices.Clip(b.problems), Progress: b.progress,
	})
}

// indexed gives a corpus its index.
func (b *builder) indexed(c *Corpus) *Corpus {
	c.Search = b.index.Snapshot().With(newSearchFields(c))
	return c
}

// stage is what the corpus stage works on.
func (b *builder) stage() []infer.Document {
	texts := make([]string, len(b.analyses))
	prints := make([]*reuse.Fingerprint, len(b.analyses))
	for i, a := range b.analyses {
		texts[i], prints[i] = a.Source.Text, a.Print
	}
	relations := reuse.Compare(texts, prints)
	stage := make([]infer.Document, len(b.analyses))
	for i, a := range b.analyses {
		stage[i] = infer.Document{
			ID: text.DocID(i), Name: a.Source.Name, Source: a.Source.Meta.Source, Text: a.Source.Text, Blocks: a.Blocks, Given: given(a.Source.Meta),
			People: a.People, Quotes: a.Quotes, Times: a.Times, Events: a.Events, Relations: relations[i],
		}
	}
	return stage
}

// infer runs the corpus stage over the documents so far and returns what they
// imply together.
func (b *builder) infer() *Corpus {
	stage := b.stage()
	persons, of := infer.People(stage)
	times := infer.Dates(stage, b.opt.Today)
	c := &Corpus{
		Name: b.opt.Name(), Docs: make([]*Document, len(b.docs)),
		People: persons, Quotations: resolved(b.quotes, persons, of), Events: infer.Events(stage, times, of),
		Problems: slices.Clip(b.problems), Progress: b.progress,
	}
	for i, d := range b.docs {
		n := *d
		n.Blocks = siteLines(d.Blocks, stage[i].Relations.Lines)
		n.Published, n.Similar, n.Reused = times[i].Published, stage[i].Relations.Similar, stage[i].Relations.Passages
		c.Docs[i] = &n
		for _, r := range times[i].Dates {
			c.Dates = append(c.Dates, Date{Doc: n.ID, Resolved: r})
		}
	}
	link(c.Quotations, c.Docs)
	b.docs, b.quotes, b.staged = c.Docs, c.Quotations, c
	return b.indexed(c)
}

// resolved gives each quotation's speakers the names that the corpus has for
// them.
func resolved(quotes []Quotation, persons []Person, of [][]int) []Quotation {
	out := slices.Clone(quotes)
	for i := range out {
		q := &out[i]
		q.Speakers = slices.Clone(q.Speakers)
		q.People = make([]int, len(q.Speakers))
		for k := range q.Speakers {
			q.People[k] = -1
			s := &q.Speakers[k]
			if e := s.Entity; e >= 0 && e < len(of[q.Doc]) {
				q.People[k] = of[q.Doc][e]
				s.Name = persons[q.People[k]].Name
			}
		}
	}
	return out
}

// siteLines marks the blocks that stand in many documents as furniture: a page's
// own words do not.
func siteLines(blocks []text.Block, lines []int) []text.Block {
	if len(lines) == 0 {
		return blocks
	}
	out := slices.Clone(blocks)
	for _, i := range lines {
		out[i].Kind = text.Furniture
	}
	return out
}
