package ui

import (
	"strings"
	"testing"
	"testing/fstest"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model/source"
	"onrecord/ui/pane"
)

// posts are of signs whose cells terminals count in two ways.
var posts = source.Options{Builtin: fstest.MapFS{"a.txt": {Data: []byte("Posted 3 May 2022\n\n" +
	strings.Repeat("“We thank you all ❤️ for the wall 👍🏽 that was put up ❤️ on Monday and for the flags 🇬🇧 on it,” Mary Jones said. ", 8))}}}

// fits fails for each row of the screen that is not as wide as the terminal, which
// counts so.
func fits(t *testing.T, m *root, count ansi.Method) {
	t.Helper()
	for y, row := range strings.Split(m.View().Content, "\n") {
		if n := count.StringWidth(row); n != m.width {
			t.Errorf("row %d is %d cells wide, the terminal %d: %q", y, n, m.width, ansi.Strip(row))
		}
	}
}

func TestRowsAreAsWideAsTheTerminalCounts(t *testing.T) {
	defer pane.Measure(pane.Measured())
	for name, count := range map[string]ansi.Method{"code points": ansi.WcWidth, "clusters": ansi.GraphemeWidth} {
		t.Run(name, func(t *testing.T) {
			pane.Measure(count)
			for _, width := range []int{70, 110, 180} {
				m := screenOf(t, posts, width, 24)
				fits(t, m, count)
				keys(m, "3", "w")
				fits(t, m, count)
			}
		})
	}
}

func TestTheTerminalSaysHowItCounts(t *testing.T) {
	cases := []struct {
		name   string
		report tea.ModeReportMsg
		want   ansi.Method
	}{
		{"it counts clusters", tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset}, ansi.GraphemeWidth},
		{"it always does", tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModePermanentlySet}, ansi.GraphemeWidth},
		{"it does not know the mode", tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeNotRecognized}, ansi.WcWidth},
		{"it speaks of another mode", tea.ModeReportMsg{Mode: ansi.ModeSynchronizedOutput, Value: ansi.ModeReset}, ansi.WcWidth},
	}
	defer pane.Measure(pane.Measured())
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			pane.Measure(ansi.WcWidth)
			m := screenOf(t, posts, 110, 12)
			keys(m, "j", "j", "j")
			before := plain(m)
			m.Update(tc.report)
			if got := pane.Measured(); got != tc.want {
				t.Errorf("cells are counted as %d, want %d", got, tc.want)
			}
			fits(t, m, tc.want)
			if changed := plain(m) != before; changed != (tc.want == ansi.GraphemeWidth) {
				t.Errorf("the screen changed: %v", changed)
			}
		})
	}
}
