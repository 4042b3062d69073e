package command

import (
	"context"
	"os"

	"golang.org/x/term"

	"onrecord/ui"
)

// read opens the reader on paths, or prints a digest where there is no terminal
// to read in.
func read(ctx context.Context, s streams, paths []string) error {
	if !interactive(s) {
		_, err := load(ctx, s, paths)
		return err
	}
	return ui.Run(ctx, ui.Options{Load: loadOptions(s, paths), Mouse: true})
}

// interactive reports whether output goes to a terminal that can be drawn on.
func interactive(s streams) bool {
	f, ok := s.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd())) && os.Getenv("TERM") != "dumb"
}
