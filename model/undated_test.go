package model_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
)

// story is the articles that one line of timeline17 holds, each with its day of
// publication.
type story struct {
	Topic string
	Docs  []struct{ DCT, Text string }
}

// TestDatesWithoutPublication takes the days of publication away from news articles,
// all and about half, and compares what is said of their dates with what is said
// when they are given (go test ./model -run DatesWithoutPublication -v prints the
// figures). The articles are not part of the repository.
func TestDatesWithoutPublication(t *testing.T) {
	f, err := os.Open("../../shared/gold/timeline17_dev.jsonl")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the articles are not here")
	} else if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var stories []story
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var s story
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			t.Fatal(err)
		}
		stories = append(stories, s)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		keep func(i int) bool
	}{
		{"all days are taken away", func(int) bool { return false }},
		{"half of the days are taken away", halfOf(1)},
		{"another half", halfOf(2)},
		{"a third half", halfOf(3)},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var n tally
			for _, s := range stories {
				n.compare(t, s, corpusOf(t, s, func(int) bool { return true }), corpusOf(t, s, tc.keep), tc.keep)
			}
			t.Logf("dates known with the days: %d, certain %d and of these wrong %d, with candidates %d and of these without the true day %d", n.known, n.certain, n.wrong, n.open, n.missed)
			t.Logf("days of publication and dates that are told as likely %d and %d, of these wrong %d and %d", n.likely, n.dlikely, n.unlikely, n.dunlikely)
			t.Logf("days of publication certain %d and of these wrong %d", n.published, n.mistaken)
			if n.known == 0 || n.missed > 0 {
				t.Errorf("of %d dates with candidates %d have not the true day among them", n.open, n.missed)
			}
		})
	}
}

// halfOf keeps about half of all days, the same for the same seed.
func halfOf(seed uint64) func(i int) bool {
	return func(i int) bool { return rand.New(rand.NewPCG(seed, uint64(i))).IntN(2) == 0 }
}

// corpusOf makes a corpus of a story with those days of publication that are kept.
func corpusOf(t *testing.T, s story, keep func(i int) bool) *model.Corpus {
	t.Helper()
	dir := t.TempDir()
	var notes strings.Builder
	for i, d := range s.Docs {
		name := fmt.Sprintf("%04d.txt", i)
		if err := os.WriteFile(filepath.Join(dir, name), []byte(d.Text), 0o600); err != nil {
			t.Fatal(err)
		}
		if keep(i) {
			fmt.Fprintf(&notes, "[[document]]\npath = %q\npublished = %q\n\n", name, d.DCT)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "onrecord.toml"), []byte(notes.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Paths: []string{dir}}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

type tally struct{ known, certain, wrong, open, missed, published, mistaken, likely, unlikely, dlikely, dunlikely int }

// compare counts the dates of one story.
func (n *tally) compare(t *testing.T, s story, given, taken *model.Corpus, keep func(i int) bool) {
	t.Helper()
	truth := map[text.Ref]when.Interval{}
	for doc, d := range given.AllDates() {
		if d.Certain && d.From.Known() && d.To.Known() {
			truth[text.Ref{Doc: doc.ID, Span: d.Span}] = d.Interval
		}
	}
	for doc, d := range taken.AllDates() {
		want, ok := truth[text.Ref{Doc: doc.ID, Span: d.Span}]
		if !ok || keep(int(doc.ID)) {
			continue
		}
		n.known++
		switch {
		case d.Certain && d.From.Known() && d.To.Known():
			n.certain++
			if d.From != want.From || d.To != want.To {
				n.wrong++
			}
		case d.From.Known() && d.To.Known() && len(d.Candidates()) == 0:
			n.dlikely++
			if d.From != want.From || d.To != want.To {
				n.dunlikely++
			}
		case len(d.Candidates()) > 0:
			n.open++
			if !within(d.Candidates(), want.From.Day) {
				n.missed++
			}
		}
	}
	for i, d := range taken.Docs {
		if p := d.Published; !keep(i) && !p.Certain && p.From.Known() && p.To.Known() && p.To.Day-p.From.Day < 40 {
			n.likely++
			if day := s.Docs[i].DCT; day < p.From.Day.String() || day > p.To.Day.String() {
				n.unlikely++
			}
		}
		if p := d.Published; !keep(i) && p.Certain && p.From.Known() && p.To.Known() {
			n.published++
			if day := s.Docs[i].DCT; day < p.From.Day.String() || day > p.To.Day.String() {
				n.mistaken++
			}
		}
	}
}

func within(cs []when.Candidate, day when.Day) bool {
	for _, c := range cs {
		if c.From.Day <= day && day <= c.To.Day {
			return true
		}
	}
	return false
}
