package layout_test

import (
	"strings"
	"testing"

	"onrecord/ui/layout"
)

// drawn shows a frame as a small picture, a letter a pane, one cell for ten
// columns and two rows.
func drawn(f layout.Frame) string {
	var rows []string
	for y := 1; y < f.Height-1; y += 2 {
		row := ""
		for x := 4; x < f.Width; x += 10 {
			c := "."
			for p, r := range f.Panes {
				if r.Contains(x, y) {
					c = [...]string{"d", "t", "s", "h", "p"}[p]
				}
			}
			row += c
		}
		rows = append(rows, row)
	}
	return strings.Join(rows, "\n")
}

func TestCompute(t *testing.T) {
	cases := []struct {
		name          string
		width, height int
		prefs         layout.Prefs
		want          string
	}{
		{"wide: all four", 160, 10, layout.Prefs{Focus: layout.Text}, "dddttttttttsssss\ndddttttttttsssss\ndddtttttttthhhhh\ndddtttttttthhhhh"},
		{"wide: the people over the chronology", 160, 10, layout.Prefs{Focus: layout.Text, Upper: layout.People}, "dddttttttttppppp\ndddttttttttppppp\ndddtttttttthhhhh\ndddtttttttthhhhh"},
		{"medium: the text and the chronology", 100, 6, layout.Prefs{Focus: layout.Text, Side: layout.Events}, "tttttthhhh\ntttttthhhh"},
		{"medium: the text and the documents", 100, 6, layout.Prefs{Focus: layout.Documents, Side: layout.Documents}, "ttttttdddd\nttttttdddd"},
		{"narrow: one", 60, 6, layout.Prefs{Focus: layout.Quotes}, "ssssss\nssssss"},
		{"zoomed", 160, 6, layout.Prefs{Focus: layout.Events, Zoom: true}, "hhhhhhhhhhhhhhhh\nhhhhhhhhhhhhhhhh"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := drawn(layout.Compute(tc.width, tc.height, tc.prefs)); got != tc.want {
				t.Errorf("got\n%s\nwant\n%s", got, tc.want)
			}
		})
	}
	if f := layout.Compute(19, 40, layout.Prefs{}); f.Class != layout.TooSmall {
		t.Errorf("19 columns are class %v", f.Class)
	}
}

// At every size no pane stands outside the screen or over another.
func TestNoPaneOverlapsAnother(t *testing.T) {
	for w := -1; w < 260; w += 3 {
		for h := -1; h < 60; h += 3 {
			for p := layout.Documents; p < layout.Panes; p++ {
				f := layout.Compute(w, h, layout.Prefs{Focus: p, Side: p, Left: 500, Right: -500})
				for i, a := range f.Panes {
					if a.Shown() && (a.X < 0 || a.Y < 1 || a.X+a.Width > w || a.Y+a.Height > h-1) {
						t.Fatalf("%dx%d: pane %d at %+v", w, h, i, a)
					}
					for k, b := range f.Panes[:i] {
						if a.Shown() && b.Shown() && a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
							t.Fatalf("%dx%d: panes %d and %d overlap", w, h, i, k)
						}
					}
				}
				if f.Class != layout.TooSmall && !f.Panes[p].Shown() {
					t.Fatalf("%dx%d: pane %d has the focus and is not shown", w, h, p)
				}
			}
		}
	}
}
