package fuzzy

// Parts tells what the bytes of a key are: first what a thing is called, then what
// else it is called, up to Names; what stands beside it is behind that.
type Parts struct{ Name, Names int32 }

// Class is where the words of a query were found, of all of them the least. It goes
// before the score: a name that has a word is what is looked for, however short
// another name, a role or a group with that word may be.
type Class uint8

// The classes, the least first.
const (
	Strewn      Class = iota // single letters
	StrewnName               // single letters of the name
	PartAside                // inside a word of what is not the name
	Aside                    // a word, or what begins one, of what stands beside
	PartName                 // inside a word of the name
	InOtherName              // a word, or what begins one, of another name
	InName                   // of the name
	AsName                   // the name is what was typed
)

// class is where a word of a query was found as it stands.
func (p Parts) class(k Key, at int) Class {
	switch {
	case at < 0:
		return Strewn
	case begins(k, at) && at < int(p.Name):
		return InName
	case begins(k, at) && at < int(p.Names):
		return InOtherName
	case at < int(p.Name):
		return PartName
	case begins(k, at):
		return Aside
	}
	return PartAside
}

// is reports whether a name is the words of the query, in their order.
func (q *Query) is(name Key) bool {
	for i, t := range q.terms {
		if i > 0 {
			if len(name) == 0 || name[0] != ' ' {
				return false
			}
			name = name[1:]
		}
		if len(name) < len(t) || name[:len(t)] != t {
			return false
		}
		name = name[len(t):]
	}
	return len(name) == 0
}
