package reach

import (
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/hochkant/hochkant/strategy/check"
)

// near fails on NaN, which assert.InDelta lets pass.
func near(t assert.TestingT, want, got, tolerance float64, call ...any) bool {
	if math.IsNaN(got) || math.Abs(got-want) > tolerance {
		return assert.Fail(t, "not near", "want %v, got %v (tolerance %v) %v", want, got, tolerance, call)
	}
	return true
}

func mustNBD(t require.TestingT, shape float64) NBD {
	d, err := NewNBD(shape)
	require.NoError(t, err)
	return d
}

// shapes draws the shape of a law, Poisson among them.
func shapes() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Map(rapid.Float64Range(math.Log(1e-3), math.Log(1e6)), math.Exp),
		rapid.Just(math.Inf(1)),
	)
}

// means draws mean exposures from hardly any to a thousand per person.
func means() *rapid.Generator[float64] {
	return rapid.OneOf(rapid.Just(0.0), rapid.Map(rapid.Float64Range(math.Log(1e-9), math.Log(1e3)), math.Exp))
}

func TestNBDRefusesImpossibleShapes(t *testing.T) {
	for _, shape := range []float64{0, -1, 1e-5, 1e7, math.NaN(), math.Inf(-1)} {
		_, err := NewNBD(shape)
		require.Error(t, err, "NewNBD(%v)", shape)
		assert.ErrorContains(t, err, "/shape")
	}
	d := mustNBD(t, math.Inf(1))
	assert.Equal(t, Poisson(), d)
}

// NBDdirichlet man/print.dirichlet.Rd:60-66 (commit 13f243b), UK toothpaste 1973
// (Goodhardt, Ehrenberg, Chatfield 1984): 56 % bought, 2.6 times each. Recomputed
// exactly: M = 1.456, K = 0.778816.
func TestNBDAgainstEhrenberg(t *testing.T) {
	d := mustNBD(t, 0.7788158827707692)
	near(t, 0.56, d.Reach(1.456), 1e-12)
	near(t, 2.6, d.MeanFrequency(1.456), 1e-11)
	m, err := d.Mean(0.56)
	require.NoError(t, err)
	near(t, 1.456, m, 1e-12)
}

// The WFA dirac mixture tests (dirac_mixture_single_publisher_model_test.py:61-64,
// 143-182; commit ad18cdc) print a Poisson vector of mean 1 whose last class is
// "that often or more"; scaled to nothing and to infinity it must stay a distribution.
func TestPoissonFrequencies(t *testing.T) {
	classes := make([]float64, 4)
	Poisson().Frequencies(1, classes)
	for j, want := range []float64{0.36787944117144233, 0.36787944117144233, 0.18393972058572117, 0.08030139707139416} {
		near(t, want, classes[j], 1e-15, "class", j)
	}
	Poisson().Frequencies(0, classes)
	assert.Equal(t, []float64{1, 0, 0, 0}, classes)
	Poisson().Frequencies(10000, classes)
	assert.Equal(t, []float64{0, 0, 0, 1}, classes)
	mustNBD(t, 1).Frequencies(math.Inf(1), classes)
	assert.Equal(t, []float64{0, 0, 0, 1}, classes)
}

// Google Meridian adstock_hill_test.py:563-599 (commit 8ca83f6): Hill with slope 1
// and half saturation 1 is x/(1+x), which is shape 1.
func TestShapeOneIsHill(t *testing.T) {
	d := mustNBD(t, 1)
	for _, x := range []float64{0, 1, 3} {
		near(t, x/(1+x), d.Reach(x), 1e-15, x)
	}
}

func TestNBDOutsideItsDomain(t *testing.T) {
	classes := []float64{1, 2, 3}
	for _, d := range []NBD{{}, mustNBD(t, 1), Poisson()} {
		for _, m := range []float64{math.NaN(), -1, math.Inf(-1)} {
			assert.True(t, math.IsNaN(d.Reach(m)) && math.IsNaN(d.KPlus(m, 2)) && math.IsNaN(d.Slope(m)) && math.IsNaN(d.MeanFrequency(m)), "%v at %v", d, m)
			d.Frequencies(m, classes)
			assert.True(t, math.IsNaN(classes[0]))
		}
		for _, r := range []float64{math.NaN(), -0.1, 1, 1.5, math.Inf(1)} {
			_, err := d.Mean(r)
			require.ErrorIs(t, err, check.ErrRange, "%v.Mean(%v)", d, r)
			assert.ErrorContains(t, err, "/reach")
		}
	}
	assert.True(t, math.IsNaN(NBD{}.Reach(1)))
	_, err := NBD{}.Mean(0.5)
	require.Error(t, err)
	_, err = mustNBD(t, 1e-3).Mean(0.9) // needs 10^1000 exposures
	require.ErrorIs(t, err, check.ErrRange)
	Poisson().Frequencies(1, nil)
	Poisson().Frequencies(1, classes[:1])
	near(t, 1, classes[0], 0)
}

// slowKPlus adds up the terms of the law in 200 bits.
func slowKPlus(shape, mean float64, times int) float64 {
	f := func(x float64) *big.Float { return new(big.Float).SetPrec(200).SetFloat64(x) }
	zero := math.Exp(-mean)
	if !math.IsInf(shape, 1) {
		zero = math.Exp(-shape * math.Log1p(mean/shape))
	}
	p, sum := f(zero), f(0)
	for j := range times {
		sum.Add(sum, p)
		factor := f(mean) // P(j+1)/P(j) = (k+j)/(j+1) * m/(k+m)
		if !math.IsInf(shape, 1) {
			factor.Mul(factor, new(big.Float).Add(f(shape), f(float64(j))))
			factor.Quo(factor, new(big.Float).Add(f(shape), f(mean)))
		}
		p.Mul(p, factor).Quo(p, f(float64(j+1)))
	}
	rest, _ := f(1).Sub(f(1), sum).Float64()
	return rest
}

func TestKPlusAgainstSlowSum(t *testing.T) {
	for _, shape := range []float64{0.01, 0.5, 1, 1.12, 30, 1e5, 1e6, math.Inf(1)} {
		for _, mean := range []float64{1e-6, 0.3, 2, 40, 550} {
			for _, times := range []int{1, 2, 3, 10, 50, 51, 80, 400} {
				near(t, slowKPlus(shape, mean, times), mustNBD(t, shape).KPlus(mean, times), 1e-9, shape, mean, times)
			}
		}
	}
}

// For means beyond what an exponential can hold the law has its own path; around
// the border the two must meet.
func TestKPlusOfHugeMeans(t *testing.T) {
	for _, times := range []int{2, 40} {
		near(t, 1, Poisson().KPlus(1e4, times), 1e-12)
		near(t, 1, mustNBD(t, 1e3).KPlus(1e4, times), 1e-12)
	}
	near(t, 0.5013, Poisson().KPlus(1e4, 10000), 2e-3)
	near(t, 0.5013, mustNBD(t, 1e6).KPlus(1e4, 10000), 2e-3)
}

func TestNBDProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := mustNBD(t, shapes().Draw(t, "shape"))
		m := means().Draw(t, "mean")
		r := d.Reach(m)
		assert.True(t, 0 <= r && r <= 1 && r <= m*(1+1e-12), "0 <= reach %v <= mean exposures %v", r, m)

		higher := m * rapid.Float64Range(1, 3).Draw(t, "more")
		assert.GreaterOrEqual(t, d.Reach(higher), r, "reach rises")
		assert.LessOrEqual(t, d.Slope(higher), d.Slope(m), "reach is concave")
		assert.GreaterOrEqual(t, Poisson().Reach(m), r-1e-15, "equal people are the most one can reach")

		n := rapid.IntRange(1, 120).Draw(t, "times")
		k, next := d.KPlus(m, n), d.KPlus(m, n+1)
		assert.True(t, 0 <= next && next <= k+1e-12 && k <= 1, "k+ falls with k: %v, %v", k, next)
		assert.LessOrEqual(t, float64(n)*k, m*(1+1e-9), "Markov: n people reached n times took n exposures each")

		if r < 1-1e-6 && m > 0 {
			back, err := d.Mean(r)
			require.NoError(t, err)
			near(t, 1, back/m, 1e-6)
		}
		classes := make([]float64, rapid.IntRange(1, 12).Draw(t, "classes"))
		d.Frequencies(m, classes)
		sum, exposures := 0.0, 0.0
		for j, c := range classes {
			assert.True(t, c >= 0, "class %d is %v", j, c)
			sum, exposures = sum+c, exposures+float64(j)*c
		}
		near(t, 1, sum, 1e-12)
		assert.LessOrEqual(t, exposures, m*(1+1e-9)+1e-12, "no more exposures than there were")
	})
}

// All exposures are accounted for: the sum of k+ over all k is the mean. An anchor's
// asserted k+ values add up to 35,783 for 10,000 impressions.
func TestSumOfKPlusIsTheMean(t *testing.T) {
	for _, shape := range []float64{0.3, 1.12, 20, math.Inf(1)} {
		d, sum := mustNBD(t, shape), 0.0
		for k := 1; k <= 3000; k++ {
			sum += d.KPlus(3, k)
		}
		near(t, 3, sum, 1e-8, shape)
	}
}

func TestSlopeIsTheDerivative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := mustNBD(t, shapes().Draw(t, "shape"))
		m := rapid.Float64Range(0.01, 50).Draw(t, "mean")
		h := 1e-5 * m
		near(t, (d.Reach(m+h)-d.Reach(m-h))/(2*h), d.Slope(m), 1e-6)
	})
	assert.Zero(t, mustNBD(t, 1).Slope(math.Inf(1)))
	assert.Zero(t, Poisson().Slope(math.Inf(1)))
}

func FuzzNBD(f *testing.F) {
	f.Add(1.12, 0.5, 3)
	f.Add(math.Inf(1), 800.0, 900)
	f.Add(1e-4, 1e300, 60)
	f.Fuzz(func(t *testing.T, shape, mean float64, times int) {
		d, err := NewNBD(shape)
		if err != nil {
			return
		}
		r := d.Reach(mean)
		if !(mean >= 0) {
			require.True(t, math.IsNaN(r))
			return
		}
		require.True(t, r >= 0 && r <= 1, "Reach(%v) = %v", mean, r)
		k := d.KPlus(mean, times)
		require.True(t, k >= 0 && k <= 1, "KPlus(%v, %d) = %v", mean, times, k)
		if times > 1 {
			require.LessOrEqual(t, k, r+1e-9)
		}
		if m, err := d.Mean(r); err == nil {
			require.False(t, math.IsNaN(m) || math.IsInf(m, 0))
		}
	})
}

func TestCurvesDoNotAllocate(t *testing.T) {
	d, reaches, classes := mustNBD(t, 1.12), []float64{.4, .3, .25}, make([]float64, 8)
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		sink = d.Reach(2) + d.KPlus(2, 3) + d.Slope(2) + d.Union(reaches)
		d.Frequencies(2, classes)
	}))
}

var sink float64

func BenchmarkReach(b *testing.B) {
	d := mustNBD(b, 1.12)
	b.ReportAllocs()
	for b.Loop() {
		sink = d.Reach(2.5)
	}
}

func BenchmarkKPlus(b *testing.B) {
	d := mustNBD(b, 1.12)
	b.ReportAllocs()
	for b.Loop() {
		sink = d.KPlus(2.5, 3)
	}
}

func BenchmarkMean(b *testing.B) {
	d := mustNBD(b, 1.12)
	b.ReportAllocs()
	for b.Loop() {
		sink, _ = d.Mean(0.4)
	}
}
