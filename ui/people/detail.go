package people

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

// indent is the cells left of a line of the detail.
const indent = 4

// detail is the lines under the person that the cursor is on: other names and why
// they are taken for the same person, the roles over time, and where they are
// named. It leaves room for the person itself; what does not fit is in the sheet.
func (p *People) detail(person, width int) []string {
	is := shownFor{x: p.x, page: p.view.Page, reported: p.view.Indirect, person: person, width: width, counted: pane.Measured()}
	if p.cached.of != is {
		p.cached = detail{is, Detail(p.x, p.view, person, width)}
	}
	lines := p.cached.lines
	most := max(p.Rows()-4, 0) // the two rows of the person, and two of the next
	if len(lines) > most {
		lines = append(lines[:max(most-1, 0):max(most-1, 0)], pane.Spaces(indent)+pane.Cut(p.theme.Ellipsis+" "+p.Keys.Why.Help().Key+" shows the rest", max(width-indent, 0), ""))
		lines = lines[:most]
	}
	return lines
}

// Detail is the facts of a person as rows of at most width cells: where a filter leaves
// less than all, how much that is, and only the places that it leaves.
func Detail(x *index.Index, v index.View, person, width int) []string {
	q := &x.People[person]
	var out []string
	add := func(s string) {
		for i, r := range pane.Wrap(s, 0, len(s), max(width-indent-3, 1)) {
			left := indent
			if i > 0 {
				left += 2
			}
			out = append(out, pane.Cut(pane.Spaces(left)+s[r.Start:r.End], width, ""))
		}
	}
	if left := Left(x, v, person); left != "" {
		add("the filter leaves " + left)
	}
	if len(q.Aliases) > 0 {
		add("also called " + strings.Join(q.Aliases, ", "))
	}
	for _, m := range q.Merges {
		if !first(q, m) {
			continue
		}
		add(m.Alias + " is the same: " + m.Evidence)
	}
	if roles := x.RolesOf(person); len(roles) > 1 || len(roles) == 1 && dated(x, roles[0]) {
		for _, r := range roles {
			add(pane.OneLine(r.Text) + " (" + told(x, r.Ref.Doc) + ")")
		}
	}
	if places := Places(x, v.Page, q); len(places) > 0 {
		add("named in " + strings.Join(places, ", "))
	}
	return out
}

// Left says how much a filter leaves of a person: "1 of 5 quotations, 1 of 3 documents";
// "" where it leaves all.
func Left(x *index.Index, v index.View, person int) string {
	left, all := x.PartOf(v.Page, person, v.Indirect), x.PartOf(nil, person, v.Indirect || v.Page.Reports())
	if left == all {
		return ""
	}
	docs := say.Number(left.Docs) + " of " + say.Plural(all.Docs, "document")
	if all.Said == 0 {
		return docs
	}
	return say.Number(left.Said) + " of " + say.Plural(all.Said, "quotation") + ", " + docs
}

func dated(x *index.Index, r model.Role) bool {
	d := x.Docs[r.Ref.Doc].Published
	return d.From.Known() || d.To.Known()
}

// first reports whether m is the first merge of its name: a name that ten
// documents use is explained once.
func first(q *model.Person, m model.Merge) bool {
	i := slices.IndexFunc(q.Merges, func(o model.Merge) bool { return o.Alias == m.Alias })
	return q.Merges[i].Ref == m.Ref
}

// Merges returns why other names are a person's, each name once: those that the
// corpus ties together, then those that one document uses beside the full name.
func Merges(q *model.Person) []model.Merge {
	var out []model.Merge
	seen := map[string]bool{}
	for _, m := range q.Merges {
		if !seen[m.Alias] {
			seen[m.Alias] = true
			out = append(out, m)
		}
	}
	for _, a := range q.Aliases {
		if seen[a] {
			continue
		}
		why := "a document that gives the fuller name uses this one too"
		if strings.HasSuffix(a, " "+q.Name) {
			why = "the same name with a title"
		}
		out = append(out, model.Merge{Alias: a, Evidence: why})
	}
	return out
}

// told is when and where a document says something: "17 May 2022, 003".
func told(x *index.Index, id text.DocID) string {
	d := x.Docs[id]
	return say.Published(d.Published) + ", " + index.Short(d.Name)
}

// Places is where a person is named, with how often: "000 ×4"; of the documents that a
// filter leaves, or of all without one.
func Places(x *index.Index, p *index.Page, q *model.Person) []string {
	var out []string
	for i := 0; i < len(q.Mentions); {
		n := i
		for n < len(q.Mentions) && q.Mentions[n].Doc == q.Mentions[i].Doc {
			n++
		}
		if p.Names(q.Mentions[i].Doc) {
			s := index.Short(x.Docs[q.Mentions[i].Doc].Name)
			if n-i > 1 {
				s += fmt.Sprintf(" ×%d", n-i)
			}
			out = append(out, s)
		}
		i = n
	}
	return out
}
