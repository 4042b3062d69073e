// Command onrecord is a terminal reader for a dossier.
package main

import (
	"os"
	"runtime/debug"

	"onrecord/ui/command"
)

// collectAt is how many percent of what is in use may be added before the garbage
// is collected. Half of what is usual costs a twentieth more computing while a
// large folder loads (20,000 articles: 3.0 s, not 2.8 s) and saves a tenth of the
// memory of a listing, more of the reader's. docs/MEASURING.md has the figures.
const collectAt = 50

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	os.Exit(command.Run(os.Args[1:]))
}
