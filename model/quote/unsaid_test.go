package quote_test

import "testing"

func TestWhatWasNotSaidIsNoQuotation(t *testing.T) {
	cases := []struct {
		name, in string
		want     int
	}{
		{"a negation", "Tom Field did not say “it is all over now”.", 0},
		{"a negation in one word", "Tom Field didn’t say “it is all over now”.", 0},
		{"never", "Tom Field never said “it is all over now”.", 0},
		{"a denial", "Ann Lee denied saying “burn the whole place down”.", 0},
		{"a condition", "If Tom Field says “there is no deal here”, all will be over.", 0},
		{"what should have been said", "Tom Field should have said “I was wrong about that”.", 0},
		{"nobody", "Nobody said “we are sorry for this”.", 0},
		{"not only", "Tom Field not only said “it is all over now”, he left.", 1},
		{"a negation within the words", "Tom Field said “it is not over yet”.", 1},
		{"a negation of somebody else", "Ann Lee did not come, and Tom Field said “it is all over now”.", 1},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if _, got := find(tc.in); len(got) != tc.want {
				t.Errorf("%d quotations, want %d: %+v", len(got), tc.want, got)
			}
		})
	}
}
