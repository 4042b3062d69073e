package search

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A key is what the index knows a word by. The words that differ by accents
// alone must be found together and told apart, so a key holds both forms: the
// letters without accents, and behind accentMark, where there are any, the
// letters with them. Keys that share their letters then stand side by side in a
// sorted dictionary, and a beginning is one stretch of it.
const accentMark = 0

// maxKey bounds a form in bytes: a longer word is known by its beginning, so that
// a hostile line without a blank costs no more than it holds.
const maxKey = 128

// lower folds a byte of a word, and the marks that join its parts.
var lower = func() (l [256]byte) {
	for b := range l {
		l[b] = byte(b)
		if b >= 'A' && b <= 'Z' {
			l[b] = byte(b) + 'a' - 'A'
		}
	}
	l['`'] = '\'' // typewriters' apostrophe (found by fuzzing)
	return l
}()

// appendKey appends the key of a word, which is letters, digits, their accents
// and the marks that join them. ASCII, nearly all of English, takes one look in a
// table a byte.
func appendKey(dst []byte, s string) []byte {
	for i := range min(len(s), maxKey) {
		if s[i] >= utf8.RuneSelf {
			return appendAccented(dst[:len(dst)-i], s)
		}
		dst = append(dst, lower[s[i]])
	}
	return dst
}

// appendAccented is appendKey for words beyond ASCII.
func appendAccented(dst []byte, s string) []byte {
	start := len(dst)
	exact := appendExact(nil, s)
	dst = appendBase(dst, exact)
	if len(dst)-start == len(exact) {
		return dst
	}
	return append(append(dst, accentMark), exact...)
}

// appendExact appends a word in small letters, taken apart into letters and
// accents.
func appendExact(dst []byte, s string) []byte {
	start, last, ordered := len(dst), false, true
	for _, r := range s {
		if len(dst)-start >= maxKey {
			break
		}
		switch {
		case r < utf8.RuneSelf:
			dst = append(dst, lower[r])
			last = false
		case apostrophe(r):
			dst = append(dst, '\'')
			last = false
		case transparent(r):
		default:
			f := foldRune(r)
			mark := unicode.Is(unicode.M, r)
			if mark && last {
				ordered = false
			}
			last = mark || len(f) > 0 && accent(lastRune(f))
			dst = append(dst, f...)
		}
	}
	if !ordered { // two accents on one letter, in an order of their own
		return append(dst[:start], norm.NFD.Bytes(dst[start:])...)
	}
	return dst
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// appendBase appends a folded word without its accents.
func appendBase(dst, exact []byte) []byte {
	for i := 0; i < len(exact); {
		if exact[i] < utf8.RuneSelf {
			dst = append(dst, exact[i])
			i++
			continue
		}
		r, n := utf8.DecodeRune(exact[i:])
		if !accent(r) {
			dst = append(dst, exact[i:i+n]...)
		}
		i += n
	}
	return dst
}

// accent reports whether r is a mark that a word keeps its meaning without: those
// of Latin, Greek, Cyrillic, Hebrew and Arabic. The vowel signs of India are
// letters in all but name.
func accent(r rune) bool {
	switch {
	case r < 0x300:
		return false
	case r <= 0x36f:
		return true
	}
	return r >= 0x591 && r <= 0x5c7 || r >= 0x64b && r <= 0x65f || r == 0x670 ||
		r >= 0x1ab0 && r <= 0x1aff || r >= 0x1dc0 && r <= 0x1dff || r >= 0x20d0 && r <= 0x20ff
}

// whole are letters that Unicode does not take apart, though readers do. U+034F
// stands as an accent behind letters that came of one sign: ae finds æ, and æ only
// æ.
var whole = map[rune]string{
	'ø': "o\u0338", 'ł': "l\u0335", 'đ': "d\u0335", 'ħ': "h\u0335", 'ŧ': "t\u0335",
	'ð': "d\u034f", 'þ': "t\u034fh\u034f", 'æ': "a\u034fe\u034f", 'œ': "o\u034fe\u034f", 'ß': "s\u034fs\u034f", 'ı': "i\u034f",
}

// latin holds foldRune of the letters up to U+0530, of Latin, Greek and Cyrillic:
// taking a letter apart costs 420 ns, a look here 5.
var latin = sync.OnceValue(func() *[0x530]string {
	var t [0x530]string
	for r := rune(utf8.RuneSelf); r < rune(len(t)); r++ {
		t[r] = takeApart(r)
	}
	return &t
})

func foldRune(r rune) string {
	if r < 0x530 {
		return latin()[r]
	}
	return takeApart(r)
}

// takeApart returns the small letters and accents that r is made of.
func takeApart(r rune) string {
	if s, ok := whole[unicode.ToLower(r)]; ok {
		return s
	}
	var out []rune
	letters := false
	for _, p := range norm.NFKD.String(string(unicode.ToLower(r))) {
		p = unicode.ToLower(p)
		switch {
		case p == 'ς':
			out, letters = append(out, 'σ'), true
		case unicode.IsLetter(p), unicode.IsDigit(p), unicode.Is(unicode.M, p):
			out, letters = append(out, p), letters || !accent(p)
		}
	}
	if !letters { // a sign by itself, or an accent
		return string(r)
	}
	return string(out)
}

// baseOf and exactOf are the two forms in a key.
func baseOf(key string) string {
	for i := range len(key) {
		if key[i] == accentMark {
			return key[:i]
		}
	}
	return key
}

func exactOf(key string) string {
	for i := range len(key) {
		if key[i] == accentMark {
			return key[i+1:]
		}
	}
	return key
}

// agrees reports whether the accents of a word of the text are those that were
// typed: a letter typed without any agrees with all, one typed with some with
// those only. Their letters are known to be the same; of a beginning, word may go
// on.
func agrees(typed, word string) bool {
	i, k := 0, 0
	for i < len(typed) {
		_, n := utf8.DecodeRuneInString(typed[i:])
		_, m := utf8.DecodeRuneInString(word[k:])
		i, k = i+n, k+m
		a, b := accents(typed[i:]), accents(word[k:])
		if a > 0 && typed[i:i+a] != word[k:k+b] {
			return false
		}
		i, k = i+a, k+b
	}
	return true
}

// accents returns how many bytes of accents s begins with.
func accents(s string) int {
	for i, r := range s {
		if !accent(r) {
			return i
		}
	}
	return len(s)
}
