package people

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// accents lists letters with the plain letters that a hurried writer puts for
// them.
const accents = "àa áa âa ãa äa åa āa ăa ąa æae çc ćc ĉc ċc čc ďd đd ðd èe ée êe ëe ēe ĕe ėe ęe ěe ĝg ğg ġg ģg ĥh ħh ìi íi îi ïi ĩi īi ĭi įi ıi ĵj ķk ĺl ļl ľl łl ñn ńn ņn ňn òo óo ôo õo öo øo ōo ŏo őo œoe ŕr ŗr řr śs ŝs şs šs șs ßss ţt ťt ŧt țt þth ùu úu ûu üu ũu ūu ŭu ůu űu ųu ŵw ẁw ẃw ẅw ýy ÿy ŷy ỳy źz żz žz"

var plain = func() map[rune]string {
	m := map[rune]string{}
	for _, pair := range strings.Fields(accents) {
		r, n := utf8.DecodeRuneInString(pair)
		m[r] = pair[n:]
	}
	return m
}()

// Fold returns a name as it is compared: in lower case, without accents, with
// straight apostrophes and single spaces, and no full stops behind initials. Two
// spellings that fold alike are one name.
func Fold(name string) string { return string(appendFold(nil, name)) }

func appendFold(b []byte, s string) []byte {
	space := false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == ' ' || c == '\n' || c == '\t':
				space = len(b) > 0
				continue
			case c == '.':
				space = space || len(b) > 0 && i < len(s)
				continue
			case 'A' <= c && c <= 'Z':
				c += 'a' - 'A'
			}
			if space {
				b, space = append(b, ' '), false
			}
			b = append(b, c)
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if unicode.IsSpace(r) {
			space = len(b) > 0
			continue
		}
		if r >= 0x300 && r < 0x370 { // a combining accent
			continue
		}
		if space {
			b, space = append(b, ' '), false
		}
		switch r {
		case '’', '‘', 'ʼ', '′':
			b = append(b, '\'')
			continue
		case '‐', '‑', '–':
			b = append(b, '-')
			continue
		}
		r = unicode.ToLower(r)
		if p, ok := plain[r]; ok {
			b = append(b, p...)
			continue
		}
		b = utf8.AppendRune(b, r)
	}
	return b
}

// lastPart returns what follows the last space or hyphen of a folded name.
func lastPart(folded string) string {
	return folded[strings.LastIndexAny(folded, " -")+1:]
}

// LastName returns the folded last name by which persons are looked up: the last
// part of a hyphenated one.
func LastName(name string) string {
	base, _ := cutGeneration(Fold(name))
	return lastPart(base)
}

// EndsAlike reports whether one of two names ends in the other's last word: the
// whole of Rhodes-White, and not White alone.
func EndsAlike(a, b string) bool {
	a, _ = cutGeneration(Fold(a))
	b, _ = cutGeneration(Fold(b))
	return endsWith(a, []byte(lastWord(b))) || endsWith(b, []byte(lastWord(a)))
}

// endsWith reports whether a folded name ends in the folded last name, a hyphen
// and a space being the same between its parts: "rhodes white" ends "anne
// rhodes-white", and "white" does not.
func endsWith(full string, last []byte) bool {
	at := len(full) - len(last)
	if at < 0 || at > 0 && full[at-1] != ' ' {
		return false
	}
	for i := range len(last) {
		a, b := full[at+i], last[i]
		if a != b && (a != '-' || b != ' ') && (a != ' ' || b != '-') {
			return false
		}
	}
	return true
}

// lastWord returns the last word of a folded name, a hyphenated one in whole.
func lastWord(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }
