package event

import (
	"slices"
	"strings"

	"onrecord/model/text"
)

// words adds the stems and names of tokens [a, b), which tell one happening from
// another.
func (f *finder) words(ev *Event, a, b int) {
	for i := a; i < b; i++ {
		if f.expressionAt(i) {
			continue
		}
		t, w := f.tok(i), f.d.Lower(i)
		switch {
		case t.Kind == text.Number && len(w) > 2:
			ev.Names = append(ev.Names, text.Hash(w))
		case t.Kind != text.Word:
		case t.Is(text.Capital) && !(t.Is(text.SentStart) && !t.Is(text.AllCaps)):
			if len(w) > 1 {
				ev.Names = append(ev.Names, text.Hash(strings.TrimRight(w, "0123456789")))
			}
		case len(w) >= 3 && !slight.Has(w):
			ev.Stems = append(ev.Stems, text.Hash(stem(w)))
		}
	}
}

func unique(h []uint32) []uint32 {
	slices.Sort(h)
	return slices.Compact(h)
}

// stem cuts the endings of inflection, so that "aired" and "air" are one word.
func stem(w string) string {
	for _, e := range []string{"ing", "ed", "es", "s", "e"} {
		if len(w)-len(e) >= 3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}
