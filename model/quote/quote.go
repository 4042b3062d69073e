// Package quote finds who said what in one document: quotations in marks,
// statements over a signature, turns of a transcript, indirect speech, with
// their cues and speakers. Find is a pure function of the document.
package quote

import (
	"onrecord/model/text"
)

// Kind is how words are given.
type Kind uint8

// The kinds of quotation, named as in the JSON output.
const (
	Direct    Kind = iota // in quote marks, whole sentences or introduced by a cue as what was said
	Mixed                 // the reporter's sentence with quoted fragments in it
	Indirect              // reported without quote marks
	Statement             // given whole under a heading or over a signature
	Turn                  // a speaker's turn in a transcript or interview
)

func (k Kind) String() string {
	return [...]string{"direct", "mixed", "indirect", "statement", "turn"}[k]
}

// Speaker is who said a quotation, and how that is known.
type Speaker struct {
	Name    string    // the person or body meant, as fully as the document names it
	Mention text.Span // the words that name the speaker here; zero where only implied
	Role    string    // the role given there, or ""
	Entity  int       // index into people.Found.Entities, or -1
	Why     string    // one plain sentence when inferred from context, else ""
}

// Inferred reports whether the speaker is taken from the context and not named
// with the words.
func (s Speaker) Inferred() bool { return s.Why != "" }

// Quotation is one utterance. Spans hold what was said without its marks, one
// a paragraph or run, in text order; Quoted the stretches inside marks, equal to
// Spans for Direct. Speakers is empty where not known, longer than one for a
// joint statement. Cue is zero where there is none.
type Quotation struct {
	Kind     Kind
	Spans    []text.Span
	Quoted   []text.Span
	Speakers []Speaker
	Cue      text.Span
}

// Hull returns the smallest span that covers the quotation.
func (q *Quotation) Hull() text.Span { return text.Hull(q.Spans...) }
