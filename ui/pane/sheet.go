package pane

import "strings"

// Ruled is the head of a sheet: its title on a thin rule, of width cells. rule is the
// sign that the rule is made of.
func Ruled(render func(string) string, rule, title, ellipsis string, width int) string {
	title = Cut(title, width-4, ellipsis)
	return Pad(render(rule+" "+title+" "+strings.Repeat(rule, max(width-3-Width(title), 0))), width)
}

// Footed is the foot of a sheet: what the keys do there, at its right. Of several ways
// to say it the first stands that there is room for.
func Footed(render func(string) string, width int, ways ...string) string {
	foot := First(max(width-4, 0), "", ways...)
	return Pad(Spaces(width-Width(foot)-2)+render(foot), width)
}

// Centred is where a page of width x rows cells stands on a screen: a little above the
// middle, under the top line, which says what everything is narrowed to.
func Centred(width, rows, screenWidth, screenHeight int) (x, y int) {
	return max((screenWidth-width)/2, 0), max((screenHeight-rows)/3, min(1, screenHeight-rows), 0)
}
