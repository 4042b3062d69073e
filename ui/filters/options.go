package filters

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/ui/index"
	"onrecord/ui/pane"
)

// option is a condition that can be set.
type option struct {
	condition index.Condition
	label     string
	lower     string // of the label and what else it is found by
}

// section is conditions of one kind, of which one must be met.
type section struct {
	name    string
	options []option
}

func (s *section) offer(c index.Condition, label, also string) {
	s.options = append(s.options, option{c, label, strings.ToLower(label + " " + also)})
}

// sections lists all that a snapshot can be narrowed to. What was under the
// cursor, a month and its year, comes first.
func sections(x *index.Index, offers []index.Period) []section {
	period := section{name: "Period"}
	seen := map[index.Period]bool{}
	for i, p := range offers {
		seen[p] = true
		period.offer(index.ByPeriod{Period: p}, p.String()+[...]string{" ─ under the cursor", ""}[min(i, 1)], "")
	}
	for _, y := range x.Years() {
		if p := index.YearOf(y); !seen[p] {
			period.offer(index.ByPeriod{Period: p}, p.String(), "")
		}
	}
	said := section{name: "Said"}
	for k := quote.Direct; k <= quote.Turn; k++ {
		said.offer(index.ByKind{Kind: k}, [...]string{"direct: whole sentences in quote marks", "mixed: some words in quote marks", "indirect: reported without quote marks", "statement: given whole", "turn: in an interview"}[k], "said")
	}
	happened := section{name: "Happened"}
	for s := event.Happened; s <= event.Ongoing; s++ {
		c := index.ByStatus{Status: s}
		happened.offer(c, c.Name(), "happened status")
	}
	key := section{name: "Importance"}
	key.offer(index.ByKey{}, "key events only", "")
	read := section{name: "Read"}
	if x.Read == nil {
		read.name += ": nothing is read yet"
	}
	read.offer(index.ByRead{Read: false}, "not read yet", "unread")
	read.offer(index.ByRead{Read: true}, "read", "")
	return []section{period, said, happened, key, read, persons(x), sources(x), documents(x)}
}

func persons(x *index.Index) section {
	s := section{name: "Person"}
	for i := range x.People {
		p := &x.People[i]
		label := pane.OneLine(p.Name)
		if p.Kind != people.Person {
			label = fmt.Sprintf("%s (%s)", label, p.Kind)
		}
		s.offer(index.ByPerson{Kind: p.Kind, Called: p.Name}, label, strings.Join(p.Aliases, " "))
	}
	return s
}

func sources(x *index.Index) section {
	s := section{name: "Source or folder"}
	for _, o := range x.Sources() {
		c := index.BySource{Source: o.Name}
		s.offer(c, pane.OneLine(c.Name()), "source")
	}
	return s
}

func documents(x *index.Index) section {
	s := section{name: "Document"}
	for _, d := range x.Docs {
		s.offer(index.ByDocument{File: d.Name}, index.Short(d.Name)+" "+pane.OneLine(d.Title), d.Name)
	}
	return s
}

// row is a line of the list: a heading, a condition, or that there are more.
type row struct {
	head   string
	option *option
	more   int // of section, hidden
	of     int // the section
}

// shownOf is how many conditions of a kind stand there before any words are typed.
const shownOf = 5

// fill lists what the words typed find; without words the beginning of each kind,
// and what is set.
func (s *Sheet) fill() {
	s.rows = s.rows[:0]
	words := strings.Fields(strings.ToLower(s.input.Value()))
	typed := s.typedPeriod(words)
	for k := range s.sections {
		sec := &s.sections[k]
		first := len(s.rows)
		shown, hidden := 0, 0
		for i := range sec.options {
			o := &sec.options[i]
			switch {
			case !found(o.lower, words), typed && o.condition == s.typed.condition: // that stands first
				continue
			case len(words) == 0 && !s.unfolded[k] && shown >= shownOf && len(sec.options) > shownOf+1 && !s.filter.Has(o.condition):
				hidden++
				continue
			}
			shown++
			s.rows = append(s.rows, row{option: o, of: k})
		}
		if hidden > 0 {
			s.rows = append(s.rows, row{more: hidden, of: k})
		}
		if len(s.rows) > first && (k > 0 || !typed) { // a typed period has the heading already
			s.rows = slices.Insert(s.rows, first, row{head: sec.name, of: k})
		}
	}
	s.tall = max(s.tall, len(s.rows))
	if s.at = min(s.at, len(s.rows)-1); s.at < 0 || s.rows[s.at].head != "" {
		s.at = -1
		s.step(1)
	}
}

// typedPeriod offers the period that the words name, before all that they find, and
// reports whether they name one.
func (s *Sheet) typedPeriod(words []string) bool {
	s.problem = ""
	if len(words) == 0 {
		return false
	}
	p, err := index.ParsePeriod(s.input.Value())
	if err != nil {
		s.problem = err.Error()
		return false
	}
	c := index.ByPeriod{Period: p}
	s.typed = option{condition: c, label: p.String()}
	s.rows = append(s.rows, row{head: s.sections[0].name}, row{option: &s.typed})
	return true
}

func found(lower string, words []string) bool {
	for _, w := range words {
		if !strings.Contains(lower, w) {
			return false
		}
	}
	return true
}
