package model

import (
	"path"
	"strings"

	"onrecord/model/source"
	"onrecord/model/text"
)

// title decides what a document is called: what its metadata says, else the
// headline that stands in it, else its first sentence, else its file name.
func title(d *text.Doc, s source.Document) (string, TitleBasis, text.Span) {
	if s.Meta.Title != "" {
		if s.Meta.FromNotes {
			return s.Meta.Title, TitleFromNotes, text.Span{}
		}
		return s.Meta.Title, TitleFromMetadata, text.Span{}
	}
	for _, b := range d.Blocks {
		switch {
		case b.Kind.Quiet() || b.First == b.End:
			continue
		case b.End-b.First <= 4 && hasNumber(d, b.First, b.End), d.Lower(b.First) == "dear" && b.End-b.First <= 8:
			continue // the date and the salutation of a letter
		case b.Kind == text.Heading:
			sp := unmarked(d.Text, b.Span)
			return text.SafeLine(sp.Of(d.Text)), TitleFromText, sp
		}
		lead := d.Sentences[b.FirstSentence].Span
		return text.SafeLine(lead.Of(d.Text)), TitleFromLead, text.Span{}
	}
	return strings.TrimSuffix(path.Base(s.Name), path.Ext(s.Name)), TitleFromFileName, text.Span{}
}

// unmarked is a heading without the signs that make it one in Markdown: "## What
// happened", "## What happened ##".
func unmarked(s string, sp text.Span) text.Span {
	words := strings.TrimLeft(sp.Of(s), "#")
	open := strings.TrimLeft(words, " \t")
	if n := sp.Len() - len(words); n > 6 || open == "" || len(open) == len(words) {
		return sp
	}
	sp.Start = sp.End - int32(len(open))
	closed := strings.TrimRight(open, "#")
	if end := strings.TrimRight(closed, " \t"); end != "" && len(end) < len(closed) { // else it is a word: "C#"
		sp.End = sp.Start + int32(len(end))
	}
	return sp
}

// hasNumber reports whether one of the tokens [first, end) is a number.
func hasNumber(d *text.Doc, first, end int) bool {
	for _, t := range d.Tokens[first:end] {
		if t.Kind == text.Number {
			return true
		}
	}
	return false
}
