package quotes

import (
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// margin is the cells left of the line that tells where a quotation is from.
const margin = 5

func (p *Quotes) height(i int) int {
	n := 1 + len(p.lines(i, i == p.Cursor))
	if p.headed(i) != nil {
		n++
	}
	return n
}

func (p *Quotes) item(i, width int, cursor bool, tint Tint) []string {
	q := &p.x.Quotations[p.items[i]]
	var out []string
	if g := p.headed(i); g != nil {
		count := "  " + say.Number(g.end-g.first)
		name := pane.Cut(g.speaker, width-pane.Width(count), p.theme.Ellipsis)
		out = append(out, pane.Pad(p.theme.Accent.Render(name)+p.theme.Faint.Render(count), width))
	}
	words, from := p.theme.Text, p.theme.Faint
	mark := p.theme.Tint(tint(p.x.Corpus, q))
	lead := " "
	if cursor {
		lead = p.theme.Focus
		if p.Focused {
			words, from, mark = p.theme.OnCursor(words), p.theme.OnCursor(from), p.theme.OnCursor(mark)
		}
	}
	said := pane.Cut(p.said(q), width-6, p.theme.Ellipsis)
	if q.Kind == quote.Indirect {
		said = "that " + said
		said = pane.Cut(said, width-4, p.theme.Ellipsis)
	} else {
		said = "“" + said + "”"
	}
	out = append(out, words.Render(lead)+mark.Render(p.theme.Said)+words.Render(" "+said+pane.Spaces(width-3-pane.Width(said))))
	for _, line := range p.lines(i, cursor) {
		out = append(out, words.Render(" ")+mark.Render(p.theme.Said)+from.Render("   "+line+pane.Spaces(width-margin-pane.Width(line))))
	}
	return out
}

// lines tells where a quotation comes from: in one line, and in as many as it
// takes when the cursor is on it.
func (p *Quotes) lines(i int, cursor bool) []string {
	n := int(p.items[i])
	width := p.Width() - margin - 1
	if !cursor {
		return []string{p.source(n, width)}
	}
	at := p.parts(n)
	s := at.full()
	if at.elsewhere > 0 {
		s += ": " + p.others(n)
	}
	const tied = "\u00a0" // no line begins with the dot between two parts
	s = strings.ReplaceAll(s, " · ", tied+"· ")
	rows := pane.Wrap(s, 0, len(s), max(width, 1))
	const most = 4
	out := make([]string, 0, most)
	for k, r := range rows {
		if k == most-1 && len(rows) > most {
			return append(out, strings.ReplaceAll(pane.Cut(s[r.Start:], width, p.theme.Ellipsis), tied, " "))
		}
		out = append(out, strings.ReplaceAll(s[r.Start:r.End], tied, " "))
	}
	return out
}

// said is the words of a quotation in a line; of a sentence of the reporter's, the
// fragments that stand in marks.
func (p *Quotes) said(q *model.Quotation) string {
	if q.Kind != quote.Mixed {
		return pane.OneLine(p.x.Said(q))
	}
	parts := make([]string, len(q.Quoted))
	for i, s := range q.Quoted {
		parts[i] = s.Of(p.x.Docs[q.Doc].Text)
	}
	return pane.OneLine(strings.Join(parts, " "+p.theme.Ellipsis+" "))
}

// parts are what is told of a quotation beside its words.
type parts struct {
	who, role, cue, where string
	elsewhere             int // documents
}

func (p *Quotes) parts(i int) parts {
	q := &p.x.Quotations[i]
	s := parts{who: say.Speakers(p.x.Corpus, q), role: pane.OneLine(say.Role(q)), cue: p.cue(q), elsewhere: p.x.Copies(i)}
	if len(p.groups) > 0 || p.view.Page != nil && p.view.Page.Person >= 0 && len(q.Speakers) == 1 { // the heading or the filter names the speaker
		s.who = ""
		if len(q.Speakers) > 0 && q.Speakers[0].Inferred() {
			s.who = "inferred"
		}
	}
	if p.view.All {
		s.where = index.Short(p.x.Docs[q.Doc].Name)
	}
	if p.view.Page != nil {
		s.where = join(s.where, say.Published(p.x.ToldAt(q.Ref())))
	}
	return s
}

// full is the parts in one line, however long.
func (s parts) full() string {
	also := ""
	if s.elsewhere > 0 {
		also = "also in " + say.Plural(s.elsewhere, "document")
	}
	return join(comma(s.who, s.role), s.cue, s.where, also)
}

// source is where a quotation comes from, in a line. Where there is no room for
// all, the cue goes first, then the role is cut: who and where are what one looks
// for.
func (p *Quotes) source(i, width int) string {
	s := p.parts(i)
	if f := s.full(); pane.Width(f) <= width {
		return f
	}
	where := s.where
	if s.elsewhere > 0 {
		where = join(where, "×"+say.Number(s.elsewhere+1)) // the sign that events have
	}
	const least = 8 // cells of a name that still tell something
	room := width - pane.Width(where) - len(" · ")
	who := s.who
	if r := room - pane.Width(comma(s.who, " ")); s.role != "" && r > 0 {
		who = comma(who, pane.CutWords(s.role, r, p.theme.Ellipsis))
	}
	return pane.Cut(join(pane.Cut(who, max(room, least), p.theme.Ellipsis), where), width, p.theme.Ellipsis)
}

// join sets a dot between the parts that are there.
func join(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// comma sets a role behind a name.
func comma(name, role string) string {
	if name == "" || role == "" {
		return name + role
	}
	return name + ", " + role
}

// cue is the words that say that somebody speaks.
func (p *Quotes) cue(q *model.Quotation) string {
	if w := pane.OneLine(q.Cue.Of(p.x.Docs[q.Doc].Text)); w != "" {
		return "“" + w + "”"
	}
	return ""
}

// others names the other documents that have the words of a quotation.
func (p *Quotes) others(i int) string {
	var out []string
	for _, k := range p.x.Also(i) {
		if p.x.Quotations[k].Doc == p.x.Quotations[i].Doc {
			continue
		}
		if name := index.Short(p.x.Docs[p.x.Quotations[k].Doc].Name); !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return strings.Join(out, ", ")
}
