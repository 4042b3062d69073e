package command

import "context"

// read opens the reader on paths.
func read(ctx context.Context, s streams, paths []string) error {
	_, err := load(ctx, s, paths)
	return err
}
