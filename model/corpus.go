// Package model holds a dossier in memory: documents, quotations, people, dates
// and events, as an immutable Corpus. Load reads and analyses documents in
// parallel and hands out a new snapshot as they arrive; Analyse is the pure
// per-document stage. This is the only package that knows the whole pipeline.
package model

import (
	"iter"
	"slices"
	"sort"
	"strings"

	"onrecord/model/event"
	"onrecord/model/infer"
	"onrecord/model/people"
	"onrecord/model/reuse"
	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Corpus is a snapshot of a dossier. Nothing reachable from it is changed after
// it was handed out, so it may be read from any goroutine.
type Corpus struct {
	Name       string           // of the folder or file, for the screen
	Docs       []*Document      // in document order; Docs[i].ID == i
	Quotations []Quotation      // document order, then position
	People     []Person         // the most quoted first
	Entities   [][]int32        // of each document that a corpus stage has seen: the person that each of its entities is
	Dates      [][]Date         // of each document that a corpus stage has seen, in text order
	Events     []Event          // chronological, undated last
	Search     *search.Snapshot // nil without Options.Index
	Problems   []source.Problem
	Progress   Progress

	related  *reuse.Relations           // of Docs; nil before the first corpus stage
	echoes   echoes                     // of Quotations
	sections map[text.DocID][]toldApart // of the documents that have any
}

// Progress is how far loading has come.
type Progress struct {
	Found    int  // files to read
	Read     int  // of those read and analysed one by one
	Complete bool // the corpus stage has run over all of them
}

// Reading reports whether files are known that are still to be read or put together.
func (p Progress) Reading() bool { return !p.Complete && p.Found > 0 }

// Document is one document and what is known of it. Its text is stored once;
// all else are spans into it.
type Document struct {
	ID         text.DocID
	Name       string // relative to the path given, "/" between folders
	Text       string
	Blocks     []text.Block
	Title      string
	TitleBasis TitleBasis
	TitleSpan  text.Span // where the title stands in the text; zero when it does not
	Published  when.Interval
	Source     string
	URL        string
	Format     string
	Language   string
	Words      int
}

// TitleBasis says where a title comes from.
type TitleBasis uint8

// The sources of a title, named as in the JSON output.
const (
	TitleFromText TitleBasis = iota
	TitleFromMetadata
	TitleFromLead // made up from the first sentence: no title stands in the text
	TitleFromFileName
	TitleFromNotes // onrecord.toml
)

func (b TitleBasis) String() string {
	return [...]string{"text", "metadata", "lead", "file name", "notes"}[b]
}

// IsTitle reports whether the block at a place is the title and no more, but for the
// signs of a heading of Markdown.
func (d *Document) IsTitle(block text.Span) bool {
	t := d.TitleSpan
	return !t.Empty() && block.Contains(t) && strings.Trim(d.Text[block.Start:t.Start]+d.Text[t.End:block.End], "# \t") == ""
}

// Furniture returns the blocks that are not part of what the document says,
// captions included.
func (d *Document) Furniture() []text.Span {
	var out []text.Span
	for _, b := range d.Blocks {
		if b.Kind.Quiet() {
			out = append(out, b.Span)
		}
	}
	return out
}

// Interval is a calendar time and how it is known.
type Interval = when.Interval

// Date is a time expression with its meaning.
type Date = when.Resolved

// Person is one person or organisation of the corpus.
type Person = infer.Person

// Role is what a person is said to be, and where.
type Role = infer.Role

// Merge is why a name was taken for a person.
type Merge = infer.Merge

// Event is one line of the chronology.
type Event = infer.Happening

// Names used by readers of a Corpus, so that they need not know the packages
// that decide them.
type (
	Kind   = people.Kind
	Form   = people.Form
	Status = event.Status
)

// Doc returns the document, or nil when id is out of range.
func (c *Corpus) Doc(id text.DocID) *Document {
	if id < 0 || int(id) >= len(c.Docs) {
		return nil
	}
	return c.Docs[id]
}

// Mention is one place of a document where a person is named or meant.
type Mention struct {
	Span   text.Span
	Person int // index into Corpus.People
	Form   Form
}

// MentionsOf returns where a document names or means somebody, in text order. It
// is gathered from People, which keep their mentions sorted by document.
func (c *Corpus) MentionsOf(id text.DocID) []Mention {
	var out []Mention
	for p := range c.People {
		refs := c.People[p].Mentions
		for i := sort.Search(len(refs), func(i int) bool { return refs[i].Doc >= id }); i < len(refs) && refs[i].Doc == id; i++ {
			out = append(out, Mention{refs[i].Span, p, c.People[p].Forms[i]})
		}
	}
	sort.Slice(out, func(a, b int) bool { return out[a].Span.Start < out[b].Span.Start })
	return out
}

// Words returns the text at r, or "" when it is not in the corpus.
func (c *Corpus) Words(r text.Ref) string {
	d := c.Doc(r.Doc)
	if d == nil {
		return ""
	}
	return r.Span.Of(d.Text)
}

// DatesOf returns the dates of one document, in text order.
func (c *Corpus) DatesOf(id text.DocID) []Date {
	if int(id) >= len(c.Dates) {
		return nil
	}
	return c.Dates[id]
}

// AllDates yields every date with its document, in document order.
func (c *Corpus) AllDates() iter.Seq2[*Document, *Date] {
	return func(yield func(*Document, *Date) bool) {
		for _, d := range c.Docs {
			of := c.DatesOf(d.ID)
			for i := range of {
				if !yield(d, &of[i]) {
					return
				}
			}
		}
	}
}

// toldApart is a part of a document that was told at a time of its own: what stands
// under a date, or was published before.
type toldApart struct {
	span text.Span
	at   Interval
}

// ToldAt is when the words at r were told: at the date that they stand under, else when
// their document was published.
func (c *Corpus) ToldAt(r text.Ref) Interval {
	for _, s := range slices.Backward(c.sections[r.Doc]) { // the nearest date above
		if s.span.Contains(r.Span) {
			return s.at
		}
	}
	return c.Docs[r.Doc].Published
}

// ToldApart reports whether parts of a document were told at times of their own.
func (c *Corpus) ToldApart(id text.DocID) bool { return len(c.sections[id]) > 0 }

// Similar returns the documents like one, the most alike first.
func (c *Corpus) Similar(id text.DocID) []reuse.Similar { return c.related.Similar(int(id)) }

// Reused returns the passages of a document that stand in others too, in text order.
func (c *Corpus) Reused(id text.DocID) []reuse.Passage { return c.related.Passages(int(id)) }
