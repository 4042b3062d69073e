package event_test

import (
	"strings"
	"testing"
	"time"

	"onrecord/model/corpustest"
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/text"
	"onrecord/model/when"
)

// parsed is a document as Find gets it.
type parsed struct {
	d *text.Doc
	w *when.Found
	p *people.Found
}

func parse(s string) parsed {
	d := text.Parse(text.Safe(s))
	return parsed{d, when.Find(d), people.Find(d)}
}

func BenchmarkFind(b *testing.B) {
	var docs []parsed
	var bytes int64
	for f := range corpustest.Generate(400, 1) {
		docs = append(docs, parse(f.Text))
		bytes += int64(len(f.Text))
	}
	b.SetBytes(bytes)
	b.ReportAllocs()
	for b.Loop() {
		for _, p := range docs {
			event.Find(p.d, p.w, p.p)
		}
	}
}

// hostile are texts that a careless reader is slow on, each repeated to
// 32 kB: when.Find is slow on longer sentences.
var hostile = map[string]string{
	"digits":                      "2021 ",
	"weekdays":                    "Monday ",
	"an endless sentence":         "the council met on Monday and then ",
	"clauses without end":         "which on 3 May who after that ",
	"dates in one line":           "on 3 May 2021, ",
	"commas":                      ", ",
	"brackets":                    "( 3 May ",
	"quotation marks":             "“ 3 May ",
	"sentences of one word":       "Monday. ",
	"a dated sentence many times": "The council met on Monday 3 May 2021 in the hall. ",
	"lines with dates":            "Statements from A and B\nMay 17\n",
	"paragraphs of leads":         "The council approved the plan for the hall and the park.\n\n",
	"speech":                      "“I apologise to all the families of the town,” she said.\n\n",
}

func TestHostileTextsEnd(t *testing.T) {
	for name, piece := range hostile {
		t.Run(name, func(t *testing.T) {
			small := took(parse(strings.Repeat(piece, 1<<12/len(piece))))
			large := took(parse(strings.Repeat(piece, 1<<15/len(piece))))
			if large > 2*time.Second && large > 64*small {
				t.Errorf("32 kB take %v, an eighth of it %v", large, small)
			}
		})
	}
}

func took(p parsed) time.Duration {
	start := time.Now()
	event.Find(p.d, p.w, p.p)
	return time.Since(start)
}
