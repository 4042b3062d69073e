package model_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"onrecord/model"
	"onrecord/model/corpustest"
	"onrecord/model/source"
)

// made writes a made corpus of n documents to a folder and returns it with its
// size in bytes.
func made(tb testing.TB, n int) (dir string, bytes int64) {
	tb.Helper()
	dir = tb.TempDir()
	for f := range corpustest.Generate(n, 1) {
		path := filepath.Join(dir, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			tb.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(f.Text), 0o600); err != nil {
			tb.Fatal(err)
		}
		bytes += int64(len(f.Text))
	}
	return dir, bytes
}

func BenchmarkLoad(b *testing.B) {
	dir, bytes := made(b, 4000)
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := model.Load(context.Background(), model.Options{Options: source.Options{Paths: []string{dir}}, Today: today, Index: true}, nil); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAnalyse(b *testing.B) {
	var docs []source.Document
	var bytes int64
	for f := range corpustest.Generate(200, 1) {
		docs = append(docs, source.Document{Name: f.Name, Text: f.Text})
		bytes += int64(len(f.Text))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			model.Analyse(d)
		}
	}
}
