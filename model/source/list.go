package source

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"onrecord/model/text"
)

// maxDepth is how deep folders are followed.
const maxDepth = 64

// notesFile holds what the reader knows of the documents of a folder.
const notesFile = "onrecord.toml"

type lister struct {
	ctx      context.Context
	opt      Options
	entries  []Entry
	problems []Problem
	seen     map[string]int // names given, to keep them unique
}

// path adds what one argument names.
func (l *lister) path(p, prefix string) error {
	if p == "-" {
		name := text.SafeLine(join(prefix, "-"))
		if prefix != "" {
			name = prefix
		}
		l.add(name, 0, &formats[0], nil, func() (io.ReadCloser, error) { return io.NopCloser(l.opt.Stdin), nil })
		return nil
	}
	info, err := os.Stat(p)
	if err != nil {
		return fmt.Errorf("cannot open %s: %s", quoted(p), reason(err))
	}
	switch {
	case info.IsDir():
		root, err := os.OpenRoot(p)
		if err != nil {
			return fmt.Errorf("cannot open the folder %s: %s", quoted(p), reason(err))
		}
		// Names are read past the root, which would ask for the state of every file
		// (75 ms for 20,000); nothing is opened or followed but through it.
		return l.folder(os.DirFS(p), root.FS(), (&opener{root: root}).open, prefix, p)
	case !info.Mode().IsRegular():
		l.problems = append(l.problems, Problem{text.SafeLine(p), "it is not a regular file"})
		return nil
	}
	f := formatOf(p)
	if f == nil {
		f = &formats[0] // it was named: try it as text
	}
	name := text.SafeLine(baseName(p))
	if prefix != "" {
		name = prefix
	}
	l.add(name, info.Size(), f, nil, pathReader(p))
	return nil
}

// baseName is the last element of a path, the folder's own name for ".".
func baseName(p string) string {
	if p == "-" {
		return "-"
	}
	if abs, err := filepath.Abs(p); err == nil {
		p = abs
	}
	return filepath.Base(p)
}

func join(prefix, name string) string {
	if prefix == "" {
		return name
	}
	return prefix + "/" + name
}

// folder adds the documents under a folder in order of their names. The folder
// is an os.Root or an embedded file system: no link leads out of it. names is the
// same, for its names only. open opens a file by the name that the walk gave: an
// fs.FS refuses names that are not UTF-8, which files of other systems have.
func (l *lister) folder(names, fsys fs.FS, open func(string) (fs.File, error), prefix, said string) error {
	var found []string
	var notes map[string]*Meta
	err := fs.WalkDir(names, ".", func(name string, e fs.DirEntry, err error) error {
		if cerr := l.ctx.Err(); cerr != nil {
			return cerr
		}
		if err != nil {
			if name == "." {
				return err
			}
			l.problems = append(l.problems, Problem{text.SafeLine(join(prefix, name)), reason(err)})
			return skip(e)
		}
		switch {
		case name == ".":
		case strings.HasPrefix(path.Base(name), "."):
			return skip(e)
		case e.IsDir():
			if strings.Count(name, "/") >= maxDepth {
				l.problems = append(l.problems, Problem{text.SafeLine(join(prefix, name)), fmt.Sprintf("folders are followed %d deep", maxDepth)})
				return fs.SkipDir
			}
		case name == notesFile:
			var problems []Problem
			notes, problems = readNotes(open, join(prefix, name))
			l.problems = append(l.problems, problems...)
		case e.Type().IsRegular(), e.Type()&fs.ModeSymlink != 0 && l.linkInside(fsys, name):
			if formatOf(name) != nil {
				found = append(found, name)
			}
		}
		return nil
	})
	if cerr := l.ctx.Err(); cerr != nil {
		return cerr
	}
	if err != nil {
		return fmt.Errorf("cannot read the folder %s: %s", quoted(said), reason(err))
	}
	sort.Strings(found)
	known := map[string]bool{}
	for _, name := range found {
		known[name] = true
		l.add(text.SafeLine(join(prefix, name)), 0, formatOf(name), notes[name], fileReader(open, name))
	}
	for name := range notes {
		if !known[name] {
			l.problems = append(l.problems, Problem{join(prefix, notesFile), fmt.Sprintf("it speaks of %s, which is not there; check the path", quoted(name))})
		}
	}
	sort.SliceStable(l.problems, func(a, b int) bool {
		return l.problems[a].Name+l.problems[a].Reason < l.problems[b].Name+l.problems[b].Reason
	})
	return nil
}

func skip(e fs.DirEntry) error {
	if e != nil && e.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// linkInside reports whether a symbolic link leads to a regular file of the same
// folder. Opening goes through os.Root, which refuses every other.
func (l *lister) linkInside(fsys fs.FS, name string) bool {
	info, err := fs.Stat(fsys, name)
	return err == nil && info.Mode().IsRegular()
}

func (l *lister) add(name string, size int64, f *Format, notes *Meta, open func() (io.ReadCloser, error)) {
	l.entries = append(l.entries, Entry{Name: unique(l.seen, name), Size: size, format: f, limit: l.opt.MaxBytes, notes: notes, open: open})
}

// unique returns name, or name~2 and so on when it was given before.
func unique(seen map[string]int, name string) string {
	for {
		seen[name]++
		n := seen[name]
		if n == 1 {
			return name
		}
		name = fmt.Sprintf("%s~%d", name, n)
	}
}

// quoted names paths in a message.
func quoted(paths ...string) string {
	out := make([]string, len(paths))
	for i, p := range paths {
		out[i] = `"` + text.SafeLine(p) + `"`
	}
	return strings.Join(out, ", ")
}
