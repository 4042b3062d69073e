// Package ui is the reader on the screen: one root model that owns the focus, the
// routing of messages and the history; the panes are plain components.
package ui

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/memory"
	"onrecord/ui/index"
	"onrecord/ui/pane"
)

// Options say what to read and how to show it.
type Options struct {
	Load  model.Options
	ASCII bool // signs of ASCII only
	Mouse bool

	Kept     Kept     // where kept searches are written
	Searches []string // the kept searches, as they were read
}

// firstWait is how long the first screen waits for the first document: a screen
// that opens with its text is calmer than one that fills up at once after. The
// terminal is made ready meanwhile, but not before it is known what there is to
// read, or errWait has gone by: a path that cannot be opened is told of without it.
const (
	firstWait = 40 * time.Millisecond
	errWait   = 2 * time.Millisecond
)

// fps is the rate at which the terminal is painted: a key waits for half a frame
// on average (measured: 10.3 ms at 60, 6.9 ms at 120).
const fps = 120

// Run opens the reader and returns when it is closed. It fails when nothing could
// be read, or when the terminal could not be used.
func Run(ctx context.Context, opt Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	feed := newFeed()
	go feed.run(ctx, opt.Load)

	pane.Measure(ansi.WcWidth) // until the terminal says otherwise
	if err := feed.failed(errWait); err != nil {
		return err
	}
	m := &starting{opt: opt, feed: feed}
	p := tea.NewProgram(m, tea.WithFPS(fps), tea.WithContext(ctx))
	stop := quitOn(p)
	defer stop()
	_, err := p.Run()
	switch {
	case m.root != nil && m.failed != nil:
		return m.failed
	case err == nil, errors.Is(err, tea.ErrInterrupted), ctx.Err() != nil:
		return nil
	}
	return fmt.Errorf("the reader had to stop: %w", err)
}

// starting makes the reader once the terminal is ready and its first frame is on the
// way: a third of a millisecond that the frame need not wait for.
type starting struct {
	*root
	opt  Options
	feed *feed
}

func (s *starting) Init() tea.Cmd {
	s.root = newModel(s.opt, s.feed)
	s.frames, s.opening = &frames{}, true
	return s.root.Init()
}

// leastFrame is the least time between two frames that are drawn: half of that
// between two that are painted.
const leastFrame = time.Second / fps / 2

// frames keeps drawing to what can be painted: of keys that come faster than that
// only the last is drawn. 500 at once took 85 ms of drawing.
type frames struct {
	last    time.Time // when a frame was drawn
	pending bool      // a frame was put off, and is asked for
}

// opened ends the wait for the first document.
type opened struct{}

// redraw asks for a frame that was put off.
type redraw struct{}

// wait returns how long the next frame is to be put off; it is not without frames.
func (f *frames) wait() time.Duration {
	if f == nil {
		return 0
	}
	return leastFrame - time.Since(f.last)
}

// later is the command that asks for a frame that is to be put off, once.
func (f *frames) later() tea.Cmd {
	w := f.wait()
	if w <= 0 || f.pending {
		return nil
	}
	f.pending = true
	return tea.Tick(w, func(time.Time) tea.Msg { return redraw{} })
}

// drawn notes that a frame was drawn.
func (f *frames) drawn() {
	if f != nil {
		f.last = time.Now()
	}
}

// quitOn ends the program in order on the signals that Bubble Tea leaves alone,
// since it would leave the terminal raw.
func quitOn(p *tea.Program) (stop func()) {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, syscall.SIGHUP, syscall.SIGQUIT, syscall.SIGTERM)
	done := make(chan struct{})
	go func() {
		select {
		case <-signals:
			p.Quit()
		case <-done:
		}
	}()
	return func() { signal.Stop(signals); close(done) }
}

// arrival is a new snapshot, or why there will be none.
type arrival struct {
	index *index.Index
	err   error
}

// feed hands snapshots from the loader to the screen. Only the newest waits: a
// screen that is busy skips those between.
type feed struct {
	newest chan arrival
	listed chan struct{} // closed when it is known what there is to read
	ready  chan struct{} // closed when the terminal is
	once   sync.Once
}

func newFeed() *feed {
	return &feed{newest: make(chan arrival, 1), listed: make(chan struct{}), ready: make(chan struct{})}
}

// start lets the loader go on to read. It waits for the terminal to be made ready,
// which is but a few milliseconds, and which the first screen then waits for at
// most a frame longer: the two at once took longer than one after the other.
func (f *feed) start() { f.once.Do(func() { close(f.ready) }) }

func (f *feed) run(ctx context.Context, opt model.Options) {
	opt.Listed = func() {
		close(f.listed)
		select {
		case <-f.ready:
		case <-ctx.Done():
		}
	}
	stop := memory.Frugal()
	_, err := model.Load(ctx, opt, func(c *model.Corpus) { f.put(arrival{index: index.New(c)}) })
	stop()
	if err != nil {
		f.put(arrival{err: err})
		return
	}
	select {
	case <-time.After(tidyAfter): // the screen has let the snapshot before go
		memory.Settle()
	case <-ctx.Done():
	}
}

// tidyAfter is how long after loading the memory that it took is given back.
const tidyAfter = time.Second

// put replaces what waits. One goroutine puts, so the channel has room after the
// old value is taken.
func (f *feed) put(a arrival) {
	select {
	case <-f.newest:
	default:
	}
	f.newest <- a
}

// failed returns why nothing can be listed, where that is known before so long. It
// is asked before start: nothing else can have arrived.
func (f *feed) failed(wait time.Duration) error {
	t := time.NewTimer(wait)
	defer t.Stop()
	select {
	case a := <-f.newest:
		return a.err
	case <-f.listed:
	case <-t.C:
	}
	return nil
}

// next is the command that waits for a snapshot.
func (f *feed) next() tea.Cmd {
	return func() tea.Msg { return <-f.newest }
}
