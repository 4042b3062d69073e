package model

import (
	"context"
	"fmt"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Options say what to load and how.
type Options struct {
	source.Options
	Today   when.Day      // nothing is published after it
	Workers int           // goroutines that read and analyse; 0 means all cores
	Every   time.Duration // between snapshots while loading; 0 means 50 ms
	Index   bool          // make Corpus.Search: a listing that finds nothing by words does without
	Listed  func()        // called when it is known what there is to read, unless nil
}

// Load reads and analyses the documents of opt and returns the whole corpus.
// While it works it calls publish, when not nil, from one goroutine, with
// snapshots that grow in document order. It fails when a path that was named
// cannot be opened or when ctx is done; a file that cannot be read becomes a
// Problem and the others load.
func Load(ctx context.Context, opt Options, publish func(*Corpus)) (*Corpus, error) {
	entries, problems, err := source.List(ctx, opt.Options)
	if err != nil {
		return nil, err
	}
	if opt.Listed != nil {
		opt.Listed()
	}
	b := newBuilder(opt, len(entries), problems)
	pace := newPace(opt.Every)
	for r := range read(ctx, entries, opt.Workers, opt.Index) {
		b.add(r)
		switch {
		case publish == nil: // nobody waits
		case pace.stageDue(b.progress):
			publish(b.infer(false))
			pace.staged(b.progress)
		case pace.snapshotDue():
			publish(b.snapshot())
			pace.shown()
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c := b.infer(true)
	c.Progress.Complete = true
	if publish != nil {
		publish(c)
	}
	return c, nil
}

// pace decides when a reader who waits is shown something new. It only ever
// changes what is seen on the way: the last snapshot is the same at any pace.
type pace struct {
	every          time.Duration
	start, stageAt time.Time
	snapshotAt     time.Time // when the next snapshot is due
	begun          time.Time // when the last was begun
	read           int       // files at the last corpus stage
}

// stagePause is the least time between two runs of the corpus stage: short
// enough for a reader who waits, long enough that a large corpus spends its time
// on reading.
const stagePause = 2 * time.Second

func newPace(every time.Duration) *pace {
	if every == 0 {
		every = 50 * time.Millisecond
	}
	now := time.Now()
	return &pace{every: every, start: now, stageAt: now}
}

func (p *pace) snapshotDue() bool {
	p.begun = time.Now()
	return p.begun.After(p.snapshotAt)
}

// shown sets when the next snapshot is due: making one costs the more, the larger
// the corpus is, and must not cost more than a small part of the time.
func (p *pace) shown() {
	const part = 25
	now := time.Now()
	p.snapshotAt = now.Add(max(p.every, part*now.Sub(p.begun)))
}

// stageDue spaces the corpus stages so that each has at least twice the
// documents of the one before: all of them together cost no more than twice the
// last. What is about to be over is waited for.
func (p *pace) stageDue(done Progress) bool {
	if done.Read < 2*p.read || time.Since(p.stageAt) < stagePause {
		return false
	}
	left := time.Duration(float64(time.Since(p.start)) / float64(done.Read) * float64(done.Found-done.Read))
	return left > stagePause
}

func (p *pace) staged(done Progress) {
	now := time.Now()
	p.read, p.stageAt, p.snapshotAt = done.Read, now, now.Add(p.every)
}

// result is what one entry gave.
type result struct {
	analyses []*Analysis
	problems []source.Problem
}

// ahead is how many entries are given out for each goroutine that works: enough that
// none waits for its next (a fifth of the time of a large folder), few enough that
// little is kept for a slow file.
const ahead = 16

// read reads and analyses entries on several goroutines and gives the results
// in the order of the entries.
func read(ctx context.Context, entries []source.Entry, workers int, index bool) <-chan result {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	type job struct {
		entry source.Entry
		done  chan result
	}
	jobs := make(chan job, ahead*workers)
	order := make(chan chan result, ahead*workers)
	out := make(chan result)
	go func() {
		defer close(jobs)
		defer close(order)
		for _, e := range entries {
			j := job{e, make(chan result, 1)}
			select {
			case order <- j.done:
			case <-ctx.Done():
				return
			}
			select {
			case jobs <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			var k keeper
			for j := range jobs {
				j.done <- analyse(j.entry, index, &k)
				runtime.Gosched() // a key that was pressed goes before the next document
			}
		})
	}
	go func() {
		defer close(out)
		for done := range order {
			select {
			case r := <-done:
				out <- r
			case <-ctx.Done():
				return
			}
		}
		wg.Wait()
	}()
	return out
}

func analyse(e source.Entry, index bool, k *keeper) result {
	docs, problems := e.Read()
	r := result{problems: problems}
	for _, d := range docs {
		a, err := analyseSafely(d, index, k)
		if err != nil {
			r.problems = append(r.problems, source.Problem{Name: d.Name, Reason: err.Error()})
			continue
		}
		r.analyses = append(r.analyses, a)
	}
	return r
}

// analyseSafely turns a fault of our own into a problem of one document, so that
// the others load.
func analyseSafely(d source.Document, index bool, k *keeper) (a *Analysis, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a fault in onrecord stopped the analysis (%v); please report it with this file", r)
		}
	}()
	d.Text = k.texts.keep(d.Text)
	a = Analyse(d)
	k.keep(a)
	if index {
		a.Index = search.Index(d.Text)
	}
	return a, nil
}

// Name is what the corpus is called on the screen.
func (o Options) Name() string {
	switch len(o.Paths) {
	case 0:
		return "seeds"
	case 1:
		if o.Paths[0] == "-" {
			return "standard input"
		}
		abs, err := filepath.Abs(o.Paths[0])
		if err != nil {
			abs = o.Paths[0]
		}
		return text.SafeLine(filepath.Base(abs))
	default:
		return fmt.Sprintf("%d paths", len(o.Paths))
	}
}
