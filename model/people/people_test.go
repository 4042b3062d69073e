package people_test

import (
	"slices"
	"strings"
	"testing"

	"onrecord/model/people"
	"onrecord/model/text"
)

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
	d, f := find("Mary Jones came with Tom Field. She sat down. He did not.")
	for word, want := range map[string]string{"She": "Mary Jones", "He": "Tom Field"} {
		k, ok := f.At(d.TokenAt(strings.Index(d.Text, word+" ")))
		if !ok || f.Entities[f.Mentions[k].Entity].Name != want {
			t.Errorf("%s is not taken for %s", word, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Mary Jones, director, said", "Cllr. A. B. C", "Dr", "the Mr of O’", "Mary Jones,\n\nLeader", "and and & Mary &"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		d, found := find(in)
		last := 0
		for _, m := range found.Mentions {
			if m.First < last || m.End <= m.First || m.End > len(d.Tokens) || m.Entity < 0 || m.Entity >= len(found.Entities) {
				t.Fatalf("mention %+v in %q", m, d.Text)
			}
			last = m.End
		}
		for _, e := range found.Entities {
			if e.Name == "" {
				t.Fatalf("an entity without a name in %q", d.Text)
			}
			for _, r := range e.Roles {
				if r.Span.End > len(d.Text) || r.Span.Empty() {
					t.Fatalf("role %+v", r)
				}
			}
		}
	})
}
