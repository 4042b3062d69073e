package text

// Hash is FNV-1a, of 32 bits: words are compared by it when their text is gone.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}
