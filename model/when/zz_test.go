package when

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"onrecord/model/text"
)

func TestZZ(t *testing.T) {
	for _, set := range []string{"wikiwars-train", "timebank", "polnear_dev", "ggt_dev"} {
		f, _ := os.Open("/work/shared/gold/" + set + ".jsonl")
		sc := bufio.NewScanner(f)
		sc.Buffer(make([]byte, 1<<26), 1<<26)
		for sc.Scan() {
			var d struct{ Id, Text string }
			json.Unmarshal(sc.Bytes(), &d)
			F := Find(text.Parse(text.Safe(d.Text)))
			if d.Id == "16_SpanishCivilWar" {
				for _, e := range F.Expressions {
					fmt.Println(e.Span.Of(d.Text), e.Form, e.Anaphor, e.Compared, e.YearBy, e.Weekday, e.Attr, e.Quiet)
				}
			}
			full, part, told, off := 0, 0, 0, 0
			ys := map[int]bool{}
			for i := range F.Expressions {
				e := &F.Expressions[i]
				switch {
				case e.Form == Calendar && e.Year > 0:
					full++
					ys[e.Year] = true
				case e.Form == Calendar && e.Weekday >= 0 && e.Day == 0:
					told++
				case e.Form == Calendar:
					part++
				case e.Form == Offset && !e.Anaphor:
					if e.Grain <= Weeks {
						told++
					} else {
						off++
					}
				}
			}
			if set == "wikiwars-train" || full >= 3 && told <= full {
				fmt.Println(set, d.Id, "full", full, "part", part, "told", told, "off", off, "years", len(ys), F.Narrative)
			}
		}
	}
}
