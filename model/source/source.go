// Package source says where documents come from (a folder, a file, standard
// input, the embedded corpus) and how each format becomes text and metadata.
// All that it returns has come through text.Safe. It reads what it was given
// and nothing else: regular files only, no link out of the folder.
package source

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"onrecord/model/text"
)

// Options say what to read. With no Paths, Builtin is read.
type Options struct {
	Paths    []string // files, folders, "-" for standard input
	Stdin    io.Reader
	Builtin  fs.FS
	MaxBytes int64 // of one file; 0 means 64 MiB
}

// Meta is what is known of a document from outside its text; fields are empty
// where nothing is. Dates are as given: "2022-05-13", "2022-05" or "2022".
type Meta struct {
	Title, Published, Source, URL string
	FromNotes                     bool // given by onrecord.toml, not by the format
}

// Document is one document as read. Text and all of Meta are safe.
type Document struct {
	Name    string // unique in the corpus, "/" between folders
	Text    string
	Format  string // "text", "markdown"
	Charset string
	Meta    Meta
}

// Entry is a file to be read: it may hold several documents.
type Entry struct {
	Name string
	Size int64 // bytes, 0 when not known
	open func() ([]byte, error)
}

// Problem is something that was not read, with the reason in one sentence.
type Problem struct {
	Name   string
	Reason string
}

// List finds the entries of opt in document order, without reading them. It
// fails only when a path that was named cannot be opened at all.
func List(ctx context.Context, opt Options) ([]Entry, []Problem, error) {
	var entries []Entry
	if len(opt.Paths) == 0 {
		names, err := fs.Glob(opt.Builtin, "*.txt")
		for _, n := range names {
			entries = append(entries, Entry{Name: n, open: func() ([]byte, error) { return fs.ReadFile(opt.Builtin, n) }})
		}
		return entries, nil, err
	}
	for _, p := range opt.Paths {
		err := filepath.WalkDir(p, func(path string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() || !strings.HasSuffix(path, ".txt") && !strings.HasSuffix(path, ".md") {
				return err
			}
			rel, _ := filepath.Rel(p, path)
			if rel == "." {
				rel = filepath.Base(path)
			}
			entries = append(entries, Entry{Name: text.SafeLine(filepath.ToSlash(rel)), open: func() ([]byte, error) { return os.ReadFile(path) }})
			return nil
		})
		if err != nil {
			return nil, nil, err
		}
	}
	sort.SliceStable(entries, func(i, j int) bool { return entries[i].Name < entries[j].Name })
	return entries, nil, nil
}

// Read reads the documents of e. A problem with one part does not stop the
// others.
func (e Entry) Read() ([]Document, []Problem) {
	b, err := e.open()
	if err != nil {
		return nil, []Problem{{e.Name, text.SafeLine(err.Error())}}
	}
	s, charset, err := text.Decode(b)
	if err != nil {
		return nil, []Problem{{e.Name, err.Error()}}
	}
	return []Document{{Name: e.Name, Text: text.Safe(s), Format: "text", Charset: charset}}, nil
}
