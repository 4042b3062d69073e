package quote_test

import (
	"strings"
	"testing"

	"onrecord/model/quote"
)

// Whose verb it is: the subject over what stands between, in every place where a
// cue can stand.
func TestWhoSpeaks(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"over a relative clause", "Mary Jones, who chairs the pool trust, said the plan was “a waste of money”.", "Mary Jones"},
		{"not a person in the relative clause", "The trustee, who backs Tom Field, warned of a “long and bitter” fight.", "The trustee, who backs Tom Field"},
		{"a participle hangs on the subject", "Mary Jones left the meeting early, telling the clerk that it was “a complete farce”.", "Mary Jones"},
		{"a participle behind a reported clause", "Mary Jones said the rules were clear, adding that the clerk had been “very slow”.", "Mary Jones"},
		{"a second verb of the same subject", "Mary Jones praised the clerk but said the accounts were “far from clear”.", "Mary Jones"},
		{"words of somebody seen saying them", "The film ends with pictures of Tom Field saying “we will never go back there”.", "Tom Field"},
		{"a supporter is not whom he supports", "“We will win,” said one Jones supporter at the back.", "one Jones supporter at the back"},
		{"an aide with a name", "“We will win,” said Jones’s deputy, Tom Field, on Friday.", "Tom Field"},
		{"a pronoun that is a determiner", "“It is wet,” said one neighbour of the family.", "one neighbour of the family"},
		{"an apposition before who is told", "Mike Stone, head of the pool trust, told the Hexley Herald: “It is over.”", "Mike Stone"},
		{"an age before who is told", "Tom Field, 44, told Judge Ann Lee: “I am not guilty.”", "Tom Field"},
		{"who is told behind the words", "“It is over,” Mike Stone, head of the pool trust, told Ann Lee.", "Mike Stone"},
		{"who is told after a capital body", "Gerry Moss, from Hexley, tells the court: “I saw him.”", "Gerry Moss"},
		{"who is warned", "Ann Lee, who chairs the trust, warned Tom Field: “It will fall.”", "Ann Lee"},
		{"who asks behind the verb", "Beyond the long rows of desks, asks the editor Ann Lee, “has anyone ever looked at other rooms?”", "Ann Lee"},
		{"who is asked behind an apposition", "Ann Lee, the editor, asked Tom Field, “has anyone ever looked at other rooms?”", "Ann Lee"},
		{"a time before the subject", "Hours later, Mary Jones replied: “I never saw the letter.”", "Mary Jones"},
		{"a clause before the subject", "While the clerk was away, Mary Jones said the post was “not worth filling”.", "Mary Jones"},
		{"the verb first", "Said Mary Jones: “I never saw the letter.”", "Mary Jones"},
		{"a verb of two words", "“It never was theirs,” pointed out the retired clerk.", "the retired clerk"},
		{"at the end of the sentence", "Fees will be “a little higher” next year, Mary Jones said.", "Mary Jones"},
		{"according to, at the end", "The roof was in “a poor state”, according to Mary Jones.", "Mary Jones"},
		{"a name and a colon", "Mary Jones: “I never saw the letter.”", "Mary Jones"},
		{"whose claim it is", "Few believed Mary Jones’s claim that the pool had been “given away for nothing”.", "Mary Jones"},
		{"a phrase that somebody uses", "Mary Jones has used the phrase “managed decline” at every meeting.", "Mary Jones"},
		{"judged by any verb", "Mary Jones has gone after the clerk as a “small and angry man”.", "Mary Jones"},
		{"labelled by", "The letter was found in a box labelled “not to be opened” by Mary Jones.", "Mary Jones"},
		{"the outer one tells", "Mary Jones said the neighbours believed it was “as good as gone”.", "Mary Jones"},
		{"a paper speaks for who made it", "A study by Hexley Council said the bridge was “beyond repair”.", "Hexley Council"},
		{"her statement", "Mary Jones has resigned. “I leave with regret,” her statement said.", "Mary Jones"},
		{"somebody else is named between", "Mary Jones opened the door. Tom Field, her brother, said it was “far too late” to call.", "Tom Field"},
		{"a body called it", "Hexley Council closed the pool in May. It said the cost was “more than we can bear”.", "Hexley Council"},
		{"an interval without a cue", "Mary Jones says the rules are plain.\n\n“Anyone can read them and nobody ever does so.”", "Mary Jones"},
		{"a dash and a name", "“They never asked us what we thought of it.” ― Mary Jones", "Mary Jones"},
		{"a turn inside marks", "“JONES: I never saw the letter and I never will.”", "JONES"},
		{"the letters’ plural verb", "Hexley Council rules out a sale. Mary Jones said the pool was “safe for ever”.", "Mary Jones"},
		{"a verb that no table has", "Tom Field left.\n\n“It was the heart of the village,” sniffs Mary Jones, 90.", "Mary Jones"},
		{"a spokesman of the council named before", "Hexley Council closed the pool. A council spokesman said: “It had to be.”", "Hexley Council"},
		{"a spokesman of a person, named", "Nora Field left. Field spokesman Tom Hill said: “It had to be.”", "Tom Hill"},
		{"a spokeswoman of a person’s campaign, named", "Nora Field left. Nora Field campaign spokeswoman Jane Hill said: “It had to be.”", "Jane Hill"},
		{"a spokesman for a person, named behind a comma", "Nora Field left. A spokesman for Nora Field, Tom Hill, said: “It had to be.”", "Tom Hill"},
		{"one who is named before", "Nora Field left. Tom Hill, Ms Field’s spokesman, said: “It had to be.”", "Tom Hill"},
		{"a spokesman of a person, not named", "Nora Field left. Ms Field’s spokesman said: “It had to be.”", "Ms Field’s spokesman"},
		{"a spokesman for a person, not named", "Nora Field left. A spokesman for Nora Field said: “It had to be.”", "A spokesman for Nora Field"},
		{"a spokesman of a body, of a name that is not known", "Hexley Council closed the pool. Council spokesman Zorro Quux said: “It had to be.”", "Zorro Quux"},
		{"a spokesman of nobody named", "A force spokesman said: “It had to be.”", "A force spokesman"},
		{"an apposition before a participle", "The bank’s chief, Mary Jones, warned that the rate was too low, adding that it “may have to rise”.", "Mary Jones"},
		{"two single marks that close a double one", "“We never asked for this road,’’ says Mary Jones, of Mill Lane.", "Mary Jones"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, all := find(tc.in)
			var names []string
			for i := range all {
				if all[i].Kind == quote.Indirect {
					continue
				}
				for _, s := range all[i].Speakers {
					names = append(names, s.Name)
				}
			}
			if got := strings.Join(names, " & "); !strings.EqualFold(got, tc.want) {
				t.Errorf("speaker %q, want %q", got, tc.want)
			}
		})
	}
}

// Fragments: what was said, and what marks do besides.
func TestFragments(t *testing.T) {
	cases := []struct {
		name, in string
		want     []string
	}{
		{"one cue for a list", "Mary Jones called the clerk “a loser”, “a liar” and “a bully”.", []string{"a loser", "a liar", "a bully"}},
		{"one cue for two clauses", "Mary Jones said she was “appalled” that they would “mock” the dead.", []string{"appalled", "mock"}},
		{"a nickname given", "Tom Field called her “Lady Muck” at the fair.", []string{"Lady Muck"}},
		{"a name that a thing has", "She sings in a show called “Quick Answers” on Fridays.", nil},
		{"the title of a work", "In her book, “Children of the Weir,” Mary Jones tells of the flood.", nil},
		{"a remark of the transcript's maker", "Mary Jones said: “We won.”\n\n“(APPLAUSE.)”", []string{"We won."}},
		{"a headline in capitals", "Mary Jones Calls Clerk ‘A Disgrace’ Over Pool\n\nThe pool closed on Friday and the doors were locked by noon, the notice on the gate says in red.", []string{"A Disgrace"}},
		{"a pull quote counted once", "Mary Jones said: “We are sorry for it all. It will not happen again.”\n\n“It will not happen again.” – Mary Jones\n\nShe left at noon.", []string{"We are sorry for it all. It will not happen again."}},
		{"the same words said twice", "“I never saw that letter,” Mary Jones said in May.\n\n“I never saw that letter,” she said again in June.", []string{"I never saw that letter,", "I never saw that letter,"}},
		{"refused to say", "Mary Jones refused to call it “a cut”.", nil},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			d, all := find(tc.in)
			var got []string
			for i := range all {
				if all[i].Kind == quote.Indirect {
					continue
				}
				for _, s := range all[i].Quoted {
					got = append(got, s.Of(d.Text))
				}
			}
			if strings.Join(got, "|") != strings.Join(tc.want, "|") {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

// Posts, replies and transcripts.
func TestPostsAndTranscripts(t *testing.T) {
	cases := []struct {
		name, in string
		want     []string
	}{
		{"a post signed on the next line", "I went to the meeting and they did ask. You were not there.\n\n- weirwatcher", []string{"statement | weirwatcher"}},
		{"a post signed behind a dash", "Ashamed of tonight’s vote. — Hexley Watch (@HexleyWatch) March 12, 2024", []string{"statement | Hexley Watch"}},
		{"lines that a reply quotes", "weirwatcher wrote:\n\n> They never asked anybody.\n\nThey did.", []string{"direct | weirwatcher"}},
		{"a transcript with colons", "Ann Lee talks to us.\n\nINTERVIEWER: When was that?\n\nLEE: In the spring.\n\nINTERVIEWER: And then?\n\nLEE: Nothing.", []string{"turn | INTERVIEWER", "turn | Ann Lee", "turn | INTERVIEWER", "turn | Ann Lee"}},
		{"a transcript without colons", "The SPEAKER Order. We begin.\n\nMARTIN I am grateful for that.\n\nOKAFOR So am I.\n\nMARTIN Then let us vote.", []string{"turn | The SPEAKER", "turn | MARTIN", "turn | OKAFOR", "turn | MARTIN"}},
		{"abbreviations that open paragraphs are no turns", "NHS Wales has a plan.\n\nThe plan is long and few have read it.\n\nIt will cost more than the last one did.\n\nNHS England has none.", nil},
		{"a letter's retired writer", "Sir,\n\nI read your report with dismay and I shall fight it.\n\nYours faithfully\n\nColonel H. R. Dawkins (retd)", []string{"statement | H. R. Dawkins"}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, all := find(tc.in)
			var got []string
			for i := range all {
				var names []string
				for _, s := range all[i].Speakers {
					names = append(names, s.Name)
				}
				if all[i].Kind != quote.Indirect {
					got = append(got, all[i].Kind.String()+" | "+strings.Join(names, " & "))
				}
			}
			if strings.Join(got, "\n") != strings.Join(tc.want, "\n") {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}
