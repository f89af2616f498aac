package rhythm

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"
)

// slowFits integrates over the hours of the week instead of using the beta function.
func slowFits(n, hours, mean, spread, unsteady float64) float64 {
	shape := n / (spread * spread)
	sum := distuv.Gamma{Alpha: shape, Beta: 1 / (mean * spread * spread)}
	if unsteady == 0 {
		return sum.CDF(hours)
	}
	week := distuv.Gamma{Alpha: 1 / (unsteady * unsteady), Beta: 1 / (hours * unsteady * unsteady)}
	return quad.Fixed(func(p float64) float64 { return sum.CDF(week.Quantile(p)) }, 0, 1, 100, nil, 0)
}

func TestFitsIsTheIntegralOverTheHours(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := float64(rapid.IntRange(1, 20).Draw(t, "videos"))
		mean := rapid.Float64Range(1, 12).Draw(t, "mean")
		h := n * mean * rapid.Float64Range(0.5, 2).Draw(t, "room")
		spread := rapid.Float64Range(0.2, 1).Draw(t, "spread")
		unsteady := rapid.SampledFrom([]float64{0, 0.1, 0.4, 0.8}).Draw(t, "unsteady")
		near(t, slowFits(n, h, mean, spread, unsteady), fits(n, h, mean, spread, unsteady), 1e-3)
	})
	near(t, 1, fits(0, 0, 4, 0.5, 0), 0)
	near(t, 0, fits(1, 0, 4, 0.5, 0), 0)
	// The two branches meet.
	near(t, fits(2, 12, 4, 0.5, 0), fits(2, 12, 4, 0.5, 0.0101), 1e-3)
}

func TestStepsDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hours := rapid.Float64Range(0, 3000).Draw(t, "hours")
		mean := rapid.Float64Range(0.5, 20).Draw(t, "mean")
		k := rapid.IntRange(1, maxSteps).Draw(t, "k")
		unsteady := rapid.SampledFrom([]float64{0, 0.1, 0.5, 1}).Draw(t, "unsteady")
		d := stepsDone(hours, mean, k, unsteady)
		var sum, first, second float64
		for i, p := range d.p {
			x := float64(d.lo + i)
			sum += p
			first += x * p
			second += x * x * p
		}
		rate := hours * float64(k) / mean
		variance := rate + rate*rate*unsteady*unsteady
		near(t, 1, sum, 1e-9)
		near(t, rate, first, 1e-8*(1+rate))
		near(t, variance, second-first*first, 1e-5*(1+variance))
	})
}

func TestStepsMatchTheSpread(t *testing.T) {
	for _, c := range []struct {
		spread  float64
		videos  int
		k       int
		between bool
	}{{1, 5, 1, false}, {0.5, 5, 4, false}, {0.25, 5, 16, false}, {0.1, 5, 16, false}, {0.9, 5, 1, true}, {0.62, 5, 2, true}, {0.25, 200, 2, false}, {0.25, 900, 1, false}} {
		k, w := steps(c.spread, c.videos)
		assert.Equal(t, c.k, k, c)
		assert.Equal(t, c.between, w > 0, c)
		if c.between { // variance of the mixture over the squared mean
			near(t, c.spread*c.spread, (1-w)/float64(k)+w/float64(k+1), 1e-12)
		}
	}
}

// triangularSum is the distribution function of the sum of n triangular videos, by
// convolution on a grid of 0.01 hours.
func triangularSum(n int, least, likely, most, at float64) float64 {
	const step = 0.01
	cdf := func(x float64) float64 {
		switch {
		case x <= least:
			return 0
		case x >= most:
			return 1
		case x < likely:
			return (x - least) * (x - least) / (most - least) / (likely - least)
		}
		return 1 - (most-x)*(most-x)/(most-least)/(most-likely)
	}
	one := make([]float64, int(most/step)+1)
	for i := range one {
		one[i] = cdf((float64(i)+0.5)*step) - cdf((float64(i)-0.5)*step)
	}
	sum := one
	for range n - 1 {
		next := make([]float64, len(sum)+len(one)-1)
		for i, p := range sum {
			for j, q := range one {
				next[i+j] += p * q
			}
		}
		sum = next
	}
	total := 0.0
	for i, p := range sum {
		if float64(i)*step <= at {
			total += p
		}
	}
	return total
}

func TestTriangularIsCloseToItsGamma(t *testing.T) {
	w, err := Triangular(4, 8, 15, 1)
	require.NoError(t, err)
	near(t, 9, w.Mean.P50(), 1e-12)
	near(t, math.Sqrt(93.0/18)/9, w.Spread, 1e-12) // (16+64+225-32-60-120)/18
	for n := 1; n <= 4; n++ {
		for _, room := range []float64{0.8, 0.9, 1, 1.1, 1.2, 1.4} {
			at := room * 9 * float64(n)
			near(t, triangularSum(n, 4, 8, 15, at), fits(float64(n), at, 9, w.Spread, 0), 0.03, n, room)
		}
	}
}
