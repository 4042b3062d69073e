// Package theme holds the styles of the screen, made from a few colours. Nothing
// that matters is told by colour alone: every mark has a sign of its own, in
// Unicode and in ASCII.
package theme

import (
	"fmt"
	"image/color"

	"charm.land/lipgloss/v2"
)

// Glyphs are the signs that stand on the screen.
type Glyphs struct {
	Said, Event, Focus, Rule, Fold, Happened, Planned, Cancelled, Ongoing, Ellipsis, Thumb, Tick, Dash string
}

// Unicode and ASCII are the two sets of signs.
var (
	Unicode = Glyphs{"▎", "◆", "▸", "─", "⋯", "●", "○", "×", "…", "…", "┃", "╶", "–"}
	ASCII   = Glyphs{"|", "*", ">", "-", "...", "*", "o", "x", "~", "...", "#", "-", "-"}
)

// Theme is the styles of one screen. It is not changed after New.
type Theme struct {
	Glyphs
	Dark bool

	Text, Faint, Quiet, Title, Accent, AccentBold, Heading, Date, Hit, HitNow, Cursor, Bar, Chip, Warn lipgloss.Style

	tints  []lipgloss.Style // of marks beside speakers' words
	speech []color.Color    // of the words themselves
	text   color.Color
	faint  color.Color
	cursor color.Color
}

// The palette: pairs of colours for a dark and a light terminal. The speakers'
// are after M. Okabe and K. Ito, Color Universal Design (2008), which stay apart
// for colour-blind eyes, lightened and darkened to be read as text.
var (
	fg       = [2]string{"#d6d3cb", "#2b2a28"}
	faint    = [2]string{"#7d7a74", "#8a867d"}
	quiet    = [2]string{"#a8a49b", "#5f5b54"}
	accent   = [2]string{"#e0b070", "#8f5a00"}
	title    = [2]string{"#f2efe6", "#111111"}
	cursorBg = [2]string{"#2c2f36", "#e9e4d8"}
	warn     = [2]string{"#e58f7b", "#a63a1e"}
	speakers = [][2]string{
		{"#7fb7e6", "#1f5e9e"},
		{"#e6a65d", "#8a5200"},
		{"#6fc3a2", "#00684a"},
		{"#e0a3c8", "#8f3a6c"},
		{"#d9cf6b", "#645b00"},
		{"#b6a3e8", "#553fa0"},
		{"#8cc8cf", "#1b646e"},
		{"#e58f7b", "#a0391f"},
	}
)

// New makes the theme of a dark or light terminal.
func New(dark, ascii bool) *Theme {
	k := 1
	if dark {
		k = 0
	}
	c := func(p [2]string) color.Color { return lipgloss.Color(p[k]) }
	s := func(p [2]string) lipgloss.Style { return lipgloss.NewStyle().Foreground(c(p)) }
	t := &Theme{
		Glyphs: Unicode, Dark: dark,
		Text: s(fg), Faint: s(faint), Quiet: s(quiet), Accent: s(accent), AccentBold: s(accent).Bold(true), Title: s(title).Bold(true), Heading: s(title).Bold(true),
		Date: s(fg).Underline(true), Hit: s(fg).Reverse(true), HitNow: s(accent).Reverse(true).Bold(true), Cursor: s(fg).Background(c(cursorBg)), Bar: s(quiet), Chip: s(accent).Reverse(true), Warn: s(warn),
		text: c(fg), faint: c(faint), cursor: c(cursorBg),
	}
	if ascii {
		t.Glyphs = ASCII
	}
	for _, p := range speakers {
		t.tints = append(t.tints, s(p))
		t.speech = append(t.speech, blend(c(fg), c(p), 45))
	}
	return t
}

// blend mixes per cent of b into a.
func blend(a, b color.Color, per uint32) color.Color {
	r1, g1, b1, _ := a.RGBA()
	r2, g2, b2, _ := b.RGBA()
	mix := func(x, y uint32) uint32 { return (x*(100-per) + y*per) / 100 >> 8 }
	return lipgloss.Color(fmt.Sprintf("#%02x%02x%02x", mix(r1, r2), mix(g1, g2), mix(b1, b2)))
}

// Tint is the style of the marks of speaker n; a negative n is nobody known.
func (t *Theme) Tint(n int) lipgloss.Style {
	if n < 0 {
		return t.Faint
	}
	return t.tints[n%len(t.tints)]
}

// Look is how a stretch of the text is set.
type Look struct {
	Speaker        int // tint of the words, or -1
	Faint, Bold    bool
	Date, Hit, Now bool
	Selected       bool
}

// Style makes the style of a look.
func (t *Theme) Style(l Look) lipgloss.Style {
	s := lipgloss.NewStyle().Foreground(t.text)
	if l.Speaker >= 0 {
		s = s.Foreground(t.speech[l.Speaker%len(t.speech)])
	}
	if l.Faint {
		s = s.Foreground(t.faint)
	}
	if l.Bold {
		s = s.Bold(true)
	}
	if l.Date {
		s = s.Underline(true)
	}
	if l.Selected {
		s = s.Background(t.cursor)
	}
	if l.Hit || l.Now {
		s = s.Reverse(true)
	}
	if l.Now {
		s = s.Bold(true)
	}
	return s
}
