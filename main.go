// Command onrecord is a terminal reader for a dossier.
package main

import (
	"os"

	"onrecord/model/memory"
	"onrecord/ui/command"
)

func main() {
	memory.Start()
	os.Exit(command.Run(os.Args[1:]))
}
