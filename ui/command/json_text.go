package command

import "onrecord/model"

type textJSON struct {
	Doc    string      `json:"doc"`
	Text   string      `json:"text"`
	Blocks []blockJSON `json:"blocks"`
}

type blockJSON struct {
	Kind string   `json:"kind"`
	Span spanJSON `json:"span"`
}

func textOf(d *model.Document) textJSON {
	out := textJSON{Doc: d.Name, Text: d.Text, Blocks: []blockJSON{}}
	for _, b := range d.Blocks {
		out.Blocks = append(out.Blocks, blockJSON{b.Kind.String(), spanOf(b.Span)})
	}
	return out
}
