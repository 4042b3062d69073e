// Package source says where documents come from (a folder, a file, standard
// input, the embedded corpus) and how each format becomes text and metadata.
// All that it returns has come through text.Safe. It reads what it was given
// and nothing else: regular files only, no link out of the folder.
package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"sync"

	"onrecord/model/text"
)

// Options say what to read. With no Paths, Builtin is read.
type Options struct {
	Paths    []string // files, folders, "-" for standard input
	Stdin    io.Reader
	Builtin  fs.FS
	MaxBytes int64 // of one file; 0 means 64 MiB
}

const defaultMaxBytes = 64 << 20

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
	Name   string
	Size   int64 // bytes, 0 when not known
	format *Format
	limit  int64
	notes  *Meta
	open   func() (io.ReadCloser, error)
}

// Problem is something that was not read, with the reason in one sentence.
type Problem struct {
	Name   string
	Reason string
}

// ErrNothing says that there is no document to read where it was looked for.
var ErrNothing = errors.New("no document to read")

// List finds the entries of opt in document order, without reading them. It
// fails when a path that was named cannot be opened, and with ErrNothing when
// there is none to read; a file that cannot be read later is a Problem.
func List(ctx context.Context, opt Options) ([]Entry, []Problem, error) {
	l := &lister{ctx: ctx, opt: opt, seen: map[string]int{}}
	if l.opt.MaxBytes == 0 {
		l.opt.MaxBytes = defaultMaxBytes
	}
	if len(opt.Paths) == 0 {
		if err := l.folder(opt.Builtin, opt.Builtin, opt.Builtin.Open, "", "the built-in corpus"); err != nil {
			return nil, nil, err
		}
		return l.entries, l.problems, nil
	}
	prefixes := map[string]int{}
	for _, p := range opt.Paths {
		prefix := ""
		if len(opt.Paths) > 1 {
			prefix = unique(prefixes, baseName(p))
		}
		if err := l.path(p, prefix); err != nil {
			return nil, nil, err
		}
	}
	if len(l.entries) == 0 {
		if len(l.problems) == 1 {
			return nil, nil, fmt.Errorf("cannot read %s: %s", quoted(l.problems[0].Name), l.problems[0].Reason)
		}
		return nil, nil, fmt.Errorf("%w in %s: give a folder or files of text (.txt or .md)", ErrNothing, quoted(opt.Paths...))
	}
	return l.entries, l.problems, nil
}

// Read reads the documents of e. A problem with one part does not stop the
// others.
func (e Entry) Read() ([]Document, []Problem) {
	buf := buffers.Get().(*bytes.Buffer)
	defer release(buf)
	b, err := e.bytes(buf)
	if err != nil {
		return nil, []Problem{{e.Name, reason(err)}}
	}
	docs, err := e.format.Read(b)
	if err != nil {
		return nil, []Problem{{e.Name, reason(err)}}
	}
	for i := range docs {
		docs[i].Format = e.format.Name
		docs[i].Name = e.Name
		if len(docs) > 1 {
			docs[i].Name = fmt.Sprintf("%s#%d", e.Name, i+1)
		}
		if e.notes != nil {
			docs[i].Meta = over(*e.notes, docs[i].Meta)
		}
	}
	return docs, nil
}

// buffers hold the bytes of files while they are read.
var buffers = sync.Pool{New: func() any { return bytes.NewBuffer(make([]byte, 0, 32<<10)) }}

// release leaves the room of a file to the next, unless it was a large one.
func release(b *bytes.Buffer) {
	const most = 1 << 20
	if b.Cap() <= most {
		b.Reset()
		buffers.Put(b)
	}
}

// bytes reads the file into buf, not more than its limit: the size that a file
// declares is not believed.
func (e Entry) bytes(buf *bytes.Buffer) ([]byte, error) {
	r, err := e.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if _, err := buf.ReadFrom(io.LimitReader(r, e.limit+1)); err != nil {
		return nil, err
	}
	if int64(buf.Len()) > e.limit {
		return nil, fmt.Errorf("it is larger than %d MiB", e.limit>>20)
	}
	return buf.Bytes(), nil
}

// over lays the reader's own notes over what a format tells.
func over(notes, format Meta) Meta {
	m := notes
	if m.Title == "" {
		m.Title = format.Title
		m.FromNotes = m.FromNotes && m.Published != ""
	}
	if m.Published == "" {
		m.Published = format.Published
	}
	if m.Source == "" {
		m.Source = format.Source
	}
	if m.URL == "" {
		m.URL = format.URL
	}
	return m
}

// reason puts an error in words for the reader, without the path, which stands
// beside it.
func reason(err error) string {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		err = pe.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "there is no such file or folder; check the path"
	case errors.Is(err, fs.ErrPermission):
		return "you have no permission to read it"
	}
	return text.SafeLine(err.Error())
}

// fileReader opens a file of a folder.
func fileReader(open func(string) (fs.File, error), name string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) {
		f, err := open(name)
		if err != nil {
			return nil, err
		}
		info, err := f.Stat()
		if err == nil && !info.Mode().IsRegular() {
			err = errors.New("it is not a regular file")
		}
		if err != nil {
			f.Close()
			return nil, err
		}
		return f, nil
	}
}

// pathReader opens a file that was named on the command line.
func pathReader(path string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return os.Open(path) }
}
