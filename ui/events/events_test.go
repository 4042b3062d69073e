package events

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/infer"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

func paneOf(events []model.Event, width, height int) *Events {
	c := &model.Corpus{Events: events, Docs: []*model.Document{{Text: "text"}}}
	p := New(keymap.New(), theme.New(true, false))
	p.SetSize(width, height)
	p.Set(index.New(c), index.View{Open: text.NoDoc, All: true})
	return p
}

func press(p *Events, keys string) {
	for _, k := range keys {
		p.Update(tea.KeyPressMsg{Code: k, Text: string(k)})
	}
}

func shown(p *Events) string { return ansi.Strip(strings.Join(p.View(), "\n")) }

// many is a chronology of n events over five years, some planned, some key.
func many(n int) []model.Event {
	out := make([]model.Event, n)
	for i := range out {
		d := i * 5 * 365 / n
		out[i] = told(fmt.Sprintf("%d-%02d-%02d", 2018+d/365, 1+d%365/31, 1+d%28))
		out[i].Headline = fmt.Sprintf("Event number %d of a long list in which many things happened", i)
		out[i].Key = i%28 == 0
	}
	return out
}

func TestTheScaleChangesAndTheCursorStays(t *testing.T) {
	p := paneOf(many(200), 60, 20)
	press(p, strings.Repeat("j", 77))
	was := p.Current()
	press(p, "--")
	if p.Scale() != ByYear || p.Count() != 5 || !strings.Contains(p.About(), fmt.Sprint(p.entry().slot.year)) {
		t.Fatalf("scale %d, %d items: %s", p.Scale(), p.Count(), p.About())
	}
	press(p, "-+=+")
	if p.Scale() != ByEvent || p.Current() != was {
		t.Errorf("the cursor comes back to %q, it was on %q", p.Current().Headline, was.Headline)
	}
	if rows := shown(p); !strings.Contains(rows, was.Headline[:16]) {
		t.Errorf("the event is not on the screen:\n%s", rows)
	}
}

// A month is the month itself, although its first event may reach beyond it.
func TestAMonthStandsForItself(t *testing.T) {
	spring := model.Event{Headline: "A spring of marches began", Date: when.Interval{From: when.Moment{Day: when.DayOf(1862, 3, 1), Minute: -1}, To: when.Moment{Day: when.DayOf(1862, 5, 31), Minute: -1}, Precision: when.Season}}
	day := model.Event{Headline: "A bridge fell", Date: when.Interval{From: when.Moment{Day: when.DayOf(1862, 3, 9), Minute: -1}, To: when.Moment{Day: when.DayOf(1862, 3, 9), Minute: -1}, Precision: when.DayPrecision}}
	p := paneOf([]model.Event{spring, day}, 60, 12)
	press(p, "-")
	if got := p.Periods(); len(got) != 2 || got[0] != index.MonthOf(1862, 3) || got[1] != index.YearOf(1862) {
		t.Errorf("the cursor stands for %v", got)
	}
	press(p, "-")
	if got := p.Periods(); len(got) != 1 || got[0] != index.YearOf(1862) {
		t.Errorf("by year it stands for %v", got)
	}
}

func TestEnterOpensAYearAndAMonth(t *testing.T) {
	p := paneOf(many(200), 60, 20)
	press(p, "--jj")
	y := p.entry().slot.year
	p.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if p.Scale() != ByMonth || p.entry().slot.year != y {
		t.Errorf("scale %d, year %d, want the months of %d", p.Scale(), p.entry().slot.year, y)
	}
	m := p.entry().slot
	p.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if p.Scale() != ByEvent || p.entry().slot != m {
		t.Errorf("scale %d at %v, want the events of %v", p.Scale(), p.entry().slot, m)
	}
}

func TestAYearOfOneMonthOpensAtOnce(t *testing.T) {
	events, _ := of("2021-03-01", "2021-03-02", "2022-05-01")
	p := paneOf(events, 60, 20)
	press(p, "--")
	p.Update(tea.KeyPressMsg{Code: tea.KeyEnter})
	if p.Scale() != ByEvent {
		t.Errorf("the scale is %d", p.Scale())
	}
}

func TestKeyEventsOnly(t *testing.T) {
	p := paneOf(many(200), 60, 20)
	press(p, "K")
	if p.Count() != 8 || !strings.Contains(p.Title(80), "key 8 of 200") {
		t.Errorf("%d events under %q", p.Count(), p.Title(80))
	}
	press(p, "K")
	if p.Count() != 200 {
		t.Errorf("%d events come back", p.Count())
	}
	events, _ := of("2021-03-01", "2022-05-01")
	if p = paneOf(events, 60, 20); p.Count() != 2 {
		t.Fatal(p.Count())
	}
	press(p, "K")
	if p.Count() != 2 {
		t.Error("where no event stands out, none should go")
	}
}

func TestMarksAreNotOfColourAlone(t *testing.T) {
	events, _ := of("2021-03-01", "2021-03-02", "2021-03-03", "2022-05-01")
	events[0].Date.SetConflict("another document says the second")
	events[1].Versions = []infer.Version{{Says: "on the third"}}
	events[1].Sources = []text.Ref{{Doc: 0}, {Doc: 0}}
	events[2].Date.Certain = false
	rows := shown(paneOf(events, 60, 20))
	for _, want := range []string{"1 Mar!", "≠", "~3 Mar"} {
		if !strings.Contains(rows, want) {
			t.Errorf("%q is not in\n%s", want, rows)
		}
	}
}

func TestEventsOfTheOpenDocumentAreMarked(t *testing.T) {
	events, _ := of("2021-03-01", "2021-03-02", "2021-03-03")
	events[1].Sources[0].Doc = 1
	c := &model.Corpus{Events: events, Docs: []*model.Document{{Text: "a"}, {ID: 1, Text: "b"}}}
	p := New(keymap.New(), theme.New(true, false))
	p.SetSize(60, 6)
	p.Set(index.New(c), index.View{Open: text.NoDoc, All: true})
	p.SetOpen(1)
	if rows := shown(p); strings.Count(rows, "│") != 1 || !strings.Contains(rows, "│● 2 Mar") {
		t.Errorf("the rows are\n%s", rows)
	}
	p.Set(p.x, index.View{Open: 1})
	if rows := shown(p); strings.Contains(rows, "│") || p.Count() != 1 {
		t.Errorf("of this document alone:\n%s", rows)
	}
}

func TestAClickInTheStripGoesThere(t *testing.T) {
	p := paneOf(many(500), 60, 20)
	x := 0
	for p.strip.cellAt(x) == nil || p.strip.cellAt(x).to < p.x.Events[400].Date.From.Day {
		x++
	}
	p.Click(x, 0, false)
	if d := p.Current().Date.From.Day; d < p.strip.cellAt(x).from || d > p.strip.cellAt(x).to {
		t.Errorf("the cursor is on %v, the cell is %v to %v", d, p.strip.cellAt(x).from, p.strip.cellAt(x).to)
	}
	p.Click(3, 3, false) // a row of the list
	if !strings.Contains(shown(p), "▸") {
		t.Error("a click in the list selects nothing")
	}
}

func TestEveryRowIsAsWideAsThePane(t *testing.T) {
	events := many(60)
	events = append(events, told("2023-05-18.."), told(""), told("2022-12-20..2023-01-10"))
	events[3].Versions = []infer.Version{{}}
	events[3].Date.SetConflict("it is told otherwise")
	for _, keys := range []string{"", "-", "--", "K"} {
		p := paneOf(events, 60, 20)
		press(p, keys)
		for _, w := range []int{1, 2, 5, 12, 20, 23, 24, 28, 39, 60, 120, 250} {
			for _, h := range []int{0, 1, 2, 7, 8, 9, 30} {
				p.SetSize(w, h)
				for _, at := range []int{0, 1, p.Count() / 2, p.Count() - 1} {
					p.MoveTo(at)
					rows := p.View()
					if len(rows) != h {
						t.Fatalf("%q at %dx%d: %d rows", keys, w, h, len(rows))
					}
					for _, r := range rows {
						if n := ansi.StringWidth(r); n != w {
							t.Fatalf("%q at %dx%d: a row of %d cells: %q", keys, w, h, n, ansi.Strip(r))
						}
					}
				}
			}
		}
	}
}

func BenchmarkKeyAndFrame(b *testing.B) {
	for _, keys := range []string{"", "-"} {
		b.Run(map[string]string{"": "events", "-": "months"}[keys], func(b *testing.B) {
			p := paneOf(many(5000), 50, 48)
			press(p, keys)
			b.ReportAllocs()
			down := true
			for b.Loop() {
				k := 'j'
				if !down {
					k = 'k'
				}
				p.Update(tea.KeyPressMsg{Code: k, Text: string(k)})
				p.View()
				if p.Cursor == p.Count()-1 || p.Cursor == 0 {
					down = !down
				}
			}
		})
	}
}

func BenchmarkSet(b *testing.B) {
	p := paneOf(many(5000), 50, 48)
	b.ReportAllocs()
	for b.Loop() {
		p.Set(p.x, p.view)
	}
}
