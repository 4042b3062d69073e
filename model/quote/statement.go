package quote

import (
	"strings"

	"onrecord/model/people"
	"onrecord/model/text"
)

// maxSignature bounds the length of a line that signs a statement, in tokens.
const maxSignature = 20

// signature is one found over or in blocks [block, end).
type signature struct {
	block, end int
	speaker    Speaker
}

// statements finds words given whole: over a signature, in a letter, or under a
// line that announces them.
func (f *finder) statements() {
	floor := 0 // no statement reaches over the one before
	f.taken = zeros(f.taken, len(f.d.Blocks))
	for bi := 0; bi < len(f.d.Blocks); bi++ {
		sig, ok := f.signature(bi)
		if !ok {
			continue
		}
		first, end := f.runOver(sig.block, floor)
		if first < end {
			f.state(first, end, sig.speaker)
		}
		floor = sig.end
		bi = sig.end - 1
	}
	for bi := range f.d.Blocks {
		f.announced(bi)
	}
}

// state adds the statement of blocks [first, end).
func (f *finder) state(first, end int, s Speaker) {
	q := Quotation{Kind: Statement, Speakers: []Speaker{s}}
	for bi := first; bi < end; bi++ {
		if f.d.Blocks[bi].Kind.Quiet() || signOff(f.line(bi)) {
			continue
		}
		q.Spans = append(q.Spans, f.d.Blocks[bi].Span)
		f.taken[bi] = true
	}
	if len(q.Spans) > 0 {
		f.out = append(f.out, q)
	}
}

func (f *finder) line(bi int) string {
	return strings.ToLower(f.d.Blocks[bi].Span.Of(f.d.Text))
}

// signature reads three layouts: "Name," over "Role"; "Title Name" over "Role,
// Body"; "Name- Role, Body".
func (f *finder) signature(bi int) (signature, bool) {
	d, b := f.d, &f.d.Blocks[bi]
	if b.Kind.Quiet() || b.End-b.First > maxSignature || b.First == b.End || d.Word(b.End-1) == "." || d.Word(b.End-1) == ":" {
		return signature{}, false
	}
	k, ok := f.p.At(b.First)
	if !ok {
		return signature{}, false
	}
	m := f.p.Mentions[k]
	if m.First != b.First || f.p.Entities[m.Entity].Kind != people.Person || m.Form > people.PartialName || m.End-m.First < 2 {
		return signature{}, false
	}
	sig := signature{block: bi, end: bi + 1, speaker: Speaker{Name: f.p.Entities[m.Entity].Name, Mention: m.Span, Entity: m.Entity}}
	role, hasRole := f.p.RoleAt(m)
	sig.speaker.Role = role.Text
	rest := b.End - m.End
	switch {
	case rest == 0, rest == 1 && d.Word(m.End) == ",":
		if hasRole && bi+1 < len(d.Blocks) && role.Span == d.Blocks[bi+1].Span {
			sig.end = bi + 2
			return sig, true
		}
		return sig, bi > 0 && signOff(f.line(bi-1))
	case bi > 0 && signOff(f.line(bi-1)) && d.Word(m.End) == "(" && d.Word(b.End-1) == ")": // "Ann Lee (retd)"
		return sig, true
	case hasRole && role.Span.Start > m.Span.End && role.Span.End == d.Tokens[b.End-1].Span().End:
		return sig, true
	}
	return signature{}, false
}

// signOff reports whether a line closes a letter.
func signOff(line string) bool {
	for _, p := range []string{"yours sincerely", "yours faithfully", "yours truly", "sincerely", "kind regards", "best regards", "regards", "best wishes", "with best wishes", "yours"} {
		if strings.HasPrefix(line, p) && len(line) <= len(p)+12 {
			return true
		}
	}
	return false
}

// runOver returns the blocks over a signature that are its statement: paragraphs
// up to a heading, a line that ends with a colon, a salutation or furniture, from
// the first one that speaks in the first person.
func (f *finder) runOver(sig, floor int) (first, end int) {
	d := f.d
	first = sig
	for first > floor {
		b := &d.Blocks[first-1]
		line := f.line(first - 1)
		if b.Kind == text.Heading || b.Kind == text.Furniture || strings.HasSuffix(line, ":") && b.End-b.First < 2*maxSignature || strings.HasPrefix(line, "dear ") {
			if !signOff(line) {
				break
			}
		}
		if f.inside[b.First] && f.mostlyInside(b) {
			break
		}
		first--
	}
	for first < sig && !f.firstPersonWords(first) {
		first++
	}
	return first, sig
}

// mostlyInside reports whether more than half of a block stands in marks.
func (f *finder) mostlyInside(b *text.Part) bool {
	n := 0
	for i := b.First; i < b.End; i++ {
		if f.inside[i] {
			n++
		}
	}
	return 2*n > b.End-b.First
}

// firstPersonWords reports whether a block says I or we.
func (f *finder) firstPersonWords(bi int) bool {
	b := &f.d.Blocks[bi]
	for i := b.First; i < b.End; i++ {
		if f.d.Tokens[i].Kind != text.Word {
			continue
		}
		switch w := f.d.Lower(i); w {
		case "i", "we", "my", "our", "us", "me":
			return true
		default:
			if strings.HasPrefix(w, "i’") || strings.HasPrefix(w, "i'") || strings.HasPrefix(w, "we’") || strings.HasPrefix(w, "we'") {
				return true
			}
		}
	}
	return false
}

// maxAnnounced bounds the paragraphs of words that a line announces.
const maxAnnounced = 80

// announced reads a line such as "X released the following statement:" or "From
// X:" over paragraphs without marks and without a signature.
func (f *finder) announced(bi int) {
	d, b := f.d, &f.d.Blocks[bi]
	if b.Kind.Quiet() || b.First == b.End || d.Word(b.End-1) != ":" || bi+1 >= len(d.Blocks) || f.taken[bi+1] || b.End-b.First > 3*maxSignature {
		return
	}
	from := d.Lower(b.First) == "from"
	if !from && !f.announces(b) {
		return
	}
	end := bi + 1
	speaks := false
	for end < len(d.Blocks) && end-bi <= maxAnnounced && !f.taken[end] {
		e := &d.Blocks[end]
		if e.Kind == text.Heading || e.Kind == text.Furniture || e.First == e.End || f.inside[e.First] {
			break
		}
		speaks = speaks || f.firstPersonWords(end)
		end++
	}
	if !speaks {
		return
	}
	s := f.speakers(f.announcer(b, from))
	if len(s) == 0 {
		return
	}
	f.state(bi+1, end, s[0])
}

// announces reports whether a line that ends with a colon gives words whole.
func (f *finder) announces(b *text.Part) bool {
	for i := b.First; i < b.End; i++ {
		switch f.d.Lower(i) {
		case "statement", "letter", "email", "message", "following":
			return true
		}
	}
	return false
}

// announcer finds who the line says is speaking.
func (f *finder) announcer(b *text.Part, from bool) attribution {
	d := f.d
	if from {
		a, e, ok := f.phrase(b.First+1, b.End-1)
		return attribution{first: a, end: e, found: ok}
	}
	for i := b.First + 1; i < b.End; i++ {
		w := d.Lower(i)
		if w == "released" || w == "issued" || w == "published" || w == "made" || w == "gave" || verbs()[w]&says != 0 && !f.nounUse(i) {
			a, e, ok := f.subject(i, b.First)
			return attribution{cue: i, cueEnd: i + 1, first: a, end: e, found: ok, before: true}
		}
		if w == "from" || w == "by" {
			a, e, ok := f.phrase(i+1, b.End-1)
			return attribution{first: a, end: e, found: ok}
		}
	}
	return attribution{}
}
