package reader_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/ui/keymap"
	"onrecord/ui/reader"
	"onrecord/ui/theme"
)

// shown is a reader on one document at a size.
func shown(tb testing.TB, words string, width, height int) *reader.Reader {
	tb.Helper()
	c, err := model.Load(tb.Context(), model.Options{Options: source.Options{Builtin: fstest.MapFS{"1.txt": {Data: []byte(words)}}}}, nil)
	if err != nil {
		tb.Fatal(err)
	}
	r := reader.New(keymap.New(), theme.New(true, false))
	r.SetSize(width, height)
	r.SetDocument(c, 0, nil)
	return r
}

const mixed = `The harbour wall

Work on the wall began in May, the engineer said. It will cost £11.49m, and nobody knows who pays.

“Cafe\u0301 or 港の壁はまだ直っていない,” said Zoe\u0308 O’Dowd-Carver of 日本 Ltd. “We ❤️ it 👩‍👩‍👧 all the same.”

- one thing
- another thing that is told at some length, so that its row is broken
`

func corpusText() string {
	return strings.NewReplacer(`\u0301`, "\u0301", `\u0308`, "\u0308").Replace(mixed)
}

// row is a row of the view without its looks, cut to cells.
func rowAt(r *reader.Reader, y int) string { return ansi.Strip(r.View()[y]) }

// What is under a cell is what the screen shows there.
func TestAtIsWhatTheScreenShows(t *testing.T) {
	for _, width := range []int{12, 20, 33, 60, 100} {
		r := shown(t, corpusText(), width, 40)
		all := r.Document().Text
		for y := range 40 {
			row := rowAt(r, y)
			for x := range width {
				s, ok := r.At(x, y)
				if !ok || s.Start < 0 || int(s.End) > len(all) || s.End < s.Start {
					t.Fatalf("%d,%d of %d is %v", x, y, width, s)
				}
				if s.Empty() {
					continue
				}
				want := s.Of(all)
				if want == "\n" || want == "\t" {
					want = " "
				}
				cells := ansi.StringWidth(want)
				from := x
				for from > 0 { // the first of its cells
					if o, _ := r.At(from-1, y); o != s {
						break
					}
					from--
				}
				if got := ansi.Cut(row, from, from+cells); got != want {
					t.Fatalf("%d,%d of %d is %q, the screen shows %q in %q", x, y, width, want, got, row)
				}
			}
		}
	}
}

// find is the cell at which words begin.
func find(t *testing.T, r *reader.Reader, words string) (x, y int) {
	t.Helper()
	for y := range r.View() {
		row := rowAt(r, y)
		if i := strings.LastIndex(row, words); i >= 0 {
			return ansi.StringWidth(row[:i]), y
		}
	}
	t.Fatalf("%q is not on the screen", words)
	return 0, 0
}

func TestSelectingByTheMouse(t *testing.T) {
	cases := []struct {
		name     string
		unit     reader.Unit
		from, to string // words at which the button goes down and up; "" for a click
		want     string
	}{
		{"a click chooses nothing", reader.Letters, "engineer", "", ""},
		{"letters over rows", reader.Letters, "began", "who", "began in May, the engineer said. It will cost £11.49m, and nobody knows w"},
		{"backwards", reader.Letters, "who", "began", "began in May, the engineer said. It will cost £11.49m, and nobody knows w"},
		{"letters that take two cells", reader.Letters, "壁", "直", "壁はまだ直"},
		{"over paragraphs, with a blank line between", reader.Letters, "pays", "Cafe", "pays.\n\n“C"},
		{"a word", reader.Words, "engineer", "", "engineer"},
		{"a number with its point", reader.Words, "11.49", "", "11.49m"},
		{"a word with marks", reader.Words, "Zoe", "", "Zoe\u0308"},
		{"a name with apostrophe and hyphen", reader.Words, "Dowd", "", "O’Dowd-Carver"},
		{"a sign is a word of its own", reader.Words, "❤️", "", "❤️"},
		{"words to words", reader.Words, "wall began", "engineer", "wall began in May, the engineer"},
		{"a paragraph", reader.Paragraphs, "engineer", "", "Work on the wall began in May, the engineer said. It will cost £11.49m, and nobody knows who pays."},
		{"the items of a list, a line each", reader.Paragraphs, "one thing", "length", "- one thing\n- another thing that is told at some length, so that its row is broken"},
		{"a sentence", reader.Sentences, "cost", "", "It will cost £11.49m, and nobody knows who pays."},
	}
	for _, width := range []int{24, 40, 100} {
		r := shown(t, corpusText(), width, 60)
		for _, tc := range cases {
			t.Run(tc.name, func(t *testing.T) {
				from := tc.from
				if width < 40 {
					from, _, _ = strings.Cut(from, " began")
				}
				x, y := find(t, r, from)
				if tc.unit == reader.Letters && tc.to == "" {
					r.Press(x, y, tc.unit)
				} else {
					r.Press(x, y, tc.unit)
					if tc.to != "" {
						r.Drag(find(t, r, tc.to))
					}
				}
				got := r.Copied()
				if tc.from == "wall began" && width < 40 {
					return
				}
				if got != tc.want {
					t.Errorf("at %d cells copied is %q, want %q", width, got, tc.want)
				}
				r.Unchoose()
				if r.Copied() != "" {
					t.Error("words stay selected")
				}
			})
		}
	}
}

func TestLinesThatTheDocumentBrokeAreJoined(t *testing.T) {
	var b strings.Builder
	cells := 0
	for i, w := range strings.Fields(strings.Repeat("the wall was built of stone that had been brought by sea from a quarry ", 12)) {
		if cells += len(w) + 1; cells > 70 {
			b.WriteByte('\n')
			cells = len(w)
		} else if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	r := shown(t, "The "+b.String()+" and it stands.\n\nNext.\n", 60, 40)
	x, y := find(t, r, "quarry")
	r.Press(x, y, reader.Paragraphs)
	if got := r.Copied(); strings.ContainsAny(got, "\n\t▎│┃") || !strings.HasSuffix(got, "and it stands.") {
		t.Errorf("copied is %q", got)
	}
}

// Whatever is dragged over, the copy is the words of the text and nothing else.
func TestACopyIsTheTextAndNothingElse(t *testing.T) {
	for _, width := range []int{14, 40, 90} {
		r := shown(t, corpusText(), width, 50)
		flat := strings.Join(strings.Fields(r.Document().Text), " ")
		for y := 0; y < 50; y += 3 {
			for x := 0; x < width; x += 5 {
				r.Press(x, y, reader.Letters)
				for _, to := range [][2]int{{0, 0}, {width, 50}, {width - x, 49 - y}, {x + 3, y}, {-5, y + 2}} {
					r.Drag(to[0], to[1])
					got := r.Copied()
					if !strings.Contains(flat, strings.Join(strings.Fields(got), " ")) {
						t.Fatalf("from %d,%d to %v of %d copied is %q", x, y, to, width, got)
					}
					for _, row := range r.View() {
						if ansi.StringWidth(row) != width {
							t.Fatalf("a row is %d cells wide, not %d: %q", ansi.StringWidth(row), width, row)
						}
					}
				}
			}
		}
	}
}

func TestASelectionOutlivesAChangeOfSize(t *testing.T) {
	r := shown(t, corpusText(), 80, 30)
	x, y := find(t, r, "began")
	r.Press(x, y, reader.Letters)
	r.Drag(find(t, r, "who"))
	was := r.Copied()
	for _, w := range []int{10, 200, 1, 40} {
		r.SetSize(w, 12)
		r.View()
		if r.Copied() != was {
			t.Fatalf("at %d cells %q is selected", w, r.Copied())
		}
	}
}

func TestSelectingByKeys(t *testing.T) {
	r := shown(t, corpusText(), 60, 30)
	if !r.Choose() || !r.Keyed() {
		t.Fatal("nothing is selected")
	}
	r.Unchoose()
	x, y := find(t, r, "engineer")
	r.Press(x, y, reader.Letters) // a click: where to begin
	r.Choose()
	steps := []struct {
		name string
		do   func()
		want string
	}{
		{"the sentence that was clicked", func() {}, "Work on the wall began in May, the engineer said."},
		{"one more", func() { r.Grow(1) }, "Work on the wall began in May, the engineer said. It will cost £11.49m, and nobody knows who pays."},
		{"one less", func() { r.Grow(-1) }, "Work on the wall began in May, the engineer said."},
		{"one before it, over its paragraph", func() { r.Grow(-1) }, "The harbour wall\n\nWork on the wall began in May, the engineer said."},
		{"back to it", func() { r.Grow(1) }, "Work on the wall began in May, the engineer said."},
		{"its paragraph", r.Widen, "Work on the wall began in May, the engineer said. It will cost £11.49m, and nobody knows who pays."},
		{"the other end", func() { r.OtherEnd(); r.Grow(-1) }, "The harbour wall\n\nWork on the wall began in May, the engineer said. It will cost £11.49m, and nobody knows who pays."},
	}
	for _, s := range steps {
		s.do()
		if got := r.Copied(); got != s.want {
			t.Errorf("%s: %q", s.name, got)
		}
	}
	for range 50 {
		r.Grow(1)
	}
	if r.Grow(1) {
		t.Error("it grows beyond the end")
	}
	if got := r.Copied(); !strings.HasSuffix(got, "is broken") {
		t.Errorf("at the end it is %q", got)
	}
}

func TestFurnitureThatIsFoldedIsNotCopied(t *testing.T) {
	words := "Some title here\n\nA first paragraph of words that say something.\n\nShare this article\n\nAccept all cookies\n\nSubscribe to our newsletter\n\nA last paragraph of words that say more.\n"
	r := shown(t, words, 60, 30)
	r.Press(0, 0, reader.Letters)
	r.Drag(59, 29)
	folded := false
	for _, b := range r.Document().Blocks {
		if b.Kind == text.Furniture {
			folded = true
			if got := r.Copied(); strings.Contains(got, b.Span.Of(r.Document().Text)) {
				t.Errorf("copied is %q", got)
			}
		}
	}
	if !folded {
		t.Skip("nothing here is furniture any more")
	}
}

func TestATableIsCopiedAsItStands(t *testing.T) {
	const wide = "| The eastern part of the wall, from the light to the slipway | three metres and a half |"
	cases := []struct {
		name, in, want string
	}{
		{"its rule", "| a | b |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 | 2 |"},
		{"a rule that tells the sides", "| a | b |\n| :-- | --: |\n| 1 | 2 |\n| 3 | 4 |", "| a | b |\n| :-- | --: |\n| 1 | 2 |\n| 3 | 4 |"},
		{"no strokes at the ends", "a | b\n--- | ---\n1 | 2", "| b\n--- | ---\n1 | 2"},
		{"rows that are broken for the width", "| a | b |\n|---|---|\n" + wide, "| a | b |\n|---|---|\n" + wide},
		{"a blank line behind it", "| a | b |\n|---|---|\n| 1 | 2 |\n\nThe wall is low | they say.", "| a | b |\n|---|---|\n| 1 | 2 |\n\nThe wall is low | they say."},
		{"a rule that is in no table", "Strokes | are drawn here.\n\n|---|---|\n\nThe wall is low.", "| are drawn here.\n\nThe wall is low."},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			r := shown(t, "# The wall\n\nThe wall was measured twice by the harbour office before the report was written.\n\n"+tc.in+"\n\nIt was found too low in both places, the office said.\n", 60, 40)
			x, y := 0, 0
			for ; !strings.Contains(rowAt(r, y), "|"); y++ {
			}
			x = ansi.StringWidth(rowAt(r, y)[:strings.Index(rowAt(r, y), "|")])
			r.Press(x, y, reader.Letters)
			toX, toY := find(t, r, "It was found")
			r.Drag(toX, toY)
			if got := strings.TrimSuffix(r.Copied(), "\n\nI"); got != tc.want {
				t.Errorf("copied is\n%s\nwant\n%s", got, tc.want)
			}
		})
	}
}
