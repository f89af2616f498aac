package reach

import (
	"math"

	"gonum.org/v1/gonum/mathext"

	"github.com/hochkant/hochkant/strategy/check"
)

// NBD is the negative binomial law of exposures: every person is exposed at a
// rate of their own, the rates are spread like a Gamma distribution, and the
// exposures of one person are Poisson. With mean exposures m per person of the
// population and shape k,
//
//	P(0) = (1 + m/k)^(-k)
//
// A small shape means that few people take most of the exposures, a large one
// that all are alike. The law is called NBD in marketing science (Ehrenberg 1959)
// and Gamma-Poisson in reach planning.
//
// The zero value is no law: its methods return NaN. NBD is comparable.
type NBD struct{ shape float64 }

// Range of the shape that [NewNBD] accepts, beside positive infinity. Below it
// more than 99 % of the people would not be reached by 10^40 exposures each; above
// it people differ by less than a thousandth, which is as good as not at all.
const (
	minShape = 1e-4
	maxShape = 1e6
)

// NewNBD returns the law with the given shape, from 0.0001 to 1 million or
// positive infinity, which is [Poisson].
func NewNBD(shape float64) (NBD, error) {
	if math.IsInf(shape, 1) {
		return Poisson(), nil
	}
	var problems check.List
	problems.Between("/shape", shape, minShape, maxShape, "a shape from 0.0001 to 1 million, or positive infinity")
	if err := problems.Err(); err != nil {
		return NBD{}, err
	}
	return NBD{shape}, nil
}

// Poisson returns the law in which all people are alike: shape infinity. Several
// platforms under it reach people independently of one another.
func Poisson() NBD { return NBD{math.Inf(1)} }

// Shape returns the shape k of the law, positive infinity for [Poisson].
func (d NBD) Shape() float64 { return d.shape }

// Reach returns the share of the population that is exposed at least once when
// the mean is so many exposures per person.
func (d NBD) Reach(mean float64) float64 { return -math.Expm1(d.logZero(mean)) }

// logZero is ln P(0) = -k ln(1 + m/k), and -m in the limit of equal people.
func (d NBD) logZero(mean float64) float64 {
	switch {
	case math.IsNaN(mean) || mean < 0:
		return math.NaN()
	case math.IsInf(d.shape, 1):
		return -mean
	}
	return -d.shape * math.Log1p(mean/d.shape)
}

// Slope returns the derivative of Reach: the share of the next exposures that
// falls on people not reached so far. It is 1 at the start and falls.
func (d NBD) Slope(mean float64) float64 {
	if math.IsInf(mean, 1) {
		return 0
	}
	return math.Exp(d.logZero(mean)) / (1 + mean/d.shape)
}

// MeanFrequency returns the mean exposures of a person who is reached: mean
// exposures of all divided by reach, and its limit 1 when there are none.
func (d NBD) MeanFrequency(mean float64) float64 {
	if mean == 0 && d.shape > 0 {
		return 1
	}
	return mean / d.Reach(mean)
}

// Up to this frequency k+ reach is summed class by class, beyond it the
// regularised incomplete beta function is used.
const maxSummed = 50

// KPlus returns the share of the population that is exposed at least so many
// times. It is 1 for times <= 0, Reach for 1, and falls with times.
func (d NBD) KPlus(mean float64, times int) float64 {
	logZero := d.logZero(mean)
	switch {
	case math.IsNaN(logZero):
		return logZero
	case times <= 0 || math.IsInf(mean, 1):
		return 1
	case mean == 0:
		return 0
	case times > maxSummed || logZero < -600:
		return d.tail(mean, float64(times))
	}
	var p, rest float64 // P(0) and the share beyond it, each without cancellation
	if logZero < -0.7 {
		p = math.Exp(logZero)
		rest = 1 - p
	} else {
		rest = -math.Expm1(logZero)
		p = 1 - rest
	}
	// P(j+1) = P(j) (1 + j/k) a / (j+1) with a = m / (1 + m/k) holds for both limits.
	inverse := 1 / d.shape
	a := mean / (1 + mean*inverse)
	p *= a
	for j := 1; j < times; j++ {
		rest -= p
		p *= a * (1 + float64(j)*inverse) / float64(j+1)
	}
	return max(rest, 0)
}

// tail is P(at least times) as a regularised incomplete beta function, and as
// an incomplete gamma function in the limit of equal people.
func (d NBD) tail(mean, times float64) float64 {
	switch {
	case math.IsInf(d.shape, 1):
		return mathext.GammaIncReg(times, mean)
	case mean > d.shape: // the smaller argument loses nothing
		return 1 - mathext.RegIncBeta(d.shape, times, d.shape/(mean+d.shape))
	}
	return mathext.RegIncBeta(times, d.shape, mean/(mean+d.shape))
}

// Frequencies fills classes with the distribution of exposures: classes[j] is the
// share of the population exposed exactly j times, and the last class is the
// share exposed that often or more, so that the classes add up to 1. One class is
// all people.
func (d NBD) Frequencies(mean float64, classes []float64) {
	fill(classes, func(times int) float64 { return d.KPlus(mean, times) })
}

// fill turns k+ reach into classes.
func fill(classes []float64, kPlus func(times int) float64) {
	at := kPlus(0)
	for j := range classes {
		next := 0.0
		if j+1 < len(classes) {
			next = kPlus(j + 1)
		}
		classes[j], at = at-next, next
	}
}

// Mean returns the mean exposures per person at which the share reach of the
// population is exposed at least once: the exact inverse of Reach. A reach
// outside [0, 1), or one that needs more exposures than a float can hold, is a
// problem.
func (d NBD) Mean(reach float64) (float64, error) {
	m := d.mean(reach)
	if reach >= 0 && reach < 1 && m <= math.MaxFloat64 {
		return m, nil
	}
	var problems check.List
	problems.Add("/reach", check.ErrRange, reach, "a share of the population from 0 to below 1 that the curve gets to")
	return 0, problems.Err()
}

// mean is k ((1-r)^(-1/k) - 1), and -ln(1-r) in the limit of equal people.
func (d NBD) mean(reach float64) float64 {
	if math.IsInf(d.shape, 1) {
		return -math.Log1p(-reach)
	}
	return d.shape * math.Expm1(-math.Log1p(-reach)/d.shape)
}
