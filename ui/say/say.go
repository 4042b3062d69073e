// Package say puts facts of the model in the words and signs of the screen, the
// same in every pane.
package say

import (
	"fmt"
	"strings"

	"onrecord/model"
	"onrecord/model/event"
	"onrecord/model/when"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/theme"
)

// Published says when a document was published, with what is not known.
func Published(iv when.Interval) string {
	if !iv.From.Known() && !iv.To.Known() {
		return "date not known"
	}
	s := when.Say(iv)
	if !iv.Certain && iv.From.Known() && iv.To.Known() {
		s = "~" + s
	}
	return s
}

// Clock says the time of day, or "".
func Clock(iv when.Interval) string {
	if m := iv.From.Minute; iv.From.Known() && m >= 0 {
		return fmt.Sprintf("%02d:%02d", m/60, m%60)
	}
	return ""
}

// Status is the sign of how a happening stands.
func Status(g theme.Glyphs, s event.Status) string {
	if signs := [...]string{g.Happened, g.Planned, g.Cancelled, g.Ongoing}; int(s) < len(signs) {
		return signs[s]
	}
	return "?"
}

// StatusWord says how a happening stands.
func StatusWord(s event.Status) string {
	if s == event.Ongoing {
		return "going on"
	}
	return s.String()
}

// NoSpeaker stands for the speaker of words that nobody is known to have said.
const NoSpeaker = "speaker not known"

// Names names who said a quotation, without signs of doubt.
func Names(c *model.Corpus, q *model.Quotation) string {
	if len(q.Speakers) == 0 {
		return NoSpeaker
	}
	if len(q.Speakers) == 1 {
		return c.SpeakerName(q, 0)
	}
	names := make([]string, len(q.Speakers))
	for i := range q.Speakers {
		names[i] = c.SpeakerName(q, i)
	}
	return strings.Join(names, " and ")
}

// Speakers names who said a quotation, with a ? behind one who is inferred.
func Speakers(c *model.Corpus, q *model.Quotation) string {
	if len(q.Speakers) == 0 {
		return NoSpeaker
	}
	names := make([]string, len(q.Speakers))
	for i := range q.Speakers {
		names[i] = c.SpeakerName(q, i)
		if q.Speakers[i].Inferred() {
			names[i] += "?"
		}
	}
	return strings.Join(names, " and ")
}

// Role is the role of the first speaker, or "".
func Role(q *model.Quotation) string {
	if len(q.Speakers) == 0 {
		return ""
	}
	return q.Speakers[0].Role
}

// Emptied says which conditions of a filter left nothing of some things, and what
// each kind of them would leave alone, a line each; "" when there was nothing to begin
// with. that tells which things they are, behind the noun, where not all are.
func Emptied(noun, that string, p *index.Page, k keymap.Map, t index.Thing, among []int32) string {
	b, ok := p.Blame(t, among)
	if read := p.Progress(); !ok && len(among) == 0 && read.Reading() {
		return fmt.Sprintf("No %s is known yet: %s of %s files are read.", noun, Number(read.Read), Number(read.Found))
	}
	if !ok {
		return ""
	}
	s := fmt.Sprintf("The filter “%s” leaves no %s%s here.", b.By, noun, that)
	if b.Unknown > 0 {
		s += fmt.Sprintf("\nLeft out for want of a date: %s.", Plural(b.Unknown, noun))
	}
	if len(b.Alone) > 1 {
		alone := make([]string, len(b.Alone))
		for i, a := range b.Alone {
			alone[i] = fmt.Sprintf("“%s” %s", a.Name, Number(a.N))
		}
		s += "\nAlone would leave: " + strings.Join(alone, ", ") + "."
	}
	if len(p.Filter) > 1 {
		return s + "\n" + k.Unfilter.Help().Key + " takes the last filter away, " + k.UnfilterAll.Keys()[0] + " all of them."
	}
	return s + "\n" + k.Unfilter.Help().Key + " takes it away."
}

// Quoted sets words of a text in quote marks, but not twice where they begin or end
// with a mark of their own: a passage may begin with a quotation and end in it.
func Quoted(words string) string {
	for _, m := range [][2]string{{"“", "”"}, {"\"", "\""}} {
		if strings.HasPrefix(words, m[0]) {
			if strings.Contains(words[len(m[0]):], m[1]) {
				return words
			}
			return words + m[1]
		}
		if strings.HasSuffix(words, m[1]) && !strings.Contains(words[:len(words)-len(m[1])], m[0]) {
			return m[0] + words
		}
	}
	return "“" + words + "”"
}

// Plural counts things: "1 event", "18 events".
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Number(n) + " " + noun + "s"
}

// Number sets a number with a comma every three digits.
func Number(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
