// Package documents is the pane that lists the documents of the corpus.
package documents

import (
	"fmt"
	"slices"

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
	view  index.View
	read  func(text.DocID) bool
	none  string // what is said where the filter leaves nothing
}

// New returns the pane without documents.
func New(keys keymap.Map, t *theme.Theme) *Documents {
	d := &Documents{theme: t, view: index.View{Open: text.NoDoc}}
	d.Keys = keys
	d.Count = func() int {
		switch {
		case d.x == nil:
			return 0
		case d.view.Page != nil:
			return len(d.view.Page.Docs)
		}
		return len(d.x.Docs)
	}
	d.Height = func(int) int { return 2 }
	d.Render = d.item
	d.Selected = func(goThere bool) tea.Msg {
		return pane.Open{Ref: text.Ref{Doc: d.at(d.Cursor)}, Go: goThere}
	}
	d.Empty = func(width int) []string {
		return pane.Note(d.theme.Quiet.Render, d.none, width)
	}
	return d
}

// at is the document in row i.
func (d *Documents) at(i int) text.DocID {
	if d.view.Page != nil {
		return d.view.Page.Docs[i]
	}
	return text.DocID(i)
}

// ItemAt is the document of row i.
func (d *Documents) ItemAt(i int) int32 { return int32(d.at(i)) }

// SetTheme changes the styles.
func (d *Documents) SetTheme(t *theme.Theme) { d.theme = t }

// Set shows a snapshot: all documents, or those that a filter leaves. The cursor
// stays on its document, which keeps its number, where that is still listed.
func (d *Documents) Set(x *index.Index, v index.View) {
	was := v.Open
	if d.Cursor < d.Count() {
		was = d.at(d.Cursor)
	}
	d.x, d.view, d.none = x, v, ""
	if d.Count() == 0 && v.Page != nil {
		d.none = say.Emptied("document", "", v.Page, d.Keys, index.Documents, index.First(len(x.Docs)))
	}
	d.goTo(text.DocID(d.Home(int32(was))))
}

func (d *Documents) goTo(id text.DocID) {
	at, listed := int(id), true
	if d.view.Page != nil {
		at, listed = slices.BinarySearch(d.view.Page.Docs, id)
	}
	d.Place(at, int32(id), listed)
}

// SetOpen marks the document that the text pane shows, and brings the cursor to
// it.
func (d *Documents) SetOpen(id text.DocID) {
	d.view.Open = id
	d.goTo(id)
}

// SetRead tells which documents were read to their end.
func (d *Documents) SetRead(of func(text.DocID) bool) { d.read = of }

// Title is what the rule over the pane says.
func (d *Documents) Title(width int) string {
	if d.view.Page == nil {
		return "Documents"
	}
	n := say.Number(d.Count())
	return pane.First(width, d.theme.Ellipsis, fmt.Sprintf("Documents %s %s of %s", d.theme.Rule, n, say.Number(len(d.x.Docs))), fmt.Sprintf("Documents %s %s", d.theme.Rule, n))
}

func (d *Documents) item(i, width int, cursor bool) []string {
	doc := d.x.Docs[d.at(i)]
	first := d.theme.Text
	if doc.ID == d.view.Open {
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
	about := pane.Parts(width-4, d.theme.Ellipsis, d.about(doc)...)
	mark := "    "
	if d.read != nil && d.read(doc.ID) {
		mark = pane.Spaces(3-pane.Width(d.theme.Read)) + d.theme.Read + " "
	}
	return []string{
		first.Render(lead + title + pane.Spaces(width-2-pane.Width(title))),
		second.Render(mark + about + pane.Spaces(width-4-pane.Width(about))),
	}
}

// about is a document in a line, by parts: when it was published, and what is listed of
// it.
func (d *Documents) about(doc *model.Document) []string {
	parts := []string{say.Published(doc.Published)}
	if n := len(d.x.SaidIn(doc.ID, d.view)); n > 0 {
		parts = append(parts, say.Number(n)+" said")
	}
	if n := len(d.x.ToldIn(doc.ID, d.view)); n > 0 {
		parts = append(parts, say.Plural(n, "event"))
	}
	return parts
}
