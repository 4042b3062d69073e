package text

// Kind is what sort of token this is.
type Kind uint8

// The kinds of token.
const (
	Word   Kind = iota // letters, with inner apostrophes, hyphens and dots: don’t, O’Neill, Rhodes-White, U.S.
	Number             // digits, with inner . , : between digits: 11.49, 1,000, 10.30, 20:00
	Punct              // one mark of punctuation or symbol, a run of equal dots or dashes being one
	Quote              // one mark that can open or close a quotation: “ ” ‘ ’ " ' « » ‹ › „ ‚ `` ''
	Clitic             // ’s or ' cut off the word before it: Walker|’s, families|’
	URL                // a web or mail address
)

// Flags are facts about how a token stands.
type Flags uint8

// The flags of a token.
const (
	SpaceBefore Flags = 1 << iota // white space or the start of a block stands before it
	Capital                       // its first letter is upper case
	AllCaps                       // two or more letters, all upper case
	BlockStart                    // the first token of its block
	SentStart                     // the first token of its sentence
	Abbrev                        // a word whose following full stop belongs to it: Mr, Cllr, e.g
)

// Token is one word, number or mark: byte offsets into the document's text.
// 12 bytes, so that an article's tokens fit a core's cache.
type Token struct {
	Start, End int32
	Kind       Kind
	Flags      Flags
}

// Span returns the token's place in the text.
func (t Token) Span() Span { return Span{t.Start, t.End} }

// Is reports whether all of the flags f are set.
func (t Token) Is(f Flags) bool { return t.Flags&f == f }

// BlockKind says what part a block plays in its document.
type BlockKind uint8

// The kinds of block, named as in the JSON output.
const (
	Paragraph BlockKind = iota
	Heading
	ListItem
	Caption   // of a picture
	Signature // under a statement or a letter: name, role
	Furniture // page boilerplate: navigation, sharing, forms, file names
)

var blockNames = [...]string{"paragraph", "heading", "list item", "caption", "signature", "furniture"}

func (k BlockKind) String() string { return blockNames[k] }

// Quiet reports whether the block is not part of what the document says:
// furniture and captions.
func (k BlockKind) Quiet() bool { return k == Caption || k == Furniture }

// Block is a run of text between line breaks that belongs together. Span has no
// white space at either end.
type Block struct {
	Span Span
	Kind BlockKind
}

// Part is a block while its document is analysed. First and End bound its tokens,
// [First, End), and FirstSentence and EndSentence its sentences.
type Part struct {
	Block
	First, End                 int
	FirstSentence, EndSentence int
	Gap                        bool // a blank line stands before it
}

// Sentence is a run of tokens, [First, End), inside one block. Span runs from
// its first token to its last, closing quote marks included.
type Sentence struct {
	Span       Span
	First, End int
	Block      int
}
