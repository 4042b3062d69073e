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
