package infer_test

import (
	"strings"
	"testing"

	"onrecord/model/when"
)

func TestContradictionsAreReported(t *testing.T) {
	cases := []struct {
		name, text string
		given      when.Day
		on         []string // the dates that bear the conflict
		published  bool     // whether the publication does
		says       string
	}{
		{"a day that is another weekday", "It was sold on Tuesday 16 May 2022.", 0, []string{"Tuesday 16 May 2022"}, false, "Monday"},
		{"a gloss that is another day", "Published: 16 May 2022\n\nIt was sold yesterday (Monday 16 May).", 0, []string{"yesterday", "Monday 16 May"}, false, "15 May 2022"},
		{"a gloss that agrees", "Published: 17 May 2022\n\nIt was sold yesterday (Monday 16 May).", 0, nil, false, ""},
		{"a report of a day after the document", "It was sold on 20 May 2022 in the rain.", when.DayOf(2022, 5, 17), []string{"20 May 2022"}, true, "as past"},
		{"an announcement of a day after the document", "It will be sold on 20 May 2022 in the rain.", when.DayOf(2022, 5, 17), nil, false, ""},
		{"a text headed otherwise than what is given", "Published: 20 May 2022\n\nIt was sold.", when.DayOf(2021, 5, 17), nil, true, "headed"},
		{"weekdays that no one time of telling allows", "It was sold on Monday 16 May. Yesterday (Monday 17 May) it was moved.", 0, []string{"Monday 17 May"}, true, "do not agree"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			c, times := solve(doc{name: "a.txt", text: tc.text, given: tc.given})
			for _, r := range times[0].Dates {
				words, marked := r.Span.Of(c[0].Text), false
				for _, w := range tc.on {
					marked = marked || w == words
				}
				if !marked && r.Conflict() != "" || marked && (r.Certain || !strings.Contains(r.Conflict(), tc.says)) {
					t.Errorf("%q: certain %v, conflict %q", words, r.Certain, r.Conflict())
				}
				check(t, words, r.Interval)
			}
			if p := times[0].Published; (p.Conflict() != "") != tc.published || tc.published && (p.Certain || !strings.Contains(p.Conflict(), tc.says)) {
				t.Errorf("published: certain %v, conflict %q", p.Certain, p.Conflict())
			}
		})
	}
}

func TestAStoryDatedByItsDownloadIsNoContradiction(t *testing.T) {
	story := "The siege began on 3 May 1643. On 5 June 1643 the town fell. In 1644 it was burnt, and in 1645 it was built anew. In 1646 the king came. On 7 May 1647 he left. In 1648 there was peace. In 1650 the walls were razed. On Tuesday 14 March the gate was sold."
	_, times := solve(doc{name: "a.txt", text: story, given: when.DayOf(1640, 1, 1)})
	if times[0].Published.Conflict() != "" {
		t.Errorf("published: %s", times[0].Published.Conflict())
	}
	for _, r := range times[0].Dates {
		if strings.Contains(r.Conflict(), "said to be of") {
			t.Errorf("%s: %s", bounds(r.Interval), r.Conflict())
		}
	}
}

func TestWhatCountsFromADoubtfulDateIsDoubtful(t *testing.T) {
	c, times := solve(doc{name: "a.txt", text: "It was sold on 20 May 2022, after it had been closed yesterday.", given: when.DayOf(2022, 5, 17)})
	if r := of(t, c, times, 0, "yesterday", 0); r.Certain || r.From.Day.String() != "2022-05-16" {
		t.Errorf("%s, certain %v", bounds(r.Interval), r.Certain)
	}
}

func TestTheTextsOwnDateGoesBeforeThatOfADownload(t *testing.T) {
	c := read(doc{name: "a.txt", text: "Published: 3 May 2022\n\nIt was sold yesterday.", given: when.DayOf(2022, 5, 17)})
	c[0].Given.Certain = false // metadata of a page
	times := dates(c)
	if p := times[0].Published; bounds(p) != "2022-05-03..2022-05-03" || !p.Certain {
		t.Errorf("published %s, certain %v (%s)", bounds(p), p.Certain, p.Basis)
	}
}
