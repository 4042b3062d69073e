// Package command is the command line: the reader, the listings for people and
// for other programs, and the digest that is printed where there is no terminal.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"onrecord/model/text"
)

// The exit codes.
const (
	exitOK    = 0
	exitError = 1 // what was asked could not be done
	exitUsage = 2 // the command line could not be understood
)

// usageError is a mistake of the command line.
type usageError struct{ error }

// streams are where a command reads and writes.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// Run runs the program with args, without the program's name, and returns its
// exit code.
func Run(args []string) int {
	return run(context.Background(), args, streams{os.Stdin, os.Stdout, os.Stderr})
}

func run(ctx context.Context, args []string, s streams) int {
	root := newRoot(s)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var usage usageError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE): // whoever read our output has had enough
		return exitOK
	case errors.As(err, &usage), isCobraUsage(err):
		fmt.Fprintf(s.err, "onrecord: %s\nTry: onrecord --help\n", text.SafeLine(err.Error()))
		return exitUsage
	default:
		fmt.Fprintf(s.err, "onrecord: %s\n", text.SafeLine(err.Error()))
		return exitError
	}
}

// isCobraUsage reports whether err is cobra's own, which has no type.
func isCobraUsage(err error) bool {
	for _, p := range []string{"unknown command", "unknown flag", "unknown shorthand", "accepts ", "requires ", "invalid argument", "flag needs"} {
		if strings.HasPrefix(err.Error(), p) {
			return true
		}
	}
	return false
}

func newRoot(s streams) *cobra.Command {
	root := &cobra.Command{
		Use:           "onrecord [PATH ...]",
		Short:         "Read a dossier: who said what, and what happened when",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return read(cmd.Context(), s, args)
		},
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	for _, l := range listings {
		root.AddCommand(l.command(s))
	}
	return root
}
