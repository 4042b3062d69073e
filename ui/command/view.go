package command

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
)

// filters narrow what is listed. They combine.
type filters struct {
	person, doc   string
	kinds         []string
	after, before string
	today         string
	index         bool // the texts are searched
}

// view is a corpus with the filters laid over it.
type view struct {
	*model.Corpus
	filters
	from, to when.Day // NoDay when open
}

// kindNames are what --kind takes.
var kindNames = []string{"direct", "mixed", "indirect", "statement", "turn"}

func newView(c *model.Corpus, f filters) (view, error) {
	v := view{Corpus: c, filters: f, from: when.NoDay, to: when.NoDay}
	for _, k := range f.kinds {
		if !slices.Contains(kindNames, k) {
			return v, usageError{fmt.Errorf("--kind %q is not a kind of quotation; give some of %s", k, strings.Join(kindNames, ", "))}
		}
	}
	var err error
	if v.from, err = day("--after", f.after, false); err != nil {
		return v, err
	}
	if v.to, err = day("--before", f.before, true); err != nil {
		return v, err
	}
	if f.doc != "" && !slices.ContainsFunc(c.Docs, func(d *model.Document) bool { return v.named(d) }) {
		return v, fmt.Errorf("no document is called %q; onrecord docs lists them", text.SafeLine(f.doc))
	}
	return v, nil
}

// day reads the day of a flag: a date, a month or a year, of which end takes the
// last day.
func day(flag, s string, end bool) (when.Day, error) {
	if s == "" {
		return when.NoDay, nil
	}
	iv, ok := model.ParseDate(s)
	if !ok {
		return when.NoDay, usageError{fmt.Errorf("%s %q is not a date; write 2022-05-16, 2022-05 or 2022", flag, s)}
	}
	if end {
		return iv.To.Day, nil
	}
	return iv.From.Day, nil
}

// named reports whether a document is the one that --doc names: by its name, or
// by the beginning of it.
func (v *view) named(d *model.Document) bool { return v.doc == "" || strings.HasPrefix(d.Name, v.doc) }

// during reports whether an interval may lie in the period asked for. What is not
// dated is in no period.
func (v *view) during(iv when.Interval) bool {
	if v.from == when.NoDay && v.to == when.NoDay {
		return true
	}
	if !iv.From.Known() && !iv.To.Known() {
		return false
	}
	return !(v.from != when.NoDay && iv.To.Known() && iv.To.Day < v.from) && !(v.to != when.NoDay && iv.From.Known() && iv.From.Day > v.to)
}

// has reports whether a document passes the filters.
func (v *view) has(d *model.Document) bool { return v.named(d) && v.during(d.Published) }

// called reports whether a name, or an alias, is that of --person.
func (v *view) called(names ...string) bool {
	if v.person == "" {
		return true
	}
	want := strings.ToLower(v.person)
	return slices.ContainsFunc(names, func(n string) bool { return strings.Contains(strings.ToLower(n), want) })
}

func (v *view) docs() iter.Seq[*model.Document] {
	return func(yield func(*model.Document) bool) {
		for _, d := range v.Docs {
			if v.has(d) && !yield(d) {
				return
			}
		}
	}
}

// quotes are the indexes of the quotations that are asked for.
func (v *view) quotes() iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range v.Quotations {
			q := &v.Quotations[i]
			if (len(v.kinds) == 0 || slices.Contains(v.kinds, q.Kind.String())) && v.has(v.Docs[q.Doc]) && v.saidBy(q) && !yield(i) {
				return
			}
		}
	}
}

func (v *view) saidBy(q *model.Quotation) bool {
	if v.person == "" {
		return true
	}
	for i := range q.Speakers {
		if p := v.Speaker(q, i); v.called(v.SpeakerName(q, i)) || p >= 0 && v.called(v.People[p].Aliases...) {
			return true
		}
	}
	return false
}

func (v *view) people() iter.Seq[*model.Person] {
	return func(yield func(*model.Person) bool) {
		for i := range v.People {
			p := &v.People[i]
			inDoc := v.doc == "" || slices.ContainsFunc(p.Mentions, func(r text.Ref) bool { return v.named(v.Docs[r.Doc]) })
			if inDoc && v.called(append([]string{p.Name}, p.Aliases...)...) && !yield(p) {
				return
			}
		}
	}
}

// dates are the dates that are asked for, each with its document.
func (v *view) dates() iter.Seq2[*model.Document, *model.Date] {
	return func(yield func(*model.Document, *model.Date) bool) {
		for doc, d := range v.AllDates() {
			if v.named(doc) && v.during(d.Interval) && !yield(doc, d) {
				return
			}
		}
	}
}

func (v *view) events() iter.Seq[*model.Event] {
	return func(yield func(*model.Event) bool) {
		for i := range v.Events {
			e := &v.Events[i]
			inDoc := v.doc == "" || slices.ContainsFunc(e.Sources, func(r text.Ref) bool { return v.named(v.Docs[r.Doc]) })
			of := v.person == "" || slices.ContainsFunc(e.People, func(p int) bool { return v.called(append([]string{v.People[p].Name}, v.People[p].Aliases...)...) })
			if inDoc && of && v.during(e.Date) && !yield(e) {
				return
			}
		}
	}
}
