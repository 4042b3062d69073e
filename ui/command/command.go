// Package command is the command line: the reader, the listings, plain output.
package command

// Run runs the program with args and returns its exit code.
func Run(args []string) int { return 0 }
