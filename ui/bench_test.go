package ui

import (
	"context"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/seeds"
	"onrecord/ui/index"
	"onrecord/ui/layout"
)

// screenOf returns the reader on a corpus at a size, as it is after loading.
func screenOf(tb testing.TB, opt source.Options, width, height int) *root {
	tb.Helper()
	c, err := model.Load(context.Background(), model.Options{Options: opt, Today: when.DayOf(2026, 11, 23)}, nil)
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

func BenchmarkKeyManyDocuments(b *testing.B) {
	files := fstest.MapFS{}
	for f := range corpustest.Generate(5000, 1) {
		files[f.Name] = &fstest.MapFile{Data: []byte(f.Text)}
	}
	benchmarkKey(b, source.Options{Builtin: files})
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
