package ui

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/event"
	"onrecord/model/quote"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/seeds"
	"onrecord/ui/index"
	"onrecord/ui/layout"
)

// screenOf returns the reader on a corpus at a size, as it is after loading.
func screenOf(tb testing.TB, opt source.Options, width, height int) *root {
	tb.Helper()
	c, err := model.Load(context.Background(), model.Options{Options: opt, Today: when.DayOf(2026, 11, 23), Index: true}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	m := newModel(Options{Mouse: true}, newFeed())
	m.accept(arrival{index: index.New(c)})
	m.Update(tea.WindowSizeMsg{Width: width, Height: height})
	return m
}

func press(r rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: r, Text: string(r)} }

func benchmarkKey(b *testing.B, opt source.Options) {
	m := screenOf(b, opt, 160, 48)
	b.ReportAllocs()
	down := true
	for b.Loop() {
		key := 'j'
		if !down {
			key = 'k'
		}
		m.Update(press(key))
		m.View()
		if p := m.text.Percent(); p == 100 || p == 0 {
			down = !down
		}
	}
}

func BenchmarkKeyFiveDocuments(b *testing.B) { benchmarkKey(b, source.Options{Builtin: seeds.FS}) }

func BenchmarkKeyManyDocuments(b *testing.B) { benchmarkKey(b, made(5000)) }

// made is a corpus of n made documents.
func made(n int) source.Options {
	files := fstest.MapFS{}
	for f := range corpustest.Generate(n, 1) {
		files[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	return source.Options{Builtin: files}
}

// A made chronology of 5,000 events beside five documents: the key goes to the
// chronology, the text follows.
func BenchmarkKeyManyEvents(b *testing.B) {
	m := screenOf(b, source.Options{Builtin: seeds.FS}, 160, 48)
	c := *m.x.Corpus
	told := c.Events
	c.Events = nil
	for i := range 5000 {
		e := told[i%len(told)]
		day := when.Moment{Day: when.DayOf(2015, 1, 1) + when.Day(i*2500/5000), Minute: -1}
		e.Date, e.Undated = when.Interval{From: day, To: day, Certain: true, Basis: "made"}, false
		c.Events = append(c.Events, e)
	}
	m.accept(arrival{index: index.New(&c)})
	m.focus(layout.Events)
	b.ReportAllocs()
	key := 'j'
	for b.Loop() {
		m.Update(press(key))
		m.View()
		if m.events.Cursor == 0 || m.events.Cursor == m.events.Count()-1 {
			key = 'j' + 'k' - key
		}
	}
}

// manyEvents is the reader on 20,000 documents and 100,000 events, made of those
// of the seeds, with the focus on the chronology.
func manyEvents(b *testing.B, f index.Filter) *root {
	m := screenOf(b, source.Options{Builtin: seeds.FS}, 160, 48)
	docs, told, said := m.x.Docs, m.x.Events, m.x.Quotations
	c := model.Corpus{Name: m.x.Name, People: m.x.People, Dates: m.x.Dates, Progress: m.x.Progress}
	for i := range 20000 {
		d := *docs[i%len(docs)]
		d.ID = text.DocID(i)
		c.Docs = append(c.Docs, &d)
		c.Entities = append(c.Entities, m.x.Entities[i%len(docs)])
		for k := range 5 {
			e, q := told[(i*5+k)%len(told)], said[(i*5+k)%len(said)]
			day := when.Moment{Day: when.DayOf(2015, 1, 1) + when.Day(i*2500/20000), Minute: -1}
			e.Date, e.Undated = when.Interval{From: day, To: day, Certain: true, Basis: "made"}, false
			e.Sources = []text.Ref{{Doc: text.DocID(i), Span: text.Span{Start: 0, End: 20}}}
			if int(q.Doc) == i%len(docs) {
				q.Doc = text.DocID(i)
				c.Quotations = append(c.Quotations, q)
			}
			c.Events = append(c.Events, e)
		}
	}
	m.accept(arrival{index: index.New(&c)})
	m.focus(layout.Events)
	m.narrowTo(f)
	return m
}

// BenchmarkKeyFiltered presses a key with filters on and one without in turn, so
// that a machine that is busy slows both, and reports the ratio of the medians.
func BenchmarkKeyFiltered(b *testing.B) {
	screens := []*root{manyEvents(b, nil), manyEvents(b, index.Filter{
		index.ByPeriod{Period: index.Period{From: when.DayOf(2016, 1, 1), To: when.DayOf(2020, 1, 1)}},
		index.ByStatus{Status: event.Happened},
		index.ByStatus{Status: event.Ongoing},
		index.ByKind{Kind: quote.Direct},
		index.ByRead{},
	})}
	var took [2][]float64
	for b.Loop() {
		for i, m := range screens {
			key := 'j'
			if m.events.Cursor > m.events.Count()/2 {
				m.events.MoveTo(0)
			}
			start := time.Now()
			m.Update(press(key))
			m.View()
			took[i] = append(took[i], float64(time.Since(start).Nanoseconds()))
		}
	}
	for i := range took {
		slices.Sort(took[i])
	}
	without, with := took[0][len(took[0])/2], took[1][len(took[1])/2]
	b.ReportMetric(without/1000, "µs-without")
	b.ReportMetric(with/1000, "µs-with")
	b.ReportMetric(with/without, "ratio")
}

// A key on the sheet of the filters: what it costs to toggle a condition, with all
// lists made anew behind it.
func BenchmarkToggle(b *testing.B) {
	m := manyEvents(b, nil)
	keys(m, "f", "down", "down")
	b.ReportAllocs()
	for b.Loop() {
		keys(m, "space")
		m.View()
	}
}

// 500 keys that come at once, and the frame that they end in.
func BenchmarkKeysAtOnce(b *testing.B) {
	m := screenOf(b, source.Options{Builtin: seeds.FS}, 160, 48)
	m.frames = &frames{}
	b.ReportAllocs()
	for b.Loop() {
		for i := range 500 {
			m.Update(press([]rune("jk")[i/250]))
			m.View()
		}
		m.Update(redraw{})
		m.View()
	}
}
