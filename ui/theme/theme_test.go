package theme

import (
	"fmt"
	"math"
	"testing"

	"charm.land/lipgloss/v2"
)

// luminance is that of WCAG 2.2.
func luminance(hex string) float64 {
	r, g, b, _ := lipgloss.Color(hex).RGBA()
	linear := func(v uint32) float64 {
		c := float64(v) / 0xffff
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(r) + .7152*linear(g) + .0722*linear(b)
}

func contrast(a, b string) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + .05) / (min(x, y) + .05)
}

func TestWhatIsReadStandsOut(t *testing.T) {
	const least = 4.5
	grounds := [2][]string{{"#000000", "#14161a", "#1e1e1e"}, {"#ffffff", "#fafaf7"}}
	inks := map[string][2]string{"words": fg, "faint words": faint, "quiet words": quiet, "the accent": accent, "a title": title}
	for i, s := range speakers {
		inks[fmt.Sprintf("speaker %d", i)] = s
	}
	for k, of := range grounds {
		for name, ink := range inks {
			for _, ground := range of {
				if c := contrast(ink[k], ground); c < least {
					t.Errorf("%s, %s on %s: %.1f", name, ink[k], ground, c)
				}
			}
			if name != "faint words" { // they are quiet there
				if c := contrast(ink[k], cursorBg[k]); c < least {
					t.Errorf("%s, %s under the cursor: %.1f", name, ink[k], c)
				}
			}
		}
	}
}
