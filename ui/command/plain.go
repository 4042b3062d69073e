package command

import (
	"fmt"
	"io"
	"strings"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/quote"
	"onrecord/model/when"
	"onrecord/ui/index"
	"onrecord/ui/say"
)

func tableDocs(w io.Writer, v view, width int) error {
	t := table{columns: []column{{name: "DOCUMENT", shrink: true}, {name: "PUBLISHED"}, {name: "WORDS", right: true}, {name: "SAID", right: true}, {name: "EVENTS", right: true}, {name: "TITLE", shrink: true}}}
	events := eventsByDoc(v.Corpus)
	for d := range v.docs() {
		_, quotes := v.QuotationsOf(d.ID)
		t.rows = append(t.rows, []string{d.Name, say.Published(d.Published), fmt.Sprint(d.Words), fmt.Sprint(len(quotes)), fmt.Sprint(events[d.ID]), flat(d.Title)})
	}
	return t.write(w, width)
}

func tableQuotes(w io.Writer, v view, width int) error {
	t := table{columns: []column{{name: "DOCUMENT"}, {name: "KIND"}, {name: "SPEAKER", shrink: true}, {name: "WORDS", shrink: true}}}
	for i := range v.quotes() {
		q := &v.Quotations[i]
		who := say.Speakers(v.Corpus, q)
		if r := say.Role(q); r != "" {
			who += ", " + flat(r)
		}
		t.rows = append(t.rows, []string{index.Short(v.Docs[q.Doc].Name), q.Kind.String(), who, flat(v.Said(q))})
	}
	return t.write(w, width)
}

func tablePeople(w io.Writer, v view, width int) error {
	t := table{columns: []column{{name: "NAME", shrink: true}, {name: "KIND"}, {name: "SAID", right: true}, {name: "NAMED", right: true}, {name: "ROLES", shrink: true}, {name: "ALSO CALLED", shrink: true}}}
	for p := range v.people() {
		var roles []string
		for _, r := range p.Roles {
			roles = append(roles, flat(r.Text))
		}
		t.rows = append(t.rows, []string{p.Name, p.Kind.String(), fmt.Sprint(p.Quotes), fmt.Sprint(len(p.Mentions)), strings.Join(roles, "; "), strings.Join(p.Aliases, "; ")})
	}
	return t.write(w, width)
}

func tableDates(w io.Writer, v view, width int) error {
	t := table{columns: []column{{name: "DOCUMENT"}, {name: "TEXT", shrink: true}, {name: "MEANS"}, {name: ""}, {name: "BECAUSE", shrink: true}}}
	for doc, d := range v.dates() {
		t.rows = append(t.rows, []string{index.Short(doc.Name), flat(d.Span.Of(doc.Text)), said(d.Interval), doubt(d.Interval), d.Basis})
	}
	return t.write(w, width)
}

// said names an interval with its clock time.
func said(iv when.Interval) string {
	s := when.Say(iv)
	if c := say.Clock(iv); c != "" {
		s += " " + c
	}
	return s
}

func doubt(iv when.Interval) string {
	if iv.Certain || !iv.From.Known() && !iv.To.Known() {
		return ""
	}
	return "?"
}

func tableEvents(w io.Writer, v view, width int) error {
	t := table{columns: []column{{name: "DATE"}, {name: ""}, {name: "STATUS"}, {name: "WHAT HAPPENED", shrink: true}, {name: "TOLD BY", shrink: true}}}
	for e := range v.events() {
		t.rows = append(t.rows, []string{said(e.Date), doubt(e.Date), e.Status.String(), e.Headline, strings.Join(tellers(v.Corpus, e), " ")})
	}
	return t.write(w, width)
}

// tellers are the short names of the documents that tell of an event.
func tellers(c *model.Corpus, e *model.Event) []string {
	var out []string
	seen := map[string]bool{}
	for _, r := range e.Sources {
		if n := index.Short(c.Docs[r.Doc].Name); !seen[n] {
			seen[n] = true
			out = append(out, n)
		}
	}
	return out
}

// digest is what is printed where there is no terminal to read in: the documents,
// the chronology, and who said what.
func digest(w io.Writer, c *model.Corpus) error {
	p := &printer{w: w}
	p.line("%s: %s, %s, %s", c.Name, say.Plural(len(c.Docs), "document"), say.Plural(len(c.Quotations), "quotation"), say.Plural(len(c.Events), "event"))
	p.line("\nDocuments\n")
	for _, d := range c.Docs {
		p.line("  %s", d.Name)
		p.line("    %s (%s)", flat(d.Title), say.Published(d.Published))
	}
	p.line("\nWhat happened when\n")
	for i := range c.Events {
		e := &c.Events[i]
		status := ""
		if e.Status != event.Happened {
			status = " [" + e.Status.String() + "]"
		}
		p.line("  %s%s: %s%s (%s)", said(e.Date), doubt(e.Date), e.Headline, status, strings.Join(tellers(c, e), ", "))
	}
	p.line("\nWho said what")
	last := ""
	for i := range c.Quotations {
		q := &c.Quotations[i]
		if q.Kind == quote.Indirect {
			continue
		}
		if name := c.Docs[q.Doc].Name; name != last {
			p.line("\n  %s", name)
			last = name
		}
		p.line("    %s: “%s”", say.Speakers(c, q), flat(c.Said(q)))
	}
	return p.err
}

// printer writes lines until one fails.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
