// Package theme holds the styles of the screen, made from a few colours. Nothing
// that matters is told by colour alone: every mark has a sign of its own, in
// Unicode and in ASCII.
package theme

import (
	"fmt"
	"image/color"
	"strings"

	"charm.land/lipgloss/v2"
)

// Glyphs are the signs that stand on the screen.
type Glyphs struct {
	Said, Event, Focus, Rule, Fold, Happened, Planned, Cancelled, Ongoing, Ellipsis, Thumb, Tick, ThumbTick string
	Here                                                                                                    string    // beside an event that the open document tells of
	Kept                                                                                                    string    // beside a search that is kept
	Otherwise                                                                                               string    // of an event: not all tellings agree
	Read                                                                                                    string    // beside a document whose end was seen
	Gap                                                                                                     string    // for empty years that are left out, one cell
	Bars                                                                                                    [8]string // from little to much
}

// Unicode and ASCII are the two sets of signs.
var (
	Unicode = Glyphs{"▎", "◆", "▸", "─", "⋯", "●", "○", "×", "…", "…", "┃", "╶", "┠", "│", "★", "≠", "✓", "⋯", [8]string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"}}
	ASCII   = Glyphs{"|", "*", ">", "-", "...", "*", "o", "x", "~", "...", "#", "-", "+", ":", "*", "/=", "v", "/", [8]string{".", ".", ":", ":", "-", "=", "=", "#"}}
)

// Ink is a style that is ready to write with: the sequences before and behind the
// words, made once (0.02 µs a stretch against 5 µs for a lipgloss render).
type Ink struct {
	style       lipgloss.Style
	open, close string
}

// ink makes an Ink of a style.
func ink(s lipgloss.Style) Ink {
	const word = "x"
	open, close, _ := strings.Cut(s.Render(word), word)
	return Ink{s, open, close}
}

// Render sets words that hold no line break.
func (i Ink) Render(s string) string {
	if s == "" {
		return ""
	}
	return i.open + s + i.close
}

// Theme is the styles of one screen. It belongs to the goroutine that draws: inks
// are made when they are first asked for.
type Theme struct {
	Glyphs

	Text, Faint, Quiet, Title, Accent, AccentBold Ink

	tints  []Ink         // of marks beside speakers' words
	speech []color.Color // of the words themselves
	text   color.Color
	faint  color.Color
	accent color.Color
	title  color.Color
	cursor color.Color
	looks  map[Look]Ink
	marked map[string]Ink // on the row of the cursor, by the ink's opening
}

// The palette: pairs of colours for a dark and a light terminal. The speakers'
// are after M. Okabe and K. Ito, Color Universal Design (2008), which stay apart
// for colour-blind eyes, lightened and darkened to be read as text. All that is read
// has a contrast of 4.5 at least (WCAG 2.2, 1.4.3), faint words too: on black and on
// white, and on the grounds of common themes, #14161a and #fafaf7.
var (
	fg       = [2]string{"#d6d3cb", "#2b2a28"}
	faint    = [2]string{"#8f8b84", "#706c64"}
	quiet    = [2]string{"#b0aca3", "#524e48"}
	accent   = [2]string{"#e0b070", "#8f5a00"}
	title    = [2]string{"#f2efe6", "#111111"}
	cursorBg = [2]string{"#303030", "#e4e4e4"} // greys that 256 colours have too
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
		Glyphs: Unicode,
		Text:   ink(s(fg)), Faint: ink(s(faint)), Quiet: ink(s(quiet)), Accent: ink(s(accent)), AccentBold: ink(s(accent).Bold(true)), Title: ink(s(title).Bold(true)),
		looks: map[Look]Ink{}, marked: map[string]Ink{},
		text: c(fg), faint: c(faint), accent: c(accent), title: c(title), cursor: c(cursorBg),
	}
	if ascii {
		t.Glyphs = ASCII
	}
	for _, p := range speakers {
		t.tints = append(t.tints, ink(s(p)))
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
func (t *Theme) Tint(n int) Ink {
	if n < 0 {
		return t.Faint
	}
	return t.tints[n%len(t.tints)]
}

// Look is how a stretch of the text is set.
type Look struct {
	Speaker        int // tint of the words, or -1
	Faint, Bold    bool
	Title          bool
	Date, Hit, Now bool
	Selected       bool
	Chosen         bool // by the mouse or by keys, to be copied
}

// OnCursor returns an ink on the ground of the row that the cursor is on. What is
// faint elsewhere would be too faint there.
func (t *Theme) OnCursor(i Ink) Ink {
	if i.open == t.Faint.open {
		i = t.Quiet
	}
	m, ok := t.marked[i.open]
	if !ok {
		m = ink(i.style.Background(t.cursor))
		t.marked[i.open] = m
	}
	return m
}

// Look returns the ink of a look.
func (t *Theme) Look(l Look) Ink {
	if l.Speaker >= 0 {
		l.Speaker %= len(t.speech)
	}
	i, ok := t.looks[l]
	if !ok {
		i = ink(t.style(l))
		t.looks[l] = i
	}
	return i
}

func (t *Theme) style(l Look) lipgloss.Style {
	s := lipgloss.NewStyle().Foreground(t.text)
	if l.Speaker >= 0 {
		s = s.Foreground(t.speech[l.Speaker])
	}
	if l.Faint {
		s = s.Foreground(t.faint)
	}
	if l.Title {
		s = s.Foreground(t.title)
	}
	if l.Bold || l.Title {
		s = s.Bold(true)
	}
	if l.Date {
		s = s.Underline(true)
	}
	if l.Selected {
		s = s.Background(t.cursor)
	}
	switch {
	case l.Now && !l.Chosen: // of many that are alike, the one that is meant must be seen at once
		s = s.Foreground(t.accent).Reverse(true).Bold(true)
	case l.Hit, l.Now: // as easy to read in a quotation and in furniture as anywhere
		s = s.Foreground(t.text).Reverse(true).Bold(l.Bold || l.Title || l.Chosen)
	case l.Chosen:
		s = s.Foreground(t.text).Reverse(true)
	}
	return s
}
