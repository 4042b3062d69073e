// Command onrecord is a terminal reader for a dossier.
package main

import (
	"os"

	"onrecord/ui/command"
)

func main() { os.Exit(command.Run(os.Args[1:])) }
