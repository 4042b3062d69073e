package infer_test

import (
	"testing"

	"onrecord/model/infer"
	"onrecord/model/text"
)

// FuzzEvents keeps the promises of the chronology whatever two documents say:
// every line has a headline and passages, no telling stands in two lines, and what
// is placed is in order.
func FuzzEvents(f *testing.F) {
	f.Add("The bridge was opened on 3 May 2022.", "The bridge will be opened on 3 May 2022 at 8pm.")
	f.Add("Mary Jones died on 3 May 2022. The fair was cancelled in May.", "Mary Jones died on 4 May 2022. The Eskford Fair was held on 3 May 2022.")
	f.Add("The council has approved the plan for the town.", "“I apologise to all the families,” said Ann Lee. We are one year into a plan.")
	f.Fuzz(func(t *testing.T, a, b string) {
		docs := stage([]paper{{"2022-06-01", a}, {"", b}, {"2022-06-20", a}})
		_, of := infer.People(docs)
		lines := infer.Events(docs, dates(docs), of, today)
		tellings := 0
		for i := range docs {
			tellings += len(docs[i].Events)
		}
		if len(lines) > tellings {
			t.Fatalf("%d lines of %d tellings", len(lines), tellings)
		}
		for n, h := range lines {
			if h.Headline == "" || len(h.Sources) == 0 || h.Weight < 0 || h.Weight > 1 || h.Undated != (!h.Date.From.Known() || !h.Date.To.Known()) {
				t.Fatalf("line %+v", h)
			}
			seen := map[text.Ref]bool{}
			for _, r := range h.Sources {
				if seen[r] {
					t.Fatalf("%q has a passage twice", h.Headline)
				}
				seen[r] = true
			}
			if n == 0 {
				continue
			}
			p, q := lines[n-1].Date, h.Date
			if p.To.Known() && p.From.Known() && q.From.Known() && q.To.Known() && q.From.Compare(p.From) < 0 || q.To.Known() && !p.To.Known() {
				t.Fatalf("%v stands behind %v", q, p)
			}
		}
	})
}
