package filters

import (
	"fmt"
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
	lower     string // of the label
	also      string // what else it is found by, in lower case
	later     bool   // it stands behind "more" until words are typed
}

// section is conditions of one kind, of which one must be met.
type section struct {
	name    string
	options []option
	ranks   []rank // of the options, by the words that are typed
}

func (s *section) offer(c index.Condition, label, also string) {
	s.options = append(s.options, option{condition: c, label: label, lower: strings.ToLower(label), also: strings.ToLower(also)})
}

// sections lists all that a snapshot can be narrowed to.
func sections(x *index.Index, offers []index.Period) []section {
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
	all := []section{said, happened, key, read, persons(x), sources(x), documents(x)}
	for k := range all {
		all[k].shorten()
	}
	return append([]section{periods(x, offers)}, all...)
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
