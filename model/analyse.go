package model

import (
	"onrecord/model/event"
	"onrecord/model/people"
	"onrecord/model/quote"
	"onrecord/model/reuse"
	"onrecord/model/search"
	"onrecord/model/source"
	"onrecord/model/text"
	"onrecord/model/when"
)

// Analysis is what the per-document stage finds: a pure function of the
// document, so it may run anywhere. Tokens do not outlive it.
type Analysis struct {
	Source    source.Document
	Blocks    []text.Block
	Words     int
	Language  string // "en", or "" where it is not told
	Title     string
	Basis     TitleBasis
	TitleSpan text.Span
	People    *people.Found
	Quotes    []quote.Quotation
	Times     *when.Found
	Events    []event.Event
	Print     *reuse.Fingerprint
	Index     *search.Part // where it is asked for, until it is part of the corpus's index
}

// Analyse finds all that one document says by itself.
func Analyse(s source.Document) *Analysis {
	d := text.Parse(s.Text)
	defer d.Release()
	a := &Analysis{Source: s, Words: words(d), Language: language(d)}
	a.People = people.Find(d)
	a.Quotes = quote.Find(d, a.People)
	sign(d, a.Quotes)
	a.Times = when.Find(d)
	a.Events = event.Find(d, a.Times, a.People)
	a.Print = reuse.Print(d)
	a.Title, a.Basis, a.TitleSpan = title(d, s)
	a.Blocks = d.Kept()
	return a
}

func words(d *text.Doc) int {
	n := 0
	for _, t := range d.Tokens {
		if t.Kind == text.Word || t.Kind == text.Number || t.Kind == text.URL {
			n++
		}
	}
	return n
}

// sign marks the lines that sign a statement: the name, and the role under it.
func sign(d *text.Doc, quotes []quote.Quotation) {
	for i := range quotes {
		q := &quotes[i]
		if q.Kind != quote.Statement || len(q.Speakers) == 0 || q.Speakers[0].Mention.Start < q.Hull().End {
			continue
		}
		bi := d.BlockAt(d.TokenAt(int(q.Speakers[0].Mention.Start)))
		if bi < 0 {
			continue
		}
		d.Blocks[bi].Kind = text.Signature
		if n := bi + 1; n < len(d.Blocks) && d.Blocks[n].Span.Of(d.Text) == q.Speakers[0].Role {
			d.Blocks[n].Kind = text.Signature
		}
	}
}

// englishWords are among the commonest of English running text and rare in that
// of its neighbours.
var englishWords = text.SetOf("the", "of", "and", "to", "that", "is", "was", "for", "with", "it", "are", "be", "have", "has", "this", "by", "they", "from", "he", "she")

// language tells English by the share of its commonest words: a quarter of any
// English text, and hardly a twentieth of any other.
func language(d *text.Doc) string {
	const most, least = 400, 8
	n, english := 0, 0
	enough := min(most, len(d.Tokens)) // a tenth of all that will be looked at settles it
	for i := range d.Tokens {
		if d.Tokens[i].Kind != text.Word {
			continue
		}
		if n++; englishWords.Has(d.Lower(i)) {
			english++
		}
		if n == most || n >= least && english*10 >= enough {
			break
		}
	}
	if n >= least && english*10 >= n {
		return "en"
	}
	return ""
}
