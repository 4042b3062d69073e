package ui

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/ui/index"
)

// told are the passages of a document that tell of events which are listed.
func told(m *root, id text.DocID) (out []text.Span) {
	for _, i := range m.x.EventsOf(id) {
		for _, r := range m.x.Events[i].Sources {
			if r.Doc == id && slices.Contains(m.page.Events, i) {
				out = append(out, r.Span)
			}
		}
	}
	return out
}

func said(m *root, id text.DocID) (out []text.Span) {
	first, of := m.x.QuotationsOf(id)
	for i := range of {
		if of[i].Kind != quote.Indirect && m.page.Has(index.Quotations, first+i) {
			out = append(out, of[i].Spans[0])
		}
	}
	return out
}

// Leaps go to what the filter leaves, in every document, and to nothing else.
func TestLeapsKeepToTheFilter(t *testing.T) {
	toynbee := index.ByPerson{Kind: people.Person, Called: "Diana Toynbee"}
	y2022 := index.ByPeriod{Period: index.YearOf(2022)}
	cases := []struct {
		name   string
		filter index.Filter
		key    string
		left   func(m *root, id text.DocID) []text.Span
	}{
		{"what somebody said", index.Filter{toynbee}, "q", said},
		{"a kind of quotation", index.Filter{index.ByKind{Kind: quote.Direct}}, "q", said},
		{"what tells of somebody", index.Filter{toynbee}, "e", told},
		{"what happened in a year", index.Filter{y2022}, "e", told},
		{"key events", index.Filter{index.ByKey{}}, "e", told},
		{"where somebody is named", index.Filter{toynbee}, "p", func(m *root, id text.DocID) (out []text.Span) {
			for _, x := range m.x.MentionsOf(id) {
				if m.x.People[x.Person].Name == "Diana Toynbee" && x.Form <= people.PartialName {
					out = append(out, x.Span)
				}
			}
			return out
		}},
		{"who is named in one document", index.Filter{index.ByDocument{File: "003_a43ca14894238f22.txt"}}, "p", func(m *root, id text.DocID) (out []text.Span) {
			for _, x := range m.x.MentionsOf(id) {
				if slices.Contains(m.page.Docs, id) && x.Form <= people.PartialName {
					out = append(out, x.Span)
				}
			}
			return out
		}},
		{"dates of a year", index.Filter{y2022}, "d", func(m *root, _ text.DocID) (out []text.Span) {
			for _, d := range m.dates() {
				if y2022.Fit(d.Interval) == index.In {
					out = append(out, d.Span)
				}
			}
			return out
		}},
		{"dates of a document that names somebody", index.Filter{toynbee}, "d", func(m *root, id text.DocID) (out []text.Span) {
			for _, d := range m.dates() {
				if slices.Contains(m.page.Docs, id) {
					out = append(out, d.Span)
				}
			}
			return out
		}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			m.narrowTo(tc.filter)
			none, some := 0, 0
			for id := range m.x.Docs {
				m.show(text.DocID(id))
				want := slices.DeleteFunc(tc.left(m, text.DocID(id)), m.text.Hides)
				slices.SortFunc(want, func(a, b text.Span) int { return int(a.Start - b.Start) })
				want = slices.Compact(want)
				var got []text.Span
				for range 100 {
					keys(m, ")", tc.key)
					if strings.Contains(m.status, "the filter") || strings.Contains(m.status, "this is the last") || strings.Contains(m.status, "has no") {
						break
					}
					got = append(got, m.text.Marked()[0])
				}
				if !slices.Equal(got, want) {
					t.Errorf("document %d: the leaps go to %v, want %v", id, got, want)
				}
				if len(want) > 0 {
					some++
				} else if strings.Contains(m.status, "the filter “"+m.page.Name()+"” leaves no ") {
					none++
				}
			}
			if some == 0 || none == 0 && some < len(m.x.Docs) {
				t.Errorf("%d documents have some; of %d it is said that the filter leaves none: %q", some, none, m.status)
			}
		})
	}
}

func TestTheLastThatAFilterLeavesIsSaidToBeThat(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	m.narrowTo(index.Filter{index.ByPerson{Kind: people.Person, Called: "Paul Walker"}})
	keys(m, "0", "9", ")", "q", ")", "q")
	if want := "this is the last quotation that the filter leaves of the document; )) goes to another"; m.status != want {
		t.Errorf("it is said %q, want %q", m.status, want)
	}
	keys(m, "F", "0", "9", "9", ")", "q", ")", "q")
	if want := "this is the last quotation of the document; )) goes to another"; m.status != want {
		t.Errorf("it is said %q, want %q", m.status, want)
	}
}
