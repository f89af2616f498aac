package mcda

import (
	"math"
	"slices"

	"github.com/hochkant/hochkant/strategy/check"
)

// Information is the value of finding out before deciding, in units of the
// score: how much more the alternative then chosen scores on average than the
// one that is best on average now. Nothing is worth finding out that never
// changes the choice.
type Information struct {
	All     float64 `json:"all"`     // of settling weights and inputs
	Weights float64 `json:"weights"` // of settling the weights alone, inputs at their mean
	Inputs  float64 `json:"inputs"`  // of knowing all inputs, weights at their mean
	Each    []Gain  `json:"each"`    // of knowing one input, in order of the inputs, weights at their mean
}

// Gain is the estimated value of knowing one input. It is 0 when no gain was
// found; a gain below two standard errors may be none.
type Gain struct {
	Value         float64 `json:"value"`
	StandardError float64 `json:"standardError"`
}

// EVPI returns the expected value of perfect information: payoff[a][s] is what
// alternative a brings in state s, probability[s] how likely the state is. It
// is the mean of the best payoff of each state less the best mean payoff, which
// is the least expected regret. Probabilities that do not add up to 1 are refused.
func EVPI(payoff [][]float64, probability []float64) (float64, error) {
	var l check.List
	if count(&l, "/payoff", len(payoff), maxAlternatives, "alternatives") && count(&l, "/probability", len(probability), maxPoints, "states") {
		sum, ok := 0.0, true
		for s, p := range probability {
			ok = l.Between(check.Pointer("probability", s), p, 0, 1, "a probability from 0 to 1") && ok
			sum += p
		}
		if ok && math.Abs(sum-1) > sumTolerance {
			l.Add("/probability", check.ErrRange, sum, "probabilities that add up to 1")
		}
		for a, row := range payoff {
			if len(row) != len(probability) {
				l.Add(check.Pointer("payoff", a), check.ErrConflict, len(row), plural(len(probability), "payoff, one for each state", "payoffs, one for each state"))
				continue
			}
			for s, v := range row {
				magnitude(&l, check.Pointer("payoff", a, s), v)
			}
		}
	}
	if err := l.Err(); err != nil {
		return 0, err
	}
	known, now := 0.0, math.Inf(-1)
	for s, p := range probability {
		best := payoff[0][s]
		for _, row := range payoff {
			best = max(best, row[s])
		}
		known += float64(p * best)
	}
	for _, row := range payoff {
		now = max(now, Weights(probability).score(row))
	}
	return max(0, known-now), nil
}

// information values all that can be found out, over the draws of a simulation.
// The score is linear in the weights and these are independent of the inputs:
// where one is not found out, its mean stands for it without error.
func (s Simulation) information(r Result, all, drawn []float64, strata strata) Information {
	criteria, n := s.Space.criteria, s.Draws
	size := s.Alternatives * criteria
	scores := make([]float64, n*s.Alternatives) // with mean weights
	mean := make([]float64, size)               // of the values
	for i := range n {
		for a := range s.Alternatives {
			row := all[i*size+a*criteria : i*size+(a+1)*criteria]
			scores[i*s.Alternatives+a] = r.MeanWeights.score(row)
		}
		for j, v := range all[i*size : (i+1)*size] {
			mean[j] += v
		}
	}
	for j := range mean {
		mean[j] /= float64(n)
	}
	info := Information{Weights: s.settling(mean, drawn), Each: make([]Gain, len(s.Inputs))}
	sums, best := make([]float64, s.Alternatives), 0.0
	for row := range slices.Chunk(scores, s.Alternatives) {
		best += slices.Max(row)
		for a, v := range row {
			sums[a] += v
		}
	}
	info.Inputs = max(0, (best-slices.Max(sums))/float64(n))
	for j, q := range s.Inputs {
		if q.at(0.25) != q.at(0.75) { // else there is nothing to find out
			info.Each[j] = strata.gain(j, scores, s.Alternatives)
		}
	}
	return info
}

// settling is the value of knowing the weights when the values are at their
// mean; drawn holds the coordinates of all draws.
func (s Simulation) settling(mean, drawn []float64) float64 {
	criteria := s.Space.criteria
	rows, sums := make([][]float64, s.Alternatives), make([]float64, s.Alternatives)
	for a := range rows {
		rows[a] = s.Space.coordinates(mean[a*criteria : (a+1)*criteria])
	}
	best := 0.0
	for at := range slices.Chunk(drawn, len(drawn)/s.Draws) {
		top := math.Inf(-1)
		for a, row := range rows {
			v := Weights(at).score(row)
			sums[a] += v
			top = max(top, v)
		}
		best += top
	}
	return max(0, (best-slices.Max(sums))/float64(s.Draws))
}
