package search

import (
	"context"
	"errors"
	"slices"
	"sort"
	"strings"
	"testing"
	"time"

	"onrecord/model/text"
)

// corpus indexes texts, a segment each time that cut says so.
func corpus(texts []string, f Fields, cut func(i int) bool) *Snapshot {
	var b Builder
	for i, s := range texts {
		b.Add(Index(s))
		if cut != nil && cut(i) {
			b.seal()
		}
	}
	return b.Snapshot().With(f)
}

// Text returns the text of a document.
func (s *Snapshot) Text(id text.DocID) string {
	i := sort.Search(len(s.segments), func(i int) bool { return s.segments[i].first > int(id) })
	return s.segments[i-1].texts[int(id)-s.segments[i-1].first]
}

// find returns the hits of a query: document number and the words found.
func find(t *testing.T, s *Snapshot, query string, opt Options) map[int][]string {
	t.Helper()
	q, err := Parse(query, opt)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	r, err := s.Search(context.Background(), q, ByDocument, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := map[int][]string{}
	for _, h := range r.Hits {
		spans, err := r.Spans(context.Background(), h.Doc)
		if err != nil {
			t.Fatal(err)
		}
		words := []string{}
		for _, sp := range spans[0] {
			words = append(words, sp.Of(s.Text(h.Doc)))
		}
		out[int(h.Doc)] = words
	}
	return out
}

func TestWhatAQueryFinds(t *testing.T) {
	texts := []string{
		"Cllr O’Neill didn't vote. Ann Rhodes-White did, at 11.49 in the U.S. embassy.",
		"The harbour wall is old; the wall of the harbour is older.",
		"Café Müller paid £1,000 – the cafe’s owner, Mr. Muller, said: “Naïve? Résumé!”",
		"A resume of the harbor works: 7.30pm, BBC1, ß and Straße, cœur, ﬁne.",
		"co\u00adoperation and co-operation; well-known, well known; 東京都庁",
	}
	s := corpus(texts, nil, nil)
	cases := []struct {
		name, query string
		want        map[int][]string
	}{
		{"a word, whatever its case", "HARBOUR", map[int][]string{1: {"harbour", "harbour"}}},
		{"all words", "wall ann", map[int][]string{}},
		{"either word", "cllr OR older", map[int][]string{0: {"Cllr"}, 1: {"older"}}},
		{"without a word", "harbour -wall", map[int][]string{}},
		{"no word is too common", "the -harbour NOT owner works", map[int][]string{3: {"the", "works"}}},
		{"a name with an apostrophe, whole", "O'Neill", map[int][]string{0: {"O’Neill"}}},
		{"and by part", "neill", map[int][]string{0: {"Neill"}}},
		{"a name with a hyphen, whole", "rhodes–white", map[int][]string{0: {"Rhodes-White"}}},
		{"and by part", "white", map[int][]string{0: {"White"}}},
		{"a negation, by either apostrophe", "didn’t", map[int][]string{0: {"didn't"}}},
		{"a possessive is its word", "cafe's", map[int][]string{2: {"cafe’s"}}},
		{"a number with a stop", "11.49", map[int][]string{0: {"11.49"}}},
		{"which is not another", "1.49", map[int][]string{}},
		{"a number with a comma", "1,000", map[int][]string{2: {"1,000"}}},
		{"initials", "u.s.", map[int][]string{0: {"U.S"}}},
		{"a number and what is written behind it", "7.30pm", map[int][]string{3: {"7.30pm"}}},
		{"letters behind a number", "pm", map[int][]string{3: {"pm"}}},
		{"no accents find all", "resume", map[int][]string{2: {"Résumé"}, 3: {"resume"}}},
		{"accents find themselves", "résume", map[int][]string{2: {"Résumé"}}},
		{"accents in a beginning", "mü*", map[int][]string{2: {"Müller"}}},
		{"no accents in a beginning", "mul*", map[int][]string{2: {"Müller", "Muller"}}},
		{"letters written as one", "strasse coeur fine", map[int][]string{3: {"Straße", "cœur", "ﬁne"}}},
		{"and typed as one", "straße", map[int][]string{3: {"Straße"}}},
		{"a soft hyphen is not seen", "cooperation", map[int][]string{4: {"co\u00adoperation"}}},
		{"a hyphen is a blank", "well-known", map[int][]string{4: {"well-known", "well known"}}},
		{"signs without blanks", "京都", map[int][]string{4: {"京都"}}},
		{"a phrase", `"the harbour"`, map[int][]string{1: {"The harbour", "the harbour"}}},
		{"a phrase runs over marks", `“old the wall”`, map[int][]string{1: {"old; the wall"}}},
		{"a phrase with a whole word in it", `"Neill didn't vote"`, map[int][]string{0: {"Neill didn't vote"}}},
		{"a phrase with a beginning", `"harbour wa*"`, map[int][]string{1: {"harbour wall"}}},
		{"words near one another, either order", `"harbour wall"~2`, map[int][]string{1: {"harbour wall", "wall of the harbour"}}},
		{"not so near", `"harbour wall"~1`, map[int][]string{1: {"harbour wall"}}},
		{"one word twice", `"wall wall"~9`, map[int][]string{1: {"wall is old; the wall"}}},
		{"one letter more", "harbour~1", map[int][]string{1: {"harbour", "harbour"}, 3: {"harbor"}}},
		{"two letters changed places", "habrour~1", map[int][]string{1: {"harbour", "harbour"}}},
		{"a beginning is part of a word", "o*", map[int][]string{0: {"O"}, 1: {"old", "of", "older"}, 2: {"owner"}, 3: {"of"}, 4: {"operation"}}},
		{"groups", "(wall OR works) (old OR pm)", map[int][]string{1: {"wall", "old", "wall"}, 3: {"works", "pm"}}},
		{"only what matched is shown", "(wall cllr) OR harbour", map[int][]string{1: {"harbour", "harbour"}}},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := find(t, s, tc.query, Options{})
			if len(got) != len(tc.want) {
				t.Fatalf("%s found %v, want %v", tc.query, got, tc.want)
			}
			for d, w := range tc.want {
				if !slices.Equal(got[d], w) {
					t.Errorf("%s found %q in %d, want %q", tc.query, got[d], d, w)
				}
			}
		})
	}
}

func TestTheBestFirst(t *testing.T) {
	s := corpus([]string{
		strings.Repeat("The meeting went on about other things. ", 20) + "Harbour.",
		"The harbour, and the harbour wall.",
		"Nothing here.",
		"The harbour, at last.",
	}, nil, nil)
	q, _ := Parse("harbour", Options{})
	r, err := s.Search(context.Background(), q, ByRank, 0)
	if err != nil {
		t.Fatal(err)
	}
	var got []text.DocID
	for i, h := range r.Hits {
		got = append(got, h.Doc)
		if i > 0 && h.Score > r.Hits[i-1].Score || h.Score <= 0 {
			t.Errorf("scores %v", r.Hits)
		}
	}
	if !slices.Equal(got, []text.DocID{1, 3, 0}) {
		t.Errorf("ranked %v", got)
	}
	if r, _ = s.Search(context.Background(), q, ByRank, 2); len(r.Hits) != 2 || r.Total != 3 {
		t.Errorf("%d hits of %d, want 2 of 3", len(r.Hits), r.Total)
	}
}

func TestAStaleSearchStops(t *testing.T) {
	s := corpus([]string{"the harbour wall"}, nil, nil)
	q, _ := Parse(`"harbour wall" OR t*`, Options{})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := s.Search(ctx, q, ByRank, 0); err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

func TestSnippets(t *testing.T) {
	const words = "One two three four five six seven.\n\nEight nine ten eleven twelve thirteen fourteen fifteen."
	at := func(w string) text.Span {
		i := strings.Index(words, w)
		return text.Between(i, i+len(w))
	}
	cases := []struct {
		name  string
		hits  []text.Span
		width int
		want  string
	}{
		{"no hit: the beginning", nil, 20, "One two three four…"},
		{"a hit at the beginning", []text.Span{at("One")}, 20, "[One] two three four…"},
		{"a hit over two lines", []text.Span{{Start: at("seven").Start, End: at("Eight").End}}, 30, "…six [seven. Eight] nine ten…"},
		{"a hit at the end", []text.Span{at("fifteen")}, 24, "…fourteen [fifteen]."},
		{"where most hits are", []text.Span{at("One"), at("nine"), at("eleven")}, 30, "Eight [nine] ten [eleven] twelve…"},
		{"all of it", []text.Span{at("two")}, 200, "One [two] three four five six seven. Eight nine ten eleven twelve thirteen fourteen fifteen."},
		{"a hit longer than the snippet", []text.Span{{Start: 0, End: 40}}, 12, "[One two]…"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := MakeSnippet(words, tc.hits, tc.width)
			s := got.Text
			for _, m := range slices.Backward(got.Marks) {
				s = s[:m.Start] + "[" + s[m.Start:m.End] + "]" + s[m.End:]
			}
			if s != tc.want {
				t.Errorf("got  %q\nwant %q", s, tc.want)
			}
		})
	}
}

func TestASnippetBeginsWithItsSentence(t *testing.T) {
	cases := []struct{ name, before, want string }{
		{"behind a stop", "The wall fell in the spring. Nobody saw the ", "Nobody saw the "},
		{"behind a quote mark that closes", "“It fell in the spring.” She says the ", "She says the "},
		{"behind a bracket that closes", "It fell (as was told). She says the ", "She says the "},
		{"behind a question", "Who saw it fall? The keeper of the ", "The keeper of the "},
		{"behind a blank line", "minutes of the board\n\nwalls of the ", "walls of the "},
		{"not behind a title", "It was the wish of Capt. Lee that the ", "…that the "},
		{"not behind an initial", "It was the wish of J. Lee that the ", "…that the "},
		{"not where a line ends", "It was the wish of the\nBoard that the ", "…that the "},
		{"not when it is far off", "It was the wish of all who live by it that the ", "…that the "},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			s := tc.before + "harbour before it was a harbour should be closed to all"
			got := MakeSnippet(s, []text.Span{text.Between(len(tc.before), len(tc.before)+len("harbour"))}, 36)
			if before := got.Text[:got.Marks[0].Start]; before != tc.want {
				t.Errorf("before the hit stands %q, want %q", before, tc.want)
			}
		})
	}
}

// What is not written between blanks is cut where its signs part.
func TestASnippetOfALongString(t *testing.T) {
	cases := []struct{ name, s, hit, want string }{
		{"an address", "https://example.org/minutes/Harbour_Council_letter_of_the_spring.html", "Council", "…_[Council]_letter_…"},
		{"signs of a script without blanks", "港の壁は春に崩れたが誰も見ていなかったと港長は述べた", "誰", "港の壁は春に崩れたが[誰]も見ていなかっ…"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			i := strings.Index(tc.s, tc.hit)
			got := MakeSnippet(tc.s, []text.Span{text.Between(i, i+len(tc.hit))}, 20)
			m := got.Marks[0]
			if s := got.Text[:m.Start] + "[" + got.Text[m.Start:m.End] + "]" + got.Text[m.End:]; s != tc.want {
				t.Errorf("got %q, want %q", s, tc.want)
			}
		})
	}
}

// A query that is written to take long ends with what it found, or by the context
// at its next look at it: 64 times one word, near one another, in a text of nothing
// else.
func TestAHostileQueryEnds(t *testing.T) {
	word := strings.Repeat("the ", 20000)
	s := corpus([]string{word, strings.Repeat("a.b.c ", 5000)}, nil, nil)
	for _, query := range []string{
		`"` + strings.Repeat("the ", maxPhrase) + `"~100`, `"` + strings.Repeat("the ", maxPhrase) + `"`,
		`"` + strings.Repeat("a~2 ", maxPhrase) + `"`, `"` + strings.Repeat("a~2 t* ", maxPhrase/2) + `"~100`,
		strings.Repeat("(", maxDepth) + "the" + strings.Repeat(")", maxDepth),
	} {
		q, err := Parse(query, Options{})
		if err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
		_, err = s.Search(ctx, q, ByRank, 0)
		cancel()
		if err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%.20s… failed: %v", query, err)
		}
	}
}
