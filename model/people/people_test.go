package people_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"onrecord/model/people"
	"onrecord/model/text"
)

// Two who share a last name that is written once are two people, and a title tells
// which of them is meant later.
func TestAPairWithOneLastName(t *testing.T) {
	d := text.Parse("Theo Marchant was two days old.\n\nHis parents, Ellie and Jordan Marchant, wrote to us.\n\nMrs Marchant said no. Mr Marchant said nothing.")
	f := people.Find(d)
	want := map[string]string{"Ellie": "Ellie Marchant", "Jordan Marchant": "Jordan Marchant", "Mrs Marchant": "Ellie Marchant", "Mr Marchant": "Jordan Marchant"}
	for _, m := range f.Mentions {
		surface := m.Span.Of(d.Text)
		if name, ok := want[surface]; ok {
			if got := f.Entities[m.Entity].Name; got != name {
				t.Errorf("%q is %q, want %q", surface, got, name)
			}
			delete(want, surface)
		}
	}
	if len(want) > 0 {
		t.Errorf("not found: %v", want)
	}
}

func find(s string) (*text.Doc, *people.Found) {
	d := text.Parse(text.Safe(s))
	return d, people.Find(d)
}

func TestWhoIsNamed(t *testing.T) {
	cases := []struct {
		name, in      string
		persons, orgs []string
	}{
		{"a first and a last name", "On Monday Mary Jones left.", []string{"Mary Jones"}, nil},
		{"titles are not part of the name", "Cllr Mary Jones met Dr Tom Field.", []string{"Mary Jones", "Tom Field"}, nil},
		{"hyphens, apostrophes and particles", "Anne Rhodes-White, Sean O’Neill and Otto von Berg came.", []string{"Anne Rhodes-White", "Sean O’Neill", "Otto von Berg"}, nil},
		{"a last name alone is the person named before", "Mary Jones came. Ms Jones sat down. Jones spoke.", []string{"Mary Jones"}, nil},
		{"bodies", "Hexley Council and the Department for Transport asked the BBC.", nil, []string{"Hexley Council", "Department for Transport", "BBC"}},
		{"posts are no persons", "The Chief Executive and the Prime Minister met.", nil, nil},
		{"streets and months are no persons", "On Plough Lane in May the Mill Street bridge fell.", nil, nil},
		{"two spellings of one first name", "Darryl Finch spoke. Daryl Finch left.", []string{"Darryl Finch"}, nil},
		{"two people of one last name stay two", "Mary Jones and Peter Jones came.", []string{"Mary Jones", "Peter Jones"}, nil},
		{"nicknames, initials and middle names", "Robert Finch spoke. Later Bob Finch left. Jane A. Roe sat. Jane Roe rose. Peter Moss ate. P. Moss slept.", []string{"Robert Finch", "Jane A. Roe", "Peter Moss"}, nil},
		{"two of one nickname in one sentence stay two", "Robert Finch and Bob Finch came.", []string{"Robert Finch", "Bob Finch"}, nil},
		{"father and son", "Tom Vale Sr spoke. Tom Vale Jr listened.", []string{"Tom Vale Sr", "Tom Vale Jr"}, nil},
		{"an initial that two fit is neither", "John Vale came. James Vale left. J. Vale slept.", []string{"John Vale", "James Vale", "J. Vale"}, nil},
		{"names spelt nearly alike are two", "Ann McDermid came. Ann McDermott left.", []string{"Ann McDermid", "Ann McDermott"}, nil},
		{"apostrophes and hyphens", "Sean O’Neill came. Mr O'Neill left. Anne Rhodes-White came. Ms Rhodes White left.", []string{"Sean O’Neill", "Anne Rhodes-White"}, nil},
		{"an office whose first word is a title too", "Mary Jones left the Justice Department. Justice Reed asked the General Committee.", []string{"Mary Jones", "Justice Reed"}, []string{"Justice Department", "General Committee"}},
		{"letters in brackets", "The Bureau of Tidal Affairs (BTA) met. Later the BTA left.", nil, []string{"Bureau of Tidal Affairs"}},
		{"letters in brackets for words that and joins", "The Guild of Bakers and Millers (GBM) met.", nil, []string{"Guild of Bakers and Millers"}},
		{"Ltd, the and &", "Quill & Ink Ltd closed. The Quill & Ink had debts.", nil, []string{"Quill & Ink Ltd"}},
		{"a post in capitals before a name", "Housing Committee Leader Ann Lee spoke. Prime Minister Okello left.", []string{"Ann Lee", "Okello"}, nil},
		{"a first name that speaks", "“No,” Bethan said. Bethan left.", []string{"Bethan"}, nil},
		{"places, days, headings and teams", "NEW ROADS FOR HEXLEY\n\nIn New York on Sunday the Carolina Comets won.\n\nLEEDS (Wire) - It rained.", nil, nil},
		{"an unknown name with an age", "Xanthe Quirke, 45, was there.", []string{"Xanthe Quirke"}, nil},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, f := find(tc.in)
			var persons, orgs []string
			for _, e := range f.Entities {
				if e.Kind == people.Person {
					persons = append(persons, e.Name)
				} else {
					orgs = append(orgs, e.Name)
				}
			}
			if !slices.Equal(persons, tc.persons) || !slices.Equal(orgs, tc.orgs) {
				t.Errorf("persons %q, bodies %q; want %q, %q", persons, orgs, tc.persons, tc.orgs)
			}
		})
	}
}

func TestRoles(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"before the name", "He met finance director Mary Jones.", "finance director"},
		{"with of", "The director of public health Mary Jones spoke.", "director of public health"},
		{"behind the name", "Mary Jones, the chief executive, spoke.", "chief executive"},
		{"with its body", "Mary Jones, Chief Executive, Hexley Council spoke.", "Chief Executive, Hexley Council"},
		{"before a comma", "Corporate Director for Children, Mary Jones, said so.", "Corporate Director for Children"},
		{"under a signature", "Mary Jones,\n\nLeader of the Council", "Leader of the Council"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			_, f := find(tc.in)
			for _, e := range f.Entities {
				for _, r := range e.Roles {
					if r.Text == tc.want {
						return
					}
				}
			}
			t.Errorf("no role %q in %+v", tc.want, f.Entities)
		})
	}
}

func TestWhoAPronounMeans(t *testing.T) {
	cases := []struct{ name, in, word, want string }{
		{"by gender", "Mary Jones came with Tom Field. She sat down. He did not.", "She", "Mary Jones"},
		{"by gender", "Mary Jones came with Tom Field. She sat down. He did not.", "He", "Tom Field"},
		{"the subject", "Tom Field wrote to Adam Lee. He was angry.", "He", "Tom Field"},
		{"the speaker before who is spoken of", "The charge against Adam Lee stands, Tom Field said. He would appeal.", "He", "Tom Field"},
		{"not the possessor", "Adam Lee’s brother Tom Field spoke. He was angry.", "He", "Tom Field"},
		{"not who is named in quoted words", "Tom Field spoke. “Ask what Adam Lee did,” he said.", "he", "Tom Field"},
		{"nor who is told", "Adam Lee was late. Tom Field told him.", "him", "Adam Lee"},
		{"by a role", "Xan Quirke, a mother of two, met Tom Field. She left.", "She", "Xan Quirke"},
		{"the company", "Quill & Ink Ltd opened. Hexley Council met. The company closed.", "The company", "Quill & Ink Ltd"},
		{"not the deputy", "Chairman Tom Field came. Ann Lee, vice chairman of the trust, left. The chairman spoke.", "The chairman", "Tom Field"},
		{"who was the deputy and is it now", "Tom Field, former chairman and chairman of the trust, came. Ann Lee left. The chairman spoke.", "The chairman", "Tom Field"},
		{"it said", "Hexley Council met. It was late, it said.", "it said", "Hexley Council"},
	}
	for _, tc := range cases {
		d, f := find(tc.in)
		k, ok := f.At(d.TokenAt(strings.Index(d.Text, tc.word)))
		if !ok || f.Entities[f.Mentions[k].Entity].Name != tc.want {
			t.Errorf("%s: %q in %q is not taken for %s", tc.name, tc.word, tc.in, tc.want)
		}
	}
}

func TestALastNameIsWhoFits(t *testing.T) {
	cases := []struct{ name, in, word, want string }{
		{"gender", "Mary Jones came. Tom Jones left. Ms Jones stayed.", "Ms Jones", "Mary Jones"},
		{"title", "Cllr Adam Jones came. Tom Jones left. Councillor Jones stayed.", "Councillor Jones", "Adam Jones"},
		{"the latest", "Adam Jones came. Tom Jones left. Then Jones slept.", "Jones slept", "Tom Jones"},
	}
	for _, tc := range cases {
		d, f := find(tc.in)
		k, ok := f.At(d.TokenAt(strings.Index(d.Text, tc.word)))
		if !ok || f.Entities[f.Mentions[k].Entity].Name != tc.want {
			t.Errorf("%s: %q is not taken for %s", tc.name, tc.word, tc.want)
		}
	}
}

func TestAMergeSaysWhy(t *testing.T) {
	d, f := find("Robert Finch spoke. Later Bob Finch left.")
	m := f.Entities[0].Merges
	if len(m) != 1 || m[0].Alias != "Bob Finch" || m[0].Span.Of(d.Text) != "Bob Finch" || m[0].Why == "" {
		t.Errorf("merges %+v", m)
	}
}

// Hostile texts only have to end: what is quadratic would not, at this size.
func TestHostileTextsEnd(t *testing.T) {
	const size = 2 << 20
	cases := map[string]func(i int) string{
		"marks that never close":    func(int) string { return "“ ( \" " },
		"one paragraph of capitals": func(int) string { return "Word " },
		"one last name":             func(i int) string { return fmt.Sprintf("Mary%d Smith said so. ", i) },
		"many last names":           func(i int) string { return fmt.Sprintf("Mary Smith%d, director, said he left. ", i) },
		"one name, many roles":      func(int) string { return "Mary Jones, the director, met the director. " },
		"initials":                  func(i int) string { return string(rune('A'+i%26)) + ". Smith and " },
		"titles":                    func(int) string { return "Mr. Dr " },
		"letters in brackets":       func(int) string { return "Alpha Beta (AB) " },
		"last names alone":          func(i int) string { return fmt.Sprintf("Mr Smith%d and Smith%d. ", i, i/2) },
		"pronouns":                  func(int) string { return "she he her " },
		"hyphens":                   func(int) string { return "Ann-Ann-" },
		"bodies that act":           func(i int) string { return fmt.Sprintf("Body%d said. Body%d said. ", i, i) },
	}
	for name, make := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var b strings.Builder
			for i := 0; b.Len() < size; i++ {
				b.WriteString(make(i))
			}
			done := time.AfterFunc(time.Minute, func() { panic(name + ": no end within a minute") })
			defer done.Stop()
			_, f := find(b.String())
			for k := range f.Mentions {
				f.RoleAt(f.Mentions[k])
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Mary Jones, director, said", "Cllr. A. B. C", "Dr", "the Mr of O’", "Mary Jones,\n\nLeader", "and and & Mary &", "The Guild of Bakers (GB) said “Tom Vale, Jr, he” it said", "Prime Minister Lee's SON É. Ó, 21,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, found := find(in)
		inside := func(sp text.Span) {
			t.Helper()
			if sp.Empty() || sp.Start < 0 || int(sp.End) > len(d.Text) || !utf8.RuneStart(d.Text[sp.Start]) || int(sp.End) < len(d.Text) && !utf8.RuneStart(d.Text[sp.End]) {
				t.Fatalf("span %+v in %q", sp, d.Text)
			}
		}
		last := 0
		for _, m := range found.Mentions {
			if m.First < last || m.End <= m.First || m.End > len(d.Tokens) || m.Entity < 0 || m.Entity >= len(found.Entities) || m.Span != d.SpanOf(m.First, m.End) {
				t.Fatalf("mention %+v in %q", m, d.Text)
			}
			inside(m.Span)
			last = m.End
		}
		for _, e := range found.Entities {
			if e.Name == "" || !utf8.ValidString(e.Name) {
				t.Fatalf("an entity called %q in %q", e.Name, d.Text)
			}
			at := 0
			for _, r := range e.Roles {
				inside(r.Span)
				if int(r.Span.Start) < at {
					t.Fatalf("roles out of order in %q", d.Text)
				}
				at = int(r.Span.Start)
			}
			for _, m := range e.Merges {
				inside(m.Span)
			}
		}
		if again := people.Find(d); !reflect.DeepEqual(again, found) {
			t.Fatalf("two answers for %q", d.Text)
		}
	})
}
