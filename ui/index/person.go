package index

import (
	"cmp"
	"slices"
	"strings"

	"onrecord/model"
	"onrecord/model/text"
	"onrecord/model/when"
)

// byDate orders documents by their dates of publication, undated last.
func (x *Index) byDate(a, b text.DocID) int {
	return earlier(dayOf(x.Docs[a].Published), dayOf(x.Docs[b].Published))
}

// earlier orders moments, those that are not known last.
func earlier(p, q when.Moment) int {
	switch {
	case p.Known() != q.Known():
		if p.Known() {
			return -1
		}
		return 1
	case !p.Known():
		return 0
	}
	return cmp.Compare(p.Day, q.Day)
}

// dayOf is the moment that an interval is sorted by.
func dayOf(iv when.Interval) when.Moment {
	if iv.From.Known() {
		return iv.From
	}
	return iv.To
}

// PersonNamed returns the index of a person or organisation by its name or, since
// a later snapshot may spell it otherwise, by an alias; -1 when there is none.
func (x *Index) PersonNamed(kind model.Kind, name string) int {
	alias := -1
	for i := range x.People {
		switch p := &x.People[i]; {
		case p.Kind != kind:
		case p.Name == name:
			return i
		case alias < 0 && slices.Contains(p.Aliases, name):
			alias = i
		}
	}
	return alias
}

// RolesOf returns the roles of a person by the dates of the documents that give
// them, undated last.
func (x *Index) RolesOf(person int) []model.Role {
	roles := slices.Clone(x.People[person].Roles)
	slices.SortStableFunc(roles, func(a, b model.Role) int { return x.byDate(a.Ref.Doc, b.Ref.Doc) })
	return roles
}

// LatestRole is the role in the latest document that is dated, else the last that
// is given at all; "" when none is.
func (x *Index) LatestRole(person int) string {
	roles := x.RolesOf(person)
	last := ""
	for _, r := range roles {
		if last == "" || dayOf(x.Docs[r.Ref.Doc].Published).Known() {
			last = r.Text
		}
	}
	return last
}

// NamedIn lists the documents that name a person, in order.
func (x *Index) NamedIn(person int) (docs []int32) {
	for _, r := range x.People[person].Mentions {
		if n := len(docs); n == 0 || docs[n-1] != int32(r.Doc) {
			docs = append(docs, int32(r.Doc))
		}
	}
	return docs
}

// ByName returns all persons by their names.
func (x *Index) ByName() []int32 { return x.byName }

// persons counts where each person is named, and sorts them by name.
func (x *Index) persons() {
	x.named = make([]int32, len(x.People))
	x.byName = make([]int32, len(x.People))
	lower := make([]string, len(x.People))
	for i := range x.People {
		last := text.NoDoc
		for _, r := range x.People[i].Mentions {
			if r.Doc != last {
				x.named[i]++
				last = r.Doc
			}
		}
		x.byName[i] = int32(i)
		lower[i] = strings.ToLower(x.People[i].Name)
	}
	slices.SortStableFunc(x.byName, func(a, b int32) int { return cmp.Compare(lower[a], lower[b]) })
}
