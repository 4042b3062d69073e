package say_test

import (
	"testing"

	"onrecord/ui/say"
)

func TestWordsAreQuotedOnce(t *testing.T) {
	cases := []struct{ name, words, want string }{
		{"plain words", "the wall fell", "“the wall fell”"},
		{"a quotation whole", "“The wall fell.”", "“The wall fell.”"},
		{"a quotation that goes on behind them", "“The wall fell.", "“The wall fell.”"},
		{"one that began before them", "fell in May.”", "“fell in May.”"},
		{"a quotation and the reporter’s words", "“It fell,” she said.", "“It fell,” she said."},
		{"one in the middle", "She said “it fell” twice.", "“She said “it fell” twice.”"},
		{"straight marks", "\"It fell.\"", "\"It fell.\""},
		{"straight marks that are not closed", "\"It fell.", "\"It fell.\""},
		{"nothing", "", "“”"},
	}
	for _, tc := range cases {
		t.Run(tc.name, func(t *testing.T) {
			if got := say.Quoted(tc.words); got != tc.want {
				t.Errorf("got %s, want %s", got, tc.want)
			}
		})
	}
}
