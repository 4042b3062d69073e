package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/seeds"
)

// long is more than anything here takes.
const long = 20 * time.Second

// loading runs a feed; ended is closed when its loader has.
func loading(ctx context.Context, opt source.Options) (f *feed, ended chan struct{}) {
	f, ended = newFeed(), make(chan struct{})
	go func() {
		defer close(ended)
		f.run(ctx, model.Options{Options: opt})
	}()
	return f, ended
}

func wait[T any](t *testing.T, c <-chan T, what string) (v T) {
	t.Helper()
	select {
	case v = <-c:
	case <-time.After(long):
		t.Fatal(what)
	}
	return v
}

func TestAPathThatCannotBeOpenedIsToldOfWithoutAScreen(t *testing.T) {
	f, ended := loading(t.Context(), source.Options{Paths: []string{filepath.Join(t.TempDir(), "none")}})
	if err := f.failed(long); err == nil {
		t.Error("a path that is not there is no fault")
	}
	wait(t, ended, "the loader does not end after a fault")
}

func TestDocumentsAreReadOnceTheTerminalIsReady(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f, ended := loading(ctx, source.Options{Builtin: seeds.FS})
	if err := f.failed(long); err != nil {
		t.Fatal(err)
	}
	select {
	case <-f.newest:
		t.Error("a snapshot came before the terminal was ready")
	case <-time.After(50 * time.Millisecond):
	}
	f.start()
	f.start() // a second time changes nothing
	for a := (arrival{}); a.index == nil || !a.index.Progress.Complete; {
		if a = wait(t, f.newest, "the documents do not come"); a.err != nil {
			t.Fatal(a.err)
		}
	}
	cancel()
	wait(t, ended, "the loader does not end with the reader")
}

func TestTheLoaderEndsWhenTheTerminalNeverIsReady(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	f, ended := loading(ctx, source.Options{Builtin: seeds.FS})
	wait(t, f.listed, "nothing is listed")
	cancel()
	wait(t, ended, "the loader waits for a terminal that is gone")
	if a := wait(t, f.newest, "nobody is told"); a.err == nil {
		t.Error("what was broken off is no fault")
	}
}
