package search

import (
	"slices"
	"strings"
	"time"
)

// fields are the filters of a query, and those that are kept for later, with
// what is said of them.
var fields = map[string]op{
	"speaker": opSpeaker, "person": opPerson, "doc": opDoc, "source": opSource, "in": opQuotes,
	"before": opPeriod, "after": opPeriod, "year": opPeriod,
}

var laterFields = map[string]string{
	"tag": "tag: cannot be searched for yet: it will find your own tags,",
	"has": "has: cannot be searched for yet: it will find documents with your own notes and marks,",
}

const knownFields = "speaker:, person:, doc:, source:, in:, before:, after: and year:"

// isField reports whether a word with a colon in it is a field: a known name, or
// letters and a value, which is most likely a name mistyped. Clock times, web
// addresses and "Note:" are words.
func (p *parser) isField(name, value string) bool {
	low := strings.ToLower(name)
	if _, ok := fields[low]; ok || laterFields[low] != "" {
		return true
	}
	letters := func(r rune) bool { return r < 'a' || r > 'z' }
	return len(name) > 1 && value != "" && !strings.HasPrefix(value, "/") && !strings.ContainsFunc(low, letters)
}

// field reads the rest of a field, of which the name and what stands before a
// blank or a quote mark were read.
func (p *parser) field(at int, name, value string) *node {
	from := at + len(name) + 1
	name = strings.ToLower(name)
	open := p.i == len(p.s)
	if value == "" && p.i < len(p.s) && quoteMark(p.rune()) {
		mark := p.i
		p.i += len(string(p.rune()))
		var closed bool
		value, from, closed = p.quoted(mark)
		open = !closed
	}
	if value == "" && p.i < len(p.s) && p.s[p.i] == '(' {
		p.fail(from, `%s: takes one word, or several in quote marks,`, name)
	}
	n := &node{field: name, value: value}
	var ok bool
	if n.op, ok = fields[name]; !ok {
		if later := laterFields[name]; later != "" {
			p.fail(at, "%s", later)
		} else {
			p.fail(at, "there is no field %s", name)
			p.advise(at, "there are "+knownFields+"; put words with a colon in quote marks")
		}
		return nil
	}
	if strings.TrimSpace(value) == "" {
		p.unfinished(from, "%s: needs a value, as in %s:%s,", name, name, examples[name])
		return nil
	}
	switch n.op {
	case opQuotes:
		return p.quotes(n, from)
	case opPeriod:
		return p.period(n, from)
	}
	return p.named(n, from, open)
}

var examples = map[string]string{
	"speaker": "toynbee", "person": `"ann lee"`, "doc": "minutes", "source": "bbc", "in": "quotes",
	"before": "2022-05-16", "after": "2022-05", "year": "2022",
}

// named reads a field whose value is part of a name. Names of documents and
// sources are long and odd: a beginning of their words is enough.
func (p *parser) named(n *node, from int, open bool) *node {
	n.words = p.wordsOf(n.value, from, false)
	if len(n.words) == 0 {
		p.unfinished(from, "%s: needs a word as its value, as in %s:%s,", n.field, n.field, examples[n.field])
		return nil
	}
	if strings.Contains(n.value, "~") { // as it is understood: a number that cannot be is not
		var said []string
		for _, w := range n.words {
			said = append(said, w.String())
		}
		n.value = strings.Join(said, " ")
	}
	last := &n.words[len(n.words)-1]
	switch {
	case n.op == opDoc || n.op == opSource:
		last.Prefix, last.Fuzzy = true, 0
	case open && p.typing && p.not == 0 && last.Fuzzy == 0 && strings.HasSuffix(n.value, last.Raw):
		last.Prefix = true
		n.value += "*"
	}
	return n
}

func (p *parser) quotes(n *node, from int) *node {
	v := strings.ToLower(n.value)
	if slices.Contains([]string{"quotes", "quote", "quotations", "quotation"}, v) {
		n.value = "quotes"
		return n
	}
	if p.typing && p.i == len(p.s) && strings.HasPrefix("quotations", v) {
		return nil
	}
	p.fail(from, "in: takes quotes, as in in:quotes,")
	return nil
}

// period reads a date: those of a document that may be published from it on, up
// to and with it, or in it.
func (p *parser) period(n *node, from int) *node {
	first, last, ok := dates(n.value)
	if n.field == "year" {
		ok = ok && len(n.value) == len("2006")
	}
	if !ok {
		if p.typing && p.i == len(p.s) && dateBegins(n.value) {
			return nil
		}
		if n.field == "year" {
			p.fail(from, "year: takes a year, as in year:2022,")
		} else {
			p.fail(from, "%s: takes a date as 2022, 2022-05 or 2022-05-16,", n.field)
		}
		return nil
	}
	n.from, n.to = NoDay, NoDay
	if n.field != "before" {
		n.from = first
	}
	if n.field != "after" {
		n.to = last
	}
	return n
}

// dates returns the first and the last day of a date, a month or a year.
func dates(s string) (first, last Day, ok bool) {
	for _, l := range []struct {
		layout             string
		years, months, day int
	}{{"2006-01-02", 0, 0, 1}, {"2006-01", 0, 1, 0}, {"2006", 1, 0, 0}} {
		if t, err := time.Parse(l.layout, s); err == nil {
			return dayOf(t), dayOf(t.AddDate(l.years, l.months, l.day)) - 1, true
		}
	}
	return 0, 0, false
}

func dayOf(t time.Time) Day {
	const day = 24 * 60 * 60
	n := t.Unix()
	if n < 0 {
		n -= day - 1
	}
	return Day(n / day)
}

// dateBegins reports whether more signs could make a date of s.
func dateBegins(s string) bool {
	const shape = "dddd-dd-dd"
	if len(s) >= len(shape) {
		return false
	}
	for i := range len(s) {
		if (shape[i] == 'd') != (classes[s[i]] == digit) || shape[i] == '-' && s[i] != '-' {
			return false
		}
	}
	return true
}
