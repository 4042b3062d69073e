// Command write puts a made corpus into a folder and prints what it made:
//
//	go run ./model/corpustest/write -n 20000 -out /tmp/corpus
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"onrecord/model/corpustest"
)

func main() {
	n := flag.Int("n", 20000, "how many documents")
	seed := flag.Uint64("seed", 1, "the same seed gives the same corpus")
	out := flag.String("out", "", "the folder to write to")
	flag.Parse()
	if *out == "" {
		fmt.Fprintln(os.Stderr, "write: say where to with -out FOLDER")
		os.Exit(2)
	}
	bytes := 0
	for f := range corpustest.Generate(*n, *seed) {
		path := filepath.Join(*out, filepath.FromSlash(f.Name))
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = os.WriteFile(path, []byte(f.Text), 0o644)
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "write:", err)
			os.Exit(1)
		}
		bytes += len(f.Text)
	}
	fmt.Printf("%d documents, %d bytes, sha256 %s\n", *n, bytes, corpustest.Hash(corpustest.Generate(*n, *seed)))
}
