package infer_test

import (
	"fmt"
	"slices"
	"testing"

	"onrecord/model/event"
	"onrecord/model/infer"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/reuse"
	"onrecord/model/text"
	"onrecord/model/when"
)

// today of the tests: Wednesday 25 November 2026.
var today = when.DayOf(2026, 11, 25)

// doc is a document of a test: its name and its text, and the day that is given
// with it, where one is.
type doc struct {
	name, text string
	given      when.Day
}

// read analyses documents as a corpus.
func read(docs ...doc) []infer.Document {
	out := make([]infer.Document, len(docs))
	for i, d := range docs {
		p := text.Parse(text.Safe(d.text))
		who := people.Find(p)
		times := when.Find(p)
		out[i] = infer.Document{
			ID: text.DocID(i), Name: d.name, Text: p.Text, Blocks: p.Kept(), People: who, Quotes: refs(quote.Find(p, who)),
			Times: times, Events: event.Find(p, times, who), Given: new(when.Unknown(when.Vague, "")),
		}
		if d.given != 0 {
			m := when.Moment{Day: d.given, Minute: -1}
			out[i].Given = &when.Interval{From: m, To: m, Precision: when.DayPrecision, Certain: true, Basis: "the notes give it"}
		}
	}
	return out
}

// refs returns where quotations lie.
func refs(quotes []quote.Quotation) []*quote.Quotation {
	out := make([]*quote.Quotation, len(quotes))
	for i := range quotes {
		out[i] = &quotes[i]
	}
	return out
}

// solve returns what a corpus implies.
func solve(docs ...doc) ([]infer.Document, []infer.Times) {
	c := read(docs...)
	return c, dates(c)
}

// dates solves the dates of a corpus.
func dates(docs []infer.Document) []infer.Times {
	return infer.Dates(docs, related(docs), infer.Posts(docs), today)
}

// related compares documents.
func related(docs []infer.Document) *reuse.Relations {
	texts := make([]string, len(docs))
	prints := make([]*reuse.Fingerprint, len(docs))
	for i, d := range docs {
		texts[i], prints[i] = d.Text, reuse.Print(text.Parse(d.Text))
	}
	return reuse.Compare(texts, prints)
}

// of returns the date of document i whose words are those, the n-th of them.
func of(t *testing.T, c []infer.Document, times []infer.Times, i int, words string, n int) *when.Resolved {
	t.Helper()
	for k := range times[i].Dates {
		r := &times[i].Dates[k]
		if r.Span.Of(c[i].Text) != words {
			continue
		}
		if n--; n < 0 {
			return r
		}
	}
	t.Fatalf("no date %q in %q", words, c[i].Text)
	return nil
}

// bounds writes an interval as "2022-05-16..2022-05-17", an open end as nothing.
func bounds(iv when.Interval) string { return fmt.Sprintf("%s..%s", iv.From.Day, iv.To.Day) }

// years lists the years of candidates in their order.
func years(cs []when.Candidate) []int {
	var out []int
	for _, c := range cs {
		y, _, _ := c.From.Day.Civil()
		out = append(out, y)
	}
	return out
}

// check holds an interval to what every interval promises.
func check(t *testing.T, what string, iv when.Interval) {
	t.Helper()
	if iv.From.Known() && iv.To.Known() && iv.From.Compare(iv.To) > 0 {
		t.Errorf("%s ends before it begins: %s", what, bounds(iv))
	}
	if iv.Certain && (len(iv.Candidates()) > 0 || !iv.From.Known() || !iv.To.Known() || iv.Conflict() != "") {
		t.Errorf("%s is certain, but %s with %d candidates (%s)", what, bounds(iv), len(iv.Candidates()), iv.Conflict())
	}
	for n, c := range iv.Candidates() {
		if c.Reason == "" || c.From.Compare(c.To) > 0 || slices.ContainsFunc(iv.Candidates()[:n], func(o when.Candidate) bool { return o.From == c.From && o.To == c.To }) {
			t.Errorf("%s: candidate %d is %s to %s (%q)", what, n, c.From, c.To, c.Reason)
		}
	}
	for n, r := range iv.Evidence {
		if r.Say == "" {
			t.Errorf("%s: link %d says nothing", what, n)
		}
	}
}
