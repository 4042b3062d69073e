package infer

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"onrecord/model/text"
	"onrecord/model/when"
)

// Nodes that are no expression.
const (
	publicationNode = -1
	happeningNode   = -2
)

// kind is what sort of evidence a reason is.
type kind uint8

const (
	byToday       kind = iota
	byMetadata         // it is given with the document
	byFullReport       // a full date is told as past
	byFullPlan         // a full date is told as to come
	byFullMention      // a full date is told
	byReport           // a date without a year is told as past
	byPlan             // … as to come
	byMention          // … neither
	byHead             // the document stands under the date
	bySection          // a part of it does
	byGloss            // the day is told twice over
	bySame             // another passage tells of the same happening
	byPassage          // the same passage stands in another document
	byOriginal         // the document takes over what was said on a day
	byLink             // names and hour tell which day is meant
	byMonth            // what is announced is "later this month"
	byPost             // somebody else held the post
)

// reason is why days fall away. It is put in words only when it is asked for.
type reason struct {
	kind  kind
	doc   int
	expr  int
	other int       // a second expression, of the gloss or of the telling that links
	from  int       // the document of other, where it is another
	span  text.Span // of a passage
	say   string    // of a post
}

// wordings put in words the reasons that name a document and a date that it tells.
var wordings = [...]string{
	byFullReport:  "%s is not earlier than %s, of which it tells",
	byFullPlan:    "%s is not later than %s, which it announces",
	byFullMention: "%s speaks of %s, and so is not much earlier",
	byReport:      "%s tells of %s as past, and not long past",
	byPlan:        "%s announces %s",
	byMention:     "%s speaks of %s without its year, and so is of about that time",
	byHead:        "%s is headed %s",
	bySection:     "a part of %s stands under %s",
	bySame:        "%s tells of the same day as %s",
	byMonth:       "what %s announces is %s",
}

// link puts a reason in words, for a reader of document root.
func (y *years) link(r *reason, root int) when.Reason {
	where := y.place(r.doc, root)
	switch r.kind {
	case byToday:
		return when.Reason{Say: "nothing is published after today, " + when.SayDay(y.today)}
	case byMetadata:
		return when.Reason{Say: fmt.Sprintf("%s is said to be of %s", where, when.Say(*y.docs[r.doc].Given))}
	case byOriginal:
		return y.original(r, root)
	case byPost:
		return when.Reason{Say: r.say, Ref: text.Ref{Doc: y.docs[r.from].ID, Span: r.span}}
	case byLink:
		say := fmt.Sprintf("the same event is told as “%s” in %s", y.words(r.from, r.other), y.place(r.from, root))
		return when.Reason{Say: say, Ref: y.ref(r.from, r.other)}
	}
	out := when.Reason{Ref: y.ref(r.doc, r.expr)}
	told := "“" + y.words(r.doc, r.expr) + "”"
	switch r.kind {
	case byPassage:
		out.Say = "the same passage stands in " + where
	case byGloss:
		out.Say = fmt.Sprintf("%s is glossed as “%s”", told, y.words(r.doc, r.other))
		if r.doc != root {
			out.Say += " in " + where
		}
	default:
		out.Say = fmt.Sprintf(wordings[r.kind], where, told)
	}
	return out
}

// place names a document in a reason: itself, or by its name.
func (y *years) place(doc, root int) string {
	if doc == root {
		return "the document"
	}
	return strings.TrimSpace(y.docs[doc].Name)
}

func (y *years) original(r *reason, root int) when.Reason {
	out := when.Reason{Ref: text.Ref{Doc: y.docs[r.doc].ID, Span: r.span}}
	out.Say = fmt.Sprintf("the document takes over a passage of %s", y.place(r.doc, root))
	if r.expr >= 0 {
		out.Say += fmt.Sprintf(", which stands under “%s” there", y.words(r.doc, r.expr))
	}
	return out
}

// mostLinks bounds a chain of reasons: what a reader would follow.
const mostLinks = 8

// chain tells why a node is what it is: the steps that decide, each behind what it
// rests on itself.
type chain struct {
	y     *years
	root  int // the document whose date is explained
	out   []when.Reason
	worth []int // of each link, for the one sentence that sums them up
}

func (c *chain) add(r when.Reason, worth int) {
	if len(c.out) < mostLinks && r.Say != "" && !slices.ContainsFunc(c.out, func(o when.Reason) bool { return o.Say == r.Say }) {
		c.out, c.worth = append(c.out, r), append(c.worth, worth)
	}
}

// worth is how much a kind of reason says in one sentence: what ties documents
// together most, what comes of custom least.
func (k kind) worth() int {
	switch k {
	case bySame, byPassage, byLink, byPost, byOriginal, byGloss, byHead, byMonth:
		return 3
	case byToday, byMetadata, byFullReport, byFullPlan:
		return 2
	case byReport, byPlan:
		return 1
	}
	return 0
}

// sentence sums a chain up: first, then the links that say most, in their order.
func (c *chain) sentence(first string, most int) string {
	s := []string{}
	if first != "" {
		s = append(s, first)
	}
	for least := 3; least >= 0; least-- {
		n := 0
		for _, w := range c.worth {
			if w >= least {
				n++
			}
		}
		if n < most && least > 0 {
			continue
		}
		for i, r := range c.out {
			if c.worth[i] >= least && most > 0 {
				s = append(s, r.Say)
				most--
			}
		}
		break
	}
	return strings.Join(s, "; ")
}

// deepest is how many conclusions may rest on one another in a chain.
const deepest = 6

// follow adds the steps of node n, of those it had at a time, that are needed for
// enough to hold.
func (c *chain) follow(n, before, depth int, enough func(days) bool) {
	if depth > deepest {
		return
	}
	nd := &c.y.nodes[n]
	needed := c.y.decisive(n, before, enough)
	keep := make([]bool, before)
	for _, i := range needed {
		keep[i] = true
	}
	for _, i := range needed {
		st := &nd.steps()[i]
		if st.from >= 0 {
			keep[i] = false
			others := nd.but(keep)
			keep[i] = true
			c.weekday(st.from)
			c.follow(st.from, st.before, depth+1, func(d days) bool { return enough(others.meet(d, st.lo, st.hi)) })
		}
		if st.from < 0 || c.y.nodes[st.from].expr != happeningNode {
			c.add(c.y.link(&st.why, c.root), st.why.kind.worth())
		}
	}
}

// weekday adds in which years a date falls on its weekday.
func (c *chain) weekday(n int) {
	nd := &c.y.nodes[n]
	if nd.expr < 0 || !weekdayed(c.y.expr(int(nd.doc), int(nd.expr))) {
		return
	}
	e := c.y.expr(int(nd.doc), int(nd.expr))
	c.add(when.Reason{Say: sayWeekday(e, nd.full().years()), Ref: c.y.ref(int(nd.doc), int(nd.expr))}, -1)
}

// sayWeekday says in which years a date falls on its weekday.
func sayWeekday(e *when.Expression, years []int) string {
	return fmt.Sprintf("%d %s is a %s in %s", e.Day, e.Month, time.Weekday(e.Weekday), sayYears(years))
}

// sayYears lists years, the latest first; of many only those.
func sayYears(years []int) string {
	const most = 4
	var s []string
	for i := len(years) - 1; i >= 0 && len(s) < most; i-- {
		s = append(s, fmt.Sprint(years[i]))
	}
	switch {
	case len(years) > most:
		return strings.Join(s, ", ") + " and earlier years"
	case len(s) < 2:
		return strings.Join(s, "")
	}
	return strings.Join(s[:len(s)-1], ", ") + " and " + s[len(s)-1]
}

// why explains node n for the document root: what decides that it is as it is.
func (y *years) why(n, root int) *chain {
	c := &chain{y: y, root: root}
	nd := &y.nodes[n]
	c.follow(n, len(nd.steps()), 0, func(d days) bool { return d.equal(nd.days) })
	return c
}
