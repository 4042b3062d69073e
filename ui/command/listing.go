package command

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"time"

	"github.com/spf13/cobra"

	"onrecord/model"
	"onrecord/model/memory"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/seeds"
)

// listing is one kind of thing that can be listed: for other programs, and as a
// table for people.
type listing struct {
	name, short string
	json        func(w io.Writer, v view) error
	table       func(w io.Writer, v view, width int) error
	kinds       bool // takes --kind
}

// What several commands say of their flags.
const (
	docUsage   = "only the `document` whose name begins so"
	todayUsage = "read as of this `date` (default: the system's); nothing is published later"
)

var listings = []listing{
	{"docs", "List the documents", jsonDocs, tableDocs, false},
	{"quotes", "List who said what", jsonQuotes, tableQuotes, true},
	{"people", "List the people and organisations", jsonPeople, tablePeople, false},
	{"dates", "List the dates and times, and what they mean", jsonDates, tableDates, false},
	{"events", "List what happened when", jsonEvents, tableEvents, false},
}

func (l listing) command(s streams) *cobra.Command {
	var asJSON bool
	var f filters
	cmd := &cobra.Command{
		Use:   l.name + " [PATH ...]",
		Short: l.short,
		Args:  cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			v, err := open(cmd.Context(), s, args, f)
			if err != nil {
				return err
			}
			return buffered(s.out, func(w io.Writer) error {
				if asJSON {
					return l.json(w, v)
				}
				return l.table(w, v, terminalWidth(s.out))
			})
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&asJSON, "json", false, "one JSON object a line, for other programs")
	flags.StringVar(&f.doc, "doc", "", docUsage)
	flags.StringVar(&f.person, "person", "", "only the person or body whose `name` holds this")
	flags.StringVar(&f.after, "after", "", "only from this `date` on: 2022-05-16, 2022-05 or 2022")
	flags.StringVar(&f.before, "before", "", "only up to this `date`")
	flags.StringVar(&f.today, "today", "", todayUsage)
	if l.kinds {
		flags.StringSliceVar(&f.kinds, "kind", nil, "only these `kinds`: direct, mixed, indirect, statement, turn")
	}
	return cmd
}

// buffered writes to out, in few pieces.
func buffered(out io.Writer, write func(w io.Writer) error) error {
	w := bufio.NewWriter(out)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// loadOptions is what to load, as of a day, or today when none is given.
func loadOptions(s streams, paths []string, today string, index bool) (model.Options, error) {
	now := time.Now()
	as := when.DayOf(now.Year(), now.Month(), now.Day())
	if today != "" {
		d, err := day("--today", today, true)
		if err != nil {
			return model.Options{}, err
		}
		as = d
	}
	return model.Options{Options: source.Options{Paths: paths, Stdin: s.in, Builtin: seeds.FS}, Today: as, Index: index}, nil
}

// load loads a corpus, with its index where it is to be searched, and tells of the
// files that could not be read.
func load(ctx context.Context, s streams, paths []string, today string, index bool) (*model.Corpus, error) {
	opt, err := loadOptions(s, paths, today, index)
	if err != nil {
		return nil, err
	}
	defer memory.Frugal()()
	c, err := model.Load(ctx, opt, nil)
	if err != nil {
		return nil, err
	}
	for _, p := range c.Problems {
		fmt.Fprintf(s.err, "onrecord: cannot read %s: %s\n", p.Name, p.Reason)
	}
	if len(c.Docs) == 0 {
		return nil, fmt.Errorf("none of the files could be read")
	}
	return c, nil
}

// open loads a corpus and lays filters over it.
func open(ctx context.Context, s streams, paths []string, f filters) (view, error) {
	c, err := load(ctx, s, paths, f.today, f.index)
	if err != nil {
		return view{}, err
	}
	return newView(c, f)
}

// lines writes a JSON line of each thing.
func lines[T, J any](w io.Writer, things iter.Seq[T], line func(T) J) error {
	return writeLines(w, func(yield func(J) bool) {
		for t := range things {
			if !yield(line(t)) {
				return
			}
		}
	})
}

func jsonDocs(w io.Writer, v view) error {
	events := eventsByDoc(v.Corpus)
	return lines(w, v.docs(), func(d *model.Document) docJSON { return docOf(v.Corpus, d, events[d.ID]) })
}

// eventsByDoc counts, for each document, the events that it tells of.
func eventsByDoc(c *model.Corpus) []int {
	n := make([]int, len(c.Docs))
	for i := range c.Events {
		seen := map[int]bool{}
		for _, r := range c.Events[i].Sources {
			if d := int(r.Doc); !seen[d] {
				seen[d] = true
				n[d]++
			}
		}
	}
	return n
}

func jsonQuotes(w io.Writer, v view) error {
	return lines(w, v.quotes(), func(i int) quoteJSON { return quoteOf(v.Corpus, i) })
}

func jsonPeople(w io.Writer, v view) error {
	return lines(w, v.people(), func(p *model.Person) personJSON { return personOf(v.Corpus, p) })
}

func jsonDates(w io.Writer, v view) error {
	return writeLines(w, func(yield func(dateJSON) bool) {
		for doc, d := range v.dates() {
			if !yield(dateOf(doc, d)) {
				return
			}
		}
	})
}

func jsonEvents(w io.Writer, v view) error {
	return lines(w, v.events(), func(e *model.Event) eventJSON { return eventOf(v.Corpus, e) })
}
