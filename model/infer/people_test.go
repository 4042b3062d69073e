package infer_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"onrecord/model/infer"
	"onrecord/model/people"
	"onrecord/model/text"
)

func corpus(texts ...string) []infer.Document {
	var docs []infer.Document
	for i, s := range texts {
		d := text.Parse(text.Safe(s))
		docs = append(docs, infer.Document{ID: text.DocID(i), Text: d.Text, Blocks: d.Kept(), People: people.Find(d)})
	}
	return docs
}

func TestWhoIsOnePersonOverTheCorpus(t *testing.T) {
	cases := []struct {
		name   string
		texts  []string
		person string
		alias  string // merged into person, with a reason
		apart  bool   // or not
	}{
		{"a last name beside somebody both name", []string{"Mary Jones met Tom Field.", "Ms Jones thanked Tom Field."}, "Mary Jones", "Ms Jones", false},
		{"a last name and a title", []string{"Cllr Mary Jones left.", "Councillor Jones came."}, "Mary Jones", "Councillor Jones", false},
		{"a last name and nothing else", []string{"Mary Jones left.", "Ms Jones came."}, "Mary Jones", "Ms Jones", true},
		{"a last name of another gender", []string{"Mary Jones met Tom Field.", "Mr Jones thanked Tom Field."}, "Mary Jones", "Mr Jones", true},
		{"a last name of two", []string{"Mary Jones met Tom Field. Ann Jones left.", "Ms Jones thanked Tom Field."}, "Mary Jones", "Ms Jones", true},
		{"a nickname beside somebody both name", []string{"Robert Vale met Tom Field.", "Bob Vale thanked Tom Field."}, "Robert Vale", "Bob Vale", false},
		{"a nickname and nothing else", []string{"Robert Vale left.", "Bob Vale came."}, "Robert Vale", "Bob Vale", true},
		{"father and son", []string{"Tom Vale Sr met Ann Field.", "Tom Vale Jr thanked Ann Field."}, "Tom Vale Sr", "Tom Vale Jr", true},
		{"of two of a last name, the one of whom a pronoun speaks", []string{"Peter Vale met Tom Field. He left.", "Nora Vale met Tom Field. She left.", "Mayor Vale thanked Tom Field. She was glad of it."}, "Nora Vale", "Mayor Vale", false},
		{"not where the other is named in more documents", []string{"Nora Vale met Tom Field. She left.", "Peter Vale met Tom Field. He left.", "Peter Vale met Tom Field again. He left.", "Mayor Vale thanked Tom Field. She was glad of it."}, "Nora Vale", "Mayor Vale", true},
		{"but where a title says so", []string{"Nora Vale met Tom Field. She left.", "Peter Vale met Tom Field. He left.", "Peter Vale met Tom Field again. He left.", "Ms Vale thanked Tom Field."}, "Nora Vale", "Ms Vale", false},
		{"letters said to stand for a body", []string{"The BTA met.", "The Bureau of Tidal Affairs (BTA) met."}, "Bureau of Tidal Affairs", "BTA", false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			persons, _ := infer.People(corpus(tc.texts...))
			merged := false
			for _, p := range persons {
				if p.Name != tc.person {
					continue
				}
				for _, m := range p.Merges {
					merged = merged || m.Alias == tc.alias && m.Evidence != "" && !m.Ref.Span.Empty()
				}
			}
			if merged == tc.apart {
				t.Errorf("%q merged with %q: %v; %+v", tc.alias, tc.person, merged, persons)
			}
		})
	}
}

func TestAccentsAndMarksMakeNoOther(t *testing.T) {
	persons, of := infer.People(corpus("Siân O’Neill spoke.", "Sian O'Neill left."))
	if len(persons) != 1 || of[0][0] != of[1][0] {
		t.Errorf("%+v", persons)
	}
}

// A corpus of namesakes only has to end: what is quadratic would not.
func TestManyNamesakesEnd(t *testing.T) {
	done := time.AfterFunc(time.Minute, func() { panic("no end within a minute") })
	defer done.Stop()
	var texts []string
	for i := range 200 {
		var b strings.Builder
		for k := range 200 {
			fmt.Fprintf(&b, "Mary%d Smith, director of housing services, met Mr Brown%d and Sir Smith%d. ", i*200+k, k, i)
		}
		texts = append(texts, b.String())
	}
	infer.People(corpus(texts...))
}
