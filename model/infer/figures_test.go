package infer_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/model/infer"
	"onrecord/model/when"
)

// either marks the dates in figures of a corpus that could stand either way, as
// the document's own stage does.
func either(docs []infer.Document) {
	for i := range docs {
		for k := range docs[i].Times.Expressions {
			e := &docs[i].Times.Expressions[k]
			var a, b, y int
			words := strings.Fields(e.Span.Of(docs[i].Text))
			if n, _ := fmt.Sscanf(words[len(words)-1], "%d/%d/%d", &a, &b, &y); n == 3 {
				e.EitherDM = a <= 12 && b <= 12
			}
		}
	}
}

func TestWhichFigureIsTheDay(t *testing.T) {
	cases := []struct {
		name       string
		docs       []doc
		swap, open bool
	}{
		{"nothing decides", []doc{{name: "a.txt", text: "It was sold on 05/04/2022 in the rain."}}, false, true},
		{"another date of the document", []doc{{name: "a.txt", text: "It was sold on 05/04/2022 and moved on 05/28/2022."}}, true, false},
		{"a day first in the document", []doc{{name: "a.txt", text: "It was sold on 05/04/2022 and moved on 28/05/2022."}}, false, false},
		{"its folder before the rest", []doc{{name: "us/a.txt", text: "It was sold on 05/04/2022."}, {name: "us/b.txt", text: "It was moved on 05/28/2022."}, {name: "uk/c.txt", text: "It was moved on 28/05/2022."}, {name: "uk/d.txt", text: "It was moved on 29/05/2022."}}, true, false},
		{"all, where its folder has none", []doc{{name: "us/a.txt", text: "It was sold on 05/04/2022."}, {name: "uk/b.txt", text: "It was moved on 05/28/2022."}}, true, false},
		{"a document that is of two minds", []doc{{name: "a.txt", text: "It was sold on 05/04/2022 and moved on 05/28/2022, and back on 29/05/2022."}, {name: "b.txt", text: "It was moved on 05/28/2022."}}, false, true},
		{"a weekday beside it", []doc{{name: "a.txt", text: "It was sold on Wednesday 05/04/2022."}}, true, false},
		{"what is past is not later than today", []doc{{name: "a.txt", text: "It was sold on 05/12/2026 in the rain."}}, true, false},
		{"what is past is not later than the document", []doc{{name: "a.txt", given: when.DayOf(2022, 5, 20), text: "It was sold on 05/06/2022 in the rain."}}, true, false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c := read(tc.docs...)
			either(c)
			h := infer.Swaps(c, today)[0][0]
			if h.Swap != tc.swap || h.Swap && (h.Why == "" || h.Day != when.NoDay || h.Year != 0) {
				t.Errorf("hint %+v, want swap %v", h, tc.swap)
			}
			r := dates(c)[0].Dates[0]
			if (len(r.Candidates()) == 2) != tc.open || tc.open && (r.Certain || r.Candidates()[0].From != r.From || r.Candidates()[0].From == r.Candidates()[1].From) {
				t.Errorf("%s, certain %v, candidates %+v; open %v", bounds(r.Interval), r.Certain, r.Candidates(), tc.open)
			}
			check(t, tc.name, r.Interval)
		})
	}
}
