package mcda

import "slices"

// tally counts ranks and wins over draws. It allocates nothing after newTally.
type tally struct {
	space   Space
	scores  []float64 // of the current draw, set by the caller before add
	sums    []float64 // of the scores
	better  []int
	ranks   [][]int64
	wins    [][]int64
	central [][]float64 // sums of the coordinates of draws that the alternative won
	all     []float64   // sums of the coordinates of all draws
	tied    int64
	draws   int64
}

func newTally(alternatives int, s Space) *tally {
	coordinates := s.criteria
	if s.simplex() {
		coordinates = len(s.corners)
	}
	k := &tally{
		space:  s,
		scores: make([]float64, alternatives),
		sums:   make([]float64, alternatives),
		better: make([]int, alternatives),
		all:    make([]float64, coordinates),
	}
	for range alternatives {
		k.ranks = append(k.ranks, make([]int64, alternatives))
		k.wins = append(k.wins, make([]int64, alternatives))
		k.central = append(k.central, make([]float64, coordinates))
	}
	return k
}

// add counts one draw at these coordinates of the space and returns the best score.
func (k *tally) add(at []float64, tie float64) float64 {
	k.draws++
	clear(k.better)
	tied := false
	best := k.scores[0]
	for a, s := range k.scores {
		k.sums[a] += s
		best = max(best, s)
		for b, other := range k.scores[:a] {
			switch d := s - other; {
			case d > tie:
				k.wins[a][b]++
				k.better[b]++
			case d < -tie:
				k.wins[b][a]++
				k.better[a]++
			default:
				tied = true
			}
		}
	}
	if tied {
		k.tied++
	}
	for a, n := range k.better {
		k.ranks[a][n]++
		if n == 0 {
			sum := k.central[a]
			for i, v := range at {
				sum[i] += v
			}
		}
	}
	if !k.space.Exact() { // elsewhere the mean is known: the centre
		for i, v := range at {
			k.all[i] += v
		}
	}
	return best
}

// result has everything but confidence and information.
func (k *tally) result() Result {
	r := Result{Draws: k.draws, Tied: probability(k.tied, k.draws), MeanWeights: k.meanWeights()}
	for a := range k.ranks {
		acc := Acceptability{MeanScore: k.sums[a] / float64(k.draws)}
		for _, n := range k.ranks[a] {
			acc.Ranks = append(acc.Ranks, probability(n, k.draws))
		}
		if first := k.ranks[a][0]; first > 0 && !k.space.Settled() {
			acc.CentralWeights = k.mean(k.central[a], first)
		}
		r.Alternatives = append(r.Alternatives, acc)
		row := make([]Probability, len(k.wins[a]))
		for b, n := range k.wins[a] {
			row[b] = probability(n, k.draws)
		}
		r.Pairwise = append(r.Pairwise, row)
	}
	return r
}

// mean turns a sum of coordinates into mean weights.
func (k *tally) mean(sum []float64, n int64) Weights {
	at := make([]float64, len(sum))
	for i, v := range sum {
		at[i] = v / float64(n)
	}
	w := make(Weights, k.space.criteria)
	k.space.weights(at, w)
	return w
}

func (k *tally) meanWeights() Weights {
	if k.space.Exact() {
		return k.space.Centre()
	}
	return k.mean(k.all, k.draws)
}

// gain is the mean of the best score, summed over the draws, less the best mean.
func (k *tally) gain(best float64) float64 {
	return max(0, (best-slices.Max(k.sums))/float64(k.draws))
}
