package command

import (
	"encoding/json"
	"io"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
)

// The types of this file are the JSON Lines interface: their fields, names and
// order are a promise to other programs. Lists are never null.

type spanJSON [2]int

func spanOf(s text.Span) spanJSON { return spanJSON{int(s.Start), int(s.End)} }

func spansOf(spans []text.Span) []spanJSON {
	out := make([]spanJSON, 0, len(spans))
	for _, s := range spans {
		out = append(out, spanOf(s))
	}
	return out
}

type intervalJSON struct {
	From       *string         `json:"from"`
	To         *string         `json:"to"`
	Precision  string          `json:"precision"`
	Certain    bool            `json:"certain"`
	Basis      string          `json:"basis"`
	Candidates []candidateJSON `json:"candidates"`
}

type candidateJSON struct {
	From   *string `json:"from"`
	To     *string `json:"to"`
	Reason string  `json:"reason"`
}

func momentOf(m when.Moment) *string {
	if !m.Known() {
		return nil
	}
	s := m.String()
	return &s
}

func intervalOf(iv when.Interval) intervalJSON {
	out := intervalJSON{
		From: momentOf(iv.From), To: momentOf(iv.To), Precision: iv.Precision.String(),
		Certain: iv.Certain, Basis: iv.Basis, Candidates: []candidateJSON{},
	}
	for _, c := range iv.Candidates() {
		out.Candidates = append(out.Candidates, candidateJSON{momentOf(c.From), momentOf(c.To), c.Reason})
	}
	return out
}

type placeJSON struct {
	Doc  string   `json:"doc"`
	Span spanJSON `json:"span"`
}

func placesOf(c *model.Corpus, refs []text.Ref) []placeJSON {
	out := make([]placeJSON, 0, len(refs))
	for _, r := range refs {
		if d := c.Doc(r.Doc); d != nil {
			out = append(out, placeJSON{d.Name, spanOf(r.Span)})
		}
	}
	return out
}

type docJSON struct {
	Doc        string        `json:"doc"`
	Title      string        `json:"title"`
	TitleBasis string        `json:"title_basis"`
	Published  intervalJSON  `json:"published"`
	Source     string        `json:"source"`
	URL        string        `json:"url"`
	Format     string        `json:"format"`
	Language   string        `json:"language"`
	Words      int           `json:"words"`
	Quotes     int           `json:"quotes"`
	Events     int           `json:"events"`
	Furniture  []spanJSON    `json:"furniture"`
	Similar    []similarJSON `json:"similar"`
	Reused     []reusedJSON  `json:"reused"`
}

type similarJSON struct {
	Doc         string  `json:"doc"`
	Jaccard     float64 `json:"jaccard"`
	Containment float64 `json:"containment"`
}

type reusedJSON struct {
	Span      spanJSON `json:"span"`
	Doc       string   `json:"doc"`
	OtherSpan spanJSON `json:"other_span"`
}

func docOf(c *model.Corpus, d *model.Document, events int) docJSON {
	_, quotes := c.QuotationsOf(d.ID)
	out := docJSON{
		Doc: d.Name, Title: d.Title, TitleBasis: d.TitleBasis.String(), Published: intervalOf(d.Published),
		Source: d.Source, URL: d.URL, Format: d.Format, Language: d.Language, Words: d.Words,
		Quotes: len(quotes), Events: events, Furniture: spansOf(d.Furniture()), Similar: []similarJSON{}, Reused: []reusedJSON{},
	}
	for _, s := range c.Similar(d.ID) {
		out.Similar = append(out.Similar, similarJSON{c.Docs[s.Doc].Name, s.Jaccard(), s.Containment()})
	}
	for _, p := range c.Reused(d.ID) {
		out.Reused = append(out.Reused, reusedJSON{spanOf(p.Span), c.Docs[p.Other.Doc].Name, spanOf(p.Other.Span)})
	}
	return out
}

type quoteJSON struct {
	Doc      string        `json:"doc"`
	Kind     string        `json:"kind"`
	Text     string        `json:"text"`
	Spans    []spanJSON    `json:"spans"`
	Quoted   []spanJSON    `json:"quoted"`
	Speakers []speakerJSON `json:"speakers"`
	Cue      *cueJSON      `json:"cue"`
	Also     []alsoJSON    `json:"also"`
}

type speakerJSON struct {
	Name    string    `json:"name"`
	Mention string    `json:"mention"`
	Span    *spanJSON `json:"span"`
	Role    *string   `json:"role"`
}

type cueJSON struct {
	Text string   `json:"text"`
	Span spanJSON `json:"span"`
}

type alsoJSON struct {
	Doc   string     `json:"doc"`
	Spans []spanJSON `json:"spans"`
}

func quoteOf(c *model.Corpus, i int) quoteJSON {
	q := &c.Quotations[i]
	d := c.Docs[q.Doc]
	out := quoteJSON{
		Doc: d.Name, Kind: q.Kind.String(), Text: c.Said(q), Spans: spansOf(q.Spans), Quoted: spansOf(q.Quoted),
		Speakers: []speakerJSON{}, Also: []alsoJSON{},
	}
	for k, s := range q.Speakers {
		sp := speakerJSON{Name: c.SpeakerName(q, k), Mention: s.Mention.Of(d.Text)}
		if !s.Mention.Empty() {
			at := spanOf(s.Mention)
			sp.Span = &at
		}
		if s.Role != "" {
			sp.Role = &s.Role
		}
		out.Speakers = append(out.Speakers, sp)
	}
	if !q.Cue.Empty() {
		out.Cue = &cueJSON{q.Cue.Of(d.Text), spanOf(q.Cue)}
	}
	for _, k := range c.Also(i) {
		o := &c.Quotations[k]
		out.Also = append(out.Also, alsoJSON{c.Docs[o.Doc].Name, spansOf(o.Spans)})
	}
	return out
}

type personJSON struct {
	Name     string      `json:"name"`
	Kind     string      `json:"kind"`
	Aliases  []string    `json:"aliases"`
	Roles    []string    `json:"roles"`
	Mentions []placeJSON `json:"mentions"`
	Quotes   int         `json:"quotes"`
}

func personOf(c *model.Corpus, p *model.Person) personJSON {
	out := personJSON{
		Name: p.Name, Kind: p.Kind.String(), Aliases: append([]string{}, p.Aliases...), Roles: []string{},
		Mentions: placesOf(c, p.Mentions), Quotes: p.Quotes,
	}
	for _, r := range p.Roles {
		out.Roles = append(out.Roles, r.Text)
	}
	return out
}

type dateJSON struct {
	Doc   string   `json:"doc"`
	Span  spanJSON `json:"span"`
	Text  string   `json:"text"`
	Type  string   `json:"type"`
	Value string   `json:"value"`
	intervalJSON
}

func dateOf(doc *model.Document, d *model.Date) dateJSON {
	return dateJSON{doc.Name, spanOf(d.Span), d.Span.Of(doc.Text), d.Type.String(), d.Value, intervalOf(d.Interval)}
}

type eventJSON struct {
	Date     intervalJSON `json:"date"`
	Headline string       `json:"headline"`
	Status   string       `json:"status"`
	People   []string     `json:"people"`
	Sources  []placeJSON  `json:"sources"`
}

func eventOf(c *model.Corpus, e *model.Event) eventJSON {
	out := eventJSON{
		Date: intervalOf(e.Date), Headline: e.Headline, Status: e.Status.String(), People: []string{}, Sources: placesOf(c, e.Sources),
	}
	for _, p := range e.People {
		out.People = append(out.People, c.People[p].Name)
	}
	return out
}

// writeLines writes each value as one line of JSON. HTML is not escaped: the
// lines are data for programs, not for a page.
func writeLines[T any](w io.Writer, values func(yield func(T) bool)) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for v := range values {
		if err := enc.Encode(v); err != nil {
			return err
		}
	}
	return nil
}
