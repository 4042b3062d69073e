package fuzzy

// Latin is the table of plain letters.
const Latin = latin

// PassedOver reports whether a text is not weighed.
func PassedOver(k, t Key, inWord bool) bool {
	if inWord {
		return !inOneWord(k, t)
	}
	return !inBeginnings(k, t)
}

// CanBe reports whether weighing finds places.
func CanBe(k, t Key, inWord bool) bool { return weigh(k, t, inWord, nil) > none/2 }
