package command

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// call runs the program and returns its exit code and what it printed.
func call(t *testing.T, in string, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, streams{strings.NewReader(in), &o, &e})
	return code, o.String(), e.String()
}

// objects parses JSON Lines.
func objects(t *testing.T, s string) []map[string]any {
	t.Helper()
	var out []map[string]any
	for line := range strings.Lines(s) {
		var m map[string]any
		if err := json.Unmarshal([]byte(line), &m); err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		out = append(out, m)
	}
	return out
}

func TestExitCodesAndMessages(t *testing.T) {
	dir := t.TempDir()
	binary := filepath.Join(dir, "b.txt")
	if err := os.WriteFile(binary, []byte("\x7fELF\x00\x00\x00\x01"), 0o644); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name string
		args []string
		code int
		says string
	}{
		{"a listing", []string{"docs"}, exitOK, ""},
		{"a flag that is none", []string{"docs", "--colour"}, exitUsage, "unknown flag"},
		{"a command typed wrongly", []string{"quots"}, exitUsage, "did you mean the command quotes"},
		{"a path that is not there", []string{"docs", "nowhere"}, exitError, "there is no such file or folder"},
		{"an empty folder", []string{"docs", t.TempDir()}, exitError, "give a folder or files of text"},
		{"a binary file", []string{"docs", binary}, exitError, "it holds binary data"},
		{"a document that is not there", []string{"quotes", "--doc", "nobody"}, exitError, "no document is called"},
		{"a kind that is none", []string{"quotes", "--kind", "loud"}, exitUsage, "not a kind of quotation"},
		{"a date that is none", []string{"events", "--after", "soon"}, exitUsage, "is not a date"},
		{"words that could drive a terminal", []string{"docs", "no\x1b[31m"}, exitError, "␛[31m"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			code, _, errs := call(t, "", tc.args...)
			if code != tc.code || !strings.Contains(errs, tc.says) || strings.ContainsRune(errs, 0x1b) {
				t.Errorf("exit %d, %q; want %d and %q", code, errs, tc.code, tc.says)
			}
			if tc.code != exitOK && strings.Count(strings.TrimSpace(errs), "\n") > 1 {
				t.Errorf("more than a sentence and a hint: %q", errs)
			}
		})
	}
}

// fields of every listing, as promised.
var fields = map[string][]string{
	"docs":   {"doc", "title", "title_basis", "published", "source", "url", "format", "language", "words", "quotes", "events", "furniture", "similar", "reused"},
	"text":   {"doc", "text", "blocks"},
	"quotes": {"doc", "kind", "text", "spans", "quoted", "speakers", "cue", "also"},
	"people": {"name", "kind", "aliases", "roles", "mentions", "quotes"},
	"dates":  {"doc", "span", "text", "type", "value", "from", "to", "precision", "certain", "basis", "candidates"},
	"events": {"date", "headline", "status", "people", "sources"},
}

func TestEveryListingHasItsFieldsAndNoNullLists(t *testing.T) {
	mayBeNull := []string{"from", "to", "cue"}
	for name, want := range fields {
		t.Run(name, func(t *testing.T) {
			code, out, errs := call(t, "", name, "--json")
			if code != exitOK || errs != "" {
				t.Fatalf("exit %d, %s", code, errs)
			}
			all := objects(t, out)
			if len(all) == 0 {
				t.Fatal("nothing is listed")
			}
			for _, m := range all {
				if len(m) != len(want) {
					t.Fatalf("%d fields, want %d: %v", len(m), len(want), m)
				}
				for _, f := range want {
					if v, ok := m[f]; !ok || v == nil && !slices.Contains(mayBeNull, f) {
						t.Fatalf("field %s of %v", f, m)
					}
				}
			}
		})
	}
}

func TestSpansAreOffsetsIntoTheText(t *testing.T) {
	_, out, _ := call(t, "", "text", "--json")
	texts := map[string]string{}
	for _, m := range objects(t, out) {
		texts[m["doc"].(string)] = m["text"].(string)
	}
	words := func(doc string, v any) string {
		s := v.([]any)
		return texts[doc][int(s[0].(float64)):int(s[1].(float64))]
	}
	_, out, _ = call(t, "", "quotes", "--json")
	for _, q := range objects(t, out) {
		doc := q["doc"].(string)
		var parts []string
		for _, s := range q["spans"].([]any) {
			parts = append(parts, words(doc, s))
		}
		if got := strings.Join(parts, "\n"); got != q["text"] {
			t.Errorf("the spans say %q, the text %q", got, q["text"])
		}
		if q["kind"] == "direct" && len(q["quoted"].([]any)) != len(parts) {
			t.Errorf("quoted differs from spans: %v", q)
		}
		for _, s := range q["speakers"].([]any) {
			m := s.(map[string]any)
			if sp := m["span"]; sp != nil && words(doc, sp) != m["mention"] {
				t.Errorf("the mention %q stands at %q", m["mention"], words(doc, sp))
			}
		}
	}
	_, out, _ = call(t, "", "dates", "--json")
	for _, d := range objects(t, out) {
		if got := words(d["doc"].(string), d["span"]); got != d["text"] {
			t.Errorf("the span says %q, the text %q", got, d["text"])
		}
	}
}

func TestTheSameTwice(t *testing.T) {
	for name := range fields {
		_, a, _ := call(t, "", name, "--json")
		_, b, _ := call(t, "", name, "--json")
		if a != b {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}

func TestFiltersCombine(t *testing.T) {
	_, out, _ := call(t, "", "quotes", "--json", "--person", "freeman", "--kind", "direct", "--doc", "004")
	all := objects(t, out)
	if len(all) == 0 {
		t.Fatal("nothing is left")
	}
	for _, q := range all {
		if !strings.HasPrefix(q["doc"].(string), "004") || q["kind"] != "direct" {
			t.Errorf("%v passed the filters", q)
		}
	}
	_, out, _ = call(t, "", "events", "--json", "--after", "2022-05", "--before", "2022-05-16")
	for _, e := range objects(t, out) {
		if from := e["date"].(map[string]any)["from"].(string); from < "2022-05" || from > "2022-05-17" {
			t.Errorf("an event of %s passed", from)
		}
	}
}

func TestTheTextIsTheFile(t *testing.T) {
	in := "One line.\n\n“Another,” said Ann Lee – at 8pm.\n"
	if _, out, _ := call(t, in, "text", "-"); out != in {
		t.Errorf("text prints %q, want %q", out, in)
	}
}

func TestADigestWhereThereIsNoTerminal(t *testing.T) {
	code, out, _ := call(t, "")
	for _, want := range []string{"Documents", "What happened when", "Who said what", "16 May 2022 20:00"} {
		if code != exitOK || !strings.Contains(out, want) {
			t.Errorf("exit %d; %q is not in the digest", code, want)
		}
	}
	if strings.ContainsRune(out, 0x1b) {
		t.Error("the digest holds escape sequences")
	}
}

func TestTables(t *testing.T) {
	tb := table{columns: []column{{name: "NAME", shrink: true}, {name: "N", right: true}}, rows: [][]string{{"a rather long name of a thing", "7"}, {"short", "12"}}}
	cases := []struct {
		name  string
		width int
		want  string
	}{
		{"whole where output is no terminal", 0, "a rather long name of a thing   7\nshort                          12\n"},
		{"cut at the end of a word", 20, "NAME               N\na rather long…     7\nshort             12\n"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			var b bytes.Buffer
			if err := tb.write(&b, tc.width); err != nil {
				t.Fatal(err)
			}
			if b.String() != tc.want {
				t.Errorf("got\n%swant\n%s", b.String(), tc.want)
			}
		})
	}
}

func TestHelpNamesEveryCommand(t *testing.T) {
	var names []string
	for _, c := range newRoot(streams{}).Commands() {
		names = append(names, c.Name())
	}
	for _, want := range []string{"docs", "text", "quotes", "people", "dates", "events", "search", "version"} {
		if !slices.Contains(names, want) {
			t.Errorf("no command %s", want)
		}
	}
	if code, out, _ := call(t, "", "version"); code != exitOK || !strings.HasPrefix(out, "onrecord ") {
		t.Errorf("version prints %q", out)
	}
}
