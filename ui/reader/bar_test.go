package reader_test

import (
	"strings"
	"testing"

	"onrecord/model/text"
	"onrecord/ui/keymap"
)

// As long as something is out of sight there is a scroll bar, and on it every hit has
// its tick, whatever stands at the edge of the pane.
func TestTheScrollBarStandsWhileSomethingIsOutOfSight(t *testing.T) {
	words := "The mill at Corrie\n\nShare this article\n\nThe mill was sold.\n\nSign up to our newsletter\n\nMost read\n\nIts wheel, which had not turned for years, was sold with it, and its race was filled.\n\nRead more: What we know so far\n\nThe last miller, Ann Lee, left.\n\nJoin the conversation\n"
	var hits []text.Span
	for at := 0; ; at++ {
		i := strings.Index(words[at:], "sold")
		if i < 0 {
			break
		}
		at += i
		hits = append(hits, text.Between(at, at+len("sold")))
	}
	for width := 12; width < 80; width += 7 {
		for height := 1; height < 30; height++ {
			r := shown(t, words, width, height)
			r.SetHits("sold", hits)
			for n := 0; ; n++ {
				ticks, thumb := 0, 0
				for y := range height {
					row := rowAt(r, y)
					ticks += strings.Count(row, "╶") + strings.Count(row, "┠") // the second on the thumb
					thumb += strings.Count(row, "┃")
				}
				if ticks+thumb == 0 && (n > 0 || !r.AtEnd()) {
					t.Fatalf("%dx%d: %d rows on there is no scroll bar:\n%s", width, height, n, strings.Join(r.View(), "\n"))
				}
				if ticks+thumb > 0 && ticks == 0 {
					t.Fatalf("%dx%d: no hit has a tick", width, height)
				}
				if r.AtEnd() {
					break
				}
				r.Update(keymap.Press("j"))
			}
		}
	}
}
