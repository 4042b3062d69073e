package command

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/seeds"
)

// listing is one kind of thing that can be listed, for people and for programs.
type listing struct {
	name, short string
	json        func(w io.Writer, c *model.Corpus) error
}

var listings = []listing{
	{"docs", "List the documents", jsonDocs},
	{"quotes", "List who said what", jsonQuotes},
	{"people", "List the people and organisations", jsonPeople},
	{"dates", "List the dates and times", jsonDates},
	{"events", "List what happened when", jsonEvents},
}

func (l listing) command(s streams) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   l.name + " [PATH ...]",
		Short: l.short,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := load(cmd.Context(), s, args)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(s.out)
			if err := l.json(w, c); err != nil {
				return err
			}
			return w.Flush()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "one JSON object a line, for other programs")
	return cmd
}

// loadOptions is what to load, as of today.
func loadOptions(s streams, paths []string) model.Options {
	now := time.Now()
	return model.Options{
		Options: source.Options{Paths: paths, Stdin: s.in, Builtin: seeds.FS},
		Today:   when.DayOf(now.Year(), now.Month(), now.Day()),
	}
}

func load(ctx context.Context, s streams, paths []string) (*model.Corpus, error) {
	c, err := model.Load(ctx, loadOptions(s, paths), nil)
	if err != nil {
		return nil, err
	}
	for _, p := range c.Problems {
		fmt.Fprintf(s.err, "onrecord: %s: %s\n", p.Name, p.Reason)
	}
	return c, nil
}

func jsonDocs(w io.Writer, c *model.Corpus) error {
	events := eventsByDoc(c)
	return writeLines(w, func(yield func(docJSON) bool) {
		for _, d := range c.Docs {
			if !yield(docOf(c, d, events[d.ID])) {
				return
			}
		}
	})
}

// eventsByDoc counts, for each document, the events that it tells of.
func eventsByDoc(c *model.Corpus) []int {
	n := make([]int, len(c.Docs))
	for i := range c.Events {
		last := -1
		for _, r := range c.Events[i].Sources {
			if int(r.Doc) != last {
				n[r.Doc]++
			}
			last = int(r.Doc)
		}
	}
	return n
}

func jsonQuotes(w io.Writer, c *model.Corpus) error {
	return writeLines(w, func(yield func(quoteJSON) bool) {
		for i := range c.Quotations {
			if !yield(quoteOf(c, &c.Quotations[i])) {
				return
			}
		}
	})
}

func jsonPeople(w io.Writer, c *model.Corpus) error {
	return writeLines(w, func(yield func(personJSON) bool) {
		for i := range c.People {
			if !yield(personOf(c, &c.People[i])) {
				return
			}
		}
	})
}

func jsonDates(w io.Writer, c *model.Corpus) error {
	return writeLines(w, func(yield func(dateJSON) bool) {
		for i := range c.Dates {
			if !yield(dateOf(c, &c.Dates[i])) {
				return
			}
		}
	})
}

func jsonEvents(w io.Writer, c *model.Corpus) error {
	return writeLines(w, func(yield func(eventJSON) bool) {
		for i := range c.Events {
			if !yield(eventOf(c, &c.Events[i])) {
				return
			}
		}
	})
}
