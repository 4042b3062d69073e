// Package seeds embeds the built-in corpus: five documents about one English
// council, byte for byte as they were collected.
package seeds

import "embed"

// FS holds the built-in documents at its root. The files are never changed:
// every span that the tests expect is a byte offset into them.
//
//go:embed *.txt
var FS embed.FS
