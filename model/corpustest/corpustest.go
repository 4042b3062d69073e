// Package corpustest makes realistic corpora for tests and measurements: articles,
// statements, letters and posts about one matter, of words of our own, the same
// for the same seed.
package corpustest

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"time"
)

// File is one document of a made corpus.
type File struct {
	Name string
	Text string
}

// Generate yields n documents of about 1 kB. The same n and seed give the same
// bytes.
func Generate(n int, seed uint64) iter.Seq[File] {
	return func(yield func(File) bool) {
		g := &generator{r: rand.New(rand.NewPCG(seed, 20260101))}
		g.cast()
		for i := range n {
			if !yield(File{fmt.Sprintf("%02d/%05d.txt", i/1000, i), g.document(i)}) {
				return
			}
		}
	}
}

// Hash returns the SHA-256 of the names and texts of a corpus, in hex, so that a
// measurement can say what it was made on.
func Hash(files iter.Seq[File]) string {
	h := sha256.New()
	for f := range files {
		fmt.Fprintf(h, "%s\x00%s\x00", f.Name, f.Text)
	}
	return hex.EncodeToString(h.Sum(nil))
}

type person struct{ name, last, title, role, pronoun string }

type generator struct {
	r      *rand.Rand
	people []person
	shared []string // passages that stand in several documents
}

var (
	women = []string{"Agnes", "Bethan", "Carol", "Denise", "Elin", "Fiona", "Grace", "Hannah", "Iris", "Joan", "Karen", "Lowri", "Maeve", "Nadia", "Orla", "Priya", "Ruth", "Sian", "Tessa", "Una"}
	men   = []string{"Adam", "Brendan", "Callum", "Dafydd", "Edwin", "Farid", "Gareth", "Harold", "Idris", "Jerome", "Kenneth", "Lewis", "Marcus", "Nigel", "Owain", "Patrick", "Rhys", "Stefan", "Tomos", "Victor"}
	lasts = []string{"Abbott", "Bevan", "Carver", "Drummond", "Ellwood", "Farrow", "Gethin", "Hartnell", "Ibbotson", "Jarvis", "Kilbride", "Lathom", "Merrick", "Nuttall", "O’Dowd", "Pritchard", "Quayle", "Rowntree", "Selby", "Tranter", "Upjohn", "Venables", "Wardle", "Yardley"}
	roles = []string{"chief executive", "cabinet member for housing", "director of public health", "head teacher", "campaigner", "leader of the council", "harbour master", "union organiser", "finance director", "parish councillor", "project manager", "resident"}
	towns = []string{"Ashcombe", "Brackwater", "Corrie", "Dunmere", "Eskford", "Fallowfield", "Glenrow", "Hexley"}
	topic = []string{"the harbour wall", "the flood defences", "the library", "the swimming pool", "the bus station", "the new school", "the recycling plant", "the old mill"}
	verbs = []string{"said", "told the meeting", "added", "warned", "insisted", "argued", "admitted"}
	says  = []string{
		"We have waited far too long for an answer, and people are tired of being told to be patient",
		"Nobody wants to see this work stop, but the money has to come from somewhere",
		"I was shocked when I read the figures, and I still do not understand how it was allowed to happen",
		"The survey told us what we already knew, and it should have been acted on at once",
		"We will look at every option before any decision is taken",
		"Families were promised that they would be heard, and they were not",
		"It is a question of trust, and trust has to be earned",
		"There is nothing in the report that should surprise anyone who lives here",
	}
	bodies = []string{
		"Work began after the council’s own engineers found cracks that ran the length of the building.",
		"The figures were released in answer to a request under freedom of information law.",
		"Opponents say that the cost has doubled since the scheme was first put forward.",
		"A spokesperson for the contractor declined to comment while talks were going on.",
		"The papers show that three other sites were considered and turned down.",
		"About two hundred people signed a petition that was handed in at the town hall.",
		"Traders in the high street have complained of a fall in custom since the road was closed.",
		"It is understood that the insurers have asked for a second opinion.",
	}
	footers = []string{"Read more: What we know so far", "Sign up to our newsletter", "Share this article", "Join the conversation", "Most read"}
)

func pick[T any](g *generator, l []T) T { return l[g.r.IntN(len(l))] }

// cast makes the people of the corpus and the passages that it repeats.
func (g *generator) cast() {
	for i := range 120 {
		first, title, pronoun := pick(g, women), "Ms", "she"
		if i%2 == 0 {
			first, title, pronoun = pick(g, men), "Mr", "he"
		}
		last := pick(g, lasts)
		g.people = append(g.people, person{first + " " + last, last, title, pick(g, roles), pronoun})
	}
	for range 60 {
		g.shared = append(g.shared, fmt.Sprintf("%s %s %s", pick(g, bodies), pick(g, bodies), pick(g, bodies)))
	}
}

func (g *generator) document(i int) string {
	day := time.Date(2019, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, g.r.IntN(1800))
	switch g.r.IntN(10) {
	case 0:
		return g.letter(day)
	case 1:
		return g.statement(day)
	case 2:
		return g.post(day)
	}
	return g.article(i, day)
}

func (g *generator) article(i int, day time.Time) string {
	a, b := pick(g, g.people), pick(g, g.people)
	town, what := pick(g, towns), pick(g, topic)
	var s strings.Builder
	fmt.Fprintf(&s, "%s row grows over %s\n\n", town, what)
	fmt.Fprintf(&s, "Published: %s\n\n", day.Format("2 January 2006"))
	fmt.Fprintf(&s, "Plans for %s in %s were put off on %s after councillors could not agree on the cost. [%d]\n\n", what, town, day.AddDate(0, 0, -2).Format("Monday 2 January"), i)
	fmt.Fprintf(&s, "“%s,” %s %s, %s.\n\n", pick(g, says), pick(g, verbs[:1]), a.name, a.role)
	fmt.Fprintf(&s, "%s %s\n\n", pick(g, bodies), pick(g, bodies))
	fmt.Fprintf(&s, "%s %s that the scheme was “%s”.\n\n", b.name, pick(g, verbs[3:]), strings.ToLower(pick(g, []string{"A waste of public money", "Long overdue", "The only way forward", "Badly handled from the start"})))
	if g.r.IntN(3) == 0 {
		fmt.Fprintf(&s, "%s\n\n", pick(g, g.shared))
	}
	fmt.Fprintf(&s, "“%s,” %s added. “%s.”\n\n", pick(g, says), b.pronoun, pick(g, says))
	fmt.Fprintf(&s, "A public meeting will be held in %s on %s at 7.30pm.\n\n", town, day.AddDate(0, 0, 5+g.r.IntN(20)).Format("Monday 2 January"))
	fmt.Fprintf(&s, "%s\n", pick(g, footers))
	return s.String()
}

func (g *generator) letter(day time.Time) string {
	a, b := pick(g, g.people), pick(g, g.people)
	return fmt.Sprintf("%s\n\nDear %s %s,\n\nI write about %s. %s. %s\n\n%s\n\nWe look forward to your answer before %s.\n\nYours sincerely,\n\n%s\n%s, %s\n",
		day.Format("2 January 2006"), b.title, b.last, pick(g, topic), pick(g, says), pick(g, bodies), pick(g, g.shared), day.AddDate(0, 0, 21).Format("2 January"), a.name, strings.ToUpper(a.role[:1])+a.role[1:], pick(g, towns))
}

func (g *generator) statement(day time.Time) string {
	a := pick(g, g.people)
	return fmt.Sprintf("Statement on %s\n\n%s\n\nI am sorry for the worry that this has caused. %s.\n\nWe have asked for an independent review, and it will report by the end of the year. %s\n\n%s\n\n%s\n%s, %s Council\n",
		pick(g, topic), day.Format("2 January 2006"), pick(g, says), pick(g, bodies), pick(g, g.shared), a.name, strings.ToUpper(a.role[:1])+a.role[1:], pick(g, towns))
}

func (g *generator) post(day time.Time) string {
	a := pick(g, g.people)
	return fmt.Sprintf("Jump to content\n\nPosted %s\n\nWent to the meeting last night. %s %s stood up and said \"%s\". Half the room walked out.\n\n%s\n\nReply\n\nReport post\n",
		day.Format("2 January 2006"), a.title, a.last, pick(g, says), pick(g, bodies))
}
