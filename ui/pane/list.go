package pane

// List shows items of one or more rows each and moves a cursor over them. Its
// cost is that of the rows on the screen, however long the list.
type List struct {
	Count  func() int
	Height func(i int) int                          // rows of item i
	Render func(i, width int, cursor bool) []string // the rows of item i, each of width cells

	Empty func(width int) []string // what stands there when there is no item; nil for blanks

	Cursor        int
	top           int // the first item shown
	width, height int

	wheeled bool // the wheel took the cursor along
	from    int  // from where
	picked  bool // the reader has put the cursor where it is
	away    bool // it stands elsewhere, since what the reader picked is not listed
	home    int32
}

// SetSize sets the cells that the list fills.
func (l *List) SetSize(width, height int) { l.width, l.height = max(width, 0), max(height, 0) }

// Move sets the cursor by delta items and reports whether it went.
func (l *List) Move(delta int) bool { return l.MoveTo(l.Cursor + delta) }

// MoveTo sets the cursor to item i, within the list, and reports whether it went.
func (l *List) MoveTo(i int) bool {
	i = max(0, min(i, l.Count()-1))
	was := l.Cursor
	l.Cursor = i
	return was != i
}

// Page is how many items a page moves over.
func (l *List) Page() int {
	shown, rows := 0, 0
	for i := l.top; i < l.Count(); i++ {
		if rows += l.Height(i); rows > l.height {
			break
		}
		shown++
	}
	return max(1, shown-1)
}

// Scroll moves the view by delta items and takes the cursor along at the edges. It
// comes back to its item with that.
func (l *List) Scroll(delta int) {
	if !l.wheeled {
		l.reveal()
		l.wheeled, l.from = true, l.Cursor
	}
	l.top = max(0, min(l.top+delta, l.Count()-1))
	l.Cursor = max(l.top, min(l.from, l.top+l.height))
	for l.Cursor > l.top && !l.fits() {
		l.Cursor--
	}
}

// Pick notes that the reader has put the cursor where it is, or has used what it is on.
func (l *List) Pick() { l.picked, l.away, l.wheeled = true, false, false }

// Forget notes that the list holds something else: nothing of it was picked.
func (l *List) Forget() { l.picked, l.away, l.wheeled = false, false, false }

// Picked reports whether the reader has picked something, listed or not.
func (l *List) Picked() bool { return l.picked || l.away }

// Away reports whether the cursor stands elsewhere than on what was picked.
func (l *List) Away() bool { return l.away }

// Place sets the cursor in a list that was filled anew: to item i, which is what id
// names, or stands for it because that is not listed. What the reader picked is
// remembered then, see Home.
func (l *List) Place(i int, id int32, listed bool) {
	l.MoveTo(i)
	l.wheeled = false
	switch {
	case !listed && id >= 0 && l.Picked():
		l.picked, l.away, l.home = false, true, id
	case listed && l.away:
		l.picked, l.away = true, false
	}
}

// Home is what the cursor is to stand on in a list that is filled anew, of which id is
// what it stands on: what the reader picked is not given up because a filter left it
// out, as long as nothing else was picked since.
func (l *List) Home(id int32) int32 {
	if l.away {
		return l.home
	}
	return id
}

// fits reports whether the item under the cursor is wholly on the screen.
func (l *List) fits() bool {
	rows := 0
	for i := l.top; i <= l.Cursor; i++ {
		if rows += l.Height(i); rows > l.height {
			return false
		}
	}
	return true
}

// reveal brings the item under the cursor onto the screen.
func (l *List) reveal() {
	n := l.Count()
	l.Cursor = max(0, min(l.Cursor, n-1))
	l.top = max(0, min(l.top, n-1))
	if l.Cursor < l.top {
		l.top = l.Cursor
	}
	if l.Cursor-l.top > l.height {
		l.top = l.Cursor - l.height
	}
	for l.top < l.Cursor && !l.fits() {
		l.top++
	}
}

// Settle brings the cursor a third down the pane, with what stands above it, and
// leaves no blank at the end: for a list that was filled anew.
func (l *List) Settle() {
	n := l.Count()
	if n == 0 {
		return
	}
	l.Cursor = max(0, min(l.Cursor, n-1))
	l.top = l.Cursor
	below := 0
	for i := l.Cursor; i < n && below < l.height; i++ {
		below += l.Height(i)
	}
	for above := 0; l.top > 0; l.top-- {
		if above += l.Height(l.top - 1); above > l.height/3 && above+below > l.height {
			return
		}
	}
}

// View returns the rows of the list, exactly its height.
func (l *List) View() []string {
	out := make([]string, 0, l.height)
	n := l.Count()
	if n > 0 {
		l.reveal()
	} else if l.Empty != nil {
		out = append(out, l.Empty(l.width)...)
		out = out[:min(len(out), l.height)]
	}
	for i := l.top; i < n && len(out) < l.height; i++ {
		for _, row := range l.Render(i, l.width, i == l.Cursor) {
			if len(out) < l.height {
				out = append(out, row)
			}
		}
	}
	for len(out) < l.height {
		out = append(out, Spaces(l.width))
	}
	return out
}

// At returns the item at row y of the view, or -1.
func (l *List) At(y int) int {
	rows := 0
	for i := l.top; i < l.Count(); i++ {
		if rows += l.Height(i); y < rows {
			return i
		}
		if rows > l.height {
			break
		}
	}
	return -1
}

// Top is the first item shown.
func (l *List) Top() int { return l.top }

// Rows is the height of the list in cells.
func (l *List) Rows() int { return l.height }

// Width is the width of the list in cells.
func (l *List) Width() int { return l.width }
