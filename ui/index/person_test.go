package index_test

import (
	"context"
	"testing"
	"testing/fstest"

	"onrecord/model"
	"onrecord/model/source"
	"onrecord/model/when"
	"onrecord/ui/index"
)

// indexOf is the index of some documents, by the names of their files.
func indexOf(t *testing.T, files map[string]string) *index.Index {
	t.Helper()
	fs := fstest.MapFS{}
	for name, words := range files {
		fs[name] = &fstest.MapFile{Data: []byte(words)}
	}
	c, err := model.Load(context.Background(), model.Options{Options: source.Options{Builtin: fs}, Today: when.DayOf(2026, 11, 23)}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return index.New(c)
}

func TestWhatAPersonSaidIsCountedAsItIsListed(t *testing.T) {
	const long, other = "“We mended every roof on the harbour side before the rain came,”", "“There was never any money left over for the roofs of the school,”"
	const short = "“Not true,”"
	cases := []struct {
		name  string
		files map[string]string
		want  int
	}{
		{"the same words in two documents are one", map[string]string{"a.txt": long + " said Nora Field.", "b.txt": long + " said Nora Field."}, 1},
		{"set with other marks and in capitals too", map[string]string{"a.txt": long + " said Nora Field.", "b.txt": "“WE mended every roof, on the harbour side, before the rain came”, said Nora Field."}, 1},
		{"few words are an utterance wherever they stand", map[string]string{"a.txt": short + " said Nora Field.", "b.txt": short + " said Nora Field."}, 2},
		{"other words are another", map[string]string{"a.txt": long + " said Nora Field.", "b.txt": other + " said Nora Field."}, 2},
		{"twice in one document is one", map[string]string{"a.txt": long + " said Nora Field.\n\nLater it was put so again. " + long + " said Nora Field."}, 1},
		{"somebody else’s is not theirs", map[string]string{"a.txt": long + " said Nora Field.", "b.txt": "Nora Field came. " + other + " said Peter Lamb."}, 1},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			x := indexOf(t, tc.files)
			i := x.PersonNamed(0, "Nora Field")
			if i < 0 {
				t.Fatal("nobody is called so")
			}
			listed := len(x.PageOf(index.Filter{index.ByPerson{Called: "Nora Field"}}).Spoken)
			if got := x.People[i].Quotes; got != tc.want || listed != tc.want {
				t.Errorf("%d are counted and %d listed, want %d", got, listed, tc.want)
			}
		})
	}
	for i, x := 0, seedsIndex(t); i < len(x.People); i++ {
		p := &x.People[i]
		if listed := len(x.PageOf(index.Filter{index.ByPerson{Kind: p.Kind, Called: p.Name}}).Spoken); p.Quotes != listed {
			t.Errorf("%s: %d are counted, %d listed", p.Name, p.Quotes, listed)
		}
	}
}
