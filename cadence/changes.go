package cadence

import (
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/measure"
)

// Change is a point at which the rate of posts changed.
type Change struct {
	Start  measure.Date `json:"start"`  // first day of the first slot at the new rate
	Before float64      `json:"before"` // mean posts per slot since the change before, or the start
	After  float64      `json:"after"`  // mean posts per slot until the next change, or the end
	// Statistic is twice the gain in log-likelihood over one rate for the stretch that
	// was split here.
	Statistic float64 `json:"statistic"`
}

// changePenalty is the least statistic of a change. Rows of pure chance reach 12 in
// one to two of a hundred cases (26 to 200 slots, Poisson rates 0.5 to 5, simulated in
// the test).
const changePenalty = 12

// leastStretch is the least number of slots on either side of a change.
const leastStretch = 4

// Changes finds where the number of posts per slot changed: the slots are split where
// the exact likelihood ratio of two Poisson rates against one is highest, then each
// side again, while the statistic is at least 12 and both sides have four slots.
// Paused slots are left out. With fewer than eight complete slots it is [ErrTooFew].
func (h History) Changes() ([]Change, error) {
	if h.seen.n < 2*leastStretch {
		return nil, tooFew(h.seen.n, 2*leastStretch, "slots")
	}
	sums := make([]float64, 1, h.seen.n+1)
	for _, n := range h.counts[:len(h.counts)-1] {
		if n >= 0 {
			sums = append(sums, sums[len(sums)-1]+float64(n))
		}
	}
	found := splitPoisson(sums, 0, h.seen.n)
	changes := make([]Change, len(found))
	rate := func(i, j int) float64 { return (sums[j] - sums[i]) / float64(j-i) }
	for i, s := range found {
		from, to := 0, h.seen.n
		if i > 0 {
			from = found[i-1].at
		}
		if i < len(found)-1 {
			to = found[i+1].at
		}
		changes[i] = Change{h.seenStart(s.at), rate(from, s.at), rate(s.at, to), s.statistic}
	}
	return changes, nil
}

type split struct {
	at        int
	statistic float64
}

// splitPoisson returns the splits between from and to in order, the earliest of equals.
func splitPoisson(sums []float64, from, to int) []split {
	var best split
	for i := from + leastStretch; i <= to-leastStretch; i++ {
		if lr := splitStatistic(sums, from, i, to); lr > best.statistic+1e-9 {
			best = split{i, lr}
		}
	}
	if best.statistic < changePenalty {
		return nil
	}
	return slices.Concat(splitPoisson(sums, from, best.at), []split{best}, splitPoisson(sums, best.at, to))
}

// splitStatistic is 2 (log-likelihood of two Poisson rates - that of one), rates at
// their maxima.
func splitStatistic(sums []float64, from, i, to int) float64 {
	part := func(a, b int) float64 {
		n := sums[b] - sums[a]
		if n == 0 {
			return 0
		}
		return n * math.Log(n/float64(b-a))
	}
	return 2 * (part(from, i) + part(i, to) - part(from, to))
}
