package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"onrecord/model/quote"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/ui/layout"
)

func TestTheOutline(t *testing.T) {
	for _, size := range sizes {
		m := screenOf(t, builtin, size[0], size[1])
		keys(m, "0", "3", ")", "q")
		was, words := m.here(), onWords(m)
		keys(m, "O")
		if !strings.Contains(plain(m), "Outline ─ 2 headings ─ 6 quotations") {
			t.Errorf("%v: the screen is\n%s", size, plain(m))
		}
		if o, _ := m.sheet.Place(); o.Ref.Span != m.text.Marked()[0] || onWords(m) != words {
			t.Errorf("%v: the outline begins on %q, the reader is at %q", size, onWords(m), words)
		}
		keys(m, "j", "j", "j")
		keys(m, "esc")
		if !isAt(m, was) || onWords(m) != words {
			t.Errorf("%v: esc leads to %+v, want %+v", size, m.here(), was)
		}
		keys(m, "O", "G", "enter")
		if m.sheet != nil || m.prefs.Focus != layout.Text || m.text.Marked()[0].Start <= was.ref.Span.Start {
			t.Errorf("%v: enter does not go there", size)
		}
		keys(m, "ctrl+o")
		if !isAt(m, was) {
			t.Errorf("%v: back leads to %+v, want %+v", size, m.here(), was)
		}
	}
}

func TestTheOutlineCountsWhatOneSpeakerSaysInARow(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	total := 0
	for id, d := range m.x.Docs {
		m.show(text.DocID(id))
		for _, e := range m.outlineOf(d) {
			if !e.heading {
				total += e.said
			}
		}
	}
	marked := 0
	for i := range m.x.Quotations {
		if m.x.Quotations[i].Kind != quote.Indirect {
			marked++
		}
	}
	if total != marked {
		t.Errorf("the outlines have %d quotations, the documents %d", total, marked)
	}
}

// The number before G is the one that the outline shows, whatever stands over the text.
func TestTheOutlineNumbersParagraphsAsTheyAreGoneTo(t *testing.T) {
	var words strings.Builder
	words.WriteString("Skip to main content\n\nThe weir of Corrie\n\n")
	for i := range 30 {
		fmt.Fprintf(&words, "Paragraph %d tells of the gates, and of the water that came over the wall that night, and of little else at all.\n\n", i+1)
	}
	at := filepath.Join(t.TempDir(), "weir.txt")
	if err := os.WriteFile(at, []byte(words.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	m := screenOf(t, source.Options{Paths: []string{at}}, 110, 24)
	looked := 0
	for _, e := range m.outlineOf(m.text.Document()) {
		var n int
		if _, err := fmt.Sscanf(e.label, "¶ %d", &n); err != nil || n > 20 { // the last stand above one another
			continue
		}
		m.text.Mark()
		keys(m, append(append([]string{"2", "0"}, strings.Split(strconv.Itoa(n), "")...), "G")...)
		if at := m.text.First(); !e.span.Contains(at) {
			t.Errorf("0%dG goes to %q, the outline says %q", n, at.Of(m.text.Document().Text), e.words)
		}
		looked++
	}
	if looked < 15 {
		t.Errorf("%d paragraphs were looked at", looked)
	}
}
