package documents_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/quote"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/documents"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

const article = `3 March 2021

The mill opened on 2 March 2021. The quarry will be closed on 1 June 2021.

“The old mill had no wheel worth the name for thirty years,” said Nora Field. “It turns again,” she added.

Peter Lamb called the wheel “a waste of good oak and of money”. He said that the quarry was never safe.
`

// A row counts what the lists beside it hold of its document.
func TestARowCountsWhatIsListedOfItsDocument(t *testing.T) {
	files := fstest.MapFS{"a.txt": {Data: []byte(article)}}
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: files}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := index.New(c)
	cases := []struct {
		name     string
		filter   index.Filter
		indirect bool
		want     string
	}{
		{"all", nil, false, "3 March 2021 · 3 said · 3 events"},
		{"with reported speech", nil, true, "3 March 2021 · 4 said · 3 events"},
		{"a kind of quotation", index.Filter{index.ByKind{Kind: quote.Mixed}}, false, "3 March 2021 · 1 said · 3 events"},
		{"reported speech that the filter asks for", index.Filter{index.ByKind{Kind: quote.Indirect}}, false, "3 March 2021 · 1 said · 3 events"},
		{"how an event stands", index.Filter{index.ByStatus{Status: event.Planned}}, false, "3 March 2021 · 3 said · 1 event"},
		{"a person", index.Filter{index.ByPerson{Called: "Nora Field"}}, false, "3 March 2021 · 2 said"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d := documents.New(keymap.New(), theme.New(true, false))
			d.SetSize(60, 4)
			d.Set(x, index.View{Open: text.NoDoc, All: true, Indirect: tc.indirect, Page: x.PageOf(tc.filter)})
			if got := strings.TrimSpace(ansi.Strip(d.View()[1])); got != tc.want {
				t.Errorf("the row says %q, want %q", got, tc.want)
			}
		})
	}
}
