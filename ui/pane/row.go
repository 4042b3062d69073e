package pane

import "strings"

// Width returns the cells that s takes on the screen; s has no escape sequences.
// Letters of Europe and the marks of typography are one cell each; only what may
// be wider, or join with its neighbour, is cut into grapheme clusters.
func Width(s string) int {
	n := 0
	for _, r := range s {
		if !single(r) {
			return Cells(s)
		}
		n++
	}
	return n
}

// single reports whether r is one cell wide and joins with no neighbour of its
// kind.
func single(r rune) bool {
	return r >= 0x20 && r < 0x7f || r >= 0xa0 && r < 0x300 && r != 0xad || r >= 0x2010 && r <= 0x2026 || r == '€'
}

const spaces = "                                                                                                                                "

// Spaces returns n blanks.
func Spaces(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(spaces) {
		return spaces[:n]
	}
	return strings.Repeat(" ", n)
}

// Pad fills a styled row to width cells, and cuts it when it is longer.
func Pad(row string, width int) string {
	return Fill(row, Cells(row), width)
}

// Fill is Pad for a row whose cells are known.
func Fill(row string, cells, width int) string {
	if cells > width {
		return Clip(row, width)
	}
	return row + Spaces(width-cells)
}

// Clip cuts a styled row that is wider than so many cells.
func Clip(row string, width int) string { return measure.Truncate(row, max(width, 0), "") }

// Stretch returns the cells from one to another of plain s, blanks where it has none
// or where a sign lies only half between them.
func Stretch(s string, from, to int) string {
	var b strings.Builder
	at := 0
	for s != "" && at < to {
		c, cells := Cluster(s)
		if c == "" {
			break
		}
		s = s[len(c):]
		if at >= from && at+cells <= to {
			b.WriteString(c)
		} else {
			b.WriteString(Spaces(min(at+cells, to) - max(at, from)))
		}
		at += cells
	}
	b.WriteString(Spaces(to - max(at, from)))
	return b.String()
}

// Cut shortens plain s to width cells at the end of a word, with an ellipsis.
func Cut(s string, width int, ellipsis string) string {
	keep, whole := width-Width(ellipsis), s
	if at, fits, ok := cutAt(s, width, keep); ok && keep > 0 {
		if fits {
			return s
		}
		s = s[:at]
	} else {
		if Width(s) <= width {
			return s
		}
		if keep <= 0 {
			return Clip(s, width)
		}
		s = Clip(s, keep)
	}
	// Inside a word only where little would be left before it. What the cut falls
	// behind the end of is a whole word.
	if n := strings.LastIndexByte(s, ' '); n >= len(s)/4 && n > 0 && !strings.HasPrefix(whole[len(s):], " ") {
		s = s[:n]
	}
	return strings.TrimRight(s, dangling) + ellipsis
}

// dangling is what joins words, and so has no place behind the last of them.
const dangling = " ,;:·─–—-“‘(["

// CutWords is Cut for what may as well be left out: it is empty where not even the
// first word fits.
func CutWords(s string, width int, ellipsis string) string {
	first, _, more := strings.Cut(s, " ")
	if more && Width(first)+Width(ellipsis) > width || !more && Width(s) > width {
		return ""
	}
	return Cut(s, width, ellipsis)
}

// First returns the first of several ways to say something that fits the width or,
// where none does, the last one cut.
func First(width int, ellipsis string, ways ...string) string {
	for _, w := range ways {
		if Width(w) <= width {
			return w
		}
	}
	return Cut(ways[len(ways)-1], width, ellipsis)
}

// Parts sets a dot between the parts that there is room for, the first ones: half a
// part says less than none. The first is cut where it does not fit by itself.
func Parts(width int, ellipsis string, parts ...string) string {
	out := ""
	for _, p := range parts {
		switch {
		case p == "":
		case out == "":
			out = Cut(p, width, ellipsis)
		case Width(out)+len(" · ")-1+Width(p) > width:
			return out
		default:
			out += " · " + p
		}
	}
	return out
}

// cutAt returns the byte behind the first keep cells of s, or that s fits the width;
// it does not know where a letter may be wide or joined before the width is full.
// Only the beginning of a long text is read (1 µs against 30 for a statement).
func cutAt(s string, width, keep int) (at int, fits, ok bool) {
	n := 0
	for i, r := range s {
		if !single(r) {
			return 0, false, false
		}
		if n == keep {
			at = i
		}
		if n++; n > width {
			return at, false, true
		}
	}
	return 0, true, true
}

// OneLine makes one line of text that may hold several.
func OneLine(s string) string {
	if !strings.ContainsAny(s, "\n\t") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// Note sets words that stand where a list has nothing to show: lines, each of which
// may take several rows, a blank on either side of them.
func Note(render func(string) string, words string, width int) []string {
	var out []string
	for line := range strings.Lines(words) {
		for _, r := range Wrap(line, 0, len(line), max(width-3, 1)) {
			s := "  " + line[r.Start:r.End]
			out = append(out, Fill(render(s), Width(s), width))
		}
	}
	return out
}

// Row is a stretch of text, as bytes [Start, End), that fits the width.
type Row struct{ Start, End int }

// Wrap breaks s[start:end] into rows of at most width cells, at white space, and
// inside a word only when it is wider than a row, and never inside a grapheme
// cluster. White space at a break belongs to no row.
func Wrap(s string, start, end, width int) []Row {
	width = max(width, 1)
	rows := make([]Row, 0, (end-start)/width+1)
	row, col := start, 0 // the row being filled and its cells
	last := start        // end of the last word on it
	for i := start; i < end; {
		if isBlank(s[i]) {
			i++
			continue
		}
		w := i
		for i < end && !isBlank(s[i]) {
			i++
		}
		cells := Width(s[w:i])
		lead := 0
		if last > row {
			lead = w - last
		}
		switch {
		case col+lead+cells <= width:
			if last == row {
				row = w
			}
			col += lead + cells
		default:
			if last > row {
				rows = append(rows, Row{row, last})
			}
			row, col = w, cells
			for col > width { // a word wider than the row
				n := fit(s[row:i], width)
				rows = append(rows, Row{row, row + n})
				row += n
				col = Width(s[row:i])
			}
		}
		last = i
	}
	if last > row {
		rows = append(rows, Row{row, last})
	}
	if len(rows) == 0 {
		rows = append(rows, Row{start, start})
	}
	return rows
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' || c == '\t' }

// fit returns the bytes of w that fill at most width cells, at least one cluster.
func fit(w string, width int) int {
	n, cells := 0, 0
	for n < len(w) {
		cluster, c := Cluster(w[n:])
		if n > 0 && cells+c > width || cluster == "" {
			break
		}
		n += len(cluster)
		cells += c
	}
	return n
}
