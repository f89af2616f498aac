package reach

import (
	"math"

	"github.com/hochkant/hochkant/strategy/check"
)

// Curve turns views into people: exposures spread over an audience of Size people
// by an [NBD] law. With shape 1 it is Goerg's curve of 2014, reach = Size views /
// (Size + views), which is also Hill with slope 1 and Michaelis-Menten. The zero
// value is no curve: its methods return NaN.
type Curve struct {
	size float64
	law  NBD
}

// NewCurve returns the curve of a law over an audience of size people, above 0.
func NewCurve(size float64, law NBD) (Curve, error) {
	var problems check.List
	problems.Positive("/size", size, "an audience of more than 0 people")
	if !(law.shape > 0) {
		problems.Add("/law", check.ErrRequired, law.shape, "a law made by NewNBD or Poisson")
	}
	if err := problems.Err(); err != nil {
		return Curve{}, err
	}
	return Curve{size, law}, nil
}

// Size returns the people in the audience: the reach that no number of views exceeds.
func (c Curve) Size() float64 { return c.size }

// Law returns the law of exposures.
func (c Curve) Law() NBD { return c.law }

// Reach returns how many people so many views reach.
func (c Curve) Reach(views float64) float64 { return c.size * c.law.Reach(views/c.size) }

// KPlus returns how many people so many views reach at least so many times.
func (c Curve) KPlus(views float64, times int) float64 {
	return c.size * c.law.KPlus(views/c.size, times)
}

// Slope returns the new people per further view.
func (c Curve) Slope(views float64) float64 { return c.law.Slope(views / c.size) }

// Views returns the views that reach so many people: the exact inverse of Reach. A
// reach that is not from 0 to below Size is a problem.
func (c Curve) Views(reach float64) (float64, error) {
	mean, err := c.law.Mean(reach / c.size)
	if err == nil && mean*c.size <= math.MaxFloat64 {
		return mean * c.size, nil
	}
	var problems check.List
	problems.Add("/reach", check.ErrRange, reach, "people from 0 to below the size of the audience")
	return 0, problems.Err()
}
