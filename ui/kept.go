package ui

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model/text"
)

// Kept is the file that the reader's kept searches stand in, a line each; "" keeps
// them for the session only.
type Kept string

// KeptSearches returns where kept searches stand, in the reader's own folder of
// settings, and those that do. Where there is no such folder, or the file cannot be
// read, they are kept for the session only and the file is left alone.
func KeptSearches() (Kept, []string) {
	dir, err := os.UserConfigDir()
	if err != nil {
		return "", nil
	}
	k := Kept(filepath.Join(dir, "onrecord", "searches"))
	queries, err := k.load()
	if err != nil {
		return "", nil
	}
	return k, queries
}

// keptFailed says that the kept searches could not be written.
type keptFailed struct{ err error }

// keptNow are the searches that stand in the file, now that one was changed.
type keptNow []string

// change keeps a search, or gives it up.
type change struct {
	query string
	keep  bool
}

// of returns searches as they are with the change.
func (c change) of(queries []string) []string {
	out := slices.DeleteFunc(slices.Clone(queries), func(q string) bool { return q == c.query })
	if c.keep {
		out = append(out, c.query)
	}
	return out
}

// mostKeptBytes bounds what is read of the file.
const mostKeptBytes = 1 << 20

// load reads the kept searches. A file that is not there keeps none.
func (k Kept) load() ([]string, error) {
	if k == "" {
		return nil, nil
	}
	f, err := os.Open(string(k))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading the kept searches: %w", err)
	}
	defer f.Close()
	var out []string
	s := bufio.NewScanner(f)
	for n := 0; s.Scan() && n < mostKeptBytes; n += len(s.Bytes()) {
		if q := text.SafeLine(s.Text()); q != "" {
			out = append(out, tidy(q+s.Text()[len(strings.TrimRight(s.Text(), " ")):]))
		}
	}
	return out, s.Err()
}

// save returns the command that changes what is kept. Another window may have kept
// something since: the file is read again before. It is written beside the old one,
// which it then replaces, so that neither is ever half there.
func (k Kept) save(c change) tea.Cmd {
	if k == "" {
		return nil
	}
	return func() tea.Msg {
		queries, err := k.load()
		if err == nil {
			queries = c.of(queries)
			err = k.write(queries)
		}
		if err != nil {
			return keptFailed{err}
		}
		return keptNow(queries)
	}
}

func (k Kept) write(queries []string) (err error) {
	dir := filepath.Dir(string(k))
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("making %s for the kept searches: %w", dir, err)
	}
	f, err := os.CreateTemp(dir, ".searches-*")
	if err != nil {
		return fmt.Errorf("writing the kept searches in %s: %w", dir, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
		}
	}()
	for _, q := range queries {
		if _, err := fmt.Fprintln(f, q); err != nil {
			f.Close()
			return fmt.Errorf("writing the kept searches: %w", err)
		}
	}
	if err := errors.Join(f.Sync(), f.Close()); err != nil {
		return fmt.Errorf("writing the kept searches: %w", err)
	}
	if err := os.Rename(f.Name(), string(k)); err != nil {
		return fmt.Errorf("writing the kept searches: %w", err)
	}
	return nil
}
