package search

import (
	"context"
	"fmt"
	"iter"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"

	"onrecord/model/corpustest"
	"onrecord/model/text"
)

// made are the fields of a made corpus: people Ann Lee (0) and Bob O’Dowd (1).
type made struct {
	docs     int
	said     map[text.DocID][]Said
	who      map[text.DocID][]Speaker // of each, the one who says it
	mentions []text.Ref
}

func (m *made) Describe(id text.DocID) Description {
	d := Description{Name: fmt.Sprintf("d/%d.txt", id), From: NoDay, To: NoDay}
	if id%3 != 0 {
		d.From = 18000 + Day(id)*200
		d.To = d.From
	}
	return d
}
func (m *made) Said(id text.DocID) iter.Seq2[int, Said] { return slices.All(m.said[id]) }
func (m *made) Speakers(dst []Speaker, id text.DocID, i int) []Speaker {
	return append(dst, m.who[id][i])
}
func (m *made) People() int          { return 2 }
func (m *made) Names(i int) []string { return [][]string{{"Ann Lee", "Cllr Lee"}, {"Bob O’Dowd"}}[i] }

func (m *made) Mentions(i int) []text.Ref {
	if i == 0 {
		return m.mentions
	}
	return nil
}

func (m *made) is(n *node, name string) bool {
	return strings.EqualFold(strings.TrimSuffix(n.value, "*"), strings.Fields(name)[1])
}

func (m *made) speaks(n *node, s Speaker) bool { return m.is(n, s.Name) }

// alphabet is what the made texts are made of: few words, so that they meet.
var alphabet = []string{"a", "ab", "abc", "the", "Lee", "don't", "don’t", "don", "t", "O'N", "é", "e", "É", "été", "ete", "U.S.", "u", "11.49", "11", "49", "1,1", "ab-abc", "ab’s", "a.b.c", "ß", "ss", "…", "“", "”", "–", "-", "e\u0301", "b", "ba", "bca"}

// makeCorpus makes texts with quotations in them.
func makeCorpus(r *rand.Rand) ([]string, *made) {
	m := &made{docs: 1 + r.IntN(6), said: map[text.DocID][]Said{}, who: map[text.DocID][]Speaker{}}
	var texts []string
	for d := range m.docs {
		var b strings.Builder
		for range r.IntN(30) {
			if r.IntN(8) == 0 {
				from := b.Len()
				for range 1 + r.IntN(6) {
					b.WriteString(alphabet[r.IntN(len(alphabet))] + " ")
				}
				span := []text.Span{{Start: int32(from), End: int32(b.Len())}}
				said, who := Said{Spans: span}, Speaker{0, "Ann Lee"}
				if r.IntN(2) == 0 {
					who = Speaker{-1, "Sue Other"}
				}
				if r.IntN(3) > 0 {
					said.Quoted = span
				}
				m.said[text.DocID(d)] = append(m.said[text.DocID(d)], said)
				m.who[text.DocID(d)] = append(m.who[text.DocID(d)], who)
				continue
			}
			w := alphabet[r.IntN(len(alphabet))]
			if w == "Lee" {
				m.mentions = append(m.mentions, text.Ref{Doc: text.DocID(d), Span: text.Between(b.Len(), b.Len()+3)})
			}
			b.WriteString(w + []string{" ", " ", " ", "", ". ", "\n"}[r.IntN(6)])
			if r.IntN(200) == 0 { // a gap that no byte holds
				b.WriteString(strings.Repeat(" ", 300))
			}
		}
		texts = append(texts, b.String())
	}
	return texts, m
}

// makeQuery writes a query of the grammar.
func makeQuery(r *rand.Rand, depth int) string {
	word := func() string {
		w := strings.Trim(alphabet[r.IntN(len(alphabet))], "“”")
		return w + []string{"", "", "", "*", "~1", "~2"}[r.IntN(6)]
	}
	switch n := r.IntN(14); {
	case n < 2 && depth > 0:
		return "(" + makeQuery(r, depth-1) + " OR " + makeQuery(r, depth-1) + ")"
	case n < 5 && depth > 0:
		return makeQuery(r, depth-1) + " " + makeQuery(r, depth-1)
	case n == 5 && depth > 0:
		return "-(" + makeQuery(r, depth-1) + ")"
	case n < 8:
		return `"` + word() + " " + word() + []string{"", " " + word()}[r.IntN(2)] + `"` + []string{"", "~0", "~1", "~4"}[r.IntN(4)]
	case n == 8:
		return []string{"speaker:lee", "speaker:other", "in:quotes", "-in:quotes", "(speaker:lee OR speaker:other)"}[r.IntN(5)]
	case n == 9:
		return []string{"person:lee", "doc:d", "year:2020", "after:2019-12", "before:2020-06-01"}[r.IntN(5)]
	}
	return word()
}

// check compares the index with the oracle on one query.
func check(t *testing.T, s *Snapshot, texts []string, f *made, query string, opt Options) (found int) {
	t.Helper()
	q, err := Parse(query, opt)
	if err != nil || q.Empty() {
		return 0
	}
	r, err := s.Search(context.Background(), q, ByDocument, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := map[text.DocID]string{}
	var ids []text.DocID
	scores := map[text.DocID]float32{}
	for _, h := range r.Hits {
		ids = append(ids, h.Doc)
		scores[h.Doc] = h.Score
	}
	spans, err := r.Spans(context.Background(), ids...)
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range ids {
		got[d] = fmt.Sprint(spans[i])
	}
	var all []*plain
	for d, words := range texts {
		p := &plain{words: hear(words), doc: text.DocID(d), fields: f, counts: map[*node]int{}}
		for _, h := range p.words {
			p.parts = max(p.parts, h.end)
		}
		all = append(all, p)
	}
	for d, p := range all {
		ok, hits := p.eval(q.root, nil)
		want := ""
		if ok {
			out := []text.Span{}
			for _, h := range fuse(distinct(hits)) {
				out = append(out, p.bytes(h))
			}
			want = fmt.Sprint(out)
			found++
			if score, worth := float64(scores[p.doc]), p.worth(q.root, all, nil); math.Abs(score-worth) > 1e-4*(1+worth) {
				t.Fatalf("%s (%s)\nin %q\nscore %v, want %v", query, q, texts[d], score, worth)
			}
		}
		if got[p.doc] != want {
			t.Fatalf("%s (%s)\nin %q\nfound %s\nwant  %s", query, q, texts[d], got[p.doc], want)
		}
	}
	return found
}

func TestHitsAreThoseOfAPlainScan(t *testing.T) {
	corpora := corpustest.Soak(400)
	if testing.Short() {
		corpora = 50
	}
	queries, finding, hits := 0, 0, 0
	for seed := range corpora {
		r := rand.New(rand.NewPCG(corpustest.Seed(uint64(seed)), 7))
		texts, f := makeCorpus(r)
		s := corpus(texts, f, func(int) bool { return r.IntN(2) == 0 })
		for range 25 {
			queries++
			if n := check(t, s, texts, f, makeQuery(r, 3), Options{Typing: r.IntN(2) == 0}); n > 0 {
				finding++
				hits += n
			}
		}
	}
	t.Logf("%d queries, %d that find something, %d documents found", queries, finding, hits)
	if finding < queries/4 {
		t.Errorf("only %d of %d queries find anything: they test little", finding, queries)
	}
}

func TestManyMayReadASnapshotAtOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	texts, f := makeCorpus(r)
	s := corpus(texts, f, func(int) bool { return true })
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, query := range []string{"in:quotes a*", "speaker:lee don", "person:lee", `"a b"~3 OR the`} {
				check(t, s, texts, f, query, Options{})
			}
		})
	}
	wg.Wait()
}
