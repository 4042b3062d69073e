package layout_test

import (
	"testing"

	"onrecord/ui/layout"
)

// at is where an edge stands.
func at(f layout.Frame, e layout.Edge) int {
	for _, d := range f.Dividers {
		if d.Edge == e && e == layout.SplitEdge {
			return d.Y
		} else if d.Edge == e {
			return d.X
		}
	}
	return -1
}

func TestAnEdgeFollowsThePointerWithinItsLimits(t *testing.T) {
	cases := []struct {
		name          string
		width, height int
		edge          layout.Edge
		to, want      int
	}{
		{"the documents wider", 160, 40, layout.LeftEdge, 40, 40},
		{"the documents no wider than a third", 160, 40, layout.LeftEdge, 90, 53},
		{"the documents no narrower than a title", 160, 40, layout.LeftEdge, 3, 18},
		{"the side wider", 160, 40, layout.RightEdge, 90, 90},
		{"the side leaves the text its room", 160, 40, layout.RightEdge, 30, 78},
		{"the side no narrower than its rows", 160, 40, layout.RightEdge, 158, 130},
		{"on a medium screen", 100, 30, layout.RightEdge, 60, 60},
		{"on a medium screen the text has its room", 100, 30, layout.RightEdge, 10, 44},
		{"the upper pane higher", 160, 40, layout.SplitEdge, 30, 30},
		{"the lower pane keeps some rows", 160, 40, layout.SplitEdge, 60, 35},
		{"the upper pane keeps some rows", 160, 40, layout.SplitEdge, 0, 5},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			f := layout.Compute(tc.width, tc.height, layout.Prefs{Side: layout.Events})
			p := f.Move(layout.Prefs{Side: layout.Events}, tc.edge, tc.to)
			g := layout.Compute(tc.width, tc.height, p)
			if got := at(g, tc.edge); got != tc.want {
				t.Errorf("the edge stands at %d, want %d", got, tc.want)
			}
			if back := g.Move(p, tc.edge, tc.want); back != p {
				t.Errorf("moved to where it is: %+v, was %+v", back, p)
			}
			if h := layout.Compute(tc.width, tc.height, p.Restore(tc.edge)); at(h, tc.edge) != at(f, tc.edge) {
				t.Errorf("restored it stands at %d", at(h, tc.edge))
			}
		})
	}
}

// At every size and for every wish an edge stands where it was put, or at a limit
// that does not depend on how far beyond it was pulled; it answers to its own cells.
func TestEdgesAtEverySize(t *testing.T) {
	for w := 20; w < 260; w += 7 {
		for h := 6; h < 60; h += 5 {
			var p layout.Prefs
			for _, e := range []layout.Edge{layout.LeftEdge, layout.RightEdge, layout.SplitEdge} {
				for to := -10; to < 270; to += 23 {
					f := layout.Compute(w, h, p)
					p = f.Move(p, e, to)
					g := layout.Compute(w, h, p)
					one := at(g, e)
					if again := layout.Compute(w, h, g.Move(p, e, to)); at(again, e) != one {
						t.Fatalf("%dx%d: edge %d to %d stands at %d, then at %d", w, h, e, to, one, at(again, e))
					}
					for _, d := range g.Dividers {
						if g.EdgeAt(d.X, d.Y) != d.Edge {
							t.Fatalf("%dx%d: edge %d does not answer at %+v", w, h, d.Edge, d.Rect)
						}
					}
					if tx := g.Panes[layout.Text]; tx.Shown() && g.Class != layout.Narrow && !p.Zoom && tx.Width < 40 && w >= 84 {
						t.Fatalf("%dx%d: the text is %d cells wide", w, h, tx.Width)
					}
					if g.EdgeAt(-1, -1) != layout.NoEdge {
						t.Fatal("there is an edge outside the screen")
					}
				}
			}
		}
	}
}
