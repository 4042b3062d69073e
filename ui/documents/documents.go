// Package documents is the pane that lists the documents of the corpus.
package documents

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/ui/index"
	"onrecord/ui/keymap"
	"onrecord/ui/pane"
	"onrecord/ui/say"
	"onrecord/ui/theme"
)

// Documents is the pane.
type Documents struct {
	pane.ListPane
	theme *theme.Theme
	x     *index.Index
	open  text.DocID
}

// New returns the pane without documents.
func New(keys keymap.Map, t *theme.Theme) *Documents {
	d := &Documents{theme: t, open: text.NoDoc}
	d.Keys = keys
	d.Count = func() int {
		if d.x == nil {
			return 0
		}
		return len(d.x.Docs)
	}
	d.Height = func(int) int { return 2 }
	d.Render = d.item
	d.Selected = func(goThere bool) tea.Msg {
		return pane.Open{Ref: text.Ref{Doc: text.DocID(d.Cursor)}, Go: goThere}
	}
	return d
}

// SetTheme changes the styles.
func (d *Documents) SetTheme(t *theme.Theme) { d.theme = t }

// SetIndex shows a newer snapshot. The cursor stays on its document, since
// documents keep their places.
func (d *Documents) SetIndex(x *index.Index) { d.x = x }

// SetOpen marks the document that the text pane shows, and brings the cursor to
// it.
func (d *Documents) SetOpen(id text.DocID) {
	d.open = id
	d.MoveTo(int(id))
}

// Title is what the rule over the pane says.
func (d *Documents) Title() string { return "Documents" }

func (d *Documents) item(i, width int, cursor bool) []string {
	doc := d.x.Docs[i]
	first := d.theme.Text
	if doc.ID == d.open {
		first = d.theme.Title
	}
	second := d.theme.Faint
	lead := "  "
	if cursor {
		lead = d.theme.Focus + " "
		if d.Focused {
			first, second = d.theme.OnCursor(first), d.theme.OnCursor(second)
		}
	}
	title := pane.Cut(pane.OneLine(doc.Title), width-2, d.theme.Ellipsis)
	about := pane.Cut(d.about(doc), width-4, d.theme.Ellipsis)
	return []string{
		first.Render(lead + title + pane.Spaces(width-2-pane.Width(title))),
		second.Render("    " + about + pane.Spaces(width-4-pane.Width(about))),
	}
}

// about is a document in a line: when it was published, and what was found.
func (d *Documents) about(doc *model.Document) string {
	parts := []string{say.Published(doc.Published)}
	if _, q := d.x.QuotationsOf(doc.ID); len(q) > 0 {
		parts = append(parts, fmt.Sprintf("%d said", len(q)))
	}
	if n := len(d.x.EventsOf(doc.ID)); n > 0 {
		parts = append(parts, fmt.Sprintf("%d ev", n))
	}
	return strings.Join(parts, " · ")
}
