package text

// Plain is the mark of a typewriter for one of print: what is typed to look for "’",
// "“", "–" or a blank that does not break is "'", '"', "-" and " ".
func Plain(r rune) rune {
	switch r {
	case '’', '‘':
		return '\''
	case '“', '”':
		return '"'
	case '–', '—', '‑':
		return '-'
	case '\u00a0':
		return ' '
	}
	return r
}
