package quotes

import (
	"strings"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// margin is the cells left of the line that tells where a quotation is from.
const margin = 5

func (p *Quotes) height(i int) int {
	n := 2
	if p.headed(i) != nil {
		n++
	}
	if i == p.Cursor {
		n += len(p.more(i, p.Width()))
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
	mark := p.theme.Tint(tint(q))
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
	source, _ := p.source(q, width-margin-1)
	out = append(out,
		words.Render(lead)+mark.Render(p.theme.Said)+words.Render(" "+said+pane.Spaces(width-3-pane.Width(said))),
		words.Render(" ")+mark.Render(p.theme.Said)+from.Render("   "+source+pane.Spaces(width-margin-pane.Width(source))))
	if cursor {
		for _, line := range p.more(i, width) {
			out = append(out, words.Render(" ")+mark.Render(p.theme.Said)+from.Render("   "+line+pane.Spaces(width-margin-pane.Width(line))))
		}
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

// source is where a quotation comes from, in a line: speaker, role, cue, document
// and how many more have the words. Where there is no room for all, the cue goes
// first, then the role is cut: who and where are what one looks for.
func (p *Quotes) source(q *model.Quotation, width int) (line string, whole bool) {
	who, role, cue := say.Speakers(q), pane.OneLine(say.Role(q)), p.cue(q)
	where := ""
	if p.view.All {
		where = " · " + index.Short(p.x.Docs[q.Doc].Name)
	}
	if p.view.Page != nil {
		where += " · " + say.Published(p.x.Docs[q.Doc].Published)
	}
	more := ""
	if n := p.elsewhere(q); n > 0 {
		more = " · also in " + say.Plural(n, "document")
	}
	full := who + comma(role) + dot(cue) + where + more
	if pane.Width(full) <= width {
		return full, true
	}
	if n := p.elsewhere(q); n > 0 {
		more = " · also in " + say.Number(n)
	}
	const least = 8 // cells of a role that still tell something
	if room := width - pane.Width(who+where+more) - 2; role != "" && room >= least {
		role = pane.Cut(role, room, p.theme.Ellipsis)
	} else {
		role = ""
	}
	return pane.Cut(who+comma(role)+where+more, width, p.theme.Ellipsis), false
}

func comma(s string) string {
	if s == "" {
		return ""
	}
	return ", " + s
}

func dot(s string) string {
	if s == "" {
		return ""
	}
	return " · " + s
}

// cue is the words that say that somebody speaks.
func (p *Quotes) cue(q *model.Quotation) string {
	if w := pane.OneLine(q.Cue.Of(p.x.Docs[q.Doc].Text)); w != "" {
		return "“" + w + "”"
	}
	return ""
}

// elsewhere counts the other documents that have the words of a quotation.
func (p *Quotes) elsewhere(q *model.Quotation) int {
	seen := map[text.DocID]bool{q.Doc: true}
	for _, k := range q.Also {
		seen[p.x.Quotations[k].Doc] = true
	}
	return len(seen) - 1
}

// more is what the line under the words had no room for, of the quotation under
// the cursor.
func (p *Quotes) more(i, width int) []string {
	q := &p.x.Quotations[p.items[i]]
	if _, whole := p.source(q, width-margin-1); whole {
		return nil
	}
	var parts []string
	if r := pane.OneLine(say.Role(q)); r != "" {
		parts = append(parts, r)
	}
	if c := p.cue(q); c != "" {
		parts = append(parts, c)
	}
	if n := p.elsewhere(q); n > 0 {
		also := make([]string, 0, n)
		for _, k := range q.Also {
			name := index.Short(p.x.Docs[p.x.Quotations[k].Doc].Name)
			if len(also) == 0 || also[len(also)-1] != name {
				also = append(also, name)
			}
		}
		parts = append(parts, "also in "+say.Plural(n, "document")+": "+strings.Join(also, ", "))
	}
	s := strings.Join(parts, " · ")
	if s == "" {
		return nil
	}
	const most = 3
	var out []string
	for _, r := range pane.Wrap(s, 0, len(s), max(width-margin-1, 1)) {
		if len(out) == most {
			break
		}
		out = append(out, s[r.Start:r.End])
	}
	return out
}
