package source_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"onrecord/model/source"
)

// tree writes files under a new folder; names that end with / are folders.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(body), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read lists and reads everything, and returns the names in order.
func read(t *testing.T, opt source.Options) (names []string, docs []source.Document, problems []source.Problem) {
	t.Helper()
	entries, problems, err := source.List(context.Background(), opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		d, p := e.Read()
		problems = append(problems, p...)
		docs = append(docs, d...)
		for _, x := range d {
			names = append(names, x.Name)
		}
	}
	return names, docs, problems
}

func TestNamesAndOrder(t *testing.T) {
	dir := tree(t, map[string]string{"b.txt": "b", "a.md": "a", "sub/c.txt": "c", ".hidden.txt": "x", ".git/d.txt": "x", "picture.png": "x", "README": "r"})
	names, docs, _ := read(t, source.Options{Paths: []string{dir}})
	if want := []string{"README", "a.md", "b.txt", "sub/c.txt"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	if docs[1].Format != "markdown" || docs[2].Format != "text" {
		t.Errorf("formats %q and %q", docs[1].Format, docs[2].Format)
	}
}

func TestSeveralPathsAreTold(t *testing.T) {
	one, two := tree(t, map[string]string{"x/a.txt": "a"}), tree(t, map[string]string{"x/a.txt": "b"})
	names, _, _ := read(t, source.Options{Paths: []string{filepath.Join(one, "x"), filepath.Join(two, "x")}})
	if want := []string{"x/a.txt", "x~2/a.txt"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
}

func TestASingleFileAndStandardInput(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "a"})
	names, _, _ := read(t, source.Options{Paths: []string{filepath.Join(dir, "a.txt")}})
	if !slices.Equal(names, []string{"a.txt"}) {
		t.Errorf("names %q", names)
	}
	names, docs, _ := read(t, source.Options{Paths: []string{"-"}, Stdin: strings.NewReader("words")})
	if !slices.Equal(names, []string{"-"}) || docs[0].Text != "words" {
		t.Errorf("names %q, documents %+v", names, docs)
	}
}

func TestLinksDoNotLeadOut(t *testing.T) {
	outside := tree(t, map[string]string{"secret.txt": "secret"})
	dir := tree(t, map[string]string{"a.txt": "a"})
	if err := os.Symlink(filepath.Join(outside, "secret.txt"), filepath.Join(dir, "out.txt")); err != nil {
		t.Skip("no links here")
	}
	if err := os.Symlink(dir, filepath.Join(dir, "loop")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("a.txt", filepath.Join(dir, "in.txt")); err != nil {
		t.Fatal(err)
	}
	names, docs, _ := read(t, source.Options{Paths: []string{dir}})
	for _, d := range docs {
		if d.Text == "secret" {
			t.Error("a link led out of the folder")
		}
	}
	if !slices.Contains(names, "a.txt") || !slices.Contains(names, "in.txt") {
		t.Errorf("names %q, want a.txt and the link to it", names)
	}
}

func TestANameThatIsNotUTF8(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a\xff.txt"), []byte("words"), 0o644); err != nil {
		t.Skip("no such names here")
	}
	names, docs, problems := read(t, source.Options{Paths: []string{dir}})
	if len(docs) != 1 || docs[0].Text != "words" || names[0] != "a\ufffd.txt" {
		t.Errorf("names %q, problems %+v", names, problems)
	}
}

func TestNothingToRead(t *testing.T) {
	_, _, err := source.List(context.Background(), source.Options{Paths: []string{t.TempDir()}})
	if !errors.Is(err, source.ErrNothing) {
		t.Errorf("an empty folder: %v", err)
	}
	_, _, err = source.List(context.Background(), source.Options{Paths: []string{"no\x1b[31msuch"}})
	if err == nil || strings.ContainsRune(err.Error(), 0x1b) || !strings.Contains(err.Error(), "no such file") {
		t.Errorf("a missing path: %q", err)
	}
}

func TestNotesOfTheFolder(t *testing.T) {
	dir := tree(t, map[string]string{
		"a.txt": "a", "b.txt": "b",
		"onrecord.toml": "[[document]]\npath = \"a.txt\"\ntitle = \"One\\u001b[31m\"\npublished = 2022-05-13\nsource = \"The Weekly\"\n\n[[document]]\npath = \"gone.txt\"\n",
	})
	_, docs, problems := read(t, source.Options{Paths: []string{dir}})
	if m := docs[0].Meta; m.Title != "One␛[31m" || m.Published != "2022-05-13" || m.Source != "The Weekly" || !m.FromNotes {
		t.Errorf("notes %+v", m)
	}
	if docs[1].Meta != (source.Meta{}) {
		t.Errorf("b.txt has notes: %+v", docs[1].Meta)
	}
	if len(problems) != 1 || !strings.Contains(problems[0].Reason, "gone.txt") {
		t.Errorf("problems %+v, want one of gone.txt", problems)
	}
}

func TestBrokenNotesNameTheLine(t *testing.T) {
	dir := tree(t, map[string]string{"a.txt": "a", "onrecord.toml": "[[document]]\npath = \"a.txt\"\ntitle = broken\n"})
	names, _, problems := read(t, source.Options{Paths: []string{dir}})
	if len(names) != 1 || len(problems) != 1 || !strings.Contains(problems[0].Reason, "line 3") {
		t.Errorf("names %q, problems %+v", names, problems)
	}
}

func TestTheBuiltInCorpus(t *testing.T) {
	names, _, _ := read(t, source.Options{Builtin: fstest.MapFS{"b.txt": {Data: []byte("b")}, "a.txt": {Data: []byte("a")}}})
	if !slices.Equal(names, []string{"a.txt", "b.txt"}) {
		t.Errorf("names %q", names)
	}
}

func FuzzNotes(f *testing.F) {
	f.Add("[[document]]\npath = \"a.txt\"\npublished = 2022-05-13\n")
	f.Add("[[document]]\npath = \"\\u001b\"\n")
	f.Fuzz(func(t *testing.T, s string) {
		fsys := fstest.MapFS{"a.txt": {Data: []byte("a")}, "onrecord.toml": {Data: []byte(s)}}
		entries, problems, err := source.List(context.Background(), source.Options{Builtin: fsys})
		if err != nil || len(entries) != 1 {
			t.Fatalf("%d entries, %v", len(entries), err)
		}
		for _, p := range problems {
			if strings.ContainsAny(p.Name+p.Reason, "\x1b\n\r") {
				t.Fatalf("problem %q", p)
			}
		}
	})
}
