package mcda

import (
	"cmp"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Ranking is an order of alternatives with ties.
type Ranking struct {
	Order  []int     `json:"order"`  // alternatives, best first; tied ones by index
	Ranks  []int     `json:"ranks"`  // rank of each alternative: 1 + number of better ones, so tied ones share a rank
	Scores []float64 `json:"scores"` // score of each alternative, more is better
}

// NewRanking ranks scores, more is better. Two scores tie when they differ by
// at most 1e-12 of the largest absolute score: rounding decides no rank.
func NewRanking(scores []float64) (Ranking, error) {
	var l check.List
	if count(&l, "", len(scores), maxAlternatives, "scores") {
		for i, s := range scores {
			magnitude(&l, check.Pointer(i), s)
		}
	}
	if err := l.Err(); err != nil {
		return Ranking{}, err
	}
	return rank(slices.Clone(scores), tieShare*largest(scores)), nil
}

func rank(scores []float64, tie float64) Ranking {
	r := Ranking{Order: make([]int, len(scores)), Ranks: make([]int, len(scores)), Scores: scores}
	for i, s := range scores {
		r.Order[i] = i
		r.Ranks[i] = 1
		for _, other := range scores {
			if other > s+tie {
				r.Ranks[i]++
			}
		}
	}
	slices.SortStableFunc(r.Order, func(a, b int) int { return cmp.Compare(r.Ranks[a], r.Ranks[b]) })
	return r
}

// Best returns the alternatives on rank 1: several when they tie, none for the
// zero Ranking.
func (r Ranking) Best() []int {
	for i, a := range r.Order {
		if r.Ranks[a] > 1 {
			return slices.Clone(r.Order[:i])
		}
	}
	return slices.Clone(r.Order)
}
