package pane_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"charm.land/bubbles/v2/textinput"
	"github.com/charmbracelet/x/ansi"

	"onrecord/ui/pane"
)

func wrapped(s string, width int) []string {
	var out []string
	for _, r := range pane.Wrap(s, 0, len(s), width) {
		out = append(out, s[r.Start:r.End])
	}
	return out
}

func TestWrap(t *testing.T) {
	cases := []struct {
		name, in string
		width    int
		want     string
	}{
		{"at a blank", "one two three", 8, "one two|three"},
		{"a word wider than the row is broken", "abcdefghij k", 4, "abcd|efgh|ij k"},
		{"a dash that stands as a word", "aaaa - bbbb", 6, "aaaa -|bbbb"},
		{"line feeds and tabs are blanks", "a\nb\tc", 9, "a\nb\tc"},
		{"wide letters", "日本語 日本語", 6, "日本語|日本語"},
		{"a letter with its mark stays whole", "e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301"},
		{"nothing", "", 5, ""},
		{"no width at all", "ab", 0, "a|b"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := strings.Join(wrapped(tc.in, tc.width), "|"); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three - four", 7)
	f.Add("日本語 👨‍👩‍👧 e\u0301", 3)
	f.Add("aaaaaaaaaaaa\n\n\tb", 1)
	f.Fuzz(func(t *testing.T, s string, width int) {
		if !utf8.ValidString(s) || width < 2 || width > 300 || strings.ContainsFunc(s, func(r rune) bool { return r < 0x20 && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 }) {
			t.Skip("the model lets no such text through")
		}
		last, letters := 0, 0
		for _, r := range pane.Wrap(s, 0, len(s), width) {
			if r.Start < last || r.End < r.Start {
				t.Fatalf("row %v behind byte %d", r, last)
			}
			row := s[r.Start:r.End]
			if n := ansi.StringWidth(strings.NewReplacer("\n", " ", "\t", " ").Replace(row)); n > width {
				t.Fatalf("%q is %d cells wide, not %d", row, n, width)
			}
			letters += len(strings.Join(strings.FieldsFunc(row, func(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }), ""))
			last = r.End
		}
		if want := len(strings.Join(strings.FieldsFunc(s, func(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }), "")); letters != want {
			t.Fatalf("%d bytes of %d are on rows of %q", letters, want, s)
		}
	})
}

func TestWidthIsThatOfTheTerminal(t *testing.T) {
	defer pane.Measure(pane.Measured())
	for _, count := range []ansi.Method{ansi.WcWidth, ansi.GraphemeWidth} {
		pane.Measure(count)
		for _, s := range []string{"plain", "“marks” – and …", "café", "日本", "👨‍👩‍👧", "❤️", "e\u0301", "שלום", "a\u00adb", "€9"} {
			if got, want := pane.Width(s), count.StringWidth(s); got != want {
				t.Errorf("Width(%q) = %d, want %d", s, got, want)
			}
		}
	}
}

func TestCut(t *testing.T) {
	cases := []struct {
		in    string
		width int
		want  string
	}{
		{"short", 10, "short"},
		{"cut at the end of a word", 14, "cut at the…"},
		{"unbreakable", 6, "unbre…"},
		{"日本語日本語", 7, "日本語…"},
		{"ab", 0, ""},
		{"all words in it", 10, "all words…"},
		{"17 May 2022 · 6 said", 15, "17 May 2022…"},
		{"a Donaudampfschiff", 9, "a Donaud…"},
		{"Ofsted identified", 14, "Ofsted…"},
	}
	for _, tc := range cases {
		if got := pane.Cut(tc.in, tc.width, "…"); got != tc.want || pane.Width(got) > tc.width {
			t.Errorf("Cut(%q, %d) = %q, want %q", tc.in, tc.width, got, tc.want)
		}
	}
}

func TestWhatMayBeLeftOutIsNotCutInAWord(t *testing.T) {
	for width, want := range map[int]string{18: "Corporate Director", 17: "Corporate…", 10: "Corporate…", 9: "", 0: ""} {
		if got := pane.CutWords("Corporate Director", width, "…"); got != want {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
	if got := pane.CutWords("spokesperson", 8, "…"); got != "" {
		t.Errorf("one word that does not fit is cut: %q", got)
	}
}

func TestTheFirstWayThatFits(t *testing.T) {
	for width, want := range map[int]string{30: "18 events of all documents", 26: "18 events of all documents", 25: "18 events", 9: "18 events", 8: "18", 2: "18", 0: ""} {
		if got := pane.First(width, "…", "18 events of all documents", "18 events", "18"); got != want {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
}

func TestPartsAreWholeOrNotThere(t *testing.T) {
	for width, want := range map[int]string{40: "The Weekly · 17 May 2022 · 350 words", 36: "The Weekly · 17 May 2022 · 350 words", 35: "The Weekly · 17 May 2022", 23: "The Weekly", 8: "The…"} {
		got := pane.Parts(width, "…", "The Weekly", "", "17 May 2022", "350 words")
		if got != want || pane.Width(got) > width {
			t.Errorf("at %d: %q, want %q", width, got, want)
		}
	}
}

func TestTheCursorStandsBehindWideLetters(t *testing.T) {
	in := textinput.New()
	in.Prompt = ""
	in.SetVirtualCursor(false)
	in.Focus()
	for words, want := range map[string]int{"": 0, "ab": 2, "漢字": 4, "e\u0301e\u0301": 2, "👨‍👩‍👧": 2, "שלום": 4} {
		in.SetValue(words)
		in.CursorEnd()
		if got, ok := pane.CursorCell(&in); !ok || got != want {
			t.Errorf("behind %q it stands at %d, want %d", words, got, want)
		}
	}
	in.SetValue("漢字漢字")
	in.SetCursor(1)
	if got, _ := pane.CursorCell(&in); got != 2 {
		t.Errorf("behind the first of wide letters it stands at %d", got)
	}
	in.SetWidth(3)
	in.CursorEnd()
	if got, _ := pane.CursorCell(&in); got > 3 {
		t.Errorf("behind words that are longer than the input it stands at %d", got)
	}
}

// A list of a hundred thousand items draws what is on the screen, and no more.
func TestAListDrawsOnlyWhatIsSeen(t *testing.T) {
	drawn := 0
	l := &pane.List{
		Count: func() int { return 100_000 }, Height: func(i int) int { return 1 + i%2 },
		Render: func(i, width int, cursor bool) []string {
			drawn++
			rows := []string{pane.Pad(fmt.Sprint(i, cursor), width)}
			if i%2 == 1 {
				rows = append(rows, pane.Spaces(width))
			}
			return rows
		},
	}
	l.SetSize(20, 10)
	for _, at := range []int{0, 99_999, 50_000, 50_003, 12} {
		drawn = 0
		l.MoveTo(at)
		rows := l.View()
		if len(rows) != 10 || drawn > 11 {
			t.Fatalf("%d rows, %d items drawn", len(rows), drawn)
		}
		if !strings.Contains(strings.Join(rows, "\n"), fmt.Sprint(at, " true")) {
			t.Errorf("item %d is not on the screen:\n%s", at, strings.Join(rows, "\n"))
		}
	}
	l.MoveTo(40)
	rows := l.View()
	for y := range rows {
		i := l.At(y)
		if !strings.Contains(rows[y], fmt.Sprint(i)) && strings.TrimSpace(rows[y]) != "" {
			t.Errorf("row %d is %q, but item %d is said to be there", y, rows[y], i)
		}
	}
}
