//go:build unix

package search

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"onrecord/model/corpustest"
	"onrecord/model/text"
)

// size is how many articles the benchmarks search: ONRECORD_ARTICLES, or 20,000.
// ONRECORD_CORPUS names a folder of texts to search instead.
func benchTexts(tb testing.TB) []string {
	if dir := os.Getenv("ONRECORD_CORPUS"); dir != "" {
		var out []string
		err := filepath.Walk(dir, func(path string, i os.FileInfo, err error) error {
			if err != nil || i.IsDir() {
				return err
			}
			b, err := os.ReadFile(path)
			out = append(out, string(b))
			return err
		})
		if err != nil {
			tb.Fatal(err)
		}
		return out
	}
	return madeTexts(articles())
}

func articles() int {
	if n, err := strconv.Atoi(os.Getenv("ONRECORD_ARTICLES")); err == nil {
		return n
	}
	return 20000
}

func madeTexts(n int) []string {
	var out []string
	for f := range corpustest.Generate(n, 1) {
		out = append(out, f.Text)
	}
	return out
}

var benchSnapshot = sync.OnceValue(func() *Snapshot {
	return corpus(benchTexts(new(testing.B)), nil, nil)
})

// onCPU reports how much text was indexed in a second of processor time, which a
// busy machine does not change as it changes the clock's.
func onCPU(b *testing.B, bytes int) func() {
	spent := func() float64 {
		var u syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
			b.Fatal(err)
		}
		return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
	}
	before := spent()
	return func() { b.ReportMetric(float64(bytes)*float64(b.N)/1e6/(spent()-before), "MB/cpu-s") }
}

// BenchmarkIndex indexes one document after the other; BenchmarkBuild puts parts
// together, with a snapshot now and then, as a reader who waits sees them.
func BenchmarkIndex(b *testing.B) {
	texts := madeTexts(1000)
	bytes := 0
	for _, s := range texts {
		bytes += len(s)
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	defer onCPU(b, bytes)()
	for b.Loop() {
		for _, s := range texts {
			Index(s)
		}
	}
}

func BenchmarkBuild(b *testing.B) {
	texts := benchTexts(b)
	var parts []*Part
	bytes := 0
	for _, s := range texts {
		bytes += len(s)
		parts = append(parts, Index(s))
	}
	b.SetBytes(int64(bytes))
	b.ReportAllocs()
	defer onCPU(b, bytes)()
	var s *Snapshot
	for b.Loop() {
		var x Builder
		for i, p := range parts {
			own := *p // a builder takes over what it is given
			x.Add(&own)
			if i%500 == 499 {
				x.Snapshot()
			}
		}
		s = x.Snapshot()
	}
	b.ReportMetric(float64(s.Size())/float64(bytes), "index/text")
	b.ReportMetric(float64(len(s.segments)), "segments")
}

// typed are queries as they are typed, letter by letter.
var typed = []string{
	"harbour wall", "the council", "petition", "“independent review”", `"put off on monday`, "o'dowd -library",
	`"families promised"~5`, "insuranse~1", "harold OR joan", `"it is a question of trust"`, "7.30pm in hexley", "th* of a",
}

// BenchmarkTyping searches for each beginning of each query, with the spans of the
// first 40 hits, and gives the times of a key at the median and the 95th in a
// hundred.
func BenchmarkTyping(b *testing.B) {
	s := benchSnapshot()
	var times []time.Duration
	var worst string
	var longest time.Duration
	for b.Loop() {
		for _, q := range typed {
			for i := range q {
				start := time.Now()
				if _, err := key(s, q[:i], Options{Typing: true}); err != nil {
					b.Fatal(err)
				}
				d := time.Since(start)
				times = append(times, d)
				if d > longest {
					longest, worst = d, q[:i]
				}
			}
		}
	}
	slices.Sort(times)
	ms := func(p int) float64 { return float64(times[len(times)*p/100].Microseconds()) / 1000 }
	b.ReportMetric(ms(50), "p50-ms")
	b.ReportMetric(ms(95), "p95-ms")
	b.ReportMetric(float64(longest.Microseconds())/1000, "max-ms")
	b.Logf("the slowest key was the last of %q", worst)
}

// key is what a key of the search prompt costs: the hits by rank, and the spans
// and snippets of the rows in sight.
func key(s *Snapshot, query string, opt Options) (int, error) {
	const rows = 40
	q, _ := Parse(query, opt)
	r, err := s.Search(context.Background(), q, ByRank, 0)
	if err != nil {
		return 0, err
	}
	return r.Total, show(s, r, rows)
}

func show(s *Snapshot, r *Results, rows int) error {
	var ids []text.DocID
	for _, h := range r.Hits[:min(rows, len(r.Hits))] {
		ids = append(ids, h.Doc)
	}
	spans, err := r.Spans(context.Background(), ids...)
	for i, d := range ids {
		MakeSnippet(s.Text(d), spans[i], 120)
	}
	return err
}

func BenchmarkQuery(b *testing.B) {
	s := benchSnapshot()
	for _, q := range []struct{ name, query string }{
		{"word", "petition"},
		{"common word", "the"},
		{"two words", "harbour wall"},
		{"beginning of one letter", "t*"},
		{"beginning", "har*"},
		{"phrase", `"independent review"`},
		{"common phrase", `"of the"`},
		{"phrase and beginning", `"in the w*"`},
		{"near", `"harbour cost"~8`},
		{"common near", `"the of"~3`},
		{"one edit", "counsil~1"},
		{"two edits", "counsil~2"},
		{"not", "-petition"},
	} {
		b.Run(q.name, func(b *testing.B) {
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				var err error
				if n, err = key(s, q.query, Options{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n), "docs")
		})
	}
}

func TestMemory(t *testing.T) {
	if os.Getenv("ONRECORD_MEMORY") == "" {
		t.Skip("set ONRECORD_MEMORY to measure what the heap holds")
	}
	texts := benchTexts(t)
	bytes := 0
	for _, s := range texts {
		bytes += len(s)
	}
	heap := func() uint64 {
		runtime.GC()
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	s := corpus(texts, nil, nil)
	after := heap()
	fmt.Printf("%d documents, %.1f MB of text; index %.1f MB (%.2f × text), heap %.1f MB (%.2f ×), %d segments\n", len(texts), float64(bytes)/1e6,
		float64(s.Size())/1e6, float64(s.Size())/float64(bytes), float64(after-before)/1e6, float64(after-before)/float64(bytes), len(s.segments))
	runtime.KeepAlive(s)
	runtime.KeepAlive(texts)
}

// Size returns the memory that the index takes, in bytes, without the texts.
func (s *Snapshot) Size() int {
	n := 0
	for _, g := range s.segments {
		n += len(g.starts) + len(g.keys) + len(g.post) + 16*len(g.texts) + 8*len(g.wide) +
			4*(len(g.part0)+len(g.stops)+len(g.keyEnd)+len(g.postEnd)+len(g.docs)+len(g.last))
	}
	return n
}
