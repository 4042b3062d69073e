package command

import (
	"context"
	"io"
	"os"

	"golang.org/x/term"

	"onrecord/ui"
)

// read opens the reader on paths, or prints a digest where there is no terminal
// to read in.
func read(ctx context.Context, s streams, paths []string, today string, ascii bool) error {
	if !interactive(s) {
		c, err := load(ctx, s, paths, today, false)
		if err != nil {
			return err
		}
		return buffered(s.out, func(w io.Writer) error { return digest(w, c) })
	}
	opt, err := loadOptions(s, paths, today, true)
	if err != nil {
		return err
	}
	kept, searches := ui.KeptSearches()
	return ui.Run(ctx, ui.Options{Load: opt, Mouse: true, ASCII: ascii, Kept: kept, Searches: searches})
}

// interactive reports whether output goes to a terminal that can be drawn on.
func interactive(s streams) bool {
	f, ok := s.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}
