package reach

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Inventory is the shifted Gamma-Poisson law of planning tools (Google and the
// World Federation of Advertisers): every person of an audience could be shown
// 1 + NB(shape, scale) exposures, and a share q of all those is used, each by
// chance. Thinned by q this is a Bernoulli exposure plus a negative binomial one,
//
//	P(0) = (1 - q) (1 + scale q)^(-shape)
//
// so that, unlike [NBD], everybody is reached when the whole inventory is used.
// Shape 1 is the exponential-Poisson law. The scale is a scale and not a rate, as
// the reference code has it and its documentation does not.
//
// The zero value is no law: its methods return NaN.
type Inventory struct {
	law   NBD
	scale float64
}

// NewInventory returns the law with a shape as [NewNBD] accepts and a scale from 0
// (one exposure for everybody) to 1e9.
func NewInventory(shape, scale float64) (Inventory, error) {
	law, err := NewNBD(shape)
	var problems check.List
	problems.Merge("", err)
	problems.Between("/scale", scale, 0, 1e9, "a scale from 0 to 1e9")
	if !math.IsNaN(shape) && math.IsInf(shape, 0) {
		problems.Add("/shape", check.ErrFinite, shape, "a finite shape: an inventory has a mean")
	}
	if err := problems.Err(); err != nil {
		return Inventory{}, err
	}
	return Inventory{law, scale}, nil
}

// Mean returns the exposures per person in the whole inventory: 1 + shape scale.
func (v Inventory) Mean() float64 { return 1 + v.law.shape*v.scale }

// Reach returns the share of the audience that is exposed at least once when the
// share used of the inventory is shown.
func (v Inventory) Reach(used float64) float64 {
	if !(used >= 0 && used <= 1) {
		return math.NaN()
	}
	return used + (1-used)*v.law.Reach(v.law.shape*v.scale*used)
}

// KPlus returns the share of the audience that is exposed at least so many times.
func (v Inventory) KPlus(used float64, times int) float64 {
	if !(used >= 0 && used <= 1) {
		return math.NaN()
	}
	mean := v.law.shape * v.scale * used
	return (1-used)*v.law.KPlus(mean, times) + used*v.law.KPlus(mean, times-1)
}

// Frequencies fills classes as [NBD.Frequencies] does.
func (v Inventory) Frequencies(used float64, classes []float64) {
	fill(classes, func(times int) float64 { return v.KPlus(used, times) })
}

// Used returns the share of the inventory at which the share reach of the audience
// is exposed at least once: the exact inverse of Reach. A reach outside [0, 1] is a
// problem.
func (v Inventory) Used(reach float64) (float64, error) {
	if !(reach >= 0 && reach <= 1 && v.law.shape > 0) {
		var problems check.List
		problems.Add("/reach", check.ErrRange, reach, "a share of the audience from 0 to 1, of a law made by NewInventory")
		return 0, problems.Err()
	}
	// Reach is concave: Newton from the left never passes the root, but it crawls
	// where the curve is steep and then flat, so bisection keeps it honest.
	lo, hi := 0.0, reach // used >= reach/mean, and one exposure each is the flattest curve
	q := reach / v.Mean()
	for range 300 {
		none := math.Exp(v.law.logZero(v.law.shape * v.scale * q))
		miss := reach - (1 - (1-q)*none)
		if miss > 0 {
			lo = q
		} else {
			hi = q
		}
		slope := none * (1 + (1-q)*v.law.shape*v.scale/(1+v.scale*q))
		next := q + miss/slope
		if !(next > lo && next < hi) {
			next = lo + (hi-lo)/2
		}
		if math.Abs(next-q) <= 1e-15*q || next <= lo || next >= hi {
			return next, nil
		}
		q = next
	}
	return q, nil
}
