package infer

import (
	"strconv"
	"strings"
)

// otherSums reports whether two headlines tell of sums of money or shares of a hundred
// none of which is the same: "the company earned $17.3 million" is not "the company
// earned $20.6 million". Reports round: a twentieth more or less is the same. Numbers of
// other things are not asked, since those of one fire or one march differ with whoever
// counts.
func otherSums(a, b string) bool {
	x, y := sums(a), sums(b)
	for _, m := range x {
		for _, n := range y {
			if m.share == n.share && m.of <= n.of*21/20 && n.of <= m.of*21/20 {
				return false
			}
		}
	}
	return len(x) > 0 && len(y) > 0
}

// sum is a sum in units of its currency, or a share of a hundred.
type sum struct {
	of    float64
	share bool
}

// sums returns the sums and shares of a headline.
func sums(s string) []sum {
	if !strings.ContainsAny(s, "0123456789") {
		return nil // as most: it is asked of each pair of tellings that may be one
	}
	var out []sum
	words := strings.Fields(s)
	for i, w := range words {
		digits := strings.TrimLeft(w, "“\"'(US$£€C")
		sign := strings.ContainsAny(w[:len(w)-len(digits)], "$£€")
		end := 0
		for end < len(digits) && (digits[end] >= '0' && digits[end] <= '9' || digits[end] == '.' || digits[end] == ',') {
			end++
		}
		if end == 0 {
			continue
		}
		n, err := strconv.ParseFloat(strings.ReplaceAll(strings.Trim(digits[:end], ".,"), ",", ""), 64)
		if err != nil {
			continue
		}
		unit := strings.ToLower(strings.TrimRight(digits[end:], ".,;:”\"')"))
		if unit == "" && i+1 < len(words) {
			unit = strings.ToLower(strings.TrimRight(words[i+1], ".,;:”\"')"))
		}
		switch times, is := units[unit]; {
		case unit == "%" || unit == "per" || unit == "percent":
			out = append(out, sum{n, true})
		case sign && is:
			out = append(out, sum{n * times, false})
		case sign:
			out = append(out, sum{n, false})
		}
	}
	return out
}

// units are what a sum is counted in.
var units = map[string]float64{
	"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "million": 1e6, "bn": 1e9, "b": 1e9, "billion": 1e9, "trillion": 1e12, "tn": 1e12,
}
