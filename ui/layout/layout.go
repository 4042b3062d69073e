// Package layout turns the size of the terminal into rectangles. It is pure: the
// only place where the screen's arithmetic is done.
package layout

// The least size in cells that panes are drawn in; under it a message stands.
const (
	MinWidth  = 20
	MinHeight = 6
)

// The widths in cells from which there is room for more.
const (
	MediumFrom = 84
	wideFrom   = 150
)

// Pane is a place on the screen that shows one kind of thing.
type Pane int

// The panes, in the order of their keys.
const (
	Documents Pane = iota
	Text
	Quotes
	Events
	People
	Found // what a search finds
	Panes // how many there are
)

// Rect is a rectangle in cells. One without width or height is not shown.
type Rect struct{ X, Y, Width, Height int }

// Shown reports whether anything of r is on the screen.
func (r Rect) Shown() bool { return r.Width > 0 && r.Height > 0 }

// Contains reports whether the cell at x, y lies in r.
func (r Rect) Contains(x, y int) bool {
	return x >= r.X && x < r.X+r.Width && y >= r.Y && y < r.Y+r.Height
}

// Class is how much room there is.
type Class int

// The classes of size.
const (
	TooSmall Class = iota
	Narrow         // one pane
	Medium         // the text and one side pane
	Wide           // documents, text, and two panes over one another
)

// Prefs is what the reader has chosen.
type Prefs struct {
	Focus Pane
	Side  Pane // the side pane of a medium screen
	Upper Pane // what stands over the events on a wide screen: the quotations, the people or what was found
	Zoom  bool // the focused pane alone
	Left  int  // added to the width of the documents, in cells
	Right int  // added to the width of the right column, in cells
	Split int  // added to the rows of the upper of two panes
}

// Frame is where everything stands.
type Frame struct {
	Class  Class
	Width  int
	Height int
	Panes  [Panes]Rect

	Dividers []Divider // the borders that can be moved
}

// gap is the space between two columns.
const gap = 2

// Compute lays out a terminal of width x height cells: one line at the top, one
// at the bottom, the panes between.
func Compute(width, height int, p Prefs) Frame {
	f := Frame{Width: max(width, 0), Height: max(height, 0)}
	if width < MinWidth || height < MinHeight {
		return f
	}
	body := Rect{0, 1, width, height - 2}
	switch {
	case width >= wideFrom:
		f.Class = Wide
	case width >= MediumFrom:
		f.Class = Medium
	default:
		f.Class = Narrow
	}
	if p.Zoom || f.Class == Narrow {
		f.Panes[p.Focus] = body
		return f
	}
	if f.Class == Medium {
		side := p.Side
		if side == Text || side < 0 || side >= Panes {
			side = Events
		}
		w := rightOf(width, 0, p.Right)
		f.Panes[Text] = Rect{0, 1, width - w - gap, body.Height}
		f.Panes[side] = Rect{width - w, 1, w, body.Height}
		f.Dividers = []Divider{{Rect{width - w - gap, 1, gap, body.Height}, RightEdge}}
		return f
	}
	left := leftOf(width, p.Left)
	right := rightOf(width, left, p.Right)
	f.Panes[Documents] = Rect{0, 1, left, body.Height}
	f.Panes[Text] = Rect{left + gap, 1, width - left - right - 2*gap, body.Height}
	upper, over := upperOf(body.Height, p.Split), Quotes
	if p.Upper == People || p.Upper == Found {
		over = p.Upper
	}
	switch p.Focus {
	case Quotes, People, Found:
		over = p.Focus
	}
	f.Panes[over] = Rect{width - right, 1, right, upper}
	f.Panes[Events] = Rect{width - right, 1 + upper, right, body.Height - upper}
	f.Dividers = []Divider{
		{Rect{left, 1, gap, body.Height}, LeftEdge},
		{Rect{width - right - gap, 1, gap, body.Height}, RightEdge},
		{Rect{width - right, 1 + upper, right, 1}, SplitEdge},
	}
	return f
}

func clamp(v, lo, hi int) int { return max(lo, min(v, hi)) }
