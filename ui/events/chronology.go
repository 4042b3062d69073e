package events

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Scale is how much time one item of the list stands for.
type Scale uint8

// The scales, from fine to coarse.
const (
	ByEvent Scale = iota
	ByMonth
	ByYear
)

// slot is the month that an event is listed under. The month is 0 where the date is
// no finer than a good part of the year; a slot that is not dated stands last.
type slot struct {
	dated bool
	year  int
	month time.Month
}

// longest is the days of a stretch that is still listed under the month in which it
// begins: longer ones, such as a season, too; half a year is the year's.
const longest = 150

func slotOf(e *model.Event) slot {
	at := e.Date.From
	if !at.Known() {
		at = e.Date.To
	}
	if e.Undated || !at.Known() {
		return slot{}
	}
	y, m, _ := at.Day.Civil()
	if e.Date.From.Known() && e.Date.To.Known() && e.Date.To.Day-e.Date.From.Day > longest {
		m = 0
	}
	return slot{true, y, m}
}

func (s slot) compare(o slot) int {
	if s.dated != o.dated {
		if s.dated {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(s.year, o.year), cmp.Compare(s.month, o.month))
}

// entry is one item of the list: items[first:end] of the table, of which the event
// best is shown.
type entry struct {
	first, end int
	best       int32
	planned    int
	slot       slot
	year, sub  string // the headings it stands under; sub may be ""
}

// table is the chronology as it is listed: made once for what is listed, not for
// each frame.
type table struct {
	scale   Scale
	items   []int32 // indexes into Corpus.Events, as they are shown
	entries []entry
}

// monthsFrom is how many events a year must have for its months to be headings: a
// heading over one or two lines each is noise.
const monthsFrom = 12

// newTable orders events and groups them: the years, what is of no month first in
// its year, what is not dated last, by the reason.
func newTable(events []model.Event, listed []int32, scale Scale) table {
	type placed struct {
		slot
		event int32
	}
	in := make([]placed, len(listed))
	reasons := map[string]int{}
	for k, i := range listed {
		in[k] = placed{slotOf(&events[i]), i}
		if in[k].dated {
			continue
		}
		if _, ok := reasons[why(&events[i])]; !ok {
			reasons[why(&events[i])] = len(reasons)
		}
	}
	slices.SortStableFunc(in, func(a, b placed) int {
		if !a.dated && !b.dated {
			return cmp.Compare(reasons[why(&events[a.event])], reasons[why(&events[b.event])])
		}
		return a.compare(b.slot)
	})
	t := table{scale: scale, items: make([]int32, len(in))}
	for k := range in {
		t.items[k] = in[k].event
	}
	if scale == ByEvent {
		t.entries = make([]entry, 0, len(in))
	}
	for k := 0; k < len(in); {
		n := k + 1
		for n < len(in) && together(in[k].slot, in[n].slot, scale) {
			n++
		}
		t.entries = append(t.entries, newEntry(events, t.items, k, n, in[k].slot))
		k = n
	}
	t.head(events)
	return t
}

// why is the reason why an event is not dated.
func why(e *model.Event) string { return e.Date.Basis }

func together(a, b slot, scale Scale) bool {
	switch scale {
	case ByMonth:
		return a == b
	case ByYear:
		return a.dated == b.dated && a.year == b.year
	}
	return false
}

// newEntry is the item of items[first:end]: it shows the weightiest of them.
func newEntry(events []model.Event, items []int32, first, end int, s slot) entry {
	e := entry{first: first, end: end, best: items[first], slot: s}
	for _, i := range items[first:end] {
		if events[i].Status == event.Planned {
			e.planned++
		}
		a, b := &events[i], &events[e.best]
		if cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(docs(a), docs(b))) > 0 {
			e.best = i
		}
	}
	return e
}

const notDated = "date not known"

// head gives each entry the headings that it stands under.
func (t *table) head(events []model.Event) {
	inYear, slots := map[int]int{}, map[int]map[time.Month]bool{}
	for _, e := range t.entries {
		if slots[e.slot.year] == nil {
			slots[e.slot.year] = map[time.Month]bool{}
		}
		inYear[e.slot.year]++
		slots[e.slot.year][e.slot.month] = true
	}
	for i := range t.entries {
		e := &t.entries[i]
		switch s := e.slot; {
		case t.scale == ByYear:
		case !s.dated:
			e.year = notDated
			if t.scale == ByEvent {
				e.sub = why(&events[e.best])
			}
		default:
			if i > 0 && t.entries[i-1].slot.dated && t.entries[i-1].slot.year == s.year {
				e.year = t.entries[i-1].year // one string a year
			} else {
				e.year = fmt.Sprint(s.year)
			}
			if t.scale == ByEvent && inYear[s.year] >= monthsFrom && len(slots[s.year]) > 1 {
				e.sub = monthName(s.month)
			}
		}
	}
}

func monthName(m time.Month) string {
	if m == 0 {
		return "month not told"
	}
	return m.String()
}

// heads returns the headings over entry i: the year where it is new, the month
// where that is; at the top of the pane both, since a list without its year cannot
// be read.
func (t *table) heads(i int, top bool) []string {
	e := &t.entries[i]
	if e.year == "" {
		return nil
	}
	newYear := i == 0 || t.entries[i-1].year != e.year
	newSub := e.sub != "" && (newYear || t.entries[i-1].sub != e.sub)
	switch {
	case newYear && newSub:
		return []string{e.year, e.sub}
	case newYear:
		return []string{e.year}
	case top && e.sub != "":
		return []string{e.year + " · " + e.sub}
	case top:
		return []string{e.year}
	case newSub:
		return []string{e.sub}
	}
	return nil
}

// holding returns the entry that holds an event or, when it is not listed, the
// first that is not earlier; the last when all are.
func (t *table) holding(events []model.Event, i int32) int {
	if i < 0 || int(i) >= len(events) {
		return 0
	}
	if k := slices.Index(t.items, i); k >= 0 {
		return t.of(k)
	}
	return t.since(events, events[i].Date.From)
}

// of returns the entry that holds items[k].
func (t *table) of(k int) int {
	at, ok := slices.BinarySearchFunc(t.entries, k, func(e entry, k int) int { return e.first - k })
	if !ok {
		at--
	}
	return at
}

// since returns the entry of the first event at a moment or behind it; the last
// when there is none.
func (t *table) since(events []model.Event, at when.Moment) int {
	found, best := -1, when.NoMoment
	for k, i := range t.items {
		from := events[i].Date.From
		if !from.Known() || events[i].Undated || from.Compare(at) < 0 {
			continue
		}
		if found < 0 || from.Compare(best) < 0 {
			found, best = k, from
		}
	}
	if found < 0 {
		return max(len(t.entries)-1, 0)
	}
	return t.of(found)
}

// leap returns the first entry of the next year or month that has events, or of the
// one before; i itself when there is none.
func (t *table) leap(i, n int, years bool) int {
	same := func(a, b int) bool {
		x, y := t.entries[a].slot, t.entries[b].slot
		return x.dated == y.dated && x.year == y.year && (years || x.month == y.month)
	}
	k := i
	for k >= 0 && k < len(t.entries) && same(i, k) {
		k += n
	}
	if k < 0 || k >= len(t.entries) {
		return i
	}
	for k > 0 && same(k, k-1) && n < 0 {
		k--
	}
	return k
}

// docs counts the documents that tell of an event; they are few, so no set is made.
func docs(e *model.Event) int {
	n := 0
	for i, r := range e.Sources {
		if !slices.ContainsFunc(e.Sources[:i], func(o text.Ref) bool { return o.Doc == r.Doc }) {
			n++
		}
	}
	return n
}
