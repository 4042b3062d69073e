package index

// PageFor makes a page of conditions that are tested as a test says.
func PageFor(f Filter, tests []*Test) *Page { return &Page{Filter: f, tests: tests} }
