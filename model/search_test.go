package model_test

import (
	"context"
	"testing"

	"onrecord/model"
	"onrecord/model/search"
)

func searched(t *testing.T, c *model.Corpus, query string) (docs map[string][]string) {
	t.Helper()
	q, err := search.Parse(query, search.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Search.Search(context.Background(), q, search.ByDocument, 0)
	if err != nil {
		t.Fatal(err)
	}
	docs = map[string][]string{}
	for _, h := range r.Hits {
		spans, err := r.Spans(context.Background(), h.Doc)
		if err != nil {
			t.Fatal(err)
		}
		d := c.Doc(h.Doc)
		docs[d.Name] = []string{}
		for _, s := range spans[0] {
			docs[d.Name] = append(docs[d.Name], s.Of(d.Text))
		}
	}
	return docs
}

func TestTheFieldsOfAQueryKnowTheCorpus(t *testing.T) {
	c := load(t, 0, baths)
	cases := []struct {
		name, query, doc string
		hits             int // 0: the document is not found
	}{
		{"what somebody said", `speaker:price "beyond economic repair"`, "01_closure.txt", 1},
		{"what another said", `speaker:okafor "beyond economic repair"`, "01_closure.txt", 0},
		{"inside quotations", `in:quotes "beyond economic repair"`, "01_closure.txt", 1},
		{"inside a statement given whole", `in:quotes "I know how much Tarn Baths means"`, "02_statement.md", 1},
		{"outside quotations", `-in:quotes "beyond economic repair"`, "01_closure.txt", 0},
		{"a document by its name", "doc:04_min minutes", "04_minutes.txt", 1},
		{"and no other", "doc:04_min pool", "01_closure.txt", 0},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			got := searched(t, c, tc.query)[tc.doc]
			if len(got) < tc.hits || tc.hits == 0 && len(got) > 0 {
				t.Errorf("%s finds %q in %s", tc.query, got, tc.doc)
			}
		})
	}
	if got := searched(t, c, "person:okafor")["01_closure.txt"]; len(got) < 2 {
		t.Errorf("person:okafor finds %q", got)
	}
	all, early := searched(t, c, "year:2018 OR after:1900"), searched(t, c, "before:1900")
	if len(all) == 0 || len(early) > 0 {
		t.Errorf("%d documents are dated, %d before 1900", len(all), len(early))
	}
}
