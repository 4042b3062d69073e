package event

// undated finds what a document tells as news without a time of its own.
func (f *finder) undated() {}
