package quotes_test

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/quote"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/quotes"
	"onrecord/ui/theme"
)

// corpus is one document in which the speakers say a word each; "" is nobody
// known.
func corpus(speakers ...string) *model.Corpus {
	d := &model.Document{Name: "1.txt"}
	c := &model.Corpus{Docs: []*model.Document{d}}
	for _, s := range speakers {
		q := model.Quotation{Quotation: quote.Quotation{Kind: quote.Direct, Spans: []text.Span{text.Between(len(d.Text), len(d.Text)+4)}}}
		d.Text += "word "
		if s != "" {
			q.Speakers = []quote.Speaker{{Name: s, Entity: -1}}
		}
		c.Quotations = append(c.Quotations, q)
	}
	return c
}

func TestWhatNobodyIsKnownToHaveSaidStandsLast(t *testing.T) {
	p := quotes.New(keymap.New(), theme.New(true, false), func(*model.Corpus, *model.Quotation) int { return 0 })
	p.SetSize(50, 40)
	p.Set(index.New(corpus("", "Ann", "", "Bob", "Ann", "")), index.View{All: true})
	p.Update(tea.KeyPressMsg{Code: 'o', Text: "o"})
	got := ansi.Strip(strings.Join(p.View(), "\n"))
	ann, bob, nobody := strings.Index(got, "Ann  2"), strings.Index(got, "Bob  1"), strings.Index(got, "speaker not known  3")
	if ann < 0 || bob < ann || nobody < bob {
		t.Errorf("the groups are\n%s", got)
	}
	p.Update(tea.KeyPressMsg{Code: 'G', Text: "G"})
	if q := p.Current(); q == nil || len(q.Speakers) > 0 {
		t.Errorf("G leads to %+v", q)
	}
}

// However far one scrolls, the rows on the screen stand under their speaker.
func TestTheFirstRowHasItsSpeakerOverIt(t *testing.T) {
	p := quotes.New(keymap.New(), theme.New(true, false), func(*model.Corpus, *model.Quotation) int { return 0 })
	p.SetSize(50, 7)
	p.Set(index.New(corpus("Ann", "Ann", "Ann", "Ann", "Ann", "Ann", "Bob", "Bob")), index.View{All: true})
	p.Update(tea.KeyPressMsg{Code: 'o', Text: "o"})
	for range 8 {
		rows := p.View()
		if top := ansi.Strip(rows[0]); !strings.HasPrefix(top, "Ann") && !strings.HasPrefix(top, "Bob") {
			t.Fatalf("the first row is %q", top)
		}
		if got := ansi.Strip(strings.Join(rows, "\n")); !strings.Contains(got, "▸") {
			t.Fatalf("the cursor is not shown:\n%s", got)
		}
		p.Update(tea.KeyPressMsg{Code: 'j', Text: "j"})
	}
}
