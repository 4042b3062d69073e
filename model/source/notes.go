package source

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/BurntSushi/toml"

	"onrecord/model/text"
)

// maxNotes is how many bytes of an onrecord.toml are read.
const maxNotes = 16 << 20

// readNotes reads what onrecord.toml says of the documents of its folder. A file
// that cannot be understood is a problem that names the line, and says nothing of
// any document.
func readNotes(open func(string) (fs.File, error), shown string) (map[string]*Meta, []Problem) {
	e := Entry{Name: shown, limit: maxNotes, open: fileReader(open, notesFile)}
	b, err := e.bytes(new(bytes.Buffer))
	if err != nil {
		return nil, []Problem{{shown, reason(err)}}
	}
	notes, err := parseNotes(string(b))
	if err != nil {
		return nil, []Problem{{shown, err.Error()}}
	}
	return notes, nil
}

func parseNotes(s string) (map[string]*Meta, error) {
	var file struct {
		Document []struct {
			Path, Title, Source, URL string
			Published                any
		}
	}
	if _, err := toml.Decode(s, &file); err != nil {
		var pe toml.ParseError
		if errors.As(err, &pe) {
			return nil, fmt.Errorf("it cannot be understood at line %d: %s", pe.Position.Line, text.SafeLine(pe.Message))
		}
		return nil, fmt.Errorf("it cannot be understood: %s", text.SafeLine(err.Error()))
	}
	notes := make(map[string]*Meta, len(file.Document))
	for _, d := range file.Document {
		if d.Path == "" {
			return nil, errors.New(`a [[document]] has no path; write path = "file.txt"`)
		}
		notes[path.Clean(strings.ReplaceAll(d.Path, `\`, "/"))] = &Meta{
			Title: text.SafeLine(d.Title), Published: published(d.Published), Source: text.SafeLine(d.Source), URL: text.SafeLine(d.URL), FromNotes: true,
		}
	}
	return notes, nil
}

// published takes a date as a string or as TOML's own date.
func published(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case interface{ Format(string) string }:
		return v.Format("2006-01-02")
	}
	return text.SafeLine(fmt.Sprint(v))
}
