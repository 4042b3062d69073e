package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/search"
	"onrecord/model/text"
)

const searchLong = `Search the texts of a corpus. QUERY is one argument:

  harbour wall             both words, whatever their case and accents
  "harbour wall"           the words behind one another
  "harbour wall"~5         with at most 5 words between, in either order
  harb*   walker~1         words that begin so; that differ by a letter or two
  a OR b   NOT c   (a b)   alternatives, exclusions, groups
  speaker:toynbee          where she speaks; also person: in:quotes
  doc:minutes source:bbc before:2022-05 after:2021 year:2022

docs/SEARCH.md has all of it. A query that begins with - goes behind --.`

// found is a document with what was found in it.
type found struct {
	doc   *model.Document
	score float32
	spans []text.Span // none where the fields alone found it
}

// snippetRunes is how much text is shown with a hit where nothing bounds it.
const snippetRunes = 160

func searchCommand(s streams) *cobra.Command {
	var asJSON, byRank bool
	var limit int
	var f filters
	cmd := &cobra.Command{
		Use:   "search QUERY [PATH ...]",
		Short: "Search the texts",
		Long:  searchLong,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			q, err := queryOf(args)
			if err != nil {
				return err
			}
			f.index = true
			v, err := open(cmd.Context(), s, args[1:], f)
			if err != nil {
				return err
			}
			hits, err := v.search(cmd.Context(), q, byRank, limit)
			if err != nil {
				return err
			}
			return buffered(s.out, func(w io.Writer) error {
				if asJSON {
					return jsonHits(w, hits)
				}
				if len(hits) == 0 {
					fmt.Fprintln(s.err, "onrecord: nothing was found")
				}
				return tableHits(w, hits, terminalWidth(s.out))
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, "one JSON object a hit, for other programs")
	flags.BoolVar(&byRank, "rank", false, "the best documents first (default: document order)")
	flags.IntVar(&limit, "limit", 0, "at most so many documents")
	flags.StringVar(&f.doc, "doc", "", docUsage)
	flags.StringVar(&f.after, "after", "", "only what is published from this `date` on: 2022-05-16, 2022-05 or 2022")
	flags.StringVar(&f.before, "before", "", "only what is published up to this `date`")
	flags.StringVar(&f.today, "today", "", todayUsage)
	return cmd
}

// queryOf parses the query, which is the first argument.
func queryOf(args []string) (*search.Query, error) {
	if len(args) == 0 {
		return nil, usageError{errors.New(`search needs a query, as in onrecord search "harbour wall"`)}
	}
	q, err := search.Parse(args[0], search.Options{})
	if err != nil {
		return nil, usageError{err}
	}
	if q.Empty() {
		return nil, usageError{errors.New("the query holds no word to look for at column 1")}
	}
	return q, nil
}

// search finds the documents of a query that pass the filters.
func (v *view) search(ctx context.Context, q *search.Query, byRank bool, limit int) ([]found, error) {
	order := search.ByDocument
	if byRank {
		order = search.ByRank
	}
	r, err := v.Search.Search(ctx, q, order, 0)
	if err != nil {
		return nil, err
	}
	var out []found
	var ids []text.DocID
	for _, h := range r.Hits {
		d := v.Doc(h.Doc)
		if limit > 0 && len(out) == limit {
			break
		}
		if v.has(d) {
			out = append(out, found{doc: d, score: h.Score})
			ids = append(ids, h.Doc)
		}
	}
	spans, err := r.Spans(ctx, ids...)
	for i := range spans {
		out[i].spans = spans[i]
	}
	return out, err
}

type hitJSON struct {
	Doc     string    `json:"doc"`
	Span    *spanJSON `json:"span"`
	Snippet string    `json:"snippet"`
	Score   float64   `json:"score"`
}

// jsonHits writes a line for each place that was found, and one for a document
// that the fields of the query alone found.
func jsonHits(w io.Writer, hits []found) error {
	return writeLines(w, func(yield func(hitJSON) bool) {
		for _, h := range hits {
			line := hitJSON{Doc: h.doc.Name, Score: math.Round(float64(h.score)*1e4) / 1e4}
			if len(h.spans) == 0 {
				line.Snippet = search.MakeSnippet(h.doc.Text, nil, snippetRunes).Text
				if !yield(line) {
					return
				}
			}
			for i := range h.spans {
				at := spanOf(h.spans[i])
				line.Span = &at
				line.Snippet = search.MakeSnippet(h.doc.Text, h.spans[i:i+1], snippetRunes).Text
				if !yield(line) {
					return
				}
			}
		}
	})
}

func tableHits(w io.Writer, hits []found, width int) error {
	t := table{columns: []column{{name: "DOCUMENT"}, {name: "HITS", right: true}, {name: "TEXT", shrink: true}}}
	for _, h := range hits {
		t.rows = append(t.rows, []string{h.doc.Name, fmt.Sprint(len(h.spans)), search.MakeSnippet(h.doc.Text, h.spans, snippetRunes).Text})
	}
	return t.write(w, width)
}
