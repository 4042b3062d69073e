package model

import (
	"hash/maphash"
	"slices"
	"unicode"
	"unicode/utf8"

	"onrecord/model/quote"
	"onrecord/model/text"
)

// minEcho is the least number of letters that make two quotations the same
// utterance and not the same turn of phrase ("a disgrace").
const minEcho = 24

// link fills Also: quotations of the same words elsewhere. Marks, case and
// white space do not count, so that a passage set anew is still found.
func link(quotes []Quotation, docs []*Document) {
	seed := maphash.MakeSeed()
	same := make(map[uint64][]int, len(quotes))
	for i := range quotes {
		if quotes[i].Kind == quote.Indirect {
			continue
		}
		if h, n := foldedHash(seed, docs[quotes[i].Doc].Text, quotes[i].Spans); n >= minEcho {
			same[h] = append(same[h], i)
		}
	}
	for _, group := range same {
		if len(group) < 2 {
			continue
		}
		// A text that stands a thousand times is linked to its first places only,
		// else the links would be a million.
		const most = 64
		first := slices.Clip(group[:min(len(group), most)])
		for n, i := range group {
			if n >= most { // it is none of the first: all such share one list
				quotes[i].Also = first
				continue
			}
			quotes[i].Also = slices.Concat(first[:n], first[n+1:])
		}
	}
}

// foldedHash hashes the letters and digits of spans in lower case, and returns
// how many there are.
func foldedHash(seed maphash.Seed, s string, spans []text.Span) (sum uint64, letters int) {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, sp := range spans {
		for _, r := range sp.Of(s) {
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				continue
			}
			letters++
			r = unicode.ToLower(r)
			if r < utf8.RuneSelf {
				h.WriteByte(byte(r))
				continue
			}
			var b [utf8.UTFMax]byte
			h.Write(b[:utf8.EncodeRune(b[:], r)])
		}
	}
	return h.Sum64(), letters
}
