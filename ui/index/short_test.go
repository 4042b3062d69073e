package index

import "testing"

func TestShortNames(t *testing.T) {
	cases := []struct{ name, in, want string }{
		{"a number and a hash", "pages/003_a43ca14894238f22.txt", "003"},
		{"two numbers", "0003_186.txt", "0003_186"},
		{"a day and what it is of", "2021-05-13-council.txt", "2021-05-13-council"},
		{"a day and many words", "2021-05-13-statement-of-the-council.txt", "2021-05-13-statement"},
		{"a word", "letter.eml", "letter"},
		{"one long word", "Rindfleischetikettierung.md", "Rindfleischetiketti…"},
		{"words with blanks", "Letter to the clerk of the council.docx", "Letter to the clerk"},
		{"a number of eight digits is no hash", "20210513.txt", "20210513"},
		{"a word of the letters of a hash", "minutes_defaced.txt", "minutes_defaced"},
		{"nothing before the ending", ".txt", ".txt"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := Short(tc.in); got != tc.want {
				t.Errorf("%q, want %q", got, tc.want)
			}
		})
	}
}
