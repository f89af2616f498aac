package reach

import (
	"fmt"
	"math/bits"

	"github.com/hochkant/hochkant/strategy/check"
)

// Increment is what one platform adds to the union, in shares of the population.
type Increment struct {
	// Unique is what would be lost without it: the people nobody else reaches.
	Unique float64
	// Stacked is what it adds to the platforms listed before it. The stacked
	// increments add up to the union.
	Stacked float64
	// Shapley is its fair share: what it adds on average over all orders. The
	// Shapley shares add up to the union and do not depend on the order.
	Shapley float64
}

// MaxShapley bounds the platforms of [NBD.Increments]: Shapley shares look at
// every subset of them.
const MaxShapley = 16

// Increments returns what each platform adds to [NBD.Union]. At most 16
// platforms are accepted, each with a reach in [0, 1].
func (d NBD) Increments(reaches []float64) ([]Increment, error) {
	var problems check.List
	n := len(reaches)
	if n > MaxShapley {
		problems.Add("/reaches", check.ErrLimit, n, fmt.Sprintf("at most %d platforms", MaxShapley))
	}
	if !(d.shape > 0) {
		problems.Add("/shape", check.ErrRequired, d.shape, "a law made by NewNBD or Poisson")
	}
	checkReaches(&problems, reaches)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	unions := make([]float64, 1<<n)
	chosen := make([]float64, 0, n)
	for set := range unions {
		chosen = chosen[:0]
		for i, r := range reaches {
			if set>>i&1 == 1 {
				chosen = append(chosen, r)
			}
		}
		unions[set] = d.Union(chosen)
	}
	weights := shapleyWeights(n)
	increments := make([]Increment, n)
	all := len(unions) - 1
	for i := range increments {
		one := 1 << i
		increments[i].Unique = max(0, unions[all]-unions[all&^one])
		increments[i].Stacked = max(0, unions[one|(one-1)]-unions[one-1])
		for set, union := range unions {
			if set&one == 0 {
				increments[i].Shapley += weights[bits.OnesCount(uint(set))] * max(0, unions[set|one]-union)
			}
		}
	}
	return increments, nil
}

// shapleyWeights returns, by size of the set before it, the share of all orders in
// which one platform comes right after that set: s! (n-1-s)! / n!.
func shapleyWeights(n int) []float64 {
	weights := make([]float64, n)
	for s := range weights {
		w := 1 / float64(n)
		for i := 1; i <= s; i++ {
			w *= float64(i) / float64(n-i)
		}
		weights[s] = w
	}
	return weights
}
