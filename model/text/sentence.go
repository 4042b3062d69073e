package text

// sentences cuts each block's tokens into sentences.
func (d *Doc) sentences() {
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		b.FirstSentence = len(d.Sentences)
		first := b.First
		for i := b.First; i < b.End; i++ {
			if !d.stop(i, b.End) {
				continue
			}
			end := i + 1
			for end < b.End && d.Tokens[end].Kind == Quote && !d.Tokens[end].Is(SpaceBefore) {
				end++
			}
			d.addSentence(first, end, bi)
			first, i = end, end-1
		}
		if first < b.End {
			d.addSentence(first, b.End, bi)
		}
		b.EndSentence = len(d.Sentences)
	}
}

func (d *Doc) addSentence(first, end, block int) {
	d.Tokens[first].Flags |= SentStart
	d.Sentences = append(d.Sentences, Sentence{Span: d.SpanOf(first, end), First: first, End: end, Block: block})
}

// stop reports whether a sentence ends at token i.
func (d *Doc) stop(i, end int) bool {
	w := d.Word(i)
	switch w[0] {
	case '!', '?':
	case '.':
		if i > 0 && !d.Tokens[i].Is(SpaceBefore) && abbreviations[d.Lower(i-1)] {
			return false
		}
	default:
		return false
	}
	n := i + 1
	for n < end && d.Tokens[n].Kind == Quote && !d.Tokens[n].Is(SpaceBefore) {
		n++
	}
	if n == end {
		return true
	}
	return d.Tokens[n].Is(SpaceBefore) && (d.Tokens[n].Is(Capital) || d.Tokens[n].Kind != Word)
}

var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "rev": true, "cllr": true, "coun": true, "st": true, "sen": true,
	"rep": true, "gov": true, "gen": true, "col": true, "sgt": true, "lt": true, "capt": true, "hon": true, "jr": true, "sr": true, "vs": true, "no": true,
}
