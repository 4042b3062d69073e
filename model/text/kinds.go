package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds in words of the lines that may play a part other than a paragraph's.
const (
	maxFurniture = 40 // a longer block says something
	maxCaption   = 30
	maxHeading   = 16
	maxTail      = 14 // of a line between or behind furniture
)

// kinds decides what part each block plays: by the words of the line, by its
// shape, and by what stands around it.
func (d *Doc) kinds() {
	for i := range d.Blocks {
		d.Blocks[i].Kind = d.kind(&d.Blocks[i])
	}
	d.tails()
	d.headings()
}

func (d *Doc) kind(b *Part) BlockKind {
	n := b.End - b.First
	line := d.lower[b.Span.Start:b.Span.End]
	switch {
	case n == 0:
		return Furniture
	case n <= maxFurniture && furniture(line):
		return Furniture
	case n <= maxCaption && caption(line):
		return Caption
	case listMark(line):
		return ListItem
	}
	return Paragraph
}

// furniture reports whether a line in lower case is page boilerplate by itself.
func furniture(line string) bool {
	line = strings.TrimLeftFunc(line, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("•*>»|·", r) })
	if line == "" || counter(line) {
		return true
	}
	if strings.HasPrefix(line, "×") || furnitureLines.Has(strings.TrimRight(line, " :.!")) || furnitureLines.Has(line) {
		return true
	}
	for _, p := range prefixesBy[line[0]] {
		if strings.HasPrefix(line, p) {
			r, _ := utf8.DecodeRuneInString(line[len(p):])
			last, _ := utf8.DecodeLastRuneInString(p)
			if !unicode.IsLetter(r) || !unicode.IsLetter(last) {
				return true
			}
		}
	}
	if !strings.ContainsAny(line, " \t") {
		for _, e := range imageEndings {
			if strings.HasSuffix(line, e) {
				return true
			}
		}
	}
	return strings.IndexFunc(line, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0
}

// counter reports whether a line is a number by itself: how many comments, likes
// or pages there are. A year by itself heads what was in it.
func counter(line string) bool {
	const most = 7
	year := len(line) == 4 && line >= "1500" && line < "2100"
	return len(line) <= most && strings.Trim(line, "0123456789,") == "" && !year
}

// caption reports whether a line in lower case says whose or of what a picture is.
func caption(line string) bool {
	if last := line[len(line)-1]; (last == '.' || last == '"') && !strings.HasPrefix(line, "image") && !strings.HasPrefix(line, "pic") && !strings.HasPrefix(line, "photo") {
		return false
	}
	for _, m := range captionMarks {
		if strings.Contains(line, m) {
			return true
		}
	}
	return false
}

// listMark reports whether a line begins as an item of a list.
func listMark(line string) bool {
	for _, m := range []string{"- ", "* ", "• ", "– ", "· ", "o ", "▪ ", "-\t", "•\t"} {
		if strings.HasPrefix(line, m) {
			return true
		}
	}
	n := 0
	for n < len(line) && n < 3 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	return n > 0 && len(line) > n+1 && (line[n] == '.' || line[n] == ')') && line[n+1] == ' '
}

// tails takes the short lines that stand between furniture at the foot of the
// page, or behind the last of it, for furniture too. The foot begins behind the
// last block that is long enough to say something.
func (d *Doc) tails() {
	foot := len(d.Blocks)
	for foot > 0 {
		b := &d.Blocks[foot-1]
		if b.Kind != Furniture && b.End-b.First > maxTail {
			break
		}
		foot--
	}
	seen := 0
	for i := foot; i < len(d.Blocks); i++ {
		b := &d.Blocks[i]
		switch {
		case b.Kind == Furniture:
			seen++
		case seen >= 2 && b.Kind != Caption:
			b.Kind = Furniture
		}
	}
}

// headings finds the lines that stand over others: short, without a stop, in
// capitals or begun by one, or a bare date.
func (d *Doc) headings() {
	for i := range d.Blocks {
		b := &d.Blocks[i]
		if b.Kind == Paragraph && d.headed(i) {
			b.Kind = Heading
		}
	}
}

func (d *Doc) headed(i int) bool {
	b := &d.Blocks[i]
	line := b.Span.Of(d.Text)
	if strings.HasPrefix(line, "#") {
		return true
	}
	n := b.End - b.First
	if n > 2*maxHeading || d.Sentences[b.FirstSentence].End != b.End {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(line)
	if strings.ContainsRune(".,;:!?”\"’…", last) && !(last == '?' && n <= maxHeading) {
		return false
	}
	first := d.Tokens[b.First]
	if first.Kind == Word && !first.Is(Capital) || first.Kind == Quote && n > maxHeading {
		return false
	}
	next := d.nextSaid(i)
	if next < 0 {
		return false
	}
	m := d.Blocks[next].End - d.Blocks[next].First
	if n > maxHeading { // a long headline stands first, over more
		return d.firstSaid(i)
	}
	return m >= n || d.Blocks[next].Kind == ListItem || d.firstSaid(i)
}

// nextSaid returns the next block that is not quiet, or -1.
func (d *Doc) nextSaid(i int) int {
	for i++; i < len(d.Blocks); i++ {
		if !d.Blocks[i].Kind.Quiet() {
			return i
		}
	}
	return -1
}

func (d *Doc) firstSaid(i int) bool {
	for k := range i {
		if !d.Blocks[k].Kind.Quiet() {
			return false
		}
	}
	return true
}
