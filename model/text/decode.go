package text

import (
	"bytes"
	"errors"
	"unicode/utf16"
	"unicode/utf8"
)

// ErrBinary says that bytes are not text in any encoding.
var ErrBinary = errors.New("it is not text: it holds binary data")

// Decode turns the bytes of a file into a string and names the encoding that it
// found: a byte order mark decides first, then valid UTF-8, then the pattern of
// zero bytes of UTF-16, then Windows-1252, of which Latin-1 is a part. The string
// is not yet safe. It fails with ErrBinary.
func Decode(b []byte) (s, charset string, err error) {
	switch {
	case bytes.HasPrefix(b, []byte{0xef, 0xbb, 0xbf}):
		return string(b[3:]), "utf-8", nil
	case bytes.HasPrefix(b, []byte{0xff, 0xfe}):
		return fromUTF16(b[2:], 1), "utf-16le", nil
	case bytes.HasPrefix(b, []byte{0xfe, 0xff}):
		return fromUTF16(b[2:], 0), "utf-16be", nil
	}
	head := b[:min(len(b), 8192)]
	zeros := bytes.Count(head, []byte{0})
	if zeros > 0 {
		if high, ok := zeroPattern(head); ok {
			return fromUTF16(b, high), [...]string{"utf-16be", "utf-16le"}[high], nil
		}
	}
	valid := utf8.Valid(b)
	if zeros*50 > len(head) || zeros > 0 && !valid || controls(head)*3 > len(head) {
		return "", "", ErrBinary // a stray control in a text is shown as a sign, not refused
	}
	if valid {
		return string(b), "utf-8", nil
	}
	if mostlyUTF8(b) {
		return string(b), "utf-8", nil // a few broken bytes: Safe shows them as U+FFFD
	}
	return fromWindows1252(b), "windows-1252", nil
}

// zeroPattern reports whether b looks like UTF-16 of mostly Latin text: nearly
// every second byte is zero. high is the place of the high byte in a pair.
func zeroPattern(b []byte) (high int, ok bool) {
	var at [2]int
	for i, c := range b {
		if c == 0 {
			at[i&1]++
		}
	}
	half := len(b) / 2
	switch {
	case half >= 2 && at[1]*10 > half*7 && at[0]*10 < half:
		return 1, true
	case half >= 2 && at[0]*10 > half*7 && at[1]*10 < half:
		return 0, true
	}
	return 0, false
}

// controls counts bytes that do not occur in text of any of our encodings.
func controls(b []byte) int {
	n := 0
	for _, c := range b {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			n++
		}
	}
	return n
}

// mostlyUTF8 reports whether multi-byte sequences are well formed at least four
// times as often as not, which text in a one-byte encoding never is.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good >= 4*bad
}

// fromUTF16 decodes pairs of bytes; high is the place of the high byte.
func fromUTF16(b []byte, high int) string {
	u := make([]uint16, len(b)/2)
	for i := range u {
		u[i] = uint16(b[2*i+high])<<8 | uint16(b[2*i+1-high])
	}
	return string(utf16.Decode(u))
}

// windows1252 is what 0x80 to 0x9f mean, after the WHATWG Encoding Standard's
// index; the five unassigned bytes are U+FFFD here, not C1 controls.
var windows1252 = [32]rune{
	'€', 0xfffd, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0xfffd, 'Ž', 0xfffd,
	0xfffd, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0xfffd, 'ž', 'Ÿ',
}

func fromWindows1252(b []byte) string {
	out := make([]byte, 0, len(b)+len(b)/16)
	for _, c := range b {
		switch {
		case c < 0x80:
			out = append(out, c)
		case c < 0xa0:
			out = utf8.AppendRune(out, windows1252[c-0x80])
		default:
			out = utf8.AppendRune(out, rune(c))
		}
	}
	return string(out)
}
