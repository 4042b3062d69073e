package ui

import (
	"strings"
	"testing"

	"onrecord/model/quote"
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
		if m.here() != was || onWords(m) != words {
			t.Errorf("%v: esc leads to %+v, want %+v", size, m.here(), was)
		}
		keys(m, "O", "G", "enter")
		if m.sheet != nil || m.prefs.Focus != layout.Text || m.text.Marked()[0].Start <= was.ref.Span.Start {
			t.Errorf("%v: enter does not go there", size)
		}
		keys(m, "ctrl+o")
		if m.here() != was {
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
