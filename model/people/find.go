package people

import "onrecord/model/text"

// Find returns the people and organisations of d.
func Find(d *text.Doc) *Found { return &Found{} }
