package command

import (
	"slices"
	"strings"
	"testing"
)

func TestSearchListsEachPlaceThatIsFound(t *testing.T) {
	in := "The harbour wall is old. Ann Lee said: “The wall of the harbour must go.”\n\nNobody spoke of the pier.\n"
	code, out, errs := call(t, in, "search", "harbour wall", "--json", "-")
	if code != exitOK || errs != "" {
		t.Fatalf("exit %d, %s", code, errs)
	}
	var words []string
	for _, m := range objects(t, out) {
		if len(m) != 4 || m["doc"] != "-" || m["score"].(float64) <= 0 {
			t.Errorf("a line holds %v", m)
		}
		s := m["span"].([]any)
		w := in[int(s[0].(float64)):int(s[1].(float64))]
		words = append(words, w)
		if !strings.Contains(m["snippet"].(string), w) {
			t.Errorf("%q is not in its snippet %q", w, m["snippet"])
		}
	}
	if want := []string{"harbour", "wall", "wall", "harbour"}; !slices.Equal(words, want) {
		t.Errorf("found %q, want %q", words, want)
	}
}

func TestSearchByFieldsAlone(t *testing.T) {
	_, out, _ := call(t, "", "search", "doc:003", "--json")
	all := objects(t, out)
	if len(all) != 1 || all[0]["span"] != nil || all[0]["snippet"] == "" || all[0]["score"].(float64) != 0 {
		t.Errorf("doc:003 lists %v", all)
	}
}

func TestSearchKeepsItsOrder(t *testing.T) {
	docs := func(args ...string) (out []string) {
		_, lines, _ := call(t, "", append([]string{"search", "council statement", "--json"}, args...)...)
		for _, m := range objects(t, lines) {
			out = append(out, m["doc"].(string))
		}
		return slices.Compact(out)
	}
	if got := docs(); !slices.IsSorted(got) || len(got) < 3 {
		t.Errorf("document order is %q", got)
	}
	if got := docs("--rank", "--limit", "2"); len(got) != 2 {
		t.Errorf("two of the best are %q", got)
	}
	if got := docs("--doc", "001"); len(got) != 1 {
		t.Errorf("--doc 001 leaves %q", got)
	}
}

func TestABadQueryIsNamedWithItsColumn(t *testing.T) {
	for query, says := range map[string]string{
		`wall "harbour`: "unclosed quote at column 6",
		"tag:mine":      "cannot be searched for yet",
		"before:soon":   "takes a date as 2022, 2022-05 or 2022-05-16, at column 8",
		"…":             "holds no word to look for at column 1",
	} {
		code, out, errs := call(t, "", "search", query)
		if code != exitUsage || out != "" || !strings.Contains(errs, says) {
			t.Errorf("%s: exit %d, %q %q", query, code, out, errs)
		}
	}
	if code, _, errs := call(t, "", "search"); code != exitUsage || !strings.Contains(errs, "search needs a query") {
		t.Errorf("no query: exit %d, %q", code, errs)
	}
	if code, out, errs := call(t, "", "search", "zyxwv"); code != exitOK || out != "" || !strings.Contains(errs, "nothing was found") {
		t.Errorf("nothing: exit %d, %q %q", code, out, errs)
	}
}

func TestSearchAsATable(t *testing.T) {
	code, out, _ := call(t, "One pier.\nThe harbour, and the harbour wall.\n", "search", "harbour", "-")
	if code != exitOK || out != "-            2  One pier. The harbour, and the harbour wall.\n" {
		t.Errorf("exit %d, %q", code, out)
	}
}
