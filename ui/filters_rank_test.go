package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/ui/index"
)

// mill is a dossier whose documents are called by numbers, as many are.
var mill = source.Options{Builtin: fstest.MapFS{
	"0010_000.txt": {Data: []byte("The mill is sold\n\nThe mill was sold on 3 March 2009. “It was time,” said Anna Reed of Millbrook Trust.\n")},
	"1812_000.txt": {Data: []byte("A roof for the mill\n\nThe roof was finished on 4 May 2011. “It holds,” said Councillor Jane Trusty, the chair of Millbrook Trust.\n")},
	"2009_000.txt": {Data: []byte("Millbrook Trust asks for help\n\nThe trust asked for help on 7 June 2010. The lease ends on 9 May 2031. Work began on 5 May 2011 and stopped on 6 May 2011.\n")},
}}

// offeredFor is what the sheet of the filters offers for some words: what stands
// behind the boxes, and the headings.
func offeredFor(m *root, words string, then ...string) []string {
	keys(m, "f")
	typed(m, words)
	keys(m, then...)
	var out []string
	for _, row := range strings.Split(plain(m), "\n") {
		if _, label, ok := strings.Cut(row, "[ ] "); ok {
			label, _, _ = strings.Cut(label, "   ")
			out = append(out, strings.TrimSpace(label))
		}
	}
	return out
}

func TestWhatWordsFindStandsByHowWellTheyFindIt(t *testing.T) {
	cases := []struct {
		name, typed, want string
	}{
		{"a number with noughts is no year", "0010", "document: 0010_000"},
		{"nor in a range", "0010..", ""},
		{"a year in which nothing was, and a document called so", "1812", "document: 1812_000"},
		{"a year in which something was, and a document called so", "2009", "period: 2009"},
		{"a year in which nothing was, and no such document", "1999", "period: 1999"},
		{"the file of a document", "1812_000.txt", "document: 1812_000"},
		{"a month is written with a nought", "2011-05", "period: May 2011"},
		{"a word of a name over one that it begins", "trust", "person: Millbrook Trust"},
		{"what is called so over what has the word", "read", "read: yes"},
		{"a part of a name, where nothing begins so", "irect", "said: direct"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, mill, 110, 40)
			keys(m, "f")
			typed(m, tc.typed)
			keys(m, "enter")
			if got := chips(m); got != tc.want {
				keys(m, "esc")
				t.Errorf("enter takes %q; offered is\n%s", got, strings.Join(offeredFor(m, tc.typed), "\n"))
			}
		})
	}
}

// Diana Toynbee is called Councillor Toynbee, too.
func TestAWordOfANameWinsOverAnotherName(t *testing.T) {
	m := screenOf(t, builtin, 110, 60)
	got := offeredFor(m, "council")
	for i, s := range got {
		if !strings.Contains(strings.ToLower(s), "council") {
			for _, behind := range got[i:] {
				if strings.Contains(behind, "Council (") {
					t.Errorf("%q stands above %q", s, behind)
				}
			}
		}
	}
	if !slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "Diana Toynbee") }) {
		t.Errorf("she is not found: %q", got)
	}
	keys(m, "enter")
	if got := chips(m); got != "person: Herefordshire Council" {
		t.Errorf("enter takes %q", got)
	}
}

// Of many years those stand there at first in which most was, in their order all the
// same.
func TestYearsStandInOrder(t *testing.T) {
	told := strings.Builder{}
	for y, times := range map[int]int{1990: 1, 1993: 3, 1996: 1, 1999: 3, 2002: 3, 2005: 1, 2008: 3, 2011: 3} {
		for month := range times {
			fmt.Fprintf(&told, "The gate number %d was closed on 3 %s %d.\n\n", month, time.Month(month+1), y)
		}
	}
	m := screenOf(t, source.Options{Builtin: fstest.MapFS{"gates.txt": {Data: []byte("The gates\n\n" + told.String())}}}, 110, 60)
	cases := []struct {
		name string
		keys []string
		want string
	}{
		{"at first", nil, "1993 1999 2002 2008 2011"},
		{"all of them", []string{"down", "down", "down", "down", "down", "space"}, "1990 1993 1996 1999 2002 2005 2008 2011"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var years []string
			for _, s := range offeredFor(m, "", tc.keys...) {
				if s[0] >= '0' && s[0] <= '9' && len(s) == 4 {
					years = append(years, s)
				}
			}
			if got := strings.Join(years, " "); got != tc.want {
				t.Errorf("the years are %s, want %s", got, tc.want)
			}
			keys(m, "esc")
		})
	}
}

func TestOnlyWhatIsKnownIsOffered(t *testing.T) {
	on := func(y int, m time.Month, d int) when.Moment { return when.Moment{Day: when.DayOf(y, m, d), Minute: -1} }
	open := when.NoMoment
	cases := []struct {
		name     string
		from, to when.Moment
		want     string
	}{
		{"a day", on(2011, 5, 4), on(2011, 5, 4), "May 2011, 2011"},
		{"some days of two months", on(2011, 5, 28), on(2011, 6, 4), "2011"},
		{"some days of two years", on(2011, 12, 28), on(2012, 1, 4), ""},
		{"after a day", on(1995, 1, 1), open, ""},
		{"before a day", open, on(1995, 1, 1), ""},
		{"nothing", open, open, ""},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, p := range periodsOf(when.Interval{From: tc.from, To: tc.to}) {
				got = append(got, index.ByPeriod{Period: p}.Name())
			}
			if s := strings.Join(got, ", "); s != tc.want {
				t.Errorf("offered is %q, want %q", s, tc.want)
			}
		})
	}
}

// The mark stands on the first row from the start: an arrow moves on from there.
func TestTheFootOfTheFiltersTellsWhatArrowsDo(t *testing.T) {
	m := screenOf(t, builtin, 110, 40)
	keys(m, "f")
	typed(m, "direct")
	if got := plain(m); !strings.Contains(got, "after an arrow space sets") {
		t.Errorf("the foot does not say it:\n%s", got)
	}
	keys(m, "down", "space")
	if got := chips(m); got != "said: indirect" {
		t.Errorf("down and space set %q", got)
	}
	keys(m, "up", "space")
	if got := chips(m); got != "said: indirect, said: direct" {
		t.Errorf("up and space set %q", got)
	}
}
