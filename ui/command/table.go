package command

import (
	"io"
	"os"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/term"
)

// column is one column of a table. The one that may shrink gives its cells first
// when the terminal is narrow.
type column struct {
	name   string
	shrink bool
	right  bool
}

// table writes rows as aligned columns: cut to the width of a terminal, whole
// where output goes elsewhere, so that nothing is lost to a pipe.
type table struct {
	columns []column
	rows    [][]string
}

// gutterCells stand between two columns.
const gutterCells = 2

// terminalWidth returns the width of w in cells, or 0 when it is no terminal.
func terminalWidth(w io.Writer) int {
	f, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return 0
	}
	n, _, err := term.GetSize(int(f.Fd()))
	if err != nil {
		return 0
	}
	return n
}

func (t *table) write(w io.Writer, width int) error {
	cells := t.widths(width)
	if width > 0 {
		names := make([]string, len(t.columns))
		for i, c := range t.columns {
			names[i] = c.name
		}
		if err := t.line(w, names, cells, true); err != nil {
			return err
		}
	}
	for _, r := range t.rows {
		if err := t.line(w, r, cells, width > 0); err != nil {
			return err
		}
	}
	return nil
}

// widths returns the cells of each column: those of its widest cell, the columns
// that may shrink sharing what is left.
func (t *table) widths(width int) []int {
	cells := make([]int, len(t.columns))
	for i, c := range t.columns {
		cells[i] = ansi.StringWidth(c.name)
	}
	for _, r := range t.rows {
		for i, s := range r {
			cells[i] = max(cells[i], ansi.StringWidth(s))
		}
	}
	if width == 0 {
		return cells
	}
	room := width - gutterCells*(len(cells)-1)
	shrinking, wide := 0, 0
	for i, c := range t.columns {
		if c.shrink {
			shrinking++
			wide += cells[i]
		} else {
			room -= cells[i]
		}
	}
	if wide <= room || shrinking == 0 {
		return cells
	}
	for i, c := range t.columns {
		if c.shrink {
			share := max(room/shrinking, 8)
			used := min(cells[i], share)
			room -= used
			shrinking--
			cells[i] = used
		}
	}
	return cells
}

func (t *table) line(w io.Writer, r []string, cells []int, cutting bool) error {
	var b strings.Builder
	for i, s := range r {
		if i > 0 {
			b.WriteString("  ")
		}
		if cutting {
			s = cut(s, cells[i])
		}
		pad := max(cells[i]-ansi.StringWidth(s), 0)
		switch {
		case t.columns[i].right:
			b.WriteString(strings.Repeat(" ", pad) + s)
		case i == len(r)-1:
			b.WriteString(s)
		default:
			b.WriteString(s + strings.Repeat(" ", pad))
		}
	}
	_, err := io.WriteString(w, strings.TrimRight(b.String(), " ")+"\n")
	return err
}

// cut shortens s to n cells, at the end of a word where one is near.
func cut(s string, n int) string {
	if ansi.StringWidth(s) <= n {
		return s
	}
	s = ansi.Truncate(s, max(n-1, 0), "")
	if k := strings.LastIndexByte(s, ' '); k > len(s)*2/3 {
		s = s[:k]
	}
	return s + "…"
}

// flat makes one line of text that may hold several.
func flat(s string) string { return strings.Join(strings.Fields(s), " ") }
