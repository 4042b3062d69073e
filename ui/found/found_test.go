package found

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model/search"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

func sized(width, height int) *Found {
	p := New(keymap.New(), theme.New(true, false))
	p.SetSize(width, height)
	return p
}

func TestThePassageShowsWhatWasFound(t *testing.T) {
	cases := []struct{ name, words string }{
		{"plain words", strings.Repeat("The board met in the town hall, as it does. ", 20) + "The harbour was closed. " + strings.Repeat("Nobody spoke. ", 20)},
		{"wide letters around it", strings.Repeat("漢字", 80) + "harbour" + strings.Repeat("漢字", 80)},
		{"wide words around it", strings.Repeat("漢字 漢字 ", 40) + "harbour " + strings.Repeat("漢字 ", 80)},
		{"one long word", strings.Repeat("x", 400) + "harbour" + strings.Repeat("y", 400)},
		{"letters with marks", strings.Repeat("e\u0301e\u0301 ", 80) + "harbour " + strings.Repeat("a\u0308 ", 80)},
		{"at the end", strings.Repeat("Nobody spoke of it then. ", 30) + "It was the harbour"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			at := strings.Index(tc.words, "harbour")
			for _, width := range []int{20, 30, 40, 55, 56, 90} {
				p := sized(width, 10)
				rows := p.passage(tc.words, []text.Span{text.Between(at, at+len("harbour"))}, width, p.theme.Quiet)
				if len(rows) != p.passageRows() {
					t.Fatalf("at %d: %d rows, want %d", width, len(rows), p.passageRows())
				}
				all := ""
				for _, r := range rows {
					if n := ansi.StringWidth(r); n != width {
						t.Errorf("at %d: %d cells: %q", width, n, ansi.Strip(r))
					}
					all += strings.TrimSpace(ansi.Strip(r))
				}
				if !strings.Contains(all, "harbour") {
					t.Errorf("at %d the hit is not shown: %q", width, all)
				}
			}
		})
	}
}

func TestWhatCanBeTypedFitsAnyPane(t *testing.T) {
	for width := 1; width < 120; width++ {
		for _, r := range sized(width, 40).grammar(width) {
			if n := ansi.StringWidth(r); n != width && width > 8 || n > max(width, 8) {
				t.Errorf("at %d: %d cells: %q", width, n, ansi.Strip(r))
			}
		}
	}
}

// All that is found is listed, however much it is: n goes through all of it.
func TestTheFilterLeavesWhatIsFarDown(t *testing.T) {
	const many = 6000
	r := &search.Results{Hits: make([]search.Hit, many)}
	var left []text.DocID
	for i := range r.Hits {
		r.Hits[i].Doc = text.DocID(i)
		if i >= many-7 {
			left = append(left, text.DocID(i))
		}
	}
	p := sized(90, 10)
	p.SetResults("harbour", r, search.ByDocument, "")
	if len(p.Hits()) != many {
		t.Errorf("%d are listed", len(p.Hits()))
	}
	p.Set(nil, index.View{Page: &index.Page{Docs: left}})
	if len(p.Hits()) != 7 || p.Hits()[0].Doc != left[0] {
		t.Errorf("the filter leaves %d", len(p.Hits()))
	}
	if title := p.Title(80); !strings.Contains(title, "7 documents") {
		t.Errorf("the title is %q", title)
	}
}
