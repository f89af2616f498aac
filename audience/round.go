package audience

import (
	"cmp"
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// RoundParts rounds the parts of a whole to multiples of base (1, 10, 100, ...) so
// that they add up to the rounded whole: everybody who adds up a printed table
// gets its printed total. Every part is off by less than base; what is already a
// multiple stays. Largest remainders are rounded up, of equal ones the first.
//
// It is for counts and expected numbers. Medians and other quantiles of parts do not
// add up in the first place; do not make them.
//
// Problems: a part that is not from 0 to 10 billion, more than 100,000 parts, a base
// that is not from 1 to a billion.
func RoundParts(parts []float64, base int64) (rounded []int64, total int64, err error) {
	var l check.List
	if base < 1 || base > 1e9 {
		l.Add("/base", check.ErrRange, base, "a base from 1 to 1,000,000,000")
	}
	if len(parts) > 100_000 {
		l.Add("/parts", check.ErrLimit, len(parts), "at most 100,000 parts")
	}
	for i, x := range parts {
		if !(x >= 0 && x <= maxPeople) {
			l.Add(check.Pointer("parts", i), check.ErrRange, x, "a number from 0 to 10,000,000,000")
		}
	}
	if err := l.Err(); err != nil {
		return nil, 0, err
	}
	rounded = make([]int64, len(parts))
	remainders := make([]float64, len(parts))
	order := make([]int, len(parts))
	rest := 0.0
	for i, x := range parts {
		order[i] = i
		down := math.Floor(x/float64(base) + roundingSlack)
		rounded[i] = int64(down) * base
		remainders[i] = math.Round(max(0, x/float64(base)-down)/roundingSlack) * roundingSlack
		rest += remainders[i]
		total += rounded[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(remainders[b], remainders[a]) })
	up := int(math.Floor(rest + 0.5 + roundingSlack))
	for _, i := range order[:up] {
		rounded[i] += base
		total += base
	}
	return rounded, total, nil
}

// roundingSlack keeps a decision from hanging on the last bit: remainders that
// differ by less are equal.
const roundingSlack = 1e-9
