package infer

import (
	"cmp"
	"slices"

	"onrecord/model/parallel"
	"onrecord/model/reuse"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Times is what the corpus implies of one document's dates.
type Times struct {
	Published when.Interval
	Dates     []when.Resolved // parallel to when.Found.Expressions
}

// Told is when the text of a section of a document was told: a date of the document, by
// its index, or where that is not known, or section is -1, that of its publication, and
// -1.
func (t *Times) Told(found *when.Found, section int) (iv *when.Interval, date int) {
	if section >= 0 {
		date = found.Sections[section].Anchor
		if iv := &t.Dates[date].Interval; iv.From.Known() && iv.To.Known() {
			return iv, date
		}
	}
	return &t.Published, -1
}

// Dates resolves every expression and finds when each document was published;
// nothing is published after today. What one document leaves open, others may
// settle: a weekday with a day and a month fits few years, an event told by two
// documents has one date, and the holder of a post dates what names another. Each
// step only ever narrows what was possible before it. docs/DATES.md tells how.
//
// What the documents have in common and the posts that they tell of are asked for
// beside them.
func Dates(docs []Document, related *reuse.Relations, posts []Post, today when.Day) []Times {
	y := newYears(docs, today)
	y.figures()
	parallel.Each(len(docs), batch, y.stated)
	for i := range docs {
		y.begin(i)
	}
	for i := range docs {
		y.order(i)
	}
	y.settle()
	y.shareEvents()
	y.sharePassages(related)
	y.settle()
	for range 2 { // a day that is linked may date the document that another is linked to
		y.linkDays()
		for i := range docs {
			y.namedMonth(i)
		}
		y.settle()
	}
	y.posts(posts)
	y.settle()
	return y.conclude()
}

// years solves the dates of a corpus.
type years struct {
	solver
	docs   []Document
	today  when.Day
	byName []int // the documents by name: what decides between equals, whatever their order
	rank   []int // the place of each in it
	states []state
	said   sayings

	against map[int]int // nodes by the tie that speaks against them
	inYear  map[int]int // how many documents are of a year
}

// state is what is known of one document while the corpus is solved.
type state struct {
	pub       int           // the node of its publication
	given     bool          // metadata or the text states when it was published
	stated    bool          // … and that is one day
	published when.Interval // as stated, then as solved
	nodes     []int         // of its expressions; -1 where there is nothing to solve
	hints     map[int]when.Hint
	linked    map[int]told        // by expression: the telling that gives its day
	likely    map[int]bool        // hints that are a reading, not a conclusion
	orderWhy  map[int]when.Reason // of figures: why the day stands where it does
	either    map[int]bool        // figures whose day and month may stand either way
	named     map[int]bool        // years that the document names, once they are asked for
	early     []when.Resolved     // of a stated document: its dates as they stand by themselves
}

// put notes something of an expression. Most documents have nothing to note: their
// maps are not made before there is.
func put[V any](m *map[int]V, expr int, v V) {
	if *m == nil {
		*m = map[int]V{}
	}
	(*m)[expr] = v
}

func newYears(docs []Document, today when.Day) *years {
	y := &years{solver: solver{nodes: make([]node, 0, len(docs)+len(docs)/4)}, docs: docs, today: today, rank: make([]int, len(docs)), states: make([]state, len(docs))}
	y.byName = make([]int, len(docs))
	for i := range y.byName {
		y.byName[i] = i
	}
	slices.SortStableFunc(y.byName, func(a, b int) int {
		return cmp.Or(cmp.Compare(docs[a].Name, docs[b].Name), cmp.Compare(docs[a].Text, docs[b].Text))
	})
	for r, i := range y.byName {
		y.rank[i] = r
	}
	return y
}

func (y *years) ref(doc, expr int) text.Ref {
	return text.Ref{Doc: y.docs[doc].ID, Span: y.docs[doc].Times.Expressions[expr].Span}
}

func (y *years) words(doc, expr int) string {
	return y.docs[doc].Times.Expressions[expr].Span.Of(y.docs[doc].Text)
}

func (y *years) expr(doc, k int) *when.Expression { return &y.docs[doc].Times.Expressions[k] }

// names returns the words that stand around an expression, see when.Found.NamesOf.
func (y *years) names(doc, k int) []uint32 { return y.docs[doc].Times.NamesOf(y.expr(doc, k)) }

// settle applies the ties, in the order of the names of the documents.
func (y *years) settle() {
	y.solver.settle(func(a, b *tie) int {
		return cmp.Or(y.compare(a.a, b.a), y.compare(a.b, b.b), cmp.Compare(a.lo, b.lo), cmp.Compare(a.hi, b.hi))
	})
}

// compare orders nodes by the names of their documents and the place in them.
func (y *years) compare(a, b int) int {
	na, nb := &y.nodes[a], &y.nodes[b]
	return y.compareAt(int(na.doc), int(na.expr), int(nb.doc), int(nb.expr))
}

// compareAt does so with the places themselves.
func (y *years) compareAt(docA, exprA, docB, exprB int) int {
	return cmp.Or(cmp.Compare(y.rank[docA], y.rank[docB]), cmp.Compare(exprA, exprB))
}

// stated takes up what is said of a document's publication. Where that is a day,
// its dates have their meaning from it.
func (y *years) stated(i int) {
	s := &y.states[i]
	if s.published, s.given = y.statedDay(i); s.given && s.published.From.Day == s.published.To.Day {
		s.stated = true
		s.early = y.meaning(i)
	}
}

// meaning resolves the dates of a document by what is known of it.
func (y *years) meaning(i int) []when.Resolved {
	s := &y.states[i]
	a := s.anchor()
	a.Why = y.said.once(a.Why)
	dates := y.docs[i].Times.Resolve(a, s.hints)
	for k := range dates {
		dates[k].Value = y.said.once(dates[k].Value)
	}
	return dates
}

// begin makes the node of a document's publication, and those of its dates that
// lack the year.
func (y *years) begin(i int) {
	s := &y.states[i]
	said := days{{s.published.From.Day, s.published.To.Day}}
	if s.stated {
		s.pub = y.node(said, i, publicationNode)
		y.misfits(i)
		return
	}
	s.pub = y.node(days{{when.DayOf(firstYear, 1, 1), y.today + farAhead}}, i, publicationNode)
	if s.given {
		y.narrow(s.pub, step{from: -1, allowed: said, why: reason{kind: byMetadata, doc: i}, firmLo: true, firmHi: true})
	}
	y.narrow(s.pub, step{from: -1, allowed: days{{when.DayOf(firstYear, 1, 1) - farAhead, y.today}}, why: reason{kind: byToday, doc: i}})
	y.yearless(i)
}

// anchored reports whether the document's expressions have something to count from. A
// publication that is open over months is nothing: what were counted from it would be a
// guess.
func (s *state) anchored() bool {
	p := &s.published
	return p.From.Known() && p.To.Known() && (p.To.Day-p.From.Day <= narrowEnough || s.stated || p.Precision == when.Month || p.Precision == when.Year)
}

// anchor is what the document's expressions count from.
func (s *state) anchor() when.Anchor {
	if !s.anchored() {
		return when.Anchor{From: when.NoDay, To: when.NoDay}
	}
	p := s.published
	return when.Anchor{From: p.From.Day, To: p.To.Day, Why: "the document is of " + when.Say(p)}
}
