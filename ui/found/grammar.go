package found

import "onrecord/ui/pane"

// ways are what can be typed, each with what it finds: for a reader who is at a loss.
var ways = [][2]string{
	{`harbour wall`, "documents that have both words"},
	{`"harbour wall"`, "the words one behind the other"},
	{`harb*`, "words that begin so"},
	{`harbour OR pier`, "one of the two, or both"},
	{`-pier`, "not this word"},
	{`"wall harbour"~5`, "near: at most 5 words between"},
	{`harbor~1`, "spelt nearly so, one letter off"},
	{`in:quotes wall`, "only between quote marks"},
	{`speaker:lee wall`, "only what Lee says"},
	{`person:lee`, "where Lee is named or meant"},
	{`doc:minutes`, "documents named or titled so"},
	{`source:gazette`, "documents from there"},
	{`after:2022-05-16`, "published then or later"},
	{`before:2022-05`, "published then or earlier"},
	{`year:2022`, "published in that year"},
}

// grammar sets the ways in two columns or, where there is no room for two, what each
// finds under it.
func (p *Found) grammar(width int) []string {
	const margin, gap, least = 2, 2, 26 // cells; the least of what is worth a column
	first := 0
	for _, w := range ways {
		first = max(first, pane.Width(w[0]))
	}
	var out []string
	for _, w := range ways {
		room := width - margin - first - gap
		if room < least {
			out = append(out, p.way(w[0], width, "", 0))
			for _, r := range pane.Wrap(w[1], 0, len(w[1]), width-2*margin-gap) {
				out = append(out, p.way("", margin+gap, w[1][r.Start:r.End], width-margin-gap))
			}
			continue
		}
		for i, r := range pane.Wrap(w[1], 0, len(w[1]), room) {
			typed := w[0]
			if i > 0 {
				typed = ""
			}
			out = append(out, p.way(typed, margin+first+gap, w[1][r.Start:r.End], room))
		}
	}
	return out
}

// way sets a row: what is typed in left cells, its margin among them, and what that
// finds in right.
func (p *Found) way(typed string, left int, finds string, right int) string {
	typed = pane.Cut("  "+typed, left, p.theme.Ellipsis)
	row := p.theme.Text.Render(typed) + pane.Spaces(left-pane.Width(typed)) + p.theme.Quiet.Render(finds)
	return pane.Fill(row, max(left, pane.Width(typed))+pane.Width(finds), left+right)
}
