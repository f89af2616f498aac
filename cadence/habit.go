package cadence

import "math"

// The channel's own recent rate: the share of kept slots, weighted by a half-life over
// at most the last 64, and drawn a little to one half so that a young channel is not
// sure of anything. Half-life, weight and pull were chosen together by
// cross-validation (see [DefaultPrior]); half-lives 3 to 6 and weights 0.3 to 0.6
// differ by 2 % in error.
const (
	habitWeight   = 0.5
	habitHalfLife = 4
	habitPull     = 0.5
	habitSlots    = 64
)

var habitDecay = math.Exp2(-1.0 / habitHalfLife)

// habit returns the recent rate, in (0, 1). More kept slots never lower it.
func (b bits) habit() float64 {
	kept, all := 0.0, 0.0
	for i := max(0, b.n-habitSlots); i < b.n; i++ {
		kept = kept*habitDecay + float64(b.at(i))
		all = all*habitDecay + 1
	}
	return (kept + habitPull/2) / (all + habitPull)
}

// binomial returns the probability of 0 to n kept slots at a rate in (0, 1).
func binomial(n int, rate float64) []float64 {
	pmf := make([]float64, n+1)
	whole, _ := math.Lgamma(float64(n + 1))
	for k := range pmf {
		a, _ := math.Lgamma(float64(k + 1))
		b, _ := math.Lgamma(float64(n - k + 1))
		pmf[k] = math.Exp(whole - a - b + float64(k)*math.Log(rate) + float64(n-k)*math.Log1p(-rate))
	}
	return pmf
}
