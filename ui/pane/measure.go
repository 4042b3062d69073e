package pane

import "github.com/charmbracelet/x/ansi"

// measure is how the cells of signs are counted that are more than one code point:
// ❤️ is one cell or two, 👍🏽 two or four. Terminals count code points unless they say
// that they count grapheme clusters (mode 2027), and Bubble Tea counts as they do: were
// rows measured otherwise, what stands behind such a sign would be shifted. It
// belongs to the goroutine that draws.
var measure = ansi.GraphemeWidth

// Measure sets how cells are counted and reports whether that is new: then what was
// measured before is to be measured again.
func Measure(m ansi.Method) bool {
	was := measure
	measure = m
	return was != m
}

// Measured is how cells are counted.
func Measured() ansi.Method { return measure }

// Cluster returns the grapheme cluster that s begins with, and its cells. Letters of
// ASCII, which nearly all are, join with no neighbour of their kind.
func Cluster(s string) (cluster string, cells int) {
	if len(s) > 1 && s[0] >= ' ' && s[0] < 0x7f && s[1] < 0x80 {
		return s[:1], 1
	}
	return ansi.FirstGraphemeCluster(s, measure)
}

// Cells returns the cells of a row, which may have escape sequences.
func Cells(row string) int { return measure.StringWidth(row) }
