package layout

// Edge is a border between panes that can be moved.
type Edge int

// The edges.
const (
	NoEdge    Edge = iota
	LeftEdge       // between the documents and the text
	RightEdge      // between the text and the side panes
	SplitEdge      // between the two panes over one another: the title of the lower
)

// The least cells that are left of a pane, however its borders are moved.
const (
	leastLeft  = 18
	leastRight = 28
	leastText  = 46
	leastRows  = 4
)

// Divider is where an edge stands on the screen.
type Divider struct {
	Rect
	Edge Edge
}

// EdgeAt is the edge at a cell, or NoEdge.
func (f *Frame) EdgeAt(x, y int) Edge {
	for _, d := range f.Dividers {
		if d.Contains(x, y) {
			return d.Edge
		}
	}
	return NoEdge
}

// leftOf is the width of the documents on a wide screen.
func leftOf(width, add int) int {
	return clamp(width/6+add, leastLeft, min(width/3, width-2*gap-leastRight-leastText))
}

// rightOf is the width of the side panes beside a text that has room for them and,
// on a wide screen, for the documents, which are left cells wide.
func rightOf(width, left, add int) int {
	if left == 0 {
		return clamp(width*36/100+add, leastRight, width-leastText)
	}
	return clamp(width*31/100+add, leastRight, min(width/2, width-left-2*gap-leastText))
}

// upperOf is the rows of the upper of two panes.
func upperOf(height, add int) int {
	return clamp(height/2+add, min(leastRows, height/2), max(height-leastRows, height/2))
}

// Move returns the choices under which an edge stands at a cell, x or y as it goes,
// or as near to it as the limits let it.
func (f *Frame) Move(p Prefs, e Edge, to int) Prefs {
	body := f.Height - 2
	left := 0
	if f.Class == Wide {
		left = leftOf(f.Width, p.Left)
	}
	switch e {
	case LeftEdge:
		p.Left = leftOf(f.Width, to-f.Width/6) - f.Width/6
	case RightEdge:
		base := f.Width * 36 / 100
		if left > 0 {
			base = f.Width * 31 / 100
		}
		p.Right = rightOf(f.Width, left, f.Width-gap-to-base) - base
	case SplitEdge:
		p.Split = upperOf(body, to-1-body/2) - body/2
	}
	return p
}

// Step moves an edge by n cells.
func (f *Frame) Step(p Prefs, e Edge, n int) Prefs {
	for _, d := range f.Dividers {
		if d.Edge == e {
			at := d.X
			if e == SplitEdge {
				at = d.Y
			}
			return f.Move(p, e, at+n)
		}
	}
	return p
}

// Restore puts an edge back to where it was from the start; NoEdge all of them.
func (p Prefs) Restore(e Edge) Prefs {
	if e == LeftEdge || e == NoEdge {
		p.Left = 0
	}
	if e == RightEdge || e == NoEdge {
		p.Right = 0
	}
	if e == SplitEdge || e == NoEdge {
		p.Split = 0
	}
	return p
}
