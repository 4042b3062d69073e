// Package reader is the pane in which a document is read: its text at a measure
// that eyes can follow, with a margin that shows who is speaking and where
// something happens. Only the rows on the screen are wrapped and set.
package reader

import (
	"fmt"

	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// The measure in cells: longer lines tire, shorter ones break sentences up.
const (
	maxMeasure = 84
	gutter     = 3 // the margin's two marks and a space
	bar        = 1 // the scroll bar
)

// piece is a part of the page that is wrapped by itself.
type piece struct {
	kind  pieceKind
	block int // of the document
	lines int // of furniture that is folded
	plain string
}

type pieceKind uint8

const (
	blank pieceKind = iota
	titled
	provenance
	block
	folded
)

// anchor is a place on the page that no change of size moves: a piece, and a row
// of it.
type anchor struct{ piece, row int }

// Reader shows one document.
type Reader struct {
	keys  keymap.Map
	theme *theme.Theme

	corpus *model.Corpus
	doc    *model.Document
	events []text.Span
	pieces []piece
	paint  paint

	width, height int
	focus         bool
	unfolded      bool
	indirect      bool

	top      anchor
	want     int                // the byte that the reader put at the top: what a change of size comes back to
	rows     map[int][]pane.Row // of pieces, at the present width
	counted  ansi.Method        // how the cells of rows were counted
	selected []text.Span
	chosen   selection
	find     finder
	letters  func(text.DocID) []Letter // marks
}

// New returns a reader without a document.
func New(keys keymap.Map, t *theme.Theme) *Reader {
	return &Reader{keys: keys, theme: t, rows: map[int][]pane.Row{}}
}

// SetTheme changes the styles.
func (r *Reader) SetTheme(t *theme.Theme) { r.theme = t }

// SetFocus tells the pane whether keys go to it.
func (r *Reader) SetFocus(f bool) { r.focus = f }

// SetSize sets the cells that the pane fills. The place being read stays.
func (r *Reader) SetSize(width, height int) {
	if width == r.width && height == r.height && r.counted == pane.Measured() {
		return
	}
	if width != r.width || r.counted != pane.Measured() {
		clear(r.rows)
	}
	r.width, r.height, r.counted = max(width, 0), max(height, 0), pane.Measured()
	if r.doc != nil {
		r.top = r.anchorOf(r.want)
	}
	r.clamp()
}

// SetDocument shows a document of a corpus; events are the passages of it that
// tell of one, in text order. The same document in a newer snapshot keeps its
// place.
func (r *Reader) SetDocument(c *model.Corpus, id text.DocID, events []text.Span) {
	d := c.Doc(id)
	if d == nil {
		return
	}
	same := r.doc != nil && r.doc.ID == id
	r.corpus, r.doc, r.events = c, d, events
	r.paint = newPaint(c, d, events, r.indirect)
	clear(r.rows)
	r.compose()
	if same {
		r.top = r.anchorOf(r.want)
	} else {
		r.top, r.want, r.selected = anchor{}, 0, nil
		r.Unchoose()
		r.find.clear()
	}
	r.clamp()
}

// Document returns the document shown, or nil.
func (r *Reader) Document() *model.Document { return r.doc }

// ShowIndirect sets whether reported speech is marked.
func (r *Reader) ShowIndirect(on bool) {
	r.indirect = on
	if r.doc != nil {
		r.paint = newPaint(r.corpus, r.doc, r.events, on)
	}
}

// compose lists the pieces of the page.
func (r *Reader) compose() {
	r.pieces = append(r.pieces[:0], piece{kind: titled, plain: r.doc.Title}, piece{kind: provenance}, piece{})
	d := r.doc
	for i := 0; i < len(d.Blocks); {
		if d.Blocks[i].Kind == text.Furniture && !r.unfolded {
			n := i
			for n < len(d.Blocks) && d.Blocks[n].Kind == text.Furniture {
				n++
			}
			r.pieces = append(r.pieces, piece{kind: folded, block: i, lines: n - i}, piece{})
			i = n
			continue
		}
		if len(r.pieces) == 3 && d.IsTitle(d.Blocks[i].Span) {
			i++
			continue // it stands above already
		}
		r.pieces = append(r.pieces, piece{kind: block, block: i})
		if i+1 == len(d.Blocks) || d.Blocks[i].Kind != text.Furniture && !(d.Blocks[i].Kind == text.ListItem && d.Blocks[i+1].Kind == text.ListItem) {
			r.pieces = append(r.pieces, piece{})
		}
		i++
	}
	if n := len(r.pieces); n > 3 && r.pieces[n-1].kind == blank {
		r.pieces = r.pieces[:n-1]
	}
}

// measure returns the cells of a line of text, and of the space left of it.
func (r *Reader) measure() (cells, left int) {
	cells = max(min(r.width-gutter-bar-1, maxMeasure), 1)
	left = max((r.width-gutter-bar-cells)/2, 0)
	return cells, left
}

// rowsOf returns the rows of a piece.
func (r *Reader) rowsOf(i int) []pane.Row {
	if rows, ok := r.rows[i]; ok {
		return rows
	}
	cells, _ := r.measure()
	var rows []pane.Row
	switch p := r.pieces[i]; p.kind {
	case titled:
		rows = pane.Wrap(p.plain, 0, len(p.plain), cells)
		if r.doc.TitleBasis == model.TitleFromLead {
			rows = rows[:1] // its words stand below in full
		}
	case block:
		b := r.doc.Blocks[p.block]
		rows = pane.Wrap(r.doc.Text, int(b.Span.Start), int(b.Span.End), cells)
	default:
		rows = []pane.Row{{}}
	}
	r.rows[i] = rows
	return rows
}

// step moves an anchor by n rows, within the page, and reports how far it went.
func (r *Reader) step(a anchor, n int) anchor {
	for n > 0 {
		rows := len(r.rowsOf(a.piece))
		if a.row+n < rows {
			a.row += n
			return a
		}
		if a.piece+1 == len(r.pieces) {
			a.row = rows - 1
			return a
		}
		n -= rows - a.row
		a = anchor{a.piece + 1, 0}
	}
	for n < 0 {
		if a.row+n >= 0 {
			a.row += n
			return a
		}
		if a.piece == 0 {
			return anchor{}
		}
		n += a.row + 1
		a.piece--
		a.row = len(r.rowsOf(a.piece)) - 1
	}
	return a
}

// clamp keeps the last row of the page at the foot of the pane at most.
func (r *Reader) clamp() {
	if len(r.pieces) == 0 {
		r.top = anchor{}
		return
	}
	r.top.piece = max(0, min(r.top.piece, len(r.pieces)-1))
	r.top.row = max(0, min(r.top.row, len(r.rowsOf(r.top.piece))-1))
	last := anchor{len(r.pieces) - 1, len(r.rowsOf(len(r.pieces)-1)) - 1}
	if lowest := r.step(last, -(max(r.height, 1) - 1)); before(lowest, r.top) {
		r.top = lowest
	}
}

func before(a, b anchor) bool { return a.piece < b.piece || a.piece == b.piece && a.row < b.row }

// offset returns the byte of the text at the top of the pane.
func (r *Reader) offset() int { return r.startOf(r.top, 0) }

// startOf is where in the text the row at a, or the next one that has text, begins;
// none when there is none.
func (r *Reader) startOf(a anchor, none int) int {
	for i := a.piece; i < len(r.pieces); i++ {
		switch p := r.pieces[i]; p.kind {
		case block:
			rows := r.rowsOf(i)
			if i == a.piece {
				return rows[min(a.row, len(rows)-1)].Start
			}
			return rows[0].Start
		case folded:
			return int(r.doc.Blocks[p.block].Span.Start)
		case titled, provenance:
			return 0
		}
	}
	return none
}

// anchorOf returns the row that holds byte off.
func (r *Reader) anchorOf(off int) anchor {
	if off <= 0 {
		return anchor{}
	}
	at := anchor{}
	for i, p := range r.pieces {
		if p.kind != block && p.kind != folded {
			continue
		}
		if int(r.doc.Blocks[p.block].Span.Start) > off {
			break
		}
		at = anchor{i, 0}
	}
	if r.pieces[at.piece].kind == block {
		for k, row := range r.rowsOf(at.piece) {
			if row.Start <= off {
				at.row = k
			}
		}
	}
	return at
}

// Show brings a passage onto the screen, a third from the top, and marks it.
func (r *Reader) Show(spans ...text.Span) {
	r.selected = spans
	if len(spans) == 0 || r.doc == nil {
		return
	}
	at := r.anchorOf(int(spans[0].Start))
	end := r.step(r.top, max(r.height-2, 0))
	if len(r.pieces) > 0 && !before(at, r.top) && before(at, end) {
		return // it is in sight: a page that jumps is hard to follow
	}
	r.top = r.step(at, -r.height/3)
	r.settle()
}

// Update handles the pane's own keys and the wheel.
func (r *Reader) Update(msg tea.Msg) (up tea.Msg) {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		r.key(msg, 1)
	case pane.Times:
		if key.Matches(msg.Key, r.keys.Bottom) {
			r.goToBlock(msg.N)
		} else {
			r.key(msg.Key, msg.N)
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			r.scroll(-3)
		case tea.MouseWheelDown:
			r.scroll(3)
		}
	}
	return nil
}

func (r *Reader) scroll(n int) {
	if len(r.pieces) > 0 {
		r.top = r.step(r.top, n)
		r.settle()
	}
}

// settle ends a move that the reader asked for.
func (r *Reader) settle() {
	r.clamp()
	r.want = r.offset()
}

func (r *Reader) key(msg tea.KeyPressMsg, n int) {
	page := max(r.height-2, 1)
	switch {
	case key.Matches(msg, r.keys.Down):
		r.scroll(n)
	case key.Matches(msg, r.keys.Up):
		r.scroll(-n)
	case key.Matches(msg, r.keys.PageDown):
		r.scroll(n * page)
	case key.Matches(msg, r.keys.PageUp):
		r.scroll(-n * page)
	case key.Matches(msg, r.keys.Top):
		r.top = anchor{}
		r.settle()
	case key.Matches(msg, r.keys.Bottom):
		r.scroll(1 << 30)
	}
}

// Fold hides page furniture, or shows it.
func (r *Reader) Fold() {
	if r.doc == nil {
		return
	}
	at := r.offset()
	r.unfolded = !r.unfolded
	clear(r.rows)
	r.compose()
	r.top = r.anchorOf(at)
	r.settle()
}

// Title is what the rule over the pane says.
func (r *Reader) Title(width int) string {
	if r.doc == nil {
		return "Text"
	}
	return pane.Cut(pane.OneLine(r.doc.Title), width, r.theme.Ellipsis)
}

// provenance is the line under the title: where the document is from, when it
// was published and how surely, how long it is.
func (r *Reader) provenance() []string {
	d := r.doc
	source := d.Source
	if source == "" {
		source = d.Name
	}
	parts := []string{source, say.Published(d.Published), fmt.Sprintf("%d words", d.Words)}
	if d.TitleBasis == model.TitleFromLead {
		parts = append(parts, "no headline")
	}
	for _, s := range r.corpus.Similar(d.ID) {
		if o := r.corpus.Doc(s.Doc); o != nil && s.Containment() >= .5 {
			parts = append(parts, fmt.Sprintf("%.0f %% stands in %s", 100*s.Containment(), o.Name))
			break
		}
	}
	return parts
}
