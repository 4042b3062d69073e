package text

// Decode turns the bytes of a file into a string; it is not yet safe. charset
// names what was found.
func Decode(b []byte) (s, charset string) {
	return string(b), "utf-8"
}
