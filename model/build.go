package model

import (
	"slices"
	"sync"

	"onrecord/model/event"
	"onrecord/model/infer"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/reuse"
	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
)

// builder gathers analyses in document order and makes snapshots of them. Its
// slices only ever grow or are replaced, so that a snapshot is their headers and
// costs nothing. What the last corpus stage found stays in the snapshots that
// follow it: a reader never sees the chronology vanish. Each stage starts from
// what the documents say by themselves, so that the last does not depend on those
// before it.
type builder struct {
	opt      Options
	name     string
	progress Progress
	problems []source.Problem
	told     []told      // by document, until the last corpus stage
	docs     []*Document // as analysed
	quotes   []Quotation // as analysed
	index    search.Builder
	slab     []Document  // room for the next documents
	staged   *Corpus     // of the last corpus stage, or nil
	shown    []*Document // those of staged, and the documents after it
}

// told is what the corpus stage needs of an analysis, beside the document and its
// quotations.
type told struct {
	people *people.Found
	times  *when.Found
	events []event.Event
	print  *reuse.Fingerprint
	quotes int // the end of its quotations
}

func newBuilder(opt Options, found int, problems []source.Problem) *builder {
	return &builder{
		opt: opt, name: opt.Name(), progress: Progress{Found: found}, problems: problems,
		docs: make([]*Document, 0, found), told: make([]told, 0, found),
	}
}

func (b *builder) add(r result) {
	b.progress.Read++
	b.problems = append(b.problems, r.problems...)
	for _, a := range r.analyses {
		id := text.DocID(len(b.docs))
		if a.Index != nil {
			b.index.Add(a.Index)
			a.Index = nil
		}
		d := b.room()
		*d = Document{
			ID: id, Name: a.Source.Name, Text: a.Source.Text, Blocks: a.Blocks, Words: a.Words, Language: a.Language,
			Title: a.Title, TitleBasis: a.Basis, TitleSpan: a.TitleSpan,
			Published: given(a.Source.Meta), Source: a.Source.Meta.Source, URL: a.Source.Meta.URL, Format: a.Source.Format,
		}
		b.docs = append(b.docs, d)
		b.grow(len(a.Quotes))
		for _, q := range a.Quotes {
			b.quotes = append(b.quotes, Quotation{Doc: id, Quotation: q})
		}
		b.told = append(b.told, told{a.People, a.Times, a.Events, a.Print, len(b.quotes)})
		if b.staged != nil {
			b.shown = append(b.shown, d)
		}
	}
}

// grow makes room for n more quotations: for as many as there will be in all if
// the rest of the documents has as many as those before.
func (b *builder) grow(n int) {
	if need := len(b.quotes) + n; need > cap(b.quotes) {
		most := need
		if b.progress.Read > 0 {
			most = min(need*b.progress.Found/b.progress.Read, 4*need)
		}
		b.quotes = slices.Grow(b.quotes, n+max(most-need, 0)*17/16)
	}
}

// room returns a place for one more document. They lie side by side.
func (b *builder) room() *Document {
	if len(b.slab) == 0 {
		b.slab = make([]Document, min(256, max(1, cap(b.docs)-len(b.docs))))
	}
	d := &b.slab[0]
	b.slab = b.slab[1:]
	return d
}

// snapshot is the corpus so far, with what the last corpus stage found.
func (b *builder) snapshot() *Corpus {
	c := &Corpus{Name: b.name, Docs: slices.Clip(b.docs), Quotations: slices.Clip(b.quotes), Problems: slices.Clip(b.problems), Progress: b.progress}
	if b.staged != nil {
		c.Docs = slices.Clip(b.shown)
		c.People, c.Entities, c.Dates, c.Events = b.staged.People, b.staged.Entities, b.staged.Dates, b.staged.Events
		c.related, c.echoes, c.sections = b.staged.related, b.staged.echoes, b.staged.sections
	}
	return b.indexed(c)
}

// indexed gives a corpus its index, where one is made.
func (b *builder) indexed(c *Corpus) *Corpus {
	if !b.opt.Index {
		return c
	}
	c.Search = b.index.Snapshot().With(newSearchFields(c))
	return c
}

// stage is what the corpus stage works on.
func (b *builder) stage(last bool) []infer.Document {
	quotes := make([]*quote.Quotation, len(b.quotes))
	for i := range b.quotes {
		quotes[i] = &b.quotes[i].Quotation
	}
	stage := make([]infer.Document, len(b.docs))
	from := 0
	for i, d := range b.docs {
		t := &b.told[i]
		stage[i] = infer.Document{
			ID: d.ID, Name: d.Name, Source: d.Source, Text: d.Text, Blocks: d.Blocks, Given: &d.Published,
			People: t.people, Quotes: quotes[from:t.quotes], Times: t.times, Events: t.events,
		}
		from = t.quotes
	}
	if last {
		b.told = nil
	}
	return stage
}

// compare finds what the documents have in common.
func (b *builder) compare(last bool) *reuse.Relations {
	texts := make([]string, len(b.docs))
	prints := make([]*reuse.Fingerprint, len(b.docs))
	for i, d := range b.docs {
		texts[i], prints[i] = d.Text, b.told[i].print
		if last {
			b.told[i].print = nil
		}
	}
	return reuse.Compare(texts, prints)
}

// infer runs the corpus stage over the documents so far and returns what they
// imply together. After the last nothing more may be added. What is no longer needed
// is let go at once: this is where the most is in memory.
func (b *builder) infer(last bool) *Corpus {
	if last {
		b.staged, b.shown = nil, nil
	}
	c := &Corpus{
		Name: b.name, Quotations: slices.Clip(b.quotes), Problems: slices.Clip(b.problems), Progress: b.progress,
		related: b.compare(last),
	}
	stage := b.stage(last)
	var posts []infer.Post
	var wg sync.WaitGroup
	wg.Go(func() { posts = infer.Posts(stage) })
	c.People, c.Entities = infer.People(stage)
	wg.Wait()
	for i := range stage { // what the documents say of people is in c now
		stage[i].People = nil
	}
	times := infer.Dates(stage, c.related, posts, b.opt.Today)
	c.sections = sections(stage, times)
	told := infer.Tell(stage, times, c.Entities, b.opt.Today)
	for i := range stage { // and what they say of time
		stage[i].Times = nil
	}
	wg.Go(func() { c.echoes = link(c.Quotations, b.docs) })
	c.Events = told.Events()
	wg.Wait()
	c.Docs, c.Dates = b.dated(times, c.related)
	b.staged, b.shown = c, c.Docs
	return b.indexed(c)
}

// dated gives the documents their dates, and marks the lines that are a site's.
func (b *builder) dated(times []infer.Times, related *reuse.Relations) ([]*Document, [][]Date) {
	dates := make([][]Date, len(b.docs))
	docs, all := make([]*Document, len(b.docs)), make([]Document, len(b.docs))
	for i, d := range b.docs {
		all[i] = *d
		docs[i] = &all[i]
		docs[i].Blocks = siteLines(d.Blocks, related.Lines(i))
		docs[i].Published, dates[i] = times[i].Published, times[i].Dates
	}
	return docs, dates
}

// sections are the parts of documents that were told at times of their own, as far as
// those are known.
func sections(stage []infer.Document, times []infer.Times) map[text.DocID][]toldApart {
	out := map[text.DocID][]toldApart{}
	for i := range stage {
		for k, s := range stage[i].Times.Sections {
			if at, date := times[i].Told(stage[i].Times, k); date >= 0 {
				out[stage[i].ID] = append(out[stage[i].ID], toldApart{s.Span, *at})
			}
		}
	}
	return out
}

// siteLines marks the blocks that stand in many documents as furniture: a page's
// own words do not.
func siteLines(blocks []text.Block, lines []int32) []text.Block {
	if !slices.ContainsFunc(lines, func(i int32) bool { return blocks[i].Kind != text.Furniture }) {
		return blocks
	}
	out := slices.Clone(blocks)
	for _, i := range lines {
		out[i].Kind = text.Furniture
	}
	return out
}
