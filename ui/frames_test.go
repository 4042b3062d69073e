package ui

import (
	"testing"
	"time"

	"onrecord/model/source"
	"onrecord/seeds"
)

// Keys that come faster than the terminal is painted are handled at once; what they
// changed is drawn once, and not forgotten.
func TestAFrameThatIsPutOffIsDrawn(t *testing.T) {
	m := screenOf(t, source.Options{Builtin: seeds.FS}, 120, 40)
	m.frames = &frames{}
	before := m.View().Content
	m.frames.last = time.Now().Add(time.Hour) // the last frame was drawn just now, for as long as this runs
	for range 3 {
		_, cmd := m.Update(press('j'))
		if first := m.frames.pending && cmd != nil; !first && cmd != nil {
			t.Error("a frame was asked for that is not put off")
		}
		if m.View().Content != before {
			t.Fatal("a frame was drawn that was to be put off")
		}
	}
	m.Update(nil) // a message that changes nothing
	m.Update(redraw{})
	after := m.View().Content
	if after == before {
		t.Error("the frame that was put off is not drawn")
	}
	m.frames = nil
	m.dirty = true
	for i := range m.stale {
		m.stale[i] = true
	}
	if m.View().Content != after {
		t.Error("the frame that was put off is not the one that is due")
	}
}
