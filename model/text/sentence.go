package text

// sentences cuts each block's tokens into sentences. A full stop, ! or ? ends
// one, with the quote marks and brackets that close on it, when what follows can
// begin another. The sentence of a reporter that holds a quotation ("Is it?" he
// asked.) goes on behind the mark, since a small letter follows.
func (d *Doc) sentences() {
	for bi := range d.Blocks {
		b := &d.Blocks[bi]
		b.FirstSentence = len(d.Sentences)
		first := b.First
		for i := b.First; i < b.End; i++ {
			end, ok := i+1, false
			switch d.Tokens[i].Kind {
			case Punct:
				end, ok = d.stop(i, b.End)
			case Word:
				ok = d.stopInside(i, b.End)
			}
			if !ok {
				continue
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

// stop reports whether a sentence ends at token i, a mark of punctuation, and
// the token behind it and what closes on it.
func (d *Doc) stop(i, end int) (behind int, ok bool) {
	switch d.Text[d.Tokens[i].Start] {
	case '!', '?':
	case '.':
		if d.Tokens[i].End-d.Tokens[i].Start > 1 && i+1 < end && !d.Tokens[i+1].Is(Capital) && d.Tokens[i+1].Kind == Word {
			return 0, false // an ellipsis in mid-sentence
		}
	default:
		return 0, false
	}
	n := i + 1
	for n < end && !d.Tokens[n].Is(SpaceBefore) && d.closes(n) {
		n++
	}
	if n == end {
		return n, true
	}
	next := d.Tokens[n]
	if !next.Is(SpaceBefore) || next.Kind == Word && !next.Is(Capital) {
		return 0, false
	}
	if next.Kind == Punct && !d.opensSentence(n) {
		return 0, false
	}
	if n == i+1 && d.abbreviated(i, n) {
		return 0, false
	}
	return n, true
}

// stopInside reports whether a sentence ends with a word that holds its own last
// stop ("in the U.S. The …"): only a word that opens sentences tells.
func (d *Doc) stopInside(i, end int) bool {
	if d.Text[d.Tokens[i].End-1] != '.' || i+1 >= end {
		return false
	}
	return d.Tokens[i+1].Is(Capital|SpaceBefore) && openers.Has(d.Lower(i+1))
}

// closes reports whether token n can close a sentence behind its stop.
func (d *Doc) closes(n int) bool {
	t := d.Tokens[n]
	c := d.Text[t.Start]
	return t.Kind == Quote || t.Kind == Punct && (c == ')' || c == ']' || c == '!' || c == '?' || c == '.')
}

// opensSentence reports whether a mark of punctuation can begin a sentence.
func (d *Doc) opensSentence(n int) bool {
	switch d.Text[d.Tokens[n].Start] {
	case '(', '[', '$', '-', '*', '#', '@':
		return true
	}
	return d.Text[d.Tokens[n].Start] >= 0x80 && d.Word(n) != "–" && d.Word(n) != "—" && d.Word(n) != "…"
}

// abbreviated reports whether the stop at token i belongs to the word before it.
// Words with inner stops (U.S., a.m.) hold their last stop themselves: i is then
// a stop of its own and ends the sentence.
func (d *Doc) abbreviated(i, next int) bool {
	if i == 0 || d.Tokens[i].Is(SpaceBefore) || d.Tokens[i-1].Kind != Word || d.Tokens[i].End-d.Tokens[i].Start > 1 {
		return false
	}
	w := d.Lower(i - 1)
	switch {
	case abbreviations.Has(w):
	case numbered.Has(w) && d.Tokens[next].Kind == Number:
	case len(w) == 1 && d.Tokens[i-1].Is(Capital) && w != "i": // an initial
	case closers.Has(w) && !openers.Has(d.Lower(next)) && d.Tokens[next].Kind == Word:
	default:
		return false
	}
	d.Tokens[i-1].Flags |= Abbrev
	return true
}
