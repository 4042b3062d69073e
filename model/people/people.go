// Package people finds the persons and organisations that a document names:
// titles, roles, aliases, and who "he", "the council" or "Cllr Toynbee" is.
// Find is a pure function of the document; merging over a corpus is infer's.
package people

import "onrecord/model/text"

// Kind tells a person from a body.
type Kind uint8

// The kinds of entity.
const (
	Person Kind = iota
	Organisation
)

func (k Kind) String() string { return [...]string{"person", "organisation"}[k] }

// Gender is what titles, first names and pronouns say of a person.
type Gender uint8

// The genders that evidence may give.
const (
	Unknown Gender = iota
	Female
	Male
)

// Form is how a mention names its entity.
type Form uint8

// The forms of mention, the fullest first.
const (
	FullName    Form = iota // Diana Toynbee, Cllr Diana Toynbee
	PartialName             // Toynbee, Ms Toynbee, Diana
	Nominal                 // the director, the council, his mother
	Pronoun                 // she, they, it
)

// Mention is one place where an entity is named. Span includes a title.
// First and End are tokens, end exclusive.
type Mention struct {
	Span       text.Span
	First, End int
	Entity     int // index into Found.Entities
	Form       Form
}

// Role is what an entity is, as the document says it, without a leading
// article: "Chief Executive, Herefordshire Council".
type Role struct {
	Text string
	Span text.Span
}

// Entity is one person or organisation of a document.
type Entity struct {
	Kind    Kind
	Name    string // the fullest name in the document, without its title
	Gender  Gender
	Aliases []string // distinct surface forms of its names, titles included, in order of appearance
	Roles   []Role   // every place where one is given, in text order
	Merges  []Merge  // why names that differ are taken for one
}

// Merge is why a name is taken for that of an entity with another name.
type Merge struct {
	Alias string
	Why   string // one plain clause
	Span  text.Span
}

// Found is what a document says of people. Mentions are in text order and do
// not overlap; pronouns that could not be bound are left out.
type Found struct {
	Entities []Entity
	Mentions []Mention
}
