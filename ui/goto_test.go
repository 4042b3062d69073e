package ui

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"onrecord/model/event"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
	"onrecord/seeds"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/layout"
	"onrecord/ui/picker"
)

func TestEveryKeyOfTheMapIsACommandAndInTheHelp(t *testing.T) {
	m := newModel(Options{}, newFeed())
	listed := map[string]bool{}
	for _, b := range m.keys.All() {
		listed[b.Keys()[0]] = true
		if b.Help().Desc == "" {
			t.Errorf("%s has no name", b.Keys()[0])
		}
	}
	var fields func(v reflect.Value)
	fields = func(v reflect.Value) {
		for i := range v.NumField() {
			switch f := v.Field(i).Interface().(type) {
			case key.Binding:
				if !listed[f.Keys()[0]] {
					t.Errorf("%s (%s) is in no group of the help, and so no command", f.Keys()[0], v.Type().Field(i).Name)
				}
			case keymap.Moving:
				fields(v.Field(i))
			}
		}
	}
	fields(reflect.ValueOf(m.keys))
}

func TestAKeyCanBePressedByItsName(t *testing.T) {
	for _, b := range keymap.New().All() {
		for _, k := range b.Keys() {
			for _, one := range strings.Fields(k) {
				if got := keymap.Press(one).String(); got != one {
					t.Errorf("%s is pressed as %s", one, got)
				}
			}
		}
	}
}

func TestEveryKindOfLeapHasAWord(t *testing.T) {
	k := keymap.New()
	for _, first := range []string{")", "("} {
		second, of := k.After(first)
		if len(second) < 9 {
			t.Errorf("%s is followed by %v", first, second)
		}
		for i, b := range of {
			if k.Noun(b) == "" {
				t.Errorf("%s %s has no word for the bottom line", first, second[i])
			}
		}
	}
}

// Each command does what its key does: the screens are the same.
// A command is found by the word that people know it by, and first by its own.
func TestCommandsAreFoundByOtherWords(t *testing.T) {
	for words, want := range map[string]string{
		"remove filter": "take the last filter away", "unfilter": "take all filters away", "remove filters": "take all filters away", "fullscreen": "this pane alone", "history": "back",
		"count": "a number", "digit": "a number", "selection": "select by sentences", "timeline": "what happened when", "sort": "quotations by speaker", "ctrl+d": "a page down",
		"zoom": "this pane alone", "jump list": "back", "bookmark": "set a mark: then a letter", "repeat": "the last leap again", "outline": "outline of the document", "unread": "next document not read",
	} {
		m := screenOf(t, builtin, 110, 30)
		keys(m, "ctrl+p")
		for _, c := range words {
			keys(m, map[bool]string{true: "space", false: string(c)}[c == ' '])
		}
		first := ""
		for _, row := range strings.Split(plain(m), "\n") {
			if _, r, ok := strings.Cut(row, "▸   "); ok {
				first = r
			}
		}
		if !strings.HasPrefix(strings.TrimSpace(first), want) {
			t.Errorf("%q finds %q first, want %q", words, first, want)
		}
	}
}

// A command of the chronology takes the focus there, and the pane that had it is
// drawn without.
func TestACommandDrawsThePaneThatLosesTheFocus(t *testing.T) {
	m := screenOf(t, made(0), 160, 40) // with no event that the text would follow
	keys(m, "ctrl+p", "c", "o", "a", "r", "s", "e", "r")
	plain(m)
	keys(m, "enter")
	if got := strings.Count(plain(m), "▸ Text"); m.prefs.Focus != layout.Events || got != 0 {
		t.Errorf("pane %d has the focus, the text is marked as having it %d times:\n%s", m.prefs.Focus, got, plain(m))
	}
}

func TestACommandDoesWhatItsKeyDoes(t *testing.T) {
	k := keymap.New()
	skip := map[string]bool{"ctrl+z": true, "ctrl+c": true, "q": true, "ctrl+l": true} // they leave the program, or draw the same
	for i, b := range k.All() {
		if skip[name(b)] {
			continue
		}
		t.Run(b.Help().Desc, func(t *testing.T) {
			chosen, pressed := screenOf(t, builtin, 120, 30), screenOf(t, builtin, 120, 30)
			start := "2"
			if name(k.Order) == name(b) {
				start = "3"
			}
			for _, p := range []key.Binding{k.Finer, k.Coarser, k.Keys, k.NextMonth, k.PrevMonth, k.NextYear, k.PrevYear} {
				if name(p) == name(b) {
					start = "4"
				}
			}
			keys(chosen, start, "j")
			keys(pressed, start, "j")
			chosen.Update(keymap.Press("ctrl+p"))
			for range i {
				chosen.Update(keymap.Press("down"))
			}
			keys(chosen, "enter")
			for _, one := range strings.Fields(name(b)) {
				pressed.Update(keymap.Press(one))
			}
			if a, b := plain(chosen), plain(pressed); a != b {
				t.Errorf("chosen:\n%s\npressed:\n%s", a, b)
			}
		})
	}
}

func TestThePaletteRunsWhatIsTyped(t *testing.T) {
	m := screenOf(t, builtin, 120, 30)
	m.Update(keymap.Press("ctrl+p"))
	typed(m, "key ev")
	keys(m, "enter")
	if m.sheet != nil || m.prefs.Focus != layout.Events || !strings.Contains(m.events.Title(80), "key") {
		t.Errorf("the screen is\n%s", plain(m))
	}
}

func TestGoToShowsWhatTheCursorIsOnAndEscRestoresThePlace(t *testing.T) {
	for _, size := range append(sizes, [2]int{40, 12}) {
		for _, before := range [][]string{nil, {"j"}, {"j", "j", "j", "j", "j", "j"}, {"G"}, {"4", "j", "j"}, {"3", "j", "z"}, {"2", "}", "}"}, {"h", "j", "j", "j"}} {
			m := screenOf(t, builtin, size[0], size[1])
			keys(m, before...)
			m.status, m.dirty = "", true // what the leap said
			was := plain(m)
			m.Update(keymap.Press("ctrl+g"))
			typed(m, "panorama")
			for range 4 {
				m.Update(keymap.Press("down"))
				plain(m)
			}
			keys(m, "esc")
			if got := plain(m); got != was {
				t.Errorf("%v after %v: the screen was\n%s\nand is\n%s", size, before, was, got)
			}
		}
	}
}

func TestGoingToEachKind(t *testing.T) {
	cases := []struct {
		name, typed string
		arrived     func(m *root) bool
	}{
		{"a document by its title", "d bbc", func(m *root) bool { return m.text.Document().ID == 1 && m.prefs.Focus == layout.Text }},
		{"a document by the name of its file", "d 004_45", func(m *root) bool { return m.text.Document().ID == 4 }},
		{"a person", "p freeman", func(m *root) bool { return strings.Contains(top(m), "person: Darryl Freeman") }},
		{"a person by the beginnings of the names", "p dfree", func(m *root) bool { return strings.Contains(top(m), "person: Darryl Freeman") }},
		{"an event", "e panorama aired", func(m *root) bool { return strings.Contains(m.events.Current().Headline, "aired") }},
		{"a mark", "m a", func(m *root) bool { return m.marks.last == 'a' && m.text.Document().ID == 0 }},
		{"a command", ">alone", func(m *root) bool { return m.prefs.Zoom }},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 110, 36)
			keys(m, ")", "q", "m", "a", "3", "G")
			was := m.here()
			keys(m, ":")
			typed(m, tc.typed)
			keys(m, "enter")
			if m.sheet != nil || !tc.arrived(m) {
				t.Fatalf("the screen is\n%s", plain(m))
			}
			if m.here().focus == was.focus && m.here().ref == was.ref {
				return // a command goes nowhere
			}
			keys(m, "ctrl+o")
			if got := m.here(); got.ref != was.ref || got.focus != was.focus {
				t.Errorf("back leads to %+v, want %+v", got, was)
			}
		})
	}
}

func TestNoLetterIsACommandInThePicker(t *testing.T) {
	m := screenOf(t, builtin, 110, 30)
	keys(m, ":")
	typed(m, "q?z12 mjk")
	if !strings.Contains(plain(m), "> q?z12 mjk") || m.prefs.Zoom {
		t.Errorf("the screen is\n%s", plain(m))
	}
	m.Update(tea.PasteMsg{Content: " pasted"})
	if !strings.Contains(plain(m), "mjk pasted") {
		t.Errorf("what is pasted is not typed:\n%s", plain(m))
	}
}

// many is the reader on a made corpus of 20,000 documents and 60,000 events.
func many(tb testing.TB) *root {
	tb.Helper()
	m := screenOf(tb, source.Options{Builtin: seeds.FS}, 160, 48)
	c := *m.x.Corpus
	docs, told := c.Docs, c.Events
	c.Docs, c.Events = nil, nil
	words := strings.Fields("council harbour school flood wall report inquiry meeting families cabinet budget review library hospital closure protest letter apology vote survey")
	at := func(i int) string { return words[i%len(words)] }
	for i := range 20000 {
		d := *docs[i%len(docs)]
		d.ID, d.Name = text.DocID(i), fmt.Sprintf("%02d/%05d.txt", i/1000, i)
		d.Title = fmt.Sprintf("%s of the %s puts off its %s on the %s of %s", at(i), at(i/7), at(i/3), at(i/11), at(i/400))
		c.Docs = append(c.Docs, &d)
	}
	for i := range 60000 {
		e := told[i%len(told)]
		day := when.Moment{Day: when.DayOf(2001, 1, 1) + when.Day(i/8), Minute: -1}
		e.Date, e.Undated = when.Interval{From: day, To: day, Certain: true, Basis: "made"}, false
		e.Headline = fmt.Sprintf("The %s of %s told the %s that the %s would be put to the %s again", at(i/2), at(i/5), at(i/13), at(i), at(i/900))
		c.Events = append(c.Events, e)
	}
	m.accept(arrival{index: index.New(&c)})
	return m
}

func drain(m *root, cmd tea.Cmd) {
	for cmd != nil {
		msg := cmd()
		switch msg.(type) {
		case listed, picker.Answer:
			_, cmd = m.Update(msg)
		default:
			return
		}
	}
}

func TestASearchThatIsOvertakenIsDropped(t *testing.T) {
	m := many(t)
	_, cmd := m.Update(keymap.Press("ctrl+g"))
	if !strings.Contains(plain(m), "looking") && !strings.Contains(plain(m), "Commands") {
		t.Errorf("nothing is said while the lists are made:\n%s", plain(m))
	}
	drain(m, cmd)
	_, first := m.Update(press('h'))
	_, second := m.Update(press('o'))
	drain(m, second)
	now := plain(m)
	drain(m, first) // arrives late
	if plain(m) != now {
		t.Error("an old answer takes the place of the newer")
	}
	if !strings.Contains(now, "Documents 5 of ") {
		t.Errorf("the screen is\n%s", now)
	}
	m.Update(press('s')) // enter before the answer: what was typed counts
	m.Update(press('p'))
	keys(m, "enter")
	if m.sheet != nil || !strings.Contains(m.text.Document().Title+m.events.Current().Headline, "hosp") {
		t.Errorf("enter went elsewhere:\n%s", plain(m))
	}
}

// A key while 80,000 things are searched: what the screen waits for.
func BenchmarkGoToKey(b *testing.B) {
	m := many(b)
	_, cmd := m.Update(keymap.Press("ctrl+g"))
	drain(m, cmd)
	b.ReportAllocs()
	for b.Loop() {
		m.Update(press('h'))
		m.View()
		m.Update(keymap.Press("backspace"))
		m.View()
	}
}

// The search beside the screen, from the key to the answer.
func BenchmarkGoToSearch(b *testing.B) {
	m := many(b)
	_, cmd := m.Update(keymap.Press("ctrl+g"))
	drain(m, cmd)
	for _, query := range []string{"h", "ho", "harbour", "harb vote", "clsr", "d flood", "e prtst", "xyz"} {
		b.Run(query, func(b *testing.B) {
			p := picker.New(m.keys, m.theme, "Go to", false, m.withSession(m.known.lists))
			for b.Loop() {
				up := p.Type(tea.PasteMsg{Content: query})
				if w, ok := up.(picker.Wanted); ok {
					p.Accept(w.Find())
				}
				b.StopTimer()
				p.Type(keymap.Press("ctrl+u"))
				b.StartTimer()
			}
		})
	}
}

func BenchmarkGoToLists(b *testing.B) {
	m := many(b)
	for b.Loop() {
		corpusLists(m.x, m.theme)
	}
}

func TestTheWayToAnythingLearnsWhatArrives(t *testing.T) {
	m := screenOf(t, builtin, 110, 36)
	all := m.x
	c := *all.Corpus
	c.Docs, c.Quotations, c.Dates, c.Events, c.People = c.Docs[:1], nil, nil, nil, nil
	m.accept(arrival{index: index.New(&c)})
	keys(m, ":")
	typed(m, "freeman")
	if strings.Contains(plain(m), "p People") {
		t.Fatalf("somebody is known already:\n%s", plain(m))
	}
	m.Update(arrival{index: all})
	if !strings.Contains(plain(m), "p People 1") {
		t.Errorf("the screen is\n%s", plain(m))
	}
}

// “pane before” and all that stands under “Panes” has the letters, too.
func TestWhatADossierTellsStandsBeforeCommands(t *testing.T) {
	m := screenOf(t, builtin, 110, 40)
	keys(m, "ctrl+g")
	typed(m, "pan")
	got := plain(m)
	told, commands := strings.Index(got, "Panorama"), strings.Index(got, "> Commands")
	if told < 0 || commands < 0 || told > commands {
		t.Errorf("the screen is\n%s", got)
	}
	if under, pane := strings.Index(got, "people       "), strings.Index(got, "pane before"); pane < commands || under >= 0 && under < pane {
		t.Errorf("what is only called so by its group stands first:\n%s", got)
	}
	keys(m, "enter")
	if s := m.text.Document().Title + m.events.Current().Headline; !strings.Contains(s, "Panorama") {
		t.Errorf("enter goes elsewhere:\n%s", plain(m))
	}
}

func TestTheHelpTellsOfTheMouseAndOfEveryWayToTurnAPage(t *testing.T) {
	m := screenOf(t, builtin, 110, 200)
	keys(m, "?")
	for _, want := range []string{"Mouse", "wheel ", "click ", "two clicks ", "drag ", "a page down; ctrl+d too", "a page up; ctrl+u too"} {
		if !strings.Contains(plain(m), want) {
			t.Errorf("%q is not in the help:\n%s", want, plain(m))
		}
	}
}

// What the filter leaves out is shown all the same, and it is said why no list is on it.
func TestGoingToWhatTheFilterLeavesOut(t *testing.T) {
	planned := index.ByStatus{Status: event.Planned}
	later := index.ByPeriod{Period: index.YearOf(2031)}
	cases := []struct {
		name        string
		filter      index.Filter
		keys        []string
		typed, says string
	}{
		{"an event", index.Filter{planned}, nil, "e cabinet approved", "the filter “status: planned” leaves this event out of the list"},
		{"an event that is listed", index.Filter{planned}, nil, "e protest is set", ""},
		{"the one of two that leaves it out", index.Filter{index.ByPeriod{Period: index.YearOf(2022)}, planned}, nil, "e cabinet approved", "the filter “status: planned” leaves this event out of the list"},
		{"a document", index.Filter{index.ByDocument{File: "003_a43ca14894238f22.txt"}}, nil, "d bbc", "the filter “document: 003” leaves this document out of the list"},
		{"a document that is listed", index.Filter{index.ByDocument{File: "001_be30bcefd557b5c9.txt"}}, nil, "d bbc", ""},
		{"without a filter", nil, nil, "d bbc", ""},
		{"a person", index.Filter{later}, nil, "p freeman", "the filter “period: 2031” leaves this person out of the list"},
		{"a mark", index.Filter{later}, []string{"2", "m", "a"}, "m a", "the filter “period: 2031” leaves this document out of the list"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			m := screenOf(t, builtin, 150, 36)
			keys(m, tc.keys...)
			m.status = ""
			m.narrowTo(tc.filter)
			m.Update(keymap.Press("ctrl+g"))
			typed(m, tc.typed)
			keys(m, "enter")
			if m.sheet != nil || !strings.HasSuffix(m.status, tc.says) || tc.says == "" && m.status != "" {
				t.Errorf("it is said %q, want %q", m.status, tc.says)
			}
			if !strings.Contains(bottom(m), tc.says) {
				t.Errorf("the bottom line is %q", bottom(m))
			}
		})
	}
}

func TestGoingToAnEventThatIsNoKeyEvent(t *testing.T) {
	m := screenOf(t, builtin, 150, 36)
	c := *m.x.Corpus
	c.Events = slices.Clone(c.Events)
	for i := range c.Events {
		c.Events[i].Key = !strings.HasPrefix(c.Events[i].Headline, "Ten day")
	}
	m.accept(arrival{index: index.New(&c)})
	keys(m, "4", "K", "ctrl+g")
	typed(m, "e ten day")
	keys(m, "enter")
	if want := "only key events are listed; K lists all"; m.status != want {
		t.Errorf("it is said %q, want %q", m.status, want)
	}
}
