package reuse_test

import (
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/model/reuse"
	"onrecord/model/text"
)

func compare(texts ...string) *reuse.Relations {
	prints := make([]*reuse.Fingerprint, len(texts))
	for i, s := range texts {
		prints[i] = reuse.Print(text.Parse(s))
	}
	return reuse.Compare(texts, prints)
}

const (
	own  = "The harbour master opened the gates at dawn and let the boats out one by one while the crews looked on in silence. "
	both = "We are sorry for the worry that this has caused, and we will put every part of it right before the winter comes to the coast. "
)

func TestAPassageTakenOver(t *testing.T) {
	a, b := own+both, "Nobody had seen anything like it for many years in this town. "+both+"Then they went home."
	r := compare(a, b)
	if len(r.Passages(0)) != 1 || len(r.Passages(1)) != 1 {
		t.Fatalf("%d and %d passages, want one each", len(r.Passages(0)), len(r.Passages(1)))
	}
	p := r.Passages(0)[0]
	if got, other := p.Span.Of(a), p.Other.Span.Of(b); got != other || !strings.HasPrefix(got, "We are sorry") || !strings.HasSuffix(got, "the coast") {
		t.Errorf("passage %q, there %q", got, other)
	}
}

func TestASmallGapDoesNotPartAPassage(t *testing.T) {
	a := own + both
	b := strings.Replace(a, "one by one", "one or by one", 1)
	r := compare(a, strings.ReplaceAll(b, ",", " –"))
	if len(r.Passages(0)) != 1 {
		t.Errorf("%d passages, want 1", len(r.Passages(0)))
	}
}

func TestLikeness(t *testing.T) {
	r := compare(own+both, own+both+"And here are eleven more words that stand in no other text.", "Nothing of the kind is told in this one, which is short.")
	if len(r.Similar(0)) != 1 || r.Similar(0)[0].Doc != 1 || r.Similar(0)[0].Containment() != 1 {
		t.Fatalf("similar %+v, want document 1 with all of document 0", r.Similar(0))
	}
	if j := r.Similar(0)[0].Jaccard(); math.IsNaN(j) || j <= .5 || j >= 1 {
		t.Errorf("Jaccard %v, want between a half and one", j)
	}
	if len(r.Similar(2)) != 0 {
		t.Errorf("the third is like %+v", r.Similar(2))
	}
}

func TestLinesOfASite(t *testing.T) {
	texts := make([]string, 6)
	for i := range texts {
		texts[i] = strings.Repeat(string(rune('a'+i)), 5) + " stands here alone.\n\nRead our other papers on this matter"
	}
	r := compare(texts...)
	for i := range texts {
		if l := r.Lines(i); len(l) != 1 || l[0] != 1 {
			t.Errorf("document %d: lines %v, want [1]", i, l)
		}
	}
}

// Twenty thousand copies of one text must not be compared pair by pair.
func TestManyCopiesAreNotComparedPairByPair(t *testing.T) {
	texts := make([]string, 3000)
	for i := range texts {
		texts[i] = own + both
	}
	if r := compare(texts...); len(r.Similar(0)) > 50 {
		t.Errorf("%d relations of one document", len(r.Similar(0)))
	}
}

func FuzzCompare(f *testing.F) {
	f.Add(own+both, both+own)
	f.Add("", "x")
	f.Add(strings.Repeat("a ", 50), strings.Repeat("a ", 40))
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = text.Safe(a), text.Safe(b)
		texts := []string{a, b}
		r := compare(a, b)
		for i := range texts {
			for _, s := range r.Similar(i) {
				if s.Jaccard() < 0 || s.Jaccard() > 1 || s.Containment() < s.Jaccard() || s.Containment() > 1 {
					t.Fatalf("likeness %+v", s)
				}
			}
			for _, p := range r.Passages(i) {
				if w := p.Span.Of(texts[i]); w == "" || !utf8.ValidString(w) || p.Other.Span.Of(texts[p.Other.Doc]) == "" {
					t.Fatalf("passage %+v", p)
				}
			}
		}
	})
}

// A digit of another script is a part of a word: the search for the word's end
// once stood still on it.
func TestDigitsOfAnotherScript(t *testing.T) {
	r := compare("Room ٣٤ is free. "+both, "Room ٣٤ is free. "+both)
	if len(r.Similar(0)) != 1 || r.Similar(0)[0].Jaccard() != 1 {
		t.Errorf("similar %+v, want the other document", r.Similar(0))
	}
}
