package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// part is what a word does in its clause, as far as tables and endings tell.
type part uint8

// The parts of speech that a subject is told by.
const (
	nominal     part = iota // nouns, adjectives, numbers: what a noun phrase is made of
	determiner              // begins a noun phrase
	pronoun                 // is one
	preposition             // in, of, for
	opener                  // a conjunction that begins a clause: that, while, because
	joining                 // and, but, or
	relative                // who, which, whose
	verb                    // finite
	participle              // -ing
	adverb
	comma // or a dash or bracket: a boundary inside the sentence
	breaker
)

// part returns what token i does.
func (f *finder) part(i int) part {
	d := f.d
	t := d.Tokens[i]
	w := d.Lower(i)
	switch t.Kind {
	case text.Punct:
		switch w {
		case ",", "–", "—", "--", "(", ")", "[", "]":
			return comma
		case ";", ":", "?", "!":
			return breaker
		}
		return nominal
	case text.Quote:
		return nominal
	case text.Number, text.Clitic, text.URL:
		return nominal
	}
	if t.Is(text.Capital) && !t.Is(text.SentStart) {
		return nominal
	}
	if p, ok := parts[w]; ok {
		return p
	}
	if f.class(i) != 0 && !f.nounUse(i) {
		if strings.HasSuffix(w, "ing") {
			return participle
		}
		return verb
	}
	return f.byEnding(i, w)
}

// byEnding guesses what a word outside the tables does.
func (f *finder) byEnding(i int, w string) part {
	switch {
	case len(w) > 5 && strings.HasSuffix(w, "ing"):
		return participle
	case len(w) > 4 && strings.HasSuffix(w, "ly") && !lyNouns.Has(w):
		return adverb
	case len(w) > 4 && w[len(w)-1] == 's' && f.personEnds(i) && !agentive(w):
		return verb
	case len(w) > 3 && strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "eed") && i > 0 && (f.part1(i-1) == nominal || f.part1(i-1) == adverb) && !f.participleBehind(i):
		return verb
	}
	return nominal
}

// lyNouns end as adverbs do.
var lyNouns = text.SetOf("family", "supply", "reply", "rally", "ally", "assembly", "monopoly", "anomaly", "bully", "daily", "weekly", "monthly", "elderly", "early", "only", "likely", "friendly", "deadly", "costly", "lonely", "lovely", "ugly", "orderly", "fly", "belly", "homily", "butterfly")

// personEnds reports whether a person's name ends right before token i.
func (f *finder) personEnds(i int) bool {
	if i == 0 || f.d.Tokens[i].Is(text.Capital) {
		return false
	}
	k, ok := f.p.At(i - 1)
	if !ok {
		return false
	}
	m := f.p.Mentions[k]
	return m.End == i && m.Form <= people.PartialName && f.p.Entities[m.Entity].Kind == people.Person
}

// agentive reports whether a word in -s is a plural of people or a thing that a
// name often stands before, and no verb: "Lee supporters", "Lee aides".
func agentive(w string) bool {
	for _, e := range []string{"ers", "ors", "ists", "ials", "ants", "ents", "ians", "ates", "aides", "fans", "allies", "rallies", "ness", "ss", "us", "is", "folks", "friends", "lieutenants", "votes", "years", "days", "ads", "emails", "tweets", "ties", "ions"} {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// participleBehind reports whether "by" or another preposition behind an -ed word
// shows that it belongs to the noun before it: "a letter signed by".
func (f *finder) participleBehind(i int) bool {
	if i+1 >= len(f.d.Tokens) {
		return false
	}
	w := f.d.Lower(i + 1)
	return w == "by" || w == "with" || w == "in" || w == "at" || w == "on"
}

// part1 is part without a look at the words around, for byEnding.
func (f *finder) part1(i int) part {
	if f.d.Tokens[i].Kind != text.Word {
		return comma
	}
	if p, ok := parts[f.d.Lower(i)]; ok && !f.d.Tokens[i].Is(text.Capital) {
		return p
	}
	return nominal
}

// parts are the words of the closed classes, and verbs common enough to be told
// from nouns by themselves.
var parts = partTable(
	determiner, "the a an his her its their our my your this these those another several few most two three four five six seven eight nine ten other each every no any",
	pronoun, "he she they it we i you one some many others someone everyone nobody both neither none all",
	preposition, "in on at for during after before by with of from to under over about despite following outside inside against through like into toward towards among between without within near behind beyond amid upon via per throughout across around besides regarding until since",
	opener, "that while when because although though if whether what how why where than unless once whereas as so",
	joining, "and but or nor yet &",
	relative, "who which whose whom",
	verb, "is was are were has have had will would can could did does do may might must should isn’t isn't wasn’t wasn't aren’t aren't weren’t weren't hasn’t hasn't haven’t haven't hadn’t hadn't won’t won't wouldn’t wouldn't can’t can't couldn’t couldn't didn’t didn't doesn’t doesn't don’t don't shouldn’t shouldn't",
	verb, "became began broke brought built came chose drew fell fought gave got grew held kept knew laid led left lost made meant met paid ran rose sat sent set shook spent stood struck swore taught threw took went won wore",
	verb, "becomes begins brings comes gives gets goes keeps knows leads leaves makes means needs runs seems sends sits takes tries turns wants works",
	adverb, "also not never ever still just even now then here there again already once later earlier today yesterday meanwhile however instead perhaps too rather often always soon afterward afterwards indeed",
)

func partTable(rows ...any) map[string]part {
	m := make(map[string]part, 256)
	for i := 0; i+1 < len(rows); i += 2 {
		for w := range strings.FieldsSeq(rows[i+1].(string)) {
			if _, ok := m[w]; !ok {
				m[w] = rows[i].(part)
			}
		}
	}
	return m
}
