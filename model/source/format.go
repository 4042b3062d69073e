package source

import (
	"path"
	"strings"

	"onrecord/model/text"
)

// Format is one way in which documents are written. To add one, write a file that
// holds its reader and register it in formats.
type Format struct {
	Name       string   // as the listings say it
	Extensions []string // lower case, with the dot; "" for files without one
	// Read turns the bytes of a file into its documents: Text and Meta, both
	// safe. An error says in one clause why the file could not be read. The bytes
	// are lent: they hold another file afterwards.
	Read func(b []byte) ([]Document, error)
}

// formats are all that can be read; the first is tried for standard input and
// for files that are named but not known.
var formats = []Format{
	{"text", []string{".txt", ".text", ""}, readText},
	{"markdown", []string{".md", ".markdown"}, readText},
}

// formatOf returns the format of a file's name, or nil.
func formatOf(name string) *Format {
	ext := strings.ToLower(path.Ext(path.Base(name)))
	for i := range formats {
		for _, e := range formats[i].Extensions {
			if e == ext {
				return &formats[i]
			}
		}
	}
	return nil
}

// readText reads plain text and Markdown, which is kept as it is written: spans
// are offsets into it.
func readText(b []byte) ([]Document, error) {
	s, charset, err := text.Decode(b)
	if err != nil {
		return nil, err
	}
	return []Document{{Text: text.Safe(s), Charset: charset}}, nil
}
