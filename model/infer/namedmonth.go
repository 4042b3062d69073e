package infer

import "onrecord/model/when"

// namedMonth reads "later this month" of a document all of whose announced days
// lie in one month: the document is of that month. "Next month" sets it before.
func (y *years) namedMonth(i int) {
	s, f := &y.states[i], y.docs[i].Times
	if s.stated || f.Narrative {
		return
	}
	month, from := days(nil), -1
	for k := range f.Expressions {
		e := &f.Expressions[k]
		d, ok := y.dayOf(i, k)
		if !ok || e.Tense != when.Future || e.Section >= 0 || e.Quiet {
			continue
		}
		yr, m, _ := d.Civil()
		r := runOf(yr, m, 0)
		if month != nil && month[0] != r {
			return
		}
		month, from = days{r}, y.at(i, k)
	}
	if month == nil || from < 0 {
		return
	}
	for k := range f.Expressions {
		e := &f.Expressions[k]
		if e.Form != when.Offset || e.Grain != when.Months || e.N < 0 || e.N > 1 || e.Section >= 0 || e.Anaphor || y.tense(i, k) != when.Future {
			continue
		}
		allowed := month
		if e.N == 1 {
			yr, m, _ := month[0].from.Civil()
			allowed = days{runOf(yr, m-1, 0)}
		}
		day := y.nodes[from].days.first()
		y.narrow(s.pub, step{
			from: from, before: len(y.nodes[from].steps()), lo: allowed[0].from - day, hi: allowed[0].to - day, allowed: allowed, firmLo: true, firmHi: true,
			why: reason{kind: byMonth, doc: i, expr: k},
		})
		return
	}
}
