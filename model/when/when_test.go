package when_test

import (
	"testing"

	"onrecord/model/text"
	"onrecord/model/when"
)

// published anchors the cases: Wednesday 15 March 2023.
var published = when.DayOf(2023, 3, 15)

func resolve(s string) (*text.Doc, []when.Resolved) {
	d := text.Parse(text.Safe(s))
	return d, when.Find(d).Resolve(when.Anchor{From: published, To: published, Why: "the document is of 15 March 2023"}, nil)
}

func TestAContradictionIsReported(t *testing.T) {
	_, all := resolve("It opened on Tuesday 16 May 2022.")
	if len(all) != 1 || all[0].Certain {
		t.Errorf("16 May 2022 was a Monday; got %+v", all)
	}
}

func TestAHeadingDateAnchorsWhatIsUnderIt(t *testing.T) {
	d, all := resolve("2 June 2021\n\nWe met yesterday and spoke of the plan.")
	for _, r := range all {
		if r.Span.Of(d.Text) == "yesterday" && r.From.String() != "2021-06-01" {
			t.Errorf("yesterday is %s, want 2021-06-01", r.From)
		}
	}
	if len(all) != 2 {
		t.Errorf("%d expressions, want 2", len(all))
	}
}

func TestAnUndatedDocumentLeavesItsDatesOpen(t *testing.T) {
	d := text.Parse("They met in March and April, and again on Monday.")
	for _, r := range when.Find(d).Resolve(when.Anchor{From: when.NoDay, To: when.NoDay}, nil) {
		if r.From.Known() || r.To.Known() || r.Certain || r.Basis == "" {
			t.Errorf("%q is %s to %s (%q)", r.Span.Of(d.Text), r.From, r.To, r.Basis)
		}
	}
}
