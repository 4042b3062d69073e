// Package search looks for words in the texts of a corpus: a query language, an
// index that grows while documents are read, hits with their exact places,
// snippets. It knows of a document only its text; what the fields of a query ask
// for, it is given as Fields.
//
//	part := search.Index(text)              // of one document, on any goroutine
//	builder.Add(part)                       // in document order
//	snapshot := builder.Snapshot().With(fields)
//	query, err := search.Parse(`harbour "wall of" -pier`, search.Options{})
//	results, err := snapshot.Search(ctx, query, search.ByRank, 0)
//	spans, err := results.Spans(ctx, results.Hits[0].Doc)
//	snippet := search.MakeSnippet(text, spans[0], 120)
//
// A part of a word is a run of letters or of digits. A word is a part, or several
// that one mark ties together without a blank: an apostrophe between letters
// (don't, O’Neill), a stop between single letters (U.S), a stop, comma or colon
// between digits (11.49). Both are in the index: a word of several parts at the
// place of its first. What else stands between words, hyphens too, says nothing.
//
// The grammar of a query, blanks between its signs left out:
//
//	query  = or .
//	or     = and { "OR" and } .
//	and    = unary { [ "AND" ] unary } .
//	unary  = ( "NOT" | "-" ) unary | group | field | phrase | word .
//	group  = "(" or ")" .
//	field  = name ":" ( value | quote value quote ) .
//	phrase = quote { word } quote [ "*" | "~" number ] .
//	word   = letters and digits [ "*" | "~" [ "1" | "2" ] ] .
//
// docs/SEARCH.md says what each of them finds, and what was measured.
package search
