// Package command is the command line: the reader, the listings for people and
// for other programs, and the digest that is printed where there is no terminal.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"charm.land/fang/v2"
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

func (e usageError) Unwrap() error { return e.error }

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
	err := execute(ctx, root, args)
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

// execute runs the command. Only what fang is there for goes through it: the
// styled help, the man page and the completion scripts. The reader's own start
// stays lean.
func execute(ctx context.Context, root *cobra.Command, args []string) error {
	dressed := slices.ContainsFunc(args, func(a string) bool {
		return a == "--help" || a == "-h" || a == "help" || a == "man" || a == "completion"
	})
	if !dressed {
		return root.ExecuteContext(ctx)
	}
	return fang.Execute(ctx, root, fang.WithoutVersion(), fang.WithErrorHandler(func(io.Writer, fang.Styles, error) {}))
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

const long = `onrecord reads a dossier: a folder of articles, statements, reports, letters and
posts about one matter. It shows what the documents say, who said what, and what
happened when; every line leads to the passage that it comes from.

With no PATH it opens the built-in corpus. PATH is a file, a folder, or - for
standard input. Where output is no terminal, a digest is printed.

Exit codes: 0 done, 1 could not be done, 2 the command line was not understood.`

func newRoot(s streams) *cobra.Command {
	var today string
	var ascii bool
	root := &cobra.Command{
		Use:           "onrecord [PATH ...]",
		Short:         "Read a dossier: who said what, and what happened when",
		Long:          long,
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := mistyped(cmd, args); err != nil {
				return err
			}
			return read(cmd.Context(), s, args, today, ascii)
		},
	}
	root.SetIn(s.in)
	root.SetOut(s.out)
	root.SetErr(s.err)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.Flags().StringVar(&today, "today", "", todayUsage)
	root.Flags().BoolVar(&ascii, "ascii", false, "draw with signs of ASCII only")
	for _, l := range listings {
		root.AddCommand(l.command(s))
	}
	root.AddCommand(textCommand(s), searchCommand(s), versionCommand(s))
	return root
}

// mistyped takes a first word that is no path, and nearly a command, for one that
// was typed wrongly.
func mistyped(cmd *cobra.Command, args []string) error {
	if len(args) == 0 || args[0] == "-" || strings.ContainsAny(args[0], `/\.`) {
		return nil
	}
	if _, err := os.Stat(args[0]); err == nil {
		return nil
	}
	cmd.SuggestionsMinimumDistance = 2
	if near := cmd.SuggestionsFor(args[0]); len(near) > 0 {
		return usageError{fmt.Errorf("there is no file or folder %q; did you mean the command %s?", args[0], strings.Join(near, " or "))}
	}
	return nil
}

func versionCommand(s streams) *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(s.out, "onrecord", version())
			return err
		},
	}
}

// version is the module's version, or the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "(unknown)"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, st := range info.Settings {
		if st.Key == "vcs.revision" {
			return "devel " + st.Value[:min(12, len(st.Value))]
		}
	}
	return "devel"
}
