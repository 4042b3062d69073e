package fuzzy_test

import (
	"slices"
	"testing"
	"unicode/utf8"

	"onrecord/ui/fuzzy"
)

func score(query, text string) (int, bool) {
	q := fuzzy.Parse(query)
	k := fuzzy.KeyOf(text)
	return q.Score(k, fuzzy.MaskOf(k))
}

func TestWhatIsFound(t *testing.T) {
	cases := []struct {
		name, query, text string
		found             bool
	}{
		{"nothing asked for", "", "anything", true},
		{"a word", "panorama", "The Panorama episode was aired", true},
		{"the beginnings of words", "dfree", "Darryl Freeman", true},
		{"initials", "hcc", "Herefordshire County Council", true},
		{"words in any order", "freeman darryl", "Darryl Freeman", true},
		{"a word that is not there", "darryl brown", "Darryl Freeman", false},
		{"letters left out of one word", "pnrm", "Panorama", true},
		{"letters strewn over a sentence", "grks", "A report given out among the clerks and farmers", false},
		{"letters on in another word that they do not begin", "free", "A statement from the council", false},
		{"letters of one word and the beginning of another", "pano", "A planned visit of ours", false},
		{"the beginning of a word that could go on", "dad", "da ad", true},
		{"letters on in the same word", "cncl", "the county council", true},
		{"accents not typed", "cafe", "Le Café", true},
		{"accents typed", "café", "The cafe", true},
		{"typographic marks", "children's", "children’s services", true},
		{"capitals", "BBC", "a bbc film", true},
		{"another script", "москва", "Город Москва", true},
		{"another word of that script", "киев", "Город Москва", false},
		{"letters in the wrong order", "ba", "ab", false},
		{"a query longer than the text", "abcdef", "abc", false},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if _, ok := score(tc.query, tc.text); ok != tc.found {
				t.Errorf("%q in %q: %v, want %v", tc.query, tc.text, ok, tc.found)
			}
		})
	}
}

func TestWhichIsBetter(t *testing.T) {
	cases := []struct{ name, query, better, worse string }{
		{"a word over the inside of one", "art", "An art gallery", "A party"},
		{"a whole word over the beginning of one", "plan", "The plan", "The planets"},
		{"a run over letters apart", "coun", "town council", "committee of union"},
		{"the beginning of the text", "next", "next date", "the next date"},
		{"initials over the insides", "pd", "pane down", "upped"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			a, _ := score(tc.query, tc.better)
			if b, ok := score(tc.query, tc.worse); ok && b >= a {
				t.Errorf("%q: %q has %d, %q %d", tc.query, tc.better, a, tc.worse, b)
			}
		})
	}
}

func TestWhereTheWordsWereFound(t *testing.T) {
	const name, also, beside = "Cabinet office of the county", "Diana Reed", "chair of Millbrook"
	cases := []struct {
		name, query string
		want        fuzzy.Class
	}{
		{"the whole name", "cabinet office of the county", fuzzy.AsName},
		{"its words in another order", "office cabinet of the county", fuzzy.InName},
		{"a word", "office", fuzzy.InName},
		{"what begins one", "cab", fuzzy.InName},
		{"another name", "diana", fuzzy.InOtherName},
		{"the name, and another", "cabinet reed", fuzzy.InOtherName},
		{"the inside of a word of the name", "binet", fuzzy.PartName},
		{"what stands beside", "chair", fuzzy.Aside},
		{"the name, and what stands beside", "cabinet mill", fuzzy.Aside},
		{"the inside of another name", "iana", fuzzy.PartAside},
		{"the inside of what stands beside", "brook", fuzzy.PartAside},
		{"single letters of the name", "cbnt", fuzzy.StrewnName},
		{"single letters of what stands beside", "mllbrk", fuzzy.Strewn},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			k := fuzzy.KeyOf(name + " " + also + " " + beside)
			q := fuzzy.Parse(tc.query)
			got, _, ok := q.Rank(k, fuzzy.MaskOf(k), fuzzy.Parts{Name: int32(len(name)), Names: int32(len(name + " " + also))})
			if !ok || got != tc.want {
				t.Errorf("%q is %d, found: %v; want %d", tc.query, got, ok, tc.want)
			}
		})
	}
}

func TestWhichLettersMatch(t *testing.T) {
	cases := []struct {
		name, query, text, want string
	}{
		{"a word", "free", "Darryl Freeman", "       ^^^^"},
		{"beginnings of words, not the first letters that come", "df", "Dad Freeman", "^   ^"},
		{"behind letters of two bytes", "caf", "Le Café’s café", "   ^^^"},
		{"two words", "man dar", "Darryl Freeman", "^^^        ^^^"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			q := fuzzy.Parse(tc.query)
			got := []byte{}
			at := q.Places(fuzzy.KeyOf(tc.text))
			slices.Sort(at)
			for _, i := range at {
				for len(got) < i {
					got = append(got, ' ')
				}
				got = append(got, '^')
			}
			if string(got) != tc.want {
				t.Errorf("%s\n%s\nwant\n%s", tc.text, got, tc.want)
			}
		})
	}
}

// Whatever is typed: what is found has all its letters where they are said to
// stand, and the mask never hides it.
func FuzzPlaces(f *testing.F) {
	f.Add("dfree", "Darryl Freeman")
	f.Add("çé x", "Ça Été xx")
	f.Add("a b", "\xff\n a b")
	f.Fuzz(func(t *testing.T, query, text string) {
		q, k := fuzzy.Parse(query), fuzzy.KeyOf(text)
		if len(k) != utf8.RuneCountInString(text) {
			t.Fatalf("%d bytes for %d runes", len(k), utf8.RuneCountInString(text))
		}
		_, ok := q.Score(k, fuzzy.MaskOf(k))
		for _, i := range q.Places(k) {
			if i < 0 || i >= len(k) {
				t.Fatalf("place %d of %d (found: %v)", i, len(k), ok)
			}
		}
	})
}

// What is passed over before places are weighed has no places.
func FuzzPassedOver(f *testing.F) {
	f.Add("dad", "da ad")
	f.Add("pnrm", "the panorama of norms")
	f.Fuzz(func(t *testing.T, term, text string) {
		k, q := fuzzy.KeyOf(text), fuzzy.KeyOf(term)
		if len(q) < 2 || len(q) > 40 || len(k) > 180 {
			t.Skip()
		}
		for _, inWord := range []bool{true, false} {
			if over, can := fuzzy.PassedOver(k, q, inWord), fuzzy.CanBe(k, q, inWord); over && can {
				t.Errorf("%q in %q (one word: %v): passed over %v, can be %v", q, k, inWord, over, can)
			}
		}
	})
}

func BenchmarkScore(b *testing.B) {
	k := fuzzy.KeyOf("The council’s cabinet approved £11.49m for the improvement of its children’s services")
	m := fuzzy.MaskOf(k)
	for name, query := range map[string]string{"a letter": "c", "a word": "approved", "letters": "cabapp", "not there": "xylophone"} {
		b.Run(name, func(b *testing.B) {
			q := fuzzy.Parse(query)
			for b.Loop() {
				q.Score(k, m)
			}
		})
	}
}

func TestLettersWithMarksAreFoundWithout(t *testing.T) {
	if n := len(fuzzy.Latin); n != 0x180-0xc0 {
		t.Fatalf("the table has %d letters", n)
	}
	for marked, plain := range map[string]string{"À": "a", "ß": "s", "ÿ": "y", "Ā": "a", "ő": "o", "Ŵ": "w", "ž": "z", "ĳ": "i", "Ł": "l", "Ń": "n", "Š": "s"} {
		if got := string(fuzzy.KeyOf(marked)); got != plain {
			t.Errorf("%s is taken as %q, want %q", marked, got, plain)
		}
	}
}
