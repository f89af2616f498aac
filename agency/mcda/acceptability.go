package mcda

import (
	"math"
	"math/rand/v2"

	"github.com/hochkant/hochkant/strategy/check"
)

// Probability is a share of draws with its standard error sqrt(p(1-p)/n). An
// error of 0 at p = 0 or 1 says that it was never seen in n draws, not that it
// cannot be. Where weights are drawn by a walk (see [Space.Sample]), the error
// is up to a tenth larger.
type Probability struct {
	Value         float64 `json:"value"`
	StandardError float64 `json:"standardError"`
}

func probability(hits, draws int64) Probability {
	p := float64(hits) / float64(draws)
	return Probability{Value: p, StandardError: math.Sqrt(float64(p*(1-p)) / float64(draws))}
}

// Acceptability is what a simulation says about one alternative (SMAA-2,
// Lahdelma and Salminen 2001).
type Acceptability struct {
	// Ranks[r] is the probability of rank r+1, where the rank is 1 + the number
	// of alternatives with a higher score. Read the whole row: a compromise is
	// rarely first and never last.
	Ranks []Probability `json:"ranks"`
	// MeanScore is the mean of the score over all draws.
	MeanScore float64 `json:"meanScore"`
	// CentralWeights are the mean of the weights that put the alternative
	// first: what one has to find important to prefer it. Nil (null) when it was
	// never first, or when the weights are settled.
	CentralWeights Weights `json:"centralWeights"`
	// Confidence is the probability that the alternative is first when the
	// weights are its central ones: what the doubt about the inputs leaves. Nil
	// (null) without central weights.
	Confidence *Probability `json:"confidence"`
}

// Result is what [Table.Acceptability] and [Simulation.Run] return.
type Result struct {
	Draws        int64           `json:"draws"`
	Alternatives []Acceptability `json:"alternatives"`
	// Pairwise[a][b] is the probability that a scores more than b; the diagonal
	// is 0. Where [Table.Pairwise] is exact, it is the better figure.
	Pairwise [][]Probability `json:"pairwise"`
	// Tied is the probability that any two alternatives tie. Without ties the
	// probabilities of each rank add up to 1 over the alternatives; with ties
	// those of rank 1 add up to more.
	Tied Probability `json:"tied"`
	// MeanWeights is the mean of all weights in the space; where
	// [Space.Exact] does not hold, of all drawn.
	MeanWeights Weights     `json:"meanWeights"`
	Information Information `json:"information"`
}

// Acceptability draws weights uniformly from the space and counts ranks, for
// values that are known exactly. 1 to 10 million draws; the same source gives
// the same result. For values in doubt use [Simulation].
func (t Table) Acceptability(s Space, draws int, src rand.Source) (Result, error) {
	var l check.List
	if count(&l, "/alternatives", len(t.rows), maxAlternatives, "alternatives") {
		s.check(&l, "/space", t.Criteria())
	}
	sampling(&l, draws, src)
	if err := l.Err(); err != nil {
		return Result{}, err
	}
	weightStream, _ := streams(src)
	sampler := s.sampler(rand.New(weightStream))
	counts := newTally(len(t.rows), s)
	rows := make([][]float64, len(t.rows))
	for a, row := range t.rows {
		rows[a] = s.coordinates(row)
	}
	tie, best := t.tie(), 0.0
	for range draws {
		at := sampler.next()
		for a, row := range rows {
			counts.scores[a] = Weights(at).score(row)
		}
		best += counts.add(at, tie)
	}
	r := counts.result()
	for a := range r.Alternatives {
		if w := r.Alternatives[a].CentralWeights; w != nil {
			sure := probability(0, int64(draws))
			if rank(t.scores(w), tie).Ranks[a] == 1 {
				sure = probability(int64(draws), int64(draws))
			}
			r.Alternatives[a].Confidence = &sure
		}
	}
	settled := counts.gain(best)
	r.Information = Information{All: settled, Weights: settled, Each: []Gain{}}
	return r, nil
}

// streams starts two streams from the source of the caller, one for weights and
// one for inputs: another space of weights meets the same draws of the inputs.
func streams(src rand.Source) (weights, inputs rand.Source) {
	return rand.NewPCG(src.Uint64(), src.Uint64()), rand.NewPCG(src.Uint64(), src.Uint64())
}
