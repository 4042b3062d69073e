package model_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/seeds"
)

// today fixes the clock of every test that loads a corpus.
var today = when.DayOf(2026, 11, 23)

func load(t *testing.T, workers int, paths ...string) *model.Corpus {
	t.Helper()
	opt := model.Options{Options: source.Options{Builtin: seeds.FS, Paths: paths}, Today: today, Workers: workers, Index: true}
	c, err := model.Load(context.Background(), opt, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestTheSameCorpusOnOneCoreAndOnMany(t *testing.T) {
	one, many := load(t, 1), load(t, 8)
	if !reflect.DeepEqual(one, many) {
		t.Error("a corpus loaded by one worker differs from the same loaded by eight")
	}
}

func TestSnapshotsGrowInOrderAndAreNeverChanged(t *testing.T) {
	files := map[string]string{}
	for i := range 40 {
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("“We will publish plan number %d,” said Mary Jones on 3 May 2021.\n", i)
	}
	opt := model.Options{Options: source.Options{Paths: []string{folder(t, files)}}, Today: today, Every: 1}
	type seen struct {
		corpus *model.Corpus
		names  []string
		quotes int
	}
	var all []seen
	last, err := model.Load(context.Background(), opt, func(c *model.Corpus) {
		s := seen{corpus: c, quotes: len(c.Quotations)}
		for _, d := range c.Docs {
			s.names = append(s.names, d.Name)
		}
		all = append(all, s)
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range all {
		if len(s.corpus.Docs) != len(s.names) || len(s.corpus.Quotations) != s.quotes {
			t.Fatalf("snapshot %d was changed after it was handed out", i)
		}
		for k, d := range s.corpus.Docs {
			if d.Name != s.names[k] || d.Name != last.Docs[k].Name || d.ID != text.DocID(k) {
				t.Fatalf("snapshot %d: document %d is %q with ID %d, was %q, is %q in the end", i, k, d.Name, d.ID, s.names[k], last.Docs[k].Name)
			}
		}
		if s.corpus.Progress.Complete != (i == len(all)-1) {
			t.Errorf("snapshot %d of %d says complete = %v", i, len(all), s.corpus.Progress.Complete)
		}
	}
	if len(last.Docs) != 40 {
		t.Errorf("%d documents, want 40", len(last.Docs))
	}
}

func TestLoadingStopsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := model.Load(ctx, model.Options{Options: source.Options{Builtin: seeds.FS}}, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestEverySpanStandsInItsDocument(t *testing.T) {
	c := load(t, 0)
	inside := func(what string, r text.Ref) {
		t.Helper()
		d := c.Doc(r.Doc)
		if d == nil || r.Span.Start < 0 || int(r.Span.End) > len(d.Text) || r.Span.Empty() {
			t.Errorf("%s: %v is not a place in the corpus", what, r)
		}
	}
	for i := range c.Quotations {
		q := &c.Quotations[i]
		for _, s := range append(append([]text.Span{}, q.Spans...), q.Quoted...) {
			inside("quotation", text.Ref{Doc: q.Doc, Span: s})
		}
		for k := range q.Speakers {
			if p := c.Speaker(q, k); p < -1 || p >= len(c.People) || c.SpeakerName(q, k) == "" {
				t.Errorf("quotation %d is said by person %d, %q", i, p, c.SpeakerName(q, k))
			}
		}
		for _, k := range c.Also(i) {
			if k == i || k < 0 || k >= len(c.Quotations) || !slices.Contains(c.Also(k), i) || c.FirstPlace(k) != c.FirstPlace(i) {
				t.Errorf("quotation %d says that it also stands as number %d", i, k)
			}
		}
		if c.Repeated(i) != (len(c.Also(i)) > 0) {
			t.Errorf("quotation %d stands elsewhere: %v, in %v", i, c.Repeated(i), c.Also(i))
		}
	}
	for doc, d := range c.AllDates() {
		inside("date", text.Ref{Doc: doc.ID, Span: d.Span})
	}
	for _, e := range c.Events {
		if len(e.Sources) == 0 {
			t.Errorf("event %q has no source", e.Headline)
		}
		for _, r := range e.Sources {
			inside("event", r)
		}
		for _, p := range e.People {
			if p < 0 || p >= len(c.People) {
				t.Errorf("event %q names person %d of %d", e.Headline, p, len(c.People))
			}
		}
	}
	for _, p := range c.People {
		for _, r := range p.Mentions {
			inside("mention of "+p.Name, r)
		}
		for _, r := range p.Roles {
			inside("role of "+p.Name, r.Ref)
		}
	}
}

// A listing that finds nothing by words does without the index, and is the same.
func TestTheIndexIsMadeWhereItIsAskedFor(t *testing.T) {
	with := load(t, 0)
	without, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: seeds.FS}, Today: today}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if with.Search == nil || without.Search != nil {
		t.Fatalf("an index where it is asked for: %v; where it is not: %v", with.Search != nil, without.Search != nil)
	}
	with.Search = nil
	if !reflect.DeepEqual(with, without) {
		t.Error("the corpus without an index differs")
	}
}
