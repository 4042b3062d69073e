package quote

import (
	"hash/maphash"
	"unicode"
	"unicode/utf8"

	"onrecord/model/text"
)

// minEcho is the least number of letters that make two quotations the same
// utterance and not the same turn of phrase ("a disgrace").
const minEcho = 24

// Echo hashes the words of spans of a text so that those of two quotations which are
// the same utterance are equal: marks, case and white space do not count, so that a
// passage set anew is still found. It is not ok for few words, which are an utterance
// of their own wherever they stand.
func Echo(seed maphash.Seed, s string, spans []text.Span) (sum uint64, ok bool) {
	var h maphash.Hash
	h.SetSeed(seed)
	letters := 0
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
	return h.Sum64(), letters >= minEcho
}
