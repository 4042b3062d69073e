package ui

import (
	"os"
	"strings"
	"testing"
)

// The picture in the README is what the program shows.
func TestThePictureInTheReadmeIsTheScreen(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	m := screenOf(t, builtin, 110, 32)
	keys(m, "4")
	for range m.x.Events {
		if !strings.HasPrefix(m.events.Current().Headline, "The Panorama episode was aired") {
			keys(m, "j")
		}
	}
	keys(m, "w")
	var want strings.Builder
	for line := range strings.SplitSeq(plain(m), "\n") {
		want.WriteString(strings.TrimRight("    "+line, " ") + "\n")
	}
	if !strings.Contains(string(readme), want.String()) {
		t.Errorf("the README shows another screen than this:\n%s", want.String())
	}
}
