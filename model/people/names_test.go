package people

import (
	"os"
	"strings"
	"testing"
)

func TestFirstNamesOfWalesScotlandAndIreland(t *testing.T) {
	want := map[Gender][]string{
		Female: {"angharad", "bethan", "ffion", "gwenllian", "siân", "sian", "rhiannon", "llinos", "eilidh", "mhairi", "morag", "senga", "aoife", "áine", "aine", "bronagh", "máiréad", "saoirse", "síle", "úna"},
		Male:   {"aled", "carwyn", "dafydd", "iestyn", "rhodri", "tudur", "aonghas", "hamish", "ruaridh", "struan", "ciarán", "darragh", "dáithí", "eoghan", "naoise", "pádraig", "ruairi", "séamus", "tadhg"},
	}
	for g, names := range want {
		for _, n := range names {
			if got, ok := firstName(n); !ok || got != g {
				t.Errorf("%s: %d, %v; want %d", n, got, ok, g)
			}
		}
	}
	if _, ok := firstName("éóghan"); !ok {
		t.Error("accents that the list does not have are not folded")
	}
}

func TestTheListOfFirstNamesIsWhole(t *testing.T) {
	last := ""
	for line := range strings.Lines(firstNames) {
		name, g, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if name <= last || len(g) != 1 || !strings.Contains("fme", g) {
			t.Fatalf("line %q behind %q", line, last)
		}
		last = name
	}
	added, err := os.ReadFile("names_added.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(added)) {
		if !strings.Contains("\n"+firstNames, "\n"+line) {
			t.Errorf("names.txt lacks %q", line)
		}
	}
}

func TestFoldAndCompare(t *testing.T) {
	for in, want := range map[string]string{"Siân  O’Neill": "sian o'neill", "J. A. Roe": "j a roe", "ŁUKASZ Żak": "lukasz zak", "e\u0301va": "eva"} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
	cases := []struct {
		a, b string
		want Spelling
	}{
		{"Siân O’Neill", "Sian O'Neill", Equal},
		{"Jane A. Roe", "Jane Roe", Middle},
		{"Jane A. Roe", "Jane Anne Roe", Middle},
		{"Jane Beth Roe", "Jane Anne Roe", Apart},
		{"Bob Vale", "Robert Vale", Nickname},
		{"Liz Vale", "Elizabeth Vale", Nickname},
		{"J. Vale", "John Vale", Shortened},
		{"Daryl Vale", "Darryl Vale", Alike},
		{"Maria Vale", "Marie Vale", Apart},
		{"Tom Vale Jr", "Tom Vale Sr", Apart},
		{"Tom Vale", "Ann Vale", Apart},
	}
	for _, tc := range cases {
		if got := Compare(tc.a, tc.b); got != tc.want {
			t.Errorf("%s, %s: first names are %s, want %s", tc.a, tc.b, got, tc.want)
		}
	}
	if !EndsAlike("Anne Rhodes-White", "Rhodes White") || EndsAlike("Anne Rhodes-White", "Ms White") {
		t.Error("hyphenated last names")
	}
	if BodyKey("The Quill & Ink Co Ltd") != BodyKey("Quill and Ink Co") {
		t.Error("bodies differ by Ltd, the and &")
	}
}
