package mcda

import "math"

// strata holds, for every input, in which of equally probable parts of its
// range each draw fell. Inputs are sampled by inversion, so the part is that of
// the uniform number and nothing needs sorting.
type strata struct {
	draws, parts int
	part         []uint8 // by input, then draw
}

// maxParts keeps 250 of 10,000 draws in each half of a part.
const maxParts = 20

func newStrata(draws, inputs int) strata {
	parts := min(max(int(math.Sqrt(float64(draws))/5), 2), maxParts)
	return strata{draws: draws, parts: parts, part: make([]uint8, draws*inputs)}
}

func (s strata) set(draw, input int, u float64) {
	s.part[input*s.draws+draw] = uint8(u * float64(s.parts))
}

// gain is the value of knowing in which part an input lies (Strong and Oakley
// 2013, Medical Decision Making 33, partition the sample in the same way).
// Taking the best mean of each part counts noise as gain; so each half of the
// draws chooses and the other half judges. What is left errs to the low side.
func (s strata) gain(input int, scores []float64, alternatives int) Gain {
	part := s.part[input*s.draws : (input+1)*s.draws]
	var sums [2][maxParts + 1][]float64 // by half, part and alternative; the last part is all draws
	for h := range sums {
		for p := range s.parts {
			sums[h][p] = make([]float64, alternatives)
		}
		sums[h][maxParts] = make([]float64, alternatives)
	}
	for i, p := range part {
		at, whole := sums[i%2][p], sums[i%2][maxParts]
		for a, v := range scores[i*alternatives : (i+1)*alternatives] {
			at[a] += v
			whole[a] += v
		}
	}
	var choice [2][maxParts + 1]int
	for h := range choice {
		for p := range choice[h] {
			choice[h][p] = first(sums[h][p])
		}
	}
	sum, squares := 0.0, 0.0
	for i, p := range part {
		other := 1 - i%2
		g := scores[i*alternatives+choice[other][p]] - scores[i*alternatives+choice[other][maxParts]]
		sum += g
		squares += float64(g * g)
	}
	n := float64(s.draws)
	mean := sum / n
	variance := max(0, squares/n-float64(mean*mean))
	return Gain{Value: max(0, mean), StandardError: math.Sqrt(variance / n)}
}

// first is the index of the largest value, the lowest of equal ones; 0 for none.
func first(vs []float64) int {
	at := 0
	for i, v := range vs {
		if v > vs[at] {
			at = i
		}
	}
	return at
}
