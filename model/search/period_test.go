package search

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/model/text"
)

// dated are documents of which only the dates of publication are known.
type dated struct {
	noFields
	of []Description
}

func (d dated) Describe(id text.DocID) Description { return d.of[id] }

func day(t *testing.T, s string) Day {
	t.Helper()
	if s == "" {
		return NoDay
	}
	first, _, ok := dates(s)
	if !ok {
		t.Fatalf("%s is no day", s)
	}
	return first
}

func TestPeriodsAndDatesThatAreNotCertain(t *testing.T) {
	cases := []struct{ name, from, to, in, out string }{
		{"a day", "2022-05-16", "2022-05-16", "year:2022 before:2022-05-16 after:2022-05-16 before:2022 after:2022-05", "year:2021 before:2022-05-15 after:2022-05-17"},
		{"some days of a month", "2022-05-09", "2022-05-15", "year:2022 before:2022-05-09 after:2022-05-15 before:2022-05-12", "before:2022-05-08 after:2022-05-16"},
		{"around the turn of a year", "2021-12-20", "2022-01-10", "year:2021 year:2022", "year:2020 year:2023"},
		{"after a day", "2022-05-18", "", "year:2022 after:2022-05 before:2023", "year:2021 year:2023 year:2030 before:2022-05-17 after:2025"},
		{"before a day", "", "2018-05-01", "year:2018 before:2018-05-01 after:2017", "year:2017 year:2019 before:2015 after:2019"},
		{"not dated", "", "", "", "year:2022 before:2022 after:1900"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			s := corpus([]string{"words"}, dated{of: []Description{{From: day(t, tc.from), To: day(t, tc.to)}}}, func(int) bool { return true })
			for _, of := range []struct {
				queries string
				want    int
			}{{tc.in, 1}, {tc.out, 0}} {
				for _, query := range strings.Fields(of.queries) {
					q, err := Parse(query, Options{})
					if err != nil {
						t.Fatal(err)
					}
					r, err := s.Search(t.Context(), q, ByDocument, 0)
					if err != nil {
						t.Fatal(err)
					}
					if len(r.Hits) != of.want {
						t.Errorf("%s finds %s", query, fmt.Sprint(r.Hits))
					}
				}
			}
		})
	}
}
