package main_test

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Who may know whom: docs/HOUSE.md says why.
func TestImportRules(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	imports := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		imports[f[0]] = f[1:]
	}
	// may lists the packages of the module that a package may import; those not
	// listed follow the rules of their folder below.
	may := map[string][]string{
		"onrecord/model/text":     {},
		"onrecord/model/people":   {"model/text"},
		"onrecord/model/when":     {"model/text"},
		"onrecord/model/parallel": {},
		"onrecord/model/reuse":    {"model/text", "model/parallel"},
		"onrecord/model/memory":   {},
		"onrecord/model/search":   {"model/text", "model/parallel", "model/memory"},
		"onrecord/model/source":   {"model/text"},
		"onrecord/model/quote":    {"model/text", "model/people"},
		"onrecord/model/event":    {"model/text", "model/when", "model/people"},
		"onrecord/model/infer":    {"model/text", "model/people", "model/quote", "model/when", "model/event", "model/reuse", "model/parallel"},
		"onrecord/ui/layout":      {},
		"onrecord/ui/theme":       {},
		"onrecord/ui/keymap":      {},
		"onrecord/ui/fuzzy":       {"model/text"},
		"onrecord/ui/picker":      {"model/text", "ui/fuzzy", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
		"onrecord/ui/pane":        {"model/text", "ui/keymap"},
		"onrecord/ui/dialog":      {"ui/keymap", "ui/pane", "ui/theme"},
		"onrecord/ui/filters":     {"model/event", "model/people", "model/quote", "ui/index", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
		"onrecord/ui/documents":   {"model", "model/text", "ui/index", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
		"onrecord/ui/reader":      {"model", "model/search", "model/text", "model/quote", "model/when", "ui/index", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
		"onrecord/ui/quotes":      {"model", "model/text", "model/quote", "ui/index", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
		"onrecord/ui/events":      {"model", "model/text", "model/event", "model/when", "ui/index", "ui/keymap", "ui/pane", "ui/say", "ui/theme"},
	}
	for pkg, list := range imports {
		for _, i := range list {
			if strings.HasPrefix(pkg, "onrecord/model") && (strings.HasPrefix(i, "onrecord/ui") || strings.HasPrefix(i, "charm.land/") || strings.Contains(i, "charmbracelet")) {
				t.Errorf("%s imports %s: the model knows nothing of the screen", pkg, i)
			}
			allowed, ruled := may[pkg]
			if !ruled || !strings.HasPrefix(i, "onrecord/") {
				continue
			}
			ok := false
			for _, a := range allowed {
				ok = ok || i == "onrecord/"+a
			}
			if !ok {
				t.Errorf("%s imports %s, which it may not know", pkg, i)
			}
		}
	}
	for pkg := range may {
		if _, ok := imports[pkg]; !ok {
			t.Errorf("the rules name %s, which is not there", pkg)
		}
	}
}

// Rows are measured as the terminal counts cells, which pane.Measure is told: a width
// from elsewhere would shift what stands behind ❤️. The listings go to no screen.
func TestOnePackageMeasures(t *testing.T) {
	others := regexp.MustCompile(`\b(ansi\.(StringWidth|Truncate|Cut|Wrap|FirstGraphemeCluster)|lipgloss\.(Width|NewCanvas|Join))\w*\(`)
	err := filepath.WalkDir("ui", func(path string, d fs.DirEntry, err error) error {
		dir := filepath.ToSlash(filepath.Dir(path))
		if err != nil || filepath.Ext(path) != ".go" || strings.HasSuffix(path, "_test.go") || dir == "ui/pane" || dir == "ui/command" {
			return err
		}
		b, err := os.ReadFile(path)
		if m := others.Find(b); m != nil {
			t.Errorf("%s measures with %s: pane.Width, Cells, Cut, Stretch and Wrap count as the terminal does", path, m)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
