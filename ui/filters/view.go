package filters

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/ui/index"
	"onrecord/ui/pane"
	"onrecord/ui/say"
)

const (
	maxWidth = 90 // of the sheet in cells
	prompt   = "  words or a period: "
	above    = 2 // rows over the list: the title, and the words
	below    = 1 // the foot
)

// Width is the cells of a row of the sheet.
func (s *Sheet) Width() int { return max(min(maxWidth, s.width-2), 1) }

// shown is how many rows of the list there is room for.
func (s *Sheet) shown() int { return max(min(s.height-2-above-below, s.tall), 1) }

// at which widths the columns of counts stand.
func columns(width int) (cells [index.Things]int, heads [index.Things]string) {
	switch {
	case width >= 72:
		return [...]int{11, 7, 10}, [...]string{"documents", "said", "happened"}
	case width >= 60:
		return [...]int{7, 7, 10}, [...]string{"docs", "said", "happened"}
	case width >= 36:
		return [...]int{6, 6, 6}, [...]string{"docs", "said", "ev"}
	}
	return
}

// View returns the rows of the sheet, all of one width, and where it stands.
func (s *Sheet) View() (rows []string, x, y int) {
	s.reveal()
	width := s.Width()
	rows = append(rows, pane.Ruled(s.theme.AccentBold.Render, s.theme.Rule, "Narrow everything"+s.left(), s.theme.Ellipsis, width))
	rows = append(rows, s.words(width))
	n := s.shown()
	nothing := s.nothing(width)
	for i := s.top; i < s.top+n; i++ {
		if i < len(s.rows) {
			rows = append(rows, s.row(i, width))
		} else if k := i - len(s.rows); len(s.rows) == 0 && k < len(nothing) {
			rows = append(rows, nothing[k])
		} else {
			rows = append(rows, pane.Spaces(width))
		}
	}
	rows = append(rows, pane.Footed(s.theme.Faint.Render, width, s.foot()...))
	x, y = pane.Centred(width, len(rows), s.width, s.height)
	return rows, x, y
}

// Cursor is where the terminal's cursor stands on the screen.
func (s *Sheet) Cursor() *tea.Cursor {
	c := s.input.Cursor()
	at, ok := pane.CursorCell(&s.input)
	if !ok || s.moving {
		return nil
	}
	_, x, y := s.View()
	c.X = at + x + pane.Width(s.prompt())
	c.Y = y + 1
	if c.X >= x+s.Width() {
		return nil
	}
	return c
}

// left says how much is left.
func (s *Sheet) left() string {
	if s.page == nil {
		return ""
	}
	return " " + s.theme.Rule + " " + say.Plural(len(s.page.Docs), "document") + ", " +
		say.Plural(len(s.page.Quotes(s.indirect)), "quotation") + ", " + say.Plural(len(s.page.Events), "event")
}

func (s *Sheet) prompt() string {
	if s.Width() < 50 {
		return "  find: "
	}
	return prompt
}

// words is the row in which words are typed, with the heads of the columns.
func (s *Sheet) words(width int) string {
	left := s.theme.Accent.Render(s.prompt()) + s.theme.Text.Render(s.input.Value())
	used := pane.Width(s.prompt()) + pane.Width(s.input.Value())
	cells, heads := columns(width)
	right := ""
	for t := range heads {
		right += pane.Spaces(cells[t]-len(heads[t])) + heads[t]
	}
	if used+len(right)+2 > width {
		return pane.Pad(left, width)
	}
	return pane.Pad(left+pane.Spaces(width-used-len(right)-1)+s.theme.Faint.Render(right), width)
}

// nothing says that the words find nothing.
func (s *Sheet) nothing(width int) []string {
	note := "Nothing is called so"
	if s.x.Progress.Reading() {
		note += " in what is read so far"
	}
	if s.problem != "" {
		note += "; for a period: " + s.problem
	}
	return pane.Note(s.theme.Quiet.Render, note, width)
}

func (s *Sheet) row(i, width int) string {
	r := &s.rows[i]
	if r.head != "" {
		return pane.Pad(" "+s.theme.Accent.Render(pane.Cut(r.head, max(width-2, 1), s.theme.Ellipsis)), width)
	}
	words, counts, lead := s.theme.Text, s.theme.Quiet, "  "
	if i == s.at {
		words, counts, lead = s.theme.OnCursor(words), s.theme.OnCursor(counts), s.theme.Focus+" "
	}
	if r.option == nil {
		label := lead + "    " + s.theme.Fold + " " + say.Number(r.more) + " more: space shows them, or type"
		label = pane.Cut(label, max(width-1, 1), s.theme.Ellipsis)
		return pane.Pad(counts.Render(label+pane.Spaces(width-pane.Width(label))), width)
	}
	mark := "[ ] "
	if s.filter.Has(r.option.condition) {
		mark = "[x] "
		if i != s.at {
			words = s.theme.AccentBold
		}
	}
	right := s.counts(r.option.condition, width)
	if !s.leaves(r.option.condition) && i != s.at && mark == "[ ] " { // it would leave nothing
		words, counts = s.theme.Faint, s.theme.Faint
	}
	room := width - pane.Width(lead) - len(mark) - len(right) - 2
	label := strings.ReplaceAll(r.option.label, "─", s.theme.Rule)
	label = pane.Cut(label, max(room, 1), s.theme.Ellipsis)
	return pane.Pad(words.Render(lead+mark+label+pane.Spaces(room+1-pane.Width(label)))+counts.Render(right+" "), width)
}

// tally is what a condition would leave under the filter as it is.
func (s *Sheet) tally(c index.Condition) index.Tally {
	t, ok := s.tallies[c]
	if !ok {
		t = s.x.TallyOf(s.page, c, s.indirect)
		s.tallies[c] = t
	}
	return t
}

// leaves tells whether a condition would leave anything.
func (s *Sheet) leaves(c index.Condition) bool { return s.tally(c) != index.Tally{} }

// counts is what a condition would leave, in columns.
func (s *Sheet) counts(c index.Condition, width int) (out string) {
	cells, heads := columns(width)
	t := s.tally(c)
	for k := range heads {
		n := say.Number(t[k])
		if heads[k] != "" {
			out += pane.Spaces(cells[k]-len(n)) + n
		}
	}
	return out
}

// foot says what the keys do, in words for more and for less room.
func (s *Sheet) foot() []string {
	all := ""
	if len(s.filter) > 0 {
		all = " · ctrl+x takes all off"
	}
	sets, does := "space sets or takes off", " · enter sets and closes"
	switch {
	case s.problem != "" && s.problem != index.ErrPeriod.Error() && len(s.rows) > 0:
		return []string{"for a period: " + s.problem}
	case s.input.Value() != "" && !s.moving: // a blank is part of what is typed
		sets = "after an arrow space sets"
	}
	return []string{sets + does + all + " · esc closes", sets + does + all, sets + does, "enter sets · esc closes"}
}
