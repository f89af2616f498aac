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
	t := &tally{
		space:  s,
		scores: make([]float64, alternatives),
		sums:   make([]float64, alternatives),
		better: make([]int, alternatives),
		all:    make([]float64, coordinates),
	}
	for range alternatives {
		t.ranks = append(t.ranks, make([]int64, alternatives))
		t.wins = append(t.wins, make([]int64, alternatives))
		t.central = append(t.central, make([]float64, coordinates))
	}
	return t
}

// add counts one draw at these coordinates of the space and returns the best score.
func (t *tally) add(at []float64, tie float64) float64 {
	t.draws++
	clear(t.better)
	tied := false
	best := t.scores[0]
	for a, s := range t.scores {
		t.sums[a] += s
		if s > best {
			best = s
		}
		for b, other := range t.scores[:a] {
			switch d := s - other; {
			case d > tie:
				t.wins[a][b]++
				t.better[b]++
			case d < -tie:
				t.wins[b][a]++
				t.better[a]++
			default:
				tied = true
			}
		}
	}
	if tied {
		t.tied++
	}
	for a, n := range t.better {
		t.ranks[a][n]++
		if n == 0 {
			sum := t.central[a]
			for i, v := range at {
				sum[i] += v
			}
		}
	}
	for i, v := range at {
		t.all[i] += v
	}
	return best
}

// result has everything but confidence and information.
func (t *tally) result() Result {
	r := Result{Draws: t.draws, Tied: probability(t.tied, t.draws), MeanWeights: t.meanWeights()}
	for a := range t.ranks {
		acc := Acceptability{MeanScore: t.sums[a] / float64(t.draws)}
		for _, n := range t.ranks[a] {
			acc.Ranks = append(acc.Ranks, probability(n, t.draws))
		}
		if first := t.ranks[a][0]; first > 0 && !t.space.Settled() {
			acc.CentralWeights = t.mean(t.central[a], first)
		}
		r.Alternatives = append(r.Alternatives, acc)
		row := make([]Probability, len(t.wins[a]))
		for b, n := range t.wins[a] {
			row[b] = probability(n, t.draws)
		}
		r.Pairwise = append(r.Pairwise, row)
	}
	return r
}

// mean turns a sum of coordinates into mean weights.
func (t *tally) mean(sum []float64, n int64) Weights {
	at := make([]float64, len(sum))
	for i, v := range sum {
		at[i] = v / float64(n)
	}
	w := make(Weights, t.space.criteria)
	t.space.weights(at, w)
	return w
}

// meanWeights is the mean of the space where it is known, else that of the draws.
func (t *tally) meanWeights() Weights {
	if t.space.Exact() {
		return t.space.Centre()
	}
	return t.mean(t.all, t.draws)
}

// gain is the mean of the best score, summed over the draws, less the best mean.
func (t *tally) gain(best float64) float64 {
	return max(0, (best-slices.Max(t.sums))/float64(t.draws))
}
