package text

// kinds decides what part each block plays.
func (d *Doc) kinds() {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.First < b.End && (d.Word(b.First) == "-" || d.Word(b.First) == "•" || d.Word(b.First) == "*") {
			b.Kind = ListItem
		}
	}
}
