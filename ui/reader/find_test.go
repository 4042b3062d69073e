package reader_test

import (
	"strings"
	"testing"

	"onrecord/ui/theme"
)

func TestHitsInTheTitleAreSeen(t *testing.T) {
	r := shown(t, mixed, 60, 12)
	r.Find("harbour")
	if _, now, of := r.Found(); now != 1 || of != 1 {
		t.Fatalf("hit %d of %d", now, of)
	}
	want := theme.New(true, false).Look(theme.Look{Speaker: -1, Title: true, Hit: true, Now: true}).Render("harbour")
	if rows := r.View(); !strings.Contains(rows[0], want) {
		t.Errorf("the title is %q", rows[0])
	}
	r.EndFind()
	if rows := r.View(); strings.Contains(rows[0], want) {
		t.Errorf("behind the end of the search the title is %q", rows[0])
	}
}
