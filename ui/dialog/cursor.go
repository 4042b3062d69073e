package dialog

// Start brings the cursor to a line or, where that leads nowhere, to the last
// before it that does.
func (s *Sheet) Start(line int) {
	if !s.Drawer() {
		return
	}
	s.at = 0
	for k, i := range s.places {
		if i <= line {
			s.at = k
		}
	}
	s.reveal()
}

// Line is the line that the cursor is on, or -1.
func (s *Sheet) Line() int {
	if !s.Drawer() {
		return -1
	}
	return s.places[s.at]
}

// SetFoot says what else can be done with what the cursor is on.
func (s *Sheet) SetFoot(words string) { s.more = words }
