package audience

import (
	"math"

	"github.com/hochkant/hochkant/strategy/measure"
)

// FrequencyClass is how many people see at least so many of the videos.
type FrequencyClass struct {
	Times  int              `json:"times"`
	People measure.Estimate `json:"people"`
}

// frequencyClasses are the classes of a forecast.
var frequencyClasses = [...]int{1, 2, 3, 5, 10}

// frequency gives the people who see at least so many videos, by class and
// point: the negative binomial law with the reach and the mean exposures of the point.
func (r *runs) frequency() (out [len(frequencyClasses)][nodes]float64) {
	for j := range nodes {
		n := r.residents[j]
		k, x := lawOf(r.exposures[j]/n, r.reached[j]/n)
		rest, at := 1.0, 0
		mass := math.Exp(-k * math.Log1p(x))
		for times := 1; at < len(frequencyClasses); times++ {
			rest = max(rest-mass, 0)
			mass *= (k + float64(times) - 1) / float64(times) * x / (1 + x)
			if times == frequencyClasses[at] {
				out[at][j] = min(n*rest, r.reached[j])
				at++
			}
		}
	}
	return out
}

// lawOf returns the shape k of the negative binomial law with the given mean
// and reach, and x = mean/k: it solves ln(1+x)/x = -ln(1-reach)/mean by Newton
// on y = ln(1+x), where the function is convex and the start lies above the
// root. Where people are as good as equal it answers with shape 1,000, which
// is Poisson for every purpose here.
func lawOf(mean, reach float64) (k, x float64) {
	reach = min(reach, 1-1e-12)
	rho := -math.Log1p(-reach) / mean
	if !(rho < 1-1e-3) { // also no exposures at all
		return 1000, mean / 1000
	}
	target := -math.Log(rho)
	y := 2 * target
	for range 40 {
		e := math.Expm1(y)
		step := (math.Log(e/y) - target) / ((e+1)/e - 1/y)
		y -= step
		if math.Abs(step) < 1e-12*y {
			break
		}
	}
	x = math.Expm1(y)
	return mean / x, x
}
